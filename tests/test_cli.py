"""The commands: what they print, what they write, their exit status; and no traceback, whatever is asked."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from generator import __version__, catalogue, cli, theme
from generator.kinds.rules import EMPTY_FIELD
from generator.languages import language
from generator.refusals import SYNTAX
from generator.wording import Wording
from tests.conftest import TODAY, Run, Tree
from tests.findings import GLOSSARY, GREEN_WALK, HERE, geirfa, rows
from tests.html import elements, parse, words
from tests.test_wicked import files_of

FILE = f"{GLOSSARY}/green-walk.yml"
BLUE = f"{GLOSSARY}/blue-walk.yml"
BLUE_WALK = GREEN_WALK.replace("green", "blue").replace("werdd", "las")
SITE = "content/site.yml"


# check


@pytest.mark.parametrize(
    ("text", "status", "last"),
    [
        (GREEN_WALK, 0, "1 records: 0 errors, 0 warnings."),
        (GREEN_WALK.replace("  cy: Ymarfer corff ymysg coed.\n", ""), 0, "1 records: 0 errors, 1 warnings."),
        (GREEN_WALK + "foo: bar\n", 1, "0 records: 1 errors, 0 warnings."),
    ],
    ids=["fine", "warning", "error"],
)
def test_check_status(tree: Tree, run: Run, text: str, status: int, last: str) -> None:
    said = run("check", "--root", tree({FILE: text}))
    assert (said.status, said.out.splitlines()[-1], said.err) == (status, last, "")


FAULTY = {FILE: GREEN_WALK + "foo: bar\n", BLUE: BLUE_WALK.replace("  cy: Ymarfer corff ymysg coed.\n", "")}


def test_check_as_text(tree: Tree, run: Run) -> None:
    root = tree(FAULTY)
    hint = next(row["hint"] for row in rows(root) if row["code"] == "unknown-field")
    assert run("check", "--root", root).out.splitlines() == [
        BLUE,
        "  5:3  warning  'definition' is missing in Welsh.  [missing-language]",
        "      Add the line 'cy: …' below 'definition'; until then the other language stands in.",
        "",
        FILE,
        "  7:1  error  'foo' is not a field here.  [unknown-field]",
        f"      {hint}",
        "",
        "1 records: 1 errors, 1 warnings.",
    ]


def test_check_as_github(tree: Tree, run: Run) -> None:
    said = run("check", "--root", tree({FILE: "term: 100%, a: b\n"}), "--format", "github")
    assert said.out == (
        f"::error file={FILE},line=1,col=14,title=yaml-syntax::This line cannot be read. {SYNTAX.hint}\n"
    )


def test_check_as_json_is_a_contract(tree: Tree, run: Run) -> None:
    found = json.loads(run("check", "--root", tree(FAULTY), "--format", "json").out)
    assert [list(row) for row in found] == [["file", "line", "column", "code", "severity", "message", "hint"]] * 2
    assert [(row["file"], row["line"], row["column"], row["code"], row["severity"]) for row in found] == [
        (BLUE, 5, 3, "missing-language", "warning"),
        (FILE, 7, 1, "unknown-field", "error"),
    ]


def test_nothing_found_is_an_empty_list_in_json_and_nothing_for_github(tree: Tree, run: Run) -> None:
    root = tree({FILE: GREEN_WALK})
    assert run("check", "--root", root, "--format", "json") == (0, "[]\n", "")
    assert run("check", "--root", root, "--format", "github") == (0, "", "")


def test_check_in_welsh(tree: Tree, run: Run) -> None:
    said = run("check", "--root", tree({FILE: GREEN_WALK.replace("taith werdd", "''")}), "--lang", "cy")
    words = Wording("cy", [theme.OURS])
    message, hint = words.plain(EMPTY_FIELD.message), words.plain(EMPTY_FIELD.hint)
    assert (message, hint) != (EMPTY_FIELD.message, EMPTY_FIELD.hint)
    assert said.out.splitlines()[:-1] == [
        FILE,
        f"  3:7  {words.plain('error')}  {message.format(field='term.cy')}  [empty-field]",
        f"      {hint}",
        "",
    ]
    assert re.findall(r"\d+", said.out.splitlines()[-1]) == ["0", "1", "0"]


# Wrong usage, and what cannot be done: status 2, one sentence


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["check", "--format", "xml"],
        ["check", "--today", "yesterday"],
        ["check", "--today", "2026-02-30"],
        ["check", "--nonsense"],
        ["check", "extra"],
        ["new", "term"],
        ["review", "--lang", "cy"],
        ["review", "--lang", "cy", "--status", "perfect", "green-walk"],
    ],
    ids=" ".join,
)
def test_wrong_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        cli.main(arguments)
    assert end.value.code == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.splitlines()[-1].startswith(("geirfa: error: ", f"geirfa {arguments[0]}: error: "))


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["due", "--days", "soon"], "--days takes a number of days, 0 to 99999, not 'soon'."),
        (["new", "word", "x"], "There is no kind 'word'. Kinds: asset, assets, case-studies, casestudy, competencies, competency, data-items, dataitem, framework, frameworkpart, glossary, handover, look, looks, measure, measures, organisation, organisations, pathway, policies, policy, site, source, sources, standard, standards, step, term, tool, tools, training, vocabularies, vocabulary."),
        (["new", "sorce", "x"], "There is no kind 'sorce'. Did you mean 'source'?"),
        (["new", "term", "Green"], "'Green' cannot be an id: write a to z, 0 to 9 and single hyphens, as green-referral."),
        (["new", "term", "../x"], "'../x' cannot be an id: write a to z, 0 to 9 and single hyphens, as green-referral."),
        (["new", "term", "green-walk"], f"The id 'green-walk' is taken by {FILE}."),
        (["new", "term", "old-walk"], f"The id 'old-walk' is taken by {GLOSSARY}/old-walk.yml."),
        (["new", "asset", "walkers"], "Name the folder it lies in, an entry of 'areas', before its id: first-area/walkers."),
        (["new", "asset", "North/walkers"], "Name the folder it lies in, an entry of 'areas', before its id: first-area/walkers."),
        (["new", "term", "north/walk"], "'north/walk' cannot be an id: write a to z, 0 to 9 and single hyphens, as green-referral."),
        (["schema", "trem"], "There is no kind 'trem'. Did you mean 'term'?"),
        (["review", "--lang", "cy", "green-walk"], "Say who reviewed the texts: --by NAME."),
        (["review", "--lang", "cy", "--by", " ", "green-walk"], "Say who reviewed the texts: --by NAME."),
        (["review", "--lang", "fr", "--by", "A", "green-walk"], "'fr' is not a language of this site: en, cy."),
        (["review", "--lang", "cy", "--by", "A", "green-walk", "gren-walk"], "There is no record 'gren-walk' without faults. Did you mean 'green-walk'?"),
        (["review", "--lang", "cy", "--by", "A", "handbook", "green-walk", "zzz"], "There is no record 'zzz' without faults."),
        (["review", "--lang", "cy", "--by", "A", "green-walk", "both"], "'both' is the id of several records. Write one of: sources/both, glossary/both."),
        (["review", "--lang", "cy", "--by", "A", "green-walk", "faulty"], "There is no record 'faulty' without faults."),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_one_sentence_and_changes_nothing(
    tree: Tree, run: Run, arguments: list[str], sentence: str
) -> None:
    source = "name:\n  en: Handbook\n  cy: Llawlyfr\ntype: report\n"
    root = tree(
        {
            FILE: GREEN_WALK,
            f"{GLOSSARY}/both.yml": BLUE_WALK,
            f"{GLOSSARY}/old-walk.yml": "moved_to: green-walk\n",
            f"{GLOSSARY}/faulty.yml": "foo: bar\n",
            "content/sources/both.yml": source,
            "content/sources/handbook.yml": source,
        }
    )
    before = files_of(root)
    said = run(*arguments, "--root", root)
    assert (said.status, said.out) == (2, "")
    assert said.err == f"geirfa: {sentence}\n"
    assert files_of(root) == before


@pytest.mark.parametrize(
    "arguments",
    [
        ["check"],
        ["build"],
        ["due"],
        ["fmt"],
        ["fmt", "--check"],
        ["new", "term", "green-walk"],
        ["review", "--lang", "cy", "--by", "A", "green-walk"],
    ],
    ids=" ".join,
)
def test_a_root_there_is_not(tmp_path: Path, run: Run, arguments: list[str]) -> None:
    said = run(*arguments, "--root", tmp_path / "nowhere")
    assert said.status in (1, 2)
    assert f"{tmp_path / 'nowhere'}" in said.out + said.err
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["due", "--days", "99999999999"],
        ["due", "--days", "4000000"],
        ["check", "--lang", "../../etc"],
        ["check", "--since", "nowhere"],
        ["build", "--site", FILE],
        ["build", "--site", "content"],
        ["check", "--root", FILE],
        ["fmt"],
    ],
    ids=" ".join,
)
def test_no_traceback(tree: Tree, arguments: list[str]) -> None:
    root = tree({FILE: GREEN_WALK, BLUE: "foo: &bar [\n"})
    program = [sys.executable, "-m", "generator", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(HERE), "GIT_CEILING_DIRECTORIES": str(root.parent)}
    done = subprocess.run(program, cwd=root, env=environment, capture_output=True, text=True, check=False)
    assert not done.stderr.startswith("Traceback")
    assert len(done.stderr.splitlines()) <= 1
    assert done.returncode in (0, 1, 2)


def test_a_terminal_that_knows_no_welsh_letters(tree: Tree) -> None:
    """Windows pipes are often cp1252: what cannot be shown is replaced, never a traceback."""
    root = tree({FILE: GREEN_WALK + "class: ŵy\n"})
    environment = {**os.environ, "PYTHONPATH": str(HERE), "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}
    program = [sys.executable, "-m", "generator", "check", "--root", str(root), "--lang", "cy"]
    done = subprocess.run(program, env=environment, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (1, b"")


def test_a_reader_who_leaves_early(tree: Tree) -> None:
    many = {f"{GLOSSARY}/word-{n}.yml": f"foo{n}: bar\n" for n in range(300)}
    environment = {**os.environ, "PYTHONPATH": str(HERE)}
    program = [sys.executable, "-m", "generator", "check", "--root", str(tree(many))]
    with subprocess.Popen(program, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() in (0, 1)


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        cli.main(["--version"])
    assert (end.value.code, capsys.readouterr().out) == (0, f"geirfa {__version__}\n")


# review


def test_review_marks_the_text_and_what_it_was_made_from(tree: Tree, run: Run) -> None:
    root = tree({FILE: "# why\n" + GREEN_WALK, BLUE: BLUE_WALK})
    said = run("review", "--root", root, "--lang", "cy", "--by", "A. Editor", "green-walk")
    assert said == (0, f"{FILE}: cy reviewed\n", "")
    found = catalogue.load(root).terms["green-walk"].review["cy"]
    assert (found.status, found.by, found.on) == ("reviewed", "A. Editor", TODAY)
    assert (root / FILE).read_text(encoding="utf-8") == (
        f"# why\n{GREEN_WALK}review:\n  cy:\n    status: reviewed\n    by: A. Editor\n    on: {TODAY}\n    of: {found.of}\n"
    )
    assert (root / BLUE).read_text(encoding="utf-8") == BLUE_WALK
    assert rows(root) == []


def test_review_of_the_first_language_has_no_print(tree: Tree, run: Run) -> None:
    root = tree({FILE: GREEN_WALK})
    run("review", "--root", root, "--lang", "en", "--by", "A", "--status", "approved", "glossary/green-walk")
    found = catalogue.load(root).terms["green-walk"].review["en"]
    assert (found.status, found.by, found.on, found.of) == ("approved", "A", TODAY, None)


def test_review_keeps_the_other_language_and_takes_a_review_back(tree: Tree, run: Run) -> None:
    root = tree({FILE: GREEN_WALK})
    run("review", "--root", root, "--lang", "en", "--by", "A", "green-walk")
    run("review", "--root", root, "--lang", "cy", "--by", "B", "green-walk")
    run("review", "--root", root, "--lang", "en", "--status", "draft", "green-walk")
    found = catalogue.load(root).terms["green-walk"].review
    assert {code: (review.status, review.by, review.on) for code, review in found.items()} == {
        "en": ("draft", None, None),
        "cy": ("reviewed", "B", TODAY),
    }


# due, new, fmt, schema


def test_due_looks_ahead(tree: Tree, run: Run) -> None:
    review = "review:\n  en:\n    status: reviewed\n    by: A\n    on: 2025-12-01\n"
    root = tree({f"{GLOSSARY}/north/green-walk.yml": GREEN_WALK + review, BLUE: BLUE_WALK + "themes: [gone]\n"})
    assert run("due", "--root", root, "--days", 10) == (0, "Nothing is due.\n", "")
    assert run("due", "--root", root, "--days", 11).out.splitlines() == [
        f"{GLOSSARY}/north/green-walk.yml",
        "  11:9  warning  This text was last reviewed on 2025-12-01.  [review-due]",
        "      Read it again, then run: geirfa review --lang en --by NAME --status reviewed green-walk",
        "",
    ]
    assert run("due", "--root", root, "--area", "north").out == run("due", "--root", root).out
    assert run("due", "--root", root, "--area", "south").out == "Nothing is due.\n"


def test_a_new_group_lies_in_the_folder_of_its_area(tree: Tree, run: Run) -> None:
    root = tree({FILE: GREEN_WALK})
    said = run("new", "asset", "north-side/walkers", "--root", root)
    assert (said.status, said.err) == (0, "")
    assert Path(said.out.strip()) == root / "content/assets/north-side/walkers.yml"
    assert "The id 'walkers' is taken" in run("new", "asset", "north-side/walkers", "--root", root).err


@pytest.mark.parametrize("kind", ["term", "glossary", "source", "vocabulary"])
def test_new_writes_a_record_that_can_be_read(tree: Tree, run: Run, kind: str) -> None:
    root = tree({FILE: GREEN_WALK})
    said = run("new", kind, "first-one", "--root", root)
    assert (said.status, said.err) == (0, "")
    written = Path(said.out.strip())
    assert written.stem == "first-one"
    codes = {row["code"] for row in rows(root) if row["file"] == str(written.relative_to(root))}
    asked_for = {"bad-id", "bad-point", "unknown-language"}  # what a blank part says has to be filled in
    assert codes <= {"placeholder", "no-definition", "unknown-value", "wrong-shape", *asked_for}
    assert codes


def test_new_knows_that_a_site_has_one_record_of_itself(tree: Tree, run: Run) -> None:
    root = tree({FILE: GREEN_WALK})
    said = run("new", "site", "first", "--root", root)
    assert said.status == 2
    assert rows(root) == []


def test_fmt_lays_out_what_is_not_and_leaves_faulty_files(tree: Tree, run: Run) -> None:
    untidy = 'definition: {cy: "Ymarfer corff ymysg coed.", en: Some exercise among trees.}\nterm: {en: green walk, cy: taith werdd}\n'
    faulty = "foo:   bar\n"
    root = tree({FILE: untidy, BLUE: BLUE_WALK, f"{GLOSSARY}/faulty.yml": faulty})
    before = files_of(root)
    said = run("fmt", "--check", "--root", root)
    assert said == (1, f"{FILE}\n", "geirfa: these files are not laid out canonically; run: geirfa fmt\n")
    assert files_of(root) == before
    assert run("fmt", "--root", root) == (0, f"{FILE}\n", "")
    assert files_of(root) == before | {FILE: GREEN_WALK.encode()}
    assert run("fmt", "--check", "--root", root) == (0, "", "")


FEEDS = """\
# The first to say something is believed.
feeds:
  # Asked for by letter.
  council:
    name:
      en: The council's list
      cy: Rhestr y cyngor
    from: https://council.example/services  # in pages
    format: oruk
    licence: Open Government Licence v3.0
  # Ours by hand.
  a-list:
    from: feeds/list.csv
    format: table
    mapping: feeds/map.yml
    area: gwynedd
"""
UNTIDY_FEEDS = """\
# The first to say something is believed.
feeds:
    # Asked for by letter.
    council:
        licence: "Open Government Licence v3.0"
        format: oruk
        from: https://council.example/services  # in pages
        name: {cy: Rhestr y cyngor, en: The council's list}
    # Ours by hand.
    a-list: {area: gwynedd, mapping: feeds/map.yml, format: table, from: feeds/list.csv}
"""


def test_fmt_lays_out_the_names_of_lists_with_their_comments(tree: Tree, run: Run) -> None:
    root = tree({SITE: "languages:\n  - code: en\n  - code: cy\n", "content/feeds.yml": UNTIDY_FEEDS})
    assert run("fmt", "--root", root) == (0, "content/feeds.yml\n", "")
    assert (root / "content/feeds.yml").read_text() == FEEDS
    assert run("fmt", "--check", "--root", root) == (0, "", "")
    (root / "content/feeds.yml").write_text(faulty := UNTIDY_FEEDS.replace("format: oruk", "format: other"))
    assert run("fmt", "--root", root) == (0, "", "")
    assert (root / "content/feeds.yml").read_text() == faulty


def test_schema_is_json_of_the_kind(tree: Tree, run: Run) -> None:
    root = tree({FILE: GREEN_WALK, SITE: "languages:\n  - code: gd\n"})
    schema = json.loads(run("schema", "term", "--root", root).out)
    assert schema["properties"]["term"]["propertyNames"] == {"enum": ["gd"]}


# start, and the build of what it made


@pytest.mark.parametrize("codes", [["en"], ["cy", "en"], ["en", "gd", "ga"]], ids=",".join)
def test_a_started_root_checks_and_builds(tmp_path: Path, run: Run, codes: list[str]) -> None:
    root = tmp_path / "place"
    said = run("start", root, "--languages", ",".join(codes))
    assert (said.status, said.err) == (0, "")
    assert said.out.splitlines()[-1] == f"Next: geirfa build --root {root}"
    assert [row for row in rows(root) if row["severity"] == "error"] == []
    assert run("fmt", "--check", "--root", root).status == 0
    built = run("build", "--root", root)
    assert (built.status, built.err) == (0, "")
    site = root / "site"
    assert sorted(path.name for path in site.iterdir() if len(path.name) == 2) == sorted(codes)
    for code in codes:
        assert (site / code / "index.html").is_file()
    assert len(list(site.glob("*/*/first-word/index.html"))) >= 1
    for address in ("index", "first-area/index", "first-area/first-group/index"):
        assert (site / codes[0] / assets_word(codes[0]) / f"{address}.html").is_file()
    finder = parse((site / codes[0] / assets_word(codes[0]) / "index.html").read_text(encoding="utf-8"))
    assert {"First area", "Meeting people", "Walking"} <= {words(link) for link in elements(finder, "a")}


def assets_word(code: str) -> str:
    """The word of a started root's groups in addresses."""
    return language(code).address_words.get("assets", "directory")


def test_start_refuses_a_folder_that_holds_something(tree: Tree, run: Run) -> None:
    root = tree({"mine.txt": "?"})
    assert run("start", root) == (2, "", f"geirfa: {root} is not empty: name a new folder.\n")
    assert run("start", root / "mine.txt").status == 2
    assert files_of(root) == {"mine.txt": b"?"}


@pytest.mark.parametrize("languages", ["", "EN", "en,", "english", "en,cy,gd,ga", "e1", "en,en"])
def test_start_refuses_what_is_no_language(tmp_path: Path, run: Run, languages: str) -> None:
    said = run("start", tmp_path / "place", "--languages", languages)
    assert said == (2, "", "geirfa: --languages takes one to three ISO 639 codes, as en,gd.\n")
    assert not (tmp_path / "place").exists()


def test_build_refuses_a_folder_that_is_no_site(tree: Tree, run: Run) -> None:
    root = tree({FILE: GREEN_WALK, "mine/letter.txt": "?"})
    said = run("build", "--root", root, "--site", root / "mine")
    assert (said.status, said.out, len(said.err.splitlines())) == (2, "", 1)
    assert (root / "mine/letter.txt").read_text(encoding="utf-8") == "?"


def test_the_command_runs_as_a_module(tree: Tree) -> None:
    assert geirfa("check", "--root", str(tree({FILE: GREEN_WALK}))).returncode == 0

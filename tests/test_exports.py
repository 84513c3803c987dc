"""What goes out to translators: which texts, what stands beside them, and the two files it stands in."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

from generator import catalogue
from generator.kinds.describe import text_rule
from generator.kinds.prints import fingerprint, text_print
from generator.kinds.record import Record
from generator.kinds.site import Site
from generator.kinds.term import Term
from generator.kinds.vocabulary import Vocabulary
from generator.units import STATUSES
from tests.conftest import ALBA, REPOSITORY, Run, Tree
from tests.findings import GLOSSARY, GREEN_WALK, geirfa
from tests.translators import NS, read, sheet_of

FILE = f"{GLOSSARY}/green-walk.yml"
DEFINITION = "glossary/green-walk:definition"
TERM = "glossary/green-walk:term"
UNTRANSLATED = GREEN_WALK.replace("  cy: Ymarfer corff ymysg coed.\n", "")
SITE = "content/site.yml"
TWO = "languages: [{code: en, locale: en-GB}, {code: cy}]\n"


def reviewed(text: str, status: str, of: str = "") -> str:
    return f"{text}review:\n  cy:\n    status: {status}\n" + (f"    of: {of}\n" if of else "")


def sent(tree: Tree, run: Run, files: dict[str, str], *options: str, name: str = "out.xlsx") -> list[dict[str, str]]:
    root = tree(files)
    said = run("export", "translate", "--root", root, "--out", root / name, *options)
    assert said.status == 0, said.err
    return read(root / name) if (root / name).exists() else []


@pytest.mark.parametrize(
    ("text", "options", "statuses"),
    [
        (GREEN_WALK, [], {}),
        (UNTRANSLATED, [], {DEFINITION: "missing"}),
        (UNTRANSLATED, ["--drafts"], {TERM: "draft", DEFINITION: "missing"}),
        (reviewed(GREEN_WALK, "reviewed", "000000000000"), [], {TERM: "stale", DEFINITION: "stale"}),
        (reviewed(UNTRANSLATED, "draft", "000000000000"), [], {TERM: "stale", DEFINITION: "missing"}),
        (reviewed(GREEN_WALK, "reviewed"), ["--drafts"], {}),
        (reviewed(GREEN_WALK, "reviewed"), ["--all"], {TERM: "reviewed", DEFINITION: "reviewed"}),
        (reviewed(GREEN_WALK, "approved"), ["--all"], {TERM: "approved", DEFINITION: "approved"}),
        (UNTRANSLATED, ["--lang", "en"], {}),
        (GREEN_WALK + "note:\n  cy: Nodyn.\n", ["--lang", "en"], {"glossary/green-walk:note": "missing"}),
        (GREEN_WALK + "note:\n  cy: Nodyn.\n", [], {}),
    ],
    ids=["fine", "missing", "drafts", "stale", "both", "reviewed", "all", "approved", "none-from", "back", "no-source"],
)
@pytest.mark.parametrize("form", ["xlsx", "xlf"])
def test_which_texts_go_out(
    tree: Tree, run: Run, text: str, options: list[str], statuses: dict[str, str], form: str
) -> None:
    rows = sent(tree, run, {FILE: text}, *options, name=f"out.{form}")
    assert {
        row["unit"]: status for row in rows for status in row["status"].split(" / ") if status in STATUSES
    } == statuses


def test_a_current_fingerprint_is_not_stale(tree: Tree, run: Run) -> None:
    of = fingerprint(catalogue.load(tree({FILE: GREEN_WALK})).terms["green-walk"], "en")
    assert sent(tree, run, {FILE: reviewed(GREEN_WALK, "reviewed", of)}) == []


@pytest.mark.parametrize(
    ("only", "units"),
    [
        ([], ["sources/handbook:note", DEFINITION]),
        (["green-walk"], [DEFINITION]),
        (["glossary/green-walk"], [DEFINITION]),
        (["term"], [DEFINITION]),
        (["sources", "green-walk"], ["sources/handbook:note", DEFINITION]),
    ],
)
def test_only_what_is_named(tree: Tree, run: Run, only: list[str], units: list[str]) -> None:
    source = "name:\n  en: Handbook\ntype: report\nnote:\n  en: Good.\n"
    rows = sent(tree, run, {FILE: UNTRANSLATED, "content/sources/handbook.yml": source}, *only)
    assert [row["unit"] for row in rows] == units


@pytest.mark.parametrize(
    ("kind", "path", "help", "one_line"),
    [
        (Term, ("term",), "the word itself, in each language", True),
        (Term, ("use", "note"), "why the other word is better, or what differs", False),
        (Vocabulary, ("entries", "name", "note"), "what belongs here", False),
        (Site, ("doors", 0, "links", 1, "name"), "what readers see", True),
        (Site, ("accessibility", "problems", 0), "what is known not to work, and what to do instead", False),
    ],
)
def test_what_a_field_is_for(kind: type[Record], path: tuple[str | int, ...], help: str, one_line: bool) -> None:
    assert text_rule(kind, path) == (help, one_line)


REFUSED = [
    ([], "Say in which format: --format xlsx or xliff, or --out with a name that ends in .xlsx or .xlf."),
    (["--format", "xliff", "--lang", "fr"], "'fr' is not a language of this site: en, cy."),
    (["--format", "xliff", "--from", "gd"], "'gd' is not a language of this site: en, cy."),
    (["--format", "xliff", "--from", "cy", "--lang", "cy"], "--from and --lang name the same language, cy."),
    (["--format", "xliff", "gren-walk"], "There is no record or kind 'gren-walk'. Did you mean 'green-walk'?"),
    (["--format", "xliff", "../../etc"], "There is no record or kind '../../etc'."),
]


@pytest.mark.parametrize(("options", "sentence"), REFUSED, ids=[sentence[:30] for _, sentence in REFUSED])
def test_refusals_are_one_sentence(tree: Tree, run: Run, options: list[str], sentence: str) -> None:
    root = tree({FILE: UNTRANSLATED, SITE: TWO})
    assert run("export", "translate", "--root", root, *options) == (2, "", f"geirfa: {sentence}\n")


def test_one_language_has_nothing_to_translate_into(tree: Tree, run: Run) -> None:
    root = tree({FILE: "term:\n  en: green walk\n", SITE: "languages: [{code: en}]\n"})
    said = run("export", "translate", "--root", root, "--format", "xlsx")
    assert said == (2, "", "geirfa: This root has one language, en: there is none to translate into.\n")


@pytest.mark.parametrize("command", [["export"], ["export", "nothing"], ["import"], ["import", "translate"]])
def test_a_format_must_be_named(run: Run, command: list[str]) -> None:
    assert run(*command).status == 2


def test_nothing_to_send_writes_no_file(tree: Tree, run: Run) -> None:
    root = tree({FILE: GREEN_WALK})
    said = run("export", "translate", "--root", root, "--out", root / "a.xlsx")
    assert said == (0, "", "geirfa: Nothing to translate from en to cy; no file was written.\n")
    assert not (root / "a.xlsx").exists()


def test_a_file_that_is_there_is_left_alone(tree: Tree, run: Run) -> None:
    root = tree({FILE: UNTRANSLATED, "a.xlsx": b"filled in"})
    said = run("export", "translate", "--root", root, "--out", root / "a.xlsx")
    sentence = f"geirfa: {root / 'a.xlsx'} is there already and may hold a translator's work: name another file.\n"
    assert said == (2, "", sentence)
    assert (root / "a.xlsx").read_bytes() == b"filled in"


def test_what_was_sent_is_said_and_what_was_left_out(tree: Tree, run: Run) -> None:
    root = tree({FILE: UNTRANSLATED, f"{GLOSSARY}/bad.yml": "foo: bar\n"})
    said = run("export", "translate", "--root", root, "--out", root / "a.xlf")
    assert said.out == f"1 texts of 1 records in {root / 'a.xlf'}\n"
    assert said.err == "geirfa: 1 records have faults and are left out: geirfa check\n"


def test_standard_output_and_a_file_get_the_same_bytes_whatever_the_surroundings(tree: Tree, run: Run) -> None:
    root = tree({FILE: UNTRANSLATED})
    for form in ("xlsx", "xliff"):
        run("export", "translate", "--root", root, "--format", form, "--out", root / f"a.{form}")
        first = (root / f"a.{form}").read_bytes()
        assert geirfa("export", "translate", "--root", str(root), "--format", form).stdout == first
    with ZipFile(root / "a.xlsx") as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = archive.read("docProps/core.xml").decode()
    assert "created" not in core and "modified" not in core


LINKED = """\
term:
  en: green walk
  cy: taith werdd
definition:
  en: Not a [[blue-walk|walk by water]], nor [[nothing]]. *Outdoors*.
use:
  term: blue-walk
  kind: synonym
  note:
    en: "=HYPERLINK(\\"https://evil.example\\")"
"""
BLUE = {f"{GLOSSARY}/blue-walk.yml": GREEN_WALK.replace("green", "blue").replace("werdd", "las")}


def test_what_a_translator_is_told(tree: Tree, run: Run) -> None:
    rows = {row["unit"]: row for row in sent(tree, run, {FILE: LINKED, **BLUE}, "--drafts", "green-walk")}
    assert list(rows) == [TERM, "glossary/green-walk:use.note", DEFINITION]
    row = rows[DEFINITION]
    source = "Not a [[blue-walk|walk by water]], nor [[nothing]]. *Outdoors*."
    assert (row["record"], row["field"], row["file"]) == ("green walk / taith werdd", "definition", FILE)
    assert (row["source"], row["target"]) == (source, "")
    assert (row["source_print"], row["target_print"]) == (text_print(source), "")
    assert row["note"].splitlines()[-1] == "blue-walk: blue walk / taith las"
    assert len(row["note"].splitlines()) == 4
    assert len(rows[TERM]["note"].splitlines()) == 2


def test_no_cell_is_a_formula_and_only_one_column_is_open(tree: Tree, run: Run) -> None:
    texts = {"def": "=1+1", "note": "+44 1443", "example": "-walk", "easy_read": "@SUM(A1)"}
    body = "".join(f"{ {'def': 'definition'}.get(name, name) }:\n  en: '{text}'\n" for name, text in texts.items())
    root = tree({FILE: f"term:\n  en: '=cmd|x'\n{body}"})
    run("export", "translate", "--root", root, "--out", root / "a.xlsx")
    sheet = sheet_of(root / "a.xlsx")
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells if cell.value} == {"s"}
    assert {cell.number_format for cell in cells} == {"@"}
    assert {str(cell.value) for cell in cells} >= set(texts.values())
    assert sheet.protection.sheet and not sheet.protection.password
    assert {cell.column_letter for cell in cells if not cell.protection.locked} == {"E"}
    assert all(cell.protection.locked for cell in cells if cell.row == 1)
    assert sheet.freeze_panes == "A2" and sheet.auto_filter.ref == "A1:J6"
    hidden = [letter for letter, dimension in sheet.column_dimensions.items() if dimension.hidden]
    assert hidden == ["I", "J"]


def test_the_headings_are_in_both_languages(tree: Tree, run: Run) -> None:
    root = tree({FILE: UNTRANSLATED})
    run("export", "translate", "--root", root, "--out", root / "a.xlsx")
    sheet = sheet_of(root / "a.xlsx")
    assert sheet.title == "en-cy"
    assert [cell.value for cell in sheet[1]] == [
        "Record / Cofnod",
        "Field / Maes",
        "Status / Statws",
        "Text / Testun [from en]",
        "Translation: write here / Cyfieithiad: ysgrifennwch yma [to cy]",
        "Note / Nodyn",
        "File / Ffeil",
        "Unit / Uned [unit]",
        "[source-print]",
        "[target-print]",
    ]


STATES = [
    (UNTRANSLATED, DEFINITION, "needs-translation"),
    (reviewed(GREEN_WALK, "reviewed", "000000000000"), DEFINITION, "needs-review-translation"),
    (GREEN_WALK, DEFINITION, "needs-review-translation"),
    (reviewed(GREEN_WALK, "reviewed"), DEFINITION, "signed-off"),
    (reviewed(GREEN_WALK, "approved"), DEFINITION, "final"),
]


@pytest.mark.parametrize(("text", "unit", "state"), STATES)
def test_a_unit_of_xliff(tree: Tree, run: Run, text: str, unit: str, state: str) -> None:
    root = tree({FILE: text, SITE: TWO})
    run("export", "translate", "--root", root, "--all", "--out", root / "a.xlf")
    top = ElementTree.parse(root / "a.xlf").getroot()
    assert (top.tag, top.get("version")) == (f"{NS}xliff", "1.2")
    file = top.find(f"{NS}file")
    assert file is not None and file.attrib == {
        "original": "content",
        "datatype": "plaintext",
        "source-language": "en-GB",
        "target-language": "cy",
    }
    found = {entry.get("id"): entry for entry in top.iter(f"{NS}trans-unit")}
    entry = found[unit]
    names = [child.tag.removeprefix(NS) for child in entry]
    assert names[:3] == ["source", "target", "context-group"] and set(names[3:]) == {"note"}
    target, context = entry.find(f"{NS}target"), entry.find(f"{NS}context-group")
    assert target is not None and target.get("state") == state
    assert context is not None and context.attrib == {"purpose": "information"}  # names would have to differ
    assert entry.get("maxwidth") is None
    assert (found[TERM].get("maxwidth"), found[TERM].get("size-unit")) == ("300", "char")


def test_another_country_sends_its_own_languages(tmp_path: Path, run: Run) -> None:
    said = run("export", "translate", "--root", ALBA, "--all", "--out", tmp_path / "a.xlsx")
    assert said.status == 0
    assert sheet_of(tmp_path / "a.xlsx").title == "en-gd"


@pytest.mark.parametrize("root", [REPOSITORY, ALBA], ids=["real", "alba"])
def test_every_text_of_real_content_goes_out_once(tmp_path: Path, run: Run, root: Path) -> None:
    found = {}
    for form in ("xlsx", "xlf"):
        run("export", "translate", "--root", root, "--all", "--out", tmp_path / f"a.{form}")
        found[form] = [(row["unit"], row["source"], row["target"]) for row in read(tmp_path / f"a.{form}")]
    assert found["xlsx"] == found["xlf"]
    assert len({unit for unit, _, _ in found["xlsx"]}) == len(found["xlsx"]) > 30

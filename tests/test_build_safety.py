"""A build is the same everywhere, all or nothing, and lets no text of a contributor become anything but text."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from generator import catalogue, cli, plugin, site
from generator.issues import Refusal
from tests.conftest import ALBA, LATEST, REPOSITORY, Tree
from tests.html import Page, bytes_of, different, elements, pages, shape, words

TERM = "term:\n  en: {en}\n  cy: {cy}\nslug:\n  cy: {slug}\ndefinition:\n  en: A thing.\n  cy: Rhywbeth.\n"
BARE = {"content/glossary/walk.yml": "term:\n  en: walk\n  cy: tro\ndefinition:\n  en: Going on foot.\n"}


def term(en: str, cy: str, more: str = "") -> str:
    return TERM.format(en=en, cy=cy, slug=cy.replace(" ", "-")) + more


def build(root: Path, target: Path | None = None) -> Path:
    """Build a root that has no errors."""
    target = target or root / "site"
    count, issues = site.build(target, catalogue.load(root), LATEST, plugin.outside)
    assert count, [issue.message() for issue in issues if issue.blocks]
    return target


def geirfa(*arguments: object, cwd: Path = REPOSITORY, **env: str) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "generator", *map(str, arguments)],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY), **env},
        capture_output=True,
        text=True,
        check=False,
    )


def test_two_builds_are_byte_for_byte_the_same(tmp_path: Path) -> None:
    """Whatever the hash seed, time zone, locale, working folder and place of the root."""
    surroundings: list[dict[str, str]] = [
        {
            "PYTHONHASHSEED": "1",
            "TZ": "Pacific/Kiritimati",
            "LC_ALL": "C",
            "PYTHONUTF8": "0",
            "PYTHONCOERCECLOCALE": "0",
        },
        {"PYTHONHASHSEED": "2", "TZ": "America/Los_Angeles", "LC_ALL": "C.UTF-8", "LANGUAGE": "cy"},
    ]
    for name, env in zip(("a", "b/deeper"), surroundings, strict=True):
        root = tmp_path / name
        shutil.copytree(REPOSITORY / "content", root / "content")
        shutil.copy(REPOSITORY / "mkdocs.yml", root)
        done = geirfa("build", "--root", root, "--site", root / "out", "--today", LATEST, cwd=root.parent, **env)
        assert done.returncode == 0, done.stderr
    assert bytes_of(tmp_path / "a/out")
    assert different(tmp_path / "a/out", tmp_path / "b/deeper/out") == []


def test_building_over_a_site_is_building_anew(tree: Tree) -> None:
    root = tree(BARE)
    old = shutil.copytree(build(root), root / "kept")
    (root / "site/en/left-over.html").write_text("old")
    build(root)
    assert different(old, root / "site") == []


def test_one_bare_record_is_a_site(tree: Tree) -> None:
    site = build(tree(BARE))
    made = pages(site)
    for file, word in (("en/glossary/walk/index.html", "walk"), ("cy/geirfa/tro/index.html", "tro")):
        assert words(made[file].first("h1")) == word
    assert {
        "index.html",
        "404.html",
        "en/index.html",
        "cy/index.html",
        "en/glossary/index.html",
        "cy/geirfa/index.html",
    } <= set(made)
    for page in made.values():
        for element in elements(page.top, "a"):
            target, anchor = page.to(element.attrib["href"])
            if "download" in element.attrib:
                assert (site / target).is_file()
                continue
            assert not target or (target in made and (not anchor or anchor in made[target].ids)), (
                page.file,
                element.attrib,
            )


def test_a_text_without_twin_stands_in_with_its_language(tree: Tree) -> None:
    made = pages(build(tree(BARE)))
    page = made["cy/geirfa/tro/index.html"]
    text = next(element for element in page.all("p") if words(element) == "Going on foot.")
    assert page.langs[text] == "en"
    assert len(page.all("p", class_="stand-in-note")) == 1


def test_a_broken_template_leaves_the_old_site(tree: Tree) -> None:
    """Rendering fails after pages have been written; the command says so in a sentence."""
    root = tree(
        {
            "content/glossary/walk.yml": term("walk", "tro"),
            "content/sources/book.yml": "name:\n  en: A book\ntype: report\n",
        }
    )
    before = bytes_of(build(root))
    template = root / "theme/templates/home.html"
    template.parent.mkdir(parents=True)
    for broken in ("<h1>{{ nothing.here }}</h1>", "{% if %}", "{{ here.page() }}"):
        template.write_text(broken)
        done = geirfa("build", "--root", root, "--today", LATEST)
        assert done.returncode != 0
        assert bytes_of(root / "site") == before
        assert not list(root.glob(".site*")), "no half-made site is left lying"
    template.unlink()
    assert bytes_of(build(root)) == before


def test_a_broken_template_is_reported_in_one_sentence(tree: Tree) -> None:
    root = tree({**BARE, "theme/templates/home.html": "{{ nothing.here }}"})
    done = geirfa("build", "--root", root, "--today", LATEST)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "home.html" in done.stderr


# A kind whose pages wait for a pipe to be written to: the build stands still in the middle, without a clock.
WAITING = '''
from pathlib import Path
from typing import ClassVar
from pydantic import Field
from generator.kinds.fields import MainLines
from generator.kinds.record import Record

class Waiting(Record):
    """A record whose page is ready when somebody writes to the pipe."""
    folder: ClassVar[str] = "waiting"
    name: MainLines = Field(description="its name")

    def json_ld(self, lang):
        Path(__file__).with_name("pipe").read_text()
        return {}

KIND = Waiting
'''


def test_a_killed_build_leaves_the_old_site(tree: Tree) -> None:
    root = tree(
        {
            "content/glossary/walk.yml": term("walk", "tro"),
            "content/waiting/one.yml": "name:\n  en: one\n  cy: un\n",
            "kinds/waiting.py": WAITING,
            "kinds/pipe": "open",
        }
    )
    before = bytes_of(build(root))
    (root / "content/glossary/walk.yml").write_text(term("walk", "tro").replace("A thing", "Another thing"))
    (root / "kinds/pipe").unlink()
    os.mkfifo(root / "kinds/pipe")
    running = subprocess.Popen(
        [sys.executable, "-m", "generator", "build", "--root", str(root), "--today", str(LATEST)],
        cwd=REPOSITORY,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    with (root / "kinds/pipe").open("w"):  # opens once the build asks: pages of words are written by then
        running.send_signal(signal.SIGKILL)
        running.wait()
    assert (root / ".site.new/en/glossary/walk/index.html").is_file(), "the build was not under way"
    assert bytes_of(root / "site") == before
    (root / "kinds/pipe").unlink()
    (root / "kinds/pipe").write_text("open")
    build(root)
    assert b"Another thing" in (root / "site/en/glossary/walk/index.html").read_bytes()
    assert not list(root.glob(".site*"))


def test_a_build_killed_between_its_two_last_steps_loses_nothing(tree: Tree) -> None:
    """The old site is aside and the new one not yet in its place; the next build fails, too."""
    root = tree(BARE)
    before = bytes_of(build(root))
    (root / "site").rename(root / ".site.old")
    (root / ".site.new").mkdir()
    with pytest.raises(ZeroDivisionError):
        site.build(root / "site", catalogue.load(root), LATEST, lambda renderer: 1 // 0)  # type: ignore[arg-type,return-value]
    assert bytes_of(root / "site") == before


def test_a_faulty_record_leaves_the_old_site(tree: Tree, capsys: pytest.CaptureFixture[str]) -> None:
    root = tree(BARE)
    before = bytes_of(build(root))
    (root / "content/glossary/run.yml").write_text("term:\n  en: run\n")
    assert cli.main(["build", "--root", str(root), "--today", str(LATEST)]) == 1
    assert bytes_of(root / "site") == before
    assert "content/glossary/run.yml" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["a folder of something else", "a file", "a link"])
def test_what_is_no_site_of_ours_is_not_replaced(tree: Tree, name: str) -> None:
    root = tree({**BARE, "other/letter.txt": "dear"})
    target = {
        "a folder of something else": root / "other",
        "a file": root / "other/letter.txt",
        "a link": root / "link",
    }[name]
    if name == "a link":
        target.symlink_to(root / "other")
    with pytest.raises(Refusal):
        build(root, target)
    assert (root / "other/letter.txt").read_text() == "dear"


NASTY = (
    """{{ body }} {% raw %} {title} {0} %s %7Btitle%7D </script><script>alert(1)</script> </textarea> </title> "double" 'single' """
    """[[x]] <!-- --> &amp; &#39; <img src=x onerror=alert(1)> $& \\1 </p></div>"""
)
TAME = "tame"


def nasty_root(words: str) -> Mapping[str, str]:
    """A root that says `words` wherever a contributor can write. [[x]] is a record, so that it may be named."""
    said = words.replace("'", "''")
    both = f"{{en: '{said}', fr: '{said}'}}"
    prose = "{en: 'It is %s, so.', fr: 'Voici %s.'}" % ((said.replace("[[x]]", ""),) * 2)
    record = (
        f"term: {both}\nslug: {{fr: n}}\nsuggested: true\nclass: core\ndefinition: {prose}\neasy_read: {prose}\nnote: {prose}\nexample: {prose}\n"
        f"forms: {{en: {{other: ['{said}']}}, fr: {{plural: ['{said}']}}}}\nthemes: [one]\nsources: [{{source: book, supports: ['{said}']}}]\n"
        f"changes: [{{on: 2026-11-20, what: {both}}}]\n"
        f"review: {{en: {{status: reviewed, by: '{said}', on: 2026-11-20}}}}\n"
        "link: {auto: false}\n"  # harmless words are mentioned in texts, nasty ones are no words
    )
    number = f"{{name: {both}, what: {both}, phone: '999', then: {both}, hours: {both}, source: 'https://a.example/', checked: 2026-11-01}}"
    return {
        "content/site.yml": (
            f"languages: [{{code: en}}, {{code: fr}}]\nname: {both}\ntagline: {both}\nabout: {prose}\nsubject: {both}\nsuggested_by: {both}\nlicence: {both}\nurl: https://n.example/\n"
            f"repository: https://code.example/n\nemail: a@n.example\nbranch: '{said}'\nclasses: {{core: {prose}}}\n"
            f"doors: [{{name: {both}, what: {both}, to: glossary, links: [{{name: {both}, to: suggested}}]}}]\n"
            f"urgent: [{number}]\nurgent_note: {prose}\n"
            f"accessibility: {{reviewed: 2026-11-01, tested: {prose}, status: {both}, problems: [{prose}], enforcement: {prose}}}\n"
        ),
        "content/vocabularies/themes.yml": f"name: {both}\nnote: {prose}\nentries: {{one: {{name: {both}, note: {prose}}}}}\n",
        "content/sources/book.yml": f"name: {both}\nslug: {{fr: b}}\ntype: report\nby: '{said}'\npublished: '{said}'\nlicence: '{said}'\nnote: {prose}\n",
        "content/glossary/nasty.yml": record,
        "content/glossary/x.yml": f"term: {{en: x, fr: x}}\nuse: {{term: nasty, kind: synonym, note: {prose}}}\nthemes: [one]\nlink: {{auto: false}}\n",
        "content/pages/en/about.md": f"---\ntitle: '{said}'\ndescription: '{said}'\n---\nIt is `{words}`.\n",
    }


def test_no_text_becomes_anything_but_text(tree: Tree) -> None:
    """The same root with harmless words has the same elements on every page: nothing was opened, closed or filled in."""
    nasty = pages(build(_written(tree({}) / "nasty", nasty_root(NASTY))))
    tame = pages(build(_written(tree({}) / "tame", nasty_root(TAME))))
    assert set(nasty) == set(tame)
    shapes = {file: (shape(nasty[file].top), shape(tame[file].top)) for file in nasty}
    different_words_different_warnings = {"en/quality/index.html", "fr/quality/index.html"}
    assert {file for file, (one, other) in shapes.items() if one != other} <= different_words_different_warnings
    page = nasty["en/glossary/nasty/index.html"]
    whole = " ".join(NASTY.split())
    assert words(page.first("h1")) == whole
    assert page.title == whole, "a title that is the site's name stands once"
    assert words(page.first("a", class_="brand")) == whole
    assert words(page.first("textarea")).startswith(f"About the page: {whole} https://n.example/en/glossary/nasty/")
    mail = next(a.attrib["href"] for a in page.all("a") if a.get("href", "").startswith("mailto:"))
    assert parse_qs(urlsplit(mail).query)["subject"] == [f"Suggestion: {NASTY}"]
    assert words(nasty["en/about/index.html"].first("h1")) == whole


def _written(root: Path, files: Mapping[str, str]) -> Path:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root


@pytest.mark.parametrize(
    "mark", ["\ue000body\ue001", r"\ue000body\ue001", r"\U0000e000body\U0000e001"], ids=["raw", "escape", "long escape"]
)
@pytest.mark.parametrize("file", ["content/glossary/walk.yml", "content/site.yml"])
def test_marks_of_the_frame_are_refused_in_records(tree: Tree, file: str, mark: str) -> None:
    root = tree({**BARE, "content/site.yml": "name:\n  en: Site\n"})
    name = "example" if file.endswith("walk.yml") else "tagline"
    with (root / file).open("a", encoding="utf-8") as handle:
        handle.write(f'{name}:\n  en: "before {mark} after"\n')
    assert any(issue.blocks and issue.file == file for issue in catalogue.load(root).issues)


def test_marks_of_the_frame_are_text_in_hand_written_pages(tree: Tree) -> None:
    text = "before \ue000body\ue001 \ue000csp\ue001 {{ body }} after"
    made = pages(build(tree({**BARE, "content/pages/en/about.md": f"---\ntitle: 'T \ue000body\ue001'\n---\n{text}\n"})))
    page = made["en/about/index.html"]
    assert text in words(page.id("main"))
    assert page.title.startswith("T \ue000body\ue001")


MOVING = {
    "content/glossary/new.yml": term("new", "newydd", "former_slugs:\n  en:\n    - older\n  cy:\n    - hynaf\n"),
    "content/glossary/other.yml": term("other", "arall"),
    "content/glossary/old.yml": "moved_to: new\nslug:\n  cy: hen\nformer_slugs:\n  cy:\n    - hen-iawn\n",
    "content/glossary/whole.yml": "moved_to:\n  - new\n  - other\nslug:\n  cy: cyfan\n",
    "content/site.yml": "name:\n  en: Site\n  cy: Gwefan\nurl: https://m.example/\n",
}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("en/glossary/older/", "en/glossary/new/"),
        ("cy/geirfa/hynaf/", "cy/geirfa/newydd/"),
        ("en/glossary/old/", "en/glossary/new/"),
        ("cy/geirfa/hen/", "cy/geirfa/newydd/"),
        ("cy/geirfa/hen-iawn/", "cy/geirfa/newydd/"),
    ],
)
def test_old_addresses_lead_on(tree: Tree, old: str, new: str) -> None:
    made = pages(build(tree(MOVING)))
    page = made[f"{old}index.html"]
    assert page.lang == old[:2]
    delay, _, target = (page.meta("refresh") or "").partition("; url=")
    assert (delay, page.to(target)[0]) == ("0", f"{new}index.html")
    assert page.to(page.first("a").attrib["href"])[0] == f"{new}index.html" in made
    assert page.link_of("canonical")[0].attrib["href"] == f"https://m.example/{new}"
    assert page.meta("robots") == "noindex"


@pytest.mark.parametrize(
    ("file", "lang"), [("en/glossary/whole/index.html", "en"), ("cy/geirfa/cyfan/index.html", "cy")]
)
def test_a_split_record_offers_its_parts(tree: Tree, file: str, lang: str) -> None:
    made = pages(build(tree(MOVING)))
    page: Page = made[file]
    assert page.meta("refresh") is None
    assert [words(made[page.to(a.attrib["href"])[0]].first("h1")) for a in page.all("a")] == {
        "en": ["new", "other"],
        "cy": ["newydd", "arall"],
    }[lang]


def test_an_old_address_never_replaces_a_page(tree: Tree, capfd: pytest.CaptureFixture[str]) -> None:
    root = tree({**MOVING, "content/glossary/new.yml": term("new", "newydd", "former_slugs:\n  en:\n    - other\n")})
    assert cli.main(["build", "--root", str(root), "--today", str(LATEST)]) == 1
    assert "address-clash" in capfd.readouterr().out


CLASHES = {
    "two records": {"content/glossary/run.yml": term("run", "tro")},
    "a list and a view": {
        "content/site.yml": "paths:\n  themes:\n    en: glossary\n",
        "content/vocabularies/themes.yml": "name:\n  en: T\nentries:\n  a:\n    name:\n      en: A\n",
    },
    "a hand-written page and a list": {"content/pages/en/glossary.md": "---\ntitle: T\n---\nText.\n"},
    "a hand-written page and the home page": {"content/pages/en/home.md": "---\ntitle: T\n---\nText.\n"},
    "two views": {"content/site.yml": "paths:\n  quality:\n    en: checks\n"},
}


@pytest.mark.parametrize("name", CLASHES)
def test_two_pages_never_share_an_address(tree: Tree, name: str, capfd: pytest.CaptureFixture[str]) -> None:
    root = tree({"content/glossary/walk.yml": term("walk", "tro"), **CLASHES[name]})
    assert cli.main(["build", "--root", str(root), "--today", str(LATEST)]) in (1, 2)
    assert not (root / "site").exists()
    said = "".join(capfd.readouterr())
    assert "address" in said and "Traceback" not in said


def test_several_roots_in_one_process_share_nothing(alba_site: Path, tmp_path: Path) -> None:
    """A root built between two others comes out as it does alone, and so do they."""
    kind = WAITING.replace('Path(__file__).with_name("pipe").read_text()', "pass")
    first = _written(
        tmp_path / "first", {**BARE, "kinds/waiting.py": kind, "content/waiting/a.yml": "name:\n  en: a\n"}
    )
    second = _written(
        tmp_path / "second",
        {
            **BARE,
            "kinds/waiting.py": kind.replace("name:", "called:").replace(
                '= "waiting"', '= "waiting"\n    title_field: ClassVar[str] = "called"'
            ),
            "content/waiting/b.yml": "called:\n  en: b\n",
        },
    )
    one = bytes_of(build(first))
    other = bytes_of(build(second, tmp_path / "second-site"))
    assert different(alba_site, build(ALBA, tmp_path / "alba-site")) == []
    assert bytes_of(build(first)) == one
    assert bytes_of(build(second, tmp_path / "second-site")) == other
    assert "en/waiting/b/index.html" in other and "en/waiting/b/index.html" not in one

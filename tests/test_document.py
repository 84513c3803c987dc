"""The glossary as one document, and what is new: as a page, as a file to keep, as a feed."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from generator import cli
from tests.conftest import TODAY, Tree, made
from tests.html import Page, elements, pages, parse, words

ATOM = {"a": "http://www.w3.org/2005/Atom"}
ROOT = {
    "content/site.yml": "name: {en: Words, cy: Geiriau}\nurl: https://words.example/\n",
    "content/glossary/walk.yml": (
        "term: {en: walk, cy: tro}\nslug: {cy: tro}\ndefinition: {en: 'Going on foot, not by [[bus]].', cy: 'Mynd ar droed, nid ar y [[bus]].'}\n"
        "easy_read: {en: You walk., cy: Rydych yn cerdded.}\nrelated: [bus]\n"
        "changes: [{on: 2026-11-20, what: {en: Says more & <better>., cy: Yn dweud mwy.}}, {on: 2026-11-18, what: {en: New., cy: Newydd.}}]\n"
    ),
    "content/glossary/bus.yml": (
        "term: {en: bus, cy: bws}\nslug: {cy: bws}\ndefinition: {en: A large car., cy: Car mawr.}\n"
        "changes: [{on: 2026-11-18, what: {en: New., cy: Newydd.}}]\n"
    ),
    "content/glossary/stroll.yml": (
        "term: {en: stroll, cy: llwybreiddio}\nslug: {cy: llwybreiddio}\nuse: {term: walk, kind: near-synonym, note: {en: Slower., cy: Arafach.}}\n"
    ),
}


@pytest.fixture(scope="module")
def site(between_workers: Path) -> Path:
    return made(ROOT, between_workers / "document") / "site"


@pytest.fixture(scope="module")
def shown(site: Path) -> dict[str, Page]:
    return pages(site)


@pytest.mark.parametrize(
    ("file", "titles", "letters"),
    [("en/document/index.html", ["bus", "stroll", "walk"], ["B", "S", "W"]), ("cy/document/index.html", ["bws", "llwybreiddio", "tro"], ["B", "LL", "T"])],
)  # fmt: skip
def test_every_word_stands_under_its_letter(
    file: str, titles: list[str], letters: list[str], shown: dict[str, Page]
) -> None:
    page = shown[file]
    assert [words(h3) for h3 in page.all("h3")] == titles
    assert [words(a).upper() for a in elements(page.first("nav", class_="letters"), "a")] == letters


@pytest.mark.parametrize("name", ["index.html", "glossary.htm"])
def test_its_links_stay_within_it(name: str, site: Path) -> None:
    page = parse((site / "en/document" / name).read_text(encoding="utf-8"))
    entries = {e.attrib["id"]: e for e in elements(page, "div") if e.get("class") == "entry"}
    assert set(entries) == {"bus", "stroll", "walk"}
    linked = {id: [a.attrib["href"] for a in elements(entry, "a")] for id, entry in entries.items()}
    assert linked == {"bus": ["#walk"], "stroll": ["#walk"], "walk": ["#bus", "#stroll", "#bus"]}


def test_the_file_to_keep_asks_for_nothing(site: Path) -> None:
    page = parse((site / "cy/document/glossary.htm").read_text(encoding="utf-8"))
    assert not [e for tag in ("script", "link", "img", "style") for e in elements(page, tag)]
    assert "Newidiwyd ddiwethaf 20 Tachwedd 2026." in words(page)


def test_the_page_of_what_is_new_names_every_change(shown: dict[str, Page]) -> None:
    sections = [s for s in shown["en/news/index.html"].all("section") if s.attrib.get("id", "").startswith("2026")]
    assert [words(next(elements(s, "h2"))) for s in sections] == ["20 November 2026", "18 November 2026"]
    assert [[words(a) for a in elements(s, "a")] for s in sections] == [["walk"], ["bus", "walk"]]


@pytest.mark.parametrize(
    ("lang", "titles"), [("en", ["Says more & <better>.", "New."]), ("cy", ["Yn dweud mwy.", "Newydd."])]
)
def test_the_feed_tells_the_same(lang: str, titles: list[str], site: Path, shown: dict[str, Page]) -> None:
    feed = ElementTree.parse(site / f"{lang}/news/feed.xml").getroot()
    assert [title.text for title in feed.findall("a:entry/a:title", ATOM)] == titles
    assert feed.findtext("a:updated", namespaces=ATOM) == "2026-11-20T00:00:00Z"
    ids = [id.text or "" for id in feed.findall("a:entry/a:id", ATOM)]
    page = shown[f"{lang}/news/index.html"]
    assert all(id.startswith(f"https://words.example/{lang}/news/#") for id in ids)
    assert {id.partition("#")[2] for id in ids} <= {s.attrib.get("id") for s in page.all("section")}
    assert feed.findall("a:entry/a:summary", ATOM)[1].text == ("bus, walk" if lang == "en" else "bws, tro")


def test_without_changes_there_is_neither(tree: Tree) -> None:
    root = tree({name: text.partition("changes:")[0] for name, text in ROOT.items()})
    assert cli.main(["build", "--root", str(root), "--today", str(TODAY)]) == 0
    assert not (root / "site/en/news").exists()

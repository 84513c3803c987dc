"""The page of counts: what it counts, and that it says so; and the page of choices between words."""

from __future__ import annotations

from generator import catalogue, checks
from generator.catalogue import Catalogue
from generator.counts import Counts
from generator.render import views
from generator.render.renderer import Renderer
from tests.conftest import TODAY, Tree

SITE = """\
languages: [{code: en}, {code: cy}]
counted: {en: Read this first., cy: Darllenwch hyn.}
"""
WORDS = {
    "walk": """\
term: {en: walk, cy: tro}
class: core
suggested: true
definition: {en: Exercise., cy: Ymarfer.}
easy_read: {en: You walk., cy: Cerdded.}
example: {en: We walked.}
themes: [land]
related: [swim]
sources: [{source: report, supports: [term.en, class]}, {source: report, at: 'https://example.org/', supports: [term.en]}]
origin: {en: published, cy: editorial, class: published}
review: {en: {status: approved, by: A, on: 2026-01-01}}
""",
    "swim": """\
term: {en: swim, cy: nofio}
class: core
definition: {en: In water., cy: Mewn dŵr.}
themes: [land, water]
related: [walk]
sources: [{source: report, supports: [note]}]
origin: {en: published, class: editorial}
""",
    "dip": "term: {en: dip}\nuse: {term: swim, kind: near-synonym, note: {en: It is short.}}\nthemes: [water]\n",
    "tea": "term: {en: tea, cy: te}\ndefinition: {en: A drink., cy: Diod.}\nbroader: [walk]\n",
}
OTHERS = {
    "content/site.yml": SITE,
    "content/sources/report.yml": "name: {en: Report}\ntype: report\n",
    "content/vocabularies/themes.yml": """\
name: {en: Themes, cy: Themâu}
entries: {land: {name: {en: Land, cy: Tir}}, water: {name: {en: Water, cy: Dŵr}}, air: {name: {en: Air, cy: Awyr}}}
""",
    "content/vocabularies/chosen.yml": """\
name: {en: Words chosen, cy: Geiriau dewisol}
decides: cy
entries:
  group: {name: {en: group, cy: grŵp}, note: {en: 'Not *criw*; nor *tea* or *te*.', cy: "Nid *criw*; na *tea* na *te*."}, forms: {cy: [carfan, criw]}}
  team: {name: {en: team}}
""",
}


def root(tree: Tree, words: dict[str, str] = WORDS) -> Catalogue:
    return catalogue.load(tree(OTHERS | {f"content/glossary/{id}.yml": text for id, text in words.items()}))


def test_counts(tree: Tree) -> None:
    counts = Counts(root(tree))
    assert (len(counts.words), len(counts.concepts), len(counts.weighty), counts.suggested) == (4, 3, 2, 1)
    assert counts.classes() == {"core": {"published": 1, "editorial": 1}, "": {"unknown": 2}}
    assert counts.pointing() == {"near-synonym": 1}
    assert counts.names() == {
        "en": {"published": 2, "unknown": 2},
        "cy": {"editorial": 1, "unknown": 2, "none": 1},
    }
    # Once for each word, however often the source is cited there; and only what it supports.
    assert [(source.id, dict(held)) for source, held in counts.evidence()] == [("report", {"en": 1})]
    assert counts.texts() == {
        "definition": ({"en": 3, "cy": 3}, 3),
        "easy_read": ({"en": 1, "cy": 1}, 3),
        "example": ({"en": 1, "cy": 0}, 3),
        "whole": ({"en": 1, "cy": 0}, 2),
        "shade": ({"en": 1, "cy": 0}, 1),
    }
    assert counts.states() == {"en": {"approved": 1, "none": 3}, "cy": {"none": 4}}
    assert counts.themes() == {"land": 2, "water": 2, "air": 0}
    assert counts.relations() == {"broader": 1, "related": 1, "use": 1}
    assert counts.cited() == 1


def shown(found: Catalogue, view: str, lang: str) -> str:
    renderer = Renderer(found, checks.run(found, TODAY), TODAY)
    (page,) = (page for page in views.pages(renderer) if page.section == view and page.lang == lang)
    return page.body


def rows(html: str) -> list[list[str]]:
    import html5lib

    tree = html5lib.parse(html, namespaceHTMLElements=False)
    cells = ([" ".join("".join(cell.itertext()).split()) for cell in row] for row in tree.iter("tr"))
    return [row for row in cells if row]


def test_the_page_shows_them(tree: Tree) -> None:
    body = shown(root(tree), "quality", "en")
    assert "Read this first." in body
    found = rows(body)
    for row in (
        ["Core words", "1", "1", "0", "2"],
        ["No class", "0", "0", "2", "2"],
        ["Close in meaning, not quite the same", "1"],
        ["Name published in a named source", "2", "0"],
        ["Report", "1", "0"],
        ["Concepts with an example", "1 of 3", "0 of 3"],
        ["Approved", "1", "0"],
        ["Air", "0"],
        ["Two words are related", "1"],
    ):
        assert row in found
    assert "related-twice" not in body
    assert body.index('class="badge warning"') < body.index('class="badge advice"')


def test_a_root_of_bare_records_has_a_page_too(tree: Tree) -> None:
    bare = tree({"content/glossary/tea.yml": "term: {en: tea, cy: te}\ndefinition: {en: A drink., cy: Diod.}\n"})
    body = shown(catalogue.load(bare), "quality", "cy")
    assert ["Dim dosbarth", "0", "0", "1", "1"] in rows(body)
    assert "details" not in body


def test_the_page_of_choices(tree: Tree) -> None:
    found = root(tree)
    assert rows(shown(found, "choices", "en")) == [
        ["English", "Used here", "Other words in use", "Why"],
        ["group", "grŵp", "carfan, criw", "Not criw; nor tea or te."],
        ["team", "–", "–", "–"],
    ]
    assert 'lang="cy">carfan, criw' in shown(found, "choices", "en")
    assert 'lang="en">group' in shown(found, "choices", "cy")


def test_words_that_a_reason_cites_carry_their_language(tree: Tree) -> None:
    found = root(tree)
    english, welsh = (shown(found, "choices", lang) for lang in ("en", "cy"))
    assert english.count('<em lang="cy">') == 2  # criw, te
    assert '<em lang="en">tea</em>' in welsh
    assert "<em>criw</em>" in welsh


def test_no_page_where_nothing_is_decided(tree: Tree) -> None:
    assert "choices" not in catalogue.load(tree({"content/glossary/tea.yml": WORDS["tea"]})).views


def test_findings_beyond_a_hundred_of_a_rule_are_counted(tree: Tree) -> None:
    letters = "abcdefghijk"
    words = {f"{a}{b}": f"term: {{en: {a}{b}}}\ndefinition: {{en: A drink.}}\n" for a in letters for b in letters}
    body = shown(root(tree, words), "quality", "en")
    assert body.count("is missing in Welsh") == 100
    assert f"and {2 * len(words) + 1 - 100} more" in body  # one in a list of choices

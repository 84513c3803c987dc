"""The catalogue: links both ways, addresses, orders, what stands in for a missing language; and that it stays as it is."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from generator import catalogue
from generator.catalogue import Catalogue, Said
from generator.issues import Refusal
from generator.kinds.site import stand_ins
from generator.kinds.term import Term
from tests.conftest import Tree
from tests.findings import GLOSSARY
from tests.test_checks import glossary, pointer, word

SITE = """\
name: {en: Words, cy: Geiriau}
languages:
  - code: en
  - code: cy
paths:
  glossary: {en: words, cy: geiriau}
sectors:
  - id: health
    name: {en: Health, cy: Iechyd}
"""
FILES = {
    "content/site.yml": SITE,
    "content/vocabularies/themes.yml": "name: {en: Themes, cy: Themâu}\nentries:\n  b: {name: {en: B, cy: B}}\n  a: {name: {en: A, cy: A}}\n",
    **glossary(
        {
            "walk": word("walk", "taith"),
            "green-walk": word("green walk", "taith werdd", "broader: [walk]\nrelated: [garden, walk]\n"),
            "blue-walk": word("blue walk", "taith las", "broader: [walk]\n"),
            "garden": word("garden", "gardd", "related: [blue-walk]\nslug:\n  cy: yr-ardd\n"),
            "outing": pointer("outing", "gwibdaith", "walk"),
            "trip": pointer("trip", "tro", "walk", "avoid"),
            "old-walk": "moved_to: walk\nslug:\n  cy: hen-daith\n",
            "split": "moved_to: [walk, garden]\n",
            "faulty": "foo: bar\n",
            "english-only": "term: {en: english only}\ndefinition: {en: Some.}\n",
        }
    ),
}


@pytest.fixture
def found(tree: Tree) -> Catalogue:
    return catalogue.load(tree(FILES))


def ids(records: Any) -> list[str]:
    return [record.id for record in records]


def test_what_is_where(found: Catalogue) -> None:
    assert {folder: len(records) for folder, records in found.records.items() if records} == {
        "glossary": 7,
        "vocabularies": 1,
    }
    assert list(found.moved["glossary"]) == ["old-walk", "split"]
    assert found.moved["glossary"]["split"].moved_to == ("walk", "garden")
    assert found.faulty == {("glossary", "faulty")}
    assert [issue.rule.code for issue in found.issues] == ["missing-field", "unknown-field"]
    assert (found.codes, found.main) == (("en", "cy"), "en")
    assert found.entries("themes") == ("b", "a")  # as they stand
    assert found.entries("sectors") == ("health",)
    assert found.entries("none") == ()


def test_links_both_ways(found: Catalogue) -> None:
    terms = found.terms
    assert ids(found.words_for(terms["walk"])) == ["outing", "trip"]
    assert ids(found.words_for(terms["garden"])) == []
    assert found.better(terms["trip"]) is terms["walk"]
    assert found.better(terms["walk"]) is None
    assert ids(found.narrower(terms["walk"])) == ["blue-walk", "green-walk"]
    assert ids(found.broader(terms["green-walk"])) == ["walk"]
    assert ids(found.related(terms["garden"])) == ["blue-walk", "green-walk"]  # its own first, then who names it
    assert ids(found.related(terms["blue-walk"])) == ["garden"]
    assert ids(found.related(terms["green-walk"])) == ["garden"]  # not the wider one
    assert ids(found.related(terms["walk"])) == []  # nor the narrower


def test_addresses(found: Catalogue) -> None:
    terms = found.terms
    assert found.address(terms["green-walk"], "en") == "en/words/green-walk/"
    assert found.address(terms["green-walk"], "cy") == "cy/geiriau/taith-werdd/"
    assert found.address(terms["garden"], "cy") == "cy/geiriau/yr-ardd/"
    assert found.address(terms["english-only"], "cy") == "cy/geiriau/english-only/"
    stub = found.moved["glossary"]["old-walk"]
    assert (found.slug(stub, "en"), found.slug(stub, "cy")) == ("old-walk", "hen-daith")
    assert found.word("sources", "cy") == "ffynonellau"
    assert found.word("nowhere", "cy") == "nowhere"


def test_the_other_language_stands_in(found: Catalogue) -> None:
    assert found.title(found.terms["walk"], "cy") == Said("taith", "cy")
    assert found.title(found.terms["english-only"], "cy") == Said("english only", "en")
    assert found.said({}, "cy") == Said("", "cy")
    assert found.said({"cy": "geiriau"}, "en") == Said("geiriau", "cy")


def test_orders_and_ranks(found: Catalogue) -> None:
    english = ids(found.ordered("glossary", "en"))
    assert english == ["blue-walk", "english-only", "garden", "green-walk", "outing", "trip", "walk"]
    welsh = [found.title(record, "cy").text for record in found.ordered("glossary", "cy")]
    assert welsh == ["english only", "gardd", "gwibdaith", "taith", "taith las", "taith werdd", "tro"]
    assert [found.rank(found.terms[id], "en") for id in english] == list(range(7))
    assert found.ordered("none", "en") == ()


def test_texts_and_references_are_all_there(found: Catalogue) -> None:
    texts = {(text.record.id, text.field, text.lang): text.text for text in found.texts}
    assert texts["green-walk", "term", "cy"] == "taith werdd"
    assert texts["themes", "entries.b.name", "en"] == "B"
    assert texts["site", "sectors.0.name", "cy"] == "Iechyd"
    assert not {field for _, field, _ in texts} & {"slug", "former_slugs", "paths"}
    assert {(r.record.id, r.path, r.link.folder, r.target) for r in found.references} == {
        ("green-walk", ("broader", 0), "glossary", "walk"),
        ("green-walk", ("related", 0), "glossary", "garden"),
        ("green-walk", ("related", 1), "glossary", "walk"),
        ("blue-walk", ("broader", 0), "glossary", "walk"),
        ("garden", ("related", 0), "glossary", "blue-walk"),
        ("outing", ("use", "term"), "glossary", "walk"),
        ("trip", ("use", "term"), "glossary", "walk"),
    }


def test_nothing_in_it_changes(found: Catalogue) -> None:
    records: Any = found.records
    with pytest.raises(TypeError):
        records["glossary"] = {}
    with pytest.raises(TypeError):
        records["glossary"]["walk"] = None
    with pytest.raises(AttributeError):
        found.site = None  # type: ignore[misc, assignment]
    term: Any = found.terms["walk"]
    with pytest.raises(ValidationError):
        term.term = {}
    assert isinstance(term.related, tuple)


def test_two_roots_share_nothing(tree: Tree, tmp_path_factory: pytest.TempPathFactory, found: Catalogue) -> None:
    other = tmp_path_factory.mktemp("other")
    (other / GLOSSARY).mkdir(parents=True)
    (other / "content/site.yml").write_text("languages:\n  - code: gd\n", encoding="utf-8")
    (other / GLOSSARY / "walk.yml").write_text("term: {gd: cuairt}\n", encoding="utf-8")
    there = catalogue.load(other)
    assert (there.codes, list(there.terms), there.terms["walk"].term) == (("gd",), ["walk"], {"gd": "cuairt"})
    assert found.terms["walk"].term == {"en": "walk", "cy": "taith"}


def test_the_site_address_given_stands_in_for_the_stored_one(tree: Tree) -> None:
    root = tree(FILES)
    found = catalogue.load(root, {"url": "https://a.org/b/", "repository": "https://github.com/a/b"})
    assert (found.site.url, found.site.repository) == ("https://a.org/b/", "https://github.com/a/b")
    assert found.site.name == {"en": "Words", "cy": "Geiriau"}


@pytest.mark.parametrize("files", [{}, {"content/glossary/.keep": ""}, {f"{GLOSSARY}/walk.yml": "term: {en: walk}\n"}])
def test_any_root_loads(tree: Tree, tmp_path: Path, files: dict[str, str]) -> None:
    found = catalogue.load(tree({"here.txt": "", **files}))
    assert found.codes == ("en", "cy")  # the languages we know, English first
    assert len(found.terms) == len([name for name in files if name.endswith(".yml")])


def test_a_term_in_full(tree: Tree) -> None:
    text = """\
term: {en: green walk, cy: taith werdd}
class: core
suggested: true
definition: {en: Some., cy: Peth.}
used_by: {sectors: [health], nations: [wales]}
forms: {cy: {plural: [teithiau gwyrdd], gender: feminine, other: [tro gwyrdd]}}
origin: {en: published, class: editorial}
link: {auto: false, case: true, not_forms: [gwyrdd]}
changes: [{on: 2026-11-21, what: {en: Added.}}]
"""
    term = catalogue.load(tree({f"{GLOSSARY}/green-walk.yml": text})).terms["green-walk"]
    assert isinstance(term, Term)
    assert (term.id, term.file, term.class_, term.suggested) == (
        "green-walk",
        f"{GLOSSARY}/green-walk.yml",
        "core",
        True,
    )
    assert (term.used_by.sectors, term.used_by.nations) == (("health",), ("wales",))
    assert (term.forms["cy"].plural, term.forms["cy"].gender) == (("teithiau gwyrdd",), "feminine")
    assert (term.link.auto, term.link.case, term.link.not_forms) == (False, True, ("gwyrdd",))
    assert term.changes[0].on == date(2026, 11, 21)
    assert term.json_ld("cy") == {"alternateName": ["teithiau gwyrdd", "tro gwyrdd"]}
    assert term.summaries() == {"en": "Some.", "cy": "Peth."}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("url", "a.org"),
        ("url", "javascript:x"),
        ("url", "https://a.org/?b"),
        ("repository", "git@a:b"),
        ("email", "a at b"),
    ],
)
def test_a_deployment_cannot_say_what_site_yml_could_not(name: str, value: str) -> None:
    with pytest.raises(Refusal, match=f"--{name}"):
        stand_ins({name: value})


def test_a_deployment_that_says_nothing_stands_in_for_nothing() -> None:
    assert stand_ins({"url": "https://a.org/b", "repository": None, "email": ""}) == {"url": "https://a.org/b/"}

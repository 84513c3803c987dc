"""The organisations that the field's founding texts name, and those that ran, paid for or evaluated what was tried:
each has a record, named in the languages it has a name in, with its sources, and with what came after it.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.kinds.organisation import Organisation
from tests.html import elements, parse, words
from tests.test_content import loaded

BOTH, ENGLISH = frozenset({"en", "cy"}), frozenset({"en"})

NAMED: Mapping[str, tuple[str, frozenset[str]]] = {
    "Welsh Government": ("welsh-government", BOTH),
    "WCVA": ("wcva", BOTH),
    "PAVO": ("pavo", BOTH),
    "WSSPR": ("wsspr", BOTH),
    "HEIW": ("heiw", BOTH),
    "Public Health Wales": ("public-health-wales", BOTH),
    "Welsh National Opera": ("welsh-national-opera", BOTH),
    "Wildlife Trust": ("wildlife-trusts-wales", ENGLISH),
    "Mind Cymru": ("mind-cymru", ENGLISH),
    "British Red Cross": ("british-red-cross", BOTH),
    "Health and Care Research Wales": ("health-and-care-research-wales", BOTH),
    "NALW": ("nalw", ENGLISH),
    "Bevan Commission": ("bevan-commission", BOTH),
    "RCGP Wales": ("rcgp-wales", ENGLISH),
    "BAVO": ("bavo", BOTH),
    "Cwm Taf Morgannwg Mind": ("cwm-taf-morgannwg-mind", ENGLISH),
    "SCVO": ("scvo", ENGLISH),
    "SCHW": ("scottish-communities-for-health-and-wellbeing", ENGLISH),
    "NI HLCA": ("northern-ireland-healthy-living-centre-alliance", ENGLISH),
    "Big Lottery Fund": ("big-lottery-fund", BOTH),
    "Fife Rights Forum": ("fife-rights-forum", ENGLISH),
    "Health Exchange": ("health-exchange", ENGLISH),
    "Our Health Partnership": ("our-health-partnership", ENGLISH),
    "Birmingham City Council": ("birmingham-city-council", ENGLISH),
    "Birmingham Community Trust": ("birmingham-community-trust", ENGLISH),
    "Birmingham Mental Health Trust": ("birmingham-mental-health-trust", ENGLISH),
    "Birmingham and Solihull CCG": ("birmingham-and-solihull-ccg", ENGLISH),
    "Forward Carers": ("forward-carers", ENGLISH),
    "UK Active": ("uk-active", ENGLISH),
    "Department of Health": ("department-of-health", BOTH),
}
"""Every organisation of part D of facts/seed-checklist.md, as it is named there; its record; the languages of its name."""

BEHIND = """arts-council-of-wales bangor-university bogside-and-brandywell-health-forum cardiff-metropolitan-university
cardiff-university coed-lleol grow-cardiff mantell-gwynedd montgomeryshire-wildlife-trust nesta nhs-charities-together
the-national-lottery-community-fund university-of-south-wales wihsc y-lab
aneurin-bevan-university-health-board betsi-cadwaladr-university-health-board cardiff-and-vale-university-health-board
cwm-taf-morgannwg-university-health-board hywel-dda-university-health-board powys-teaching-health-board
swansea-bay-university-health-board"""
"""Others that ran, paid for or evaluated a scheme of facts/framework.md, section (c)."""

NOW = {
    "big-lottery-fund": ["the-national-lottery-community-fund"],
    "department-of-health": ["department-of-health-and-social-care"],
}
"""What came after those that have ended or changed their name, where a source says so."""


def organisation(id: str) -> Organisation:
    record = loaded("main").of("organisations").get(id)
    assert isinstance(record, Organisation), f"content/organisations/{id}.yml is not there"
    return record


def found_by(record: Organisation) -> str:
    """Everything that leads to a record by its name, in small letters."""
    return "\n".join((*record.name.values(), *record.other_names(), *record.note.values())).casefold()


@pytest.mark.parametrize("said", NAMED)
def test_who_is_named_has_a_record(said: str) -> None:
    id, languages = NAMED[said]
    record = organisation(id)
    assert record.name.keys() == languages, f"{said}: its name stands in {sorted(record.name)}"
    assert said.casefold() in found_by(record), f"{said}: nobody who looks for this name finds {id}"


@pytest.mark.parametrize("id", BEHIND.split())
def test_who_ran_paid_for_or_evaluated_a_scheme_has_a_record(id: str) -> None:
    organisation(id)


@pytest.mark.parametrize("id", sorted({*(id for id, _ in NAMED.values()), *BEHIND.split(), *NOW}))
def test_it_says_in_both_languages_what_it_is_and_where_that_stands(id: str) -> None:
    record = organisation(id)
    assert record.summary.keys() == BOTH
    assert record.sources, f"{id} has no source"
    supported = {field.partition(".")[0] for evidence in record.sources for field in evidence.supports}
    assert supported >= {"name", "summary"}, f"{id}: no source supports {sorted({'name', 'summary'} - supported)}"


def test_what_came_after_is_linked_and_says_what_it_was() -> None:
    known = loaded("main").of("organisations").values()
    assert {r.id: list(r.now) for r in known if isinstance(r, Organisation) and r.now} == NOW
    for old, new in NOW.items():
        for id in new:
            assert organisation(old).name["en"].casefold() in found_by(organisation(id)), f"{id} does not name {old}"
        supported = [field for evidence in organisation(old).sources for field in evidence.supports]
        assert "now" in supported, f"{old}: no source says what came after"


def test_where_what_came_after_is_not_known_the_record_says_so() -> None:
    ended = organisation("birmingham-and-solihull-ccg")
    assert ended.now == ()
    assert "integrated-care-board" in ended.note["en"] and "not confirmed" in ended.note["en"]
    assert "integrated-care-board" in ended.note["cy"] and "nid ydym wedi cadarnhau" in ended.note["cy"]


def test_other_names_begin_with_those_of_the_readers_language() -> None:
    record = organisation("heiw")
    assert record.called("cy") == [("AaGIC", "cy"), ("HEIW", "en")]
    assert record.called("en") == [("HEIW", "en"), ("AaGIC", "cy")]
    assert organisation("pavo").called("cy") == [("PAVO", "cy")]


@pytest.mark.parametrize(
    ("id", "headed"), [("heiw", True), ("forward-carers", False)], ids=["with facts in short", "without"]
)
def test_its_page_shows_other_names_and_no_empty_heading(id: str, headed: bool, real_site: Path) -> None:
    record = organisation(id)
    page = parse((real_site / loaded("main").address(record, "cy") / "index.html").read_text(encoding="utf-8"))
    assert bool([e for e in elements(page, "h2") if e.attrib.get("id") == "facts"]) is headed
    marked = {words(e): e.attrib.get("lang") for e in elements(page, "span")}
    for name, code in record.called("cy"):
        assert marked[name] == (None if code == "cy" else code)

"""The directory of the real content: large enough, everywhere, honest about what is known, in its own words.

What is compared with collected facts and stored texts skips where these are not at hand.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from functools import cache

import pytest

from generator.directory import Directory
from generator.geo.whereabouts import Whereabouts
from generator.kinds.asset import Asset
from generator.texts import texts_of
from tests.conftest import SHARED
from tests.test_content import loaded
from tests.test_glossary_content import shingles, stored

LEAST, GROUPS = 300, 12
LIKE_ANY_TOWN = ("librar", "llyfrgell", "museum", "amgueddfa", "parkrun")
"""What every town has: at most a third may be that."""
NEEDED = """loneliness isolation anxiety low-mood stress debt-and-money housing work transport getting-online benefits
older-people seeing-a-gp healthy-living being-active"""
DONE = """mindfulness walking football cycling healthy-lifestyle volunteering courses parent-support gardening art crafts
community-centre support-group counselling housing-advice debt-advice benefits-advice"""
"""The needs and activities that the field's own texts name (facts/seed-checklist.md, E), by their ids here."""


def assets() -> dict[str, Asset]:
    return {id: asset for id, asset in loaded("main").of("assets").items() if isinstance(asset, Asset)}


@cache
def directory() -> Directory:
    return Directory(loaded("main"))


def test_enough_are_listed_and_not_of_one_sort() -> None:
    found = assets()
    assert len(found) >= LEAST
    alike = [id for id in found if any(word in id for word in LIKE_ANY_TOWN)]
    assert len(alike) <= len(found) / 3
    groups = Counter(group for asset in found.values() for group in directory().traits.of(asset)["interest"])
    assert len([group for group, n in groups.items() if n]) >= 11
    assert len(directory().by_activity) >= GROUPS


def test_every_need_leads_somewhere() -> None:
    assert [need for need in loaded("main").entries("needs") if need not in directory().by_need] == []


@pytest.mark.parametrize("need", NEEDED.split())
def test_needs_that_the_field_names(need: str) -> None:
    assert directory().by_need[need]


@pytest.mark.parametrize("activity", DONE.split())
def test_activities_that_the_field_names(activity: str) -> None:
    assert directory().by_activity[activity]


def test_every_authority_has_groups_and_somebody_to_ask() -> None:
    known = loaded("main")
    entries = known.entries_of("areas")
    authorities = [id for id, entry in entries.items() if entry.place and entry.place.level == "authority"]
    assert len(authorities) == 22
    assert [id for id in authorities if not directory().by_area.get(id)] == []
    assert [id for id in authorities if id not in directory().handover] == []
    for id in authorities:
        handover = directory().handover[id]
        reached = [p for p in handover.people if p.contact.phones or p.contact.web or p.contact.email]
        assert reached or handover.note, id
    assert directory().handover["wales"].people


@pytest.mark.parametrize("id", sorted(assets()))
def test_each_can_be_reached_and_says_how_it_is_known(id: str) -> None:
    asset = assets()[id]
    assert asset.sources, "no source"
    assert all(evidence.url or evidence.source or evidence.name for evidence in asset.sources)
    assert asset.checked is None, "nobody has checked"
    assert set(asset.summary) == {"en", "cy"}
    contact = asset.contact
    place = any(venue.address or venue.name or venue.near or venue.point for venue in asset.venues.values())
    reach = asset.when or contact.phones or contact.web or contact.email or place or asset.organisation
    assert reach or asset.state.now == "closed"
    assert not re.search(r"\b07(?!0|6)\d{3}", " ".join(phone.number for phone in contact.phones)), "a mobile"


def test_what_has_closed_says_so_and_is_not_found() -> None:
    closed = [id for id, asset in assets().items() if asset.state.now == "closed"]
    assert closed
    assert [id for id in closed if id in directory().numbers] == []


def test_most_have_a_place_on_the_map() -> None:
    local = [asset for asset in directory().assets if asset.shelf != "wales"]
    nowhere = [asset.id for asset in local if not directory().spots[asset.id]]
    assert len(nowhere) < len(local) * 0.1, nowhere


def test_each_lies_in_its_area() -> None:
    """As far as its postcode or its town tells; or says that it serves more."""
    where = Whereabouts(loaded("main"))
    wrong = [
        (asset.id, spot.area)
        for asset in directory().assets
        if asset.shelf != "wales" and not asset.serves
        for spot in where.spots(asset)
        if spot.area and spot.area != asset.shelf
    ]
    assert wrong == []


def test_summaries_begin_each_in_its_own_way() -> None:
    for code in ("en", "cy"):
        beginnings = Counter(" ".join(asset.summary[code].lower().split()[:5]) for asset in assets().values())
        assert [words for words, n in beginnings.items() if n > 1] == []


def test_numbers_and_postcodes_are_those_of_the_facts() -> None:
    """A record that bears the id of a row has no other postcode; its numbers stand somewhere in the facts, or on a page
    that is cited for them."""
    found = assets()
    files = sorted((SHARED / "facts").glob("*.csv"))
    if not files:
        pytest.skip("the collected facts are not at hand")
    text = " ".join(file.read_text(encoding="utf-8") for file in files)
    rows = [
        row for file in files if file.stem.startswith("assets-") for row in csv.DictReader(file.open(encoding="utf-8"))
    ]
    digits = re.sub(r"[^0-9]+", "", text)
    wrong = []
    for row in rows:
        asset = found.get(row["id_suggestion"])
        if asset is None:
            continue
        postcodes = {venue.postcode for venue in asset.venues.values() if venue.postcode}
        if row.get("postcode") and postcodes and row["postcode"] not in postcodes:
            wrong.append((asset.id, row["postcode"]))
        cited = any(evidence.url and "contact" in evidence.supports for evidence in asset.sources)
        numbers = [phone.number for phone in asset.contact.phones]
        wrong += [(asset.id, n) for n in numbers if n.replace(" ", "") not in digits and not cited]
    assert wrong == []


def test_no_text_repeats_a_stored_one() -> None:
    """No row of eight words is one of a text that was read; names and addresses are facts, and theirs."""
    faults = []
    for folder in ("assets", "organisations", "handover"):
        for record in loaded("main").of(folder).values():
            for text in texts_of(record):
                if text.path[0] not in ("name", "also") and "name" not in text.path:
                    rows = (row for row in shingles(text.text) if row in stored())
                    faults += [f"{record.id}: {text.field}.{text.lang}: {row} ({stored()[row]})" for row in rows]
    assert faults == []

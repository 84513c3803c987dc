"""A made-up county whose every place, group and look is invented: two authorities and a third without anything listed, two
towns, groups of every rhythm."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from tests.conftest import built

Record = Mapping[str, Any]

SITE: Record = {
    "name": {"en": "County", "cy": "Sir"},
    "languages": [{"code": "en", "locale": "en-GB"}, {"code": "cy", "locale": "cy-GB"}],
    "url": "https://county.example/",
    "email": "editors@county.example",
    "timezone": "Europe/London",
    "holidays": {"country": "GB", "region": "WLS"},
    "paths": {
        "assets": {"en": "directory", "cy": "cyfeiriadur"},
        "by-need": {"en": "need", "cy": "angen"},
        "by-activity": {"en": "activity", "cy": "gweithgaredd"},
        "coverage": {"en": "listed", "cy": "rhestr"},
        "week": {"en": "this-week", "cy": "yr-wythnos-hon"},
    },
}


def place(en: str, cy: str, level: str, *within: str, point: str = "") -> Record:
    where = {"level": level} | ({"within": list(within)} if within else {}) | ({"point": point} if point else {})
    return {"name": {"en": en, "cy": cy}, "place": where}


AREAS = {
    "land": place("Land", "Y Wlad", "country"),
    "vale": place("Vale", "Y Dyffryn", "authority", "land", point="52.000000, -4.000000"),
    "coast": place("Coast", "Yr Arfordir", "authority", "land", point="52.500000, -4.000000"),
    "hills": place("Hills", "Y Bryniau", "authority", "land", point="52.900000, -4.000000"),
}
PLACES = {
    "millbridge": place("Millbridge", "Pont-y-felin", "town", "vale", point="52.000000, -4.000000"),
    "harbour": place("Harbour", "Yr Harbwr", "town", "coast", point="52.500000, -4.000000"),
    "upper-mill": place("Upper Mill", "Melin Uchaf", "village", "vale", point="52.010000, -4.000000"),
}
NEEDS = {
    "loneliness": ("Loneliness", "Unigrwydd"),
    "food": ("Food", "Bwyd"),
    "sleep": ("Trouble sleeping", "Trafferth cysgu"),
    "work": ("Work", "Gwaith"),
}
CHECK = {"on": "2026-09-01", "by": {"en": "the county council", "cy": "cyngor y sir"}, "how": "phone"}


def _named(**entries: tuple[str, str]) -> Record:
    return {id.replace("_", "-"): {"name": {"en": en, "cy": cy}} for id, (en, cy) in entries.items()}


def _vocabulary(name: str, entries: Record) -> Record:
    return {"name": {"en": name, "cy": name}, "entries": dict(entries)}


def group(name: str, *when: Record, needs: tuple[str, ...] = ("loneliness",), **more: Any) -> Record:
    """A group in the middle of Millbridge, unless `more` says otherwise."""
    hall = {"hall": {"name": {"en": "Mill Hall", "cy": "Neuadd y Felin"}, "address": "1 Mill Lane, Millbridge"}}
    hall["hall"] |= {"near": "millbridge", "point": "52.001000, -4.001000"}
    base: dict[str, Any] = {"name": {"en": name, "cy": f"{name} (cy)"}, "needs": list(needs), "venues": hall}
    return base | ({"when": [dict(meeting) for meeting in when]} if when else {}) | more


def _at(place: str, point: str, **more: Any) -> Record:
    return {"main": {"near": place, "point": point, **more}}


def _source(dated: str = "", grade: str = "") -> list[Record]:
    said = {"name": "A made-up paper"} | ({"dated": dated} if dated else {}) | ({"grade": grade} if grade else {})
    return [said]


GROUPS: Mapping[str, Record] = {
    "vale/tuesday-walk": group(
        "Tuesday walk",
        {"days": ["tue"], "time": ["10:00-12:00"]},
        needs=("loneliness", "food"),
        cost={"kind": "free"},
        contact={"phones": [{"number": "01632 960001"}], "web": {"en": "https://walk.example/"}},
        checked=CHECK,
        sources=_source("2025-03", "A"),
        languages=[{"language": "cy", "when": "always"}],
    ),
    "vale/choir": group(
        "Choir",
        {"days": ["mon", "thu"], "time": ["19:00-21:00"], "term_time": "true", "bank_holidays": "closed"},
        sources=_source("2024-05-06", "B"),
        contact={"email": "choir@county.example"},
    ),
    "vale/first-friday": group("First Friday", {"days": ["fri"], "nth": ["1"], "time": ["12:00-14:00"]}),
    "vale/fortnight-club": group("Fortnight club", {"days": ["mon"], "every": "2", "from": "2026-11-30"}),
    "vale/mending-days": group("Mending days", {"on": ["2026-12-05", "2026-06-01"], "time": ["10:00"]}),
    "vale/library": group("Library", {"days": ["mon", "tue", "wed", "thu", "fri"], "time": ["09:00-17:00"]}),
    "vale/winter-soup": group("Winter soup", {"days": ["wed"], "months": ["11", "12", "1"], "part": ["evening"]}),
    "vale/ended-class": group("Ended class", {"days": ["tue"], "time": ["10:00"], "until": "2026-01-31"}),
    "vale/monthly-supper": group("Monthly supper", {"monthly": "true", "days": ["sat"]}, needs=("food",)),
    "vale/unknown-days": group("Unknown days", sources=_source()),
    "vale/safe-house": group(
        "Safe house", {"days": ["tue"]}, venues=_at("millbridge", "52.000500, -4.000500", mask="none")
    ),
    "vale/quiet-room": group(
        "Quiet room",
        {"days": ["sun"], "time": ["15:00-16:00"]},
        venues=_at("upper-mill", "52.012345, -4.003456", mask="area", address="9 Hidden Row", postcode="ZZ1 1ZZ"),
    ),
    "vale/screen-quiz": group("Screen quiz", {"days": ["tue"], "online": "true"}, remote={"online": "true"}),
    "vale/resting-club": group("Resting club", {"days": ["wed"]}, state={"now": "paused"}),
    "vale/closed-club": group("Closed club", {"days": ["wed"]}, state={"now": "closed"}, needs=("work",)),
    "coast/shore-walk": group(
        "Shore walk", {"days": ["sat"]}, venues=_at("harbour", "52.501000, -4.000000"), sources=_source("2019", "C")
    ),
    "coast/net-loft": group("Net loft", {"days": ["sun"]}, venues=_at("harbour", "52.502000, -4.000000")),
    "land/night-line": {
        "name": {"en": "Night line", "cy": "Llinell nos"},
        "needs": ["sleep", "loneliness"],
        "remote": {"phone": "true"},
        "when": [{"all_day": "true"}],
        "contact": {"phones": [{"number": "0800 000000"}]},
    },
}
LOOKS: Mapping[str, Record] = {
    "sleep-old": {"area": "vale", "needs": ["sleep"], "on": "2025-01-02", "by": {"en": "somebody else"}},
    "sleep-new": {
        "area": "vale",
        "needs": ["sleep"],
        "on": "2026-03-12",
        "by": {"en": "the made-up council", "cy": "y cyngor dychmygol"},
        "note": {"en": "We rang three halls.", "cy": "Ffoniwyd tair neuadd."},
    },
    "coast": {"area": "coast", "needs": ["loneliness"], "on": "2026-02-01", "by": {"en": "the made-up council"}},
    "hills": {"area": "hills", "needs": ["food"], "on": "2026-04-01", "by": {"en": "the made-up council"}},
}
WHOM: Record = {
    "area": "vale",
    "people": [
        {
            "role": "council",
            "name": {"en": "Vale council", "cy": "Cyngor y Dyffryn"},
            "contact": {"phones": [{"number": "01632 960999"}]},
        }
    ],
}
VOCABULARIES: Mapping[str, Record] = {
    "areas": AREAS,
    "needs": _named(**NEEDS),
    "costs": _named(free=("Free", "Am ddim"), unknown=("Not known", "Anhysbys")),
    "activities": _named(walking=("Walking", "Cerdded")),
    "join-routes": _named(self=("Just turn up", "Dewch draw")),
    "access": _named(step_free=("Step-free", "Heb risiau")),
    "audiences": _named(men=("Men", "Dynion")),
}


def files(
    groups: Mapping[str, Record] = GROUPS,
    looks: Mapping[str, Record] = LOOKS,
    places: Mapping[str, Record] = PLACES,
) -> dict[str, str]:
    """The root's files with their text."""
    records = {"site": SITE, "handover/vale": WHOM}
    records |= {
        f"vocabularies/{name}": _vocabulary(name, entries)
        for name, entries in {**VOCABULARIES, "places": places}.items()
    }
    records |= {f"assets/{id}": group for id, group in groups.items()}
    records |= {f"looks/{id}": look for id, look in looks.items()}
    return {f"content/{name}.yml": yaml.safe_dump(dict(record), sort_keys=False) for name, record in records.items()}


def site(folder: Path) -> Path:
    """The county's site, built below a folder of its own."""
    for name, text in files().items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return built(folder, folder / "out")

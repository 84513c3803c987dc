"""What a record is known by: its names, where it is, how it is reached. Read from it once, to be compared many times."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from generator.duplicates.words import MARK, Words
from generator.kinds.asset import Asset
from generator.kinds.fields import Point
from generator.kinds.organisation import Organisation
from generator.kinds.record import Record
from generator.languages.rules import fold

_NOTHING: frozenset[str] = frozenset()
_DIGITS = 9
"""Last digits of a telephone number that tell it apart, whether it begins with 0 or with the country's number."""


class Form(NamedTuple):
    """One name: its telling words, their letters in one, and whether it is the record's own name."""

    words: frozenset[str]
    joined: str
    own: bool


@dataclass(slots=True, eq=False)
class Face:
    """What one record is known by. `pages` are web addresses without what differs by accident, `hosts` their first parts;
    `others` the ids it is known not to be: those decided to be another, what came after it, what it is a part of."""

    record: Record
    forms: tuple[Form, ...]
    phones: frozenset[str] = _NOTHING
    emails: frozenset[str] = _NOTHING
    pages: frozenset[str] = _NOTHING
    hosts: frozenset[str] = _NOTHING
    numbers: frozenset[str] = _NOTHING
    postcodes: frozenset[str] = _NOTHING
    streets: frozenset[str] = _NOTHING
    towns: frozenset[str] = _NOTHING
    points: tuple[Point, ...] = ()
    area: str = ""
    body: str = ""
    ages: tuple[int | None, int | None] = (None, None)
    days: frozenset[str] = _NOTHING
    others: frozenset[str] = _NOTHING
    keys: tuple[str, ...] = ()
    """What else it is looked up by: all of the above that two records seldom share by chance."""

    @property
    def words(self) -> frozenset[str]:
        """The words of all its names."""
        return _NOTHING.union(*(form.words for form in self.forms))


def face(record: Record, words: Words) -> Face | None:
    """The face of a group or an organisation; None for any other record."""
    if isinstance(record, Asset):
        return _asset(record, words)
    return _organisation(record, words) if isinstance(record, Organisation) else None


def _asset(asset: Asset, words: Words) -> Face:
    contact, venues = asset.contact, asset.venues.values()
    pages = frozenset(map(page, contact.web.values())) if contact.web else _NOTHING
    phones = frozenset(digits(phone.number) for phone in contact.phones) if contact.phones else _NOTHING
    emails = frozenset({contact.email.lower()}) if contact.email else _NOTHING
    postcodes = words.shared(venue.postcode for venue in venues if venue.postcode)
    streets = words.shared(street for venue in venues if venue.address and (street := _street(venue.address)))
    return Face(
        asset,
        _forms(asset, words),
        phones=phones,
        emails=emails,
        pages=pages,
        hosts=words.shared(address.partition("/")[0] for address in pages),
        postcodes=postcodes,
        streets=streets,
        towns=words.shared(venue.near for venue in venues if venue.near),
        points=tuple(venue.point for venue in venues if venue.point),
        area=asset.shelf,
        body=asset.organisation or "",
        ages=(asset.ages.from_, asset.ages.to),
        days=words.shared(day for meeting in asset.when for day in meeting.days),
        others=words.shared((*asset.distinct_from, *asset.state.instead)),
        keys=(*phones, *emails, *pages, *postcodes),
    )


def _organisation(body: Organisation, words: Words) -> Face:
    pages = frozenset(map(page, body.web.values()))
    numbers = frozenset(f"{entry.scheme} {re.sub(r'[^A-Z0-9]', '', entry.number.upper())}" for entry in body.registered)
    return Face(
        body,
        _forms(body, words),
        pages=pages,
        hosts=frozenset(address.partition("/")[0] for address in pages),
        numbers=numbers,
        body=body.part_of or "",
        others=frozenset((*body.distinct_from, *body.now, *([body.part_of] if body.part_of else ()))),
        keys=(*numbers, *pages),
    )


def _forms(record: Asset | Organisation, words: Words) -> tuple[Form, ...]:
    """Every name of a record, each spelling once."""
    found: dict[str, Form] = {}
    names = [part for name in record.name.values() for part in (name, *_without_brackets(name, words))]
    own = len(names)
    for number, name in enumerate((*names, *record.other_names())):
        telling = words.of(name)
        joined = "".join(telling).replace(MARK, "").replace(" ", "")
        if joined not in found:
            found[joined] = Form(frozenset(telling), joined, number < own)
    return tuple(found.values())


def _without_brackets(name: str, words: Words) -> list[str]:
    """A name without what stands in brackets: its abbreviation, as a rule. Not where that is a place, and so a branch."""
    outer, _, rest = name.partition(" (")
    inner, closed, more = rest.rpartition(")")
    return [outer] if closed and outer and not more and not any(word[0] == MARK for word in words.of(inner)) else []


def digits(number: str) -> str:
    """What tells a telephone number apart, however it is written: '+44 1443 202020' and '01443 202 020' are one."""
    return re.sub(r"\D", "", number)[-_DIGITS:]


def page(address: str) -> str:
    """A web address without what differs by accident: scheme, www, last slash, fragment, capitals."""
    _, _, rest = address.lower().partition("://")
    return rest.partition("#")[0].rstrip("/").removeprefix("www.")


def _street(address: str) -> str:
    """The number and the street an address begins with: '57 Bryn Road, Town' -> '57 bryn'; "" where it has no number."""
    match = re.match(r"(?:[^,\d]+,)?\s*(\d+[a-z]?)\s+(\w+)", fold(address))
    return f"{match[1]} {match[2]}" if match else ""

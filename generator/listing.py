"""What is listed of a group, in plain words: for those who are asked whether it is still right. Nothing that is hidden on its
page is in it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator import markup
from generator.catalogue import Catalogue
from generator.hours import text as hours
from generator.issues import N_
from generator.kinds.asset import Asset
from generator.kinds.prints import text_print
from generator.kinds.record import Record
from generator.kinds.venue import Venue
from generator.wording import Wording

SHOWN = ("name", "state", "when", "venues", "remote", "cost", "join", "contact")
"""Fields that what is listed is made of."""

_UNKNOWN, _HIDDEN = N_("not known"), N_("The address is not shown, to keep people safe.")


class Fact(NamedTuple):
    """One line: what it is about, and what is listed, both in one language and each on one line."""

    label: str
    text: str


def facts(catalogue: Catalogue, asset: Asset, wording: Wording) -> list[Fact]:
    """What is listed of a group in a language: whether it is paused, when, where, cost, how to join, contact (the last). What nobody
    knows is said to be not known, so that whoever is asked can say it."""
    teller = _Teller(catalogue, wording)
    told = [Fact(wording.plain(N_("Paused")), _sentences(teller.pause(asset)))] if asset.state.now == "paused" else []
    lines = (
        (N_("When"), teller.times(asset)),
        (N_("Where"), teller.places(asset)),
        (N_("Cost"), teller.cost(asset)),
        (N_("How to join"), teller.joining(asset)),
        (N_("Contact"), teller.contact(asset)),
    )
    unknown = wording.plain(_UNKNOWN)
    return told + [Fact(wording.plain(label), _sentences(parts) or unknown) for label, parts in lines]


def print_of(asset: Asset) -> str:
    """Twelve hex digits that change with anything that is listed, and with nothing else."""
    return text_print(json.dumps(asset.model_dump(mode="json", include=set(SHOWN)), sort_keys=True))


def _sentences(parts: Iterator[str]) -> str:
    """Parts on one line, each ended as a sentence where another follows."""
    said = [markup.flat(part) for part in parts if part.strip()]
    ended = [part if part.endswith((".", "!", "?", ":")) else f"{part};" for part in said[:-1]]
    return " ".join([*ended, *said[-1:]])


class _Teller:
    """Puts one catalogue's groups into the words of one language."""

    def __init__(self, catalogue: Catalogue, wording: Wording) -> None:
        self.catalogue, self.wording = catalogue, wording
        self.plain = wording.plain

    def said(self, texts: Mapping[str, str]) -> str:
        """A text as plain words, "" for none."""
        return markup.plain(self.catalogue.said(texts, self.wording.lang).text, self._title)

    def _title(self, id: str) -> str:
        term: Record | None = self.catalogue.terms.get(id)
        return self.catalogue.title(term, self.wording.lang).text if term else id

    def entry(self, vocabulary: str, id: str) -> str:
        """The name of a vocabulary's entry, its id where there is none."""
        found = self.catalogue.entries_of(vocabulary).get(id)
        return self.said(found.name) if found else id

    def pause(self, asset: Asset) -> Iterator[str]:
        if asset.state.until:
            yield self.plain(N_("Expected again on {date}.")).format(date=self.wording.date(asset.state.until))
        yield self.said(asset.state.note)

    def times(self, asset: Asset) -> Iterator[str]:
        for line in hours.timetable(asset.when, self.wording):
            yield line.text
            yield self.said(line.note)

    def places(self, asset: Asset) -> Iterator[str]:
        for venue in asset.venues.values():
            yield from self._venue(venue)
        remote = asset.remote
        ways = (
            (remote.phone, N_("By phone.")),
            (remote.online, N_("Online.")),
            (remote.home, N_("At your home.")),
        )
        yield from (self.plain(way) for true, way in ways if true)
        yield self.said(remote.how)

    def _venue(self, venue: Venue) -> Iterator[str]:
        town = self.entry("places", venue.near) if venue.near else ""
        if venue.mask != "exact":
            if town and venue.mask == "area":
                yield self.plain(N_("In or near: {place}")).format(place=town) + "."
            yield self.plain(_HIDDEN)
        else:
            yield ", ".join(filter(None, (self.said(venue.name), venue.address or town, venue.postcode)))
        yield self.said(venue.note)

    def cost(self, asset: Asset) -> Iterator[str]:
        if asset.cost:
            known = asset.cost.kind != "unknown"
            name = self.entry("costs", asset.cost.kind) if known else self.plain(_UNKNOWN)
            amount = asset.cost.amount
            yield f"{name}, {self.wording.money(amount, self.catalogue.site.currency)}" if known and amount else name
            yield self.said(asset.cost.note)

    def joining(self, asset: Asset) -> Iterator[str]:
        yield ", ".join(self.entry("join-routes", id) for id in asset.join.routes)
        yield self.said(asset.join.how)

    def contact(self, asset: Asset) -> Iterator[str]:
        contact = asset.contact
        for phone in contact.phones:
            yield phone.number + (f" ({what})" if (what := self.said(phone.what)) else "")
        yield contact.email or ""
        yield from contact.web.values()
        yield self.said(contact.note)

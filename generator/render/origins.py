"""Where a record comes from, for templates: the lists of others, their licences, and which fields follow which."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from markupsafe import Markup

from generator.catalogue import Said
from generator.issues import N_
from generator.kinds.fields import is_web
from generator.kinds.record import Record
from generator.provenance import Origin
from generator.render.place import PlaceHere

FIELDS: Mapping[str, str] = {
    "name": N_("Name"),
    "term": N_("Name"),
    "also": N_("Other names"),
    "state": N_("Open, paused or closed"),
    "summary": N_("What it is"),
    "description": N_("What happens there"),
    "organisation": N_("Who is behind it"),
    "type": N_("What it is"),
    "activities": N_("What it is about"),
    "needs": N_("What it is about"),
    "audiences": N_("Who it is for"),
    "ages": N_("Who it is for"),
    "eligibility": N_("Who it is for"),
    "venues": N_("Where"),
    "remote": N_("Where"),
    "serves": N_("Where"),
    "when": N_("When"),
    "cost": N_("Cost"),
    "join": N_("How to join"),
    "company": N_("Coming with someone"),
    "languages": N_("Languages"),
    "travel": N_("Getting there"),
    "waiting": N_("Waiting"),
    "digital": N_("What you need to take part online"),
    "safety": N_("For those who send people here"),
    "contact": N_("Contact"),
    "web": N_("Its own page"),
    "registered": N_("Registered"),
    "part_of": N_("Who is behind it"),
    "funding": N_("Who pays for it"),
    "checked": N_("When it was checked"),
}
"""What readers know the fields by: as the page itself calls them, where it does."""


class Shown(NamedTuple):
    """One list of others as readers see it. `url` is the list's address, `licence_url` that of its licence; "" where unknown."""

    name: Said
    url: str
    licence: str
    licence_url: str
    origin: Origin
    follows: Sequence[Markup]
    edited: Sequence[Markup]


class OriginHere(PlaceHere):
    """As PlaceHere, for where records come from too."""

    def origins(self, record: Record) -> list[Shown]:
        """The lists of others that a record comes from."""
        return [self._shown(origin) for origin in self.directory.provenance.of(record)]

    def gone(self, record: Record) -> str:
        """The day since which no list has a record any more, as 2026-11-21; "" where one has it, or it is ours."""
        days = [one.gone for one in getattr(record, "imported", ())]
        return max(day.isoformat() for day in days) if days and all(days) else ""

    def _shown(self, origin: Origin) -> Shown:
        feed = self.catalogue.feeds.get(origin.feed)
        name = self.said(feed.name) if feed and feed.name else Said(origin.feed, self.lang)
        return Shown(
            name,
            feed.from_ if feed and feed.from_ and is_web(feed.from_) else "",
            feed.licence if feed and feed.named else "",
            (feed.licence_url if feed else None) or "",
            origin,
            self._labels(origin.follows),
            self._labels(origin.edited),
        )

    def _labels(self, names: Iterable[str]) -> list[Markup]:
        return list(dict.fromkeys(self.wording(FIELDS[name]) for name in names if name in FIELDS))

"""One group on a sheet for a noticeboard: when, who, where, whom to ring, how fresh that is; and its rules for the browser."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from markupsafe import Markup

from generator.escaping import EMPTY, escape, safe
from generator.hours.packed import packed
from generator.hours.rows import Row
from generator.hours.text import telling
from generator.issues import N_
from generator.kinds.asset import Asset, Telephone
from generator.kinds.venue import Venue
from generator.render.finding import FindingHere
from generator.render.page import lang_of
from generator.traits import FREE, SELF
from generator.week import Turn

plain = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode

WRITTEN = 40
"""Characters of an address that one copies from a noticeboard; of a longer one the name of the site is shown."""

_OF_DAY = {"morning": 9 * 60, "afternoon": 14 * 60, "evening": 18 * 60, "": 24 * 60}
"""Where in a day a part of it stands, among times."""


class Entries:
    """Those of one language. Each is made once: towns near each other share most of theirs."""

    def __init__(self, here: FindingHere) -> None:
        self.here = here
        self.wording = here.wording
        self._telling = telling(here.wording)
        self._made: dict[tuple[str, tuple[int, ...]], Markup] = {}

    def sorted(self, turns: Iterable[Turn]) -> list[Markup]:
        """List items, by time of day, then by name."""
        rank = self.here.catalogue.rank
        return [
            self._of(turn) for turn in sorted(turns, key=lambda turn: (_begin(turn), rank(turn.asset, self.here.lang)))
        ]

    def number(self, phone: Telephone) -> Markup:
        """A number to ring, and what to press then."""
        link = f'<a class="number" href="{self.here.dial(phone)}">{escape(phone.number)}</a>'
        return safe(f"{link} {self.here.line(phone.then)}" if phone.then else link)

    def _of(self, turn: Turn) -> Markup:
        key = turn.asset.id, turn.numbers
        if key not in self._made:
            self._made[key] = self._item(turn)
        return self._made[key]

    def _item(self, turn: Turn) -> Markup:
        rules = [rule for row in turn.rows if (rule := packed(row.pattern))]
        ends = _end(turn)
        marks = f' data-rules="{escape(plain(rules))}"' if rules else ""
        marks += f' data-end="{ends}"' if ends else ""
        said = self._telling.on_its_day if turn.sort == "days" else self._telling.line
        times = "<br>".join(self._when(said(row.pattern), row) for row in turn.rows)
        name = " ".join((turn.asset.id, *map(str, turn.numbers)))
        return safe(
            f'<li data-of="{name}" data-at="{_begin(turn)}"{marks}><p class="times">{times}</p>'
            f'<div class="what">{self._about(turn.asset, turn.rows)}</div></li>'
        )

    def _when(self, said: str, row: Row) -> Markup:
        found = row.pattern
        if found.time or found.part or found.all_day or not found.sure:
            return escape(said)
        if not said:
            return self.wording(N_("Ask for the time"))
        return self.wording("{when} (ask for the time)", when=said)

    def _about(self, asset: Asset, rows: Sequence[Row]) -> str:
        """HTML of all but the times."""
        here, said = self.here, self.here.title(asset)
        good = [here.good[name] for name in here.directory.traits.good(asset) if name not in (FREE, SELF)]
        cost = [here.cost(asset)] if asset.cost and asset.cost.kind != "unknown" else []
        name = f'<h3><a href="{escape(here.url(asset))}"{lang_of(said, here.lang)}>{escape(said.text)}</a></h3>'
        spots = "".join(
            f'<p class="spot">{spot}</p>' for spot in dict.fromkeys(self._where(asset, row) for row in rows)
        )
        notes = dict.fromkeys(here.plain(row.note) for row in rows if row.note)
        told = "".join(f"<p>{escape(note)}</p>" for note in notes)
        return f"{name}{spots}{told}<p>{' · '.join((self._reach(asset), *cost, *good))}</p><p>{here.fresh(asset)}</p>"

    def _where(self, asset: Asset, row: Row) -> Markup:
        """The place of a rhythm, as far as it may be shown; of one that is at several places, their towns."""
        venues = list(asset.venues.values())
        venue = asset.venues.get(row.venue or "") or (venues[0] if len(venues) == 1 else None)
        return self._place(venue) if venue else self.here.towns(asset)

    def _place(self, venue: Venue) -> Markup:
        town = self.here.entry_name("places", venue.near) if venue.near else EMPTY
        if venue.mask != "exact":
            parts = [town if venue.mask == "area" else "", self.wording(N_("ask for the address"))]
        else:
            parts = [self.here.line(venue.name) if venue.name else "", escape(venue.address) if venue.address else town]
        return safe(", ".join(filter(None, parts)))

    def _reach(self, asset: Asset) -> Markup:
        """The first way to reach a group."""
        contact = asset.contact
        if contact.phones:
            return self.number(contact.phones[0])
        if contact.email:
            email = escape(contact.email)
            return safe(f'<a href="mailto:{email}">{email}</a>')
        web, lang = self.here.web(asset)
        if web:
            shown = web.partition("://")[2].removeprefix("www.").rstrip("/")
            shown = shown if len(shown) <= WRITTEN else shown.partition("/")[0]
            return safe(f'<a href="{escape(web)}" rel="noreferrer" hreflang="{lang}">{escape(shown)}</a>')
        return self.wording(N_("No number or address was found."))


def _begin(turn: Turn) -> int:
    """The minute of the day a group begins at; what is not known comes last."""
    minutes = [span.start.hour * 60 + span.start.minute for row in turn.rows for span in row.pattern.time]
    return min(minutes or [_OF_DAY[part] for row in turn.rows for part in (*row.pattern.part, "")])


def _end(turn: Turn) -> int:
    """The minute of the day after which it is over; 0 where that is not known, or the next day."""
    spans = [span for row in turn.rows for span in row.pattern.time]
    if turn.sort == "most" or any(span.end is None or span.end <= span.start for span in spans):
        return 0
    return max((span.end.hour * 60 + span.end.minute for span in spans if span.end), default=0)

"""The list of a kind whose records have days: what is on, month by month. What is over on the day of the build is left out;
the browser hides what has ended since."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup

from generator.escaping import escape
from generator.issues import N_
from generator.kinds.record import Occasion, Record
from generator.wording import Wording

CLOCK = "over.js"
"""What hides and shows by the reader's clock."""
USES = ("agenda.css", CLOCK)
"""What such a list uses."""


class Entry(NamedTuple):
    """A record with its occasions that are not over, in order; `tags` are the values of its kind's facets that have names."""

    record: Record
    coming: tuple[Occasion, ...]
    tags: tuple[Markup, ...]

    def month(self, today: date) -> str:
        """The month in which it next begins, as 2026-12; "" for what has begun, "none" for what has no days."""
        if not self.coming:
            return "none"
        first = self.coming[0].from_
        return "" if first <= today else f"{first:%Y-%m}"


class Section(NamedTuple):
    """A heading, its id on the page, what stands under it in order."""

    heading: Markup
    id: str
    entries: tuple[Entry, ...]


def agenda(records: Sequence[Record], wording: Wording, today: date) -> list[Section]:
    """What is on, then each month to come, then what has no days. Records of one day keep the order they come in."""
    entries = [_entry(record, wording, today) for record in records if not record.over(today)]
    entries.sort(key=lambda entry: [(o.from_, o.last) for o in entry.coming[:1]] or [(date.max, date.max)])
    return [
        Section(_heading(month, wording), f"days-{month or 'now'}", tuple(found))
        for month, found in groupby(entries, key=lambda entry: entry.month(today))
    ]


def _entry(record: Record, wording: Wording, today: date) -> Entry:
    coming = tuple(occasion for occasion in record.occasions if occasion.last >= today)
    values = ((facet.names, str(getattr(record, facet.field))) for facet in record.search.facets)
    tags = tuple(wording(names[value]) for names, value in values if value in names)
    return Entry(record, coming, tags)


def _heading(month: str, wording: Wording) -> Markup:
    if month == "none":
        return wording(N_("No set days"))
    return escape(wording.part_date(month)) if month else wording(N_("Under way"))

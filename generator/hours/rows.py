"""The rows of a timetable: meetings that say the same of several days are told together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from generator.hours import pattern
from generator.hours.pattern import Pattern
from generator.kinds.fields import Span
from generator.kinds.meeting import Meeting

NO_DAY = -1
"""Stands for the day of what has none."""


class Row(NamedTuple):
    """One rhythm, with what is the same for all that it was made of. `venue` is an id of the asset's venues, or None."""

    pattern: Pattern
    venue: str | None
    online: bool
    note: Mapping[str, str]


def rows(meetings: Iterable[Meeting], *, apart: bool = True) -> list[Row]:
    """Rows in the order of the meetings. Those that differ in nothing but days and times are told together, by the day:
    10:00 to 13:00 and 14:00 to 17:00 of one day in one row, days with the same times in one row. Places and notes keep rows apart, unless `apart` is False: then they are gone."""
    found = [
        Row(pattern.of(meeting), meeting.venue, meeting.online, meeting.note)
        if apart
        else Row(pattern.of(meeting), None, False, {})
        for meeting in meetings
    ]
    if len(found) < 2:
        return found
    groups: dict[object, list[Row]] = {}
    for row in found:
        alike = row.pattern._replace(days=(), time=())
        known = bool(row.pattern.days), bool(row.pattern.time)
        key = alike, known, row.venue, row.online, tuple(row.note.items())
        groups.setdefault(key, []).append(row)
    return [row for group in groups.values() for row in (_merged(group) if len(group) > 1 else group)]


def _merged(group: list[Row]) -> list[Row]:
    by_day: dict[int, set[Span]] = {}
    for row in group:
        for day in row.pattern.days or (NO_DAY,):
            by_day.setdefault(day, set()).update(row.pattern.time)
    by_time: dict[tuple[Span, ...], list[int]] = {}
    for day in sorted(by_day):
        times = tuple(sorted(by_day[day], key=pattern.in_order))
        by_time.setdefault(times, []).append(day)
    first = group[0]
    return [
        first._replace(pattern=first.pattern._replace(days=tuple(day for day in days if day != NO_DAY), time=times))
        for times, days in by_time.items()
    ]

"""Days and parts of the day, for filters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import time
from typing import Literal

from generator.hours import pattern
from generator.hours.pattern import Pattern
from generator.kinds.fields import Span
from generator.kinds.meeting import Meeting

Part = Literal["morning", "afternoon", "evening", ""]
Slot = tuple[int, Part]
"""A weekday, from Monday which is 0, and a part of it; the part is "" where the day is known and the time is not."""

NOON, EVENING, MIDNIGHT = time(12), time(17), time(0)
PARTS: tuple[Part, ...] = ("morning", "afternoon", "evening")


def slots(meetings: Iterable[Meeting]) -> frozenset[Slot]:
    """When these meet: morning before 12:00, afternoon until 17:00, evening from then on. A span counts in each part that
    it has a minute in, past midnight as evening of the day it began; what is there day and night counts in all. What meets
    on unknown days counts nowhere."""
    return frozenset(slot for meeting in meetings for slot in _slots(pattern.of(meeting)))


def _slots(found: Pattern) -> Iterator[Slot]:
    days = {day.weekday() for day in found.on} or set(found.weekdays)
    parts: set[Part] = set(found.part)
    if found.all_day:
        parts.update(PARTS)
    for span in found.time:
        parts.update(_parts(span))
    for day in days:
        yield from ((day, part) for part in parts or {""})


def _parts(span: Span) -> Iterator[Part]:
    late = span.end is not None and span.end <= span.start
    end = span.end or span.start
    if span.start < NOON:
        yield "morning"
    if span.start < EVENING and (late or end > NOON or span.start >= NOON):
        yield "afternoon"
    if late or end > EVENING or span.start >= EVENING:
        yield "evening"

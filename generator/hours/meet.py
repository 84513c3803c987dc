"""Whether two times fall upon each other."""

from __future__ import annotations

from datetime import date, time

from generator.hours.pattern import Pattern, in_its_days
from generator.kinds.fields import Span

_MINUTES = 24 * 60


def overlap(one: Pattern, early: Span, other: Pattern, late: Span) -> bool:
    """Whether a time of one pattern and a time of another overlap on some day. False where the days of either cannot be
    counted, and where both skip weeks, for they may take turns. What goes past midnight is not followed there."""
    return _collide(early, late) and one.sure and other.sure and _share_days(one, other)


def _collide(one: Span, other: Span) -> bool:
    (begin, end), (from_, to) = _minutes(one), _minutes(other)
    return begin < to and from_ < end


def _minutes(span: Span) -> tuple[int, int]:
    """Of a day; what has no known end takes a minute."""
    begin = _minute(span.start)
    end = begin + 1 if span.end is None else _minute(span.end)
    return begin, end if end > begin else end + _MINUTES


def _minute(at: time) -> int:
    return at.hour * 60 + at.minute


def _share_days(one: Pattern, other: Pattern) -> bool:
    if one.on or other.on:
        single, rhythm = (one, other) if one.on else (other, one)
        return any(_meets(rhythm, day) for day in single.on)
    if not set(one.weekdays) & set(other.weekdays) or (one.every > 1 and other.every > 1):
        return False
    if one.months and other.months and not set(one.months) & set(other.months):
        return False
    if (one.until or date.max) < (other.from_ or date.min) or (other.until or date.max) < (one.from_ or date.min):
        return False
    return not (one.nth and other.nth) or bool(set(one.nth) & set(other.nth))


def _meets(rhythm: Pattern, day: date) -> bool:
    if rhythm.on:
        return day in rhythm.on
    within = (rhythm.from_ or day) <= day <= (rhythm.until or day)
    return within and rhythm.every == 1 and day not in rhythm.except_ and in_its_days(rhythm, day)

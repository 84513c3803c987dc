"""What of a meeting says when, without its place and notes: what meets alike has equal patterns, so that texts and rules
made of one serve many."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any, Literal, NamedTuple, TypeVar, get_args

from generator.kinds.fields import Span
from generator.kinds.meeting import Meeting, PartOfDay, Weekday

T = TypeVar("T")

LAST = -1
"""The last of its days in a month, among `Pattern.nth`."""
EVERY_DAY = tuple(range(7))

_LONG = 41 * 366
"""Days within which everything comes round: the fifth of a weekday in February is 28 years apart, 40 around 2100."""

_DAYS = {name: number for number, name in enumerate(get_args(Weekday))}
_PARTS = {name: number for number, name in enumerate(get_args(PartOfDay))}


class Pattern(NamedTuple):
    """One rhythm. Days count from Monday, which is 0; `nth` counts from 1; `every` is 1 for every week; days, `nth`, `on`,
    `time`, `part`, `months` and `except_` are in order and hold nothing twice."""

    days: tuple[int, ...]
    nth: tuple[int, ...]
    every: int
    weekly: bool
    monthly: bool
    on: tuple[date, ...]
    time: tuple[Span, ...]
    part: tuple[PartOfDay, ...]
    all_day: bool
    term_time: bool
    bank_holidays: Literal["closed", "open", "ask"] | None
    months: tuple[int, ...]
    from_: date | None
    until: date | None
    except_: tuple[date, ...]

    @property
    def sure(self) -> bool:
        """Whether its days can be counted: known, and with a first day where it skips weeks."""
        if self.on:
            return True
        if self.weekly or self.monthly or not (self.days or self.all_day):
            return False
        return self.every == 1 or (self.from_ is not None and bool(self.days))

    @property
    def weekdays(self) -> tuple[int, ...]:
        """Its days; all seven for what is there day and night."""
        return self.days or (EVERY_DAY if self.all_day else ())


_MOST = 50_000
_MADE: dict[int, tuple[Meeting, Pattern]] = {}
"""The patterns of meetings that have been asked for, by the meeting itself: a build asks a dozen times for each."""


def of(meeting: Meeting) -> Pattern:
    """The pattern of a meeting."""
    known = _MADE.get(id(meeting))
    if known is None:
        if len(_MADE) > _MOST:
            _MADE.clear()
        known = _MADE[id(meeting)] = meeting, _made(meeting)
    return known[1]


def _made(meeting: Meeting) -> Pattern:
    return Pattern(
        _sorted([_DAYS[day] for day in meeting.days]),
        _sorted([LAST if n == "last" else int(n) for n in meeting.nth], _last_at_last),
        max(meeting.every or 1, 1),
        meeting.weekly or (meeting.every == 1 and not meeting.days),
        meeting.monthly,
        _sorted(meeting.on),
        _sorted(meeting.time, in_order),
        _sorted(meeting.part, _PARTS.__getitem__),
        meeting.all_day,
        meeting.term_time,
        meeting.bank_holidays,
        _sorted([int(month) for month in meeting.months]),
        meeting.from_,
        meeting.until,
        _sorted(meeting.except_),
    )


def _sorted(values: Sequence[T], key: Callable[[T], Any] | None = None) -> tuple[T, ...]:
    """Values in order, each once. Nearly all have one value or none: ten thousand meetings are read thus many times."""
    if len(values) < 2:
        return tuple(values)
    return tuple(sorted(set(values), key=key))  # type: ignore[type-var,arg-type]


def _last_at_last(n: int) -> int:
    return n % 9


def in_order(span: Span) -> tuple[str, str]:
    """The order of times of a day."""
    return span.start.isoformat(), span.end.isoformat() if span.end else ""


def in_its_days(pattern: Pattern, day: date) -> bool:
    """Whether a day is one by its weekday, its place in the month and its month; whatever weeks it skips, and wherever it
    begins and ends."""
    if day.weekday() not in pattern.weekdays or (pattern.months and day.month not in pattern.months):
        return False
    if not pattern.nth:
        return True
    last = (day + timedelta(days=7)).month != day.month
    return (day.day - 1) // 7 + 1 in pattern.nth or (last and LAST in pattern.nth)


def occurs(pattern: Pattern, first: date, day: date) -> bool:
    """Whether a day is one of a pattern whose first day is `first`, in the weeks that it meets in; exceptions apart."""
    within = first <= day <= (pattern.until or day)
    return within and in_its_days(pattern, day) and _in_its_weeks(pattern, first, day)


def first_day(pattern: Pattern, start: date) -> date | None:
    """The first of its days from its own first day on, else from `start`; None where it has none. Weeks are counted from
    that day also where its season begins later."""
    day = pattern.from_ or start
    stop = pattern.until or date.max - timedelta(days=8)
    counted: date | None = None
    for _ in range(_LONG if pattern.nth or pattern.months else 7):
        if day > stop:
            return None
        if day.weekday() in pattern.weekdays:
            counted = counted or day
            if in_its_days(pattern, day) and _in_its_weeks(pattern, counted, day):
                return day
        day += timedelta(days=1)
    return None


def _in_its_weeks(pattern: Pattern, first: date, day: date) -> bool:
    if pattern.every == 1 or pattern.nth:
        return True
    weeks = (day - first + timedelta(days=first.weekday() - day.weekday())).days // 7
    return weeks % pattern.every == 0

"""When it meets as a rule that calendars follow: RFC 5545, section 3.3.10.

A rule holds whatever can be counted. Terms of schools cannot, for no table of them stands in a source: rules leave them
out, and whoever shows dates says so in words (`Recurrence.term_time`).
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import NamedTuple

from generator.hours import pattern
from generator.hours.pattern import Pattern
from generator.hours.setting import NOWHERE, Setting
from generator.kinds.fields import Span
from generator.kinds.meeting import Meeting

WINDOW = 10
"""Bank holidays are taken out until the end of the year that is so many years after `start`: what is known of a group may
be years old, and a calendar file once fetched is kept for long."""
UNDATED = date(2020, 1, 1)
"""Stands in where nothing about a record bears a date."""

_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


class Recurrence(NamedTuple):
    """One time of day (or a whole day, where `span` is None: its time is not known, or it is day and night) on days that
    `rule` gives from `start` on, `start` among them; without a rule, on `start` and the days of `more`."""

    start: date
    span: Span | None
    rule: str
    until: date | None
    more: tuple[date, ...]
    except_: tuple[date, ...]
    term_time: bool

    @property
    def rrule(self) -> str:
        """The rule with its end, in the time of any clock; "" for single days."""
        if not self.rule or not self.until:
            return self.rule
        return f"{self.rule};UNTIL={self.until:%Y%m%d}{'T235959' if self.span else ''}"


def start_of(dated: str) -> date:
    """The first day of a date that may lack day and month, as '2026-11'; UNDATED for none."""
    year, month, day = ([int(part) for part in dated.split("-")] + [1, 1])[:3] if dated else UNDATED.timetuple()[:3]
    return date(year, month, day)


def rrules(meeting: Meeting, start: date, setting: Setting = NOWHERE) -> list[Recurrence]:
    """The rules of a meeting, one for each time of day; none where its days are not known. Where it has no first day, the
    first of its days from `start` on is taken for it: the date of what is known, never today."""
    return list(recurrences(pattern.of(meeting), start, setting))


@lru_cache(maxsize=512)
def recurrences(found: Pattern, start: date, setting: Setting = NOWHERE) -> tuple[Recurrence, ...]:
    """The same of a pattern."""
    if not found.sure:
        return ()
    first = found.on[0] if found.on else pattern.first_day(found, start)
    if first is None:
        return ()
    rule = "" if found.on else rule_of(found)
    left_out = found.except_ if found.on else _left_out(found, first, max(first, start), setting)
    spans: tuple[Span | None, ...] = (None,) if found.all_day or not found.time else found.time
    until = None if found.on else found.until
    return tuple(Recurrence(first, span, rule, until, found.on[1:], left_out, found.term_time) for span in spans)


def rule_of(found: Pattern) -> str:
    """The rule of a pattern without its end: 'FREQ=MONTHLY;BYDAY=2FR,-1FR'."""
    days = [_CODES[day] for day in found.weekdays]
    parts = ["FREQ=MONTHLY" if found.nth else "FREQ=WEEKLY"]
    if found.every > 1 and not found.nth:
        parts.append(f"INTERVAL={found.every}")
    parts.append(f"BYDAY={','.join(by_day(found))}" if days else "")
    if found.months and len(found.months) < 12:
        parts.append(f"BYMONTH={','.join(map(str, found.months))}")
    return ";".join(parts)


def by_day(found: Pattern) -> list[str]:
    """The days of a pattern as RFC 5545 writes them: TU, 2FR, -1MO."""
    return [f"{n}{_CODES[day]}" for day in found.weekdays for n in found.nth or ("",)]


def _left_out(found: Pattern, first: date, window: date, setting: Setting) -> tuple[date, ...]:
    days = set(found.except_)
    if found.bank_holidays == "closed":
        days.update(setting.bank_holidays(window, date(window.year + WINDOW, 12, 31)))
    return tuple(sorted(day for day in days if pattern.occurs(found, first, day)))

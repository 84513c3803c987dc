"""When it meets in the words of schema.org: opening hours where every week is alike, else schedules.

Neither can say everything: what they cannot stands in `description`, in the reader's language.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from generator.hours import pattern
from generator.hours.pattern import Pattern
from generator.hours.rule import by_day
from generator.hours.setting import Setting
from generator.hours.text import telling
from generator.kinds.fields import Span
from generator.kinds.meeting import Meeting
from generator.wording import Wording

OPENING, SCHEDULE = "openingHoursSpecification", "eventSchedule"
_DAYS = tuple(f"https://schema.org/{day}" for day in "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())


def schema(meetings: Iterable[Meeting], wording: Wording, setting: Setting) -> dict[str, list[Mapping[str, Any]]]:
    """`openingHoursSpecification` for what is the same every week, `eventSchedule` for the rest; each only where there is
    such a meeting. Values are shared between calls: they are to be written out, not changed."""
    tell = telling(wording)
    found: dict[str, list[Mapping[str, Any]]] = {}
    for meeting in meetings:
        rhythm = pattern.of(meeting)
        name, made = _made(rhythm, tell.line(rhythm), setting.timezone)
        if made:
            found.setdefault(name, []).extend(made)
    return found


@lru_cache(maxsize=8192)
def _made(found: Pattern, line: str, timezone: str) -> tuple[str, tuple[Mapping[str, Any], ...]]:
    if _is_opening(found):
        return OPENING, tuple(_opening(found, span, line) for span in found.time or (None,))
    if not line:
        return SCHEDULE, ()
    days: tuple[date | None, ...] = found.on or (None,)
    spans = found.time or (None,)
    return SCHEDULE, tuple(_schedule(found, day, span, line, timezone) for day in days for span in spans)


def _is_opening(found: Pattern) -> bool:
    """Whether hours of opening can say it: known times on known days, week by week, all year."""
    timed = found.all_day or (bool(found.time) and all(span.end for span in found.time))
    plain = not (found.on or found.nth or found.every > 1 or found.weekly or found.monthly)
    return timed and plain and bool(found.weekdays) and not (found.term_time or found.months)


def _opening(found: Pattern, span: Span | None, line: str) -> Mapping[str, Any]:
    made: dict[str, Any] = {
        "@type": "OpeningHoursSpecification",
        "dayOfWeek": [_DAYS[day] for day in found.weekdays],
        "opens": f"{span.start:%H:%M}" if span else "00:00",
        "closes": f"{span.end:%H:%M}" if span and span.end else "23:59",
    }
    if found.from_:
        made["validFrom"] = found.from_.isoformat()
    if found.until:
        made["validThrough"] = found.until.isoformat()
    if found.bank_holidays or found.except_:
        made["description"] = line
    return made


def _schedule(found: Pattern, day: date | None, span: Span | None, line: str, timezone: str) -> Mapping[str, Any]:
    made: dict[str, Any] = {"@type": "Schedule", "description": line}
    if not day and (found.weekdays or found.weekly or found.monthly or found.every > 1):
        made["repeatFrequency"] = "P1M" if found.nth or found.monthly else f"P{found.every}W"
    if not day and found.weekdays:
        made["byDay"] = by_day(found) if found.nth else [_DAYS[weekday] for weekday in found.weekdays]
    if found.months:
        made["byMonth"] = list(found.months)
    if first := day or found.from_:
        made["startDate"] = first.isoformat()
    if last := day or found.until:
        made["endDate"] = last.isoformat()
    if span:
        made["startTime"] = f"{span.start:%H:%M}"
    if span and span.end:
        made["endTime"] = f"{span.end:%H:%M}"
    if found.except_ and not day:
        made["exceptDate"] = [other.isoformat() for other in found.except_]
    if timezone:
        made["scheduleTimezone"] = timezone
    return made

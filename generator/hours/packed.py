"""The days of a pattern, small, as the browser counts them: `theme/assets/find/week.js` is the twin of `dates`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.hours import pattern
from generator.hours.pattern import Pattern


def packed(found: Pattern) -> Mapping[str, Any]:
    """What says the days, as JSON can hold it, dates as 2026-11-21; what does not limit them is left out.

    {on: [date, …]} for single days; else {days: [weekday, …], nth: [1 to 5, or -1 for the last, …], every: weeks,
    from: first day, until: last day, months: [1 to 12, …], closed: 1 where it does not meet on bank holidays}; in both
    {not: [date, …]}. {} for days that cannot be counted. Weekdays count from Monday, which is 0."""
    if not found.sure:
        return {}
    left_out = {"not": [day.isoformat() for day in found.except_]}
    if found.on:
        return _filled({"on": [day.isoformat() for day in found.on], **left_out})
    first = pattern.first_day(found, found.from_) if found.from_ else None
    if found.from_ and not first:
        return {"on": []}  # its last day is before its first
    return _filled(
        {
            "days": list(found.weekdays),
            "nth": list(found.nth),
            "every": found.every if found.every > 1 and not found.nth else 0,
            "from": first and first.isoformat(),
            "until": found.until and found.until.isoformat(),
            "months": list(found.months) if len(found.months) < 12 else [],
            "closed": int(found.bank_holidays == "closed"),
            **left_out,
        }
    )


def _filled(values: Mapping[str, Any]) -> Mapping[str, Any]:
    return {name: value for name, value in values.items() if value}

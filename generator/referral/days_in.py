"""The days of a schedule: FREQ, INTERVAL, BYDAY and their like (RFC 5545), and names of weekdays in their place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, TypeAlias

from generator.referral import cells
from generator.referral.dirt import BAD_NUMBER, BAD_WORD
from generator.referral.names import DAY_CODES
from generator.referral.reading import Node

Meeting: TypeAlias = dict[str, Any]

_DAYS = {code: day for day, code in DAY_CODES.items()}
_TOKEN = re.compile(r"([+-]?\d{1,2})?\s*([A-Za-z]{2,9})\.?")
_ISO_WEEKDAYS = dict(zip("1234567", _DAYS.values(), strict=True))
_FREQUENCIES = {
    "": "", "WEEKLY": "WEEKLY", "WEEK": "WEEKLY", "MONTHLY": "MONTHLY", "MONTH": "MONTHLY", "DAILY": "DAILY", "DAY": "DAILY"
}  # fmt: skip
_NTHS = {"-1": "last", "1": "1", "2": "2", "3": "3", "4": "4", "5": "5"}


def when(schedule: Node) -> list[Meeting]:
    """The days of a schedule, as many meetings as it takes; nothing where it names none."""
    frequency = _frequency(schedule)
    tokens = _tokens(schedule)
    every = int(schedule.cell("interval", cells.number) or 1)
    if every < 1 or every > 52:
        schedule.keep("interval")
        schedule.row.find(schedule.at("interval"), BAD_NUMBER, value=every)
        every = 1
    if frequency == "DAILY" and every == 1 and not tokens:
        return [{"days": list(DAY_CODES)}]
    placed = _by_place(tokens, _month_weeks(schedule)) if frequency != "WEEKLY" or any(n for n, _ in tokens) else None
    if placed and any(nth for nth in placed):
        months = _months(schedule, every)
        return [{"days": days, **({"nth": list(nth)} if nth else {}), **months} for nth, days in placed.items()]
    days = [day for _, day in tokens]
    if frequency == "MONTHLY":
        unread(schedule, "interval")
        return [{"days": days, "monthly": "true"} if days else {"monthly": "true"}]
    if frequency == "DAILY":
        unread(schedule, "freq", "interval")
        return []
    return _weekly(days, every, frequency, schedule)


def _weekly(days: list[str], every: int, frequency: str, schedule: Node) -> list[Meeting]:
    if not days and frequency and (first := cells.day(schedule.value.get("dtstart") or "").text):
        days = [list(DAY_CODES)[date.fromisoformat(first).weekday()]]  # RFC 5545: a week's day is that of its beginning
    if not days:
        return [{"every": str(every)}] if every > 1 and frequency else [{"weekly": "true"}] if frequency else []
    return [{"days": days, "every": str(every)} if every > 1 else {"days": days, **_months(schedule, 1)}]


def _frequency(schedule: Node) -> str:
    said = schedule.value.get("freq")
    found = _FREQUENCIES.get(str(said or "").strip().upper())
    if found is None:
        schedule.row.find(schedule.at("freq"), BAD_WORD, value=said)
        return ""
    schedule.take("freq")
    return found


def _tokens(schedule: Node) -> list[tuple[str, str]]:
    """Days of BYDAY in their order, each with its place in the month, "" for none: [("2", "fri")]."""
    said = schedule.value.get("byday")
    if said in (None, "", []):
        return []
    parts = said if isinstance(said, list) else re.split(r"[,;|]|\s+and\s+|\s(?=[+-]?\d|[A-Za-z])", str(said))
    found = [_token(str(part).strip()) for part in parts if str(part).strip()]
    if any(token is None for token in found):
        schedule.row.find(schedule.at("byday"), BAD_WORD, value=said)
    else:
        schedule.take("byday")
    return list(dict.fromkeys(token for token in found if token))


def _token(part: str) -> tuple[str, str] | None:
    if part in _ISO_WEEKDAYS:
        return "", _ISO_WEEKDAYS[part]
    found = _TOKEN.fullmatch(part)
    day = _DAYS.get(found[2][:2].upper()) if found and (len(found[2]) > 2 or found[2].upper() in _DAYS) else None
    if not found or not day:
        return None
    place = (found[1] or "").lstrip("+")
    return None if place and place not in _NTHS else (_NTHS.get(place, ""), day)


def _month_weeks(schedule: Node) -> str:
    """The week of the month that days of it span, as 8 to 14 do: "2"; "" for none."""
    said = schedule.value.get("bymonthday")
    days = sorted(int(n) for n in re.findall(r"\d+", str(said))) if said else []
    for week in range(4):
        if days == list(range(7 * week + 1, 7 * week + 8)):
            schedule.take("bymonthday")
            return str(week + 1)
    return ""


def _by_place(tokens: Sequence[tuple[str, str]], week: str) -> dict[tuple[str, ...], list[str]]:
    """Days by their places in the month: those with the same places together."""
    places: dict[str, list[str]] = {}
    for nth, day in tokens:
        places.setdefault(day, []).extend([nth or week] if nth or week else [])
    found: dict[tuple[str, ...], list[str]] = {}
    for day, nths in places.items():
        found.setdefault(tuple(nths), []).append(day)
    return found


def _months(schedule: Node, every: int) -> Meeting:
    """The months of a rule that names them, or skips some from a known beginning on."""
    said = schedule.value.get("bymonth")
    if said:
        months = [str(int(n)) for n in re.findall(r"\d+", str(said)) if 1 <= int(n) <= 12]
        schedule.take("bymonth")
        return {"months": months}
    first = cells.day(schedule.value.get("dtstart") or "").text
    if every == 1:
        return {}
    if not first or 12 % every:
        schedule.keep("interval")
        return {}
    start = int(first[5:7])
    return {"months": sorted({str((start - 1 + n) % 12 + 1) for n in range(0, 12, every)}, key=int)}


def first_of(first: str, days: Sequence[str], every: int) -> str:
    """The first day of a rule that skips weeks: they are counted from the week of its beginning, which may be no day of it."""
    begin = date.fromisoformat(first)
    week = begin - timedelta(days=begin.weekday())
    steps = [week + timedelta(weeks=n, days=list(DAY_CODES).index(day)) for n in (0, every) for day in days]
    return min((day for day in steps if day >= begin), default=begin).isoformat()


def unread(schedule: Node, *keys: str) -> None:
    """Leave fields to what is kept aside after all."""
    for key in keys:
        schedule.keep(key)

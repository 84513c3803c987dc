"""Schedules of Open Referral as our meetings: parts of a rule (RFC 5545) and hours of opening.

Rows that say the same but for the day, or but for the time, become one meeting. What no meeting can say stays unread, and so
is kept aside; where only the days are beyond us, the meeting says that one has to ask."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from generator.referral import cells, days_in
from generator.referral.days_in import Meeting, unread
from generator.referral.dirt import BAD_DATE, BAD_TIME
from generator.referral.names import DAY_CODES
from generator.referral.reading import Node

_RESTATED = re.compile(
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:days?)?s?\b|\b(?:every|each|week|weekly|from|to|until|till|and|at|on|"
    r"open|opens|noon|midnight)\b|\d{1,2}(?:[:.]\d{2}){0,2}\s*(?:[ap]\.?m\.?)?|[\s,;:.&/()\u2010-\u2015-]",
    re.IGNORECASE,
)
"""What a description is made of that only says again which days and times there are."""
_ONLINE = frozenset("online virtual virtually remote video phone telephone".split())
_HERE = frozenset(("in person", "in-person", "inperson", "venue", "face to face", "physical"))


class Held(NamedTuple):
    """A schedule and where it is held: the key of a venue, "" where the record does not tell venues apart."""

    schedule: Node
    venue: str = ""


def meetings(held: Iterable[Held]) -> list[Meeting]:
    """All schedules of a service as meetings, in their order; what stands twice once."""
    held = list(held)
    made = [meeting for one in held for meeting in _made(one)]
    if held and held[0].schedule.row.ours:
        return [meeting for run in _runs(made) for meeting in _merged(run, "time")]
    return _merged(_merged(made, "days"), "time")


def _made(held: Held) -> list[Meeting]:
    schedule = held.schedule
    common = _hours(schedule)
    if held.venue:
        common["venue"] = held.venue
    if _says(schedule, "attending_type", _ONLINE):
        common["online"] = "true"
    else:
        _says(schedule, "attending_type", _HERE)
    when = days_in.when(schedule)
    span = _dates(schedule, when)
    if not any(when):
        if "on" not in span:
            unread(schedule, "opens_at", "closes_at", "freq", "dtstart", "valid_from", "valid_to", "until")
            return []
        when = [{}]
    if note := _note(schedule):
        common["note"] = {schedule.row.lang: note}
    return [_all_day({**days, **common, **span}) for days in when]


def _all_day(meeting: Meeting) -> Meeting:
    """A whole day, every day of the week, is day and night."""
    if meeting.get("time") in (["00:00-23:59"], ["00:00-00:00"]):
        del meeting["time"]
        meeting["all_day"] = "true"
        if len(meeting.get("days", ())) == 7:
            del meeting["days"]
    return meeting


def _says(schedule: Node, key: str, words: frozenset[str]) -> bool:
    said = schedule.value.get(key)
    if isinstance(said, str) and said.strip().lower() in words:
        schedule.take(key)
        return True
    return False


def _hours(schedule: Node) -> Meeting:
    opens, closes = schedule.cell("opens_at", cells.time), schedule.cell("closes_at", cells.time)
    if not opens:
        schedule.keep("closes_at")
        return {}
    if opens == closes and opens != "00:00":
        schedule.keep("closes_at")
        schedule.row.find(schedule.at("closes_at"), BAD_TIME, value=closes)
        closes = ""
    return {"time": [f"{opens}-{closes}" if closes else opens]}


def _dates(schedule: Node, when: Sequence[Meeting]) -> Meeting:
    """First and last day. The beginning of what skips weeks is that of its rule: weeks are counted from there."""
    valid, start = schedule.cell("valid_from", cells.day), schedule.cell("dtstart", cells.day)
    ends = sorted(filter(None, (schedule.cell("until", cells.day), schedule.cell("valid_to", cells.day))))
    repeats = any(when)
    if (
        not repeats
        and (start or valid)
        and (start or valid) == (ends or [start or valid])[0]
        and schedule.has("opens_at")
    ):
        return {"on": [start or valid]}
    counted = any("every" in days for days in when)
    first = (start or valid) if counted else (valid or start)
    if valid and start and valid != start:
        schedule.keep("valid_from" if counted else "dtstart")
    found: Meeting = {"from": first} if first else {}
    if first and counted and when[0].get("days"):
        found["from"] = days_in.first_of(first, when[0]["days"], int(when[0]["every"]))
    if ends and len(set(ends)) > 1:
        schedule.keep("valid_to" if schedule.value.get("valid_to", "")[:10] == ends[1] else "until")
    if ends and first and ends[0] < first:
        schedule.row.find(schedule.at("valid_to" if schedule.has("valid_to") else "until"), BAD_DATE, value=ends[0])
        unread(schedule, "until", "valid_to")
    elif ends:
        found["until"] = ends[0]
    if days := re.findall(r"\d{4}-\d{2}-\d{2}", str(schedule.value.get("exdate") or "")):
        schedule.take("exdate")
        found["except"] = days
    return found


def _note(schedule: Node) -> str:
    """What is said besides; not what only says again which days and times there are."""
    said = [] if schedule.row.ours else [schedule.text("description")]
    if schedule.row.ours:
        schedule.take("description")
    said.append(schedule.text("notes"))
    told = [text for text in said if text and _RESTATED.sub("", text)]
    return "\n\n".join(dict.fromkeys(told))


def _runs(made: Sequence[Meeting]) -> list[list[Meeting]]:
    """Meetings that follow each other and differ in nothing but their times."""
    runs: list[list[Meeting]] = []
    for meeting in made:
        rest = {key: value for key, value in meeting.items() if key != "time"}
        if runs and rest == {key: value for key, value in runs[-1][-1].items() if key != "time"}:
            runs[-1].append(meeting)
        else:
            runs.append([meeting])
    return runs


def _merged(made: Sequence[Meeting], field: str) -> list[Meeting]:
    """Meetings that are alike but for one list, as one with all entries of it."""
    found: dict[str, Meeting] = {}
    for meeting in made:
        alone = field not in meeting or (field == "days" and bool({"every", "nth"} & meeting.keys()))
        rest = repr(meeting) if alone else repr(sorted((key, repr(meeting[key])) for key in meeting if key != field))
        known = found.setdefault(f"{alone}{rest}", meeting)
        if known is not meeting and not alone:
            known[field] = sorted({*known[field], *meeting[field]}, key=_order)
    return list(found.values())


def _order(entry: str) -> str:
    """The order of days of the week, and of times."""
    return str(list(DAY_CODES).index(entry)) if entry in DAY_CODES else entry

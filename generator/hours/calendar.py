"""A calendar file of what a group does: iCalendar, RFC 5545.

Written here and not by a library, which takes twenty times as long, and twenty thousand of them are written in a build.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, time, timedelta
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from generator.hours import pattern, rule, zone
from generator.hours.pattern import Pattern
from generator.hours.rule import Recurrence
from generator.hours.setting import Setting
from generator.hours.text import Telling, telling
from generator.hours.zone import Zone
from generator.kinds.meeting import Meeting
from generator.wording import Wording

LINE = 75
"""Bytes of a line, without its end: longer ones are folded (section 3.1)."""
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_HEAD = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Geirfa//Geirfa//EN", "METHOD:PUBLISH")


class Subject(NamedTuple):
    """What the file is about. `id` is the record's, the same in every language and build, and `host` the site's, so that
    no two sites share one; `stamp` is the day of the newest thing known; `places` gives the words for each venue that may
    be shown; `more` is told below the times, as whom to ring."""

    id: str
    host: str
    name: str
    stamp: date
    url: str = ""
    places: Mapping[str, str] = {}
    more: str = ""


def calendar(meetings: Sequence[Meeting], subject: Subject, wording: Wording, setting: Setting) -> bytes:
    """The file; b"" where no day can be counted. What is there day and night is no date for a calendar. An event's name
    says what the rule cannot: that it is in school terms only, that bank holidays have to be asked for."""
    tell = telling(wording)
    events = [
        line
        for number, meeting in enumerate(meetings, 1)
        if not meeting.all_day
        for line in _events(meeting, number, subject, tell, setting)
    ]
    if not events:
        return b""
    found = zone.zone(setting.timezone)
    lines = chain(_HEAD, found.lines if found else (), events, ("END:VCALENDAR", ""))
    return "\r\n".join(lines).encode()


def _events(meeting: Meeting, number: int, subject: Subject, tell: Telling, setting: Setting) -> Iterable[str]:
    found = pattern.of(meeting)
    times = _times(found, subject.stamp, setting)
    if not times:
        return
    limits = tell.limits(found)
    about = [
        f"DTSTAMP:{_moment(subject.stamp, None)}T000000Z",
        _text("SUMMARY", f"{subject.name} ({limits})" if limits else subject.name),
        _text("DESCRIPTION", "\n".join(filter(None, (tell.line(found), subject.more)))),
    ]
    if place := _place(meeting, subject.places):
        about.append(_text("LOCATION", place))
    if subject.url:
        about.append(_folded(f"URL:{subject.url}"))
    for turn, lines in enumerate(times, 1):
        uid = _folded(f"UID:{subject.id}-{number}-{turn}@{subject.host}")
        yield from ("BEGIN:VEVENT", uid, *about, *lines, "END:VEVENT")


def _place(meeting: Meeting, places: Mapping[str, str]) -> str:
    if meeting.online:
        return ""
    if meeting.venue:
        return places.get(meeting.venue, "")
    return next(iter(places.values())) if len(places) == 1 else ""


@lru_cache(maxsize=512)
def _times(found: Pattern, start: date, setting: Setting) -> tuple[tuple[str, ...], ...]:
    """The lines of each recurrence that say when."""
    there = zone.zone(setting.timezone)
    return tuple(tuple(_when(turn, there)) for turn in rule.recurrences(found, start, setting))


def _when(turn: Recurrence, there: Zone | None) -> Iterable[str]:
    """A time of day is that of the zone; without one that of any clock."""
    if turn.span is None:
        begin, kind = None, ";VALUE=DATE"
        yield "TRANSP:TRANSPARENT"
    else:
        begin, kind = turn.span.start, f";TZID={there.name}" if there else ""
    yield f"DTSTART{kind}:{_moment(turn.start, begin)}"
    if turn.span and turn.span.end:
        over = turn.span.end <= turn.span.start
        yield f"DTEND{kind}:{_moment(turn.start + timedelta(days=over), turn.span.end)}"
    if turn.rule:
        yield _folded(f"RRULE:{turn.rule}{_until(turn, there)}")
    for name, days in (("RDATE", turn.more), ("EXDATE", turn.except_)):
        if days:
            yield _folded(f"{name}{kind}:{','.join(_moment(day, begin) for day in days)}")


def _until(turn: Recurrence, there: Zone | None) -> str:
    """The end of a rule: in world time where the beginning has a zone (section 3.3.10)."""
    if not turn.until:
        return ""
    if turn.span and there:
        return f";UNTIL={there.world_time(turn.until, turn.span.start):%Y%m%dT%H%M%SZ}"
    return f";UNTIL={_moment(turn.until, turn.span.start if turn.span else None)}"


def _moment(day: date, at: time | None) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}" + (f"T{at.hour:02}{at.minute:02}00" if at else "")


def _text(name: str, text: str) -> str:
    safe = text if text.isprintable() else _CONTROL.sub("", text)
    safe = safe.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")
    return _folded(f"{name}:{safe}")


def _folded(line: str) -> str:
    """A line cut into pieces of at most LINE bytes, none within a character."""
    if len(line) <= LINE and line.isascii():
        return line
    rest = line.encode()
    if len(rest) <= LINE:
        return line
    pieces: list[bytes] = []
    while len(rest) > (room := LINE - bool(pieces)):
        while rest[room] & 0xC0 == 0x80:
            room -= 1
        pieces.append(rest[:room])
        rest = rest[room:]
    return b"\r\n ".join([*pieces, rest]).decode()

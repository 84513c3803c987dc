"""A time zone as a calendar file needs it: its rules written out, and the moment in world time of a time of day.

Rules are read from the package tzdata, never from the machine: two builds are the same wherever they are made.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo

_RULE = re.compile(
    r"(?P<name><[^>]+>|[A-Za-z]+)(?P<offset>[-+]?[\d:]+)"
    r"(?:(?P<other><[^>]+>|[A-Za-z]+)(?P<ahead>[-+]?[\d:]+)?,(?P<begins>[^,]+),(?P<ends>[^,]+))?"
)
"""The last line of a zone's file: its rules from now on, as POSIX writes them. 'GMT0BST,M3.5.0/1,M10.5.0'."""
_TURN = re.compile(r"M(?P<month>\d+)\.(?P<week>\d)\.(?P<day>\d)(?:/(?P<at>[\d:]+))?")
"""'M3.5.0/1': in March, the last (5) Sunday (0), at 1 o'clock; at 2 where nothing is said."""
_DAYS = ("SU", "MO", "TU", "WE", "TH", "FR", "SA")
_FIRST_YEAR = 1970
"""The year from which the rules are written to hold; what meets is younger."""


@dataclass(frozen=True)
class Zone:
    """`lines` are its VTIMEZONE; none where its rules are of another form, which calendar programs then look up by its
    name."""

    name: str
    info: ZoneInfo
    lines: tuple[str, ...]

    def world_time(self, day: date, at: time) -> datetime:
        """A time of day there, in UTC."""
        return datetime.combine(day, at, self.info).astimezone(UTC)


@cache
def zone(name: str) -> Zone | None:
    """The zone of a name as Europe/London; None where there is none."""
    if name not in _names():
        return None
    file = files("tzdata").joinpath("zoneinfo", *name.split("/"))
    with file.open("rb") as handle:
        info = ZoneInfo.from_file(handle, key=name)
    return Zone(name, info, tuple(_lines(name, file.read_bytes().rsplit(b"\n", 2)[1].decode("ascii"))))


@cache
def _names() -> frozenset[str]:
    return frozenset(files("tzdata").joinpath("zones").read_text(encoding="ascii").split())


def _lines(name: str, rule: str) -> list[str]:
    found = _RULE.fullmatch(rule)
    if not found:
        return []
    standard = -_offset(found["offset"])
    if not found["other"]:
        inner = _observance("STANDARD", found["name"], standard, standard, ["DTSTART:19700101T000000"])
        return ["BEGIN:VTIMEZONE", f"TZID:{name}", *inner, "END:VTIMEZONE"]
    summer = -_offset(found["ahead"]) if found["ahead"] else standard + timedelta(hours=1)
    begins, ends = _turn(found["begins"]), _turn(found["ends"])
    if not (begins and ends):
        return []
    inner = _observance("STANDARD", found["name"], summer, standard, ends)
    inner += _observance("DAYLIGHT", found["other"], standard, summer, begins)
    return ["BEGIN:VTIMEZONE", f"TZID:{name}", *inner, "END:VTIMEZONE"]


def _observance(kind: str, name: str, before: timedelta, after: timedelta, turn: list[str]) -> list[str]:
    offsets = [f"TZOFFSETFROM:{_signed(before)}", f"TZOFFSETTO:{_signed(after)}"]
    return [f"BEGIN:{kind}", f"TZNAME:{name.strip('<>')}", *offsets, *turn, f"END:{kind}"]


def _turn(rule: str) -> list[str] | None:
    """When the clocks change: the first time, and the rule by which it is repeated."""
    found = _TURN.fullmatch(rule)
    at = _offset(found["at"] or "2") if found else timedelta()
    if not found or at >= timedelta(days=1):
        return None
    month, week, day = int(found["month"]), int(found["week"]), int(found["day"])
    first = date(_FIRST_YEAR, month, 1)
    first += timedelta(days=(day - first.isoweekday()) % 7 + 7 * (week - 1))
    if first.month != month:
        first -= timedelta(days=7)  # the fifth is the last, in months that have four of them too
    moment = datetime.combine(first, time()) + at
    return [
        f"DTSTART:{moment:%Y%m%dT%H%M%S}",
        f"RRULE:FREQ=YEARLY;BYMONTH={month};BYDAY={-1 if week == 5 else week}{_DAYS[day]}",
    ]


def _offset(text: str) -> timedelta:
    """'5', '-5:30', '+1' as a stretch of time."""
    hours, *rest = text.lstrip("+-").split(":")
    stretch = timedelta(hours=int(hours), minutes=int(rest[0]) if rest else 0)
    return -stretch if text.startswith("-") else stretch


def _signed(offset: timedelta) -> str:
    minutes = int(offset.total_seconds()) // 60
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}{abs(minutes) % 60:02}"

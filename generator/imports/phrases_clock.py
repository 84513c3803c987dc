"""Times of day as people write them: '10am - 12noon', '9-5', '1:50pm - 2:05pm', '1400-1600'. What might be morning or evening
('7-9') is not guessed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from generator.imports.phrases_words import Token, tokens

_DAY, _HALF = 24 * 60, 12 * 60
_TIMES = frozenset("clock number four noon midnight".split())
_MORNING, _AFTERNOON, _EVENING = range(3)


class Lost(Exception):
    """A text says something about times that is not understood."""


class Times(NamedTuple):
    """Times of a cell: as '09:30-12:30', or '10:00' where only the beginning is said."""

    spans: tuple[str, ...]
    closed: bool


@lru_cache(maxsize=4096)
def times(text: str, lang: str, *, whole_day: bool = False) -> Times:
    """The times of a text that says nothing but times, or that it is closed. `whole_day` reads '1:30' as on a 24-hour clock.
    Raises Lost."""
    found = [t for t in clocked(tokens(text, lang), whole_day=whole_day) if t.kind not in ("skip", "pause", "and")]
    if found and all(token.kind == "closed" or token.word in ("-", "–", "x") for token in found):
        return Times((), True)
    if not found or any(token.kind != "span" for token in found):
        raise Lost
    return Times(tuple(said(token) for token in found), False)


def said(span: Token) -> str:
    """A span as records write it."""
    start, end = span.value
    return clock(start) + (f"-{clock(end)}" if end >= 0 else "")


def clock(minutes: int) -> str:
    """A time of day in minutes, as 09:30."""
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}"


def clocked(found: Sequence[Token], *, whole_day: bool = False) -> list[Token]:
    """The same with each time, and each pair of times, as one `span`: (start, end or -1), in minutes. Raises Lost where a
    pair could mean two things."""
    found = _halved(found)
    parts = {token.value[0] for token in found if token.kind == "part"}
    part = parts.pop() if len(parts) == 1 else None
    made: list[Token] = []
    at = 0
    while at < len(found):
        token = found[at]
        lead = at + (token.kind in ("from", "between"))
        first = found[lead] if lead < len(found) else token
        joint = found[lead + 1].kind if lead + 2 < len(found) and found[lead + 2].kind in _TIMES else ""
        pair = joint == "to" or (joint == "and" and token.kind == "between")
        if first.kind in _TIMES and pair:
            last = found[lead + 2]
            _mistrust(first, last, found[at - 1 : at], found[lead + 3 : lead + 4])
            value = _pair(_whole(first, whole_day), _whole(last, whole_day), part)
            made.append(Token("span", value, "", token.start, last.end))
            at = lead + 3
        elif first.kind in _TIMES - {"number", "four"} and token.kind != "between":
            made.append(Token("span", (_one(_whole(first, whole_day), part), -1), "", token.start, first.end))
            at = lead + 1
        else:
            made.append(token)
            at += 1
    return made


def _whole(token: Token, whole_day: bool) -> Token:
    hour, minutes, half = token.value or (0, 0, 2)
    return token._replace(value=(hour, minutes, 2)) if whole_day and half == -1 and minutes >= 0 else token


def _halved(found: Sequence[Token]) -> list[Token]:
    """Noon and midnight as times of a clock; '10 in the morning' as 10am."""
    made: list[Token] = []
    for token in found:
        at = next((n for n in range(len(made) - 1, -1, -1) if made[n].kind != "skip"), -1)
        before = made[at] if at >= 0 else None
        if token.kind in ("noon", "midnight"):
            made.append(token._replace(kind="clock", value=(12 if token.kind == "noon" else 0, 0, 2)))
        elif token.kind == "part" and before and before.kind in ("clock", "number") and before.value[2] == -1:
            half = int(token.value[0] != _MORNING)
            made[at:] = [Token("clock", (*before.value[:2], half), before.word, before.start, token.end)]
        else:
            made.append(token)
    return made


def _mistrust(first: Token, last: Token, before: Sequence[Token], after: Sequence[Token]) -> None:
    """Bare numbers beside words may be ages or prices."""
    if first.kind == last.kind == "number" and any(token.kind == "word" for token in (*before, *after)):
        raise Lost


def _choices(token: Token) -> list[int]:
    """What a time may be, in minutes of the day."""
    hour, minutes, half = token.value
    minutes = max(minutes, 0)
    if half == 2:
        return [hour * 60 + minutes]
    early = hour % 12 * 60 + minutes
    return [early, early + _HALF] if half < 0 else [early + half * _HALF]


def _pair(first: Token, last: Token, part: int | None) -> tuple[int, int]:
    if first.value == last.value:
        raise Lost
    starts, ends = _choices(first), _choices(last)
    if len(starts) == 2 and len(ends) == 1 and last.value[2] == 2 and last.value[0] > 12:
        starts = starts[:1] if first.value[0] < 12 else starts[1:]  # both are of a 24-hour clock
    start = starts[0] if len(starts) == 1 else _start(starts, ends, part)
    later = [end for end in ends if end > start]
    end = later[0] if later else ends[0]
    if start == end:
        raise Lost
    return start, end


def _start(starts: Sequence[int], ends: Sequence[int], part: int | None) -> int:
    """Which of two halves of the day a beginning is in, where it does not say so."""
    if len(ends) == 1 and part is None:
        before = [start for start in starts if start < ends[0]]
        return before[-1] if before else starts[1]
    if part == _MORNING:
        return starts[0] or starts[1]
    if part is not None:
        return starts[1]
    hour = starts[0] // 60
    if hour in (7, 8) and ends[0] > starts[0]:
        raise Lost  # breakfast, or after work
    return starts[1] if hour < 7 else starts[0]


def _one(token: Token, part: int | None) -> int:
    found = _choices(token)
    if len(found) == 1:
        return found[0]
    if part is not None:
        return found[part != _MORNING]
    if found[0] // 60 in (7, 8):
        raise Lost
    return found[1] if found[0] < 7 * 60 else found[0]

"""A rhythm that a sentence tells: which days of which weeks or months, at what times, and what limits it; and rows of days
and months."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import get_args

from generator.imports.phrases_clock import Lost
from generator.imports.phrases_words import Token
from generator.kinds.meeting import PartOfDay, Weekday
from generator.source import Tree

DAYS: tuple[str, ...] = get_args(Weekday)
PARTS: tuple[str, ...] = get_args(PartOfDay)
LIMITS = frozenset("term_time bank_holidays months from until except".split())


@dataclass(slots=True)
class Rhythm:
    """Days with their times. `nth` has pairs of (which in a month, which days)."""

    days: list[int] = field(default_factory=list)
    nth: list[tuple[list[int], list[int]]] = field(default_factory=list)
    every: int = 0
    weekly: bool = False
    monthly: bool = False
    on: list[str] = field(default_factory=list)
    times: list[str] = field(default_factory=list)
    parts: list[int] = field(default_factory=list)
    always: bool = False
    limits: dict[str, Tree] = field(default_factory=dict)

    @property
    def dayed(self) -> bool:
        return bool(self.days or self.nth or self.on or self.every)

    @property
    def timed(self) -> bool:
        return bool(self.times or self.parts or self.always)

    def trees(self) -> list[dict[str, Tree]]:
        """As meetings; one for each pair of days and their numbers in a month."""
        common: dict[str, Tree] = {}
        if self.always:
            common["all_day"] = "true"
        elif self.times:
            common["time"] = list(dict.fromkeys(self.times))
        elif self.parts:
            common["part"] = [PARTS[part] for part in sorted(set(self.parts))]
        common |= self.limits
        if self.on:
            return [{"on": list[Tree](self.on), **common}]
        if self.nth:
            return [{"days": _named(days), "nth": _numbered(nth), **common} for nth, days in _by_number(self.nth)]
        rhythm: dict[str, Tree] = {"days": _named(self.days)} if self.days else {}
        if self.every > 1:
            rhythm["every"] = str(self.every)
        elif self.monthly:
            rhythm["monthly"] = "true"
        elif self.weekly and not self.days:
            rhythm["weekly"] = "true"
        made = rhythm | common
        return [made] if made else []


def _named(days: Sequence[int]) -> list[Tree]:
    return [DAYS[day] for day in sorted(set(days))]


def _by_number(pairs: Sequence[tuple[list[int], list[int]]]) -> list[tuple[list[int], list[int]]]:
    """The same with each day once, and days of the same numbers together."""
    of_day: dict[int, list[int]] = {}
    for numbers, days in pairs:
        for day in days:
            of_day.setdefault(day, []).extend(numbers)
    found: dict[tuple[int, ...], list[int]] = {}
    for day, numbers in of_day.items():
        found.setdefault(tuple(sorted(set(numbers))), []).append(day)
    return [(list(numbers), days) for numbers, days in found.items()]


def _numbered(nth: Sequence[int]) -> list[Tree]:
    return ["last" if n < 0 else str(n) for n in sorted(set(nth), key=lambda n: n % 9)]


def ranged(found: Sequence[Token]) -> list[Token]:
    """The same with days and months in a row as one token of all of them."""
    made: list[Token] = []
    at = 0
    while at < len(found):
        first, joint, last = (found[at + n] if at + n < len(found) else Token("") for n in range(3))
        lead = first.kind == "from" and joint.kind in ("day", "month")
        if lead:
            first, joint, last = (found[at + n] if at + n < len(found) else Token("") for n in range(1, 4))
        kinds = (first.kind, joint.kind, last.kind)
        if kinds == ("day", "to", "day"):
            made.append(first._replace(kind="days", value=_round(first.value[0], last.value[0], 7, 0)))
            at += 3 + lead
        elif kinds[1:] == ("to", "month") and _is_month(first):
            made.append(first._replace(kind="months", value=_round(first.value[-1], last.value[0], 12, 1)))
            at += 3 + lead
        else:
            made.append(_many(found[at], found[at + 1 : at + 3], made[-2:]))
            at += 1
    return made


def _is_month(token: Token) -> bool:
    """Whether a token names a month, or a day whose name is that of a month."""
    return token.kind == "month" or (token.kind == "day" and len(token.value) > 1)


def _many(token: Token, after: Sequence[Token], before: Sequence[Token]) -> Token:
    """A token as one of a list; beside a month the name that days and months share is that of a month."""
    if token.kind == "month":
        return token._replace(kind="months")
    if token.kind != "day":
        return token
    beside = [[one.kind for one in after] == ["and", "month"], [one.kind for one in before] == ["months", "and"]]
    if len(token.value) > 1 and any(beside):
        return token._replace(kind="months", value=token.value[1:])
    return token._replace(kind="days", value=token.value[:1])


def _round(first: int, last: int, size: int, least: int) -> tuple[int, ...]:
    """From one to the other, round the end of the week or year."""
    count = (last - first) % size + 1
    return tuple((first - least + n) % size + least for n in range(count))


def settle(rhythm: Rhythm) -> None:
    """Take from a rhythm what says nothing beside the rest. Raises Lost where its parts do not go together."""
    if rhythm.on and rhythm.days:
        if {date.fromisoformat(day).weekday() for day in rhythm.on} != set(rhythm.days):
            raise Lost
        rhythm.days = []
    if rhythm.nth or rhythm.every > 1:
        rhythm.weekly = False
    if rhythm.nth:
        rhythm.monthly = False
    mixed = bool(rhythm.nth) + (rhythm.every > 1) + bool(rhythm.on) + rhythm.monthly
    if mixed > 1 or (rhythm.nth and rhythm.days):
        raise Lost
    if rhythm.always and rhythm.times:
        raise Lost
    if rhythm.on and (rhythm.always or rhythm.limits.keys() - {"bank_holidays"}):
        raise Lost
    days = {*rhythm.days, *(day for _, of in rhythm.nth for day in of)}
    if any(date.fromisoformat(str(day)).weekday() not in days for day in rhythm.limits.get("except", ()) if days):
        raise Lost

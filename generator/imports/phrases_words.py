"""A text about times cut into what its words mean, by the tables of `languages.times`. Nothing is decided here yet."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple

from generator.languages import language
from generator.languages.rules import straight

_SIGNS = {
    "&": "and", "+": "and", "/": "and", "-": "to", "–": "to", "—": "to", "−": "to", ",": "pause", "(": "pause",
    ")": "pause", "[": "pause", "]": "pause", ":": "pause", ".": "pause", "*": "pause",
}  # fmt: skip
_DATE = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)(?:[t ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:z|[+-]\d\d:?\d\d)?)?(?!\d)|(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?!\d)"
)
_ORDINAL = r"(\d{1,2})(?:st|nd|rd|th|af|ail|il|ydd|ed|fed|eg|ain)?(?: of| o)?"
_CLOCK = r"(\d{1,2})(?:([:.h])([0-5]\d)(?::[0-5]\d)?)?(?!\d)"
_FOUR = re.compile(r"([01]\d|2[0-3])([0-5]\d)(?![\d:.])")
_WORD = re.compile(r"[\w'’£@]+|\S")
MOST = 600
"""Characters of a text that is read for times: what is longer is prose."""


class Token(NamedTuple):
    """One thing meant. `value` are the numbers of its meaning; `clock` holds (hour, minutes or -1, 0 am / 1 pm / 2 as on a
    24-hour clock / -1 not said), `date` (year, month, day). `start` and `end` are its place in the text."""

    kind: str
    value: tuple[int, ...] = ()
    word: str = ""
    start: int = 0
    end: int = 0


def tokens(text: str, lang: str) -> list[Token]:
    """What the words of a text mean; `word` for what no table has."""
    folded, words = folded_in_place(text), _words(lang)
    found: list[Token] = []
    at = 0
    while at < len(folded):
        if folded[at].isspace():
            at += 1
            continue
        token = words.token(folded, at)
        found.append(token)
        at = token.end
    return found


def folded_in_place(text: str) -> str:
    """A text folded, each character in its place."""
    if text.isascii():
        return text.lower()
    return "".join(unicodedata.normalize("NFD", character.lower())[0] for character in straight(text))


@lru_cache(maxsize=4096)
def day_of(text: str, lang: str) -> date | None:
    """The day that a text names, the day before the month: 2026-01-15, 15/01/2026, 15 January 2026; None where it names none,
    or more than a day."""
    found = [token for token in tokens(text.strip()[:MOST], lang) if token.kind not in ("skip", "day", "pause")]
    if len(found) == 1 and found[0].kind == "date":
        return date(*found[0].value)
    return None


class _Words:
    """The words of one language, as patterns that fit at a place."""

    def __init__(self, lang: str) -> None:
        table = language(lang).times or language("en").times
        self.meant = {phrase: meaning.split() for meaning, line in table.items() for phrase in line.split("|")}
        self.phrase = _any_of(self.meant)
        self.halves = {
            phrase: n for n, half in enumerate(("am", "pm")) for phrase in table.get(half, "").split("|") if phrase
        }
        self.clock = re.compile(rf"{_CLOCK}(?:\s*(?P<half>{_alternatives(self.halves)})(?!\w))?")
        named = ((meant.split(), line.split("|")) for meant, line in table.items())
        months = {phrase: int(meant[1]) for meant, line in named if meant[0] == "month" for phrase in line}
        self.months = months | {phrase.rpartition(" ")[2]: n for phrase, n in months.items()}
        self.date = re.compile(rf"{_ORDINAL}\s+({_alternatives(self.months)}),?\s+(\d{{4}})(?!\d)")

    def token(self, text: str, at: int) -> Token:
        begins = not at or not (text[at - 1].isalnum() or text[at - 1] == "_")
        digit = text[at].isdigit()
        if digit and begins and (found := self._date(text, at)):
            return found
        if (begins or not digit) and (match := self.phrase.match(text, at)):
            kind, *rest = self.meant[match.group()]
            return Token(kind, _numbers(rest), match.group(), at, match.end())
        if digit and (found := self._time(text, at)):
            return found
        if text[at] in _SIGNS:
            return Token(_SIGNS[text[at]], (), text[at], at, at + 1)
        match = _WORD.match(text, at)
        assert match
        return Token("word", (), match.group(), at, match.end())

    def _date(self, text: str, at: int) -> Token | None:
        if match := _DATE.match(text, at):
            a, b, c, d, e, f = match.groups()
            numbers = (a, b, c) if a else (f, e, d)
            year, month, day = (int(number) for number in numbers)
        elif match := self.date.match(text, at):
            year, month, day = int(match[3]), self.months[match[2]], int(match[1])
        else:
            return None
        try:
            date(year, month, day)
        except ValueError:
            return None
        return Token("date", (year, month, day), match.group(), at, match.end())

    def _time(self, text: str, at: int) -> Token | None:
        if match := _FOUR.match(text, at):
            return Token("four", (int(match[1]), int(match[2]), 2), match.group(), at, match.end())
        match = self.clock.match(text, at)
        if not match or int(match[1]) > 24:
            return None
        hour, minutes = int(match[1]), int(match[3]) if match[3] else -1
        half = self.halves[match["half"]] if match["half"] else -1
        if half >= 0 and not 1 <= hour <= 12:
            half = -1 if hour < 1 else 2  # 13pm, 15:00pm
        if half < 0 and (hour > 12 or (minutes >= 0 and (hour == 0 or match[1][0] == "0"))):
            half = 2
        kind = "number" if minutes < 0 and half < 0 else "clock"
        return Token(kind, (hour % 24, minutes, half), match.group(), at, match.end())


@cache
def _words(lang: str) -> _Words:
    return _Words(lang)


def _alternatives(phrases: Mapping[str, object]) -> str:
    return "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True)) or "(?!)"


def _any_of(phrases: Mapping[str, object]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_alternatives(phrases)})(?!\w)")


def _numbers(words: list[str]) -> tuple[int, ...]:
    """The numbers of a meaning: '0-4' is a row of them, 'last' -1, 'after' -9; the parts of a day count from 0."""
    named = {"last": -1, "after": -9, "morning": 0, "afternoon": 1, "evening": 2}
    numbers: list[int] = []
    for word in words:
        first, dash, last = word.partition("-")
        numbers += range(int(first), int(last) + 1) if dash else [named[word] if word in named else int(word)]
    return tuple(numbers)

"""What the headings of a table may mean, in the languages of a root: places in a record, likeliest first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.imports.phrases_rhythm import DAYS
from generator.languages import language
from generator.languages.rules import fold
from generator.referral.words import level
from generator.wording import codes_of_languages

_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_ANSWERS = frozenset("yes no unknown nothing opens closes hours person roles little totals over under aged".split())
"""Entries of the tables that head no column."""
_PARTS = re.compile(r"\s*[/|(),;:?–]\s*|\s+-\s+")
_NESTED = re.compile(r"\w\.[@\w]")
"""A property of a part: location.address.@type."""
_NAMES = frozenset(("name", "title", "enw", "teitl"))
"""Words at the end of a heading, or its beginning, that say so: no table can list all that has a name."""
_MOST_WITHIN = 4
_TELLING = (
    "contact.",
    "venues.main.postcode",
    "venues.main.address",
    "venues.main.lat",
    "venues.main.lon",
    "when",
    "cost.",
    "ages",
)
"""Meanings of a single word within a longer heading: what stands in the cells tells whether it was meant."""
_ALONE = frozenset(("name", "name?", "key"))
"""Meanings of a heading as a whole, never of its end: a contact name is no name of a group."""


class Meaning(NamedTuple):
    """A place that a heading may mean, and the language of its cells: "" where the heading does not say. `loose` where it only
    stands somewhere in a longer heading: what is in the cells has to tell as well."""

    to: str
    lang: str
    loose: bool = False


class Headings:
    """The headings of a root's languages, and of English."""

    def __init__(self, languages: Sequence[str]) -> None:
        self._codes = tuple(dict.fromkeys((*languages, "en")))
        self._marks = {fold(code): code for code in languages}
        for lang in self._codes:
            self._marks |= {name: code for name, code in codes_of_languages(lang).items() if code in languages}
        self._meant: dict[str, list[Meaning]] = {}
        for code in self._codes:
            for to, line in language(code).tables.items():
                for phrase in line.split("|") if to not in _ANSWERS else ():
                    lang = code if code in languages else ""
                    self._meant.setdefault(level(phrase), []).append(Meaning(to, lang))
        self._little = {word for code in self._codes for word in language(code).tables.get("little", "").split("|")}
        self._persons = {word for code in self._codes for word in language(code).tables.get("person", "").split("|")}
        self._bare: dict[str, list[Meaning]] = {}
        for phrase, meant in self._meant.items():
            if bare := " ".join(word for word in phrase.split() if word not in self._little):
                self._bare.setdefault(bare, []).extend(meant)
        self._days = {
            word: DAYS[int(meant.split()[1])]
            for code in self._codes
            for meant, line in language(code).times.items()
            if meant.startswith("day ")
            for word in line.split("|")
        }
        self._hours = {
            word
            for code in self._codes
            for name in ("opens", "closes", "hours")
            for phrase in language(code).tables.get(name, "").split("|")
            for word in phrase.split()
        } | {word for code in self._codes for word in language(code).times.get("skip", "").split("|")}

    def meanings(self, heading: str) -> list[Meaning]:
        """What a heading may mean, likeliest first; nothing for one that no table has."""
        if heading.rpartition(".")[2].startswith("@"):
            return []  # what JSON-LD says of a part
        words = level(_HUMP.sub(" ", heading)).split()
        lang, rest = self._unmarked(words)
        if day := self._day(rest):
            return [Meaning(f"when.{day}", "")]
        parts = [self._unmarked(level(_HUMP.sub(" ", part)).split())[1] for part in _PARTS.split(heading)]
        found = [*self._of(rest, lang), *self._both([part for part in parts if part], lang)]
        if not _NESTED.search(heading) and " ".join(rest) not in self._persons:
            found += self._within(rest, lang)
        return list(dict.fromkeys(found))

    def is_marked(self, heading: str) -> bool:
        """Whether a heading names the language of its cells."""
        return bool(self._unmarked(level(_HUMP.sub(" ", heading)).split())[0])

    def knows(self, heading: str) -> bool:
        """Whether a heading as a whole is one that a table has."""
        _, rest = self._unmarked(level(_HUMP.sub(" ", heading)).split())
        return bool(self._day(rest) or self._meant.get(" ".join(rest)))

    def is_name(self, heading: str) -> bool:
        """Whether a heading says that its column holds what something is called: 'SITE_NAME', 'Resource name'."""
        _, rest = self._unmarked(level(_HUMP.sub(" ", heading)).split())
        return bool(rest) and bool({rest[0], rest[-1]} & _NAMES) and not self._persons & {*rest, " ".join(rest)}

    def _of(self, words: Sequence[str], lang: str) -> Iterator[Meaning]:
        for start in range(min(len(words), 3)):
            said = words[start:]
            bare = said[:-1] if said[-1].isdigit() else [*said[:-1], said[-1].rstrip("0123456789")]
            for phrase in dict.fromkeys((" ".join(said), " ".join(bare))):
                for meaning in self._meant.get(phrase, ()):
                    if not start or meaning.to not in _ALONE:
                        yield Meaning(meaning.to, lang or meaning.lang)

    def _both(self, parts: Sequence[Sequence[str]], lang: str) -> Iterator[Meaning]:
        """The meanings of the parts of a heading: what is said in two languages is in no language of its own."""
        said: dict[str, set[str]] = {}
        for part in parts if len(parts) > 1 else ():
            for meaning in self._meant.get(" ".join(part), ()):
                said.setdefault(meaning.to, set()).add(meaning.lang)
        for to, langs in said.items():
            yield Meaning(to, lang or (next(iter(langs)) if len(langs) == 1 else ""))

    def _within(self, words: Sequence[str], lang: str) -> Iterator[Meaning]:
        """The meanings of what stands somewhere in a heading, little words aside: 'What is the name of your group?'."""
        bare = [word for word in words if word not in self._little]
        for size in range(min(len(bare), _MOST_WITHIN), 0, -1):
            for start in range(len(bare) - size + 1):
                for meaning in self._bare.get(" ".join(bare[start : start + size]), ()):
                    if size > 1 or meaning.to.startswith(_TELLING):
                        yield Meaning(meaning.to, lang or meaning.lang, True)

    def _unmarked(self, words: list[str]) -> tuple[str, list[str]]:
        """The language that a heading names, and its other words: 'Name (Welsh)', 'name_cy', 'Enw Cymraeg'."""
        for place in (-1, 0):
            if len(words) > 1 and (code := self._marked(words[place])):
                return code, words[:-1] if place else words[1:]
        return "", words

    def _marked(self, word: str) -> str:
        radicals = [radical for code in self._codes for radical in language(code).rules.radicals(word)]
        return next((self._marks[form] for form in (word, *radicals) if form in self._marks), "")

    def _day(self, words: Sequence[str]) -> str:
        named = [self._days[word] for word in words if word in self._days]
        rest = [word for word in words if word not in self._days]
        return named[0] if len(set(named)) == 1 and all(word in self._hours for word in rest) else ""

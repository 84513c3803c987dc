"""What a language does to its words, as one table that Python and the browser read alike (`theme/assets/search/words.js`).

A word is compared folded: lower case, no accents. The table says what beginning a mutated word may have had, what a
plural may be the plural of, which bits hang on with an apostrophe. It names no word of any dictionary.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

_MARKS = re.compile("[\u0300-\u036f]+")
_RUNS = re.compile(r"[^\W_]+")

EXACT, MUTATION, PLURAL = 0, 2, 4
"""How far a form is from the word typed; the steps between belong to the search, which knows accents and listed forms."""


def fold(text: str) -> str:
    """Lower case without accents, curly apostrophes made straight: what two spellings are compared by."""
    text = text.lower()
    if text.isascii():
        return text
    return _MARKS.sub("", unicodedata.normalize("NFD", straight(text)))


def straight(text: str) -> str:
    """Text with straight apostrophes."""
    return text.replace("’", "'").replace("‘", "'").replace("ʼ", "'")


Swaps = tuple[tuple[str, tuple[str, ...]], ...]
"""Pieces of words and what may stand in their place."""


@dataclass(frozen=True, slots=True)
class Rules:
    """The table of one language. The empty one fits any language that is written with spaces between words.

    `initials`: beginnings of mutated words and the dictionary's, the longest first; the first that fits counts.
    `endings`: endings of inflected words and the dictionary's. `stem`: letters that are left
    at least by an ending of one letter, and by a longer one. `tails`: what the end of a stem may have been before an
    ending was put to it; `inner`: what may have stood before its last vowel. `shifts`: vowels of the last syllable and what they may have been. `pairs`: the same for the
    last two syllables. `added`: endings a plural may have lost. `made`: endings of the dictionary and of inflected words;
    `plurals`: endings in the singular and the plural, the first that fits counts.
    `before`, `after`: bits that hang on a word by an apostrophe. `common`: words that say little of what is looked for.
    """

    initials: Swaps = ()
    endings: Swaps = ()
    stem: tuple[int, int] = (3, 3)
    tails: Swaps = ()
    inner: Swaps = ()
    vowels: str = "aeiou"
    groups: tuple[str, ...] = ()
    shifts: Swaps = ()
    pairs: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...] = ()
    added: tuple[str, ...] = ()
    made: Swaps = ()
    plurals: tuple[tuple[str, str], ...] = ()
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    common: frozenset[str] = frozenset()

    def data(self) -> Mapping[str, Any]:
        """The table as JSON has it."""
        found = {name: getattr(self, name) for name in self.__slots__ if name not in ("common", "plurals")}
        return {name: value for name, value in found.items() if value} | {"common": " ".join(sorted(self.common))}

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Rules:
        """The table that JSON holds."""
        return cls(**{**data, "common": frozenset(data["common"].split())})

    def words(self, text: str) -> list[str]:
        """The words of a text in lower case, accents kept, in order: 'Mae’r tŷ' -> ['mae', 'tŷ']."""
        lower = text.lower()
        if not lower.isascii():
            lower = unicodedata.normalize("NFC", straight(lower))
        if "'" in lower:
            lower = re.sub(rf"(?<![^\W_])(?:{'|'.join(self.before)})'", "", lower) if self.before else lower
            lower = re.sub(rf"'(?:{'|'.join(self.after)})(?![^\W_])", "", lower) if self.after else lower
            lower = lower.replace("'", "")
        return _RUNS.findall(lower)

    def radicals(self, word: str) -> list[str]:
        """What a folded word is a mutated form of, perhaps: 'bresgripsiynu' -> ['presgripsiynu']."""
        for beginning, originals in self.initials:
            if word.startswith(beginning) and len(word) > 1:
                return [original + word[len(beginning) :] for original in originals]
        return []

    def starts(self, word: str) -> tuple[str, ...]:
        """What words begin with that a folded word may be the beginning of: itself, and what it is mutated from."""
        return (word, *(self.radicals(word) if len(word) > 2 else ()))

    def mutated(self, word: str) -> list[str]:
        """Every form a folded word takes by mutation: 'pen' -> ['mhen', 'phen', 'ben']."""
        found = [
            beginning + word[len(original) :]
            for beginning, originals in self.initials
            for original in originals
            if word.startswith(original)
        ]
        return [form for form in found if word in self.radicals(form)]

    def singulars(self, word: str) -> list[str]:
        """What a folded word is the plural, or another simple inflection, of, perhaps; likelier ones first."""
        found: dict[str, None] = {}
        for stem in self._stems(word):
            found.update(dict.fromkeys(self._shifted(stem)))
        found.update(dict.fromkeys(self._shifted(word)))
        for form in tuple(self._shifted(word)):
            found.update(dict.fromkeys(form + ending for ending in self.added))
        return [form for form in found if form != word and len(form) > 1]

    def _stems(self, word: str) -> Iterator[str]:
        for ending, originals in self.endings:
            if word.endswith(ending) and len(word) >= len(ending) + self.stem[len(ending) > 1]:
                stem = word[: len(word) - len(ending)]
                for original in originals:
                    yield stem + original
                    if not original:
                        yield from self._calm(stem)

    def _calm(self, stem: str) -> Iterator[str]:
        """A stem with its consonants as they are where the stress is not moved by an ending."""
        for tail, originals in self.tails:
            if stem.endswith(tail):
                yield from (stem[: len(stem) - len(tail)] + original for original in originals)
        start, _ = self._last_vowels(stem, len(stem))
        for piece, originals in self.inner:
            if start > 0 and stem.endswith(piece, 0, start):
                head = stem[: start - len(piece)]
                yield from (head + original + stem[start:] for original in originals)

    def _shifted(self, stem: str) -> Iterator[str]:
        """A stem, then the same with the vowels of its last syllables as they may have been."""
        yield stem
        start, end = self._last_vowels(stem, len(stem))
        if start < 0:
            return
        vowels, rest = stem[start:end], stem[end:]
        for shifted, originals in self.shifts:
            if vowels == shifted:
                yield from (stem[:start] + original + rest for original in originals)
        first, second = self._last_vowels(stem, start)
        for one, two, both in self.pairs:
            if first >= 0 and vowels == two and stem[first:second] == one:
                yield from (stem[:first] + a + stem[second:start] + b + rest for a, b in both)

    def _last_vowels(self, word: str, end: int) -> tuple[int, int]:
        """Where the last vowel, or group of two, before `end` begins and ends; -1 where there is none."""
        while end > 0 and word[end - 1] not in self.vowels:
            end -= 1
        if end > 1 and word[end - 2 : end] in self.groups:
            return end - 2, end
        return end - 1, end

    def inflected(self, word: str) -> list[str]:
        """Plurals and other simple inflections of a folded word that need no dictionary: 'carer' -> ['carers', …]."""
        return [
            word[: len(word) - len(ending)] + other
            for ending, others in self.made
            if word.endswith(ending) and len(word) > len(ending) + 1
            for other in others
        ]

    def plural(self, title: str) -> str:
        """The plural of a title, "" where no rule is sure of it."""
        for ending, other in self.plurals:
            if title.lower().endswith(ending):
                return title[: len(title) - len(ending)] + other
        return ""

    def near(self, word: str) -> dict[str, int]:
        """Folded words that a folded word may be a form of, or that may be forms of it, and how far each is: `EXACT`,
        `MUTATION` or `PLURAL`. The word itself comes first."""
        found = {word: EXACT}
        radicals = self.radicals(word)
        for form in radicals:
            found.setdefault(form, MUTATION)
        for original in (word, *radicals):
            for form in self.mutated(original):
                found.setdefault(form, MUTATION)
        for original in (word, *radicals):
            for form in (*self.singulars(original), *self.inflected(original)):
                found.setdefault(form, PLURAL)
        return found

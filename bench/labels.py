"""What everything made up is drawn from: labels that nothing else has, texts in both languages, choices."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

from bench.words import ENGLISH, WELSH, Writer, fold

T = TypeVar("T")

Texts = Mapping[str, str]
"""A text in each language: {"en": …, "cy": …}."""


def slug(label: str) -> str:
    """A label as an id: lower-case ASCII with hyphens."""
    return fold(label).replace("'", "").replace(" ", "-")


class Labels:
    """Draws, the same every time in the same order."""

    def __init__(self) -> None:
        self.english, self.welsh = Writer(ENGLISH, 1), Writer(WELSH, 1)
        self._taken: set[str] = set()

    def take(self, label: str) -> bool:
        """Take a label; False where something has it already, in whatever order of its words, or a word stands in it twice."""
        words = fold(label).split()
        key = " ".join(sorted(words))
        if key in self._taken or len(set(words)) < len(words):
            return False
        self._taken.add(key)
        return True

    def _new(self, writer: Writer, lengths: tuple[int, ...]) -> str:
        while True:
            label = writer.phrase(writer.pick(lengths))
            if self.take(label):
                return label

    def name(self, lengths: tuple[int, ...]) -> Texts:
        """A label of as many words as one of `lengths` says, in each language, that nothing else has."""
        return {"en": self._new(self.english, lengths), "cy": self._new(self.welsh, lengths)}

    def names(self, count: int, lengths: tuple[int, ...]) -> list[Texts]:
        return [self.name(lengths) for _ in range(count)]

    def texts(self, length: int) -> Texts:
        """Sentences of so many words, in each language."""
        return {"en": self.english.text(length), "cy": self.welsh.text(length)}

    def pick(self, options: Sequence[T]) -> T:
        return self.english.pick(options)

    def number(self, low: int, high: int) -> int:
        """A whole number from `low` to `high`, both among them."""
        return self.pick(range(low, high + 1))

    def chance(self, percent: int) -> bool:
        """True in so many cases of a hundred."""
        return self.pick(range(100)) < percent

    def some(self, options: Sequence[T], count: int) -> tuple[T, ...]:
        """Different ones of the options."""
        found: dict[T, None] = {}
        while len(found) < count:
            found[self.pick(options)] = None
        return tuple(found)

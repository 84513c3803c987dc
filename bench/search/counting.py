"""From what was found to the figures of a row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bench.percentile import percentile
from bench.search.questions import Question

AT = 10
"""How many hits a reader looks at."""


@dataclass(slots=True)
class Tally:
    """How often the right record came first, and within ten; how many of the first ten were false."""

    asked: int = 0
    first: int = 0
    ten: int = 0
    false: int = 0

    def add(self, question: Question, ids: Iterable[str]) -> None:
        """Count one answer: ids best first; a record named twice counts once, where it stands first."""
        found = tuple(dict.fromkeys(ids))[:AT]
        self.asked += 1
        self.first += not question.right.isdisjoint(found[:1])
        self.ten += not question.right.isdisjoint(found)
        self.false += sum(id not in question.also for id in found)

    @property
    def recall(self) -> str:
        """Recall at 1 and at 10."""
        return f"{self.first / self.asked:.3f} / {self.ten / self.asked:.3f}"

    @property
    def falsehood(self) -> str:
        """False hits a query."""
        return f"{self.false / self.asked:.2f}"


def spread(values: Sequence[float]) -> str:
    """Median and 95th percentile."""
    return f"{percentile(values, 0.5):.2f} / {percentile(values, 0.95):.2f}"


def keys(title: str, most: int = 14) -> list[str]:
    """What stands in the box after each key of a title, its first `most` letters; not after a space, which adds nothing."""
    return [title[:end] for end in range(1, min(len(title), most) + 1) if title[end - 1] != " "]


def evenly(items: Sequence[str], count: int, offset: int = 0) -> list[str]:
    """Some of the items, from all along; another offset gives others."""
    step = max(1, len(items) // count)
    return [items[(number * step + offset) % len(items)] for number in range(min(count, len(items)))]

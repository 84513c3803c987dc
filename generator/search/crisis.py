"""Whether somebody who types this may be in danger."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from itertools import pairwise

from generator.languages.rules import Rules, fold
from generator.search.distance import allowed, distance

BETWEEN = 3
"""Words that may stand between those of one phrase."""
SHORT = 6
"""Letters below which a word that is a phrase by itself must be spelt right."""


def alarming(typed: Sequence[str], phrases: Iterable[str], rules: Rules) -> bool:
    """Whether all words of one of the phrases are in what was typed, near each other, in any order, inflected, mutated or
    misspelt; or all written as one."""
    folded = [fold(word) for word in typed]
    pieces = [*enumerate(folded), *((place, a + b) for place, (a, b) in enumerate(pairwise(folded)))]
    written = [(place, word, rules.near(word)) for place, word in pieces]
    for phrase in phrases:
        words = [fold(word) for word in rules.words(phrase)]
        if any(_meant("".join(words), word, near, alone=True) for _, word, near in written):
            return True
        if len(words) > 1:
            places = [{place for place, other, near in written if _meant(word, other, near)} for word in words]
            width = len(words) + BETWEEN
            if any(all(held & set(range(start, start + width)) for held in places) for start in range(len(folded))):
                return True
    return False


def _meant(word: str, typed: str, near: Container[str], *, alone: bool = False) -> bool:
    """Whether a word typed, with all that it may be `near` to, is a form of `word`, or a misspelling of it."""
    if word in near:
        return True
    most = 0 if alone and len(word) < SHORT else allowed(len(word))
    return most > 0 and distance(typed, word, most) <= most and (most == 1 or (len(typed) > 3 and typed[0] == word[0]))

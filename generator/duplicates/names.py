"""How alike two names are: their telling words, weighed by how seldom each is, slips of the pen and short forms allowed for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Set
from math import log
from typing import NamedTuple

from generator.duplicates.faces import Face, Form
from generator.duplicates.words import MARK
from generator.issues import N_
from generator.nearby import slips_between

SAME_NAME = N_("the names are the same")
NEAR_NAME = N_("the names are almost the same")
WITHIN_NAME = N_("one name stands within the other")
PART_NAME = N_("the names share telling words")

FEW = 3
"""Records that may share a word, number, page or address before it says little: a line for many services."""
TELLING = 0.55
"""How rare the rarest word of a name is at least, so that the name alone says which group it is: not 'Lunch club'."""
MOST = 0.6
"""How much of the shorter name two must share."""
BRIEF = 2
"""Words of a name of which each may have a slip; longer ones are only looked at where they share a word."""
SAYS_LITTLE = frozenset("ltd limited cic cio charity registered cyf elusen cofrestredig".split())
"""Words that one list adds to a name and another leaves out, besides its town."""
_SMOOTH = 50
"""Records that a small root is thought to have besides its own, so that its words are not all common."""
_LONG = 8
"""Letters of names in which one slip may also join or part words."""


class Reason(NamedTuple):
    """What speaks for or, with points below 0, against: a message id. Where it is not `sure`, it is another service, or part,
    of one body as often as the same thing, whatever else they share."""

    text: str
    points: int
    sure: bool = True


class Rarity:
    """How much words say, each from 0 to 1, and a whole name. `words` and `shared`: how many of so many records have a word, and
    a number, page, address or website; `twins`: words of one language and what they are in another."""

    def __init__(
        self, records: int, words: Mapping[str, int], shared: Mapping[str, int], twins: Mapping[str, frozenset[str]]
    ) -> None:
        self.words, self.shared, self.twins = words, shared, twins
        self._most = log(records + _SMOOTH)
        self._weights: dict[str, float] = {}
        self._names: dict[str, float] = {}

    def of(self, words: Iterable[str]) -> float:
        """How much words say: each near 1 for one that a single record has, 0.15 for one that most have."""
        total = 0.0
        for word in words:
            if word not in self._weights:
                share = self._most - log(self.words.get(word, 0) + 1)
                self._weights[word] = max(0.15, share / self._most)
            total += self._weights[word]
        return total

    def weight(self, form: Form) -> float:
        """How much a name says."""
        found = self._names.get(form.joined)
        if found is None:
            found = self._names[form.joined] = self.of(form.words)
        return found


def named_alike(first: Face, second: Face, rarity: Rarity) -> Reason | None:
    """What the most alike of all their names say; None where these differ."""
    best: Reason | None = None
    for one in first.forms:
        for other in second.forms:
            if one.words.isdisjoint(other.words) and max(len(one.words), len(other.words)) > BRIEF:
                continue
            found = _names(one, other, rarity)
            if found and (best is None or (found.sure, found.points) > (best.sure, best.points)):
                best = found
    return best


def _names(one: Form, other: Form, rarity: Rarity) -> Reason | None:
    """What two names say; None where too little of the shorter is in the longer, or where they tell branches apart."""
    if one.joined == other.joined:
        return _full(SAME_NAME, 70, one, other, rarity)
    if not one.own and not other.own:
        return None
    common = one.words & other.words
    whole = rarity.weight(one), rarity.weight(other)
    got = rarity.of(common)
    if got < 0.2 * min(whole) and max(len(one.words), len(other.words)) > BRIEF:
        return None
    rest: Set[str] = one.words - common
    others: Set[str] = other.words - common
    slips = 0.0
    if rest and others:
        rest, others, slips = _paired(rest, others, rarity)
    if not rest and not others:
        return _full(NEAR_NAME, 68, one, other, rarity) if slips else _full(SAME_NAME, 70, one, other, rarity)
    enough = got + slips >= MOST * min(whole)
    near = abs(len(one.joined) - len(other.joined)) < 2
    if not (enough or near) or _apart(rest, others):
        return None
    if near and _is_one_slip(one, other, rest | others, rarity):
        return _full(NEAR_NAME, 68, one, other, rarity)
    if not enough:
        return None
    got += slips
    if not rest or not others:
        if all(word[0] == MARK or word in SAYS_LITTLE for word in (*rest, *others)):
            return _full(WITHIN_NAME, 60, one, other, rarity)
        return Reason(WITHIN_NAME, round(50 * got / max(whole)) + (10, -2, -10)[_aliases(one, other)], sure=False)
    return Reason(PART_NAME, round(50 * got / max(whole)) - (0, 12, 20)[_aliases(one, other)], sure=False)


def _aliases(one: Form, other: Form) -> int:
    """How many of two names are not their records' own."""
    return (not one.own) + (not other.own)


def _full(text: str, points: int, one: Form, other: Form, rarity: Rarity) -> Reason:
    """The points of names that are one: fewer for other names that records are known by, and for a name that many have."""
    telling = max(rarity.of((word,)) for word in one.words) >= TELLING
    aliases = _aliases(one, other)
    return Reason(text, points - (0, 5, 20)[aliases] - (0 if telling else 10), sure=aliases < 2)


def _paired(rest: Set[str], others: Set[str], rarity: Rarity) -> tuple[Set[str], Set[str], float]:
    """What two names do not share, without words that are one by a slip; and how much these say."""
    slips = 0.0
    for word in sorted(rest):
        twins = rarity.twins.get(word, ())
        first = word.removeprefix(MARK)[0]
        fits = (there for there in others if there in twins or first == there.removeprefix(MARK)[0])
        fit = next((there for there in sorted(fits) if there in twins or _is_slip(word, there, rarity)), None)
        if fit:
            rest, others = rest - {word}, others - {fit}
            slips += min(rarity.of((word,)), rarity.of((fit,)))
    return rest, others, slips


def _is_slip(word: str, other: str, rarity: Rarity) -> bool:
    """Whether two words are one, misspelt or cut short. Places and figures are what they are."""
    if word[0] == MARK == other[0]:
        return False
    short, long = sorted((word.removeprefix(MARK), other.removeprefix(MARK)), key=len)
    if len(short) < 3 or not (short.isalpha() and long.isalpha()):
        return False
    if len(long) - len(short) > 2:  # what is cut short is a word that many names have
        known = rarity.words.get(long, 0) >= FEW
        return known and len(short) < 6 and (long.startswith(short) or _is_skeleton(short, long))
    if long == f"{short}s":
        return True
    few = min(rarity.words.get(word, 0), rarity.words.get(other, 0)) < FEW  # two common words are two words
    return few and len(long) > 4 and slips_between(short, long) <= (1 if len(short) < 9 else 2)


def _is_one_slip(one: Form, other: Form, rest: Set[str], rarity: Rarity) -> bool:
    """Whether two whole names are one slip apart, as where a word is written as two; not where words differ that are common,
    short, or figures."""
    left, right = one.joined, other.joined
    return (
        left[0] == right[0]
        and min(len(left), len(right)) >= _LONG
        and all(len(word) > 2 for word in rest)
        and any(rarity.words.get(word, 0) < FEW for word in rest)
        and re.sub(r"\D", "", left) == re.sub(r"\D", "", right)
        and slips_between(left, right) < 2
    )


def _is_skeleton(short: str, long: str) -> bool:
    """Whether a word is another without vowels and more: 'ctr' of 'centre'."""
    letters = iter(long)
    return short[0] == long[0] and not set(short) & set("aeiou") and all(letter in letters for letter in short)


def _apart(rest: Set[str], others: Set[str]) -> bool:
    """Whether what two names do not share tells branches or groups of one body apart: another place, another figure."""
    return any(
        any(map(sort, rest)) and any(map(sort, others))
        for sort in (lambda word: word[0] == MARK, lambda word: word.isdigit())
    )

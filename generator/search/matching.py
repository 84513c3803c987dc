"""One query against the words that are known: what answers it, how well, and why.

A name is as good as its worst word; one that is not named whole, or in another language, or by another form, is worth a
little less. What stands in texts alone comes after all names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.languages.rules import EXACT, MUTATION, PLURAL, Rules, fold
from generator.search.distance import allowed, distance
from generator.search.known import ALIAS, CLOSE, FORM, LENGTHS, LONG, NAMES, SORTS, TITLE, Words

AS_TYPED, FOLDED, MUTATED, INFLECTED, BEGINNING = 100, 96, 90, 80, 60
SLIPPED = (0, 40, 30)
"""Points of a word found by that way; for one or two slips of the keyboard."""
SORT_POINTS = {TITLE: 0, FORM: -15, ALIAS: 2, CLOSE: -17}
NOT_WHOLE, EXTRA, FIRST, FOREIGN = 25, 4, 1, 3
"""Points lost by a name that has more words, at most so many more; got by one that begins with the word; lost in another
language than the reader's."""
TEXT = 300 + AS_TYPED
"""The best score of a text."""


@dataclass(slots=True)
class Best:
    """The best that is known of one entry for one query."""

    score: int
    why: str
    name: int
    code: str


class Matcher:
    """One query. `rules` of each language, the reader's first; `known` words in each, and those `asked` for; with
    `typing`, the last may be only the beginning of one. `more` says of an entry whether it is suggested (1) or points
    elsewhere (greater); `someone`, that it is known who suggests."""

    def __init__(
        self,
        rules: Mapping[str, Rules],
        known: Mapping[str, Sequence[Words]],
        asked: Mapping[str, Sequence[str]],
        more: Callable[[int, str], int],
        *,
        typing: bool,
        someone: bool,
    ) -> None:
        self.rules, self.words, self.asked, self.more = rules, known, asked, more
        self.typing, self.someone = typing, someone
        self.lang = next(iter(rules))
        self.whole: dict[str, list[dict[str, int]]] = {
            code: [self._whole(code, word) for word in words] for code, words in asked.items()
        }
        self.known = {fold(w) for c, words in asked.items() for w, f in zip(words, self.whole[c], strict=True) if f}
        self.begun = {code: list(self._beginnings(code, fold(words[-1]))) for code, words in asked.items() if words}
        if self.begun.get(self.lang):
            self.known.add(fold(asked[self.lang][-1]))  # the reader's own words come before slips in other languages

    def best(self) -> dict[int, Best]:
        """The best of every entry that answers. Where no name answers whole, those that answer well in part come before
        texts; and where nothing does, all that answer in part."""
        best: dict[int, Best] = {}
        part: dict[int, Best] = {}
        for code in self.rules:
            words = list(self.asked[code])
            found = [self._found(code, place) for place in range(len(words))]
            self._judge(code, words, found, best, part)
            joined = "".join(words)
            if len(words) > 1 and (whole := self._whole(code, joined)):
                self._judge(code, [joined], [whole], best, {})
        if all(known.score <= TEXT for known in best.values()):
            best |= {n: known for n, known in part.items() if not best or known.score > TEXT}
        return best

    def _whole(self, code: str, word: str) -> dict[str, int]:
        """Known words that a word is a form of, and the points of each. What says something is no form of what says
        little: English “my” is not Welsh “fy”."""
        rules, folded = self.rules[code], fold(word)
        little = () if word in rules.common else rules.common
        most = self._reach(code, folded)
        found: dict[str, int] = {}
        for form, step in rules.near(folded).items():
            for spelt in (spelt for known in self.words[code] for spelt in known.spelt.get(form, ())):
                if step <= most and spelt not in little:
                    exact = AS_TYPED if spelt == word else FOLDED
                    found[spelt] = exact if step == EXACT else MUTATED if step == MUTATION else INFLECTED
        return found

    def _reach(self, code: str, folded: str) -> int:
        """How far the forms of a word may lie in a language. A word of the reader's language is no mutated or inflected form
        in others, nor one of theirs an inflected form in the reader's: “food” finds neither “mood” nor “poen”."""
        exact = [other for other in self.rules if any(folded in known.spelt for known in self.words[other])]
        if code in exact or not exact:
            return PLURAL
        return MUTATION if code == self.lang else EXACT if self.lang in exact else PLURAL

    def _found(self, code: str, place: int) -> dict[str, int]:
        """Known words that a word of the query may mean, by the first way that finds one."""
        words = self.asked[code]
        word = fold(words[place])
        last = place == len(words) - 1
        found = dict(self.whole[code][place])
        for spelt in self.begun[code] if last else ():
            found.setdefault(spelt, BEGINNING)
        if not found and word not in self.known:
            found = self._slipped(code, word, last and self.typing and len(word) > LONG)
        return found

    def _beginnings(self, code: str, word: str) -> Iterator[str]:
        """Known words that the last word of the query may be the beginning of."""
        if not self.typing and (word in self.known or len(word) < 3):
            return
        starts = self.rules[code].starts(word)
        yield from (spelt for known in self.words[code] for spelt in known.begun(starts))

    def _slipped(self, code: str, word: str, typing: bool) -> dict[str, int]:
        """Known words that a slip of the keyboard may have made the word of, the nearest only."""
        most = allowed(len(word))
        if not most:
            return {}
        found: dict[str, int] = {}
        for typed in (word, *self.rules[code].radicals(word)):
            for form, spelt in (item for known in self.words[code] for item in known.spelt.items()):
                slips = max(distance(typed, form, most, beginning=typing), 1)
                if slips <= most and (typed[0] == form[0] or (slips == 1 and len(typed) > LONG + 1)):
                    found |= dict.fromkeys((written for written in spelt if found.get(written, 9) > slips), slips)
        least = min(found.values(), default=0)
        return {written: SLIPPED[slips] for written, slips in found.items() if slips == least}

    def _judge(
        self,
        code: str,
        words: Sequence[str],
        found: Sequence[Mapping[str, int]],
        best: dict[int, Best],
        part: dict[int, Best],
    ) -> None:
        """Score every name and text that the words of the query stand in; those that say little to the reader do not count."""
        common = self.rules[code].common | self.rules[self.lang].common
        counted = [place for place, word in enumerate(words) if word not in common] or list(range(len(words)))
        names, texts = self._gather(code, found)
        for key, points in names.items():
            held = [points[place] for place in counted if points[place]]
            if held:
                self._name(code, key, min(held), len(held), len(counted), best, part)
        for n, points in texts.items():
            held = [points[place] for place in counted if points[place]]
            if len(held) == len(counted):
                _keep(best, n, Best(300 + min(held), "text", -1, code))
            elif len(held) > 1:
                _keep(part, n, Best(100 + 20 * len(held), "some", -1, code))

    def _gather(
        self, code: str, found: Sequence[Mapping[str, int]]
    ) -> tuple[dict[int, list[int]], dict[int, list[int]]]:
        """Points of each word of the query, by name (a place without its `first`) and by entry."""
        names: dict[int, list[int]] = {}
        texts: dict[int, list[int]] = {}
        for place, word, points in ((p, w, points) for p, words in enumerate(found) for w, points in words.items()):
            for known in self.words[code]:
                for where in known.names.get(word, ()):
                    first = where // LENGTHS % 2
                    key = where // (2 * LENGTHS) * LENGTHS + where % LENGTHS
                    held = names.setdefault(key, [0] * len(found))
                    held[place] = max(held[place], points + (FIRST if first else 0))
                    held = texts.setdefault(where // (2 * LENGTHS * SORTS * NAMES), [0] * len(found))
                    held[place] = max(held[place], points)
                for n in known.texts.get(word, ()):
                    held = texts.setdefault(n, [0] * len(found))
                    held[place] = max(held[place], points)
        return names, texts

    def _name(
        self, code: str, key: int, points: int, held: int, counted: int, best: dict[int, Best], part: dict[int, Best]
    ) -> None:
        """Score one name: `points` of its worst word, `held` of the `counted` words of the query."""
        length, key = key % LENGTHS, key // LENGTHS
        sort, key = key % SORTS, key // SORTS
        k, n = key % NAMES, key // NAMES
        more = self.more(n, code)
        whole = held >= length
        score = points + SORT_POINTS[sort]
        if not whole:  # there a mutated word is as good as any
            score = min(points, MUTATED + points % 2) + min(SORT_POINTS[sort], 0)
            score -= NOT_WHOLE + min(length - held, EXTRA)
        score -= FOREIGN if code != self.lang else 0
        score = 4 * score + (2 if more == 1 else 0) + (0 if more > 1 else 1)
        if held == counted:
            _keep(best, n, Best(1000 + score, self._reason(points, sort, whole, more), k, code))
        elif whole or 2 * held >= counted:
            _keep(part, n, Best(200 + 100 * held + (80 if whole else 0) + score // 8, "part", k, code))

    def _reason(self, points: int, sort: int, whole: bool, more: int) -> str:
        if points <= SLIPPED[1] + FIRST:
            return "typo"
        if sort == ALIAS:
            return "suggested" if more == 1 and self.someone else "alias"
        if sort == CLOSE:
            return "close"
        if points <= BEGINNING + FIRST:
            return "begins"
        if not whole:
            return "holds"
        if points < FOLDED:
            return "changed"
        return "form" if sort == FORM else "exact"


def _keep(best: dict[int, Best], n: int, new: Best) -> None:
    if n not in best or new.score > best[n].score:
        best[n] = new

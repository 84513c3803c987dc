"""What answers a query, in what order, and why: the twin of `theme/assets/search/engine.js`, over the same files.

Each word of a query is looked for among the words of all names, in every language of the site by that language's own
rules: as typed, without accents, mutated, in the singular or plural, as the beginning of a word, with slips of the
keyboard. A name is as good as its worst word; one that is not named whole, or in another language, or by another form,
is worth a little less. What stands in texts alone comes after all names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, NamedTuple

from generator.languages import slug
from generator.languages.rules import EXACT, MUTATION, Rules, fold
from generator.search.distance import allowed, distance
from generator.search.index import BLOCK, Row, shard

NAMES, SORTS, LENGTHS = 256, 4, 16
TITLE, FORM, ALIAS, CLOSE = range(SORTS)
"""Sorts of names: the title; another form; a word that points here; one that is close in meaning and points here."""

AS_TYPED, FOLDED, MUTATED, INFLECTED, BEGINNING = 100, 96, 90, 80, 60
SLIPPED = (0, 40, 30)
"""Points of a word found by that way; for one or two slips of the keyboard."""
SORT_POINTS = {TITLE: 0, FORM: -15, ALIAS: 2, CLOSE: -6}
NOT_WHOLE, EXTRA, FIRST, FOREIGN = 25, 4, 2, 3
"""Points lost by a name that has more words, at most so many more; got by one that begins with the word; lost in another
language than the reader's."""
NEAREST, ALIKE = 5, 30
"""How many near titles are offered, and how many in a hundred pairs of letters they share with the query at least."""

Read = Callable[[str], Any]
"""A parsed file of the search folder: read("cy/first.json")."""


class Hit(NamedTuple):
    """One answer. `lang` is the language of `title`; `address` is from the root of the site; `score` compares hits of one
    query alone."""

    n: int
    group: str
    title: str
    lang: str
    why: str
    score: int
    address: str


class Found(NamedTuple):
    """The first answers, best first; the numbers of all; whether the numbers to ring come above them; what to try where
    there is none."""

    hits: list[Hit]
    all: list[int]
    crisis: bool
    near: list[Hit]


@dataclass(slots=True)
class Words:
    """Words and where they stand: in `names` (places) and `texts` (entries); `spelt` has them by their folded form."""

    names: dict[str, list[int]] = field(default_factory=dict)
    texts: dict[str, list[int]] = field(default_factory=dict)
    spelt: dict[str, list[str]] = field(default_factory=dict)

    def spell(self) -> Words:
        for word in (*self.names, *self.texts):
            self.spelt.setdefault(fold(word), []).append(word)
        return self


@dataclass(slots=True)
class Best:
    """The best that is known of one entry for one query."""

    score: int
    why: str
    name: int
    code: str


class Search:
    """The search of one language of a site. `read` gets its files."""

    def __init__(self, read: Read, lang: str) -> None:
        self.read = read
        self.lang = lang
        self.first = {lang: read(f"{lang}/first.json")}
        self.first |= {code: read(f"{code}/first.json") for code in self.first[lang]["others"]}
        self.codes = list(self.first)
        self.rules = {code: Rules.of(first["rules"]) for code, first in self.first.items()}
        self.rows: dict[str, dict[int, Row]] = {code: dict(enumerate(f["rows"])) for code, f in self.first.items()}
        self._files = {
            code: {n for kind in ("names", "words") for n in _named(kind, f)} for code, f in self.first.items()
        }
        self._loaded: dict[str, Words] = {}
        self._aliases: dict[tuple[int, str], list[str]] = {}
        self._names = {code: self._words(code, range(len(self.rows[code]))) for code in self.codes}

    def _words(self, code: str, numbers: Iterable[int]) -> Words:
        """The words of the names of entries whose rows are known; what points elsewhere is a name of that too."""
        words = Words()
        for n in numbers:
            row = self.rows[code][n]
            names = row[1].split("|") if row[1] else []
            for word, where in places(n, names, self.rules[code]):
                words.names.setdefault(word, []).append(where)
            target = _more(row)
            if target > 1:
                to, sort = target // 2 - 1, CLOSE if target % 2 else ALIAS
                held = self._aliases.setdefault((to, code), [])
                start = held.index(names[0]) if names and names[0] in held else len(held)
                for word, where in places(to, names, self.rules[code], sort, NAMES // 2 + start):
                    words.names.setdefault(word, []).append(where)
                held[start:] = held[start:] or names
        return words.spell()

    def more(self, n: int, code: str) -> int:
        """1 for a suggested word, greater for one that points elsewhere; 0 for others and for what is not known yet."""
        return _more(self.rows[code].get(n, ()))

    def find(self, query: str, *, typing: bool = False, limit: int = 50) -> Found:
        """Everything that answers a query. With `typing`, its last word may be only the beginning of one."""
        asked = {code: self.rules[code].words(query) for code in self.codes}
        if not any(asked.values()):
            return Found([], [], False, [])
        known = {code: [self._names[code], *self._load(code, asked[code])] for code in self.codes}
        best = _Matcher(self, known, asked, typing).best()
        ranked = sorted(best, key=lambda n: (-best[n].score, n))
        hits = [self._hit(n, best[n], query) for n in ranked[:limit]]
        return Found(hits, ranked, self._crisis(asked), [] if hits else self._nearest(query))

    def _load(self, code: str, asked: Sequence[str]) -> Iterator[Words]:
        """The files that hold forms of the words asked for, each read once."""
        forms = {form for word in asked for form in self.rules[code].near(fold(word))}
        starts = {shard(form, self.first[code]["width"]) for form in forms}
        for name in sorted({f"{kind}-{start}" for start in starts for kind in ("names", "words")} & self._files[code]):
            file = f"{code}/{name}.json"
            if file not in self._loaded:
                self._loaded[file] = self._read(code, file, name)
            yield self._loaded[file]

    def _read(self, code: str, file: str, name: str) -> Words:
        held = self.read(file)
        if name.startswith("words-"):
            return Words(texts=dict(zip(held[0].split(), held[1], strict=True))).spell()
        rows: dict[int, Row] = {row[0]: row[1:] for row in held}
        self.rows[code] |= rows
        return self._words(code, rows)

    def _row(self, n: int, code: str) -> Row:
        """The row of an entry in a language, read from its block where it is not known yet."""
        if n not in self.rows[code]:
            block = self.read(f"{code}/records-{n // BLOCK}.json")
            self.rows[code] |= {n - n % BLOCK + place: row[1:] for place, row in enumerate(block)}
        return self.rows[code][n]

    def _called(self, n: int, code: str) -> list[str]:
        """What an entry is called in a language."""
        held: str = self._row(n, code)[1]
        return held.split("|") if held else []

    def _name(self, n: int, k: int, code: str) -> str:
        """One name by its number; those from NAMES // 2 on may be words that point to the entry."""
        aliases = self._aliases.get((n, code), [])
        if k >= NAMES // 2 and aliases:
            return aliases[min(k - NAMES // 2, len(aliases) - 1)]
        return self._called(n, code)[k]

    def _title(self, n: int) -> tuple[str, str]:
        """The title of an entry, and its language."""
        return next(((names[0], code) for code in self.codes if (names := self._called(n, code))), ("", self.lang))

    def _group(self, n: int) -> list[Any]:
        start = 0
        for group in self.first[self.lang]["groups"]:
            start += group[-1]
            if n < start:
                break
        found: list[Any] = group
        return found

    def _hit(self, n: int, known: Best, query: str) -> Hit:
        name, _, before, behind, _ = self._group(n)
        title, lang = self._title(n)
        word = self._row(n, self.lang)[0] or slug(title)
        return Hit(n, name, title, lang, self._why(n, known, title, query), known.score, f"{before}{word}{behind}")

    def _why(self, n: int, known: Best, title: str, query: str) -> str:
        why, form = known.why, self._name(n, known.name, known.code) if known.name >= 0 else ""
        if why in ("exact", "form") and known.code != self.lang and form != title:
            why = "language"
        if why == "form" and "#" in self._group(n)[2]:
            why = "called"
        first = self.first[self.lang]
        said: str = first["say"][why]
        for gap, value in (
            ("{form}", form),
            ("{title}", title),
            ("{query}", query),
            ("{who}", first["who"]),
            ("{language}", first["called"][known.code]),
        ):
            said = said.replace(gap, value)
        return said

    def _crisis(self, asked: Mapping[str, Sequence[str]]) -> bool:
        """Whether a person in danger may have typed this: all words of one of the site's phrases are in it, in any
        order, inflected, mutated or misspelt."""
        for code, rules in self.rules.items():
            typed = [fold(word) for word in asked[code]]
            typed += [a + b for a, b in pairwise(typed)]
            forms = {form for word in typed for form in rules.near(word)}
            for phrase in self.first[code]["crisis"]:
                words = [fold(word) for word in rules.words(phrase)]
                if all(_meant(word, typed, forms, len(words) == 1) for word in words):
                    return True
                if len(words) > 1 and _meant("".join(words), typed, forms, True):
                    return True
        return False

    def _nearest(self, query: str) -> list[Hit]:
        """Titles that share most pairs of letters with the query, for when nothing answers it."""
        wanted = _pairs(query)
        near = []
        for n in range(len(self.first[self.lang]["rows"])):
            pairs = _pairs(self._title(n)[0])
            shared = 200 * len(wanted & pairs) // max(len(wanted) + len(pairs), 1)
            if shared >= ALIKE:
                near.append((-shared, n))
        return [self._hit(n, Best(-less, "typo", 0, self._title(n)[1]), query) for less, n in sorted(near)[:NEAREST]]


def _more(row: Sequence[Any]) -> int:
    return int(row[2]) if len(row) > 2 else 0


def _named(kind: str, first: Mapping[str, Any]) -> Iterator[str]:
    """Names of the files of one kind that there are."""
    return (f"{kind}-{start}" for start in first[kind].split())


def _meant(word: str, typed: Sequence[str], forms: Set[str], alone: bool) -> bool:
    """Whether one of the words typed is a form of `word`, or a misspelling of it. A short word that stands `alone` must
    be spelt right."""
    if word in forms:
        return True
    most = 0 if alone and len(word) < 6 else allowed(len(word))
    return most > 0 and any(
        distance(other, word, most) <= most and ((len(other) > 3 and other[0] == word[0]) or most == 1) for other in typed
    )


def _pairs(text: str) -> set[str]:
    """Pairs of letters that follow each other in a text."""
    folded = fold(text)
    return {folded[place : place + 2] for place in range(len(folded) - 1)}


class _Matcher:
    """One query against the words that are known."""

    def __init__(
        self, search: Search, known: Mapping[str, Sequence[Words]], asked: Mapping[str, Sequence[str]], typing: bool
    ) -> None:
        self.search, self.words, self.asked, self.typing = search, known, asked, typing
        self.whole: dict[str, list[dict[str, int]]] = {
            code: [self._whole(code, word) for word in words] for code, words in asked.items()
        }
        self.known = {fold(w) for c, words in asked.items() for w, f in zip(words, self.whole[c], strict=True) if f}

    def best(self) -> dict[int, Best]:
        """The best of every entry that answers; entries that answer in part alone where none answers whole."""
        best: dict[int, Best] = {}
        part: dict[int, Best] = {}
        for code in self.search.codes:
            words = list(self.asked[code])
            found = [self._found(code, place) for place in range(len(words))]
            self._judge(code, words, found, best, part)
            joined = "".join(words)
            if len(words) > 1 and (whole := self._whole(code, joined)):
                self._judge(code, [joined], [whole], best, {})
        return best or part

    def _whole(self, code: str, word: str) -> dict[str, int]:
        """Known words that a word is a form of, and the points of each."""
        found: dict[str, int] = {}
        for form, step in self.search.rules[code].near(fold(word)).items():
            for spelt in (spelt for known in self.words[code] for spelt in known.spelt.get(form, ())):
                exact = AS_TYPED if spelt == word else FOLDED
                found[spelt] = exact if step == EXACT else MUTATED if step == MUTATION else INFLECTED
        return found

    def _found(self, code: str, place: int) -> dict[str, int]:
        """Known words that a word of the query may mean, by the first way that finds one."""
        words = self.asked[code]
        word = fold(words[place])
        last = place == len(words) - 1
        found = dict(self.whole[code][place])
        if last and (self.typing or (word not in self.known and len(word) > 2)):
            for spelt in self._beginning(code, word):
                found.setdefault(spelt, BEGINNING)
        if not found and word not in self.known:
            found = self._slipped(code, word, last and self.typing)
        return found

    def _beginning(self, code: str, word: str) -> Iterator[str]:
        starts = (word, *(self.search.rules[code].radicals(word) if len(word) > 2 else ()))
        for known in self.words[code]:
            for form, spelt in known.spelt.items():
                if form.startswith(starts):
                    yield from spelt

    def _slipped(self, code: str, word: str, typing: bool) -> dict[str, int]:
        """Known words that a slip of the keyboard may have made the word of, the nearest only."""
        most = allowed(len(word))
        if not most:
            return {}
        found: dict[str, int] = {}
        for typed in (word, *self.search.rules[code].radicals(word)):
            for form, spelt in (item for known in self.words[code] for item in known.spelt.items()):
                slips = max(distance(typed, form, most, beginning=typing), 1)
                if slips <= most and (slips == 1 or typed[0] == form[0]):
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
        """Score every name and text that the words of the query stand in."""
        common = self.search.rules[code].common
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
        more = self.search.more(n, code)
        whole = held >= length
        score = points + (
            SORT_POINTS[sort] if whole else min(SORT_POINTS[sort], 0) - NOT_WHOLE - min(length - held, EXTRA)
        )
        score -= FOREIGN if code != self.search.lang else 0
        score = 4 * score + (2 if more == 1 else 0) + (0 if more > 1 else 1)
        if held == counted:
            _keep(best, n, Best(1000 + score, self._reason(points, sort, whole, more), k, code))
        elif whole or 2 * held >= counted:
            _keep(part, n, Best(200 + 100 * held + (80 if whole else 0) + score // 8, "part", k, code))

    def _reason(self, points: int, sort: int, whole: bool, more: int) -> str:
        if points <= SLIPPED[1] + FIRST:
            return "typo"
        if sort == ALIAS:
            return "suggested" if more == 1 and self.search.first[self.search.lang]["who"] else "alias"
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


def places(
    n: int, names: Sequence[str], rules: Rules, sort: int | None = None, start: int = 0
) -> Iterator[tuple[str, int]]:
    """Each word of the names of entry `n`, with its place as one number:

        ((((entry * NAMES + name) * SORTS + sort) * 2 + first) * LENGTHS + words

    `name` counts from `start`, `first` says that the name begins with the word, `words` how many that count it has. The
    first name is the title, others are forms, unless all are of one `sort`. A name of two words also stands as one."""
    for k, name in enumerate(names):
        words = rules.words(name)
        counted = [word for word in words if word not in rules.common] or words
        of = sort if sort is not None else FORM if k else TITLE
        key = (n * NAMES + min(start + k, NAMES - 1)) * SORTS + of
        for place, word in enumerate(words):
            yield word, (key * 2 + (place == 0)) * LENGTHS + min(len(counted), LENGTHS - 1)
        if len(words) == 2:
            yield words[0] + words[1], (key * 2 + 1) * LENGTHS + 1

"""What answers a query, in what order, and why: the twin of `theme/assets/search/engine.js`, over the same files.

Each word of a query is looked for among the words of all names, in every language of the site by that language's own
rules: as typed, without accents, mutated, in the singular or plural, as the beginning of a word, with slips of the
keyboard. `known` holds the words and where they stand, `matching` weighs what they answer; the twin has all in one file.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import accumulate, islice
from typing import Any, NamedTuple

from generator.languages import slug
from generator.languages.rules import EXACT, PLURAL, Rules, fold
from generator.search.crisis import alarming
from generator.search.index import BLOCK, Row, shard
from generator.search.known import ALIAS, CLOSE, LENGTHS, NAMES, SHORT, SORTS, Words, places
from generator.search.matching import Best, Matcher

NEAREST, ALIKE = 5, 30
"""How many near titles are offered, and how many in a hundred pairs of letters they share with the query at least."""

Read = Callable[[str], Any]
"""A parsed file of the search folder: read("cy/first.json")."""


class Hit(NamedTuple):
    """One answer. `lang` is the language of `title`; `address` is from the root of the site; `score` compares hits of one
    query alone; `reason` is the name of `why`, as index.SAY has it."""

    n: int
    group: str
    title: str
    lang: str
    why: str
    score: int
    address: str
    reason: str


class Found(NamedTuple):
    """The first answers, best first; the numbers of all; whether the numbers to ring come above them; what to try where
    there is none."""

    hits: list[Hit]
    all: list[int]
    crisis: bool
    near: list[Hit]


class Search:
    """The search of one language of a site. `read` gets its files."""

    def __init__(self, read: Read, lang: str) -> None:
        self.read = read
        self.lang = lang
        self.first = {lang: read(f"{lang}/first.json")}
        self.first |= {code: read(f"{code}/first.json") for code in self.first[lang]["others"]}
        self.codes = list(self.first)
        self.rules = {code: Rules.of(first["rules"]) for code, first in self.first.items()}
        self.rows: dict[str, dict[int, Row]] = {
            code: {n: ["", row] if isinstance(row, str) else row for n, row in enumerate(first["rows"])}
            for code, first in self.first.items()
        }
        self._loaded: dict[str, tuple[Words, Words]] = {}
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

    def says(self, word: str, groups: Collection[str]) -> bool:
        """Whether a folded word stands, just so, in a name of one of these groups."""
        held = (words for code in self.codes for words in (self._names[code], *self._files_of(code, [word])))
        found = (where for words in held for form in words.spelt.get(word, ()) for where in words.names.get(form, ()))
        return any(self._group(where // (2 * LENGTHS * SORTS * NAMES))[0] in groups for where in found)

    def find(self, query: str, *, typing: bool = False, limit: int = 50, among: Collection[str] | None = None) -> Found:
        """Everything that answers a query. With `typing`, its last word may be only the beginning of one; `among` are the
        groups whose entries may be hits."""
        asked = {code: self.rules[code].words(query) for code in self.codes}
        if not any(asked.values()):
            return Found([], [], False, [])
        known, met = {}, set[str]()
        for code, words in asked.items():
            folded = [fold(word) for word in words]
            last = folded[-1] if typing and folded else ""
            known[code] = [self._names[code], *self._load(code, folded, last, met)]
        someone = bool(self.first[self.lang]["who"])
        best = Matcher(self.rules, known, asked, self.more, typing=typing, someone=someone).best()
        begin, end = self.first[self.lang]["aside"]
        ranked = sorted(best, key=lambda n: (begin <= n <= end, -best[n].score, n))
        shown = (n for n in ranked if among is None or self._group(n)[0] in among)
        hits = [self._hit(n, best[n], query) for n in islice(shown, limit)]
        return Found(hits, ranked, self._crisis(asked), [] if ranked else self._nearest(query))

    def _load(self, code: str, asked: Sequence[str], last: str, met: set[str]) -> list[Words]:
        """The files that hold the words asked for, as typed or mutated; for those that are in none, the files that hold
        their singulars and plurals. Of words `met` in a language before, the files as typed; what is met here joins them, a
        word that is being typed, the `last`, as soon as something begins with it; a short one will do as it is."""
        rules = self.rules[code]
        near = {word: rules.near(word) if word != last or len(word) > SHORT else {word: EXACT} for word in asked}
        wanted = {form for word in near for form, step in near[word].items() if step < PLURAL and word not in met}
        found = self._files_of(code, {*near, *wanted})
        held = [self._names[code], *found]
        met.update(word for word in near if any(form in known.spelt for known in held for form in near[word]))
        met.update(last for known in held if last and any(known.begun(rules.starts(last))))
        more = self._files_of(code, [form for word in near.keys() - met for form in near[word]])
        return [*found, *(known for known in more if known not in found)]

    def _files_of(self, code: str, forms: Iterable[str]) -> list[Words]:
        """What the files of some folded words hold, each read once: names and texts of one after those of another."""
        first = self.first[code]
        starts = {shard(form, first["width"]) for form in forms} & first["files"].keys()
        return [words for start in sorted(starts) for words in self._read(code, f"{code}/words-{start}.json")]

    def _read(self, code: str, file: str) -> tuple[Words, Words]:
        if file not in self._loaded:
            held, words, said = self.read(file)
            rows: dict[int, Row] = {row[0]: row[1:] for row in held}
            self.rows[code] |= rows
            texts = Words(texts={word: [*accumulate(steps)] for word, steps in zip(words.split(), said, strict=True)})
            self._loaded[file] = self._words(code, rows), texts.spell()
        return self._loaded[file]

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
        word = self._row(n, self.lang)[0]
        word += slug(title) if word[-1:] in ("", "/") else ""
        said = self._why(n, known, title, query)
        return Hit(n, name, title, lang, said, known.score, f"{before}{word}{behind}", known.why)

    def _why(self, n: int, known: Best, title: str, query: str) -> str:
        why, form = known.why, self._name(n, known.name, known.code) if known.name >= 0 else ""
        if why in ("exact", "form") and known.code != self.lang and form != title:
            why = "language"
        if why == "form" and self._group(n)[0] in self.first[self.lang]["lead"]:
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
        """Whether a person in danger may have typed this, in any language."""
        return any(alarming(asked[code], self.first[code]["crisis"], rules) for code, rules in self.rules.items())

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


def _pairs(text: str) -> set[str]:
    """Pairs of letters that follow each other in a text."""
    folded = fold(text)
    return {folded[place : place + 2] for place in range(len(folded) - 1)}

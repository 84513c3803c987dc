"""The files of the search: one folder a language, read by the browser and by `geirfa search` alike.

    search/<lang>/first.json        all that answers the first key: the rules of the language, names of small groups
    search/<lang>/words-<p>.json    of words that begin with p: the entries of large groups that have one in a name; those
                                    of texts, and for each the entries that say it: the first, then steps to the next
    search/<lang>/records-<i>.json  of BLOCK entries each: what they are in a sentence, and their row
    search/<lang>/facets.json       what found entries can be narrowed down by

An entry has one number in every language, so that a reader of one language finds the names and words of another in that
one's files. Its row is [slug, names, more]: what is made of the title is left out of the slug, which is "" then or ends with
a slash; `names` stand between bars, the title first; `more` is 1 for a suggested word and `(n + 1) * 2` for one that points
to entry n, one more where that is only close in meaning. In the first file, a row of names alone is these by themselves.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import accumulate, pairwise
from typing import Any

from generator.catalogue import Catalogue
from generator.issues import N_
from generator.kinds.asset import Asset
from generator.kinds.record import Record
from generator.kinds.term import Term
from generator.languages import Language, slug
from generator.languages.rules import Rules, fold
from generator.search.entries import Group, Records, groups
from generator.search.facets import facets
from generator.search.texts import texts
from generator.wording import Wording

BLOCK = 64
FEW = 2000
"""Entries up to which files of words go by one letter; by two where there are more."""

SAY: Mapping[str, str] = {
    "exact": N_("This is its name."),
    "form": N_("“{form}” is a form of “{title}”."),
    "changed": N_("“{query}” is a form of “{form}”."),
    "called": N_("“{form}” leads here."),
    "alias": N_("{form}: another word for {title}."),
    "suggested": N_("{form}: {who} suggests {title}."),
    "close": N_("{form}: close in meaning."),
    "language": N_("{language}: {form}."),
    "typo": N_("Did you mean “{form}”?"),
    "begins": N_("“{form}” begins with what you typed."),
    "holds": N_("What you typed is in “{form}”."),
    "part": N_("Some of your words are in “{form}”."),
    "text": N_("Your words are in its text."),
    "some": N_("Some of your words are in its text."),
}
"""Why something was found."""

Files = Iterator[tuple[str, str]]
Row = list[Any]


class Index:
    """The entries of a catalogue on a day, numbered, and their files."""

    def __init__(self, catalogue: Catalogue, wordings: Mapping[str, Wording], today: date) -> None:
        self.catalogue = catalogue
        self.wordings = wordings
        self.little = {language.code: language.little for language in catalogue.languages}
        self.groups = groups(catalogue, today, wordings)
        self.entries: list[tuple[Group, str]] = [(group, id) for group in self.groups for id in group.ids]
        self.numbers = {(group.name, id): n for n, (group, id) in enumerate(self.entries)}
        self.small = sum(len(group.ids) for group in self.groups if not group.large)
        self.width = 1 if len(self.entries) <= FEW else 2

    def files(self) -> Files:
        """Every file, with its path from the root of the site."""
        for language in self.catalogue.languages:
            code = language.code
            rows = [self._row(n, language) for n in range(len(self.entries))]
            names, words = self._names(rows, language), self._words(language)
            files = {prefix: len(names.get(prefix, ())) for prefix in sorted({*names, *words})}
            yield f"search/{code}/first.json", _json(self._first(language, rows[: self.small], files))
            for prefix in files:
                held = [[n, *rows[n]] for n in sorted(names.get(prefix, ()))]
                yield f"search/{code}/words-{prefix}.json", written(held, words.get(prefix, {}))
            for start in range(0, len(rows), BLOCK):
                yield self._block(start, rows[start : start + BLOCK], code)
            yield f"search/{code}/facets.json", _json(facets(self.entries, self.wordings[code]))

    def _block(self, start: int, rows: Sequence[Row], code: str) -> tuple[str, str]:
        """The file of what the entries from `start` on are."""
        held = [[self._summary(n, code), *row] for n, row in enumerate(rows, start)]
        return f"search/{code}/records-{start // BLOCK}.json", _json(held)

    def number(self, record: Record) -> int:
        return self.numbers[record.folder, record.id]

    def changed(
        self, touched: Mapping[int, Sequence[Iterable[str]]], read: Callable[[str], str | None]
    ) -> dict[str, str | None]:
        """The files that differ where only texts of some entries have changed: `touched` are all words that they have or
        may have had, in each language, by their numbers; `read` gets a file as it is. A file that is None has to go."""
        made: dict[str, str | None] = {}
        leading = (m for n in touched for m in self._leading_to(n))
        starts = sorted({n - n % BLOCK for n in (*touched, *leading)})
        for place, language in enumerate(self.catalogue.languages):
            code = language.code
            changes: defaultdict[str, dict[tuple[str, int], bool]] = defaultdict(dict)
            for n, words in touched.items():
                now = self._words_of(n, language)
                for word in words[place]:
                    changes[shard(fold(word), self.width)][word, n] = word in now
            for prefix, kept in changes.items():
                file = f"search/{code}/words-{prefix}.json"
                made[file] = _patched(read(file) or written([], {}), kept)
            first = json.loads(read(f"search/{code}/first.json") or "{}")
            there = {**dict.fromkeys(changes, 0), **first["files"]}
            gone = {prefix for prefix in changes if made[f"search/{code}/words-{prefix}.json"] is None}
            files = {prefix: there[prefix] for prefix in sorted(there.keys() - gone)}
            if files != first["files"]:
                made[f"search/{code}/first.json"] = _json({**first, "files": files})
            for start in starts:
                rows = [self._row(n, language) for n in range(start, min(start + BLOCK, len(self.entries)))]
                file, text = self._block(start, rows, code)
                made[file] = text
        return made

    def _leading_to(self, n: int) -> Iterator[int]:
        """Entries that point to one, and have no words of their own to say what they are."""
        group, id = self.entries[n]
        record = self.catalogue.terms.get(id) if group.name == Term.folder else None
        yield from (self.numbers[group.name, word.id] for word in (self.catalogue.words_for(record) if record else ()))

    def _first(self, language: Language, rows: Sequence[Row], files: Mapping[str, int]) -> Mapping[str, Any]:
        code, site, wording = language.code, self.catalogue.site, self.wordings[language.code]
        return {
            "others": [other for other in self.catalogue.codes if other != code],
            "rules": language.rules.data(),
            "texts": texts(wording),
            "say": {name: wording.plain(said) for name, said in SAY.items()},
            "who": self.catalogue.said(site.suggested_by, code).text,
            "called": {other: wording.language(other) for other in self.catalogue.codes},
            "groups": [[g.name, g.called(g.one, wording), *g.address[code], len(g.ids)] for g in self.groups],
            "lead": [g.name for g in self.groups if g.leads_here],
            **self._finder(code),
            "aside": self._aside(),
            "crisis": site.crisis.get(code, ()),
            "width": self.width,
            "files": files,
            "rows": [row if row[0] or row[2:] else row[1] for row in rows],
        }

    def _finder(self, code: str) -> Mapping[str, Any]:
        """Of a site with groups to find near a place: where that is done, and the groups of entries that are words."""
        if not self.catalogue.of(Asset.folder):
            return {}
        words = [g.name for g in self.groups if g.leads_here or g.name == Term.folder]
        return {"finder": {"address": f"{code}/{self.catalogue.word(Asset.folder, code)}/", "words": words}}

    def _aside(self) -> list[int]:
        """Where the entries that come after all others begin and end."""
        found = [n for n, (group, _) in enumerate(self.entries) if group.aside]
        return [found[0], found[-1]] if found else [0, -1]

    def _row(self, n: int, language: Language) -> Row:
        group, id = self.entries[n]
        names: Sequence[str] = [name.replace("|", " ") for name in group.names(id, language.code)]
        if n < self.small:
            names = brief(names, language.rules)
        word = group.slug(id, language.code)
        shelf, slash, last = word.rpartition("/")
        row: Row = [shelf + slash if names and slug(names[0]) == last else word, "|".join(names)]
        target, close = group.leads(id)
        if (group.name, target) in self.numbers:
            row.append((self.numbers[group.name, target] + 1) * 2 + close)
        elif group.suggested(id):
            row.append(1)
        return row

    def _names(self, rows: Sequence[Row], language: Language) -> Mapping[str, Collection[int]]:
        """Entries of large groups by how the words of their names begin; with one that points elsewhere, that too."""
        found: defaultdict[str, dict[int, None]] = defaultdict(dict)
        for n in range(self.small, len(rows)):
            for word in language.rules.words(rows[n][1]):
                held = found[shard(fold(word), self.width)]
                held[n] = None
                if len(rows[n]) > 2 and (target := rows[n][2] // 2 - 1) >= self.small:
                    held[target] = None
        return found

    def _words(self, language: Language) -> Mapping[str, Mapping[str, Sequence[int]]]:
        """Words of texts in a language, by how they begin, with the entries that say them."""
        said: defaultdict[str, list[int]] = defaultdict(list)
        for n in range(len(self.entries)):
            for word in self._words_of(n, language):
                said[word].append(n)
        found: defaultdict[str, dict[str, list[int]]] = defaultdict(dict)
        for word in sorted(said):
            found[shard(fold(word), self.width)][word] = said[word]
        return found

    def _words_of(self, n: int, language: Language) -> set[str]:
        group, id = self.entries[n]
        return self._telling(group.text(id, language.code), language)

    def words_in(self, record: Record, language: Language) -> set[str]:
        """The words of a record's texts that say something; of a record as it was, too."""
        group, _ = self.entries[self.number(record)]
        return self._telling(group.text_of(record, language.code), language) if isinstance(group, Records) else set()

    def _telling(self, text: str, language: Language) -> set[str]:
        return set(language.rules.words(text)) - self.little[language.code]

    def _summary(self, n: int, code: str) -> str:
        group, id = self.entries[n]
        return group.summary(id, code)


def brief(names: Sequence[str], rules: Rules) -> list[str]:
    """Names without forms that the rules lead from to the title by themselves."""
    title = [fold(word) for word in rules.words(names[0])] if names else []

    def made(name: str) -> bool:
        words = [fold(word) for word in rules.words(name)]
        return len(words) == len(title) and all(_leads(word, to, rules) for word, to in zip(words, title, strict=True))

    return [*names[:1], *(name for name in names[1:] if not made(name))]


def _leads(word: str, to: str, rules: Rules) -> bool:
    """Whether the rules lead from a folded word to another. Beginnings are looked at first: most words differ in them."""
    begins = to[:1] == word[:1] or any(radical.startswith(to[:1]) for radical in rules.radicals(word))
    return word == to or (begins and to in rules.near(word))


def written(rows: Sequence[Row], words: Mapping[str, Sequence[int]]) -> str:
    """A file of words: rows of the entries that have one in a name; those of texts, and for each the entries that say it."""
    said = [[n - before for before, n in pairwise((0, *held))] for held in words.values()]
    return _json([rows, " ".join(words), said])


def _patched(text: str, changes: Mapping[tuple[str, int], bool]) -> str | None:
    """A file of words with entries put in or taken out; None where none would be left."""
    rows, listed, held = json.loads(text)
    words = {word: set(accumulate(steps)) for word, steps in zip(listed.split(), held, strict=True)}
    for (word, n), said in changes.items():
        (words.setdefault(word, set()).add if said else words.get(word, set()).discard)(n)
    kept = {word: sorted(words[word]) for word in sorted(words) if words[word]}
    return written(rows, kept) if rows or kept else None


def shard(word: str, width: int) -> str:
    """The part of a file's name that a folded word stands in; one file holds all that begin with no plain letter."""
    beginning = word[:width]
    return beginning if beginning.isascii() else "_"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

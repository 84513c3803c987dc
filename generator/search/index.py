"""The files of the search: one folder a language, read by the browser and by `geirfa search` alike.

    search/<lang>/first.json        all that answers the first key: the rules of the language, names of small groups
    search/<lang>/names-<p>.json    entries of large groups that have a word beginning with p in a name
    search/<lang>/words-<p>.json    words of texts beginning with p, and for each the entries that say it
    search/<lang>/records-<i>.json  of BLOCK entries each: what they are in a sentence, and their row
    search/<lang>/facets.json       what found entries can be narrowed down by

An entry has one number in every language, so that a reader of one language finds the names and words of another in that
one's files. Its row is [slug, names, more]: the slug is left out ("") where it is made of the title, `names` stand between
bars, the title first; `more` is 1 for a suggested word and `(n + 1) * 2` for one that points to entry n, one more where
that is only close in meaning.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.catalogue import Catalogue
from generator.issues import N_
from generator.kinds.record import Facet, Record
from generator.kinds.vocabulary import Vocabulary
from generator.languages import Language, slug
from generator.languages.rules import Rules, fold
from generator.search.entries import Entry, Group, choices, groups, summary, text
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
    """The entries of a catalogue, numbered, and their files."""

    def __init__(self, catalogue: Catalogue, wordings: Mapping[str, Wording]) -> None:
        self.catalogue = catalogue
        self.wordings = wordings
        self.groups = groups(catalogue)
        self.entries: list[tuple[Group, Entry]] = [(g, entry) for g in self.groups for entry in g.entries]
        self.numbers = {(entry.group, entry.id): n for n, (_, entry) in enumerate(self.entries)}
        self.small = sum(len(group.entries) for group in self.groups if not group.large)
        self.width = 1 if len(self.entries) <= FEW else 2

    def files(self) -> Files:
        """Every file, with its path from the root of the site."""
        for language in self.catalogue.languages:
            code = language.code
            rows = [self._row(n, language) for n in range(len(self.entries))]
            names, words = self._names(rows, language), self._words(language)
            yield f"search/{code}/first.json", _json(self._first(language, rows[: self.small], names, words))
            for prefix, held in names.items():
                yield f"search/{code}/names-{prefix}.json", _json([[n, *rows[n]] for n in held])
            for prefix, texts in words.items():
                yield f"search/{code}/words-{prefix}.json", _json([" ".join(texts), list(texts.values())])
            for number in range((len(rows) - 1) // BLOCK + 1):
                yield self.block(code, number, rows)
            yield f"search/{code}/facets.json", _json(self._facets(code))

    def block(self, code: str, number: int, rows: Sequence[Row]) -> tuple[str, str]:
        """One file of what entries are."""
        block = range(number * BLOCK, min((number + 1) * BLOCK, len(self.entries)))
        return f"search/{code}/records-{number}.json", _json([[self._summary(n, code), *rows[n]] for n in block])

    def _first(
        self, language: Language, rows: Sequence[Row], names: Mapping[str, Any], words: Mapping[str, Any]
    ) -> Mapping[str, Any]:
        code, site, wording = language.code, self.catalogue.site, self.wordings[language.code]
        return {
            "others": [other for other in self.catalogue.codes if other != code],
            "rules": language.rules.data(),
            "say": {name: wording.plain(said) for name, said in SAY.items()},
            "who": self.catalogue.said(site.suggested_by, code).text,
            "called": {other: wording.language(other) for other in self.catalogue.codes},
            "groups": [[g.name, self._label(g, code), *g.address[code], len(g.entries)] for g in self.groups],
            "crisis": site.crisis.get(code, ()),
            "width": self.width,
            "names": " ".join(names),
            "words": " ".join(words),
            "rows": rows,
        }

    def _label(self, group: Group, code: str) -> str:
        label = group.label
        return self.wordings[code].plain(label) if isinstance(label, str) else self.catalogue.said(label, code).text

    def _row(self, n: int, language: Language) -> Row:
        _, entry = self.entries[n]
        names: Sequence[str] = [name.replace("|", " ") for name in entry.names.get(language.code, ())]
        if n < self.small:
            names = brief(names, language.rules)
        word = entry.slugs[language.code]
        row: Row = ["" if names and slug(names[0]) == word else word, "|".join(names)]
        if entry.leads in self.numbers:
            row.append((self.numbers[entry.leads] + 1) * 2 + entry.close)
        elif entry.suggested:
            row.append(1)
        return row

    def _names(self, rows: Sequence[Row], language: Language) -> dict[str, list[int]]:
        """Entries of large groups by how the words of their names begin; with one that points elsewhere, that too."""
        found: defaultdict[str, dict[int, None]] = defaultdict(dict)
        for n in range(self.small, len(rows)):
            for word in language.rules.words(rows[n][1]):
                held = found[shard(fold(word), self.width)]
                held[n] = None
                if len(rows[n]) > 2 and (target := rows[n][2] // 2 - 1) >= self.small:
                    held[target] = None
        return {prefix: sorted(found[prefix]) for prefix in sorted(found)}

    def _words(self, language: Language) -> dict[str, dict[str, list[int]]]:
        """Words of texts in a language, by how they begin, with the entries that say them."""
        rules = language.rules
        said: defaultdict[str, list[int]] = defaultdict(list)
        for n, (_, entry) in enumerate(self.entries):
            for word in set(rules.words(self._text(entry, language.code))):
                said[word].append(n)
        found: defaultdict[str, dict[str, list[int]]] = defaultdict(dict)
        for word in sorted(said.keys() - rules.common - language.common_words):
            found[shard(fold(word), self.width)][word] = said[word]
        return {prefix: found[prefix] for prefix in sorted(found)}

    def _text(self, entry: Entry, code: str) -> str:
        record = self._record(entry)
        return text(self.catalogue, record, code) if record else self._note(entry).get(code, "")

    def _summary(self, n: int, code: str) -> str:
        _, entry = self.entries[n]
        record = self._record(entry)
        if record is None:
            return summary(self.catalogue, self._note(entry), code)
        better = self.catalogue.better(record)
        return summary(self.catalogue, record.summaries() or (better.definition if better else {}), code)

    def _record(self, entry: Entry) -> Record | None:
        return self.catalogue.of(entry.group).get(entry.id)

    def _note(self, entry: Entry) -> Mapping[str, str]:
        vocabulary = self.catalogue.of(Vocabulary.folder)[entry.group]
        assert isinstance(vocabulary, Vocabulary)
        return vocabulary.entries[entry.id].note

    def _facets(self, code: str) -> Mapping[str, Any]:
        """[label, names of its values] for each facet, the different rows of values, and for each entry its row."""
        facets: dict[str, list[str]] = {}
        rows: dict[str, int] = {}
        of = []
        for group, entry in self.entries:
            row: defaultdict[int, list[int]] = defaultdict(list)
            for label, name in self._values(group, entry, code):
                names = facets.setdefault(label, [])
                if name not in names:
                    names.append(name)
                row[list(facets).index(label)].append(names.index(name))
            of.append(rows.setdefault(_json(row), len(rows)))
        return {"facets": list(facets.items()), "rows": [json.loads(row) for row in rows], "of": of}

    def _values(self, group: Group, entry: Entry, code: str) -> Iterator[tuple[str, str]]:
        """Each facet of an entry and what readers see of its value."""
        wording = self.wordings[code]
        yield wording.plain(N_("Kind")), self._label(group, code)
        record = self._record(entry)
        for facet in record.search.facets if record else ():
            value = getattr(record, facet.field)
            for chosen in value if isinstance(value, tuple) else (value,):
                if name := self._choice(type(record), facet, chosen, code):
                    yield wording.plain(facet.label), name

    def _choice(self, kind: type[Any], facet: Facet, chosen: object, code: str) -> str:
        """What readers see of one value of a facet; "" for one that is not shown."""
        if str(chosen) in facet.names:
            return self.wordings[code].plain(facet.names[str(chosen)])
        vocabulary = self.catalogue.of(Vocabulary.folder).get(choices(kind, facet))
        entries = vocabulary.entries if isinstance(vocabulary, Vocabulary) else {}
        return self.catalogue.said(entries[str(chosen)].name, code).text if chosen in entries else ""


def brief(names: Sequence[str], rules: Rules) -> list[str]:
    """Names without forms that the rules lead from to the title by themselves."""
    title = [fold(word) for word in rules.words(names[0])] if names else []

    def made(name: str) -> bool:
        words = [fold(word) for word in rules.words(name)]
        return len(words) == len(title) and all(to in rules.near(word) for word, to in zip(words, title, strict=True))

    return [*names[:1], *(name for name in names[1:] if not made(name))]


def shard(word: str, width: int) -> str:
    """The part of a file's name that a folded word stands in; one file holds all that begin with no plain letter."""
    beginning = word[:width]
    return beginning if beginning.isascii() else "_"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

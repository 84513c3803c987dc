"""Which records are worth comparing: those that share a rare word, two words, a number, a page or a postcode. Near-linear:
what too many share opens no block."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from generator.catalogue import Catalogue
from generator.duplicates.faces import Face, face
from generator.duplicates.likeness import Pair, compare
from generator.duplicates.names import FEW, Rarity
from generator.duplicates.words import MARK, Words
from generator.kinds.asset import Asset
from generator.kinds.organisation import Organisation
from generator.kinds.record import Record

KINDS = (Asset, Organisation)
"""Kinds whose records may be one thing twice; words have rules of their own."""
BLOCK, WIDE_BLOCK = 12, 60
"""Most records that are compared for one thing they share: in a check, and when asked for by itself."""
LEAD = 10
"""Points by which one record must be more alike than the next to be taken for the same."""


class Index:
    """The faces of all records of one kind, with what they are found by. `wide`: larger blocks, and slips in rare words."""

    def __init__(self, faces: Sequence[Face], words: Words, wide: bool = False) -> None:
        self.faces = faces
        self._words = words
        self._limit = WIDE_BLOCK if wide else BLOCK
        self._wide = wide
        self._counts = Counter(word for one in faces for word in one.words)
        self._shared = Counter(key for one in faces for key in (*one.keys, *one.hosts))
        self._rarity = Rarity(len(faces), self._counts, self._shared, words.twins)
        self._alone: dict[str, int] = {}  # nearly all keys are one record's: a list for each would weigh more than all faces
        self._blocks: dict[str, list[int]] = {}
        for number, one in enumerate(faces):
            for key in self._keys(one):
                if key in self._alone:
                    self._blocks.setdefault(key, [self._alone[key]]).append(number)
                else:
                    self._alone[key] = number

    def candidates(self) -> list[tuple[int, int]]:
        """What is worth comparing: two positions among the faces, each pair once."""
        seen: set[tuple[int, int]] = set()
        for block in self._blocks.values():
            if len(block) <= self._limit:
                seen.update(combinations(block, 2))
        return sorted(seen)

    def pairs(self) -> Iterator[Pair]:
        """Every pair that may be one thing twice, each once, the record to keep first."""
        for first, second in self.candidates():
            if found := compare(self.faces[first], self.faces[second], self._rarity):
                ours, theirs = sorted((found.first, found.second), key=_standing)
                yield found._replace(first=ours, second=theirs)

    def like(self, record: Record) -> list[Pair]:
        """Pairs of a record that is not among them with those that are, the most alike first."""
        one = face(record, self._words)
        if one is None:
            return []
        blocks = (self._blocks.get(key, [self._alone[key]]) for key in self._keys(one) if key in self._alone)
        near = {n for block in blocks if len(block) <= self._limit for n in block}
        found = (compare(one, self.faces[n], self._rarity) for n in sorted(near))
        return sorted((pair for pair in found if pair), key=lambda pair: -pair.score)

    def same(self, record: Record) -> Record | None:
        """The one record that a new one is, in all likelihood; None where there is none, or where it might be either of two."""
        strong = [pair for pair in self.like(record) if pair.strong]
        alone = len(strong) == 1 or (strong and strong[0].score - strong[1].score >= LEAD)
        return strong[0].second.record if alone else None

    def _keys(self, one: Face) -> set[str]:
        """What a record is found by: each name as a whole, its rarest words, two of them together, and all its numbers, pages
        and postcodes that few have."""
        found = {key for key in one.keys if self._wide or self._shared[key] <= FEW}
        for form in one.forms:
            rare = sorted(sorted(form.words), key=self._counts.__getitem__)[:3]
            found.add(form.joined)
            found.update(rare[: 3 if self._wide else 1])
            couples = combinations(sorted(rare), 2) if self._wide else (sorted((rare[0], word)) for word in rare[1:])
            found.update(map("+".join, couples))
            if form.own:  # a slip inside its words leaves their ends as they are
                words = (word.removeprefix(MARK) for word in form.words)
                found.add(f"{one.area} {' '.join(sorted(word[0] + word[-1] for word in words))}")
            if self._wide:
                found.update(
                    f"~{shorter}" for word in rare[:2] if len(word) > 4 for shorter in _shorter(word.removeprefix(MARK))
                )
        return found


def indexes(catalogue: Catalogue, wide: bool = False) -> dict[str, Index]:
    """An index for each kind, by its folder."""
    words = Words(catalogue)
    return {kind.folder: Index(_faces(catalogue.of(kind.folder).values(), words), words, wide) for kind in KINDS}


def pairs(catalogue: Catalogue, wide: bool = False) -> list[Pair]:
    """Every pair of a catalogue that may be one thing twice, the most alike first. Not those decided to be two."""
    found = [pair for index in indexes(catalogue, wide).values() for pair in index.pairs()]
    return sorted(found, key=lambda pair: (-pair.score, pair.first.record.file, pair.second.record.file))


def _shorter(word: str) -> Iterator[str]:
    """A word and what is left of it without one letter: two that are a slip apart share one of these."""
    yield word
    yield from (word[:at] + word[at + 1 :] for at in range(len(word)))


def _standing(one: Face) -> tuple[bool, bool, int, str]:
    """Which of two records to keep comes first: what somebody checked, what was written here, what says more."""
    record = one.record
    checked, imported = getattr(record, "checked", None), getattr(record, "imported", ())
    return (checked is None, bool(imported), -len(record.model_fields_set), record.file)


def _faces(records: Iterable[Record], words: Words) -> list[Face]:
    return [found for record in records if (found := face(record, words))]

"""Words of names and of texts, and where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from generator.languages.rules import Rules, fold

NAMES, SORTS, LENGTHS = 256, 4, 16
TITLE, FORM, ALIAS, CLOSE = range(SORTS)
"""Sorts of names: the title; another form; a word that points here; one that is close in meaning and points here."""
SHORT, LONG = 2, 4
"""Letters up to which what is being typed is looked for as it is, in its files; from which words of texts, too, are looked
for by their beginning; longer ones misspelt, too."""


@dataclass(slots=True, eq=False)
class Words:
    """Words and where they stand: in `names` (places) and `texts` (entries); `spelt` has them by their folded form."""

    names: dict[str, list[int]] = field(default_factory=dict)
    texts: dict[str, list[int]] = field(default_factory=dict)
    spelt: dict[str, list[str]] = field(default_factory=dict)

    def spell(self) -> Words:
        for word in (*self.names, *self.texts):
            self.spelt.setdefault(fold(word), []).append(word)
        return self

    def begun(self, starts: tuple[str, ...]) -> Iterator[str]:
        """Words that begin so; `starts` are the beginning of a word as typed, and what that may be a form of."""
        if self.names or len(starts[0]) >= LONG:
            for form, spelt in self.spelt.items():
                if form.startswith(starts):
                    yield from spelt


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

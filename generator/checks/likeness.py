"""Each definition is written for its own word: no two begin alike."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.catalogue import Catalogue
from generator.issues import N_, Issue, Rule, Severity
from generator.kinds.term import Term
from generator.languages.rules import fold

SAME_BEGINNING = Rule(
    "same-beginning",
    Severity.ADVICE,
    N_("No two definitions begin with the same five words."),
    N_("The definition begins as that of '{other}': '{words} …'."),
    N_("Begin with what is particular about this word."),
)

BEGINNING = 5


def check(catalogue: Catalogue, today: date) -> Iterator[Issue]:
    for code in catalogue.codes:
        begun: dict[tuple[str, ...], Term] = {}
        for term in catalogue.terms.values():
            words = term.definition.get(code, "").split(maxsplit=BEGINNING)[:BEGINNING]
            if len(words) == BEGINNING:
                key = tuple(fold(word).strip(".,;:()[]\"'") for word in words)
                other = begun.setdefault(key, term)
                if other is not term:
                    yield SAME_BEGINNING.at(term.file, ("definition", code), other=other.id, words=" ".join(words))

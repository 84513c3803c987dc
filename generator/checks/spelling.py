"""How words of a language are written: no ampersand in Welsh, no label that begins mutated."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.catalogue import Catalogue
from generator.issues import N_, Issue, Rule, Severity
from generator.languages import Language, fold

AMPERSAND = Rule(
    "ampersand",
    Severity.ERROR,
    N_("Welsh is written with a or ac, never with an ampersand."),
    N_("An ampersand stands in this Welsh text."),
    N_("Write a (before a consonant) or ac (before a vowel)."),
)
MUTATED_LABEL = Rule(
    "mutated-label",
    Severity.WARNING,
    N_("A Welsh label begins with the dictionary form of its first word."),
    N_("'{word}' looks like a mutated form."),
    N_("Write the word as a dictionary lists it{perhaps}."),
)

_SHORTEST = 5
"""Letters of a first word from which a likeness to another label's word means something."""


def check(catalogue: Catalogue, today: date) -> Iterator[Issue]:
    without = {language.code for language in catalogue.languages if language.no_ampersand}
    for text in catalogue.texts if without else ():
        if text.lang in without and "&" in text.text:
            yield AMPERSAND.at(text.record.file, text.path)
    for language in catalogue.languages:
        yield from _mutated(catalogue, language)


def _mutated(catalogue: Catalogue, language: Language) -> Iterator[Issue]:
    """First words no dictionary has, and first words whose dictionary form other labels use while none uses theirs."""
    code = language.code
    words: dict[str, int] = {}
    for term in catalogue.terms.values():
        for word in set(fold(term.term.get(code, "")).split()):
            words[word] = words.get(word, 0) + 1
    for term in catalogue.terms.values():
        first = term.term.get(code, "").split(" ")[0]
        folded = fold(first)
        radical = next(
            (r for r in language.radicals(first) if len(first) >= _SHORTEST and words.get(r, 0) and words[folded] == 1),
            "",
        )
        if folded.startswith(language.never_initial) or radical:
            yield MUTATED_LABEL.at(term.file, ("term", code), word=first, perhaps=f": {radical}" if radical else "")

"""How words of a language are written: no ampersand where there is none, no label that begins mutated."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

from generator.catalogue import Catalogue
from generator.issues import N_, Issue, Rule, Severity
from generator.languages import Language
from generator.languages.rules import fold

AMPERSAND = Rule(
    "ampersand",
    Severity.ERROR,
    N_("Where a language is written without an ampersand, none stands."),
    N_("An ampersand stands in this text."),
    N_("Write the word for 'and'."),
)
MUTATED_LABEL = Rule(
    "mutated-label",
    Severity.WARNING,
    N_("A label begins with the dictionary form of its first word."),
    N_("'{word}' looks like a mutated form."),
    N_("Write the word as a dictionary lists it{perhaps}."),
)

_ADDRESS = re.compile(r"\]\([^()\s]*\)")
_SHORTEST = 5
"""Letters of a first word from which a likeness to another label's word means something."""


def check(catalogue: Catalogue, today: date) -> Iterator[Issue]:
    without = {language.code: language.ampersand for language in catalogue.languages if language.ampersand}
    for text in catalogue.texts if without else ():
        if text.lang in without and "&" in text.text and "&" in _ADDRESS.sub("", text.text):
            yield AMPERSAND.at(text.record.file, text.path, hint=without[text.lang])
    for language in catalogue.languages:
        yield from _mutated(catalogue, language)


def _mutated(catalogue: Catalogue, language: Language) -> Iterator[Issue]:
    """First words no dictionary has, and first words whose dictionary form other labels use while none uses theirs."""
    code = language.code
    labels = [fold(term.term.get(code, "")).split() for term in catalogue.terms.values()]
    firsts = Counter(label[0] for label in labels if label)
    words = {word for label in labels for word in label}
    for term in catalogue.terms.values():
        first = term.term.get(code, "").split(" ")[0]
        folded = fold(first)
        alone = len(first) >= _SHORTEST and firsts[folded] == 1
        radical = next((r for r in language.rules.radicals(fold(first)) if alone and r in words), "")
        if folded.startswith(language.never_initial) or radical:
            yield MUTATED_LABEL.at(term.file, ("term", code), word=first, perhaps=f": {radical}" if radical else "")

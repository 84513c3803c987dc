"""Themes help to look through words only where none holds a handful, none holds half of everything, and few words stand
under many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from generator.catalogue import Catalogue
from generator.issues import N_, Issue, Rule, Severity
from generator.kinds.vocabulary import Vocabulary

MANY_THEMES = Rule(
    "many-themes",
    Severity.WARNING,
    N_("A word stands under one theme or two."),
    N_("The word stands under {n} themes."),
    N_("Keep the one or two that a reader would look under."),
)
SMALL_THEME = Rule(
    "small-theme",
    Severity.ADVICE,
    N_("A theme holds at least five words, where there are fifty or more in all."),
    N_("Words under the theme '{id}': {n}."),
    N_("Join it to another theme, or see which words belong here too."),
)
LARGE_THEME = Rule(
    "large-theme",
    Severity.ADVICE,
    N_("A theme holds at most a third of all words, where there are fifty or more."),
    N_("Words under the theme '{id}': {n} of {total}."),
    N_("Divide it."),
)

MOST_THEMES = 2
FEWEST_WORDS, LARGEST_SHARE = 5, 1 / 3
ENOUGH = 50
"""Words from which a balance between themes means something."""


def check(catalogue: Catalogue, today: date) -> Iterator[Issue]:
    vocabulary = catalogue.of(Vocabulary.folder).get("themes")
    if not isinstance(vocabulary, Vocabulary):
        return
    terms = catalogue.terms.values()
    for term in terms:
        if len(set(term.themes)) > MOST_THEMES:
            yield MANY_THEMES.at(term.file, ("themes",), n=len(set(term.themes)))
    if len(terms) < ENOUGH:
        return
    held = Counter(theme for term in terms for theme in set(term.themes))
    for id in vocabulary.entries:
        if held[id] < FEWEST_WORDS:
            yield SMALL_THEME.at(vocabulary.file, ("entries", id), id=id, n=held[id])
        elif held[id] > LARGEST_SHARE * len(terms):
            yield LARGE_THEME.at(vocabulary.file, ("entries", id), id=id, n=held[id], total=len(terms))

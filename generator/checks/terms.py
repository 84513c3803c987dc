"""What a word needs to stand on its own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.catalogue import Catalogue
from generator.issues import N_, Issue, Rule, Severity

NO_DEFINITION = Rule(
    "no-definition",
    Severity.ERROR,
    N_("A word has a definition, or points to the word to use."),
    N_("The word has no definition and points to no other."),
    N_("Write 'definition', or 'use' with the term to use instead."),
)
NO_PLAIN_WORDS = Rule(
    "no-plain-words",
    Severity.ERROR,
    N_("A suggested word is also explained in plain words."),
    N_("The word is suggested but has no 'easy_read'."),
    N_("Add 'easy_read', in each language."),
)
NO_THEME = Rule(
    "no-theme",
    Severity.WARNING,
    N_("A word has at least one theme, where the site has themes."),
    N_("The word has no theme."),
    N_("Add 'themes' with one of: {known}."),
)
UNKNOWN_ORIGIN = Rule(
    "unknown-origin",
    Severity.ERROR,
    N_("'origin' speaks of a language of the site or of the class."),
    N_("'{name}' is neither a language of this site nor 'class'."),
    N_("Write one of: {known}."),
)


def check(catalogue: Catalogue, today: date) -> Iterator[Issue]:
    themes = catalogue.entries("themes")
    origins = (*catalogue.codes, "class")
    for term in catalogue.terms.values():
        if not term.definition and not term.use:
            yield NO_DEFINITION.at(term.file)
        if term.suggested and not term.easy_read:
            yield NO_PLAIN_WORDS.at(term.file, ("suggested",))
        if themes and not term.themes:
            yield NO_THEME.at(term.file, known=", ".join(themes))
        for name in term.origin:
            if name not in origins:
                yield UNKNOWN_ORIGIN.at(term.file, ("origin", name, "[key]"), name=name, known=", ".join(origins))

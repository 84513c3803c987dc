"""What the words that matter most should have, and which words point elsewhere without saying what differs.

Nobody is asked for what most of these words of the root do without: a root of bare records stays quiet.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from datetime import date

from generator.catalogue import Catalogue
from generator.issues import N_, Issue, Rule, Severity
from generator.kinds.term import Term

THIN_CONCEPT = Rule(
    "thin-concept",
    Severity.WARNING,
    N_("A core or suggested concept has plain words, an example, near words, sources and genders, where most have."),
    N_("This core or suggested word lacks: {fields}."),
    N_("Add what is missing, in each language; a gender is 'none' for a word that is no noun."),
)
NO_SHADE = Rule(
    "no-shade",
    Severity.WARNING,
    N_("A word that is only near to another, or better not used, says what differs or why."),
    N_("The word points to '{id}' as '{kind}' and does not say what differs."),
    N_("Add 'note' below 'use', in each language."),
)

SHADED = frozenset({"near-synonym", "avoid"})
"""Ways to point at a word that does not simply mean the same."""


def check(catalogue: Catalogue, today: date) -> Iterator[Issue]:
    terms = catalogue.terms.values()
    notes = any(term.use and term.use.note for term in terms)
    for term in terms:
        if notes and term.use and term.use.kind in SHADED and not term.use.note:
            yield NO_SHADE.at(term.file, ("use", "kind"), id=term.use.term, kind=term.use.kind)
    held = {term.id: _held(catalogue, term) for term in terms if is_weighty(term)}
    asked = _asked(catalogue, list(held.values()))
    for id, has in held.items():
        term = catalogue.terms[id]
        nameless = {f"forms.{code}.gender" for code in catalogue.codes if code not in term.term}
        # Plain words are an error of their own where the word is suggested: no-plain-words.
        excused = nameless | ({"easy_read"} if term.suggested else set())
        if lacks := [name for name in asked if name not in has | excused]:
            path = ("suggested" if term.suggested else "class",)
            yield THIN_CONCEPT.at(term.file, path, fields=", ".join(lacks))


def is_weighty(term: Term) -> bool:
    """Whether a word is a core or a suggested concept: one of those that matter most."""
    return not term.use and (term.suggested or term.class_ == "core")


def _asked(catalogue: Catalogue, held: Sequence[Set[str]]) -> list[str]:
    """What is asked for, as the YAML calls it: of all that is worth having what at least half of these words have."""
    names = ("easy_read", "example", "related", "sources", *(f"forms.{code}.gender" for code in catalogue.codes))
    return [name for name in names if 2 * sum(name in has for has in held) >= max(len(held), 2)]


def _held(catalogue: Catalogue, term: Term) -> set[str]:
    """Which of these a word has. Near words count on whichever side they are written, wider and narrower ones too."""
    names = {name for name in ("easy_read", "example", "sources") if getattr(term, name)}
    names |= {f"forms.{code}.gender" for code, forms in term.forms.items() if forms.gender}
    if term.broader or term.related or catalogue.narrower(term) or catalogue.related(term):
        names.add("related")
    return names

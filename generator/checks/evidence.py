"""What is called published names the source that says so."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.catalogue import Catalogue
from generator.issues import N_, Issue, Rule, Severity
from generator.kinds.term import Term

UNSOURCED = Rule(
    "unsourced",
    Severity.WARNING,
    N_("What is called published stands in a source that the record names."),
    N_("No source here supports '{field}', though it is called published."),
    N_("Write '{field}' under 'supports' of the source it stands in; or 'editorial' under 'origin', if it is ours."),
)
UNSOURCED_SUGGESTION = Rule(
    "unsourced-suggestion",
    Severity.WARNING,
    N_("A suggested word names the source that suggests it, where others do."),
    N_("No source here supports 'suggested'."),
    N_("Write 'suggested' under 'supports' of the source that suggests the word; or delete the line 'suggested'."),
)


def check(catalogue: Catalogue, today: date) -> Iterator[Issue]:
    terms = catalogue.terms.values()
    cited = any(term.suggested and "suggested" in _supported(term) for term in terms)
    for term in terms:
        if not term.origin and not (cited and term.suggested):
            continue
        supported = _supported(term)
        for name, origin in term.origin.items():
            field = name if name == "class" else f"{term.title_field}.{name}"
            if origin == "published" and field not in supported:
                yield UNSOURCED.at(term.file, ("origin", name), field=field)
        if cited and term.suggested and "suggested" not in supported:
            yield UNSOURCED_SUGGESTION.at(term.file, ("suggested",))


def _supported(term: Term) -> set[str]:
    """Fields that the record's sources support."""
    return {field for citation in term.sources for field in citation.supports}

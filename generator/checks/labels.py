"""One label names one thing: clashes within a language, forms that are another's label, near-duplicates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from generator.catalogue import Catalogue
from generator.issues import N_, Issue, Rule, Severity
from generator.kinds.term import Term
from generator.languages.rules import fold
from generator.nearby import near_duplicates

LABEL_CLASH = Rule(
    "label-clash",
    Severity.ERROR,
    N_("A label names one word of a language."),
    N_("'{label}' is also the label of {other}."),
    N_("Let one point to the other with 'use', or tell them apart in the label."),
)
FORM_CLASH = Rule(
    "form-clash",
    Severity.WARNING,
    N_("A form listed for one word is not the label of another."),
    N_("'{label}' is listed here as a form, but it is the label of {other}."),
    N_("Take it out here."),
)
NEAR_DUPLICATE = Rule(
    "near-duplicate",
    Severity.WARNING,
    N_("Two labels that are almost the same are one word twice, as a rule."),
    N_("'{label}' is almost '{near}' of {other}."),
    N_("If they are one word, let one point to the other with 'use'; else leave it."),
)


def check(catalogue: Catalogue, today: date) -> Iterator[Issue]:
    for lang in catalogue.codes:
        labels = {
            id: fold(term.term[lang])
            for id, term in catalogue.terms.items()
            if any(map(str.isalnum, term.term.get(lang, "")))
        }
        owners: dict[str, Term] = {}
        for id, label in labels.items():
            term = catalogue.terms[id]
            other = owners.setdefault(label, term)
            if other is not term and not _one_word(term, other):
                yield LABEL_CLASH.at(term.file, ("term", lang), label=term.term[lang], other=other.file)
        yield from _forms(catalogue, lang, owners)
        yield from _near(catalogue, lang, labels)


def _one_word(first: Term, second: Term) -> bool:
    """Whether the records are known to be one thing: one points to the other, or both to a third."""
    target, other = (term.use.term if term.use else term.id for term in (first, second))
    return target == other


def _forms(catalogue: Catalogue, lang: str, owners: Mapping[str, Term]) -> Iterator[Issue]:
    for term in catalogue.terms.values():
        forms = term.forms.get(lang)
        for name in ("plural", "other") if forms else ():
            for position, form in enumerate(getattr(forms, name)):
                owner = owners.get(fold(form))
                if owner and owner is not term and not _one_word(term, owner):
                    yield FORM_CLASH.at(term.file, ("forms", lang, name, position), label=form, other=owner.file)


def _near(catalogue: Catalogue, lang: str, labels: Mapping[str, str]) -> Iterator[Issue]:
    for first, second in near_duplicates(labels):
        term, other = catalogue.terms[second], catalogue.terms[first]
        if labels[first] != labels[second] and not _one_word(term, other):
            yield NEAR_DUPLICATE.at(
                term.file, ("term", lang), label=term.term[lang], near=other.term[lang], other=other.file
            )

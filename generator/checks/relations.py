"""Relations are stated once, in the place that says most, and sparingly."""

from __future__ import annotations

from collections.abc import Iterator, Set
from datetime import date

from generator.catalogue import Catalogue
from generator.issues import N_, Issue, Rule, Severity
from generator.kinds.term import Term

RELATED_TWICE = Rule(
    "related-twice",
    Severity.ADVICE,
    N_("Two related words say so on one side, but where sources state it on both; the link back is made by itself."),
    N_("These words name this one under 'related' too: {ids}."),
    N_("Take them out here; readers see the relation on both pages all the same."),
)
RELATED_AND_WIDER = Rule(
    "related-and-wider",
    Severity.WARNING,
    N_("A related word is neither wider nor narrower: 'broader' says that already."),
    N_("'{id}' is a wider or narrower word already, by 'broader'."),
    N_("Take it out here, or out of 'broader' if it is neither wider nor narrower."),
)
BROADER_TWICE = Rule(
    "broader-twice",
    Severity.WARNING,
    N_("'broader' names the next wider word; what is wider still follows."),
    N_("'{id}' is wider than '{between}', which is named here as well."),
    N_("Take '{id}' out; it is reached by way of '{between}'."),
)
MANY_RELATED = Rule(
    "many-related",
    Severity.ADVICE,
    N_("A word names at most twelve related words, but for relations that a source states."),
    N_("{n} related words are named here."),
    N_("Keep those that help a reader most, or cite the source that states them with 'supports: [related]'."),
)

MOST = 12
"""Related words that a record names. More is a theme, not a relation: readers no longer look through them."""


def check(catalogue: Catalogue, today: date) -> Iterator[Issue]:
    for term in catalogue.terms.values():
        if not term.related and len(term.broader) < 2:
            continue
        upper = _wider(catalogue, term)
        for number, id in enumerate(term.related):
            other = catalogue.terms.get(id)
            if other and id != term.id and (id in upper or term.id in _wider(catalogue, other)):
                yield RELATED_AND_WIDER.at(term.file, ("related", number), id=id)
        yield from _twice(catalogue, term)
        for number, id in enumerate(term.broader):
            between = next((o for o in term.broader if o != id and id in _wider_of(catalogue, o)), "")
            if between:
                yield BROADER_TWICE.at(term.file, ("broader", number), id=id, between=between)
        if len(term.related) > MOST and not _stated(term):
            yield MANY_RELATED.at(term.file, ("related",), n=len(term.related))


def _twice(catalogue: Catalogue, term: Term) -> Iterator[Issue]:
    """One finding for all, and on one side only: the one that comes later in the alphabet."""
    others = (catalogue.terms[id] for id in term.related if id in catalogue.terms and id < term.id)
    twice = (other for other in others if term.id in other.related)
    if ids := [other.id for other in twice if not (_stated(term) and _stated(other))]:
        yield RELATED_TWICE.at(term.file, ("related",), ids=", ".join(ids))


def _stated(term: Term) -> bool:
    """Whether a source is cited for a word's relations: then they are carried over as they stand there."""
    return any("related" in citation.supports for citation in term.sources)


def _wider_of(catalogue: Catalogue, id: str) -> Set[str]:
    return _wider(catalogue, catalogue.terms[id]) if id in catalogue.terms else set()


def _wider(catalogue: Catalogue, term: Term) -> Set[str]:
    """Ids of all words wider than a word, at any height."""
    found: set[str] = set()
    waiting = list(term.broader)
    while waiting:
        id = waiting.pop()
        if id not in found and id in catalogue.terms:
            found.add(id)
            waiting += catalogue.terms[id].broader
    return found

"""Links lead to records that exist, stand for themselves, and are not the record itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator import markup
from generator.catalogue import Catalogue
from generator.issues import N_, Issue, Rule, Severity
from generator.kinds.fields import Link
from generator.kinds.rules import DID_YOU_MEAN
from generator.kinds.term import Term
from generator.nearby import did_you_mean
from generator.references import Reference

_E = Severity.ERROR

UNKNOWN_LINK = Rule(
    "unknown-link",
    _E,
    N_("A link names a record that exists."),
    N_("No record in {folder} is called '{id}'."),
    N_("Write the file name of a record in content/{folder}, without .yml."),
)
LINK_TO_MOVED = Rule(
    "link-to-moved",
    _E,
    N_("A link names where a record is now, not where it was."),
    N_("'{id}' has moved."),
    N_("Write '{now}' instead."),
)
SELF_LINK = Rule(
    "self-link",
    _E,
    N_("A record does not link to itself."),
    N_("'{id}' is this record itself."),
    N_("Delete this entry."),
)
LINK_TO_POINTER = Rule(
    "link-to-pointer",
    _E,
    N_("Links go to words that stand for themselves."),
    N_("'{id}' only points to another word."),
    N_("Write '{better}' instead."),
)
USE_CHAIN = Rule(
    "use-chain",
    _E,
    N_("A word points straight to the word to use, without a stop between."),
    N_("'{id}' itself points on to '{better}'."),
    N_("Write '{better}' here."),
)
USE_AND_SUGGESTED = Rule(
    "use-and-suggested",
    _E,
    N_("A suggested word does not point to another."),
    N_("The word is suggested and points to another at once."),
    N_("Keep either 'suggested' or 'use'."),
)
BROADER_CYCLE = Rule(
    "broader-cycle",
    _E,
    N_("No term is wider than itself."),
    N_("Following 'broader' from here leads back here: {way}."),
    N_("Take out the link that is the wrong way round."),
)
LINK_TWICE = Rule(
    "link-twice",
    Severity.WARNING,
    N_("A record is named once in a list of links."),
    N_("'{id}' stands here twice."),
    N_("Delete one of the two."),
)


def check(catalogue: Catalogue, today: date) -> Iterator[Issue]:
    for reference in catalogue.references:
        yield from _reference(catalogue, reference)
    for text in catalogue.texts:
        if "[[" in text.text:
            for id in markup.links(text.text):
                yield from _reference(catalogue, Reference(text.record, text.path, Link(Term.folder, own=False), id))
    for term in catalogue.terms.values():
        if term.use and term.suggested:
            yield USE_AND_SUGGESTED.at(term.file, ("use",))
        if term.broader:
            yield from _cycle(catalogue, term)
        for name in ("broader", "related"):
            ids: tuple[str, ...] = getattr(term, name)
            yield from (LINK_TWICE.at(term.file, (name, n), id=id) for n, id in enumerate(ids) if id in ids[:n])


def _reference(catalogue: Catalogue, reference: Reference) -> Iterator[Issue]:
    record, path, link, id = reference
    target = catalogue.of(link.folder).get(id)
    if target is None:
        if (link.folder, id) not in catalogue.faulty:
            yield _missing(catalogue, record.file, path, link.folder, id)
    elif target is record:
        yield SELF_LINK.at(record.file, path, id=id)
    elif link.own and (better := catalogue.better(target)):
        rule = USE_CHAIN if path[0] == "use" else LINK_TO_POINTER
        yield rule.at(record.file, path, id=id, better=better.id)


def _missing(catalogue: Catalogue, file: str, path: tuple[str | int, ...], folder: str, id: str) -> Issue:
    stub = catalogue.moved.get(folder, {}).get(id)
    if stub:
        return LINK_TO_MOVED.at(file, path, id=id, now=" / ".join(stub.moved_to))
    nearest = did_you_mean(id, catalogue.of(folder))
    return UNKNOWN_LINK.at(file, path, hint=DID_YOU_MEAN if nearest else "", id=id, folder=folder, nearest=nearest)


def _cycle(catalogue: Catalogue, term: Term) -> Iterator[Issue]:
    """Walk up from a term; report where that comes back to it."""
    waiting = [id for id in term.broader if id != term.id]
    trail: dict[str, str] = dict.fromkeys(waiting, term.id)
    while waiting:
        id = waiting.pop()
        wider = catalogue.terms.get(id)
        for upper in wider.broader if wider else ():
            if upper == term.id:
                way = [term.id, id]
                while trail[way[-1]] != term.id:
                    way.append(trail[way[-1]])
                yield BROADER_CYCLE.at(term.file, ("broader",), way=" ‹ ".join([*way, term.id]))
                return
            if upper not in trail:
                trail[upper] = id
                waiting.append(upper)

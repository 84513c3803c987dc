"""Every word can be reached from every other along relations: no orphan, no cluster cut off from the rest.

Relations are those that records state: the word to use, wider and related words. Themes and links in prose are none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from datetime import date

from generator.catalogue import Catalogue
from generator.issues import N_, Issue, Rule, Severity
from generator.kinds.term import Term

ORPHAN = Rule(
    "orphan",
    Severity.WARNING,
    N_("A word is related to another, where most words are."),
    N_("No relation leads to this word or from it."),
    N_("Add 'broader' or 'related' with the id of a word near to it."),
)
ISLAND = Rule(
    "island",
    Severity.WARNING,
    N_("All words hang together: no group of them is cut off from the rest."),
    N_("Words related to each other and to no other ({n}): {words}."),
    N_("Add 'broader' or 'related' to one of them, with the id of a word outside the group."),
)

FEWEST = 5
"""Words that must hang together before they are a rest to be cut off from."""
NAMED = 6
"""Words of a group that are named."""


def check(catalogue: Catalogue, today: date) -> Iterator[Issue]:
    if any(folder == Term.folder for folder, _ in catalogue.faulty):
        return  # who is related to a faulty record is not known
    parts = groups(catalogue)
    if not parts or len(parts[0]) < max(FEWEST, len(catalogue.terms) / 2):
        return  # relations are only beginning to be drawn
    for part in parts[1:]:
        first = catalogue.terms[part[0]]
        if len(part) == 1:
            yield ORPHAN.at(first.file)
        else:
            more = ", …" if len(part) > NAMED else ""
            yield ISLAND.at(first.file, n=len(part), words=", ".join(part[:NAMED]) + more)


def groups(catalogue: Catalogue) -> list[list[str]]:
    """Ids of words that hang together, the largest group first."""
    near = _near(catalogue)
    seen: set[str] = set()
    found = []
    for start in catalogue.terms:
        if start not in seen:
            part = {start}
            waiting = [start]
            while waiting:
                for other in near.get(waiting.pop(), set()) - part:
                    part.add(other)
                    waiting.append(other)
            seen |= part
            found.append(sorted(part))
    return sorted(found, key=lambda part: (-len(part), part))


def _near(catalogue: Catalogue) -> Mapping[str, Set[str]]:
    """For each word the words it is related to, whichever side says so."""
    near: defaultdict[str, set[str]] = defaultdict(set)
    for id, term in catalogue.terms.items():
        for other in (*term.broader, *term.related, *((term.use.term,) if term.use else ())):
            if other in catalogue.terms:
                near[id].add(other)
                near[other].add(id)
    return near

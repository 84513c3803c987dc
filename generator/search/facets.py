"""What found entries can be narrowed down by: their sort, and the fields that their kind names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.catalogue import Catalogue
from generator.issues import N_
from generator.kinds.fields import Link, Word
from generator.kinds.marks import marks
from generator.kinds.record import Facet, Record
from generator.kinds.vocabulary import Vocabulary
from generator.search.entries import Group
from generator.wording import Wording


def facets(entries: Sequence[tuple[Group, str]], wording: Wording) -> Mapping[str, Any]:
    """`facets`: for each its label, what its values are called, its id, their ids. `rows`: the different sets of values,
    as {facet: [value, …]} by number. `of`: for each entry its row. Ids are the same in every language: addresses hold them."""
    found: dict[str, tuple[str, dict[str, str]]] = {}
    rows: list[dict[int, list[int]]] = []
    alike: dict[tuple[object, ...], int] = {}
    of = []
    for group, id in entries:
        key = (group.name, *(value for _, value in group.values(id)))
        if key not in alike:
            row: defaultdict[int, list[int]] = defaultdict(list)
            for label, field, name, chosen in _values(group, id, wording):
                _, names = found.setdefault(field, (label, {}))
                names.setdefault(chosen, name)
                row[list(found).index(field)].append(list(names).index(chosen))
            alike[key] = len(rows)
            rows.append(dict(row))
        of.append(alike[key])
    listed = [[label, list(names.values()), field, list(names)] for field, (label, names) in found.items()]
    return {"facets": listed, "rows": rows, "of": of}


def _values(group: Group, id: str, wording: Wording) -> Iterator[tuple[str, str, str, str]]:
    """Each facet of an entry and what readers see of its value: label, id, name of the value, its id."""
    yield wording.plain(N_("Kind")), "kind", group.called(group.label, wording), group.name
    for facet, value in group.values(id):
        for chosen in value if isinstance(value, tuple) else (value,):
            name = _name(group.catalogue, group.catalogue.kinds[group.name], facet, str(chosen), wording)
            if name:
                yield wording.plain(facet.label), _id(group, facet), name, str(chosen).lower()


def _id(group: Group, facet: Facet) -> str:
    """A facet's id: its field; with its kind's before it where fields of several kinds share a name and mean different things."""
    others = (other for kind in group.catalogue.kinds.values() for other in kind.search.facets)
    labels = {other.label for other in others if other.field == facet.field}
    name = facet.field.rstrip("_")
    return name if len(labels) == 1 else f"{group.name}-{name}"


def _name(catalogue: Catalogue, kind: type[Record], facet: Facet, chosen: str, wording: Wording) -> str:
    """What readers see of one value of a facet; "" for one that is not shown."""
    if chosen in facet.names:
        return wording.plain(facet.names[chosen])
    mark = _mark(kind, facet)
    if isinstance(mark, Link):
        record = catalogue.of(mark.folder).get(chosen)
        return catalogue.title(record, wording.lang).text if record else ""
    vocabulary = catalogue.of(Vocabulary.folder).get(mark.vocabulary) if mark else None
    entry = vocabulary.entries.get(chosen) if isinstance(vocabulary, Vocabulary) else None
    return catalogue.said(entry.name, wording.lang).text if entry else ""


def _mark(kind: type[Record], facet: Facet) -> Link | Word | None:
    """What a facet's values are: records, or entries of a vocabulary; None where they are neither."""
    marked = (found.mark for found in marks(kind) if found.steps[0] == facet.field)
    return next((mark for mark in marked if isinstance(mark, Link | Word)), None)

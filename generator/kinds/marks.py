"""Where in a kind its marked fields stand: links to other records, words of a vocabulary, texts in several languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel

from generator.issues import Path
from generator.kinds.fields import Link, Word

ALL = "*"
"""A step over every entry of a list or mapping."""


@dataclass(frozen=True, slots=True)
class Marked:
    """One marked field: the steps that lead to its values (attribute names, or ALL), and the mark."""

    steps: tuple[str, ...]
    mark: Link | Word | str


@cache
def marks(model: type[BaseModel]) -> tuple[Marked, ...]:
    """Every marked field of a kind, also those inside its parts."""
    found: list[Marked] = []
    for name, info in model.model_fields.items():
        found += [Marked((name,), mark) for mark in info.metadata if isinstance(mark, Link | Word | str)]
        found += _inside(info.annotation, (name,))
    return tuple(found)


def _inside(annotation: Any, steps: tuple[str, ...]) -> Iterator[Marked]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        for inner in marks(annotation):
            yield Marked((*steps, *inner.steps), inner.mark)
        return
    origin = get_origin(annotation)
    if origin is Annotated:
        inner_type, *metadata = get_args(annotation)
        for mark in metadata:
            if isinstance(mark, Link | Word | str):
                yield Marked(steps, mark)
        yield from _inside(inner_type, steps)
    elif origin in (tuple, list):
        yield from _inside(get_args(annotation)[0], (*steps, ALL))
    elif origin is dict:
        yield from _inside(get_args(annotation)[1], (*steps, ALL))
    else:
        for part in get_args(annotation):
            yield from _inside(part, steps)


def values(record: Any, steps: tuple[str, ...]) -> Iterator[tuple[Path, Any]]:
    """Every value that `steps` lead to in a record, with its path as the YAML spells it."""
    if not steps:
        yield (), record
        return
    first, rest = steps[0], steps[1:]
    entries: Iterator[tuple[str | int, Any]]
    if first is ALL or first == ALL:
        entries = iter(record.items() if isinstance(record, Mapping) else enumerate(record))
    else:
        value = getattr(record, first, None)
        if value is None or value == () or value == {}:
            return
        entries = iter(((type(record).model_fields[first].alias or first, value),))
    for step, value in entries:
        if rest:
            for path, found in values(value, rest):
                yield (step, *path), found
        else:
            yield (step,), value

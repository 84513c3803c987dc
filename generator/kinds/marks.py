"""Where in a kind its marked fields stand: links to other records, words of a vocabulary, texts in several languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
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
    """One marked field: the steps that lead to its values (attribute names, or ALL), as the YAML spells them, and the mark."""

    steps: tuple[str, ...]
    spelt: tuple[str, ...]
    mark: Link | Word | str

    def below(self, step: str, spelt: str) -> Marked:
        """The same from a step further out."""
        return Marked((step, *self.steps), (spelt, *self.spelt), self.mark)


@cache
def marks(model: type[BaseModel]) -> tuple[Marked, ...]:
    """Every marked field of a kind, also those inside its parts."""
    return tuple(
        marked.below(name, info.alias or name)
        for name, info in model.model_fields.items()
        for marked in (*_own(info.metadata), *_inside(info.annotation))
    )


def _own(metadata: Iterable[Any]) -> Iterator[Marked]:
    return (Marked((), (), mark) for mark in metadata if isinstance(mark, Link | Word | str))


def _inside(annotation: Any) -> Iterator[Marked]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield from marks(annotation)
        return
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        yield from _own(arguments[1:])
        yield from _inside(arguments[0])
    elif origin in (tuple, list, dict):
        yield from (marked.below(ALL, ALL) for marked in _inside(arguments[origin is dict]))
    else:
        for part in arguments:
            yield from _inside(part)


def values(record: Any, marked: Marked) -> Sequence[tuple[Path, Any]]:
    """Every value of a marked field in a record, with its path as the YAML spells it. What a record leaves out holds none."""
    if marked.steps[0] not in record.__pydantic_fields_set__:  # so of forty marked fields most cost nothing
        return ()
    return _values(record, marked.steps, marked.spelt)


def _values(held: Any, steps: tuple[str, ...], spelt: tuple[str, ...]) -> Sequence[tuple[Path, Any]]:
    """Gives up at the first step that holds nothing; what it says of a path without a list is one tuple for all records."""
    for number, step in enumerate(steps):
        if step == ALL:
            before, rest = spelt[:number], number + 1
            entries: Iterable[tuple[str | int, Any]] = held.items() if isinstance(held, Mapping) else enumerate(held)
            if rest == len(steps):
                return [((*before, key), entry) for key, entry in entries]
            return [
                ((*before, key, *path), value)
                for key, entry in entries
                for path, value in _values(entry, steps[rest:], spelt[rest:])
            ]
        held = getattr(held, step, None)
        if not held:
            return ()
    return ((spelt, held),)

"""Every text of a record that readers see, one by one, with its place in the YAML."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, NamedTuple

from generator.issues import Path as FieldPath
from generator.kinds.marks import Marked, marks, values
from generator.kinds.record import Record

BILINGUAL = "bilingual"
_NOT_READ = frozenset({"slug", "former_slugs", "changes", "paths"})


class Text(NamedTuple):
    """One text of a record in one language, with its path in the YAML, and the field's texts in all languages."""

    record: Record
    path: FieldPath
    lang: str
    text: str
    beside: Mapping[str, str]

    @property
    def field(self) -> str:
        """Its field, as 'use.note'."""
        return ".".join(str(step) for step in self.path[:-1])


def texts_of(record: Record) -> list[Text]:
    """Every text of one record that readers see."""
    return [
        Text(record, _path(path, lang), lang, text, texts)
        for marked in _read(type(record))
        for path, texts in values(record, marked)
        for lang, text in texts.items()
    ]


@cache
def _read(model: type[Record]) -> tuple[Marked, ...]:
    """The fields of a kind whose texts are read."""
    return tuple(found for found in marks(model) if found.mark == BILINGUAL and found.steps[0] not in _NOT_READ)


@cache
def _path(path: FieldPath, lang: str) -> FieldPath:
    """One for all records that have it: there are a hundred thousand texts."""
    return (*path, lang)


def strings(record: Record, path: str, code: str) -> list[str]:
    """Every text of a language at a dotted path: 'forms.plural' -> ['link workers']. Lists are opened; where a value has
    languages, only the one asked for counts."""
    value = getattr(record, path) if "." not in path else None
    if isinstance(value, dict) and isinstance(text := value.get(code), str):
        return [text]  # what most are
    found: list[Any] = [record]
    for step in path.split("."):
        found = [value for held in found for value in _opened(getattr(held, step), code)]
    return [value for value in found if isinstance(value, str)]


def _opened(value: Any, code: str) -> Iterable[Any]:
    if isinstance(value, Mapping):
        return _opened(value[code], code) if code in value else ()
    return value if isinstance(value, tuple) else () if value is None else (value,)

"""Every text of a record that readers see, one by one, with its place in the YAML."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from generator.issues import Path as FieldPath
from generator.kinds.marks import marks, values
from generator.kinds.record import Record

BILINGUAL = "bilingual"
_NOT_READ = frozenset({"slug", "former_slugs", "changes", "paths"})


class Text(NamedTuple):
    """One text of a record in one language, with its path in the YAML."""

    record: Record
    path: FieldPath
    lang: str
    text: str

    @property
    def field(self) -> str:
        """Its field, as 'use.note'."""
        return ".".join(str(step) for step in self.path[:-1])


def texts_of(record: Record) -> list[Text]:
    """Every text of one record that readers see."""
    return [
        Text(record, (*path, lang), lang, text)
        for marked in marks(type(record))
        if marked.mark == BILINGUAL and marked.steps[0] not in _NOT_READ
        for path, texts in values(record, marked.steps)
        for lang, text in texts.items()
    ]


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

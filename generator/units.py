"""Units of translation: every text that stands in several languages, under a name that stays. What goes out to
translators and what comes back meet here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.catalogue import Catalogue
from generator.issues import N_
from generator.issues import Path as FieldPath
from generator.kinds.prints import is_stale
from generator.kinds.record import Record
from generator.texts import texts_of

MISSING = N_("missing")
STALE = N_("stale")
STATUSES = (MISSING, STALE, N_("draft"), N_("reviewed"), N_("approved"))
"""How far a text of a language is. A stale one was made from a text that has changed since."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One text of a record in its languages. `path` leads to it in the YAML, without the language."""

    record: Record
    path: FieldPath
    texts: Mapping[str, str]

    @property
    def field(self) -> str:
        """Its field, as 'use.note'."""
        return ".".join(map(str, self.path))

    @property
    def name(self) -> str:
        """What it is called outside, as 'glossary/link-worker:use.note'. Looked up, never followed as a path."""
        return f"{self.record.folder}/{self.record.id}:{self.field}"


def units(catalogue: Catalogue) -> dict[str, Unit]:
    """Every unit of a root by its name, in the order of its records. Names of works, which stay in their language, are none."""
    records = [record for found in catalogue.records.values() for record in found.values()]
    if catalogue.site.file:
        records.append(catalogue.site)
    return {unit.name: unit for record in records for unit in units_of(record)}


def units_of(record: Record) -> list[Unit]:
    """The units of one record."""
    found: dict[FieldPath, dict[str, str]] = {}
    for text in texts_of(record):
        if record.needs_all(text.path[:-1]):
            found.setdefault(text.path[:-1], {})[text.lang] = text.text
    return [Unit(record, path, texts) for path, texts in found.items()]


def status(unit: Unit, lang: str, main: str) -> str:
    """How far a unit's text in a language is: one of STATUSES."""
    if lang not in unit.texts:
        return MISSING
    if is_stale(unit.record, lang, main):
        return STALE
    review = unit.record.review.get(lang)
    return review.status if review else "draft"

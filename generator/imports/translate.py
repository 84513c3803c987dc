"""Translations taken in: each only where nothing newer stands, each record only if it is sound afterwards.

A text that went out carries the fingerprints of its source and of the translation there was. Where one of them no longer
holds, somebody has changed that text meanwhile, and what came back is shown, not written.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import NamedTuple

from generator import places
from generator.catalogue import Catalogue
from generator.editing import rewritten
from generator.imports import data_of
from generator.imports.judging import judge
from generator.imports.returned import Came, Returned
from generator.imports.soundness import NOT_WRITTEN, Draft, sound
from generator.issues import N_, Issue, Refusal
from generator.issues import Path as FieldPath
from generator.kinds.prints import fingerprint, is_stale, text_print
from generator.kinds.record import Record
from generator.source import Tree
from generator.units import Unit, units, units_of


class Change(NamedTuple):
    """A record to be written: its new file, and each text that changes, with its path, as (before, after)."""

    record: Record
    text: str
    texts: Mapping[FieldPath, tuple[str, str]]


@dataclass(slots=True)
class Plan:
    """What taking a file in would do. Nothing is written yet."""

    target: str
    changes: list[Change] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    unmarked: list[Record] = field(default_factory=list)
    """Records that are stale still, though all their texts came back as they went out."""
    quiet: int = 0
    """How many texts came back empty or as they are here."""


def read(file: Path) -> Returned:
    """What a spreadsheet or an XLIFF document holds, told apart by how it begins. Raises Refusal."""
    data = data_of(file)
    if data.startswith(b"PK"):
        from generator.imports import translate_xlsx

        return translate_xlsx.read(data, str(file))
    if data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"<" or data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        from generator.imports import translate_xliff

        return translate_xliff.read(data, str(file))
    raise Refusal(
        N_("{file} is neither an .xlsx workbook nor XLIFF: bring back the file that was sent out, filled in."),
        file=file,
    )


def plan(catalogue: Catalogue, returned: Returned, file: str, today: date) -> Plan:
    """What may be written of what came back in `file`. Raises Refusal where its languages are not the root's."""
    for code in (returned.source, returned.target):
        if code not in catalogue.codes or returned.source == returned.target:
            raise Refusal(
                N_("{file} goes from '{source}' to '{target}'; languages here: {languages}."),
                file=file,
                source=returned.source,
                target=returned.target,
                languages=", ".join(catalogue.codes),
            )
    made = Plan(returned.target, issues=list(returned.issues))
    there = units(catalogue)
    came: dict[str, list[Came]] = {}
    for one in returned.texts:
        came.setdefault(one.unit, []).append(one)
    texts: dict[str, dict[FieldPath, str]] = {}
    for name, found in came.items():
        unit = there.get(name)
        judged = judge(name, unit, found, returned, file)
        made.issues += judged.issues
        if judged.text and unit:
            texts.setdefault(unit.record.file, {})[unit.path] = judged.text
        elif not judged.issues:
            made.quiet += 1
    seen = {name for name in came if name in there and _seen(there[name], came[name], returned)}
    records = {unit.record.file: unit.record for name in came if (unit := there.get(name))}
    made.unmarked = [
        record
        for name, record in records.items()
        if name not in texts and is_stale(record, returned.target, catalogue.main) and _whole(record, seen, returned)
    ]
    drafts = []
    for name, changed in texts.items():
        try:
            drafts.append(_draft(catalogue, records[name], changed, seen, returned))
        except Refusal:  # the layout has no way to write it
            made.issues.append(NOT_WRITTEN.at(name))
    kept, issues = sound(catalogue, drafts, today)
    made.issues = places.located(catalogue.root, made.issues) + issues
    made.changes = [_change(draft, texts[draft.record.file], returned.target) for draft in kept]
    return made


def _seen(unit: Unit, came: list[Came], returned: Returned) -> bool:
    """Whether the translator had the source as it is now."""
    return all(one.source_print == text_print(unit.texts.get(returned.source, "")) for one in came)


def _whole(record: Record, seen: set[str], returned: Returned) -> bool:
    """Whether the translator had every text of a record as it is now."""
    return all(unit.name in seen for unit in units_of(record) if returned.source in unit.texts)


def _draft(
    catalogue: Catalogue, record: Record, texts: Mapping[FieldPath, str], seen: set[str], returned: Returned
) -> Draft:
    lang = returned.target
    entry: dict[str, Tree] = {"status": "draft"}
    review = record.review.get(lang)
    if lang != catalogue.main:
        fresh = returned.source == catalogue.main and (
            not is_stale(record, lang, catalogue.main) or _whole(record, seen, returned)
        )
        of = fingerprint(record, catalogue.main) if fresh else review.of if review else None
        entry |= {"of": of} if of else {}

    def edit(tree: dict[str, Tree]) -> None:
        for path, text in texts.items():
            _put(tree, (*path, lang), text)
        reviews = tree.get("review")
        tree["review"] = {**(reviews if isinstance(reviews, dict) else {}), lang: entry}

    return Draft(record, rewritten(catalogue, record, edit))


def _put(tree: Tree, path: FieldPath, text: str) -> None:
    """Put a text at a path that leads through what is there."""
    for step in path[:-1]:
        tree = tree[step]  # type: ignore[index]
    tree[path[-1]] = text  # type: ignore[index]


def _change(draft: Draft, texts: Mapping[FieldPath, str], lang: str) -> Change:
    before = {unit.path: unit.texts.get(lang, "") for unit in units_of(draft.record)}
    return Change(draft.record, draft.text, {(*path, lang): (before[path], text) for path, text in texts.items()})

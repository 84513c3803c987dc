"""The glossary as a table that comes back: what has changed in it is written, everything else stays byte for byte.

A text that changes is a draft again in its language; a translation whose source changed is stale, as after any edit. Reviews
are not taken from a table, but for words that are new here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import NamedTuple, TypeAlias

from generator import layout, loading, places, source
from generator.catalogue import Catalogue
from generator.editing import rewritten
from generator.files import is_clean
from generator.imports import data_of, restating
from generator.imports import words_rules as rules
from generator.imports.rows import Row, sheet
from generator.imports.soundness import NOT_WRITTEN, Draft, sound
from generator.issues import N_, Issue, Refusal, Rule
from generator.kinds.fields import is_id
from generator.kinds.record import Record
from generator.kinds.term import Term
from generator.source import Tree
from generator.tabular import ID, PRINTS, cells, level, print_of, put, sent, unguarded, value

_NOT_TAKEN = ("review",)
_Cells: TypeAlias = Mapping[str, tuple[str, str]]
"""What changes of a record: path -> (before, after)."""


class Change(NamedTuple):
    """A record to be written: its file and new text, and what changes in it; one that is `new` has no file yet."""

    file: str
    text: str
    cells: _Cells
    new: bool


class _Drafted(NamedTuple):
    draft: Draft
    cells: _Cells
    new: bool


@dataclass(slots=True)
class Plan:
    """What taking a table in would do. Nothing is written yet."""

    changes: list[Change] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    quiet: int = 0
    """How many rows say what is here already."""


def plan(catalogue: Catalogue, file: Path, today: date) -> Plan:
    """What may be written of a table of words. Raises Refusal where it is none, OSError where it cannot be read."""
    found = sheet(data_of(file), str(file), raw=True)
    if not _has_words(found.headings):
        raise Refusal(
            N_("{file} is no table of words: its first row has no 'id' and 'term.{main}'."),
            file=file,
            main=catalogue.main,
        )
    made = Plan()
    known = [heading for heading in found.headings if _is_field(heading)]
    made.issues += [
        rules.BAD_COLUMN.at(str(file), column=heading) for heading in found.headings if heading not in known
    ]
    drafts: dict[str, _Drafted] = {}
    seen: set[str] = set()
    for row in found.rows:
        id = row.cells.get(ID, "").strip()
        if not is_id(id) or id in seen:
            made.issues.append(rules.BAD_ID.at(str(file), place=(row.number, 1), row=row.number, id=id))
            continue
        seen.add(id)
        if drafted := _Row(catalogue, row, known, str(file), made).drafted(id):
            drafts[drafted.draft.record.file] = drafted
    kept, issues = sound(catalogue, [one.draft for one in drafts.values()], today) if drafts else ([], [])
    made.issues = places.located(catalogue.root, made.issues) + issues
    for draft in kept:
        one = drafts[draft.record.file]
        made.changes.append(Change(draft.record.file, draft.text, one.cells, one.new))
    return made


def is_words(file: Path) -> bool:
    """Whether a file is a table of words."""
    try:
        return _has_words(sheet(data_of(file), str(file), raw=True).headings)
    except Refusal:
        return False


def _has_words(headings: Sequence[str]) -> bool:
    return ID in headings and any(heading.startswith(f"{Term.title_field}.") for heading in headings)


def _is_field(heading: str) -> bool:
    if heading in (ID, PRINTS, "moved_to"):
        return True
    try:
        value(Term, heading, "[]")
    except (KeyError, ValueError):
        return False
    return True


class _Row:
    """One row of the table, against the record it belongs to."""

    def __init__(self, catalogue: Catalogue, row: Row, known: list[str], file: str, made: Plan) -> None:
        self.catalogue, self.row, self.file, self.made = catalogue, row, file, made
        values = [heading for heading in known if heading not in (ID, PRINTS)]
        self.came = {heading: level(unguarded(row.cells.get(heading, ""))) for heading in values}
        self.sent = sent(row.cells.get(PRINTS, ""))

    def drafted(self, id: str) -> _Drafted | None:
        """What is to be written; None where nothing is, and why among the plan's issues."""
        record = self.catalogue.of(Term.folder).get(id)
        stub = self.catalogue.moved.get(Term.folder, {}).get(id)
        there = record or stub
        tree = self._tree(there.file) if there else {}
        before = {path: level(text) for path, text in cells(tree)}
        changed = {
            path: (before.get(path, ""), text)
            for path, text in self.came.items()
            if text != before.get(path, "") and not (there and self._is_as_sent(path, text))
        }
        changed = self._whole(self._of_now(self._without_reviews(changed)) if there else changed)
        if not changed:
            self.made.quiet += 1
            return None
        if stub:
            self.made.issues.append(rules.MOVED.at(self.file, place=(self.row.number, 1), row=self.row.number, id=id))
            return None
        try:
            return self._changed(record, changed) if record else self._new(id, changed)
        except Refusal:  # the layout has no way to write it
            self.made.issues.append(NOT_WRITTEN.at(there.file if there else self.file))
            return None

    def _tree(self, file: str) -> dict[str, Tree]:
        tree = source.read(self.catalogue.root, file).tree
        assert isinstance(tree, dict)
        return tree

    def _without_reviews(self, changed: dict[str, tuple[str, str]]) -> dict[str, tuple[str, str]]:
        for path, (_, came) in changed.items():
            if path.split(".")[0] in _NOT_TAKEN and came:
                self._issue(rules.KEPT_REVIEW, path, came)
        return {path: texts for path, texts in changed.items() if path.split(".")[0] not in _NOT_TAKEN}

    def _is_as_sent(self, path: str, text: str) -> bool:
        """Whether a cell came back as it went out: what differs has been changed here since, and stays."""
        return self.sent is not None and print_of(text) == self.sent.get(path, "")

    def _of_now(self, changed: dict[str, tuple[str, str]]) -> dict[str, tuple[str, str]]:
        """What has changed without cells that have been changed here too since the table was made."""
        if self.sent is None:
            return changed
        newer = {path for path, (there, _) in changed.items() if print_of(there) != self.sent.get(path, "")}
        for path in newer:
            there, came = changed[path]
            self._issue(rules.NEWER, path, came, there)
        return {path: texts for path, texts in changed.items() if path not in newer}

    def _whole(self, changed: dict[str, tuple[str, str]]) -> dict[str, tuple[str, str]]:
        """What has changed without cells whose letters are not sound."""
        found = {path: _bad_letters(*texts) for path, texts in changed.items()}
        for path, rule in found.items():
            if rule:
                self._issue(rule, path)
        return {path: texts for path, texts in changed.items() if not found[path]}

    def _issue(self, rule: Rule, column: str, came: str = "", there: str = "") -> None:
        place, row = (self.row.number, 1), self.row.number
        self.made.issues.append(rule.at(self.file, place=place, row=row, column=column, came=came, there=there))

    def _filled(self, tree: dict[str, Tree], changed: _Cells) -> bool:
        """Put what has changed into a tree; False where a cell cannot be read."""
        for path, (_, text) in changed.items():
            try:
                put(tree, path, value(Term, path, text) if text and path != "moved_to" else text or None)
            except (ValueError, RecursionError):
                self._issue(rules.BAD_CELL, path)
                return False
        return True

    def _changed(self, record: Record, changed: _Cells) -> _Drafted | None:
        tree = self._tree(record.file)
        if not self._filled(tree, changed):
            return None
        entries = restating.drafts(record, self._typed(tree, record), self.catalogue.codes)

        def edit(tree: dict[str, Tree]) -> None:
            self._filled(tree, changed)
            restating.laid(tree, entries)

        return _Drafted(Draft(record, rewritten(self.catalogue, record, edit)), changed, False)

    def _new(self, id: str, changed: _Cells) -> _Drafted | None:
        file, tree = f"content/{Term.folder}/{id}.yml", dict[str, Tree]()
        if (self.catalogue.root / file).exists():
            self.made.issues.append(NOT_WRITTEN.at(file))
            return None
        if not self._filled(tree, changed):
            return None
        issues: list[Issue] = []
        record = loading.record_of(source.Document(file, tree), Term, id, self.catalogue.codes, issues)
        text = layout.write(tree, Term, self.catalogue.codes)
        if isinstance(record, Record):
            return _Drafted(Draft(record, text), changed, True)
        if record:
            self.made.changes.append(Change(file, text, changed, True))
        self.made.issues += issues
        return None

    def _typed(self, tree: dict[str, Tree], record: Record) -> Record | None:
        made = loading.record_of(source.Document(record.file, tree), Term, record.id, self.catalogue.codes, [])
        return made if isinstance(made, Record) else None


def _bad_letters(before: str, came: str) -> Rule | None:
    """The rule against what no record may hold, and against letters that an older encoding did not have."""
    if not is_clean(came):
        return rules.HIDDEN
    rare = {letter for letter in before if not letter.encode("cp1252", "ignore")}
    lost = rare and not rare & set(came) and came.count("?") > before.count("?")
    return rules.LOST_LETTERS if lost else None

"""Checks taken in: who asked whether a group is listed right, when and how; and groups that have closed. What has changed is
only told: an editor puts it right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import NamedTuple

from generator import answers, listing, places
from generator.catalogue import Catalogue
from generator.editing import rewritten
from generator.files import FORBIDDEN_CHARACTER, character_issues
from generator.imports import checks_rules as rules
from generator.imports import data_of
from generator.imports.checks_xlsx import Answer, read
from generator.imports.judging import INVISIBLE
from generator.imports.soundness import NOT_WRITTEN, Draft, sound
from generator.issues import N_, Issue, Refusal
from generator.kinds.asset import Asset
from generator.kinds.rules import DID_YOU_MEAN
from generator.nearby import did_you_mean
from generator.source import Tree
from generator.wording import Wording


class Change(NamedTuple):
    """A record to be written: its new file, and the answer it follows."""

    record: Asset
    text: str
    answer: Answer


@dataclass(slots=True)
class Plan:
    """What taking a sheet in would do. Nothing is written yet."""

    changes: list[Change] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    quiet: int = 0
    """How many rows are empty, say 'no answer', or what is written already."""


def plan(catalogue: Catalogue, file: Path, wordings: Sequence[Wording], today: date) -> Plan:
    """What may be written of the answers in a file. Raises Refusal where it is no such sheet, OSError where it cannot be
    read."""
    data = data_of(file)
    if not data.startswith(b"PK"):
        raise Refusal(N_("{file} is no .xlsx workbook: bring back the sheet that was sent out, filled in."), file=file)
    filled = read(data, str(file), wordings, today)
    made = Plan(issues=filled.issues, quiet=filled.empty)
    drafts: dict[str, tuple[Draft, Answer]] = {}
    for answer in _once(filled.answers, made, str(file)):
        judged = _judged(catalogue, answer, made, str(file))
        if judged is None:
            continue
        try:
            drafts[judged.file] = Draft(judged, _text(catalogue, judged, answer)), answer
        except Refusal:  # the layout has no way to write it
            made.issues.append(NOT_WRITTEN.at(judged.file))
    kept, issues = sound(catalogue, [draft for draft, _ in drafts.values()], today) if drafts else ([], [])
    made.issues = places.located(catalogue.root, made.issues) + issues
    for draft in kept:
        assert isinstance(draft.record, Asset)
        made.changes.append(Change(draft.record, draft.text, drafts[draft.record.file][1]))
    return made


def _once(found: Sequence[Answer], made: Plan, file: str) -> list[Answer]:
    """The answers, one a group; where two rows say different things of one, that is told and neither counts."""
    first: dict[str, Answer] = {}
    clashing: set[str] = set()
    for answer in found:
        before = first.setdefault(answer.id, answer)
        if before is answer:
            continue
        if before.same(answer):
            made.quiet += 1
            continue
        clashing.add(answer.id)
        place, cell = (answer.line, 1), answer.cells["answer"]
        made.issues.append(rules.TWO_ANSWERS.at(file, place=place, cell=cell, id=answer.id, other=before.line))
    return [answer for id, answer in first.items() if id not in clashing]


def _judged(catalogue: Catalogue, answer: Answer, made: Plan, file: str) -> Asset | None:
    """The record that an answer is to be written into; None where nothing is, and why among the plan's issues."""
    record = catalogue.of(Asset.folder).get(answer.id)
    if not isinstance(record, Asset):
        nearest = did_you_mean(answer.id, catalogue.of(Asset.folder))
        hint, cell = DID_YOU_MEAN if nearest else "", answer.cells["id"]
        made.issues.append(
            rules.UNKNOWN_GROUP.at(file, place=(answer.line, 1), hint=hint, cell=cell, id=answer.id, nearest=nearest)
        )
        return None
    if answer.said == answers.SILENT or _is_written(record, answer):
        made.quiet += 1
        return None
    if answer.said == answers.CHANGED or (answer.said == answers.YES and answer.changed):
        made.issues.append(_to_change(record, answer))
        return None
    if issue := _conflict(record, answer, file):
        made.issues.append(issue)
        return None
    if answer.changed:
        made.issues.append(rules.TO_SAY_WHY.at(record.file, line=answer.line, said=answer.changed))
    return record


def _is_written(record: Asset, answer: Answer) -> bool:
    """Whether the record says already what an answer says; or has been put right since somebody said that it had to be."""
    checked = record.checked
    if checked is None or answer.day is None:
        return False
    if answer.said == answers.CHANGED:
        return checked.on >= answer.day
    same = (checked.on, dict(checked.by), checked.how) == (answer.day, dict(answer.by), answer.how)
    return same and (answer.said == answers.CLOSED) == (record.state.now == "closed")


def _to_change(record: Asset, answer: Answer) -> Issue:
    day = answer.day.isoformat() if answer.day else "…"
    return rules.TO_CHANGE.at(record.file, line=answer.line, said=answer.changed or "–", day=day)


def _conflict(record: Asset, answer: Answer, file: str) -> Issue | None:
    """What is newer here than an answer, or wrong in it."""
    day, cell = answer.cells["day"], answer.cells["answer"]
    if record.checked and answer.day and record.checked.on >= answer.day:
        return rules.NEWER_CHECK.at(record.file, ("checked", "on"), there=record.checked.on, cell=day, date=answer.day)
    if answer.print != listing.print_of(record):
        return rules.NEWER_RECORD.at(record.file, cell=cell)
    for lang, text in answer.by.items():
        for issue in character_issues(text, file):
            if issue.rule is FORBIDDEN_CHARACTER:
                unit = answer.cells[f"by {lang}"]
                return INVISIBLE.at(file, place=(answer.line, 1), unit=unit, name=issue.values["name"])
    return None


def _text(catalogue: Catalogue, record: Asset, answer: Answer) -> str:
    """The record's file with the answer in it."""
    assert answer.day
    checked: dict[str, Tree] = {"on": answer.day.isoformat(), "by": dict(answer.by), "how": answer.how}

    def edit(tree: dict[str, Tree]) -> None:
        tree["checked"] = checked
        if answer.said == answers.CLOSED and record.state.now != "closed":
            state = tree.get("state")
            instead = state.get("instead") if isinstance(state, dict) else None
            tree["state"] = {"now": "closed", **({"instead": instead} if instead else {})}

    return rewritten(catalogue, record, edit)

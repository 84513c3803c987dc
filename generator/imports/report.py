"""What taking feeds in does, said on a terminal: by record and field, by row and field; or as JSON for other tools."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from generator.imports.feed_rules import Finding, row_place
from generator.imports.merging import Change
from generator.imports.outcome import Outcome, asides
from generator.imports.sifting import dotted
from generator.issues import N_, translated, visible
from generator.source import Tree
from generator.wording import Wording

COUNTS = (
    ("rows", N_("rows")),
    ("new", N_("new")),
    ("changed", N_("changed")),
    ("same", N_("as they were")),
    ("gone", N_("no longer in the list")),
    ("back", N_("back in the list")),
    ("joined", N_("the same as records of other lists")),
    ("kept", N_("with fields that stay as they are here")),
    ("aside", N_("only kept: no group, organisation or word")),
)
"""What is counted, and what it is called."""
_STAYS, _GONE, _BACK = N_("stays as it is here"), N_("no longer in the list"), N_("back in the list")
_ADDS, _CONTRADICTS, _LACKS = N_("adds"), N_("contradicts"), N_("lacks")
_FEW = 12
"""How many rows or records are named one by one."""


def counts(outcome: Outcome) -> dict[str, int]:
    """How many there are of each of `COUNTS`."""
    return {
        "rows": outcome.rows,
        "new": len(outcome.added),
        "changed": len(outcome.changed),
        "same": outcome.same,
        "gone": len(outcome.gone),
        "back": len(outcome.back),
        "joined": len(outcome.joined),
        "kept": len(outcome.kept),
        "aside": outcome.only_kept,
    }


def counted(outcome: Outcome, wording: Wording) -> str:
    """The counts in one line; what there is none of is left out, but for rows and new ones."""
    found = counts(outcome)
    said = [f"{found[name]} {wording.plain(label)}" for name, label in COUNTS if found[name] or name in ("rows", "new")]
    return ", ".join(said)


def as_text(outcomes: Sequence[Outcome], wording: Wording, whole: bool) -> str:
    """The report; `whole` names every record and every field that changes."""
    lines: list[str] = []
    for outcome in outcomes:
        lines += [*_findings(outcome.findings, wording), *without_field(outcome, wording)]
        if whole:
            lines += _plan(outcome, wording)
        lines += [f"{outcome.feed}: {counted(outcome, wording)}", *_compared(outcome, wording, len(outcomes) > 1)]
    return "\n".join(lines)


def _plan(outcome: Outcome, wording: Wording) -> Iterator[str]:
    yield from (f"+ {file}" for file in outcome.added)
    for sign, held in (("~", outcome.changed), ("=", outcome.kept)):
        for file, changes in held.items():
            yield f"{sign} {file}" + (f"  ({wording.plain(_STAYS)})" if sign == "=" else "")
            yield from (f"    {line}" for change in changes for line in _change(change))
    yield from (f"- {file}  ({wording.plain(_GONE)})" for file in outcome.gone)
    yield from (f"+ {file}  ({wording.plain(_BACK)})" for file in outcome.back)


def _change(change: Change) -> Iterator[str]:
    yield dotted(change.path)
    if change.ours is not None:
        yield f"  - {said(change.ours)}"
    if change.theirs is not None:
        yield f"  + {said(change.theirs)}"


def said(value: Tree | None, limit: int = 500) -> str:
    """A value on one line."""
    if value is None:
        return "–"
    return visible(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False), limit)


def _findings(findings: Iterable[Finding], wording: Wording) -> Iterator[str]:
    """What is said of each row, the gravest first."""
    rows: defaultdict[tuple[str, str, str], list[Finding]] = defaultdict(list)
    for one in findings:
        rows[one.where, one.key, one.issue.file].append(one)
    for (where, key, file), found in rows.items():
        row = translated(row_place(where), wording.plain)
        yield visible(
            "  ".join(part for part in (row, f"({key})" if key else "", file if file != key else "") if part), 300
        )
        for one in sorted(found, key=lambda one: one.issue.rule.severity.rank):
            severity = wording.plain(one.issue.rule.severity.value)
            place = f"{visible(one.field)}: " if one.field else ""
            yield f"  {severity}  {place}{one.issue.message(wording.plain)}  [{one.issue.rule.code}]"
            yield f"      {one.issue.hint(wording.plain)}"


def without_field(outcome: Outcome, wording: Wording) -> Iterator[str]:
    """What no field of ours is for, by field and not by row: how often, an example, in which rows."""
    counted: Counter[str] = Counter()
    rows: defaultdict[str, list[str]] = defaultdict(list)
    examples: dict[str, str] = {}
    for one in asides(outcome):
        counted[one.field] += 1
        examples.setdefault(one.field, one.issue.values["value"])
        if len(rows[one.field]) < _FEW:
            rows[one.field].append(translated(row_place(one.where), wording.plain))
    if counted:
        yield wording.plain(N_("No field here is for these; they are kept as they came:"))
    for name, n in counted.items():
        where = ", ".join(rows[name]) + (" …" if n > _FEW else "")
        yield f"  {visible(name)} ({n}): '{visible(examples[name], 60)}'  – {visible(where, 300)}"


def _compared(outcome: Outcome, wording: Wording, several: bool) -> Iterator[str]:
    """What a feed adds to the others, contradicts and lacks: records, and fields of records that it shares."""
    if not several:
        return
    filled = Counter(str(c.path[0]) for held in outcome.changed.values() for c in held if c.ours is None)
    against = Counter(str(c.path[0]) for held in outcome.kept.values() for c in held)
    for label, records, fields in (
        (_ADDS, outcome.added, filled),
        (_CONTRADICTS, [*outcome.kept], against),
        (_LACKS, outcome.lacking, outcome.lacks),
    ):
        said = "; ".join(f"{name} ({n})" for name, n in fields.most_common())
        yield f"  {wording.plain(label)}: {len(records)}" + (f"  ({said})" if said else "")
        more = [] if label is _ADDS else records
        yield from (f"    {file}" for file in more[:_FEW])
        if len(more) > _FEW:
            yield f"    … +{len(more) - _FEW}"


def as_json(outcomes: Sequence[Outcome], wording: Wording) -> str:
    """A list of feeds: {feed, counts, added, changed, kept, gone, back, joined, lacking, lacks, findings}: a contract, other tools
    read it. Fields are {record: [{field, here, list}]}; findings {row, key, record, field, code, severity, message, hint}."""
    return json.dumps([_outcome(outcome, wording) for outcome in outcomes], ensure_ascii=False, indent=2)


def _outcome(outcome: Outcome, wording: Wording) -> dict[str, Any]:
    return {
        "feed": outcome.feed,
        "counts": counts(outcome),
        "added": outcome.added,
        "changed": _fields(outcome.changed),
        "kept": _fields(outcome.kept),
        "gone": outcome.gone,
        "back": outcome.back,
        "joined": outcome.joined,
        "lacking": outcome.lacking,
        "lacks": dict(outcome.lacks),
        "findings": [_finding(one, wording) for one in (*outcome.findings, *asides(outcome))],
    }


def _fields(held: Mapping[str, Sequence[Change]]) -> dict[str, list[dict[str, Any]]]:
    return {
        file: [{"field": dotted(change.path), "here": change.ours, "list": change.theirs} for change in changes]
        for file, changes in held.items()
    }


def _finding(one: Finding, wording: Wording) -> dict[str, str]:
    issue = one.issue
    return {
        "row": one.where,
        "key": one.key,
        "record": issue.file if issue.file.startswith("content/") else "",
        "field": one.field,
        "code": issue.rule.code,
        "severity": issue.rule.severity.value,
        "message": issue.message(wording.plain),
        "hint": issue.hint(wording.plain),
    }

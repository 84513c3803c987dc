"""Whether records from outside may be written: they pass the same door as any other, one by one and all together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from generator import checks, loading, places, source
from generator.catalogue import Catalogue
from generator.files import MAX_BYTES, TOO_LARGE
from generator.issues import N_, Issue, Rule, Severity
from generator.kinds.record import Record
from generator.kinds.site import Site

NOT_WRITTEN = Rule(
    "not-written",
    Severity.ERROR,
    N_("A record is written whole and without errors, or left as it was."),
    N_("This record was left as it was: what came for it would break a rule."),
    N_("Mend in the file that came what the other errors say, then import it again."),
)


class Draft(NamedTuple):
    """A record as it is, and the text its file would have."""

    record: Record
    text: str


def sound(catalogue: Catalogue, drafts: Sequence[Draft], today: date) -> tuple[list[Draft], list[Issue]]:
    """The drafts that bring no new error into the root, by themselves and together; and why the others do not pass."""
    issues: list[Issue] = []
    typed = {draft.record.file: made for draft in drafts if (made := _typed(catalogue, draft, issues))}
    before = {_same(issue) for issue in _errors(catalogue, today)} if typed else set()
    while typed:
        new = [issue for issue in _errors(_with(catalogue, typed.values()), today) if _same(issue) not in before]
        if not new:
            break
        issues += new
        # An error may show in a record that nobody touched: then it is not known whose text it came with.
        for file in {issue.file for issue in new} & typed.keys() or list(typed):
            del typed[file]
    issues += [NOT_WRITTEN.at(draft.record.file) for draft in drafts if draft.record.file not in typed]
    return [draft for draft in drafts if draft.record.file in typed], places.located(catalogue.root, issues)


def _typed(catalogue: Catalogue, draft: Draft, issues: list[Issue]) -> Record | None:
    """The record that a draft would be read as; None, and why among `issues`, where it has faults."""
    record, text = draft
    size = len(text.encode())
    if size > MAX_BYTES:
        issues.append(TOO_LARGE.at(record.file, size=size))
        return None
    document = source.read_text(text, record.file)
    made = loading.record_of(document, type(record), record.id, catalogue.codes, issues)
    return made if isinstance(made, Record) else None


def _errors(catalogue: Catalogue, today: date) -> list[Issue]:
    return [issue for issue in checks.run(catalogue, today) if issue.blocks]


def _same(issue: Issue) -> tuple[object, ...]:
    """What makes two findings the same, wherever they stand."""
    return (issue.rule.code, issue.file, issue.path, issue.message())


def _with(catalogue: Catalogue, made: Iterable[Record]) -> Catalogue:
    """The same catalogue with other versions of some of its records."""
    records: dict[str, Mapping[str, Record]] = dict(catalogue.records)
    site = catalogue.site
    for record in made:
        if isinstance(record, Site):
            site = record
        else:
            records[record.folder] = {**records[record.folder], record.id: record}
    return replace(catalogue, site=site, records=records, _orders={}, _addresses={}, _ranks={})

"""What taking in a feed does: what becomes of records, what is said of rows, what is kept of them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from generator.imports.arriving import Row
from generator.imports.feed_rules import NO_PLACE, ONE_LANGUAGE, Finding
from generator.imports.merging import Change
from generator.imports.sifting import dotted
from generator.imports.titles import speaks
from generator.issues import Phrase
from generator.languages import language
from generator.loading import FEEDS_FILE
from generator.taken import LEFT_OUT, Json, Line, compact

_SHOWN = 120
"""Characters of a value that are said in a report."""


class Aside(NamedTuple):
    """What of one row has no field of ours, as JSON; `named` are those of which something is said already."""

    where: str
    key: str
    file: str
    unmapped: str
    named: frozenset[str]


@dataclass(slots=True)
class Outcome:
    """What one feed does. Records by their files."""

    feed: str
    rows: int = 0
    only_kept: int = 0
    """Rows that became no record: lists of words and the like."""
    added: list[str] = field(default_factory=list)
    changed: dict[str, Sequence[Change]] = field(default_factory=dict)
    """Fields that follow the feed."""
    kept: dict[str, Sequence[Change]] = field(default_factory=dict)
    """Fields that stay as they are here, though the feed says something else."""
    gone: list[str] = field(default_factory=list)
    back: list[str] = field(default_factory=list)
    same: int = 0
    joined: dict[str, str] = field(default_factory=dict)
    """Records of other feeds, or of ours, that rows were taken to be, and what they are known by in this one."""
    lacking: list[str] = field(default_factory=list)
    """Records of the other feeds that this one does not have."""
    lacks: Counter[str] = field(default_factory=Counter)
    """Fields that records of several feeds have, and this feed does not."""
    findings: list[Finding] = field(default_factory=list)
    """What is said of rows, but for `asides`."""
    aside: list[Aside] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)

    @property
    def touched(self) -> bool:
        """Whether anything of the records changes."""
        return bool(self.added or self.changed or self.gone or self.back or self.joined)


def asides(outcome: Outcome) -> Iterator[Finding]:
    """Every value that no field of ours is for. They may be a hundred thousand, and are made one by one."""
    for one in outcome.aside:
        for name, value in json.loads(one.unmapped).items():
            if name not in one.named and value != LEFT_OUT:
                shown = value if isinstance(value, str) else compact(value)
                issue = NO_PLACE.at(one.file or one.key, field=name, value=shown[:_SHOWN])
                yield Finding(one.where, one.key, name, issue)


def told(rows: Iterable[Row], codes: Sequence[str]) -> list[Finding]:
    """What is said of rows and of the fields that were taken out of them, in their order; then of the whole."""
    found: list[Finding] = []
    alone: Counter[str] = Counter()
    count = 0
    for row in rows:
        count += bool(row.file)
        found += [one._replace(issue=replace(one.issue, file=row.file or one.issue.file)) for one in row.findings]
        for one in row.refused:
            issue = replace(one.issue, file=row.file)
            found.append(Finding(row.where, row.key, dotted(one.path), issue))
        if len(codes) > 1 and len(said := speaks(row.tree)) == 1:
            alone.update(said)
    for lang, n in alone.items():
        name = Phrase(language(lang).english)
        found.append(Finding("", "", "", ONE_LANGUAGE.at(FEEDS_FILE, n=n, all=count, language=name)))
    return found


def line_of(row: Row, old: Line | None, written: bool, today: str) -> Line:
    """What is kept of a row. `written`: whether its record follows it."""
    taken = row.tree if written or old is None else old.taken
    same = old is not None and old.taken == taken and not old.gone
    record = row.file.removeprefix("content/").removesuffix(".yml") if row.file else None
    more: dict[str, Json] = {
        dotted(one.path): {"value": one.value, "refused": one.issue.rule.code} for one in row.refused
    }
    on = old.on if old and same else today
    more |= row.more
    unmapped = compact(json.loads(row.unmapped) | more) if more else row.unmapped
    return Line(row.kind, row.key, record, on, None, taken, unmapped, row.received)

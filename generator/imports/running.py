"""Feeds taken in, one after the other, and all that comes of it written at once: content/ is replaced whole, or stays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain, zip_longest
from pathlib import Path
from typing import NamedTuple

from generator import layout, source, taken
from generator.catalogue import Catalogue
from generator.files import put
from generator.imports import arriving
from generator.imports.feeding import Feeding, Matcher
from generator.imports.incoming import Given
from generator.imports.outcome import Outcome
from generator.imports.readers import reader
from generator.imports.standing import Standing
from generator.issues import N_, Refusal
from generator.kinds.feed import Feed, Feeds
from generator.kinds.record import Record
from generator.loading import FEEDS_FILE
from generator.source import Tree
from generator.swap import renewed
from generator.wording import Wording

OURS = frozenset({"imported", "slug", "former_slugs", "review", "changes", "sources", "licence", "distinct_from"})
"""Fields that no feed gives."""


class Job(NamedTuple):
    """A feed to be taken in: where it is, and the same in other languages; the file that says what its columns are."""

    id: str
    feed: Feed
    source: str
    also: Mapping[str, str] = {}
    mapping: Path | None = None


@dataclass(slots=True)
class Run:
    """What taking feeds in does. Nothing is written yet."""

    standing: Standing
    outcomes: list[Outcome] = field(default_factory=list)
    feeds: dict[str, dict[str, Tree]] = field(default_factory=dict)
    """Entries that content/feeds.yml gets."""


def run(
    catalogue: Catalogue, jobs: Sequence[Job], wordings: Sequence[Wording], today: date, match: Matcher | None = None
) -> Run:
    """Take feeds in. Raises Refusal where one cannot be read, OSError where its file cannot be opened."""
    made = Run(Standing(catalogue))
    for job in jobs:
        lang = job.feed.language or catalogue.main
        given = Given(job.source, lang, job.mapping)
        rows = arriving.rows(catalogue, job.source, reader(job.feed.format), given, job.also, job.feed.people)
        made.outcomes.append(Feeding(made.standing, job.id, job.feed, wordings, today).take(rows, match))
    if len(jobs) > 1:
        _compare(made)
    return made


def _compare(made: Run) -> None:
    """Say of each feed which records, and which fields of those it shares, others have and it has not."""
    outcomes = {outcome.feed: outcome for outcome in made.outcomes}
    of_feed: dict[str, set[str]] = {feed: set() for feed in outcomes}
    for folder in ("assets", "organisations"):
        for record in made.standing.of(folder).values():
            for one in getattr(record, "imported", ()):
                if one.feed in outcomes and not one.gone:
                    of_feed[one.feed].add(record.file)
    every = set().union(*of_feed.values())
    shared = {file for file in every if sum(file in held for held in of_feed.values()) > 1}
    for feed, outcome in outcomes.items():
        outcome.lacking = sorted(every - of_feed[feed])
        for line in outcome.lines:
            held = made.standing.at(line.file) if line.file in shared and not line.gone else None
            if held:
                outcome.lacks.update(held.model_fields_set - line.taken.keys() - OURS)


def write(made: Run) -> int:
    """Put all in its place. Returns how many files are written; where nothing changes, nothing is touched."""
    catalogue = made.standing.before
    fresh = [outcome for outcome in made.outcomes if not _is_written(catalogue.root, outcome)]
    if not (made.standing.changed or made.feeds or fresh):
        return 0
    count = len(fresh)
    with renewed(catalogue.root) as content:
        for file, text in chain(_records(made), _feeds(made)):
            path = content.joinpath(*file.split("/")[1:])
            path.parent.mkdir(parents=True, exist_ok=True)
            put(path, text)
            count += 1
        for outcome in fresh:
            path = content.joinpath(*taken.path_of(outcome.feed).split("/")[1:])
            path.parent.mkdir(parents=True, exist_ok=True)
            path.unlink(missing_ok=True)  # the file itself is that of the old state too
            with path.open("wb") as handle:
                handle.writelines(line.encode() for line in taken.written(outcome.lines))
    return count


def _is_written(root: Path, outcome: Outcome) -> bool:
    """Whether a feed's rows stand as they are already; they may be too many to be held as one text."""
    path = root / taken.path_of(outcome.feed)
    if not path.is_file():
        return False
    with path.open("rb") as handle:
        pairs = zip_longest(handle, taken.written(outcome.lines))
        return all(old is not None and new is not None and old == new.encode() for old, new in pairs)


def _records(made: Run) -> Iterator[tuple[str, str]]:
    """The new texts of records, comments kept. Raises Refusal where one would come out changed."""
    catalogue = made.standing.before
    for file, tree in made.standing.changed.items():
        record = made.standing.at(file)
        assert isinstance(record, Record)
        yield file, _text(catalogue, file, tree, type(record))


def _feeds(made: Run) -> Iterator[tuple[str, str]]:
    """content/feeds.yml with new entries."""
    if made.feeds:
        catalogue = made.standing.before
        tree = source.read(catalogue.root, FEEDS_FILE).tree if _read(catalogue.root / FEEDS_FILE) else {}
        if not isinstance(tree, dict) or any(issue.file == FEEDS_FILE for issue in catalogue.issues):
            raise Refusal(
                N_("{feeds_file} has faults: mend what 'geirfa check' says of it first."), feeds_file=FEEDS_FILE
            )
        held = tree.get("feeds")
        merged: Tree = {**(held if isinstance(held, dict) else {}), **made.feeds}
        yield FEEDS_FILE, _text(catalogue, FEEDS_FILE, {**tree, "feeds": merged}, Feeds)


def _text(catalogue: Catalogue, file: str, tree: dict[str, Tree], kind: type[Record | Feeds]) -> str:
    old = _read(catalogue.root / file)
    comments = layout.comments_of(old) if "#" in old else layout.Comments()
    return layout.written(tree, kind, catalogue.codes, comments, file)


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""

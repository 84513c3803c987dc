"""What a framework's parts say of themselves holds together: where they lead, what is known of them, and their dates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.catalogue import Catalogue
from generator.checks.site import pages
from generator.issues import N_, Issue, Path, Rule, Severity
from generator.kinds.framework import FrameworkPart
from generator.kinds.milestone import DateReading
from generator.kinds.policy import Policy
from generator.kinds.record import Record
from generator.kinds.rules import DID_YOU_MEAN
from generator.nearby import did_you_mean

SERVED_PAGE = Rule(
    "served-page",
    Severity.ERROR,
    N_("What serves a part of the framework is a page that exists."),
    N_("There is no page '{name}'."),
    N_("Pages: {known}."),
)
WORDING_STATE = Rule(
    "wording-state",
    Severity.ERROR,
    N_("What has its official wording is published."),
    N_("The wording is given, but the state is '{state}'."),
    N_("Write 'state: published', or take the wording out."),
)
SAME_DAY = Rule(
    "same-day",
    Severity.ERROR,
    N_("Readings of a date differ: the same day is written once, with all its sources."),
    N_("The day {day} is given twice."),
    N_("Put the sources of both under 'from' of one."),
)


def check(catalogue: Catalogue, today: date) -> Iterator[Issue]:
    known = pages(catalogue)
    for part in catalogue.of(FrameworkPart.folder).values():
        assert isinstance(part, FrameworkPart)
        for number, served in enumerate(part.served_by):
            yield from _page(part, ("served_by", number, "to"), served.to, known)
        if part.wording and part.state != "published":
            yield WORDING_STATE.at(part.file, ("state",), state=part.state)
        yield from _history(part)
    for policy in catalogue.of(Policy.folder).values():
        assert isinstance(policy, Policy)
        yield from _days(policy, ("issued",), policy.issued)
        yield from _history(policy)


def _page(part: FrameworkPart, path: Path, name: str, known: set[str]) -> Iterator[Issue]:
    if name not in known:
        nearest = did_you_mean(name, known)
        hint = DID_YOU_MEAN if nearest else ""
        yield SERVED_PAGE.at(part.file, path, hint=hint, name=name, nearest=nearest, known=", ".join(sorted(known)))


def _history(record: FrameworkPart | Policy) -> Iterator[Issue]:
    for number, milestone in enumerate(record.history):
        yield from _days(record, ("history", number, "readings"), milestone.readings)


def _days(record: Record, path: Path, readings: tuple[DateReading, ...]) -> Iterator[Issue]:
    seen = set()
    for number, reading in enumerate(readings):
        if (reading.on, reading.until) in seen:
            yield SAME_DAY.at(record.file, (*path, number, "on"), day=reading.on)
        seen.add((reading.on, reading.until))

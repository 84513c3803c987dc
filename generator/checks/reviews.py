"""Reviews are complete, in the past, and not too long ago."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.catalogue import Catalogue
from generator.issues import N_, Issue, Rule, Severity
from generator.kinds.record import Record, Review

INCOMPLETE_REVIEW = Rule(
    "incomplete-review",
    Severity.ERROR,
    N_("A reviewed text says who reviewed it and when."),
    N_("This text is {status}, but '{field}' is missing."),
    N_("Run: geirfa review --lang {lang} --by NAME --status {status} {id}"),
)
FUTURE_DATE = Rule(
    "future-date",
    Severity.ERROR,
    N_("Nothing was reviewed, changed or checked in the future."),
    N_("{date} is in the future."),
    N_("Write the day it happened."),
)
REVIEW_DUE = Rule(
    "review-due",
    Severity.WARNING,
    N_("A reviewed text is looked at again after the time site.yml names."),
    N_("This text was last reviewed on {date}."),
    N_("Read it again, then run: geirfa review --lang {lang} --by NAME --status {status} {id}"),
)
CHANGES_ORDER = Rule(
    "changes-order",
    Severity.WARNING,
    N_("Changes are listed newest first."),
    N_("This change is newer than the one above it."),
    N_("Move it up."),
)


def check(catalogue: Catalogue, today: date) -> Iterator[Issue]:
    after = int(catalogue.site.review_after_days)
    for records in catalogue.records.values():
        for record in records.values():
            for lang, review in record.review.items():
                yield from _review(record, lang, review, today, after)
            for position, change in enumerate(record.changes):
                if change.on > today:
                    yield FUTURE_DATE.at(record.file, ("changes", position, "on"), date=change.on)
                if position and change.on > record.changes[position - 1].on:
                    yield CHANGES_ORDER.at(record.file, ("changes", position, "on"))


def _review(record: Record, lang: str, review: Review, today: date, after: int) -> Iterator[Issue]:
    if review.on and review.on > today:
        yield FUTURE_DATE.at(record.file, ("review", lang, "on"), date=review.on)
    if review.status == "draft":
        return
    for name in ("by", "on"):
        if getattr(review, name) is None:
            yield INCOMPLETE_REVIEW.at(
                record.file, ("review", lang), status=review.status, field=name, lang=lang, id=record.id
            )
    if review.on and (today - review.on).days > after:
        yield REVIEW_DUE.at(
            record.file, ("review", lang, "on"), date=review.on, lang=lang, status=review.status, id=record.id
        )

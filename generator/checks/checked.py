"""Somebody asks again whether what is listed is still right, and days that have not come yet are not written down."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.catalogue import Catalogue
from generator.checks.reviews import FUTURE_DATE
from generator.freshness import OVERDUE
from generator.issues import N_, Issue, Rule, Severity
from generator.kinds.asset import Asset
from generator.kinds.look import Look

MANY = 10
"""From how many groups on one finding stands for all of them: as many findings would hide all others."""

CHECK_OLD = Rule(
    "check-old",
    Severity.WARNING,
    N_("Somebody asks every year whether what is listed of a group is still right."),
    N_("This was last checked on {date}."),
    N_("Ask those who run it, then write who asked and when under 'checked'. A sheet for many: {command}"),
)
NOT_CHECKED = Rule(
    "not-checked",
    Severity.ADVICE,
    N_(
        "Somebody has asked whether what is listed of a group is right. Where nobody has asked of many, it is said once."
    ),
    N_("{n} of {all} groups and activities have never been checked."),
    N_("They are listed by: geirfa due. A sheet to fill in: {command}"),
)
_SHEET = "geirfa export checks --out checks.xlsx"


def check(catalogue: Catalogue, today: date) -> Iterator[Issue]:
    there = [a for a in catalogue.of(Asset.folder).values() if isinstance(a, Asset) and a.state.now != "closed"]
    for asset in there:
        if asset.checked and asset.checked.on <= today and (today - asset.checked.on).days > OVERDUE:
            command = f"{_SHEET} --area {asset.shelf}"
            yield CHECK_OLD.at(asset.file, ("checked", "on"), date=asset.checked.on, command=command)
    unchecked = sum(asset.checked is None for asset in there)
    if unchecked >= MANY:
        yield NOT_CHECKED.at(f"content/{Asset.folder}", n=unchecked, all=len(there), command=_SHEET)
    yield from _future(catalogue, today)


def _future(catalogue: Catalogue, today: date) -> Iterator[Issue]:
    """Checks and looks of days to come. Of a source's date the part that is known counts."""
    for record in (*catalogue.of(Asset.folder).values(), *catalogue.of(Look.folder).values()):
        if isinstance(record, Look):
            if record.on > today:
                yield FUTURE_DATE.at(record.file, ("on",), date=record.on)
        elif isinstance(record, Asset):
            if record.checked and record.checked.on > today:
                yield FUTURE_DATE.at(record.file, ("checked", "on"), date=record.checked.on)
            for number, evidence in enumerate(record.sources):
                dated = evidence.dated or ""
                if dated > today.isoformat()[: len(dated)]:
                    yield FUTURE_DATE.at(record.file, ("sources", number, "dated"), date=dated)

"""What has ended, or soon will: groups whose last day is past, pauses that are over, money that ends."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from generator.catalogue import Catalogue
from generator.issues import N_, Issue, Rule, Severity
from generator.kinds.asset import Asset
from generator.kinds.meeting import Meeting

SOON = 60
"""Days before money ends in which somebody should ask what comes after."""

MEETING_OVER = Rule(
    "meeting-over",
    Severity.WARNING,
    N_("What is open meets again."),
    N_("The last of its days was {date}."),
    N_("Find out whether it goes on. If it has ended, write 'state' with 'now: closed'."),
)
PAUSE_OVER = Rule(
    "pause-over",
    Severity.WARNING,
    N_("What is paused is expected again on a day to come."),
    N_("It was expected again on {date}."),
    N_("Find out whether it is there again, then put 'state' right."),
)
FUNDING_ENDS = Rule(
    "funding-ends",
    Severity.WARNING,
    N_("Somebody asks what comes after, 60 days before the money of a group ends."),
    N_("Its money ends on {date}."),
    N_("Find out whether it goes on, then put 'funding' right. If it has ended, write 'state' with 'now: closed'."),
)


def check(catalogue: Catalogue, today: date) -> Iterator[Issue]:
    for asset in catalogue.of(Asset.folder).values():
        if not isinstance(asset, Asset) or asset.state.now == "closed":
            continue
        if asset.state.now == "paused" and asset.state.until and asset.state.until < today:
            yield PAUSE_OVER.at(asset.file, ("state", "until"), date=asset.state.until)
        if asset.funding.ends and asset.funding.ends <= today + timedelta(days=SOON):
            yield FUNDING_ENDS.at(asset.file, ("funding", "ends"), date=asset.funding.ends)
        ends = [_end(meeting) for meeting in asset.when]
        if ends and asset.state.now == "open" and max(ends) < today:
            yield MEETING_OVER.at(asset.file, ("when",), date=max(ends))


def _end(meeting: Meeting) -> date:
    """The last of its days; far away where none is known."""
    return meeting.until or max(meeting.on, default=date.max)

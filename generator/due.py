"""Groups that somebody should ask again, and why: because what is listed may be over already, because nobody has ever
asked, or not for long, or because their money ends."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from generator.catalogue import Catalogue
from generator.checks import endings
from generator.directory import newest
from generator.freshness import DUE
from generator.issues import N_, Refusal
from generator.kinds.asset import Asset
from generator.nearby import did_you_mean
from generator.wording import Wording

OVER, NEVER, AGED, ENDING = range(4)
"""What makes a group due, the worst first: something listed is past, nobody has ever asked, the last check is old, something
ends soon."""

_ENDS: Mapping[str, str] = {
    endings.MEETING_OVER.code: N_("last day: {date}"),
    endings.PAUSE_OVER.code: N_("expected again: {date}"),
    endings.FUNDING_ENDS.code: N_("its money ends: {date}"),
}


class Reason(NamedTuple):
    """Why a group is due: how bad it is, a message with the gap {date}, and the date as far as it is known."""

    rank: int
    message: str
    dated: str

    def text(self, wording: Wording) -> str:
        date = wording.part_date(self.dated) if self.dated else ""
        return wording.plain(self.message).format(date=date)


class Due(NamedTuple):
    """A group that is due, its reasons the worst first."""

    asset: Asset
    reasons: tuple[Reason, ...]

    def order(self) -> tuple[int, str, str]:
        """The worst first; of two as bad, whose date is older; without a date before all others."""
        return (self.reasons[0].rank, self.reasons[0].dated, self.asset.id)


def last_day(today: date, days: int) -> date:
    """The last of some days ahead. Raises Refusal where the calendar does not go so far."""
    try:
        return today + timedelta(days=days)
    except OverflowError:
        raise Refusal(f"{days} days from now no calendar goes: give fewer.") from None


def due(catalogue: Catalogue, today: date, until: date, area: str | None = None) -> Mapping[str, Sequence[Due]]:
    """By area, in the order of their vocabulary, the groups that are due until a day, the worst first. Those that have
    closed are not asked again. Raises Refusal where there is no such area."""
    ends = _endings(catalogue, today, until)
    found: defaultdict[str, list[Due]] = defaultdict(list)
    for asset in _listed(catalogue, area):
        reasons = [*_check(asset, until), *ends.get(asset.file, ())]
        if reasons:
            found[asset.shelf].append(Due(asset, tuple(sorted(reasons))))
    places = {id: place for place, id in enumerate(catalogue.entries(Asset.shelves))}
    return {
        id: sorted(found[id], key=Due.order) for id in sorted(found, key=lambda id: (places.get(id, len(places)), id))
    }


def counts(catalogue: Catalogue) -> Mapping[str, int]:
    """How many groups each area lists, without those that have closed."""
    found: defaultdict[str, int] = defaultdict(int)
    for asset in _listed(catalogue, None):
        found[asset.shelf] += 1
    return found


def _listed(catalogue: Catalogue, area: str | None) -> list[Asset]:
    every = [asset for asset in catalogue.of(Asset.folder).values() if isinstance(asset, Asset)]
    known = {*catalogue.entries(Asset.shelves), *(asset.shelf for asset in every)}
    if area is not None and every and area not in known:
        nearest = did_you_mean(area, known)
        raise Refusal(
            f"There is no area '{area}'."
            + (f" Did you mean '{nearest}'?" if nearest else f" Areas: {', '.join(sorted(known))}.")
        )
    return [asset for asset in every if asset.state.now != "closed" and area in (None, asset.shelf)]


def _check(asset: Asset, until: date) -> list[Reason]:
    """Whether the last check is old, or there never was one."""
    if asset.checked is None:
        dated = newest(asset)
        said = N_("never checked; newest source: {date}") if dated else N_("never checked; its source bears no date")
        return [Reason(NEVER, said, dated)]
    if (until - asset.checked.on).days > DUE:
        return [Reason(AGED, N_("last checked: {date}"), asset.checked.on.isoformat())]
    return []


def _endings(catalogue: Catalogue, today: date, until: date) -> Mapping[str, Sequence[Reason]]:
    """What ends or has ended, by file: the checks say it, as of the last of the days ahead."""
    found: defaultdict[str, list[Reason]] = defaultdict(list)
    for issue in endings.check(catalogue, until):
        day = issue.values["date"]
        rank = OVER if day < today.isoformat() else ENDING
        found[issue.file].append(Reason(rank, _ENDS[issue.rule.code], day))
    return found

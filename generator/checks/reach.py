"""What is listed can be got to, and says what it costs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.catalogue import Catalogue
from generator.checks.checked import MANY
from generator.issues import N_, Issue, Rule, Severity
from generator.kinds.asset import Asset
from generator.kinds.organisation import Organisation
from generator.kinds.venue import Venue

NO_CONTACT = Rule(
    "no-contact",
    Severity.ERROR,
    N_("What is open can be reached: it has a time, a number, a web address, an e-mail address or a place to go to."),
    N_("Nothing here says how to reach it."),
    N_(
        "Add what is known under 'when', 'contact' or 'venues', or the 'organisation' that has a web address. Where "
        "nothing is known, leave the record out until somebody has found out."
    ),
)
NO_CONTACT_CAME = Rule(
    "no-contact-came",
    Severity.WARNING,
    N_(
        "What comes from the list of others can be reached, as all else; where the list does not say how, somebody finds out."
    ),
    N_("The list this came from does not say how to reach it."),
    N_("Find out, and add it under 'contact', 'when' or 'venues'; or ask those who keep the list."),
)
ONLY_A_TOWN = Rule(
    "only-a-town",
    Severity.ADVICE,
    N_("Of what is open more is known than the town it is in."),
    N_("Only its town is known: no time, number, web address, e-mail address or building."),
    N_("Find one of these, and say in 'contact: note' until then whom to ask."),
)
UNKNOWN_COST = Rule(
    "unknown-cost",
    Severity.ADVICE,
    N_("What is open says what it costs."),
    N_("Nothing here says what it costs."),
    N_("Add 'cost' with a 'kind', as free. Where nobody has said, write 'kind: unknown'; readers are told to ask."),
)
UNKNOWN_COSTS = Rule(
    "unknown-costs",
    Severity.ADVICE,
    N_("Of most groups it is known what they cost. Where it is not known of many, it is said once."),
    N_("Of {n} of {all} groups and activities nobody knows what they cost."),
    N_("Ask it when you ask whether the rest is right; a sheet to fill in: {command}"),
)


def check(catalogue: Catalogue, today: date) -> Iterator[Issue]:
    there = [a for a in catalogue.of(Asset.folder).values() if isinstance(a, Asset) and a.state.now == "open"]
    for asset in there:
        if not _reachable(catalogue, asset):
            towns = [key for key, venue in asset.venues.items() if venue.near and venue.mask != "none"]
            yield ONLY_A_TOWN.at(asset.file, ("venues", towns[0])) if towns else _silent(asset)
        if asset.cost is None:
            yield UNKNOWN_COST.at(asset.file)
    unknown = sum(asset.cost is not None and asset.cost.kind == "unknown" for asset in there)
    if unknown >= MANY:
        command = "geirfa export checks --out checks.xlsx"
        yield UNKNOWN_COSTS.at(f"content/{Asset.folder}", n=unknown, all=len(there), command=command)


def _silent(asset: Asset) -> Issue:
    return NO_CONTACT_CAME.at(asset.file, ("imported",)) if asset.imported else NO_CONTACT.at(asset.file)


def _reachable(catalogue: Catalogue, asset: Asset) -> bool:
    """Whether a reader can do something: go there, at a time or to a house; ring, write, or look it up."""
    contact = asset.contact
    runs = catalogue.of(Organisation.folder).get(asset.organisation or "")
    return bool(
        asset.when
        or contact.phones
        or contact.email
        or contact.web
        or any(map(_is_a_place, asset.venues.values()))
        or (isinstance(runs, Organisation) and runs.web)
    )


def _is_a_place(venue: Venue) -> bool:
    """Whether it says more than the town. What is hidden for safety is reached otherwise."""
    return venue.mask == "exact" and bool(venue.address or venue.postcode or venue.point or venue.name)

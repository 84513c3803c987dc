"""Traits of assets: what the directory is narrowed down by, on its pages and in the browser."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from generator.catalogue import Catalogue
from generator.hours.parts import slots
from generator.issues import N_
from generator.kinds.asset import Asset

FREE, SELF, STEP_FREE = "free", "self", "step-free"
"""Entries of the vocabularies costs, join-routes and access that the directory knows by their ids."""

PARTS = ("morning", "afternoon", "evening")
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class TraitFacet(NamedTuple):
    """One thing to narrow by. Its values are entries of `vocabulary`, or have the `names` given."""

    id: str
    label: str
    vocabulary: str = ""
    names: Mapping[str, str] = {}


GOOD: Mapping[str, str] = {
    "free": N_("Free"),
    "self": N_("I can join myself"),
    "company": N_("Someone can come with me, or meets me"),
    "step-free": N_("Step-free"),
    "public": N_("Bus or train near"),
    "online": N_("Online or by phone"),
}
"""What is good to know before one sets out. Each is said of an asset only where its record says so."""

FACETS = (
    TraitFacet("need", N_("What it helps with"), "needs"),
    TraitFacet("interest", N_("What you enjoy"), "interests"),
    TraitFacet("activity", N_("What you do there"), "activities"),
    TraitFacet("for", N_("Especially for"), "audiences"),
    TraitFacet("good", N_("Good to know"), names=GOOD),
)
"""The day and the time of day are not among them: `hours` holds these together, so that 'Tuesday' and 'morning' are one meeting's."""


class Traits:
    """What each asset of one catalogue has, by facet."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.spoken = catalogue.codes[1:]
        self._interests = {id: entry.group for id, entry in catalogue.entries_of("activities").items()}

    def of(self, asset: Asset) -> Mapping[str, tuple[str, ...]]:
        """Ids by facet, in the order the record names them."""
        return {
            "need": asset.needs,
            "interest": tuple(dict.fromkeys(i for id in asset.activities for i in self._interests.get(id, ()))),
            "activity": asset.activities,
            "for": asset.audiences,
            "good": self.good(asset),
        }

    def good(self, asset: Asset) -> tuple[str, ...]:
        """Those of GOOD that it has, and the other languages of the site it is offered in."""
        cost, company, remote = asset.cost, asset.company, asset.remote
        told = {
            "free": cost is not None and cost.kind == FREE,
            "self": SELF in asset.join.routes,
            "company": company.bring == "yes" or company.met == "yes",
            "step-free": _is_step_free(asset),
            "public": asset.travel.public == "yes",
            "online": remote.online or remote.phone,
        }
        good = [name for name in GOOD if told[name]]
        if asset.languages:
            spoken = {spoken.language for spoken in asset.languages}
            good += [f"in-{code}" for code in self.spoken if code in spoken]
        return tuple(good)

    def hours(self, asset: Asset) -> tuple[str, ...]:
        """When it meets: 'tue-morning', or 'tue' where the time of day is not known."""
        return tuple(f"{DAYS[day]}-{part}" if part else DAYS[day] for day, part in sorted(slots(asset.when), key=str))


def _is_step_free(asset: Asset) -> bool:
    facts = (fact for venue in asset.venues.values() for fact in venue.access)
    return any(fact.feature == STEP_FREE and fact.state == "yes" for fact in facts)

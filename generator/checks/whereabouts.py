"""Places agree with each other: postcodes are there, points lie at them and in the area their record is listed under."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.catalogue import Catalogue
from generator.geo.slips import meant
from generator.geo.whereabouts import AREAS, Whereabouts, distance
from generator.issues import N_, Issue, Rule, Severity
from generator.kinds.asset import Asset
from generator.kinds.fields import Point
from generator.kinds.record import Record
from generator.kinds.rules import DID_YOU_MEAN
from generator.kinds.venue import Venue
from generator.kinds.vocabulary import Vocabulary
from generator.nearby import did_you_mean

FAR = 2.0
"""Kilometres from its postcode at which a point is at another place: a postcode is a few hundred metres wide in a town and
seldom more than 2 km in the hills."""

UNKNOWN_POSTCODE = Rule(
    "unknown-postcode",
    Severity.ERROR,
    N_("A venue's postcode is one there is."),
    N_("There is no postcode '{postcode}' in the areas of this site."),
    N_("Look it up, and leave it out where it is not sure: 'near' names the town."),
)
POINT_OFF = Rule(
    "point-off",
    Severity.ERROR,
    N_("A venue's point lies at its postcode."),
    N_("The point is {km} km away from the postcode {postcode}."),
    N_("Put one of the two right; the middle of the postcode is {point}."),
)
OUTSIDE_AREA = Rule(
    "outside-area",
    Severity.WARNING,
    N_("A venue lies in the area that its record is listed under."),
    N_("The postcode {postcode} is in '{there}', and the record is listed under '{here}'."),
    N_("Move the file to the folder '{there}', or put the postcode right."),
)
NOWHERE = Rule(
    "nowhere",
    Severity.WARNING,
    N_("A venue says where it is."),
    N_("The venue '{venue}' has no address, postcode, town or point."),
    N_("Say at least which town or village it is in, with 'near'; write 'mask: none' where nobody may know."),
)
UNKNOWN_SHELF = Rule(
    "unknown-shelf",
    Severity.ERROR,
    N_("The folders that records lie in are entries of their vocabulary."),
    N_("The folder '{folder}' is not an entry of '{vocabulary}'."),
    N_("Entries: {known}."),
)
NO_SHELF = N_("Records of this kind lie in folders, one for each area: move the file into one.")
UNKNOWN_AREA = Rule(
    "unknown-area",
    Severity.ERROR,
    N_("What a place lies within is an area."),
    N_("'{id}' is not an entry of '{vocabulary}'."),
    N_("Entries: {known}."),
)


def check(catalogue: Catalogue, today: date) -> Iterator[Issue]:
    whereabouts = Whereabouts(catalogue)
    for kind in catalogue.kinds.values():
        if kind.shelves:
            for record in catalogue.of(kind.folder).values():
                yield from _shelf(catalogue, record)
    for asset in catalogue.of(Asset.folder).values():
        if isinstance(asset, Asset):
            for key, venue in asset.venues.items():
                yield from _venue(whereabouts, asset, key, venue)
    for vocabulary in catalogue.of(Vocabulary.folder).values():
        if isinstance(vocabulary, Vocabulary):
            yield from _places(catalogue, vocabulary)


def _shelf(catalogue: Catalogue, record: Record) -> Iterator[Issue]:
    entries = catalogue.entries(record.shelves)
    if record.shelf not in entries:
        nearest = did_you_mean(record.shelf, entries)
        loose = record.shelf == record.folder
        yield UNKNOWN_SHELF.at(
            record.file,
            hint=NO_SHELF if loose else DID_YOU_MEAN if nearest else "",
            folder=record.shelf,
            vocabulary=record.shelves,
            nearest=nearest,
            known=", ".join(entries),
        )


def _venue(whereabouts: Whereabouts, asset: Asset, key: str, venue: Venue) -> Iterator[Issue]:
    path = ("venues", key)
    if venue.mask == "exact" and not (venue.address or venue.postcode or venue.near or venue.point):
        yield NOWHERE.at(asset.file, path, venue=key)
    if not venue.postcode or whereabouts.grid is None:
        return
    if whereabouts.grid.point(venue.postcode) is None:
        if _is_beyond(whereabouts, asset, venue.postcode):
            return
        yield _unknown(whereabouts, asset, key, venue)
        return
    middle = whereabouts.grid.exact(venue.postcode)
    if venue.point and middle and (km := distance(venue.point, middle)) > FAR:
        shown = f"{middle.lat}, {middle.lon}"
        yield POINT_OFF.at(asset.file, (*path, "point"), km=f"{km:.1f}", postcode=venue.postcode, point=shown)
    there = whereabouts.by_code.get(whereabouts.grid.authority(venue.postcode) or "", "")
    if there not in ("", asset.shelf) and middle and whereabouts.is_authority(asset.shelf):
        yield OUTSIDE_AREA.at(asset.file, (*path, "postcode"), postcode=venue.postcode, there=there, here=asset.shelf)


def _is_beyond(whereabouts: Whereabouts, asset: Asset, postcode: str) -> bool:
    """Whether a record is listed under what lies nowhere on our map, as 'elsewhere', and its postcode in no district here."""
    entry = whereabouts.areas.get(asset.shelf)
    nowhere = entry is not None and entry.place is None
    return nowhere and whereabouts.grid is not None and whereabouts.grid.point(postcode.partition(" ")[0]) is None


def _unknown(whereabouts: Whereabouts, asset: Asset, key: str, venue: Venue) -> Issue:
    assert whereabouts.grid and venue.postcode
    guesses = meant(whereabouts.grid, venue.postcode, _elsewhere(whereabouts, venue))
    return UNKNOWN_POSTCODE.at(
        asset.file,
        ("venues", key, "postcode"),
        hint=DID_YOU_MEAN if guesses else "",
        postcode=venue.postcode,
        nearest="' / '".join(guesses),
    )


def _elsewhere(whereabouts: Whereabouts, venue: Venue) -> Point | None:
    """Where a venue is by what else it says."""
    near = whereabouts.place(venue.near) if venue.near else None
    return venue.point or (near.place.point if near and near.place else None)


def _places(catalogue: Catalogue, vocabulary: Vocabulary) -> Iterator[Issue]:
    areas = catalogue.entries(AREAS)
    for id, entry in vocabulary.entries.items():
        for n, wider in enumerate(entry.place.within if entry.place else ()):
            if wider not in areas and ("vocabularies", AREAS) not in catalogue.faulty:
                nearest = did_you_mean(wider, areas)
                yield UNKNOWN_AREA.at(
                    vocabulary.file,
                    ("entries", id, "place", "within", n),
                    hint=DID_YOU_MEAN if nearest else "",
                    id=wider,
                    vocabulary=AREAS,
                    nearest=nearest,
                    known=", ".join(areas) or "–",
                )

"""The lists of others that a root takes in are where it says, and records say which of them they come from."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.catalogue import Catalogue
from generator.geo.whereabouts import AREAS
from generator.issues import N_, Issue, Path, Rule, Severity
from generator.kinds.asset import Asset
from generator.kinds.feed import Feed
from generator.kinds.fields import is_web
from generator.kinds.organisation import Organisation
from generator.loading import FEEDS_FILE

FEED_PLACE = Rule(
    "feed-place",
    Severity.ERROR,
    N_("What content/feeds.yml names is there."),
    N_("There is no '{name}' below content/."),
    N_("Write its way from content/ on, as feeds/list.csv, or a web address."),
)
FEED_AREA = Rule(
    "feed-area",
    Severity.ERROR,
    N_("The area of a feed is an entry of its vocabulary."),
    N_("There is no area '{id}'."),
    N_("Areas: {known}."),
)
FEED_LICENCE = Rule(
    "feed-licence",
    Severity.WARNING,
    N_("A feed names its licence: nobody may publish the lists of others without."),
    N_("Nobody has said under which licence '{id}' may be published."),
    N_("Ask those who keep it, and write it under 'licence'."),
)
UNKNOWN_FEED = Rule(
    "unknown-feed",
    Severity.WARNING,
    N_("A record comes from a list that content/feeds.yml names."),
    N_("content/feeds.yml names no list '{id}'."),
    N_("Name it there, with its licence; or take the entry out, where the record is kept by hand from now on."),
)


def check(catalogue: Catalogue, today: date) -> Iterator[Issue]:
    for id, feed in catalogue.feeds.items():
        yield from _feed(catalogue, id, feed)
    for folder in (Asset.folder, Organisation.folder):
        for record in catalogue.of(folder).values():
            if isinstance(record, Asset | Organisation):
                for number, one in enumerate(record.imported):
                    if one.feed not in catalogue.feeds:
                        yield UNKNOWN_FEED.at(record.file, ("imported", number, "feed"), id=one.feed)


def _feed(catalogue: Catalogue, id: str, feed: Feed) -> Iterator[Issue]:
    path: Path = ("feeds", id)
    named = {"from": feed.from_, "mapping": feed.mapping, **{f"also {code}": file for code, file in feed.also.items()}}
    for field, file in named.items():
        if file and not is_web(file) and not (catalogue.root / "content" / file).exists():
            yield FEED_PLACE.at(FEEDS_FILE, (*path, *field.split()), name=file)
    areas = catalogue.entries(AREAS)
    if feed.area and areas and feed.area not in areas:
        yield FEED_AREA.at(FEEDS_FILE, (*path, "area"), id=feed.area, known=", ".join(areas))
    if not feed.named:
        yield FEED_LICENCE.at(FEEDS_FILE, path, id=id)

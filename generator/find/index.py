"""The files of the directory's finder.

    find/index.json           where every asset is, and how fresh what is known of it: all that finding near a place takes, in
                              no language
    find/traits.json          what every asset has: what the filters and their numbers take, once the first results stand
    find/ids.json             their ids, for lists of a reader's own
    find/<lang>/rows-<i>.json of BLOCK assets each: its id, what a result shows, as HTML, and where to go, as text
    find/<lang>/ask-<area>.json  whom to ask there, as HTML
    find/<lang>/order.json    their numbers in the alphabetical order of the language, -1 for what has closed: in the main
                              language also the order in which the search numbers them
    find/<lang>/texts.json    what the browser says

An asset has one number everywhere: its place in `Directory.assets`, in which neighbours on the map stand together, so that
the results near one place come from few files.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from generator.directory import Directory, activities, newest
from generator.find.packing import gaps, packed, turns
from generator.find.texts import texts
from generator.geo.whereabouts import Spot
from generator.kinds.asset import Asset
from generator.traits import FACETS
from generator.wording import Wording

T = TypeVar("T")

BLOCK = 32
FIRST_YEAR = 2020
"""Months are counted from here; whatever is older counts as just before it."""
STEPS = 8648
"""Steps from one end of where assets are to the other, north and east: some 40 m each in a country of our size."""

Shown = Callable[[T, str], str]
"""HTML of something in a language; addresses in it are from the site's root."""


def files(
    directory: Directory, wordings: Mapping[str, Wording], card: Shown[Asset], ask: Shown[str]
) -> Iterator[tuple[str, str]]:
    """All of them, with their paths from the root of the site; none where there is nothing to find. `card` shows an asset,
    `ask` whom to ask in an area."""
    if not directory.assets:
        return
    yield "find/index.json", _json(_index(directory))
    yield "find/traits.json", _json(_traits(directory))
    yield "find/ids.json", _json([asset.id for asset in directory.assets])
    for code, wording in wordings.items():
        for start in range(0, len(directory.assets), BLOCK):
            rows = [
                [asset.id, card(asset, code), _address(directory, asset, code)]
                for asset in directory.assets[start : start + BLOCK]
            ]
            yield f"find/{code}/rows-{start // BLOCK}.json", _json(rows)
        for area in directory.areas:
            yield f"find/{code}/ask-{area}.json", _json([ask(area, code)])
        yield f"find/{code}/order.json", _json(_order(directory, code))
        yield (
            f"find/{code}/texts.json",
            _json({**texts(wording, postcodes=bool(directory.catalogue.site.postcodes)), "block": BLOCK}),
        )


def _index(directory: Directory) -> Mapping[str, Any]:
    assets = directory.assets
    areas = {id: n for n, id in enumerate(directory.areas)}
    return {
        "block": BLOCK,
        "n": len(assets),
        "main": directory.catalogue.main,
        "areas": list(areas),
        "everywhere": [areas[id] for id in directory.everywhere],
        "area": packed(areas[asset.shelf] for asset in assets),
        **_places(directory),
        "rough": gaps(n for n, asset in enumerate(assets) if _is_rough(directory.spots[asset.id])),
        "months": packed(_month(newest(asset)) for asset in assets),
        "first": FIRST_YEAR,
        "checked": gaps(n for n, asset in enumerate(assets) if asset.checked),
        "paused": gaps(n for n, asset in enumerate(assets) if asset.state.now == "paused"),
    }


def _places(directory: Directory) -> Mapping[str, Any]:
    """`box`: the corner furthest south and west, and the size of a step north and east in degrees. `places`: how many each
    asset has; `north` and `east`: where these are, asset by asset."""
    spots = [directory.spots[asset.id] for asset in directory.assets]
    lats = [spot.lat for held in spots for spot in held] or [0.0]
    lons = [spot.lon for held in spots for spot in held] or [0.0]
    south, west = min(lats), min(lons)
    north, east = (max(most - least, 1e-6) / STEPS for most, least in ((max(lats), south), (max(lons), west)))
    return {
        "box": [round(number, 9) for number in (south, west, north, east)],
        "places": packed(len(held) for held in spots),
        "north": turns(round((lat - south) / north) for lat in lats),
        "east": turns(round((lon - west) / east) for lon in lons),
    }


def _address(directory: Directory, asset: Asset, code: str) -> str:
    """Where to go, in one line, for who carries a list along; nothing of what is masked."""
    lines = []
    for venue in asset.venues.values():
        if venue.mask == "exact" and (venue.address or venue.postcode):
            name = directory.catalogue.said(venue.name, code).text if venue.name else ""
            lines.append(", ".join(part for part in (name, venue.address, venue.postcode) if part))
    return "; ".join(lines)


def _is_rough(spots: Sequence[Spot]) -> bool:
    """Whether nothing nearer is shown of where an asset is than its town."""
    return bool(spots) and all(spot.precision == "place" for spot in spots)


def _month(dated: str) -> int:
    """Months from the first year to a date that may lack day and month (the middle of its year then); 0 for what is older
    or not known."""
    if not dated:
        return 0
    year, *rest = (int(part) for part in dated.split("-"))
    return max((year - FIRST_YEAR) * 12 + (rest[0] if rest else 6), 0)


def _traits(directory: Directory) -> Mapping[str, Any]:
    """`traits`, by facet, and `hours`: which assets have each; `entries`: the vocabularies that the search knows by number."""
    of = [directory.traits.of(asset) for asset in directory.assets]
    return {
        "entries": {"needs": directory.catalogue.entries("needs"), "activities": activities(directory.catalogue)},
        "traits": {facet.id: _postings((n, traits[facet.id]) for n, traits in enumerate(of)) for facet in FACETS},
        "hours": _postings((n, directory.traits.hours(asset)) for n, asset in enumerate(directory.assets)),
    }


def _postings(held: Any) -> Mapping[str, str]:
    """The numbers of the assets that have each id."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for n, ids in held:
        for id in ids:
            found[id].append(n)
    return {id: gaps(found[id]) for id in sorted(found)}


def _order(directory: Directory, code: str) -> list[int]:
    return [directory.numbers.get(record.id, -1) for record in directory.catalogue.ordered(Asset.folder, code)]


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

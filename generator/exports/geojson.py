"""Points of groups on the map: of each venue that shows where it is. RFC 7946."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import orjson

from generator.directory import newest
from generator.exports.laying import Laying
from generator.geo.whereabouts import Spot
from generator.hours.osm import osm
from generator.hours.rule import start_of
from generator.kinds.asset import Asset
from generator.kinds.organisation import Organisation
from generator.referral.words_out import Words


class Points:
    """A file in each language, a feature a venue. `base` is the site's own address."""

    def __init__(self, laying: Laying, names: Mapping[str, Words], base: str) -> None:
        """`names` are the files, each with its words."""
        self._files = [(laying.begin(name), words) for name, words in names.items()]
        self._base, self._first = base, True
        for file, _ in self._files:
            file.write(b'{"type":"FeatureCollection","features":[')

    def add(self, asset: Asset, tree: Mapping[str, Any], spots: Sequence[Spot]) -> None:
        """Take a group; `tree` holds what of it may leave."""
        venues = tree.get("venues", {})
        near = [
            spot for spot in spots if spot.precision != "place" and "mask" not in venues.get(spot.venue, {"mask": ""})
        ]
        if not near:
            return
        facts, hours = _facts(asset, tree), ""
        for file, words in self._files:
            hours = hours if hours and '"' not in hours else _hours(asset, words)  # words stand in quotes alone
            shared = self._said(asset, tree, words) | ({"opening_hours": hours} if hours else {}) | facts
            for spot in near:
                feature = {
                    "type": "Feature",
                    "id": f"{asset.id}/{spot.venue}",
                    "geometry": {"type": "Point", "coordinates": [round(spot.lon, 6), round(spot.lat, 6)]},
                    "properties": {**shared, **_place(venues[spot.venue], words), "precision": spot.precision},
                }
                file.write((b"\n" if self._first else b",\n") + orjson.dumps(feature))
        self._first = False

    def close(self) -> None:
        """Write what closes the files."""
        for file, _ in self._files:
            file.write(b"\n]}\n")

    def _said(self, asset: Asset, tree: Mapping[str, Any], words: Words) -> dict[str, Any]:
        """What is put in words."""
        catalogue = words.catalogue
        body = catalogue.of(Organisation.folder).get(asset.organisation or "")
        found = {
            "name": words.said(tree["name"]),
            "summary": words.said(tree.get("summary", {})),
            "operator": catalogue.title(body, words.lang).text if body else "",
            "activities": [words.name("activities", id) for id in asset.activities],
            "needs": [words.name("needs", id) for id in asset.needs],
            "cost": words.name("costs", asset.cost.kind) if asset.cost else "",
            "website": catalogue.said(tree.get("contact", {}).get("web", {}), words.lang).text,
            "page": self._base + catalogue.address(asset, words.lang),
        }
        return {name: value for name, value in found.items() if value}


def _facts(asset: Asset, tree: Mapping[str, Any]) -> dict[str, str]:
    """What is the same in every language."""
    contact = tree.get("contact", {})
    phones = contact.get("phones")
    found = {
        "state": asset.state.now,
        "phone": phones[0]["number"] if phones else "",
        "email": contact.get("email", ""),
        "checked": tree["checked"]["on"] if "checked" in tree else "",
    }
    return {name: value for name, value in found.items() if value}


def _hours(asset: Asset, words: Words) -> str:
    """When it meets, as OpenStreetMap's key of that name has it; nothing while it is paused or once it has closed."""
    if asset.state.now != "open" or not asset.when:
        return ""
    return osm(asset.when, words.wording, start_of(newest(asset)))


def _place(venue: Mapping[str, Any], words: Words) -> dict[str, str]:
    found = {
        "venue": words.said(venue.get("name", {})),
        "address": venue.get("address", ""),
        "town": words.name("places", venue["near"]) if "near" in venue else "",
        "postcode": venue.get("postcode", ""),
    }
    return {name: value for name, value in found.items() if value}

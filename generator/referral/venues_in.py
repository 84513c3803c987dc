"""Services at locations as our venues, with what is known of access to them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from generator.languages import slug
from generator.referral import cells, names
from generator.referral.dirt import BAD_POINT
from generator.referral.labels_in import said_by
from generator.referral.reading import Node

_KINDS = ("physical", "postal", "virtual")
_NOT = re.compile(r"(?:no|not|without|none)\b[: -]*|\b(?:none|not available|unavailable)$", re.IGNORECASE)


def places(service: Node) -> tuple[dict[str, Any], dict[int, str], bool]:
    """The venues by their keys, the keys by the service at a location (by `id()`), and whether one is no place at all."""
    found: dict[str, Any] = {}
    keys: dict[int, str] = {}
    online = False
    held = list(service.nodes("service_at_locations"))
    there = [(at, location) for at in held if (location := at.node("location")) and not _is_virtual(location)]
    online = any(_is_virtual(location) for at in held if (location := at.node("location")))
    for at, location in there:
        venue = _venue(at, location)
        key = _key(said_by(at, names.VENUE), location, len(there), found)
        if venue or key:
            keys[id(at.value)] = key = key or _free("main", found)
            found[key] = venue
    return found, keys, online


def _is_virtual(location: Node) -> bool:
    kind = str(location.value.get("location_type") or "").strip().lower()
    if kind in _KINDS:
        location.take("location_type")
    return kind == "virtual"


def _key(said: str, location: Node, of: int, taken: Mapping[str, Any]) -> str:
    if said and slug(said) == said:
        return _free(said, taken)
    if of == 1:
        return "main"
    address = next(location.nodes("addresses"), None)
    name = str(location.value.get("name") or (address.value.get("city") if address else "") or "")
    return _free(slug(name)[:40].strip("-") or "venue", taken)


def _free(key: str, taken: Mapping[str, Any]) -> str:
    number = 1
    while (found := key if number == 1 else f"{key}-{number}") in taken:
        number += 1
    return found


def _venue(at: Node, location: Node) -> dict[str, Any]:
    lang = at.row.lang
    venue: dict[str, Any] = {}
    if name := location.line("name") or location.line("alternate_name"):
        venue["name"] = {lang: name}
    if address := _address(location):
        venue.update(address)
    if point := _point(location):
        venue["point"] = point
    if location.value.get("mask_exact_address") is True:
        location.take("mask_exact_address")
        venue["mask"] = "area"
    if access := _access(location):
        venue["access"] = access
    if note := location.prose("description") or at.prose("description"):
        venue["note"] = {lang: note}
    return venue


def _address(location: Node) -> dict[str, Any]:
    """The first address that one can go to, else the first."""
    held = list(location.nodes("addresses"))
    went = [one for one in held if str(one.value.get("address_type") or "physical").strip().lower() == "physical"]
    if not held:
        return {}
    one = (went or held)[0]
    one.take("address_type")
    return _where(one)


_LINES = ("address_1", "address_2", "address_3", "address_4", "city")


def _where(one: Node) -> dict[str, Any]:
    words, venue, text = one.row.words, dict[str, Any](), ""
    for key in _LINES[:1] if one.row.ours else _LINES:
        part = one.line(key).strip(" ,")
        if part and set(part) == {"*"}:
            part = ""
        if part and not text.lower().endswith(part.lower()):
            text = f"{text}, {part}" if text else part
    if text:
        venue["address"] = text[:300]
    if postcode := one.cell("postal_code", cells.postcode):
        venue["postcode"] = postcode
    if near := words.find("places", str(one.value.get("city") or "")):
        venue["near"] = near
    for key in ("region", "state_province"):
        if words.area(str(one.value.get(key) or "")):
            one.take(key)
    if str(one.value.get("country") or "").strip().upper() in _names_of(words.country):
        one.take("country")
    return venue


def _names_of(country: str) -> tuple[str, ...]:
    return (country, *_COUNTRIES.get(country, ())) if country else ()


_COUNTRIES = {"GB": ("UK", "GBR", "UNITED KINGDOM", "GREAT BRITAIN")}
"""What a country is called beside its code."""


def _point(location: Node) -> str:
    lat, lon = location.cell("latitude", cells.decimal), location.cell("longitude", cells.decimal)
    if not lat or not lon:
        location.keep("latitude")
        location.keep("longitude")
        return ""
    north, east = round(float(lat), 6), round(float(lon), 6)
    if abs(north) > 90 or abs(east) > 180 or not (north or east):
        location.keep("latitude")
        location.keep("longitude")
        location.row.find(location.at("latitude"), BAD_POINT, value=f"{lat}, {lon}")
        return ""
    return f"{_degrees(north)}, {_degrees(east)}"


def _degrees(value: float) -> str:
    text = f"{value:.6f}".rstrip("0")
    return f"{text}0" if text.endswith(".") else text


def _access(location: Node) -> list[dict[str, Any]]:
    """What is said of access, where an entry of our vocabulary is called so; anything longer stays unread."""
    found: dict[str, dict[str, Any]] = {}
    for one in location.nodes("accessibility"):
        said = str(one.value.get("description") or one.value.get("accessibility") or "").strip()
        bare = _NOT.sub("", said).strip()
        feature = location.row.words.find("access", bare)
        if not feature or feature in found:
            continue
        for key in ("description", "accessibility"):
            one.take(key)
        found[feature] = {"feature": feature, "state": "yes" if bare == said else "no"}
        if detail := one.prose("details"):
            found[feature]["detail"] = {location.row.lang: detail}
    return list(found.values())

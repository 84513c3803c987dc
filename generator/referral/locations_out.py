"""The venues of an asset as services at locations, with what may be shown of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from generator.issues import N_
from generator.kinds.asset import Asset
from generator.referral.attributes_out import Told, told_text
from generator.referral.names import VENUE, Ids
from generator.referral.words_out import Words

ANSWERS: Mapping[str, str] = {"yes": N_("yes"), "no": N_("no")}
_ONLINE = N_("Online")


def at_locations(
    asset: Asset, tree: Mapping[str, Any], ids: Ids, words: Words, told: Told
) -> list[tuple[dict[str, Any], str | None]]:
    """Each service at a location, with the key of its venue (None for online). Nothing of a place that hides itself."""
    made: list[tuple[dict[str, Any], str | None]] = []
    for key, venue in tree.get("venues", {}).items():
        if venue.get("mask") != "none":
            location = _location(asset, key, venue, ids, words, told)
            made.append((_at(ids, key, location), key))
    remote = tree.get("remote", {})
    if remote.get("online") is True:
        location = {"id": ids["location"], "location_type": "virtual", "name": words.wording.plain(_ONLINE)}
        if how := words.said(remote.get("how", {})):
            location["description"] = how
        made.append((_at(ids, "", location), None))
    return made


def _at(ids: Ids, key: str, location: Mapping[str, Any]) -> dict[str, Any]:
    made: dict[str, Any] = {"id": ids[f"at/{key}"], "location": location}
    if key:
        made["attributes"] = [
            {"id": ids[f"venue/{key}"], "link_type": "service_at_location", "label": VENUE, "value": key}
        ]
    return made


def _location(asset: Asset, key: str, venue: Mapping[str, Any], ids: Ids, words: Words, told: Told) -> dict[str, Any]:
    made: dict[str, Any] = {"id": ids[f"location/{key}"], "location_type": "physical"}
    town = words.name("places", venue["near"]) if "near" in venue else ""
    if names := venue.get("name"):
        made["name"] = told_text(names, ("venues", key, "name"), words, told) or words.said(names)
    elif name := venue.get("address", "") or town:
        made["name"] = name
    if note := told_text(venue.get("note"), ("venues", key, "note"), words, told):
        made["description"] = note
    if "point" in venue:
        lat, _, lon = venue["point"].partition(", ")
        made["latitude"], made["longitude"] = float(lat), float(lon)
        told.add(("venues", key, "point"))
    if "address" in venue or "postcode" in venue:
        made["addresses"] = [_address(asset, ids[f"address/{key}"], venue, town, words)]
        told.add(("venues", key, "address"))
        told.add(("venues", key, "postcode"))
    if access := venue.get("access"):
        made["accessibility"] = _accessibility(key, access, ids, words)
    return made


def _address(asset: Asset, id: str, venue: Mapping[str, Any], town: str, words: Words) -> dict[str, str]:
    """An address as its tables have it, "" for what nobody knows and they insist on."""
    return {
        "id": id,
        "address_1": venue.get("address", ""),
        "city": town or venue.get("address", "").rpartition(", ")[2],
        "state_province": words.area(asset),
        "postal_code": venue.get("postcode", ""),
        "country": words.country,
        "address_type": "physical",
    }


def _accessibility(key: str, access: Sequence[Mapping[str, Any]], ids: Ids, words: Words) -> list[dict[str, str]]:
    made = []
    for place, fact in enumerate(access):
        answer = ANSWERS.get(fact["state"])
        if not answer:
            continue
        name = words.name("access", fact["feature"])  # accessibility: as ORUK calls it
        one = {
            "id": ids[f"access/{key}/{place}"],
            "description": f"{name}: {words.wording.plain(answer)}",
            "accessibility": name,
        }
        if "detail" in fact:
            one["details"] = words.said(fact["detail"])
        made.append(one)
    return made

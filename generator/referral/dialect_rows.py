"""What single rows of dialects need to be rows of HSDS 3.1. Each changes the row it is given, and leaves what it does not
know."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, TypeAlias

from generator.referral.names import DAY_CODES

Json: TypeAlias = dict[str, Any]

NAMED: Mapping[str, str] = {
    "languages": "name",
    "accessibility": "description",
    "funding": "source",
    "service_areas": "name",
    "required_documents": "document",
    "attributes": "name",
}
"""Lists that dialects write as one text with commas, or as texts: the field of their entries that a text is."""

_FLAT = (
    "address_1",
    "address_2",
    "address_3",
    "address_4",
    "city",
    "region",
    "state_province",
    "postal_code",
    "country",
)
_LINES = {
    **{f"{name}{n}": f"address_{n}" for n in "1234" for name in ("address", "address_line", "address_line_")},
    "street_address": "address_1",
    "locality": "city",
    "town": "city",
    "county": "state_province",
    "postcode": "postal_code",
    "post_code": "postal_code",
}
"""Fields of an address as dialects call them -> as HSDS does."""
_TRUTHS = {**dict.fromkeys(("true", "t", "1", "yes"), True), **dict.fromkeys(("false", "f", "0", "no"), False)}
_OLD_NAMES = {"url": "website"}
_VOCABULARIES = {"suitabilities", "send_needs", "keywords"}
_NOTHING: tuple[Any, ...] = (None, "", [], {})


def as_list(value: Any) -> list[Any]:
    """A list as it is, a text with commas as its parts, anything else alone."""
    if isinstance(value, list):
        return value
    if isinstance(value, str):
        return [part.strip() for part in value.split(",") if part.strip()]
    return [] if value is None else [value]


def term(entry: Json, key: str) -> Json:
    """A word of a taxonomy, however it is written, as an attribute with a term."""
    if "taxonomy_term" in entry:
        return entry
    held = entry.get("taxonomy")
    inner = held if isinstance(held, dict) else entry
    made: Json = {name: inner[name] for name in ("id", "name", "description", "parent_id") if inner.get(name)}
    if code := inner.get("slug") or inner.get("code"):
        made["code"] = code
    if vocabulary := inner.get("vocabulary") or (key if key in _VOCABULARIES else ""):
        made["taxonomy"] = vocabulary
    if inner is entry and "taxonomy_id" in entry:
        made = {**made, "id": entry["taxonomy_id"]}
    known = {"id", "name", "description", "parent_id", "slug", "code", "vocabulary"}
    rest = {name: value for name, value in inner.items() if name not in known and name != "taxonomy"}
    outer = {name: value for name, value in entry.items() if name != "taxonomy"} if inner is not entry else {}
    return {
        **outer,
        "taxonomy_term": {**made, **(rest if inner is not entry else {})},
        **(rest if inner is entry else {}),
    }


def service(row: Json) -> None:
    _locations(row)
    _numbers(row)
    _access(row)
    _schedules(row)
    _eligibility(row)
    for old, new in (("website", "url"), ("eligibility", "eligibility_description")):
        if isinstance(row.get(old), str) and row.get(new) in _NOTHING:
            row[new] = row.pop(old)
    if row.get("free") is True and not row.get("cost_options"):
        row["cost_options"] = [{"option": "Free", "amount": 0}]
        del row["free"]
    if isinstance(row.get("links"), list) and not row.get("additional_urls"):
        row["additional_urls"] = row.pop("links")


def _locations(row: Json) -> None:
    """Places of a service as services at locations: each with the one that names it, if any does."""
    if not isinstance(row.get("locations"), list):
        return
    ats = [at for at in row.get("service_at_locations") or [] if isinstance(at, dict)]
    for place in row.pop("locations"):
        known = next((at for at in ats if isinstance(place, dict) and _same(at, place)), None)
        if known is None:
            ats.append({"location": place})
        else:
            known.setdefault("location", place)
    row["service_at_locations"] = ats


def _access(row: Json) -> None:
    """What is said of access at a service itself, to the one place it has."""
    ats = [at for at in row.get("service_at_locations") or [] if isinstance(at, dict)]
    place = ats[0].get("location") if len(ats) == 1 else None
    if isinstance(place, dict) and isinstance(row.get("accessibility"), list) and not place.get("accessibility"):
        place["accessibility"] = row.pop("accessibility")


def _same(at: Json, place: Json) -> bool:
    held = at.get("location")
    own = held.get("id") if isinstance(held, dict) else at.get("location_id")
    return own is not None and own == place.get("id")


def _schedules(row: Json) -> None:
    """Schedules that say themselves at which place they are."""
    ats = {str(at.get("id")) for at in row.get("service_at_locations") or [] if isinstance(at, dict)}
    for one in row.get("schedules") or []:
        held = one.get("service_at_locations") if isinstance(one, dict) else None
        if isinstance(held, list) and len(held) == 1 and isinstance(held[0], dict) and str(held[0].get("id")) in ats:
            one["service_at_location_id"] = held[0]["id"]
            del one["service_at_locations"]


def _eligibility(row: Json) -> None:
    """The ages of those who may come; of several groups the youngest and the oldest."""
    held = [one for one in row.get("eligibilities") or [] if isinstance(one, dict)]
    for key, choose in (("minimum_age", min), ("maximum_age", max)):
        said = [one[key] for one in held if one.get(key) not in _NOTHING]
        if said and len(said) == len(held) and row.get(key) in _NOTHING:
            try:
                row[key] = choose(said, key=float)
            except (TypeError, ValueError):
                continue
            if len(held) == 1:
                del held[0][key]
    if (
        len(held) == 1
        and row.get("eligibility_description") in _NOTHING
        and isinstance(held[0].get("eligibility"), str)
    ):
        row["eligibility_description"] = held[0].pop("eligibility")
    if len(held) == 1 and not any(value not in _NOTHING for key, value in held[0].items() if not key.endswith("id")):
        row.pop("eligibilities", None)


def _numbers(row: Json) -> None:
    """A number that stands at a service, body, place or person itself as one of its numbers."""
    for key in ("phone", "telephone", "text_phone"):
        number = row.get(key)
        if isinstance(number, str | int) and not isinstance(number, bool) and number != "":
            held = row.get("phones") or []
            if isinstance(held, list) and not any(
                isinstance(one, dict) and one.get("number") == number for one in held
            ):
                row["phones"] = [*held, {"number": number, **({"type": "text"} if key == "text_phone" else {})}]
                del row[key]


def organization(row: Json) -> None:
    _numbers(row)
    for old, new in _OLD_NAMES.items():
        if row.get(old) not in _NOTHING and row.get(new) in _NOTHING:
            row[new] = row.pop(old)


def address(row: Json) -> None:
    for old, new in _LINES.items():
        if row.get(old) not in _NOTHING and row.get(new) in _NOTHING:
            row[new] = row.pop(old)


def area(row: Json) -> None:
    if row.get("name") in _NOTHING and row.get("service_area_name"):
        row["name"] = row.pop("service_area_name")


def location(row: Json) -> None:
    _numbers(row)
    if not row.get("addresses"):
        address(row)
    flat = {key: row[key] for key in _FLAT if row.get(key) not in _NOTHING}
    if flat and not row.get("addresses"):
        row["addresses"] = [{**flat, "address_type": "physical"}]
        for key in _FLAT:
            row.pop(key, None)
    geometry = row.get("geometry")
    if isinstance(geometry, dict) and geometry.get("type") == "Point" and row.get("latitude") in _NOTHING:
        point = geometry.get("coordinates")
        if isinstance(point, list) and len(point) >= 2:
            row["longitude"], row["latitude"] = point[:2]
            del row["geometry"]
    for old, new in (("lat", "latitude"), ("lng", "longitude"), ("lon", "longitude"), ("website", "url")):
        if row.get(old) not in _NOTHING and row.get(new) in _NOTHING:
            row[new] = row.pop(old)
    said = _TRUTHS.get(str(row.get("virtual")).strip().lower())
    if said is not None and "location_type" not in row:
        row["location_type"] = "virtual" if said else "physical"
        del row["virtual"]


def schedule(row: Json) -> None:
    """A day of the week by its name as a rule of one."""
    for old, new in (("by_day", "byday"), ("by_month_day", "bymonthday"), ("dt_start", "dtstart")):
        if row.get(old) not in _NOTHING and row.get(new) in _NOTHING:
            row[new] = row.pop(old)
    said = row.get("weekday")
    if said in _NOTHING or row.get("byday") not in _NOTHING:
        return
    codes = list(DAY_CODES.values())
    text = str(said).strip()
    code = codes[int(text) - 1] if text in "1234567" and len(text) == 1 else text[:2].upper()
    if code in codes and (len(text) <= 2 or re.fullmatch("[A-Za-z]+", text)):
        del row["weekday"]
        row["byday"] = code
        if row.get("freq") in _NOTHING:
            row["freq"] = "WEEKLY"


def contact(row: Json) -> None:
    _numbers(row)


def phone(row: Json) -> None:
    said = row.get("language")
    if isinstance(said, str) and said and not row.get("languages"):
        row["languages"] = [{"name": part} for part in as_list(said)]
        del row["language"]

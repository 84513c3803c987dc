"""Entries of a directory of LocalGov Drupal as documents of Open Referral: nodes as its default content writes them, each field
a list of values."""

from __future__ import annotations

from typing import Any, TypeAlias

Json: TypeAlias = dict[str, Any]

_LISTED = ("venue", "page", "org", "organisation", "service", "entry")
"""Ends of the names of bundles that are entries of a directory; others are how it is divided."""
_FIELDS = {
    "localgov_directory_email": "email",
    "localgov_directory_website": "url",
    "localgov_directory_notes": "alert",
}
_TAKEN = frozenset(
    "title body localgov_directory_phone localgov_directory_address localgov_directory_opening_times "
    "localgov_directory_name localgov_directory_job_title".split()
)
_INSIDE = ("value", "uri", "url", "target_id", "entity")


def is_node(row: Any) -> bool:
    """Whether a row is a node or another entity of Drupal."""
    if not isinstance(row, dict):
        return False
    meta = row.get("_meta")
    if isinstance(meta, dict) and "entity_type" in meta:
        return True
    return isinstance(row.get("title"), list | str) and any(str(key).startswith("localgov_") for key in row)


def table(row: Json) -> str:
    """ "service" for an entry of a directory; "" for anything else that Drupal holds."""
    bundle = _bundle(row)
    entry = "director" in bundle and bundle.rpartition("_")[2].removesuffix("s") in _LISTED
    fields = _fields(row)
    return "service" if entry or (not bundle and "title" in fields) else "taxonomy_term" if "facet" in bundle else ""


def service(row: Json) -> Json:
    """A node as a service; whatever has no place in one stays under its own name."""
    meta = row.get("_meta") if isinstance(row.get("_meta"), dict) else {}
    fields = _fields(row)
    made: Json = {
        "id": _one(meta.get("uuid") if meta else None)
        or _one(fields.get("uuid"))
        or _one(fields.get("nid"))
        or _one(fields.get("id"))
    }
    if made["id"] in (None, ""):
        del made["id"]
    made["name"] = _one(fields.get("title"))
    if "status" in fields:
        made["status"] = "active" if str(_one(fields["status"])).lower() in ("true", "1") else "inactive"
    made |= _text(fields)
    for name, target in _FIELDS.items():
        if (value := _one(fields.get(name))) not in (None, ""):
            made[target] = value
    if number := _one(fields.get("localgov_directory_phone")):
        made["phones"] = [{"number": number}]
    if times := _one(fields.get("localgov_directory_opening_times")):
        made["schedules"] = [{"description": times}]
    if address := _address(fields.get("localgov_directory_address")):
        made["service_at_locations"] = [{"location": {"location_type": "physical", "addresses": [address]}}]
    known = {*_TAKEN, *_FIELDS, "status", "uuid"}
    made |= {name: _plain(value) for name, value in fields.items() if name not in known}
    return made


def _bundle(row: Json) -> str:
    meta = row.get("_meta")
    said = meta.get("bundle") if isinstance(meta, dict) else _one(row.get("type"))
    return str(said or "")


def _fields(row: Json) -> Json:
    held = row.get("default")
    return held if isinstance(held, dict) else {key: value for key, value in row.items() if key != "_meta"}


def _text(fields: Json) -> Json:
    """The text of a page: the longer of its body and its summary is its description."""
    held = fields.get("body")
    first = held[0] if isinstance(held, list) and held else held
    if not isinstance(first, dict):
        return {"description": first} if first else {}
    texts = [str(first.get(key) or "") for key in ("value", "summary")]
    found = {"description": texts[0] or texts[1]}
    return {**found, "summary": texts[1]} if all(texts) else found


def _address(value: Any) -> Json:
    first = value[0] if isinstance(value, list) and value else value
    if not isinstance(first, dict):
        return {}
    names = {
        "address_line1": "address_1",
        "address_line2": "address_2",
        "locality": "city",
        "administrative_area": "state_province",
        "postal_code": "postal_code",
        "country_code": "country",
    }
    return {str(names.get(key, key)): held for key, held in first.items() if held not in (None, "")}


def _one(value: Any) -> Any:
    """The first value of a field."""
    first = value[0] if isinstance(value, list) and value else None if isinstance(value, list) else value
    if isinstance(first, dict):
        return next((first[key] for key in _INSIDE if key in first), None)
    return first


def _plain(value: Any) -> Any:
    """The values of a field without their wrapping: one alone, several as a list."""
    if not isinstance(value, list):
        return value
    values = [
        _one([entry]) if isinstance(entry, dict) and set(entry) <= {*_INSIDE, "format"} else entry for entry in value
    ]
    return values[0] if len(values) == 1 else values

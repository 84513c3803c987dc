"""What a document of Open Referral is: a service, an organisation, a place, a word; or what holds several of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

_LISTS = (
    "contents",
    "content",
    "services",
    "organizations",
    "service_at_locations",
    "data",
    "items",
    "results",
    "records",
    "nodes",
)
"""Keys under which a document that is no row itself holds its rows."""
_WRAPPING = frozenset(("contents", "content", "data", "items", "results", "records"))
"""Those of them that no row has: whoever has one holds rows, whatever it is called itself."""
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_PAGE = frozenset(
    ("total_items", "totalElements", "total_pages", "totalPages", "page_number", "number", "empty", "first", "last")
)
_OF_BODY = frozenset(
    "organization_identifiers website additional_websites tax_status tax_id legal_status year_incorporated logo "
    "parent_organization_id programs".split()
)
_OF_PLACE = frozenset(
    "location_type latitude longitude addresses physical_addresses accessibility geometry transportation".split()
)
_OF_WORD = frozenset("taxonomy taxonomy_id term_uri parent_id taxonomy_detail".split())
_OF_SERVICE = frozenset(
    "status organization organisation organization_id service_at_locations schedules regular_schedules cost_options "
    "service_areas eligibilitys eligibilities fees minimum_age min_age application_process service_taxonomys locations".split()
)


_OF_WHOM = frozenset(("organization", "organisation", "organization_id"))


def rows(where: str, document: Any) -> Iterator[tuple[str, Any]]:
    """The rows that a document holds; itself, where it is one."""
    held = _listed(document) if isinstance(document, dict) else None
    if held is None:
        yield where, document
        return
    for label, row in held:
        yield f"{where}.{label}" if where else label, row


def plain(row: Any) -> Any:
    """A row without what its API wraps it in: the parts of JSON:API as one, names as the standard writes them (minimum_age for
    minimumAge and MinimumAge)."""
    if not isinstance(row, dict):
        return row
    held = row.get("attributes")
    if isinstance(held, dict) and "type" in row:
        row = {**held, **{key: value for key, value in row.items() if key != "attributes"}}
    return _snaked(row) if any(map(_is_humped, row)) else row


def _is_humped(key: str) -> bool:
    return key[:1].isupper() or _HUMP.search(key) is not None


def _snaked(value: Any) -> Any:
    if isinstance(value, dict):
        named = ((_HUMP.sub("_", key).lower() if _is_humped(key) else key, held) for key, held in value.items())
        return {key: _snaked(held) for key, held in named}
    return [_snaked(entry) for entry in value] if isinstance(value, list) else value


def listed(document: Mapping[str, Any]) -> tuple[str, list[Any]] | None:
    """The key under which a document holds rows, and these; None where it is a row itself, or holds none."""
    named = "id" in document or "name" in document
    keys = {key.lower(): key for key in document}
    for known in _LISTS:
        held = document.get(keys.get(known, known))
        if isinstance(held, dict) and held and not named and all(isinstance(row, dict) for row in held.values()):
            held = list(held.values())
        if isinstance(held, list) and (not named or _wraps(known, held, document)):
            return keys[known], held
    return None


def _wraps(key: str, held: list[Any], document: Mapping[str, Any]) -> bool:
    """Whether what has a name of its own is no row: its services say themselves who runs them, or no row has such a list."""
    rows = [row for row in held if isinstance(row, dict)]
    if not rows or document.keys() & (_OF_SERVICE | _OF_BODY):
        return False
    return key in _WRAPPING or (key == "services" and all(row.keys() & _OF_WHOM for row in rows))


def _listed(document: Mapping[str, Any]) -> list[tuple[str, Any]] | None:
    if isinstance(inner := document.get("_embedded"), dict):  # HAL
        return _listed(inner)
    if found := listed(document):
        key, held = found
        return [(f"{key}[{number}]", row) for number, row in enumerate(held)]
    if "id" in document or "name" in document:
        return None
    if document and not _PAGE & document.keys() and all(isinstance(held, dict) for held in document.values()):
        return list(document.items())
    return None


def _is_of_body(row: Mapping[str, Any]) -> bool:
    """Whether the attributes of a row say that they are of an organisation."""
    held = row.get("attributes")
    first = held[0] if isinstance(held, list) and held else None
    return isinstance(first, dict) and "organization" in (first.get("link_type"), first.get("link_entity"))


def table_of(row: Any, expected: str = "") -> str:
    """The table that a row is one of, by its fields; "" where it is none. `expected` says what an address lists."""
    if not isinstance(row, dict):
        return ""
    keys = row.keys()
    if isinstance(row.get("name"), dict | list):
        return ""
    inner = row.get("service")
    if (isinstance(inner, dict) and {"id", "name"} & inner.keys()) or {"service_id", "location_id"} <= keys:
        return "service_at_location"
    if expected:
        return expected
    if keys & _OF_SERVICE and not ("location_type" in keys or keys & {"organization_identifiers", "legal_status"}):
        return "service"
    if keys & _OF_BODY or _is_of_body(row):
        return "organization"
    if keys & _OF_PLACE:
        return "location"
    if isinstance(row.get("services"), list):
        return "organization"
    if keys & _OF_WORD:
        return "taxonomy_term"
    if keys & {"taxonomy_terms", "version"}:
        return "taxonomy" if "name" in keys else ""
    if "resources" in keys or not keys & {"name", "description", "alternate_name"}:
        return ""
    return "taxonomy" if keys <= {"id", "name", "description", "uri"} and "uri" in keys else "service"

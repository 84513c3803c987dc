"""What calls itself Open Referral, in the words of HSDS 3.1: earlier versions, the first profile of the kingdom, Outpost, Ohana.

Only names and shapes change: a field nobody knows stays where it is, and a document of HSDS 3 comes back as it was."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from generator.referral import dialect_rows
from generator.referral.dialect_rows import as_list

Json: TypeAlias = dict[str, Any]

TABLES: Mapping[str, str] = {
    "organization": "organization",
    "program": "program",
    "service": "service",
    "services": "service",
    "service_at_locations": "service_at_location",
    "service_at_location": "service_at_location",
    "location": "location",
    "locations": "location",
    "addresses": "address",
    "schedules": "schedule",
    "holiday_schedules": "holiday_schedule",
    "phones": "phone",
    "contacts": "contact",
    "languages": "language",
    "accessibility": "accessibility",
    "cost_options": "cost_option",
    "funding": "funding",
    "service_areas": "service_area",
    "required_documents": "required_document",
    "attributes": "attribute",
    "taxonomy_term": "taxonomy_term",
    "organization_identifiers": "organization_identifier",
    "eligibilities": "eligibility",
    "programs": "program",
}
"""Key in a document -> the table of what it holds."""

ALIASES: Mapping[str, str] = {
    "organisation": "organization",
    "organisation_id": "organization_id",
    "regular_schedules": "schedules",
    "regular_schedule": "schedules",
    "schedule": "schedules",
    "holiday_schedule": "holiday_schedules",
    "physical_addresses": "addresses",
    "physical_address": "addresses",
    "postal_addresses": "addresses",
    "postal_address": "addresses",
    "mail_addresses": "addresses",
    "mail_address": "addresses",
    "accessibility_for_disabilities": "accessibility",
    "accessibilities": "accessibility",
    "cost_option": "cost_options",
    "service_area": "service_areas",
    "service_taxonomys": "attributes",
    "service_taxonomies": "attributes",
    "service_taxonomy": "attributes",
    "link_taxonomys": "attributes",
    "link_taxonomies": "attributes",
    "link_taxonomy": "attributes",
    "service_attributes": "attributes",
    "other_attributes": "attributes",
    "taxonomies": "attributes",
    "suitabilities": "attributes",
    "send_needs": "attributes",
    "eligibilitys": "eligibilities",
    "fundings": "funding",
    "funding_sources": "funding",
    "services_at_location": "service_at_locations",
    "services_at_locations": "service_at_locations",
    "service_at_location": "service_at_locations",
    "identifiers": "organization_identifiers",
    "links": "additional_urls",
    "keywords": "attributes",
    "categories": "attributes",
    "community_groups": "attributes",
    "tags": "attributes",
    "accessibility_features": "accessibility",
    "min_age": "minimum_age",
    "max_age": "maximum_age",
    "updated_at": "last_modified",
    "number_type": "type",
    "payment_accepted": "payments_accepted",
}
"""Key of a dialect -> key of HSDS 3.1. Those of a list become one, whatever they held."""

_ONLY_AS_LISTS = frozenset(
    {"service_area", "schedule", "service_at_location", "taxonomies", "links", "keywords", "categories", "tags"}
)
"""Keys that are a plain field elsewhere: they are read otherwise where they hold a list or part, or are a service's."""

_KNOWN = TABLES.keys() | ALIASES.keys()
"""Keys that are looked at."""
_FIX: Mapping[str, Callable[[Json], None]] = {
    "service": dialect_rows.service,
    "organization": dialect_rows.organization,
    "location": dialect_rows.location,
    "schedule": dialect_rows.schedule,
    "contact": dialect_rows.contact,
    "phone": dialect_rows.phone,
    "address": dialect_rows.address,
    "service_area": dialect_rows.area,
}


def normalised(document: Mapping[str, Any], table: str) -> Json:
    """A document, with all that is nested in it, as HSDS 3.1 has it. The one that came stays as it was."""
    made: Json = {}
    for key, value in document.items():
        if key not in _KNOWN and key not in made:
            made[key] = value
            continue
        name = _name(key, value, table)
        if TABLES.get(name) == table and not isinstance(value, list | dict):
            made[key] = value  # a field that is called as its table, as accessibility.accessibility
            continue
        held = _held(key, name, value)
        if name in made and isinstance(made[name], list) and isinstance(held, list):
            made[name] = [*made[name], *held]
        elif name in made and made[name] not in (None, "", []):
            made.setdefault(key, held)
        else:
            made[name] = held
    if table in _FIX:
        _FIX[table](made)
    return made


def _name(key: str, value: Any, table: str) -> str:
    if key in _ONLY_AS_LISTS and not isinstance(value, list | dict) and not (table == "service" and key == "keywords"):
        return key
    if key == "taxonomies" and table != "service":
        return key
    return ALIASES.get(key, key)


def _held(key: str, name: str, value: Any) -> Any:
    table = TABLES.get(name)
    if table is None or value is None:
        return value
    if name in ("organization", "location", "service", "taxonomy_term", "program"):
        parts = as_list(value)
        return normalised(parts[0], table) if len(parts) == 1 and isinstance(parts[0], dict) else value
    entries = [_entry(key, name, entry) for entry in as_list(value)]
    return [normalised(entry, table) if isinstance(entry, dict) else entry for entry in entries]


def _entry(key: str, name: str, entry: Any) -> Any:
    """One entry of a list in the shape its table has."""
    if name in dialect_rows.NAMED and isinstance(entry, str):
        return {dialect_rows.NAMED[name]: entry} if name != "attributes" else dialect_rows.term({"name": entry}, key)
    if not isinstance(entry, dict):
        return entry
    if name == "addresses" and key != name and "address_type" not in entry:
        return {**entry, "address_type": "physical" if key.startswith("physical") else "postal"}
    if name == "attributes" and key != name:
        return dialect_rows.term(entry, key)
    if name == "accessibility" and "description" not in entry:
        return _renamed(entry, "accessibility" if "accessibility" in entry else "name", "description")
    if name == "languages" and "language" in entry:
        return _renamed(entry, "language", "name")
    if name == "service_areas" and "name" not in entry:
        return _renamed(entry, "service_area", "name")
    return entry


def _renamed(entry: Json, old: str, new: str) -> Json:
    return {new if key == old else key: value for key, value in entry.items()}

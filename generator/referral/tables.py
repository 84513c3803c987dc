"""Tables of a package, whose rows name each other, as documents with all that belongs to them nested."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple, TypeAlias

Json: TypeAlias = dict[str, Any]
Tables: TypeAlias = Mapping[str, list[Json]]

_LISTS: Mapping[str, str] = {
    "phone": "phones",
    "contact": "contacts",
    "schedule": "schedules",
    "holiday_schedule": "holiday_schedules",
    "address": "addresses",
    "language": "languages",
    "accessibility": "accessibility",
    "cost_option": "cost_options",
    "funding": "funding",
    "service_area": "service_areas",
    "required_document": "required_documents",
    "program": "programs",
    "organization_identifier": "organization_identifiers",
    "url": "additional_urls",
    "service_capacity": "capacities",
    "attribute": "attributes",
    "metadata": "metadata",
    "eligibility": "eligibilities",
    "payment_accepted": "payments_accepted",
    "review": "reviews",
    "service_at_location": "service_at_locations",
    "location": "locations",
    "physical_address": "physical_addresses",
    "postal_address": "postal_addresses",
    "regular_schedule": "regular_schedules",
    "service_taxonomy": "service_taxonomys",
    "link_taxonomy": "link_taxonomys",
    "accessibility_for_disabilities": "accessibility_for_disabilities",
}
"""Table -> the list of its rows in what they belong to."""
_FILES: Mapping[str, str] = {
    **{name: table for table, listed in _LISTS.items() for name in (table, listed, f"{table}s")},
    **{name: name.rstrip("s") for name in ("organizations", "services", "units", "taxonomy_terms")},
    **{
        name: name
        for name in ("organization", "service", "taxonomy", "taxonomy_term", "unit", "meta_table_description")
    },
    "organisations": "organization",
    "services_at_location": "service_at_location",
    "service_capacities": "service_capacity",
    "services_taxonomy": "service_taxonomy",
    "service_taxonomies": "service_taxonomy",
    "link_taxonomies": "link_taxonomy",
    "taxonomies": "taxonomy",
    "payments_accepted": "payment_accepted",
    "other_attributes": "attribute",
    "service_attributes": "attribute",
    "identifiers": "organization_identifier",
    "mail_addresses": "postal_address",
    "meta_table_descriptions": "meta_table_description",
    "eligibilities": "eligibility",
    "addresss": "address",
}
"""Name of a file or sheet, without its ending -> table."""
_PARENTS = ("contact", "phone", "service_at_location", "location", "service", "organization")
"""Tables that rows of others belong to, by their field `TABLE_id`."""
_NUMBERS = frozenset(
    "minimum_age maximum_age latitude longitude amount interval count timezone extension year_incorporated available "
    "maximum".split()
)
_KEPT = ("taxonomy", "taxonomy_term", "meta_table_description", "unit")
"""Tables that stand for themselves, and are only kept."""


class Root(NamedTuple):
    """A row that stands for itself, with all that belongs to it. `linked` is False where it should belong to another."""

    table: str
    row: Json
    linked: bool = True


def table_of(name: str) -> str | None:
    """The table of a file called so; None where it is none of Open Referral's."""
    stem = re.sub(r"\.(?:csv|json|txt)$", "", name.lower().rpartition("/")[2])
    return _FILES.get(stem)


def nested(tables: Tables) -> Iterator[Root]:
    """Services and organisations with all that belongs to them; then what is kept, and what belongs to nothing."""
    return _Joiner(tables).roots()


class _Joiner:
    def __init__(self, tables: Tables) -> None:
        self._rows = {table: list(_merged(rows)) for table, rows in tables.items()}
        for row in self._rows.get("taxonomy", []):
            row.setdefault("id", row.get("taxonomy_id") or row.get("name"))
        self._by_id = {
            table: {str(row["id"]): row for row in rows if row.get("id") not in (None, "")}
            for table, rows in self._rows.items()
        }
        self._own = {id(row): dict(row) for rows in self._rows.values() for row in rows}
        """Each row as it stood alone."""
        self._placed: set[int] = set()
        users = (*self._rows.get("service_at_location", []), *self._rows.get("service", []))
        self._used = {str(row.get("location_id")) for row in users}
        """Places where a service is."""

    def roots(self) -> Iterator[Root]:
        self._terms()
        for table, rows in self._rows.items():
            if table in _LISTS:
                for row in rows:
                    self._place(table, row)
        self._upward()
        for table in ("service", "organization"):
            yield from (Root(table, row) for row in self._rows.get(table, []))
        for table, rows in self._rows.items():
            if table in ("service", "organization"):
                continue
            for row in rows:
                if table in _KEPT or id(row) not in self._placed:
                    yield Root(table, row, table in _KEPT)

    def _row(self, table: str, key: Any) -> Json | None:
        return self._by_id.get(table, {}).get(str(key)) if key not in (None, "") else None

    def _terms(self) -> None:
        """Words of taxonomies into the rows that name them."""
        for table in ("attribute", "service_taxonomy", "link_taxonomy"):
            for row in self._rows.get(table, []):
                if term := self._row("taxonomy_term", row.get("taxonomy_term_id")):
                    row["taxonomy_term"] = self._own[id(term)]
                elif word := self._row("taxonomy", row.get("taxonomy_id")):
                    row["taxonomy"] = self._own[id(word)]
        for row in self._rows.get("service", []):
            codes = str(row.get("taxonomy_ids") or "").replace(";", ",").split(",")
            named = [word for code in codes if (word := self._row("taxonomy", code.strip()))]
            if named:
                row["service_taxonomys"] = [{"taxonomy": self._own[id(word)]} for word in named]

    def _place(self, table: str, row: Json) -> None:
        """Put a row into each row that it belongs to."""
        for parent in self._parents(table, row):
            listed = (
                "additional_websites"
                if table == "url" and parent in self._rows.get("organization", [])
                else _LISTS[table]
            )
            held = parent.setdefault(listed, [])
            if isinstance(held, list) and not any(one is row for one in held):
                held.append(row)
                self._placed.add(id(row))

    def _parents(self, table: str, row: Json) -> Iterator[Json]:
        if table == "location":
            above: Iterable[str] = ("organization",) if str(row.get("id")) not in self._used else ()
        elif table == "service_at_location":
            above = ("service",)
        else:
            above = _PARENTS
        for parent in above:
            if found := self._row(parent, row.get(f"{parent}_id")):
                yield found
        linked = row.get("link_id") or (row.get("resource_id") if table == "metadata" else None)
        kind = str(row.get("link_entity") or row.get("link_type") or row.get("resource_type") or "")
        found = self._row(kind, linked) or next(
            (hit for known in self._by_id if known != table and (hit := self._row(known, linked))), None
        )
        if linked and found is not None:
            yield found

    def _upward(self) -> None:
        """Into a row what it names: a place, an organisation, a programme, a unit."""
        for at in self._rows.get("service_at_location", []):
            if place := self._row("location", at.get("location_id")):
                at["location"] = place
                self._placed.add(id(place))
        for capacity in self._rows.get("service_capacity", []):
            if unit := self._row("unit", capacity.get("unit_id")):
                capacity["unit"] = unit
        for service in self._rows.get("service", []):
            if place := self._row("location", service.get("location_id")):
                service.setdefault("service_at_locations", []).append({"location": place})
                self._placed.add(id(place))
                service.setdefault("organization_id", place.get("organization_id"))
            if program := self._row("program", service.get("program_id")):
                service["program"] = self._own[id(program)]
            if body := self._row("organization", service.get("organization_id")):
                service["organization"] = self._own[id(body)]


def _merged(rows: Iterable[Json]) -> Iterator[Json]:
    """Rows with numbers as numbers; those of one identity as one, what the first lacks from the others."""
    known: dict[str, Json] = {}
    for row in rows:
        typed = {key: _typed(key, value) for key, value in row.items() if value not in (None, "")}
        first = known.setdefault(str(typed.get("id") or id(row)), typed)
        if first is not typed:
            first.update({key: value for key, value in typed.items() if key not in first})
    yield from known.values()


def _typed(key: str, value: Any) -> Any:
    if key in _NUMBERS and isinstance(value, str) and re.fullmatch(r"-?\d{1,15}(?:\.\d{1,12})?", value.strip()):
        return float(value) if "." in value else int(value)
    return value

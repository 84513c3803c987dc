"""Open Referral's tables as a Tabular Data Package: a CSV file each, and what they hold in datapackage.json."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import orjson

from generator.exports.laying import Laying

_COLUMNS = {
    "organizations": "id name alternate_name description email website parent_organization_id",
    "organization_identifiers": "id organization_id identifier_scheme identifier_type identifier",
    "services": "id organization_id name alternate_name description url email status application_process fees_description wait_time "
    "fees eligibility_description minimum_age maximum_age assured_date alert last_modified",
    "service_at_location": "id service_id location_id",
    "locations": "id location_type name description latitude longitude",
    "addresses": "id location_id address_1 city state_province postal_code country address_type",
    "accessibility": "id location_id description details accessibility",
    "contacts": "id service_id email",
    "phones": "id contact_id number type description",
    "schedules": "id service_id service_at_location_id valid_from valid_to dtstart until freq interval byday description opens_at "
    "closes_at attending_type notes",
    "service_areas": "id service_id name extent extent_type uri service_area",
    "languages": "id service_id phone_id name code note",
    "cost_options": "id service_id option currency amount amount_description",
    "funding": "id service_id source",
    "url": "id service_id organization_id label url",
    "attributes": "id link_id link_entity taxonomy_term_id value label",
    "taxonomies": "id name description",
    "taxonomy_terms": "id code name description taxonomy taxonomy_id",
}
COLUMNS: Mapping[str, Sequence[str]] = {table: columns.split() for table, columns in _COLUMNS.items()}
"""Tables, as their files are called, and their columns: those of HSDS 3.1 and ORUK 3.0 that we have something for."""

_HELD = 5000
"""Rows that are held until they are written."""
_NO_DAY = (1980, 1, 1, 0, 0, 0)
_NUMBERS = frozenset({"minimum_age", "maximum_age", "interval", "latitude", "longitude", "amount"})
_KEYS: Mapping[str, str] = {
    "organization_id": "organizations",
    "service_id": "services",
    "location_id": "locations",
    "service_at_location_id": "service_at_location",
    "contact_id": "contacts",
    "phone_id": "phones",
    "taxonomy_id": "taxonomies",
    "taxonomy_term_id": "taxonomy_terms",
}
"""Columns that name a row of another table."""
_OF_SERVICE = {
    "schedules": "schedules",
    "service_areas": "service_areas",
    "languages": "languages",
    "cost_options": "cost_options",
    "funding": "funding",
    "additional_urls": "url",
}
"""Lists of a service -> tables whose rows name the service."""


class _Table:
    """One table: rows are held as text and written many at a time. Texts stand in quotes. (The module csv looks at every letter
    by itself, which takes four times as long as all else here.)"""

    def __init__(self, file: BinaryIO, columns: Sequence[str]) -> None:
        self._file, self._held = file, list[str]()
        self.put(columns)

    def put(self, row: Iterable[object]) -> None:
        self._held.append(",".join(map(_cell, row)))

    def flush(self, least: int = 0) -> None:
        """Write what is held, where that is so much."""
        if len(self._held) > least:
            self._held.append("")
            self._file.write("\r\n".join(self._held).encode())
            self._held.clear()


def _cell(value: object) -> str:
    if value is None:
        return ""
    if type(value) is not str:
        return str(value)
    return f'"{value}"' if '"' not in value else '"' + value.replace('"', '""') + '"'


class Package:
    """Tables below `folder`, written as services are added."""

    def __init__(self, laying: Laying, folder: str) -> None:
        self._laying, self._folder = laying, folder
        self._tables = {
            table: _Table(laying.begin(f"{folder}/{table}.csv"), columns) for table, columns in COLUMNS.items()
        }

    def add(self, service: Mapping[str, Any]) -> None:
        """Take a service with all that is nested in it."""
        id = service["id"]
        self._row("services", service)
        for name, table in _OF_SERVICE.items():
            if name in service:
                self._rows(table, service[name], "service_id", id)
        for contact in service.get("contacts", ()):
            self._row("contacts", {**contact, "service_id": id})
            self._phones(contact)
        for at in service.get("service_at_locations", ()):
            self._at(at, id)
        self._attributes(service["attributes"], id)
        for held in self._tables.values():
            held.flush(_HELD)

    def _phones(self, contact: Mapping[str, Any]) -> None:
        for phone in contact.get("phones", ()):
            self._row("phones", {**phone, "contact_id": contact["id"]})
            if "languages" in phone:
                self._rows("languages", phone["languages"], "phone_id", phone["id"])

    def _at(self, at: Mapping[str, Any], service: str) -> None:
        location = at["location"]
        self._row("service_at_location", {"id": at["id"], "service_id": service, "location_id": location["id"]})
        self._row("locations", location)
        for table in ("addresses", "accessibility"):
            if table in location:
                self._rows(table, location[table], "location_id", location["id"])
        if "attributes" in at:
            self._attributes(at["attributes"], at["id"])

    def _attributes(self, attributes: Iterable[Mapping[str, Any]], owner: str) -> None:
        put = self._tables["attributes"].put
        for found in attributes:
            term = found.get("taxonomy_term")
            put((found["id"], owner, found["link_type"], term["id"] if term else None, found["value"], found["label"]))

    def _row(self, table: str, row: Mapping[str, Any]) -> None:
        self._tables[table].put(map(row.get, COLUMNS[table]))

    def _rows(self, table: str, rows: Iterable[Mapping[str, Any]], key: str, value: str) -> None:
        """Rows, with the id of what they belong to."""
        put, columns, own = self._tables[table].put, COLUMNS[table], {key: value}
        for row in rows:
            put(map({**row, **own}.get, columns))

    def close(
        self,
        organizations: Iterable[Mapping[str, Any]],
        taxonomies: Iterable[Mapping[str, Any]],
        terms: Iterable[Mapping[str, Any]],
        about: Mapping[str, Any],
    ) -> None:
        """Write the rest, and what the package is: `about` are its name, title, licence and the like."""
        for organization in organizations:
            self._row("organizations", organization)
            for name, table in (
                ("organization_identifiers", "organization_identifiers"),
                ("additional_websites", "url"),
            ):
                self._rows(table, organization.get(name, ()), "organization_id", organization["id"])
            self._attributes(organization["attributes"], organization["id"])
        for table, rows in (("taxonomies", taxonomies), ("taxonomy_terms", terms)):
            for row in rows:
                self._row(table, row)
        for held in self._tables.values():
            held.flush()
        package = {"profile": "tabular-data-package", **about, "resources": [_resource(table) for table in COLUMNS]}
        self._laying.put(f"{self._folder}/datapackage.json", orjson.dumps(package, option=orjson.OPT_INDENT_2))


def _resource(table: str) -> Mapping[str, Any]:
    fields = [{"name": column, "type": "number" if column in _NUMBERS else "string"} for column in COLUMNS[table]]
    keys = [
        {"fields": column, "reference": {"resource": _KEYS[column], "fields": "id"}}
        for column in COLUMNS[table]
        if column in _KEYS
    ]
    return {
        "name": table,
        "path": f"{table}.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {"fields": fields, "primaryKey": "id", **({"foreignKeys": keys} if keys else {})},
    }


def zipped(folder: Path) -> bytes:
    """The files of a package in one; the same files give the same bytes."""
    file = io.BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for path in sorted(folder.iterdir()):
            archive.writestr(ZipInfo(path.name, _NO_DAY), path.read_bytes(), ZIP_DEFLATED)
    return file.getvalue()

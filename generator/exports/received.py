"""Rows of Open Referral that were taken in, given out again as they came, with what has changed here since laid over them: so
what has no place in our records is not lost on its way through."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import orjson
from pydantic import ValidationError

from generator import taken
from generator.catalogue import Catalogue
from generator.kinds.asset import Asset
from generator.kinds.organisation import Organisation
from generator.kinds.record import Record, placed
from generator.referral.attributes_out import TABLES as OWNERS
from generator.referral.dialects import TABLES
from generator.referral.names import AREA, ID, TOLD, Ids, uuid_of
from generator.referral.outward import Json, Outward
from generator.referral.shown import Private
from generator.taken import LEFT_OUT as PERSONAL
from generator.taken import Line

FORMATS = frozenset({"oruk", "hsds"})
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_OURS = ("organisation", "part_of", "sources", "licence", "imported", "review", "slug")
"""Fields that an import writes beside what it takes."""
_SIGNS = frozenset({ID, AREA, TOLD})
"""Labels of attributes by which an export of ours is known: these rows are others'."""
_NEEDED = ("name", "status", "description")


class Received:
    """Rows of a catalogue's feeds by the files of their records, in the language of each feed."""

    def __init__(self, catalogue: Catalogue, private: Mapping[str, Sequence[Private]]) -> None:
        self._catalogue, self._private = catalogue, private
        self._rows: dict[str, tuple[str, Line]] = {}
        self._owners: dict[str, str] = {}
        self._asides: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        for id, feed in catalogue.feeds.items():
            lang = feed.language or catalogue.main
            for line in taken.lines(catalogue.root, id):
                if line.file and feed.format in FORMATS:
                    self._rows.setdefault(line.file, (lang, line))
                if line.file and line.unmapped != "{}":
                    self._asides[line.file].append((id, line.unmapped))

    def whole(self, record: Asset | Organisation, now: dict[str, Any], out: Outward) -> tuple[Json, Json]:
        """A record as it goes out whole, and as it goes out in tables, which have no room for a row as it came: what of one has no
        field of ours is an attribute there."""
        laid = self.laid(record, now, out)
        more = self._aside(record) if record.file in self._asides else ()
        told = {**now, "attributes": [*now["attributes"], *more]} if more else now
        return (told if laid is now else laid), told

    def _aside(self, record: Asset | Organisation) -> Iterator[Json]:
        """Attributes of what rows of a record say that has no field of ours, labelled by their feed and its name there."""
        if _hides(record) or record.file in self._private:
            return
        ids, table = Ids(record.folder, record.id), OWNERS[record.folder]
        for feed, unmapped in self._asides[record.file]:
            for name, value in orjson.loads(unmapped).items():
                said = value["value"] if isinstance(value, dict) and "refused" in value else value
                label, text = f"{feed}: {name}", said if isinstance(said, str) else orjson.dumps(said).decode()
                if text != PERSONAL:
                    yield {"id": ids[f"aside/{label}"], "link_type": table, "label": label, "value": text}

    def laid(self, record: Asset | Organisation, now: dict[str, Any], out: Outward) -> dict[str, Any]:
        """The row that a record came from with our changes, where it came from one in this language and hides nothing; else
        `now`, what we make of it ourselves."""
        lang, line = self._rows.get(record.file, ("", None))
        if line is None or lang != out.words.lang or _hides(record) or record.file in self._private:
            return now
        received, old = orjson.loads(line.received), self._old(record, line)
        if not isinstance(received, dict) or old is None:
            return now
        before = out.service(old) if isinstance(old, Asset) else out.organization(old)
        made = identified(laid_over(received, before, now), Ids(record.folder, record.id))
        if self._owners.setdefault(made["id"], record.file) != record.file:
            made["id"] = now["id"]  # two feeds have called different rows the same
        return made

    def _old(self, record: Asset | Organisation, line: Line) -> Asset | Organisation | None:
        """The record as the feed had it."""
        given = {name: getattr(record, name) for name in _OURS if name in record.model_fields_set}
        try:
            made = placed(type(record), line.taken, record.id, record.file, self._catalogue.codes)
        except ValidationError:
            return None
        assert isinstance(made, Asset | Organisation)
        old = made.model_copy(update={name: value for name, value in given.items() if name not in line.taken})
        object.__setattr__(old, "id", record.id)
        object.__setattr__(old, "file", record.file)
        return old


def _hides(record: Record) -> bool:
    return isinstance(record, Asset) and any(venue.mask != "exact" for venue in record.venues.values())


def laid_over(received: Mapping[str, Any], before: Mapping[str, Any], now: Mapping[str, Any]) -> dict[str, Any]:
    """A row as it came, but for what we would now say otherwise than of the row itself, and what a schema insists on."""
    made = {name: value for name, value in received.items() if name in now or name not in before}
    made |= {
        name: value for name, value in now.items() if name not in ("id", "attributes") and before.get(name) != value
    }
    made |= {name: now[name] for name in _NEEDED if name in now and not isinstance(made.get(name), str)}
    if not _UUID.fullmatch(str(received.get("id"))):
        made["id"] = now["id"]
    known = before.get("attributes", ())
    more = [one for one in now.get("attributes", ()) if one not in known and one["label"] not in _SIGNS]
    if more:
        there = received.get("attributes")
        made["attributes"] = [*(there if isinstance(there, list) else ()), *more]
    return made


def identified(row: Mapping[str, Any], ids: Ids, path: str = "") -> dict[str, Any]:
    """A row whose every object has what schemas insist on and older dialects lack, a UUID above all: numbers of a database
    become the same one wherever they stand, what has none gets one by its place."""
    made: dict[str, Any] = {}
    for name, value in row.items():
        table = TABLES.get(name)
        if table and isinstance(value, dict):
            made[name] = _one(value, table, ids, f"{path}{name}")
        elif table and isinstance(value, list):
            made[name] = [_one(entry, table, ids, f"{path}{name}/{n}") for n, entry in enumerate(value)]
        elif name.endswith("_id") and value not in (None, ""):
            made[name] = _uuid(name.removesuffix("_id"), value)
        else:
            made[name] = value
    return made


def _one(entry: Any, table: str, ids: Ids, path: str) -> Any:
    if not isinstance(entry, dict):
        return entry
    own = entry.get("id")
    made = {**identified(entry, ids, f"{path}/"), "id": ids[path] if own in (None, "") else _uuid(table, own)}
    if table == "taxonomy_term":
        made.setdefault("description", str(made.get("name", "")))
    if table == "address":
        made.setdefault("address_type", "physical")
    return made


def _uuid(table: str, id: Any) -> str:
    return str(id) if _UUID.fullmatch(str(id)) else uuid_of(table, str(id))

"""Open Referral (HSDS 3, its profile of the kingdom, earlier versions and dialects) as rows: services, the bodies that run them,
and what is only kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from generator.catalogue import Catalogue
from generator.imports import decoding, documents, packages, pages, told_hours
from generator.imports.fetch import fetch, is_address
from generator.imports.incoming import Dirt, Given, Incoming
from generator.issues import N_, Refusal
from generator.referral import bilingual, cells, inward, nodes, tables
from generator.referral.dialects import normalised
from generator.referral.dirt import DIFFERS, NOT_UNDERSTOOD, UNLINKED
from generator.referral.reading import is_empty
from generator.referral.words import Words

_FOLDERS = {"service": "assets", "organization": "organisations"}
_OURS_TO_SAY = frozenset({"imported"})
"""Fields of ours that an import says of itself, whatever an export of ours says."""


class Found(NamedTuple):
    """A document with where it stands, its table where that is known, and whether it belongs to what it should."""

    where: str
    document: Any
    table: str = ""
    linked: bool = True


def read(catalogue: Catalogue, given: Given) -> Iterator[Incoming]:
    """The rows of a file, folder, zip or address: services in their order, then the bodies that run them, once each. Raises
    Refusal where it cannot be read."""
    yield from _Taker(catalogue, given.lang).rows(_found(given.source))


def _found(source: str) -> Iterator[Found]:
    if is_address(source):
        return _behind(source)
    path = Path(source)
    if path.is_dir():
        files = packages.documents(path)
        return _all(files) if files else _joined(packages.folder(path, path.name))
    if path.suffix.lower() == ".csv" or path.name == packages.DESCRIPTION:
        return _joined(packages.folder(path.parent, path.parent.name))
    return _in(decoding.bytes_of(path, path.name), path.name)


def _all(files: Sequence[Path]) -> Iterator[Found]:
    for file in files:
        for one in _in(decoding.bytes_of(file, file.name), file.name, pages.LISTED.get(file.parent.name, "")):
            yield one._replace(where=f"{file.name} {one.where}".strip())


def _behind(address: str) -> Iterator[Found]:
    if address.lower().partition("?")[0].endswith(".zip"):
        yield from _in(fetch(address), address)
        return
    for where, kind, document in pages.pages(address):
        yield from _rows(where, document, kind)


def _in(data: bytes, name: str, kind: str = "") -> Iterator[Found]:
    if data.startswith(b"PK"):
        yield from _joined(packages.workbook(data, name) if packages.is_workbook(data) else packages.zipped(data, name))
        return
    text = decoding.text_of(data, name)
    del data  # a large list is held once
    if not text.strip():
        raise Refusal(N_("{name} is empty."), name=name)
    for where, document in decoding.documents(text, name):
        yield from _rows(where, document, kind)


def _rows(where: str, document: Any, kind: str) -> Iterator[Found]:
    held = packages.in_one(document) if isinstance(document, dict) else None
    if held is not None:
        yield from _joined(held)
        return
    for place, row in [(where, document)] if nodes.is_node(document) else documents.rows(where, document):
        row = documents.plain(row)
        if nodes.is_node(row):
            yield Found(place, nodes.service(row), nodes.table(row))
        else:
            yield Found(place, row, documents.table_of(row, kind))


def _joined(held: packages.Tables) -> Iterator[Found]:
    counts: dict[str, int] = {}
    for root in tables.nested(held):
        counts[root.table] = number = counts.get(root.table, 0) + 1
        yield Found(f"{root.table} {number}", root.row, root.table, root.linked)


class _Taker:
    """Takes documents one by one. Bodies, and services told of by their places, are gathered: they stand in many."""

    def __init__(self, catalogue: Catalogue, lang: str) -> None:
        self._words = Words(catalogue)
        self._lang = lang
        self._bodies: dict[str, _Gathered] = {}
        self._placed: dict[str, _Gathered] = {}

    def rows(self, found: Iterator[Found]) -> Iterator[Incoming]:
        for one in found:
            yield from self._taken(one)
        for held in self._placed.values():
            yield from self._service(held.where, held.document)
        for held in self._bodies.values():
            yield self._made("organization", held.where, held.document, held.dirt)

    def _taken(self, one: Found) -> Iterator[Incoming]:
        if isinstance(one.document, dict) and (
            said := bilingual.parted(one.document, self._lang, self._words.languages)
        ):
            one = one._replace(document=said, table=one.table or documents.table_of(said))
        if not isinstance(one.document, dict) or not one.table:
            yield self._kept(one, "", Dirt("", NOT_UNDERSTOOD))
            return
        document = normalised(one.document, one.table)
        if one.table == "service":
            yield from self._service(one.where, document)
        elif one.table == "organization":
            yield from self._body(one.where, document)
        elif one.table == "service_at_location" and isinstance(document.get("service"), dict):
            self._at(one.where, document)
        else:
            belongs = one.linked and one.table not in ("location", "service_at_location")
            yield self._kept(one._replace(document=document), one.table, *(() if belongs else (Dirt("", UNLINKED),)))

    def _service(self, where: str, document: dict[str, Any]) -> Iterator[Incoming]:
        body = document.get("organization")
        if isinstance(body, dict):
            self._gather(where, body)
        yield self._made("service", where, document, ())

    def _body(self, where: str, document: dict[str, Any]) -> Iterator[Incoming]:
        services = document.pop("services", None)
        self._gather(where, document)
        brief = {key: value for key, value in document.items() if not isinstance(value, list | dict)}
        for number, service in enumerate(services if isinstance(services, list) else ()):
            if isinstance(service, dict):
                yield from self._service(f"{where}.services[{number}]".lstrip("."), {"organization": brief, **service})

    def _gather(self, where: str, body: dict[str, Any]) -> None:
        """A body once, with all that any mention of it says; what contradicts is told of."""
        key = _key(body) or str(body.get("name") or "").strip()
        if not key:
            return
        known = self._bodies.setdefault(key, _Gathered(where, {}, []))
        for field, value in body.items():
            if is_empty(known.document.get(field)):
                known.document[field] = value
            elif not is_empty(value) and known.document[field] != value and not isinstance(value, list | dict):
                known.dirt.append(Dirt(field, DIFFERS, {"value": known.document[field], "other": value}))

    def _at(self, where: str, document: dict[str, Any]) -> None:
        """A service told of by one of its places: with the others that it is told of by."""
        service = {**document["service"]}
        at = {key: value for key, value in document.items() if key != "service"}
        known = self._placed.setdefault(_key(service) or where, _Gathered(where, service, []))
        ats = known.document.setdefault("service_at_locations", [])
        same = next((one for one in ats if at.get("id") is not None and one.get("id") == at["id"]), None)
        if same is None:
            ats.append(at)
        else:
            same.update({key: value for key, value in at.items() if is_empty(same.get(key))})

    def _made(self, table: str, where: str, document: dict[str, Any], dirt: tuple[Dirt, ...] | list[Dirt]) -> Incoming:
        take = inward.service if table == "service" else inward.organisation
        taken = take(document, self._words, self._lang)
        tree = {field: value for field, value in taken.tree.items() if field not in _OURS_TO_SAY}
        told_hours.tell(tree, taken.unmapped, self._lang)
        found = (*dirt, *(Dirt(field, rule, what) for field, rule, what in taken.dirt))
        return Incoming(_FOLDERS[table], taken.key, where or table, tree, taken.links, document, taken.unmapped, found)

    def _kept(self, one: Found, table: str, *dirt: Dirt) -> Incoming:
        own = _key(one.document) if isinstance(one.document, dict) else ""
        key = f"{table or 'row'} {own or one.where}".strip()
        return Incoming(None, key, one.where or key, {}, {}, one.document, {}, dirt)


class _Gathered(NamedTuple):
    where: str
    document: dict[str, Any]
    dirt: list[Dirt]


def _key(document: Mapping[str, Any]) -> str:
    return cells.as_text(document.get("id") or "").strip()

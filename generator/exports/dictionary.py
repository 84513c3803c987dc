"""The data dictionary as a table, a row an entry; and the JSON Schemas of our own records, a file a kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import orjson

from generator import markup
from generator.catalogue import Catalogue
from generator.exports.wordlist import as_csv
from generator.kinds.branch import trees
from generator.kinds.data_item import DataItem
from generator.kinds.record import Record
from generator.kinds.schema import json_schema

FILE, SCHEMAS = "dictionary.csv", "schemas/"
INDEX = f"{SCHEMAS}index.json"
_APART = " | "
_TEXTS = ("name", "summary", "owner", "licence", "attribution")


def told(catalogue: Catalogue) -> bool:
    """Whether there is a dictionary."""
    return bool(catalogue.of(DataItem.folder))


def published(catalogue: Catalogue) -> bytes:
    """The table: sets, then what is within each, in order. What nobody could find is an empty cell; `unknown` says what was
    looked for."""
    items = trees(one for one in catalogue.of(DataItem.folder).values() if isinstance(one, DataItem))
    return as_csv(_headings(catalogue.codes), _rows(catalogue, items, None))


def schemas(catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """A JSON Schema for each kind that the root has records of, and one file that names them all."""
    kinds = [kind for folder, kind in sorted(catalogue.kinds.items()) if catalogue.of(folder)]
    for kind in kinds:
        yield file_of(kind), orjson.dumps(json_schema(kind, catalogue.codes), option=orjson.OPT_INDENT_2)
    listed = [{"kind": kind.folder, "title": kind.labels, "file": file_of(kind)} for kind in kinds]
    yield INDEX, orjson.dumps({"schemas": listed}, option=orjson.OPT_INDENT_2)


def file_of(kind: type[Record]) -> str:
    return f"{SCHEMAS}{kind.folder}.json"


def _rows(
    catalogue: Catalogue, items: Mapping[str | None, Sequence[DataItem]], within: str | None
) -> Iterator[dict[str, str]]:
    for item in items.get(within, ()):
        yield _row(catalogue, item)
        yield from _rows(catalogue, items, item.id)


def _headings(codes: Sequence[str]) -> list[str]:
    def each(*names: str) -> list[str]:
        return [f"{name}.{code}" for name in names for code in codes]

    return [
        *("id", "type", "within", "state", *each("name", "summary", "definition"), "value", "allowed", "our_fields"),
        *("version", "dated", *each("owner", "licence", "attribution"), *each("unknown"), "sources", "page"),
    ]


def _row(catalogue: Catalogue, item: DataItem) -> dict[str, str]:
    texts: dict[str, Mapping[str, str]] = {name: getattr(item, name) for name in _TEXTS}
    texts["definition"] = item.definition.says if item.definition else {}
    said = {f"{name}.{code}": markup.plain(text, str) for name, found in texts.items() for code, text in found.items()}
    unknown = {
        f"unknown.{code}": _APART.join(one.what[code] for one in item.unknown if code in one.what)
        for code in catalogue.codes
    }
    main = catalogue.main
    return {
        "id": item.id,
        "type": item.type,
        "within": item.within or "",
        "state": item.state,
        **said,
        **unknown,
        "value": item.value or "",
        "allowed": _APART.join(one.code or catalogue.said(one.name, main).text for one in item.allowed),
        "our_fields": _APART.join(one.field for one in item.ours),
        "version": item.version or "",
        "dated": item.dated or "",
        "sources": _APART.join(_sources(catalogue, item)),
        "page": (catalogue.site.url or "/") + catalogue.address(item, main),
    }


def _sources(catalogue: Catalogue, item: DataItem) -> Iterator[str]:
    """The address of each source, its name where it has none."""
    for source in item.sources:
        record = catalogue.of("sources").get(source.source or "")
        address = source.url or getattr(record, "url", None)
        yield address or source.name or (catalogue.title(record, catalogue.main).text if record else source.key)

"""A tabular data package: tables as CSV files, in a folder, beside a datapackage.json, or in a zip; or all in one JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import Any
from zipfile import BadZipFile, ZipFile

from generator.imports import rows, sheets
from generator.imports.decoding import MOST_BYTES, bytes_of, text_of
from generator.issues import N_, Refusal
from generator.referral.tables import table_of

MOST_FILES = 200
"""Files of the largest package that is read."""
DESCRIPTION = "datapackage.json"

Tables = dict[str, list[dict[str, Any]]]


def folder(path: Path, name: str) -> Tables:
    """The tables of a folder: those that its datapackage.json names, else all its CSV files."""
    described = _described(bytes_of(path / DESCRIPTION, DESCRIPTION)) if (path / DESCRIPTION).is_file() else {}
    held = {file.name: bytes_of(file, file.name) for file in _csv(path)[:MOST_FILES]}
    return _tables(held, described, name)


def _csv(path: Path) -> list[Path]:
    """The CSV files of a folder; where it has none, those of the folders in it, as packages have them in data/."""
    for pattern in ("*", "*/*"):
        held = [file for file in sorted(path.glob(pattern)) if file.suffix.lower() == ".csv"]
        if found := [file for file in held if file.is_file() and not file.is_symlink()]:
            return found
    return []


def documents(path: Path) -> Sequence[Path]:
    """The JSON documents of a folder that holds no tables: of an API of files each service and body by itself."""
    if _csv(path):
        return ()
    apart = [file for table in ("services", "organizations") for file in sorted((path / table).glob("*.json"))]
    found = apart or [file for file in sorted(path.glob("*.json")) if file.name != DESCRIPTION]
    return [file for file in found if file.is_file() and not file.is_symlink()]


def zipped(data: bytes, name: str) -> Tables:
    """The tables of a zip; nothing of it is written anywhere."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            parts = [part for part in archive.infolist() if not part.is_dir()][:MOST_FILES]
            wanted = [part for part in parts if part.filename.lower().endswith((".csv", DESCRIPTION))]
            if sum(part.file_size for part in wanted) > MOST_BYTES:
                raise Refusal(
                    N_("{name} unpacks to more than {most} MB; split it."), name=name, most=MOST_BYTES // 1024 // 1024
                )
            held = {part.filename: archive.read(part) for part in wanted}
    except (BadZipFile, ValueError, NotImplementedError, RuntimeError, OSError, EOFError) as error:
        raise Refusal(N_("{name} cannot be read as a zip: make it again."), name=name) from error
    described = [_described(data) for file, data in held.items() if file.lower().endswith(DESCRIPTION)]
    tables = {file: data for file, data in held.items() if file.lower().endswith(".csv")}
    return _tables(tables, described[0] if described else {}, name)


def is_workbook(data: bytes) -> bool:
    """Whether a zip is a spreadsheet."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            return "xl/workbook.xml" in archive.namelist()
    except (BadZipFile, ValueError, NotImplementedError):
        return False


def workbook(data: bytes, name: str) -> Tables:
    """The tables of a workbook, each the sheet of its name."""
    found: Tables = {}
    for title in sheets.titles(data, name):
        if table := table_of(title):
            held = rows.sheet(data, name, name=title, heading_row=1).rows
            found.setdefault(table, []).extend(dict(row.cells) for row in held)
    return _whole(found, name)


def in_one(document: Mapping[str, Any]) -> Tables | None:
    """The tables of a JSON document that holds each as a list under the name of its file; None where it is none."""
    if "id" in document or "name" in document:
        return None
    named = {key: table_of(key) for key in document}
    if (
        not named
        or not all(named.values())
        or ("service" not in named.values() and "organization" not in named.values())
    ):
        return None
    if not all(isinstance(held, list) for held in document.values()):
        return None
    found: Tables = {}
    for key, table in named.items():
        found.setdefault(str(table), []).extend(row for row in document[key] if isinstance(row, dict))
    return found


def is_description(document: Any) -> bool:
    """Whether a document is a datapackage.json."""
    return isinstance(document, dict) and isinstance(document.get("resources"), list)


def _described(data: bytes) -> dict[str, str]:
    """File name -> table, as a datapackage.json says; nothing where it cannot be read, for the files say it too."""
    try:
        document = json.loads(text_of(data, DESCRIPTION))
    except (ValueError, RecursionError):
        return {}
    resources: Iterable[Any] = document["resources"] if is_description(document) else ()
    said = ((one.get("path"), one.get("name")) for one in resources if isinstance(one, dict))
    return {
        PurePosixPath(path).name: table
        for path, name in said
        if isinstance(path, str) and isinstance(name, str) and (table := table_of(name))
    }


def _tables(held: Mapping[str, bytes], described: Mapping[str, str], name: str) -> Tables:
    found: Tables = {}
    for file, data in held.items():
        short = PurePosixPath(file).name
        table = described.get(short) or table_of(short)
        if table:
            found.setdefault(table, []).extend(_with_kind(table, short, _rows(data, short)))
    return _whole(found, name)


def _whole(found: Tables, name: str) -> Tables:
    if "service" not in found and "organization" not in found:
        raise Refusal(
            N_("{name} holds neither services.csv nor organizations.csv: is it the folder of the package?"), name=name
        )
    return found


def _rows(data: bytes, file: str) -> Iterator[dict[str, Any]]:
    if not data.strip(b"\xef\xbb\xbf \r\n\t"):
        return
    for row in rows.sheet(data, file, heading_row=1).rows:
        yield dict(row.cells)


def _with_kind(table: str, file: str, found: Iterator[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Rows with what only the name of their file says."""
    for row in found:
        if table == "postal_address" and "address_type" not in row:
            row["address_type"] = "postal"
        yield row

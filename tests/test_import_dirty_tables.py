"""Fifty dirty tables: each gives rows or one clear sentence, and nothing is run, lost unseen or written outside."""

from __future__ import annotations

import io
import json
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from openpyxl import Workbook

from generator import catalogue
from generator.catalogue import Catalogue
from generator.imports import geojson, guess, tables
from generator.imports.incoming import Given, Incoming
from generator.issues import Refusal
from tests.conftest import ALBA
from tests.test_wicked import files_of

MAP = "key: id\ncolumns:\n  id: ''\n  name: name\n  text: summary\n  when: when\n"
HEAD = "id,name,text,when\n"
DEEP = 100_000
SCRIPT = '<script>alert(1)</script><img src=x onerror=alert(1)>Walkers<a href="javascript:alert(1)">here</a>'


class Dirty(NamedTuple):
    """A file, and what comes of it: a piece of the sentence, or how many rows."""

    data: bytes
    said: str | int
    name: str = "list.csv"


def rows(text: str, said: str | int = 1, encoding: str = "utf-8") -> Dirty:
    return Dirty((HEAD + text).encode(encoding), said)


def workbook(change: Callable[[Workbook], object]) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["id", "name", "text", "when"], [1, "Walkers", "x", "Mondays"]):
        sheet.append(row)
    change(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def zipped(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/"), data)
    return out.getvalue()


def part(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """A workbook with one of its parts changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            held = old.read(entry)
            new.writestr(entry.filename, change(held) if entry.filename == name else held)
    return out.getvalue()


def set_cell(name: str, value: object) -> Callable[[Workbook], object]:
    def change(book: Workbook) -> None:
        book.active[name] = value  # type: ignore[index]

    return change


PLAIN = workbook(lambda book: None)
SHEET = "xl/worksheets/sheet1.xml"
LAUGHS = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
FEATURE = {"type": "Feature", "properties": {"id": 1, "name": "Walkers"}, "geometry": None}
GEO = "list.geojson"


def geo(*features: object, **more: object) -> bytes:
    return json.dumps({"type": "FeatureCollection", "features": list(features), **more}).encode()


DIRTY = {
    "empty": Dirty(b"", "has no row of headings"),
    "blank": Dirty(b" \r\n\r\n,,,\r\n", "has no row of headings"),
    "headings alone": Dirty(HEAD.encode(), 0),
    "one column": Dirty(b"id\n1\n", "names a column 'name' that the table does not have. It has: id."),
    "other headings": Dirty(b"key,Name\n1,A\n", "names a column 'id' that the table does not have"),
    "same heading twice": rows("1,A,x,\n").__class__((HEAD.replace("text", "name") + "1,A,x,\n").encode(), "names a column 'text'"),
    "never closed": rows('1,"A,x,\n2,B,x,\n', "has a quotation mark in row 2 that is never closed."),
    "huge cell": rows("1," + "x" * 200_000 + ",,\n", "has a cell of more than 131072 characters in row 2"),
    "huge cell first": Dirty(b'"' + b"x" * 300_000 + b'",b\n1,2\n', "has a cell of more than 131072 characters in row 1"),
    "too large": Dirty(b"id,name,text,when\n" + b"1,A,x,\n" * 5_000_000, "is larger than 32 MB"),
    "wide row": rows("1,A,x,," + "y," * 400 + "\n", "has a row of more than 300 cells"),
    "wide head": Dirty((",".join(f"c{n}" for n in range(400)) + "\n1,2\n").encode(), "has more than 300 columns"),
    "ragged": rows("1,A\n2,B,x,,more\n", 2),
    "no row end": rows("1,A,x,Mondays"),
    "old row ends": Dirty(HEAD.replace("\n", "\r").encode() + b"1,A,x,\r", 1),
    "zeros": rows("1,A\x00B,x,\n", 1),
    "bells and escapes": rows("1,A\x07\x1b[2J,x\x0by,\n", 1),
    "hidden characters": rows("1,A\u202eB\u200bC\ufeff,x,\n"),
    "private use": rows("1,A\ue000B,x,\n"),
    "accents apart": rows("1,Cafe\u0301,x,\n"),
    "half characters": Dirty(HEAD.encode() + b"1,A\xed\xa0\x80,x,\n", 1),
    "half a UTF-16": Dirty((HEAD + "1,A,x,\n").encode("utf-16") + b"x", "text, and is not from byte"),
    "a wrong mark": Dirty(b"\xff\xfe" + HEAD.encode() + b"1", "text, and is not from byte"),
    "Windows letters": Dirty(HEAD.encode() + "1,Café – “A”,x,\n".encode("cp1252"), 1),
    "bytes of nobody": Dirty(HEAD.encode() + b"1,A\x81\x8d,x,\n", 1),
    "a picture": Dirty(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "is no table: bring it as .csv or .xlsx."),
    "a PDF": Dirty(b"%PDF-1.7\n1 0 obj", "is no table"),
    "a page": Dirty(b"<html><table><tr><td>id</td></tr></table></html>", "is no table"),
    "JSON": Dirty(b'[{"id": 1}]', "is no table"),
    "an old workbook": Dirty(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 500, "is an old workbook: save it as .xlsx or .csv."),
    "HTML in every cell": rows(",".join(f'"{SCRIPT.replace(chr(34), chr(34) * 2)}"' for _ in range(4)) + "\n"),
    "formulas": rows("\"=HYPERLINK(\"\"http://x\"\")\",+1+1,@SUM(A1),-2+3\n"),
    "ids like paths": rows("../../etc/passwd,A,x,\n/etc/passwd,B,x,\nC:\\\\x,C,x,\n.git/config,D,x,\n", 4),
    "names like paths": rows("1,../../x,x,\n2,..,x,\n3,con,x,\n4,.,x,\n", 4),
    "YAML in cells": rows('1,"- a\n- &b *b",{{ 7*7 }},"!!python/object:x"\n'),
    "markup": rows("1,[[carers]] **x** _y_,`x` $(y),\n"),
    "long lines": rows(f"1,{'A' * 5000},{'b ' * 9000},{'c' * 5000}\n"),
    "times that explode": rows("1,A,x," + "Mon-" * 5000 + "\n"),
    "times of digits": rows("1,A,x," + "9" * 10_000 + "\n"),
    "same id on each row": rows("1,A,x,\n" * 50, 50),
    "no ids": rows(",A,x,\n,A,x,\n,,x,\n", 3),
    "a workbook that is none": Dirty(b"PK\x03\x04 nothing", "cannot be read as an .xlsx workbook", "list.xlsx"),
    "an archive": Dirty(zipped(a=b"b"), "cannot be read as an .xlsx workbook", "list.xlsx"),
    "an archive of paths": Dirty(zipped(**{"..__..__evil": b"x"}), "cannot be read as an .xlsx workbook", "list.xlsx"),
    "a bomb": Dirty(zipped(**{"xl__worksheets__sheet1.xml": b"0" * 200_000_000}), "unpacks to more than", "list.xlsx"),
    "entities": Dirty(part(PLAIN, SHEET, lambda xml: LAUGHS + xml.partition(b"?>")[2]), "declares XML entities", "list.xlsx"),
    "a broken sheet": Dirty(part(PLAIN, SHEET, lambda xml: xml[:-50]), "cannot be read as an .xlsx workbook", "list.xlsx"),
    "a lying size": Dirty(part(PLAIN, SHEET, lambda xml: xml.replace(b"A1:D2", b"A1:XFD1048576")), 1, "list.xlsx"),
    "formula cells": Dirty(workbook(set_cell("B2", '=WEBSERVICE("http://x.example/")')), 1, "list.xlsx"),
    "an error cell": Dirty(workbook(set_cell("C2", "#REF!")), 1, "list.xlsx"),
    "a far cell": Dirty(workbook(set_cell("XFD1048576", "x")), "has more than 300 columns", "list.xlsx"),
    "a cut workbook": Dirty(PLAIN[: len(PLAIN) // 2], "cannot be read as an .xlsx workbook", "list.xlsx"),
    "cut JSON": Dirty(geo(FEATURE)[:-5], "is broken at line 1", GEO),
    "deep JSON": Dirty(b'{"features":' + b"[" * DEEP, "is broken", GEO),
    "deep properties": Dirty(geo({**FEATURE, "properties": {"id": 1, "name": {"a": {"b": {"c": {"d": {"e": {"f": 1}}}}}}}}), "names a column", GEO),
    "no features": Dirty(b'{"type": "FeatureCollection"}', "is no GeoJSON: it has no list of 'features'.", GEO),
    "other JSON": Dirty(b'"x"', "is no GeoJSON", GEO),
    "features of all sorts": Dirty(geo(FEATURE, None, 7, "x", [], {}, {"properties": []}, {"geometry": {"type": "Point"}}, text="x"), 8, GEO),
    "points nowhere": Dirty(geo({**FEATURE, "geometry": {"type": "Point", "coordinates": ["a", None]}}, {**FEATURE, "geometry": {"type": "Point", "coordinates": [1e400, -1e400]}}), 2, GEO),
    "control characters": Dirty(geo(FEATURE).replace(b"Walkers", b"Wal\x01\tkers\n"), 1, GEO),
}  # fmt: skip
GEO_MAP = "key: id\ncolumns: {name: name, lon: venues.main.lon, lat: venues.main.lat}\n"


@pytest.fixture(scope="module")
def root() -> Catalogue:
    return catalogue.load(ALBA)


def come(root: Catalogue, folder: Path, dirty: Dirty, map: str = "") -> list[Incoming] | str:
    """The rows, or the sentence that says why there are none."""
    (folder / dirty.name).write_bytes(dirty.data)
    reader = geojson if dirty.name == GEO else tables
    (folder / "map.yml").write_text(map or (_geo_map(dirty) if dirty.name == GEO else MAP))
    try:
        return list(reader.read(root, Given(str(folder / dirty.name), "en", folder / "map.yml")))
    except Refusal as refusal:
        return str(refusal)


def _geo_map(dirty: Dirty) -> str:
    return GEO_MAP if b'"coordinates"' in dirty.data else "key: id\ncolumns: {name: name}\n"


@pytest.mark.parametrize("case", DIRTY)
def test_dirty_tables(root: Catalogue, tmp_path: Path, case: str) -> None:
    dirty = DIRTY[case]
    before = files_of(ALBA / "content")
    found = come(root, tmp_path, dirty)
    if isinstance(found, str):
        assert isinstance(dirty.said, str), found
        assert dirty.said in found
        assert "\n" not in found and len(found) < 700
    else:
        assert (
            len([row for row in found if row.kind == "assets"]) == dirty.said if isinstance(dirty.said, int) else True
        )
        keys = [(row.kind, row.key) for row in found]
        assert len(set(keys)) == len(keys)
        for row in found:
            text = json.dumps(row.tree, ensure_ascii=False)
            assert not any(
                sign in text for sign in ("<script", "onerror", "javascript:", "\x00", "\x1b", "\u202e", "\ue000")
            )
    assert files_of(ALBA / "content") == before
    assert {path.name for path in tmp_path.iterdir()} == {dirty.name, "map.yml"}


def test_there_are_fifty() -> None:
    assert len(DIRTY) >= 50


@pytest.mark.parametrize("case", DIRTY)
def test_a_guess_of_a_dirty_table_is_a_mapping_or_a_sentence(root: Catalogue, tmp_path: Path, case: str) -> None:
    dirty = DIRTY[case]
    if len(dirty.data) > 10_000_000:
        pytest.skip("the same as above, and slow")
    (tmp_path / dirty.name).write_bytes(dirty.data)
    try:
        text = guess.proposed(
            root, Given(str(tmp_path / dirty.name), "en"), "geojson" if dirty.name == GEO else "table"
        )
    except Refusal as refusal:
        said = str(refusal)
    else:
        found = come(root, tmp_path, dirty, text)
        assert isinstance(found, list), found
        return
    assert "\n" not in said


def test_scripts_are_said(root: Catalogue, tmp_path: Path) -> None:
    found = come(root, tmp_path, DIRTY["HTML in every cell"])
    assert isinstance(found, list)
    assert ("name", "row-active-content") in [(dirt.field, dirt.rule.code) for dirt in found[0].dirt]
    assert found[0].tree["name"] == {"en": "Walkershere"}


def test_a_formula_is_what_it_came_to(root: Catalogue, tmp_path: Path) -> None:
    cell = b'<c r="B2"><f>WEBSERVICE("http://x.example/")</f><v>5</v></c>'
    data = workbook(set_cell("B2", "=1"))
    made = part(
        data,
        SHEET,
        lambda xml: xml.replace(xml[xml.index(b'<c r="B2"') : xml.index(b"</c>", xml.index(b'<c r="B2"')) + 4], cell),
    )
    found = come(root, tmp_path, Dirty(made, 1, "list.xlsx"))
    assert isinstance(found, list) and found[0].tree["name"] == {"en": "5"}


def test_a_size_that_a_zip_does_not_keep(root: Catalogue, tmp_path: Path) -> None:
    """What a zip says of the size of its parts is what is unpacked, and no more."""
    bomb = bytearray(zipped(**{"xl__worksheets__sheet1.xml": b"0" * 200_000_000}))
    at = bomb.rindex(b"PK\x01\x02")
    bomb[at + 24 : at + 28] = struct.pack("<I", 10)
    assert isinstance(come(root, tmp_path, Dirty(bytes(bomb), "", "list.xlsx")), str)

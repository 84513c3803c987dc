"""A translator: reads what was sent out and writes into it, as a spreadsheet program or a translation tool would."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

NS = "{urn:oasis:names:tc:xliff:document:1.2}"
COLUMNS = ("record", "field", "status", "source", "target", "note", "file", "unit", "source_print", "target_print")
FORMS = ("xlsx", "xlf")


def sheet_of(file: Path) -> Worksheet:
    sheet = load_workbook(file).active
    assert isinstance(sheet, Worksheet)
    return sheet


def read(file: Path) -> list[dict[str, str]]:
    """What a translator sees, of either format: for each text its unit, status, source and target."""
    if file.suffix == ".xlsx":
        rows = sheet_of(file).iter_rows(min_row=2, values_only=True)
        return [{name: str(value or "") for name, value in zip(COLUMNS, row, strict=True)} for row in rows]
    found = []
    for unit in ElementTree.parse(file).iter(f"{NS}trans-unit"):
        context = {part.get("context-type"): part.text or "" for part in unit.iter(f"{NS}context")}
        target = unit.find(f"{NS}target")
        assert target is not None
        found.append(
            {
                "unit": unit.get("id", ""),
                "status": context["x-status"],
                "source": unit.findtext(f"{NS}source") or "",
                "target": target.text or "",
                "source_print": context["x-source-print"],
                "target_print": context["x-target-print"],
            }
        )
    return found


def write(file: Path, texts: Mapping[str, str]) -> None:
    """Write translations into the file, by unit."""
    if file.suffix == ".xlsx":
        book = load_workbook(file)
        sheet = book.active
        assert isinstance(sheet, Worksheet)
        for row in sheet.iter_rows(min_row=2):
            if (unit := str(row[7].value)) in texts:
                row[4].value = texts[unit]
                row[4].data_type = "s"
        book.save(file)
        return
    tree = ElementTree.parse(file)
    for found in tree.iter(f"{NS}trans-unit"):
        target = found.find(f"{NS}target")
        if target is not None and (name := found.get("id", "")) in texts:
            target.text = texts[name]
            target.set("state", "translated")
    tree.write(file, encoding="utf-8")

"""Texts for translators as XLIFF 1.2.

Version 1.2 because every translator's tool reads it (XLIFF 2 is another format by the same name, and several read only
one). Prose goes out as plain text: [[id|words]] and Markdown are not made inline codes, because a translator has to be able
to give a link words of its own, as languages need that change words; what came back broken is found when it is taken in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from generator.exports.translate import MOST_OF_LINE, Pair, Row

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_STATES = {
    "missing": "needs-translation",
    "stale": "needs-review-translation",
    "draft": "needs-review-translation",
    "reviewed": "signed-off",
    "approved": "final",
}


def document(rows: Iterable[Row], langs: Pair, locales: Mapping[str, str]) -> bytes:
    """The rows as an XLIFF document. `locales` are the languages as tools like them, with a region: cy-GB."""
    top = Element("xliff", {"version": "1.2", "xmlns": NAMESPACE})
    source, target = (locales.get(code, code) for code in langs)
    file = SubElement(
        top,
        "file",
        {"original": "content", "datatype": "plaintext", "source-language": source, "target-language": target},
    )
    body = SubElement(file, "body")
    for row in rows:
        _unit(body, row, source, target)
    indent(top)
    made: str = tostring(top, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{made}\n'.encode()


def _unit(body: Element, row: Row, source: str, target: str) -> None:
    limits = {"maxwidth": str(MOST_OF_LINE), "size-unit": "char"} if row.one_line else {}
    unit = SubElement(body, "trans-unit", {"id": row.unit, "resname": row.unit, f"{_XML}space": "preserve", **limits})
    SubElement(unit, "source", {f"{_XML}lang": source}).text = row.source
    SubElement(unit, "target", {f"{_XML}lang": target, "state": _STATES[row.status]}).text = row.target or None
    context = SubElement(unit, "context-group", {"purpose": "information"})  # a name would have to be unique
    said = ("sourcefile", row.file), ("x-status", row.status), ("x-source-print", row.prints[0])
    for kind, text in (*said, ("x-target-print", row.prints[1])):
        SubElement(context, "context", {"context-type": kind}).text = text or None
    for text in (row.label, row.note):
        if text:
            SubElement(unit, "note", {"from": "geirfa"}).text = text

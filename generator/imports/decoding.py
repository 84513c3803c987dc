"""Bytes from outside as text and JSON: whatever the encoding, and within limits."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generator.issues import N_, Refusal

MOST_BYTES = 256 * 1024 * 1024
"""Bytes of the largest list that is read: some hundred thousand services."""
MOST_FIELD = 1024 * 1024
"""Characters of the longest text of a field that is read."""
MOST_DEPTH = 40
"""Parts inside each other; services of the standard have eight."""

_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_GZIP = b"\x1f\x8b"
_ENVELOPES = ("contents", "content")
_BLANK = re.compile(r"[\s\x00-\x1f]*")


def bytes_of(path: Path, name: str) -> bytes:
    """What a file holds. Raises Refusal where it cannot be read or is larger than any list."""
    try:
        with path.open("rb") as handle:
            data = handle.read(MOST_BYTES + 1)
    except OSError as error:
        raise Refusal(
            N_("{name} cannot be read: {reason}."), name=name, reason=(error.strerror or "unknown reason").lower()
        ) from error
    return weighed(data, name)


def weighed(data: bytes, name: str) -> bytes:
    """The same, unpacked where it is packed by gzip. Raises Refusal where it is larger than any list."""
    if data.startswith(_GZIP):
        packed = zlib.decompressobj(zlib.MAX_WBITS | 16)
        try:
            data = packed.decompress(data, MOST_BYTES + 1)
        except zlib.error as error:
            raise Refusal(N_("{name} cannot be unpacked: fetch it again."), name=name) from error
        if not packed.eof and len(data) <= MOST_BYTES:
            raise Refusal(N_("{name} cannot be unpacked, for it ends too early: fetch it again."), name=name)
    if len(data) > MOST_BYTES:
        raise Refusal(
            N_("{name} has more than {most} MB; split it, or ask for it page by page."),
            name=name,
            most=MOST_BYTES // 1024 // 1024,
        )
    return data


def text_of(data: bytes, name: str) -> str:
    """Bytes as text: UTF-8 or UTF-16 by the mark at their beginning, else by how they look, else Windows-1252."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _decoded(data, encoding, name).removeprefix("\ufeff")
    start = data[:400]
    for encoding, zeros in (("utf-16-le", start[1::2]), ("utf-16-be", start[::2])):
        if len(start) > 3 and zeros.count(0) > 0.4 * len(zeros):
            return _decoded(data, encoding, name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _decoded(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Refusal(
            N_("{name} says that it is {encoding} text, and is not from byte {start} on."),
            name=name,
            encoding=encoding.upper(),
            start=error.start,
        ) from error


def documents(text: str, name: str) -> Iterator[tuple[str, Any]]:
    """Each row of a document with where it stands: those of an envelope or list one by one, else the document itself. Raises
    Refusal where it is no JSON: rows before the fault have been handed over by then."""
    start = _after_blanks(text, 0)
    if text[start : start + 1] == "[":
        yield from _rows(text, start, "", name)
    elif at := _envelope(text, start, name):
        yield from _rows(text, *at, name)
    else:
        document, end = _value(text, start, name)
        if (rest := _after_blanks(text, end)) == len(text):
            yield "", document
        elif isinstance(document, dict) and text[rest] == "{" and "\n" in text[end:rest]:
            yield from _lines(text, start, name)
        else:
            raise _broken(text, rest, name)


def _lines(text: str, place: int, name: str) -> Iterator[tuple[str, Any]]:
    """The rows of JSON Lines: one behind the other."""
    number = 0
    while place < len(text):
        row, end = _value(text, place, name)
        number += 1
        yield f"line {number}", row
        place = _after_blanks(text, end)


def envelope(text: str, name: str) -> dict[str, Any]:
    """A page of an address as a whole."""
    document, _ = _value(text, _after_blanks(text, 0), name)
    return document if isinstance(document, dict) else {"contents": document}


def _envelope(text: str, start: int, name: str) -> tuple[int, str] | None:
    """Where the list of an envelope begins, and what it is called; None where a document is none."""
    place = start + 1
    while text[start : start + 1] == "{":
        place = _after_blanks(text, place)
        if text[place : place + 1] != '"':
            return None
        key, place = _value(text, place, name)
        place = _after_blanks(text, place)
        if text[place : place + 1] != ":":
            return None
        place = _after_blanks(text, place + 1)
        if key in _ENVELOPES and text[place : place + 1] == "[":
            return place, str(key)
        if text[place : place + 1] in "[{":
            return None
        _, place = _value(text, place, name)
        place = _after_blanks(text, place)
        if text[place : place + 1] != ",":
            return None
        place += 1
    return None


def _rows(text: str, start: int, label: str, name: str) -> Iterator[tuple[str, Any]]:
    place = _after_blanks(text, start + 1)
    number = 0
    while text[place : place + 1] != "]":
        row, place = _value(text, place, name)
        yield f"{label}[{number}]", row
        number += 1
        place = _after_blanks(text, place)
        if text[place : place + 1] == ",":
            place = _after_blanks(text, place + 1)
        elif text[place : place + 1] != "]":
            raise _broken(text, place, name)
    _close(text, place + 1, bool(label), name)


def _close(text: str, place: int, inside: bool, name: str) -> None:
    """Read on to the end behind a list: of an envelope what stands there, and that it closes."""
    place = _after_blanks(text, place)
    while inside and text[place : place + 1] == ",":
        _, place = _value(text, _after_blanks(text, place + 1), name)
        place = _after_blanks(text, place)
        if text[place : place + 1] != ":":
            raise _broken(text, place, name)
        _, place = _value(text, _after_blanks(text, place + 1), name)
        place = _after_blanks(text, place)
    if inside and text[place : place + 1] != "}":
        raise _broken(text, place, name)
    if (end := _after_blanks(text, place + inside)) < len(text):
        raise _broken(text, end, name)


def _after_blanks(text: str, place: int) -> int:
    found = _BLANK.match(text, place)
    return found.end() if found else place


def _value(text: str, place: int, name: str) -> tuple[Any, int]:
    try:
        value, end = _DECODER.raw_decode(text, place)
    except json.JSONDecodeError as error:
        raise _broken(text, error.pos, name) from error
    except RecursionError:
        raise _deep(name) from None
    _measure(value, name, MOST_DEPTH, end - place > MOST_FIELD)
    return value, end


def _broken(text: str, place: int, name: str) -> Refusal:
    line = text.count("\n", 0, place) + 1
    column = place - text.rfind("\n", 0, place)
    said = (
        N_(
            "{name} is no JSON at line {line}, column {column}: fetch it again, or have it put right where it comes from."
        )
        if text[place:].strip()
        else N_(
            "{name} ends too early at line {line}, column {column}: fetch it again, or have it put right where it comes from."
        )
    )
    return Refusal(said, name=name, line=line, column=column)


def _deep(name: str) -> Refusal:
    return Refusal(
        N_("{name} has more than {most} parts inside each other; no list of services has."), name=name, most=MOST_DEPTH
    )


def _measure(value: Any, name: str, depth: int, long: bool) -> None:
    """Refuse what lies too deep, and where a text may be too long what is."""
    if depth < 0:
        raise _deep(name)
    for held in value.values() if type(value) is dict else value if type(value) is list else (value,):
        if type(held) is dict or type(held) is list:
            _measure(held, name, depth - 1, long)
        elif long and type(held) is str and len(held) > MOST_FIELD:
            raise Refusal(
                N_("{name} has a text of {held} characters; {most} are the most that is read."),
                name=name,
                held=f"{len(held):,}",
                most=f"{MOST_FIELD:,}",
            )


def _integer(digits: str) -> int | str:
    return int(digits) if len(digits) <= 18 else digits


def _no_number(name: str) -> None:
    """NaN and Infinity are no values of JSON."""


_DECODER = json.JSONDecoder(strict=False, parse_int=_integer, parse_constant=_no_number)

"""Tables as text, whatever sign stands between their cells; and texts that were once read in the wrong encoding."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from io import StringIO
from itertools import islice

from generator.issues import N_, Refusal

_SIGNS = (",", ";", "\t", "|")
_TRIED = 50
"""Rows by which the sign between cells is told."""
_MANGLED = re.compile("[ÂÃÅâ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")
"""What UTF-8 looks like that was once read as Windows-1252."""


def mended(text: str) -> str:
    """A text that was once read in the wrong encoding as it was written; any other as it is."""
    if not _MANGLED.search(text):
        return text
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return text


def rows(text: str, file: str) -> Iterator[Sequence[str]]:
    """The rows of a table, as they stand. Raises Refusal where a cell never ends, or is longer than any cell should be."""
    said = re.match(r"sep=(.)\r?\n", text)
    text = text[said.end() :] if said else text
    sign = said[1] if said else _sign(text)
    if text.count('"') % 2:
        _look_for_the_end(text, sign, file)
    number = 0
    try:
        for number, row in enumerate(csv.reader(StringIO(text, newline=""), delimiter=sign), 1):  # noqa: B007
            yield row
    except csv.Error as error:
        long = "field larger" in str(error)
        why = (
            N_(
                "{file} has a cell of more than {most} characters in row {row}: look whether a quotation mark is missing."
            )
            if long
            else N_("{file} has a cell that cannot be read in row {row}: look whether a quotation mark is missing.")
        )
        raise Refusal(why, file=file, row=number + 1, most=csv.field_size_limit()) from error


def _look_for_the_end(text: str, sign: str, file: str) -> None:
    number = 0
    try:
        for number, _ in enumerate(csv.reader(StringIO(text, newline=""), delimiter=sign, strict=True), 1):  # noqa: B007
            pass
    except csv.Error as error:
        if "unexpected end" in str(error):
            raise Refusal(
                N_("{file} has a quotation mark in row {number} that is never closed."), file=file, number=number + 1
            ) from error


def _sign(text: str) -> str:
    """The sign between cells: the one by which most rows are as wide as most others."""

    def fit(sign: str) -> tuple[int, int]:
        try:
            found = list(islice(csv.reader(StringIO(text, newline=""), delimiter=sign), _TRIED))
        except csv.Error:
            return 0, 0
        widths = Counter(len(row) for row in found if row)
        width, count = widths.most_common(1)[0] if widths else (0, 0)
        return (count, width) if width > 1 else (0, 0)

    return max(_SIGNS, key=fit)

"""What came back from a translator, whatever file it came in. Nothing here has been looked up yet."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.issues import N_, Issue, Rule, Severity

MOST_UNITS = 100_000

NOT_TEXT = Rule(
    "not-text",
    Severity.ERROR,
    N_("What comes back is text."),
    N_("The cell of '{unit}' holds a formula, a number or a date."),
    N_("Give the cell the format 'text' and type the translation again."),
)
LOST_CODE = Rule(
    "lost-code",
    Severity.ERROR,
    N_("What comes back is text."),
    N_("The translation of '{unit}' holds a code without text, <{tag}>."),
    N_("Put the text itself in its place; nothing went out with codes."),
)


class Came(NamedTuple):
    """One translation that came back: whose it is, the fingerprints that went out with it, its text, and its line in the file."""

    unit: str
    source_print: str
    target_print: str
    text: str
    line: int = 1


@dataclass(slots=True)
class Returned:
    """All that came back in one file, and what could not be read of it."""

    source: str
    target: str
    texts: list[Came] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)


def tidy(text: str, one_line: bool = False) -> str:
    """Text as records have it: line ends, accents as single characters, no tabs, no space around it or at the end of lines;
    on one line, if asked to. Spreadsheets write a return as _x000D_."""
    text = text.replace("_x000D_", "\r").replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    if one_line:
        text = " ".join(text.split())
    return "\n".join(line.rstrip() for line in unicodedata.normalize("NFC", text).strip().split("\n"))

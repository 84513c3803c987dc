"""Texts from outside made fit for a record: plain text in one spelling, without what hides in it or would be markup here."""

from __future__ import annotations

import re
import unicodedata

from generator.files import without_forbidden
from generator.issues import Path
from generator.referral.clean import clean
from generator.source import Tree

MOST = 100_000
MOST_MARKUP = 20_000
"""Characters of a text that are looked at, and of one with markup: a record holds 64 KB, a field 8,000 characters."""
_MARKUP = re.compile(r"<[a-zA-Z/!?]|&(?:[a-zA-Z]{2,31}|#[0-9]{1,7}|#x[0-9a-fA-F]{1,6});")
_HALF = re.compile("[\ud800-\udfff]")
_BLANKS = re.compile(r"[ \u00a0\u2000-\u200a\u202f\u205f\u3000]+")


def cleaned(tree: dict[str, Tree]) -> tuple[dict[str, Tree], list[Path]]:
    """A tree with clean texts, without what is empty; and the paths of texts that held markup."""
    marked: list[Path] = []
    found = _clean(tree, (), marked)
    return (found if isinstance(found, dict) else {}), marked


def _clean(value: object, path: Path, marked: list[Path]) -> Tree | None:
    if isinstance(value, dict) and len(path) < 12:
        pairs = ((str(key), _clean(inner, (*path, str(key)), marked)) for key, inner in value.items())
        return {key: inner for key, inner in pairs if inner not in (None, "", {}, [])} or None
    if isinstance(value, list | tuple) and len(path) < 12:
        entries = (_clean(inner, (*path, number), marked) for number, inner in enumerate(value))
        return [inner for inner in entries if inner not in (None, "", {}, [])] or None
    if value is None or isinstance(value, dict | list | tuple):
        return None
    text = str(value)[:MOST]
    if _MARKUP.search(text):
        words = clean(text[:MOST_MARKUP]).text
        if words != text.strip():
            marked.append(path)
            text = words
    return tidy(text)


def tidy(text: str) -> str:
    """Text as a record may hold it: composed letters, no invisible characters, no blanks at the ends of lines, one empty line
    between paragraphs; two opening brackets name no word here."""
    if text.isascii() and text.isprintable() and "  " not in text and "[[" not in text:
        return text.strip()  # what most are
    text = _HALF.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\t", " "))
    text = without_forbidden(unicodedata.normalize("NFC", text))
    lines = (_BLANKS.sub(" ", line).strip() for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip().replace("[[", "[ [")

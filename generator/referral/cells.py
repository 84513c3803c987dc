"""Single values from outside, as a record writes them. Each reader takes a text, number or truth value as it came."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache, wraps
from typing import Any, NamedTuple, TypeAlias

from generator.issues import Rule
from generator.kinds.fields import is_email, is_phone, is_postcode, is_web
from generator.referral.clean import clean, line
from generator.referral.dirt import (
    BAD_DATE,
    BAD_EMAIL,
    BAD_NUMBER,
    BAD_PHONE,
    BAD_POSTCODE,
    BAD_TIME,
    BAD_WEB,
    MENDED,
)


class Cell(NamedTuple):
    """What a value says, as a record writes it; "" where it is not understood, and by which rule. A rule beside a text:
    it had to be mended."""

    text: str
    rule: Rule | None = None


Read: TypeAlias = Callable[[Any], Cell]


def _remembered(read: Read) -> Read:
    """A reader that remembers what it was asked: lists say the same times, days and numbers over and over."""
    known = lru_cache(maxsize=4096, typed=True)(read)

    def reader(value: Any) -> Cell:
        return Cell("") if isinstance(value, dict | list) else known(value)

    return wraps(read)(reader)


_ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?")
_SLASHED = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})(?: .*)?")
_MONTHS = {name: n for n, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_WRITTEN = re.compile(
    r"(?:(\d{1,2})(?:st|nd|rd|th)? )?([a-z]{3})[a-z]*\.? (?:(\d{1,2})(?:st|nd|rd|th)?,? )?(\d{4})", re.I
)
_CLOCK = re.compile(
    r"(\d{1,2})(?:[:.](\d{2})(?:[:.]\d{2}(?:\.\d+)?)?)?\s*([ap])?\.?(?:m\.?)?(?:Z|[+-]\d{2}:?\d{2})?", re.I
)
_MOMENT = re.compile(r"^\d{4}-\d\d-\d\dT(?=\d\d:)")
_NUMBER = re.compile(r"-?\d{1,9}")
_DECIMAL = re.compile(r"[£$€]?\s*(-?\d{1,9}(?:\.\d{1,9})?)(?:\s*[a-zA-Z]{3})?")
_COMMA = re.compile(r"(\d),(\d\d?)(?!\d|,)")
"""A comma that stands for a point: no thousands follow it."""
_EXTENSION = re.compile(r"(?:ext(?:ension|n)?\.?|x)\s*(\d{1,6})\s*$", re.I)
_BRITISH = re.compile(r"([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})")


def as_text(value: Any) -> str:
    """A text, number or truth value as it is written: whole numbers without a point."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)


def _said(value: Any) -> str:
    return "" if isinstance(value, bool) else line(clean(as_text(value)).text)


@_remembered
def email(value: Any) -> Cell:
    text = _said(value)
    bare = re.sub(r"^(?:mailto:|<)\s*|[>.,;]$", "", text, flags=re.I).partition("?")[0].strip()
    if not is_email(bare):
        return Cell("", BAD_EMAIL)
    return Cell(bare, None if bare == text else MENDED)


@_remembered
def web(value: Any) -> Cell:
    """An address. One that begins with its host alone is asked the old way, which every server answers or redirects."""
    text = _said(value)
    if is_web(text):
        return Cell(text)
    better = re.sub(r"^(https?):/*", lambda found: f"{found[1].lower()}://", text, flags=re.I).replace(" ", "%20")
    if not re.match("https?://", better) and re.match(r"[\w-]+(\.[\w-]+)*\.[a-z]{2,}(?:[/?#]|$)", better, re.I):
        better = f"http://{better}"
    return Cell(better, MENDED) if is_web(better) else Cell("", BAD_WEB)


@_remembered
def phone(value: Any) -> Cell:
    """A number as it is read out: digits and single spaces. What stands behind it as an extension is not part of it."""
    text = _said(value).strip("\"' ")
    bare = re.sub(r"^(?:tel|phone|telephone|t)\s*[:.]?\s*", "", _EXTENSION.sub("", text), flags=re.I)
    bare = re.sub(r"^\+(\d+) ?\(0\) ?", r"+\1 ", bare)
    bare = " ".join(re.sub(r"[-./()\u2010-\u2015]", " ", bare).split())
    if not is_phone(bare) or sum(map(str.isdigit, bare)) < 3:
        return Cell("", BAD_PHONE)
    return Cell(bare)


def extension(value: Any) -> str:
    """The extension that stands behind a number; "" for none."""
    found = _EXTENSION.search(_said(value))
    return found[1] if found else ""


@_remembered
def postcode(value: Any) -> Cell:
    text = _said(value).upper()
    british = _BRITISH.fullmatch(text.replace(" ", ""))
    better = f"{british[1]} {british[2]}" if british else text
    return Cell(better) if is_postcode(better) else Cell("", BAD_POSTCODE)


@_remembered
def day(value: Any) -> Cell:
    """A day; of a moment its day. 03/04/2026 may be two days and is neither."""
    text = _said(value)
    if found := _ISO_DAY.fullmatch(text):
        made = _day(int(found[1]), int(found[2]), int(found[3]))
    elif found := _SLASHED.fullmatch(text):
        one, other, year = int(found[1]), int(found[2]), int(found[3]) + (2000 if len(found[3]) == 2 else 0)
        made = _day(year, other, one) if one > 12 or one == other else _day(year, one, other) if other > 12 else ""
    elif (found := _WRITTEN.fullmatch(text)) and bool(found[1]) != bool(found[3]):
        made = _day(int(found[4]), _MONTHS.get(found[2].lower(), 0), int(found[1] or found[3]))
    else:
        made = ""
    return Cell(made, None if made == text else MENDED) if made else Cell("", BAD_DATE)


def _day(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat() if year > 1000 else ""
    except ValueError:
        return ""


@_remembered
def time(value: Any) -> Cell:
    """A time of day as 14:30, from 14:30:00, 2.30pm or 2 PM; of a moment its time."""
    text = _MOMENT.sub("", _said(value))
    found = _CLOCK.fullmatch(text)
    hours, minutes = (int(found[1]), int(found[2] or 0)) if found else (99, 0)
    half = (found[3] or "").lower() if found else ""
    if text.lower() in ("noon", "12 noon", "12noon", "midday"):
        hours, minutes = 12, 0
    elif half and not 1 <= hours <= 12:
        hours = 99
    elif half:
        hours = hours % 12 + (12 if half == "p" else 0)
    if hours == 24 and not minutes:
        hours = 0
    if hours > 23 or minutes > 59 or (found and not half and not found[2] and ":" not in text):
        return Cell("", BAD_TIME)
    return Cell(f"{hours:02}:{minutes:02}")


@_remembered
def number(value: Any) -> Cell:
    """A whole number, in digits."""
    text = re.sub(r"\.0+$", "", _said(value))
    return Cell(str(int(text))) if _NUMBER.fullmatch(text) else Cell("", BAD_NUMBER)


@_remembered
def decimal(value: Any) -> Cell:
    """A number with or without a point; a sign of money before it or its code behind it is left out."""
    text = _said(value)
    found = _DECIMAL.fullmatch(_COMMA.sub(r"\1.\2", text).replace(",", ""))
    if not found:
        return Cell("", BAD_NUMBER)
    bare = found[1].rstrip("0").rstrip(".") if "." in found[1] else found[1]
    return Cell(bare if not bare.lstrip("-").isdigit() else str(int(bare)))

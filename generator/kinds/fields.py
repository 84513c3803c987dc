"""The types a record's fields are made of. Values come in as strings, lists and mappings and leave typed.

Each refusal is a pydantic error *type* that `faults` turns into a Rule of ours; pydantic's own wording is never shown.
Other modules read the marks on a type: `Link` (names a record), `Word` (names an entry of a vocabulary).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from functools import lru_cache
from sys import intern
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import AfterValidator, BeforeValidator, StringConstraints, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

from generator.kinds.part import Part as Part

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))})
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TIME = re.compile(r"([01]?[0-9]|2[0-3]):[0-5][0-9]")
_EMAIL = re.compile(r"[^\s@<>\"',;:()]+@[^\s@<>\"',;:()]+\.[a-zA-Z]{2,}")
_PHONE = re.compile(r"(?=.{3,20}$)\+?[0-9]+( [0-9]+)*")
_POSTCODE = re.compile(r"[A-Z0-9]{2,4}(?: [A-Z0-9]{2,4})?")
_POINT = re.compile(r"(-?\d{1,2}(?:\.\d{1,6})?), (-?\d{1,3}(?:\.\d{1,6})?)")
_WEB = re.compile(r"https?://([^\s<>\"'\\^`{|}@/?#]+)([/?#][^\s<>\"'\\^`{|}]*)?")


def is_id(text: str) -> bool:
    """True for lower-case ASCII kebab-case of at most 80 characters that every file system can hold."""
    return bool(ID.fullmatch(text)) and len(text) <= 80 and text not in _DEVICES


@dataclass(frozen=True, slots=True)
class Link:
    """Marks a field that names a record of the kind in `folder`. `own` allows only records that stand for
    themselves (no words that point elsewhere)."""

    folder: str
    own: bool = True


@dataclass(frozen=True, slots=True)
class Word:
    """Marks a field that names an entry of `content/vocabularies/<vocabulary>.yml`, or of `site.yml`'s list of it."""

    vocabulary: str


def _refuse(kind: str, **values: Any) -> PydanticCustomError:
    return PydanticCustomError(kind, "refused", values)


def _one_line(text: str) -> str:
    if "\n" in text:
        raise _refuse("not_one_line")
    return text


@lru_cache(4096)  # most ids stand in many records
def _id(text: str) -> str:
    if not is_id(text):
        raise _refuse("not_an_id")
    return intern(text)


def _flag(value: Any) -> bool:
    if value not in ("true", "false"):
        raise _refuse("not_a_flag")
    return bool(value == "true")


def _number(value: Any) -> int:
    if not isinstance(value, str) or not re.fullmatch(r"-?(0|[1-9][0-9]{0,11})", value):
        raise _refuse("not_a_number")
    return int(value)


def _decimal(value: Any) -> float:
    if not isinstance(value, str) or not re.fullmatch(r"-?[0-9]{1,9}(\.[0-9]{1,9})?", value):
        raise _refuse("not_a_decimal")
    return float(value)


def _day(value: Any) -> date:
    try:
        if isinstance(value, str) and _DAY.fullmatch(value):
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise _refuse("not_a_day")


def _time(value: Any) -> time:
    if not isinstance(value, str) or not _TIME.fullmatch(value):
        raise _refuse("not_a_time")
    hours, minutes = value.split(":")
    return time(int(hours), int(minutes))


class Point(NamedTuple):
    """A place on the earth: degrees north and east (WGS 84)."""

    lat: float
    lon: float


class Span(NamedTuple):
    """From one time of day to another; `end` is None where only the beginning is known. One that ends before it begins
    goes on past midnight."""

    start: time
    end: time | None


def _span(value: Any) -> Span:
    start, dash, end = value.partition("-") if isinstance(value, str) else ("", "", "")
    try:
        return Span(_time(start.strip()), _time(end.strip()) if dash else None)
    except PydanticCustomError:
        raise _refuse("not_a_span") from None


def _point(value: Any) -> Point:
    found = _POINT.fullmatch(value) if isinstance(value, str) else None
    if not found or abs(float(found[1])) > 90 or abs(float(found[2])) > 180:
        raise _refuse("not_a_point")
    return Point(float(found[1]), float(found[2]))


def is_postcode(text: str) -> bool:
    """True for a postal code in capitals."""
    return _POSTCODE.fullmatch(text) is not None


def _postcode(text: str) -> str:
    if not is_postcode(text):
        raise _refuse("not_a_postcode")
    return text


def _part_day(text: str) -> str:
    try:
        _day(f"{text}-01-01"[: max(10, len(text))])
    except PydanticCustomError:
        raise _refuse("not_a_part_day") from None
    return text


def is_web(text: str) -> bool:
    """True for an address of at most 2,000 characters that begins with https:// or http:// and names a host."""
    found = _WEB.fullmatch(text) if len(text) <= 2000 else None
    return found is not None and "." in found.group(1).strip(".")


def _web(text: str) -> str:
    if not is_web(text):
        raise _refuse("not_a_web_address")
    return text


def _base(text: str) -> str:
    """An address other addresses are put behind: without query or fragment, ending with a slash."""
    if not is_web(text) or "?" in text or "#" in text:
        raise _refuse("not_a_web_address")
    return text.rstrip("/") + "/"


def is_email(text: str) -> bool:
    """True for one e-mail address."""
    return _EMAIL.fullmatch(text) is not None


def _email(text: str) -> str:
    if not is_email(text):
        raise _refuse("not_an_email")
    return text


def is_phone(text: str) -> bool:
    """True for a number as it is read out."""
    return _PHONE.fullmatch(text) is not None


def _phone(text: str) -> str:
    if not is_phone(text):
        raise _refuse("not_a_phone")
    return text


def _language(code: str, info: ValidationInfo) -> str:
    known = (info.context or {}).get("languages")
    if known is not None and code not in known:
        raise _refuse("unknown_language", language=code, known=", ".join(known))
    return intern(code)


def _not_empty(values: Any) -> Any:
    if not values:
        raise _refuse("empty")
    return values


def _in_main_language(text: Mapping[str, Any], info: ValidationInfo) -> Mapping[str, Any]:
    known = (info.context or {}).get("languages") or ()
    if known and known[0] not in text:
        raise _refuse("no_main_language", language=known[0])
    return text


Line = Annotated[str, StringConstraints(min_length=1, max_length=300), AfterValidator(_one_line)]
"""Text of one line."""
Prose = Annotated[str, StringConstraints(min_length=1, max_length=8000)]
"""Text of paragraphs, in the small Markdown subset."""
Id = Annotated[str, AfterValidator(_id)]
Flag = Annotated[bool, BeforeValidator(_flag)]
"""`true` or `false`, nothing else (`no` and `on` are words)."""
Number = Annotated[int, BeforeValidator(_number)]
Decimal = Annotated[
    float, BeforeValidator(_decimal), WithJsonSchema({"anyOf": [{"type": "number"}, {"type": "string"}]})
]
Day = Annotated[date, BeforeValidator(_day)]
"""A date as 2026-11-21."""
Time = Annotated[time, BeforeValidator(_time)]
"""A time of day as 12:30, on the 24-hour clock."""
Web = Annotated[str, AfterValidator(_web)]
"""An address that begins with https:// or http://."""
Base = Annotated[str, AfterValidator(_base)]
"""The address of a site; its last slash may be left out."""
Email = Annotated[str, AfterValidator(_email)]
Phone = Annotated[str, AfterValidator(_phone)]
"""A telephone number as it is read out: digits and single spaces, an optional + before them."""

Postcode = Annotated[str, AfterValidator(_postcode)]
"""A postal code in capitals, its parts one space apart."""
Coordinates = Annotated[Point, BeforeValidator(_point), WithJsonSchema({"type": "string"})]
"""A point as "53.228, -4.128": degrees north, then east."""
Hours = Annotated[Span, BeforeValidator(_span), WithJsonSchema({"type": "string"})]
"""From one time to another as "10:00-12:30"; "10:00" where the end is not known."""
PartDay = Annotated[str, AfterValidator(_part_day)]
"""A day as far as it is known: 2026-11-21, 2026-11 or 2026."""
Answer = Literal["yes", "no", "unknown"]
"""Unknown is an answer: what nobody has said is not the same as no."""

NotEmpty = AfterValidator(_not_empty)
"""Marks a list that holds at least one entry."""

LanguageCode = Annotated[str, AfterValidator(_language)]
Lines = Annotated[dict[LanguageCode, Line], "bilingual"]
"""One line in each language: {en: …, cy: …}. Any of the site's languages may be missing."""
Texts = Annotated[dict[LanguageCode, Prose], "bilingual"]
"""Prose in each language."""
MainLines = Annotated[dict[LanguageCode, Line], "bilingual", AfterValidator(_in_main_language)]
"""As Lines, and the site's first language must be there."""
MainTexts = Annotated[dict[LanguageCode, Prose], "bilingual", AfterValidator(_in_main_language)]
"""As Texts, and the site's first language must be there."""

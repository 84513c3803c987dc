"""The types a record's fields are made of. Values come in as strings, lists and mappings and leave typed.

Each refusal is a pydantic error *type* that `faults` turns into a Rule of ours; pydantic's own wording is never shown.
Other modules read the marks on a type: `Link` (names a record), `Word` (names an entry of a vocabulary).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, StringConstraints, ValidationInfo
from pydantic_core import PydanticCustomError

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))})
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TIME = re.compile(r"([01]?[0-9]|2[0-3]):[0-5][0-9]")
_EMAIL = re.compile(r"[^\s@<>\"',;:()]+@[^\s@<>\"',;:()]+\.[a-zA-Z]{2,}")
_PHONE = re.compile(r"(?=.{3,20}$)\+?[0-9]+( [0-9]+)*")
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


class Part(BaseModel):
    """A piece of a record: exactly the named fields, never changed once read."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True, hide_input_in_errors=True)


def _refuse(kind: str, **values: Any) -> PydanticCustomError:
    return PydanticCustomError(kind, "refused", values)


def _one_line(text: str) -> str:
    if "\n" in text:
        raise _refuse("not_one_line")
    return text


def _id(text: str) -> str:
    if not is_id(text):
        raise _refuse("not_an_id")
    return text


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


def _email(text: str) -> str:
    if not _EMAIL.fullmatch(text):
        raise _refuse("not_an_email")
    return text


def _phone(text: str) -> str:
    if not _PHONE.fullmatch(text):
        raise _refuse("not_a_phone")
    return text


def _language(code: str, info: ValidationInfo) -> str:
    known = (info.context or {}).get("languages")
    if known is not None and code not in known:
        raise _refuse("unknown_language", language=code, known=", ".join(known))
    return code


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
Decimal = Annotated[float, BeforeValidator(_decimal)]
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

NotEmpty = AfterValidator(_not_empty)
"""Marks a list that holds at least one entry."""

LanguageCode = Annotated[str, AfterValidator(_language)]
Lines = Annotated[dict[LanguageCode, Line], "bilingual"]
"""One line in each language: {en: …, cy: …}. Any of the site's languages may be missing."""
Texts = Annotated[dict[LanguageCode, Prose], "bilingual"]
"""Prose in each language."""
MainLines = Annotated[dict[LanguageCode, Line], "bilingual", AfterValidator(_in_main_language)]
"""As Lines, and the site's first language must be there."""

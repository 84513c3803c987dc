"""What single cells hold beside each other: several telephone numbers, a postcode behind an address, ages from and to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.kinds.fields import is_postcode
from generator.languages import language
from generator.languages.rules import fold
from generator.referral import cells

_NUMBER = re.compile(r"(?<![\w@/.-])(?:\+|\(?0|00)[\d()]*(?:[\s.()-]{0,3}\d){8,12}(?!\d)")
_EXTENSION = re.compile(r"\s*,?\s*\(?(?:ext(?:ension|n)?\.?|x)\s*:?\s*(\d{1,6})\)?", re.I)
_BETWEEN = re.compile(r"(?:[\s/,;:&|()-]|\b(?:or|and|neu|tel|phone|mob|mobile|ff[oô]n|t|m)\b\.?)*", re.I)
_POSTCODE = re.compile(r"[\s,(.-]*\b([A-Z]{1,2}\d[A-Z\d]?)\s*(\d[A-Z]{2})\b[).]?", re.I)
_MONTHS = re.compile(r"month|week|mis|wythnos", re.I)
_AGE = r"(\d{1,3})(?:\s*(?:years?|yrs?|oed|mlwydd))*"
_FROM_TO = re.compile(rf"{_AGE}\s*(?:-|–|—|to|and|i|a|ac|hyd at)\s*{_AGE}(?:\s*(?:of age|old|oed))?")
_OVER = re.compile(
    rf"{_AGE}\s*(?:\+|plus|and over|and above|or over|and older|a throsodd|a hyn|neu drosodd|neu hyn)(?:\s*(?:only|old|oed))?"
)
_UNDER = re.compile(rf"{_AGE}\s*(?:and under|or under|and younger|neu iau|neu'n iau|ac iau)")
_OLDEST = 120


class Numbers(NamedTuple):
    """Telephone numbers of a cell, each with its extension, "" for none; what words stand beside them."""

    found: tuple[tuple[str, str], ...]
    beside: str


def numbers(text: str) -> Numbers:
    """The telephone numbers in a cell that holds several, or words beside one."""
    found: list[tuple[str, str]] = []
    rest, at = "", 0
    for one in _NUMBER.finditer(text):
        if one.start() < at or not (number := cells.phone(one[0]).text):
            continue
        rest += text[at : one.start()]
        behind = _EXTENSION.match(text, one.end())
        found.append((number, behind[1] if behind else ""))
        at = behind.end() if behind else one.end()
    return Numbers(tuple(found), "".join((rest, text[at:])) if found and not _says_nothing(rest, text[at:]) else "")


def _says_nothing(*texts: str) -> bool:
    return all(_BETWEEN.fullmatch(text) for text in texts)


def postcode(text: str) -> tuple[str, str]:
    """A text without the one British postcode in it, and this: ("Church Hall, Lampeter", "SA48 7BN"); "" for none or several."""
    found = [one for one in _POSTCODE.finditer(text) if is_postcode(f"{one[1]} {one[2]}".upper())]
    if len(found) != 1:
        return text, ""
    rest = text[: found[0].start()] + text[found[0].end() :]
    return rest.strip(" ,"), f"{found[0][1]} {found[0][2]}".upper()


def ages(text: str, codes: tuple[str, ...]) -> dict[str, str]:
    """The youngest and oldest that a text tells, in years: {"from": "5", "to": "11"}; nothing where it tells something else."""
    said = fold(text.strip(" ."))
    if _MONTHS.search(said):
        return {}
    for word in sorted(_openings(codes), key=len, reverse=True):
        said = re.sub(rf"^{word}\s+", "", said)
    under, over = (any(fold(text).startswith(word) for word in _words(codes, name)) for name in ("under", "over"))
    bare = re.fullmatch(rf"{_AGE}s?(?:\s*of age)?", said)
    if found := _FROM_TO.fullmatch(said):
        made = {"from": found[1], "to": found[2]}
    elif found := _OVER.fullmatch(said) or (bare if over else None):
        made = {"from": found[1]}
    elif found := _UNDER.fullmatch(said) or (bare if under else None):
        made = {"to": found[1]}
    else:
        return {}
    years = [int(year) for year in made.values()]
    return (
        {end: str(int(year)) for end, year in made.items()} if years == sorted(years) and years[-1] <= _OLDEST else {}
    )


def _words(codes: tuple[str, ...], name: str) -> Iterator[str]:
    for code in codes:
        yield from filter(None, language(code).tables.get(name, "").split("|"))


def _openings(codes: tuple[str, ...]) -> set[str]:
    return {word for name in ("over", "under", "aged") for word in _words(codes, name)}

"""Whether what stands in a column suits a place, and which place its values suggest."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from collections.abc import Mapping as Named

from generator.catalogue import Catalogue
from generator.imports.found_in import ages, numbers
from generator.imports.mapping import Column, Mapping
from generator.imports.phrases import understood
from generator.imports.phrases_clock import Lost
from generator.imports.phrases_rhythm import DAYS
from generator.imports.placing import Place, Placing
from generator.imports.positions import in_text, number
from generator.imports.targets import LAST
from generator.issues import Refusal
from generator.referral import cells
from generator.referral.words import Words, level

_TRIED = 200
"""Values of a column that are looked at."""
_HALF, _SOME = 0.5, 0.3
_RULE = re.compile(r"(?:RRULE:)?FREQ=", re.I)
_MOST_DEGREES, _LEAST_METRES, _MOST_METRES = 180, 1000, 1_300_000
_NO_PHONE = frozenset(("fax", "ffacs", "minicom"))
_SIGNS = (";", "|", ",")
_JOINED = (
    "venues.main.address",
    "description",
    "when",
    "contact.phones",
    "activities",
    "needs",
    "audiences",
    "cost.note",
)
"""Places that several columns may fill together."""


class Suits:
    """The places of one root."""

    def __init__(self, catalogue: Catalogue, lang: str) -> None:
        self._lang = lang
        self._placing = Placing(catalogue, Mapping("", "assets", lang, {"": Column(())}))
        self.words = Words(catalogue)

    def said(self, to: str, lang: str) -> str:
        """A place with the language of its texts, where it has one."""
        place = self._place(to)
        return f"{to}@{lang or self._lang}" if place and place.target and place.target.lang else to

    def joins(self, to: str) -> bool:
        return to.partition("@")[0] in _JOINED or to.removeprefix("when.") in DAYS

    def _place(self, to: str) -> Place | None:
        try:
            return self._placing.place(to, self._lang)
        except Refusal:
            return None

    def fit(self, to: str, values: Sequence[str], *, loose: bool = False) -> bool:
        """Whether most values of a column can stand in a place; of words of a list, some. `loose` where little else says so."""
        place = self._place(to)
        if place is None:
            return False
        if place.when == "" and loose:
            return _share(lambda text: bool(understood(text, self._lang).meetings), values) > _SOME
        if place.when is not None:
            return self._fits_time(place.when, values)
        if place.ages:
            codes = (self._lang, *self._placing.setting.others)
            return _share(lambda text: bool(ages(text, codes)), values) > _SOME
        if place.axis:
            return _share(_AXES[place.axis], values) > _HALF
        assert place.target
        form = place.target.form
        if form.kind in ("prose", "line"):
            in_words = bool(place.target.lang) and not to.startswith("cost.")
            most = 300 if form.kind == "line" else 10**6
            return _share(lambda text: len(text) <= most and (is_worded(text) or not in_words), values) > _SOME
        if form.kind == "phone":
            return _share(lambda text: bool(numbers(text).found or cells.phone(text).text), values) > _HALF
        split = self.split(to, values)
        parts = [part.strip() for value in values[:_TRIED] for part in (value.split(split) if split else [value])]
        if to == "cost.amount":  # of prices, some in words, a note holds all
            return _share(lambda text: bool(cells.decimal(text).text), values) == 1
        least = _SOME if form.kind in ("word", "id") else _HALF
        return _share(lambda text: bool(self._placing.setting.read(text, form).text), parts) > least

    def _fits_time(self, role: str, values: Sequence[str]) -> bool:
        if role in ("from", "until", "except"):
            return _share(lambda text: bool(self._placing.setting.day(re.split("[,;]", text)[0]).text), values) > _HALF
        if role in ("opens", "closes"):
            return _share(self._is_time, values) > _HALF
        if role == "days":
            return (
                _share(lambda text: not understood(text, self._lang, self._placing.setting.others).left, values) > _HALF
            )
        if role == "rrule":
            return _share(lambda text: bool(_RULE.match(text) or understood(text, self._lang).meetings), values) > _HALF
        return True

    def _is_time(self, text: str) -> bool:
        try:
            return bool(self._placing.setting.times(text).spans)
        except Lost:
            return False

    def split(self, to: str, values: Sequence[str]) -> str:
        """The sign between the words of a cell, for places that hold lists."""
        place = self._place(to)
        if not (place and place.target and (place.target.form.many or LAST in place.target.steps)):
            return ""
        if place.target.form.kind == "phone":  # a cell of several is read as one
            return ""
        return next((sign for sign in _SIGNS if _share(lambda text: sign in text, values) > 0.1), "")  # noqa: B023

    def by_values(self, heading: str, values: Sequence[str]) -> str:
        """The place that the values of a column suggest, whatever its heading; "" for none."""
        access = self.words.find("access", heading) or next(iter(self.words.find_within("access", heading)), "")
        if access:
            to = f"venues.main.access.{access}"
            return to if self.fit(to, values) else ""
        readers: dict[str, Callable[[str], bool]] = {
            "contact.email": lambda text: bool(cells.email(text).text),
            "venues.main.point": lambda text: bool(in_text(text, self.words).text),
            f"contact.web@{self._lang}": lambda text: (
                text.lower().startswith(("http", "www.")) and bool(cells.web(text).text)
            ),
            "venues.main.postcode": lambda text: " " in cells.postcode(text).text and len(text) < 9,
            "when.rrule": lambda text: bool(_RULE.match(text)),
        }
        if not _NO_PHONE & set(level(heading).split()):
            readers["contact.phones"] = lambda text: bool(numbers(text).found)
        return next((to for to, reads in readers.items() if _share(reads, values) > 0.8), "")


_LETTERS = re.compile(r"[^\W\d_]{2}")
_NO_WORDS = re.compile(
    r"https?://\S+|www\.\S+|\S+@\S+|[\d/:.-]+(?:[t ][\d:. apmgtz+-]+)?|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}", re.I
)


def is_worded(text: str) -> bool:
    """Whether a cell says something in words: no number, day, code, address or link."""
    return bool(_LETTERS.search(text)) and not _NO_WORDS.fullmatch(text.strip())


def _share(test: Callable[[str], bool], values: Sequence[str]) -> float:
    looked_at = values[:_TRIED]
    return sum(map(test, looked_at)) / len(looked_at) if looked_at else 0


def _is_degrees(text: str) -> bool:
    """Whether a cell may be degrees: the two of a point are often taken for each other."""
    try:
        return abs(number(text)) <= _MOST_DEGREES and not text.lstrip("-").isdigit()
    except ValueError:
        return False


def _is_metres(text: str) -> bool:
    try:
        return _LEAST_METRES < number(text) < _MOST_METRES
    except ValueError:
        return False


_AXES: Named[str, Callable[[str], bool]] = {
    "lat": _is_degrees,
    "lon": _is_degrees,
    "easting": _is_metres,
    "northing": _is_metres,
}

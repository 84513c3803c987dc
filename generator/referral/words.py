"""What of a root those who read rows from outside ask for: its vocabularies by whatever their entries are called, its
languages, its money."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from generator.catalogue import Catalogue
from generator.kinds.vocabulary import Entry
from generator.languages.rules import fold
from generator.wording import codes_of_languages

_APART = re.compile(r"[^\w']+|_")
_MOST_WORDS = 5
_NEAR = 3.0
"""Degrees round the points of the areas that still belong to them."""
_CODE = re.compile(r"[a-z]{2,3}")


class Words:
    """The words of one root. Lists are gathered when the first of them is asked for."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.languages = catalogue.codes
        self.currency = catalogue.site.currency or ""
        self.country = catalogue.site.holidays.country if catalogue.site.holidays else ""
        self._catalogue = catalogue
        self._named: dict[str, Mapping[str, str]] = {}
        self._codes: dict[str, str] | None = None
        self._box: tuple[list[float], list[float]] | None = None

    def has(self, vocabulary: str, id: str) -> bool:
        return id in self._catalogue.entries_of(vocabulary)

    def find(self, vocabulary: str, text: str) -> str:
        """The id of the entry that is called so: by its id, name or a form, in any language; "" for none, or for several."""
        if self.has(vocabulary, text):
            return text
        if vocabulary not in self._named:
            self._named[vocabulary] = _by_name(self._catalogue.entries_of(vocabulary))
        return self._named[vocabulary].get(level(text), "")

    def find_within(self, vocabulary: str, text: str) -> set[str]:
        """The ids of the entries that a text mentions, the longest words first: 'is the venue wheelchair accessible?'."""
        self.find(vocabulary, text)
        words, found, at = level(text).split(), set(), 0
        while at < len(words):
            sizes = range(min(_MOST_WORDS, len(words) - at), 0, -1)
            size = next((n for n in sizes if " ".join(words[at : at + n]) in self._named.get(vocabulary, {})), 0)
            if size:
                found.add(self._named[vocabulary][" ".join(words[at : at + size])])
            at += size or 1
        return found

    def area(self, *said: str) -> str:
        """The area that one of these texts means: an official code, an address that ends in one, a name."""
        if self._codes is None:
            entries = self._catalogue.entries_of("areas").items()
            self._codes = {entry.place.code: id for id, entry in entries if entry.place and entry.place.code}
        for text in filter(None, said):
            if found := self._codes.get(text.rstrip("/").rpartition("/")[2].upper()) or self.find("areas", text):
                return found
        return ""

    def within(self, north: float, east: float) -> bool:
        """Whether a point, in degrees, is in the country of the areas, or near it."""
        if self._box is None:
            known = [entry.place.point for entry in self._catalogue.entries_of("areas").values() if entry.place]
            points = [point for point in known if point]
            self._box = (
                [min(lat for lat, _ in points), max(lat for lat, _ in points)] if points else [90.0, -90.0],
                [min(lon for _, lon in points), max(lon for _, lon in points)] if points else [180.0, -180.0],
            )
        (south, most_north), (west, most_east) = self._box
        return south - _NEAR <= north <= most_north + _NEAR and west - _NEAR <= east <= most_east + _NEAR

    def spoken(self, code: str, name: str) -> str:
        """The ISO 639 code of a language, by its code (eng, en-GB) or by its name in a language of the root; else ""."""
        bare = re.split("[-_]", code.strip().lower())[0]
        if _CODE.fullmatch(bare):
            return _LONG.get(bare, bare)
        for lang in dict.fromkeys((*self.languages, "en")):
            if found := codes_of_languages(lang).get(fold(name.strip())):
                return found
        return ""


def level(text: str) -> str:
    """What two ways of writing a name are compared by: small letters without accents, single spaces, no signs."""
    return " ".join(_APART.sub(" ", fold(text)).split())


def _by_name(entries: Mapping[str, Entry]) -> Mapping[str, str]:
    """Ids by names; by forms where no name says otherwise. What means two entries means none."""
    found: dict[str, str] = {}
    for called in (_names, _forms):
        here: dict[str, str] = {}
        for id, entry in entries.items():
            for text in {level(text) for text in called(id, entry)}:
                here[text] = "" if here.get(text, id) != id else id
        found = {**here, **found}
    return {text: id for text, id in found.items() if id and text}


def _names(id: str, entry: Entry) -> Iterable[str]:
    return id, *entry.name.values()


def _forms(id: str, entry: Entry) -> Iterable[str]:
    return [form for forms in entry.forms.values() for form in forms]


_LONG = {
    "eng": "en",
    "cym": "cy",
    "wel": "cy",
    "gla": "gd",
    "gle": "ga",
    "fra": "fr",
    "fre": "fr",
    "deu": "de",
    "ger": "de",
    "spa": "es",
    "por": "pt",
    "pol": "pl",
    "ron": "ro",
    "rum": "ro",
    "ara": "ar",
    "urd": "ur",
    "pan": "pa",
    "ben": "bn",
    "guj": "gu",
    "zho": "zh",
    "chi": "zh",
    "som": "so",
    "ukr": "uk",
    "fas": "fa",
    "per": "fa",
    "tur": "tr",
    "ita": "it",
    "hin": "hi",
    "kur": "ku",
}
"""Codes of three letters for which there is one of two."""

"""The records of the workloads S, L and XL, the same every time.

426 terms and 200, 10,000 or 50,000 community assets, each in English and Welsh. Until assets are a kind of record of
their own, each is a word of the glossary with a name, a description, themes and a source. The terms are the same in
every size, and a smaller size's assets are the first of a larger one's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from bench.words import ENGLISH, WELSH, Writer, fold

T = TypeVar("T")

TERMS = 426
CORE_TERMS = 192
SIZES: Mapping[str, int] = {"S": 200, "L": 10_000, "XL": 50_000}
"""How many assets a size has besides the terms."""

Texts = Mapping[str, str]
"""A text in each language: {"en": …, "cy": …}."""

_KINDS = (
    ("choir", "côr"),
    ("walking group", "grŵp cerdded"),
    ("men's shed", "sied dynion"),
    ("lunch club", "clwb cinio"),
    ("community garden", "gardd gymunedol"),
    ("craft circle", "cylch crefftau"),
    ("food bank", "banc bwyd"),
    ("advice centre", "canolfan gyngor"),
    ("coffee morning", "bore coffi"),
    ("reading group", "grŵp darllen"),
    ("swimming club", "clwb nofio"),
    ("youth club", "clwb ieuenctid"),
    ("memory café", "caffi cof"),
    ("carers' meeting", "cyfarfod gofalwyr"),
    ("credit union", "undeb credyd"),
    ("repair café", "caffi trwsio"),
)
_PLACE_BEGINNINGS = ("Aber", "Caer", "Cwm", "Llan", "Nant", "Pen", "Pont", "Rhyd", "Tal", "Tre")
_PLACES = 300


@dataclass(frozen=True, slots=True)
class Named:
    """A word of a closed list, or a source: its id and its name in each language."""

    id: str
    name: Texts


@dataclass(frozen=True, slots=True)
class Entry:
    """One record: a term, or an asset (without easy read, other names and related terms).

    `linked` are `related` and the terms that name this one as related: what a page shows."""

    id: str
    core: bool
    title: Texts
    definition: Texts
    easy_read: Texts
    also_called: Mapping[str, tuple[str, ...]]
    themes: tuple[str, ...]
    related: tuple[str, ...]
    linked: tuple[str, ...]
    sources: tuple[str, ...]


THEMES = tuple(Named(f"theme-{n}", {"en": f"Theme {n}", "cy": f"Thema {n}"}) for n in range(1, 13))
SOURCES = tuple(Named(f"report-{n}", {"en": f"Report {n}", "cy": f"Adroddiad {n}"}) for n in range(1, 41))


def slug(label: str) -> str:
    """A label as an id: lower-case ASCII with hyphens."""
    return fold(label).replace("'", "").replace(" ", "-")


def source_address(source: str) -> str:
    """Where a made-up source stands; example.org is set aside for such uses and never answers for anybody."""
    return f"https://example.org/{source}"


class Records:
    """Makes the records of one size, in a fixed order. Assets are made as they are asked for and not kept."""

    def __init__(self, size: str) -> None:
        self.assets = SIZES[size]
        self._english, self._welsh = Writer(ENGLISH, 1), Writer(WELSH, 1)
        self._taken: set[str] = set()
        self._places = self._place_names()
        self.titles = {slug(title["en"]): title for title in self._names(TERMS, (1, 2, 2, 2, 3))}
        ids = tuple(self.titles)
        self._related = {id: self._some([other for other in ids if other != id], 5) for id in ids}

    def _new(self, writer: Writer, lengths: tuple[int, ...]) -> str:
        """A label no other record has, whatever the order of its words."""
        while True:
            label = writer.phrase(writer.pick(lengths))
            if self._take(label):
                return label

    def _take(self, label: str) -> bool:
        words = fold(label).split()
        key = " ".join(sorted(words))
        if key in self._taken or len(set(words)) < len(words):
            return False
        self._taken.add(key)
        return True

    def _names(self, count: int, lengths: tuple[int, ...]) -> list[Texts]:
        return [{"en": self._new(self._english, lengths), "cy": self._new(self._welsh, lengths)} for _ in range(count)]

    def _place_names(self) -> tuple[str, ...]:
        places: dict[str, None] = {}
        while len(places) < _PLACES:
            places[fold(self._welsh.pick(_PLACE_BEGINNINGS) + self._welsh.phrase(1)).capitalize()] = None
        return tuple(places)

    def _some(self, options: Sequence[T], count: int) -> tuple[T, ...]:
        """Different ones of the options."""
        found: dict[T, None] = {}
        while len(found) < count:
            found[self._english.pick(options)] = None
        return tuple(found)

    def _texts(self, length: int) -> Texts:
        return {"en": self._english.text(length), "cy": self._welsh.text(length)}

    def _linked(self, id: str) -> tuple[str, ...]:
        back = [other for other, related in self._related.items() if id in related]
        return tuple(dict.fromkeys((*self._related[id], *back)))

    def terms(self) -> Iterator[Entry]:
        """The 426 terms."""
        for number, (id, title) in enumerate(self.titles.items()):
            others = [self._names(1, (1, 2))[0] for _ in range(4)]
            yield Entry(
                id,
                core=number < CORE_TERMS,
                title=title,
                definition=self._texts(80),
                easy_read=self._texts(40),
                also_called={code: tuple(other[code] for other in others) for code in ("en", "cy")},
                themes=self._some([theme.id for theme in THEMES], 2),
                related=self._related[id],
                linked=self._linked(id),
                sources=self._some([source.id for source in SOURCES], 2),
            )

    def _asset_title(self) -> Texts:
        while True:
            kind, place = self._english.pick(_KINDS), self._english.pick(self._places)
            title = {
                "en": f"{place} {self._english.phrase(1).capitalize()} {kind[0]}",
                "cy": f"{kind[1].capitalize()} {self._welsh.phrase(1).capitalize()} {place}",
            }
            if self._take(title["en"]) and self._take(title["cy"]):
                return title

    def entries(self) -> Iterator[Entry]:
        """Every record: the terms, then the assets."""
        yield from self.terms()
        for _ in range(self.assets):
            title = self._asset_title()
            yield Entry(
                slug(title["en"]),
                core=False,
                title=title,
                definition=self._texts(self._english.pick((60, 70, 80))),
                easy_read={},
                also_called={},
                themes=self._some([theme.id for theme in THEMES], 2),
                related=(),
                linked=(),
                sources=(self._english.pick(SOURCES).id,),
            )

"""Made-up groups and services, each with what a well-kept real one says of itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bench.labels import Labels, Texts, slug
from bench.lists import COUNTRY, Lists, Spot
from bench.rhythms import rhythms

Tree = Mapping[str, Any]
"""What a record holds, as its YAML has it."""

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
_HALLS = (
    ("community centre", "canolfan gymunedol"),
    ("village hall", "neuadd bentref"),
    ("library", "llyfrgell"),
    ("chapel vestry", "festri'r capel"),
)
_PRESS = (
    "The valley news",
    "The county post",
    "Newyddion y fro",
    "Council directory",
    "Its own page",
    "Health board list",
)
_HOW_TO_JOIN = (
    {"en": "Turn up, or ring first.", "cy": "Dewch draw, neu ffoniwch yn gyntaf."},
    {"en": "Ring a few days before.", "cy": "Ffoniwch ychydig ddyddiau ymlaen llaw."},
    {"en": "Fill in the form on the page.", "cy": "Llenwch y ffurflen ar y dudalen."},
)
_CHECKERS = (
    {"en": "County voluntary council", "cy": "Cyngor gwirfoddol sirol"},
    {"en": "Community connector", "cy": "Cysylltydd cymunedol"},
)
NOT_CALLED = "01632 960"
"""Numbers that begin like this are set aside for drama and ring nowhere; three digits follow."""


@dataclass(frozen=True, slots=True)
class Group:
    """One group: its id, the area it is listed under, and the record as its YAML has it."""

    id: str
    area: str
    tree: Tree


class Groups:
    """Makes groups, each when it is asked for. `organisations` and `sources` are ids of records they may name."""

    def __init__(self, labels: Labels, lists: Lists, organisations: Sequence[str], sources: Sequence[str]) -> None:
        self._labels, self._lists = labels, lists
        self._organisations, self._sources = organisations, sources

    def made(self, count: int) -> Iterator[Group]:
        """So many of them; a smaller number gives the first of a larger one. One in fifty is for the whole country."""
        for number in range(count):
            yield self._group(None if number % 50 == 49 else self._labels.pick(self._lists.often))

    def _group(self, place: Spot | None) -> Group:
        labels, lists = self._labels, self._lists
        title = self._title(place.name if place else {"en": "All", "cy": "Pawb"})
        venues = self._venues(place) if place else {}
        tree = {
            "name": title,
            "slug": {"cy": slug(title["cy"])},
            **self._sometimes(20, "also", lambda: {"en": labels.some(labels.english.words[500:], 1)}),
            **self._state(),
            "summary": labels.texts(14),
            "description": labels.texts(labels.pick((25, 35, 45))),
            **self._sometimes(34, "organisation", lambda: labels.pick(self._organisations)),
            "activities": labels.some(lists.ids("activities"), labels.pick((1, 2, 2, 3, 4))),
            "needs": labels.some(lists.ids("needs"), labels.pick((1, 2, 2, 3, 3, 4, 5))),
            **self._sometimes(35, "audiences", lambda: labels.some(lists.ids("audiences"), labels.pick((1, 2)))),
            **self._sometimes(8, "ages", lambda: {"from": labels.pick(("11", "18", "50", "60"))}),
            **({"venues": venues} if venues else {"remote": {"phone": "true"}}),
            "when": rhythms(labels),
            "cost": self._cost(),
            "join": self._join(),
            **self._sometimes(10, "company", lambda: {"bring": "yes", "met": labels.pick(("yes", "unknown"))}),
            **self._sometimes(30, "languages", self._languages),
            **self._sometimes(15, "travel", lambda: {"public": labels.pick(("yes", "no"))}),
            "contact": self._contact(slug(title["en"])),
            **self._sometimes(15, "checked", self._checked),
            "sources": [self._source() for _ in range(labels.pick((1, 1, 2)))],
            "review": {"en": {"status": "draft"}, "cy": {"status": "draft"}},
        }
        return Group(slug(title["en"]), place.within if place else COUNTRY, tree)

    def _sometimes(self, percent: int, field: str, make: Callable[[], Any]) -> Tree:
        return {field: make()} if self._labels.chance(percent) else {}

    def _title(self, place: Texts) -> Texts:
        labels = self._labels
        while True:
            kind = labels.pick(_KINDS)
            title = {
                "en": f"{place['en']} {labels.english.phrase(1).capitalize()} {kind[0]}",
                "cy": f"{kind[1].capitalize()} {labels.welsh.phrase(1).capitalize()} {place['cy']}",
            }
            if labels.take(title["en"]) and labels.take(title["cy"]):
                return title

    def _state(self) -> Tree:
        drawn = self._labels.number(1, 100)
        if drawn > 4:
            return {}
        return {"state": {"now": "closed" if drawn == 1 else "paused", "note": self._labels.texts(8)}}

    def _venues(self, place: Spot) -> Tree:
        """One place, or two."""
        return {name: self._venue(place) for name in ("main", *(["other"] if self._labels.chance(15) else []))}

    def _venue(self, place: Spot) -> Tree:
        labels, lists = self._labels, self._lists
        hall, street = labels.pick(_HALLS), labels.english.phrase(1).capitalize()
        features = labels.some(lists.ids("access"), labels.pick((0, 1, 2, 2, 3)))
        access = [self._fact(feature) for feature in features]
        return {
            "name": {"en": f"{street} {hall[0]}", "cy": f"{hall[1].capitalize()} {street}"},
            "address": f"{labels.number(1, 90)} {street} Road, {place.name['en']}",
            "near": place.id,
            "point": str(lists.near(place.point, 0.03)),
            **({"access": access} if access else {}),
        }

    def _fact(self, feature: str) -> Tree:
        state = self._labels.pick(("yes", "yes", "yes", "no", "unknown"))
        return {"feature": feature, "state": state, **self._sometimes(20, "detail", lambda: self._labels.texts(6))}

    def _cost(self) -> Tree:
        kind = self._labels.pick(("free", "free", "free", "donation", "paid", "paid", "varies", "unknown"))
        amount = {"amount": self._labels.pick(("1.50", "2.00", "3.50", "5.00"))} if kind == "paid" else {}
        return {"kind": kind, **amount, **self._sometimes(20, "note", lambda: self._labels.texts(7))}

    def _join(self) -> Tree:
        routes = self._labels.some(self._lists.ids("join-routes"), self._labels.pick((1, 1, 2)))
        return {"routes": routes, **self._sometimes(25, "how", lambda: self._labels.pick(_HOW_TO_JOIN))}

    def _languages(self) -> Sequence[Tree]:
        return [{"language": "cy", "when": self._labels.pick(("always", "sometimes", "ask"))}, {"language": "en"}]

    def _contact(self, id: str) -> Tree:
        """A number in most cases, a page in most, neither in some."""
        labels = self._labels
        hours = {"en": "Monday to Friday, 9 to 5", "cy": "Llun i Gwener, 9 tan 5"}
        phone = {"number": f"{NOT_CALLED}{labels.number(0, 999):03}", **self._sometimes(20, "hours", lambda: hours)}
        web = {"en": f"https://example.org/{id}"}
        return {
            **self._sometimes(80, "phones", lambda: [phone]),
            **self._sometimes(10, "email", lambda: "post@example.org"),
            **self._sometimes(60, "web", lambda: web),
        }

    def _checked(self) -> Tree:
        how = self._labels.pick(("phone", "email", "website", "themselves"))
        return {"on": self._day(2025, 2026), "by": self._labels.pick(_CHECKERS), "how": how}

    def _source(self) -> Tree:
        labels = self._labels
        where = {"source": labels.pick(self._sources)} if labels.chance(15) else {"name": labels.pick(_PRESS)}
        dated = labels.pick((self._day(2021, 2026), str(labels.number(2017, 2025)), ""))
        return {
            **where,
            "url": f"https://example.org/facts/{labels.number(1, 99999)}",
            **({"dated": dated} if dated else {}),
            "grade": labels.pick(("A", "B", "B", "C")),
            "supports": labels.some(("name", "venues", "when", "contact", "cost"), 2),
        }

    def _day(self, first: int, last: int) -> str:
        return f"{self._labels.number(first, last)}-{self._labels.number(1, 6):02}-{self._labels.number(1, 28):02}"

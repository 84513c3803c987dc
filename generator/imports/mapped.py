"""A row of a table as a record, by its mapping. What a mapping does not name, and what is not understood, is kept aside."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.imports import found_in, prices
from generator.imports.incoming import Dirt, Incoming
from generator.imports.mapping import Column
from generator.imports.placing import COORDINATES, Place, Placed, Placing
from generator.imports.positions import on_grid, point
from generator.imports.rows import Row
from generator.imports.targets import Target, put
from generator.imports.values import Setting
from generator.imports.whens import NOT_TIMES, When
from generator.issues import N_, Rule, Severity
from generator.kinds.organisation import Organisation
from generator.referral.clean import clean
from generator.referral.dirt import ACTIVE, BAD_NUMBER, BAD_POINT, MENDED, TOO_LONG
from generator.referral.reading import MOST_LINE, MOST_PROSE
from generator.referral.words import level
from generator.source import Tree

NO_PARTNER = Rule(
    "row-without-partner",
    Severity.WARNING,
    N_("Each row of a pair of files has a partner in the other language."),
    N_("{row} has no partner in the file of the other language."),
    N_("It was taken in the one language it has. Have the other added where the list comes from."),
)
SECOND_VALUE = Rule(
    "row-second-value",
    Severity.WARNING,
    N_("A place for one value is filled by one column."),
    N_("{row}: '{field}' is '{value}', but another column has filled its place already."),
    N_("It was kept aside. Say in the mapping which of the two columns counts."),
)
_NOWHERE = Placed(Column(()), [])


class Made:
    """One row while it becomes a record."""

    def __init__(self, placing: Placing, row: Row) -> None:
        self.placing, self.row = placing, row
        self.tree: dict[str, Tree] = {}
        self.body: dict[str, Tree] = {}
        self.body_cells: dict[str, str] = {}
        self.dirt: list[Dirt] = []
        self.unmapped: dict[str, Any] = {}
        self.received: dict[str, Any] = dict(row.cells)
        self.points: dict[str, dict[str, tuple[str, str]]] = {}
        self.when = When()
        mapped = [heading for heading in placing.columns if heading in row.cells]
        for heading in dict.fromkeys((*mapped, *row.cells)):
            text = row.cells[heading]
            column, places = placing.columns.get(heading, _NOWHERE)
            if places:
                self._take(heading, text, column, places, placing.setting)
            elif heading not in placing.mapping.key:
                self.unmapped[heading] = text
        for place, text in placing.constants:
            if not (place.target and _holds(self.body if place.body else self.tree, place.target)):
                self._fill(f"constants: {text}", text, place, placing.setting)
        self._finish()

    def add_pair(self, row: Row) -> None:
        """The texts of the same row in another language."""
        pair = self.placing.mapping.pair
        assert pair
        for heading, text in row.cells.items():
            column, places = self.placing.beside.get(heading, _NOWHERE)
            name = f"{heading}@{pair.language}"
            if self.received.get(heading) == text or heading in (pair.key or self.placing.mapping.key):
                continue
            self.received[name] = text
            texts = [place for place in places if place.target and place.target.lang]
            if texts:
                self._take(name, text, column, texts, self.placing.beside_setting)
            else:
                self.unmapped[name] = text

    def _take(self, heading: str, text: str, column: Column, places: list[Place], setting: Setting) -> None:
        if setting.says_nothing(text) or text in self.placing.mapping.empty:
            return
        if not (text.isascii() and text.isprintable()) or "<" in text or "&" in text:
            text, active = clean(text)
            if active:
                self.dirt.append(Dirt(heading, ACTIVE))
        parts = [part.strip() for part in text.split(column.split)] if column.split else [text]
        for part in filter(None, parts):
            said = column.values.get(level(part), part) if column.values else part
            for place in places if said else ():
                self._fill(heading, said, place, setting)

    def _fill(self, heading: str, text: str, place: Place, setting: Setting) -> None:
        if place.when is not None:
            self.when.add(place.when, heading, text)
            return
        if place.ages:
            self._ages(heading, text, setting)
            return
        if place.axis:
            self.points.setdefault(place.venue, {})[place.axis] = (heading, text)
            return
        assert place.target
        form = place.target.form
        if form.kind == "phone" and (several := found_in.numbers(text)).found:
            self._numbers(heading, text, several, place, setting)
            return
        found = setting.read(text, form)
        if not found.text:
            assert found.rule
            self._keep(heading, text, found.rule, list=form.of)
            return
        if found.rule:
            self.dirt.append(Dirt(heading, found.rule, {"value": text, "meant": found.text}))
        most = {"line": MOST_LINE, "prose": MOST_PROSE}.get(form.kind, 0)
        value = found.text
        if most and len(value) > most:
            self._keep(heading, text, TOO_LONG, size=len(value), most=most)
            value = value[: most - 1].rsplit(" ", 1)[0] + "…"
        tree = self.body if place.body else self.tree
        if place.body and heading in self.row.cells:
            self.body_cells[heading] = self.row.cells[heading]
        if not put(tree, place.target, value):
            self._keep(heading, text, SECOND_VALUE)

    def _ages(self, heading: str, text: str, setting: Setting) -> None:
        if found := found_in.ages(text, (setting.lang, *setting.others)):
            self.tree.setdefault("ages", {**found})
        else:
            self._keep(heading, text, BAD_NUMBER)

    def _numbers(self, heading: str, text: str, several: found_in.Numbers, place: Place, setting: Setting) -> None:
        """The numbers of a cell, one by one, each with its extension; words beside them are kept aside."""
        tree: Any = self.body if place.body else self.tree
        assert place.target
        for number, extension in several.found:
            put(tree, place.target, number)
            if extension and not place.body:
                tree["contact"]["phones"][-1]["then"] = {setting.lang: extension}
        if several.beside:
            self._keep(heading, text, MENDED, meant=", ".join(number for number, _ in several.found))

    def _keep(self, heading: str, text: str, rule: Rule, **what: object) -> None:
        """Keep a cell aside, and say why."""
        before = self.unmapped.get(heading)
        self.unmapped[heading] = text if before in (None, text) else f"{before}; {text}"
        self.dirt.append(Dirt(heading, rule, {"value": text, **what}))

    def _finish(self) -> None:
        """Put together what several columns say."""
        for venue, axes in self.points.items():
            lat, lon, east, north = (axes.get(axis, ("", ""))[1] for axis in COORDINATES)
            found = on_grid(east, north) if east and north else point(lat, lon, self.placing.setting.words)
            if found.text:
                if found.rule:
                    self.dirt += [Dirt(axes["lat"][0], found.rule, {"value": f"{lat}, {lon}", "meant": found.text})]
                venues: Any = self.tree.setdefault("venues", {})
                venues.setdefault(venue, {})["point"] = found.text
            else:
                for heading, text in axes.values():
                    self._keep(heading, text, BAD_POINT)
        meetings = self.when.meetings(self.placing.setting)
        if meetings:
            held = self.tree.setdefault("when", [])
            assert isinstance(held, list)
            held += meetings
        for unclear in self.when.unclear:
            self._keep(unclear.heading, unclear.text, NOT_TIMES)
        prices.settle(self.tree, self.placing.setting)
        self._postcodes()

    def _postcodes(self) -> None:
        """A postcode that stands in an address, or behind the name of a place, where there is none of its own."""
        venues = self.tree.get("venues")
        for venue in venues.values() if isinstance(venues, dict) else ():
            if not isinstance(venue, dict) or "postcode" in venue:
                continue
            name: Any = venue.get("name")
            texts: list[tuple[Any, str]] = [(venue, "address"), *((name, lang) for lang in name or ())]
            for held, key in texts:
                rest, code = found_in.postcode(str(held.get(key, "")))
                if code:
                    venue["postcode"] = code
                    held[key] = rest or code
                    break

    def incoming(self, key: str) -> Iterator[Incoming]:
        """Who runs it, where the table says so, then the record itself. `key` is "" where no column tells rows apart."""
        for tree in (self.tree, self.body):
            _name_in(self.placing.main, tree)
        links: dict[str, tuple[str, str]] = {}
        where = self.row.where
        if self.body:
            body_key = self._body_key()
            links = {"organisation": (Organisation.folder, body_key)}
            yield Incoming(Organisation.folder, body_key, where, self.body, {}, dict(self.body_cells))
        kind, dirt = self.placing.mapping.kind, tuple(self.dirt)
        yield Incoming(kind, key or self._own_key(), where, self.tree, links, self.received, self.unmapped, dirt)

    def _body_key(self) -> str:
        registered = self.body.get("registered")
        if isinstance(registered, list) and registered and isinstance(registered[0], dict):
            return " ".join(map(str, registered[0].values()))
        names = self.body.get("name")
        return (
            level(str(next(iter(names.values()))))
            if isinstance(names, dict) and names
            else repr(sorted(self.body_cells.items()))
        )

    def _own_key(self) -> str:
        """What tells a row apart where no column does: the id it should have, else what it is called, and where."""
        if own := self.tree.get("id"):
            return str(own)
        names, venues = self.tree.get("name") or self.tree.get("term"), self.tree.get("venues")
        name = next(iter(names.values()), "") if isinstance(names, dict) else ""
        places = [venue for venue in (venues.values() if isinstance(venues, dict) else ()) if isinstance(venue, dict)]
        where = next((venue.get("postcode") or venue.get("address") or "" for venue in places), "")
        return " · ".join(part for part in (str(name), str(where)) if part) or self.row.where


def _name_in(main: str, tree: dict[str, Tree]) -> None:
    """Let what has a name in another language alone be called so in the main one too: it calls itself that."""
    names = tree.get("name")
    if isinstance(names, dict) and main not in names:
        names[main] = next(iter(names.values()))


def _holds(tree: dict[str, Tree], found: Target) -> bool:
    """Whether something stands in a place already."""
    at: Any = tree
    for step in found.steps:
        at = at.get(step) if isinstance(at, dict) and isinstance(step, str) else None
        if at is None:
            return False
    return True

"""The groups as pages for Hugo: one each, which its layouts make of what the front matter says; and pages that list them, by
area, need, activity, and need in an area.

What Hugo cannot find out is given to it ready-made, which spares it the work: rhythms in words, what is near and what is
alike, who is listed where.
"""

from __future__ import annotations

import json
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from bench.files import Folder
from bench.groups import Group, Tree
from bench.hugo_words import ANSWERS, GOOD, HOW, WORDS
from bench.labels import Texts
from bench.lists import COUNTRY
from bench.records import SOURCES, Records
from bench.rhythms import said

CODES = ("en", "cy")
_BESIDE = 4
"""How many neighbours and like ones a page shows."""


class _Seen(NamedTuple):
    """What lists show of a group: its name and its town."""

    id: str
    area: str
    name: Texts
    town: Texts


class HugoGroups:
    """Writes the groups of `records` into the folder of a Hugo site."""

    def __init__(self, folder: Folder, records: Records) -> None:
        self._folder, self._records = folder, records
        self._names = records.lists.names
        self._bodies = {body.id: body.name for body in records.bodies}
        self._sources = {source.id: source.name for source in SOURCES}
        self._seen: defaultdict[tuple[str, ...], list[_Seen]] = defaultdict(list)
        self._last: defaultdict[str, deque[_Seen]] = defaultdict(lambda: deque(maxlen=_BESIDE))

    def add(self, group: Group) -> None:
        """Write one group's two pages."""
        tree = group.tree
        venues = tree.get("venues", {})
        town = self._names["places"][venues["main"]["near"]] if venues else self._names["areas"][group.area]
        seen = _Seen(group.id, group.area, tree["name"], town)
        near, alike = list(self._last[group.area]), list(self._last[tree["activities"][0]])
        for code in CODES:
            facts = dict(self._facts(group, code))
            beside = {"near": self._links(near, code), "similar": self._links(alike, code)}
            text = front({"town": town[code], **facts, **beside}, tree["description"][code])
            self._folder.write(f"content/{code}/directory/{group.area}/{group.id}.md", text)
        if tree.get("state", {}).get("now") != "closed":
            self._list(seen, tree)

    def _list(self, seen: _Seen, tree: Tree) -> None:
        self._last[seen.area].append(seen)
        self._last[tree["activities"][0]].append(seen)
        for need in tree["needs"]:
            self._seen["needs", need].append(seen)
            self._seen["area-need", seen.area, need].append(seen)
        for activity in tree["activities"]:
            self._seen["activities", activity].append(seen)
        if "organisation" in tree:
            self._seen["bodies", tree["organisation"]].append(seen)

    def _facts(self, group: Group, code: str) -> Iterator[tuple[str, Any]]:
        """What the layouts read, in one language. Names of what is chosen from lists are in data/names."""
        tree = group.tree
        yield "title", tree["name"][code]
        yield "outputs", ["html", "json"]
        yield "twin", next(name for other, name in tree["name"].items() if other != code)
        for name in ("activities", "needs", "audiences", "ages", "remote", "company", "travel", "languages"):
            if name in tree:
                yield name, tree[name]
        for name in ("summary", "state", "cost", "join", "contact", "checked"):
            if name in tree:
                yield name, _in(tree[name], code)
        yield "venues", [self._venue(venue, code) for venue in tree.get("venues", {}).values()]
        yield "when", [said(rhythm, code) for rhythm in tree["when"]]
        yield "good", [GOOD[name][code] for name in _good(tree)]
        yield "newest", _newest(tree)
        yield "sources", [{**source, "name": self._source_name(source, code)} for source in tree["sources"]]
        if "organisation" in tree:
            yield "body", {"id": tree["organisation"], "name": self._bodies[tree["organisation"]][code]}

    def _venue(self, venue: Tree, code: str) -> Tree:
        lat, _, lon = venue["point"].partition(", ")
        return {**_in(venue, code), "town": self._names["places"][venue["near"]][code], "lat": lat, "lon": lon}

    def _source_name(self, source: Tree, code: str) -> str:
        name: str = self._sources[source["source"]][code] if "source" in source else source["name"]
        return name

    def _links(self, seen: Iterable[_Seen], code: str) -> list[Mapping[str, str]]:
        return [{"to": f"/{code}/directory/{s.area}/{s.id}/", "name": s.name[code], "town": s.town[code]} for s in seen]

    def close(self) -> None:
        """Write the pages that list groups, and what the layouts look up."""
        for code in CODES:
            words = WORDS[code]
            names = {name: {id: texts[code] for id, texts in found.items()} for name, found in self._names.items()}
            self._folder.write(f"data/names/{code}.json", json.dumps(names, ensure_ascii=False))
            self._folder.write(f"data/words/{code}.json", json.dumps({**words, **_words(code)}, ensure_ascii=False))
            home = {"title": words["groups"], "layout": "finder"}
            self._write(code, "directory/_index", home, self._home(code))
            for area in self._names["areas"]:
                self._area(area, code)
            for name, folder in (("needs", "need"), ("activities", "activity")):
                for id, texts in self._names[name].items():
                    groups = self._brief(self._seen.get((name, id), ()), code)
                    self._write(code, f"{folder}/{id}", {"title": texts[code]}, groups)
            for id, texts in self._bodies.items():
                groups = self._brief(self._seen.get(("bodies", id), ()), code)
                self._write(code, f"organisations/{id}", {"title": texts[code]}, groups)

    def _area(self, area: str, code: str) -> None:
        """An area's page and those of its needs."""
        title = self._names["areas"][area][code]
        here = {need: groups for need in self._names["needs"] if (groups := self._seen.get(("area-need", area, need)))}
        needs = [{"id": need, "n": len(groups)} for need, groups in here.items()]
        people = [_in(person, code) for person in self._records.handover[area]["people"]]
        note = self._records.handover[area]["note"][code]
        facts = {"title": title, "layout": "area", "area": area, "needs": needs, "people": people, "note": note}
        self._write(code, f"directory/{area}/_index", facts)
        for need, groups in here.items():
            about = f"{self._names['needs'][need][code]}: {title}"
            ids = [seen.id for seen in groups]
            everyone = self._seen.get(("area-need", COUNTRY, need), ()) if area != COUNTRY else ()
            page = {"title": about, "area": area, "groups": ids}
            self._write(code, f"area-need/{area}-{need}", page, self._list_of(everyone, code))

    def _home(self, code: str) -> str:
        """Ways in: by area, by need, by activity."""
        lists = (("areas", "directory"), ("needs", "need"), ("activities", "activity"))
        return "\n\n".join(
            "\n".join([f"## {name}", "", *(f"- [{texts[code]}](/{code}/{folder}/{id}/)" for id, texts in entries)])
            for name, folder in lists
            for entries in [self._names[name].items()]
        )

    def _brief(self, seen: Sequence[_Seen], code: str) -> str:
        """Groups by area, as lists of links."""
        by_area: defaultdict[str, list[_Seen]] = defaultdict(list)
        for one in seen:
            by_area[one.area].append(one)
        return "\n\n".join(
            f"## {self._names['areas'][area][code]}\n\n{self._list_of(by_area[area], code)}"
            for area in self._names["areas"]
            if area in by_area
        )

    @staticmethod
    def _list_of(seen: Iterable[_Seen], code: str) -> str:
        ordered = sorted(seen, key=lambda one: one.name[code])
        return "\n".join(f"- [{s.name[code]}](/{code}/directory/{s.area}/{s.id}/) {s.town[code]}" for s in ordered)

    def _write(self, code: str, name: str, facts: Tree, text: str = "") -> None:
        self._folder.write(f"content/{code}/{name}.md", front(facts, text))


def front(facts: Tree, text: str = "") -> str:
    """A page for Hugo: what is known of it as JSON, which Hugo reads faster than YAML, then its Markdown."""
    return f"{json.dumps(facts, ensure_ascii=False)}\n\n{text}\n"


def _in(tree: Any, code: str) -> Any:
    """A part of a record in one language: texts in place of what holds one a language."""
    if isinstance(tree, Mapping):
        if tree and tree.keys() <= {*CODES}:
            return tree.get(code) or next(iter(tree.values()))
        return {name: _in(value, code) for name, value in tree.items()}
    return [_in(one, code) for one in tree] if isinstance(tree, (list, tuple)) else tree


def _words(code: str) -> Mapping[str, Any]:
    return {
        "how": {id: texts[code] for id, texts in HOW.items()},
        "is": {id: texts[code] for id, texts in ANSWERS.items()},
    }


def _newest(tree: Tree) -> str:
    if "checked" in tree:
        return str(tree["checked"]["on"])
    return max((source.get("dated", "") for source in tree["sources"]), default="")


def _good(tree: Tree) -> Iterator[str]:
    """What is good to know before one sets out."""
    if "company" in tree:
        yield "company"
    access = [fact for venue in tree.get("venues", {}).values() for fact in venue.get("access", ())]
    if any(fact["feature"] == "step-free" and fact["state"] == "yes" for fact in access):
        yield "step-free"
    if tree.get("travel", {}).get("public") == "yes":
        yield "public"
    if "remote" in tree:
        yield "online"
    if "languages" in tree:
        yield "welsh"

"""The rows of a feed as they arrive: each known by a key of its own, its texts clean, nothing in it that is somebody's own."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any, NamedTuple

from generator.catalogue import Catalogue
from generator.imports.cleaning import cleaned, tidy
from generator.imports.feed_rules import (
    KEY_TWICE,
    MARKUP,
    NO_KEY,
    PERSONAL,
    Finding,
    row_place,
)
from generator.imports.incoming import Given, Incoming, Reader
from generator.imports.merging import Merged
from generator.imports.private import Privacy
from generator.imports.sifting import Refused, dotted
from generator.issues import N_, Issue, Refusal, Rule
from generator.source import Tree
from generator.taken import LEFT_OUT, Json, compact

_LONGEST_KEY = 200
MOST_RECEIVED = 1_000_000
"""Characters of a row as JSON that are kept: a longer one is no row."""


@dataclass(slots=True)
class Row:
    """One row of a feed on its way to a record. `tree` is what the feed has for it."""

    kind: str
    key: str
    where: str
    tree: dict[str, Tree]
    links: Mapping[str, tuple[str, str]]
    unmapped: str
    received: str
    """What has no field of ours, and the row as it came: JSON."""
    more: dict[str, Json] = field(default_factory=dict)
    """What else has no field of ours."""
    named: frozenset[str] = frozenset()
    """Fields of which its reader says something already."""
    findings: list[Finding] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    """Fields that break a rule of records."""
    file: str = ""
    """Of the record it became or belongs to, from the root; "" for a row that is only kept."""
    new: bool = False
    """Whether its record is a new one."""
    wanted: dict[str, str] = field(default_factory=dict)
    """The id and the area that a reader proposes."""
    slugs: dict[str, str] = field(default_factory=dict)
    """Of a new record: its words in addresses."""
    merged: Merged | None = None
    apart: bool = False
    """Whether its record is kept by hand now, or was deleted here: nothing of it is written."""

    def say(self, rule: Rule, field: str = "", **values: Any) -> None:
        """Report something about it, or about one of its fields."""
        values = {"field": field, "row": row_place(self.where), **values}
        self.findings.append(Finding(self.where, self.key, field, rule.at(self.file or self.key, **values)))

    def say_of(self, issue: Issue) -> None:
        """Report what a rule of records says of it."""
        self.findings.append(Finding(self.where, self.key, dotted(issue.path), issue))


class _Came(NamedTuple):
    """What a reader handed over, in little room: what came, and what has no field, as JSON text."""

    row: Incoming
    unmapped: str
    received: str

    @property
    def place(self) -> tuple[str | None, str]:
        return self.row.kind, self.row.key


def rows(
    catalogue: Catalogue, source: str, reader: Reader, given: Given, also: Mapping[str, str], agreed: bool = False
) -> list[Row]:
    """Every row of a feed, those of its files in other languages joined to them. `agreed`: the people it names want to be named.
    Raises Refusal where one cannot be read."""
    came = _handed(reader(catalogue, given))
    for lang, place in also.items():
        beside = {one.place: one for one in _handed(reader(catalogue, given._replace(source=place, lang=lang)))}
        came = [_joined(one, beside.pop(one.place, None), lang) for one in came]
        came += beside.values()
    if not came:
        raise Refusal(N_("{source} holds no rows: nothing was changed."), source=source)
    privacy = Privacy(catalogue, list(_texts(came)), agreed)
    made: list[Row] = []
    came.reverse()
    while came:  # what is taken is let go
        made.append(_arrived(came.pop(), privacy))
    _told_apart(made)
    return made


def _handed(came: Iterable[Incoming]) -> list[_Came]:
    return [
        _Came(
            row._replace(key=_key(row), unmapped={}, received=None),
            compact(dict(row.unmapped)),
            _received(row.received),
        )
        for row in came
    ]


def _key(row: Incoming) -> str:
    """What a row is known by, on one line and not too long."""
    key = " ".join(tidy(str(row.key)).split())
    if len(key) > _LONGEST_KEY:
        key = f"{key[: _LONGEST_KEY - 20]}…{blake2b(key.encode(), digest_size=8).hexdigest()}"
    return key


def _told_apart(made: list[Row]) -> None:
    """Give each row a key of its own within its kind."""
    taken: set[tuple[str, str]] = set()
    for row in made:
        key = row.key
        if not key:
            name = row.tree.get("name") or row.tree.get("term")
            first = next(iter(name.values()), "") if isinstance(name, dict) else ""
            row.key = key = f"?{str(first)[:80]}" if first else f"?{row.where}"
            row.say(NO_KEY, given=key)
        number = 2
        while (row.kind, row.key) in taken:
            row.key = f"{key} ({number})"
            number += 1
        if row.key != key:
            row.say(KEY_TWICE, given=key, made=row.key)
        taken.add((row.kind, row.key))


def _arrived(came: _Came, privacy: Privacy) -> Row:
    one = came.row
    tree, marked = cleaned(one.tree)
    tree, (unmapped, received), own = privacy.without(tree, [came.unmapped, came.received])
    row = Row(one.kind or "", one.key, one.where, tree, one.links, unmapped, received)
    row.named = frozenset(dirt.field for dirt in one.dirt)
    for dirt in one.dirt:
        row.say(dirt.rule, dirt.field, **{name: _safe(value, privacy) for name, value in dirt.what.items()})
    for path in marked:
        row.say(MARKUP, dotted(path))
    for path in own:
        row.say(PERSONAL, dotted(path))
        if path[0] in ("contact", "venues"):
            row.more.setdefault(dotted(path), LEFT_OUT)
    return row


def _safe(value: object, privacy: Privacy) -> object:
    """A value that is said of a row, without what is somebody's own."""
    return privacy.masked(value, frozenset()) if type(value) is str else value


def _received(value: Json) -> str:
    text = compact(value)
    return text if len(text) <= MOST_RECEIVED else compact({"too long": text[:MOST_RECEIVED]})


def _texts(came: Iterable[_Came]) -> Iterator[str]:
    """The texts of rows, for the words they use."""
    for one in came:
        for name in ("summary", "description", "eligibility"):
            texts = one.row.tree.get(name)
            yield from (text for text in texts.values() if isinstance(text, str)) if isinstance(texts, dict) else ()


def _joined(one: _Came, other: _Came | None, lang: str) -> _Came:
    """A row with the texts of the same row in another language; what both say in different ways is kept beside it."""
    if other is None:
        return one
    spare: dict[str, Json] = {}
    tree: Any = _both(one.row.tree, other.row.tree, (), spare)
    ours, theirs = json.loads(one.unmapped), {**json.loads(other.unmapped), **spare}
    more = {f"{path}@{lang}": value for path, value in theirs.items() if ours.get(path) != value}
    row = one.row._replace(tree=tree, links={**other.row.links, **one.row.links}, dirt=one.row.dirt + other.row.dirt)
    return _Came(row, compact({**ours, **more, f"@{lang}": json.loads(other.received)}), one.received)


def _both(first: Any, second: Any, path: tuple[str, ...], spare: dict[str, Json]) -> Any:
    if isinstance(first, dict) and isinstance(second, dict):
        out = dict(first)
        for key, value in second.items():
            out[key] = _both(first[key], value, (*path, key), spare) if key in first else value
        return out
    if isinstance(first, list) and isinstance(second, list) and len(first) == len(second):
        return [_both(one, two, (*path, str(n)), spare) for n, (one, two) in enumerate(zip(first, second, strict=True))]
    if first != second:
        spare[".".join(path)] = json.loads(json.dumps(second))
    return first

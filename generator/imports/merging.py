"""Three states of a record made one: as we last took it from its feed, as it is here, as the feed has it now.

Mappings are merged field by field; texts and lists are whole. What was edited here since it was taken stays, whatever the feed
says; all else follows the feed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from generator.issues import Path
from generator.source import Tree


class Change(NamedTuple):
    """One field: what stood here, and what the feed has; None where there is nothing."""

    path: Path
    ours: Tree | None
    theirs: Tree | None


class Merged(NamedTuple):
    """What comes out: the fields of the record, those that `followed` the feed, those `kept` though the feed differs."""

    tree: dict[str, Tree]
    followed: Sequence[Change]
    kept: Sequence[Change]


def merge(taken: Mapping[str, Tree], ours: Mapping[str, Tree], theirs: Mapping[str, Tree]) -> Merged:
    """A record's fields after its feed has been heard. Fields that the feed never named are not looked at."""
    followed: list[Change] = []
    kept: list[Change] = []
    tree = _merge(taken, ours, theirs, (), followed, kept)
    return Merged(tree, followed, kept)


def _merge(
    taken: Mapping[str, Tree],
    ours: Mapping[str, Tree],
    theirs: Mapping[str, Tree],
    path: Path,
    followed: list[Change],
    kept: list[Change],
) -> dict[str, Tree]:
    out: dict[str, Tree] = {}
    for name in [*ours, *(name for name in theirs if name not in ours)]:
        base, mine, new = taken.get(name), ours.get(name), theirs.get(name)
        here = (*path, name)
        if mine == new or (base is None and new is None):
            found = mine
        elif isinstance(mine, dict) and isinstance(new, dict):
            found = _merge(base if isinstance(base, dict) else {}, mine, new, here, followed, kept) or None
        elif mine == base:
            found = new
            followed.append(Change(here, mine, new))
        else:
            found = mine
            kept.append(Change(here, mine, new))
        if found is not None:
            out[name] = found
    return out


def put(tree: dict[str, Tree], path: Path, value: Tree | None) -> None:
    """Set a value at a path of mappings, or take it out; mappings that are empty then go too."""
    first, *rest = path
    name = str(first)
    if rest:
        inner = tree.get(name)
        below = dict(inner) if isinstance(inner, dict) else {}
        put(below, tuple(rest), value)
        value = below or None
    if value is None:
        tree.pop(name, None)
    else:
        tree[name] = value

"""What of a record may leave: nothing of a masked place, nobody's own number, mailbox or home."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from generator.issues import Path
from generator.kinds.record import Record
from generator.referral.trees import tree_of

LEFT_OUT = "…"
"""Stands in a sentence for somebody's own number."""
_OF_TOWN = ("near", "mask", "note")


class Private(NamedTuple):
    """One place in a record that may hold what is somebody's own. `text` is what of a sentence must go; "" for all of it."""

    path: Path
    text: str = ""


def shown(record: Record, private: Sequence[Private] = ()) -> dict[str, Any]:
    """The fields of a record as `tree_of` gives them, without what may not leave."""
    tree = tree_of(record)
    venues = tree.get("venues")
    if venues and any("mask" in venue for venue in venues.values()):
        tree["venues"] = {key: _masked(venue) for key, venue in venues.items()}
    for found in sorted(private, key=lambda one: [str(step).rjust(4) for step in one.path], reverse=True):
        tree = _without(tree, found.path, found)
    return tree


def _masked(venue: Mapping[str, Any]) -> Mapping[str, Any]:
    mask = venue.get("mask", "exact")
    if mask == "exact":
        return venue
    return {key: venue[key] for key in _OF_TOWN if key in venue and (key != "near" or mask == "area")}


def _without(tree: Any, path: Path, found: Private) -> Any:
    """A copy of the tree without what stands at the path; the last places of a list go first."""
    step, *rest = path
    if path[0] == "venues" and not found.text:
        venues = tree["venues"]
        return {**tree, "venues": {**venues, path[1]: _masked({**venues[path[1]], "mask": "area"})}}
    if isinstance(tree, list):
        number = int(step)
        held = _kept(tree[number], rest, found)
        return [*tree[:number], *([] if held is None else [held]), *tree[number + 1 :]]
    name = str(step)
    if name not in tree:
        return tree
    held = _kept(tree[name], rest, found)
    kept = {key: value for key, value in tree.items() if key != name or held is not None}
    return kept if held is None else {**kept, name: held}


def _kept(value: Any, rest: Sequence[str | int], found: Private) -> Any:
    """What is left of a value: None for nothing. A number of a list of numbers goes with all that is said of it."""
    if rest and rest != ["number"]:
        return _without(value, tuple(rest), found) or None
    return value.replace(found.text, LEFT_OUT) if found.text and isinstance(value, str) else None


def by_file(found: Iterable[tuple[str, Private]]) -> Mapping[str, Sequence[Private]]:
    """Private places by the files of their records."""
    files: dict[str, list[Private]] = {}
    for file, private in found:
        files.setdefault(file, []).append(private)
    return files

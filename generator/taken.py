"""What came from the lists of others, as it came and as we took it: content/feeds/<feed>.jsonl, one row a line.

A line is small JSON, its names sorted: {gone, key, kind, on, received, record, taken, unmapped}; lines are sorted by kind and key.
`geirfa import` writes it. It tells what of a record follows its feed and what was edited here since, and lets an export give
back what has no place in our records.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple, TypeAlias

from generator.issues import N_, Refusal
from generator.source import Tree

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"

FOLDER = "content/feeds"
LEFT_OUT = "[personal: left out]"
"""What stands in place of what may be somebody's own."""
_AS_TEXT = frozenset({"received", "unmapped"})
"""What of a line is kept as JSON text: a tenth of the room."""


class Line(NamedTuple):
    """One row of a feed."""

    kind: str
    """Folder of ours, as assets; "" for a row that is only kept."""
    key: str
    """What the feed knows it by: one of its kind in a feed."""
    record: str | None
    """The record it became or belongs to, as assets/first-area/walkers; None for a row that is only kept."""
    on: str
    """The day on which something of it last came in new, as 2026-11-21."""
    gone: str | None
    """The day on which it was found missing in the feed."""
    taken: dict[str, Tree]
    """The fields as the feed has them and as our checks take them."""
    unmapped: str
    """JSON of what has no field of ours: path or heading -> value; for what our checks refuse {value, refused: code of the
    rule}."""
    received: str
    """The row as it came: JSON."""

    @property
    def file(self) -> str:
        """The file of its record, from the root; "" where it has none."""
        return f"content/{self.record}.yml" if self.record else ""

    @property
    def aside(self) -> dict[str, Json]:
        """What has no field of ours."""
        found: dict[str, Json] = json.loads(self.unmapped)
        return found

    @property
    def row(self) -> Json:
        """The row as it came."""
        found: Json = json.loads(self.received)
        return found


def path_of(feed: str) -> str:
    """The file of a feed, from the root."""
    return f"{FOLDER}/{feed}.jsonl"


def lines(root: Path, feed: str) -> Iterator[Line]:
    """Every row of a feed; none where nothing has been taken in of it. Raises Refusal where a line cannot be read."""
    path = root / path_of(feed)
    if not path.is_file():
        return
    with path.open("rb") as handle:
        for number, text in enumerate(handle, 1):
            try:
                yield _line(text.decode("utf-8"))
            except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
                raise Refusal(
                    N_(
                        "{feed}, line {number}: this is not what 'geirfa import' wrote. Bring the file back from its history."
                    ),
                    feed=path_of(feed),
                    number=number,
                ) from error


def _line(text: str) -> Line:
    held = json.loads(text)
    return Line(
        held["kind"],
        held["key"],
        held["record"],
        held["on"],
        held["gone"],
        dict(held["taken"]),
        compact(dict(held["unmapped"])),
        compact(held["received"]),
    )


def compact(value: Json) -> str:
    """Small JSON on one line, the same for the same value."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text if _is_text(text) else json.dumps(value, sort_keys=True, separators=(",", ":"))


def _is_text(text: str) -> bool:
    """Whether UTF-8 can hold it: JSON may name half a character."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def written(held: Iterable[Line]) -> Iterator[str]:
    """Lines as the file has them."""
    for line in sorted(held, key=lambda line: (line.kind, line.key)):
        names = line._asdict()
        parts = (
            f'"{name}":{names[name] if name in _AS_TEXT else compact(names[name])}' for name in sorted(line._fields)
        )
        yield f"{{{','.join(parts)}}}\n"

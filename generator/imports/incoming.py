"""What readers of formats hand to the import: one Incoming a row, whatever the format. Readers write nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from generator.catalogue import Catalogue
from generator.issues import Rule
from generator.source import Tree
from generator.taken import Json as Json


class Dirt(NamedTuple):
    """A finding about one field of one row. `field` is its name in the source (a heading, a dotted path), `what` the values of
    the gaps in the rule's message; {row} and {field} are filled in by themselves."""

    field: str
    rule: Rule
    what: Mapping[str, object] = {}


class Incoming(NamedTuple):
    """One row as it came, and as a record of ours."""

    kind: str | None
    """Folder of ours: "assets", "organisations", "glossary". None: the row is only kept, as a taxonomy is."""
    key: str
    """Its identity in the feed: its id, or what a mapping names as one. Any text; never made a path."""
    where: str
    """Where it stands, as "row 12" or "contents[3]": said in reports."""
    tree: dict[str, Tree]
    """Fields of our record as `source` reads them: texts, lists, mappings; without id, sources, licence, imported."""
    links: Mapping[str, tuple[str, str]] = {}
    """Fields that name another row: {"organisation": ("organisations", its key)}."""
    received: Json = None
    """The row as it came: normalised to HSDS 3.1 for Open Referral, {heading: cell} for a table."""
    unmapped: Mapping[str, Json] = {}
    """What has no place in the tree: path or heading -> value."""
    dirt: tuple[Dirt, ...] = ()


class Given(NamedTuple):
    """What a reader is asked to read."""

    source: str
    """A file or a folder, or an address that begins with http:// or https://: the only one that may be asked, but for its
    further pages."""
    lang: str
    """The language of texts that do not say theirs."""
    mapping: Path | None = None
    guess: bool = False


Reader = Callable[[Catalogue, Given], Iterable[Incoming]]
"""Yields rows one by one, in the order of the source. Raises Refusal where the source cannot be read at all. The catalogue is
asked for its vocabularies and languages, nothing else."""

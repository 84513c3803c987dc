"""Branch: what records have in common that form a tree, as a framework and its parts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import ClassVar, Literal, TypeVar

from pydantic import Field

from generator.issues import N_
from generator.kinds.claim import Cited, Claim, Unknown
from generator.kinds.fields import Lines, MainLines, Number
from generator.kinds.part import nothing
from generator.kinds.record import Record

State = Literal["published", "awaited", "not-found", "ours"]
"""`published`: it stands in a source; `awaited`: it was announced, and no published copy was found; `not-found`: it is known to
exist, but what it says was not found; `ours`: it is this site's own and nobody's official wording."""


class Branch(Record):
    """A part of a tree. Each kind has its own field `within`, which names the part above it."""

    uses: ClassVar[tuple[str, ...]] = ("directory.css", "practice.css")
    list_uses: ClassVar[tuple[str, ...]] = ("directory.css", "practice.css")
    within: str | None

    name: MainLines = Field(description=N_("its name"))
    order: Number | None = Field(default=None, description=N_("its place among those within the same part: 1, 2, …"))
    state: State = Field(description=N_("published, awaited, not-found or ours"))
    summary: Lines = Field(default_factory=nothing, description=N_("what it is, in one sentence"))
    about: tuple[Claim, ...] = Field(default=(), description=N_("what is known of it, each with its sources"))
    unknown: tuple[Unknown, ...] = Field(default=(), description=N_("what was looked for and not found"))
    sources: tuple[Cited, ...] = Field(default=(), description=N_("where the facts stand"))

    def summaries(self) -> Mapping[str, str]:
        return self.summary


AnyBranch = TypeVar("AnyBranch", bound=Branch)


def trees(
    parts: Iterable[AnyBranch], rank: Callable[[AnyBranch], object] = lambda part: part.id
) -> Mapping[str | None, Sequence[AnyBranch]]:
    """What stands right within each part, by its id, in its order; parts of the same order by their rank. What stands within
    nothing is under None."""
    found: dict[str | None, list[AnyBranch]] = {}
    for part in sorted(parts, key=lambda part: (part.order or 0, rank(part))):
        found.setdefault(part.within, []).append(part)
    return found

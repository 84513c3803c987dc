"""Tool: a directory or a glossary that others run, or this site, and what was seen of what it can do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from generator.issues import N_
from generator.kinds.claim import CITES, Cited, Claim, Unknown
from generator.kinds.fields import (
    Flag,
    Id,
    LanguageCode,
    Line,
    Lines,
    Link,
    MainLines,
    NotEmpty,
    Part,
    PartDay,
    Web,
    Word,
)
from generator.kinds.part import nothing
from generator.kinds.record import Record, Search, same_as
from generator.kinds.vocabulary import Entry

TYPES: Mapping[str, str] = {"directory": N_("Directories"), "glossary": N_("Glossaries and term banks")}
"""What readers see of each type, in the order of the comparison."""
ANSWERS: Mapping[str, str] = {
    "yes": N_("Yes"),
    "part": N_("Partly"),
    "no": N_("No"),
    "not-seen": N_("Not seen"),
}
"""What readers see of each answer. What was not seen may well be there."""
NOT_SEEN = "not-seen"


class Feature(Part):
    """What was seen of one feature."""

    feature: Annotated[Id, Word("features")] = Field(description=N_("id from the vocabulary features"))
    has: Literal["yes", "part", "no", "not-seen"] = Field(
        description=N_("yes, part, no; or not-seen, where it was looked for and neither seen nor ruled out")
    )
    note: Lines = Field(default_factory=nothing, description=N_("what exactly was seen, in one line"))
    seen: PartDay | None = Field(default=None, description=N_("when it was looked at, where not with the rest"))
    from_: tuple[Annotated[Id, CITES], ...] = Field(
        default=(), alias="from", description=N_("keys of the sources it was seen in; needed for all but not-seen")
    )


class Tool(Record):
    """A directory or a glossary."""

    folder: ClassVar[str] = "tools"
    label: ClassVar[str] = N_("tool")
    labels: ClassVar[str] = N_("Technology compared")
    path_words: ClassVar[Mapping[str, str]] = {"cy": "offer"}
    uses: ClassVar[tuple[str, ...]] = ("directory.css", "practice.css", "standards.css")
    list_uses: ClassVar[tuple[str, ...]] = ("directory.css", "practice.css", "standards.css")
    uses_words: ClassVar[bool] = False
    search: ClassVar[Search] = Search(names=("name", "also"), text=("summary",), order=6)
    schema_type: ClassVar[str] = "SoftwareApplication"
    type_names: ClassVar[Mapping[str, str]] = TYPES
    answer_names: ClassVar[Mapping[str, str]] = ANSWERS
    one_language: ClassVar[tuple[str, ...]] = ("name", "also", "short", "owner")

    name: MainLines = Field(description=N_("its name; in another language only where it has one there"))
    short: Lines = Field(default_factory=nothing, description=N_("a short name for the head of a column"))
    also: dict[LanguageCode, tuple[Line, ...]] = Field(
        default_factory=nothing, description=N_("other names and abbreviations, in each language")
    )
    types: Annotated[tuple[Literal["directory", "glossary"], ...], NotEmpty] = Field(
        description=N_("directory, glossary or both")
    )
    ours: Flag = Field(default=False, description=N_("true for this site itself, whose answers are its own"))
    summary: MainLines = Field(description=N_("what it is, in one sentence"))
    about: tuple[Claim, ...] = Field(default=(), description=N_("what is known of it, each with its sources"))
    owner: Lines = Field(default_factory=nothing, description=N_("who runs it"))
    web: dict[LanguageCode, Web] = Field(
        default_factory=nothing, description=N_("its own page, in each language it has one in")
    )
    seen: PartDay | None = Field(default=None, description=N_("when it was looked at; none where nobody could"))
    features: tuple[Feature, ...] = Field(
        default=(), description=N_("what was seen of its features; what is left out was not seen")
    )
    words: tuple[Annotated[Id, Link("glossary", own=False)], ...] = Field(
        default=(), description=N_("ids of words that explain it")
    )
    unknown: tuple[Unknown, ...] = Field(default=(), description=N_("what was looked for and not found"))
    sources: tuple[Cited, ...] = Field(default=(), description=N_("where the facts stand, each with a key"))

    @staticmethod
    def compared(tools: Iterable[Tool], type: str) -> list[Tool]:
        """Those of a type of which something was seen, in the order given; this site, which speaks for itself, last."""
        found = [tool for tool in tools if type in tool.types and tool.features]
        return sorted(found, key=lambda tool: tool.ours)

    @staticmethod
    def rows(tools: Sequence[Tool], features: Mapping[str, Entry], type: str) -> Mapping[str, list[str]]:
        """The features that any of these tools but this site was seen to have or to lack, by the group they belong to. A
        feature that is also in the group of a type is compared among tools of that type alone."""
        others = (tool for tool in tools if not tool.ours)
        answered = {one.feature for tool in others for one in tool.features if one.has != NOT_SEEN}
        rows: dict[str, list[str]] = {}
        for id, entry in features.items():
            among = [group for group in entry.group if group in TYPES]
            if id in answered and (type in among or not among):
                rows.setdefault(entry.group[0] if entry.group else "", []).append(id)
        return rows

    def answer(self, feature: str) -> str:
        """What was seen of a feature, by the id of its entry."""
        return next((one.has for one in self.features if one.feature == feature), NOT_SEEN)

    def other_names(self) -> list[str]:
        return [name for names in self.also.values() for name in names]

    def summaries(self) -> Mapping[str, str]:
        return self.summary

    def json_ld(self, lang: str) -> dict[str, Any]:
        return same_as(self.web, lang)


KIND = Tool

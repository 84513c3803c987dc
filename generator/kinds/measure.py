"""Measure: a way to tell what came of social prescribing, or of what to speak when one does; and whether one may use it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from generator.issues import N_
from generator.kinds.branch import State
from generator.kinds.claim import Cited, Claim, Grounds, Unknown
from generator.kinds.fields import Id, LanguageCode, Line, Lines, Link, MainLines, Part, PartDay, Web
from generator.kinds.part import nothing
from generator.kinds.record import Facet, Record, Search, same_as

TYPES: Mapping[str, str] = {
    "questionnaire": N_("Questions that people answer"),
    "outcomes": N_("Lists of what may come of it"),
    "codes": N_("Codes for records"),
    "definition": N_("Agreed definitions"),
}
"""What readers see of each type, in the order of the list."""
REUSE: Mapping[str, str] = {
    "free": N_("free to use"),
    "open": N_("open licence"),
    "cite": N_("may be cited"),
    "licence": N_("licence needed"),
    "not-confirmed": N_("licence not confirmed"),
    "not-found": N_("licence not found"),
}
"""Whether one may use it, in a few words."""


class Code(Part):
    """A code of a list that is not copied here: its number alone, and what it stands for in our own words."""

    code: Line = Field(description=N_("the number"))
    for_: MainLines = Field(alias="for", description=N_("what it is used for, in our own words"))
    from_: Grounds = Field(alias="from", description=N_("keys of the sources it rests on"))


class Measure(Record):
    """A way to tell what came of it."""

    folder: ClassVar[str] = "measures"
    label: ClassVar[str] = N_("measure")
    labels: ClassVar[str] = N_("Outcomes and measures")
    path_words: ClassVar[Mapping[str, str]] = {"cy": "mesurau"}
    uses: ClassVar[tuple[str, ...]] = ("directory.css", "practice.css", "standards.css")
    list_uses: ClassVar[tuple[str, ...]] = ("directory.css", "practice.css", "standards.css")
    search: ClassVar[Search] = Search(
        names=("name", "also"),
        text=("summary", "about.says", "licence.says"),
        facets=(Facet("reuse", N_("May it be used?"), REUSE),),
    )
    schema_type: ClassVar[str] = "CreativeWork"
    type_names: ClassVar[Mapping[str, str]] = TYPES
    reuse_names: ClassVar[Mapping[str, str]] = REUSE
    one_language: ClassVar[tuple[str, ...]] = ("owner", "also")

    name: MainLines = Field(description=N_("what it is called"))
    also: dict[LanguageCode, tuple[Line, ...]] = Field(
        default_factory=nothing, description=N_("other names and abbreviations, in each language")
    )
    type: Literal["questionnaire", "outcomes", "codes", "definition"] = Field(
        description=N_("questionnaire, outcomes, codes or definition")
    )
    state: State = Field(description=N_("published, awaited, not-found or ours"))
    summary: MainLines = Field(description=N_("what it measures, in one sentence"))
    about: tuple[Claim, ...] = Field(default=(), description=N_("what is known of it, each with its sources"))
    reuse: Literal["free", "open", "cite", "licence", "not-confirmed", "not-found"] = Field(
        description=N_("whether one may use it: free, open, cite, licence, not-confirmed or not-found")
    )
    licence: tuple[Claim, ...] = Field(default=(), description=N_("what is known of its licence"))
    codes: tuple[Code, ...] = Field(default=(), description=N_("codes, by their numbers alone"))
    owner: Lines = Field(default_factory=nothing, description=N_("who owns it"))
    dated: PartDay | None = Field(default=None, description=N_("when it appeared, as far as it is known"))
    web: dict[LanguageCode, Web] = Field(
        default_factory=nothing, description=N_("its own page, in each language it has one in")
    )
    data_items: tuple[Annotated[Id, Link("data-items")], ...] = Field(
        default=(), description=N_("ids of the data items that hold its results")
    )
    words: tuple[Annotated[Id, Link("glossary", own=False)], ...] = Field(
        default=(), description=N_("ids of words that explain it")
    )
    cases: tuple[Annotated[Id, Link("case-studies")], ...] = Field(
        default=(), description=N_("ids of the case studies in which it was used")
    )
    unknown: tuple[Unknown, ...] = Field(default=(), description=N_("what was looked for and not found"))
    sources: tuple[Cited, ...] = Field(default=(), description=N_("where the facts stand, each with a key"))

    def other_names(self) -> list[str]:
        return [name for names in self.also.values() for name in names]

    def summaries(self) -> Mapping[str, str]:
        return self.summary

    def json_ld(self, lang: str) -> dict[str, Any]:
        return same_as(self.web, lang)


KIND = Measure

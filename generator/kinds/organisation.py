"""Organisation: a body that runs, funds or owns things."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from generator.issues import N_
from generator.kinds.evidence import Evidence, Imported
from generator.kinds.fields import Id, LanguageCode, Line, Lines, Link, MainLines, Part, Texts, Web
from generator.kinds.part import nothing
from generator.kinds.record import Record, Search, same_as


class Registered(Part):
    """A number it is registered under."""

    scheme: Literal["charity", "company", "cio", "community-benefit-society", "other"] = Field(
        description=N_("charity, company, cio, community-benefit-society or other")
    )
    number: Line = Field(description=N_("the number, as the register writes it"))


class Organisation(Record):
    """A body that runs, funds or owns things."""

    folder: ClassVar[str] = "organisations"
    label: ClassVar[str] = N_("organisation")
    labels: ClassVar[str] = N_("Organisations")
    uses_words: ClassVar[bool] = False
    uses: ClassVar[tuple[str, ...]] = ("directory.css",)
    search: ClassVar[Search] = Search(names=("name", "also"), text=("summary", "note"), order=4)
    schema_type: ClassVar[str] = "Organization"
    one_language: ClassVar[tuple[str, ...]] = ("name", "also")

    name: MainLines = Field(description=N_("its name; in another language only where it has one there"))
    also: dict[LanguageCode, tuple[Line, ...]] = Field(
        default_factory=nothing, description=N_("other names and abbreviations, in each language")
    )
    type: Literal["charity", "community", "public", "social-enterprise", "company", "network"] | None = Field(
        default=None, description=N_("charity, community, public, social-enterprise, company or network")
    )
    summary: Lines = Field(default_factory=nothing, description=N_("what it is, in one sentence"))
    web: dict[LanguageCode, Web] = Field(
        default_factory=nothing, description=N_("its site, in each language it has one in")
    )
    registered: tuple[Registered, ...] = Field(default=(), description=N_("numbers it is registered under"))
    part_of: Annotated[Id, Link("organisations")] | None = Field(
        default=None, description=N_("id of the organisation it is a part of")
    )
    now: tuple[Annotated[Id, Link("organisations")], ...] = Field(
        default=(), description=N_("ids of what came after it, where it has ended or changed its name")
    )
    note: Texts = Field(default_factory=nothing, description=N_("what is known of it, and what is not"))
    distinct_from: tuple[Annotated[Id, Link("organisations")], ...] = Field(
        default=(),
        description=N_("ids of others that look the same and are not; 'geirfa duplicates --not' writes them"),
    )
    sources: tuple[Evidence, ...] = Field(default=(), description=N_("where the facts stand"))
    imported: tuple[Imported, ...] = Field(
        default=(), description=N_("the lists of others it comes from; 'geirfa import' writes it")
    )

    def other_names(self) -> list[str]:
        return [name for names in self.also.values() for name in names]

    def called(self, lang: str) -> list[tuple[str, str]]:
        """Its other names as (name, language), each once, those of the given language first."""
        codes = sorted(self.also, key=lambda code: code != lang)
        first = {name: code for code in reversed(codes) for name in self.also[code]}
        return [(name, code) for code in codes for name in self.also[code] if first[name] == code]

    def summaries(self) -> Mapping[str, str]:
        return self.summary

    def json_ld(self, lang: str) -> dict[str, Any]:
        return same_as(self.web, lang)


KIND = Organisation

"""Policy: a law, a strategy, a plan or a programme that the work rests on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from generator.issues import N_
from generator.kinds.branch import Branch
from generator.kinds.claim import Claim
from generator.kinds.fields import Id, LanguageCode, Link, Web
from generator.kinds.milestone import DateReading, Milestone, first
from generator.kinds.part import nothing
from generator.kinds.record import Facet, Search, same_as

TYPES: Mapping[str, str] = {
    "law": N_("law"),
    "strategy": N_("strategy"),
    "plan": N_("plan"),
    "programme": N_("programme"),
}
"""What readers see of each type."""


class Policy(Branch):
    """A law, a strategy, a plan or a programme."""

    folder: ClassVar[str] = "policies"
    label: ClassVar[str] = N_("policy or law")
    labels: ClassVar[str] = N_("Policies and laws")
    path_words: ClassVar[Mapping[str, str]] = {"cy": "polisiau"}
    uses: ClassVar[tuple[str, ...]] = (*Branch.uses, "framework.css")
    list_uses: ClassVar[tuple[str, ...]] = (*Branch.list_uses, "framework.css")
    search: ClassVar[Search] = Search(
        names=("name",),
        text=("summary", "about.says", "bearing.says"),
        facets=(Facet("type", N_("Law, strategy, plan or programme"), TYPES),),
    )
    schema_type: ClassVar[str] = "CreativeWork"
    type_names: ClassVar[Mapping[str, str]] = TYPES
    one_language: ClassVar[tuple[str, ...]] = ("name",)

    type: Literal["law", "strategy", "plan", "programme"] = Field(description=N_("law, strategy, plan or programme"))
    within: Annotated[Id, Link("policies")] | None = Field(default=None, description=N_("id of what it is a part of"))
    issued: tuple[DateReading, ...] = Field(
        default=(), description=N_("the day it was made law or published: one, or each that sources give")
    )
    history: tuple[Milestone, ...] = Field(default=(), description=N_("what else happened when; the timeline shows it"))
    by: tuple[Annotated[Id, Link("organisations")], ...] = Field(
        default=(), description=N_("ids of the organisations that issued it")
    )
    web: dict[LanguageCode, Web] = Field(
        default_factory=nothing, description=N_("where it is published, in each language it is published in")
    )
    bearing: tuple[Claim, ...] = Field(default=(), description=N_("what it has to do with the work shown here"))
    replaced_by: tuple[Annotated[Id, Link("policies")], ...] = Field(
        default=(), description=N_("ids of what came after it")
    )
    words: tuple[Annotated[Id, Link("glossary")], ...] = Field(
        default=(), description=N_("ids of the words that go with it")
    )
    case_studies: tuple[Annotated[Id, Link("case-studies")], ...] = Field(
        default=(), description=N_("ids of case studies that it led to")
    )

    @property
    def place(self) -> tuple[str, ...]:
        """Its place in time; at the end where no day is known."""
        readings = (*self.issued, *(reading for milestone in self.history for reading in milestone.readings))
        return first(self.issued or readings) if readings else ("9999",)

    def json_ld(self, lang: str) -> dict[str, Any]:
        """A law is one to schema.org; a day on which sources differ is left out."""
        found: dict[str, Any] = {"@type": "Legislation"} if self.type == "law" else {}
        if len(self.issued) == 1:
            found["legislationDate" if self.type == "law" else "datePublished"] = self.issued[0].on
        return found | same_as(self.web, lang)


KIND = Policy

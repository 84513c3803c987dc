"""FrameworkPart: a framework, its objectives, the tools that go with it and the work it announces."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from generator.issues import N_
from generator.kinds.branch import Branch
from generator.kinds.claim import Claim, Grounds
from generator.kinds.fields import (
    Decimal,
    Id,
    LanguageCode,
    Line,
    Lines,
    Link,
    MainLines,
    MainTexts,
    Part,
    PartDay,
    Web,
)
from generator.kinds.milestone import Milestone
from generator.kinds.part import nothing
from generator.kinds.record import Facet, Search, same_as

TYPES: Mapping[str, str] = {
    "framework": N_("framework"),
    "objective": N_("objective"),
    "tool": N_("part of the toolkit"),
    "work": N_("work announced"),
}
"""What readers see of each type, in the order of the overview."""


class Definition(Part):
    """What something is said to mean, told in our own words."""

    name: MainLines = Field(description=N_("whose definition it is, in one line"))
    on: PartDay | None = Field(default=None, description=N_("its day, month or year"))
    says: MainTexts = Field(description=N_("what it says, in our own words"))
    from_: Grounds = Field(alias="from", description=N_("keys of the sources it rests on"))


class ModelPart(Part):
    """One part of the model that a framework describes."""

    step: Annotated[Id, Link("pathway")] = Field(description=N_("id of the step of the pathway that shows it"))
    says: MainTexts = Field(description=N_("what it is, in our own words"))
    from_: Grounds = Field(alias="from", description=N_("keys of the sources it rests on"))


class Figure(Part):
    """A figure that sources give."""

    what: MainLines = Field(description=N_("what it counts, in one line, without the figure"))
    value: Decimal = Field(description=N_("the figure as a number, as 25000 or 15"))
    up_to: Decimal | None = Field(default=None, description=N_("the upper end, where sources give a range"))
    unit: Literal["percent"] | None = Field(default=None, description=N_("percent, where it is a share"))
    bound: Literal["exactly", "about", "over"] = Field(
        default="exactly", description=N_("exactly, about or over: as the source has it")
    )
    note: Lines = Field(default_factory=nothing, description=N_("what to know before quoting it"))
    from_: Grounds = Field(alias="from", description=N_("keys of the sources it rests on"))


class Served(Part):
    """A page of this site that serves it."""

    to: Line = Field(description=N_("the page, as doors in site.yml name it: 'glossary', 'suggested', 'training'"))
    name: MainLines = Field(description=N_("what the link says"))
    what: MainLines = Field(description=N_("what one finds there that serves it, in one line"))


class FrameworkPart(Branch):
    """A framework, or a part of one."""

    folder: ClassVar[str] = "framework"
    label: ClassVar[str] = N_("part of the framework")
    labels: ClassVar[str] = N_("The framework")
    path_words: ClassVar[Mapping[str, str]] = {"cy": "fframwaith"}
    uses: ClassVar[tuple[str, ...]] = (*Branch.uses, "framework.css")
    list_uses: ClassVar[tuple[str, ...]] = (*Branch.list_uses, "framework.css")
    further: ClassVar[Mapping[str, str]] = {"timeline": N_("Timeline")}
    search: ClassVar[Search] = Search(
        names=("name",),
        text=("summary", "wording.says", "about.says", "definitions.says", "figures.what"),
        facets=(Facet("type", N_("Kind of part"), TYPES),),
    )
    schema_type: ClassVar[str] = "CreativeWork"
    type_names: ClassVar[Mapping[str, str]] = TYPES

    type: Literal["framework", "objective", "tool", "work"] = Field(
        description=N_("framework, objective, tool, or work that was announced")
    )
    within: Annotated[Id, Link("framework")] | None = Field(default=None, description=N_("id of what it stands within"))
    wording: Claim | None = Field(
        default=None, description=N_("its official wording, as published there, with the source it stands in")
    )
    definitions: tuple[Definition, ...] = Field(
        default=(), description=N_("what it takes its subject to be, the newest first")
    )
    model: tuple[ModelPart, ...] = Field(default=(), description=N_("the parts of the model it describes, in order"))
    figures: tuple[Figure, ...] = Field(default=(), description=N_("the figures that go with it"))
    cautions: tuple[Claim, ...] = Field(default=(), description=N_("what to know before using the figures"))
    by: tuple[Annotated[Id, Link("organisations")], ...] = Field(
        default=(), description=N_("ids of the organisations that made it or are to make it")
    )
    web: dict[LanguageCode, Web] = Field(
        default_factory=nothing, description=N_("where it is published, in each language it is published in")
    )
    history: tuple[Milestone, ...] = Field(default=(), description=N_("what happened when; the timeline shows it"))
    served_by: tuple[Served, ...] = Field(default=(), description=N_("what on this site serves it"))
    standards: tuple[Annotated[Id, Link("standards")], ...] = Field(
        default=(), description=N_("ids of the standards that hold it, or hold its place")
    )
    data_items: tuple[Annotated[Id, Link("data-items")], ...] = Field(
        default=(), description=N_("ids of the data sets and items that hold it, or hold its place")
    )
    competences: tuple[Annotated[Id, Link("competencies")], ...] = Field(
        default=(),
        description=N_("ids of the frameworks and parts among the competences that hold it, or hold its place"),
    )
    words: tuple[Annotated[Id, Link("glossary")], ...] = Field(
        default=(), description=N_("ids of the words that go with it")
    )
    related: tuple[Annotated[Id, Link("framework")], ...] = Field(
        default=(), description=N_("ids of parts to read beside it")
    )

    def places(self) -> Iterator[tuple[str, str]]:
        """The records of other kinds that hold it or its place, as (folder, id)."""
        for folder, ids in (
            ("standards", self.standards),
            ("data-items", self.data_items),
            ("competencies", self.competences),
        ):
            yield from ((folder, id) for id in ids)

    def json_ld(self, lang: str) -> dict[str, Any]:
        return same_as(self.web, lang)


KIND = FrameworkPart

"""Competency: a framework of what people must be able to do, and its domains, competences and statements."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from generator.issues import N_
from generator.kinds.branch import Branch
from generator.kinds.claim import CITES, Dated
from generator.kinds.fields import Flag, Id, LanguageCode, Lines, Link, MainTexts, Part, Texts, Web
from generator.kinds.part import nothing
from generator.kinds.record import Search

TYPES: Mapping[str, str] = {
    "framework": N_("framework"),
    "domain": N_("domain"),
    "competence": N_("competence"),
    "statement": N_("statement"),
}
"""The rungs of a tree, the outermost first; a tree may leave out any but the first. What readers see of each."""

Headings = tuple[Annotated[Id, Link("competencies")], ...]


class Statement(Part):
    """One thing that a competence asks for, where it has no page of its own."""

    says: MainTexts = Field(description=N_("what one must know or be able to do"))
    level: Lines = Field(default_factory=nothing, description=N_("its level, as the framework names it"))
    maps_to: Headings = Field(default=(), description=N_("ids of the headings of the cross-map it belongs under"))
    from_: tuple[Annotated[Id, CITES], ...] = Field(
        default=(), alias="from", description=N_("keys of the sources it stands in; none where it is ours")
    )


class Competency(Branch):
    """A framework, or a part of one."""

    folder: ClassVar[str] = "competencies"
    label: ClassVar[str] = N_("competence")
    labels: ClassVar[str] = N_("Competences")
    path_words: ClassVar[Mapping[str, str]] = {"cy": "cymwyseddau"}
    uses: ClassVar[tuple[str, ...]] = (*Branch.uses, "competencies.css", "over.js")
    list_uses: ClassVar[tuple[str, ...]] = (*Branch.list_uses, "competencies.css")
    further: ClassVar[Mapping[str, str]] = {"matrix": N_("Frameworks side by side"), "self-review": N_("Self-review")}
    type_names: ClassVar[Mapping[str, str]] = TYPES
    search: ClassVar[Search] = Search(names=("name", "short"), text=("summary", "about.says", "statements.says"))
    one_language: ClassVar[tuple[str, ...]] = ("name", "by")

    type: Literal["framework", "domain", "competence", "statement"] = Field(
        description=N_("framework, domain, competence or statement")
    )
    within: Annotated[Id, Link("competencies")] | None = Field(
        default=None, description=N_("id of what it stands within")
    )
    short: Lines = Field(default_factory=nothing, description=N_("a short name for tables, where the name is long"))
    owner: Annotated[Id, Link("organisations")] | None = Field(
        default=None, description=N_("id of the organisation that keeps it")
    )
    by: Lines = Field(default_factory=nothing, description=N_("who keeps or wrote it, where no organisation is listed"))
    dates: tuple[Dated, ...] = Field(default=(), description=N_("when it was presented, published, changed"))
    level: Lines = Field(default_factory=nothing, description=N_("its level, as the framework names it"))
    licence: Lines = Field(default_factory=nothing, description=N_("under which licence it may be used, where known"))
    web: dict[LanguageCode, Web] = Field(
        default_factory=nothing, description=N_("where it is published, in each language it is published in")
    )
    statements: tuple[Statement, ...] = Field(
        default=(), description=N_("what it asks for, sentence by sentence, where these have no page of their own")
    )
    cross_map: Flag = Field(
        default=False, description=N_("true for the one framework whose parts all others are mapped to")
    )
    self_review: Flag = Field(
        default=False,
        description=N_("true for a framework that readers may mark themselves against, once its parts are known"),
    )
    maps_to: Headings = Field(
        default=(), description=N_("ids of the headings of the cross-map it belongs under: our judgement")
    )
    words: tuple[Annotated[Id, Link("glossary", own=False)], ...] = Field(
        default=(), description=N_("ids of words that one needs for it")
    )
    note: Texts = Field(
        default_factory=nothing, description=N_("what is ours about it: how it was mapped, named, translated")
    )


KIND = Competency

"""Standard: what a service, a worker or a system is asked to do, clause by clause; and lists to check oneself against."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from generator.issues import N_
from generator.kinds.branch import Branch
from generator.kinds.claim import Grounds
from generator.kinds.fields import (
    Id,
    LanguageCode,
    Line,
    Lines,
    Link,
    MainLines,
    MainTexts,
    NotEmpty,
    Part,
    PartDay,
    Texts,
    Web,
)
from generator.kinds.part import nothing
from generator.kinds.record import Search

TYPES: Mapping[str, str] = {
    "specification": N_("specification"),
    "guidance": N_("guidance"),
    "information": N_("information standard"),
    "education": N_("education standard"),
    "code": N_("code of practice"),
    "open-data": N_("open data standard"),
    "self-check": N_("self-check list"),
}
"""What readers see of each type."""


class Clause(Part):
    """One requirement, or one question to ask oneself."""

    key: Id = Field(description=N_("what its place on the page is called, as self-referral; never changed"))
    says: MainTexts = Field(description=N_("the requirement or the question"))
    help: Texts = Field(default_factory=nothing, description=N_("why it is asked, and what a good answer looks like"))
    competences: tuple[Annotated[Id, Link("competencies")], ...] = Field(
        default=(), description=N_("ids of the competences it asks for")
    )
    data_items: tuple[Annotated[Id, Link("data-items")], ...] = Field(
        default=(), description=N_("ids of the data items it is about")
    )
    steps: tuple[Annotated[Id, Link("pathway")], ...] = Field(
        default=(), description=N_("ids of the steps of the pathway it is about")
    )
    words: tuple[Annotated[Id, Link("glossary", own=False)], ...] = Field(
        default=(), description=N_("ids of words it uses")
    )
    from_: Grounds = Field(alias="from", description=N_("keys of the sources it rests on"))


class Section(Part):
    """Clauses that belong together."""

    key: Id = Field(description=N_("what its place on the page is called"))
    name: MainLines = Field(description=N_("its heading"))
    clauses: Annotated[tuple[Clause, ...], NotEmpty] = Field(description=N_("its clauses, in order"))


class Standard(Branch):
    """What one is asked to do."""

    folder: ClassVar[str] = "standards"
    label: ClassVar[str] = N_("standard")
    labels: ClassVar[str] = N_("Standards")
    path_words: ClassVar[Mapping[str, str]] = {"cy": "safonau"}
    uses: ClassVar[tuple[str, ...]] = (*Branch.uses, "standards.css")
    list_uses: ClassVar[tuple[str, ...]] = (*Branch.list_uses, "standards.css")
    search: ClassVar[Search] = Search(
        names=("name",), text=("summary", "about.says", "sections.clauses.says", "sections.clauses.help")
    )
    schema_type: ClassVar[str] = "CreativeWork"
    type_names: ClassVar[Mapping[str, str]] = TYPES
    one_language: ClassVar[tuple[str, ...]] = ("owner",)

    within: Annotated[Id, Link("standards")] | None = Field(
        default=None, description=N_("id of the standard it is a part of")
    )
    type: Literal["specification", "guidance", "information", "education", "code", "open-data", "self-check"] = Field(
        description=N_("specification, guidance, information, education, code, open-data or self-check")
    )
    version: Line | None = Field(default=None, description=N_("its version, as its owner calls it"))
    dated: PartDay | None = Field(default=None, description=N_("when it appeared, as far as it is known"))
    expected: PartDay | None = Field(default=None, description=N_("when it was expected, where it was announced"))
    owner: Lines = Field(default_factory=nothing, description=N_("who is responsible for it"))
    licence: Lines = Field(default_factory=nothing, description=N_("its licence, by name"))
    licence_url: dict[LanguageCode, Web] = Field(
        default_factory=nothing, description=N_("where the licence can be read, in each language it can be read in")
    )
    web: dict[LanguageCode, Web] = Field(
        default_factory=nothing, description=N_("its own page, in each language it has one in")
    )
    sections: tuple[Section, ...] = Field(default=(), description=N_("its clauses, under headings"))
    competences: tuple[Annotated[Id, Link("competencies")], ...] = Field(
        default=(), description=N_("ids of the competences it asks for as a whole")
    )
    data_items: tuple[Annotated[Id, Link("data-items")], ...] = Field(
        default=(), description=N_("ids of the data sets and items it defines")
    )
    words: tuple[Annotated[Id, Link("glossary", own=False)], ...] = Field(
        default=(), description=N_("ids of words that explain it")
    )

    @property
    def clauses(self) -> Iterator[Clause]:
        """All its clauses, in order."""
        return (clause for section in self.sections for clause in section.clauses)


KIND = Standard

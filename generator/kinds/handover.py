"""Handover: whom to ask in one area, where the directory has no answer."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from generator.issues import N_
from generator.kinds.asset import Contact
from generator.kinds.evidence import Evidence
from generator.kinds.fields import Id, Line, Lines, Part, Texts, Word
from generator.kinds.part import nothing
from generator.kinds.record import Record


class Person(Part):
    """One body or team to ask."""

    role: Literal["connector", "voluntary-council", "council", "transport", "line"] = Field(
        description=N_(
            "connector: those who help a person find what suits them; voluntary-council; council; transport; line: a national number"
        )
    )
    name: Lines = Field(description=N_("its name; in another language only where it has one there"))
    run_by: Line | None = Field(default=None, description=N_("who runs it"))
    what: Texts = Field(default_factory=nothing, description=N_("what it can do for you, and whom it is for"))
    contact: Contact = Field(default=Contact(), description=N_("how to reach it; empty where nothing was found"))
    sources: tuple[Evidence, ...] = Field(default=(), description=N_("where the facts stand"))


class Handover(Record):
    """Whom to ask in one area. The file is named after the area."""

    folder: ClassVar[str] = "handover"
    label: ClassVar[str] = N_("whom to ask")
    labels: ClassVar[str] = N_("Whom to ask")
    pages: ClassVar[bool] = False
    title_field: ClassVar[str] = "name"
    one_language: ClassVar[tuple[str, ...]] = ("people.name",)

    name: Lines = Field(default_factory=nothing, description=N_("a heading, where the area's name is not enough"))
    area: Annotated[Id, Word("areas")] = Field(description=N_("id from the vocabulary areas"))
    people: tuple[Person, ...] = Field(default=(), description=N_("whom to ask, the best first"))
    note: Texts = Field(default_factory=nothing, description=N_("what was looked for and not found"))


KIND = Handover

"""Data item: one fact that a service records of its work, or a group of these, or a whole set of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from generator.issues import N_
from generator.kinds.branch import Branch
from generator.kinds.claim import Claim, Grounds
from generator.kinds.fields import Id, LanguageCode, Line, Lines, Link, MainLines, Part, PartDay, Web
from generator.kinds.part import nothing
from generator.kinds.record import Search

TYPES: Mapping[str, str] = {"set": N_("data set"), "group": N_("group of items"), "item": N_("data item")}
"""What readers see of each type: a set holds groups, a group items."""
VALUES: Mapping[str, str] = {
    "text": N_("text"),
    "number": N_("number"),
    "date": N_("date"),
    "yes-no": N_("yes or no"),
    "choice": N_("one of a list"),
    "choices": N_("several of a list"),
    "code": N_("code"),
}
"""What readers see of what an item holds."""


class Allowed(Part):
    """A value that an item may have."""

    code: Line | None = Field(default=None, description=N_("the code it is written as, where it has one"))
    name: MainLines = Field(description=N_("what it means"))
    from_: Grounds = Field(alias="from", description=N_("keys of the sources it rests on"))


class Ours(Part):
    """A field of the records of this site that holds it, or something near to it."""

    field: Line = Field(description=N_("the folder of the kind and the field, as assets.needs"))
    holds: MainLines = Field(description=N_("what it holds, and what it does not, in one line"))


class DataItem(Branch):
    """A fact that a service records, or a group or set of these."""

    folder: ClassVar[str] = "data-items"
    label: ClassVar[str] = N_("data item")
    labels: ClassVar[str] = N_("Data dictionary")
    path_words: ClassVar[Mapping[str, str]] = {"cy": "eitemau-data"}
    uses: ClassVar[tuple[str, ...]] = (*Branch.uses, "standards.css")
    list_uses: ClassVar[tuple[str, ...]] = (*Branch.list_uses, "standards.css")
    search: ClassVar[Search] = Search(names=("name",), text=("summary", "definition.says", "about.says"))
    schema_type: ClassVar[str] = "DefinedTerm"
    type_names: ClassVar[Mapping[str, str]] = TYPES
    value_names: ClassVar[Mapping[str, str]] = VALUES
    one_language: ClassVar[tuple[str, ...]] = ("owner",)

    within: Annotated[Id, Link("data-items")] | None = Field(
        default=None, description=N_("id of the group or set it belongs to")
    )
    type: Literal["set", "group", "item"] = Field(description=N_("set, group or item"))
    definition: Claim | None = Field(default=None, description=N_("what it means, and where that stands"))
    value: Literal["text", "number", "date", "yes-no", "choice", "choices", "code"] | None = Field(
        default=None,
        description=N_("what an item holds: text, number, date, yes-no, choice, choices or code; none where not known"),
    )
    allowed: tuple[Allowed, ...] = Field(default=(), description=N_("the values it may have, where these are a list"))
    ours: tuple[Ours, ...] = Field(
        default=(), description=N_("fields of the records of this site that hold it, or something near to it")
    )
    version: Line | None = Field(default=None, description=N_("the version of a set, as its owner calls it"))
    dated: PartDay | None = Field(default=None, description=N_("when that version appeared, as far as it is known"))
    owner: Lines = Field(default_factory=nothing, description=N_("who is responsible for a set"))
    licence: Lines = Field(default_factory=nothing, description=N_("the licence of a set, by name"))
    licence_url: dict[LanguageCode, Web] = Field(
        default_factory=nothing, description=N_("where the licence can be read, in each language it can be read in")
    )
    attribution: Lines = Field(
        default_factory=nothing, description=N_("the line that the licence asks to be shown beside it")
    )
    web: dict[LanguageCode, Web] = Field(
        default_factory=nothing, description=N_("its own page, in each language it has one in")
    )
    competences: tuple[Annotated[Id, Link("competencies")], ...] = Field(
        default=(), description=N_("ids of the competences that recording it takes")
    )
    words: tuple[Annotated[Id, Link("glossary", own=False)], ...] = Field(
        default=(), description=N_("ids of words that explain it")
    )


KIND = DataItem

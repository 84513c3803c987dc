"""Venue: a place where something happens, and what is known of getting into it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.issues import N_
from generator.kinds.fields import Answer, Coordinates, Id, Line, Lines, Part, Postcode, Texts, Word
from generator.kinds.part import CommonPart, nothing


class Access(CommonPart):
    """One fact about access. What nobody asked is left out; what was asked and not answered is unknown."""

    feature: Annotated[Id, Word("access")] = Field(description=N_("id from the vocabulary access, as step-free"))
    state: Answer = Field(description=N_("yes, no or unknown"))
    detail: Texts = Field(
        default_factory=nothing, description=N_("what it is like: which door, how steep, whom to ask")
    )


class Venue(Part):
    """A place. Give as much as is known: an address, a postcode, a point; or at least the town or village."""

    name: Lines = Field(default_factory=nothing, description=N_("what the place is called"))
    address: Line | None = Field(default=None, description=N_("street, town; without the postcode"))
    postcode: Postcode | None = Field(default=None, description=N_("its postcode, as LL57 1AB"))
    near: Annotated[Id, Word("places")] | None = Field(
        default=None, description=N_("id of the town or village, from the vocabulary places")
    )
    point: Coordinates | None = Field(default=None, description=N_("degrees north and east, as 53.228, -4.128"))
    mask: Literal["exact", "area", "none"] = Field(
        default="exact",
        description=N_("exact: the address is shown; area: only the town; none: nothing, as for a refuge"),
    )
    access: tuple[Access, ...] = Field(default=(), description=N_("what is known of getting in and about"))
    note: Texts = Field(default_factory=nothing, description=N_("how to find it"))

"""Look: that somebody looked for help with a need in an area, and found none. Without one, no gap is claimed."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from generator.issues import N_
from generator.kinds.fields import Day, Id, Lines, NotEmpty, Texts, Word
from generator.kinds.part import nothing
from generator.kinds.record import Record


class Look(Record):
    """A search that found nothing: where, what for, who looked, when."""

    folder: ClassVar[str] = "looks"
    label: ClassVar[str] = N_("look")
    labels: ClassVar[str] = N_("Looks")
    pages: ClassVar[bool] = False

    name: Lines = Field(default_factory=nothing, description=N_("a heading for editors; may be left out"))
    area: Annotated[Id, Word("areas")] = Field(description=N_("id from the vocabulary areas"))
    needs: Annotated[tuple[Annotated[Id, Word("needs")], ...], NotEmpty] = Field(
        description=N_("ids from the vocabulary needs: what was looked for")
    )
    on: Day = Field(description=N_("the day of the look, as 2026-11-21"))
    by: Lines = Field(description=N_("who looked: a body or a role, no private person"))
    note: Texts = Field(default_factory=nothing, description=N_("where they looked"))


KIND = Look

"""Milestones: what happened when, as each source has it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.issues import N_
from generator.kinds.claim import Grounds
from generator.kinds.fields import Flag, Lines, MainLines, MainTexts, NotEmpty, Part, PartDay
from generator.kinds.part import nothing

_LATER = "99"
"""Stands for the month and day that a date leaves out: what is known by its year alone comes last in it."""


class DateReading(Part):
    """The day that one or more sources give."""

    on: PartDay = Field(description=N_("the day, month or year, as 2023-12-07, 2023-12 or 2023"))
    until: PartDay | None = Field(default=None, description=N_("its end, where it lasted"))
    says: Lines = Field(default_factory=nothing, description=N_("what of it took place then, where sources differ"))
    from_: Grounds = Field(alias="from", description=N_("keys of the sources it rests on"))

    @property
    def place(self) -> tuple[str, ...]:
        """Its place in time."""
        return (*self.on.split("-"), _LATER, _LATER)[:3]


Readings = Annotated[tuple[DateReading, ...], NotEmpty]
"""One day; several where sources differ: all stand side by side."""


class Milestone(Part):
    """Something that happened, or was expected."""

    what: MainLines = Field(description=N_("what happened, in one line"))
    readings: Readings = Field(description=N_("when: one day, or each that sources give"))
    expected: Flag = Field(
        default=False, description=N_("true for what was expected then, where nobody knows that it happened")
    )
    note: MainTexts | None = Field(default=None, description=N_("what speaks for the one or the other day"))


def first(readings: tuple[DateReading, ...]) -> tuple[str, ...]:
    """The place in time of the earliest day."""
    return min(reading.place for reading in readings)

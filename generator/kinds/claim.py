"""Claims: what a record says beside where it stands, and what could not be found."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.issues import N_
from generator.kinds.evidence import Evidence
from generator.kinds.fields import Id, Line, MainLines, MainTexts, NotEmpty, Part, PartDay

CITES = "cites"
"""Marks a field that names one of the record's own sources by its key."""

Grounds = Annotated[tuple[Annotated[Id, CITES], ...], NotEmpty]
"""The keys of the sources that a claim rests on: at least one."""


class Cited(Evidence):
    """A source that claims of the record name by its key."""

    key: Id = Field(description=N_("what the claims of this record call it by, as 'nesta-2017'"))


class Claim(Part):
    """A statement and the sources it rests on."""

    says: MainTexts = Field(description=N_("the statement, in our own words"))
    from_: Grounds = Field(alias="from", description=N_("keys of the sources it rests on"))


class Dated(Part):
    """Something that happened on a day, in a month or a year."""

    what: MainLines = Field(description=N_("what happened, in one line"))
    on: PartDay | None = Field(default=None, description=N_("the day, month or year"))
    until: PartDay | None = Field(default=None, description=N_("its end, where it lasted"))
    from_: Grounds = Field(alias="from", description=N_("keys of the sources it rests on"))


class Reading(Part):
    """What one source says where sources conflict."""

    says: MainLines = Field(description=N_("what the source says, in one line"))
    from_: Grounds = Field(alias="from", description=N_("keys of the sources that say so"))


class Conflict(Part):
    """Something that sources say differently: all readings stand side by side."""

    about: MainLines = Field(description=N_("what they say differently, in one line"))
    readings: Annotated[tuple[Reading, ...], NotEmpty] = Field(description=N_("what each says: at least two"))
    note: MainTexts | None = Field(default=None, description=N_("what speaks for the one or the other"))


class Unknown(Part):
    """What was looked for and not found: shown as such, with the field in which an editor would enter it."""

    what: MainLines = Field(description=N_("what was not found, in one line"))
    field: Line | None = Field(default=None, description=N_("the field of this record it would be entered in"))
    looked: PartDay | None = Field(default=None, description=N_("when somebody last looked for it, as 2026-11"))

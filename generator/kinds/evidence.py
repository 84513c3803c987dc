"""Evidence: where the facts of a record stand, how old they are and how sure."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.issues import N_
from generator.kinds.fields import Day, Id, Line, Lines, Link, Part, PartDay, Web

Grade = Literal["A", "B", "C"]


class Evidence(Part):
    """One place where facts stand. Facts are carried over, sentences never."""

    name: Line | None = Field(default=None, description=N_("what the source is called, as 'The Valley News'"))
    source: Annotated[Id, Link("sources")] | None = Field(
        default=None, description=N_("id of a record in sources, where it is one of them")
    )
    url: Web | None = Field(default=None, description=N_("the page, as a web address"))
    dated: PartDay | None = Field(
        default=None, description=N_("the date on the page, as far as it is known; leave it out where there is none")
    )
    grade: Grade | None = Field(
        default=None,
        description=N_("A: from 2024 on or the body's own page; B: from 2020 on; C: older, or without a date"),
    )
    supports: tuple[Line, ...] = Field(default=(), description=N_("the fields it supports, as when or venues"))


class Imported(Part):
    """That a record, or some of it, comes from a list of others. 'geirfa import' writes it."""

    feed: Id = Field(description=N_("id of the list, as content/feeds.yml names it"))
    id: Line = Field(description=N_("what the list knows it by"))
    on: Day = Field(description=N_("the day on which something of it last came in new"))
    gone: Day | None = Field(
        default=None, description=N_("the day on which the list was found not to have it any more")
    )


class Checked(Part):
    """That somebody asked whether a record is still right. Never the date of a file."""

    on: Day = Field(description=N_("the day it was checked, as 2026-11-21"))
    by: Lines = Field(description=N_("who checked it: a body or a role, no private person"))
    how: Literal["phone", "email", "visit", "website", "themselves"] = Field(
        description=N_("phone, email, visit, website; or themselves, where those who run it said so")
    )

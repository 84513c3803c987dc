"""Feeds: the lists of others that records are taken in from, as content/feeds.yml names them. No kind of record."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from generator.issues import N_
from generator.kinds.fields import Flag, Id, LanguageCode, Line, Lines, Part, Web, is_web
from generator.kinds.part import nothing

UNKNOWN = "unknown"
"""What stands for a licence that nobody has named."""


def _place(text: str) -> str:
    """An address, or a file below content/: no way leads out of it."""
    steps = text.split("/")
    if not is_web(text) and (":" in text or "\\" in text or not all(steps) or {".", ".."} & set(steps)):
        raise PydanticCustomError("not_a_place", "refused")
    return text


Place = Annotated[Line, AfterValidator(_place)]
"""Where a feed is: an address that begins with https:// or http://, or a file or folder, from content/ on."""


class Feed(Part):
    """One list of others."""

    name: Lines = Field(default_factory=nothing, description=N_("what the list is called, and whose it is"))
    from_: Place | None = Field(
        default=None,
        alias="from",
        description=N_("where it is: a web address, or a file below content/, as feeds/list.csv"),
    )
    also: dict[LanguageCode, Place] = Field(
        default_factory=nothing, description=N_("where the same list is in another language: it becomes one with it")
    )
    format: Literal["oruk", "hsds", "table", "geojson"] = Field(description=N_("oruk, hsds, table or geojson"))
    mapping: Place | None = Field(
        default=None, description=N_("for tables: the file below content/ that says which column is what")
    )
    licence: Line = Field(default=UNKNOWN, description=N_("its licence, as stated there; unknown where nobody said"))
    licence_url: Web | None = Field(default=None, description=N_("the page of the licence, as a web address"))
    language: LanguageCode | None = Field(
        default=None, description=N_("the language of its texts; else the first of the site")
    )
    area: Id | None = Field(
        default=None, description=N_("id of the area for what does not say where it is, from the vocabulary areas")
    )

    people: Flag = Field(
        default=False,
        description=N_("true where the people whom it names have agreed to be named; else their names are left out"),
    )

    @property
    def named(self) -> bool:
        """Whether its licence is known."""
        return self.licence.lower() != UNKNOWN


class Feeds(Part):
    """All feeds, in the order in which they are taken in: the first to say something is believed."""

    feeds: dict[Id, Feed] = Field(default_factory=nothing, description=N_("an id you choose for each list"))

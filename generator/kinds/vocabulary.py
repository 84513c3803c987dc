"""Vocabulary: a closed list that other records choose from."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from generator.issues import N_
from generator.kinds.fields import Id, LanguageCode, Line, Lines, MainLines, Part, Texts
from generator.kinds.record import Record


class Entry(Part):
    """One entry of a vocabulary."""

    name: MainLines = Field(description=N_("what readers see"))
    note: Texts = Field(default_factory=dict, description=N_("what belongs here"))
    forms: dict[str, tuple[Line, ...]] = Field(
        default_factory=dict, description=N_("everyday words for it, in each language")
    )


class Vocabulary(Record):
    """A closed list that other records choose from; the file's name is the vocabulary's."""

    folder: ClassVar[str] = "vocabularies"
    label: ClassVar[str] = N_("vocabulary")
    labels: ClassVar[str] = N_("Vocabularies")
    pages: ClassVar[bool] = False

    name: MainLines = Field(description=N_("what the list is called"))
    note: Texts = Field(default_factory=dict, description=N_("what the list is for, and who made it"))
    of: Lines = Field(default_factory=dict, description=N_("what one entry is called"))
    page: Line | None = Field(
        default=None, description=N_("name of the page that shows the entries, where readers may look for them")
    )
    decides: LanguageCode | None = Field(
        default=None,
        description=N_(
            "the language whose words the list decides on: each entry's forms in it are words decided against"
        ),
    )
    entries: dict[Id, Entry] = Field(min_length=1, description=N_("the entries: an id each, with its name"))


KIND = Vocabulary

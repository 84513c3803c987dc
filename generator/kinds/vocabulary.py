"""Vocabulary: a closed list that other records choose from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import ClassVar

from pydantic import Field

from generator.issues import N_
from generator.kinds.fields import Coordinates, Id, LanguageCode, Line, Lines, MainLines, Part, Texts
from generator.kinds.record import Record


class Place(Part):
    """Where on the map an entry is, for lists of areas and places."""

    level: Id = Field(description=N_("what sort of place, as country, authority, health-board, town or valley"))
    code: Line | None = Field(default=None, description=N_("its official code, as W06000002"))
    within: tuple[Id, ...] = Field(default=(), description=N_("ids of the areas it lies in, the nearest first"))
    point: Coordinates | None = Field(default=None, description=N_("its middle, as 53.228, -4.128"))
    unsure: tuple[LanguageCode, ...] = Field(
        default=(), description=N_("the languages in which its name is not confirmed by a source")
    )


class Entry(Part):
    """One entry of a vocabulary."""

    name: MainLines = Field(description=N_("what readers see"))
    note: Texts = Field(default_factory=dict, description=N_("what belongs here"))
    forms: dict[str, tuple[Line, ...]] = Field(
        default_factory=dict, description=N_("everyday words for it, in each language")
    )
    group: tuple[Id, ...] = Field(
        default=(), description=N_("ids from the vocabulary that 'groups' names: what it belongs to")
    )
    place: Place | None = Field(default=None, description=N_("where it is, for areas and places"))


class Vocabulary(Record):
    """A closed list that other records choose from; the file's name is the vocabulary's."""

    folder: ClassVar[str] = "vocabularies"
    label: ClassVar[str] = N_("vocabulary")
    labels: ClassVar[str] = N_("Vocabularies")
    pages: ClassVar[bool] = False

    name: MainLines = Field(description=N_("what the list is called"))
    note: Texts = Field(default_factory=dict, description=N_("what the list is for, and who made it"))
    of: Lines = Field(default_factory=dict, description=N_("what one entry is called"))
    part_of: Id | None = Field(
        default=None, description=N_("the list that this one is a part of, where one file would be too long")
    )
    groups: Id | None = Field(
        default=None, description=N_("the vocabulary whose entries group those of this one, as interests")
    )
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


def named_by_folder(records: Iterable[Record], lang: str) -> Mapping[str, Entry]:
    """What stands in for a list of the folders that records lie in, where a root has none: each is called by its own name.
    The folder of the kind itself is none of them."""
    folders = sorted({record.shelf for record in records if record.shelf != record.folder})
    return {id: Entry(name={lang: id.replace("-", " ").capitalize()}) for id in folders}


KIND = Vocabulary

"""Where the cells of a table go: a mapping with each of its places found in the kind."""

from __future__ import annotations

from collections.abc import Mapping as Named
from typing import NamedTuple

from generator.catalogue import Catalogue
from generator.imports.mapping import Column, Mapping
from generator.imports.targets import Form, Target, target
from generator.imports.values import Setting
from generator.imports.whens import ROLES
from generator.issues import N_, Refusal
from generator.kinds.organisation import Organisation
from generator.kinds.record import Record
from generator.referral.words import Words

COORDINATES = ("lat", "lon", "easting", "northing")
ID = "id"
AGES = "ages"
"""Place of a column that tells both ends: '5-11', 'over 50s'."""
_BODY = "organisation."
_OURS = ("review", "imported", "changes")
"""Fields that commands write and no table."""


class Place(NamedTuple):
    """Where a column goes: a place in the record or in that of who runs it (`body`); or a role among times; or both ends of
    ages; or one of the COORDINATES of a venue."""

    target: Target | None = None
    body: bool = False
    when: str | None = None
    ages: bool = False
    venue: str = ""
    axis: str = ""


class Placed(NamedTuple):
    """A column, and the places its cells go to."""

    column: Column
    places: list[Place]


class Placing:
    """The mapping of one table, ready to be followed. `beside` are the columns of the file in the other language."""

    def __init__(self, catalogue: Catalogue, mapping: Mapping) -> None:
        self.mapping = mapping
        self._kind: type[Record] = catalogue.kinds[mapping.kind]
        self._codes = catalogue.codes
        self.main = catalogue.main
        self.setting = self._setting(catalogue, mapping.language)
        self.columns = self._placed(mapping.columns, mapping.language)
        self.constants = [(self.place(to, mapping.language), value) for to, value in mapping.constants.items()]
        self.beside: Named[str, Placed] = {}
        self.beside_setting = self.setting
        if pair := mapping.pair:
            self.beside_setting = self._setting(catalogue, pair.language)
            bare = {
                heading: column._replace(to=tuple(to.partition("@")[0] for to in column.to))
                for heading, column in (pair.columns or mapping.columns).items()
            }
            self.beside = self._placed(bare, pair.language)

    def _setting(self, catalogue: Catalogue, lang: str) -> Setting:
        if lang not in catalogue.codes:
            raise Refusal(
                N_("{file}: '{lang}' is no language of this root: {languages}."),
                file=self.mapping.file,
                lang=lang,
                languages=", ".join(catalogue.codes),
            )
        others = tuple(code for code in catalogue.codes if code != lang)
        return Setting(Words(catalogue), lang, others, self.mapping.day_first)

    def _placed(self, columns: Named[str, Column], lang: str) -> Named[str, Placed]:
        return {
            " ".join(heading.split()): Placed(column, [self.place(to, lang) for to in column.to])
            for heading, column in columns.items()
        }

    def place(self, text: str, lang: str) -> Place:
        try:
            if text == "when" or (text.startswith("when.") and text[5:] in ROLES):
                return Place(when=text[5:])
            if text == AGES:
                return Place(ages=True)
            above, _, last = text.rpartition(".")
            if last in COORDINATES and text.startswith("venues."):
                target(self._kind, f"{above}.point", lang, self._codes)
                return Place(venue=text.split(".")[1], axis=last)
            if text == ID:
                return Place(Target(ID, (ID,), Form("line")))
            if text.split(".")[0] in _OURS:
                raise Refusal(N_("'{text}' is written here, never by a table: leave it out."), text=text)
            if text.startswith(_BODY):
                return Place(target(Organisation, text.removeprefix(_BODY), lang, self._codes), body=True)
            return Place(target(self._kind, text, lang, self._codes))
        except Refusal as refusal:
            raise Refusal("{file}: {refusal}", file=self.mapping.file, refusal=refusal) from refusal

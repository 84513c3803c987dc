"""Site: what a root says about itself in content/site.yml. Everything has a default: a root may hold one bare record."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, ClassVar

from pydantic import AfterValidator, Field, StringConstraints, TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from generator.issues import N_, Refusal
from generator.kinds.fields import (
    Base,
    Day,
    Email,
    Id,
    LanguageCode,
    Line,
    Lines,
    MainTexts,
    NotEmpty,
    Part,
    Phone,
    Texts,
    Web,
)
from generator.kinds.record import Record

Code = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")]
Locale = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
Beginning = Annotated[str, StringConstraints(pattern=r"^\+?[0-9]{1,8}$")]
_TILES = re.compile(r"(https://[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::[0-9]{1,5})?)/[^\s<>\"'\\^`|]*")
_GAP = re.compile(r"\{.*?\}|[{}]")
AddressWord = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]


class SiteLanguage(Part):
    """One language of the site."""

    code: Code = Field(description=N_("its ISO 639 code, as cy"))
    locale: Locale | None = Field(default=None, description=N_("language and region for search engines, as cy-GB"))


class Sector(Part):
    """A group of people who prefer words of their own."""

    id: Id = Field(description=N_("its id"))
    name: Lines = Field(description=N_("what readers see"))


class UrgentNumber(Part):
    """A number to ring at once. Every one has a source and the day it was checked."""

    id: Id | None = Field(default=None, description=N_("its id, where a record names it"))
    name: Lines = Field(description=N_("whose number it is"))
    what: Lines = Field(description=N_("when to ring it, and what happens"))
    phone: Phone = Field(description=N_("the number, as it is read out"))
    then: Lines = Field(default_factory=dict, description=N_("what to press or say after ringing"))
    hours: Lines = Field(default_factory=dict, description=N_("when it is answered"))
    source: Web = Field(description=N_("where the number stands"))
    checked: Day = Field(description=N_("the day it was last checked"))


class DoorLink(Part):
    """A link on a door."""

    name: Lines = Field(description=N_("what readers see"))
    to: Line = Field(
        description=N_("a page: the file name of a hand-written page, or a page of the site such as 'suggested'")
    )


class Door(Part):
    """A way into the site, on the home page and in the header."""

    name: Lines = Field(description=N_("what readers see"))
    what: Lines = Field(description=N_("what is behind it, in one sentence"))
    to: Line = Field(
        description=N_("a page: the file name of a hand-written page, or a page of the site such as 'suggested'")
    )
    links: tuple[DoorLink, ...] = Field(default=(), description=N_("shortcuts"))


class Accessibility(Part):
    """Facts of the accessibility statement."""

    reviewed: Day = Field(description=N_("the day the statement was last reviewed"))
    tested: Texts = Field(description=N_("how the site is tested"))
    status: Lines = Field(description=N_("how far the site meets the standard"))
    problems: tuple[Texts, ...] = Field(default=(), description=N_("what is known not to work, and what to do instead"))
    enforcement: Texts = Field(default_factory=dict, description=N_("whom to turn to when an answer does not satisfy"))


class Holidays(Part):
    """Whose bank holidays count."""

    country: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")] = Field(
        description=N_("the country by its ISO 3166 code, as GB")
    )
    region: Annotated[str, StringConstraints(pattern=r"^[A-Z0-9]{1,3}$")] | None = Field(
        default=None,
        description=N_("the part of the country where it has days of its own, by its ISO 3166-2 code, as SCT"),
    )


class Mobiles(Part):
    """How mobile numbers begin: such a number may be a person's own."""

    begin: Annotated[tuple[Beginning, ...], NotEmpty] = Field(
        description=N_("beginnings of mobile numbers, as they are dialled at home and from abroad: 07, +447")
    )
    except_: tuple[Beginning, ...] = Field(
        default=(), alias="except", description=N_("longer beginnings that are no mobile numbers, as 070")
    )


def _tiles(text: str) -> str:
    if not _TILES.fullmatch(text) or sorted(_GAP.findall(text)) != ["{x}", "{y}", "{z}"]:
        raise PydanticCustomError("not_a_tile_address", "refused")
    return text


TileAddress = Annotated[str, StringConstraints(max_length=300), AfterValidator(_tiles)]
"""The address of map pictures on one host, with {z} for how near, {x} and {y} for which."""


class Map(Part):
    """Pictures of another map server, for readers who agree to ask it. Without them the map is drawn here."""

    tiles: TileAddress = Field(
        description=N_("the pictures' address, with z, x and y in curly brackets where their numbers go")
    )
    attribution: MainTexts = Field(
        description=N_("whose map it is and where it comes from, as its licence wants it said")
    )
    consent: MainTexts = Field(description=N_("who then sees what of a reader; pictures are asked for once they agree"))

    @property
    def host(self) -> str:
        """The one host that pictures are asked of, as https://tiles.example.org."""
        found = _TILES.fullmatch(self.tiles)
        assert found
        return found[1]


class Site(Record):
    """What the site is called, who runs it, its languages, addresses and urgent numbers."""

    folder: ClassVar[str] = "site"
    label: ClassVar[str] = N_("site")
    labels: ClassVar[str] = N_("Site")
    pages: ClassVar[bool] = False
    movable: ClassVar[bool] = False

    name: Lines = Field(default_factory=dict, description=N_("the site's name"))
    tagline: Lines = Field(default_factory=dict, description=N_("the first sentence on the home page"))
    about: Texts = Field(default_factory=dict, description=N_("what the site is, below it"))
    subject: Lines = Field(default_factory=dict, description=N_("what the words are about, in small letters"))
    suggested_by: Lines = Field(
        default_factory=dict, description=N_("who suggests the preferred words, as 'the national glossary'")
    )
    languages: Annotated[tuple[SiteLanguage, ...], NotEmpty] = Field(
        default=(), max_length=3, description=N_("one, two or three languages; texts are required in the first")
    )
    url: Base | None = Field(default=None, description=N_("the site's own address, ending with /"))
    repository: Web | None = Field(
        default=None, description=N_("where the records are kept, as https://github.com/owner/name")
    )
    branch: Line = Field(default="main", description=N_("the branch that is published"))
    email: Email | None = Field(default=None, description=N_("where suggestions go"))
    licence: Lines = Field(default_factory=dict, description=N_("the licence of the content"))
    licence_url: Web | None = Field(default=None, description=N_("the licence's address"))
    paths: dict[AddressWord, dict[LanguageCode, AddressWord]] = Field(
        default_factory=dict, description=N_("words in addresses: for each folder or page its word in each language")
    )
    postcodes: tuple[Line, ...] = Field(
        default=(),
        description=N_("beginnings of the official codes of authorities whose postcodes are known here, as W06"),
    )
    map: Map | None = Field(default=None, description=N_("pictures of a map server, shown to readers who agree"))
    currency: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")] | None = Field(
        default=None, description=N_("the money that prices are in, by its ISO 4217 code, as GBP")
    )
    timezone: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+){0,2}$")] | None = Field(
        default=None, description=N_("the time zone of all times, by its name in the tz database, as Europe/London")
    )
    holidays: Holidays | None = Field(
        default=None, description=N_("whose bank holidays count, for what is closed on them")
    )
    mobiles: Mobiles | None = Field(
        default=None, description=N_("how mobile numbers begin, so that no private one is listed")
    )
    homes: dict[LanguageCode, tuple[Line, ...]] = Field(
        default_factory=dict,
        description=N_("words in an address that tell of somebody's home, as 'flat #', where # stands for a number"),
    )
    sectors: tuple[Sector, ...] = Field(default=(), description=N_("who may prefer a word"))
    classes: dict[Id, Texts] = Field(
        default_factory=dict, description=N_("what core and non-core mean here: the criteria")
    )
    counted: Texts = Field(
        default_factory=dict, description=N_("what the counts of names say and do not say, for the page of counts")
    )
    doors: tuple[Door, ...] = Field(default=(), description=N_("the ways in, on the home page and in the header"))
    urgent: tuple[UrgentNumber, ...] = Field(default=(), description=N_("numbers to ring at once"))
    urgent_note: Texts = Field(default_factory=dict, description=N_("a sentence above the numbers"))
    crisis: dict[LanguageCode, tuple[Line, ...]] = Field(
        default_factory=dict,
        description=N_("words and phrases of people in danger; whoever looks for one is shown the numbers first"),
    )
    accessibility: Accessibility | None = Field(default=None, description=N_("facts of the accessibility statement"))
    review_after_days: Annotated[str, StringConstraints(pattern=r"^[1-9]\d{1,3}$")] = Field(
        default="365", description=N_("after how many days a reviewed text is due for a new look")
    )

    @property
    def leads_to(self) -> frozenset[str]:
        """The pages that its doors and their links lead to."""
        return frozenset(to for door in self.doors for to in (door.to, *(link.to for link in door.links)))

    def copied(self, given: Mapping[str, str]) -> Site:
        """The same with other values for some of its fields."""
        site = self.model_copy(update=dict(given))
        object.__setattr__(site, "id", self.id)
        object.__setattr__(site, "file", self.file)
        return site


STAND_INS: Mapping[str, TypeAdapter[str]] = {
    "url": TypeAdapter(Base),
    "repository": TypeAdapter(Web),
    "email": TypeAdapter(Email),
}


def stand_ins(values: Mapping[str, str | None]) -> dict[str, str]:
    """What a deployment says of the site in place of site.yml, as `Site.copied` takes it, without what is
    empty. Raises Refusal for what site.yml would not take."""
    given = {}
    for name, value in values.items():
        if value:
            try:
                given[name] = STAND_INS[name].validate_python(value)
            except ValidationError as error:
                raise Refusal(f"--{name}: '{value}' is not an address; write it whole, as site.yml has it.") from error
    return given


KIND = Site

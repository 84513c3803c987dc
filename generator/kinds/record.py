"""What every record has, and what a kind declares about itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal, NamedTuple

from pydantic import Field

from generator.issues import N_, Path
from generator.kinds.fields import Day, Hours, Id, LanguageCode, Line, Lines, NotEmpty, Part, Prose, Texts
from generator.kinds.part import CommonPart, nothing

Status = Literal["draft", "reviewed", "approved"]


class Review(CommonPart):
    """How far the text of one language has been checked."""

    status: Status = Field(description=N_("draft, reviewed or approved"))
    by: Line | None = Field(default=None, description=N_("who reviewed it"))
    on: Day | None = Field(default=None, description=N_("the day of the review, as 2026-11-21"))
    of: Line | None = Field(
        default=None, description=N_("fingerprint of the text it was translated from; 'geirfa review' writes it")
    )


class Change(Part):
    """One entry of what is new and changed."""

    on: Day = Field(description=N_("the day of the change, as 2026-11-21"))
    what: Lines = Field(description=N_("what changed, in one line"))


class Occasion(Part):
    """One time that something takes place which does not repeat: a day, or some days on end."""

    from_: Day = Field(alias="from", description=N_("its first day, as 2026-11-21"))
    until: Day | None = Field(default=None, description=N_("its last day, where that is another"))
    time: tuple[Hours, ...] = Field(
        default=(), description=N_("from when until when, as 10:00-12:30; several where there is a break")
    )
    note: Texts = Field(default_factory=nothing, description=N_("what else to know about this time"))

    @property
    def last(self) -> date:
        """Its last day."""
        return self.until or self.from_


class Facet(NamedTuple):
    """A field by which found records are narrowed down. `names` are what readers see of its values, where these are neither
    entries of a vocabulary nor records."""

    field: str
    label: str
    names: Mapping[str, str] = {}


class Search(NamedTuple):
    """Which fields a search looks in, as dotted paths: names answer the first key, text comes later, facets filter. Of hits
    that are as good, those of a lower `order` come first; what is `aside` comes after everything else, however good."""

    names: tuple[str, ...] = ()
    text: tuple[str, ...] = ()
    facets: tuple[Facet, ...] = ()
    order: int = 5
    aside: bool = False


class Filed(Part):
    """What one file holds. `id` is the file's name, `file` its path from the root; both come from outside the YAML, and
    stand in slots because nothing is looked up more often."""

    __slots__ = ("file", "id")
    if TYPE_CHECKING:
        id: str
        file: str


class Record(Filed):
    """One record of a kind.

    A kind is a subclass: its fields, and the class variables below. Nothing else about a kind is said anywhere but in
    its template `theme/templates/<folder>.html`.
    """

    folder: ClassVar[str] = ""
    label: ClassVar[str] = N_("record")
    labels: ClassVar[str] = N_("Records")
    list_title: ClassVar[str] = ""
    list_about: ClassVar[str] = ""
    """What its list page is for, in one sentence that search engines show; "" for one in alphabetical order."""
    title_field: ClassVar[str] = "name"
    path_words: ClassVar[Mapping[str, str]] = {}
    """The folder's word in addresses, a language, unless site.yml's `paths` say another."""
    pages: ClassVar[bool] = True
    """Whether each record has a page of its own, and the kind a list page."""
    movable: ClassVar[bool] = True
    """Whether a file may say where its record moved to."""
    uses_words: ClassVar[bool] = True
    """Whether a word's page lists the records that mention it; not those that only say where facts come from."""
    shelves: ClassVar[str] = ""
    """The vocabulary whose entries name the folders that records of the kind lie in; their addresses have it too."""
    uses: ClassVar[tuple[str, ...]] = ()
    list_uses: ClassVar[tuple[str, ...]] = ()
    """Style sheets and scripts of its records' pages and of its list page, by their names in the theme's assets/."""
    further: ClassVar[Mapping[str, str]] = {}
    """Further pages that there are once it has a record: their names, and their titles."""
    search: ClassVar[Search] = Search()
    schema_type: ClassVar[str] = "Thing"
    """The schema.org type of a record's page."""
    asks: ClassVar[str] = "change"
    list_asks: ClassVar[str] = "change"
    """What the panel on its records' pages and on its list page asks readers for, as `render.suggest` names it."""
    one_language: ClassVar[tuple[str, ...]] = ()
    """Texts that need not stand in every language: names of works and bodies in theirs, as 'name' or 'venues.name'."""

    days_field: ClassVar[str] = ""
    """The field that holds its `Occasion`s, for a kind whose list goes by days: what is over is on it no more."""
    empty: ClassVar[str] = ""
    """What its list says while it holds no record. Where site.yml leads to the list of such a kind, it is there all the same."""

    slug: Annotated[dict[LanguageCode, Id], "bilingual"] = Field(
        default_factory=nothing,
        description=N_("the word in the address of the other languages; never changed once published"),
    )
    former_slugs: Annotated[dict[LanguageCode, tuple[Id, ...]], "bilingual"] = Field(
        default_factory=nothing, description=N_("earlier words in the address; each goes on leading here")
    )
    review: dict[LanguageCode, Review] = Field(
        default_factory=nothing, description=N_("how far each language was checked; 'geirfa review' writes it")
    )
    changes: tuple[Change, ...] = Field(
        default=(), description=N_("what changed and when, newest first; feeds read it")
    )

    @property
    def shelf(self) -> str:
        """The folder it lies in, inside that of its kind; "" for a kind without shelves."""
        return self.file.split("/")[-2] if self.shelves else ""

    @property
    def occasions(self) -> Sequence[Occasion]:
        """When it takes place, in order; none for a kind without a `days_field`."""
        found: Sequence[Occasion] = getattr(self, self.days_field) if self.days_field else ()
        return sorted(found, key=lambda occasion: (occasion.from_, occasion.last))

    @property
    def last_day(self) -> date | None:
        """The last of its days; None where it has none."""
        return max((occasion.last for occasion in self.occasions), default=None)

    def over(self, today: date) -> bool:
        """Whether all its days are past."""
        return self.last_day is not None and self.last_day < today

    def titles(self) -> Mapping[str, str]:
        """The record's name in each language that has one."""
        found: Mapping[str, str] = getattr(self, self.title_field)
        return found

    @classmethod
    def needs_all(cls, path: Path) -> bool:
        """Whether the text at a path (without the language) should stand in every language of the site."""
        first, last = str(path[0]), str(path[-1])
        return first not in cls.one_language and f"{first}.{last}" not in cls.one_language

    def other_names(self) -> list[str]:
        """Other names and forms a reader may type, in any language."""
        return []

    def summaries(self) -> Mapping[str, str]:
        """A sentence about the record in each language: the page's description in search engines."""
        return {}

    def json_ld(self, lang: str) -> dict[str, Any]:
        """What schema.org can say of the record beyond its type, name, address and description."""
        return {}

    @classmethod
    def fields_in_order(cls) -> list[str]:
        """Field names as canonical layout has them: the title, its addresses, the kind's own fields, what all kinds have."""
        shared = list(Record.model_fields)
        own = [name for name in cls.model_fields if name not in shared and name != cls.title_field]
        return [cls.title_field, *shared[:2], *own, *shared[2:]]


class Moved(Filed):
    """What is left of a renamed record: where it went. Its old address leads there."""

    moved_to: Annotated[tuple[Id, ...], NotEmpty] = Field(description=N_("the new id, or several where it was split"))
    slug: Annotated[dict[LanguageCode, Id], "bilingual"] = Field(
        default_factory=nothing, description=N_("the words of the old addresses")
    )
    former_slugs: Annotated[dict[LanguageCode, tuple[Id, ...]], "bilingual"] = Field(
        default_factory=nothing, description=N_("still earlier words")
    )
    changes: tuple[Change, ...] = Field(default=(), description=N_("when and why it was renamed"))
    note: dict[LanguageCode, Prose] = Field(default_factory=nothing, description=N_("a word to editors"))


def same_as(web: Mapping[str, str], lang: str) -> dict[str, str]:
    """What schema.org says of a record that has pages of its own elsewhere: the one in the language, else in any."""
    address = web.get(lang) or next(iter(web.values()), "")
    return {"sameAs": address} if address else {}


def placed(kind: type[Record], tree: Any, id: str, file: str, languages: tuple[str, ...]) -> Record | Moved:
    """Type one tree as a record of `kind`, or as what is left of a moved one.

    Raises pydantic's ValidationError, which `faults.issues_of` turns into Issues."""
    model: type[Record] | type[Moved] = kind
    if isinstance(tree, dict) and "moved_to" in tree and kind.movable:
        model = Moved
        if isinstance(tree["moved_to"], str):
            tree = {**tree, "moved_to": [tree["moved_to"]] if tree["moved_to"] else []}
    record = model.model_validate(tree, context={"languages": languages})
    object.__setattr__(record, "id", id)
    object.__setattr__(record, "file", file)
    return record

"""What every record has, and what a kind declares about itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal, NamedTuple

from pydantic import Field

from generator.issues import N_
from generator.kinds.fields import Day, Id, LanguageCode, Line, Lines, NotEmpty, Part, Prose

Status = Literal["draft", "reviewed", "approved"]


class Review(Part):
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


class Facet(NamedTuple):
    """A field by which found records are narrowed down. `names` are what readers see of its values, where these are no
    entries of a vocabulary."""

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
    title_field: ClassVar[str] = "name"
    path_words: ClassVar[Mapping[str, str]] = {}
    """The folder's word in addresses, a language, unless site.yml's `paths` say another."""
    pages: ClassVar[bool] = True
    """Whether each record has a page of its own, and the kind a list page."""
    movable: ClassVar[bool] = True
    """Whether a file may say where its record moved to."""
    uses_words: ClassVar[bool] = True
    """Whether a word's page lists the records that mention it; not those that only say where facts come from."""
    search: ClassVar[Search] = Search()
    schema_type: ClassVar[str] = "Thing"
    """The schema.org type of a record's page."""
    one_language: ClassVar[tuple[str, ...]] = ()
    """Texts that need not stand in every language: names of works in theirs."""

    slug: Annotated[dict[LanguageCode, Id], "bilingual"] = Field(
        default_factory=dict,
        description=N_("the word in the address of the other languages; never changed once published"),
    )
    former_slugs: Annotated[dict[LanguageCode, tuple[Id, ...]], "bilingual"] = Field(
        default_factory=dict, description=N_("earlier words in the address; each goes on leading here")
    )
    review: dict[LanguageCode, Review] = Field(
        default_factory=dict, description=N_("how far each language was checked; 'geirfa review' writes it")
    )
    changes: tuple[Change, ...] = Field(
        default=(), description=N_("what changed and when, newest first; feeds read it")
    )

    def titles(self) -> Mapping[str, str]:
        """The record's name in each language that has one."""
        found: Mapping[str, str] = getattr(self, self.title_field)
        return found

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
        default_factory=dict, description=N_("the words of the old addresses")
    )
    former_slugs: Annotated[dict[LanguageCode, tuple[Id, ...]], "bilingual"] = Field(
        default_factory=dict, description=N_("still earlier words")
    )
    changes: tuple[Change, ...] = Field(default=(), description=N_("when and why it was renamed"))
    note: dict[LanguageCode, Prose] = Field(default_factory=dict, description=N_("a word to editors"))


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

"""Term: a concept of its own, or a word that points to one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from generator.issues import N_
from generator.kinds.fields import Flag, Id, LanguageCode, Line, Link, MainLines, Part, Texts, Web, Word
from generator.kinds.part import nothing
from generator.kinds.record import Facet, Record, Search

UseKind = Literal["synonym", "near-synonym", "abbreviation", "former-name", "avoid"]
Origin = Literal["published", "editorial"]
Gender = Literal["masculine", "feminine", "both", "none"]


class Use(Part):
    """Where a word points that is not the one to use."""

    term: Annotated[Id, Link("glossary")] = Field(description=N_("id of the term to use instead"))
    kind: UseKind = Field(description=N_("synonym, near-synonym, abbreviation, former-name or avoid"))
    note: Texts = Field(default_factory=nothing, description=N_("why the other word is better, or what differs"))


class UsedBy(Part):
    """Who prefers the word, where that is recorded."""

    sectors: tuple[Annotated[Id, Word("sectors")], ...] = Field(
        default=(), description=N_("ids of sectors from site.yml")
    )
    nations: tuple[Annotated[Id, Word("nations")], ...] = Field(
        default=(), description=N_("ids from the vocabulary nations")
    )


class Forms(Part):
    """Other shapes of the word in one language, for search and for links."""

    plural: tuple[Line, ...] = Field(default=(), description=N_("plurals"))
    gender: Gender | None = Field(
        default=None, description=N_("masculine, feminine or both; none for a word that is no noun")
    )
    other: tuple[Line, ...] = Field(default=(), description=N_("other spellings and forms; no simple mutations"))


class Citation(Part):
    """What a source supports."""

    source: Annotated[Id, Link("sources")] = Field(description=N_("id of a record in sources"))
    at: Web | None = Field(default=None, description=N_("the page in it, as a web address"))
    supports: tuple[Line, ...] = Field(min_length=1, description=N_("the fields it supports, as term.cy or class"))


class LinkRules(Part):
    """How prose is linked to the term."""

    auto: Flag = Field(default=True, description=N_("whether prose is linked to it by itself: true or false"))
    case: Flag = Field(default=False, description=N_("whether capitals must match: true or false"))
    not_forms: tuple[Line, ...] = Field(default=(), description=N_("forms that are never linked"))


class Term(Record):
    """A concept of its own, or a word that points to one."""

    folder: ClassVar[str] = "glossary"
    label: ClassVar[str] = N_("word")
    labels: ClassVar[str] = N_("Words")
    list_title: ClassVar[str] = N_("Words A to Z")
    title_field: ClassVar[str] = "term"
    further: ClassVar[Mapping[str, str]] = {"document": N_("The glossary as one document")}
    search: ClassVar[Search] = Search(
        names=("term", "forms.plural", "forms.other"),
        text=("definition", "easy_read", "note", "example", "use.note"),
        facets=(
            Facet("class_", N_("Class"), {"core": N_("Core words"), "non-core": N_("Non-core words")}),
            Facet("suggested", N_("Suggested"), {"True": N_("Suggested words")}),
            Facet("themes", N_("Theme")),
        ),
        order=1,
    )
    schema_type: ClassVar[str] = "DefinedTerm"
    list_asks: ClassVar[str] = "missing"

    term: MainLines = Field(description=N_("the word itself, in each language"), examples=[{"en": "green referral"}])
    class_: Literal["core", "non-core"] | None = Field(
        default=None,
        alias="class",
        description=N_("core: an essential part of the practice; non-core: associated with it"),
    )
    suggested: Flag = Field(default=False, description=N_("true for a preferred word of the shared language"))
    use: Use | None = Field(default=None, description=N_("for a word that points to a better one; not with suggested"))
    definition: Texts = Field(
        default_factory=nothing, description=N_("what it is, in one to three sentences; required unless use")
    )
    easy_read: Texts = Field(
        default_factory=nothing, description=N_("the same in everyday words; required if suggested")
    )
    note: Texts = Field(default_factory=nothing, description=N_("when to use it and when not"))
    example: Texts = Field(default_factory=nothing, description=N_("one sentence in use"))
    themes: tuple[Annotated[Id, Word("themes")], ...] = Field(
        default=(), description=N_("ids from the vocabulary themes")
    )
    used_by: UsedBy = Field(default=UsedBy(), description=N_("sectors and nations that prefer the word"))
    forms: dict[LanguageCode, Forms] = Field(
        default_factory=nothing, description=N_("plurals and other forms, for search and links")
    )
    broader: tuple[Annotated[Id, Link("glossary")], ...] = Field(default=(), description=N_("ids of wider terms"))
    related: tuple[Annotated[Id, Link("glossary")], ...] = Field(
        default=(), description=N_("ids of related terms; the link back is made by itself")
    )
    sources: tuple[Citation, ...] = Field(
        default=(), description=N_("where the facts stand, and what each source supports")
    )
    origin: dict[str, Origin] = Field(
        default_factory=nothing,
        description=N_("for each language and for class: published in a named source, or editorial (ours)"),
    )
    link: LinkRules = Field(default=LinkRules(), description=N_("how prose is linked to it"))

    def other_names(self) -> list[str]:
        return [form for forms in self.forms.values() for form in (*forms.plural, *forms.other)]

    def summaries(self) -> Mapping[str, str]:
        return self.definition or (self.use.note if self.use else {})

    def json_ld(self, lang: str) -> dict[str, Any]:
        forms = self.forms.get(lang)
        other = [*forms.plural, *forms.other] if forms else []
        return {"alternateName": other} if other else {}


KIND = Term

"""Source: a work or a website that facts come from."""

from __future__ import annotations

from typing import Any, ClassVar, Literal

from pydantic import Field

from generator.issues import N_
from generator.kinds.fields import Day, Line, MainLines, Texts, Web
from generator.kinds.part import nothing
from generator.kinds.record import Record, Search


class Source(Record):
    """A work or a website that facts come from. Facts and figures are carried over, sentences never."""

    folder: ClassVar[str] = "sources"
    label: ClassVar[str] = N_("source")
    labels: ClassVar[str] = N_("Sources")
    uses_words: ClassVar[bool] = False
    search: ClassVar[Search] = Search(names=("name",), text=("note",), order=9, aside=True)
    schema_type: ClassVar[str] = "CreativeWork"
    one_language: ClassVar[tuple[str, ...]] = ("name",)

    name: MainLines = Field(description=N_("title of the work or name of the site"))
    type: Literal["website", "article", "report", "code", "news"] = Field(
        description=N_("website, article, report, code or news")
    )
    by: Line | None = Field(default=None, description=N_("author or publisher"))
    url: Web | None = Field(default=None, description=N_("its web address"))
    published: Line | None = Field(default=None, description=N_("when it appeared, as printed there"))
    seen: Day | None = Field(default=None, description=N_("the day it was last read"))
    licence: Line | None = Field(default=None, description=N_("its licence, as stated there"))
    note: Texts = Field(default_factory=nothing, description=N_("what it is good for, and what it does not say"))

    def json_ld(self, lang: str) -> dict[str, Any]:
        return {"sameAs": self.url} if self.url else {}


KIND = Source

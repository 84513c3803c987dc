"""Step: one step of the way that people go through a service, or what stands beside that way."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar

from pydantic import Field

from generator.issues import N_
from generator.kinds.branch import Branch
from generator.kinds.claim import Claim, Grounds
from generator.kinds.fields import Flag, Id, Link, MainLines, NotEmpty, Part, Word
from generator.kinds.record import Search


class Member(Part):
    """One of those who take part in a step, or of the things that it leads to."""

    name: MainLines = Field(description=N_("what it is called, in a few words: the drawing shows it"))
    word: Annotated[Id, Link("glossary", own=False)] | None = Field(
        default=None, description=N_("id of the word in the glossary")
    )
    from_: Grounds = Field(alias="from", description=N_("keys of the sources it rests on"))


class Members(Part):
    """A short list that belongs to a step, under its own heading."""

    label: MainLines = Field(description=N_("what they are, as 'Who may refer'"))
    of: Annotated[tuple[Member, ...], NotEmpty] = Field(description=N_("each of them"))


class Turn(Part):
    """Whom to turn to, and when. Numbers are named and not written: they stand in site.yml."""

    when: MainLines = Field(description=N_("when to turn there, in one line"))
    to: MainLines = Field(description=N_("whom to turn to, in a few words"))
    number: Annotated[Id, Word("urgent")] | None = Field(
        default=None, description=N_("id of the number in site.yml, under 'urgent'")
    )
    word: Annotated[Id, Link("glossary", own=False)] | None = Field(
        default=None, description=N_("id of the word in the glossary")
    )
    step: Annotated[Id, Link("pathway")] | None = Field(default=None, description=N_("id of the step that it leads to"))
    from_: Grounds = Field(alias="from", description=N_("keys of the sources it rests on"))


class Step(Branch):
    """One step. What stands within it are its own steps, in their order."""

    folder: ClassVar[str] = "pathway"
    label: ClassVar[str] = N_("step of the pathway")
    labels: ClassVar[str] = N_("The pathway")
    list_about: ClassVar[str] = N_(
        "Each step from the first contact to taking part: what happens, who takes part, and what belongs to it."
    )
    path_words: ClassVar[Mapping[str, str]] = {"cy": "llwybr"}
    uses: ClassVar[tuple[str, ...]] = (*Branch.uses, "pathway.css")
    list_uses: ClassVar[tuple[str, ...]] = (*Branch.list_uses, "pathway.css")
    search: ClassVar[Search] = Search(
        names=("name",),
        text=("summary", "about.says", "who.says", "members.of.name", "turns.when", "turns.to"),
        order=6,
    )

    within: Annotated[Id, Link("pathway")] | None = Field(default=None, description=N_("id of what it stands within"))
    beside: Flag = Field(
        default=False, description=N_("true for what is no step of the way but stands beside all of it")
    )
    who: tuple[Claim, ...] = Field(default=(), description=N_("who takes part, each claim with its sources"))
    members: Members | None = Field(
        default=None, description=N_("those who take part, or what it leads to, as a short list")
    )
    turns: tuple[Turn, ...] = Field(
        default=(), description=N_("whom to turn to instead, and when: what is most urgent first")
    )
    finder: Flag = Field(
        default=False, description=N_("true where groups and activities come in: its page leads to them")
    )
    words: tuple[Annotated[Id, Link("glossary", own=False)], ...] = Field(
        default=(), description=N_("ids of the words that belong to it")
    )
    competences: tuple[Annotated[Id, Link("competencies")], ...] = Field(
        default=(), description=N_("ids of the competences it asks for: our judgement")
    )
    data_items: tuple[Annotated[Id, Link("data-items")], ...] = Field(
        default=(), description=N_("ids of the data that belong to it: our judgement")
    )


KIND = Step

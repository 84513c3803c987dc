"""Asset: a group, activity or service in the community. Goes to and from Open Referral UK without loss."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from generator.issues import N_
from generator.kinds.evidence import Checked, Evidence, Imported
from generator.kinds.fields import (
    Answer,
    Day,
    Decimal,
    Email,
    Flag,
    Id,
    LanguageCode,
    Line,
    Lines,
    Link,
    MainLines,
    Number,
    Part,
    Phone,
    Texts,
    Web,
    Word,
)
from generator.kinds.meeting import Meeting
from generator.kinds.part import CommonPart, nothing
from generator.kinds.record import Record, Search
from generator.kinds.venue import Access, Venue


class State(CommonPart):
    """Whether it is there. What has closed stays listed as closed, so that nobody adds it again."""

    now: Literal["open", "paused", "closed"] = Field(description=N_("open, paused or closed"))
    since: Day | None = Field(default=None, description=N_("the day it paused or closed, where it is known"))
    until: Day | None = Field(default=None, description=N_("the day it is expected again, for what is paused"))
    note: Texts = Field(default_factory=nothing, description=N_("why, in a sentence"))
    instead: tuple[Annotated[Id, Link("assets")], ...] = Field(
        default=(), description=N_("ids of what does this now, for what has closed")
    )


class Ages(CommonPart):
    """For whom, by age. Leave out what has no limit."""

    from_: Number | None = Field(default=None, alias="from", description=N_("the youngest, in years"))
    to: Number | None = Field(default=None, description=N_("the oldest, in years"))


class Remote(CommonPart):
    """Taking part from anywhere."""

    online: Flag = Field(default=False, description=N_("true where it can be done online"))
    phone: Flag = Field(default=False, description=N_("true where it can be done by phone"))
    home: Flag = Field(default=False, description=N_("true where somebody comes to one's home"))
    how: Texts = Field(default_factory=nothing, description=N_("how: which programme, who rings whom"))
    access: tuple[Access, ...] = Field(default=(), description=N_("what is known of access online"))


class Cost(CommonPart):
    """What it costs."""

    kind: Annotated[Id, Word("costs")] = Field(
        description=N_("id from the vocabulary costs; unknown where nobody said")
    )
    amount: Decimal | None = Field(default=None, description=N_("the usual price, in the money of the place, as 3.50"))
    note: Texts = Field(default_factory=nothing, description=N_("what the price covers, who pays less"))


class Join(CommonPart):
    """How one gets in."""

    routes: tuple[Annotated[Id, Word("join-routes")], ...] = Field(
        default=(), description=N_("ids from the vocabulary join-routes: who may make the first contact")
    )
    how: Texts = Field(default_factory=nothing, description=N_("what to do: turn up, ring first, fill in a form"))


class Company(CommonPart):
    """Whether one need not come alone."""

    bring: Answer = Field(default="unknown", description=N_("whether someone may come with you: yes, no or unknown"))
    met: Answer = Field(
        default="unknown", description=N_("whether someone there meets you, at the door or before: yes, no or unknown")
    )
    note: Texts = Field(default_factory=nothing, description=N_("who, and how to arrange it"))


class Spoken(CommonPart):
    """One language it is offered in."""

    language: Annotated[str, Field(pattern="^[a-z]{2,3}$")] = Field(description=N_("its ISO 639 code, as cy"))
    when: Literal["always", "sometimes", "ask"] = Field(
        default="ask", description=N_("always, sometimes (say when in the note) or ask")
    )
    note: Texts = Field(default_factory=nothing, description=N_("on which days, with whom"))


class Travel(CommonPart):
    """Getting there."""

    public: Answer = Field(default="unknown", description=N_("whether a bus or train stops near: yes, no or unknown"))
    lifts: Answer = Field(default="unknown", description=N_("whether lifts are given: yes, no or unknown"))
    note: Texts = Field(default_factory=nothing, description=N_("which bus, which stop, whom to ask for a lift"))


class Safety(Part):
    """What stands behind it, for those who send people there."""

    safeguarding: Answer = Field(default="unknown", description=N_("whether it has a safeguarding policy"))
    insurance: Answer = Field(default="unknown", description=N_("whether it is insured"))
    note: Texts = Field(default_factory=nothing, description=N_("what was said, by whom"))


class Telephone(Part):
    """A number to ring. A line in another language is a line of its own."""

    number: Phone = Field(description=N_("the number, as it is read out"))
    what: Lines = Field(default_factory=nothing, description=N_("what it is for, where there are several"))
    hours: Lines = Field(default_factory=nothing, description=N_("when it is answered"))
    then: Lines = Field(default_factory=nothing, description=N_("what to press or say after ringing"))
    language: LanguageCode | None = Field(
        default=None, description=N_("the language it is answered in, where it is one")
    )
    text: Flag = Field(default=False, description=N_("true for a number that takes text messages"))


class Contact(Part):
    """How to reach it. No private person's number or address."""

    phones: tuple[Telephone, ...] = Field(default=(), description=N_("numbers to ring"))
    email: Email | None = Field(default=None, description=N_("an address of the body, not of a person"))
    web: dict[LanguageCode, Web] = Field(
        default_factory=nothing, description=N_("its page, in each language it has one in")
    )
    note: Texts = Field(default_factory=nothing, description=N_("what to know before getting in touch"))


class Funding(Part):
    """Who pays, and until when."""

    by: Lines = Field(default_factory=nothing, description=N_("who pays for it"))
    ends: Day | None = Field(default=None, description=N_("the day the money ends"))


class Asset(Record):
    """A group, activity or service."""

    folder: ClassVar[str] = "assets"
    label: ClassVar[str] = N_("group or activity")
    labels: ClassVar[str] = N_("Groups and activities")
    shelves: ClassVar[str] = "areas"
    uses_words: ClassVar[bool] = False
    uses: ClassVar[tuple[str, ...]] = ("directory.css", "find/asset.js")
    list_uses: ClassVar[tuple[str, ...]] = ("directory.css", "find/finding.js")
    search: ClassVar[Search] = Search(
        names=("name", "also"), text=("summary", "description", "join.how", "eligibility"), order=3
    )
    schema_type: ClassVar[str] = "Service"
    asks: ClassVar[str] = "group"
    list_asks: ClassVar[str] = "nothing"
    one_language: ClassVar[tuple[str, ...]] = ("name", "also", "venues.name", "checked.by")

    name: MainLines = Field(description=N_("its name, as it calls itself"), examples=[{"en": "Tuesday walkers"}])
    also: dict[LanguageCode, tuple[Line, ...]] = Field(
        default_factory=nothing, description=N_("other names people know it by, in each language")
    )
    state: State = Field(default=State(now="open"), description=N_("whether it is open, paused or closed"))
    summary: Lines = Field(default_factory=nothing, description=N_("what it is, in one sentence"))
    description: Texts = Field(default_factory=nothing, description=N_("what happens there, in plain words"))
    organisation: Annotated[Id, Link("organisations")] | None = Field(
        default=None, description=N_("id of the organisation that runs it")
    )
    activities: tuple[Annotated[Id, Word("activities")], ...] = Field(
        default=(), description=N_("ids from the vocabulary activities: what one does there")
    )
    needs: tuple[Annotated[Id, Word("needs")], ...] = Field(
        default=(), description=N_("ids from the vocabulary needs: what it helps with")
    )
    audiences: tuple[Annotated[Id, Word("audiences")], ...] = Field(
        default=(), description=N_("ids from the vocabulary audiences; leave it out where it is for everyone")
    )
    ages: Ages = Field(default=Ages(), description=N_("the youngest and the oldest it is for"))
    eligibility: Texts = Field(default_factory=nothing, description=N_("who can come, where not everyone can"))
    venues: dict[Id, Venue] = Field(
        default_factory=nothing, description=N_("where it happens: a name you choose for each")
    )
    remote: Remote = Field(default=Remote(), description=N_("online, by phone or at home"))
    serves: tuple[Annotated[Id, Word("areas")], ...] = Field(
        default=(), description=N_("ids from the vocabulary areas whose people it is for; else that of its folder")
    )
    when: tuple[Meeting, ...] = Field(default=(), description=N_("when it meets or is open"))
    cost: Cost | None = Field(default=None, description=N_("what it costs"))
    join: Join = Field(default=Join(), description=N_("how to get in"))
    company: Company = Field(default=Company(), description=N_("whether one need not come alone"))
    languages: tuple[Spoken, ...] = Field(default=(), description=N_("the languages it is offered in, as stated"))
    travel: Travel = Field(default=Travel(), description=N_("how to get there"))
    waiting: Texts = Field(default_factory=nothing, description=N_("how long one waits"))
    digital: Texts = Field(default_factory=nothing, description=N_("what one needs of devices and internet"))
    safety: Safety = Field(default=Safety(), description=N_("safeguarding and insurance"))
    contact: Contact = Field(default=Contact(), description=N_("how to reach it"))
    funding: Funding = Field(default=Funding(), description=N_("who pays, and until when"))
    checked: Checked | None = Field(
        default=None, description=N_("who asked whether this is right, and when; empty until somebody has")
    )
    distinct_from: tuple[Annotated[Id, Link("assets")], ...] = Field(
        default=(),
        description=N_("ids of others that look the same and are not; 'geirfa duplicates --not' writes them"),
    )
    sources: tuple[Evidence, ...] = Field(default=(), description=N_("where the facts stand"))
    licence: Line | None = Field(default=None, description=N_("the licence of facts that come from a list of others"))
    imported: tuple[Imported, ...] = Field(
        default=(), description=N_("the lists of others it comes from; 'geirfa import' writes it")
    )

    def other_names(self) -> list[str]:
        return [name for names in self.also.values() for name in names]

    def summaries(self) -> Mapping[str, str]:
        return self.summary or self.description

    def json_ld(self, lang: str) -> dict[str, Any]:
        return {}


KIND = Asset

"""Case study: a scheme that was tried, what it showed, and what is not known of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from generator.issues import N_
from generator.kinds.claim import Cited, Claim, Conflict, Dated, Grounds, Unknown
from generator.kinds.fields import Decimal, Id, Link, MainLines, NotEmpty, Number, Part, PartDay, Word
from generator.kinds.record import Facet, Record, Search

STATES: Mapping[str, str] = {
    "announced": N_("announced"),
    "running": N_("running"),
    "ended": N_("ended"),
    "unknown": N_("not known whether it still runs"),
}
VIEWPOINTS: Mapping[str, str] = {
    "individual": N_("individuals"),
    "practitioner": N_("practitioners"),
    "referrer": N_("those who refer"),
    "asset": N_("people who work with community assets"),
}
"""The four viewpoints of the national suite of case studies (Public Health Wales, 11 December 2023)."""
OUTCOME_KINDS: Mapping[str, str] = {
    "count": N_("counted"),
    "self-reported": N_("self-reported"),
    "before-after": N_("before and after, not compared"),
    "controlled": N_("compared with others"),
    "sroi-forecast": N_("forecast of social value"),
    "sroi-evaluative": N_("social value reckoned afterwards"),
    "qualitative": N_("told, not counted"),
}
"""How an outcome came to be known: what readers see of each."""
MEANT: Mapping[str, str] = {
    "count": N_("Somebody counted. It says how many there were, not what changed for them."),
    "self-reported": N_("Those who took part said so themselves. Nobody measured it, and nobody was compared with."),
    "before-after": N_(
        "Measured at the beginning and at the end. Without others to compare with, nobody can tell whether the scheme made "
        "the difference."
    ),
    "controlled": N_("Compared with people who did not take part, so that other reasons for a change are less likely."),
    "sroi-forecast": N_(
        "Reckoned beforehand, or from what is expected: what the scheme may be worth to society, not what it was found to be "
        "worth."
    ),
    "sroi-evaluative": N_(
        "Reckoned from what had happened by then: what changes were judged to be worth in money. It hangs on what was assumed."
    ),
    "qualitative": N_("What people told in their own words. It says what can happen, not how often it does."),
}
"""What a reader may take from a figure of each kind, and what not."""


class Period(Part):
    """From when until when, as far as it is known."""

    from_: PartDay | None = Field(
        default=None, alias="from", description=N_("its begin, as 2019-01-31, 2019-01 or 2019")
    )
    until: PartDay | None = Field(default=None, description=N_("its end"))


class Sum(Part):
    """Money, in whole units of the site's currency."""

    amount: Number = Field(description=N_("the sum as a whole number, as 1351066"))
    what: MainLines = Field(description=N_("what it was for, and how it was shared, in one line"))
    shared_with: tuple[Annotated[Id, Link("case-studies")], ...] = Field(
        default=(), description=N_("ids of the other studies that the same sum covers")
    )
    from_: Grounds = Field(alias="from", description=N_("keys of the sources it rests on"))


class Worker(Part):
    """What those who did the work were called there."""

    title: MainLines = Field(description=N_("the title, as used there"))
    word: Annotated[Id, Link("glossary", own=False)] | None = Field(
        default=None, description=N_("id of the word in the glossary")
    )
    from_: Grounds = Field(alias="from", description=N_("keys of the sources it rests on"))


class Outcome(Part):
    """One thing that was found, with how it came to be known."""

    what: MainLines = Field(description=N_("what was found, in one line, without the figure"))
    kind: Literal[
        "count", "self-reported", "before-after", "controlled", "sroi-forecast", "sroi-evaluative", "qualitative"
    ] = Field(description=N_("how it came to be known"))
    value: Decimal | None = Field(
        default=None, description=N_("the figure, as 94 or 5.23; none where none was published")
    )
    unit: Literal["percent", "people", "passengers", "sessions", "journeys", "per-pound", "points"] | None = Field(
        default=None,
        description=N_(
            "what the figure counts: percent, people, passengers, sessions, journeys, points; per-pound for what each unit of "
            "money is worth"
        ),
    )
    bound: Literal["exactly", "about", "over", "nearly"] = Field(
        default="exactly", description=N_("exactly, about, over or nearly: as the source has it")
    )
    n: Number | None = Field(default=None, description=N_("how many people it rests on"))
    period: Period | None = Field(default=None, description=N_("from when until when"))
    from_: Grounds = Field(alias="from", description=N_("keys of the sources it rests on"))


class CaseStudy(Record):
    """A scheme that was tried."""

    folder: ClassVar[str] = "case-studies"
    label: ClassVar[str] = N_("case study")
    labels: ClassVar[str] = N_("Case studies")
    list_about: ClassVar[str] = N_(
        "What was tried, what it showed and how that is known: {n} case studies, by country."
    )
    path_words: ClassVar[Mapping[str, str]] = {"cy": "astudiaethau-achos"}
    uses: ClassVar[tuple[str, ...]] = ("directory.css", "practice.css", "cases.css")
    list_uses: ClassVar[tuple[str, ...]] = ("directory.css", "practice.css", "cases.css", "cases/list.js")
    further: ClassVar[Mapping[str, str]] = {"compare": N_("Compare case studies")}
    one_language: ClassVar[tuple[str, ...]] = ("name", "workers.title")
    search: ClassVar[Search] = Search(
        names=("name",),
        text=("summary", "model.says", "for_whom.says", "learned.says"),
        facets=(
            Facet("countries", N_("Country")),
            Facet("needs", N_("Need")),
            Facet("viewpoints", N_("Viewpoint"), VIEWPOINTS),
            Facet("outcome_kinds", N_("How its findings are known"), OUTCOME_KINDS),
        ),
    )
    schema_type: ClassVar[str] = "Article"

    name: MainLines = Field(description=N_("what the scheme is called"))
    summary: MainLines = Field(description=N_("what it is, in one sentence that its claims bear out"))
    state: Literal["announced", "running", "ended", "unknown"] = Field(
        description=N_("announced, running, ended or unknown")
    )
    countries: Annotated[tuple[Annotated[Id, Word("countries")], ...], NotEmpty] = Field(
        description=N_("ids from the vocabulary countries")
    )
    areas: tuple[Annotated[Id, Word("areas")], ...] = Field(
        default=(), description=N_("ids from the vocabulary areas, local places too")
    )
    where: tuple[Claim, ...] = Field(default=(), description=N_("where it took place, where no area names it"))
    dates: tuple[Dated, ...] = Field(default=(), description=N_("when it began, ended, was launched, was evaluated"))
    run_by: tuple[Annotated[Id, Link("organisations")], ...] = Field(
        default=(), description=N_("ids of the organisations that ran it")
    )
    funders: tuple[Annotated[Id, Link("organisations")], ...] = Field(
        default=(), description=N_("ids of the organisations and funds that paid for it")
    )
    evaluators: tuple[Annotated[Id, Link("organisations")], ...] = Field(
        default=(), description=N_("ids of the organisations that evaluated it")
    )
    took_part: tuple[Annotated[Id, Link("organisations")], ...] = Field(
        default=(), description=N_("ids of other organisations that took part: partners, delegates, speakers")
    )
    money: tuple[Sum, ...] = Field(default=(), description=N_("the sums that are known"))
    model: tuple[Claim, ...] = Field(default=(), description=N_("how it worked"))
    for_whom: tuple[Claim, ...] = Field(default=(), description=N_("whom it was for"))
    referred_by: tuple[Claim, ...] = Field(default=(), description=N_("who referred people to it"))
    workers: tuple[Worker, ...] = Field(default=(), description=N_("what those who did the work were called"))
    viewpoints: tuple[Literal["individual", "practitioner", "referrer", "asset"], ...] = Field(
        default=(), description=N_("whose view its sources give: individual, practitioner, referrer, asset")
    )
    needs: tuple[Annotated[Id, Word("needs")], ...] = Field(default=(), description=N_("ids from the vocabulary needs"))
    activities: tuple[Annotated[Id, Word("activities")], ...] = Field(
        default=(), description=N_("ids from the vocabulary activities")
    )
    outcomes: tuple[Outcome, ...] = Field(
        default=(), description=N_("what was found, each with how it came to be known")
    )
    evaluation: tuple[Claim, ...] = Field(default=(), description=N_("how it was evaluated"))
    learned: tuple[Claim, ...] = Field(default=(), description=N_("what was learned"))
    conflicts: tuple[Conflict, ...] = Field(default=(), description=N_("what sources say differently, side by side"))
    unknown: tuple[Unknown, ...] = Field(default=(), description=N_("what was looked for and not found"))
    words: tuple[Annotated[Id, Link("glossary", own=False)], ...] = Field(
        default=(), description=N_("ids of words it shows at work")
    )
    competences: tuple[Annotated[Id, Link("competencies")], ...] = Field(
        default=(), description=N_("ids of the competences it shows at work")
    )
    steps: tuple[Annotated[Id, Link("pathway")], ...] = Field(
        default=(), description=N_("ids of the steps of the pathway it shows")
    )
    related: tuple[Annotated[Id, Link("case-studies")], ...] = Field(
        default=(), description=N_("ids of studies to read beside it")
    )
    sources: Annotated[tuple[Cited, ...], NotEmpty] = Field(description=N_("where the facts stand, each with a key"))

    def summaries(self) -> Mapping[str, str]:
        return self.summary

    @property
    def outcome_kinds(self) -> tuple[str, ...]:
        """How its outcomes came to be known, each once, in the order of `OUTCOME_KINDS`."""
        found = {outcome.kind for outcome in self.outcomes}
        return tuple(kind for kind in OUTCOME_KINDS if kind in found)


KIND = CaseStudy

"""Training: a course, an event or a resource for those who work with people in the community."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from generator.issues import N_
from generator.kinds.asset import Contact, Cost, Spoken
from generator.kinds.evidence import Checked, Evidence
from generator.kinds.fields import Day, Flag, Id, Lines, Link, MainLines, NotEmpty, Texts, Word
from generator.kinds.part import nothing
from generator.kinds.record import Facet, Occasion, Record, Search
from generator.kinds.venue import Venue

TYPES: Mapping[str, str] = {"course": N_("Course"), "event": N_("Event"), "resource": N_("Resource")}
"""What readers see of each type."""
SCHEMA: Mapping[str, str] = {"course": "Course", "event": "Event", "resource": "LearningResource"}
"""What schema.org calls it."""
_MODES = {"Online": "online", "Offline": "onsite", "Mixed": "blended"}
"""How one takes part: what schema.org says of an event, and of a course."""


class Training(Record):
    """A course, an event or a resource."""

    folder: ClassVar[str] = "training"
    label: ClassVar[str] = N_("training or event")
    labels: ClassVar[str] = N_("Training and events")
    path_words: ClassVar[Mapping[str, str]] = {"cy": "hyfforddiant"}
    uses: ClassVar[tuple[str, ...]] = ("directory.css",)
    search: ClassVar[Search] = Search(
        names=("name",),
        text=("summary", "about", "for_whom"),
        facets=(
            Facet("type", N_("Training and events"), TYPES),
            Facet("online", N_("Taking part"), {"True": N_("Online")}),
            Facet("competences", N_("Competence")),
        ),
    )
    schema_type: ClassVar[str] = "Course"
    one_language: ClassVar[tuple[str, ...]] = ("name", "provider", "level", "venue.name", "checked.by")
    days_field: ClassVar[str] = "dates"
    empty: ClassVar[str] = N_(
        "No course, event or resource is listed yet: nobody has added one and checked what its source says."
    )

    name: MainLines = Field(description=N_("its name, as those who offer it call it"))
    type: Literal["course", "event", "resource"] = Field(description=N_("course, event or resource"))
    summary: MainLines = Field(description=N_("what it is, in one sentence"))
    about: Texts = Field(default_factory=nothing, description=N_("what one learns or does there, in plain words"))
    provider: Lines = Field(default_factory=nothing, description=N_("who offers it, by name"))
    organisation: Annotated[Id, Link("organisations")] | None = Field(
        default=None, description=N_("id of the organisation that offers it, where it is listed")
    )
    for_whom: Texts = Field(default_factory=nothing, description=N_("whom it is for, and what one needs before it"))
    level: Lines = Field(default_factory=nothing, description=N_("its level, as those who offer it say it"))
    dates: tuple[Occasion, ...] = Field(
        default=(), description=N_("when it takes place: an entry for each day, or for several days on end")
    )
    any_time: Flag = Field(
        default=False, description=N_("true for what is there at any time; 'dates' are then left out")
    )
    online: Flag = Field(default=False, description=N_("true where it can be done online"))
    venue: Venue | None = Field(default=None, description=N_("where it takes place, if not only online"))
    areas: tuple[Annotated[Id, Word("areas")], ...] = Field(
        default=(), description=N_("ids from the vocabulary areas whose people it is for; none where it is for all")
    )
    languages: tuple[Spoken, ...] = Field(default=(), description=N_("the languages it is offered in, as stated"))
    cost: Cost | None = Field(default=None, description=N_("what it costs"))
    book_by: Day | None = Field(default=None, description=N_("the last day on which one can book"))
    contact: Contact = Field(default=Contact(), description=N_("where to book and to ask"))
    words: tuple[Annotated[Id, Link("glossary")], ...] = Field(default=(), description=N_("ids of words it explains"))
    competences: tuple[Annotated[Id, Link("competencies")], ...] = Field(
        default=(), description=N_("ids of the competences it is for")
    )
    themes: tuple[Annotated[Id, Word("themes")], ...] = Field(
        default=(), description=N_("ids from the vocabulary themes")
    )
    checked: Checked | None = Field(
        default=None, description=N_("who asked whether this is right, and when; empty until somebody has")
    )
    sources: Annotated[tuple[Evidence, ...], NotEmpty] = Field(description=N_("where the facts stand"))

    def summaries(self) -> Mapping[str, str]:
        return self.summary

    def json_ld(self, lang: str) -> dict[str, Any]:
        """A course has an instance for each time it is held; an event of several times has one within it for each."""
        held = [{**_days(occasion), **self._where(lang)} for occasion in self.occasions]
        found: dict[str, Any] = {"@type": SCHEMA[self.type]}
        if self.type == "course" and held:
            found["hasCourseInstance"] = [{"@type": "CourseInstance", **one} for one in held]
        elif self.type == "event":
            found |= self._event(held, lang)
        body = _said(self.provider, lang)
        if body:
            found["organizer" if self.type == "event" else "provider"] = {"@type": "Organization", "name": body}
        if self.languages:
            found["inLanguage"] = [spoken.language for spoken in self.languages]
        if self.cost and self.cost.kind == "free":
            found["isAccessibleForFree"] = True
        if web := _said(self.contact.web, lang):
            found["sameAs"] = web
        return found

    def _event(self, held: list[dict[str, Any]], lang: str) -> dict[str, Any]:
        if len(held) < 2:
            return held[0] if held else self._where(lang)
        within = [{"@type": "Event", "name": _said(self.name, lang), **one} for one in held]
        days = {"startDate": held[0]["startDate"], "endDate": max(one["endDate"] for one in held)}
        return {**days, **self._where(lang), "subEvent": within}

    def _where(self, lang: str) -> dict[str, Any]:
        """How one takes part, and the place as far as it may be shown."""
        mode = ("Mixed" if self.venue else "Online") if self.online else "Offline" if self.venue else ""
        found: dict[str, Any] = {}
        if mode and self.type == "course":
            found["courseMode"] = _MODES[mode]
        elif mode:
            found["eventAttendanceMode"] = f"https://schema.org/{mode}EventAttendanceMode"
        if self.venue and self.venue.mask == "exact":
            address = {"streetAddress": self.venue.address, "postalCode": self.venue.postcode}
            shown = {key: value for key, value in address.items() if value}
            place = {"name": _said(self.venue.name, lang), "address": shown and {"@type": "PostalAddress", **shown}}
            found["location"] = {"@type": "Place", **{key: value for key, value in place.items() if value}}
        return found


def _said(texts: Mapping[str, str], lang: str) -> str:
    return texts.get(lang) or next(iter(texts.values()), "")


def _days(occasion: Occasion) -> dict[str, str]:
    """Days as schema.org has them, with the time of day where it is known."""
    start, end = occasion.from_.isoformat(), occasion.last.isoformat()
    if occasion.time:
        start += f"T{min(span.start for span in occasion.time):%H:%M}"
        ends = [span.end for span in occasion.time]
        end += f"T{max(filter(None, ends)):%H:%M}" if all(ends) else ""
    return {"startDate": start, "endDate": end}


KIND = Training

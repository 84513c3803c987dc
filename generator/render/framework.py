"""The page "Timeline": what happened to the framework and to the policies it rests on, in order of date."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from markupsafe import Markup

from generator.catalogue import Catalogue
from generator.issues import N_
from generator.kinds.framework import FrameworkPart
from generator.kinds.milestone import DateReading, first
from generator.kinds.policy import Policy
from generator.render.renderer import Renderer
from generator.render.view import View

NAME = "timeline"
MADE_LAW, PUBLISHED = N_("Made law"), N_("Published")
"""What is said of the day a policy was issued."""


class Event(NamedTuple):
    """One entry: what happened to a record, when as each source has it."""

    record: FrameworkPart | Policy
    what: Markup
    readings: tuple[DateReading, ...]
    expected: bool = False
    note: Mapping[str, str] | None = None

    @property
    def place(self) -> tuple[str, ...]:
        """Its place in time."""
        return first(self.readings)


class Year(NamedTuple):
    """The entries of a year, the earliest first."""

    year: str
    events: Sequence[Event]


def values(renderer: Renderer, lang: str) -> Mapping[str, Any]:
    """What the template shows."""
    found = sorted(_events(renderer, lang), key=_order)
    return {"years": [Year(year, tuple(events)) for year, events in groupby(found, key=lambda event: event.place[0])]}


def _order(event: Event) -> tuple[object, ...]:
    """By the earliest day; on one day what happened to a whole before what happened to its parts."""
    return event.place, event.record.folder, event.record.within is not None, event.record.order or 0, event.what


def _events(renderer: Renderer, lang: str) -> Iterator[Event]:
    here, wording = renderer.here(lang, renderer.view_address(NAME, lang)), renderer.wordings[lang]
    for record in _records(renderer.catalogue):
        if isinstance(record, Policy) and record.issued:
            yield Event(record, wording(MADE_LAW if record.type == "law" else PUBLISHED), record.issued)
        for one in record.history:
            yield Event(record, here.line(one.what), one.readings, one.expected, one.note)


def _records(catalogue: Catalogue) -> Iterator[FrameworkPart | Policy]:
    for folder in (FrameworkPart.folder, Policy.folder):
        for record in catalogue.of(folder).values():
            if isinstance(record, FrameworkPart | Policy):
                yield record


VIEWS = (
    View(
        NAME,
        FrameworkPart.further[NAME],
        N_(
            "What happened to the framework, and to the laws and policies behind it, in order of date; where sources differ, each of them."
        ),
        values,
        uses=("directory.css", "practice.css", "framework.css"),
    ),
)

"""What the pages of a pathway show: its steps in order, before and after each, and the drawing of them all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from markupsafe import Markup

from generator.issues import N_
from generator.kinds.evidence import Evidence
from generator.kinds.pathway import Step
from generator.kinds.site import UrgentNumber
from generator.render.boxes import Box
from generator.render.drawing import drawing
from generator.render.page import lang_of
from generator.render.practice import PracticeHere

AT_ANY_STEP = N_("At any step")
ABOUT_DRAWING = N_("Boxes joined by arrows, each a link to its step. The same stands below as text.")


class Neighbours(NamedTuple):
    """The steps before and after one, those within it among them."""

    before: Step | None
    after: Step | None


class Grounds(NamedTuple):
    """The sources of all steps, each once; and which of them, counted from 1, each step rests on."""

    sources: Sequence[Evidence]
    of: Mapping[str, Sequence[int]]


class PathwayHere(PracticeHere):
    """As PracticeHere, for the steps of a pathway too."""

    def steps(self, step: Step | None = None, *, beside: bool = False) -> Sequence[Step]:
        """The steps within one, or those within none; or what stands beside them."""
        found = self.parts(step) if step else self.parts(folder=Step.folder)
        return [one for one in found if isinstance(one, Step) and one.beside == beside]

    def neighbours(self, step: Step) -> Neighbours:
        """What comes before a step and after it, as one reads them; nothing for what stands beside the way."""
        way = list(self._walked())
        if step not in way:
            return Neighbours(None, None)
        place = way.index(step)
        return Neighbours(way[place - 1] if place else None, way[place + 1] if place + 1 < len(way) else None)

    def _walked(self, step: Step | None = None) -> Iterator[Step]:
        for one in self.steps(step):
            yield one
            yield from self._walked(one)

    def urgent(self, id: str) -> UrgentNumber | None:
        """A number of site.yml, by the id that a step names it by."""
        return next((number for number in self.catalogue.site.urgent if number.id == id), None)

    @cached_property
    def grounds(self) -> Grounds:
        """What the steps rest on, for the page that shows them all."""
        places: dict[tuple[object, ...], int] = {}
        sources: list[Evidence] = []
        of: dict[str, list[int]] = {}
        for step in (*self._walked(), *self.steps(beside=True)):
            rests = {key for claim in step.about for key in claim.from_}
            rests |= {key for member in (step.members.of if step.members else ()) for key in member.from_}
            rests |= {key for turn in step.turns for key in turn.from_}
            for source in step.sources:
                if source.key in rests:
                    mark = (source.source, source.url, "" if source.source else source.name)
                    if mark not in places:
                        sources.append(source)
                    of.setdefault(step.id, []).append(places.setdefault(mark, len(sources)))
        return Grounds(sources, of)

    def drawings(self, title: str) -> Markup:
        """The way as a drawing; twice, of which a screen shows the one that fits it."""
        way = [self._box(step, str(n)) for n, step in enumerate(self.steps(), 1)]
        beside = [self._box(step, when=self.wording.plain(AT_ANY_STEP)) for step in self.steps(beside=True)]
        about = self.wording.plain(ABOUT_DRAWING)
        return Markup("").join(
            drawing(f"drawing-{sort}", title, about, way, beside, wide=sort == "wide") for sort in ("wide", "narrow")
        )

    def _box(self, step: Step, number: str = "", when: str = "") -> Box:
        said = self.title(step)
        small = [self.said(member.name).text for member in step.members.of] if step.members else []
        if step.beside:
            small = [self.said(step.summary).text]
        parts = [self._box(part, f"{number}.{n}") for n, part in enumerate(self.steps(step), 1)]
        return Box(
            said.text,
            self.url(step),
            number,
            lang_of(said, self.lang),
            small,
            bool(step.members) and not step.beside,
            when,
            parts,
        )

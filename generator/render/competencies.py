"""What the pages "Frameworks side by side" and "Self-review" show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from generator.crossmap import CrossMap, Placed
from generator.issues import N_
from generator.kinds.competency import Competency
from generator.render.renderer import Renderer
from generator.render.view import View

STEPS: Mapping[str, str] = {
    "not-yet": N_("not yet"),
    "with-help": N_("with help"),
    "on-my-own": N_("on my own"),
    "helps-others": N_("I help others"),
}
"""Where one can stand: ours, and plain words rather than a score."""
_TEXTS: Mapping[str, str] = {
    "marked": N_("{n} of {total} marked"),
    "unmarked": N_("The mark is taken away."),
    "opened": N_("The file is open: {n} of {total} marked."),
    "older": N_("Some of what it holds belongs to parts that are not here any more, and is left out."),
    "saved": N_("Saved among your downloads."),
    "cleared": N_("Your review is taken off this device."),
    "kept": N_("Kept on this device."),
    "notKept": N_("Not kept: it is gone when you close this tab."),
    "noFile": N_("This is no file that was saved on this page."),
    "otherList": N_("This file belongs to a list that is not on this page."),
    "caption": N_("What you have marked"),
    "part": N_("Part"),
    "stand": N_("Where I stand"),
    "next": N_("What next"),
    "none": N_("not marked"),
}
"""What the script of the self-review says; its gaps are filled in the browser."""
USES = ("directory.css", "practice.css", "competencies.css")


class Column(NamedTuple):
    """A framework: whether anything of its structure is known, and what of it stands under no heading."""

    framework: Competency
    known: bool
    unplaced: Sequence[Placed]


class Row(NamedTuple):
    """A heading, and what of each framework is placed under it."""

    heading: Competency
    cells: Sequence[Sequence[Placed]]


class Review(NamedTuple):
    """A framework that one can go through, and what one marks, by the part that it stands in."""

    framework: Competency
    groups: Sequence[tuple[Competency, Sequence[Competency]]]

    @property
    def total(self) -> int:
        """How much there is to mark."""
        return sum(len(points) for _, points in self.groups)


def _matrix(renderer: Renderer, lang: str) -> Mapping[str, Any]:
    trees = CrossMap(renderer.catalogue)
    columns = [Column(one, trees.known(one), trees.unplaced(one)) for one in trees.others]
    rows = [Row(heading, [trees.placed(one, heading) for one in trees.others]) for heading in trees.headings]
    return {"framework": trees.framework, "columns": columns, "rows": rows}


def _review(renderer: Renderer, lang: str) -> Mapping[str, Any]:
    trees = CrossMap(renderer.catalogue)
    found = [Review(one, trees.points(one)) for one in trees.frameworks if one.self_review]
    texts = {name: renderer.wordings[lang].plain(text) for name, text in _TEXTS.items()}
    return {"reviews": [review for review in found if review.groups], "steps": STEPS, "texts": texts}


VIEWS = (
    View(
        "matrix",
        Competency.further["matrix"],
        N_("What each framework of competences holds, under headings they can share; and which could not be read."),
        _matrix,
        uses=(*USES, "coverage.css"),
    ),
    View(
        "self-review",
        Competency.further["self-review"],
        N_("Mark where you stand, note what shows it and what is next. It stays in your browser."),
        _review,
        uses=(*USES, "review/page.js"),
    ),
)

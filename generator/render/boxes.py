"""Boxes of a drawing before they are drawn: how wide text is, its lines broken to fit, how high a box is with what is in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.escaping import EMPTY

BETWEEN = 20
"""Room for an arrow between the steps within one."""
PAD, NAME, NAME_LINE, SMALL, SMALL_LINE, BADGE = 16, 17, 23, 15, 21, 24
"""Around what is in a box; how high the letters and the lines of names and of small print are; how high a number's badge is."""
_WIDTHS = {
    **dict.fromkeys("iIjl.,:;'’!|", 0.3),
    **dict.fromkeys("ftr()-–/ ", 0.38),
    **dict.fromkeys("mwMW&%", 0.92),
}
"""How wide signs are in the widest fonts that systems have, as a share of their height; others are 0.62, capitals 0.74."""
_BOLD = 1.13
"""How much wider bold signs are."""


@dataclass(frozen=True, slots=True)
class Box:
    """A step as it is drawn. `lang` is its names' attribute where they are in another language; `small` stands below its name,
    as a list where it is `listed`; `when` above it."""

    name: str
    url: str
    number: str = ""
    lang: Markup = EMPTY
    small: Sequence[str] = ()
    listed: bool = False
    when: str = ""
    parts: Sequence[Box] = ()


@dataclass(frozen=True, slots=True)
class Laid:
    """A box with its lines broken; those of the small print text by text."""

    box: Box
    width: float
    name: Sequence[str]
    small: Sequence[Sequence[str]]
    parts: Sequence[Laid]

    @property
    def edge(self) -> float:
        return PAD * 0.75 if not self.box.parts and not self.small else PAD

    @property
    def top(self) -> float:
        """How far its name and what stands above that reach."""
        return self.edge + (SMALL_LINE if self.box.when else 0) + max(len(self.name) * NAME_LINE, BADGE)

    @property
    def rows(self) -> int:
        """Lines of its small print."""
        return sum(map(len, self.small))

    @property
    def height(self) -> float:
        small = 8 + self.rows * SMALL_LINE if self.small else 0
        parts = 12 + sum(part.height for part in self.parts) + BETWEEN * (len(self.parts) - 1) if self.parts else 0
        return self.top + small + parts + self.edge


def width(text: str, size: float) -> float:
    """About how wide a text is drawn."""
    return size * sum(_WIDTHS.get(sign, 0.74 if sign.isupper() else 0.62) for sign in text)


def broken(text: str, size: float, room: float) -> list[str]:
    """A text in lines that fit; a word that does not fit has a line of its own."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, size) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def laid(box: Box, room: float) -> Laid:
    """A box and what is in it, its lines broken to a width."""
    inner = room - 2 * PAD
    numbered = badge(box.number) + 10 if box.number else 0
    small = [broken(text, SMALL, inner - (16 if box.listed else 0)) for text in box.small]
    return Laid(
        box, room, broken(box.name, NAME * _BOLD, inner - numbered), small, [laid(part, inner) for part in box.parts]
    )


def badge(number: str) -> float:
    """How wide the badge of a number is."""
    return max(BADGE, width(number, SMALL * _BOLD) + 14)

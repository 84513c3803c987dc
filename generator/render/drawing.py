"""The drawing of a way: a box for each step, its own steps in it, an arrow from each to the next. As SVG, which can break no lines,
so lines are broken here; once side by side, once below each other for narrow screens. All of it also stands as text on its page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from markupsafe import Markup

from generator.escaping import escape, safe
from generator.render.boxes import BADGE, BETWEEN, NAME_LINE, PAD, SMALL_LINE, Box, Laid, badge, laid

WIDE, NARROW = 880, 320
"""How wide the two drawings are, in their own units: on a phone one is a pixel."""
GAP = 40
"""Room for an arrow between steps."""
HEAVY = 1.65
"""How much wider a step is drawn that has steps within it."""
LIST, ENTRY = ' role="list"', ' role="listitem"'


def drawing(id: str, title: str, about: str, way: Sequence[Box], beside: Sequence[Box], *, wide: bool) -> Markup:
    """The whole: a picture that is read and walked through like any group of links."""
    pieces, height = _side_by_side(way, beside) if wide else _below(way, beside)
    sort, across = ("wide", WIDE) if wide else ("narrow", NARROW)
    return safe(
        f'<svg class="drawing {sort}" viewBox="-2 -2 {across + 4} {height + 4:g}" role="group"'
        f' aria-labelledby="{id}-title" aria-describedby="{id}-about">\n'
        f'<title id="{id}-title">{escape(title)}</title>\n<desc id="{id}-about">{escape(about)}</desc>\n'
        f"{''.join(pieces)}</svg>\n"
    )


def _side_by_side(way: Sequence[Box], beside: Sequence[Box]) -> tuple[list[str], float]:
    shares = [HEAVY if box.parts else 1 for box in way]
    unit = (WIDE - GAP * (len(way) - 1)) / (sum(shares) or 1)
    row = [laid(box, unit * share) for box, share in zip(way, shares, strict=True)]
    height, x = max((box.height for box in row), default=0.0), 0.0
    pieces, middles = [], []
    for box in row:
        pieces.append(_drawn(box, x, 0, height))
        middles.append(x + box.width / 2)
        x += box.width + GAP
        if box is not row[-1]:
            pieces.append(_arrow(x - GAP + 6, height / 2, x - 6, height / 2))
    for strip in (laid(box, WIDE) for box in beside):
        pieces += [f'<path class="tie" d="M{middle:g} {height + 4:g}v{GAP / 2 - 8:g}"/>\n' for middle in middles]
        height += GAP / 2
        pieces.append(_drawn(strip, 0, height, strip.height, "beside"))
        height += strip.height
    return pieces, height


def _below(way: Sequence[Box], beside: Sequence[Box]) -> tuple[list[str], float]:
    pieces, y = [], 0.0
    for box in (laid(box, NARROW) for box in way):
        if y:
            pieces.append(_arrow(NARROW / 2, y + 6, NARROW / 2, y + GAP - 6))
            y += GAP
        pieces.append(_drawn(box, 0, y, box.height))
        y += box.height
    for box in (laid(box, NARROW) for box in beside):
        y += GAP * 0.75
        pieces.append(_drawn(box, 0, y, box.height, "beside"))
        y += box.height
    return pieces, y


def _drawn(box: Laid, x: float, y: float, height: float, sort: str = "") -> str:
    """A box, the link that its name is, and what is in it. Of a box with others in it, its head alone is the link."""
    frame = f'<rect class="box {sort}" x="{x:g}" y="{y:g}" width="{box.width:g}" height="{height:g}" rx="8"/>'
    head = f'<rect class="head" x="{x:g}" y="{y:g}" width="{box.width:g}" height="{box.top + 4:g}" rx="8"/>'
    link = f'<a href="{escape(box.box.url)}"{box.box.lang}>{head if box.parts else frame}{_name(box, x, y)}</a>\n'
    return f"{frame if box.parts else ''}{link}{''.join(_inside(box, x, y))}"


def _name(box: Laid, x: float, y: float) -> str:
    """What stands at the top of a box: when, the number in its badge, the name."""
    out, left, base = "", x + PAD, y + box.edge
    if box.box.when:
        out += f'<text class="when" x="{left:g}" y="{base + 15:g}">{escape(box.box.when)}</text> '
        base += SMALL_LINE
    if box.box.number:
        wide = badge(box.box.number)
        out += (
            f'<rect class="badge-back" x="{left:g}" y="{base:g}" width="{wide:g}" height="{BADGE}" rx="{BADGE / 2:g}"/>'
        )
        out += f'<text class="badge-number" x="{left + wide / 2:g}" y="{base + 17:g}">{escape(box.box.number)}</text> '
        left += wide + 10
    return out + _lines("name", box.name, left, base + 18, NAME_LINE)


def _inside(box: Laid, x: float, y: float) -> Iterator[str]:
    """The small print below a name, then the steps within, an arrow from each to the next."""
    left, base = x + PAD, y + box.top + 8
    if box.small:
        yield f"<g{LIST if box.box.listed else ''}>{''.join(_small(box, left, base))}</g>\n"
        base += box.rows * SMALL_LINE
    base += 4
    for part in box.parts:
        yield _drawn(part, left, base, part.height, "part")
        base += part.height + BETWEEN
    for part, base in zip(box.parts, _ends(box, y), strict=False):
        yield _arrow(left + part.width / 2, base + 3, left + part.width / 2, base + BETWEEN - 3)


def _small(box: Laid, x: float, y: float) -> Iterator[str]:
    for lines in box.small:
        if box.box.listed:
            bullet = f'<circle class="bullet" cx="{x + 4:g}" cy="{y + 10:g}" r="2.5"/>'
            yield f"<g{ENTRY}>{bullet}{_lines('small', lines, x + 16, y + 15, SMALL_LINE)}</g>"
        else:
            yield _lines("small", lines, x, y + 15, SMALL_LINE)
        y += len(lines) * SMALL_LINE


def _ends(box: Laid, y: float) -> Iterator[float]:
    """Where each of the steps within ends that another follows."""
    base = y + box.top + 12 + box.rows * SMALL_LINE
    for part, _ in pairwise(box.parts):
        base += part.height
        yield base
        base += BETWEEN


def _lines(sort: str, lines: Sequence[str], x: float, y: float, step: float) -> str:
    rows = " ".join(f'<tspan x="{x:g}" y="{y + row * step:g}">{escape(line)}</tspan>' for row, line in enumerate(lines))
    return f'<text class="{sort}">{rows}</text>'


def _arrow(x: float, y: float, to_x: float, to_y: float) -> str:
    """A line with a head; to the right, or down."""
    head = "l-9 -5v10z" if y == to_y else "l-5 -9h10z"
    back = (to_x - 8, to_y) if y == to_y else (to_x, to_y - 8)
    return (
        f'<path class="arrow" d="M{x:g} {y:g}L{back[0]:g} {back[1]:g}"/>'
        f'<path class="arrow-head" d="M{to_x:g} {to_y:g}{head}"/>\n'
    )

"""A made-up root with frameworks of competences: headings that others are mapped to, a tree of every rung, a list on one page, a
framework that nobody could read; a case, a step and courses that name a heading. Everything in it is invented."""

from __future__ import annotations

from collections.abc import Mapping

from tests.learning import EMPTY, SOURCES

_PAPER = "sources: [{key: paper, name: The paper, dated: 2026-10}]\n"
_ABOUT = "about: [{says: {en: A made-up one., cy: Un dychmygol.}, from: [paper]}]\n"


def part(name: str, welsh: str, type: str, rest: str = "", state: str = "ours", order: int = 1) -> str:
    """A framework or a part of one."""
    slug = welsh.lower().replace(" ", "-")
    head = f"name: {{en: {name}, cy: {welsh}}}\nslug: {{cy: {slug}}}\norder: {order}\nstate: {state}\n"
    return head + f"type: {type}\n{rest}"


def _course(name: str, welsh: str, day: str) -> str:
    slug = welsh.lower().replace(" ", "-")
    return (
        f"name: {{en: {name}, cy: {welsh}}}\nslug: {{cy: {slug}}}\ntype: course\n"
        f"summary: {{en: 'About {name}.', cy: 'Trosolwg: {welsh}.'}}\ndates: [{{from: {day}}}]\ncompetences: [listening]\n{SOURCES}"
    )


TREES: Mapping[str, str] = {
    "plain": part("Plain headings", "Penawdau plaen", "framework", "cross_map: true\nself_review: true\n"),
    "listening": part(
        "Listening",
        "Gwrando",
        "domain",
        "within: plain\nsummary: {en: To hear people out., cy: Gwrando hyd y diwedd.}\nwords: [walk]\n"
        "statements: [{says: {en: I leave room., cy: Rwy'n rhoi lle.}}]\n",
    ),
    "walking": part("Walking along", "Cydgerdded", "domain", "within: plain\n", order=2),
    "deep": part(
        "Deep framework",
        "Fframwaith dwfn",
        "framework",
        "self_review: true\nshort: {en: Deep, cy: Dwfn}\n" + _ABOUT + _PAPER,
        "published",
        2,
    ),
    "talk": part("Talk", "Siarad", "domain", "within: deep\n" + _ABOUT + _PAPER, "published"),
    "hear": part(
        "Hear others",
        "Clywed eraill",
        "competence",
        "within: talk\nmaps_to: [listening]\n" + _ABOUT + _PAPER,
        "published",
    ),
    "nod": part("Nod at times", "Nodio weithiau", "statement", "within: hear\n" + _ABOUT + _PAPER, "published"),
    "ask": part("Ask back", "Holi eto", "competence", "within: talk\n" + _ABOUT + _PAPER, "published", 2),
    "legs": part("Use legs", "Defnyddio coesau", "domain", "within: deep\n" + _ABOUT + _PAPER, "published", 2),
    "list": part(
        "A short list",
        "Rhestr fer",
        "framework",
        _ABOUT + "statements:\n"
        "  - {says: {en: Come along., cy: Dewch hefyd.}, maps_to: [walking], from: [paper]}\n"
        "  - {says: {en: Wear boots., cy: Gwisgwch esgidiau.}, from: [paper]}\n" + _PAPER,
        "published",
        3,
    ),
    "lost": part(
        "Lost framework",
        "Fframwaith coll",
        "framework",
        "unknown: [{what: {en: its parts, cy: ei rannau}, field: within, looked: 2026-11}]\n",
        "not-found",
        4,
    ),
}
"""Trees alone, by the ids of their records."""
FILES: Mapping[str, str] = {
    **EMPTY,
    **{f"content/competencies/{id}.yml": text for id, text in TREES.items()},
    "content/training/to-come.yml": _course("Hearing people", "Clywed pobl", "2026-12-10"),
    "content/training/over.yml": _course("Hearing birds", "Clywed adar", "2026-10-10"),
    "content/training/other.yml": _course("Boots", "Esgidiau", "2026-12-11").replace("competences: [listening]\n", ""),
}

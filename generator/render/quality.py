"""What the page "Coverage and quality" shows: the counts, and the open findings by rule."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import SimpleNamespace
from typing import Any

from generator.catalogue import Catalogue
from generator.counts import Counts
from generator.issues import N_, Issue, Rule
from generator.kinds.record import Record
from generator.render.renderer import Renderer
from generator.render.word import USE_KINDS

SHOWN = 100
"""Findings of one rule that are listed; the others are counted."""
CLASSES: Mapping[str, str] = {"core": N_("Core words"), "non-core": N_("Non-core words"), "": N_("No class")}
NAMES: Mapping[str, str] = {
    "published": N_("Name published in a named source"),
    "editorial": N_("Name is ours"),
    "unknown": N_("Origin of the name not recorded"),
    "none": N_("No name yet"),
}
TEXTS: Mapping[str, str] = {
    "definition": N_("Concepts with a definition"),
    "easy_read": N_("Concepts in plain words"),
    "example": N_("Concepts with an example"),
    "whole": N_("Core and suggested concepts with all three"),
    "shade": N_("Words that point to another and say what differs"),
}
STATES: Mapping[str, str] = {
    "draft": N_("Draft"),
    "reviewed": N_("Reviewed"),
    "approved": N_("Approved"),
    "none": N_("No review recorded"),
}
RELATIONS: Mapping[str, str] = {
    "use": N_("A word points to the one to use"),
    "broader": N_("A word is wider than another"),
    "related": N_("Two words are related"),
}


def values(renderer: Renderer, lang: str) -> Mapping[str, Any]:
    """What the template shows."""
    return {
        "counts": Counts(renderer.catalogue),
        "most": SHOWN,
        "found": _by_rule(renderer.issues),
        "records_by_file": _by_file(renderer.catalogue),
        "language_names": [renderer.wordings[lang].language(code) for code in renderer.catalogue.codes],
        "names": SimpleNamespace(
            classes=CLASSES, names=NAMES, texts=TEXTS, states=STATES, relations=RELATIONS, pointing=USE_KINDS
        ),
    }


def _by_rule(issues: Iterable[Issue]) -> Mapping[str, tuple[Rule, list[Issue]]]:
    """Findings by the code of their rule: warnings before advice, then in the order of the code."""
    found: dict[str, tuple[Rule, list[Issue]]] = {}
    for issue in sorted(issues, key=_order):
        found.setdefault(issue.rule.code, (issue.rule, []))[1].append(issue)
    return found


def _order(issue: Issue) -> tuple[object, ...]:
    """By what an issue is about and not by its line, which nobody looks up for a page."""
    return issue.rule.severity.rank, issue.rule.code, issue.file, tuple(map(str, issue.path)), issue.message()


def _by_file(catalogue: Catalogue) -> Mapping[str, Record]:
    return {r.file: r for records in catalogue.records.values() for r in records.values() if r.pages}

"""The page on which all case studies stand side by side, and two or three of them that a reader chooses."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.issues import N_
from generator.kinds.case_study import CaseStudy
from generator.render.renderer import Renderer
from generator.render.view import View

NAME = "compare"


def _values(renderer: Renderer, lang: str) -> Mapping[str, Any]:
    return {"countries": renderer.here(lang, renderer.view_address(NAME, lang)).by_country()}


VIEWS = (
    View(
        NAME,
        CaseStudy.further[NAME],
        N_(
            "Case studies side by side: how they worked, for whom, who referred people, what was found and how that is known."
        ),
        _values,
        uses=("directory.css", "practice.css", "coverage.css", "cases.css", "cases/compare.js"),
    ),
)

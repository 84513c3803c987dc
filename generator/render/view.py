"""A named page: a template of its own name, with what it shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from generator.render.renderer import Renderer
from generator.render.suggest import CHANGE


@dataclass(frozen=True, slots=True)
class View:
    """One named page. `values` gathers what its template shows in a language."""

    name: str
    title: str
    description: str
    values: Callable[[Renderer, str], Mapping[str, Any]]
    search_box: bool = True
    shows_prose: bool = False
    """Whether texts of records stand on it, beside their names, or how much room they take."""
    uses: tuple[str, ...] = ()
    """Style sheets and scripts of its own."""
    asks: str = CHANGE
    """What its panel asks readers for."""
    beside: Callable[[Renderer, str, Mapping[str, Any]], Mapping[str, str]] = lambda renderer, lang, values: {}
    """Files that lie beside it, by their names, made of what it shows."""

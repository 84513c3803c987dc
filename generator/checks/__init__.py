"""Rules over the whole collection: one module a rule or a small family, found by themselves.

A module declares its Rules and a generator `check(catalogue, today)` that yields Issues. Adding a rule is adding a file
(and its golden case). Places are looked up afterwards, only for what was found.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from datetime import date
from functools import cache
from types import ModuleType

from generator import files, loading, places, refusals
from generator.catalogue import Catalogue
from generator.issues import Issue, Rule
from generator.kinds import rules


@cache
def modules() -> tuple[ModuleType, ...]:
    """Every module of checks, by name."""
    return tuple(
        importlib.import_module(f"{__name__}.{info.name}")
        for info in sorted(pkgutil.iter_modules(__path__), key=lambda i: i.name)
    )


def all_rules() -> list[Rule]:
    """Every rule there is, in the order of its code: those of reading, of typing, of the whole."""
    found = {
        value.code: value
        for module in (files, refusals, loading, rules, *modules())
        for value in vars(module).values()
        if isinstance(value, Rule)
    }
    return [found[code] for code in sorted(found)]


def run(catalogue: Catalogue, today: date) -> list[Issue]:
    """All findings about a root, those of loading it too, sorted, each with its place."""
    return sorted(places.located(catalogue.root, found(catalogue, today)), key=Issue.sort_key)


def found(catalogue: Catalogue, today: date) -> list[Issue]:
    """The same in any order, without the places of what the rules found: looking these up reads files again."""
    return [*catalogue.issues, *_found(catalogue, today)]


def _found(catalogue: Catalogue, today: date) -> Iterator[Issue]:
    for module in modules():
        if hasattr(module, "check"):
            yield from module.check(catalogue, today)

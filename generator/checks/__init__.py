"""Rules over the whole collection: one module a rule or a small family, found by themselves.

A module declares its Rules and a generator `check(catalogue, today)` that yields Issues. Adding a rule is adding a file
(and its golden case). Places are looked up afterwards, only for what was found.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Set
from datetime import date
from functools import cache
from types import ModuleType

from generator import files, loading, places, refusals
from generator.catalogue import Catalogue
from generator.issues import Issue, Rule, Severity
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
    found = {rule.code: rule for module in (files, refusals, loading, rules, *modules()) for rule in _rules(module)}
    return [found[code] for code in sorted(found)]


def run(catalogue: Catalogue, today: date) -> list[Issue]:
    """All findings about a root, those of loading it too, sorted, each with its place."""
    return sorted(places.located(catalogue.root, found(catalogue, today)), key=Issue.sort_key)


def found(catalogue: Catalogue, today: date) -> list[Issue]:
    """The same in any order, without the places of what the rules found: looking these up reads files again."""
    return [*catalogue.issues, *_found(catalogue, today)]


def errors(catalogue: Catalogue, today: date) -> list[Issue]:
    """What blocks, of what is said of a loaded whole, in any order, without places: modules that know no errors are not even
    asked."""
    asked = (m for m in modules() if any(rule.severity is Severity.ERROR for rule in _rules(m)))
    return [issue for m in asked if hasattr(m, "check") for issue in m.check(catalogue, today) if issue.blocks]


def about(catalogue: Catalogue, today: date, codes: Set[str]) -> list[Issue]:
    """Findings of some rules of the whole alone, sorted, each with its place: other modules are not even asked."""
    asked = [module for module in modules() if codes & {rule.code for rule in _rules(module)}]
    issues = [issue for module in asked for issue in module.check(catalogue, today) if issue.rule.code in codes]
    return sorted(places.located(catalogue.root, issues), key=Issue.sort_key)


def _rules(module: ModuleType) -> Iterator[Rule]:
    yield from (value for value in vars(module).values() if isinstance(value, Rule))


def _found(catalogue: Catalogue, today: date) -> Iterator[Issue]:
    for module in modules():
        if hasattr(module, "check"):
            yield from module.check(catalogue, today)

"""Rows of a feed that are records of other feeds, or of ours: what two lists have is listed once."""

from __future__ import annotations

from collections.abc import Mapping

from generator.catalogue import Catalogue
from generator.duplicates import index
from generator.imports.feeding import Matcher
from generator.wording import Wording

SURE = 80
"""Points from which two records are made one without asking; below it `geirfa check` asks an editor."""


def matcher(wording: Wording) -> Matcher:
    """Finds, for new records, the old ones that are surely the same, with the reasons in a language."""

    def match(catalogue: Catalogue, fresh: frozenset[str]) -> Mapping[str, tuple[str, str]]:
        found: dict[str, tuple[str, str]] = {}
        for pair in index.pairs(catalogue):
            first, second = pair.first.record.file, pair.second.record.file
            if pair.score < SURE or (first in fresh) == (second in fresh):
                continue
            new, old = (first, second) if first in fresh else (second, first)
            reasons = "; ".join(wording.plain(reason.text) for reason in pair.reasons if reason.points > 0)
            found.setdefault(new, (old, reasons))
        return found

    return match

"""Reviews of records whose texts change by what comes in: a text that changes is a draft again in its language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.kinds.prints import fingerprint
from generator.kinds.record import Record
from generator.source import Tree
from generator.units import units_of


def drafts(before: Record, now: Record | None, codes: Sequence[str]) -> Mapping[str, dict[str, Tree]]:
    """New entries of a record's `review`, by language; the first of `codes` is the one that texts are made from. `now` is the
    record as it is going to be; None where nobody can tell."""
    main, old = codes[0], _texts(before)
    new = _texts(now) if now else old
    changed = [code for code in codes if new.get(code, {}) != old.get(code, {})]
    found: dict[str, dict[str, Tree]] = {}
    for lang in changed:
        if not new.get(lang) and lang not in before.review:
            continue
        found[lang] = {"status": "draft"}
        review = before.review.get(lang)
        of = fingerprint(now, main) if now and main in changed else review.of if review else None
        if lang != main and of:
            found[lang]["of"] = of
    return found


def laid(tree: dict[str, Tree], entries: Mapping[str, dict[str, Tree]]) -> None:
    """Put entries of `review` into a record's tree."""
    if entries:
        held = tree.get("review")
        tree["review"] = {**(held if isinstance(held, dict) else {}), **entries}


def _texts(record: Record) -> dict[str, dict[str, str]]:
    """The texts of a record that are translated, by language and path."""
    found: dict[str, dict[str, str]] = {}
    for unit in units_of(record):
        for lang, text in unit.texts.items():
            found.setdefault(lang, {})[unit.field] = " ".join(text.split())
    return found

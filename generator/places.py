"""Findings get their places: the one file each is about is read again, and only then."""

from __future__ import annotations

from pathlib import Path

from generator import source
from generator.issues import Issue
from generator.issues import Path as FieldPath


def located(root: Path, issues: list[Issue]) -> list[Issue]:
    """The same issues, each with its place: the value's, else its field name's, else that of the nearest thing around it."""
    out: list[Issue] = []
    known: dict[str, dict[FieldPath, tuple[int, int]]] = {}
    for issue in issues:
        if issue.place or not issue.path:
            out.append(issue)
            continue
        if issue.file not in known:
            known[issue.file] = source.places(root, issue.file)
        out.append(
            Issue(
                issue.rule,
                issue.file,
                issue.path,
                issue.values,
                _nearest(known[issue.file], issue.path),
                issue.other_hint,
            )
        )
    return out


def _nearest(known: dict[FieldPath, tuple[int, int]], path: FieldPath) -> tuple[int, int]:
    while path:
        if path in known:
            return known[path]
        if (*path, "[key]") in known:
            return known[(*path, "[key]")]
        path = path[:-1]
    return (1, 1)

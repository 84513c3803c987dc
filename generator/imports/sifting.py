"""What a row may bring into a record: fields that break a rule of records are taken out, one by one, and kept beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from generator import refusals
from generator.files import MAX_BYTES, TOO_LARGE
from generator.imports.feed_rules import CUT, KEPT_HINT
from generator.issues import Issue, Path
from generator.kinds import rules
from generator.kinds.record import Record
from generator.loading import record_of
from generator.source import MAX_EVENTS, Document, Tree

_ROUNDS = 12
_LINE, _PROSE = 300, 8000


class Refused(NamedTuple):
    """A field that was taken out of a row, or cut: where it stood, what it said, why."""

    path: Path
    value: Any
    issue: Issue


def sifted(kind: type[Record], tree: dict[str, Tree], file: str, codes: tuple[str, ...]) -> list[Refused]:
    """Take out of a row, in place, what a record of a kind may not hold. Its title may go with it."""
    refused: list[Refused] = []
    _shorten(tree, file, refused)
    title, id = kind.title_field, file.rpartition("/")[2].removesuffix(".yml")
    for _ in range(_ROUNDS):
        issues: list[Issue] = []
        unnamed: dict[str, Tree] = {title: {codes[0]: "?"}}
        named = tree if title in tree else unnamed | tree
        if isinstance(record_of(Document(file, named), kind, id, codes, issues), Record):
            return refused
        if not take_out(tree, issues, refused):
            break
    for name in [name for name in tree if name != title]:  # what nobody has thought of
        refused.append(Refused((name,), tree.pop(name), rules.UNKNOWN_FIELD.at(file, (name,), field=name, known="")))
    return refused


def take_out(tree: dict[str, Tree], issues: Iterable[Issue], refused: list[Refused]) -> bool:
    """Take what breaks a rule out of a tree, or mend it where no word is lost by that. Whether anything was done."""
    done = False
    for issue in sorted(issues, key=lambda issue: [str(step).rjust(6, "0") for step in issue.path], reverse=True):
        path = tuple(step for step in issue.path if step != "[key]")
        path, value = _at(tree, path)
        if not path:
            continue
        done = True
        if issue.rule is rules.NOT_ONE_LINE and isinstance(value, str):
            _set(tree, path, " ".join(value.split()))
        elif issue.rule is rules.TOO_LONG and isinstance(value, str):
            limit = _LINE if str(issue.values.get("limit")) == str(_LINE) else _PROSE
            _set(tree, path, cut(value, limit))
            refused.append(Refused(path, value, CUT.at(issue.file, path, field=dotted(path), limit=limit)))
        else:
            _set(tree, path, None)
            if issue.rule is not rules.EMPTY_FIELD:
                refused.append(Refused(path, value, replace(issue, path=path, other_hint=KEPT_HINT)))
    return done


def cut(text: str, limit: int) -> str:
    """A text of at most so many characters, cut between words."""
    if len(text) <= limit:
        return text
    short = text[: limit - 2].rsplit(" ", 1)[0] if " " in text[: limit - 2] else text[: limit - 2]
    return f"{short.rstrip()} …"


def dotted(path: Path) -> str:
    """A path as it is said: venues.main.postcode."""
    return ".".join(map(str, path))


def _shorten(tree: dict[str, Tree], file: str, refused: list[Refused]) -> None:
    """Take out the longest fields of what would be no file of ours."""
    while (size := _size(tree)) > MAX_BYTES * 0.9 or _events(tree) > MAX_EVENTS - 200:
        name = max((name for name in tree if name != "name"), key=lambda name: _size(tree[name]), default="")
        if not name:
            return
        rule = TOO_LARGE.at(file, (name,), hint=KEPT_HINT, size=size)
        if _size(tree) <= MAX_BYTES * 0.9:
            rule = refusals.TOO_MANY_VALUES.at(file, (name,), hint=KEPT_HINT)
        refused.append(Refused((name,), tree.pop(name), rule))


def _size(value: Tree) -> int:
    """About how many bytes a value takes in a file."""
    if isinstance(value, str):
        return len(value.encode()) + 8 if len(value) < 80 else int(len(value.encode()) * 1.15) + 8
    if isinstance(value, dict):
        return sum(len(key) + 12 + _size(inner) for key, inner in value.items())
    return sum(12 + _size(inner) for inner in value)


def _events(value: Tree) -> int:
    if isinstance(value, str):
        return 1
    inner = value.values() if isinstance(value, dict) else value
    return 2 + sum(map(_events, inner)) + (len(value) if isinstance(value, dict) else 0)


def _at(tree: Any, path: Path) -> tuple[Path, Any]:
    """The value at a path, else the nearest thing around it that is there, with its path; () for the whole."""
    found: list[str | int] = []
    for step in path:
        inside = step in tree if isinstance(tree, dict) else isinstance(tree, list) and _number(step, tree)
        if not inside:
            break
        tree = tree[step]
        found.append(step)
    return tuple(found), tree


def _number(step: str | int, held: Sequence[Any]) -> bool:
    return isinstance(step, int) and step < len(held)


def _set(tree: Any, path: Path, value: Tree | None) -> None:
    """Put a value at a path that is there, or take it out with None; what is empty then goes too."""
    first, *rest = path
    if rest:
        _set(tree[first], tuple(rest), value)
        if tree[first] in ({}, []):
            del tree[first]
    elif value is None:
        del tree[first]
    else:
        tree[first] = value

"""Strict YAML: text -> tree of strings. The only module that knows YAML.

Every scalar is read as the string that was written, so that a phone number, `12:30` and `no` survive; the kinds give
types. libyaml's event stream is flat (its `compose` crashes the process on deep nesting) and is read once. Places
are not kept: `places` reads the one file again in which something is wrong.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import yaml

from generator import canonical, refusals
from generator.files import character_issues, is_clean, text_of
from generator.issues import Issue
from generator.issues import Path as FieldPath

MAX_DEPTH = 12
MAX_EVENTS = 5000

Tree = str | list["Tree"] | dict[str, "Tree"]

_CONFLICT = re.compile(r"^(<{7}|={7}|>{7})( |$)", re.MULTILINE)
_NULLS = frozenset({"~", "null", "Null", "NULL"})


@dataclass(slots=True)
class Document:
    """One file read. `tree` is None where nothing could be read; `issues` have their places."""

    file: str
    tree: Tree | None = None
    issues: list[Issue] = field(default_factory=list)


def read(root: Path, file: str) -> Document:
    """Read one record. Every fault that does not hide the rest is reported; none raises."""
    document = Document(file)
    if (text := text_of(root, file, document.issues)) is not None:
        document.tree = canonical.tree(text) or _tree(text, document)
        if document.tree == "" and not document.issues:
            document.issues.append(refusals.EMPTY_FILE.at(file))
        if any(issue.rule is not refusals.DUPLICATE_KEY for issue in document.issues):
            document.tree = None
    return document


def read_text(text: str, file: str = "") -> Document:
    """As `read`, for text that is not (yet) in a file."""
    document = Document(file)
    document.tree = _tree(text, document)
    return document


def places(root: Path, file: str) -> dict[FieldPath, tuple[int, int]]:
    """Line and column of every value and every field name of one file.

    A value stands under its path, a field name under its path with "[key]" behind it. Empty where the file cannot
    be read."""
    text = text_of(root, file, []) or ""
    if (found := canonical.places(text)) is None:
        found = {}
        _tree(text, Document(file), found)
    return found


@dataclass(slots=True)
class Spans:
    """How a record lies on its lines, for tools that keep its comments: the path that begins on a line; where the last
    value of a line ends and whose it is; the lines on which a quoted text of several lines opens, and those inside texts:
    there # is no comment."""

    starts: dict[int, FieldPath] = field(default_factory=dict)
    ends: dict[int, tuple[int, FieldPath]] = field(default_factory=dict)
    opens: set[int] = field(default_factory=set)
    inside: set[int] = field(default_factory=set)


def spans(text: str) -> Spans:
    """The spans of a record that can be read."""
    found: dict[FieldPath, tuple[int, int]] = {}
    builder = _Builder(Document(""), found)
    events = list(yaml.parse(text, Loader=yaml.CBaseLoader))
    for event in events:
        builder.take(event)
    scalars: list[Any] = [event for event in events if type(event) is yaml.ScalarEvent]
    owners = {place: path[:-1] if path and path[-1] == "[key]" else path for path, place in found.items()}
    out = Spans()
    for path, (line, _) in sorted(found.items(), key=lambda entry: len(entry[0])):
        if path and path[-1] != "[key]" and found.get((*path, "[key]"), (line,))[0] == line:
            out.starts.setdefault(line, path)
        elif path and path[-1] == "[key]":
            out.starts.setdefault(line, path[:-1])
    for event in scalars:
        line, column = _place(event)
        path = owners.get((line, column), ())
        last = event.end_mark.line + (event.end_mark.column > 0)
        if event.style in ("|", ">"):
            out.ends[line] = (column + 1, path)  # behind the mark and its one sign: '>-'
        else:
            out.ends[last] = (event.end_mark.column, path)
            if last > line:
                out.opens.add(line)
        out.inside.update(range(line + 1, last + 1))
    return out


def _tree(text: str, document: Document, found: dict[FieldPath, tuple[int, int]] | None = None) -> Tree | None:
    """Build the tree from libyaml's events. `found`, when given, receives the place of every value and field name."""
    if conflict := _CONFLICT.search(text):
        line = text.count("\n", 0, conflict.start()) + 1
        document.issues.append(refusals.SYNTAX.at(document.file, place=(line, 1), hint=refusals.CONFLICT))
        return None
    builder = _Builder(document, found)
    try:
        next_event = yaml.CBaseLoader(text).get_event
        for _ in range(MAX_EVENTS):
            event = next_event()
            if type(event) is yaml.StreamEndEvent:
                return builder.root
            if not builder.take(event):
                return None
    except yaml.YAMLError as error:
        document.issues.append(_syntax_issue(error, document.file))
        return None
    document.issues.append(refusals.TOO_MANY_VALUES.at(document.file))
    return None


def _syntax_issue(error: yaml.YAMLError, file: str) -> Issue:
    """What libyaml could not read, at the place where it gave up; for what was never closed, where it was opened."""
    problem = getattr(error, "problem", None) or ""
    hint = next((hint for start, hint in refusals.SYNTAX_HINTS.items() if problem.startswith(start)), "")
    marks = [getattr(error, name, None) for name in ("context_mark", "problem_mark")]
    mark = next((m for m in (marks if "end of stream" in problem else reversed(marks)) if m), None)
    return refusals.SYNTAX.at(file, place=(mark.line + 1, mark.column + 1) if mark else (1, 1), hint=hint)


class _Builder:
    """Takes events one by one; `root` is the tree once all are taken. A flat stack: depth costs nothing."""

    __slots__ = ("document", "documents", "found", "keys", "path", "root", "stack")

    def __init__(self, document: Document, found: dict[FieldPath, tuple[int, int]] | None) -> None:
        self.document = document
        self.found = found
        self.root: Tree = ""
        self.stack: list[list[Tree] | dict[str, Tree]] = []
        self.keys: list[str | None] = []
        self.path: list[str | int] = []
        self.documents = 0

    def take(self, event: Any) -> bool:
        """Take one event; False ends the reading (what went wrong is among the document's issues)."""
        kind = type(event)
        if kind is yaml.ScalarEvent:
            if event.anchor or event.tag:
                return self._refuse_mark(event)
            value: str = event.value
            if value in _NULLS and event.implicit[0]:
                value = ""
            elif event.style == '"' and not is_clean(value):  # written as escapes, which the file's text does not show
                issues = character_issues(value, self.document.file)
                self.document.issues += [replace(issue, place=_place(event)) for issue in issues]
            return self._add(value, event)
        if kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            return self._open({} if kind is yaml.MappingStartEvent else [], event)
        if kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self.stack.pop()
            self.keys.pop()
            if self.path:
                self.path.pop()
            return True
        if kind is yaml.AliasEvent:
            return self._stop(refusals.ANCHOR.at(self.document.file, place=_place(event), text=f"*{event.anchor}"))
        if kind is yaml.DocumentStartEvent:
            self.documents += 1
            if self.documents > 1:
                return self._stop(refusals.SECOND_DOCUMENT.at(self.document.file, place=_place(event)))
        return True

    def _open(self, child: list[Tree] | dict[str, Tree], event: Any) -> bool:
        if event.anchor or event.tag:
            return self._refuse_mark(event)
        if len(self.stack) >= MAX_DEPTH:
            return self._stop(refusals.TOO_DEEP.at(self.document.file, place=_place(event)))
        if not self._add(child, event):
            return False
        self.stack.append(child)
        self.keys.append(None)
        return True

    def _add(self, value: Tree, event: yaml.Event) -> bool:
        if not self.stack:
            self.root = value
            self._note((), event)
            return True
        parent = self.stack[-1]
        if type(parent) is list:
            self._enter(len(parent), value, event)
            parent.append(value)
            return True
        assert type(parent) is dict
        key = self.keys[-1]
        if key is None:
            return self._key(parent, value, event)
        self._enter(key, value, event)
        if key not in parent:
            parent[key] = value
        self.keys[-1] = None
        return True

    def _key(self, parent: dict[str, Tree], value: Tree, event: yaml.Event) -> bool:
        if type(value) is not str:
            return self._stop(refusals.BAD_KEY.at(self.document.file, place=_place(event)))
        if value == "<<":
            return self._stop(refusals.MERGE_KEY.at(self.document.file, place=_place(event)))
        if value in parent:
            self.document.issues.append(refusals.DUPLICATE_KEY.at(self.document.file, place=_place(event), key=value))
        elif self.found is not None:
            self._note((*self.path, value, "[key]"), event)
        self.keys[-1] = value
        return True

    def _enter(self, step: str | int, value: Tree, event: yaml.Event) -> None:
        """Note the place of a value; a mapping or list is entered until its end event."""
        if self.found is not None:
            self._note((*self.path, step), event)
        if type(value) is not str:
            self.path.append(step)

    def _note(self, path: FieldPath, event: yaml.Event) -> None:
        if self.found is not None:
            self.found.setdefault(path, _place(event))

    def _refuse_mark(self, event: Any) -> bool:
        rule, text = (refusals.TAG, event.tag) if event.tag else (refusals.ANCHOR, f"&{event.anchor}")
        return self._stop(rule.at(self.document.file, place=_place(event), text=text))

    def _stop(self, issue: Issue) -> bool:
        self.document.issues.append(issue)
        return False


def _place(event: Any) -> tuple[int, int]:
    return (event.start_mark.line + 1, event.start_mark.column + 1)

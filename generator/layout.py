"""The canonical layout of a record: one way to write it, so that every tool and hand gives the same bytes.

Fields in the order of the kind; two spaces a step; longer texts folded below `>-`; comments kept above or behind what
they stood by. Works on a record's lines: the tree alone would lose the comments.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from generator import source
from generator.canonical import tree as canonical_tree
from generator.issues import N_, Refusal
from generator.issues import Path as FieldPath
from generator.kinds.record import Record
from generator.source import Tree

WIDTH = 100
_PLAIN = re.compile(r"[A-Za-zÀ-ɏ0-9(/+“‘][^\n]*")
_NEEDS_QUOTES = re.compile(r": |:$| #|^(?:true|false|null|yes|no|on|off|y|n|~)$|^[\d.+:_-]+$|\s$", re.IGNORECASE)
_COMMENT = re.compile(r"(?:(?<=\s)|^)(#.*?)\s*$")
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_KEEP_PLAIN = re.compile(r"true|false|yes|no|\d\d:\d\d-\d\d:\d\d|\d{4}-\d\d-\d\d|[1-9]\d{0,8}|0")


@dataclass(slots=True)
class Comments:
    """Comments by the path of what they stand above or behind; `end` are those below everything."""

    above: dict[FieldPath, list[str]] = field(default_factory=dict)
    behind: dict[FieldPath, str] = field(default_factory=dict)
    end: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Shape:
    """What a value is made of: a part with fields in order, or a mapping of free keys to `each` (in the order of
    `languages` where the keys are these). A list has the shape of its entries."""

    model: type[BaseModel] | None = None
    each: Shape | None = None
    languages: tuple[str, ...] = ()

    def of(self, key: str) -> Shape:
        """The shape of one field's value."""
        if self.model is None:
            return self.each or Shape()
        return _shapes(self.model, self.languages).get(key, Shape())

    def ordered(self, tree: dict[str, Tree]) -> Sequence[str]:
        """The keys of a tree in canonical order; unknown ones last, as they stood."""
        if self.model is None:
            known = list(self.languages) if set(tree) <= set(self.languages) else []
            return [key for key in known if key in tree] or list(tree)
        keys = _keys(self.model)
        return [key for key in keys if key in tree] + [key for key in tree if key not in keys]


@cache
def _shapes(model: type[BaseModel], languages: tuple[str, ...]) -> Mapping[str, Shape]:
    """The shapes of a model's fields, by their names and by what YAML calls them."""
    fields = model.model_fields.items()
    return {key: _shape(i.annotation, languages) for name, i in fields for key in (name, i.alias) if key}


@cache
def _keys(model: type[BaseModel]) -> tuple[str, ...]:
    """What YAML calls the fields of a model, in canonical order."""
    names = model.fields_in_order() if issubclass(model, Record) else list(model.model_fields)
    return tuple(model.model_fields[name].alias or name for name in names)


def _shape(annotation: Any, languages: tuple[str, ...]) -> Shape:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return Shape(annotation, languages=languages)
    arguments = get_args(annotation)
    if get_origin(annotation) is dict:
        return Shape(each=_shape(arguments[1], languages), languages=languages)
    return next((found for part in arguments if (found := _shape(part, languages)) != Shape()), Shape())


def canonical(text: str, kind: type[BaseModel], languages: tuple[str, ...], file: str = "") -> str:
    """A record's text in canonical layout. Raises Refusal where it cannot be read, or would come out changed."""
    document = source.read_text(text.replace("\r\n", "\n").removeprefix("\ufeff"), file)
    if document.tree is None or document.issues or not isinstance(document.tree, dict):
        raise Refusal(N_("{file}: mend what 'geirfa check' says of this file first."), file=file)
    return written(document.tree, kind, languages, comments_of(text), file)


def written(
    tree: dict[str, Tree], kind: type[BaseModel], languages: tuple[str, ...], comments: Comments, file: str
) -> str:
    """As `write`, read again to make sure. Raises Refusal where it would come out changed."""
    made = write(tree, kind, languages, comments)
    read = canonical_tree(made) or source.read_text(made, file).tree
    if _words(read) != _words(tree):
        raise Refusal(N_("{file}: this file cannot be laid out without changing it; it was left as it is."), file=file)
    return made


def _words(tree: Tree | None) -> object:
    """A tree for comparison: the order of fields does not count, nor does white space within texts of one paragraph."""
    if isinstance(tree, dict):
        return {key: _words(value) for key, value in tree.items()}
    if isinstance(tree, list):
        return [_words(value) for value in tree]
    return tree.strip() if isinstance(tree, str) else tree


def comments_of(text: str) -> Comments:
    """Every comment of a record, by the path of what it stands by."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    spans = source.spans(text)
    found = Comments()
    waiting: list[str] = []
    for number, line in enumerate(text.split("\n"), 1):
        column, path = spans.ends.get(number, (0, None))
        if path is None and number in spans.inside:
            continue
        starts = spans.starts.get(number)
        if waiting and starts is not None:
            found.above.setdefault(starts, []).extend(waiting)
            waiting = []
        match = _COMMENT.search(line, column) if number not in spans.opens else None
        if not match:
            continue
        if path is None or not line.strip().removeprefix("#").strip() or line.lstrip().startswith("#"):
            waiting.append(match.group(1))
        elif path in found.behind:
            found.above.setdefault(path, []).append(match.group(1))
        else:
            found.behind[path] = match.group(1)
    found.end = waiting
    return found


def write(
    tree: dict[str, Tree], kind: type[BaseModel], languages: tuple[str, ...], comments: Comments | None = None
) -> str:
    """A tree as canonical text."""
    comments = comments or Comments()
    lines = [
        *comments.above.get((), []),
        *_mapping(tree, Shape(kind, languages=languages), (), 0, comments),
        *comments.end,
    ]
    return "\n".join(lines) + "\n"


def _mapping(tree: dict[str, Tree], shape: Shape, path: FieldPath, depth: int, comments: Comments) -> Iterator[str]:
    pad = "  " * depth
    for key in shape.ordered(tree):
        here = (*path, key)
        yield from (f"{pad}{comment}" for comment in comments.above.get(here, ()))
        yield from _entry(f"{pad}{_key(key)}:", tree[key], shape.of(key), here, depth + 1, comments)


def _entry(start: str, value: Tree, shape: Shape, path: FieldPath, depth: int, comments: Comments) -> Iterator[str]:
    behind = f"  {comments.behind[path]}" if path in comments.behind else ""
    if isinstance(value, dict):
        yield start + (" {}" if not value else "") + behind
        yield from _mapping(value, shape, path, depth, comments)
    elif isinstance(value, list):
        yield start + (" []" if not value else "") + behind
        yield from _sequence(value, shape, path, depth, comments)
    else:
        yield from _text(start, value, depth, behind)


def _sequence(items: list[Tree], shape: Shape, path: FieldPath, depth: int, comments: Comments) -> Iterator[str]:
    pad = "  " * depth
    for number, item in enumerate(items):
        here = (*path, number)
        yield from (f"{pad}{comment}" for comment in comments.above.get(here, ()))
        if isinstance(item, dict) and item:
            lines = list(_mapping(item, shape, here, depth + 1, comments))
            first = next(n for n, line in enumerate(lines) if not line.lstrip().startswith("#"))
            yield from (pad + line.lstrip() for line in lines[:first])
            yield f"{pad}- {lines[first].lstrip()}"
            yield from lines[first + 1 :]
        else:
            yield from _entry(f"{pad}-", item, shape, here, depth + 1, comments)


def _text(start: str, text: str, depth: int, behind: str) -> Iterator[str]:
    """A text on its line where it fits, else folded or kept line by line below."""
    pad = "  " * depth
    body = text.strip()
    if "\n" in body:
        yield f"{start} |-{behind}"
        yield from (pad + line.rstrip() if line.strip() else "" for line in body.split("\n"))
    elif len(start) + len(body) + 1 > WIDTH and "  " not in body:
        yield f"{start} >-{behind}"
        yield from textwrap.wrap(
            body, WIDTH, initial_indent=pad, subsequent_indent=pad, break_long_words=False, break_on_hyphens=False
        )
    else:
        yield f"{start} {_scalar(body)}{behind}"


def _key(name: str) -> str:
    return name if _NAME.fullmatch(name) and name.lower() != "null" else _scalar(name)


def _scalar(text: str) -> str:
    if _KEEP_PLAIN.fullmatch(text):
        return text
    if text and _PLAIN.fullmatch(text) and not _NEEDS_QUOTES.search(text):
        return text
    return "'" + text.replace("'", "''") + "'"

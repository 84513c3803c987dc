"""Records in the layout that `geirfa fmt` gives them, read line by line: a quarter of the time that YAML takes.

What is read here is what YAML reads, never anything else. Known is only what nearly all of that layout is made of: mappings
and lists, two spaces a step; texts of one line, plain or in single quotes; one paragraph below `>-`. Whatever else stands
there (a comment, an empty line, a mistake) is left to `source`.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import Any

from generator.issues import Path as FieldPath

Tree = str | list["Tree"] | dict[str, "Tree"]

MAX_LINES = 990
"""A line is five of YAML's events at most, and `source` takes 5,000."""
NULLS = frozenset({"~", "null", "Null", "NULL"})
"""What YAML reads as nothing where it stands without quotes."""

_LINE = re.compile(
    r"((?:  ){0,10})"  # so that never more than `source.MAX_DEPTH` mappings and lists are open
    r"(- )?"
    r"(?:([A-Za-z0-9][A-Za-z0-9_-]{0,79}):(?: (?! )|$))?"
    r"(?:([A-Za-zÀ-ɏ0-9(/+“‘£].*)|'((?:[^']|'')*)'|(>-))?"
)
"""Spaces, the mark of an entry of a list, a name, a plain text, a text in quotes, the mark of a text below."""
_NOT_PLAIN = re.compile(r": | #|[ :]$")
"""What ends a plain text before its line ends."""

Line = tuple[int, bool, str | None, str | None, bool]
"""How many steps in a line begins, whether it is an entry of a list, its name, its text, whether that stands below."""


def tree(text: str) -> dict[str, Tree] | None:
    """What a record says; None where only YAML can tell. The text is clean, as `files.text_of` gives it."""
    lines = text.removesuffix("\n").split("\n")
    last = len(lines)
    root: dict[str, Tree] = {}
    levels: list[dict[str, Tree] | list[Tree]] = [root]  # what is open, each a step further in
    waiting: str | None = None  # the name on the line before, where it had no text: what it names may come now
    innermost = number = 0
    here: Any = root
    while number < last <= MAX_LINES:
        line = _line(lines[number])
        if line is None:
            return None
        steps, listed, name, said, below = line
        number += 1
        if steps < innermost:
            del levels[steps + 1 :]
            here = levels[steps]
            innermost = steps
        elif steps > innermost:
            if steps > innermost + 1 or not waiting:
                return None
            here[waiting] = here = [] if listed else {}
            levels.append(here)
            innermost = steps
        if (type(here) is list) is not listed:
            return None
        if listed and name is not None:  # an entry that is a mapping, which begins on the same line
            levels.append({})
            here.append(levels[-1])
            here = levels[-1]
            innermost += 1
        if below:
            said, number = _folded(lines, number, "  " * (innermost + 1))
            if said is None:
                return None
        if name is None:
            here.append(said)
        elif name in here:
            return None
        else:
            here[name] = said or ""
        waiting = name if said is None else None
    return root if last <= MAX_LINES else None


def places(text: str) -> dict[FieldPath, tuple[int, int]] | None:
    """Line and column of every value and field name, as `source.places` has them; None where only YAML can tell."""
    if tree(text) is None:
        return None
    found: dict[FieldPath, tuple[int, int]] = {(): (1, 1)}
    paths: list[FieldPath] = [()]  # of what is open, each a step further in
    entries: Counter[FieldPath] = Counter()
    margin, waiting = "", ""
    for number, line in enumerate(text.removesuffix("\n").split("\n"), 1):
        if margin and line.startswith(margin):
            continue
        taken = _line(line)
        assert taken
        steps, listed, name, said, below = taken
        column = 2 * steps + 1
        del paths[steps + 1 :]
        if steps == len(paths):
            paths.append((*paths[-1], waiting))
            found[paths[-1]] = (number, column)
        path = paths[-1]
        if listed:
            entries[path] += 1
            path, column = (*path, entries[path] - 1), column + 2
            found[path] = (number, column)
            if name:
                paths.append(path)
        if name:
            found[(*path, name, "[key]")] = (number, column)
            column += len(name) + (1 if said is None and not below else 2)
            found[(*path, name)] = (number, column)
        waiting = name or ""
        margin = "  " * len(paths) if below else ""
    return found


@lru_cache(4096)  # of the lines of ten thousand groups six in seven stand in others too
def _line(line: str) -> Line | None:
    """One line; None for one that only YAML can tell."""
    found = _LINE.fullmatch(line)
    if found is None:
        return None
    spaces, dash, name, plain, quoted, below = found.groups()
    if plain and _NOT_PLAIN.search(plain):
        return None
    text = quoted.replace("''", "'") if quoted is not None else "" if plain in NULLS else plain
    nothing = name is None and text is None and below is None
    if nothing or name in NULLS or not (dash or name):
        return None
    return len(spaces) // 2, dash is not None, name, text, below is not None


def _folded(lines: list[str], start: int, margin: str) -> tuple[str | None, int]:
    """A paragraph whose lines begin behind `margin`, and the number of the line after it; None for any other text."""
    end = start
    while end < len(lines) and lines[end].startswith(margin):
        end += 1
    texts = [line[len(margin) :] for line in lines[start:end]]
    plain = texts and not any(text[:1] in ("", " ") for text in texts)
    return " ".join(texts) if plain else None, end

"""A document read field by field: values as a record holds them, what is wrong with them, and what nobody asked for.

Whatever is read is marked; what is left in the end is the `unmapped` of a row, so that nothing is lost unseen.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from generator.issues import Rule
from generator.referral import cells
from generator.referral.cells import Read
from generator.referral.clean import clean, line
from generator.referral.dirt import ACTIVE, MENDED, TOO_LONG, WRONG_TYPE
from generator.referral.words import Words

MOST_LINE = 300
MOST_PROSE = 8000


class Dirtied(NamedTuple):
    """A finding about a field of a row, by its dotted path; `what` are the values of the gaps in the rule's message."""

    field: str
    rule: Rule
    what: Mapping[str, object]


class Row:
    """One document while it is read: the language of its texts, the words of the root, what was found."""

    def __init__(self, document: Mapping[str, Any], words: Words, lang: str) -> None:
        self.words = words
        self.lang = lang
        self.ours = False
        """Whether it came from an export of ours."""
        self.dirt: list[Dirtied] = []
        self._read: set[tuple[int, str]] = set()
        self.root = Node(document, "", self)

    def mark(self, holder: Any, key: str) -> None:
        self._read.add((id(holder), key))

    def unmark(self, holder: Any, key: str) -> None:
        self._read.discard((id(holder), key))

    def find(self, field: str, rule: Rule, **what: object) -> None:
        self.dirt.append(Dirtied(field, rule, what))

    def unmapped(self) -> dict[str, Any]:
        """What was not read: {dotted path: value}; a part nothing of which was read stands whole. Identities and what is
        empty are no loss."""
        found: dict[str, Any] = {}
        self._left(self.root.value, "", found)
        return found

    def _left(self, value: Mapping[str, Any], path: str, found: dict[str, Any]) -> bool:
        """Gather what is left of a mapping; says whether anything in it was read."""
        some, own = False, id(value)
        left: dict[str, Any] = {}
        for key, held in value.items():
            if (own, key) in self._read:
                some = True
            elif held is None or held == "" or key == "id" or key.endswith("_id"):
                continue
            elif type(held) is dict:
                some = self._part(held, f"{path}.{key}" if path else key, left) or some
            elif type(held) is list and any(type(entry) is dict for entry in held):
                for number, entry in enumerate(held):
                    some = self._part(entry, f"{path}.{key}[{number}]" if path else f"{key}[{number}]", left) or some
            elif not is_empty(held):
                left[f"{path}.{key}" if path else key] = held
        found.update(left)
        return some

    def _part(self, value: Any, path: str, left: dict[str, Any]) -> bool:
        if not isinstance(value, dict):
            if not is_empty(value):
                left[path] = value
            return False
        inside: dict[str, Any] = {}
        some = self._left(value, path, inside)
        if some:
            left.update(inside)
        elif inside:
            left[path] = value
        return some


class Node:
    """A mapping of a document, with its path in it."""

    def __init__(self, value: Mapping[str, Any], path: str, row: Row) -> None:
        self.value = value
        self.path = path
        self.row = row

    def at(self, key: str) -> str:
        """The path of a field."""
        return f"{self.path}.{key}" if self.path else key

    def has(self, key: str) -> bool:
        return not is_empty(self.value.get(key))

    def take(self, key: str) -> Any:
        """The value of a field as it is, marked as read."""
        self.row.mark(self.value, key)
        return self.value.get(key)

    def keep(self, key: str) -> None:
        """Mark a field as not understood after all."""
        self.row.unmark(self.value, key)

    def node(self, key: str) -> Node | None:
        held = self.value.get(key)
        return Node(held, self.at(key), self.row) if isinstance(held, dict) else None

    def nodes(self, key: str) -> Iterator[Node]:
        """The parts of a list; a part that stands alone is a list of one."""
        held = self.value.get(key)
        for number, entry in enumerate(held if isinstance(held, list) else [held]):
            if isinstance(entry, dict):
                yield Node(entry, self.at(key) + (f"[{number}]" if isinstance(held, list) else ""), self.row)
            elif entry is not None:
                self.row.find(self.at(key), WRONG_TYPE, value=entry)

    def text(self, key: str) -> str:
        """A text of any length, cleaned; "" where there is none. A part or list in its place is kept aside."""
        held = self.value.get(key)
        if is_empty(held):
            return ""
        if isinstance(held, dict | list):
            self.row.find(self.at(key), WRONG_TYPE, value=held)
            return ""
        if not isinstance(held, str):
            self.row.find(self.at(key), MENDED, value=held, meant=cells.as_text(held))
        self.row.mark(self.value, key)
        found = clean(cells.as_text(held))
        if found.active:
            self.row.find(self.at(key), ACTIVE)
        return found.text

    def line(self, key: str) -> str:
        """A text on one line, cut where it is too long: then the whole stays in what is unmapped."""
        return self.cut(key, line(self.text(key)), MOST_LINE)

    def prose(self, key: str) -> str:
        return self.cut(key, self.text(key), MOST_PROSE)

    def cut(self, key: str, text: str, most: int) -> str:
        if len(text) <= most:
            return text
        self.keep(key)
        self.row.find(self.at(key), TOO_LONG, size=len(text), most=most)
        return text[: most - 1].rsplit(" ", 1)[0] + "…"

    def cell(self, key: str, read: Read) -> str:
        """A value that one of the readers of `cells` understands, as a record writes it; "" where there is none or it is
        not understood: then it is kept aside, and said."""
        held = self.value.get(key)
        if is_empty(held):
            return ""
        found = read(held) if not isinstance(held, dict | list) else None
        if found is None or not found.text:
            self.row.find(self.at(key), (found and found.rule) or WRONG_TYPE, value=held)
            return ""
        self.row.mark(self.value, key)
        if found.rule:
            self.row.find(self.at(key), found.rule, value=held, meant=found.text)
        return found.text


def is_empty(value: Any) -> bool:
    """Whether a value says nothing."""
    if type(value) is str:
        return not value or value.isspace()
    return value is None or value == [] or value == {}

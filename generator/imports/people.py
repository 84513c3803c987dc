"""Who is named as a contact in the rows of lists, other than for an office they hold. What a list publishes is no secret; but we
name nobody for themselves who has not agreed to it, neither on pages nor in exports nor in a repository that everybody can read."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence, Set
from functools import cache
from typing import Any

from generator.languages import language
from generator.languages.rules import fold
from generator.referral.words import level

_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_HOLDERS = frozenset(("contact", "contacts"))
"""What Open Referral calls its contacts, whose `name` is a person's."""
_OFFICES = ("title", "department")
"""What Open Referral calls an office: who holds one is named for it, as in any list of a public body."""
_NO_NAME = re.compile(r"\S*[@\d]\S*|[^\w\s'’.-]|(?<!\w)[-.]|[-.](?!\w)")
"""What is no part of a name: numbers, addresses, signs."""
_MOST = 5
"""Words of a name in a cell: more are a sentence."""


class People:
    """Knows contacts by what holds them: the contacts of Open Referral, columns headed as people are in the languages of a root
    and in English."""

    def __init__(self, codes: Sequence[str]) -> None:
        tables = [language(code).tables for code in dict.fromkeys((*codes, "en"))]
        self._headings = {level(phrase) for table in tables for phrase in table.get("person", "").split("|")} - {""}
        self._bodies = {word for table in tables for word in table.get("roles", "").split("|")}
        self.heads = cache(lambda key: level(_HUMP.sub(" ", key)) in self._headings)

    def of(self, text: str, called: Set[str]) -> list[tuple[str, str]]:
        """Where a row, as JSON, names people, and how: ("contacts[0].name", "Ann Persona"). `called` are words that it, or who
        runs it, is called by: a contact of that name is a body."""
        return list(self._found(json.loads(text), "", called))

    def _found(self, held: Any, path: str, called: Set[str]) -> Iterator[tuple[str, str]]:
        if isinstance(held, list):
            for number, entry in enumerate(held):
                yield from self._found(entry, f"{path}[{number}]", called)
        if not isinstance(held, dict):
            return
        body = held.get("organization")
        if isinstance(body, dict) and isinstance(body.get("name"), str):
            called = called | words(body["name"])
        for key, value in held.items():
            here = f"{path}.{key}" if path else key
            if isinstance(value, dict | list):
                yield from self._found(value, here, called)
            elif not isinstance(value, str):
                continue
            elif key == "name" and re.sub(r"\[\d+\]$", "", path).rpartition(".")[2] in _HOLDERS:
                if self._is_person(value, called) and not any(held.get(office) for office in _OFFICES):
                    yield here, value.strip()
            elif self.heads(key) and (name := self._in_cell(value, called)):
                yield here, name

    def _in_cell(self, text: str, called: Set[str]) -> str:
        """The name in a cell that may hold a number too; "" for none."""
        name = " ".join(_NO_NAME.sub(" ", text).split())
        said = name.split()
        named = 0 < len(said) <= _MOST and said[0][0].isupper() and said[-1][0].isupper()
        return name if named and self._is_person(name, called) else ""

    def _is_person(self, name: str, called: Set[str]) -> bool:
        said = words(name)
        return bool(said) and not said & self._bodies and not said <= called


def words(text: str) -> Set[str]:
    """The words of a name as two of them are compared, without initials."""
    return {word for word in level(fold(text)).split() if len(word) > 1}

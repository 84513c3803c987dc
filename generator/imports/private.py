"""What may be somebody's own name, number, mailbox or home is left out of rows before anything of them is kept."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence, Set
from typing import Any

from generator.catalogue import Catalogue
from generator.checks import privacy
from generator.imports.people import People, words
from generator.issues import Path
from generator.source import Tree
from generator.taken import LEFT_OUT, compact

_ESCAPED = re.compile(r"\\[nrt]")
_AT = re.compile(r"@[A-Za-z0-9-]{1,63}\.")
"""What each mailbox has in it, and few other texts: found forty times as fast."""
_EMAIL = re.compile(r"[\w.+'-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}")


class Privacy:
    """The rules of `checks.privacy` for rows that are no records yet. `texts` are the texts of rows, for the words they use;
    `agreed` says that the people they name have agreed to be named."""

    def __init__(self, catalogue: Catalogue, texts: Iterable[str], agreed: bool = False) -> None:
        self.people = None if agreed else People(catalogue.codes)
        self._mobiles = catalogue.site.mobiles
        self._homes = privacy.homes(catalogue.site)
        self._everyday = privacy.Everyday(catalogue, texts)

    def without(self, tree: dict[str, Tree], others: Sequence[str]) -> tuple[dict[str, Tree], list[str], list[Path]]:
        """A row's fields, and JSON of all else that is kept of it, without what is somebody's own; and where that stood."""
        if _is_confirmed(tree):
            return tree, list(others), []
        search = _Search(self, _names(tree), others)
        made = search.row(tree)
        return made, [search.json(text) for text in others], search.found

    def home(self, text: str) -> bool:
        """Whether an address speaks of somebody's home."""
        return self._homes is not None and self._homes.search(text) is not None

    def is_mobile(self, number: str) -> bool:
        return self._mobiles is not None and privacy.is_mobile(number, self._mobiles)

    def masked(self, text: str, names: Set[str], people: Set[str] = frozenset()) -> str:
        """A text with what is somebody's own left out; `people` are words that people in it are called by."""
        if _AT.search(text):
            text = _EMAIL.sub(lambda m: LEFT_OUT if self._is_mailbox(m.group(), names, people) else m.group(), text)
        if self._mobiles and ("0" in text or "+" in text):
            text = privacy.RUN.sub(lambda m: LEFT_OUT if self._is_private(m.group()) else m.group(), text)
        return text

    def _is_mailbox(self, email: str, names: Set[str], people: Set[str]) -> bool:
        """Whether an address is a person's."""
        return bool(people & words(email.partition("@")[0])) or privacy.is_personal(email, names, self._everyday)

    def _is_private(self, run: str) -> bool:
        return self.is_mobile(run) and sum(map(str.isdigit, run)) in privacy.DIGITS


class _Search:
    """One row. `found` are the paths in its fields; `secrets` what must stand nowhere else in it."""

    def __init__(self, rules: Privacy, names: Set[str], others: Iterable[str]) -> None:
        self.rules = rules
        self.names = names
        self.found: list[Path] = []
        self.secrets: set[str] = set()
        people = (
            {place: name for text in others for place, name in rules.people.of(text, names)} if rules.people else {}
        )
        self.found += [(place,) for place in people]
        self.secrets |= {_bare(name) for name in people.values()}
        self.people = {word for name in people.values() for word in words(name) if len(word) > 2} - names
        whole = sorted({name for name in people.values() if " " in name}, key=len, reverse=True)
        self.called = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, whole))})(?!\w)", re.I) if whole else None

    def row(self, tree: dict[str, Tree]) -> dict[str, Tree]:
        out = dict(tree)
        contact = out.get("contact")
        if isinstance(contact, dict):
            out["contact"] = self._contact(dict(contact))
        venues = out.get("venues")
        if isinstance(venues, dict):
            out["venues"] = {key: self._venue(venue, ("venues", key)) for key, venue in venues.items()}
        return {name: self.value(value, (name,)) for name, value in out.items() if value not in ({}, [])}

    def _contact(self, contact: dict[str, Tree]) -> dict[str, Tree]:
        """Without numbers and mailboxes that are somebody's own: a mark in their place would be no number."""
        phones = contact.get("phones")
        if isinstance(phones, list):
            kept = [phone for number, phone in enumerate(phones) if not self._is_own_number(phone, number)]
            contact["phones"] = kept
            if not kept:
                del contact["phones"]
        email = contact.get("email")
        if isinstance(email, str) and self._masked(email) != email:
            del contact["email"]
            self.found.append(("contact", "email"))
            self.secrets.add(_bare(email))
        return contact

    def _masked(self, text: str) -> str:
        made = self.rules.masked(text, self.names, self.people)
        return self.called.sub(LEFT_OUT, made) if self.called else made

    def _is_own_number(self, phone: Tree, number: int) -> bool:
        said = phone.get("number") if isinstance(phone, dict) else None
        if not isinstance(said, str) or not self.rules.is_mobile(said):
            return False
        self.found.append(("contact", "phones", number))
        self.secrets.add(_bare(said))
        return True

    def _venue(self, venue: Tree, path: Path) -> Tree:
        """A home keeps its town and the first half of its postcode: readers see the area alone."""
        if not isinstance(venue, dict) or venue.get("mask") in ("area", "none"):
            return venue
        name = venue.get("name")
        said = {"address": venue.get("address"), **(name if isinstance(name, dict) else {})}
        if not any(isinstance(text, str) and self.rules.home(text) for text in said.values()):
            return venue
        self.found.append((*path, "address"))
        for field in ("address", "postcode"):
            text = venue.get(field)
            if isinstance(text, str):
                self.secrets.update(_bare(piece) for piece in (text, *text.split(",")) if len(_bare(piece)) > 4)
        kept = {field: value for field, value in venue.items() if field in ("near", "access", "note")}
        postcode = venue.get("postcode")
        if isinstance(postcode, str) and " " in postcode:
            kept["postcode"] = postcode.partition(" ")[0]
        return kept | {"mask": "area"}

    def json(self, text: str) -> str:
        """The same for JSON; most has nothing of the kind and is not taken apart."""
        if not self.secrets:
            probe = _ESCAPED.sub(" ", text)  # else the n of a new line would be a letter of what follows
            if self._masked(probe) == probe:
                return text
        return compact(self.value(json.loads(text), ()))

    def value(self, value: Any, path: Path) -> Any:
        """Any value with what is somebody's own left out of its texts."""
        if isinstance(value, str):
            if self.secrets and len(value) < 300 and _bare(value) in self.secrets:
                return LEFT_OUT
            made = self._masked(value)
            if made != value and path and path not in self.found:
                self.found.append(path)
            return made
        if isinstance(value, dict):
            return {key: self.value(inner, (*path, key) if path else ()) for key, inner in value.items()}
        if isinstance(value, list):
            return [self.value(inner, (*path, number) if path else ()) for number, inner in enumerate(value)]
        return value


def _bare(text: str) -> str:
    """Letters and digits alone; of a number, however it is written, the same."""
    bare = "".join(c for c in text.casefold() if c.isalnum() or c == "@")
    return bare.removeprefix("44").lstrip("0") if bare.isdigit() else bare


def _is_confirmed(tree: dict[str, Tree]) -> bool:
    """Whether those who run it have said that it may be listed so."""
    checked = tree.get("checked")
    return isinstance(checked, dict) and checked.get("how") == "themselves"


def _names(tree: dict[str, Tree]) -> Set[str]:
    """Words that a row is called by."""
    said: list[str] = []
    venues = tree.get("venues")
    places = [venue for venue in venues.values() if isinstance(venue, dict)] if isinstance(venues, dict) else []
    for value in (tree.get("name"), tree.get("also"), tree.get("activities"), *(p.get("name") for p in places)):
        said += _texts(value)
    return privacy.named([*said, *(near for p in places if isinstance(near := p.get("near"), str))])


def _texts(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for part in inner for text in _texts(part)]

"""Two records made one: the tree of the first, with what it lacks from the second. Nothing of the first is lost or changed;
what the second says otherwise is told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.duplicates.faces import digits
from generator.issues import Path
from generator.languages.rules import fold
from generator.source import Tree

KEPT = frozenset({"slug", "former_slugs", "review", "changes"})
"""Fields that stay each with its own record: addresses and what was done to a text."""
APART = frozenset({"name", "web"})
"""Names and pages: each language's is a fact of its own. Of prose, a language is no translation of what another record says."""
WHOLE = frozenset({"when", "cost", "checked", "state", "funding"})
"""Fields that are true as a whole or not at all: half of one rhythm and half of another is none."""
OPEN: Mapping[str, Tree] = {"state": {"now": "open"}}
"""What a field says that is left out."""
STRICTER = ("exact", "area", "none")
"""How much of a place may be shown: where two differ, the less."""

LISTS: Mapping[str, tuple[str, ...]] = {
    "phones": ("number",),
    "languages": ("language",),
    "access": ("feature",),
    "imported": ("feed", "id"),
}
"""What makes two entries of a list one; of all other lists, being the same."""


class Difference(NamedTuple):
    """A field that both say: `ours` is kept, `theirs` is not."""

    path: Path
    ours: Tree
    theirs: Tree


@dataclass(slots=True)
class Merged:
    """One tree of two. `taken` are the paths that came from the second, and where they stood there."""

    tree: dict[str, Tree]
    codes: Sequence[str]
    taken: dict[Path, Path] = field(default_factory=dict)
    differing: list[Difference] = field(default_factory=list)

    def take(self, path: Path, origin: Path, value: Tree) -> Tree:
        self.taken[path] = origin
        return value

    def differs(self, path: Path, ours: Tree, theirs: Tree) -> Tree:
        if ours != theirs:
            self.differing.append(Difference(path, ours, theirs))
        return ours


def merged(ours: Mapping[str, Tree], theirs: Mapping[str, Tree], codes: Sequence[str]) -> Merged:
    """The tree of one record with what it lacks of another of its kind, in these languages. Neither is changed."""
    out = Merged(dict(ours), codes)
    for name, value in theirs.items():
        if name == "venues" and name in ours:
            out.tree[name] = _venues(out, _mapping(ours[name]), _mapping(value))
        elif name not in KEPT and name != "checked":
            out.tree[name] = _field(out, (name,), ours.get(name, OPEN.get(name)), value)
            if name not in ours and (name,) not in out.taken:
                del out.tree[name]
    _names(out, theirs)
    if "checked" in theirs:
        _checked(out, theirs["checked"])
    return out


def _field(out: Merged, path: Path, ours: Tree | None, theirs: Tree, origin: Path = ()) -> Tree:
    """One value of two."""
    origin = origin or path
    if _lacks(ours):
        return out.take(path, origin, theirs) if not _lacks(theirs) or ours is None else _known(ours)
    name = str(path[-1])
    if name == "mask":
        strict = max(_known(ours), theirs, key=lambda mask: STRICTER.index(str(mask)) if mask in STRICTER else 0)
        return _known(ours) if strict == ours else out.take(path, origin, strict)
    if isinstance(ours, dict) and isinstance(theirs, dict) and name not in WHOLE:
        return _parts(out, path, ours, theirs, origin)
    if isinstance(ours, list) and isinstance(theirs, list) and name not in WHOLE:
        return _list(out, path, ours, theirs, origin)
    return out.differs(path, _known(ours), theirs)


def _parts(out: Merged, path: Path, ours: dict[str, Tree], theirs: dict[str, Tree], origin: Path) -> Tree:
    """The parts of a field, or its texts in several languages."""
    made = dict(ours)
    prose = path[-1] not in APART and all(key in out.codes for key in (*ours, *theirs))
    apart = prose and any(ours[key] != theirs[key] for key in ours.keys() & theirs.keys())
    for key, value in theirs.items():
        if apart and key not in ours:
            out.differs((*path, key), "", value)
        else:
            made[key] = _field(out, (*path, key), ours.get(key), value, (*origin, key))
    return made


def _list(out: Merged, path: Path, ours: list[Tree], theirs: list[Tree], origin: Path) -> Tree:
    """A list with the entries it lacks behind its own."""
    made = list(ours)
    names = LISTS.get(str(path[-1]), ())
    keys = [_key(item, names) for item in ours]
    for number, item in enumerate(theirs):
        key = _key(item, names)
        if key not in keys:
            made.append(out.take((*path, len(made)), (*origin, number), item))
            keys.append(key)
        elif (at := keys.index(key)) < len(ours) and isinstance(item, dict):
            made[at] = _field(out, (*path, at), ours[at], item, (*origin, number))
    return made


def _key(item: Tree, names: Sequence[str]) -> object:
    """What an entry of a list is known by."""
    if isinstance(item, str):
        return fold(item)
    if not isinstance(item, dict) or not names:
        return item
    return [digits(str(item.get(name))) if name == "number" else item.get(name) for name in names]


def _venues(out: Merged, ours: dict[str, Tree], theirs: dict[str, Tree]) -> Tree:
    """Places by where they are, whatever each record calls them; of a record with one place, that place."""
    made = dict(ours)
    single = len(ours) == 1 == len(theirs)
    for key, venue in theirs.items():
        place = _mapping(venue)
        twin = next((name for name, known in ours.items() if single or _one_place(_mapping(known), place)), None)
        if twin:
            made[twin] = _field(out, ("venues", twin), ours[twin], venue, ("venues", key))
        else:
            name = next(name for name in (key, *(f"{key}-{n}" for n in range(2, 99))) if name not in made)
            made[name] = out.take(("venues", name), ("venues", key), venue)
    return made


def _one_place(ours: Mapping[str, Tree], theirs: Mapping[str, Tree]) -> bool:
    """Whether two venues are one: by the surest thing that both say."""
    for name in ("postcode", "point", "address", "near"):
        if name in ours and name in theirs:
            return ours[name] == theirs[name]
    return False


def _names(out: Merged, theirs: Mapping[str, Tree]) -> None:
    """What the second was called becomes another name of the first, where nothing is called so yet."""
    also = {lang: list(_listed(names)) for lang, names in _mapping(out.tree.get("also")).items()}
    ours = _mapping(out.tree.get("name"))
    for lang, name in _mapping(theirs.get("name")).items():
        known = {fold(str(text)) for text in (ours.get(lang, ""), *also.get(lang, ()))}
        if fold(str(name)) not in known:
            out.taken["also", lang, len(also.setdefault(lang, []))] = ("name", lang)
            also[lang].append(name)
    for lang, names in also.items():
        also[lang] = [name for name in names if fold(str(name)) != fold(str(ours.get(lang, "")))]
    out.differing = [difference for difference in out.differing if difference.path[0] != "name"]
    if found := {lang: [*names] for lang, names in also.items() if names}:
        out.tree["also"] = dict(found)


def _checked(out: Merged, theirs: Tree) -> None:
    """That somebody asked: the later one, unless what was asked about differs."""
    ours = out.tree.get("checked")
    later = ours is None or str(_mapping(theirs).get("on", "")) > str(_mapping(ours).get("on", ""))
    if later and not out.differing:
        out.tree["checked"] = out.take(("checked",), ("checked",), theirs)
    elif ours != theirs:
        out.differs(("checked",), ours or "", theirs)


def _lacks(value: Tree | None) -> bool:
    """Whether a field says nothing: it is not there, or says that nobody knows."""
    return value is None or value == "unknown" or (isinstance(value, dict) and value.get("kind") == "unknown")


def _known(value: Tree | None) -> Tree:
    return "" if value is None else value


def _mapping(value: Tree | None) -> dict[str, Tree]:
    return value if isinstance(value, dict) else {}


def _listed(value: Tree) -> list[Tree]:
    return value if isinstance(value, list) else []

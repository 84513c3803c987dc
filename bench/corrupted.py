"""A labelled set made of real records: copies as others would list them, and neighbours that only look like them.

A copy is the record under another id after one change to its name, most times, and two changes to the rest. A neighbour is a
branch of the same body in another town, or another service or group with the same number, page and hall. The same every time.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from random import Random
from typing import Any, NamedTuple

Tree = dict[str, Any]

SHORT: Mapping[str, str] = {
    "Community": "Comm.",
    "Centre": "Ctr",
    "Library": "Lib",
    "Association": "Assoc.",
    "Society": "Soc.",
    "Museum": "Mus.",
    "and": "&",
    "&": "and",
    "Foodbank": "Food Bank",
    "parkrun": "park run",
    "helpline": "help line",
    "Men's": "Mens",
}
OTHERS = ("Knit and Natter", "Tai Chi for Beginners", "Lunch Club", "Stroke Support Group", "Parent and Toddler Group")
"""Names of what may share a hall, a number and a body with anything."""


class Example(NamedTuple):
    """One made record: its tree, the record it was made of, whether it is the same thing, and how it was made."""

    tree: Tree
    of: str
    same: bool
    how: tuple[str, ...]


class Maker:
    """Makes examples of the trees of real groups, by id."""

    def __init__(self, trees: Mapping[str, Tree], towns: Mapping[str, str], seed: int) -> None:
        self._trees = trees
        self._towns = towns
        self._random = Random(seed)
        self._postcodes = [
            venue["postcode"] for tree in trees.values() for venue in _venues(tree) if "postcode" in venue
        ]

    def examples(self) -> Iterator[Example]:
        """A copy of every record, and a neighbour of every second."""
        for number, (id, tree) in enumerate(self._trees.items()):
            yield self._copy(id, tree)
            if number % 2 == 0:
                yield self._neighbour(id, tree)

    def _copy(self, id: str, tree: Tree) -> Example:
        made = _bare(tree)
        names = [_slip, _slip, _two_slips, _shortened, self._renamed, self._longer, _turned]
        rest = [_numbers, self._moved, _other_page, *[_dropped(name) for name in ("contact", "venues", "organisation")]]
        how: list[str] = []
        if self._random.random() < 0.85:
            how.append(self._change(made, [self._random.choice(names), _slip]))
        self._random.shuffle(rest)
        how += filter(None, [self._change(made, rest[:3]), self._change(made, rest[3:])])
        return Example(made, id, True, tuple(how))

    def _change(self, made: Tree, ways: Sequence[Callable[[Tree, Random], bool]]) -> str:
        """The name of the first of these changes that can be made."""
        return next((way.__name__.strip("_") for way in ways if way(made, self._random)), "")

    def _neighbour(self, id: str, tree: Tree) -> Example:
        made = _bare(tree)
        made.pop("also", None)
        name = made["name"]["en"]
        town = next((town for town in self._towns.values() if town in name), "")
        if town:
            other = self._random.choice([place for place in self._towns if self._towns[place] not in name])
            made["name"] = {"en": name.replace(town, self._towns[other])}
            made["venues"] = {"main": {"near": other}}
            return Example(made, id, False, ("branch",))
        other = self._random.choice(OTHERS)
        named = self._random.random() < 0.5
        made["name"] = {"en": f"{name} {other}" if named else other}
        return Example(made, id, False, ("service" if named else "hall",))

    def _renamed(self, made: Tree, random: Random) -> bool:
        """By its name in another language, or another name."""
        also = [name for names in made.pop("also", {}).values() for name in names if len(name) > 5]
        names = sorted({*made["name"].values(), *also} - {made["name"]["en"]})
        if not names:
            return False
        made["name"] = {"en": random.choice(names)}
        return True

    def _longer(self, made: Tree, random: Random) -> bool:
        """With its town or a word that anybody may add."""
        near = next((self._towns.get(venue.get("near", "")) for venue in _venues(made)), None)
        added = [f", {near}"] if near and near not in made["name"]["en"] else [" Wales", " (registered charity)"]
        made["name"] = {"en": made["name"]["en"] + random.choice(added)}
        return True

    def _moved(self, made: Tree, random: Random) -> bool:
        """At another postcode, of the same district where one is known."""
        for venue in _venues(made):
            if "postcode" in venue:
                outward = venue["postcode"].split()[0]
                near = sorted({code for code in self._postcodes if code.split()[0] == outward} - {venue["postcode"]})
                venue["postcode"] = random.choice(near or [f"{outward} 9ZZ"])
                venue.pop("point", None)
                return True
        return False


def _bare(tree: Tree) -> Tree:
    """A record as another list would have it: facts alone."""
    left = ("slug", "review", "sources", "changes", "checked", "distinct_from", "imported")
    return {name: copy.deepcopy(value) for name, value in tree.items() if name not in left}


def _venues(tree: Tree) -> list[Tree]:
    return list(tree.get("venues", {}).values())


def _slip(made: Tree, random: Random) -> bool:
    """One letter of the name left out, doubled, swapped with the next or replaced."""
    name = made["name"]["en"]
    inner = [match.start() for match in re.finditer(r"(?<=\w)\w(?=\w)", name)]
    if not inner:
        return False
    at = random.choice(inner)
    letter, after = name[at], name[at + 1]
    now, skip = random.choice((("", 1), (letter * 2, 1), (after + letter, 2), (random.choice("aeinorst"), 1)))
    made["name"] = {"en": name[:at] + now + name[at + skip :]}
    return True


def _two_slips(made: Tree, random: Random) -> bool:
    """Two of them."""
    return _slip(made, random) and _slip(made, random)


def _shortened(made: Tree, random: Random) -> bool:
    """A word of the name written short, or two words as one."""
    words = made["name"]["en"].split()
    places = [at for at, word in enumerate(words) if word in SHORT]
    if not places:
        return False
    at = random.choice(places)
    made["name"] = {"en": " ".join([*words[:at], SHORT[words[at]], *words[at + 1 :]])}
    return True


def _turned(made: Tree, random: Random) -> bool:
    """The last word first, as a register has it."""
    head, _, last = made["name"]["en"].rpartition(" ")
    if not head:
        return False
    made["name"] = {"en": f"{last}, {head}"}
    return True


def _numbers(made: Tree, random: Random) -> bool:
    """Telephone numbers with the country's, or in other groups."""
    phones = made.get("contact", {}).get("phones", [])
    for phone in phones:
        digits = phone["number"].replace(" ", "")
        phone["number"] = random.choice((digits, f"+44{digits.removeprefix('0')}" if len(digits) > 9 else digits))
    return bool(phones)


def _other_page(made: Tree, random: Random) -> bool:
    """The page with another beginning or end, or the first page of its site."""
    web = made.get("contact", {}).get("web", {})
    for lang, address in web.items():
        scheme, _, rest = address.partition("://")
        host, _, path = rest.partition("/")
        bare = host.removeprefix("www.")
        web[lang] = random.choice(
            (f"http://{rest}", f"https://www.{bare}/{path}", f"{scheme}://{rest.rstrip('/')}/", f"{scheme}://{host}")
        )
    return bool(web)


def _dropped(name: str) -> Callable[[Tree, Random], bool]:
    """Makes what leaves a field out."""

    def drop(made: Tree, random: Random) -> bool:
        return made.pop(name, None) is not None

    drop.__name__ = f"without_{name}"
    return drop

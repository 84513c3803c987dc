"""The places of a root as one small file for the browser, names in every language (`theme/assets/find/near.js` reads it).

{langs: [code, …], areas: [[id, names], …], codes: {official code: its area's place in that list}, levels: [level, …],
 names: [names, …] of each place; and of each, in the same order, its number in two digits as in `coding`:
 from, step, lat, lon: where it is; area: its area's place in the list, from 1 on (0: none); level: its level's}
Names are one text, parted by |: first one a language, in the order of `langs`, empty where it is the first one's; then all
other forms.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.geo.coding import as_json, digits, on_a_grid
from generator.geo.grid import DISTRICTS, FOLDER, NO_DISTRICTS
from generator.geo.whereabouts import AREAS, PLACES, Whereabouts
from generator.kinds.asset import Asset
from generator.kinds.fields import Point
from generator.kinds.vocabulary import Entry
from generator.languages import language
from generator.languages.rules import fold


class Named(NamedTuple):
    """A place that can be looked for: `area` is the id of the area people are sent to ("" where there is none)."""

    id: str
    entry: Entry
    point: Point
    level: str
    area: str


def files(whereabouts: Whereabouts) -> Iterator[tuple[str, str]]:
    """All files of places, for a root that has any, or groups that somebody may look for near one: name and content."""
    places = named(whereabouts)
    if not places and not whereabouts.grid and not whereabouts.catalogue.of(Asset.folder):
        return
    yield f"{FOLDER}/places.json", _text(whereabouts, places)
    if whereabouts.grid:
        yield from whereabouts.grid.files()
    else:
        yield f"{FOLDER}/{DISTRICTS}.json", NO_DISTRICTS


def named(whereabouts: Whereabouts) -> list[Named]:
    """Every place that can be looked for, in the order of the main language's alphabet: towns and villages, and areas whose
    name is no town's in them. What holds whole authorities is too wide to be near."""
    found = list(_placed(whereabouts, PLACES))
    taken = {(place.area, fold(name)) for place in found for name in _names(whereabouts, place.entry)[:1]}
    wide = {
        wider
        for id, entry in whereabouts.areas.items()
        if whereabouts.is_whole(id) and entry.place
        for wider in entry.place.within
    }
    for area in _placed(whereabouts, AREAS):
        own = whereabouts.area_within((area.id,))
        if area.id not in wide and (own, fold(_names(whereabouts, area.entry)[0])) not in taken:
            found.append(area._replace(area=own))
    sort_key = language(whereabouts.catalogue.main).sort_key
    return sorted(found, key=lambda place: (sort_key(_names(whereabouts, place.entry)[0]), place.area, place.id))


def _placed(whereabouts: Whereabouts, vocabulary: str) -> Iterator[Named]:
    for id, entry in whereabouts.catalogue.entries_of(vocabulary).items():
        if entry.place and entry.place.point:
            area = whereabouts.area_within(entry.place.within)
            yield Named(id, entry, entry.place.point, entry.place.level, area)


def _names(whereabouts: Whereabouts, entry: Entry) -> list[str]:
    """An entry's name in each language of the site, "" where it is the first one's."""
    main = whereabouts.catalogue.said(entry.name, whereabouts.catalogue.main).text
    others = [entry.name.get(code, main) for code in whereabouts.catalogue.codes[1:]]
    return [main, *("" if name == main else name for name in others)]


def _joined(names: list[str]) -> str:
    return "|".join(name.replace("|", " ") for name in names)


def _text(whereabouts: Whereabouts, places: list[Named]) -> str:
    used = {place.area for place in places}
    areas = {id: e for id, e in whereabouts.areas.items() if id in used or whereabouts.is_authority(id)}
    numbers = {id: n for n, id in enumerate(areas)}
    levels = sorted({place.level for place in places})
    codes: Mapping[str, int] = {code: numbers[id] for code, id in whereabouts.by_code.items() if id in numbers}
    return as_json(
        {
            "langs": whereabouts.catalogue.codes,
            "areas": [[id, _joined(_all_names(whereabouts, entry))] for id, entry in areas.items()],
            "codes": codes,
            "levels": levels,
            "names": [_joined(_all_names(whereabouts, place.entry)) for place in places],
            **on_a_grid([place.point for place in places]),
            "area": digits([numbers.get(place.area, -1) + 1 for place in places]),
            "level": digits([levels.index(place.level) for place in places]),
        }
    )


def _all_names(whereabouts: Whereabouts, entry: Entry) -> list[str]:
    """Its name in each language, then all else it is called, each once."""
    names = _names(whereabouts, entry)
    forms = {fold(form): form for lang in whereabouts.catalogue.codes for form in entry.forms.get(lang, ())}
    return [*names, *(form for key, form in forms.items() if key not in map(fold, names))]

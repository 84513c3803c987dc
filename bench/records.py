"""The records of the workloads S, L and XL, the same every time.

426 terms and 200, 10,000 or 50,000 groups and services, each in English and Welsh, with the lists they choose from, bodies
that run them, and whom to ask in each area. All but the groups is the same in every size, and a smaller size's groups are
the first of a larger one's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bench.groups import Group, Groups, Tree
from bench.labels import Labels, Texts, slug
from bench.lists import Lists

TERMS = 426
CORE_TERMS = 192
SIZES: Mapping[str, int] = {"S": 200, "L": 10_000, "XL": 50_000}
"""How many groups a size has besides the terms."""
_BODIES = 40


@dataclass(frozen=True, slots=True)
class Named:
    """A theme, a source or a body: its id and its name in each language."""

    id: str
    name: Texts


@dataclass(frozen=True, slots=True)
class Entry:
    """One term. `linked` are `related` and the terms that name this one as related: what a page shows."""

    id: str
    core: bool
    title: Texts
    definition: Texts
    easy_read: Texts
    also_called: Mapping[str, tuple[str, ...]]
    themes: tuple[str, ...]
    related: tuple[str, ...]
    linked: tuple[str, ...]
    sources: tuple[str, ...]


THEMES = tuple(Named(f"theme-{n}", {"en": f"Theme {n}", "cy": f"Thema {n}"}) for n in range(1, 13))
SOURCES = tuple(Named(f"report-{n}", {"en": f"Report {n}", "cy": f"Adroddiad {n}"}) for n in range(1, 41))


def source_address(source: str) -> str:
    """Where a made-up source stands; example.org is set aside for such uses and never answers for anybody."""
    return f"https://example.org/{source}"


class Records:
    """Makes the records of a workload with so many groups, in a fixed order: first what is made here, then `terms`, then
    `groups`, each as it is asked for and not kept."""

    def __init__(self, groups: int) -> None:
        self.count = groups
        self._labels = labels = Labels()
        self.lists = Lists(labels)
        self.titles = {slug(title["en"]): title for title in labels.names(TERMS, (1, 2, 2, 2, 3))}
        ids = tuple(self.titles)
        self._related = {id: labels.some([other for other in ids if other != id], 5) for id in ids}
        self.bodies = tuple(Named(slug(name["en"]), name) for name in labels.names(_BODIES, (2, 3)))
        self.handover: Mapping[str, Tree] = {area: self._handover(area) for area in self.lists.ids("areas")}

    def _handover(self, area: str) -> Tree:
        labels = self._labels
        roles = ("council", "voluntary-council", "connector", "transport")[: labels.number(2, 4)]
        return {"area": area, "people": [self._person(role) for role in roles], "note": labels.texts(20)}

    def _person(self, role: str) -> Tree:
        labels = self._labels
        name = labels.name((2, 3))
        return {
            "role": role,
            "name": name,
            "what": labels.texts(16),
            "contact": {
                "phones": [{"number": f"01632 960{labels.number(0, 999):03}"}],
                "web": {"en": f"https://example.org/{slug(name['en'])}"},
            },
            "sources": [{"name": "Council directory", "dated": "2025", "grade": "B", "supports": ["name", "contact"]}],
        }

    def _linked(self, id: str) -> tuple[str, ...]:
        back = [other for other, related in self._related.items() if id in related]
        return tuple(dict.fromkeys((*self._related[id], *back)))

    def terms(self) -> Iterator[Entry]:
        """The 426 terms."""
        labels = self._labels
        for number, (id, title) in enumerate(self.titles.items()):
            others = labels.names(4, (1, 2))
            yield Entry(
                id,
                core=number < CORE_TERMS,
                title=title,
                definition=labels.texts(80),
                easy_read=labels.texts(40),
                also_called={code: tuple(other[code] for other in others) for code in ("en", "cy")},
                themes=labels.some([theme.id for theme in THEMES], 2),
                related=self._related[id],
                linked=self._linked(id),
                sources=labels.some([source.id for source in SOURCES], 2),
            )

    def groups(self) -> Iterator[Group]:
        """The groups; to be asked for after the terms."""
        makers = Groups(self._labels, self.lists, [b.id for b in self.bodies], [s.id for s in SOURCES])
        return makers.made(self.count)

"""The same records as a site for Hugo: a Markdown page for each record and language, layouts, configuration.

Made as somebody who knows Hugo would: one layout a kind, the shell of the page cached for each language, plain links, lists
in Hugo's own order; themes, sources and bodies as plain pages, which are cheaper than Hugo's taxonomies. Our pages have
Welsh words in their addresses; these do not, which spares Hugo some work.
"""

from __future__ import annotations

import shutil
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from bench.files import Folder
from bench.groups import Group
from bench.hugo_groups import HugoGroups, front
from bench.labels import slug
from bench.records import SOURCES, THEMES, Entry, Records, source_address

_LAYOUTS = Path(__file__).parent / "hugo"
_SHELL = "layouts/partials/shell.html"
_NAMES = {named.id: named.name for named in (*SOURCES, *THEMES)}


class _Words(NamedTuple):
    """The headings of a page in one language."""

    home: str
    list: str
    core: str
    non_core: str
    easy_read: str
    also_called: str
    related: str
    sources: str
    themes: str


_WORDS = {
    "en": _Words(
        "Workload glossary",
        "Glossary",
        "Core",
        "Non-core",
        "Easy read",
        "Also called",
        "Related terms",
        "Sources",
        "Themes",
    ),
    "cy": _Words(
        "Geirfa llwyth gwaith",
        "Geirfa",
        "Craidd",
        "Ymylol",
        "Hawdd ei ddeall",
        "Enwau eraill",
        "Termau cysylltiedig",
        "Ffynonellau",
        "Themâu",
    ),
}


class HugoForm:
    """Writes records into `path`, a Hugo site."""

    def __init__(self, path: Path, records: Records) -> None:
        self._folder = Folder(path)
        self._titles = dict(records.titles)
        self._under: defaultdict[str, list[str]] = defaultdict(list)
        self._groups = HugoGroups(self._folder, records)

    def add(self, entry: Entry) -> None:
        """Write one term's two pages."""
        for named in (*entry.themes, *entry.sources):
            self._under[named].append(entry.id)
        for code, words in _WORDS.items():
            self._folder.write(f"content/{code}/glossary/{entry.id}.md", self._page(entry, code, words))

    def add_group(self, group: Group) -> None:
        """Write one group's two pages."""
        self._groups.add(group)

    def close(self) -> None:
        """Write the pages that list others, the layouts and the configuration."""
        for code, words in _WORDS.items():
            self._folder.write(
                f"content/{code}/_index.md", front({"title": words.home}, "Made-up words to measure with.")
            )
            self._folder.write(f"content/{code}/glossary/_index.md", front({"title": words.list}))
            self._folder.write(f"content/{code}/sources/_index.md", front({"title": words.sources}))
            for source in SOURCES:
                text = (
                    f"<{source_address(source.id)}>\n\n{self._links(self._under[source.id], code, '../../glossary/')}"
                )
                self._folder.write(f"content/{code}/sources/{source.id}.md", front({"title": source.name[code]}, text))
            themes = (
                f"## {theme.name[code]}\n\n{self._links(self._under[theme.id], code, '../glossary/')}\n"
                for theme in THEMES
            )
            self._folder.write(f"content/{code}/themes.md", front({"title": words.themes}, "\n".join(themes)))
        self._groups.close()
        shutil.copytree(_LAYOUTS, self._folder.path, dirs_exist_ok=True)
        fit_shell(self._folder.path, 0)

    def _links(self, ids: Iterable[str], code: str, folder: str) -> str:
        return "\n".join(f"- [{self._titles[id][code]}]({folder}{id}/)" for id in ids)

    def _page(self, entry: Entry, code: str, words: _Words) -> str:
        themes = ", ".join(
            f"[{_NAMES[theme][code]}](../../themes/#{slug(_NAMES[theme][code])})" for theme in entry.themes
        )
        sources = [
            f"- [{_NAMES[source][code]}](../../sources/{source}/) ({source_address(source)})"
            for source in entry.sources
        ]
        parts = [
            f"**{words.core if entry.core else words.non_core}** · {themes}",
            entry.definition[code],
            f"## {words.easy_read}",
            entry.easy_read[code],
            f"## {words.also_called}",
            "\n".join(f"- {other}" for other in entry.also_called[code]),
            f"## {words.related}",
            self._links(entry.linked, code, "../"),
            f"## {words.sources}",
            "\n".join(sources),
        ]
        return front({"title": entry.title[code]}, "\n\n".join(parts))


def fit_shell(site: Path, size: int) -> None:
    """Give every page of a Hugo site a shell (head, navigation, foot) of about `size` bytes more than the barest one."""
    item = '<li class="nav__item"><a class="nav__link" href="/{{ .Language.Lang }}/section-%d/">Section %d of the site</a></li>\n'
    count = max(0, size) // (len(item % (10, 10)) - len("{{ .Language.Lang }}") + len("en"))
    items = "".join(item % (number, number) for number in range(count))
    (site / _SHELL).parent.mkdir(parents=True, exist_ok=True)
    (site / _SHELL).write_text(f'<nav aria-label="Main"><ul>\n{items}</ul></nav>\n', encoding="utf-8")

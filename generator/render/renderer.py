"""The Jinja environment, and the pages of records: one for each, one list for each kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

import jinja2

from generator import theme
from generator.catalogue import Catalogue, Said
from generator.issues import N_, Issue
from generator.kinds.record import Record
from generator.languages import language
from generator.render.here import Here
from generator.render.page import Page
from generator.render.words import WordsPutIn
from generator.wording import Wording


class Letter(NamedTuple):
    """A heading of an A to Z: its letter, its id on the page, the records under it in order."""

    letter: str
    id: str
    records: tuple[Record, ...]


class Renderer:
    """Renders pages of one catalogue. `issues` are the open findings (the quality page shows them), `today` the only clock."""

    def __init__(self, catalogue: Catalogue, issues: Sequence[Issue], today: date) -> None:
        folders = theme.folders(catalogue.root)
        self.catalogue = catalogue
        self.issues = issues
        self.today = today
        self.wordings: Mapping[str, Wording] = {code: Wording(code, folders) for code in catalogue.codes}
        self._here: dict[tuple[str, str], Here] = {}
        self._environments = {code: self._environment(folders, wording) for code, wording in self.wordings.items()}

    def _environment(self, folders: Sequence[Path], wording: Wording) -> jinja2.Environment:
        """Templates of one language, its words put into them once."""
        lang = wording.lang
        environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(
                [folder / "templates" for folder in folders if (folder / "templates").is_dir()]
            ),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            cache_size=-1,
            auto_reload=False,
            extensions=[WordsPutIn],
        )
        environment.filters["sort_by_title"] = lambda records: sorted(
            records, key=lambda r: self.catalogue.rank(r, lang)
        )
        environment.filters["capfirst"] = lambda text: text[:1].upper() + text[1:]
        environment.globals.update(
            catalogue=self.catalogue,
            site=self.catalogue.site,
            today=self.today,
            language=language,
            lang=lang,
            _=wording,
            ngettext=wording.count,
        )
        return environment

    def here(self, lang: str, address: str) -> Here:
        """Where a page stands."""
        root = "../" * address.count("/") or "./"
        if (lang, root) not in self._here:
            self._here[lang, root] = Here(self.catalogue, self.wordings[lang], root)
        return self._here[lang, root]

    def body(self, template: str | Sequence[str], lang: str, address: str, /, **values: Any) -> str:
        """The HTML of the first of these templates that the theme has, for one place."""
        found = self._environments[lang].select_template([template] if isinstance(template, str) else template)
        return found.render(here=self.here(lang, address), **values)

    def view_address(self, name: str, lang: str) -> str:
        """Address of a named page or a kind's list."""
        return f"{lang}/" if name == "home" else f"{lang}/{self.catalogue.word(name, lang)}/"

    def view_twins(self, name: str) -> dict[str, str]:
        return {code: self.view_address(name, code) for code in self.catalogue.codes}

    def home_crumb(self, lang: str) -> tuple[Said, str]:
        return Said(self.wordings[lang].plain(N_("Home")), lang), f"{lang}/"

    def letters(self, records: Sequence[Record], lang: str) -> list[Letter]:
        """Records already in a language's order, under the letters it lists them by."""
        initial = language(lang).initial
        groups = groupby(records, key=lambda record: initial(self.catalogue.title(record, lang).text))
        merged: dict[str, list[Record]] = {}
        for letter, group in groups:
            merged.setdefault(letter, []).extend(group)
        return [
            Letter(letter, f"letter-{letter.lower() if letter != '#' else 'other'}", tuple(found))
            for letter, found in merged.items()
        ]

    def record_pages(self, kind: type[Record]) -> Iterator[Page]:
        """One page a record and language."""
        records = self.catalogue.of(kind.folder)
        if not records:
            return
        names = (f"{kind.folder}.html", "record.html")
        for lang in self.catalogue.codes:
            list_crumb = Said(self.wordings[lang].plain(kind.labels), lang), self.view_address(kind.folder, lang)
            crumbs = (self.home_crumb(lang), list_crumb)
            for record in records.values():
                address = self.catalogue.address(record, lang)
                here = self.here(lang, address)
                title = self.catalogue.title(record, lang).text
                description = here.plain(record.summaries()) or title
                yield Page(
                    lang,
                    address,
                    title,
                    description,
                    self.body(names, lang, address, record=record),
                    {code: self.catalogue.address(record, code) for code in self.catalogue.codes},
                    crumbs,
                    kind.folder,
                    {
                        "@type": kind.schema_type,
                        "@id": self.catalogue.site.url and f"{self.catalogue.site.url}{address}",
                        "name": title,
                        "description": description,
                        **record.json_ld(lang),
                    },
                    record.file,
                )

    def list_pages(self, kind: type[Record]) -> Iterator[Page]:
        """The A to Z of a kind, in each language."""
        names = (f"{kind.folder}-list.html", "list.html")
        for lang in self.catalogue.codes:
            address = self.view_address(kind.folder, lang)
            records = self.catalogue.ordered(kind.folder, lang)
            title = self.wordings[lang].plain(kind.list_title or kind.labels)
            yield Page(
                lang,
                address,
                title,
                str(
                    self.wordings[lang](N_("{title}: {n} in all, in alphabetical order."), title=title, n=len(records))
                ),
                self.body(
                    names,
                    lang,
                    address,
                    kind=kind,
                    title=title,
                    letters=self.letters(records, lang),
                    total=len(records),
                ),
                self.view_twins(kind.folder),
                (self.home_crumb(lang),),
                kind.folder,
                {"@type": "DefinedTermSet" if kind.schema_type == "DefinedTerm" else "CollectionPage", "name": title},
                search_box=False,
            )

"""The Jinja environment, and the pages of records: one for each, one list for each kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

import jinja2

from generator import theme
from generator.catalogue import Catalogue, Said
from generator.issues import N_, Issue, Refusal
from generator.kinds.record import Record
from generator.languages import language
from generator.mentions import Mentions
from generator.render.here import Here
from generator.render.page import Page
from generator.render.suggest import CHANGE, MISSING
from generator.render.word import WordHere
from generator.render.words import WordsPutIn
from generator.wording import Wording

MANY_RECORDS = 500
"""Records of a kind from which templates of their own for each language pay."""


@contextmanager
def _told(template: str) -> Iterator[None]:
    """A template that breaks is told in one sentence."""
    try:
        yield
    except jinja2.TemplateError as error:
        line = f", line {error.lineno}" if isinstance(error, jinja2.TemplateSyntaxError) else ""
        raise Refusal(f"The template {template}{line} cannot be rendered: {error.message}.") from error


def _words(wording: Wording) -> dict[str, Any]:
    return {"lang": wording.lang, "_": wording, "ngettext": wording.count}


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
        self.mentions = Mentions(catalogue)
        self._here: dict[tuple[str, str], Here] = {}
        self._shared = self._environment(folders)
        self._worded = {code: self._environment(folders, wording) for code, wording in self.wordings.items()}

    def _environment(self, folders: Sequence[Path], wording: Wording | None = None) -> jinja2.Environment:
        """Templates of all languages; or those of one, its words put into them once, which pays where they serve a
        thousand records."""
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
            extensions=[WordsPutIn] if wording else [],
        )
        environment.filters["capfirst"] = lambda text: text[:1].upper() + text[1:]
        environment.globals.update(
            catalogue=self.catalogue, site=self.catalogue.site, today=self.today, language=language
        )
        if wording:
            environment.globals.update(_words(wording))
        return environment

    def here(self, lang: str, address: str) -> Here:
        """Where a page stands."""
        root = "../" * address.count("/") or "./"
        if (lang, root) not in self._here:
            self._here[lang, root] = WordHere(self.catalogue, self.wordings[lang], root, self.mentions)
        return self._here[lang, root]

    def body(self, template: str, lang: str, address: str, /, **values: Any) -> str:
        """A template's HTML for one place."""
        with _told(template):
            found = self._shared.get_template(template)
            return found.render(here=self.here(lang, address), **_words(self.wordings[lang]), **values)

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

    def record_pages(self, kind: type[Record], only: Iterable[Record] | None = None) -> Iterator[Page]:
        """One page a record and language; of all records, or of `only` these."""
        records = list(self.catalogue.of(kind.folder).values() if only is None else only)
        if not records:
            return
        names = (f"{kind.folder}.html", "record.html")
        few = len(records) < MANY_RECORDS
        for lang in self.catalogue.codes:
            words = _words(self.wordings[lang]) if few else {}
            with _told(names[0]):
                template = (self._shared if few else self._worded[lang]).select_template(names)
            list_crumb = Said(self.wordings[lang].plain(kind.labels), lang), self.view_address(kind.folder, lang)
            crumbs = (self.home_crumb(lang), list_crumb)
            for record in records:
                here = self.here(lang, self.catalogue.address(record, lang))
                with _told(template.name or names[0]):
                    body = template.render(here=here, record=record, **words)
                yield self._record_page(here, record, crumbs, body)

    def _record_page(self, here: Here, record: Record, crumbs: tuple[tuple[Said, str], ...], body: str) -> Page:
        title = here.title(record).text
        description = here.plain(record.summaries()) or title
        return Page(
            here.lang,
            self.catalogue.address(record, here.lang),
            title,
            description,
            body,
            {code: self.catalogue.address(record, code) for code in self.catalogue.codes},
            crumbs,
            record.folder,
            {"@type": record.schema_type, "name": title, "description": description, **record.json_ld(here.lang)},
            record.file,
            within=record.search.aside,
        )

    def list_pages(self, kind: type[Record]) -> Iterator[Page]:
        """The A to Z of a kind, in each language."""
        name = self._shared.select_template((f"{kind.folder}-list.html", "list.html")).name or ""
        for lang in self.catalogue.codes:
            address = self.view_address(kind.folder, lang)
            records = self.catalogue.ordered(kind.folder, lang)
            title = self.wordings[lang].plain(kind.list_title or kind.labels)
            yield Page(
                lang,
                address,
                title,
                self.wordings[lang]
                .plain(N_("{title}: {n} in all, in alphabetical order."))
                .format(title=title, n=len(records)),
                self.body(
                    name,
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
                asks=MISSING if kind.schema_type == "DefinedTerm" else CHANGE,
            )

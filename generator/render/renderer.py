"""The Jinja environment, and the pages of records: one for each, one list for each kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from functools import cached_property
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

import jinja2
from jinja2.runtime import Context

from generator import theme
from generator.catalogue import Catalogue, Said
from generator.coverage import Coverage
from generator.directory import Directory
from generator.exports.data import Published
from generator.issues import N_, Issue, Refusal
from generator.kinds.describe import rows
from generator.kinds.record import Record
from generator.kinds.term import Term
from generator.languages import language
from generator.mentions import Mentions
from generator.render.agenda import CLOCK, USES, agenda
from generator.render.cases import CaseHere
from generator.render.compiled import Compiled
from generator.render.page import Page
from generator.render.quick import QuickEnvironment
from generator.render.words import WordsPutIn
from generator.week import Sheets
from generator.wording import Wording

MANY_RECORDS = 500
"""Records of a kind from which templates of their own for each language pay."""


@contextmanager
def _told(template: str) -> Iterator[None]:
    """A template that breaks is told in one sentence."""
    try:
        yield
    except (jinja2.TemplateError, AttributeError) as error:
        line = f", line {error.lineno}" if isinstance(error, jinja2.TemplateSyntaxError) else ""
        said = error.message if isinstance(error, jinja2.TemplateError) else error
        raise Refusal(f"The template {template}{line} cannot be rendered: {said}.") from error


def _rendered(template: jinja2.Template, context: Context, **values: Any) -> str:
    """As `template.render`, in a context that was made for many pages."""
    context.parent.update(values)
    context.vars.clear()
    return "".join(template.root_render_func(context))


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
        self.hand_pages: frozenset[str] = frozenset()
        """Names of the hand-written pages, once they are known."""
        self.published: Published | None = None
        """What the data of the directory is published as, once it is."""
        self._here: dict[tuple[str, str], CaseHere] = {}
        self._shared = self._environment(folders)
        self._worded = {code: self._environment(folders, wording) for code, wording in self.wordings.items()}

    @cached_property
    def directory(self) -> Directory:
        """All that can be found near one."""
        return Directory(self.catalogue)

    @cached_property
    def coverage(self) -> Coverage:
        """What is listed, counted."""
        return Coverage(self.directory)

    @cached_property
    def sheets(self) -> Sheets:
        """What meets near the towns there are."""
        return Sheets(self.directory)

    def _environment(self, folders: Sequence[Path], wording: Wording | None = None) -> jinja2.Environment:
        """Templates of all languages; or those of one, its words put into them once, which pays where they serve a
        thousand records."""
        environment = QuickEnvironment(
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
            bytecode_cache=Compiled(wording),
        )
        environment.filters["capfirst"] = lambda text: text[:1].upper() + text[1:]
        environment.globals.update(
            catalogue=self.catalogue, site=self.catalogue.site, today=self.today, language=language
        )
        if wording:
            environment.globals.update(_words(wording))
        return environment

    def here(self, lang: str, address: str) -> CaseHere:
        """Where a page stands."""
        root = "../" * address.count("/") or "./"
        if (lang, root) not in self._here:
            self._here[lang, root] = CaseHere(self.catalogue, self.wordings[lang], root, self.mentions, self.directory)
        return self._here[lang, root]

    def forget(self) -> None:
        """Let go of links and names made for pages of a kind, once these are written: ten megabytes where it has ten thousand."""
        self._here.clear()

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
        """One page a record and language; of all records, or of `only` these. The languages of a record follow each other: they
        share much that is not kept for longer."""
        records = list(self.catalogue.of(kind.folder).values() if only is None else only)
        if not records:
            return
        names = (f"{kind.folder}.html", "record.html")
        few = len(records) < MANY_RECORDS
        with _told(names[0]):
            templates = {
                lang: (self._shared if few else self._worded[lang]).select_template(names)
                for lang in self.catalogue.codes
            }
        above = {lang: self._above(kind, lang) for lang in templates}
        contexts = {
            lang: template.new_context({"hand_pages": self.hand_pages, **(_words(self.wordings[lang]) if few else {})})
            for lang, template in templates.items()
        }
        for record in records:
            for lang, template in templates.items():
                here = self.here(lang, self.catalogue.address(record, lang))
                with _told(template.name or names[0]):
                    body = _rendered(template, contexts[lang], here=here, record=record)
                yield self._record_page(here, record, (*above[lang], *here.crumbs(record)), body)

    def _above(self, kind: type[Record], lang: str) -> tuple[tuple[Said, str], ...]:
        """The crumbs that lead to a kind's records."""
        list_crumb = Said(self.wordings[lang].plain(kind.labels), lang), self.view_address(kind.folder, lang)
        return self.home_crumb(lang), list_crumb

    def _record_page(self, here: CaseHere, record: Record, crumbs: tuple[tuple[Said, str], ...], body: str) -> Page:
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
            {"@type": record.schema_type, "name": title, "description": description, **here.schema(record)},
            record.file,
            within=record.folder != Term.folder,
            uses=(*record.uses, *((CLOCK,) if record.days_field else ())),
            beside=here.beside(record),
            asks=record.asks,
        )

    def list_pages(self, kind: type[Record]) -> Iterator[Page]:
        """The A to Z of a kind, or its list by days, in each language."""
        name = self._shared.select_template((f"{kind.folder}-list.html", "list.html")).name or ""
        for lang in self.catalogue.codes:
            address = self.view_address(kind.folder, lang)
            records = self.catalogue.ordered(kind.folder, lang) if not kind.shelves else ()
            total = len(self.catalogue.of(kind.folder))
            wording = self.wordings[lang]
            title = wording.plain(kind.list_title or kind.labels)
            days = agenda(records, wording, self.today) if kind.days_field else ()
            about = kind.list_about or N_("{title}: {n} in all, in alphabetical order.")
            about = kind.empty if kind.empty and not total else about
            if days:
                about = N_("{title}: {n} in all, by date.")
            yield Page(
                lang,
                address,
                title,
                wording.plain(about).format(title=title, n=sum(len(s.entries) for s in days) or total),
                self.body(
                    name,
                    lang,
                    address,
                    kind=kind,
                    title=title,
                    letters=self.letters(records, lang),
                    agenda=days,
                    total=total,
                    required=[row.name for row in rows(kind) if row.required and "." not in row.name],
                    hand_pages=self.hand_pages,
                ),
                self.view_twins(kind.folder),
                (self.home_crumb(lang),),
                kind.folder,
                {"@type": "DefinedTermSet" if kind.schema_type == "DefinedTerm" else "CollectionPage", "name": title},
                search_box=kind is not Term,
                uses=(*kind.list_uses, *(USES if kind.days_field else ())),
                asks=kind.list_asks,
            )

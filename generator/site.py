"""All of a root -> the files of a site, written beside the old one and swapped in whole.

A build that fails half-way, or is killed, leaves the old site as it was.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from markupsafe import escape

from generator import checks, theme
from generator.catalogue import Catalogue
from generator.issues import N_, Issue, Refusal
from generator.kinds.record import Record
from generator.languages import language
from generator.render import views
from generator.render.page import CSP, Assembler, Page
from generator.render.renderer import Renderer

Write = Callable[[str, str], None]


@dataclass(frozen=True, slots=True)
class HandPage:
    """A hand-written page, its Markdown already HTML."""

    lang: str
    name: str
    title: str
    description: str
    html: str
    source: str


@dataclass(frozen=True, slots=True)
class Outside:
    """What comes from the host (MkDocs, or a plain stand-in): one frame a language and the hand-written pages."""

    frames: Mapping[str, str]
    pages: Sequence[HandPage] = ()
    files: Sequence[tuple[Path, str]] = ()
    """Pictures and other files that lie beside hand-written pages, and where they go."""


class Site:
    """One build. `outside` asks the host for frames once the renderer is known; `csp` is off while MkDocs serves."""

    def __init__(
        self,
        catalogue: Catalogue,
        issues: Sequence[Issue],
        today: date,
        outside: Callable[[Renderer], Outside],
        *,
        csp: bool = True,
    ) -> None:
        self.catalogue = catalogue
        self.renderer = Renderer(catalogue, issues, today)
        self.outside = outside(self.renderer)
        self.csp = csp
        self.assembler = Assembler(catalogue, self.renderer.wordings, self.outside.frames, csp=csp)

    def pages(self) -> Iterator[Page]:
        """Every page of every language, but for the front door, 404 pages and redirects."""
        for kind in self.catalogue.kinds.values():
            if kind.pages and (self.catalogue.of(kind.folder) or kind.folder == "glossary"):
                yield from self.renderer.list_pages(kind)
                yield from self.renderer.record_pages(kind)
        yield from views.pages(self.renderer)
        languages: dict[str, list[str]] = {}
        for page in self.outside.pages:
            languages.setdefault(page.name, []).append(page.lang)
        for page in self.outside.pages:
            yield views.hand_page(
                self.renderer,
                page.lang,
                page.name,
                page.title,
                page.description,
                page.html,
                page.source,
                tuple(languages[page.name]),
            )

    def write(self, folder: Path) -> int:
        """Write all files into an existing folder. Returns the number of pages."""
        made: set[str] = set()

        def write(file: str, text: str) -> None:
            parent = file.rpartition("/")[0]
            if parent not in made:
                os.makedirs(folder / parent, exist_ok=True)
                made.add(parent)
            with open(f"{folder}/{file}", "wb") as handle:
                handle.write(text.encode())

        listed: list[Mapping[str, str]] = []
        taken: dict[str, str] = {}
        count = 0
        for page in self.pages():
            if page.file in taken:
                raise Refusal(
                    f"Two pages want the address /{page.address}: {taken[page.file]} and {page.source or page.title}. "
                    "Change the slug of one, or a word under 'paths' in content/site.yml."
                )
            taken[page.file] = page.source or page.title
            write(page.file, self.assembler.html(page))
            count += 1
            if page.lang == self.catalogue.main or self.catalogue.main not in page.twins:
                listed.append(page.twins)
        self._front_door(write)
        self._not_found(write)
        for redirect, text in self._redirects():
            if redirect not in taken:
                write(redirect, text)
        self._machine_files(write, listed)
        self._assets(folder)
        return count

    def _front_door(self, write: Write) -> None:
        """/: neutral, every language alike."""
        codes, site = self.catalogue.codes, self.catalogue.site
        names = [self.assembler.names[code] for code in codes]
        head = "".join(
            f'<link rel="alternate" hreflang="{self.assembler.locales.get(code, code)}" href="{escape(self.assembler.base)}{code}/">'
            for code in codes
        )
        head += f'<link rel="alternate" hreflang="x-default" href="{escape(self.assembler.base)}"><link rel="canonical" href="{escape(self.assembler.base)}">'
        doors = [
            {
                "code": code,
                "name": language(code).name,
                "address": f"{code}/",
                "tagline": site.tagline.get(code, self.assembler.names[code]),
            }
            for code in codes
        ]
        write(
            "index.html",
            self.renderer.body(
                "front.html",
                self.catalogue.main,
                "",
                names=names,
                doors=doors,
                csp=self.assembler.csp,
                head=head,
                description=" · ".join(dict.fromkeys(str(door["tagline"]) for door in doors)),
            ),
        )

    def _not_found(self, write: Write) -> None:
        """404.html at the root for hosts that know one only, and one in each language's folder. Links are absolute: the
        page is shown at any depth."""
        for lang, file in [
            (self.catalogue.main, "404.html"),
            *((code, f"{code}/404.html") for code in self.catalogue.codes),
        ]:
            codes = (lang, *(code for code in self.catalogue.codes if code != lang)) if file == "404.html" else (lang,)
            base = urlsplit(self.catalogue.site.url or "/").path
            parts = [
                {
                    "code": code,
                    "t": self.renderer.wordings[code],
                    "root": base,
                    "home": f"{code}/",
                    "words": self.renderer.view_address("glossary", code),
                }
                for code in codes
            ]
            title = self.renderer.wordings[lang].plain(N_("This page is not here"))
            body = self.renderer.body("not-found.html", lang, "", parts=parts)
            page = Page(
                lang, file, title, title, body, {code: f"{code}/" for code in self.catalogue.codes}, index=False
            )
            write(file, self.assembler.html(page, root=base))

    def _redirects(self) -> Iterator[tuple[str, str]]:
        """Old addresses of moved records and of former slugs, each leading where the record is now."""
        for folder, moved in self.catalogue.moved.items():
            for stub in moved.values():
                found = [self.catalogue.of(folder)[id] for id in stub.moved_to if id in self.catalogue.of(folder)]
                for lang in self.catalogue.codes:
                    slugs = (self.catalogue.slug(stub, lang), *stub.former_slugs.get(lang, ()))
                    yield from self._redirect(folder, lang, slugs, found)
        for folder, records in self.catalogue.records.items():
            for record in records.values():
                for lang, slugs in record.former_slugs.items():
                    yield from self._redirect(folder, lang, slugs, [record])

    def _redirect(
        self, folder: str, lang: str, slugs: Sequence[str], found: Sequence[Record]
    ) -> Iterator[tuple[str, str]]:
        targets = [
            {"address": self.catalogue.address(record, lang), "title": self.catalogue.title(record, lang)}
            for record in found
        ]
        for slug in dict.fromkeys(slugs):
            address = f"{lang}/{self.catalogue.word(folder, lang)}/{slug}/"
            yield (
                f"{address}index.html",
                self.renderer.body(
                    "moved.html",
                    lang,
                    address,
                    targets=targets,
                    root="../" * address.count("/"),
                    base=self.assembler.base,
                    csp=self.assembler.csp,
                ),
            )

    def _machine_files(self, write: Write, listed: Sequence[Mapping[str, str]]) -> None:
        """sitemap.xml with every page's twins, robots.txt, the headers a host can send."""
        base = self.catalogue.site.url or "/"
        locales = self.assembler.locales
        out = [
            '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
            'xmlns:xhtml="http://www.w3.org/1999/xhtml">'
        ]
        for twins in listed:
            links = (
                "".join(
                    f'<xhtml:link rel="alternate" hreflang="{locales.get(lang, lang)}" href="{escape(base + address)}"/>'
                    for lang, address in twins.items()
                )
                if len(twins) > 1
                else ""
            )
            out += [f"<url><loc>{escape(base + address)}</loc>{links}</url>" for address in twins.values()]
        write("sitemap.xml", "\n".join([*out, "</urlset>\n"]))
        write("robots.txt", f"User-agent: *\nAllow: /\nSitemap: {base}sitemap.xml\n")
        write(
            "_headers",
            f"/*\n  Content-Security-Policy: {CSP}; frame-ancestors 'none'\n  X-Content-Type-Options: nosniff\n"
            "  Referrer-Policy: no-referrer\n  Permissions-Policy: interest-cohort=()\n",
        )

    def _assets(self, folder: Path) -> None:
        for source, file in self.outside.files:
            (folder / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, folder / file)
        for place in reversed(theme.folders(self.catalogue.root)):
            if (place / "assets").is_dir():
                shutil.copytree(place / "assets", folder / "assets", dirs_exist_ok=True)


def build(
    target: Path, catalogue: Catalogue, today: date, outside: Callable[[Renderer], Outside]
) -> tuple[int, list[Issue]]:
    """Check a loaded root and build it into `target`, which is replaced only when all is written.

    Returns the number of pages (0 where errors block) and all issues. Raises Refusal where `target` holds something
    that is not a site of ours."""
    issues = checks.run(catalogue, today)
    if any(issue.blocks for issue in issues):
        return 0, issues
    refuse_foreign(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    new, old = (target.with_name(f".{target.name}.{word}") for word in ("new", "old"))
    if old.exists() and not target.exists():
        old.rename(target)  # a build was killed between the two renames below
    remove(new)
    remove(old)
    new.mkdir()
    try:
        count = Site(catalogue, issues, today, outside).write(new)
        if target.exists():
            target.rename(old)
        new.rename(target)
    finally:
        if not target.exists() and old.exists():
            old.rename(target)
        remove(new)
        remove(old)
    return count, issues


def refuse_foreign(target: Path) -> None:
    """Keep a slip of the keyboard from replacing a folder that is no site of ours."""
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        raise Refusal(f"{target} is not a folder: name a folder for the site with --site.")
    if target.exists() and any(target.iterdir()) and not (target / "sitemap.xml").is_file():
        raise Refusal(f"{target} holds files that are not a site of ours: name an empty or new folder with --site.")


def remove(folder: Path) -> None:
    """Remove a folder and all in it, if it is there."""
    if folder.exists():
        shutil.rmtree(folder)

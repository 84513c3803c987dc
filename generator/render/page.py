"""A page and how its parts go into a frame: head links, language switch, breadcrumb, "suggest a change"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import orjson
from markupsafe import Markup

from generator.catalogue import Catalogue, Said
from generator.escaping import EMPTY, escaped, safe
from generator.issues import N_
from generator.kinds.site import Site
from generator.render.frame import Frame
from generator.render.suggest import CHANGE, SuggestPanel
from generator.wording import Wording

_CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:{}; font-src 'self'; connect-src 'self'; "
    "manifest-src 'self'; base-uri 'self'; form-action 'self'"
)


def policy(site: Site) -> str:
    """What pages may load and from where: from this site alone, and pictures of the map server that site.yml names."""
    return _CSP.format(f" {site.map.host}" if site.map else "")


_USES = {"css": '<link rel="stylesheet" href="{}">', "js": '<script type="module" src="{}"></script>'}


@dataclass(frozen=True, slots=True)
class Page:
    """One page of one language. `address` is its path from the site's root and ends with /; `twins` are the same
    page's addresses in every language; `crumbs` lead to it; `source` is the file it is made from."""

    lang: str
    address: str
    title: str
    description: str
    body: str
    twins: Mapping[str, str]
    crumbs: tuple[tuple[Said, str], ...] = ()
    section: str = ""
    schema: Mapping[str, Any] = field(default_factory=dict)
    source: str = ""
    search_box: bool = True
    index: bool = True
    base: str = ""
    """The site's root as an absolute path, for a page that is shown at any depth."""
    within: bool = False
    """Whether its title says where it stands: another page may be called the same."""
    uses: tuple[str, ...] = ()
    """Style sheets and scripts of its own, by their names in assets/."""
    beside: Mapping[str, str] = field(default_factory=dict)
    """Files that lie beside it, by their names."""
    asks: str = CHANGE
    """What its panel asks readers for: a change to it, or what is missing from it."""

    @property
    def root(self) -> str:
        """The way up to the site's root."""
        return self.base or "../" * self.address.count("/") or "./"

    @property
    def file(self) -> str:
        return self.address if self.address.endswith(".html") else f"{self.address}index.html"


class Assembler:
    """Puts pages into the frames of their languages. One for each build; `csp` is off while MkDocs serves."""

    def __init__(
        self, catalogue: Catalogue, wordings: Mapping[str, Wording], frames: Mapping[str, str], *, csp: bool = True
    ) -> None:
        self.catalogue = catalogue
        self.wordings = wordings
        self.frames = {lang: Frame(text) for lang, text in frames.items()}
        self.csp = f'<meta http-equiv="Content-Security-Policy" content="{policy(catalogue.site)}">' if csp else ""
        site = catalogue.site
        self.base = site.url or "/"
        self.names = {lang: catalogue.said(site.name, lang).text or "Geirfa" for lang in catalogue.codes}
        self.panels = {lang: SuggestPanel(site, wording) for lang, wording in wordings.items()}
        self.locales = {entry.code: entry.locale or entry.code for entry in site.languages}
        self.graphs = {
            lang: f'<meta property="og:site_name" content="{escaped(name)}">'
            f'<meta property="og:locale" content="{self.locales.get(lang, lang).replace("-", "_")}">'
            for lang, name in self.names.items()
        }
        """What OpenGraph says of every page of a language."""

    def html(self, page: Page) -> str:
        """The finished page."""
        name = self.names[page.lang]
        within = (page.crumbs[-1][0].text,) if page.within else ()
        title = escaped(name if page.title == name else " · ".join((page.title, *within, name)))
        description = escaped(page.description)
        return self.frames[page.lang].fill(
            {
                "csp": self.csp,
                "root": page.root,
                "title": title,
                "description": description,
                "head": self._head(page, title, description),
                "crumbs": self._crumbs(page),
                "switch": self._switch(page),
                "body": page.body,
                "suggest": self._suggest(page),
                f"here-{page.section}": ' aria-current="true"',
                "hide-search": "" if page.search_box else " hidden",
            }
        )

    def _head(self, page: Page, title: str, description: str) -> str:
        """Canonical and hreflang links, OpenGraph, JSON-LD. Addresses are absolute where the site's own is known."""
        here = escaped(self.base + page.address)
        out = []
        if page.index:
            out.append(f'<link rel="canonical" href="{here}">')
            if len(page.twins) > 1:
                out += [
                    f'<link rel="alternate" hreflang="{self.locales.get(lang, lang)}" href="{escaped(self.base + twin)}">'
                    for lang, twin in page.twins.items()
                ]
                out.append(
                    f'<link rel="alternate" hreflang="x-default" href="{escaped(self.base + ("" if page.section == "home" else next(iter(page.twins.values()))))}">'
                )
        else:
            out.append('<meta name="robots" content="noindex">')
        out.append(
            f'<meta property="og:title" content="{title}"><meta property="og:description" content="{description}">'
            f'<meta property="og:type" content="website"><meta property="og:url" content="{here}">'
            f"{self.graphs[page.lang]}"
        )
        out += [_USES[name.rpartition(".")[2]].format(f"{page.root}assets/{name}") for name in page.uses]
        if page.schema:
            out.append(f'<script type="application/ld+json">{self._json_ld(page)}</script>')
        return "\n".join(out)

    def _json_ld(self, page: Page) -> str:
        data = {
            "@context": "https://schema.org",
            "@id": self.base + page.address,
            "url": self.base + page.address,
            "inLanguage": page.lang,
            **page.schema,
        }
        if data.get("@type") == "DefinedTerm":
            del data["inLanguage"]
            glossary = self.catalogue.word("glossary", page.lang)
            data["inDefinedTermSet"] = {
                "@type": "DefinedTermSet",
                "name": self.names[page.lang],
                "url": f"{self.base}{page.lang}/{glossary}/",
            }
        text = orjson.dumps(data).decode()
        return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")

    def _crumbs(self, page: Page) -> str:
        if not page.crumbs:
            return ""
        parts = [
            f'<li><a href="{page.root}{address}"{lang_of(said, page.lang)}>{escaped(said.text)}</a></li>'
            for said, address in page.crumbs
        ]
        label = self.wordings[page.lang](N_("You are here"))
        return f'<nav class="crumbs" aria-label="{label}"><ol>{"".join(parts)}</ol></nav>'

    def _switch(self, page: Page) -> str:
        """Links to the same page in the other languages, each in its own name."""
        return "".join(
            f'<a class="switch" href="{page.root}{page.twins[language.code]}" lang="{language.code}" hreflang="{language.code}">'
            f"{escaped(language.name)}</a>"
            for language in self.catalogue.languages
            if language.code != page.lang and language.code in page.twins
        )

    def _suggest(self, page: Page) -> str:
        """Ways to suggest a change that need no account first."""
        return self.panels[page.lang].html(page.title, self.base + page.address, page.source, page.asks)


def lang_of(said: Said, lang: str) -> Markup:
    """The lang attribute of a text that is not in the page's language."""
    return EMPTY if said.lang == lang else safe(f' lang="{said.lang}"')

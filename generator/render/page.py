"""A page and how its parts go into a frame: head links, language switch, breadcrumb, "suggest a change"."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from markupsafe import Markup, escape

from generator.catalogue import Catalogue, Said
from generator.issues import N_
from generator.render.frame import Frame, Pieces, slot
from generator.wording import Wording

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
    "manifest-src 'self'; base-uri 'self'; form-action 'self'"
)


_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode

WRITE, COPY = N_("Write an e-mail"), N_("Copy the text")
COPY_THIS = N_("Or copy this text and send it any way you like:")
FORM, EDIT = N_("Fill in the form on GitHub"), N_("Edit the record on GitHub")
SUGGEST = N_("Suggest a change to this page")
SUBJECT = N_("Suggestion: {title}")
SUGGESTION = N_("About the page: {title}\n{address}\n\nWhat should change?\n\n\nWhy, or where does it stand?\n\n")


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

    @property
    def root(self) -> str:
        """The way up to the site's root."""
        return "../" * self.address.count("/") or "./"

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
        self.csp = f'<meta http-equiv="Content-Security-Policy" content="{CSP}">' if csp else ""
        site = catalogue.site
        self.base = site.url or "/"
        self.names = {lang: catalogue.said(site.name, lang).text or "Geirfa" for lang in catalogue.codes}
        self.suggestions = {
            (lang, has): _suggestion(catalogue, wording, has)
            for lang, wording in wordings.items()
            for has in (True, False)
        }
        self.locales = {entry.code: entry.locale or entry.code for entry in site.languages}

    def html(self, page: Page, root: str = "") -> str:
        """The finished page. `root` is the way to the site's root where it is not the page's own depth (a 404 page)."""
        name = self.names[page.lang]
        title = name if page.title == name else f"{page.title} · {name}"
        return self.frames[page.lang].fill(
            {
                "csp": self.csp,
                "root": root or page.root,
                "title": escape(title),
                "description": escape(page.description),
                "head": self._head(page, title),
                "crumbs": self._crumbs(page),
                "switch": self._switch(page),
                "body": page.body,
                "suggest": self._suggest(page),
                f"here-{page.section}": ' aria-current="true"',
                "hide-search": "" if page.search_box else " hidden",
            }
        )

    def _head(self, page: Page, title: str) -> str:
        """Canonical and hreflang links, OpenGraph, JSON-LD. Addresses are absolute where the site's own is known."""
        here = escape(self.base + page.address)
        out = []
        if page.index:
            out.append(f'<link rel="canonical" href="{here}">')
            if len(page.twins) > 1:
                out += [
                    f'<link rel="alternate" hreflang="{self.locales.get(lang, lang)}" href="{escape(self.base + twin)}">'
                    for lang, twin in page.twins.items()
                ]
                out.append(
                    f'<link rel="alternate" hreflang="x-default" href="{escape(self.base + page.twins[self.catalogue.main])}">'
                )
        else:
            out.append('<meta name="robots" content="noindex">')
        out.append(
            f'<meta property="og:title" content="{escape(title)}"><meta property="og:description" content="{escape(page.description)}">'
            f'<meta property="og:type" content="website"><meta property="og:url" content="{here}">'
            f'<meta property="og:site_name" content="{escape(self.names[page.lang])}">'
            f'<meta property="og:locale" content="{self.locales.get(page.lang, page.lang).replace("-", "_")}">'
        )
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
        text = _encode(data)
        return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")

    def _crumbs(self, page: Page) -> str:
        if not page.crumbs:
            return ""
        parts = [
            f'<li><a href="{page.root}{address}"{lang_of(said, page.lang)}>{escape(said.text)}</a></li>'
            for said, address in page.crumbs
        ]
        label = self.wordings[page.lang](N_("You are here"))
        return f'<nav class="crumbs" aria-label="{label}"><ol>{"".join(parts)}</ol></nav>'

    def _switch(self, page: Page) -> str:
        """Links to the same page in the other languages, each in its own name."""
        return "".join(
            f'<a class="switch" href="{page.root}{page.twins[language.code]}" lang="{language.code}" hreflang="{language.code}">'
            f"{escape(language.name)}</a>"
            for language in self.catalogue.languages
            if language.code != page.lang and language.code in page.twins
        )

    def _suggest(self, page: Page) -> str:
        """Ways to suggest a change that need no account first."""
        address = self.base + page.address
        title, quoted_title, quoted_address = (
            escape(page.title),
            escape(quote(page.title)),
            escape(quote(address, safe="")),
        )
        return self.suggestions[page.lang, bool(page.source)].fill(
            {
                "title": title,
                "quoted-title": quoted_title,
                "address": escape(address),
                "quoted-address": quoted_address,
                "source": escape(quote(page.source)),
            }
        )


def _suggestion(catalogue: Catalogue, t: Wording, has_source: bool) -> Pieces:
    """The panel "suggest a change" with slots for the page: an e-mail ready to send, the same text to copy, GitHub's form."""
    site = catalogue.site
    subject, text = t.plain(SUBJECT), t.plain(SUGGESTION)
    shown = {"title": slot("title"), "address": slot("address")}
    quoted = {"title": slot("quoted-title"), "address": slot("quoted-address")}
    ways = []
    if site.email:
        mail = (
            f"mailto:{quote(site.email, safe='@')}?subject={_quoted(subject, quoted)}&amp;body={_quoted(text, quoted)}"
        )
        ways.append(f'<p><a class="button first" href="{mail}">{t(WRITE)}</a></p>')
    ways.append(
        f'<label for="suggest-text">{t(COPY_THIS)}</label>'
        f'<textarea id="suggest-text" rows="7" readonly>{escape(text).format(**shown)}</textarea>'
        f'<p><button type="button" class="button" data-copy="#suggest-text" hidden>{t(COPY)}</button></p>'
    )
    if site.repository:
        account = t("(needs an account there)")
        form = f"{escape(site.repository)}/issues/new?template=suggestion.yml&amp;title={_quoted(subject, quoted)}&amp;page={quoted['address']}"
        ways.append(f'<p><a href="{form}">{t(FORM)}</a> {account}</p>')
        if has_source:
            edit = f"{escape(site.repository)}/edit/{escape(quote(site.branch))}/{slot('source')}"
            ways.append(f'<p><a href="{edit}">{t(EDIT)}</a> {account}</p>')
    return Pieces(f'<details class="suggest" id="suggest"><summary>{t(SUGGEST)}</summary>{"".join(ways)}</details>')


def _quoted(text: str, slots: Mapping[str, str]) -> str:
    """Text for an address with its {gaps} made slots: a text quoted is its parts quoted."""
    return re.sub(r"%7B(\w+)%7D", lambda gap: slots[gap.group(1)], quote(text, safe=""))


def lang_of(said: Said, lang: str) -> Markup:
    """The lang attribute of a text that is not in the page's language."""
    return Markup("") if said.lang == lang else Markup(f' lang="{said.lang}"')

"""Files of a site that are no page of its own: the front door, 404 pages, redirects, and what machines ask for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import SimpleNamespace as Shown
from urllib.parse import urlsplit

from generator import theme
from generator.escaping import escape
from generator.issues import N_
from generator.kinds.asset import Asset
from generator.kinds.record import Record
from generator.languages import language
from generator.render.page import Assembler, Page, policy
from generator.render.renderer import Renderer

Files = Iterator[tuple[str, str | Iterator[str]]]
"""Files with their text, or with its pieces where it is long."""

SHORT_NAME = 16
"""Characters of a search's name that OpenSearch allows."""

_OPEN = "/data/*\n  Access-Control-Allow-Origin: *\n"
"""Data may be read by pages of others."""

_SITEMAP = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
    'xmlns:xhtml="http://www.w3.org/1999/xhtml">'
)


def files(renderer: Renderer, assembler: Assembler, listed: Sequence[Mapping[str, str]]) -> Files:
    """All of them, as (file, text). `listed` are the addresses of every page, each with its twins."""
    yield _front_door(renderer, assembler)
    yield from _not_found(renderer, assembler)
    yield from _redirects(renderer, assembler)
    if renderer.catalogue.site.url:  # a browser needs its whole address
        yield from _search_descriptions(renderer, assembler)
    if "plan" in renderer.catalogue.views:
        yield "offline.js", theme.file(renderer.catalogue.root, "offline.js").read_text(encoding="utf-8")
    yield "sitemap.xml", _sitemap(assembler, listed)
    yield "robots.txt", f"User-agent: *\nAllow: /\nSitemap: {assembler.base}sitemap.xml\n"
    yield (
        "_headers",
        f"/*\n  Content-Security-Policy: {policy(renderer.catalogue.site)}; frame-ancestors 'none'\n  X-Content-Type-Options: nosniff\n"
        "  Referrer-Policy: no-referrer\n  Permissions-Policy: interest-cohort=()\n"
        + (_OPEN if "data" in renderer.catalogue.views else ""),
    )


def _front_door(renderer: Renderer, assembler: Assembler) -> tuple[str, str]:
    """/: neutral, every language alike."""
    catalogue = renderer.catalogue
    base = escape(assembler.base)
    links = [
        f'<link rel="alternate" hreflang="{assembler.locales.get(code, code)}" href="{base}{code}/">'
        for code in catalogue.codes
    ]
    links += [f'<link rel="alternate" hreflang="x-default" href="{base}">', f'<link rel="canonical" href="{base}">']
    doors = [
        Shown(
            code=code,
            name=language(code).name,
            address=f"{code}/",
            tagline=catalogue.site.tagline.get(code, assembler.names[code]),
            help=renderer.wordings[code](N_("Need help now?")),
            finder=renderer.view_address(Asset.folder, code) if catalogue.of(Asset.folder) else "",
            find=renderer.wordings[code](N_("Find groups")),
        )
        for code in catalogue.codes
    ]
    return "index.html", renderer.body(
        "front.html",
        catalogue.main,
        "",
        names=[assembler.names[code] for code in catalogue.codes],
        doors=doors,
        csp=assembler.csp,
        head="".join(links),
        description=" · ".join(dict.fromkeys(str(door.tagline) for door in doors)),
    )


def _not_found(renderer: Renderer, assembler: Assembler) -> Files:
    """404.html at the root for hosts that know one only, and one in each language's folder. Links are absolute: the page
    is shown at any depth."""
    codes = renderer.catalogue.codes
    base = urlsplit(renderer.catalogue.site.url or "/").path
    twins = {code: f"{code}/" for code in codes}
    for lang, file in [(codes[0], "404.html"), *((code, f"{code}/404.html") for code in codes)]:
        shown = (lang, *(code for code in codes if code != lang)) if file == "404.html" else (lang,)
        parts = [
            Shown(
                code=code,
                t=renderer.wordings[code],
                root=base,
                home=f"{code}/",
                words=renderer.view_address("glossary", code),
            )
            for code in shown
        ]
        title = renderer.wordings[lang].plain(N_("This page is not here"))
        body = renderer.body("not-found.html", lang, "", parts=parts)
        yield file, assembler.html(Page(lang, file, title, title, body, twins, index=False, base=base))


def _search_descriptions(renderer: Renderer, assembler: Assembler) -> Files:
    """OpenSearch: what a browser needs to offer the site's search in its own bar, in each language."""
    for code in renderer.catalogue.codes:
        name, called = assembler.names[code], language(code).name
        own = f"{name} {called}" if len(renderer.catalogue.codes) > 1 else name
        short = own if len(own) <= SHORT_NAME else name[:SHORT_NAME].rstrip()
        address = f"{assembler.base}{renderer.view_address('search', code)}?q={{searchTerms}}"
        about = renderer.wordings[code].plain(N_("Find a word, a theme or what you need, however you say or spell it."))
        yield (
            f"opensearch-{code}.xml",
            f'<?xml version="1.0" encoding="UTF-8"?>\n<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">\n'
            f"<ShortName>{escape(short)}</ShortName>\n<Description>{escape(about)}</Description>\n"
            f'<Url type="text/html" template="{escape(address)}"/>\n'
            f'<Image type="image/svg+xml">{escape(assembler.base)}assets/icon.svg</Image>\n'
            f"<Language>{escape(assembler.locales.get(code, code))}</Language>\n<InputEncoding>UTF-8</InputEncoding>\n"
            "</OpenSearchDescription>\n",
        )


def _redirects(renderer: Renderer, assembler: Assembler) -> Files:
    """Old addresses of moved records and of former slugs, each leading where the record is now."""
    catalogue = renderer.catalogue
    for folder, moved in catalogue.moved.items():
        for stub in moved.values() if folder in catalogue.lists else ():
            found = [catalogue.of(folder)[id] for id in stub.moved_to if id in catalogue.of(folder)]
            for lang in catalogue.codes:
                old = (catalogue.slug(stub, lang), *stub.former_slugs.get(lang, ()))
                slugs = [catalogue.tail(stub, lang, slug) for slug in old]
                yield from _redirect(renderer, assembler, folder, lang, slugs, found)
    for folder, records in catalogue.records.items():
        for record in records.values():
            for lang, former in record.former_slugs.items():
                slugs = [catalogue.tail(record, lang, slug) for slug in former]
                yield from _redirect(renderer, assembler, folder, lang, slugs, [record])


def _redirect(
    renderer: Renderer, assembler: Assembler, folder: str, lang: str, slugs: Sequence[str], found: Sequence[Record]
) -> Files:
    catalogue = renderer.catalogue
    targets = [Shown(address=catalogue.address(record, lang), title=catalogue.title(record, lang)) for record in found]
    for slug in dict.fromkeys(slugs):
        address = f"{lang}/{catalogue.word(folder, lang)}/{slug}/"
        root = "../" * address.count("/")
        yield (
            f"{address}index.html",
            renderer.body(
                "moved.html", lang, address, targets=targets, root=root, base=assembler.base, csp=assembler.csp
            ),
        )


def _sitemap(assembler: Assembler, listed: Sequence[Mapping[str, str]]) -> Iterator[str]:
    homes = {lang: f"{lang}/" for lang in assembler.catalogue.codes}
    yield f"{_SITEMAP}\n<url><loc>{escape(assembler.base)}</loc>{_twins(assembler, homes)}</url>\n"
    for twins in listed:
        links = _twins(assembler, twins)
        for address in twins.values():
            yield f"<url><loc>{escape(assembler.base + address)}</loc>{links}</url>\n"
    yield "</urlset>\n"


def _twins(assembler: Assembler, twins: Mapping[str, str]) -> str:
    if len(twins) < 2:
        return ""
    return "".join(
        f'<xhtml:link rel="alternate" hreflang="{assembler.locales.get(lang, lang)}" href="{escape(assembler.base + to)}"/>'
        for lang, to in twins.items()
    )

"""The named pages: home, suggested words, themes, core and non-core, quality, choices of words, accessibility, the
contributor's tables.

A view is a template of its own name, with a title, a description and what it shows. `views` lists those that a root
has anything to show on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from generator import checks
from generator.catalogue import Said
from generator.issues import N_
from generator.kinds.describe import rows
from generator.kinds.term import Term
from generator.kinds.vocabulary import Vocabulary
from generator.render import choices, compare, competencies, coverage, data, document, framework, news, quality
from generator.render.page import Page
from generator.render.renderer import Renderer
from generator.render.suggest import LOOKED, MISSING
from generator.render.view import View

_FRAME_IDS = re.compile(r'(<h[1-6] id=")(help|help-title|main|menu|seek|suggest|suggest-text)"')
"""Headings of hand-written pages whose ids the frame has: those of the frame lead to the numbers to ring and the menu."""
SHOWN_CHANGES = 6
"""How many entries "new and changed" shows on the home page."""


def _home(renderer: Renderer, lang: str) -> Mapping[str, Any]:
    terms = renderer.catalogue.terms.values()
    return {
        "news": news.entries(renderer, lang, renderer.view_address("home", lang), SHOWN_CHANGES),
        "total": len(terms),
        "suggested": sum(term.suggested for term in terms),
    }


def _suggested(renderer: Renderer, lang: str) -> Mapping[str, Any]:
    return {"terms": [r for r in renderer.catalogue.ordered(Term.folder, lang) if isinstance(r, Term) and r.suggested]}


def _themes(renderer: Renderer, lang: str) -> Mapping[str, Any]:
    catalogue = renderer.catalogue
    vocabulary = catalogue.of("vocabularies")["themes"]
    assert isinstance(vocabulary, Vocabulary)
    ordered = [r for r in catalogue.ordered(Term.folder, lang) if isinstance(r, Term)]
    by_theme = {id: [term for term in ordered if id in term.themes] for id in vocabulary.entries}
    return {"vocabulary": vocabulary, "by_theme": by_theme}


def _needs(renderer: Renderer, lang: str) -> Mapping[str, Any]:
    found = renderer.catalogue.of(Vocabulary.folder).values()
    return {"vocabulary": next(v for v in found if isinstance(v, Vocabulary) and v.page == "needs")}


def _core(renderer: Renderer, lang: str) -> Mapping[str, Any]:
    ordered = [r for r in renderer.catalogue.ordered(Term.folder, lang) if isinstance(r, Term)]
    return {"classes": {name: [term for term in ordered if term.class_ == name] for name in ("core", "non-core")}}


def _nothing(renderer: Renderer, lang: str) -> Mapping[str, Any]:
    return {}


VIEWS = (
    View("home", "", "", _home, search_box=False),
    View(
        "search",
        N_("Search"),
        N_("Find a word, a theme or what you need, however you say or spell it."),
        _nothing,
        search_box=False,
        asks=MISSING,
    ),
    View(
        "suggested",
        N_("Suggested words"),
        N_("The preferred words of the shared language, each with its twin in the other language."),
        _suggested,
        shows_prose=True,
    ),
    View("themes", N_("Themes"), N_("Every word, grouped by what it is about."), _themes),
    View("needs", N_("What do you need?"), N_("What people come with, in everyday words, and where to turn."), _needs),
    View("core", N_("Core and non-core words"), N_("What core and non-core mean here, with live counts."), _core),
    View(
        "quality",
        N_("Coverage and quality"),
        N_("How complete and how well checked the words are, and what is still open."),
        quality.values,
        shows_prose=True,
    ),
    View(
        coverage.NAME,
        N_("What is listed, and what is not"),
        N_(
            "How many groups and services are listed for each need in each area, how fresh that is, and what is still missing."
        ),
        coverage.values,
        uses=("directory.css", "coverage.css", "find/coverage.js"),
        asks=LOOKED,
        beside=coverage.beside,
    ),
    View(
        "choices",
        N_("Choices of words"),
        N_("Where there is more than one word for the same thing: the one that is used here, and why."),
        choices.values,
    ),
    View(
        "fields",
        N_("What a record holds"),
        N_("Every field of every kind of record, for people who write them."),
        lambda renderer, lang: {"tables": {kind: list(rows(kind)) for kind in renderer.catalogue.kinds.values()}},
    ),
    View(
        "checks",
        N_("What is checked"),
        N_("Every rule that records are checked against, and what to do."),
        lambda renderer, lang: {"rules": checks.all_rules()},
    ),
    View(
        data.NAME,
        N_("Open data"),
        N_("All groups, services and words as open data: Open Referral UK, tables, points on the map."),
        data.values,
        shows_prose=True,
    ),
    View(
        "plan",
        N_("My plan"),
        N_("Groups you want to try, kept in this tab, or on your device if you choose."),
        _nothing,
        uses=("directory.css", "find/asset.js", "find/plan-page.js"),
    ),
    View(
        "accessibility",
        N_("Accessibility statement"),
        N_("How accessible this site is, what is known not to work, and whom to tell."),
        _nothing,
    ),
    *document.VIEWS,
    *news.VIEWS,
    *compare.VIEWS,
    *competencies.VIEWS,
    *framework.VIEWS,
)


def pages(renderer: Renderer, *, prose_only: bool = False) -> Iterator[Page]:
    """Every named page in each language; or only those that show texts of records."""
    catalogue = renderer.catalogue
    for view in VIEWS:
        if view.name not in catalogue.views or (prose_only and not view.shows_prose):
            continue
        template = f"{view.name}.html"
        for lang in catalogue.codes:
            address = renderer.view_address(view.name, lang)
            wording = renderer.wordings[lang]
            name = catalogue.said(catalogue.site.name, lang).text or "Geirfa"
            title = wording.plain(view.title) if view.title else name
            description = (
                wording.plain(view.description)
                if view.description
                else (renderer.here(lang, address).plain(catalogue.site.about or catalogue.site.tagline) or name)
            )
            crumbs: tuple[tuple[Said, str], ...] = () if view.name == "home" else (renderer.home_crumb(lang),)
            schema = {"@type": "WebSite", "name": name} if view.name == "home" else {"@type": "WebPage", "name": title}
            values = view.values(renderer, lang)
            body = renderer.body(template, lang, address, title=title, **values)
            yield Page(
                lang,
                address,
                title,
                description,
                body,
                renderer.view_twins(view.name),
                crumbs,
                view.name,
                schema,
                search_box=view.search_box,
                uses=view.uses,
                asks=view.asks,
                beside=view.beside(renderer, lang, values),
            )


def hand_page(
    renderer: Renderer,
    lang: str,
    name: str,
    title: str,
    description: str,
    html: str,
    source: str,
    languages: tuple[str, ...],
) -> Page:
    """A hand-written page whose Markdown is already HTML. `languages` are those it exists in."""
    address = renderer.view_address(name, lang)
    body = renderer.body(
        "page.html",
        lang,
        address,
        title=title,
        html=renderer.here(lang, address).linked(_FRAME_IDS.sub(r'\1\2_1"', html)),
    )
    twins = {code: renderer.view_address(name, code) for code in languages}
    return Page(
        lang,
        address,
        title,
        description or title,
        body,
        twins,
        (renderer.home_crumb(lang),),
        name,
        {"@type": "WebPage", "name": title},
        source,
    )

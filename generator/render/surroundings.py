"""What the frame shows around every page: name, doors, urgent numbers, foot."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from markupsafe import Markup

from generator.escaping import escape
from generator.issues import N_
from generator.kinds.site import UrgentNumber
from generator.kinds.term import Term
from generator.render.frame import slot
from generator.render.here import Here
from generator.render.renderer import Renderer

_FOOT = ("about", "listing", "contribute", "accessibility", "privacy", "coverage", "quality", "sources", "data")


def context(renderer: Renderer, lang: str, hand_pages: Collection[str]) -> Mapping[str, Any]:
    """The variables of main.html in one language. `hand_pages` are the names of the hand-written pages there."""
    site, catalogue = renderer.catalogue.site, renderer.catalogue
    here = renderer.here(lang, "")
    wording = renderer.wordings[lang]
    return {
        "lang": lang,
        "_": wording,
        "ngettext": wording.count,
        "slot": lambda name: Markup(slot(name)),
        "name": escape(
            here.said(site.name).text or "Geirfa"
        ),  # main.html is rendered by the host, which escapes nothing
        "words": renderer.view_address(Term.folder, lang),
        "results": renderer.view_address("search", lang),
        "findable": bool(site.url),
        "plan": renderer.view_address("plan", lang) if "plan" in catalogue.views else "",
        "doors": [
            {"name": here.line(door.name), "section": door.to, "address": renderer.view_address(door.to, lang)}
            for door in site.doors
        ]
        or [{"name": wording("Words"), "section": Term.folder, "address": renderer.view_address(Term.folder, lang)}],
        "urgent": [_number(here, number) for number in site.urgent],
        "urgent_note": here.plain_prose(here.said(site.urgent_note).text) if site.urgent_note else "",
        "foot": [
            {"name": name, "address": renderer.view_address(page, lang)}
            for page, name in _foot(renderer, lang, hand_pages)
        ],
        "licence": escape(here.said(site.licence).text),
        "licence_url": escape(site.licence_url or ""),
        "catalogue": catalogue,
    }


def _number(here: Here, number: UrgentNumber) -> Mapping[str, Any]:
    return {
        "name": here.line(number.name),
        "plain_name": here.said(number.name).text,
        "what": here.line(number.what),
        "phone": number.phone,
        "dial": number.phone.replace(" ", ""),
        "then": here.line(number.then) if number.then else "",
        "hours": here.line(number.hours) if number.hours else "",
        "source": escape(number.source),
        "checked": here.date(number.checked),
    }


def _foot(renderer: Renderer, lang: str, hand_pages: Collection[str]) -> list[tuple[str, Markup]]:
    """Pages named in the foot, those that exist."""
    catalogue, wording = renderer.catalogue, renderer.wordings[lang]
    shown = {*catalogue.views, *catalogue.lists, *hand_pages}
    return [(page, wording(_FOOT_NAMES[page])) for page in _FOOT if page in shown]


_FOOT_NAMES = {
    "about": N_("Who runs this"),
    "listing": N_("Who we list, and why"),
    "contribute": N_("Take part"),
    "accessibility": N_("Accessibility"),
    "privacy": N_("Privacy"),
    "coverage": N_("What is listed"),
    "quality": N_("Coverage and quality"),
    "sources": N_("Sources"),
    "data": N_("Open data"),
}

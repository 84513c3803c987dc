"""The panel "suggest a change": ways that need no account first (an e-mail ready to send, the same text to copy), then
GitHub's form. The same on every page; on a list it asks for what is missing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import quote

from generator.escaping import escape, escaped, quoted
from generator.issues import N_
from generator.kinds.site import Site
from generator.render.frame import Pieces, slot
from generator.wording import Wording

CHANGE, MISSING, LOOKED, GROUP, NOTHING = "change", "missing", "looked", "group", "nothing"
"""What a panel asks for: a change to a page, a missing word, what came of looking in an area, a change to a group, what was
looked for and not found. Kinds name them for their pages (`Record.asks`)."""

_HEADINGS = {
    CHANGE: N_("Suggest a change to this page"),
    MISSING: N_("Suggest a word that is missing"),
    LOOKED: N_("Have you looked, or do you know of something? Tell us"),
    GROUP: N_("Report a change to this group or service"),
    NOTHING: N_("Looked and found nothing? Tell us"),
}
_SUBJECTS = {
    CHANGE: N_("Suggestion: {title}"),
    MISSING: N_("A word that is missing"),
    LOOKED: N_("Looked for, or missing from the list"),
    GROUP: N_("Change: {title}"),
    NOTHING: N_("Looked and found nothing"),
}
_TEXTS = {
    CHANGE: N_("About the page: {title}\n{address}\n\nWhat should change?\n\n\nWhy, or where does it stand?\n\n"),
    MISSING: N_(
        "A word for this list: {address}\n\nThe word, in the language you know it in:\n\n\nWhat it means:\n\n\n"
        "Who says it, and where does it stand?\n\n"
    ),
    LOOKED: N_(
        "About the list: {address}\n\nThe area:\n\nWhat help was looked for:\n\nOn which day, where and by whom (no names):\n\n"
        "Found: none, or this group or service:\n\nPlease write nothing about yourself or about anybody else.\n\n"
    ),
    GROUP: N_(
        "About: {title}\n{address}\n\nWhat is not right? Fill in what you know and leave out the rest.\n\nDays or times:\n\n"
        "Place:\n\nCost, or how to join:\n\nNumber, e-mail or web address:\n\nClosed or paused, and since when:\n\n"
        "Something else:\n\nHow do you know? (I run it, I was there, I rang, its web page):\n\n"
        "Please write no names and no private numbers.\n\n"
    ),
    NOTHING: N_(
        "The list: {address}\n\nThe area or the nearest town (no street, no postcode):\n\n"
        "What was looked for, a need or an activity:\n\n"
        "If you know of something that belongs here, what it is called and where it is:\n\n"
        "Please write nothing about yourself or about anybody else: no names, no illness, no home.\n\n"
    ),
}
_FORMS = {
    CHANGE: "suggestion.yml",
    MISSING: "new-word.yml",
    LOOKED: "nothing-found.yml",
    GROUP: "group.yml",
    NOTHING: "nothing-found.yml",
}
_WRITE, _COPY = N_("Write an e-mail"), N_("Copy the text")
_OR_COPY = N_("Or copy this text and send it any way you like:")
_COPY_THIS = N_("Copy this text and send it to the people who run this site:")
_FORM, _EDIT = N_("Fill in the form on GitHub"), N_("Edit the record on GitHub")
_ACCOUNT = N_("(needs an account there)")


class SuggestPanel:
    """The panels of one language, with slots for the page they stand on."""

    def __init__(self, site: Site, wording: Wording) -> None:
        self._linked = bool(site.email or site.repository)
        self._panels = {(asks, edit): _panel(site, wording, asks, edit) for asks in _TEXTS for edit in (True, False)}

    def html(self, title: str, address: str, source: str, asks: str) -> str:
        """The panel of one page; `source` is the file to edit, "" where there is none."""
        panel = self._panels[asks, bool(source)]
        values = {"title": escaped(title), "address": escaped(address)}
        if self._linked:  # else no panel has an address to put them into
            values |= {"quoted-title": quoted(title), "quoted-address": quoted(address), "source": quote(source)}
        return panel.fill(values)


def _panel(site: Site, t: Wording, asks: str, edit: bool) -> Pieces:
    subject, text = t.plain(_SUBJECTS[asks]), t.plain(_TEXTS[asks])
    shown = {"title": slot("title"), "address": slot("address")}
    within = {"title": slot("quoted-title"), "address": slot("quoted-address")}
    ways = []
    if site.email:
        parts = f"subject={_quoted(subject, within)}&amp;body={_quoted(text, within)}"
        mail = f"mailto:{quote(site.email, safe='@')}?{parts}"
        ways.append(f'<p><a class="button first" href="{mail}">{t(_WRITE)}</a></p>')
    ways.append(
        f'<label for="suggest-text">{t(_OR_COPY if site.email else _COPY_THIS)}</label>'
        f'<textarea id="suggest-text" rows="7" readonly>{escape(text).format(**shown)}</textarea>'
        f'<p><button type="button" class="button" data-copy="#suggest-text" hidden>{t(_COPY)}</button></p>'
    )
    if site.repository:
        parts = f"template={_FORMS[asks]}&amp;title={_quoted(subject, within)}&amp;page={within['address']}"
        form = f"{escape(site.repository)}/issues/new?{parts}"
        ways.append(f'<p><a href="{form}">{t(_FORM)}</a> {t(_ACCOUNT)}</p>')
        if edit:
            place = f"{escape(site.repository)}/edit/{escape(quote(site.branch))}/{slot('source')}"
            ways.append(f'<p><a href="{place}">{t(_EDIT)}</a> {t(_ACCOUNT)}</p>')
    inside = "".join(ways)
    return Pieces(f'<details class="suggest" id="suggest"><summary>{t(_HEADINGS[asks])}</summary>{inside}</details>')


def _quoted(text: str, slots: Mapping[str, str]) -> str:
    """Text for an address with its {gaps} made slots: a text quoted is its parts quoted."""
    return re.sub(r"%7B(\w+)%7D", lambda gap: slots[gap.group(1)], quote(text, safe=""))

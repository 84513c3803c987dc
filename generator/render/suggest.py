"""The panel "suggest a change": ways that need no account first (an e-mail ready to send, the same text to copy), then
GitHub's form. The same on every page; on a list it asks for what is missing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import quote

from markupsafe import escape

from generator.issues import N_
from generator.kinds.site import Site
from generator.render.frame import Pieces, slot
from generator.wording import Wording

CHANGE, MISSING = "change", "missing"

_HEADINGS = {CHANGE: N_("Suggest a change to this page"), MISSING: N_("Suggest a word that is missing")}
_SUBJECTS = {CHANGE: N_("Suggestion: {title}"), MISSING: N_("A word that is missing")}
_TEXTS = {
    CHANGE: N_("About the page: {title}\n{address}\n\nWhat should change?\n\n\nWhy, or where does it stand?\n\n"),
    MISSING: N_(
        "A word for this list: {address}\n\nThe word, in the language you know it in:\n\n\nWhat it means:\n\n\n"
        "Who says it, and where does it stand?\n\n"
    ),
}
_FORMS = {CHANGE: "suggestion.yml", MISSING: "new-word.yml"}
_WRITE, _COPY = N_("Write an e-mail"), N_("Copy the text")
_OR_COPY = N_("Or copy this text and send it any way you like:")
_COPY_THIS = N_("Copy this text and send it to the people who run this site:")
_FORM, _EDIT = N_("Fill in the form on GitHub"), N_("Edit the record on GitHub")
_ACCOUNT = N_("(needs an account there)")


class SuggestPanel:
    """The panels of one language, with slots for the page they stand on."""

    def __init__(self, site: Site, wording: Wording) -> None:
        self._panels = {
            (asks, edit): _panel(site, wording, asks, edit) for asks in (CHANGE, MISSING) for edit in (True, False)
        }

    def html(self, title: str, address: str, source: str, asks: str) -> str:
        """The panel of one page; `source` is the file to edit, "" where there is none."""
        return self._panels[asks, bool(source)].fill(
            {
                "title": escape(title),
                "quoted-title": escape(quote(title, safe="")),
                "address": escape(address),
                "quoted-address": escape(quote(address, safe="")),
                "source": escape(quote(source)),
            }
        )


def _panel(site: Site, t: Wording, asks: str, edit: bool) -> Pieces:
    subject, text = t.plain(_SUBJECTS[asks]), t.plain(_TEXTS[asks])
    shown = {"title": slot("title"), "address": slot("address")}
    quoted = {"title": slot("quoted-title"), "address": slot("quoted-address")}
    ways = []
    if site.email:
        parts = f"subject={_quoted(subject, quoted)}&amp;body={_quoted(text, quoted)}"
        mail = f"mailto:{quote(site.email, safe='@')}?{parts}"
        ways.append(f'<p><a class="button first" href="{mail}">{t(_WRITE)}</a></p>')
    ways.append(
        f'<label for="suggest-text">{t(_OR_COPY if site.email else _COPY_THIS)}</label>'
        f'<textarea id="suggest-text" rows="7" readonly>{escape(text).format(**shown)}</textarea>'
        f'<p><button type="button" class="button" data-copy="#suggest-text" hidden>{t(_COPY)}</button></p>'
    )
    if site.repository:
        parts = f"template={_FORMS[asks]}&amp;title={_quoted(subject, quoted)}&amp;page={quoted['address']}"
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

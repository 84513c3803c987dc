"""Messages to those who run a group: is what we list still right? One for each group that can be written to or rung, in all
languages of the site, ready to send."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple
from urllib.parse import quote

from generator import listing
from generator.catalogue import Catalogue
from generator.due import Due
from generator.issues import N_
from generator.kinds.asset import Asset
from generator.languages import language
from generator.wording import Wording

MOST_LINK = 2000
"""Characters that a mailto link may have: browsers and Windows cut longer ones off."""
_RULE = "\n\n" + "-" * 40 + "\n\n"

SUBJECT = N_("Is this still right? {name}")
QUESTION = N_("{site} lists groups and activities, and one of them is: {name}. Is what it says still right?")
PAGE = N_("The page: {address}")
YES = N_("If all of it is right, reply: yes")
CHANGED = N_(
    "If something has changed, reply: changed, and say what. If it has closed, reply: closed. Please give no names or numbers "
    "of private persons."
)
REMOVAL = N_(
    "Listed is not recommended: the directory says what there is, no more. You can ask at any time for the entry to be changed or "
    "taken out."
)
OR_WRITE = N_("If you cannot reply, write to: {email}")


class Message(NamedTuple):
    """One message. `email` or `phone` is "" where there is none; `link` opens it in the reader's own mail program, and is ""
    without an e-mail address; `why` says why the group is due, in the first language."""

    asset: Asset
    area: str
    name: str
    why: str
    email: str
    phone: str
    subject: str
    body: str
    link: str
    page: str


def messages(catalogue: Catalogue, due: Sequence[Due], wordings: Sequence[Wording]) -> Iterator[Message]:
    """A message for each group that has an e-mail address or a number to ring, in the order given. `wordings` are the
    interface's words in the site's languages, the first one first."""
    for one in due:
        if one.asset.contact.email or _phone(one.asset):
            yield _message(catalogue, one, wordings)


def _message(catalogue: Catalogue, one: Due, wordings: Sequence[Wording]) -> Message:
    asset, first = one.asset, wordings[0]
    names = {wording.lang: catalogue.title(asset, wording.lang).text for wording in wordings}
    ask = SUBJECT.partition(" {name}")[0]
    asked = dict.fromkeys(wording.plain(SUBJECT).format(name="").strip() for wording in wordings)
    subject = f"{' / '.join(asked)} {' / '.join(dict.fromkeys(names.values()))}" if ask else ""
    bodies = [
        _bilingual([_body(catalogue, asset, wording, names, facts=facts) for wording in wordings], wordings)
        for facts in (True, False)
    ]
    email = asset.contact.email or ""
    area = catalogue.entries_of(Asset.shelves).get(asset.shelf)
    return Message(
        asset,
        catalogue.said(area.name, first.lang).text if area else asset.shelf,
        names[first.lang],
        "; ".join(reason.text(first) for reason in one.reasons),
        email,
        _phone(asset),
        subject,
        bodies[0],
        _link(email, subject, bodies) if email else "",
        _page(catalogue, asset, first.lang),
    )


def _body(catalogue: Catalogue, asset: Asset, wording: Wording, names: Mapping[str, str], *, facts: bool) -> str:
    """The message in one language; without what is listed, where it has to be short."""
    site, say = catalogue.site, wording.plain
    lines = [f"{fact.label}: {fact.text}" for fact in listing.facts(catalogue, asset, wording)] if facts else []
    address = _page(catalogue, asset, wording.lang)
    page = [say(PAGE).format(address=address)] if address else []
    name = catalogue.said(site.name, wording.lang).text or "Geirfa"
    parts = [
        say(QUESTION).format(site=name, name=names[wording.lang]),
        "\n".join(lines + page),
        say(YES),
        say(CHANGED),
        say(REMOVAL),
        say(OR_WRITE).format(email=site.email) if site.email else "",
    ]
    return "\n\n".join(filter(None, parts))


def _bilingual(bodies: Sequence[str], wordings: Sequence[Wording]) -> str:
    """One below the other; whoever reads another language than the first is told at the top that theirs is below."""
    below = [
        wording.plain(N_("Below: {language}")).format(language=language(wording.lang).name) for wording in wordings[1:]
    ]
    return "\n".join(below) + ("\n\n" if below else "") + _RULE.join(bodies) + "\n"


def _page(catalogue: Catalogue, asset: Asset, lang: str) -> str:
    """The address of its page, "" where the site's own is not known."""
    return f"{catalogue.site.url}{catalogue.address(asset, lang)}" if catalogue.site.url else ""


def _phone(asset: Asset) -> str:
    """The first number that is answered by voice."""
    return next((phone.number for phone in asset.contact.phones if not phone.text), "")


def _link(email: str, subject: str, bodies: Sequence[str]) -> str:
    """A mailto link with the first of the texts that fits, or with the subject alone."""
    begin = f"mailto:{quote(email, safe='@')}?subject={quote(subject, safe='')}"
    links = (f"{begin}&body={quote(body.replace(chr(10), chr(13) + chr(10)), safe='')}" for body in bodies)
    return next((link for link in links if len(link) <= MOST_LINK), begin)

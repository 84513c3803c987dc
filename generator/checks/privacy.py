"""Nobody's own number, mailbox or home is listed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Set
from datetime import date
from functools import cached_property

from generator.catalogue import Catalogue
from generator.issues import N_, Issue, Path, Rule, Severity
from generator.kinds.asset import Asset, Contact
from generator.kinds.handover import Handover
from generator.kinds.organisation import Organisation
from generator.kinds.record import Record
from generator.kinds.site import Mobiles, Site
from generator.texts import Text

PRIVATE_MOBILE = Rule(
    "private-mobile",
    Severity.WARNING,
    N_("No mobile number is listed, as it may be a person's own, unless those who run the group have said it may be."),
    N_("{number} is a mobile number."),
    N_(
        "Write a number of the body, or none. It may stay under 'contact' once those who run the group have confirmed the "
        "record: 'checked' with 'how: themselves'."
    ),
)
PERSONAL_EMAIL = Rule(
    "personal-email",
    Severity.WARNING,
    N_("No e-mail address of a person is listed, unless those who run the group have said it may be."),
    N_("{email} may be a person's own address."),
    N_(
        "Write an address of the body, or none. It may stay once those who run the group have confirmed the record: "
        "'checked' with 'how: themselves'."
    ),
)
HOME_ADDRESS = Rule(
    "home-address",
    Severity.ADVICE,
    N_("Nobody's home is listed."),
    N_("'{text}' may be somebody's home."),
    N_("If it is, write 'mask: area' and leave out the street: readers see the town and ring first."),
)

FREE_MAIL = frozenset(
    "aol blueyonder btinternet btopenworld gmail gmx googlemail hotmail icloud live msn ntlworld outlook protonmail talktalk "
    "tiscali virginmedia yahoo ymail".split()
)
"""Where people have mailboxes of their own: what the domain begins with."""
FREE_DOMAINS = frozenset({"mac.com", "mail.com", "me.com", "pm.me", "proton.me", "sky.com"})

_DATE = r"[0-3]?\d[ -](?:0?\d|1[0-2])[ -](?:19|20)\d\d(?!\d)"
RUN = re.compile(rf"(?<![\w.,/=-])(?!{_DATE})(?:\+|\(?0)[\d ()-]{{8,20}}\d(?!\w)")
"""What may be a telephone number in a sentence."""
DIGITS = range(10, 16)
"""How many digits one has."""
_LETTERS = re.compile(r"[a-z]+")
_PLACES = frozenset({Handover.folder, Organisation.folder})
"""Kinds that say how to reach a body, beside those with a contact."""


def check(catalogue: Catalogue, today: date) -> Iterator[Issue]:
    site, everyday = catalogue.site, Everyday(catalogue)
    reached = _PLACES.union(folder for folder, kind in catalogue.kinds.items() if "contact" in kind.model_fields)
    for record in (record for folder in sorted(reached) for record in catalogue.of(folder).values()):
        for path, contact in _contacts(record):
            if site.mobiles:
                yield from _phones(record, path, contact, site.mobiles)
            if contact.email and is_personal(contact.email, _names(record), everyday):
                yield PERSONAL_EMAIL.at(record.file, (*path, "email"), email=contact.email)
    if site.mobiles:
        yield from _prose((text for text in catalogue.texts if text.record.folder in reached), site.mobiles)
    if phrases := homes(site):
        yield from _homes(catalogue, phrases)


def _contacts(record: Record) -> Iterator[tuple[Path, Contact]]:
    """Contacts of a record that those who run it have not confirmed."""
    contact, checked = getattr(record, "contact", None), getattr(record, "checked", None)
    if isinstance(contact, Contact) and not (checked and checked.how == "themselves"):
        yield ("contact",), contact
    if isinstance(record, Handover):
        yield from ((("people", number, "contact"), person.contact) for number, person in enumerate(record.people))


def _phones(record: Record, path: Path, contact: Contact, mobiles: Mobiles) -> Iterator[Issue]:
    for number, phone in enumerate(contact.phones):
        if is_mobile(phone.number, mobiles):
            yield PRIVATE_MOBILE.at(record.file, (*path, "phones", number, "number"), number=phone.number)


def _prose(texts: Iterable[Text], mobiles: Mobiles) -> Iterator[Issue]:
    for text in texts:
        for found in RUN.findall(text.text):
            if is_mobile(found, mobiles) and sum(map(str.isdigit, found)) in DIGITS:
                yield PRIVATE_MOBILE.at(text.record.file, text.path, number=found.strip())


def is_mobile(number: str, mobiles: Mobiles) -> bool:
    """Whether a number, however it is written, begins as those of mobiles do."""
    digits = re.sub(r"[^\d+]", "", number.replace("(0)", ""))
    digits = f"+{digits[2:]}" if digits.startswith("00") else digits
    return digits.startswith(mobiles.begin) and not (mobiles.except_ and digits.startswith(mobiles.except_))


def is_personal(email: str, names: Set[str], everyday: Everyday) -> bool:
    """Whether an address looks like a person's: with a provider of private mailboxes, or first.last before the @; unless it
    is mostly made of the words that its record is named by (bigpitcoalshed@), or its last part is an everyday word."""
    local, _, domain = _plain(email).partition("@")
    parts = _LETTERS.findall(local)
    letters = "".join(parts)
    if 2 * sum(len(word) for word in names if word in letters) >= len(letters):
        return False
    if domain in FREE_DOMAINS or domain.partition(".")[0] in FREE_MAIL:
        return True
    return len(parts) > 1 and parts[-1] not in everyday.words


def _names(record: Record) -> Set[str]:
    """Words that a record, its place and those who run it are called by, of three letters and more."""
    said = [record.id, record.file, *record.titles().values()]
    if isinstance(record, Asset):
        said += [*record.other_names(), record.organisation or "", *record.activities]
        said += [word for venue in record.venues.values() for word in (venue.near or "", *venue.name.values())]
    return named(said) - {"content", "yml"}


def named(said: Iterable[str]) -> Set[str]:
    """Words of three letters and more in what something is called by."""
    return {word for word in _LETTERS.findall(_plain(" ".join(said))) if len(word) > 2}


class Everyday:
    """Words that the texts of a root, and others, have in small letters, as names have not; gathered when the first is asked
    for."""

    def __init__(self, catalogue: Catalogue, more: Iterable[str] = ()) -> None:
        self._catalogue = catalogue
        self._more = more

    @cached_property
    def words(self) -> Set[str]:
        texts = (*(text.text for text in self._catalogue.texts), *self._more)
        plain = (_plain(word) for text in texts for word in text.split() if word[:1].islower())
        return {letters for word in plain for letters in _LETTERS.findall(word)}


def _plain(text: str) -> str:
    """Small letters without accents."""
    if text.isascii():
        return text.lower()
    return "".join(c for c in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(c))


def _pattern(phrase: str) -> str:
    """A phrase as a pattern: # stands for a number."""
    return r"\s+".join(re.escape(word).replace(r"\#", r"\d+\w?") for word in phrase.split())


def homes(site: Site) -> re.Pattern[str] | None:
    """What finds the phrases that homes are spoken of by; None where a root lists none."""
    phrases = [_pattern(phrase) for listed in site.homes.values() for phrase in listed]
    return re.compile(rf"(?<!\w)(?:{'|'.join(phrases)})(?!\w)", re.IGNORECASE) if phrases else None


def _homes(catalogue: Catalogue, phrases: re.Pattern[str]) -> Iterator[Issue]:
    for asset in catalogue.of(Asset.folder).values():
        for key, venue in asset.venues.items() if isinstance(asset, Asset) else ():
            if venue.mask != "exact":
                continue
            if venue.address and (found := phrases.search(venue.address)):
                yield HOME_ADDRESS.at(asset.file, ("venues", key, "address"), text=found.group())
            for lang, name in venue.name.items():
                if found := phrases.search(name):
                    yield HOME_ADDRESS.at(asset.file, ("venues", key, "name", lang), text=found.group())

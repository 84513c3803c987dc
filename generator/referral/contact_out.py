"""How to reach a body or a group: pages, mailboxes, numbers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.referral.attributes_out import Told, fits
from generator.referral.names import Ids
from generator.referral.words_out import Words


def webs(
    tree: Mapping[str, Any], path: tuple[str, ...], ids: Ids, words: Words, told: Told, first: str, others: str
) -> dict[str, Any]:
    """Addresses of pages: that of the language, and one of each other."""
    found: Mapping[str, str] = tree.get("web", {})
    made: dict[str, Any] = {}
    more = []
    for code, web in found.items():
        if not web.isascii():
            continue  # no URI; it stands among the attributes
        if code == words.lang:
            made[first] = web
        else:
            more.append({"id": ids[f"url/{code}"], "label": code, "url": web})
        told.add((*path, code))
    if more:
        made[others] = more
        if first not in made:
            made[first] = more[0]["url"]
    return made


def contact(tree: Mapping[str, Any], ids: Ids, words: Words, told: Told) -> dict[str, Any]:
    """E-mail and numbers: as a contact of the service, where Open Referral UK looks for numbers."""
    found = tree.get("contact", {})
    made: dict[str, Any] = {}
    one: dict[str, Any] = {"id": ids["contact"]}
    if email := found.get("email"):
        made["email"] = one["email"] = email
        told.add(("contact", "email"))
    if phones := found.get("phones"):
        one["phones"] = [_phone(phone, number, ids, words) for number, phone in enumerate(phones)]
        known = {"number", "what", "language"}
        if all(set(phone) <= known and fits(phone.get("what", {}), words.lang) for phone in phones):
            told.add(("contact", "phones"))
    return {**made, "contacts": [one]} if len(one) > 1 else made


def _phone(phone: Mapping[str, Any], place: int, ids: Ids, words: Words) -> dict[str, Any]:
    made: dict[str, Any] = {"id": ids[f"phone/{place}"], "number": phone["number"]}
    said = [words.said(phone.get(name, {})) for name in ("what", "hours", "then")]
    if said := [text for text in said if text]:
        made["description"] = ". ".join(said)
    if phone.get("text"):
        made["type"] = "text"
    if code := phone.get("language"):
        language = words.wording.language(code)
        made["languages"] = [{"id": ids[f"phone/{place}/{code}"], "code": code, "name": language}]
    return made

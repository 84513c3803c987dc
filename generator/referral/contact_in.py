"""Contacts, telephone numbers, e-mail and web addresses of a service as our contact."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.referral import cells
from generator.referral.reading import Node

_TEXTS = frozenset("text sms text-message".split())
_NO_PHONE = frozenset("fax pager".split())


def contact(service: Node) -> dict[str, Any]:
    """How to reach a service: what stands at itself, at its contacts and at its places, each number once. Names of people are
    not taken: they stay with what is kept aside."""
    found: dict[str, Any] = {}
    phones: dict[str, dict[str, Any]] = {}
    emails = [service.cell("email", cells.email)]
    for holder, said in _holders(service):
        for phone in holder.nodes("phones"):
            _phone(phone, said, phones)
        if holder is not service:
            emails.append(_email(holder, next(filter(None, emails), "")))
    if phones:
        found["phones"] = list(phones.values())
    if first := next(filter(None, emails), ""):
        found["email"] = first
    if pages := webs(service, "url", "additional_urls"):
        found["web"] = pages
    return found


def _holders(service: Node) -> Iterator[tuple[Node, str]]:
    """What may hold numbers, with what they are for: the service, its contacts, its places and theirs."""
    yield service, ""
    yield from _contacts(service)
    for place in service.nodes("service_at_locations"):
        yield place, ""
        yield from _contacts(place)
        if location := place.node("location"):
            yield location, ""
            yield from _contacts(location)


def _contacts(holder: Node) -> Iterator[tuple[Node, str]]:
    for one in holder.nodes("contacts"):
        yield one, one.line("department") if one.has("phones") else ""


def _email(holder: Node, taken: str) -> str:
    """The address of a contact; a second one stays unread."""
    found = holder.cell("email", cells.email)
    if taken and found and found != taken:
        holder.keep("email")
    return found


def webs(node: Node, first: str, others: str) -> dict[str, str]:
    """Its page; further ones whose label is a language of the root are its pages in that."""
    lang, found = node.row.lang, dict[str, str]()
    if url := node.cell(first, cells.web):
        found[lang] = url
    for other in node.nodes(others):
        label = str(other.value.get("label") or "").strip().lower()
        code = label if label in node.row.words.languages else lang
        if code not in found or other.value.get("url") == found[code]:
            found[code] = other.cell("url", cells.web)
            if code == label:
                other.take("label")
    return {code: url for code, url in found.items() if url}


def _phone(phone: Node, said: str, phones: dict[str, dict[str, Any]]) -> None:
    kind = str(phone.value.get("type") or "").strip().lower()
    if kind in _NO_PHONE:
        return
    number = phone.cell("number", cells.phone)
    if not number:
        return
    made = _made(phone, number, said, kind)
    known = phones.get(number)
    if known is None:
        phones[number] = made
    elif known != made and "what" in made and known.get("what") != made["what"]:
        phone.keep("description")
    phone.take("type")


def _made(phone: Node, number: str, said: str, kind: str) -> dict[str, Any]:
    lang = phone.row.lang
    made: dict[str, Any] = {"number": number}
    if what := phone.line("description") or phone.line("department") or said:
        made["what"] = {lang: what}
    if then := phone.cell("extension", cells.number) or cells.extension(phone.value.get("number")):
        made["then"] = {lang: then}
    if spoken := _language(phone):
        made["language"] = spoken
    if kind in _TEXTS:
        made["text"] = "true"
    return made


def _language(phone: Node) -> str:
    """The language of a line that has one, where it is one of the root's."""
    held = list(phone.nodes("languages"))
    if len(held) != 1:
        return ""
    found = phone.row.words.spoken(str(held[0].value.get("code") or ""), str(held[0].value.get("name") or ""))
    if found not in phone.row.words.languages:
        return ""
    for key in ("code", "name"):
        held[0].take(key)
    return found

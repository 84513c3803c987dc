"""A document of Open Referral (HSDS 3.1, nested) as the fields of a record of ours.

What is read is put where a reader of our pages looks for it; what is not understood is handed back by its path. A date on which
others assured their record is never taken for our having checked it. The way back is `outward`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from generator.referral import cells, choices_in, labels_in, service_in
from generator.referral.clean import clean, line
from generator.referral.contact_in import contact, webs
from generator.referral.cost_in import cost
from generator.referral.dirt import OTHER_NAME
from generator.referral.reading import MOST_LINE, Dirtied, Node, Row
from generator.referral.venues_in import places
from generator.referral.words import Words


class Taken(NamedTuple):
    """A document as we took it."""

    key: str
    tree: dict[str, Any]
    links: dict[str, tuple[str, str]]
    unmapped: dict[str, Any]
    dirt: tuple[Dirtied, ...]


def service(document: Mapping[str, Any], words: Words, lang: str) -> Taken:
    """A service with all that is nested in it, as the fields of an asset: texts, lists, mappings as `source` reads them."""
    row = Row(document, words, lang)
    root = row.root
    row.ours = labels_in.is_ours(root, "assets")
    tree: dict[str, Any] = _named(root, _organisation_name(root))
    _also(root, tree)
    _description(root, tree, "description")
    venues, keys, online = places(root)
    found = {
        "state": service_in.state(root),
        "ages": service_in.ages(root),
        "venues": venues,
        "remote": service_in.remote(root, online),
        "serves": service_in.serves(root),
        "when": service_in.when(root, keys if len(venues) > 1 or row.ours else {}),
        "cost": cost(root),
        "join": service_in.join(root),
        "languages": service_in.languages(root),
        "contact": contact(root),
        "travel": service_in.travel(root),
        **service_in.texts(root),
    }
    tree.update({field: value for field, value in found.items() if value})
    if not row.ours:
        choices_in.choose(root, tree)
    return _taken(root, "assets", tree, _links(root))


def organisation(document: Mapping[str, Any], words: Words, lang: str) -> Taken:
    """An organisation, as the fields of ours."""
    row = Row(document, words, lang)
    root = row.root
    row.ours = labels_in.is_ours(root, "organisations")
    tree: dict[str, Any] = _named(root, "")
    _also(root, tree)
    _description(root, tree, "note")
    if web := webs(root, "website" if root.has("website") else "url", "additional_websites"):
        tree["web"] = web
    if registered := list(_registered(root)):
        tree["registered"] = registered
    links = {}
    parent = str(root.value.get("parent_organization_id") or "")
    if parent and parent != key_of(root):
        links["part_of"] = ("organisations", parent)
    return _taken(root, "organisations", tree, links)


def _taken(root: Node, folder: str, tree: dict[str, Any], links: dict[str, tuple[str, str]]) -> Taken:
    """All that was read, with what attributes say of fields laid over it. Of an export of ours nothing else is left."""
    row = root.row
    if row.ours:
        tree = labels_in.told(root, tree)
    labels_in.overlay(root, folder, tree)
    return Taken(key_of(root), tree, links, {} if row.ours else row.unmapped(), () if row.ours else tuple(row.dirt))


def key_of(root: Node) -> str:
    return cells.as_text(root.value.get("id") or "")


def _organisation_name(root: Node) -> str:
    held = root.node("organization")
    return str(held.value.get("name") or "") if held else ""


def _named(root: Node, other: str) -> dict[str, dict[str, str]]:
    """The name; else another it is known by, or that of its organisation; nothing where there is none."""
    lang = root.row.lang
    if name := root.line("name"):
        return {"name": {lang: name}}
    found = root.line("alternate_name") or line(clean(other).text)[:MOST_LINE]
    if not found:
        return {}
    root.row.find("name", OTHER_NAME, name=found)
    return {"name": {lang: found}}


def _also(root: Node, tree: dict[str, Any]) -> None:
    other = root.line("alternate_name")
    if other and root.row.ours:
        tree["also"] = {root.row.lang: other.split("; ")}
    elif other and other not in tree.get("name", {}).values():
        tree["also"] = {root.row.lang: [other]}


def _description(root: Node, tree: dict[str, Any], long: str) -> None:
    """A line is what it is in a sentence; anything longer a text. In an export of ours a sentence may come first."""
    text = root.prose("description")
    if root.row.ours and long == "description":
        first = next(labels_in.labelled(root, f"summary@{root.row.lang}"), None)
        if text := text.partition("\n\n")[2] if first else text:
            tree[long] = {root.row.lang: text}
    elif text and (brief := root.line("summary")) and long == "description":
        tree["summary"] = {root.row.lang: brief}
        if text != brief:
            tree[long] = {root.row.lang: text}
    elif text:
        tree["summary" if len(text) <= MOST_LINE and "\n" not in text else long] = {root.row.lang: text}


def _links(root: Node) -> dict[str, tuple[str, str]]:
    """The organisation of a service, by its identity; one that has none by its name."""
    held = root.node("organization")
    key = key_of(held) or str(held.value.get("name") or "").strip() if held else ""
    key = key or cells.as_text(root.value.get("organization_id") or "")
    if held:
        root.take("organization")
    return {"organisation": ("organisations", key)} if key else {}


_SCHEMES = {
    **dict.fromkeys(("GB-CHC", "GB-SC", "GB-NIC", "UK-CHTY"), "charity"),
    **dict.fromkeys(("GB-COH", "UK-CO"), "company"),
    "GB-MPR": "community-benefit-society",
}


def _registered(root: Node) -> Iterator[dict[str, str]]:
    """Numbers of registers we know by their code or by what they are called; others stay unread."""
    for one in root.nodes("organization_identifiers"):
        kind = str(one.value.get("identifier_type") or "").lower()
        scheme = _SCHEMES.get(str(one.value.get("identifier_scheme") or "").strip().upper())
        scheme = "cio" if scheme == "charity" and ("cio" in kind.split() or "incorporated" in kind) else scheme
        scheme = scheme or next((word for word in ("charity", "company") if word in kind), None)
        if scheme and (number := one.line("identifier")):
            one.take("identifier_scheme")
            one.take("identifier_type")
            yield {"scheme": scheme, "number": number}

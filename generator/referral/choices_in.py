"""Terms of taxonomies as entries of our vocabularies: by id, name or form, in any language of the root."""

from __future__ import annotations

from typing import Any

from generator.referral.names import CHOICES
from generator.referral.reading import Node, is_empty

_SOUGHT = ("activities", "audiences", "needs")
"""Fields that a term of a foreign taxonomy may belong to: the first that knows it has it."""
_BY_VOCABULARY = {vocabulary: field for field, vocabulary in CHOICES.items()}


def choose(holder: Node, tree: dict[str, Any]) -> None:
    """Put into the tree what the terms in the attributes of a service are in our vocabularies. Others stay unread."""
    for attribute in holder.nodes("attributes"):
        term = attribute.node("taxonomy_term")
        if term and (found := _entry(term)):
            put(tree, *found)
            read_all(attribute)


def _entry(term: Node) -> tuple[str, str] | None:
    """Field and id of the entry that a term means."""
    words, said = term.row.words, [str(term.value.get(key) or "") for key in ("code", "name", "term")]
    taxonomy = str(term.value.get("taxonomy") or (term.value.get("taxonomy_detail") or {}).get("name") or "")
    field = _BY_VOCABULARY.get(taxonomy)
    if field and words.has(taxonomy, said[0]):
        return field, said[0]
    for sought in (field,) if field else _SOUGHT:
        for text in filter(None, said):
            if found := words.find(CHOICES[sought], text):
                return sought, found
    return None


def put(tree: dict[str, Any], field: str, id: str) -> None:
    """Add an id to a list of the tree, or make it the value of a field that holds one."""
    *steps, last = field.split(".")
    for step in steps:
        tree = tree.setdefault(step, {})
    if field == "cost.kind":
        tree.setdefault(last, id)
    elif id not in tree.setdefault(last, []):
        tree[last].append(id)


def read_all(node: Node) -> None:
    """Mark everything in a part as read."""
    for key, held in node.value.items():
        if isinstance(held, dict):
            read_all(Node(held, node.at(key), node.row))
        elif isinstance(held, list) and held and isinstance(held[0], dict):
            for entry in node.nodes(key):
                read_all(entry)
        elif not is_empty(held):
            node.take(key)

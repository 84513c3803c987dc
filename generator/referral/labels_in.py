"""Attributes that name a field of ours: what Open Referral has no place for, most of all a second language.

The label is a dotted path, `@` and a language behind it for a text: `name@cy`, `venues.main.name@cy`, `company.bring`. The value
is the text; of a list or part its JSON; an empty one takes the field away."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from generator.kinds.asset import Asset
from generator.kinds.organisation import Organisation
from generator.kinds.record import Record
from generator.referral import choices_in, names
from generator.referral.choices_in import read_all
from generator.referral.clean import clean
from generator.referral.reading import MOST_LINE, Node
from generator.referral.trees import as_texts

_PATH = re.compile(r"[a-z_]+(?:\.[a-z0-9_-]+)*(?:@[a-z]{2,3})?")
_OWN = frozenset("id area checked review changes slug former_slugs sources licence imported".split())
"""Fields that only our own exports may set: nobody else knows what we checked, and when."""
_LISTS = frozenset({"also", "former_slugs"})
"""Fields that hold a list in each language."""
_KINDS: dict[str, type[Record]] = {kind.folder: kind for kind in (Asset, Organisation)}


def is_ours(document: Node, folder: str) -> bool:
    """Whether a document came from an export of ours: its identity is that of the id it names."""
    key = document.value.get("id")
    said = (_value(attribute) for attribute in document.nodes("attributes") if attribute.value.get("label") == names.ID)
    return any(key == names.uuid_of(folder, id) for id in said)


def told(document: Node, tree: dict[str, Any]) -> dict[str, Any]:
    """Of what was read of an export of ours, what stood there whole; all of it where the export does not say."""
    listed = said_by(document, names.TOLD)
    if not listed:
        return tree
    found: dict[str, Any] = {}
    for path in json.loads(listed):
        held: Any = tree
        steps = str(path).split(".")
        for step in steps:
            held = held.get(step) if isinstance(held, dict) else None
        if held is not None:
            _set(found, steps, held)
    return found


def overlay(document: Node, folder: str, tree: dict[str, Any]) -> None:
    """Lay over the tree what attributes say of its fields. Those of others set texts of a language, nothing else."""
    fields = {field.alias or name for name, field in _KINDS[folder].model_fields.items()}
    for attribute in document.nodes("attributes"):
        label = attribute.value.get("label")
        if not isinstance(label, str) or not _PATH.fullmatch(label):
            continue
        path, _, lang = label.partition("@")
        steps = [*path.split("."), *([lang] if lang else [])]
        if document.row.ours and path in names.CHOICES:
            choices_in.put(tree, path, _value(attribute))
            read_all(attribute)
        elif document.row.ours and steps[0] in _OWN | fields:
            _set(tree, steps, _plain(_value(attribute), not lang or steps[0] in _LISTS))
            read_all(attribute)
        elif (
            lang in document.row.words.languages
            and steps[0] in fields - _OWN
            and (text := clean(_value(attribute)).text)
        ):
            if path == "description" and path not in tree and "summary" in tree and len(text) <= MOST_LINE:
                steps[0] = "summary"  # where the text of its other language stands
            _set(tree, steps, text)
            read_all(attribute)


def _value(attribute: Node) -> str:
    value = attribute.value.get("value")
    return value if isinstance(value, str) else "" if value is None else json.dumps(value)


def _plain(value: str, structured: bool) -> Any:
    """A value as plain data: JSON where it may be a list or part and is one."""
    if structured and value[:1] in ("[", "{"):
        try:
            return as_texts(json.loads(value))
        except ValueError:
            pass
    return value


def _set(tree: dict[str, Any], steps: list[str], value: Any) -> None:
    """Set a leaf, making the parts on the way; an empty value takes it away, and parts that it leaves empty."""
    *way, last = steps
    held = [tree]
    for step in way:
        if not isinstance(held[-1].get(step), dict):
            if value == "":
                return
            held[-1][step] = {}
        held.append(held[-1][step])
    if value != "":
        held[-1][last] = value
        return
    held[-1].pop(last, None)
    for part, step in reversed(list(zip(held, way, strict=False))):
        if not part[step]:
            del part[step]


def labelled(node: Node, label: str) -> Iterator[Node]:
    """Attributes of a part with a label."""
    return (attribute for attribute in node.nodes("attributes") if attribute.value.get("label") == label)


def said_by(node: Node, label: str) -> str:
    """The value of the first attribute with a label, marked as read; "" for none."""
    for attribute in labelled(node, label):
        read_all(attribute)
        return _value(attribute)
    return ""

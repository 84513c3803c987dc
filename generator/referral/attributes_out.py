"""What of a record has no place in Open Referral's tables, as attributes: a choice from a vocabulary with its term, all else by
its path."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import Any, TypeAlias

import orjson

from generator.kinds.asset import Asset
from generator.kinds.organisation import Organisation
from generator.referral.names import AREA, CHOICES, ID, TOLD, Ids
from generator.referral.trees import text_of
from generator.referral.words_out import Words

Told = set[tuple[str, ...]]
"""Paths of what stands elsewhere already."""

TABLES: Mapping[str, str] = {Asset.folder: "service", Organisation.folder: "organization"}
"""What Open Referral calls what lies in our folders."""
_WHOLE = frozenset({"sources", "review", "changes", "imported"})
"""Fields that are told whole."""


def fits(texts: Mapping[str, str], lang: str) -> bool:
    """Whether one plain text in one language is all there is."""
    return texts.keys() <= {lang} and all(map(is_plain, texts.values()))


def is_plain(text: str) -> bool:
    """Whether prose has no marks that plain words lose. (A loop over the signs takes three times as long.)"""
    marked = "[" in text or "*" in text or "_" in text or "\\" in text or "<" in text or ">" in text or "&" in text
    return not marked and text == text.strip()


def told_text(texts: Mapping[str, str] | None, path: tuple[str, ...], words: Words, told: Told) -> str:
    """The text in the language, marked as told by its path where nothing of it is lost; "" for none."""
    text = texts.get(words.lang) if texts else None
    if text is None:
        return ""
    if is_plain(text):
        told.add((*path, words.lang))
        return text
    return words.plain(text)


Leaf: TypeAlias = tuple[tuple[str, ...], dict[str, Any], str]
"""One value of a record that may become an attribute, the same in every language: its path, the attribute, and the vocabulary
it is from or ""."""


@lru_cache(maxsize=4096)
def _label(path: tuple[str, ...], codes: frozenset[str]) -> tuple[str, str]:
    """What a path is called in attributes, and the vocabulary it chooses from or ""."""
    text = ".".join(path)
    if len(path) > 1 and path[-1] in codes:
        return f"{'.'.join(path[:-1])}@{path[-1]}", ""
    return text, CHOICES.get(text, "")


def leaves(record: Asset | Organisation, tree: Mapping[str, Any], ids: Ids, codes: frozenset[str]) -> list[Leaf]:
    """All values of a record with the attributes they would be, which begin with who it is and where it lies."""
    table = TABLES[record.folder]
    found: list[Leaf] = [((ID,), {"id": ids[ID], "link_type": table, "label": ID, "value": record.id}, "")]
    area = [((AREA,), record.shelf)] if isinstance(record, Asset) else []
    for path, value in chain(area, _values(tree)):
        label, vocabulary = (AREA, Asset.shelves) if path == (AREA,) else _label(path, codes)
        if vocabulary:
            for one in value if type(value) is list else (value,):
                made = {"id": ids[f"{label}/{one}"], "link_type": table, "label": label, "value": one}
                found.append((path, made, vocabulary))
            continue
        if type(value) is not str:
            value = orjson.dumps(value).decode() if type(value) in (list, dict) else text_of(value)
        found.append((path, {"id": ids[label], "link_type": table, "label": label, "value": value}, ""))
    return found


def _values(tree: Mapping[str, Any], path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """All that an attribute of its own may say, with its path."""
    for key, value in tree.items():
        here = (*path, key)
        if type(value) is dict and key not in _WHOLE:
            yield from _values(value, here)
        else:
            yield here, value


def attributes(found: Sequence[Leaf], ids: Ids, words: Words, told: Told) -> list[dict[str, Any]]:
    """An attribute for all that is not told, the first of all for what is."""
    first = found[0][1]
    paths = orjson.dumps(sorted(map(".".join, told))).decode()
    made = [{**first, "id": ids[TOLD], "label": TOLD, "value": paths}]
    made += [
        {**made, "taxonomy_term": words.term(vocabulary, made["value"])} if vocabulary else made
        for path, made, vocabulary in found
        if path not in told
    ]
    return made

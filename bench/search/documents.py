"""The records of a root as plain documents, words and groups: what the engines of others are given to index, the same for
each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

CODES = ("en", "cy")
_PROSE = ("definition", "easy_read", "note", "example")
_GROUP_PROSE = ("summary", "description", "eligibility")
_LINK = re.compile(r"\[\[(?:[^\]|]*\|)?([^\]]*)\]\]|\[([^\]]*)\]\([^)]*\)")


@dataclass(frozen=True, slots=True)
class Document:
    """A record in one language. `others` are its other names, those of records that point to it among them; `twin` is
    its name in the other language, which stands on our pages too."""

    id: str
    title: str
    others: tuple[str, ...]
    twin: str
    text: str


class Corpus:
    """The glossary of one root, and its groups. Words that `use` another are documents of their own, as they are pages of
    ours."""

    def __init__(self, name: str, root: Path) -> None:
        self.name = name
        self.root = root
        self._documents: dict[str, list[Document]] = {}

    @cached_property
    def records(self) -> dict[str, Mapping[str, Any]]:
        """Every word as written, by its id."""
        files = sorted((self.root / "content/glossary").glob("*.yml"))
        return {file.stem: yaml.load(file.read_bytes(), _Loader) for file in files}

    @property
    def groups(self) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """Every group as written, with an id that no word has."""
        for file in sorted((self.root / "content/assets").glob("*/*.yml")):
            yield f"assets-{file.stem}", yaml.load(file.read_bytes(), _Loader)

    @cached_property
    def uses(self) -> dict[str, tuple[str, str]]:
        """For a record that points to another: that other's id, and in what way."""
        return {
            id: (record["use"]["term"], record["use"]["kind"]) for id, record in self.records.items() if "use" in record
        }

    def labels(self, lang: str) -> dict[str, str]:
        """Every word's name in one language, by its id."""
        return {id: record["term"][lang] for id, record in self.records.items() if lang in record["term"]}

    def documents(self, lang: str) -> list[Document]:
        """Every record that has a name in this language."""
        if lang not in self._documents:
            groups = (_group(id, group, lang) for id, group in self.groups)
            self._documents[lang] = [*self._words(lang), *groups]
        return self._documents[lang]

    def _words(self, lang: str) -> Iterator[Document]:
        labels, twins = self.labels(lang), self.labels(_other(lang))
        pointing: dict[str, list[str]] = {}
        for id, (target, _) in self.uses.items():
            pointing.setdefault(target, []).append(labels.get(id, ""))
        for id, label in labels.items():
            record = self.records[id]
            forms = record.get("forms", {}).get(lang, {})
            others = (*forms.get("other", ()), *forms.get("plural", ()), *pointing.get(id, ()))
            texts = [_plain(record[field][lang]) for field in _PROSE if lang in record.get(field, {})]
            if id in self.uses:
                texts.append(labels.get(self.uses[id][0], ""))
            yield Document(id, label, tuple(other for other in others if other), twins.get(id, ""), "\n".join(texts))


_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _other(lang: str) -> str:
    return next(code for code in CODES if code != lang)


def _group(id: str, group: Mapping[str, Any], lang: str) -> Document:
    """A group by its name in a language, else in the other."""
    names = group["name"]
    also = tuple(name for listed in group.get("also", {}).values() for name in listed)
    prose = [group.get(field, {}) for field in _GROUP_PROSE] + [group.get("join", {}).get("how", {})]
    texts = [_plain(text[lang]) for text in prose if lang in text]
    return Document(id, names.get(lang) or names[_other(lang)], also, names.get(_other(lang), ""), "\n".join(texts))


def _plain(prose: str) -> str:
    """Prose without its marks: links become their words."""
    return _LINK.sub(lambda found: found[1] or found[2] or "", prose).replace("*", "").strip()

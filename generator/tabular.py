"""Records as rows of a table, and back: a column for each value, headed by its dotted path as in the YAML, 'definition.cy'.

Lists of words stand one word a line; lists of parts, as sources, in JSON."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from generator.kinds.describe import rows
from generator.kinds.part import Part
from generator.kinds.prints import text_print
from generator.kinds.record import Record
from generator.source import Tree

ID, PRINTS = "id", "prints"
"""The columns that are no values: the record's id, and fingerprints of its cells as they went out."""
_SPACES = re.compile(r"[ \t\u00a0]+")
_RISKY = re.compile(r"'*[=+\-@\t\r]")
"""How a cell begins that a spreadsheet might take for a formula, or for one made safe."""


def cells(tree: Mapping[str, Tree], path: str = "") -> Iterator[tuple[str, str]]:
    """The cells of a record: (path, text), in its order."""
    for key, value in tree.items():
        here = f"{path}.{key}" if path else key
        if isinstance(value, dict) and value:
            yield from cells(value, here)
        elif isinstance(value, str):
            yield here, value
        elif value and all(isinstance(entry, str) and "\n" not in entry for entry in value):
            yield here, "\n".join(map(str, value))
        else:
            yield here, json.dumps(value, ensure_ascii=False)


def columns(kind: type[Record], trees: Iterable[Mapping[str, Tree]], languages: Sequence[str]) -> list[str]:
    """The headings of a table of records: the id, every text in each language, whatever else some record has; in the order
    of the kind."""
    order = [kind.model_fields[name].alias or name for name in kind.fields_in_order()]
    texts = [row.name for row in rows(kind) if row.bilingual and "." not in row.name and "slug" not in row.name]
    found = dict.fromkeys(f"{name}.{code}" for name in texts for code in languages)
    found |= dict.fromkeys(path for tree in trees for path, _ in cells(tree))

    def place(path: str) -> tuple[int, bool]:
        top = path.split(".")[0]
        return (order.index(top) if top in order else len(order)), path.rpartition(".")[2] not in languages

    return [ID, *sorted(found, key=place)]


def prints(found: Mapping[str, str]) -> str:
    """Fingerprints of cells, so that what has changed in a table is told from what has changed here since: 'term.en:1f0c33ab'."""
    return " ".join(f"{path}:{print_of(text)}" for path, text in found.items())


def print_of(text: str) -> str:
    """The fingerprint of one cell; "" for an empty one."""
    return text_print(level(text))[:8]


def sent(text: str) -> dict[str, str] | None:
    """The fingerprints that went out with a row, by path; None for a row without them."""
    pairs = [entry.rpartition(":") for entry in text.split()]
    return {path: print for path, _, print in pairs} if pairs else None


def level(text: str) -> str:
    """A cell as two spellings of it are compared: line ends, accents as single characters, no space around lines."""
    text = unicodedata.normalize("NFC", text.replace("_x000D_", "\r").replace("\r\n", "\n").replace("\r", "\n"))
    return "\n".join(_SPACES.sub(" ", line).strip() for line in text.strip().split("\n"))


def value(kind: type[Record], path: str, text: str) -> Tree:
    """What a cell holds, as in the YAML. Raises ValueError where a list of parts is no JSON, KeyError where the kind has no
    such value."""
    hint = _type_at(kind, path)
    entry = _bare(get_args(hint)[0]) if get_origin(hint) is tuple else None
    if isinstance(entry, type) and issubclass(entry, Part):
        return _tree(json.loads(text))
    if text in ("{}", "[]") and not (hint is str or entry is None):
        return []
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    return list(lines) if entry is not None else text


def _tree(held: Any) -> Tree:
    """JSON as records have it: texts, lists and mappings alone."""
    if isinstance(held, dict):
        return {str(key): _tree(inner) for key, inner in held.items()}
    if isinstance(held, list):
        return [_tree(inner) for inner in held]
    if held is None or isinstance(held, float):
        raise ValueError
    return str(held).lower() if isinstance(held, bool) else str(held)


def put(tree: dict[str, Tree], path: str, held: Tree | None) -> None:
    """Put a value in its place, or take it away; parts that are empty then go too."""
    first, _, rest = path.partition(".")
    if not rest:
        if held is None:
            tree.pop(first, None)
        else:
            tree[first] = held
        return
    inner = tree.setdefault(first, {})
    if not isinstance(inner, dict):
        raise ValueError
    put(inner, rest, held)
    if not inner:
        del tree[first]


def guarded(text: str) -> str:
    """A cell of a .csv that no spreadsheet takes for a formula."""
    return f"'{text}" if _RISKY.match(text) else text


def unguarded(text: str) -> str:
    """The same as it was."""
    return text[1:] if text.startswith("'") and _RISKY.match(text[1:]) else text


def _type_at(kind: type[Record], path: str) -> Any:
    hint: Any = kind
    for step in path.split("."):
        if isinstance(hint, type) and issubclass(hint, Part):
            names = {info.alias or name: name for name, info in hint.model_fields.items()}
            hint = _bare(_hints(hint)[names[step]])
        elif get_origin(hint) is dict:
            hint = _bare(get_args(hint)[1])
        else:
            raise KeyError(path)
    if get_origin(hint) is dict or (isinstance(hint, type) and issubclass(hint, Part)):
        raise KeyError(path)
    return hint


@cache
def _hints(model: type[Part]) -> dict[str, Any]:
    return get_type_hints(model, include_extras=True)


def _bare(hint: Any) -> Any:
    """A type without None and without what is noted on it."""
    if get_origin(hint) is Annotated:
        return _bare(get_args(hint)[0])
    if get_origin(hint) in (Union, UnionType):
        return _bare(next(part for part in get_args(hint) if part is not type(None)))
    return hint

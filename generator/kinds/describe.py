"""What the classes say of their fields, as rows for the contributor's page, and the blank record."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from types import UnionType
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.issues import Path
from generator.kinds.fields import LanguageCode, Line
from generator.kinds.record import Record


class FieldRow(NamedTuple):
    """One field: its dotted name as in YAML, whether it is required, whether it is a text in each language, whether a list, what
    its entries are named by where it is a mapping, its choices,
    and its help (an English message id)."""

    name: str
    required: bool
    bilingual: bool
    many: bool
    keys: str
    choices: tuple[str, ...]
    help: str


def rows(model: type[BaseModel], prefix: str = "") -> Iterator[FieldRow]:
    """Every field of a model in canonical order, each part's fields after it."""
    names = model.fields_in_order() if issubclass(model, Record) else list(model.model_fields)
    for name in names:
        info = model.model_fields[name]
        shown = f"{prefix}{info.alias or name}"
        yield FieldRow(
            shown,
            info.is_required(),
            is_bilingual(info),
            is_many(info),
            _keys(info.annotation),
            choices(info.annotation),
            info.description or "",
        )
        inner = part_of(info.annotation)
        if inner:
            step = ".<…>." if get_origin(info.annotation) is dict else "."
            yield from rows(inner, shown + step)


class TextRule(NamedTuple):
    """What a text in each language may be: the help of its field (an English message id), whether it is one line."""

    help: str
    one_line: bool


def text_rule(model: type[BaseModel], path: Path) -> TextRule:
    """The rule of the texts at a path of a record, the path without the language: ('use', 'note')."""
    annotation: Any = model
    help = ""
    for step in path:
        annotation = next((part for part in _opened(annotation) if part is not type(None)), annotation)
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            info = next(i for name, i in annotation.model_fields.items() if step in (i.alias, name))
            annotation, help = info.annotation, info.description or ""
        else:
            annotation = get_args(annotation)[get_origin(annotation) is dict]  # an entry of a list, of a mapping
    return TextRule(help, Line in get_args(next(iter(_opened(annotation)))))


def _opened(annotation: Any) -> Iterator[Any]:
    """The choices of a type that may be missing, without what is noted on them; a type by itself."""
    if get_origin(annotation) in (Union, UnionType):
        for part in get_args(annotation):
            yield from _opened(part)
    elif get_origin(annotation) is Annotated:
        yield from _opened(get_args(annotation)[0])
    else:
        yield annotation


def _keys(annotation: Any) -> str:
    """Example of what a mapping's entries are named by: "" for what is no mapping, "…" for a language, else an id."""
    if get_origin(annotation) is not dict:
        return ""
    return "…" if get_args(annotation)[0] in (LanguageCode, str) else "first-entry"


def is_bilingual(info: FieldInfo) -> bool:
    return "bilingual" in info.metadata


def is_many(info: FieldInfo) -> bool:
    return get_origin(info.annotation) is tuple


def choices(annotation: Any) -> tuple[str, ...]:
    """The values of a field of choices, () for any other."""
    if get_origin(annotation) is Literal:
        return tuple(str(choice) for choice in get_args(annotation))
    for part in get_args(annotation):
        if found := choices(part):
            return found
    return ()


def part_of(annotation: Any) -> type[BaseModel] | None:
    """The model inside a field's type: itself, or that of its entries."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := part_of(part))), None)


def blank(model: type[Record], languages: tuple[str, ...], helps: Sequence[Callable[[str], str]]) -> str:
    """A commented blank record: required fields open, the others behind #, each under its help in each language."""
    out: list[str] = []
    found = list(rows(model))
    for row in found:
        if "." in row.name or row.name in ("former_slugs", "review", "changes", "slug"):
            continue
        out += [f"# {line}" for line in dict.fromkeys(help(row.help) for help in helps)]
        out += [line if row.required else f"# {line}" for line in _blank_value(row, found, languages)]
        out.append("")
    return "\n".join(out).rstrip() + "\n"


def _blank_value(row: FieldRow, found: Sequence[FieldRow], languages: tuple[str, ...]) -> list[str]:
    """The lines of one field, the fields of its parts below it."""
    name = row.name.rpartition(".")[2]
    inner = [
        r
        for r in found
        if r.name.startswith(f"{row.name}.") and "." not in r.name.removeprefix(f"{row.name}.").removeprefix("<…>.")
    ]
    lines = [line for part in inner for line in _blank_value(part, found, languages)]
    keys = languages if row.keys == "…" else (row.keys,)
    if row.keys and not row.bilingual:
        lines = lines or [" | ".join(row.choices) or "…"]
        if not inner:
            return [f"{name}:", *(f"  {key}: {lines[0]}" for key in keys)]
        return [f"{name}:", *(line for key in keys for line in (f"  {key}:", *(f"    {inside}" for inside in lines)))]
    if inner and row.many:
        return [f"{name}:", f"  - {lines[0]}", *(f"    {line}" for line in lines[1:])]
    if inner:
        return [f"{name}:", *(f"  {line}" for line in lines)]
    if row.bilingual:
        return [f"{name}:", *(f"  {code}: …" for code in languages)]
    if row.many:
        return [f"{name}:", "  - …"]
    return [f"{name}: {' | '.join(row.choices) or '…'}"]

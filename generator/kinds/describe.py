"""What the classes say of their fields, as rows for the contributor's page, the JSON Schema and the blank record."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Literal, NamedTuple, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic.json_schema import GenerateJsonSchema

from generator.kinds.record import Record


class FieldRow(NamedTuple):
    """One field: its dotted name as in YAML, whether it is required, whether it is a text in each language, its choices,
    and its help (an English message id)."""

    name: str
    required: bool
    bilingual: bool
    many: bool
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
            choices(info.annotation),
            info.description or "",
        )
        inner = part_of(info.annotation)
        if inner:
            step = ".<…>." if get_origin(info.annotation) is dict else "."
            yield from rows(inner, shown + step)


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


def json_schema(model: type[BaseModel], languages: tuple[str, ...]) -> dict[str, Any]:
    """The JSON Schema of a kind for editors' tools: strings as YAML has them, help in the site's first language, texts
    under the site's languages only."""
    schema = model.model_json_schema(by_alias=True, mode="validation", schema_generator=_Schema)
    _bilingual(model, schema, schema.get("$defs", {}), languages)
    if issubclass(model, Record):
        schema["properties"]["moved_to"] = {
            "description": "for a renamed record: the new id, or several where it was split",
            "oneOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}],
        }
        schema["required"] = []
        schema["anyOf"] = [
            {"required": ["moved_to"]},
            {"required": [row.name for row in rows(model) if row.required and "." not in row.name]},
        ]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


class _Schema(GenerateJsonSchema):
    """Flags, dates and numbers may be written bare: an editor's YAML tool reads them typed, we read their letters."""

    def bool_schema(self, schema: Any) -> dict[str, Any]:
        return {"type": "boolean"}


def _bilingual(
    model: type[BaseModel], schema: dict[str, Any], definitions: dict[str, Any], languages: tuple[str, ...]
) -> None:
    for name, info in model.model_fields.items():
        found = schema.get("properties", {}).get(info.alias or name)
        if found and get_origin(info.annotation) is dict and (is_bilingual(info) or name in ("review", "forms")):
            found["propertyNames"] = {"enum": list(languages)}
        inner = part_of(info.annotation)
        if inner and inner.__name__ in definitions:
            _bilingual(inner, definitions[inner.__name__], definitions, languages)


def blank(model: type[Record], languages: tuple[str, ...], helps: Sequence[Callable[[str], str]]) -> str:
    """A commented blank record: required fields open, the others behind #, each under its help in each language."""
    out: list[str] = []
    for row in rows(model):
        if "." in row.name or row.name in ("former_slugs", "review", "changes", "slug"):
            continue
        out += [f"# {line}" for line in dict.fromkeys(help(row.help) for help in helps)]
        out += [line if row.required else f"# {line}" for line in _blank_value(row, languages)]
        out.append("")
    return "\n".join(out).rstrip() + "\n"


def _blank_value(row: FieldRow, languages: tuple[str, ...]) -> list[str]:
    if row.bilingual:
        return [f"{row.name}:", *(f"  {code}: …" for code in languages)]
    if row.many:
        return [f"{row.name}:", "  - …"]
    return [f"{row.name}: {' | '.join(row.choices) or '…'}"]

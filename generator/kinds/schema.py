"""The JSON Schema of a kind, for the tools of editors."""

from __future__ import annotations

from typing import Any, get_origin

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema

from generator.kinds.describe import is_bilingual, part_of, rows
from generator.kinds.record import Record


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

    def str_schema(self, schema: Any) -> dict[str, Any]:
        found = super().str_schema(schema)
        return found if "format" in found else {"anyOf": [found, {"type": "number"}]}

    def literal_schema(self, schema: Any) -> dict[str, Any]:
        """Of choices that are numbers, also these as an editor's tool reads them."""
        found = super().literal_schema(schema)
        if numbers := [int(choice) for choice in found.get("enum", ()) if str(choice).isdigit()]:
            return {"enum": [*found["enum"], *numbers]}
        return found

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

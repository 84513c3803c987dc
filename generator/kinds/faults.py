"""Refusals by pydantic -> Issues of ours. pydantic's error *type* decides; its English wording is never shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.issues import N_, Issue, Path, Phrase
from generator.kinds.record import Moved, Record
from generator.kinds.rules import (
    BAD_DATE,
    BAD_EMAIL,
    BAD_FLAG,
    BAD_FORM,
    BAD_ID,
    BAD_NUMBER,
    BAD_PART_DAY,
    BAD_PHONE,
    BAD_POINT,
    BAD_POSTCODE,
    BAD_SPAN,
    BAD_TILES,
    BAD_TIME,
    BAD_WEB,
    DID_YOU_MEAN,
    EMPTY_FIELD,
    MISSING_FIELD,
    MISSING_MAIN_LANGUAGE,
    MOVED_AND_MORE,
    NOT_ONE_LINE,
    TOO_LONG,
    TOO_MANY_ENTRIES,
    UNKNOWN_FIELD,
    UNKNOWN_LANGUAGE,
    UNKNOWN_VALUE,
    WRONG_SHAPE,
)
from generator.nearby import did_you_mean

_SHAPES = {
    "string_type": N_("text"),
    "dict_type": N_("a set of 'name: value' lines, indented below it"),
    "model_type": N_("a set of 'name: value' lines, indented below it"),
    "model_attributes_type": N_("a set of 'name: value' lines, indented below it"),
    "list_type": N_("a list, each entry on a line of its own that begins with '- '"),
    "tuple_type": N_("a list, each entry on a line of its own that begins with '- '"),
}
_VALUE_RULES = {
    "not_an_id": BAD_ID,
    "not_a_flag": BAD_FLAG,
    "not_a_number": BAD_NUMBER,
    "not_a_decimal": BAD_NUMBER,
    "not_a_day": BAD_DATE,
    "not_a_time": BAD_TIME,
    "not_a_web_address": BAD_WEB,
    "not_an_email": BAD_EMAIL,
    "not_a_phone": BAD_PHONE,
    "not_a_postcode": BAD_POSTCODE,
    "not_a_point": BAD_POINT,
    "not_a_span": BAD_SPAN,
    "not_a_tile_address": BAD_TILES,
    "not_a_part_day": BAD_PART_DAY,
    "not_one_line": NOT_ONE_LINE,
    "string_pattern_mismatch": BAD_FORM,
}


def issues_of(error: ValidationError, model: type[BaseModel], file: str) -> Iterator[Issue]:
    """Every refusal of one record, each with the path of the value it is about (places are looked up later)."""
    for detail in error.errors(include_url=False):
        yield _issue(detail, model, file)


def _issue(detail: ErrorDetails, model: type[BaseModel], file: str) -> Issue:
    kind, path = detail["type"], tuple(part for part in detail["loc"])
    value: Any = detail.get("input")
    context: Mapping[str, Any] = detail.get("ctx", {})
    names = [str(part) for part in path if part != "[key]"]
    field = ".".join(name for name in names if not name.isdigit()) or model.__name__.lower()
    values: dict[str, Any] = {"field": field, "value": value if isinstance(value, str) else ""}
    if kind == "extra_forbidden":
        return _unknown_field(model, path, file, values)
    if kind == "missing":
        return MISSING_FIELD.at(file, path, **values, help=Phrase(_help(model, path)))
    if kind == "unknown_language":
        return UNKNOWN_LANGUAGE.at(file, path, language=context["language"], known=context["known"])
    if kind == "no_main_language":
        return MISSING_MAIN_LANGUAGE.at(file, path, **values, language=context["language"])
    if value == "" or kind in ("string_too_short", "too_short", "empty"):
        return EMPTY_FIELD.at(file, path, **values)
    if kind == "literal_error":
        return _unknown_value(model, path, file, values)
    if kind == "too_long":
        return TOO_MANY_ENTRIES.at(file, path, **values, limit=context.get("max_length", ""))
    if kind == "string_too_long":
        return TOO_LONG.at(file, path, **values, limit=context.get("max_length", ""))
    if kind in _SHAPES:
        return WRONG_SHAPE.at(file, path, **values, wanted=Phrase(_SHAPES[kind]))
    if value is not None and not isinstance(value, str):
        return WRONG_SHAPE.at(file, path, **values, wanted=Phrase(_SHAPES["string_type"]))
    rule = _VALUE_RULES.get(kind, BAD_FORM)
    return rule.at(file, path, **values, help=Phrase(_help(model, path)))


def _unknown_field(model: type[BaseModel], path: Path, file: str, values: Mapping[str, Any]) -> Issue:
    name = str(path[-1])
    if model is Moved and len(path) == 1:
        return MOVED_AND_MORE.at(file, (*path, "[key]"), **values)
    owner = _model_at(model, path[:-1])
    known = _field_names(owner) if owner else []
    nearest = did_you_mean(name, known)
    hint = DID_YOU_MEAN if nearest else ""
    return UNKNOWN_FIELD.at(file, (*path, "[key]"), hint=hint, field=name, nearest=nearest, known=", ".join(known))


def _field_names(model: type[BaseModel]) -> list[str]:
    """A model's fields as YAML spells them, in canonical order."""
    names = model.fields_in_order() if issubclass(model, Record) else list(model.model_fields)
    return [model.model_fields[name].alias or name for name in names]


def _unknown_value(model: type[BaseModel], path: Path, file: str, values: Mapping[str, Any]) -> Issue:
    known = [str(choice) for choice in _choices(_annotation_at(model, path))]
    nearest = did_you_mean(str(values["value"]), known)
    return UNKNOWN_VALUE.at(
        file, path, hint=DID_YOU_MEAN if nearest else "", **values, nearest=nearest, known=", ".join(known)
    )


def _help(model: type[BaseModel], path: Path) -> str:
    """What a field's class says of it; of the field around it where it is an entry of one."""
    while path:
        owner = _model_at(model, path[:-1])
        fields = owner.model_fields.items() if owner else ()
        if found := next((info.description for key, info in fields if path[-1] in (key, info.alias)), None):
            return found
        path = path[:-1]
    return ""


def _annotation_at(model: type[BaseModel], path: Path) -> Any:
    annotation: Any = model
    for step in path:
        owner = _model_in(annotation)
        if owner:
            annotation = next((i.annotation for key, i in owner.model_fields.items() if step in (key, i.alias)), None)
        elif get_args(annotation):
            annotation = get_args(annotation)[1 if len(get_args(annotation)) > 1 and isinstance(step, str) else 0]
    return annotation


def _model_at(model: type[BaseModel], path: Path) -> type[BaseModel] | None:
    return _model_in(_annotation_at(model, path))


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The model an annotation is, or may be (`Use | None`)."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for part in get_args(annotation):
        if isinstance(part, type) and issubclass(part, BaseModel) and type(None) in get_args(annotation):
            return part
    return None


def _choices(annotation: Any) -> list[Any]:
    found: list[Any] = []
    for part in get_args(annotation):
        found += _choices(part) if get_args(part) else [part]
    return [choice for choice in found if isinstance(choice, str)]

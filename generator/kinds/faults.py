"""Refusals by pydantic -> Issues of ours. pydantic's error *type* decides; its English wording is never shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.issues import N_, Issue, Path, Phrase, Rule, Severity
from generator.kinds.record import Moved, Record
from generator.nearby import did_you_mean

_E = Severity.ERROR

UNKNOWN_FIELD = Rule(
    "unknown-field",
    _E,
    N_("A record has only the fields of its kind."),
    N_("'{field}' is not a field here."),
    N_("Fields here: {known}."),
)
MISSING_FIELD = Rule(
    "missing-field", _E, N_("Required fields are there."), N_("'{field}' is missing."), N_("Add it: {help}.")
)
EMPTY_FIELD = Rule(
    "empty-field",
    _E,
    N_("A field that is there says something."),
    N_("'{field}' is empty."),
    N_("Fill it in, or delete the whole line."),
)
UNKNOWN_VALUE = Rule(
    "unknown-value",
    _E,
    N_("A field of choices holds one of them."),
    N_("'{value}' is not one of the choices for '{field}'."),
    N_("Choose one of: {known}."),
)
UNKNOWN_LANGUAGE = Rule(
    "unknown-language",
    _E,
    N_("Texts stand under a language of the site."),
    N_("'{language}' is not a language of this site."),
    N_("Languages here: {known}."),
)
MISSING_MAIN_LANGUAGE = Rule(
    "missing-main-language",
    _E,
    N_("A record is named in the site's first language."),
    N_("'{field}' is missing in the language '{language}'."),
    N_("Add the line '{language}: …' below '{field}'."),
)
WRONG_SHAPE = Rule(
    "wrong-shape",
    _E,
    N_("A field holds the shape of value it is meant for."),
    N_("'{field}' must be {wanted}."),
    N_("See the field's example in the contributor pages."),
)
TOO_LONG = Rule(
    "too-long",
    _E,
    N_("Texts keep to their length."),
    N_("'{field}' is longer than {limit} characters."),
    N_("Shorten it."),
)
TOO_MANY_ENTRIES = Rule(
    "too-many-entries",
    _E,
    N_("Lists keep to their length."),
    N_("'{field}' has more than {limit} entries."),
    N_("Take some out."),
)
NOT_ONE_LINE = Rule(
    "not-one-line",
    _E,
    N_("Names and labels are one line."),
    N_("'{field}' must be one line."),
    N_("Write '>-' instead of '|' before it, or take the line break out."),
)
BAD_ID = Rule(
    "bad-id",
    _E,
    N_("An id is lower-case letters, digits and hyphens, at most 80 characters."),
    N_("'{value}' cannot be an id."),
    N_("Write it with a to z, 0 to 9 and single hyphens only, as in 'green-referral'."),
)
BAD_FLAG = Rule(
    "bad-flag",
    _E,
    N_("A yes-or-no field holds true or false."),
    N_("'{field}' must be true or false, not '{value}'."),
    N_("Write true or false, without quotes."),
)
BAD_NUMBER = Rule(
    "bad-number",
    _E,
    N_("A number is written in plain digits."),
    N_("'{field}' must be a number, not '{value}'."),
    N_("Write digits only, as 1250."),
)
BAD_DATE = Rule(
    "bad-date",
    _E,
    N_("A date is written year-month-day."),
    N_("'{field}' must be a date, not '{value}'."),
    N_("Write it as 2026-11-21."),
)
BAD_TIME = Rule(
    "bad-time",
    _E,
    N_("A time of day is written on the 24-hour clock."),
    N_("'{field}' must be a time, not '{value}'."),
    N_("Write it as 12:30."),
)
BAD_WEB = Rule(
    "bad-web-address",
    _E,
    N_("A web address begins with https:// or http://."),
    N_("'{value}' is not a web address."),
    N_("Write the whole address, beginning with https://."),
)
BAD_EMAIL = Rule(
    "bad-email",
    _E,
    N_("An e-mail address is name@place."),
    N_("'{value}' is not an e-mail address."),
    N_("Write it as name@example.org."),
)
BAD_PHONE = Rule(
    "bad-phone",
    _E,
    N_("A telephone number is digits and single spaces."),
    N_("'{value}' is not a telephone number."),
    N_("Write digits and spaces only, as 01443 202020; put opening hours elsewhere."),
)
BAD_FORM = Rule(
    "bad-form",
    _E,
    N_("A value has the form its field asks for."),
    N_("'{value}' does not have the form of '{field}'."),
    N_("It should be: {help}."),
)
MOVED_AND_MORE = Rule(
    "moved-and-more",
    _E,
    N_("A moved record says only where it went."),
    N_("'{field}' stands in a record that has moved."),
    N_("Keep the text in the new record and delete it here."),
)

DID_YOU_MEAN = N_("Did you mean '{nearest}'?")

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

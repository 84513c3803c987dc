"""As much of JSON Schema (2020-12) as our schemas use: where a value departs from one. Another keyword is a KeyError."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sized
from typing import Any, NamedTuple

Schema = Mapping[str, Any]
SAYS_NOTHING = {"$schema", "title", "description", "default", "examples", "format", "$defs"}
TYPES: Mapping[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "array": (list,),
    "object": (dict,),
    "null": (type(None),),
}


class Here(NamedTuple):
    """Where a value stands, and the schemas around the keyword that judges it."""

    at: str
    schema: Schema
    whole: Schema

    def inside(self, schema: Schema, value: Any, step: object) -> Iterator[str]:
        return faults(schema, value, self.whole, f"{self.at}/{step}")


def faults(schema: Schema, value: Any, whole: Schema, at: str = "") -> Iterator[str]:
    """What is wrong with a value, each with its place; `whole` is the schema that holds the definitions."""
    for word, wanted in schema.items():
        if word not in SAYS_NOTHING:
            yield from KEYWORDS[word](wanted, value, Here(at, schema, whole))


def _unless(fits: bool, said: str) -> Iterator[str]:
    if not fits:
        yield said


def _reference(wanted: str, value: Any, here: Here) -> Iterator[str]:
    return faults(here.whole["$defs"][wanted.removeprefix("#/$defs/")], value, here.whole, here.at)


def _type(wanted: str, value: Any, here: Here) -> Iterator[str]:
    fits = isinstance(value, TYPES[wanted]) and (wanted == "boolean" or not isinstance(value, bool))
    return _unless(fits, f"{here.at}: {value!r} is no {wanted}")


def _any_of(wanted: list[Schema], value: Any, here: Here) -> Iterator[str]:
    fitting = [option for option in wanted if not list(faults(option, value, here.whole, here.at))]
    return _unless(bool(fitting), f"{here.at}: {value!r} fits none")


def _one_of(wanted: list[Schema], value: Any, here: Here) -> Iterator[str]:
    fitting = [option for option in wanted if not list(faults(option, value, here.whole, here.at))]
    return _unless(len(fitting) == 1, f"{here.at}: {value!r} fits {len(fitting)}")


def _items(wanted: Schema, value: Any, here: Here) -> Iterator[str]:
    for number, entry in enumerate(value if isinstance(value, list) else ()):
        yield from here.inside(wanted, entry, number)


def _required(wanted: list[str], value: Any, here: Here) -> Iterator[str]:
    return (f"{here.at}: {name} is missing" for name in wanted if isinstance(value, dict) and name not in value)


def _property_names(wanted: Schema, value: Any, here: Here) -> Iterator[str]:
    for name in value if isinstance(value, dict) else ():
        yield from here.inside(wanted, name, name)


def _properties(wanted: Mapping[str, Schema], value: Any, here: Here) -> Iterator[str]:
    for name in [name for name in value if name in wanted] if isinstance(value, dict) else ():
        yield from here.inside(wanted[name], value[name], name)


def _pattern_properties(wanted: Mapping[str, Schema], value: Any, here: Here) -> Iterator[str]:
    for pattern, schema in wanted.items():
        for name in [name for name in value if re.search(pattern, name)] if isinstance(value, dict) else ():
            yield from here.inside(schema, value[name], name)


def _additional(wanted: Schema | bool, value: Any, here: Here) -> Iterator[str]:
    patterns = "|".join(here.schema.get("patternProperties", ())) or r"(?!)"
    for name in value if isinstance(value, dict) else ():
        if name not in here.schema.get("properties", {}) and not re.search(patterns, name):
            if isinstance(wanted, bool):
                yield from _unless(wanted, f"{here.at}/{name}: not a field here")
            else:
                yield from here.inside(wanted, value[name], name)


def _size(kind: type[Sized], fits: Callable[[int, int], bool], what: str) -> Callable[[int, Any, Here], Iterator[str]]:
    def judge(wanted: int, value: Any, here: Here) -> Iterator[str]:
        fine = not isinstance(value, kind) or fits(len(value), wanted)
        return _unless(fine, f"{here.at}: {what} than {wanted}")

    return judge


KEYWORDS: Mapping[str, Callable[[Any, Any, Here], Iterator[str]]] = {
    "$ref": _reference,
    "type": _type,
    "enum": lambda wanted, value, here: _unless(value in wanted, f"{here.at}: {value!r} is none of {wanted}"),
    "const": lambda wanted, value, here: _unless(value == wanted, f"{here.at}: {value!r} is not {wanted!r}"),
    "anyOf": _any_of,
    "oneOf": _one_of,
    "pattern": lambda wanted, value, here: _unless(
        not isinstance(value, str) or bool(re.search(wanted, value)), f"{here.at}: {value!r} does not match {wanted}"
    ),
    "minLength": _size(str, lambda size, wanted: size >= wanted, "shorter"),
    "maxLength": _size(str, lambda size, wanted: size <= wanted, "longer"),
    "minItems": _size(list, lambda size, wanted: size >= wanted, "fewer"),
    "maxItems": _size(list, lambda size, wanted: size <= wanted, "more"),
    "minProperties": _size(dict, lambda size, wanted: size >= wanted, "fewer"),
    "items": _items,
    "required": _required,
    "propertyNames": _property_names,
    "properties": _properties,
    "patternProperties": _pattern_properties,
    "additionalProperties": _additional,
}


def schemas(schema: Any) -> Iterator[Schema]:
    """Every schema inside a schema, itself first."""
    if not isinstance(schema, Mapping):
        return
    yield schema
    for word in ("properties", "$defs", "patternProperties"):
        for inner in schema.get(word, {}).values():
            yield from schemas(inner)
    for word in ("items", "additionalProperties", "propertyNames"):
        yield from schemas(schema.get(word))
    for word in ("anyOf", "oneOf"):
        for inner in schema.get(word, []):
            yield from schemas(inner)

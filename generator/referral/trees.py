"""A record as plain data, as its YAML has it: texts, numbers, true and false, lists and mappings, in the order of the fields."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, time
from functools import cache
from typing import Any, TypeAlias

from generator.kinds.fields import Point, Span
from generator.kinds.part import CommonPart, Part
from generator.kinds.record import Record

Plain: TypeAlias = "bool | int | float | str | list[Plain] | dict[str, Plain]"

_KEPT: dict[int, tuple[CommonPart, dict[str, Any]]] = {}
"""Parts that many records share, by themselves."""
_MOST = 50_000


def tree_of(record: Record) -> dict[str, Any]:
    """The fields that a record gives, without its id. Whoever changes it changes a copy: parts of it are shared."""
    return _part(record)


def forget() -> None:
    """Let go of parts that were shared, once all records have been told."""
    _KEPT.clear()


def as_texts(value: Any) -> Any:
    """Plain data with every value as the text that `source` would read."""
    if type(value) is str:
        return value
    if isinstance(value, dict):
        return {key: as_texts(held) for key, held in value.items()}
    if isinstance(value, list | tuple):
        return [as_texts(held) for held in value]
    return text_of(value)


def text_of(value: Any) -> str:
    """One value as YAML has it."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _part(part: Part) -> dict[str, Any]:
    given = part.__pydantic_fields_set__
    tree = {}
    for name, alias in _names(type(part)):
        if name in given:
            value = getattr(part, name)
            if value is not None:
                tree[alias] = value if type(value) is str else _value(value)
    return tree


@cache
def _names(kind: type[Part]) -> tuple[tuple[str, str], ...]:
    order = kind.fields_in_order() if issubclass(kind, Record) else kind.model_fields
    return tuple((name, kind.model_fields[name].alias or name) for name in order)


def _value(value: Any) -> Any:
    found = _BY_TYPE.get(type(value))
    if found is not None:
        return found(value)
    if isinstance(value, CommonPart):
        known = _KEPT.get(id(value))
        if known is None:
            if len(_KEPT) > _MOST:
                _KEPT.clear()
            known = _KEPT[id(value)] = value, _part(value)
        return known[1]
    return _part(value)


def _listed(values: tuple[Any, ...]) -> list[Any]:
    return [value if type(value) is str else _value(value) for value in values]


def _named(values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value if type(value) is str else _value(value) for key, value in values.items()}


def _point(point: Point) -> str:
    return f"{point.lat}, {point.lon}"


def _span(span: Span) -> str:
    return f"{span.start:%H:%M}-{span.end:%H:%M}" if span.end else f"{span.start:%H:%M}"


def _as_it_is(value: Any) -> Any:
    return value


_BY_TYPE: Mapping[type, Callable[[Any], Any]] = {
    str: _as_it_is,
    bool: _as_it_is,
    int: _as_it_is,
    float: lambda number: int(number) if number.is_integer() else number,
    date: date.isoformat,
    time: lambda at: f"{at:%H:%M}",
    Point: _point,
    Span: _span,
    tuple: _listed,
    dict: _named,
}

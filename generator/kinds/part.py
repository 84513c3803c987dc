"""The pieces that records are made of. Ten thousand records share what is alike in them: nothing of it ever changes."""

from __future__ import annotations

from functools import cache
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, ModelWrapValidatorHandler, model_validator

_put = object.__setattr__


class Part(BaseModel):
    """A piece of a record: exactly the named fields, never changed once read."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, str_strip_whitespace=True, hide_input_in_errors=True, defer_build=True
    )

    def model_post_init(self, context: Any) -> None:
        """Which fields were given is noted once for all parts that were given the same."""
        _put(self, "__pydantic_fields_set__", _given(frozenset(self.__pydantic_fields_set__)))

    def __getstate__(self) -> Any:
        """What is kept of it. pydantic's own state takes a third longer to read back, and there are a hundred thousand."""
        return self.__dict__, self.__pydantic_fields_set__

    def __setstate__(self, state: Any) -> None:
        _put(self, "__dict__", state[0])
        _put(self, "__pydantic_fields_set__", state[1])
        _put(self, "__pydantic_extra__", None)
        _put(self, "__pydantic_private__", None)

    def __hash__(self) -> int:
        """That of its kind. What has none pydantic holds for something that changes: it would copy a field's default for each
        record that leaves the field out."""
        return hash(type(self))


@cache
def _given(fields: frozenset[str]) -> set[str]:
    return set(fields)


class CommonPart(Part):
    """A part that many records say alike: those that say the same of it hold the same object, and it is typed once. Where it
    holds words of its own it is a part like any other."""

    @model_validator(mode="wrap")
    @classmethod
    def _shared(cls, tree: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        written = repr(tree)
        if type(tree) is not dict or written.find("{", 1) > 0:
            return handler(tree)
        known = _known(cls)
        if written not in known:
            known[written] = handler(tree)
        found: Self = known[written]
        return found


@cache
def _known(kind: type[Part]) -> dict[str, Any]:
    """The parts of a kind that have been read, by what was written."""
    return {}


_NOTHING: dict[Any, Any] = {}


def nothing() -> dict[Any, Any]:
    """What stands for a mapping that a record leaves out: one for all."""
    return _NOTHING

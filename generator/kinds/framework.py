"""FrameworkPart."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar

from pydantic import Field

from generator.issues import N_
from generator.kinds.branch import Branch
from generator.kinds.fields import Id, Link
from generator.kinds.record import Search


class FrameworkPart(Branch):
    """part of the framework."""

    folder: ClassVar[str] = "framework"
    label: ClassVar[str] = N_("part of the framework")
    labels: ClassVar[str] = N_("The framework")
    path_words: ClassVar[Mapping[str, str]] = {"cy": "fframwaith"}
    search: ClassVar[Search] = Search(names=("name",), text=("summary", "about.says"))

    within: Annotated[Id, Link("framework")] | None = Field(default=None, description=N_("id of what it stands within"))


KIND = FrameworkPart

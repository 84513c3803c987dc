"""Step."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar

from pydantic import Field

from generator.issues import N_
from generator.kinds.branch import Branch
from generator.kinds.fields import Id, Link
from generator.kinds.record import Search


class Step(Branch):
    """step of the pathway."""

    folder: ClassVar[str] = "pathway"
    label: ClassVar[str] = N_("step of the pathway")
    labels: ClassVar[str] = N_("The pathway")
    path_words: ClassVar[Mapping[str, str]] = {"cy": "llwybr"}
    search: ClassVar[Search] = Search(names=("name",), text=("summary", "about.says"))

    within: Annotated[Id, Link("pathway")] | None = Field(default=None, description=N_("id of what it stands within"))


KIND = Step

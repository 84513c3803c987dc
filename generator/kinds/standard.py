"""Standard."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar

from pydantic import Field

from generator.issues import N_
from generator.kinds.branch import Branch
from generator.kinds.fields import Id, Link
from generator.kinds.record import Search


class Standard(Branch):
    """standard."""

    folder: ClassVar[str] = "standards"
    label: ClassVar[str] = N_("standard")
    labels: ClassVar[str] = N_("Standards")
    path_words: ClassVar[Mapping[str, str]] = {"cy": "safonau"}
    search: ClassVar[Search] = Search(names=("name",), text=("summary", "about.says"))

    within: Annotated[Id, Link("standards")] | None = Field(default=None, description=N_("id of what it stands within"))


KIND = Standard

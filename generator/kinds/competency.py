"""Competency."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar

from pydantic import Field

from generator.issues import N_
from generator.kinds.branch import Branch
from generator.kinds.fields import Id, Link
from generator.kinds.record import Search


class Competency(Branch):
    """competence."""

    folder: ClassVar[str] = "competencies"
    label: ClassVar[str] = N_("competence")
    labels: ClassVar[str] = N_("Competences")
    path_words: ClassVar[Mapping[str, str]] = {"cy": "cymwyseddau"}
    search: ClassVar[Search] = Search(names=("name",), text=("summary", "about.says"))

    within: Annotated[Id, Link("competencies")] | None = Field(
        default=None, description=N_("id of what it stands within")
    )


KIND = Competency

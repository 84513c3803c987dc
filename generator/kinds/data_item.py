"""DataItem."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar

from pydantic import Field

from generator.issues import N_
from generator.kinds.branch import Branch
from generator.kinds.fields import Id, Link
from generator.kinds.record import Search


class DataItem(Branch):
    """data item."""

    folder: ClassVar[str] = "data-items"
    label: ClassVar[str] = N_("data item")
    labels: ClassVar[str] = N_("Data dictionary")
    path_words: ClassVar[Mapping[str, str]] = {"cy": "eitemau-data"}
    search: ClassVar[Search] = Search(names=("name",), text=("summary", "about.says"))

    within: Annotated[Id, Link("data-items")] | None = Field(
        default=None, description=N_("id of what it stands within")
    )


KIND = DataItem

"""Our own records, one a line: their fields as `geirfa schema` describes them, in every language, behind kind and id."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import orjson

from generator.kinds.record import Record


def line(record: Record, tree: Mapping[str, Any]) -> bytes:
    """One record; `tree` holds what of it may leave."""
    shelf = {"shelf": record.shelf} if record.shelf else {}
    return orjson.dumps({"kind": record.folder, "id": record.id, **shelf, **tree}, option=orjson.OPT_APPEND_NEWLINE)

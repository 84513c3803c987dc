"""Times of a service that its schedules tell in words alone: 'Tuesdays 10am to 12 noon'."""

from __future__ import annotations

import copy
import re
from typing import Any

from generator.imports.phrases import understood
from generator.referral.clean import clean

_PLACE = re.compile(r"(?:service_at_locations\[\d+\]\.)?(?:location\.)?schedules\[\d+\]")
_WORDS = frozenset({"id", "service_id", "location_id", "service_at_location_id", "description", "notes"})


def tell(tree: dict[str, Any], unmapped: dict[str, Any], lang: str) -> None:
    """Put times that are told in words, and understood whole, among the meetings of a service; take them from what is
    unmapped. Left alone where rules say when it meets, or where there are several places."""
    if "when" in tree or len(tree.get("venues", {})) > 1:
        return
    for path in [path for path in unmapped if _PLACE.fullmatch(path)]:
        schedule = unmapped[path]
        if not isinstance(schedule, dict) or any(value for key, value in schedule.items() if key not in _WORDS):
            continue
        said = [text for key in ("description", "notes") if isinstance(text := schedule.get(key), str) and text.strip()]
        found = understood(clean("\n".join(said)).text, lang)
        if found.meetings and not found.left:
            tree.setdefault("when", []).extend(copy.deepcopy(found.meetings))
            del unmapped[path]

"""Documents of Open Referral that say a text in several languages, for which the standard has no place: {"en": "Walk", "cy":
"Taith"} for a text, or name_cy beside name. The other languages become attributes that name a field (`labels_in`)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from generator.wording import codes_of_languages

_BEHIND = re.compile(r"(.+?)[_@:.-]([a-z]+)")


def parted(document: Mapping[str, Any], lang: str, languages: Sequence[str]) -> dict[str, Any] | None:
    """A document with its texts in `lang`, those in other languages as attributes; None where it has none in others."""
    codes = _codes(tuple(languages))
    made: dict[str, Any] = {}
    said: list[tuple[str, str]] = []
    for key, value in document.items():
        if isinstance(value, dict) and value and value.keys() <= codes.keys() and _are_texts(value.values()):
            texts = {codes[name]: text for name, text in value.items() if text}
            made[key] = texts.pop(lang, None) or next(iter(texts.values()), "")
            said += [(f"{key}@{code}", text) for code, text in texts.items()]
            continue
        found = _BEHIND.fullmatch(key)
        code = codes.get(found[2]) if found and isinstance(value, str) else None
        if found and code and isinstance(document.get(found[1], ""), str):
            if code == lang:
                made[found[1]] = made.get(found[1]) or document.get(found[1]) or value
            else:
                said.append((f"{found[1]}@{code}", value))
                made.setdefault(found[1], document.get(found[1]) or value)
            continue
        made.setdefault(key, value)
    if not said and made.keys() == document.keys():
        return None
    held = document.get("attributes")
    more = [{"label": label, "value": text} for label, text in said if text]
    return {**made, "attributes": [*(held if isinstance(held, list) else []), *more]}


@cache
def _codes(languages: tuple[str, ...]) -> Mapping[str, str]:
    """Languages by what keys call them: codes, and names in English."""
    named = {name: code for name, code in codes_of_languages("en").items() if code in languages}
    return named | {code: code for code in languages}


def _are_texts(values: Any) -> bool:
    return all(value is None or isinstance(value, str) for value in values)

"""What the price of a row says of whether it costs something."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from generator.imports.values import Setting
from generator.referral.cells import decimal
from generator.referral.cost_in import FREE, PAID, UNKNOWN, VARIES
from generator.source import Tree

_SUM = re.compile(r"(?:[£€$] ?)?\d{1,5}(?:\.\d\d)?")
"""A price that is nothing but a sum."""
_SUMS = re.compile(r"[£€$]\s?(\d{1,5}(?:\.\d\d?)?)")


def settle(tree: dict[str, Tree], setting: Setting) -> None:
    """Say of a record with a price whether it costs something: by its amount, or by its words."""
    cost = tree.get("cost")
    if not isinstance(cost, dict) or "kind" in cost:
        return
    notes: Any = cost.get("note", {})
    if isinstance(notes, dict) and len(notes) == 1 and "amount" not in cost:
        text = str(next(iter(notes.values())))
        if _SUM.fullmatch(text):
            del cost["note"]
            cost["amount"] = decimal(text).text
    amount, said = cost.get("amount", ""), notes if isinstance(notes, dict) else {}
    if amount:
        kind = FREE if amount in ("0", "0.0") else PAID
    else:
        named = (setting.words.find("costs", text) for text in said.values() if isinstance(text, str))
        kind = next(filter(None, named), "") or _worded(said, setting)
    cost["kind"] = kind if setting.words.has("costs", kind) else UNKNOWN


def _worded(notes: Mapping[str, Tree], setting: Setting) -> str:
    """What a text says: 'No', '£3 per family, first session free', 'Free, donations welcome'."""
    said = " ".join(map(str, notes.values()))
    if answer := setting.answer(said):
        return {"no": FREE, "yes": PAID}.get(answer, UNKNOWN)
    named = setting.words.find_within("costs", said)
    sums = [float(text) for text in _SUMS.findall(said.replace(",", ""))]
    if any(sums):
        return VARIES if {FREE, VARIES} & named or 0.0 in sums else PAID
    if len(named) == 1:
        return next(iter(named))
    return FREE if sums else VARIES if FREE in named else UNKNOWN

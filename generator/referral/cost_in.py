"""What a service costs."""

from __future__ import annotations

from typing import Any

from generator.referral import cells
from generator.referral.reading import Node

FREE, PAID, VARIES, UNKNOWN = "free", "paid", "varies", "unknown"
"""Entries of the vocabulary costs that prices lead to."""


def cost(root: Node) -> dict[str, Any]:
    """The kind of cost by its prices, else by the words of the vocabulary; what else is said of it as a note."""
    fields = ("fees_description",) if root.row.ours else ("fees_description", "fees")
    said = list(dict.fromkeys(filter(None, map(root.prose, fields))))
    options = list(root.nodes("cost_options"))
    amounts = [option.cell("amount", cells.decimal) for option in options]
    told = [_told(option, amount, len(options) == 1, said) for option, amount in zip(options, amounts, strict=True)]
    known = [amount for amount in amounts if amount]
    if not (said or known or any(told)):
        return {}
    kind = _kind(root, [*said, *(str(option.value.get("option") or "") for option in options)], known)
    if not kind:
        _leave(root, options)
        return {}
    found: dict[str, Any] = {"kind": kind}
    if len(options) == 1 and known and float(known[0]) > 0 and _ours(options[0]):
        found["amount"] = known[0]
    whole = said if root.row.ours else [text for text in said if root.row.words.find("costs", text) != kind]
    told = [*whole, *filter(None, told)]
    if told:
        found["note"] = {root.row.lang: "\n\n".join(dict.fromkeys(told))}
    return found


def _kind(root: Node, said: list[str], known: list[str]) -> str:
    words = root.row.words
    prices = {float(amount) for amount in known}
    by_words = next(filter(None, (words.find("costs", text) for text in said)), "")
    by_price = FREE if prices == {0.0} else VARIES if 0.0 in prices and len(prices) > 1 else PAID if prices else ""
    wanted = by_price if prices and prices != {0.0} else by_words or by_price or UNKNOWN
    return wanted if words.has("costs", wanted) else ""


def _told(option: Node, amount: str, alone: bool, said: list[str]) -> str:
    """One price in words, as far as its number and what is said already do not tell it."""
    what, per = option.line("option"), option.line("amount_description")
    what = "" if option.row.words.find("costs", what) else what
    per = "" if per in said else per
    if alone and _ours(option):
        option.take("currency")
        return ": ".join(filter(None, (what, per)))
    if amount:
        price = f"{amount} {str(option.take('currency') or option.row.words.currency).upper()}".strip()
        return ": ".join(filter(None, (what, f"{price} {per}".strip())))
    return ": ".join(filter(None, (what, per)))


def _ours(option: Node) -> bool:
    """Whether a price is in the money of the place."""
    currency = str(option.value.get("currency") or "").strip().upper()
    return currency in ("", option.row.words.currency.upper())


def _leave(root: Node, options: list[Node]) -> None:
    """Nothing of it was understood."""
    for key in ("fees", "fees_description"):
        root.keep(key)
    for option in options:
        for key in ("option", "amount", "amount_description", "currency"):
            option.keep(key)

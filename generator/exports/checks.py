"""A sheet for asking: what is listed of each group that is due, and white cells for what those say who run it."""

from __future__ import annotations

from collections.abc import Sequence

from generator import listing
from generator.answers import ANSWERS, HOW
from generator.catalogue import Catalogue
from generator.due import Due
from generator.exports.sheets import DAY, TEXT, Column, begun, choices, days, finished, write
from generator.issues import N_
from generator.kinds.asset import Asset
from generator.languages import language
from generator.wording import Wording, both

_ASKED = (
    Column(N_("Name"), "", 26),
    Column(N_("Area"), "", 16),
    Column(N_("Why"), "", 24),
    Column(N_("Contact"), "", 30),
    Column(N_("What is listed"), "", 60),
)
_ANSWERED = (
    Column(N_("Is it still right?"), "answer", 18, open=True),
    Column(N_("Day you asked, as 2026-11-21"), "day", 14, open=True),
    Column(N_("Who asked: a body or a role, no person's name"), "by", 26, open=True),
    Column(N_("How"), "how", 20, open=True),
    Column(N_("What has changed"), "changed", 50, open=True),
)
_KNOWN = (Column(N_("Id"), "id", 26), Column("", "print", 14, hidden=True))


def workbook(catalogue: Catalogue, due: Sequence[Due], wordings: Sequence[Wording], telling: Wording) -> bytes:
    """The sheet as .xlsx. Headings and lists are in all of `wordings`, the texts in the language of `telling`."""
    columns = list(_columns(wordings))
    book, sheet = begun("checks", columns)
    for number, one in enumerate(due, 2):
        shown, known = _shown(catalogue, one, telling), (one.asset.id, listing.print_of(one.asset))
        texts = (*shown, *[""] * (len(columns) - len(shown) - len(known)), *known)
        for place, (column, text) in enumerate(zip(columns, texts, strict=True), 1):
            write(sheet, number, place, text, open=column.open, form=DAY if column.key == "day" else TEXT)
    keys = {column.key: place for place, column in enumerate(columns, 1)}
    for key, words in (("answer", ANSWERS), ("how", HOW)):
        choices(book, sheet, keys[key], len(due), [both(word, wordings) for word in words.values()])
    days(sheet, keys["day"], len(due))
    return finished(book, sheet, len(due), len(columns))


def _columns(wordings: Sequence[Wording]) -> Sequence[Column]:
    """All columns, headed in all languages; who asked has one for each language."""
    made: list[Column] = []
    for column in (*_ASKED, *_ANSWERED, *_KNOWN):
        if column.key == "by":
            made += [
                column._replace(heading=f"{w.plain(column.heading)} ({language(w.lang).name})", key=f"by {w.lang}")
                for w in wordings
            ]
        else:
            made.append(column._replace(heading=both(column.heading, wordings) if column.heading else ""))
    return made


def _shown(catalogue: Catalogue, one: Due, telling: Wording) -> Sequence[str]:
    """What stands in the grey cells before the white ones."""
    asset = one.asset
    area = catalogue.entries_of(Asset.shelves).get(asset.shelf)
    facts = listing.facts(catalogue, asset, telling)
    return (
        catalogue.title(asset, telling.lang).text,
        catalogue.said(area.name, telling.lang).text if area else asset.shelf,
        "\n".join(reason.text(telling) for reason in one.reasons),
        facts[-1].text,
        "\n".join(f"{fact.label}: {fact.text}" for fact in facts[:-1]),
    )

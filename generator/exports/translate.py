"""Texts for translators: which ones, and what a translator needs to know of each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from typing import NamedTuple

from generator import markup
from generator.catalogue import Catalogue
from generator.issues import N_, Refusal
from generator.kinds.describe import text_rule
from generator.kinds.prints import text_print
from generator.kinds.record import Record
from generator.kinds.term import Term
from generator.nearby import did_you_mean
from generator.units import STATUSES, Unit, status, units
from generator.wording import Wording

ONE_LINE = N_("One line, at most 300 characters.")
LINKS = N_("Links: in [[id|words]] keep the id and translate the words; a link [[id]] may be given words too.")
SIGNS = N_("Signs such as *, _, - and [ ] make emphasis, lists and links: keep them.")
MOST_OF_LINE = 300
_SIGNS = re.compile(r"[*_\[\\]|^ {0,3}(?:[-+]|\d{1,9}[.)]) ", re.MULTILINE)
"""What may be more than plain text in prose."""


class Row(NamedTuple):
    """One text as a translator sees it, and what tells later whether it has changed meanwhile (`prints`)."""

    unit: str
    file: str
    label: str
    """What its record is called, in both languages."""
    field: str
    status: str
    source: str
    target: str
    note: str
    one_line: bool

    @property
    def prints(self) -> tuple[str, str]:
        """Fingerprints of the source and of the translation there is, "" for none."""
        return text_print(self.source), text_print(self.target)


class Pair(NamedTuple):
    """The language translated from, and into."""

    source: str
    target: str


def pair(catalogue: Catalogue, source: str | None, target: str | None) -> Pair:
    """The two languages asked for: by default from the first of the root into its second. Raises Refusal."""
    codes = catalogue.codes
    if len(codes) < 2:
        raise Refusal(f"This root has one language, {codes[0]}: there is none to translate into.")
    for code in (source, target):
        if code and code not in codes:
            raise Refusal(f"'{code}' is not a language of this site: {', '.join(codes)}.")
    target = target or next(code for code in (*codes[1:], codes[0]) if code != source)
    source = source or next(code for code in codes if code != target)
    if source == target:
        raise Refusal(f"--from and --lang name the same language, {source}.")
    return Pair(source, target)


def rows(
    catalogue: Catalogue, langs: Pair, statuses: Set[str], only: Sequence[str], wordings: Sequence[Wording]
) -> list[Row]:
    """The texts that have one of the statuses, of all records or of those named in `only` (ids, folder/id, kinds).

    `wordings` are the interface's words in both languages. Raises Refusal where `only` names nothing there is."""
    there = units(catalogue)
    chosen = _narrowed(catalogue, there.values(), only)
    return [
        _row(catalogue, unit, langs, found, wordings)
        for unit in chosen
        if langs.source in unit.texts and (found := status(unit, langs.target, catalogue.main)) in statuses
    ]


def _narrowed(catalogue: Catalogue, there: Iterable[Unit], only: Sequence[str]) -> list[Unit]:
    units = list(there)
    if not only:
        return units
    names: dict[str, set[tuple[str, str]]] = {}
    for record in {unit.record.file: unit.record for unit in units}.values():
        kind = type(record).__name__.lower()
        for name in (record.id, f"{record.folder}/{record.id}", record.folder, kind):
            names.setdefault(name, set()).add((record.folder, record.id))
    for name in only:
        if name not in names:
            nearest = did_you_mean(name, names)
            raise Refusal(f"There is no record or kind '{name}'." + (f" Did you mean '{nearest}'?" if nearest else ""))
    wanted = {key for name in only for key in names[name]}
    return [unit for unit in units if (unit.record.folder, unit.record.id) in wanted]


def _row(catalogue: Catalogue, unit: Unit, langs: Pair, found: str, wordings: Sequence[Wording]) -> Row:
    rule = text_rule(type(unit.record), unit.path)
    source = unit.texts[langs.source]
    return Row(
        unit.name,
        unit.record.file,
        _called(catalogue, unit.record, langs),
        unit.field,
        found,
        source,
        unit.texts.get(langs.target, ""),
        _note(catalogue, source, rule.help, rule.one_line, langs, wordings[-1]),
        rule.one_line,
    )


def _note(catalogue: Catalogue, source: str, help: str, one_line: bool, langs: Pair, wording: Wording) -> str:
    """What a translator has to know, in the language translated into: what the field is for, how long it may be, what its
    links are called."""
    lines = [wording.plain(help)] if help else []
    if one_line:
        lines.append(wording.plain(ONE_LINE))
    elif _SIGNS.search(markup.LINK.sub("", source)):
        lines.append(wording.plain(SIGNS))
    if linked := [id for id in dict.fromkeys(markup.links(source)) if id in catalogue.of(Term.folder)]:
        lines.append(wording.plain(LINKS))
        lines += [f"{id}: {_called(catalogue, catalogue.of(Term.folder)[id], langs)}" for id in linked]
    return "\n".join(lines)


def _called(catalogue: Catalogue, record: Record, langs: Pair) -> str:
    return " / ".join(dict.fromkeys(catalogue.title(record, code).text for code in langs))


def wanted(everything: bool, drafts: bool) -> frozenset[str]:
    """The statuses that are sent: what is missing or stale, drafts too, or all."""
    return frozenset(STATUSES if everything else STATUSES[:3] if drafts else STATUSES[:2])

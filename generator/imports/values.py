"""Cells of a table as values of a record: each form of `targets` has its own reader."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from generator.imports.phrases_clock import Lost, Times, times
from generator.imports.phrases_words import day_of
from generator.imports.positions import in_text
from generator.imports.targets import Form
from generator.issues import N_, Rule, Severity
from generator.kinds.fields import is_id
from generator.languages import language
from generator.languages.rules import fold
from generator.referral import cells
from generator.referral.cells import Cell
from generator.referral.clean import line
from generator.referral.dirt import BAD_DATE, BAD_TIME, BAD_WORD, MENDED
from generator.referral.words import Words, level

NOT_A_WORD = Rule(
    "row-unknown-word",
    Severity.WARNING,
    N_("A word that stands for an entry of a list names one."),
    N_("{row}: '{field}' is '{value}', which the list '{list}' does not have."),
    N_("It was kept aside. Say in the mapping what it means, under 'values'; or add it to the list."),
)
_SERIAL = re.compile(r"\d{5}(?:\.\d+)?")
_SERIALS, _SERIAL_FROM = range(25_569, 73_050), date(1899, 12, 30)
"""Days as spreadsheets count them, from 1970 to 2099."""
_PART_OF_DAY = re.compile(r"(?<![\d.])0?\.\d{2,}(?![\d.])|(?<![\d.])0\.[1-9](?!\d)")
"""A time as spreadsheets hold it: what part of the day has gone by."""
_MOMENT = re.compile(r"\b\d{4}-\d\d-\d\d[T ](\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?")
"""A moment, and its time: 2026-09-01T18:00:00Z."""
_MINUTES = re.compile(r"\d[:.]\d\d")
_LONGEST_NOTHING = 30
_ZEROLESS = re.compile(r"[1-37-9]\d{9}")
_SLASHED = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{2})")
_AMERICAN = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})")


class Setting(NamedTuple):
    """What the values of one table are read by: the words of the root, the language of its texts and the others of the root,
    whether days are written before their month."""

    words: Words
    lang: str
    others: tuple[str, ...]
    day_first: bool = True

    def answer(self, text: str) -> str:
        """Whether a cell says yes, no or unknown, in any language of the root; "" for anything else."""
        said = fold(text.strip(" ."))
        for code in dict.fromkeys((self.lang, *self.others, "en")):
            table = language(code).tables
            for name in ("yes", "no", "unknown"):
                if said in table.get(name, "").split("|"):
                    return name
        return ""

    def says_nothing(self, text: str) -> bool:
        """Whether a cell holds what people write where there is nothing to say."""
        return len(text) < _LONGEST_NOTHING and fold(text.strip()) in _nothing((self.lang, *self.others, "en"))

    def day(self, text: str) -> Cell:
        if _SERIAL.fullmatch(text) and (days := int(float(text))) in _SERIALS:
            return Cell((_SERIAL_FROM + timedelta(days)).isoformat())
        if found := _SLASHED.fullmatch(text):
            text = f"{found[1]}/{found[2]}/20{found[3]}"
        if not self.day_first and (found := _AMERICAN.fullmatch(text)):
            text = f"{found[3]}/{found[1]}/{found[4]}"
        for code in dict.fromkeys((self.lang, *self.others)):
            if day := day_of(text.replace("-", "/") if _AMERICAN.fullmatch(text) else text, code):
                return Cell(day.isoformat())
        return Cell("", BAD_DATE)

    def times(self, text: str) -> Times:
        """The times of a text that says nothing else; with minutes and without am or pm, as on a 24-hour clock. Raises Lost."""
        text = _PART_OF_DAY.sub(_clock, _MOMENT.sub(r"\1", text))
        codes = tuple(dict.fromkeys((self.lang, *self.others)))
        for code in codes[:-1]:
            with suppress(Lost):
                return times(text, code, whole_day=_MINUTES.search(text) is not None)
        return times(text, codes[-1], whole_day=_MINUTES.search(text) is not None)

    def read(self, text: str, form: Form) -> Cell:
        """A cell as a value of a form. A text too long comes back whole: who puts it into its place cuts it."""
        reader = _READERS.get(form.kind)
        return reader(text) if reader else _OWN[form.kind](self, text, form)


@cache
def _nothing(codes: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for code in codes for word in language(code).tables.get("nothing", "").split("|"))


def _flag(setting: Setting, text: str, form: Form) -> Cell:
    said = {"yes": "true", "no": "false"}.get(setting.answer(text), "")
    return Cell(said) if said else Cell("", BAD_WORD)


def _answer(setting: Setting, text: str, form: Form) -> Cell:
    said = setting.answer(text)
    return Cell(said) if said else Cell("", BAD_WORD)


def _choice(setting: Setting, text: str, form: Form) -> Cell:
    named = {level(word): word for word in form.words}
    if found := named.get(level(text)):
        return Cell(found)
    said = setting.answer(text)
    return Cell(form.words[0]) if said == "yes" and "always" in form.words else Cell("", BAD_WORD)


def _word(setting: Setting, text: str, form: Form) -> Cell:
    found = setting.words.area(text) if form.of == "areas" else setting.words.find(form.of, text)
    return Cell(found) if found else Cell("", NOT_A_WORD)


def _id(setting: Setting, text: str, form: Form) -> Cell:
    if not form.of and (code := setting.words.spoken(text, text)):
        return Cell(code)
    return Cell(text) if is_id(text) else Cell("", BAD_WORD)


def _point(setting: Setting, text: str, form: Form) -> Cell:
    return in_text(text, setting.words)


def _clock(found: re.Match[str]) -> str:
    minutes = round(float(found[0]) * 24 * 60)
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}"


def _hours(setting: Setting, text: str, form: Form) -> Cell:
    try:
        spans = setting.times(text).spans
    except Lost:
        return Cell("", BAD_TIME)
    return Cell(spans[0]) if len(spans) == 1 else Cell("", BAD_TIME)


def _web(text: str) -> Cell:
    """An address; of a link as a spreadsheet shows it, what it leads to."""
    return cells.web(text.strip("<> "))


def _number(text: str) -> Cell:
    found = cells.number(text)
    if found.text:
        return found
    bare = re.fullmatch(r"(\d{1,3})\s*(?:\+|years?|yrs?|oed|mlwydd oed)?", text.strip(), re.I)
    return Cell(bare[1], MENDED) if bare else found


def _phone(setting: Setting, text: str, form: Form) -> Cell:
    """A number as it is rung in the country of the root: spreadsheets take the zero before it away."""
    found = cells.phone(text)
    if setting.words.country == "GB" and _ZEROLESS.fullmatch(found.text.replace(" ", "")):
        return Cell(f"0{found.text}", MENDED)
    return found


_READERS: Mapping[str, Callable[[str], Cell]] = {
    "email": cells.email,
    "web": _web,
    "postcode": cells.postcode,
    "number": _number,
    "decimal": cells.decimal,
    "line": lambda text: Cell(line(text)),
    "prose": Cell,
}
_OWN: Mapping[str, Callable[[Setting, str, Form], Cell]] = {
    "flag": _flag,
    "answer": _answer,
    "choice": _choice,
    "word": _word,
    "id": _id,
    "coordinates": _point,
    "hours": _hours,
    "phone": _phone,
    "day": lambda setting, text, form: setting.day(text),
}

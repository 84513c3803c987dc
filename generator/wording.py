"""The interface's own words in each language, from the theme's gettext catalogues.

English is the language of the message ids; a language without a catalogue reads English. A root's own theme may lay
a catalogue over ours, message by message.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache
from gettext import c2py  # undocumented, and stable since Python 2.3
from pathlib import Path
from string import Formatter

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, get_day_names
from babel.messages.pofile import read_po
from babel.numbers import format_currency, format_decimal
from markupsafe import Markup

from generator.escaping import escape, safe
from generator.languages import language
from generator.languages.rules import fold

CATALOGUE = "geirfa.po"


class Wording:
    """The words of one language: `wording("Also called")`, `wording.count("{n} word", "{n} words", 3)`."""

    def __init__(self, lang: str, theme_folders: Sequence[Path]) -> None:
        self.lang = lang
        self._messages: dict[str, str] = {}
        self._plurals: dict[str, tuple[str, ...]] = {}
        self._which: Callable[[int], int] = lambda n: int(n != 1)
        self._marked: dict[str, Markup] = {}
        for folder in reversed(theme_folders):
            self._read(folder / "locale" / lang / "LC_MESSAGES" / CATALOGUE)

    def _read(self, file: Path) -> None:
        if not file.is_file():
            return
        with file.open("rb") as handle:
            catalogue = read_po(handle)
        for message in catalogue:
            if not message.id or message.fuzzy:
                continue
            key = message.id if isinstance(message.id, str) else message.id[0]
            key = f"{message.context}\x04{key}" if message.context else key
            if isinstance(message.string, tuple):
                if all(message.string):
                    self._plurals[key] = message.string
            elif isinstance(message.string, str) and message.string:
                self._messages[key] = message.string
        self._which = c2py(catalogue.plural_expr)

    @property
    def print(self) -> str:
        """Changes with any of its messages."""
        return repr((self._messages, self._plurals))

    def plain(self, message: str) -> str:
        """A message in this language, its {gaps} still open; a plain string, not yet HTML."""
        return self._messages.get(message, message)

    def language(self, code: str) -> str:
        """What this language calls a language: Saesneg, Welsh."""
        return _language_name(code, self.lang)

    def __call__(self, message: str, **values: object) -> Markup:
        """A message as HTML; values are escaped unless they are markup already."""
        if message not in self._marked:
            self._marked[message] = escape(self.plain(message))
        return filled(self._marked[message], values) if values else self._marked[message]

    def count(self, one: str, many: str, n: int, **values: object) -> Markup:
        """A counted message: the form the language's plural rules give for `n`, which is also the value {n}."""
        forms = self._plurals.get(one, (one, many) if one not in self._plurals else ())
        which = self._which(n) if one in self._plurals else int(n != 1)
        return filled(escape(forms[which]), {"n": n, **values})

    def forms(self, one: str, many: str) -> dict[str, str]:
        """A counted message for the browser, its gaps still open: one form for each of the language's plural categories
        by the Unicode CLDR, which a browser chooses by."""
        known = self._plurals.get(one)
        if known is None:
            return {"one": one, "other": many}
        return {category: known[self._which(n)] for category, n in _examples(self.lang).items()}

    def date(self, day: date) -> str:
        """A day in full: 21 November 2026, 21 Tachwedd 2026."""
        return _format(day, self.lang)

    def part_date(self, dated: str) -> str:
        """A date as far as it is known, as '2026-11-21', '2026-11' or '2026': 21 November 2026, November 2026, 2026."""
        return _part_date(dated, self.lang)

    def money(self, amount: float, currency: str | None) -> str:
        """A sum of money, its currency by its ISO 4217 code: £3, £3.50; the number alone where nobody said which money."""
        return _money(amount, currency, self.lang)

    def number(self, number: float) -> str:
        """A number as people write it: 2,000; 5.5."""
        return _number(number, self.lang)

    def days(self) -> tuple[str, ...]:
        """The days of the week, Monday first, as they stand by themselves: Monday, Dydd Llun."""
        return _days(self.lang)


def filled(text: Markup, values: Mapping[str, object]) -> Markup:
    """HTML with its {gaps} filled; values are escaped unless they are markup already. Markup can format itself, but that
    takes twenty times as long, and nothing is done more often."""
    out: list[str] = []
    for words, gap in _pieces(text):
        out.append(words)
        if gap is not None:
            out.append(escape(values[gap]))
    return safe("".join(out))  # noqa: S704  (escaped above)


@cache
def _pieces(text: Markup) -> tuple[tuple[str, str | None], ...]:
    """Each piece of a text with the name of the gap behind it, None where there is none."""
    return tuple((words, gap) for words, gap, _, _ in Formatter().parse(text))


def both(message: str, wordings: Sequence[Wording]) -> str:
    """A message in several languages, each once: 'changed / wedi newid'."""
    return " / ".join(dict.fromkeys(wording.plain(message) for wording in wordings))


_DAY, _MONTH = "d MMMM y", "LLLL y"


@cache
def _examples(lang: str) -> dict[str, int]:
    """A number of each plural category of a language."""
    try:
        category = Locale.parse(lang).plural_form
    except (UnknownLocaleError, ValueError):
        return {"one": 1, "other": 2}
    found = {category(n): n for n in range(199, -1, -1)}
    return {"other": 199, **found}


@cache
def _format(day: date, lang: str, form: str = "d MMMM y") -> str:
    try:
        return format_date(day, form, locale=lang)
    except (UnknownLocaleError, ValueError):
        return day.isoformat()


@cache
def _part_date(dated: str, lang: str) -> str:
    year, *rest = (int(part) for part in dated.split("-"))
    if not rest:
        return str(year)
    return _format(date(year, rest[0], rest[1] if len(rest) > 1 else 1), lang, _DAY if len(rest) > 1 else _MONTH)


@cache
def _money(amount: float, currency: str | None, lang: str) -> str:
    form = "¤#,##0" if amount == int(amount) else None
    if currency is None:
        return f"{amount:.2f}" if form is None else f"{amount:.0f}"
    try:
        return format_currency(amount, currency, form, locale=lang, currency_digits=form is None)
    except (UnknownLocaleError, ValueError):
        return f"{amount:.2f} {currency}"


@cache
def _number(number: float, lang: str) -> str:
    try:
        return format_decimal(number, locale=lang)
    except (UnknownLocaleError, ValueError):
        return f"{number:,g}"


@cache
def _days(lang: str) -> tuple[str, ...]:
    try:
        names = get_day_names("wide", "stand-alone", locale=lang)
    except (UnknownLocaleError, ValueError):
        names = get_day_names("wide", "stand-alone", locale="en")
    return tuple(names[day][:1].upper() + names[day][1:] for day in range(7))


@cache
def codes_of_languages(lang: str) -> Mapping[str, str]:
    """Codes of languages by their names in `lang`, in small letters without accents; none where that language is unknown."""
    try:
        return {
            fold(name): code for code, name in Locale.parse(lang).languages.items() if re.fullmatch("[a-z]{2,3}", code)
        }
    except (UnknownLocaleError, ValueError):
        return {}


@cache
def _language_name(code: str, lang: str) -> str:
    try:
        return Locale.parse(lang).languages.get(code) or language(code).name
    except (UnknownLocaleError, ValueError):
        return language(code).name

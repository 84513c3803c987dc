"""The interface's own words in each language, from the theme's gettext catalogues.

English is the language of the message ids; a language without a catalogue reads English. A root's own theme may lay
a catalogue over ours, message by message.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import cache
from gettext import c2py  # undocumented, and stable since Python 2.3
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.messages.pofile import read_po
from markupsafe import Markup, escape

from generator.languages import language

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

    def plain(self, message: str) -> str:
        """A message in this language, its {gaps} still open; a plain string, not yet HTML."""
        return self._messages.get(message, message)

    def language(self, code: str) -> str:
        """What this language calls a language: Saesneg, Welsh."""
        return _language_name(code, self.lang)

    def __call__(self, message: str, **values: object) -> Markup:
        """A message as HTML; values are escaped unless they are markup already."""
        if not values:
            if message not in self._marked:
                self._marked[message] = escape(self.plain(message))
            return self._marked[message]
        return escape(self.plain(message)).format(**values)

    def count(self, one: str, many: str, n: int, **values: object) -> Markup:
        """A counted message: the form the language's plural rules give for `n`, which is also the value {n}."""
        forms = self._plurals.get(one, (one, many) if one not in self._plurals else ())
        which = self._which(n) if one in self._plurals else int(n != 1)
        return escape(forms[which]).format(n=n, **values)

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
def _format(day: date, lang: str) -> str:
    try:
        return format_date(day, "d MMMM y", locale=lang)
    except (UnknownLocaleError, ValueError):
        return day.isoformat()


@cache
def _language_name(code: str, lang: str) -> str:
    try:
        return Locale.parse(lang).languages.get(code) or language(code).name
    except (UnknownLocaleError, ValueError):
        return language(code).name

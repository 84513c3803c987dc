"""Names of days, months and hours in each language: from the Unicode CLDR, or the interface's own words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.lists import format_list

from generator.hours.phrases import AM, EVENING_PM, MIDNIGHT, NOON, PM
from generator.languages import language
from generator.wording import Wording

EVENING = time(18)


@cache
def _locale(lang: str) -> Locale:
    """What CLDR knows of a language; English where it does not know it, as the rest of the interface."""
    try:
        return Locale.parse(lang)
    except (UnknownLocaleError, ValueError):
        return Locale.parse("en")


def message(wording: Wording, key: str) -> str:
    """A message in one language, by its key: of a message with a context both, as `phrases.pgettext` makes it."""
    said = wording.plain(key)
    return said if said != key else key.rpartition("\x04")[2]


def joined(items: Sequence[str], lang: str) -> str:
    """'a, b and c'."""
    join = language(lang).joined
    return join(items) if join else format_list(items, locale=_locale(lang))


def short_day(day: int, lang: str) -> str:
    """A day's name in short: Mon, Llun. Days count from Monday, which is 0."""
    return str(_locale(lang).days["stand-alone"]["abbreviated"][day])


def month(number: int, lang: str, width: str = "wide") -> str:
    """A month's name, or what stands for it in short where `width` is "abbreviated"."""
    return str(_locale(lang).months["stand-alone"][width][number])


def months_of_dates(lang: str) -> tuple[str, ...]:
    """The months as they stand behind the day of a date, from January."""
    return tuple(str(_locale(lang).months["format"]["wide"][number]) for number in range(1, 13))


def day_in_full(day: date, lang: str) -> str:
    """A day with its weekday: Thursday 12 March 2026."""
    return format_date(day, "EEEE d MMMM y", locale=_locale(lang))


def clock(at: time, wording: Wording, *, short: bool = False) -> str:
    """A time of day: 10am, 12 noon; in short 12pm. Languages that say evenings apart do so from six."""
    if not at.hour and not at.minute:
        return message(wording, MIDNIGHT)
    if at.hour == 12 and not at.minute and not short:
        return message(wording, NOON)
    key = AM if at.hour < 12 else PM if at < EVENING else EVENING_PM
    minutes = f":{at.minute:02}" if at.minute else ""
    return message(wording, key).format(time=f"{at.hour % 12 or 12}{minutes}")

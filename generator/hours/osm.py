"""When it meets as OpenStreetMap writes it: the key opening_hours, specification 0.7.4.

What it cannot express is never left out: it stands in a comment, in the words of one language, and where even the days
cannot be counted the state is 'unknown'.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from generator.hours import pattern
from generator.hours.pattern import EVERY_DAY, Pattern
from generator.hours.rows import rows
from generator.hours.text import Telling, telling
from generator.kinds.fields import Span
from generator.kinds.meeting import Meeting
from generator.wording import Wording

_DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def osm(meetings: Iterable[Meeting], wording: Wording, start: date) -> str:
    """The value of opening_hours; "" where nothing is said. `start` begins what has an end and no beginning: as in
    `rule.rrules` the date of what is known. The places of meetings are not in it."""
    tell = telling(wording)
    found = list(dict.fromkeys(row.pattern for row in rows(meetings, apart=False)))
    sure = [rhythm for rhythm in found if _is_sure(rhythm)]
    rules = ", ".join(_known(rhythm, sure, tell, start) for rhythm in sure)
    closed = [f"{when} off" for when in _off(sure)]
    guesses = (_guess(rhythm, tell) for rhythm in found if not _is_sure(rhythm))
    return " || ".join(filter(None, ("; ".join(filter(None, (rules, *closed))), *guesses)))


def _is_sure(found: Pattern) -> bool:
    return found.sure and (found.all_day or bool(found.time)) and found.every == 1


def _known(found: Pattern, beside: Sequence[Pattern], tell: Telling, start: date) -> str:
    always = found.all_day and not (found.days or found.months or found.from_ or found.until)
    when = "24/7" if always else " ".join(filter(None, (_dates(found, start), _days(found), _times(found))))
    return f'{when} open "{_comment(found, tell)}"' if _needs_words(found, beside) else when


def _needs_words(found: Pattern, beside: Sequence[Pattern]) -> bool:
    """Whether a rule says less than the rhythm, beside the others: 'PH off' closes all of them."""
    closed = found.bank_holidays == "closed" and not _all_closed(beside)
    term = found.term_time and not _all_in_term(beside)
    dated = bool(found.months) and bool(found.from_ or found.until)
    apart = any(not _only(day, found, beside) for day in found.except_)
    return found.bank_holidays == "ask" or closed or term or dated or apart


def _all_closed(beside: Sequence[Pattern]) -> bool:
    return all(other.bank_holidays == "closed" for other in beside)


def _all_in_term(beside: Sequence[Pattern]) -> bool:
    return all(other.term_time for other in beside)


def _only(day: date, found: Pattern, beside: Sequence[Pattern]) -> bool:
    """Whether nothing else may meet on a day on which one of them does not."""
    others = (other for other in beside if other is not found and day not in other.except_)
    return not any(day in other.on or (not other.on and pattern.in_its_days(other, day)) for other in others)


def _off(sure: Sequence[Pattern]) -> list[str]:
    """What closes all of them."""
    if not sure:
        return []
    names = [name for name, all_of in (("PH", _all_closed(sure)), ("SH", _all_in_term(sure))) if all_of]
    days = sorted({day for found in sure for day in found.except_ if _only(day, found, sure)})
    return names + ([",".join(map(_day, days))] if days else [])


def _guess(found: Pattern, tell: Telling) -> str:
    days = "" if found.on or not found.days else _days(found)
    when = ",".join(map(_day, found.on)) or " ".join(filter(None, (_months(found.months), days)))
    said = _comment(found, tell)
    return " ".join(filter(None, (when, _times(found), f'unknown "{said}"'))) if said else ""


def _comment(found: Pattern, tell: Telling) -> str:
    return tell.line(found).replace('"', "'")


def _dates(found: Pattern, start: date) -> str:
    if found.on:
        return ",".join(map(_day, found.on))
    if found.months:
        return _months(found.months)
    if found.until:
        return f"{_day(found.from_ or min(start, found.until))}-{_day(found.until)}"
    return f"{_day(found.from_)}+" if found.from_ else ""


def _months(months: tuple[int, ...]) -> str:
    starts = [number for number in months if (number - 2) % 12 + 1 not in months]
    if len(starts) == 1 and len(months) > 2:
        last = (starts[0] + len(months) - 2) % 12
        return f"{_MONTHS[starts[0] - 1]}-{_MONTHS[last]}"
    return ",".join(_MONTHS[number - 1] for number in months) if len(months) < 12 else ""


def _days(found: Pattern) -> str:
    if found.nth and found.days:
        nth = ",".join(map(str, found.nth))
        return ",".join(f"{_DAYS[day]}[{nth}]" for day in found.days)
    if found.on or found.weekdays == EVERY_DAY:
        return ""
    if len(found.days) > 2 and found.days[-1] - found.days[0] == len(found.days) - 1:
        return f"{_DAYS[found.days[0]]}-{_DAYS[found.days[-1]]}"
    return ",".join(_DAYS[day] for day in found.days)


def _times(found: Pattern) -> str:
    return "00:00-24:00" if found.all_day else ",".join(map(_span, found.time))


def _span(span: Span) -> str:
    if not span.end:
        return f"{span.start:%H:%M}+"
    end = "24:00" if not span.end.hour and not span.end.minute else f"{span.end:%H:%M}"
    return f"{span.start:%H:%M}-{end}"


def _day(day: date) -> str:
    return f"{day.year} {_MONTHS[day.month - 1]} {day.day:02}"

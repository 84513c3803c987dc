"""The days on which something meets, counted out."""

from __future__ import annotations

from datetime import date, datetime, time

from dateutil.rrule import rrule, rruleset, rrulestr

from generator.hours.rule import Recurrence, rrules
from generator.hours.setting import NOWHERE, Setting
from generator.kinds.meeting import Meeting


def dates(
    meeting: Meeting, first: date, last: date, setting: Setting = NOWHERE, start: date | None = None
) -> list[date]:
    """Its days from `first` to `last`, both counted; in the holidays of schools too, where it meets in terms only. None
    where its days are not known. `start` as in `rule.rrules`, else `first`."""
    found: set[date] = set()
    for recurrence in rrules(meeting, start or first, setting)[:1]:  # all have the same days
        found.update(moment.date() for moment in _set(recurrence).between(_at(first), _at(last), inc=True))
    return sorted(found)


def _set(recurrence: Recurrence) -> rruleset:
    days = rruleset()
    if recurrence.rule:
        rule = rrulestr(recurrence.rrule, dtstart=_at(recurrence.start))
        assert isinstance(rule, rrule)  # a set only where a text holds several
        days.rrule(rule)
    for day in () if recurrence.rule else (recurrence.start, *recurrence.more):
        days.rdate(_at(day))
    for day in recurrence.except_:
        days.exdate(_at(day))
    return days


def _at(day: date) -> datetime:
    return datetime.combine(day, time())

"""When it meets, in words: a line a rhythm, or one short text for a list of results. Plain text, not HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple
from weakref import WeakKeyDictionary

from generator.hours import pattern, phrases
from generator.hours.pattern import EVERY_DAY, Pattern
from generator.hours.rows import rows
from generator.hours.words import clock, day_in_full, joined, message, month, short_day
from generator.kinds.fields import Span
from generator.kinds.meeting import Meeting
from generator.wording import Wording

BRIEF = 60
"""Characters that a short text has room for."""


class TimeLine(NamedTuple):
    """One line of a timetable. `text` is "" where only the note says when; `venue` is an id of the asset's venues."""

    text: str
    venue: str | None
    online: bool
    note: Mapping[str, str]


def said(meeting: Meeting, wording: Wording) -> str:
    """One meeting in one line: 'Tuesdays and Thursdays, 10am to 12 noon, in school terms'. Its note and its place are not
    in it."""
    return telling(wording).line(pattern.of(meeting))


def timetable(meetings: Iterable[Meeting], wording: Wording) -> list[TimeLine]:
    """Meetings as lines: what differs in days or times alone is told together, where place and note are the same."""
    line = telling(wording).line
    return [TimeLine(line(row.pattern), row.venue, row.online, row.note) for row in rows(meetings)]


def lines(meetings: Iterable[Meeting], wording: Wording) -> list[str]:
    """The texts of a timetable, each once."""
    return list(dict.fromkeys(line.text for line in timetable(meetings, wording) if line.text))


def brief(meetings: Sequence[Meeting], wording: Wording) -> str:
    """The same in at most BRIEF characters, where one rhythm fits: 'Tue and Thu, 10am–12pm'; whatever the place. "" where
    nothing is known."""
    tell = telling(wording)
    if len(meetings) == 1:  # what most are
        return tell.short(pattern.of(meetings[0]))
    key = tuple(map(pattern.of, meetings))
    if key not in tell.briefs:
        tell.briefs[key] = _brief(meetings, tell.short, wording)
    return tell.briefs[key]


def _brief(meetings: Sequence[Meeting], short: Callable[[Pattern], str], wording: Wording) -> str:
    texts = list(dict.fromkeys(filter(None, (short(row.pattern) for row in rows(meetings, apart=False)))))
    whole = "; ".join(texts)
    if len(texts) < 2 or len(whole) <= BRIEF:
        return whole
    return message(wording, phrases.AND_MORE).format(times=texts[0])


_TELLINGS: WeakKeyDictionary[Wording, Telling] = WeakKeyDictionary()


def telling(wording: Wording) -> Telling:
    """What tells patterns with this wording."""
    found = _TELLINGS.get(wording)
    if found is None:
        found = _TELLINGS[wording] = Telling(wording)
    return found


class Telling:
    """Tells patterns in one language. Ten thousand groups share few patterns: each is put into words once."""

    def __init__(self, wording: Wording) -> None:
        self._messages: Callable[[str], str] = lambda key: message(wording, key)
        self._clock: Callable[..., str] = lambda at, short=False: clock(at, wording, short=short)
        self._lang = wording.lang
        self._date = wording.date
        self._lines: dict[Pattern, str] = {}
        self._shorts: dict[Pattern, str] = {}
        self.briefs: dict[tuple[Pattern, ...], str] = {}
        """Short texts of all that a group does, by its patterns."""

    def line(self, found: Pattern) -> str:
        """All of it in one line."""
        if found not in self._lines:
            self._lines[found] = self._line(found)
        return self._lines[found]

    def short(self, found: Pattern) -> str:
        """Days and times, and what few other words say much."""
        if found not in self._shorts:
            self._shorts[found] = self._short(found)
        return self._shorts[found]

    def on_its_day(self, found: Pattern) -> str:
        """What is left to say under the name of one of its days: times, and what limits it. "" for nothing."""
        times = self._joined(self._span(span) for span in found.time)
        part = self._joined(self._say(phrases.IN_PART[part]) for part in found.part)
        night = self._say(phrases.DAY_AND_NIGHT) if found.all_day else ""
        whole = ", ".join(filter(None, (times, part, night, *self._conditions(found))))
        return whole[:1].upper() + whole[1:]

    def limits(self, found: Pattern) -> str:
        """What no rule of dates and times can hold: the part of the day where the time is not known, school terms, bank
        holidays to be asked for. "" for none."""
        pieces = [] if found.time else [self._say(phrases.IN_PART[part]) for part in found.part]
        if found.term_time:
            pieces.append(self._say(phrases.TERM_TIME))
        if found.bank_holidays == "ask":
            pieces.append(self._say(phrases.BANK_HOLIDAYS["ask"]))
        return ", ".join(pieces)

    def _say(self, key: str, **values: object) -> str:
        return self._messages(key).format(**values)

    def _joined(self, items: Iterable[str]) -> str:
        return joined(list(items), self._lang)

    def _line(self, found: Pattern) -> str:
        days, part = self._rhythm(found)
        times = self._joined(self._span(span) for span in found.time)
        return self._sentence(found, (days, times, part), self._conditions(found))

    def _short(self, found: Pattern) -> str:
        days, part = self._rhythm(found)
        if found.days and found.time and not (found.nth or part or found.every > 1 or found.monthly):
            days = self._short_days(found.days)
        times = ", ".join(self._short_span(span) for span in found.time)
        season = self._season(found.months, "abbreviated") if 0 < len(found.months) < 12 else ""
        term = self._say(phrases.SHORT_TERM_TIME) if found.term_time else ""
        return self._sentence(found, (days, times, part), (season, term))

    def _sentence(self, found: Pattern, rhythm: Iterable[str], conditions: Iterable[str]) -> str:
        """What has to be asked for stands behind the rhythm, or behind all that is known where there is none."""
        when, limits = ", ".join(filter(None, rhythm)), ", ".join(filter(None, conditions))
        ask = self._ask(found)
        if ask and (when or limits):
            asked = self._say(ask, when=when or limits)
            when, limits = asked, limits if when else ""
        whole = ", ".join(filter(None, (when, limits)))
        return whole[:1].upper() + whole[1:]

    def _ask(self, found: Pattern) -> str:
        if found.on or (found.sure and found.weekdays):
            return ""
        if not found.weekdays:
            return phrases.ASK_DAY
        return phrases.ASK_ONE if found.monthly else phrases.ASK_WEEKS

    def _rhythm(self, found: Pattern) -> tuple[str, str]:
        """The days, and the part of the day where these do not say it already."""
        part = self._joined(self._say(phrases.IN_PART[part]) for part in found.part)
        if found.on:
            return "; ".join(day_in_full(day, self._lang) for day in found.on), part
        if found.all_day:
            night = self._say(phrases.DAY_AND_NIGHT)
            return (night, "") if set(found.weekdays) == set(EVERY_DAY) else (self._days(found), night)
        if len(found.days) == len(found.part) == 1 and not (found.nth or found.every > 1 or found.monthly):
            return self._say(phrases.PARTS[found.part[0]][found.days[0]]), ""
        return self._days(found), part

    def _days(self, found: Pattern) -> str:
        if found.monthly:
            return self._say(
                phrases.ONCE_A_MONTH_ON if found.days else phrases.ONCE_A_MONTH, days=self._listed(found.days)
            )
        if found.weekly:
            return self._say(phrases.ONCE_A_WEEK)
        if found.nth and found.days:
            nth = (self._say(phrases.NTH[n][day]) for day in found.days for n in found.nth)
            return self._say(phrases.OF_MONTH, days=self._joined(nth))
        if found.every > 1:
            return self._skipping(found)
        if not found.days:
            return ""
        if found.days == EVERY_DAY:
            return self._say(phrases.EVERY_DAY)
        if span := _run(found.days):
            return self._say(phrases.RANGES[span])
        return self._say(phrases.WEEKLY, days=self._listed(found.days))

    def _listed(self, days: Sequence[int]) -> str:
        return self._joined(self._say(phrases.DAYS[day]) for day in days) if days else ""

    def _skipping(self, found: Pattern) -> str:
        if found.every == 2 and len(found.days) == 1:
            return self._say(phrases.EVERY_OTHER[found.days[0]])
        on, bare = (
            (phrases.EVERY_OTHER_WEEK_ON, phrases.EVERY_OTHER_WEEK)
            if found.every == 2
            else (phrases.EVERY_N_WEEKS_ON, phrases.EVERY_N_WEEKS)
        )
        return self._say(on if found.days else bare, n=found.every, days=self._listed(found.days))

    def _short_days(self, days: tuple[int, ...]) -> str:
        if days == EVERY_DAY:
            return self._say(phrases.EVERY_DAY)
        if span := _run(days):
            return "–".join(short_day(day, self._lang) for day in span)
        return self._joined(short_day(day, self._lang) for day in days)

    def _span(self, span: Span) -> str:
        if span.end is None:
            return self._say(phrases.START, start=self._clock(span.start))
        return self._say(phrases.SPAN, start=self._clock(span.start), end=self._clock(span.end))

    def _short_span(self, span: Span) -> str:
        if span.end is None:
            return self._say(phrases.START, start=self._clock(span.start, True))
        return f"{self._clock(span.start, True)}–{self._clock(span.end, True)}"

    def _conditions(self, found: Pattern) -> Iterator[str]:
        """What limits the rhythm, the season first."""
        if found.months and len(found.months) < 12:
            yield self._season(found.months)
        if found.term_time:
            yield self._say(phrases.TERM_TIME)
        if found.bank_holidays:
            yield self._say(phrases.BANK_HOLIDAYS[found.bank_holidays])
        if found.from_:
            yield self._say(phrases.FROM, date=self._date(found.from_))
        if found.until:
            yield self._say(phrases.UNTIL, date=self._date(found.until))
        if found.except_:
            yield self._say(phrases.NOT_ON, dates=", ".join(map(self._date, found.except_)))

    def _season(self, months: tuple[int, ...], width: str = "wide") -> str:
        """Three months or more in a row, round the end of the year too, by the first and the last."""
        starts = [number for number in months if (number - 2) % 12 + 1 not in months]
        if len(starts) == 1:
            months = tuple(sorted(months, key=lambda number: (number - starts[0]) % 12))
        names = [month(number, self._lang, width) for number in months]
        if len(starts) == 1 and len(months) > 2:
            ends = names[0], names[-1]
            return "–".join(ends) if width != "wide" else self._say(phrases.SEASON, first=ends[0], last=ends[1])
        if width != "wide":
            return self._joined(names)
        if len(names) == 1:
            return self._say(phrases.IN_MONTH, month=names[0])
        return self._say(phrases.IN_MONTHS, months=self._joined(names))


def _run(days: tuple[int, ...]) -> tuple[int, int] | None:
    """The first and the last of three days or more in a row."""
    ends = days[0], days[-1]
    return ends if len(days) > 2 and ends[1] - ends[0] == len(days) - 1 else None

"""Columns about times as meetings: words, a column a weekday, days with a beginning and an end, rules of calendars."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, NamedTuple

from generator.imports.phrases import Understood, understood
from generator.imports.phrases_clock import Lost
from generator.imports.phrases_rhythm import DAYS
from generator.imports.values import Setting
from generator.issues import N_, Rule, Severity
from generator.referral.reading import Row
from generator.referral.schedules_in import Held, meetings
from generator.source import Tree

NOT_TIMES = Rule(
    "row-unclear-times",
    Severity.WARNING,
    N_("What is said of times can be read as days and hours."),
    N_("{row}: '{field}' is '{value}', of which days and hours cannot be told for sure."),
    N_("It stands as a note beside the times. Write it as 'Tuesdays 10am to 12 noon', or put the record right."),
)
ROLES = ("days", "opens", "closes", "rrule", "from", "until", "except", *DAYS)
_RULE = re.compile(r"\s*(?:RRULE:)?\s*((?:[A-Z]+=[^;\s]+;?)+)\s*", re.I)
_ONE_TIME = re.compile(r"\d{1,2}(?:[:.]\d\d)?(?::00)?\s*[a-z.]{0,4}", re.I)
_APART = re.compile(r"[,;|\n]+")

Meeting = dict[str, Any]


class Unclear(NamedTuple):
    """What of a column was not understood."""

    heading: str
    text: str


@dataclass(slots=True)
class When:
    """The columns of one row that tell times: by what they tell, their headings and texts."""

    said: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    """Role -> (heading, text); the role "" is for words."""
    unclear: list[Unclear] = field(default_factory=list)

    def add(self, role: str, heading: str, text: str) -> None:
        self.said.setdefault(role, []).append((heading, text.replace(";", ",") if role == "days" else text))

    def meetings(self, setting: Setting) -> list[Meeting]:
        """All of it as meetings. What was not understood stands in a note, and in `unclear`."""
        made = [*self._weekdays(setting), *self._told(setting)]
        return [meeting for meeting in made if meeting]

    def _text(self, role: str) -> str:
        return ", ".join(text for _, text in self.said.get(role, ()))

    def _note(self, role: str, setting: Setting) -> Mapping[str, str]:
        """The texts of a role as a note, which counts as unclear."""
        self.unclear += [Unclear(*one) for one in self.said.get(role, ())]
        return {setting.lang: self._text(role)}

    def _weekdays(self, setting: Setting) -> Iterator[Meeting]:
        """Days with the same hours are one meeting."""
        by_hours: dict[tuple[str, ...], list[str]] = {}
        for day in DAYS:
            for heading, text in _paired(self.said.get(day, [])):
                try:
                    found = setting.times(text)
                except Lost:
                    self.unclear.append(Unclear(heading, text))
                    by_hours.setdefault((text,), []).append(day)
                    continue
                if not found.closed:
                    by_hours.setdefault((*found.spans, ""), []).append(day)
        for hours, days in by_hours.items():
            yield (
                {"days": days, "time": list(hours[:-1])}
                if hours[-1] == ""
                else {"days": days, "note": {setting.lang: hours[0]}}
            )

    def _told(self, setting: Setting) -> list[Meeting]:
        found = self._ruled(setting)
        found = self._worded(setting, "", "rrule", "days") if found is None else [*found, *self._worded(setting, "")]
        self._hours(found, setting)
        self._limits(found, setting)
        return found

    def _ruled(self, setting: Setting) -> list[Meeting] | None:
        """The meetings of a rule as calendars have it; None where there is no such rule."""
        rule = _RULE.fullmatch(self._text("rrule"))
        if not rule:
            return None
        parts = dict(part.lower().split("=", 1) for part in rule[1].strip(";").split(";"))
        days = parts.get("byday", "").upper()
        if not days and self.said.get("days"):
            named = understood(self._text("days"), setting.lang, setting.others)
            days = ",".join(str(day)[:2].upper() for meeting in named.meetings for day in meeting.get("days", ()))
        if (place := parts.pop("bysetpos", "")) and days.isalpha():
            days = place + days
        day = setting.day(self._text("from")).text
        row = Row(
            parts | {"byday": days, "dtstart": day, "until": _compact(parts.get("until", ""))},
            setting.words,
            setting.lang,
        )
        made = meetings([Held(row.root)])
        if row.unmapped() or not made:
            self.unclear += [Unclear(*one) for one in self.said["rrule"]]
        return made

    def _worded(self, setting: Setting, *roles: str) -> list[Meeting]:
        """The meetings of words, in one column or spread over several."""
        texts = [one for role in roles for one in self.said.get(role, ())]
        if not texts:
            return []
        whole = understood(", ".join(text for _, text in texts), setting.lang, setting.others)
        if len(texts) > 1 and whole.left:
            each = [understood(text, setting.lang, setting.others) for _, text in texts]
            if sum(len(one.left) for one in each) < len(whole.left):
                return [
                    meeting
                    for one, said in zip(texts, each, strict=True)
                    for meeting in self._kept(said, [one], setting)
                ]
        return self._kept(whole, texts, setting)

    def _kept(self, found: Understood, texts: list[tuple[str, str]], setting: Setting) -> list[Meeting]:
        made: list[Meeting] = [dict(meeting) for meeting in found.meetings]
        if found.left:
            self.unclear += [Unclear(*one) for one in texts]
            made.append({"note": {setting.lang: found.left}})
        return made

    def _hours(self, found: list[Meeting], setting: Setting) -> None:
        """Put a beginning and an end to the meetings that have no times."""
        opens, closes = self._text("opens"), self._text("closes")
        if not opens:
            if closes:
                found.append({"note": self._note("closes", setting)})
            return
        text = f"{opens} - {closes}" if closes else opens
        try:
            spans = setting.times(text).spans
        except Lost:
            self._note("opens", setting)
            self._note("closes", setting)
            untimed: Meeting = {"note": {setting.lang: text}}
        else:
            untimed = {"time": list[Tree](spans)}
        bare = [meeting for meeting in found if not {"time", "all_day", "note"} & meeting.keys()]
        for meeting in bare:
            meeting.pop("part", None)
            meeting |= untimed
        if not bare:
            found.append(untimed)

    def _limits(self, found: list[Meeting], setting: Setting) -> None:
        for role in ("from", "until"):
            if role not in self.said:
                continue
            day = setting.day(self._text(role)).text
            if not day:
                self.unclear += [Unclear(*one) for one in self.said[role]]
            for meeting in found if day else ():
                if "on" not in meeting:
                    meeting.setdefault(role, day)
        for meeting in found:
            _begin_on_its_day(meeting)
        self._exceptions(found, setting)

    def _exceptions(self, found: list[Meeting], setting: Setting) -> None:
        for heading, text in self.said.get("except", ()):
            days = [setting.day(part.strip()).text for part in _APART.split(text) if part.strip()]
            if not all(days):
                self.unclear.append(Unclear(heading, text))
            for meeting in found:
                known = [day for day in days if day and _weekday(day) in meeting.get("days", ())]
                if known:
                    meeting["except"] = known


def _paired(said: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The columns of a day; two with a time each are from when until when."""
    if len(said) == 2 and all(_ONE_TIME.fullmatch(text) for _, text in said):
        return [(said[0][0], f"{said[0][1]} - {said[1][1]}")]
    return said


def _compact(until: str) -> str:
    """The day of an end as a rule has it: 20260720T235959Z."""
    found = re.fullmatch(r"(\d{4})(\d\d)(\d\d)(?:t\d+z?)?", until)
    return f"{found[1]}-{found[2]}-{found[3]}" if found else until


def _weekday(day: str) -> str:
    return DAYS[date.fromisoformat(day).weekday()]


def _begin_on_its_day(meeting: Meeting) -> None:
    """Let what skips weeks begin on one of its days, in the week that it is counted from."""
    days, first = meeting.get("days"), meeting.get("from")
    if not (meeting.get("every") and days and first) or _weekday(first) in days:
        return
    begin = date.fromisoformat(first)
    monday = begin - timedelta(days=begin.weekday())
    inside = sorted(monday + timedelta(days=DAYS.index(day)) for day in days)
    later = [day for day in inside if day >= begin]
    meeting["from"] = (later[0] if later else inside[0] + timedelta(weeks=int(meeting["every"]))).isoformat()

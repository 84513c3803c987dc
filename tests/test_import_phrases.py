"""What people say of times becomes meetings; what is not understood is left as it is."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from generator.hours import pattern
from generator.hours.text import said
from generator.imports.phrases import Understood, understood
from generator.imports.phrases_clock import Lost, times
from generator.imports.phrases_words import MOST, day_of
from generator.kinds.meeting import Meeting
from tests.meetings import random_meetings, wording

DAYS = "mon tue wed thu fri sat sun".split()
ENGLISH = {
    "2nd Friday of the month, 10am - 12noon": "days: [fri], nth: [2], time: [10:00-12:00]",
    "every other Tuesday": "days: [tue], every: 2",
    "Mon-Fri 9-5": "days: [mon, tue, wed, thu, fri], time: [09:00-17:00]",
    "Monday to Friday, 9:30am to 4:30pm (term time only)": "days: [mon, tue, wed, thu, fri], time: [09:30-16:30], term_time: true",
    "1st and 3rd Tuesday of each month 2-4pm": "days: [tue], nth: [1, 3], time: [14:00-16:00]",
    "first Tuesday and third Thursday of the month": "days: [tue], nth: [1]; days: [thu], nth: [3]",
    "Tuesday 1st and 3rd of the month": "days: [tue], nth: [1, 3]",
    "Monday evenings 7-9": "days: [mon], time: [19:00-21:00]",
    "Monday evenings": "days: [mon], part: [evening]",
    "Mon, Wed & Fri 10-12": "days: [mon, wed, fri], time: [10:00-12:00]",
    "Mon 9-5, Tue 10-4": "days: [mon], time: [09:00-17:00]; days: [tue], time: [10:00-16:00]",
    "10am-12 noon on Tuesdays, 2-4pm on Thursdays": "days: [tue], time: [10:00-12:00]; days: [thu], time: [14:00-16:00]",
    "Tuesday 09:30-12:30, 13:30-17:00": "days: [tue], time: [09:30-12:30, 13:30-17:00]",
    "Weekly on Wednesdays, 6:30pm - 8pm": "days: [wed], time: [18:30-20:00]",
    "Fortnightly on Tuesdays": "days: [tue], every: 2",
    "every 3 weeks on Tuesday": "days: [tue], every: 3",
    "alternate Thursdays 1.30-3.30pm": "days: [thu], every: 2, time: [13:30-15:30]",
    "24 hours a day, 7 days a week": "all_day: true",
    "Last Wednesday of the month 1400-1600": "days: [wed], nth: [last], time: [14:00-16:00]",
    "Daily 10am-4pm April to October": "days: [mon, tue, wed, thu, fri, sat, sun], time: [10:00-16:00], months: [4, 5, 6, 7, 8, 9, 10]",
    "Thursday 12 March 2026, 10am": "on: [2026-03-12], time: [10:00]",
    "Tue-Sat 10-4, closed Sundays and Mondays": "days: [tue, wed, thu, fri, sat], time: [10:00-16:00]",
    "Monday: Closed; Tuesday: 9am - 5pm": "days: [tue], time: [09:00-17:00]",
    "Mon-Fri 9-5, closed bank holidays": "days: [mon, tue, wed, thu, fri], time: [09:00-17:00], bank_holidays: closed",
    "Every Tuesday. 10am - 12 noon. Term time only.": "days: [tue], time: [10:00-12:00], term_time: true",
    "Monthly": "monthly: true",
    "Once a month on a Tuesday": "days: [tue], monthly: true",
    "Tuesday 10am - 12pm until 20 July 2026": "days: [tue], time: [10:00-12:00], until: 2026-07-20",
    "weekdays from 9am, not in August": "days: [mon, tue, wed, thu, fri], time: [09:00], months: [1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12]",
    "9am - 5pm": "time: [09:00-17:00]",
    "Sat 11pm-1am": "days: [sat], time: [23:00-01:00]",
    "Tuesdays at the Church Hall, 10am to 12": "days: [tue], time: [10:00-12:00], note: {en: at the Church Hall}",
    "Bowls: Mon 2-4; Yoga: Tue 6-7pm": "days: [mon], time: [14:00-16:00], note: {en: Bowls}; days: [tue], time: [18:00-19:00], note: {en: Yoga}",
}
WELSH = {
    "bob dydd Mawrth 10yb-12yp": "days: [tue], time: [10:00-12:00]",
    "ail ddydd Gwener y mis, 1:50yp - 2:05yp": "days: [fri], nth: [2], time: [13:50-14:05]",
    "dydd Gwener cyntaf y mis": "days: [fri], nth: [1]",
    "trydydd dydd Iau a dydd Mawrth olaf y mis": "days: [thu], nth: [3]; days: [tue], nth: [last]",
    "bob yn ail ddydd Mawrth": "days: [tue], every: 2",
    "bob pythefnos ar ddydd Mercher": "days: [wed], every: 2",
    "Llun - Gwener 9-5": "days: [mon, tue, wed, thu, fri], time: [09:00-17:00]",
    "nos Fawrth 7-9": "days: [tue], time: [19:00-21:00]",
    "bore Mercher": "days: [wed], part: [morning]",
    "Llun i Gwener, 9yb tan 5yp, ar gau ar wyliau banc": "days: [mon, tue, wed, thu, fri], time: [09:00-17:00], bank_holidays: closed",
    "rhwng 10yb a 12yp bob dydd Iau": "days: [thu], time: [10:00-12:00]",
    "Mawrth i Hydref, 10yb - 4yp": "time: [10:00-16:00], months: [3, 4, 5, 6, 7, 8, 9, 10]",
    "bob dydd": "days: [mon, tue, wed, thu, fri, sat, sun]",
    "10 o'r gloch y bore bob dydd Llun": "days: [mon], time: [10:00]",
    "bob tair wythnos ar ddydd Llun yn ystod y tymor": "days: [mon], every: 3, term_time: true",
    "Bob dydd Llun yn y llyfrgell, 10yb - 12yp": "days: [mon], time: [10:00-12:00], note: {cy: yn y llyfrgell}",
    "2nd Friday of the month": "days: [fri], nth: [2]",
}
LEFT = (
    "By appointment",
    "Mondays 7-9",  # morning or evening
    "Every 2nd Friday",  # every other, or the second of the month
    "Café open from 10am, group meets Tuesdays 11-12",
    "Ages 5-11 Mondays 4-5pm",
    "No sessions on Tuesday",
    "Tuesday 12 March 2026",  # a Thursday
    "Tuesdays 10-10",
    "31 February 2026",
    "x" * (MOST + 1),
    "Closed for lunch 12-1",
    "3 April 2026, term time only",
    "Tuesdays, not on 3 April 2026",
)
CLOCK = {
    "09:00-19:00": "09:00-19:00",
    "09:30-12:30,13:30-17:00": "09:30-12:30 13:30-17:00",
    "1:50pm - 2:05pm": "13:50-14:05",
    "10am - 12noon": "10:00-12:00",
    "10 - 11.30am": "10:00-11:30",
    "10am-12 noon": "10:00-12:00",
    "12noon - 1pm": "12:00-13:00",
    "12 - 1pm": "12:00-13:00",
    "12.15pm - 1.15pm": "12:15-13:15",
    "9.30am – 11am": "09:30-11:00",
    "9.30 am to 11 am": "09:30-11:00",
    "11:45am - 12:15pm": "11:45-12:15",
    "2pm-3pm": "14:00-15:00",
    "2 till 4pm": "14:00-16:00",
    "2.00 p.m. - 4.00 p.m.": "14:00-16:00",
    "0930-1230": "09:30-12:30",
    "1400 – 1530 hrs": "14:00-15:30",
    "10:00": "10:00",
    "from 6pm": "18:00",
    "7pm-9": "19:00-21:00",
    "10yb - 12 canol dydd": "10:00-12:00",
    "2yp tan 4yp": "14:00-16:00",
}
POWYS = [f"{nth} {day} of the month" for nth in ("1st", "2nd", "3rd", "4th") for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")]  # fmt: skip


def trees(text: str) -> list[Any]:
    return [yaml.load(f"{{{part}}}", yaml.BaseLoader) for part in text.split("; ")]


@pytest.mark.parametrize("text", ENGLISH)
def test_english(text: str) -> None:
    assert understood(text, "en") == Understood(trees(ENGLISH[text]), "")


@pytest.mark.parametrize("text", WELSH)
def test_welsh_and_english_in_a_welsh_column(text: str) -> None:
    assert understood(text, "cy", ("en",)) == Understood(trees(WELSH[text]), "")


@pytest.mark.parametrize("text", LEFT)
def test_what_is_not_sure_is_left(text: str) -> None:
    assert understood(text, "en", ("cy",)) == Understood([], text)


def test_a_sentence_that_is_not_understood_stays_beside_those_that_are() -> None:
    found = understood("Mondays 10am-12 noon; Ring first", "en")
    assert found == Understood(trees("days: [mon], time: [10:00-12:00]"), "Ring first")


@pytest.mark.parametrize("text", CLOCK)
def test_times_of_a_cell(text: str) -> None:
    lang = "cy" if "y" in text else "en"
    assert " ".join(times(text, lang).spans) == CLOCK[text]


@pytest.mark.parametrize("text", ["7-9", "Mon", "ask", "12:00-12:00", "25-26", "", "9:99"])
def test_cells_that_say_no_times(text: str) -> None:
    with pytest.raises(Lost):
        times(text, "en")


@pytest.mark.parametrize("text", ["closed", "Closed", "-", "shut"])
def test_closed(text: str) -> None:
    assert times(text, "en").closed


def test_each_day_of_a_month_with_each_form_of_time() -> None:
    for day in POWYS:
        for text in list(CLOCK)[:20]:
            nth, name = day[0], day.split()[1][:3].lower()
            meeting = {"days": [name], "nth": [nth], "time": CLOCK[text].split()}
            assert understood(f"{day} {text}", "en") == Understood([meeting], ""), (day, text)


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_what_we_say_ourselves_is_read_back(lang: str) -> None:
    for meeting in random_meetings(7, 500):
        text, sent = said(meeting, wording(lang)), pattern.of(meeting)
        others = sent.term_time or sent.except_ or sent.months or sent.until or sent.from_
        elsewhere = {day.weekday() for day in sent.except_} - set(sent.weekdays)
        if len(text) > MOST or (sent.on and others) or elsewhere:  # which no record may say
            continue
        found = understood(text, lang)
        assert not found.left, text
        back = [pattern.of(Meeting.model_validate(tree)) for tree in found.meetings]
        days = () if sent.all_day and len(sent.days) == 7 else sent.days
        assert back == [sent._replace(days=days)], text


@pytest.mark.parametrize(
    "text, day",
    [
        ("2019-01-15", "2019-01-15"),
        ("2019-01-15T10:00:00Z", "2019-01-15"),
        ("15/01/2019", "2019-01-15"),
        ("03/04/2026", "2026-04-03"),
        ("15 January 2019", "2019-01-15"),
        ("Tuesday 15th of January, 2019", "2019-01-15"),
        ("15 Ionawr 2019", "2019-01-15"),
        ("3ydd o Fawrth 2026", "2026-03-03"),
        ("31/02/2026", "None"),
        ("soon", "None"),
        ("1 May 2026 - 3 May 2026", "None"),
    ],
)
def test_days(text: str, day: str) -> None:
    lang = "cy" if "Ionawr" in text or "Fawrth" in text else "en"
    assert str(day_of(text, lang)) == day

"""When it meets in the formats of others: schema.org, and OpenStreetMap's opening_hours as its own reader takes it; and
the days and parts of the day that filters ask for."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from opening_hours import OpeningHours, State

from generator.hours import dates, pattern
from generator.hours.osm import osm
from generator.hours.parts import slots
from generator.hours.schema import schema
from generator.hours.setting import NOWHERE, Setting
from tests.meetings import meeting, random_meetings, wording

START = date(2026, 3, 1)
LONDON = Setting("Europe/London")
MONDAY, TUESDAY, THURSDAY = (f"https://schema.org/{day}" for day in ("Monday", "Tuesday", "Thursday"))

SCHEMA: list[tuple[str, dict[str, Any]]] = [
    (
        "days: [tue, thu], time: [10:00-12:00, 14:00-16:00]",
        {
            "openingHoursSpecification": [
                {"@type": "OpeningHoursSpecification", "dayOfWeek": [TUESDAY, THURSDAY], "opens": "10:00", "closes": "12:00"},
                {"@type": "OpeningHoursSpecification", "dayOfWeek": [TUESDAY, THURSDAY], "opens": "14:00", "closes": "16:00"},
            ]
        },
    ),
    (
        "days: [mon], time: [19:00-21:00], bank_holidays: closed, from: 2026-01-05, until: 2026-07-20",
        {
            "openingHoursSpecification": [
                {
                    "@type": "OpeningHoursSpecification",
                    "dayOfWeek": [MONDAY],
                    "opens": "19:00",
                    "closes": "21:00",
                    "validFrom": "2026-01-05",
                    "validThrough": "2026-07-20",
                    "description": "Mondays, 7pm to 9pm, not on bank holidays, from 5 January 2026, until 20 July 2026",
                }
            ]
        },
    ),
    (
        "all_day: true, days: [mon]",
        {
            "openingHoursSpecification": [
                {"@type": "OpeningHoursSpecification", "dayOfWeek": [MONDAY], "opens": "00:00", "closes": "23:59"}
            ]
        },
    ),
    (
        "days: [fri], nth: ['2', last], time: [14:00-16:00]",
        {
            "eventSchedule": [
                {
                    "@type": "Schedule",
                    "description": "Second Friday and last Friday of the month, 2pm to 4pm",
                    "repeatFrequency": "P1M",
                    "byDay": ["2FR", "-1FR"],
                    "startTime": "14:00",
                    "endTime": "16:00",
                    "scheduleTimezone": "Europe/London",
                }
            ]
        },
    ),
    (
        "days: [tue], every: 2, from: 2026-01-06, time: ['11:00'], months: ['1', '2'], except: [2026-01-20], term_time: true",
        {
            "eventSchedule": [
                {
                    "@type": "Schedule",
                    "description": "Every other Tuesday, from 11am, in January and February, in school terms, "
                    "from 6 January 2026, not on 20 January 2026",
                    "repeatFrequency": "P2W",
                    "byDay": [TUESDAY],
                    "byMonth": [1, 2],
                    "startDate": "2026-01-06",
                    "startTime": "11:00",
                    "exceptDate": ["2026-01-20"],
                    "scheduleTimezone": "Europe/London",
                }
            ]
        },
    ),
    (
        "on: [2026-03-12, 2026-03-19], time: [10:00-12:00]",
        {
            "eventSchedule": [
                {
                    "@type": "Schedule",
                    "description": "Thursday 12 March 2026; Thursday 19 March 2026, 10am to 12 noon",
                    "startDate": day,
                    "endDate": day,
                    "startTime": "10:00",
                    "endTime": "12:00",
                    "scheduleTimezone": "Europe/London",
                }
                for day in ("2026-03-12", "2026-03-19")
            ]
        },
    ),
    (
        "monthly: true",
        {
            "eventSchedule": [
                {
                    "@type": "Schedule",
                    "description": "Once a month (ask for the day)",
                    "repeatFrequency": "P1M",
                    "scheduleTimezone": "Europe/London",
                }
            ]
        },
    ),
    ("note: {en: Ask.}", {}),
]  # fmt: skip


@pytest.mark.parametrize(("written", "told"), SCHEMA, ids=[row[0] for row in SCHEMA])
def test_schema_org(written: str, told: dict[str, Any]) -> None:
    assert schema([meeting(written)], wording("en"), LONDON) == told


@pytest.mark.parametrize(
    ("written", "frequency"),
    [
        ("weekly: true", "P1W"),
        ("every: 2", "P2W"),
        ("days: [mon], part: [morning]", "P1W"),
        ("time: [10:00-12:00]", None),
    ],
)
def test_schema_org_says_how_often_as_far_as_it_is_known(written: str, frequency: str | None) -> None:
    (made,) = schema([meeting(written)], wording("en"), NOWHERE)["eventSchedule"]
    assert made.get("repeatFrequency") == frequency and "scheduleTimezone" not in made


def test_schema_org_gathers_meetings_of_both_sorts_in_the_language_of_the_reader() -> None:
    meetings = [meeting("days: [mon], time: [10:00-12:00]"), meeting("days: [tue], nth: ['1']"), meeting("days: [thu]")]
    made = schema(meetings, wording("cy"), LONDON)
    assert {name: len(rows) for name, rows in made.items()} == {"openingHoursSpecification": 1, "eventSchedule": 2}
    assert made["eventSchedule"][0]["description"] == "Dydd Mawrth cyntaf y mis"


OSM = [
    (["days: [tue, thu], time: [10:00-12:00]"], "Tu,Th 10:00-12:00"),
    (["days: [mon, tue, wed, thu, fri], time: [09:00-13:00, 14:00-17:00]"], "Mo-Fr 09:00-13:00,14:00-17:00"),
    (["days: [tue, thu], time: [10:00-12:00], bank_holidays: closed"], "Tu,Th 10:00-12:00; PH off"),
    (["days: [fri], nth: ['2'], time: [14:00-16:00]"], "Fr[2] 14:00-16:00"),
    (["days: [mon, tue], nth: [last, '1'], time: [14:00-16:00]"], "Mo[1,-1],Tu[1,-1] 14:00-16:00"),
    (["days: [wed], time: ['12:00'], months: ['10', '11', '12', '1', '2', '3']"], "Oct-Mar We 12:00+"),
    (["days: [wed], time: [12:00-13:00], months: ['1', '3']"], "Jan,Mar We 12:00-13:00"),
    (["days: [mon], time: [19:00-21:00], term_time: true"], "Mo 19:00-21:00; SH off"),
    (["days: [mon, tue, wed, thu, fri, sat, sun], time: [08:00-00:00]"], "08:00-24:00"),
    (["days: [fri, sat], time: [22:00-02:00]"], "Fr,Sa 22:00-02:00"),
    (["all_day: true"], "24/7"),
    (["all_day: true, days: [sat, sun]"], "Sa,Su 00:00-24:00"),
    (["all_day: true, months: ['5']"], "May 00:00-24:00"),
    (["days: [tue], time: [10:00-12:00], from: 2026-01-06, until: 2026-07-20"], "2026 Jan 06-2026 Jul 20 Tu 10:00-12:00"),
    (["days: [tue], time: [10:00-12:00], from: 2026-01-06"], "2026 Jan 06+ Tu 10:00-12:00"),
    (["days: [tue], time: [10:00-12:00], until: 2026-07-20"], "2026 Mar 01-2026 Jul 20 Tu 10:00-12:00"),
    (["days: [tue], time: [10:00-12:00], until: 2025-07-20"], "2025 Jul 20-2025 Jul 20 Tu 10:00-12:00"),
    (["days: [fri], time: [10:00-12:00], except: [2026-12-25, 2027-01-01]"], "Fr 10:00-12:00; 2026 Dec 25,2027 Jan 01 off"),
    (["on: [2026-03-12, 2026-03-19], time: [10:00-12:00]"], "2026 Mar 12,2026 Mar 19 10:00-12:00"),
    # What cannot be expressed stands in a comment.
    (
        ["days: [tue], every: 2, from: 2026-01-06, time: [11:00-13:00]"],
        'Tu 11:00-13:00 unknown "Every other Tuesday, 11am to 1pm, from 6 January 2026"',
    ),
    (["monthly: true, days: [sat], part: [morning]"], 'Sa unknown "Once a month on Saturdays, in the morning (ask which one)"'),
    (["days: [mon]"], 'Mo unknown "Mondays"'),
    (["days: [mon], nth: ['1'], months: ['5']"], 'May Mo[1] unknown "First Monday of the month, in May"'),
    (["on: [2026-03-12]"], '2026 Mar 12 unknown "Thursday 12 March 2026"'),
    (["time: [10:00-22:00]"], '10:00-22:00 unknown "10am to 10pm (ask for the day)"'),
    (["weekly: true"], 'unknown "Once a week (ask for the day)"'),
    (["days: [mon], time: [10:00-12:00], bank_holidays: ask"], 'Mo 10:00-12:00 open "Mondays, 10am to 12 noon, ask about bank holidays"'),
    (
        ["days: [mon], time: [10:00-12:00], months: ['5'], until: 2026-05-20"],
        'May Mo 10:00-12:00 open "Mondays, 10am to 12 noon, in May, until 20 May 2026"',
    ),
    # Several: days told together, later ones added and never in place of earlier ones, guesses last.
    (["days: [mon], time: [10:00-12:00]", "days: [mon], time: [14:00-16:00]"], "Mo 10:00-12:00,14:00-16:00"),
    (["days: [mon], time: [10:00-12:00]", "days: [mon], nth: ['1'], time: [14:00-16:00]"], "Mo 10:00-12:00, Mo[1] 14:00-16:00"),
    (["days: [mon], time: [10:00-16:00], venue: a", "days: [tue], time: [10:00-16:00], venue: b"], "Mo,Tu 10:00-16:00"),
    (
        ["days: [fri]", "days: [mon], time: [10:00-12:00], bank_holidays: closed", "weekly: true"],
        'Mo 10:00-12:00; PH off || Fr unknown "Fridays" || unknown "Once a week (ask for the day)"',
    ),
    (
        ["days: [mon], time: [10:00-12:00], bank_holidays: closed", "days: [tue], time: [10:00-12:00]"],
        'Mo 10:00-12:00 open "Mondays, 10am to 12 noon, not on bank holidays", Tu 10:00-12:00',
    ),
    (
        ["days: [mon], time: [10:00-12:00], term_time: true", "days: [tue], time: [10:00-12:00]"],
        'Mo 10:00-12:00 open "Mondays, 10am to 12 noon, in school terms", Tu 10:00-12:00',
    ),
    (
        ["days: [fri], time: [10:00-12:00], except: [2026-12-25]", "days: [tue], time: [10:00-13:00]"],
        "Fr 10:00-12:00, Tu 10:00-13:00; 2026 Dec 25 off",
    ),
    (
        ["days: [fri], time: [10:00-12:00], except: [2026-12-25]", "days: [fri], nth: [last], time: [14:00-15:00]"],
        'Fr 10:00-12:00 open "Fridays, 10am to 12 noon, not on 25 December 2026", Fr[-1] 14:00-15:00',
    ),
    ([], ""),
    (["note: {en: Ask.}"], ""),
]  # fmt: skip


@pytest.mark.parametrize(("written", "value"), OSM, ids=[row[1] for row in OSM])
def test_openstreetmap(written: list[str], value: str) -> None:
    made = osm([meeting(one) for one in written], wording("en"), START)
    assert made == value
    if made:
        OpeningHours(made)  # raises where it cannot be read


def test_no_comment_ends_before_its_time() -> None:
    made = osm([meeting("days: [mon]")], wording("gd"), START)
    assert made.count('"') == 2 and OpeningHours(made).is_unknown(datetime(2026, 3, 2, 12))


def test_openstreetmap_is_closed_on_bank_holidays() -> None:
    found = OpeningHours(
        osm([meeting("days: [fri], time: [10:00-12:00], bank_holidays: closed")], wording("en"), START), country="GB"
    )
    assert [found.is_open(datetime(2026, 12, day, 11)) for day in (18, 25)] == [True, False]


@pytest.mark.parametrize("seed", range(8))
def test_openstreetmap_is_open_on_the_same_days(seed: int) -> None:
    compared = 0
    for found in random_meetings(seed, 40):
        made = osm([found], wording("en"), START)
        value = OpeningHours(made)
        rhythm = pattern.of(found)
        if '"' in made:
            assert (
                not found.time
                or found.every
                or found.bank_holidays == "ask"
                or (found.months and (found.from_ or found.until))
            )
            continue
        met = set(dates.dates(found, START, date(2027, 6, 30)))
        for n in range(480):
            day = START + timedelta(days=n)
            if rhythm.all_day:
                moments = [datetime(day.year, day.month, day.day, 12)]
            else:
                late = any(span.end and span.end < span.start for span in found.time)
                starts = [span.start for span in found.time if not (late and span.start < time(2))]
                moments = [datetime.combine(day, start) + timedelta(minutes=1) for start in starts]
            assert {value.is_open(moment) for moment in moments} == {day in met}, (made, day)
        compared += len(met)
    assert compared > 100


def test_openstreetmap_never_leaves_anything_out() -> None:
    """Whatever is said of a group is a rule, or in the words of a comment."""
    meetings = list(random_meetings(99, 60))
    made = osm(meetings, wording("en"), START)
    value = OpeningHours(made)
    for found in meetings:
        alone = osm([found], wording("en"), START)
        assert OpeningHours(alone)
        for day in dates.dates(found, START, date(2026, 9, 30))[:5]:
            moment = datetime.combine(day, found.time[0].start if found.time else datetime.min.time()) + timedelta(
                minutes=1
            )
            assert value.state(moment)[0] in (State.OPEN, State.UNKNOWN)


MORNING, AFTERNOON, EVENING = "morning", "afternoon", "evening"
SLOTS = [
    ("days: [tue, thu], time: [10:00-12:00]", {(1, MORNING), (3, MORNING)}),
    ("days: [tue], time: [10:00-12:01]", {(1, MORNING), (1, AFTERNOON)}),
    ("days: [tue], time: [12:00-17:00]", {(1, AFTERNOON)}),
    ("days: [tue], time: [16:59-17:01]", {(1, AFTERNOON), (1, EVENING)}),
    ("days: [tue], time: [17:00-19:00]", {(1, EVENING)}),
    ("days: [tue], time: [09:00-20:00]", {(1, MORNING), (1, AFTERNOON), (1, EVENING)}),
    ("days: [tue], time: [10:00-11:00, 19:00-20:00]", {(1, MORNING), (1, EVENING)}),
    ("days: [tue], time: ['11:59']", {(1, MORNING)}),
    ("days: [tue], time: ['12:00']", {(1, AFTERNOON)}),
    ("days: [tue], time: ['17:00']", {(1, EVENING)}),
    ("days: [fri], time: [22:00-02:00]", {(4, EVENING)}),
    ("days: [fri], time: [11:00-00:00]", {(4, MORNING), (4, AFTERNOON), (4, EVENING)}),
    ("days: [fri], time: [16:00-01:00]", {(4, AFTERNOON), (4, EVENING)}),
    ("days: [sat], part: [morning, evening]", {(5, MORNING), (5, EVENING)}),
    ("days: [sat]", {(5, "")}),
    ("days: [wed], nth: ['2'], time: [19:30-21:00]", {(2, EVENING)}),
    ("monthly: true, days: [sat], part: [morning]", {(5, MORNING)}),
    ("days: [mon], every: 2", {(0, "")}),
    ("on: [2026-03-12], time: [10:00-12:00]", {(3, MORNING)}),
    ("all_day: true, days: [sun]", {(6, MORNING), (6, AFTERNOON), (6, EVENING)}),
    ("monthly: true, part: [morning]", set()),
    ("time: [10:00-12:00]", set()),
]


@pytest.mark.parametrize(("written", "found"), SLOTS, ids=[row[0] for row in SLOTS])
def test_days_and_parts_for_filters(written: str, found: set[tuple[int, str]]) -> None:
    assert slots([meeting(written)]) == found


def test_a_line_that_is_always_answered_is_found_by_every_day_and_part() -> None:
    assert len(slots([meeting("all_day: true")])) == 21
    assert slots([meeting("days: [mon]"), meeting("days: [tue], part: [evening]")]) == {(0, ""), (1, EVENING)}

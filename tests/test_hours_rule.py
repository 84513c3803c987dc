"""When it meets as a rule: the rules themselves, the days they give, clocks that change, bank holidays."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from dateutil.rrule import rrulestr

from generator.hours import dates, pattern, rule, setting, zone
from generator.hours.setting import NOWHERE, Setting
from generator.kinds.meeting import Meeting
from generator.kinds.site import Site
from tests.meetings import DAYS, meeting, random_meetings

START = date(2026, 3, 1)
"""A Sunday: the day of what is known, in these tests."""
CARDIFF = Setting("Europe/London", "GB", "WLS")

RULES = [
    ("days: [tue, thu], time: [10:00-12:00]", "2026-03-03", "FREQ=WEEKLY;BYDAY=TU,TH"),
    ("days: [thu, tue, thu]", "2026-03-03", "FREQ=WEEKLY;BYDAY=TU,TH"),
    ("days: [sun]", "2026-03-01", "FREQ=WEEKLY;BYDAY=SU"),
    ("days: [fri], nth: ['2']", "2026-03-13", "FREQ=MONTHLY;BYDAY=2FR"),
    ("days: [mon], nth: [last, '1', '3']", "2026-03-02", "FREQ=MONTHLY;BYDAY=1MO,3MO,-1MO"),
    ("days: [tue, fri], nth: ['1']", "2026-03-03", "FREQ=MONTHLY;BYDAY=1TU,1FR"),
    ("days: [tue], every: 2, from: 2026-01-06", "2026-01-06", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
    ("days: [tue], every: 1", "2026-03-03", "FREQ=WEEKLY;BYDAY=TU"),
    ("days: [wed], months: ['3', '10']", "2026-03-04", "FREQ=WEEKLY;BYDAY=WE;BYMONTH=3,10"),
    ("days: [wed], months: ['10', '11']", "2026-10-07", "FREQ=WEEKLY;BYDAY=WE;BYMONTH=10,11"),
    ("days: [sat], nth: ['5'], months: ['2']", "2048-02-29", "FREQ=MONTHLY;BYDAY=5SA;BYMONTH=2"),
    ("days: [tue], until: 2026-07-20", "2026-03-03", "FREQ=WEEKLY;BYDAY=TU;UNTIL=20260720"),
    ("days: [tue], time: ['10:00'], until: 2026-07-20", "2026-03-03", "FREQ=WEEKLY;BYDAY=TU;UNTIL=20260720T235959"),
    (
        "days: [tue], every: 2, from: 2026-01-06, months: ['2', '3']",
        "2026-02-03",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;BYMONTH=2,3",
    ),
    ("days: [tue], from: 2027-01-01", "2027-01-05", "FREQ=WEEKLY;BYDAY=TU"),
    ("all_day: true", "2026-03-01", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU"),
    ("on: [2026-04-02, 2026-03-12]", "2026-03-12", ""),
]


@pytest.mark.parametrize(("written", "first", "rrule"), RULES)
def test_the_rule_of_a_meeting(written: str, first: str, rrule: str) -> None:
    (found,) = rule.rrules(meeting(written), START)
    assert (str(found.start), found.rrule) == (first, rrule)


UNKNOWN = [
    "weekly: true",
    "monthly: true, days: [sat]",
    "days: [tue], every: 2",
    "every: 2, from: 2026-01-06",
    "time: [10:00-12:00]",
    "months: ['5']",
    "days: [tue], until: 2026-03-02",
    "days: [tue], from: 2026-03-04, until: 2026-03-09",
    "note: {en: Ask.}",
]


@pytest.mark.parametrize("written", UNKNOWN)
def test_no_rule_where_the_days_are_not_known_or_over(written: str) -> None:
    assert rule.rrules(meeting(written), START) == []
    assert dates.dates(meeting(written), START, date(2026, 12, 31)) == []


def test_each_time_has_its_rule_and_the_same_days() -> None:
    morning, afternoon = rule.rrules(meeting("days: [mon], time: [14:00-16:00, 10:00-12:00]"), START)
    assert (morning.span, afternoon.span) == ((time(10), time(12)), (time(14), time(16)))
    assert morning._replace(span=None) == afternoon._replace(span=None)


def test_terms_of_schools_are_not_counted_but_told() -> None:
    (found,) = rule.rrules(meeting("days: [mon], term_time: true"), START)
    assert found.term_time
    assert date(2026, 8, 10) in dates.dates(meeting("days: [mon], term_time: true"), START, date(2026, 12, 31))


BY_HAND = [
    # The awkward schedules of groups in our area, on the calendar of 2026.
    (
        "days: [sat], nth: ['2'], time: [10:00-12:00]",
        "2026-01-10 2026-02-14 2026-03-14 2026-04-11 2026-05-09 2026-06-13",
    ),
    (
        "days: [fri], nth: ['1', '2', '3']",
        "2026-01-02 2026-01-09 2026-01-16 2026-02-06 2026-02-13 2026-02-20 2026-03-06 2026-03-13 2026-03-20 2026-04-03 "
        "2026-04-10 2026-04-17 2026-05-01 2026-05-08 2026-05-15 2026-06-05 2026-06-12 2026-06-19",
    ),
    (
        "days: [tue], every: 2, from: 2026-01-06",
        "2026-01-06 2026-01-20 2026-02-03 2026-02-17 2026-03-03 2026-03-17 2026-03-31 2026-04-14 2026-04-28 2026-05-12 "
        "2026-05-26 2026-06-09 2026-06-23",
    ),
    ("days: [thu], every: 4, from: 2025-12-04", "2026-01-01 2026-01-29 2026-02-26 2026-03-26 2026-04-23 2026-05-21 2026-06-18"),
    ("days: [wed], months: ['10', '11', '12', '1']", "2026-01-07 2026-01-14 2026-01-21 2026-01-28"),
    ("days: [mon], nth: [last]", "2026-01-26 2026-02-23 2026-03-30 2026-04-27 2026-05-25 2026-06-29"),
    ("days: [fri], nth: ['5']", "2026-01-30 2026-05-29"),
    ("days: [mon], nth: ['4', last]", "2026-01-26 2026-02-23 2026-03-23 2026-03-30 2026-04-27 2026-05-25 2026-06-22 2026-06-29"),
    (
        "days: [mon, wed], every: 2, from: 2026-05-06, until: 2026-06-17",
        "2026-05-06 2026-05-18 2026-05-20 2026-06-01 2026-06-03 2026-06-15 2026-06-17",
    ),
    ("days: [fri], from: 2026-06-01, except: [2026-06-12]", "2026-06-05 2026-06-19 2026-06-26"),
    ("on: [2026-02-03, 2025-12-31, 2026-05-04, 2026-07-01]", "2026-02-03 2026-05-04"),
    (
        "days: [mon], bank_holidays: closed, from: 2026-03-23, until: 2026-06-01",
        "2026-03-23 2026-03-30 2026-04-13 2026-04-20 2026-04-27 2026-05-11 2026-05-18 2026-06-01",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("written", "days"), BY_HAND, ids=[row[0] for row in BY_HAND])
def test_the_days_of_half_a_year(written: str, days: str) -> None:
    found = dates.dates(meeting(written), date(2026, 1, 1), date(2026, 6, 30), CARDIFF)
    assert [str(day) for day in found] == days.split()


def test_bank_holidays_of_2026_and_2027() -> None:
    """As gov.uk lists them for England and Wales, with the days that these stand in for."""
    found = CARDIFF.bank_holidays(date(2026, 1, 1), date(2027, 12, 31))
    assert (
        " ".join(map(str, found)).split()
        == (
            "2026-01-01 2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-08-31 2026-12-25 2026-12-26 2026-12-28 "
            "2027-01-01 2027-03-26 2027-03-29 2027-05-03 2027-05-31 2027-08-30 2027-12-25 2027-12-26 2027-12-27 2027-12-28"
        ).split()
    )
    assert CARDIFF.bank_holidays(date(2026, 4, 3), date(2026, 4, 3)) == (date(2026, 4, 3),)


def test_bank_holidays_of_another_place() -> None:
    scotland = Setting(country="GB", region="SCT").bank_holidays(date(2026, 11, 1), date(2026, 12, 1))
    assert scotland == (date(2026, 11, 30),)
    for other in (NOWHERE, Setting(country="GB", region="NOPE"), Setting(country="ZZ")):
        assert other.bank_holidays(date(2026, 1, 1), date(2026, 12, 31)) == ()


def test_bank_holidays_are_taken_out_within_the_window_only_where_they_count() -> None:
    (found,) = rule.rrules(meeting("days: [fri], bank_holidays: closed"), START, CARDIFF)
    assert found.except_[:3] == (date(2026, 4, 3), date(2026, 12, 25), date(2027, 1, 1))
    assert found.except_[-1].year == START.year + rule.WINDOW
    assert {day.weekday() for day in found.except_} == {4}
    for other in ("days: [fri], bank_holidays: open", "days: [fri], bank_holidays: ask", "days: [fri]"):
        assert rule.rrules(meeting(other), START, CARDIFF)[0].except_ == ()


def test_a_site_says_its_setting() -> None:
    given = {"timezone": "Europe/London", "holidays": {"country": "GB", "region": "WLS"}}
    assert setting.of(Site.model_validate(given)) == CARDIFF
    assert setting.of(Site.model_validate({"holidays": {"country": "IE"}})) == Setting(country="IE")
    assert setting.of(Site()) == NOWHERE


@pytest.mark.parametrize(
    ("dated", "first"),
    [("2026-11-21", "2026-11-21"), ("2026-11", "2026-11-01"), ("2026", "2026-01-01"), ("", str(rule.UNDATED))],
)
def test_the_day_something_is_known_from(dated: str, first: str) -> None:
    assert str(rule.start_of(dated)) == first


def test_the_moment_of_a_time_when_clocks_change() -> None:
    london = zone.zone("Europe/London")
    assert london
    moments = [london.world_time(day, time(10)) for day in (date(2026, 3, 28), date(2026, 3, 29), date(2026, 10, 25))]
    assert moments == [
        datetime(2026, 3, 28, 10, tzinfo=UTC),
        datetime(2026, 3, 29, 9, tzinfo=UTC),
        datetime(2026, 10, 25, 10, tzinfo=UTC),
    ]
    assert zone.zone("Europe/Cardiff") is None and zone.zone("") is None and zone.zone("../zones") is None


def told_by_hand(found: Meeting, day: date, first: date) -> bool:
    """Whether something meets on a day, by the meaning of its fields; `first` is the first of its days."""
    if found.on:
        return day in found.on and day not in found.except_
    week = (day - timedelta(days=day.weekday()) - first + timedelta(days=first.weekday())).days // 7
    names = {str((day.day - 1) // 7 + 1)} | ({"last"} if (day + timedelta(days=7)).month != day.month else set())
    return (
        (DAYS[day.weekday()] in found.days)
        and (not found.nth or bool(names & set(found.nth)))
        and (not found.every or week % found.every == 0)
        and (not found.months or str(day.month) in found.months)
        and first <= day <= (found.until or day)
        and day not in found.except_
        and not (found.bank_holidays == "closed" and CARDIFF.bank_holidays(day, day))
    )


@pytest.mark.parametrize("seed", range(12))
def test_rules_and_days_mean_what_the_fields_say(seed: int) -> None:
    last = date(2028, 6, 30)
    days = [START + timedelta(days=n) for n in range((last - START).days + 1)]
    empty = 0
    for found in random_meetings(seed, 40):
        begin = found.from_ or START
        expected = [day for day in days if day >= begin and told_by_hand(found, day, begin)]
        assert dates.dates(found, START, last, CARDIFF) == expected, found
        recurrences = rule.rrules(found, START, CARDIFF)
        assert len(recurrences) == (len(set(found.time)) or 1 if expected or recurrences else 0)
        for turn in recurrences:
            assert turn.start >= begin or found.on
            if turn.rule:
                moments = rrulestr(
                    turn.rrule, dtstart=datetime.combine(turn.start, turn.span.start if turn.span else time())
                )
                counted = {m.date() for m in moments.between(datetime(2026, 3, 1), datetime(2028, 6, 30, 23, 59), inc=True)}
                assert sorted(counted - set(turn.except_)) == expected, found
        empty += not expected
    assert empty < 20


def test_a_pattern_is_the_same_however_it_is_written() -> None:
    one = meeting("days: [thu, tue], time: [14:00-16:00, 10:00-12:00], nth: [last, '2'], months: ['2', '1']")
    other = meeting(
        "days: [tue, thu, tue], time: [10:00-12:00, 14:00-16:00], nth: ['2', last], months: ['1', '2'], venue: a"
    )
    assert pattern.of(one) == pattern.of(other)
    assert hash(pattern.of(one)) == hash(pattern.of(other))

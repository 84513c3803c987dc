"""Calendar files: what calendar programs read in them, read here by the library icalendar."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
from dateutil.rrule import rruleset, rrulestr

from generator.hours import dates, zone
from generator.hours.calendar import Subject, calendar
from generator.hours.setting import NOWHERE, Setting
from tests.meetings import meeting, random_meetings, wording

START = date(2026, 3, 1)
LAST = date(2027, 12, 31)
CARDIFF = Setting("Europe/London", "GB", "WLS")
CHOIR = Subject(
    id="cor-y-dref",
    host="geirfa.example",
    name="Côr y Dref; canu, hwyl",
    stamp=START,
    url="https://geirfa.example/cy/cyfeiriadur/cor-y-dref/",
    places={"neuadd": "Neuadd y Dref, Llanrwst, LL26 0AA"},
    more="Ffoniwch 01492 000000.\nMae croeso i bawb, \\ a phaned.",
)


def read(made: bytes) -> icalendar.Calendar:
    """A file as calendar programs take it: lines of at most 75 bytes, each with its end, and all of it well formed."""
    assert made.endswith(b"END:VCALENDAR\r\n")
    assert max(map(len, made.split(b"\r\n"))) <= 75
    assert made.count(b"\n") == made.count(b"\r\n")
    found = icalendar.Calendar.from_ical(made)
    assert isinstance(found, icalendar.Calendar) and not found.errors
    assert not any(event.errors for event in found.events)
    return found


def events(*written: str, lang: str = "en", setting: Setting = CARDIFF) -> list[icalendar.Event]:
    return list(read(calendar([meeting(one) for one in written], CHOIR, wording(lang), setting)).events)


def moments(event: icalendar.Event) -> set[datetime]:
    """When an event begins, between START and LAST, as a program counts it out."""
    begin = event["DTSTART"].dt
    timed = isinstance(begin, datetime)
    first = begin if timed else datetime.combine(begin, time())
    found = rruleset()
    if "RRULE" in event:
        found.rrule(rrulestr(event["RRULE"].to_ical().decode(), dtstart=first))  # type: ignore[arg-type]
    else:
        found.rdate(first)
    for name, add in (("RDATE", found.rdate), ("EXDATE", found.exdate)):
        for day in event[name].dts if name in event else ():
            add(day.dt if timed else datetime.combine(day.dt, time()))
    there = first.tzinfo
    window = datetime.combine(START, time(), there), datetime.combine(LAST, time(23, 59), there)
    return set(found.between(*window, inc=True))


def test_an_event_of_a_meeting() -> None:
    (event,) = events("days: [tue, thu], time: [10:00-12:00], venue: neuadd", lang="cy")
    london = ZoneInfo("Europe/London")
    assert event["DTSTART"].dt == datetime(2026, 3, 3, 10, tzinfo=london)
    assert event["DTEND"].dt == datetime(2026, 3, 3, 12, tzinfo=london)
    assert event["DTSTART"].params["TZID"] == "Europe/London"
    assert event["RRULE"] == {"FREQ": ["WEEKLY"], "BYDAY": ["TU", "TH"]}
    assert event["SUMMARY"] == "Côr y Dref; canu, hwyl"
    assert event["LOCATION"] == "Neuadd y Dref, Llanrwst, LL26 0AA"
    assert event["URL"] == CHOIR.url
    assert event["DESCRIPTION"] == (
        "Bob dydd Mawrth a dydd Iau, 10yb i 12 hanner dydd\nFfoniwch 01492 000000.\nMae croeso i bawb, \\ a phaned."
    )
    assert event["DTSTAMP"].dt == datetime(2026, 3, 1, tzinfo=ZoneInfo("UTC"))


def test_names_of_events_are_the_same_in_every_language_and_told_apart() -> None:
    written = ("days: [mon], time: [10:00-11:00, 12:00-13:00]", "days: [tue]")
    english, welsh = ([str(event["UID"]) for event in events(*written, lang=lang)] for lang in ("en", "cy"))
    assert english == welsh == [f"cor-y-dref-{n}@geirfa.example" for n in ("1-1", "1-2", "2-1")]


@pytest.mark.parametrize(
    ("written", "summary"),
    [
        ("days: [mon], term_time: true", "Côr y Dref; canu, hwyl (yn ystod tymor yr ysgol)"),
        ("days: [mon], bank_holidays: ask", "Côr y Dref; canu, hwyl (holwch am wyliau banc)"),
        ("days: [mon], part: [evening], term_time: true", "Côr y Dref; canu, hwyl (gyda'r nos, yn ystod tymor yr ysgol)"),
        ("days: [mon], bank_holidays: closed, time: ['19:00']", "Côr y Dref; canu, hwyl"),
    ],
)  # fmt: skip
def test_what_no_rule_can_hold_stands_in_the_name(written: str, summary: str) -> None:
    assert [event["SUMMARY"] for event in events(written, lang="cy")] == [summary]


def test_the_place_is_that_of_the_meeting() -> None:
    two = CHOIR._replace(places={"neuadd": "Neuadd", "capel": "Capel"})
    written = ["days: [mon]", "days: [mon], venue: capel", "days: [mon], venue: secret", "days: [mon], venue: capel, online: true"]  # fmt: skip
    made = calendar([meeting(one) for one in written], two, wording("en"), CARDIFF)
    assert [event.get("LOCATION", "") for event in read(made).events] == ["", "Capel", "", ""]
    assert events("days: [mon]")[0]["LOCATION"] == "Neuadd y Dref, Llanrwst, LL26 0AA"


@pytest.mark.parametrize(
    "written", ["all_day: true", "weekly: true", "days: [mon], every: 2", "days: [mon], until: 2026-02-01"]
)
def test_no_file_where_no_day_can_be_counted(written: str) -> None:
    assert calendar([meeting(written)], CHOIR, wording("en"), CARDIFF) == b""


def test_days_without_a_time_take_no_time_from_the_day() -> None:
    (event,) = events("days: [mon], until: 2026-07-20, except: [2026-04-06]")
    assert event["DTSTART"].dt == date(2026, 3, 2)
    assert event["TRANSP"] == "TRANSPARENT" and "DTEND" not in event
    assert event["RRULE"]["UNTIL"] == [date(2026, 7, 20)]
    assert [day.dt for day in event["EXDATE"].dts] == [date(2026, 4, 6)]


def test_a_beginning_alone_and_an_end_past_midnight() -> None:
    first, second = events("days: [mon], time: ['19:00']", "days: [mon], time: [22:00-00:00]")
    assert "DTEND" not in first
    assert second["DTEND"].dt - second["DTSTART"].dt == timedelta(hours=2)


def test_the_clock_on_the_wall_is_kept_when_clocks_change() -> None:
    (event,) = events("days: [sat, sun], time: [10:00-12:00]")
    counted = sorted(m for m in moments(event) if m.date() in (date(2026, 3, 28), date(2026, 3, 29)))
    assert [(m.hour, m.utcoffset()) for m in counted] == [(10, timedelta()), (10, timedelta(hours=1))]


@pytest.mark.parametrize("last_time", ["00:15-01:00", "10:00-12:00", "23:45-01:00"])
@pytest.mark.parametrize("name", ["Europe/London", "Pacific/Auckland", "America/New_York"])
def test_the_last_day_is_the_last_in_any_zone(name: str, last_time: str) -> None:
    (event,) = events(f"days: [mon, tue, wed], time: [{last_time}], until: 2026-07-20", setting=Setting(name))
    assert max(m.date() for m in moments(event)) == date(2026, 7, 20)


def test_without_a_zone_times_are_those_of_any_clock() -> None:
    (event,) = events("days: [mon], time: [10:00-12:00], until: 2026-07-20, except: [2026-05-04]", setting=NOWHERE)
    assert event["DTSTART"].dt == datetime(2026, 3, 2, 10)
    assert event["RRULE"]["UNTIL"] == [datetime(2026, 7, 20, 10)]
    assert date(2026, 5, 4) not in {m.date() for m in moments(event)}


@pytest.mark.parametrize("seed", range(6))
def test_programs_count_out_the_same_days(seed: int) -> None:
    shown = 0
    for found in random_meetings(seed, 30):
        made = calendar([found], CHOIR, wording("cy"), CARDIFF)
        if not made:
            assert found.all_day or dates.dates(found, START, LAST, CARDIFF) == []
            continue
        expected = dates.dates(found, START, LAST, CARDIFF)
        seen = set()
        for event in read(made).events:
            counted = moments(event)
            assert sorted({m.date() for m in counted}) == expected, found
            assert len(counted) == len(expected)
            seen |= {m.time() for m in counted}
        assert not expected or seen == ({span.start for span in found.time} or {time()})
        shown += len(expected)
    assert shown > 200


@pytest.mark.parametrize(
    "name",
    ["Europe/London", "Europe/Dublin", "America/New_York", "Australia/Sydney", "Asia/Kolkata", "America/Sao_Paulo"],
)
def test_a_zone_is_written_out_as_it_is(name: str) -> None:
    made = calendar([meeting("days: [mon], time: ['10:00']")], CHOIR, wording("en"), Setting(name))
    (written,) = read(made).walk("VTIMEZONE")
    assert isinstance(written, icalendar.Timezone)
    told = written.to_tz(lookup_tzid=False)
    for day in range(0, 365 * 3, 9):
        moment = datetime(2026, 1, 1, 12) + timedelta(days=day)
        assert moment.replace(tzinfo=told).utcoffset() == moment.replace(tzinfo=ZoneInfo(name)).utcoffset()


def test_the_rules_of_a_zone_begin_on_a_day_that_they_give() -> None:
    london = zone.zone("Europe/London")
    assert london and london.lines == (
        "BEGIN:VTIMEZONE",
        "TZID:Europe/London",
        "BEGIN:STANDARD",
        "TZNAME:GMT",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0000",
        "DTSTART:19701025T020000",
        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
        "END:STANDARD",
        "BEGIN:DAYLIGHT",
        "TZNAME:BST",
        "TZOFFSETFROM:+0000",
        "TZOFFSETTO:+0100",
        "DTSTART:19700329T010000",
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
        "END:DAYLIGHT",
        "END:VTIMEZONE",
    )


def test_a_zone_of_another_form_is_named_only() -> None:
    """Chile's clocks change at the 24th hour: calendar programs know the zone by its name."""
    santiago = zone.zone("America/Santiago")
    assert santiago and santiago.lines == ()
    (event,) = events("days: [mon], time: ['10:00']", setting=Setting("America/Santiago"))
    assert event["DTSTART"].params["TZID"] == "America/Santiago"


@pytest.mark.parametrize("name", ["x" * 200, "ŵ" * 100, "x" + "ŷ" * 99, "🎵" * 40, "a\tb\x00c", "", "\r\nEND:VEVENT"])
def test_any_name_comes_back_whole(name: str) -> None:
    made = calendar([meeting("days: [mon]")], CHOIR._replace(name=name), wording("en"), CARDIFF)
    (event,) = read(made).events
    assert event["SUMMARY"] == name.replace("\x00", "").replace("\r", "")

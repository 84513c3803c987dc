"""When it meets, in words: the exact texts in English, Welsh and Gaelic."""

from __future__ import annotations

import pytest

from generator.hours import text
from generator.hours.text import BRIEF
from generator.languages import language
from tests.meetings import meeting, wording

TEXTS = [
    (
        "days: [tue, thu], time: [10:00-12:00]",
        "Tuesdays and Thursdays, 10am to 12 noon",
        "Bob dydd Mawrth a dydd Iau, 10yb i 12 hanner dydd",
        "Tue and Thu, 10am–12pm",
        "Maw ac Iau, 10yb–12yp",
    ),
    (
        "days: [mon]",
        "Mondays",
        "Bob dydd Llun",
        "Mondays",
        "Bob dydd Llun",
    ),
    (
        'days: [sun], time: ["09:00"]',
        "Sundays, from 9am",
        "Bob dydd Sul, o 9yb",
        "Sun, from 9am",
        "Sul, o 9yb",
    ),
    (
        "days: [wed], time: [12:00-14:00]",
        "Wednesdays, 12 noon to 2pm",
        "Bob dydd Mercher, 12 hanner dydd i 2yp",
        "Wed, 12pm–2pm",
        "Mer, 12yp–2yp",
    ),
    (
        "days: [thu], time: [18:15-19:00]",
        "Thursdays, 6:15pm to 7pm",
        "Bob dydd Iau, 6:15yh i 7yh",
        "Thu, 6:15pm–7pm",
        "Iau, 6:15yh–7yh",
    ),
    (
        "days: [sat], time: [10:00-12:30]",
        "Saturdays, 10am to 12:30pm",
        "Bob dydd Sadwrn, 10yb i 12:30yp",
        "Sat, 10am–12:30pm",
        "Sad, 10yb–12:30yp",
    ),
    (
        "days: [mon, tue, wed, thu, fri], time: [09:00-17:00]",
        "Monday to Friday, 9am to 5pm",
        "Dydd Llun i ddydd Gwener, 9yb i 5yp",
        "Mon–Fri, 9am–5pm",
        "Llun–Gwe, 9yb–5yp",
    ),
    (
        "days: [mon, tue, wed, thu, fri], time: [10:00-13:00, 17:30-20:30]",
        "Monday to Friday, 10am to 1pm and 5:30pm to 8:30pm",
        "Dydd Llun i ddydd Gwener, 10yb i 1yp a 5:30yp i 8:30yh",
        "Mon–Fri, 10am–1pm, 5:30pm–8:30pm",
        "Llun–Gwe, 10yb–1yp, 5:30yp–8:30yh",
    ),
    (
        "days: [mon, tue, wed], time: [09:00-20:00]",
        "Monday to Wednesday, 9am to 8pm",
        "Dydd Llun i ddydd Mercher, 9yb i 8yh",
        "Mon–Wed, 9am–8pm",
        "Llun–Mer, 9yb–8yh",
    ),
    (
        "days: [tue, wed, thu, fri, sat], time: [09:30-16:30]",
        "Tuesday to Saturday, 9:30am to 4:30pm",
        "Dydd Mawrth i ddydd Sadwrn, 9:30yb i 4:30yp",
        "Tue–Sat, 9:30am–4:30pm",
        "Maw–Sad, 9:30yb–4:30yp",
    ),
    (
        "days: [fri, sat, sun]",
        "Friday to Sunday",
        "Dydd Gwener i ddydd Sul",
        "Friday to Sunday",
        "Dydd Gwener i ddydd Sul",
    ),
    (
        "days: [sat, sun], time: [10:00-16:00]",
        "Saturdays and Sundays, 10am to 4pm",
        "Bob dydd Sadwrn a dydd Sul, 10yb i 4yp",
        "Sat and Sun, 10am–4pm",
        "Sad a Sul, 10yb–4yp",
    ),
    (
        "days: [mon, tue, thu, fri], time: [09:30-17:00]",
        "Mondays, Tuesdays, Thursdays and Fridays, 9:30am to 5pm",
        "Bob dydd Llun, dydd Mawrth, dydd Iau a dydd Gwener, 9:30yb i 5yp",
        "Mon, Tue, Thu and Fri, 9:30am–5pm",
        "Llun, Maw, Iau a Gwe, 9:30yb–5yp",
    ),
    (
        "days: [mon, wed, fri], time: [10:00-13:00, 14:00-17:00]",
        "Mondays, Wednesdays and Fridays, 10am to 1pm and 2pm to 5pm",
        "Bob dydd Llun, dydd Mercher a dydd Gwener, 10yb i 1yp a 2yp i 5yp",
        "Mon, Wed and Fri, 10am–1pm, 2pm–5pm",
        "Llun, Mer a Gwe, 10yb–1yp, 2yp–5yp",
    ),
    (
        "days: [mon, tue, wed, thu, fri, sat, sun], time: [08:00-00:00]",
        "Every day, 8am to midnight",
        "Bob dydd, 8yb i hanner nos",
        "Every day, 8am–midnight",
        "Bob dydd, 8yb–hanner nos",
    ),
    (
        "days: [sun, mon], time: [00:00-06:30]",
        "Mondays and Sundays, midnight to 6:30am",
        "Bob dydd Llun a dydd Sul, hanner nos i 6:30yb",
        "Mon and Sun, midnight–6:30am",
        "Llun a Sul, hanner nos–6:30yb",
    ),
    (
        "days: [sat], part: [morning]",
        "Saturday mornings",
        "Bob bore Sadwrn",
        "Saturday mornings",
        "Bob bore Sadwrn",
    ),
    (
        "days: [wed], part: [afternoon]",
        "Wednesday afternoons",
        "Bob prynhawn Mercher",
        "Wednesday afternoons",
        "Bob prynhawn Mercher",
    ),
    (
        "days: [mon], part: [evening]",
        "Monday evenings",
        "Bob nos Lun",
        "Monday evenings",
        "Bob nos Lun",
    ),
    (
        "days: [tue], part: [evening]",
        "Tuesday evenings",
        "Bob nos Fawrth",
        "Tuesday evenings",
        "Bob nos Fawrth",
    ),
    (
        "days: [fri], part: [evening]",
        "Friday evenings",
        "Bob nos Wener",
        "Friday evenings",
        "Bob nos Wener",
    ),
    (
        "days: [thu], part: [evening]",
        "Thursday evenings",
        "Bob nos Iau",
        "Thursday evenings",
        "Bob nos Iau",
    ),
    (
        "days: [mon, tue, wed], part: [morning]",
        "Monday to Wednesday, in the morning",
        "Dydd Llun i ddydd Mercher, yn y bore",
        "Monday to Wednesday, in the morning",
        "Dydd Llun i ddydd Mercher, yn y bore",
    ),
    (
        "days: [wed, fri], part: [morning]",
        "Wednesdays and Fridays, in the morning",
        "Bob dydd Mercher a dydd Gwener, yn y bore",
        "Wednesdays and Fridays, in the morning",
        "Bob dydd Mercher a dydd Gwener, yn y bore",
    ),
    (
        "days: [sun], part: [morning, evening]",
        "Sundays, in the morning and in the evening",
        "Bob dydd Sul, yn y bore a gyda'r nos",
        "Sundays, in the morning and in the evening",
        "Bob dydd Sul, yn y bore a gyda'r nos",
    ),
    (
        'days: [fri], nth: ["2"], time: [14:00-16:00]',
        "Second Friday of the month, 2pm to 4pm",
        "Ail ddydd Gwener y mis, 2yp i 4yp",
        "Second Friday of the month, 2pm–4pm",
        "Ail ddydd Gwener y mis, 2yp–4yp",
    ),
    (
        'days: [wed], nth: ["1"], time: ["14:00"]',
        "First Wednesday of the month, from 2pm",
        "Dydd Mercher cyntaf y mis, o 2yp",
        "First Wednesday of the month, from 2pm",
        "Dydd Mercher cyntaf y mis, o 2yp",
    ),
    (
        'days: [wed], nth: ["3"], time: ["19:30"]',
        "Third Wednesday of the month, from 7:30pm",
        "Trydydd dydd Mercher y mis, o 7:30yh",
        "Third Wednesday of the month, from 7:30pm",
        "Trydydd dydd Mercher y mis, o 7:30yh",
    ),
    (
        "days: [mon], nth: [last]",
        "Last Monday of the month",
        "Dydd Llun olaf y mis",
        "Last Monday of the month",
        "Dydd Llun olaf y mis",
    ),
    (
        'days: [sat], nth: ["2"], time: [10:00-12:00]',
        "Second Saturday of the month, 10am to 12 noon",
        "Ail ddydd Sadwrn y mis, 10yb i 12 hanner dydd",
        "Second Saturday of the month, 10am–12pm",
        "Ail ddydd Sadwrn y mis, 10yb–12yp",
    ),
    (
        'days: [wed], nth: ["2", "4"]',
        "Second Wednesday and fourth Wednesday of the month",
        "Ail ddydd Mercher a phedwerydd dydd Mercher y mis",
        "Second Wednesday and fourth Wednesday of the month",
        "Ail ddydd Mercher a phedwerydd dydd Mercher y mis",
    ),
    (
        'days: [fri], nth: ["1", "2", "3"]',
        "First Friday, second Friday and third Friday of the month",
        "Dydd Gwener cyntaf, ail ddydd Gwener a thrydydd dydd Gwener y mis",
        "First Friday, second Friday and third Friday of the month",
        "Dydd Gwener cyntaf, ail ddydd Gwener a thrydydd dydd Gwener y mis",
    ),
    (
        'days: [tue], nth: ["4", last]',
        "Fourth Tuesday and last Tuesday of the month",
        "Pedwerydd dydd Mawrth a dydd Mawrth olaf y mis",
        "Fourth Tuesday and last Tuesday of the month",
        "Pedwerydd dydd Mawrth a dydd Mawrth olaf y mis",
    ),
    (
        'days: [thu], nth: ["5"]',
        "Fifth Thursday of the month",
        "Pumed dydd Iau y mis",
        "Fifth Thursday of the month",
        "Pumed dydd Iau y mis",
    ),
    (
        'days: [tue, thu], nth: ["1"]',
        "First Tuesday and first Thursday of the month",
        "Dydd Mawrth cyntaf a dydd Iau cyntaf y mis",
        "First Tuesday and first Thursday of the month",
        "Dydd Mawrth cyntaf a dydd Iau cyntaf y mis",
    ),
    (
        'days: [thu], nth: ["1"], part: [evening]',
        "First Thursday of the month, in the evening",
        "Dydd Iau cyntaf y mis, gyda'r nos",
        "First Thursday of the month, in the evening",
        "Dydd Iau cyntaf y mis, gyda'r nos",
    ),
    (
        "days: [tue], every: 2, from: 2026-01-06, time: [11:00-13:00]",
        "Every other Tuesday, 11am to 1pm, from 6 January 2026",
        "Bob yn ail ddydd Mawrth, 11yb i 1yp, o 6 Ionawr 2026",
        "Every other Tuesday, 11am–1pm",
        "Bob yn ail ddydd Mawrth, 11yb–1yp",
    ),
    (
        "days: [tue], every: 2, time: [11:00-13:00]",
        "Every other Tuesday, 11am to 1pm (ask which weeks)",
        "Bob yn ail ddydd Mawrth, 11yb i 1yp (holwch pa wythnosau)",
        "Every other Tuesday, 11am–1pm (ask which weeks)",
        "Bob yn ail ddydd Mawrth, 11yb–1yp (holwch pa wythnosau)",
    ),
    (
        "days: [thu], every: 2, time: [13:30-15:00], from: 2026-03-05",
        "Every other Thursday, 1:30pm to 3pm, from 5 March 2026",
        "Bob yn ail ddydd Iau, 1:30yp i 3yp, o 5 Mawrth 2026",
        "Every other Thursday, 1:30pm–3pm",
        "Bob yn ail ddydd Iau, 1:30yp–3yp",
    ),
    (
        "days: [tue, thu], every: 2, from: 2026-01-06",
        "Every other week on Tuesdays and Thursdays, from 6 January 2026",
        "Bob yn ail wythnos: dydd Mawrth a dydd Iau, o 6 Ionawr 2026",
        "Every other week on Tuesdays and Thursdays",
        "Bob yn ail wythnos: dydd Mawrth a dydd Iau",
    ),
    (
        "days: [mon], every: 3, from: 2026-01-05",
        "Every 3 weeks on Mondays, from 5 January 2026",
        "Bob 3 wythnos: dydd Llun, o 5 Ionawr 2026",
        "Every 3 weeks on Mondays",
        "Bob 3 wythnos: dydd Llun",
    ),
    (
        "days: [mon, fri], every: 6",
        "Every 6 weeks on Mondays and Fridays (ask which weeks)",
        "Bob 6 wythnos: dydd Llun a dydd Gwener (holwch pa wythnosau)",
        "Every 6 weeks on Mondays and Fridays (ask which weeks)",
        "Bob 6 wythnos: dydd Llun a dydd Gwener (holwch pa wythnosau)",
    ),
    (
        "every: 2",
        "Every other week (ask for the day)",
        "Bob yn ail wythnos (holwch am y diwrnod)",
        "Every other week (ask for the day)",
        "Bob yn ail wythnos (holwch am y diwrnod)",
    ),
    (
        "every: 4, part: [evening]",
        "Every 4 weeks, in the evening (ask for the day)",
        "Bob 4 wythnos, gyda'r nos (holwch am y diwrnod)",
        "Every 4 weeks, in the evening (ask for the day)",
        "Bob 4 wythnos, gyda'r nos (holwch am y diwrnod)",
    ),
    (
        "every: 1",
        "Once a week (ask for the day)",
        "Unwaith yr wythnos (holwch am y diwrnod)",
        "Once a week (ask for the day)",
        "Unwaith yr wythnos (holwch am y diwrnod)",
    ),
    (
        "weekly: true",
        "Once a week (ask for the day)",
        "Unwaith yr wythnos (holwch am y diwrnod)",
        "Once a week (ask for the day)",
        "Unwaith yr wythnos (holwch am y diwrnod)",
    ),
    (
        "weekly: true, part: [evening]",
        "Once a week, in the evening (ask for the day)",
        "Unwaith yr wythnos, gyda'r nos (holwch am y diwrnod)",
        "Once a week, in the evening (ask for the day)",
        "Unwaith yr wythnos, gyda'r nos (holwch am y diwrnod)",
    ),
    (
        "monthly: true",
        "Once a month (ask for the day)",
        "Unwaith y mis (holwch am y diwrnod)",
        "Once a month (ask for the day)",
        "Unwaith y mis (holwch am y diwrnod)",
    ),
    (
        "monthly: true, part: [morning]",
        "Once a month, in the morning (ask for the day)",
        "Unwaith y mis, yn y bore (holwch am y diwrnod)",
        "Once a month, in the morning (ask for the day)",
        "Unwaith y mis, yn y bore (holwch am y diwrnod)",
    ),
    (
        "monthly: true, days: [sat], part: [morning]",
        "Once a month on Saturdays, in the morning (ask which one)",
        "Unwaith y mis: dydd Sadwrn, yn y bore (holwch pa un)",
        "Once a month on Saturdays, in the morning (ask which one)",
        "Unwaith y mis: dydd Sadwrn, yn y bore (holwch pa un)",
    ),
    (
        "monthly: true, days: [sat], time: [11:00-15:00]",
        "Once a month on Saturdays, 11am to 3pm (ask which one)",
        "Unwaith y mis: dydd Sadwrn, 11yb i 3yp (holwch pa un)",
        "Once a month on Saturdays, 11am–3pm (ask which one)",
        "Unwaith y mis: dydd Sadwrn, 11yb–3yp (holwch pa un)",
    ),
    (
        "monthly: true, days: [mon, tue]",
        "Once a month on Mondays and Tuesdays (ask which one)",
        "Unwaith y mis: dydd Llun a dydd Mawrth (holwch pa un)",
        "Once a month on Mondays and Tuesdays (ask which one)",
        "Unwaith y mis: dydd Llun a dydd Mawrth (holwch pa un)",
    ),
    (
        "on: [2026-03-12], time: [10:00-12:00]",
        "Thursday 12 March 2026, 10am to 12 noon",
        "Dydd Iau 12 Mawrth 2026, 10yb i 12 hanner dydd",
        "Thursday 12 March 2026, 10am–12pm",
        "Dydd Iau 12 Mawrth 2026, 10yb–12yp",
    ),
    (
        "on: [2026-03-19, 2026-03-12], time: [20:00-00:00]",
        "Thursday 12 March 2026; Thursday 19 March 2026, 8pm to midnight",
        "Dydd Iau 12 Mawrth 2026; Dydd Iau 19 Mawrth 2026, 8yh i hanner nos",
        "Thursday 12 March 2026; Thursday 19 March 2026, 8pm–midnight",
        "Dydd Iau 12 Mawrth 2026; Dydd Iau 19 Mawrth 2026, 8yh–hanner nos",
    ),
    (
        "all_day: true",
        "Day and night",
        "Ddydd a nos",
        "Day and night",
        "Ddydd a nos",
    ),
    (
        "all_day: true, days: [mon, tue, wed, thu, fri, sat, sun]",
        "Day and night",
        "Ddydd a nos",
        "Day and night",
        "Ddydd a nos",
    ),
    (
        "all_day: true, days: [sat, sun]",
        "Saturdays and Sundays, day and night",
        "Bob dydd Sadwrn a dydd Sul, ddydd a nos",
        "Saturdays and Sundays, day and night",
        "Bob dydd Sadwrn a dydd Sul, ddydd a nos",
    ),
    (
        "days: [mon], term_time: true, bank_holidays: closed",
        "Mondays, in school terms, not on bank holidays",
        "Bob dydd Llun, yn ystod tymor yr ysgol, ddim ar wyliau banc",
        "Mondays, term time",
        "Bob dydd Llun, tymor ysgol",
    ),
    (
        'days: [mon], time: ["19:00"], bank_holidays: closed',
        "Mondays, from 7pm, not on bank holidays",
        "Bob dydd Llun, o 7yh, ddim ar wyliau banc",
        "Mon, from 7pm",
        "Llun, o 7yh",
    ),
    (
        "days: [mon], bank_holidays: open",
        "Mondays, on bank holidays too",
        "Bob dydd Llun, ar wyliau banc hefyd",
        "Mondays",
        "Bob dydd Llun",
    ),
    (
        "days: [mon], bank_holidays: ask",
        "Mondays, ask about bank holidays",
        "Bob dydd Llun, holwch am wyliau banc",
        "Mondays",
        "Bob dydd Llun",
    ),
    (
        'days: [wed], time: ["12:00"], months: ["10", "11", "12", "1", "2", "3"]',
        "Wednesdays, from 12 noon, October to March",
        "Bob dydd Mercher, o 12 hanner dydd, o fis Hydref i fis Mawrth",
        "Wed, from 12pm, Oct–Mar",
        "Mer, o 12yp, Hyd–Maw",
    ),
    (
        'days: [mon], time: [10:00-12:00], months: ["11", "12", "1", "2", "3"]',
        "Mondays, 10am to 12 noon, November to March",
        "Bob dydd Llun, 10yb i 12 hanner dydd, o fis Tachwedd i fis Mawrth",
        "Mon, 10am–12pm, Nov–Mar",
        "Llun, 10yb–12yp, Tach–Maw",
    ),
    (
        'days: [sat], months: ["5"]',
        "Saturdays, in May",
        "Bob dydd Sadwrn, ym mis Mai",
        "Saturdays, May",
        "Bob dydd Sadwrn, Mai",
    ),
    (
        'days: [sat], months: ["8"]',
        "Saturdays, in August",
        "Bob dydd Sadwrn, ym mis Awst",
        "Saturdays, Aug",
        "Bob dydd Sadwrn, Awst",
    ),
    (
        'days: [sat], months: ["12", "1"]',
        "Saturdays, in December and January",
        "Bob dydd Sadwrn, ym misoedd Rhagfyr ac Ionawr",
        "Saturdays, Dec and Jan",
        "Bob dydd Sadwrn, Rhag ac Ion",
    ),
    (
        'days: [sat], months: ["4", "8", "10"]',
        "Saturdays, in April, August and October",
        "Bob dydd Sadwrn, ym misoedd Ebrill, Awst a Hydref",
        "Saturdays, Apr, Aug and Oct",
        "Bob dydd Sadwrn, Ebr, Awst a Hyd",
    ),
    (
        'days: [sat], months: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"]',
        "Saturdays",
        "Bob dydd Sadwrn",
        "Saturdays",
        "Bob dydd Sadwrn",
    ),
    (
        'months: ["1", "2"]',
        "In January and February (ask for the day)",
        "Ym misoedd Ionawr a Chwefror (holwch am y diwrnod)",
        "Jan and Feb (ask for the day)",
        "Ion a Chw (holwch am y diwrnod)",
    ),
    (
        "days: [wed], time: [16:00-20:00], from: 2025-07-02",
        "Wednesdays, 4pm to 8pm, from 2 July 2025",
        "Bob dydd Mercher, 4yp i 8yh, o 2 Gorffennaf 2025",
        "Wed, 4pm–8pm",
        "Mer, 4yp–8yh",
    ),
    (
        "days: [tue], until: 2026-07-20",
        "Tuesdays, until 20 July 2026",
        "Bob dydd Mawrth, tan 20 Gorffennaf 2026",
        "Tuesdays",
        "Bob dydd Mawrth",
    ),
    (
        "days: [tue], from: 2026-01-06, until: 2026-07-20, term_time: true",
        "Tuesdays, in school terms, from 6 January 2026, until 20 July 2026",
        "Bob dydd Mawrth, yn ystod tymor yr ysgol, o 6 Ionawr 2026, tan 20 Gorffennaf 2026",
        "Tuesdays, term time",
        "Bob dydd Mawrth, tymor ysgol",
    ),
    (
        "days: [fri], except: [2026-12-25]",
        "Fridays, not on 25 December 2026",
        "Bob dydd Gwener, ddim ar 25 Rhagfyr 2026",
        "Fridays",
        "Bob dydd Gwener",
    ),
    (
        "days: [fri], except: [2027-01-01, 2026-12-25], part: [evening]",
        "Friday evenings, not on 25 December 2026, 1 January 2027",
        "Bob nos Wener, ddim ar 25 Rhagfyr 2026, 1 Ionawr 2027",
        "Friday evenings",
        "Bob nos Wener",
    ),
    (
        "all_day: true, except: [2026-12-25]",
        "Day and night, not on 25 December 2026",
        "Ddydd a nos, ddim ar 25 Rhagfyr 2026",
        "Day and night",
        "Ddydd a nos",
    ),
    (
        "time: [10:00-22:00]",
        "10am to 10pm (ask for the day)",
        "10yb i 10yh (holwch am y diwrnod)",
        "10am–10pm (ask for the day)",
        "10yb–10yh (holwch am y diwrnod)",
    ),
    (
        "part: [evening]",
        "In the evening (ask for the day)",
        "Gyda'r nos (holwch am y diwrnod)",
        "In the evening (ask for the day)",
        "Gyda'r nos (holwch am y diwrnod)",
    ),
    (
        "note: {en: Ask., cy: Holwch.}",
        "",
        "",
        "",
        "",
    ),
]
"""A meeting, then its line and its short text in English and in Welsh."""


@pytest.mark.parametrize(("written", "english", "welsh", "short", "welsh_short"), TEXTS, ids=[row[0] for row in TEXTS])
def test_a_meeting_in_words(written: str, english: str, welsh: str, short: str, welsh_short: str) -> None:
    found = meeting(written)
    assert (text.said(found, wording("en")), text.said(found, wording("cy"))) == (english, welsh)
    assert (text.brief([found], wording("en")), text.brief([found], wording("cy"))) == (short, welsh_short)
    assert text.lines([found], wording("cy")) == ([welsh] if welsh else [])


GAELIC = [
    ("days: [tue, thu], time: [10:00-12:00]", "Gach DiMàirt agus DiarDaoin, 10m gu 12 meadhan-latha"),
    ("days: [fri], nth: ['2'], time: [14:00-16:00]", "An dàrna DihAoine den mhìos, 2f gu 4f"),
    ("days: [tue], every: 2", "Gach dàrna DiMàirt (faighnich dè na seachdainean)"),
    ("days: [sat], part: [morning]", "Gach madainn DiSathairne"),
    ("days: [wed], months: ['10', '11', '12']", "Gach DiCiadain, An Dàmhair – An Dùbhlachd"),
    ("days: [mon, tue, wed, thu, fri], time: [19:00-21:00]", "DiLuain gu DihAoine, 7f gu 9f"),
]


@pytest.mark.parametrize(("written", "gaelic"), GAELIC)
def test_another_language_needs_no_more_than_its_catalogue(written: str, gaelic: str) -> None:
    assert text.said(meeting(written), wording("gd")) == gaelic


def test_a_language_without_a_catalogue_reads_english() -> None:
    found = meeting("days: [tue], time: [10:00-12:00], months: ['10', '11', '12']")
    assert text.said(found, wording("xx")) == "Tuesdays, 10am to 12 noon, October to December"


TOGETHER = {
    "days with the same time are told together, a break within one row": (
        [
            "days: [mon, wed], time: [10:00-13:00, 14:00-17:00]",
            "days: [tue, thu], time: [10:00-12:00]",
            "days: [fri], time: [14:00-16:00]",
            "days: [fri], time: [10:00-13:00]",
            "days: [sat], time: [10:00-12:00]",
        ],
        [
            "Mondays and Wednesdays, 10am to 1pm and 2pm to 5pm",
            "Tuesdays, Thursdays and Saturdays, 10am to 12 noon",
            "Fridays, 10am to 1pm and 2pm to 4pm",
        ],
        "Mon and Wed, 10am–1pm, 2pm–5pm and more",
    ),
    "days in a row make a span": (
        [f"days: [{day}], time: [09:00-17:00]" for day in ("fri", "mon", "tue", "wed", "thu")],
        ["Monday to Friday, 9am to 5pm"],
        "Mon–Fri, 9am–5pm",
    ),
    "two short rows stand in one short text": (
        ["days: [mon, tue, wed, thu, fri], time: [08:00-20:00]", "days: [sat], time: [09:00-14:00]"],
        ["Monday to Friday, 8am to 8pm", "Saturdays, 9am to 2pm"],
        "Mon–Fri, 8am–8pm; Sat, 9am–2pm",
    ),
    "what differs otherwise stays apart": (
        [
            "days: [mon], time: [10:00-12:00]",
            "days: [tue], time: [10:00-12:00], term_time: true",
            "days: [wed]",
            "days: [thu], time: [10:00-12:00], months: ['5']",
        ],
        [
            "Mondays, 10am to 12 noon",
            "Tuesdays, 10am to 12 noon, in school terms",
            "Wednesdays",
            "Thursdays, 10am to 12 noon, in May",
        ],
        "Mon, 10am–12pm and more",
    ),
    "days without a time are not given the time of others": (
        ["days: [tue], time: [10:00-12:00]", "days: [tue]"],
        ["Tuesdays, 10am to 12 noon", "Tuesdays"],
        "Tue, 10am–12pm; Tuesdays",
    ),
    "the same said twice is told once": (["days: [tue]", "days: [tue]"], ["Tuesdays"], "Tuesdays"),
    "rhythms without days": (
        ["monthly: true, time: [10:00-12:00]", "monthly: true, time: [14:00-16:00]", "all_day: true, online: true"],
        ["Once a month, 10am to 12 noon and 2pm to 4pm (ask for the day)", "Day and night"],
        "Once a month, 10am–12pm, 2pm–4pm (ask for the day) and more",
    ),
    "one place after another": (
        ["days: [mon], time: [10:00-16:00], venue: a", "days: [tue], time: [10:00-16:00], venue: b"],
        ["Mondays, 10am to 4pm", "Tuesdays, 10am to 4pm"],
        "Mon and Tue, 10am–4pm",
    ),
}


@pytest.mark.parametrize(("written", "lines", "short"), TOGETHER.values(), ids=TOGETHER)
def test_meetings_told_together(written: list[str], lines: list[str], short: str) -> None:
    meetings = [meeting(one) for one in written]
    assert text.lines(meetings, wording("en")) == lines
    assert text.brief(meetings, wording("en")) == short
    assert len(short) <= BRIEF


def test_a_timetable_keeps_places_and_notes() -> None:
    meetings = [
        meeting("days: [tue], time: [11:00-12:30], venue: manselton"),
        meeting("days: [tue], time: [13:30-15:30], venue: morriston, note: {en: Bring a mat.}"),
        meeting("days: [thu], time: [11:00-12:30], venue: manselton"),
        meeting("weekly: true, online: true"),
    ]
    rows = [tuple(line) for line in text.timetable(meetings, wording("en"))]
    assert rows == [
        ("Tuesdays and Thursdays, 11am to 12:30pm", "manselton", False, {}),
        ("Tuesdays, 1:30pm to 3:30pm", "morriston", False, {"en": "Bring a mat."}),
        ("Once a week (ask for the day)", None, True, {}),
    ]


def test_nothing_known_is_nothing_said() -> None:
    assert text.brief([], wording("en")) == "" and text.lines([], wording("en")) == []


JOINED = [
    ("cy", ["a"], "a"),
    ("cy", [], ""),
    ("cy", ["dydd Llun", "dydd Iau"], "dydd Llun a dydd Iau"),
    ("cy", ["Llun", "Maw", "Iau"], "Llun, Maw ac Iau"),
    ("cy", ["te", "coffi"], "te a choffi"),
    ("cy", ["te", "pice"], "te a phice"),
    ("cy", ["coffi", "te"], "coffi a the"),
    ("cy", ["Bangor", "Caerdydd"], "Bangor a Chaerdydd"),
    ("cy", ["Ionawr", "Chwefror"], "Ionawr a Chwefror"),
    ("cy", ["addysg", "iechyd"], "addysg ac iechyd"),
    ("cy", ["saith", "wyth"], "saith ac wyth"),
    ("cy", ["haf", "ŵyl"], "haf ac ŵyl"),
    ("cy", ["7", "8"], "7 ac 8"),
    ("cy", ["10", "11"], "10 ac 11"),
    ("cy", ["1", "2"], "1 a 2"),
    ("cy", ["11yb", "12yp"], "11yb a 12yp"),
    ("cy", ["12yp", "1yp"], "12yp ac 1yp"),
    ("en", ["a", "b", "c"], "a, b and c"),
    ("en", ["a"], "a"),
]


@pytest.mark.parametrize(("lang", "items", "whole"), JOINED)
def test_lists_of_a_language(lang: str, items: list[str], whole: str) -> None:
    join = language(lang).joined
    assert join and join(items) == whole

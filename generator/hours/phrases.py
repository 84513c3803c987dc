"""What is said of times, whole phrases a language: names of days mutate and change places with what stands before them, so
no phrase is put together of smaller ones where a language could not follow.

Messages begin small: the beginning of a line is written large when it is made.
"""

from __future__ import annotations

from generator.issues import N_


def pgettext(context: str, message: str) -> str:
    """Mark a text for translation that needs its context to be translated; returns the key of both."""
    return f"{context}\x04{message}"


DAYS: tuple[str, ...] = (
    N_("Mondays"),
    N_("Tuesdays"),
    N_("Wednesdays"),
    N_("Thursdays"),
    N_("Fridays"),
    N_("Saturdays"),
    N_("Sundays"),
)
"""Items of a list of days, from Monday."""

WEEKLY = pgettext("on these days of every week", "{days}")
"""Around one or more of DAYS."""
EVERY_DAY = N_("every day")

RANGES: dict[tuple[int, int], str] = {
    (0, 2): N_("Monday to Wednesday"),
    (0, 3): N_("Monday to Thursday"),
    (0, 4): N_("Monday to Friday"),
    (0, 5): N_("Monday to Saturday"),
    (1, 3): N_("Tuesday to Thursday"),
    (1, 4): N_("Tuesday to Friday"),
    (1, 5): N_("Tuesday to Saturday"),
    (1, 6): N_("Tuesday to Sunday"),
    (2, 4): N_("Wednesday to Friday"),
    (2, 5): N_("Wednesday to Saturday"),
    (2, 6): N_("Wednesday to Sunday"),
    (3, 5): N_("Thursday to Saturday"),
    (3, 6): N_("Thursday to Sunday"),
    (4, 6): N_("Friday to Sunday"),
}
"""Three days or more in a row, by the first and the last."""

PARTS: dict[str, tuple[str, ...]] = {
    "morning": (
        N_("Monday mornings"),
        N_("Tuesday mornings"),
        N_("Wednesday mornings"),
        N_("Thursday mornings"),
        N_("Friday mornings"),
        N_("Saturday mornings"),
        N_("Sunday mornings"),
    ),
    "afternoon": (
        N_("Monday afternoons"),
        N_("Tuesday afternoons"),
        N_("Wednesday afternoons"),
        N_("Thursday afternoons"),
        N_("Friday afternoons"),
        N_("Saturday afternoons"),
        N_("Sunday afternoons"),
    ),
    "evening": (
        N_("Monday evenings"),
        N_("Tuesday evenings"),
        N_("Wednesday evenings"),
        N_("Thursday evenings"),
        N_("Friday evenings"),
        N_("Saturday evenings"),
        N_("Sunday evenings"),
    ),
}
"""A part of one day, every week."""
IN_PART = {
    "morning": N_("in the morning"),
    "afternoon": N_("in the afternoon"),
    "evening": N_("in the evening"),
}
"""A part of several days, behind them."""

NTH: dict[int, tuple[str, ...]] = {
    1: (
        N_("first Monday"),
        N_("first Tuesday"),
        N_("first Wednesday"),
        N_("first Thursday"),
        N_("first Friday"),
        N_("first Saturday"),
        N_("first Sunday"),
    ),
    2: (
        N_("second Monday"),
        N_("second Tuesday"),
        N_("second Wednesday"),
        N_("second Thursday"),
        N_("second Friday"),
        N_("second Saturday"),
        N_("second Sunday"),
    ),
    3: (
        N_("third Monday"),
        N_("third Tuesday"),
        N_("third Wednesday"),
        N_("third Thursday"),
        N_("third Friday"),
        N_("third Saturday"),
        N_("third Sunday"),
    ),
    4: (
        N_("fourth Monday"),
        N_("fourth Tuesday"),
        N_("fourth Wednesday"),
        N_("fourth Thursday"),
        N_("fourth Friday"),
        N_("fourth Saturday"),
        N_("fourth Sunday"),
    ),
    5: (
        N_("fifth Monday"),
        N_("fifth Tuesday"),
        N_("fifth Wednesday"),
        N_("fifth Thursday"),
        N_("fifth Friday"),
        N_("fifth Saturday"),
        N_("fifth Sunday"),
    ),
    -1: (
        N_("last Monday"),
        N_("last Tuesday"),
        N_("last Wednesday"),
        N_("last Thursday"),
        N_("last Friday"),
        N_("last Saturday"),
        N_("last Sunday"),
    ),
}
"""One day of a month: an item of a list of such days."""
OF_MONTH = N_("{days} of the month")
"""Around one or more of NTH."""

EVERY_OTHER: tuple[str, ...] = (
    N_("every other Monday"),
    N_("every other Tuesday"),
    N_("every other Wednesday"),
    N_("every other Thursday"),
    N_("every other Friday"),
    N_("every other Saturday"),
    N_("every other Sunday"),
)

EVERY_OTHER_WEEK_ON = N_("every other week on {days}")
EVERY_N_WEEKS_ON = N_("every {n} weeks on {days}")
EVERY_OTHER_WEEK = N_("every other week")
EVERY_N_WEEKS = N_("every {n} weeks")
"""For three weeks or more."""
ONCE_A_WEEK = N_("once a week")
ONCE_A_MONTH = N_("once a month")
ONCE_A_MONTH_ON = N_("once a month on {days}")
ASK_WEEKS = N_("{when} (ask which weeks)")
ASK_DAY = N_("{when} (ask for the day)")
ASK_ONE = N_("{when} (ask which one)")
DAY_AND_NIGHT = N_("day and night")

AM = N_("{time}am")
PM = N_("{time}pm")
EVENING_PM = pgettext("in the evening, from 6", "{time}pm")
NOON = N_("12 noon")
MIDNIGHT = N_("midnight")
SPAN = N_("{start} to {end}")
START = N_("from {start}")

IN_MONTH = N_("in {month}")
IN_MONTHS = N_("in {months}")
SEASON = N_("{first} to {last}")
"""Around the names of two months."""
TERM_TIME = N_("in school terms")
BANK_HOLIDAYS = {
    "closed": N_("not on bank holidays"),
    "open": N_("on bank holidays too"),
    "ask": N_("ask about bank holidays"),
}
FROM = N_("from {date}")
UNTIL = N_("until {date}")
NOT_ON = N_("not on {dates}")

SHORT_TERM_TIME = N_("term time")
AND_MORE = N_("{times} and more")

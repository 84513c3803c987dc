"""Meeting: when something meets, as an editor says it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.issues import N_
from generator.kinds.fields import Day, Flag, Hours, Id, Number, Texts
from generator.kinds.part import CommonPart, nothing

Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
PartOfDay = Literal["morning", "afternoon", "evening"]


class Meeting(CommonPart):
    """One rhythm: 'Tuesday and Thursday, 10:00 to 12:00', 'the second Friday', 'every other Monday'.

    What is not known is left out: days without `time` say the day alone, `part` the part of the day alone, `every`
    without `from` that it has to be asked which weeks, `monthly` with `days` that it has to be asked which of them. A
    place with several rhythms has several meetings."""

    days: tuple[Weekday, ...] = Field(default=(), description=N_("days of the week: mon, tue, wed, thu, fri, sat, sun"))
    nth: tuple[Literal["1", "2", "3", "4", "5", "last"], ...] = Field(
        default=(), description=N_("which of these days in a month: 1, 2, 3, 4, 5 or last; without it, every week")
    )
    every: Number | None = Field(default=None, description=N_("every so many weeks, as 2; needs 'from' to be sure"))
    weekly: Flag = Field(default=False, description=N_("true for once a week where the day is not known"))
    monthly: Flag = Field(
        default=False, description=N_("true for once a month where it is not known which; 'days' may say the weekday")
    )
    on: tuple[Day, ...] = Field(default=(), description=N_("single days, for what does not repeat"))
    time: tuple[Hours, ...] = Field(
        default=(), description=N_("from when until when, as 10:00-12:30; several where there is a break")
    )
    part: tuple[PartOfDay, ...] = Field(
        default=(), description=N_("morning, afternoon or evening, where the time is not known")
    )
    all_day: Flag = Field(default=False, description=N_("true for day and night, as a line that is always answered"))
    term_time: Flag = Field(default=False, description=N_("true where it meets in school terms only"))
    bank_holidays: Literal["closed", "open", "ask"] | None = Field(
        default=None, description=N_("closed, open or ask on bank holidays; leave it out where nobody said")
    )
    months: tuple[Literal["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"], ...] = Field(
        default=(), description=N_("months of its season, as 10, 11, 12, 1, 2, 3; leave it out for all year")
    )
    from_: Day | None = Field(default=None, alias="from", description=N_("its first day"))
    until: Day | None = Field(default=None, description=N_("its last day; afterwards it has ended"))
    except_: tuple[Day, ...] = Field(default=(), alias="except", description=N_("days on which it does not meet"))
    venue: Id | None = Field(default=None, description=N_("which of the venues, where there are several"))
    online: Flag = Field(default=False, description=N_("true where this meeting is online or by phone"))
    note: Texts = Field(default_factory=nothing, description=N_("what else to know about this time"))

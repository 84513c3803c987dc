"""Times make sense: what is said of one does not contradict itself, none overlaps another at the same place, and their days
exist."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations

from generator.catalogue import Catalogue
from generator.hours import pattern, setting, zone
from generator.hours.meet import overlap
from generator.issues import N_, Issue, Path, Rule, Severity
from generator.kinds.asset import Asset
from generator.kinds.fields import Span
from generator.kinds.meeting import Meeting
from generator.kinds.rules import DID_YOU_MEAN
from generator.loading import SITE_FILE
from generator.nearby import did_you_mean

CLASH = Rule(
    "hours-clash",
    Severity.ERROR,
    N_("What is said of one time fits together."),
    N_("'{first}' and '{second}' do not go together."),
    N_("Keep the one that is right; what has several rhythms has several entries under 'when'."),
)
NO_DAYS = Rule(
    "hours-without-days",
    Severity.ERROR,
    N_("What depends on the days of the week has some."),
    N_("'{field}' needs 'days' here."),
    N_("Add 'days', or leave '{field}' out."),
)
INTERVAL = Rule(
    "hours-interval",
    Severity.ERROR,
    N_("The weeks between two times are from 1 to 52."),
    N_("'every' counts weeks, and {n} is no such number."),
    N_("Write 2 for every other week."),
)
NO_LENGTH = Rule(
    "hours-no-length",
    Severity.ERROR,
    N_("What begins ends later."),
    N_("'{time}' begins and ends at the same time."),
    N_("Write when it ends, or the beginning alone where that is not known; 'all_day: true' says day and night."),
)
ORDER = Rule(
    "hours-order",
    Severity.ERROR,
    N_("The last day does not come before the first."),
    N_("Its last day, {until}, comes before its first, {first}."),
    N_("Put one of the two right."),
)
FIRST_DAY = Rule(
    "hours-first-day",
    Severity.ERROR,
    N_("Weeks are counted from a day on which it meets."),
    N_("{first} is not one of its days, and its weeks are counted from there."),
    N_("Write under 'from' a day on which it meets."),
)
EXCEPTION = Rule(
    "hours-exception",
    Severity.ERROR,
    N_("A day on which something does not meet is one of its days."),
    N_("{date} is not one of its days."),
    N_("Put the date right, or leave it out."),
)
VENUE = Rule(
    "hours-venue",
    Severity.ERROR,
    N_("The venue of a time is one of the record's venues."),
    N_("There is no venue '{venue}' in this record."),
    N_("Venues: {known}."),
)
OVERLAP = Rule(
    "hours-overlap",
    Severity.WARNING,
    N_("Two times on one day at one place do not overlap."),
    N_("{second} overlaps {first} on the same day."),
    N_("Put one of the two right; where two things happen at once, say in a note what each is."),
)
UNKNOWN_ZONE = Rule(
    "unknown-zone",
    Severity.ERROR,
    N_("The time zone is one of the tz database."),
    N_("There is no time zone '{name}'."),
    N_("Write it as Europe/London."),
)
UNKNOWN_HOLIDAYS = Rule(
    "unknown-holidays",
    Severity.ERROR,
    N_("The bank holidays that count are known."),
    N_("No bank holidays are known of '{name}'."),
    N_("Known: {known}."),
)

_CLASHES = (
    ("on", "days nth every weekly monthly months from until except term_time all_day"),
    ("nth", "every weekly monthly"),
    ("every", "weekly monthly"),
    ("weekly", "days monthly"),
    ("time", "part all_day"),
    ("part", "all_day"),
)
_NEED_DAYS = (("nth", "nth"), ("from", "every"))
"""Fields that need days, and beside which other: weeks alone, on a day not known, are not counted from anywhere."""


def check(catalogue: Catalogue, today: date) -> Iterator[Issue]:
    yield from _setting(catalogue)
    for asset in catalogue.of(Asset.folder).values():
        if isinstance(asset, Asset):
            for number, meeting in enumerate(asset.when):
                path: Path = ("when", number)
                yield from _fields(asset, meeting, path)
                yield from _days(asset, meeting, path)
                if meeting.venue and meeting.venue not in asset.venues:
                    yield _venue(asset, meeting.venue, path)
            yield from _overlaps(asset)


def _setting(catalogue: Catalogue) -> Iterator[Issue]:
    site = catalogue.site
    if site.timezone and zone.zone(site.timezone) is None:
        yield UNKNOWN_ZONE.at(SITE_FILE, ("timezone",), name=site.timezone)
    if site.holidays:
        country, region = site.holidays.country, site.holidays.region
        known = setting.regions(country)
        if known is None:
            countries = ", ".join(setting.countries())
            yield UNKNOWN_HOLIDAYS.at(SITE_FILE, ("holidays", "country"), name=country, known=countries)
        elif region and region not in known:
            yield UNKNOWN_HOLIDAYS.at(SITE_FILE, ("holidays", "region"), name=region, known=", ".join(known) or "–")


def _fields(asset: Asset, meeting: Meeting, path: Path) -> Iterator[Issue]:
    said = {Meeting.model_fields[name].alias or name for name in meeting.model_fields_set if getattr(meeting, name)}
    for first, others in _CLASHES:
        for second in others.split() if first in said else ():
            if second in said:
                yield CLASH.at(asset.file, (*path, second), first=first, second=second)
    for field, beside in _NEED_DAYS:
        if {field, beside} <= said and not meeting.days:
            yield NO_DAYS.at(asset.file, (*path, field), field=field)
    if meeting.every is not None and not 1 <= meeting.every <= 52:
        yield INTERVAL.at(asset.file, (*path, "every"), n=meeting.every)
    for n, span in enumerate(meeting.time):
        if span.start == span.end:
            yield NO_LENGTH.at(asset.file, (*path, "time", n), time=_told(span))


def _days(asset: Asset, meeting: Meeting, path: Path) -> Iterator[Issue]:
    first, until = meeting.from_, meeting.until
    if first and until and until < first:
        yield ORDER.at(asset.file, (*path, "until"), first=first, until=until)
        return
    if not (meeting.except_ or (meeting.every and first)):
        return
    found = pattern.of(meeting)
    if found.on or not found.sure:
        return
    if first and found.every > 1 and not pattern.in_its_days(found, first):
        yield FIRST_DAY.at(asset.file, (*path, "from"), first=first)
        return
    for n, day in enumerate(meeting.except_):
        begin = pattern.first_day(found, day)
        if begin is None or not pattern.occurs(found, begin, day):
            yield EXCEPTION.at(asset.file, (*path, "except", n), date=day)


def _venue(asset: Asset, venue: str, path: Path) -> Issue:
    nearest = did_you_mean(venue, asset.venues)
    return VENUE.at(
        asset.file,
        (*path, "venue"),
        hint=DID_YOU_MEAN if nearest else "",
        venue=venue,
        nearest=nearest,
        known=", ".join(asset.venues) or "–",
    )


def _overlaps(asset: Asset) -> Iterator[Issue]:
    """Times told apart by their notes may be two things at once."""
    spans = [
        (meeting, pattern.of(meeting), span, ("when", number, "time", n))
        for number, meeting in enumerate(asset.when)
        for n, span in enumerate(meeting.time)
    ]
    for (one, one_days, early, _), (other, other_days, late, path) in combinations(spans, 2):
        same = (one.venue, one.online, one.note) == (other.venue, other.online, other.note)
        if same and overlap(one_days, early, other_days, late):
            yield OVERLAP.at(asset.file, path, first=_told(early), second=_told(late))


def _told(span: Span) -> str:
    return f"{span.start:%H:%M}" + (f"-{span.end:%H:%M}" if span.end else "")

"""When a group meets, as schedules of Open Referral. They know weeks and months, no seasons, terms or bank holidays: those
stand in the description, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from generator.hours import pattern, rule
from generator.hours.pattern import Pattern
from generator.kinds.fields import Span
from generator.kinds.meeting import Meeting
from generator.referral.attributes_out import fits
from generator.referral.names import DAY_CODES, Ids
from generator.referral.words_out import Words

ONLINE = "online"
"""attending_type of a meeting that is online or by phone."""

_PLAIN = frozenset({"days", "nth", "every", "time", "from_", "until", "venue", "online", "note"})
"""Fields of a meeting that schedules have a place for."""


class Rhythm(NamedTuple):
    """A meeting with what is the same of it in every language: when, for each of its schedules; whether schedules can say all of
    it, but for its place and note."""

    meeting: Meeting
    pattern: Pattern
    times: Sequence[Mapping[str, Any]]
    exact: bool


def rhythms(meetings: Sequence[Meeting]) -> list[Rhythm]:
    """The meetings of an asset, in their order."""
    known = [(meeting, pattern.of(meeting)) for meeting in meetings]
    return [Rhythm(meeting, found, _turns(found), _is_exact(meeting, found)) for meeting, found in known]


def schedules(found: Sequence[Rhythm], ids: Ids, places: Mapping[str, str], words: Words) -> list[dict[str, Any]]:
    """The schedules of an asset, one for each time of day of each meeting. `places` are the ids of its services at locations by
    the keys of its venues."""
    made = []
    for number, rhythm in enumerate(found):
        shared = _shared(rhythm, places, words)
        for turn, times in enumerate(rhythm.times):
            made.append({"id": ids[f"schedule/{number}.{turn}"], **times, **shared})
    return made


def are_plain(found: Sequence[Rhythm], places: Mapping[str, str], lang: str) -> bool:
    """Whether schedules say all that the meetings do, so that the same meetings come of them."""
    for rhythm in found:
        meeting = rhythm.meeting
        if not rhythm.exact or (meeting.venue and meeting.venue not in places):
            return False
        if meeting.note and not fits(meeting.note, lang):
            return False
    return len(found) < 2 or all(one != other for one, other in pairwise(map(_alike, found)))


def _alike(rhythm: Rhythm) -> object:
    meeting = rhythm.meeting
    return rhythm.pattern._replace(time=()), meeting.venue, meeting.online, tuple(meeting.note.items())


def _is_exact(meeting: Meeting, found: Pattern) -> bool:
    given = meeting.model_fields_set
    if not (given <= _PLAIN and found.days and found.sure and all(getattr(meeting, name) for name in given)):
        return False
    if (meeting.every or 2) < 2 or (meeting.every and meeting.nth):
        return False
    return (
        tuple(_DAYS[day] for day in found.days) == meeting.days
        and tuple(str(n) if n > 0 else "last" for n in found.nth) == meeting.nth
        and found.time == meeting.time
    )


_DAYS = tuple(DAY_CODES)


def _shared(rhythm: Rhythm, places: Mapping[str, str], words: Words) -> dict[str, Any]:
    meeting, made = rhythm.meeting, dict[str, Any]()
    if meeting.venue in places:
        made["service_at_location_id"] = places[meeting.venue or ""]
    if text := words.telling.line(rhythm.pattern):
        made["description"] = text
    if meeting.note:
        made["notes"] = words.said(meeting.note)
    if meeting.online:
        made["attending_type"] = ONLINE
    return made


def _turns(found: Pattern) -> list[dict[str, Any]]:
    """What says when: for each time of each single day, else for each time of the rhythm."""
    spans: Sequence[Span | None] = found.time or (None,)
    if found.on:
        single = [{"dtstart": str(day), "valid_from": str(day), "valid_to": str(day)} for day in found.on]
        return [{**day, **_times(span, found)} for day in single for span in spans]
    return [{**_rhythm(found), **_times(span, found)} for span in spans]


def _rhythm(found: Pattern) -> dict[str, Any]:
    made: dict[str, Any] = {}
    if found.sure and not 0 < len(found.months) < 12:
        made["freq"] = "MONTHLY" if found.nth else "WEEKLY"
        made["interval"] = 1 if found.nth else found.every
        made["byday"] = ",".join(rule.by_day(found))
    if found.from_:
        made["dtstart"] = str(found.from_)
    if found.until:
        made["until"] = str(found.until)
    return made


def _times(span: Span | None, found: Pattern) -> dict[str, str]:
    if found.all_day:
        return {"opens_at": "00:00", "closes_at": "23:59"}
    if span is None:
        return {}
    return {"opens_at": f"{span.start:%H:%M}", **({"closes_at": f"{span.end:%H:%M}"} if span.end else {})}

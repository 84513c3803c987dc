"""Made-up rhythms in which groups meet, as YAML has them; and the same in words, for those who cannot put them into words
themselves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from bench.labels import Labels

Rhythm = Mapping[str, "str | Sequence[str]"]

WORKDAYS = ("mon", "tue", "wed", "thu", "fri")
_EARLY, _LATE = ("mon", "tue", "wed"), ("thu", "fri", "sat")
"""Days of a group's first rhythm and of its second, so that these never overlap."""
_MONDAY = date(2026, 1, 5)
_STARTS = ("9:30", "10:00", "10:30", "13:00", "14:00", "18:30", "19:00")
_SORTS = (
    *["weekly"] * 8,
    *["twice"] * 2,
    *["nth"] * 3,
    *["other"] * 2,
    "workdays",
    "part",
    "monthly",
    "term",
    "season",
)
_LIMITS: Mapping[str, Rhythm] = {
    "term": {"term_time": "true"},
    "season": {"months": ["10", "11", "12", "1", "2", "3"]},
}

_NAMES: Mapping[str, Mapping[str, str]] = {
    "en": dict(zip((*WORKDAYS, "sat"), "Monday Tuesday Wednesday Thursday Friday Saturday".split(), strict=True)),
    "cy": dict(
        zip((*WORKDAYS, "sat"), [f"dydd {d}" for d in "Llun Mawrth Mercher Iau Gwener Sadwrn".split()], strict=True)
    ),
}
_WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "and": " and ",
        "to": "{} to {}",
        "1": "the first {} of the month",
        "2": "the second {} of the month",
        "last": "the last {} of the month",
        "other": "every other {}",
        "monthly": "once a month: ask which day",
        "term": "in term time",
        "season": "October to March",
        "morning": "in the morning",
        "afternoon": "in the afternoon",
        "evening": "in the evening",
        "from": "from {}",
    },
    "cy": {
        "and": " a ",
        "to": "{} tan {}",
        "1": "{} cyntaf y mis",
        "2": "ail {} y mis",
        "last": "{} olaf y mis",
        "other": "bob yn ail {}",
        "monthly": "unwaith y mis: holwch pa ddiwrnod",
        "term": "yn ystod y tymor",
        "season": "Hydref i Fawrth",
        "morning": "yn y bore",
        "afternoon": "yn y prynhawn",
        "evening": "gyda'r nos",
        "from": "o {}",
    },
}


def rhythms(labels: Labels) -> list[Rhythm]:
    """One rhythm; in three cases of ten another besides, on other days."""
    return [_rhythm(labels, _EARLY), *([_rhythm(labels, _LATE)] if labels.chance(30) else [])]


def _rhythm(labels: Labels, days: Sequence[str]) -> Rhythm:
    sort, day, time = labels.pick(_SORTS), labels.pick(days), [_hours(labels)]
    if sort == "twice":
        return {"days": sorted(labels.some(days, 2), key=days.index), "time": time}
    if sort == "nth":
        return {"days": [day], "nth": [labels.pick(("1", "2", "last"))], "time": time}
    if sort == "other":
        first = _MONDAY + timedelta([*WORKDAYS, "sat"].index(day))
        return {"days": [day], "every": "2", "time": time, "from": first.isoformat()}
    if sort == "workdays" and days is _EARLY:
        return {"days": days, "time": ["9:00-12:30", "13:30-16:30"]}
    if sort == "part":
        return {"days": [day], "part": [labels.pick(("morning", "afternoon", "evening"))]}
    if sort == "monthly":
        return {"monthly": "true", "time": time}
    return {"days": [day], "time": time, **_LIMITS.get(sort, {})}


def _hours(labels: Labels) -> str:
    start = labels.pick(_STARTS)
    hour, _, minute = start.partition(":")
    return f"{start}-{int(hour) + labels.pick((1, 2, 2))}:{minute}"


def said(rhythm: Rhythm, code: str) -> str:
    """A rhythm in a line of one language, about as long as the line that a site of ours has for it."""
    words = _WORDS[code]
    days = words["and"].join(_NAMES[code][day] for day in rhythm.get("days", ()))
    if "nth" in rhythm:
        days = words[rhythm["nth"][0]].format(days)
    if "every" in rhythm:
        days = words["other"].format(days)
    parts = [
        days or words["monthly"],
        *(words["to"].format(*span.split("-")) for span in rhythm.get("time", ())),
        *(words[part] for part in rhythm.get("part", ())),
        *([words["term"]] if "term_time" in rhythm else []),
        *([words["season"]] if "months" in rhythm else []),
        *([words["from"].format(rhythm["from"])] if "from" in rhythm else []),
    ]
    line = ", ".join(parts)
    return line[:1].upper() + line[1:]

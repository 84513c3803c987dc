"""Meetings as an editor writes them, for tests."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import Any, get_args

import yaml

from generator import theme
from generator.kinds.meeting import Meeting, Weekday
from generator.wording import Wording
from tests.conftest import ALBA

DAYS: tuple[str, ...] = get_args(Weekday)


def meeting(text: str) -> Meeting:
    """One meeting of its YAML, without the braces: 'days: [tue], time: [10:00-12:00]'."""
    return Meeting.model_validate(yaml.load(f"{{{text}}}", yaml.BaseLoader))


@cache
def wording(lang: str) -> Wording:
    """The interface's words in English, Welsh or Gaelic."""
    return Wording(lang, [ALBA / "theme", theme.OURS] if lang == "gd" else [theme.OURS])


def random_meetings(seed: int, count: int) -> Iterator[Meeting]:
    """Meetings whose days can be counted, of every sort, the same for a seed."""
    chance = random.Random(seed)
    for _ in range(count):
        yield Meeting.model_validate(_random(chance))


def _random(chance: random.Random) -> dict[str, Any]:
    day = date(2026, 1, 1) + timedelta(days=chance.randrange(400))
    made: dict[str, Any] = {"days": chance.sample(DAYS, chance.choice((1, 1, 2, 3, 5, 7)))}
    sort = chance.choice(("weekly", "nth", "every", "on", "all_day"))
    if sort == "on":
        made = {"on": [str(day + timedelta(days=n)) for n in chance.sample(range(90), 3)]}
    if sort == "all_day":
        made |= {"all_day": "true"}
    if sort == "nth":
        made["nth"] = chance.sample(("1", "2", "3", "4", "5", "last"), chance.choice((1, 1, 2, 3)))
    if sort == "every":
        first = next(d for n in range(7) if DAYS[(d := day + timedelta(days=n)).weekday()] in made["days"])
        made |= {"every": str(chance.choice((2, 3, 4))), "from": str(first)}
    elif sort != "on" and chance.random() < 0.3:
        made["from"] = str(day)
    if sort != "on" and chance.random() < 0.3:
        made["until"] = str(day + timedelta(days=chance.randrange(30, 500)))
    if sort != "on" and chance.random() < 0.3:
        begin = chance.randrange(12)
        made["months"] = [str((begin + n) % 12 + 1) for n in range(chance.choice((1, 2, 5, 8)))]
    if sort != "on" and chance.random() < 0.3:
        made["bank_holidays"] = chance.choice(("closed", "open", "ask"))
    if chance.random() < 0.3:
        made["except"] = [str(day + timedelta(days=chance.randrange(200))) for _ in range(8)]
    if sort != "all_day" and chance.random() < 0.8:
        times = ("00:15-01:00", "09:30-12:00", "10:00", "12:00-13:15", "18:00-21:30", "23:00-01:30")
        made["time"] = chance.sample(times, chance.choice((1, 1, 2)))
    made["term_time"] = chance.choice(("true", "false", "false"))
    return made

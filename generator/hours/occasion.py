"""When something takes place that does not repeat, in words. Plain text, not HTML."""

from __future__ import annotations

from generator.hours.text import said
from generator.hours.words import day_in_full
from generator.kinds.meeting import Meeting
from generator.kinds.record import Occasion
from generator.wording import Wording


def told(occasion: Occasion, wording: Wording) -> str:
    """One line: 'Thursday 3 December 2026, 10am to 12 noon'. Its note is not in it."""
    last = said(Meeting.model_construct(on=(occasion.last,), time=occasion.time), wording)
    if occasion.last == occasion.from_:
        return last
    return f"{day_in_full(occasion.from_, wording.lang)} – {last}"

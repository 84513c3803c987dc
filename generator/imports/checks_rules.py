"""What can be wrong with the answers of a sheet that came back. Cells are named as spreadsheets name them: F7."""

from __future__ import annotations

from generator.issues import N_, Rule, Severity

_E = Severity.ERROR

BAD_CELL = Rule(
    "bad-cell",
    _E,
    N_("A cell of the sheet holds plain text; that of the day a date."),
    N_("The cell {cell} holds a formula, a number or a date where text is meant."),
    N_("Type the text itself."),
)
UNKNOWN_GROUP = Rule(
    "unknown-group",
    _E,
    N_("An answer belongs to a group that is here."),
    N_("The cell {cell} names '{id}', and no group without faults has this id."),
    N_("Keep the ids as they went out. Was the record renamed, or has it faults? Run: geirfa check"),
)
TWO_ANSWERS = Rule(
    "two-answers",
    _E,
    N_("A group has one answer."),
    N_("The cell {cell}: '{id}' has been answered in line {other} already, in another way."),
    N_("Keep one of the two."),
)
NO_ANSWER_SAID = Rule(
    "no-answer-said",
    _E,
    N_("A row that is filled in has an answer, and be it that there was none."),
    N_("The cell {cell} is empty, though the row is filled in."),
    N_("Choose one of: {known}."),
)
UNKNOWN_ANSWER = Rule(
    "unknown-answer",
    _E,
    N_("An answer, and the way of asking, is one of those in the list."),
    N_("The cell {cell} says '{value}'."),
    N_("Choose one of: {known}."),
)
NO_DAY = Rule(
    "no-day",
    _E,
    N_("A check says on which day somebody asked."),
    N_("The cell {cell} does not say on which day you asked."),
    N_("Write the day as 2026-11-21."),
)
NOT_A_DAY = Rule(
    "not-a-day",
    _E,
    N_("A day is a day of the calendar."),
    N_("The cell {cell} says '{value}', which is not a day."),
    N_("Write the day as 2026-11-21."),
)
FUTURE_DAY = Rule(
    "future-day",
    _E,
    N_("Nobody has asked in the future."),
    N_("The cell {cell} says {value}, which has not come yet."),
    N_("Write the day on which you asked."),
)
NO_BODY = Rule(
    "nobody",
    _E,
    N_("A check says which body asked."),
    N_("The cell {cell} does not say who asked."),
    N_("Write a body or a role, as 'the council, community team'; no person's name."),
)
PRIVATE_BODY = Rule(
    "private-body",
    _E,
    N_("A check names a body or a role, and nobody's mailbox or number."),
    N_(
        "The cell {cell} says '{value}', which readers would see: it looks like an e-mail address or a telephone number."
    ),
    N_("Write a body or a role, as 'the council, community team'; no person's name."),
)
NEWER_CHECK = Rule(
    "newer-check",
    _E,
    N_("An answer never replaces a newer check, nor another of the same day."),
    N_("The record has a check of {there}; the cell {cell} says {date}."),
    N_("If the answer tells something new, write it into the record by hand."),
)
NEWER_RECORD = Rule(
    "newer-record",
    _E,
    N_("An answer is about what is listed now."),
    N_("What is listed has changed since the sheet was made, so the answer in {cell} may be about something else."),
    N_("Look at the record; if the answer still holds, write 'checked' by hand, or ask again."),
)
TO_CHANGE = Rule(
    "to-change",
    Severity.WARNING,
    N_("What has changed is put right by an editor."),
    N_("Line {line} says that something has changed: {said}"),
    N_(
        "Put the record right, then write 'checked' with {day}, who asked and how. Leave out names and private numbers."
    ),
)
TO_SAY_WHY = Rule(
    "to-say-why",
    Severity.ADVICE,
    N_("What has closed says what readers can do instead, where somebody knows."),
    N_("This has closed, and line {line} says more: {said}"),
    N_(
        "If readers should know it, write it under 'state': 'since', 'note' or 'instead'. Leave out names and private numbers."
    ),
)

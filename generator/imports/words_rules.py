"""What can be wrong with a table of words that came back."""

from __future__ import annotations

from generator.issues import N_, Rule, Severity

_E = Severity.ERROR
BAD_ID = Rule(
    "words-bad-id",
    _E,
    N_("Each row of a table of words has an id of its own."),
    N_("Row {row}: '{id}' cannot be an id, or stands in an earlier row."),
    N_("Write a to z, 0 to 9 and single hyphens, as green-referral; each id once."),
)
BAD_COLUMN = Rule(
    "words-bad-column",
    Severity.WARNING,
    N_("A column of a table of words is one of a word's fields."),
    N_("The column '{column}' is no field of a word, and was left out."),
    N_("Keep the first row as it went out."),
)
BAD_CELL = Rule(
    "words-bad-cell",
    _E,
    N_("A list of parts in a table is left as it is written there."),
    N_("Row {row}: what stands in '{column}' cannot be read."),
    N_("Put the cell back as it was, and change the record itself."),
)
KEPT_REVIEW = Rule(
    "words-kept-review",
    Severity.WARNING,
    N_("Reviews are written by 'geirfa review', not by a table."),
    N_("Row {row}: '{column}' says '{came}'; the record's own stays."),
    N_("If the text has been reviewed, run: geirfa review"),
)
HIDDEN = Rule(
    "words-hidden-character",
    _E,
    N_("Text holds no invisible or control characters."),
    N_("Row {row}: '{column}' holds an invisible character; the record's own text stays."),
    N_("Delete it and type the word again."),
)
LOST_LETTERS = Rule(
    "words-lost-letters",
    _E,
    N_("A table is saved in an encoding that has all its letters."),
    N_("Row {row}: in '{column}' letters have become question marks; the record's own text stays."),
    N_("Save the table as .xlsx, or as .csv with the encoding UTF-8, and make the change again."),
)
NEWER = Rule(
    "words-newer",
    _E,
    N_("What comes back never replaces a newer value."),
    N_("Row {row}: '{column}' has been changed here since the table was made. Here: '{there}'. Came back: '{came}'."),
    N_("Compare the two; if what came back is better, write it into the record by hand."),
)
MOVED = Rule(
    "words-moved",
    _E,
    N_("A word that has moved is changed where it went, or by hand."),
    N_("Row {row}: '{id}' has moved, and its row has changed."),
    N_("Change the row of the word that it moved to."),
)

"""What can be said of the rows of a feed, beside what their readers say and what the rules of records say."""

from __future__ import annotations

from typing import NamedTuple

from generator.issues import N_, Issue, Numbered, Rule, Severity

_E, _W, _A = Severity.ERROR, Severity.WARNING, Severity.ADVICE
_AT_THE_SOURCE = N_("Put it right in the list it comes from, then take the list in again.")

NO_NAME = Rule(
    "row-without-name",
    _E,
    N_("Every row has a name."),
    N_("This row has no name; here it is called '{name}'."),
    N_("Name it in the list it comes from, or here: a name written here stays."),
)
NO_KEY = Rule(
    "row-without-key",
    _W,
    N_("Every row has something that it is always known by."),
    N_("Nothing tells this row apart for good; it is known by '{given}'."),
    N_("Give it an id in the list it comes from: else it is a new row as soon as its name changes."),
)
KEY_TWICE = Rule(
    "key-twice",
    _W,
    N_("Rows are told apart by what they are known by."),
    N_("Another row is known by '{given}' already; this one is kept as '{made}'."),
    N_("Give each row an id of its own in the list it comes from."),
)
LOST_LINK = Rule(
    "row-not-there",
    _W,
    N_("What a row names is in the list."),
    N_("'{field}' names '{given}', and no row of the list is known by that."),
    _AT_THE_SOURCE,
)
NO_PLACE = Rule(
    "no-field-for-it",
    _A,
    N_("What has no field here is kept beside the records, and goes out again with them."),
    N_("Nothing here has a field for '{field}': '{value}'."),
    N_("It is kept as it came. Name the column in the mapping, where one of our fields means the same."),
)
MARKUP = Rule(
    "markup-taken-out",
    _A,
    N_("Texts hold words, no HTML."),
    N_("'{field}' held HTML: only its words were kept."),
    N_("Read how it looks now."),
)
CUT = Rule(
    "text-cut",
    _W,
    N_("Texts keep to their length."),
    N_("'{field}' is longer than {limit} characters: it was cut. It is kept whole beside the records."),
    N_("Say it in fewer words, in the list it comes from or here."),
)
PERSONAL = Rule(
    "personal-left-out",
    _W,
    N_("Nobody's own name, number, mailbox or home is taken in."),
    N_("'{field}' may be somebody's own: it was left out, and is kept nowhere."),
    N_(
        "Ask those who run it for a number or address of the body. People who want to be named: 'people' in content/feeds.yml."
    ),
)
ELSEWHERE = Rule(
    "nowhere-said",
    _A,
    N_("A row says where it is, as far as the areas of the site tell."),
    N_("Nothing says in which area this is; it lies in '{area}'."),
    N_("Move its file to the folder of the right area, or name one for the whole list with --area."),
)
DELETED = Rule(
    "deleted-here",
    _A,
    N_("What was deleted here is not brought back."),
    N_("Its record, {record}, was deleted here: it is not brought back."),
    N_("To have it again, bring the file back from its history."),
)
ONE_LANGUAGE = Rule(
    "one-language",
    _W,
    N_("What is listed can be read in every language of the site."),
    N_("{n} of {all} rows are in {language} alone. Their pages say so in the other languages."),
    N_("Translate them: geirfa export translate"),
)
MERGED = Rule(
    "joined-with",
    _A,
    N_("What two lists have is listed once."),
    N_("This row is taken to be {record}: {reasons}."),
    N_("If it is not, take its entry out of 'imported' there, and run: geirfa duplicates --not"),
)
SAME_WORD = Rule(
    "same-word",
    _A,
    N_("A word that the glossary has is not added again."),
    N_("This row is taken to be {record}: it has its id, or is called the same in the same language."),
    N_("If it means something else, give it another name in the list it comes from."),
)
KEPT_HINT = N_("It is not shown, but kept beside the records. Put it right in the list it comes from.")
"""In place of the hint of a rule about a record, where a field of a row breaks it."""


_ROW = N_("row")


def row_place(where: str) -> str:
    """Where a row stands, to be put into words: the rows of a table have numbers."""
    word, _, number = where.partition(" ")
    return Numbered(where) if word == _ROW and number.isdigit() else where


class Finding(NamedTuple):
    """What is said of one row, or of one of its fields. `where` and `key` are "" where it is about the whole list."""

    where: str
    key: str
    field: str
    issue: Issue

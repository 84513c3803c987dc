"""What is wrong with a field of a row that comes in. A row is never left out for it: the field is mended, or kept aside."""

from __future__ import annotations

from generator.issues import N_, Rule, Severity

_KEPT = N_("It was kept aside and is not shown. Have it put right where the list comes from.")
_READ = N_("Nothing to do; if it is not what was meant, have it put right where the list comes from.")

OTHER_NAME = Rule(
    "row-named-otherwise",
    Severity.ERROR,
    N_("Each row has a name."),
    N_("This row has no name; it is called '{name}' here, as it says elsewhere."),
    N_("Have it named where the list comes from, or name it in its file here."),
)
WRONG_TYPE = Rule(
    "row-wrong-type",
    Severity.WARNING,
    N_("A field holds what it is made for."),
    N_("'{field}' is '{value}', which cannot stand there."),
    _KEPT,
)
BAD_EMAIL = Rule(
    "row-bad-email",
    Severity.WARNING,
    N_("An e-mail address is one address."),
    N_("'{field}' is '{value}', which is no e-mail address."),
    _KEPT,
)
BAD_WEB = Rule(
    "row-bad-web",
    Severity.WARNING,
    N_("A web address begins with https:// or http://."),
    N_("'{field}' is '{value}', which is no web address."),
    _KEPT,
)
BAD_PHONE = Rule(
    "row-bad-phone",
    Severity.WARNING,
    N_("A telephone number can be rung."),
    N_("'{field}' is '{value}', which is no telephone number."),
    _KEPT,
)
BAD_POSTCODE = Rule(
    "row-bad-postcode",
    Severity.WARNING,
    N_("A postcode is one postcode."),
    N_("'{field}' is '{value}', which is no postcode."),
    _KEPT,
)
BAD_DATE = Rule(
    "row-bad-date",
    Severity.WARNING,
    N_("A date is a day of the calendar, as 2026-11-21."),
    N_("'{field}' is '{value}', which is no date, or may be one of two."),
    _KEPT,
)
BAD_TIME = Rule(
    "row-bad-time",
    Severity.WARNING,
    N_("A time is a time of day, as 14:30."),
    N_("'{field}' is '{value}', which is no time of day."),
    _KEPT,
)
BAD_NUMBER = Rule(
    "row-bad-number",
    Severity.WARNING,
    N_("A number is written in digits."),
    N_("'{field}' is '{value}', which is no number that can stand here."),
    _KEPT,
)
BAD_POINT = Rule(
    "row-bad-point",
    Severity.WARNING,
    N_("A point lies on the earth: north from -90 to 90, east from -180 to 180."),
    N_("'{field}' is '{value}', which is no point on the earth."),
    _KEPT,
)
BAD_WORD = Rule(
    "row-bad-word",
    Severity.WARNING,
    N_("A field with few possible values has one of them."),
    N_("'{field}' is '{value}', which is none of its values."),
    _KEPT,
)
TOO_LONG = Rule(
    "row-too-long",
    Severity.WARNING,
    N_("A line has at most 300 characters, a text 8,000."),
    N_("'{field}' has {size} characters; {most} are the limit."),
    N_("Its beginning was taken, and the whole was kept aside. Have it shortened where the list comes from."),
)
MENDED = Rule(
    "row-mended",
    Severity.ADVICE,
    N_("What is plain to see is read as it was meant."),
    N_("'{field}' is '{value}' and was read as '{meant}'."),
    _READ,
)
ACTIVE = Rule(
    "row-active-content",
    Severity.WARNING,
    N_("Texts hold no programs."),
    N_("'{field}' holds scripts or styles; only its words were taken."),
    N_("Look where the list comes from: somebody may have tampered with it."),
)
DIFFERS = Rule(
    "row-differs",
    Severity.WARNING,
    N_("What stands twice in a list says the same."),
    N_("'{field}' is '{value}' here and '{other}' elsewhere in the list."),
    N_("The first was taken. Have it put right where the list comes from."),
)
UNLINKED = Rule(
    "row-unlinked",
    Severity.WARNING,
    N_("What belongs to another row names one that is there."),
    N_("This row belongs to nothing in the list."),
    N_("It was kept aside. Have it put right where the list comes from."),
)
NOT_UNDERSTOOD = Rule(
    "row-not-understood",
    Severity.WARNING,
    N_("Each row is a service, an organisation, a place or a word of a taxonomy."),
    N_("This row is none of the things that can be taken in."),
    N_("It was kept aside. Look whether it is the right file."),
)

"""The rules of a single record: what its fields may hold. `faults` finds what breaks them."""

from __future__ import annotations

from generator.issues import N_, Rule, Severity

_E = Severity.ERROR

UNKNOWN_FIELD = Rule(
    "unknown-field",
    _E,
    N_("A record has only the fields of its kind."),
    N_("'{field}' is not a field here."),
    N_("Fields here: {known}."),
)
MISSING_FIELD = Rule(
    "missing-field", _E, N_("Required fields are there."), N_("'{field}' is missing."), N_("Add it: {help}.")
)
EMPTY_FIELD = Rule(
    "empty-field",
    _E,
    N_("A field that is there says something."),
    N_("'{field}' is empty."),
    N_("Fill it in, or delete the whole line."),
)
UNKNOWN_VALUE = Rule(
    "unknown-value",
    _E,
    N_("A field of choices holds one of them."),
    N_("'{value}' is not one of the choices for '{field}'."),
    N_("Choose one of: {known}."),
)
UNKNOWN_LANGUAGE = Rule(
    "unknown-language",
    _E,
    N_("Texts stand under a language of the site."),
    N_("'{language}' is not a language of this site."),
    N_("Languages here: {known}."),
)
MISSING_MAIN_LANGUAGE = Rule(
    "missing-main-language",
    _E,
    N_("A record is named in the site's first language."),
    N_("'{field}' is missing in the language '{language}'."),
    N_("Add the line '{language}: …' below '{field}'."),
)
WRONG_SHAPE = Rule(
    "wrong-shape",
    _E,
    N_("A field holds the shape of value it is meant for."),
    N_("'{field}' must be {wanted}."),
    N_("See the field's example in the contributor pages."),
)
TOO_LONG = Rule(
    "too-long",
    _E,
    N_("Texts keep to their length."),
    N_("'{field}' is longer than {limit} characters."),
    N_("Shorten it."),
)
TOO_MANY_ENTRIES = Rule(
    "too-many-entries",
    _E,
    N_("Lists keep to their length."),
    N_("'{field}' has more than {limit} entries."),
    N_("Take some out."),
)
NOT_ONE_LINE = Rule(
    "not-one-line",
    _E,
    N_("Names and labels are one line."),
    N_("'{field}' must be one line."),
    N_("Write '>-' instead of '|' before it, or take the line break out."),
)
BAD_ID = Rule(
    "bad-id",
    _E,
    N_("An id is lower-case letters, digits and hyphens, at most 80 characters."),
    N_("'{value}' cannot be an id."),
    N_("Write it with a to z, 0 to 9 and single hyphens only, as in 'green-referral'."),
)
BAD_FLAG = Rule(
    "bad-flag",
    _E,
    N_("A yes-or-no field holds true or false."),
    N_("'{field}' must be true or false, not '{value}'."),
    N_("Write true or false, without quotes."),
)
BAD_NUMBER = Rule(
    "bad-number",
    _E,
    N_("A number is written in plain digits."),
    N_("'{field}' must be a number, not '{value}'."),
    N_("Write digits only, as 1250."),
)
BAD_DATE = Rule(
    "bad-date",
    _E,
    N_("A date is written year-month-day."),
    N_("'{field}' must be a date, not '{value}'."),
    N_("Write it as 2026-11-21."),
)
BAD_TIME = Rule(
    "bad-time",
    _E,
    N_("A time of day is written on the 24-hour clock."),
    N_("'{field}' must be a time, not '{value}'."),
    N_("Write it as 12:30."),
)
BAD_WEB = Rule(
    "bad-web-address",
    _E,
    N_("A web address begins with https:// or http://."),
    N_("'{value}' is not a web address."),
    N_("Write the whole address, beginning with https://."),
)
BAD_EMAIL = Rule(
    "bad-email",
    _E,
    N_("An e-mail address is name@place."),
    N_("'{value}' is not an e-mail address."),
    N_("Write it as name@example.org."),
)
BAD_PHONE = Rule(
    "bad-phone",
    _E,
    N_("A telephone number is digits and single spaces."),
    N_("'{value}' is not a telephone number."),
    N_("Write digits and spaces only, as 01443 202020; put opening hours elsewhere."),
)
BAD_POSTCODE = Rule(
    "bad-postcode",
    _E,
    N_("A postcode is written in capitals, with one space."),
    N_("'{value}' is not a postcode."),
    N_("Write it as LL57 1AB."),
)
BAD_POINT = Rule(
    "bad-point",
    _E,
    N_("A point on the map is degrees north, a comma, degrees east."),
    N_("'{value}' is not a point."),
    N_("Write it as 53.228, -4.128 (west of Greenwich is less than 0)."),
)
BAD_TILES = Rule(
    "bad-tile-address",
    _E,
    N_("The address of map pictures names one host and has three gaps."),
    N_("'{value}' is not the address of map pictures."),
    N_("Write it as https://tiles.example.org/{{z}}/{{x}}/{{y}}.png: https, one host, and each gap once."),
)
BAD_SPAN = Rule(
    "bad-hours",
    _E,
    N_("Hours are a time, a hyphen and a time, on the 24-hour clock."),
    N_("'{value}' does not say from when until when."),
    N_("Write it as 10:00-12:30, or 10:00 where the end is not known."),
)
BAD_PART_DAY = Rule(
    "bad-part-date",
    _E,
    N_("A date that is known in part is written year, year-month or year-month-day."),
    N_("'{value}' is not a date."),
    N_("Write it as 2026-11-21, or as much of it as is known: 2026-11 or 2026."),
)
BAD_FORM = Rule(
    "bad-form",
    _E,
    N_("A value has the form its field asks for."),
    N_("'{value}' does not have the form of '{field}'."),
    N_("It should be: {help}."),
)
MOVED_AND_MORE = Rule(
    "moved-and-more",
    _E,
    N_("A moved record says only where it went."),
    N_("'{field}' stands in a record that has moved."),
    N_("Keep the text in the new record and delete it here."),
)

DID_YOU_MEAN = N_("Did you mean '{nearest}'?")

"""What strict YAML refuses: the rules of `source`, apart from the reading itself."""

from __future__ import annotations

from generator.issues import N_, Rule, Severity

_E = Severity.ERROR

EMPTY_FILE = Rule(
    "empty-file",
    _E,
    N_("A record holds at least its required fields."),
    N_("This file holds no record."),
    N_("Fill it in, or delete the file."),
)
CONFLICT = N_("git left two versions of these lines: keep the right one, and delete the lines of <, = and >.")
SYNTAX = Rule(
    "yaml-syntax",
    _E,
    N_("A record is written in YAML."),
    N_("This line cannot be read."),
    N_(
        "Look at this line and the ones above: fields of one level begin in the same column, each field name has a colon "
        "and a space behind it, text with a colon in it stands in quotes, and every quotation mark is closed."
    ),
)
DUPLICATE_KEY = Rule(
    "duplicate-key",
    _E,
    N_("A field stands once in its place."),
    N_("'{key}' stands here a second time."),
    N_("Keep one of the two and delete the other."),
)
ANCHOR = Rule(
    "anchor",
    _E,
    N_("Records use no YAML anchors or aliases."),
    N_("'{text}' is a YAML anchor or alias."),
    N_("Write the value out. If the text itself begins with & or *, put it in quotes."),
)
TAG = Rule(
    "tag",
    _E,
    N_("Records use no YAML tags."),
    N_("'{text}' is a YAML tag."),
    N_("Delete it. If the text itself begins with !, put it in quotes."),
)
MERGE_KEY = Rule(
    "merge-key", _E, N_("Records use no YAML merge keys."), N_("'<<' is a YAML merge key."), N_("Write the fields out.")
)
BAD_KEY = Rule(
    "bad-key",
    _E,
    N_("A field name is a plain word."),
    N_("A field name must be a plain word."),
    N_("Write 'name: value'."),
)
SECOND_DOCUMENT = Rule(
    "second-document",
    _E,
    N_("A file holds one record."),
    N_("A second record begins here."),
    N_("Delete the line '---', or put the second record in a file of its own."),
)
TOO_DEEP = Rule(
    "too-deep",
    _E,
    N_("Values are nested at most 12 deep."),
    N_("Values are nested deeper than 12 here."),
    N_("Look for a run of brackets; if the text itself begins with [ or {{, put it in quotes."),
)
TOO_MANY_VALUES = Rule(
    "too-many-values",
    _E,
    N_("A record holds at most a few thousand values."),
    N_("This record holds more than 5000 values."),
    N_("Split it."),
)

SYNTAX_HINTS = {
    "could not find expected ':'": N_(
        "A field name needs a colon and a space behind it. Longer text stands below '>-', indented."
    ),
    "found unexpected end of stream": N_("A quotation mark or bracket is opened here and never closed."),
    "found character that cannot start": N_("Text that begins with @, ` or % needs quotes."),
    "found unknown escape character": N_("Use single quotes instead of double ones around text with a backslash."),
}
"""What to do about libyaml's own problems, by how their text begins. Its words are never shown: they are jargon, and
English."""

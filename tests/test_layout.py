"""The canonical layout: comments kept, one way to write a thing, laid out twice the same, never a word changed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator import catalogue, kinds, layout
from generator.issues import Refusal
from generator.kinds.record import Record
from tests.findings import GREEN_WALK, HERE

KINDS = kinds.discover()
REAL = [*sorted((HERE / "content").glob("*/**/*.yml")), HERE / "content/site.yml"]


def canonical(text: str, folder: str = "glossary") -> str:
    made = layout.canonical(text, KINDS[folder], ("en", "cy"), "a.yml")
    assert layout.canonical(made, KINDS[folder], ("en", "cy"), "a.yml") == made, "laid out again, it changes"
    return made


@pytest.mark.parametrize("file", REAL, ids=lambda file: str(file.relative_to(HERE / "content")))
def test_real_content_is_laid_out_canonically(file: Path) -> None:
    folder = file.relative_to(HERE / "content").parts[0].removesuffix(".yml")
    text = file.read_bytes().decode("utf-8")
    assert layout.canonical(text, KINDS[folder], CODES, file.name) == text


CODES = catalogue.load(HERE).codes


@pytest.mark.parametrize(
    ("written", "made"),
    [
        ("green walk", "green walk"),
        ("'green walk'", "green walk"),
        ('"green walk"', "green walk"),
        ("(a) b", "(a) b"),
        ("“Ŵy”, ½", "“Ŵy”, ½"),
        ("it's", "it's"),
        ('"it\'s"', "it's"),
        ("a&b, c]", "a&b, c]"),
        ("'a: b'", "'a: b'"),
        ("'a:'", "'a:'"),
        ("a:b", "a:b"),
        ("'a #b'", "'a #b'"),
        ("a#b", "a#b"),
        ("'# a'", "'# a'"),
        ("'- a'", "'- a'"),
        ("'*a*'", "'*a*'"),
        ("'[[a]] b'", "'[[a]] b'"),
        ("'&a'", "'&a'"),
        ("'!a'", "'!a'"),
        ("'%a'", "'%a'"),
        ("'@a'", "'@a'"),
        ("'''a'' b'", "'''a'' b'"),
        ("no", "no"), ("'yes'", "yes"), ("on", "'on'"), ("'10:00-12:30'", "10:00-12:30"),
        ("'null'", "'null'"),
        ("'~'", "'~'"),
        ("'y'", "'y'"),
        ("12:30", "'12:30'"),
        ("1.5", "'1.5'"),
        ("0770012345", "'0770012345'"),
        ("01443 202020", "01443 202020"),
        ("+44 1", "+44 1"),
        ("1_000", "'1_000'"),
        ("007", "'007'"),
        ("7", "7"),
        ("'2026-11-21'", "2026-11-21"),
        ("'true'", "true"),
        ("True", "'True'"),
        ("  a   b  ", "a   b"),
    ],
)
def test_one_way_to_write_a_value(written: str, made: str) -> None:
    assert canonical(f"term:\n  en: {written}\n") == f"term:\n  en: {made}\n"


LONG = "Words that fill a line and more, " * 4
FOLDED = """\
  en: >-
    Words that fill a line and more, Words that fill a line and more, Words that fill a line and
    more, Words that fill a line and more, end
"""


@pytest.mark.parametrize(
    ("written", "made"),
    [
        (f"  en: {LONG}end\n", FOLDED),
        (f'  en: "{LONG}end"\n', FOLDED),
        (f"  en: >\n    {LONG}end\n\n", FOLDED),
        (f"  en: >-\n    {LONG.strip()}\n    end\n", FOLDED),
        ("  en: >-\n    short\n", "  en: short\n"),
        ("  en: a\n    b\n", "  en: a b\n"),
        ("  en: |\n    a\n    b\n\n\n", "  en: |-\n    a\n    b\n"),
        ("  en: |-\n    a\n\n      b\n    c\n", "  en: |-\n    a\n\n      b\n    c\n"),
        ("  en: >-\n    a\n\n    b\n", "  en: |-\n    a\n    b\n"),
        ('  en: "a\\n\\n- b\\n- c"\n', "  en: |-\n    a\n\n    - b\n    - c\n"),
        (f"  en: {'x' * 150}\n", f"  en: >-\n    {'x' * 150}\n"),
    ],
)  # fmt: skip
def test_folding(written: str, made: str) -> None:
    assert canonical(f"term:\n  en: a\nnote:\n{written}") == f"term:\n  en: a\nnote:\n{made}"


@pytest.mark.parametrize(
    ("folder", "written", "made"),
    [
        ("glossary", "note: {cy: b, en: a}\nterm: {cy: c, en: d}\n", "term:\n  en: d\n  cy: c\nnote:\n  en: a\n  cy: b\n"),
        ("glossary", "use: {kind: synonym, term: a}\nterm: {en: b}\n", "term:\n  en: b\nuse:\n  term: a\n  kind: synonym\n"),
        ("glossary", "changes: []\nclass: core\nslug: {}\nterm: {en: b}\n", "term:\n  en: b\nslug: {}\nclass: core\nchanges: []\n"),
        ("glossary", "zzz: {b: c, a: [d]}\nterm: {en: b}\n", "term:\n  en: b\nzzz:\n  b: c\n  a:\n    - d\n"),
        ("glossary", "sources: [{supports: [term.en], source: a}]\nterm: {en: b}\n", "term:\n  en: b\nsources:\n  - source: a\n    supports:\n      - term.en\n"),
        ("glossary", "review: {cy: {on: 2026-11-21, status: draft}, en: {status: draft}}\nterm: {en: b}\n", "term:\n  en: b\nreview:\n  en:\n    status: draft\n  cy:\n    status: draft\n    on: 2026-11-21\n"),
        ("vocabularies", "entries: {b: {name: {cy: c, en: d}}, a: {name: {en: e}}}\nname: {en: f}\n", "name:\n  en: f\nentries:\n  b:\n    name:\n      en: d\n      cy: c\n  a:\n    name:\n      en: e\n"),
        ("vocabularies", "name: {en: f}\nentries: {'null': {name: {en: e}}, '1': {name: {en: e}}}\n", "name:\n  en: f\nentries:\n  'null':\n    name:\n      en: e\n  1:\n    name:\n      en: e\n"),
    ],
)  # fmt: skip
def test_order(folder: str, written: str, made: str) -> None:
    assert canonical(written, folder) == made


COMMENTED = """\
# above all

# above term
term:
  # above en
  en: green walk  # behind en
  # above cy
  cy: taith werdd
# above definition
definition:
  en: |-  # behind the bar
    one  # no comment
    # nor this
  cy: >-
    un
    dau
related:
  # above a
  - a  # behind a
  - b
sources:
  # above the first
  - source: c  # behind c
    # above supports
    supports:
      - term.en
  # above the second
  - source: d
    supports:
      - term.cy
# above changes
changes:
  - on: 2026-11-21  # behind on
    what:
      en: a
# at the end
"""


def test_comments_stay_where_they_stood() -> None:
    assert canonical(COMMENTED) == COMMENTED.replace("# above all\n\n", "# above all\n").replace(
        ">-\n    un\n    dau", "un dau"
    )


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_bytes_of_other_editors(ends: str, mark: str) -> None:
    assert canonical(mark + COMMENTED.replace("\n", ends)) == canonical(COMMENTED)


def test_comments_move_with_their_fields() -> None:
    text = "# about note\nnote: # behind note\n  en: a # behind en\n# about term\nterm:\n  en: b\n"
    assert canonical(text) == "# about term\nterm:\n  en: b\n# about note\nnote:  # behind note\n  en: a  # behind en\n"


@pytest.mark.parametrize(
    "text",
    [
        "term: # x1\n  en: a\n",
        "term:\n  en: a\nrelated: # x1\n  - b\n",
        "term: {en: a} # x1\n",
        "term: {en: a, # x1\n  cy: b}\n",
        "term:\n  en: a\nrelated: [b, c] # x1\n",
        "term:\n  en: a\nrelated:\n  - b\n  # x1\n",
        "term:\n  en: a\nrelated:\n  # x1\n  # x2\n  - b\n",
        "term:\n  en: a\nsources:\n  - # x1\n    source: b\n    supports: [c]\n",
        "term:\n  en: a\nsources:\n  -\n    # x1\n    source: b\n    supports: [c]\n",
        "term:\n  en: a\n  # x1\n# x2\nnote:\n  en: b\n  # x3\n# x4\n",
        "term:\n  en: 'a # no' # x1\n",
        "term:\n  en: >- # x1\n    a\n",
        "term:\n  en: # x1\n    a\n",
        "term:\n  ? en # x1\n  : a # x2\n",
        "term:\n  en: a\nlink: {} # x1\nthemes: [] # x2\n",
        "--- # x1\nterm:\n  en: a\n... # x2\n",
    ],
)
def test_no_comment_is_lost(text: str) -> None:
    """Kept, or the file is left as it is."""
    try:
        made = canonical(text)
    except Refusal:
        return
    assert set(re.findall(r"# x\d", made)) == set(re.findall(r"# x\d", text))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("# nothing\n", "mend what 'geirfa check' says of this file first."),
        ("", "mend what 'geirfa check' says of this file first."),
        ("- a\n", "mend what 'geirfa check' says of this file first."),
        ("term: &a b\n", "mend what 'geirfa check' says of this file first."),
        ("a: b\na: c\n", "mend what 'geirfa check' says of this file first."),
        ("term: [\n", "mend what 'geirfa check' says of this file first."),
        ("term:\n  en: |\n    a  \n    b\n", "this file cannot be laid out without changing it; it was left as it is."),
        ('term:\n  en: "a\\0b"\n', None),
        ('term:\n  en: "a\\u2028b"\n', None),
        ('term:\n  en: "a\\rb"\n', None),
    ],
)
def test_what_it_cannot_keep_it_refuses(text: str, reason: str | None) -> None:
    with pytest.raises(Refusal) as refusal:
        canonical(text)
    assert reason is None or str(refusal.value) == f"a.yml: {reason}"


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_every_field_has_its_place(kind: type[Record]) -> None:
    order = kind.fields_in_order()
    assert sorted(order) == sorted(kind.model_fields)
    assert order[0] == kind.title_field
    assert order[-2:] == ["review", "changes"]


def test_a_record_of_the_tests_is_canonical() -> None:
    assert canonical(GREEN_WALK) == GREEN_WALK

"""English."""

from collections.abc import Sequence

from generator.issues import N_
from generator.languages import Language, PlainMeasure
from generator.languages.en_tables import TABLES
from generator.languages.en_times import TIMES
from generator.languages.rules import Rules

_DOUBLED = "bdgmnprt"

RULES = Rules(
    endings=(
        ("s", ("",)),
        ("es", ("",)),
        ("ies", ("y",)),
        ("ves", ("f", "fe")),
        ("men", ("man",)),
        ("ldren", ("ld",)),  # children
        ("ople", ("rson",)),  # people
        ("ing", ("", "e")),
        ("ed", ("", "e")),
        ("ied", ("y",)),
        ("ness", ("",)),
        ("iness", ("y",)),
    ),
    stem=(2, 2),
    tails=tuple((letter * 2, (letter,)) for letter in _DOUBLED),
    made=(
        ("", ("s", "es", "ing", "ed", "ness")),
        ("y", ("ies", "ied", "iness")),
        ("e", ("ing",)),
        ("f", ("ves",)),
        ("fe", ("ves",)),
        ("man", ("men",)),
        ("ld", ("ldren",)),
        ("rson", ("ople",)),
        *((letter, (f"{letter * 2}ing", f"{letter * 2}ed")) for letter in _DOUBLED),
    ),
    plurals=(
        *((f"{vowel}y", f"{vowel}ys") for vowel in "aeou"),
        ("y", "ies"),
        *((hiss, f"{hiss}es") for hiss in ("s", "x", "z", "ch", "sh")),
        ("", "s"),
    ),
    after=("s", "ll", "re", "ve"),
    common=frozenset(
        "a an the of and or to in on at by for with from is are am be was it its i im me my we us our you your he she "
        "they them his her their who what which how where when why can could do does did will would should that this "
        "these those there if not no as any some someone somebody have has had get near about "
        "all so too very really just".split()
    ),
)


def joined(items: Sequence[str]) -> str:
    """'a, b and c', without the comma before 'and' that the CLDR has for other shores."""
    *before, last = items or [""]
    return f"{', '.join(before)} and {last}" if before else last


LANGUAGE = Language(
    code="en",
    name="English",
    english=N_("English"),
    rules=RULES,
    joined=joined,
    times=TIMES,
    tables=TABLES,
    common_words=frozenset(
        "the of and to is that for with are be or which on their it this by as from they have has can who what when "
        "not you your we will may often more than other into about at an was were them these those".split()
    ),
    # Fifteen words a sentence is what guides to easy reading ask for. Of 80 plain texts written by such a guide, two went
    # beyond a LIX of 34 (their median is 21); Björnsson's own scale calls 30 to 40 easy to middling.
    plain=PlainMeasure(sentence=15, lix=35),
)

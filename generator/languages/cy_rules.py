"""Welsh: how its words change, as data.

Mutations: the table of any Welsh grammar (soft, nasal and aspirate mutation; h before a vowel). Plurals: the endings
and vowel changes that grammars list under the number of nouns and adjectives.
"""

from __future__ import annotations

from generator.languages.rules import Rules, Swaps

_VOWELS = "aeiouwy"

INITIALS: Swaps = (
    ("ngh", ("c",)),
    ("mh", ("p",)),
    ("nh", ("t",)),
    ("ng", ("g",)),
    ("ph", ("p",)),
    ("th", ("t",)),
    ("ch", ("c",)),
    ("dd", ("d",)),
    ("ff", ()),
    ("ll", ()),
    ("rh", ()),
    ("b", ("p",)),
    ("d", ("t",)),
    ("g", ("c",)),
    ("f", ("b", "m")),
    ("l", ("ll", "gl")),
    ("r", ("rh", "gr")),
    ("m", ("b",)),
    ("n", ("d", "gn")),
    *((f"h{vowel}", (vowel, f"gh{vowel}")[:1]) for vowel in _VOWELS),
    *((vowel, (f"g{vowel}",)) for vowel in _VOWELS),
)

_HARDENED = (("c", "g"), ("p", "b"), ("t", "d"))
"""Consonants of adjectives before -ach and -af, and as they are without: teg, tecach."""

ENDINGS: Swaps = (
    ("iadau", ("",)),
    ("iaid", ("", "iad", "ad")),
    ("iau", ("", "yn", "en")),
    ("ion", ("", "yn", "en", "iad")),
    ("iant", ("",)),
    ("ieni", ("iant",)),
    ("oedd", ("", "a")),
    ("ogydd", ("",)),
    ("feydd", ("fa",)),
    ("wyr", ("wr", "iwr", "ydd")),
    ("nwyr", ("nnwr",)),
    ("dai", ("dy",)),
    ("tai", ("ty",)),
    ("nnau", ("n", "nt")),
    ("rrau", ("r",)),
    ("euau", ("",)),
    ("euon", ("",)),
    ("eon", ("",)),
    ("au", ("", "a", "yn", "en")),
    ("on", ("", "yn", "en")),
    ("ydd", ("", "a")),
    ("edd", ("", "a")),
    ("od", ("", "yn")),
    ("aid", ("", "ad")),
    ("ed", ("",)),
    ("ant", ("",)),
    ("ent", ("",)),
    ("yr", ("",)),
    ("ni", ("",)),
    ("ri", ("",)),
    ("i", ("",)),
    ("nod", ("",)),
    ("s", ("",)),
    ("ys", ("",)),
    # As they are said: dyddie, petha.
    ("ie", ("",)),
    ("e", ("",)),
    ("a", ("",)),
    # Degrees of adjectives.
    ("ach", ("",)),
    ("af", ("",)),
    *((f"{hard}{ending}", (soft,)) for ending in ("ach", "af", "ed") for hard, soft in _HARDENED),
)

TAILS: Swaps = (
    ("nn", ("n", "nt")),
    ("rr", ("r",)),
    ("ngh", ("ng",)),
    ("nh", ("n", "nt")),
    ("mh", ("m",)),
)

INNER: Swaps = (
    ("ngh", ("ng",)),
    ("nh", ("n", "nn")),
    ("mh", ("m",)),
    ("rh", ("r",)),
    ("n", ("nn", "nh")),
    ("m", ("mh",)),
)
"""Consonants before the last vowel of a stem that change as the stress moves: angen, anghenion; cynnig, cynigion."""

SHIFTS: Swaps = (
    ("ei", ("ai", "a", "e")),
    ("e", ("a", "ai", "y")),
    ("y", ("w", "e", "o", "wy")),
    ("o", ("aw", "w")),
    ("eu", ("au",)),
    ("a", ("e",)),
    ("ai", ("a",)),
    ("aw", ("o",)),
    ("ae", ("oe", "a")),
    ("w", ("wy",)),
)

PAIRS = (
    ("e", "y", (("a", "e"), ("a", "w"), ("a", "a"))),
    ("e", "ai", (("a", "a"),)),
    ("o", "y", (("a", "w"),)),
)

RULES = Rules(
    initials=INITIALS,
    endings=ENDINGS,
    stem=(3, 2),
    tails=TAILS,
    inner=INNER,
    vowels=_VOWELS,
    groups=("ei", "ai", "eu", "au", "aw", "ae", "oe", "wy"),
    shifts=SHIFTS,
    pairs=PAIRS,
    added=("en", "yn", "f"),
    made=(
        ("", ("au", "iau", "oedd", "ion", "on", "ydd", "i", "od")),
        ("fa", ("feydd",)),
        ("wr", ("wyr",)),
    ),
    before=("d",),
    after=("r", "n", "i", "u", "w", "m", "ch", "th"),
    common=frozenset(
        "y yr yn a ac ar am i o at neu na nad nid fe mi mae oes yw ydy sydd sy dwi dw rwy rydw fy dy ei eu eich ein fi ti chi ni nhw gan "
        "gyda efo wrth er beth pwy ble sut pryd pam rhyw rhai hyn hwn hon gall alla all gallu cael mewn wedi os hefyd".split()
    ),
)

"""Queries with a place in them, and such as seem to have one; the tests of both engines ask them."""

from __future__ import annotations

from collections.abc import Mapping

LEADS: Mapping[tuple[str, str], tuple[str, str, str]] = {
    # A name at the end, at the beginning, in the middle; as people call the place.
    ("en", "lonely merthyr"): ("Groups near Merthyr Tydfil for loneliness", "Merthyr Tydfil", "lonely"),
    ("en", "Merthyr Tydfil loneliness"): ("Groups near Merthyr Tydfil for loneliness", "Merthyr Tydfil", "loneliness"),
    ("en", "knitting Aberystwyth mornings"): (
        "Groups near Aberystwyth for “knitting mornings”", "Aberystwyth", "knitting mornings",
    ),
    ("cy", "lonely merthyr"): ("Grwpiau ger Merthyr Tudful: unigrwydd", "Merthyr Tudful", "lonely"),
    # By itself, or with a word for any group.
    ("en", "Merthyr Tydfil"): ("Groups near Merthyr Tydfil", "Merthyr Tydfil", ""),
    ("en", "groups near pen-y-bont ar ogwr"): ("Groups near Bridgend", "Bridgend", ""),
    ("en", "what's on in Barry"): ("Groups near Barry", "Barry", ""),
    ("en", "Connah's Quay"): ("Groups near Connah's Quay", "Connah's Quay", ""),
    ("cy", "grwpiau yn y Barri"): ("Grwpiau ger Y Barri", "Y Barri", ""),
    # Behind a word that leads to it, mutated or not, in either language on either site.
    ("en", "choir near Bangor"): ("Groups near Bangor for singing", "Bangor", "choir"),
    ("en", "unig ym Merthyr Tudful"): ("Groups near Merthyr Tydfil for loneliness", "Merthyr Tydfil", "unig"),
    ("cy", "unig ym Merthyr Tudful"): ("Grwpiau ger Merthyr Tudful: unigrwydd", "Merthyr Tudful", "unig"),
    ("cy", "côr ger Caernarfon"): ("Grwpiau ger Caernarfon: canu", "Caernarfon", "côr"),
    ("cy", "côr yng Nghaernarfon"): ("Grwpiau ger Caernarfon: canu", "Caernarfon", "côr"),
    ("cy", "unig ym Mangor"): ("Grwpiau ger Bangor: unigrwydd", "Bangor", "unig"),
    ("cy", "dyled o Gaerdydd"): ("Grwpiau ger Caerdydd: cyngor ar ddyledion", "Caerdydd", "dyled"),
    ("cy", "garddio o gwmpas Dolgellau"): ("Grwpiau ger Dolgellau: garddio", "Dolgellau", "garddio"),
    # Postcodes, whole or the first half.
    ("en", "debt advice NP20 4UR"): ("Groups near NP20 4UR for debt advice", "NP20", "debt advice"),
    ("en", "np204ur debt advice"): ("Groups near NP20 4UR for debt advice", "NP20", "debt advice"),
    ("en", "yoga LL57"): ("Groups near LL57 for yoga and tai chi", "LL57", "yoga"),
    ("en", "yoga in ll57 1"): ("Groups near LL57 for yoga and tai chi", "LL57", "yoga"),
    ("cy", "ioga ger LL57 1AB"): ("Grwpiau ger LL57 1AB: ioga a tai chi", "LL57", "ioga"),
    # Several of one name: the finder asks which, unless its area is named.
    ("en", "choir newport"): ("Groups near Newport for singing", "Newport", "choir"),
    ("cy", "choir newport"): ("Grwpiau ger Newport: canu", "Newport", "choir"),
    ("en", "choir in Newport, Pembrokeshire"): (
        "Groups near Newport, Pembrokeshire for singing", "Newport, Pembrokeshire", "choir",
    ),
    ("en", "côr yn Nhrefdraeth"): ("Groups near Newport, Pembrokeshire for singing", "Newport, Pembrokeshire", "côr"),
    # A name that is a word, too, behind a word like near, or by itself where no word of ours is called so.
    ("en", "choir in Hope"): ("Groups near Hope for singing", "Hope", "choir"),
    ("en", "choir in Mold"): ("Groups near Mold for singing", "Mold", "choir"),
    ("en", "hope"): ("Groups near Hope", "Hope", ""),
    ("en", "Welsh conversation near Barry"): (
        "Groups near Barry for Welsh conversation", "Barry", "Welsh conversation",
    ),
    # In danger: what is meant is said kindly, or nothing is.
    ("en", "abuse in Cardiff"): ("Groups near Cardiff for abuse at home", "Cardiff", "abuse"),
}  # fmt: skip
"""Query by language: the title, and what the finder's address says: near, q."""

NONE = [
    *(("en", query) for query in (
        "lonely", "hope for the future", "no hope", "lost hope", "mold on my walls", "black mold", "mold", "pill", "too many pills",
        "RCT", "church village hall", "my back hurts", "covid19", "B12", "vitamin B12", "kill myself in Bangor", "near", "",
        "NP99 9ZZ",
    )),
    *(("cy", query) for query in (
        "unig", "pwll nofio", "pwll", "llai o dabledi", "yfed llai", "bwydo ar y fron", "cefn gwlad", "dim gobaith", "lladd fy hun",
    )),
]  # fmt: skip
"""Queries without a place."""

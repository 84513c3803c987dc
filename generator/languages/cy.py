"""Welsh: the 29-letter alphabet, initial mutation, common words.

Order: a b c ch d dd e f ff g ng h i j l ll m n o p ph r rh s t th u w y, with k q v x z of foreign words where English
has them (Welsh Language Commissioner, Bilingual Software Guidelines 10.2; CLDR has the same tailoring). Accents only
break ties. In some words n+g or r+h are two letters (Bangor, parhau): a list beside this file names them.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path

from generator.issues import N_
from generator.languages import Language, fold

LETTERS = "a b c ch d dd e f ff g ng h i j k l ll m n o p ph q r rh s t th u v w x y z".split()

_RANK = {letter: chr(ord("a") + rank) for rank, letter in enumerate(LETTERS)}
_LETTER = re.compile("ch|dd|ff|ng|ll|ph|rh|th|[a-z]|[0-9]")
_TWO_LETTERS = re.compile("ng|rh")
_WORD = re.compile(r"[^\W\d_]+")

# What a mutated beginning may have been (soft, nasal, aspirate mutation; h before a vowel). Longest beginning first.
# Source: the table of mutations in any Welsh grammar; UD_Welsh-CCG counts each of them in running text.
_RADICALS: tuple[tuple[str, tuple[str, ...]], ...] = (
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
)


@cache
def _two_letter_words() -> frozenset[str]:
    lines = (Path(__file__).parent / "cy_two_letters.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(fold(line) for line in lines if line and not line.startswith("#"))


def _letters(text: str) -> list[str]:
    """Letters and digits of folded text in the Welsh alphabet; n+g and r+h apart in the listed words."""

    def parted(match: re.Match[str]) -> str:
        word = match.group()
        return _TWO_LETTERS.sub(lambda m: "|".join(m.group()), word) if word in _two_letter_words() else word

    return _LETTER.findall(_WORD.sub(parted, fold(text)))


def sort_key(text: str) -> tuple[str, str, str]:
    """Welsh alphabetical order; accents, then capitals, break ties."""
    ranks = "".join(_RANK.get(letter, letter) for letter in _letters(text))
    return (ranks, unicodedata.normalize("NFD", text.casefold()), text)


def initial(text: str) -> str:
    """The letter of the Welsh alphabet a word is listed under: 'CH' for 'chwarae', '#' where no letter begins it."""
    letters = _letters(text)
    return letters[0].upper() if letters and letters[0].isalpha() else "#"


def radicals(word: str) -> tuple[str, ...]:
    """Words that `word` may be a mutated form of, folded; not itself: 'bresgripsiynu' -> ('presgripsiynu',)."""
    folded = fold(word)
    found: list[str] = []
    for beginning, originals in _RADICALS:
        if folded.startswith(beginning):
            found = [original + folded[len(beginning) :] for original in originals]
            break
    if folded[:1] in tuple("aeiouwy"):
        found.append("g" + folded)
    if folded[:1] == "h" and folded[1:2] in tuple("aeiouwy"):
        found.append(folded[1:])
    return tuple(found)


LANGUAGE = Language(
    code="cy",
    name="Cymraeg",
    english=N_("Welsh"),
    sort_key=sort_key,
    initial=initial,
    radicals=radicals,
    never_initial=("ngh", "ng", "mh", "nh"),
    common_words=frozenset(
        "y yr yn mae ac ar am gan neu fel sydd eu ei hyn gyda wrth er bod wedi nid ond pan fydd gall sy'n i'r o'r a'r "
        "a i o mewn trwy drwy eich chi nad oes dros hefyd rhywun pobl eu'n â at rhwng heb sef yw'r i'w".split()
    ),
    ampersand=N_("Write a (before a consonant) or ac (before a vowel)."),
    address_words={"glossary": "geirfa", "sources": "ffynonellau"},
)

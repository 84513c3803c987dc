"""Welsh: the 29-letter alphabet, initial mutation, common words.

Order: a b c ch d dd e f ff g ng h i j l ll m n o p ph r rh s t th u w y, with k q v x z of foreign words where English
has them (Welsh Language Commissioner, Bilingual Software Guidelines 10.2; CLDR has the same tailoring). Accents only
break ties. In some words n+g or r+h are two letters (Bangor, parhau): a list beside this file names them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path

from generator.issues import N_
from generator.languages import Advice, Adviser, Language, PlainMeasure
from generator.languages.cy_rules import RULES
from generator.languages.cy_tables import TABLES
from generator.languages.cy_times import TIMES
from generator.languages.rules import fold

LETTERS = "a b c ch d dd e f ff g ng h i j k l ll m n o p ph q r rh s t th u v w x y z".split()

_RANK = {letter: chr(ord("a") + rank) for rank, letter in enumerate(LETTERS)}
_LETTER = re.compile("ch|dd|ff|ng|ll|ph|rh|th|[a-z]|[0-9]")
_TWO_LETTERS = re.compile("ng|rh")
_WORD = re.compile(r"[^\W\d_]+")


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


_ASPIRATE = {"c": "ch", "p": "ph", "t": "th"}
_VOWEL_NUMBERS = re.compile(r"(?:1|8|11|8\d)(?!\d)")
"""Numbers read with a vowel or w first: un, wyth, un ar ddeg, wyth deg."""


def joined(items: Sequence[str]) -> str:
    """'a, b ac c': ac before a vowel, i and w too (ac iechyd, ac wyth); a before others, with the aspirate mutation of
    c, p and t. What comes last is not yet mutated."""
    *before, last = items or [""]
    if not before:
        return last
    first = fold(last[:1])
    if first in "aeiouwy" or _VOWEL_NUMBERS.match(last):
        return f"{', '.join(before)} ac {last}"
    if first in _ASPIRATE and fold(last[1:2]) != "h":
        mutated = _ASPIRATE[first]
        last = (mutated.capitalize() if last[0].isupper() else mutated) + last[1:]
    return f"{', '.join(before)} a {last}"


_DATA = "cymraeg_mcp"
"""The package that holds Bangor University's hunspell dictionary (LGPL) and rules of mutation. For those who write: it
never comes with the program."""


_MUTATED = frozenset("gyda gydag gan ger dros drwy dan bob ddoe".split())
"""Words that begin mutated by themselves."""
_SET = frozenset({"gan mwyaf", "dyna pryd", "dyna lle", "dyma lle"})
"""Phrases whose second word stays as it is."""
_VERB = re.compile("mae(?:'.*)?|.+wch")
"""Verbs that 'neu' leaves as they are: 'neu mae', and imperatives."""


def adviser(knows: Callable[[str], bool]) -> Adviser:
    """Advice on mutations: what those rules are sure of, and nothing that they only suppose."""
    from cymraeg_mcp.mutations import MutationEngine

    engine = MutationEngine(Path(str(files(_DATA) / "data" / "mutation_rules.yaml")), knows)

    def advise(text: str) -> Iterator[Advice]:
        for found in engine.check_text(text):
            word = found.word.lower()
            stays = (
                word in _MUTATED
                or f"{found.trigger} {word}" in _SET
                or (found.trigger == "neu" and _VERB.fullmatch(word) is not None)
            )
            if found.confidence == "high" and not stays:
                yield Advice(found.word, found.start, found.trigger, " / ".join(found.suggestions))

    return advise


LANGUAGE = Language(
    code="cy",
    name="Cymraeg",
    english=N_("Welsh"),
    sort_key=sort_key,
    initial=initial,
    rules=RULES,
    never_initial=("ngh", "ng", "mh", "nh"),
    common_words=frozenset(
        "y yr yn mae ac ar am gan neu fel sydd eu ei hyn gyda wrth er bod wedi nid ond pan fydd gall sy'n i'r o'r a'r "
        "a i o mewn trwy drwy eich chi nad oes dros hefyd rhywun pobl eu'n â at rhwng heb sef yw'r i'w".split()
    ),
    ampersand=N_("Write a (before a consonant) or ac (before a vowel)."),
    address_words={"glossary": "geirfa", "sources": "ffynonellau", "search": "chwilio", "needs": "anghenion"},
    # Welsh words are longer: verb-nouns and plurals pass six letters. Of the same 80 texts the Welsh has a median of 28
    # where the English has 21, and two went beyond 41.
    plain=PlainMeasure(sentence=15, lix=42),
    joined=joined,
    times=TIMES,
    tables=TABLES,
    dictionary=(_DATA, "data/dictionaries/cy_GB"),
    adviser=adviser,
)

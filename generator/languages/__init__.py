"""What each language knows: its name, its order, its common words, the first letter a word is listed under.

A language with rules of its own has a module here named by its code; any other gets the general rules.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from generator.languages.rules import Rules, fold
from generator.languages.tables import TableWords
from generator.languages.times import TimeWords

NO_RULES = Rules()
_NOT_SLUG = re.compile(r"[^a-z0-9]+")


def slug(text: str) -> str:
    """ASCII kebab case of a label, for addresses; at most 80 characters, cut between words. May be empty."""
    folded = fold(text).replace("'", "").encode("ascii", "ignore").decode()
    whole = _NOT_SLUG.sub("-", folded).strip("-")
    return whole if len(whole) <= 80 else whole[:81].rsplit("-", 1)[0][:80]


def general_key(text: str) -> tuple[str, str, str]:
    """Letters first, then accents, then capitals; punctuation and spaces do not count at first."""
    folded = fold(text)
    return ("".join(c for c in folded if c.isalnum()) or folded, folded, text)


def general_initial(text: str) -> str:
    """The capital letter a word is listed under; '#' for one that begins with no letter."""
    first = next((c for c in fold(text) if c.isalnum()), "")
    return first.upper() if first.isalpha() else "#"


class PlainMeasure(NamedTuple):
    """How long plain words of one language may be: words of a sentence, and LIX (`checks.reading` says what that is)."""

    sentence: int
    lix: int


class Advice(NamedTuple):
    """What a reader of proofs queries: the word at `start`, after which other word, and what to write instead."""

    word: str
    start: int
    before: str
    better: str


Adviser = Callable[[str], Iterable[Advice]]


@dataclass(frozen=True, slots=True)
class Language:
    """One language. `rules` say how its words change; `never_initial` are beginnings
    no dictionary form has; `ampersand` says what to write where '&' is never written; `address_words` name folders in
    addresses unless site.yml does."""

    code: str
    name: str
    english: str
    """What English calls it: a message id, so that every interface may have its own name for it."""
    sort_key: Callable[[str], tuple[str, str, str]] = general_key
    initial: Callable[[str], str] = general_initial
    rules: Rules = NO_RULES
    never_initial: tuple[str, ...] = ()
    common_words: frozenset[str] = frozenset()
    ampersand: str = ""
    address_words: Mapping[str, str] = field(default_factory=dict)
    plain: PlainMeasure | None = None
    """None where nobody has measured what is plain in it."""
    dictionary: tuple[str, str] = ("", "")
    """A package that holds a hunspell dictionary, and the path of its files in it, without ending."""
    joined: Callable[[Sequence[str]], str] | None = None
    """Joins what is listed, as 'a, b and c'. None for the pattern that the Unicode CLDR has for the language."""
    adviser: Callable[[Callable[[str], bool]], Adviser] | None = None
    """Makes, of what says whether a word is in the dictionary, what gives advice on a text."""
    times: TimeWords = field(default_factory=dict)
    """How people write times in it (`languages.times`)."""
    tables: TableWords = field(default_factory=dict)
    """How people head and fill in tables in it (`languages.tables`)."""

    @property
    def little(self) -> frozenset[str]:
        """Words that say little of what a text is about."""
        return self.rules.common | self.common_words


@cache
def language(code: str) -> Language:
    """The language of an ISO 639 code, for example "cy"."""
    if code in with_rules():
        found = import_module(f"generator.languages.{code}").LANGUAGE
        assert isinstance(found, Language)
        return found
    return Language(code, _name(code, code), _name(code, "en"))


@cache
def with_rules() -> tuple[str, ...]:
    """Codes of the languages with rules of their own, English first: also the languages of a root that names none."""
    here = Path(__file__).parent
    codes = sorted(path.stem for path in here.glob("*.py") if len(path.stem) <= 3)
    return tuple(sorted(codes, key=lambda code: code != "en"))


def _name(code: str, lang: str) -> str:
    from babel import Locale, UnknownLocaleError

    try:
        name = Locale.parse(code).get_display_name(lang)
    except (UnknownLocaleError, ValueError):
        name = None
    return (name[0].upper() + name[1:]) if name else code

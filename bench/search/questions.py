"""What is typed, in which site, and what should be found: one row of the table for each kind of question."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bench.search.documents import CODES, Corpus
from generator.languages.rules import fold

TYPOS, DIACRITICS, SYNONYMS, OTHER_LANGUAGE = (
    "typos",
    "diacritics left out",
    "synonyms: the word to use instead",
    "a name in the other language",
)
_SAME_THING = {"synonym", "abbreviation", "former-name"}
_Way = Callable[[str, int, random.Random], str]
"""Makes a slip in a word, at a letter."""
_SHORTEST = 4
"""Letters of a word that a slip is made in, at least: in a shorter one it makes another word."""


@dataclass(frozen=True, slots=True)
class Question:
    """One query to the site of one corpus in one language. `right` are ids of which one is to be found; `also` those
    that are no false hits."""

    row: str
    corpus: str
    lang: str
    query: str
    right: frozenset[str]
    also: frozenset[str]


def slips(label: str, seed: int) -> list[str]:
    """The label with one letter dropped, one doubled, two neighbours swapped, one replaced: the same every time.

    Each slip is in a word of four letters or more, where the label has one, and changes the label when folded."""
    chance = random.Random(f"{seed} {label}")
    made = (_slip(label, way, chance) for way in (_drop, _double, _swap, _replace))
    return [slip for slip in made if slip]


def _slip(label: str, way: _Way, chance: random.Random) -> str:
    words = label.split(" ")
    places = [
        (number, at)
        for number, word in enumerate(words)
        if sum(map(str.isalpha, word)) >= min(_SHORTEST, max(len(word) for word in words))
        for at in range(len(word))
        if word[at].isalpha()
    ]
    for number, at in chance.sample(places, len(places)):
        slipped = " ".join((*words[:number], way(words[number], at, chance), *words[number + 1 :]))
        if fold(slipped) != fold(label):
            return slipped
    return ""


def _drop(word: str, at: int, chance: random.Random) -> str:
    return word[:at] + word[at + 1 :]


def _double(word: str, at: int, chance: random.Random) -> str:
    return word[: at + 1] + word[at:]


def _swap(word: str, at: int, chance: random.Random) -> str:
    if not word[at + 1 : at + 2].isalpha():
        return word
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _replace(word: str, at: int, chance: random.Random) -> str:
    return word[:at] + chance.choice("abcdefghilmnoprstuwy") + word[at + 1 :]


def bare(text: str) -> str:
    """A text without its accents, as a keyboard without them writes it."""
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def of_typos(corpus: Corpus, seed: int = 1) -> Iterator[Question]:
    """Every label with each slip; a slip that makes another record's label is left out."""
    for lang in CODES:
        labels = corpus.labels(lang)
        taken = {fold(label) for label in labels.values()}
        for id, label in labels.items():
            for slip in slips(label, seed):
                if fold(slip) not in taken:
                    yield _labelled(corpus, TYPOS, lang, slip, id)


def of_diacritics(corpus: Corpus) -> Iterator[Question]:
    """Every Welsh label with an accent, without it."""
    for id, label in corpus.labels("cy").items():
        if bare(label) != unicodedata.normalize("NFD", label):
            yield _labelled(corpus, DIACRITICS, "cy", bare(label), id)


def of_synonyms(corpus: Corpus) -> Iterator[Question]:
    """The name of each record that is another's synonym, abbreviation or former name: the other is to be found."""
    for id, (target, kind) in corpus.uses.items():
        if kind in _SAME_THING:
            for lang in CODES:
                if id in corpus.labels(lang):
                    right = frozenset({target})
                    yield Question(SYNONYMS, corpus.name, lang, corpus.labels(lang)[id], right, right | {id})


def of_other_language(corpus: Corpus) -> Iterator[Question]:
    """Each Welsh label in the English site and the other way round, where the two differ."""
    for lang, other in (CODES, CODES[::-1]):
        here = {fold(label) for label in corpus.labels(lang).values()}
        for id, label in corpus.labels(other).items():
            if fold(label) not in here:
                yield _labelled(corpus, OTHER_LANGUAGE, lang, label, id)


def _labelled(corpus: Corpus, row: str, lang: str, query: str, id: str) -> Question:
    """A question for a record; where that points to another, the other will do as well."""
    right = frozenset({id, *corpus.uses.get(id, ())[:1]})
    return Question(row, corpus.name, lang, query, right, right)

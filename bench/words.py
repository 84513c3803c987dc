"""Made-up English and Welsh: a vocabulary for each language, words used as often as in real text, sentences.

A fresh machine has no word lists, so content words are put together from syllables; function words are real, which is
what makes text look like its language to a reader or a checker. Any two words of a vocabulary differ by two letters at
least, so that different labels are never taken for a slip of the pen. Draws come from `random.Random.random` alone
(through `choices`): the same seed gives the same words under every Python version.
"""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import TypeVar

T = TypeVar("T")

FUNCTION_SHARE = 0.42
"""How many of the words of running text are function words, about."""
COMMONEST = 500
"""How many of the commonest content words are in no label."""
MUTATED_SHARE = 0.13
"""How many words of Welsh running text are mutated (UD_Welsh-CCG: 13.0 %)."""


@dataclass(frozen=True)
class Sounds:
    """What the words of one language are made of. `soft` maps a beginning to its soft mutation."""

    code: str
    size: int
    function_words: tuple[str, ...]
    onsets: tuple[str, ...]
    nuclei: tuple[str, ...]
    codas: tuple[str, ...]
    endings: tuple[str, ...]
    soft: tuple[tuple[str, str], ...] = ()


ENGLISH = Sounds(
    "en",
    7000,
    tuple("the of and to is that for with are be or which on their it this by as from they have can who a in".split()),
    tuple("b c d f g h j l m n p r s t v w br cl cr dr fl fr gl gr pl pr sc sl sp st str sw th tr ch sh wh".split()),
    tuple("a e i o u a e i o ea ee ai oa ou oo".split()),
    ("", "", "", "", "", "", "", "", "n", "r", "l", "s", "t", "d", "m", "ck", "nd", "st", "mp", "sh", "rt"),
    ("", "", "", "ing", "er", "ness", "ment", "tion", "ly", "al", "ity", "ship", "ance", "ful"),
)
WELSH = Sounds(
    "cy",
    9000,
    tuple("y yr yn mae ac ar am gan neu fel sydd eu ei hyn gyda wrth er bod wedi i o sy'n i'r o'r a'r yw'r".split()),
    tuple("b c ch d g h l ll m n p rh s t br cl cr dr gl gr gw pl pr tr cyn ys".split()),
    tuple("a e i o u w y a e i o y â ê ŵ ŷ ae ai aw ei eu oe wy".split()),
    ("", "", "", "", "", "", "", "", "n", "r", "l", "s", "d", "dd", "ll", "ch", "th", "nt", "rth", "m", "g"),
    ("", "", "", "au", "iad", "aeth", "iau", "ion", "ol", "us", "edd", "fa", "wr", "rwydd", "wyr", "og"),
    soft=(
        ("ch", "ch"),
        ("ll", "l"),
        ("rh", "r"),
        ("p", "b"),
        ("t", "d"),
        ("c", "g"),
        ("b", "f"),
        ("d", "dd"),
        ("g", ""),
        ("m", "f"),
    ),
)
LANGUAGES: tuple[Sounds, ...] = (ENGLISH, WELSH)


def fold(text: str) -> str:
    """Lower case without accents."""
    return "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c))


def _shortened(word: str) -> Iterator[str]:
    """The word, and it without one of its letters: words one letter apart have one of these in common."""
    yield word
    for position in range(len(word)):
        yield word[:position] + word[position + 1 :]


class Writer:
    """Words and sentences of one language from one seed. Two writers alike write the same."""

    def __init__(self, sounds: Sounds, seed: int) -> None:
        self._sounds = sounds
        self._random = random.Random(seed * 1000 + sum(map(ord, sounds.code)))
        self.words = self._vocabulary()

    def _vocabulary(self) -> list[str]:
        taken = {form for sounds in LANGUAGES for word in sounds.function_words for form in _shortened(fold(word))}
        words: list[str] = []
        while len(words) < self._sounds.size:
            word = self._word()
            forms = set(_shortened(fold(word)))
            if 4 <= len(word) <= 12 and taken.isdisjoint(forms):
                taken |= forms
                words.append(word)
        return words

    def _word(self) -> str:
        sounds = self._sounds
        syllables = self.pick((1, 2, 2, 2, 3))
        parts = [self.pick(part) for _ in range(syllables) for part in (sounds.onsets, sounds.nuclei, sounds.codas)]
        return "".join(parts) + self.pick(sounds.endings)

    def pick(self, options: Sequence[T]) -> T:
        """One of the options."""
        return self._random.choices(options)[0]

    @cached_property
    def _frequencies(self) -> list[float]:
        """Cumulative weights of the content words, 1 in all, after Zipf: a few are everywhere, most are rare."""
        weights = [1 / (rank + 4) ** 0.95 for rank in range(len(self.words))]
        total = sum(weights)
        return list(accumulate(weight / total for weight in weights))

    @cached_property
    def _running(self) -> tuple[list[str], list[float]]:
        """Everything that stands in running text, with cumulative weights: content words, mutated ones, function words."""
        function_words = self._sounds.function_words
        mutated = [self._mutated(word) for word in self.words] if self._sounds.soft else []
        mutated_share = MUTATED_SHARE if mutated else 0.0
        plain_share = 1 - FUNCTION_SHARE - mutated_share
        weights = [plain_share * weight for weight in self._frequencies]
        weights += [plain_share + mutated_share * weight for weight in self._frequencies[: len(mutated)]]
        start, step = plain_share + mutated_share, FUNCTION_SHARE / len(function_words)
        weights += [start + step * number for number in range(1, len(function_words) + 1)]
        return [*self.words, *mutated, *function_words], weights

    def _mutated(self, word: str) -> str:
        found = next((pair for pair in self._sounds.soft if word.startswith(pair[0])), ("", ""))
        return found[1] + word[len(found[0]) :]

    def phrase(self, length: int) -> str:
        """Some content words, as in a label, none of the commonest: what a glossary explains is seldom among the words
        that every text has. A record then mentions four words of the glossary; ours mention two."""
        return " ".join(self._random.choices(self.words[COMMONEST:], k=length))

    def text(self, length: int) -> str:
        """Sentences of 11 to 18 words, `length` words in all."""
        words, weights = self._running
        drawn = self._random.choices(words, cum_weights=weights, k=length)
        sentences: list[str] = []
        start = 0
        while start < length:
            end = start + 11 + int(self._random.random() * 8)
            end = length if length - end < 5 else end
            sentence = " ".join(drawn[start:end])
            sentences.append(f"{sentence[0].upper()}{sentence[1:]}.")
            start = end
        return " ".join(sentences)

"""Which words a language has: a hunspell dictionary, where one is installed, and the root's own list beside it."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cached_property
from importlib import import_module
from importlib.resources import files
from typing import Any

from generator.issues import Refusal
from generator.languages import Language
from generator.languages.rules import Rules, fold
from generator.nearby import nearest_words

_ABBREVIATION = 5
"""Letters up to which a word in capitals is an abbreviation, and no dictionary has those."""


class Dictionary:
    """The words of one language. `listed` are right although the dictionary lacks them; their mutations are too. Of a
    listed name of several words each is right within that name only."""

    def __init__(self, language: Language, listed: Collection[str]) -> None:
        self._hunspell = _opened(language)
        self.listed = frozenset(word for word in listed if " " not in word)
        names = sorted({word for word in listed if " " in word}, key=len, reverse=True)
        patterns = [r"\s+".join(map(re.escape, name.split())) for name in names]
        self._names = re.compile(rf"\b(?:{'|'.join(patterns)})\b") if names else None
        self._listed = {form for word in self.listed for form in (word, *mutations(word, language.rules))}
        self._verdicts: dict[str, bool] = {}
        self._nearest: dict[str, list[str]] = {}

    def knows(self, word: str) -> bool:
        """Whether a word is spelt as the language spells it; of one with hyphens, the whole or every part."""
        if word not in self._verdicts:
            self._verdicts[word] = self._spelt(word) or ("-" in word and all(map(self._spelt, word.split("-"))))
        return self._verdicts[word]

    def names(self, text: str) -> list[tuple[int, int]]:
        """Where listed names of several words stand in a text."""
        return [match.span() for match in self._names.finditer(text)] if self._names else []

    def has(self, word: str) -> bool:
        """Whether the dictionary itself has a word, the root's list aside."""
        return bool(self._hunspell.lookup(word))

    def nearest(self, word: str) -> list[str]:
        """The words closest to one that is unknown, if any is close. One that the texts use already is as good as one of
        the dictionary's, which lists no mutated forms."""
        if word not in self._nearest:
            found = nearest_words(word.lower(), self._options, 1 if len(word) < 6 else 2)
            self._nearest[word] = [near[:1].upper() + near[1:] if word[:1].isupper() else near for near in found]
        return self._nearest[word]

    def resembles(self, word: str) -> bool:
        """Whether an unknown word is one slip of the pen from a known one."""
        return bool(nearest_words(word.lower(), self._options, 1))

    def _spelt(self, word: str) -> bool:
        if word in self._listed or (word.isupper() and len(word) <= _ABBREVIATION):
            return True
        small = word[:1].lower() + word[1:]
        return small in self._listed or (word.isupper() and word.lower() in self._listed) or self.has(word)

    @cached_property
    def _options(self) -> list[str]:
        used = {word for word, right in self._verdicts.items() if right and word.islower()}
        return sorted({word.stem for word in self._hunspell.dic.words} | self._listed | used)


def _opened(language: Language) -> Any:
    """The hunspell dictionary of a language that names one. Raises Refusal where it is not installed."""
    package, path = language.dictionary
    try:
        from spylls.hunspell import Dictionary as Hunspell

        import_module(package)
    except ImportError as error:
        wanted = f"spylls {package.replace('_', '-')}"
        raise Refusal(
            f"The spelling of '{language.code}' is checked with packages that are not installed here: "
            f"run 'make spelling', or 'pip install {wanted}'."
        ) from error
    return Hunspell.from_files(str(files(package) / path))


def mutations(word: str, rules: Rules) -> list[str]:
    """The forms a word takes by mutation, its accents and its capital kept: 'Gŵyl' -> ['Ngŵyl', 'Ŵyl']."""
    folded = fold(word)
    if len(folded) != len(word):
        return []
    found = []
    for form in rules.mutated(folded):
        cut = next(n for n in range(len(folded) + 1) if form.endswith(folded[n:]))
        beginning = form[: len(form) - len(folded) + cut]
        made = beginning + word[cut:].lower() if word[:1].isupper() else beginning + word[cut:]
        found.append(made[:1].upper() + made[1:] if word[:1].isupper() else made)
    return found

"""The words of names, as far as they tell two names apart: folded, without little words, places by one name in all languages."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from sys import intern

from generator.catalogue import Catalogue
from generator.kinds.term import Term
from generator.languages import language
from generator.languages.rules import fold

_WORD = re.compile(r"[^\W_]+")
_LETTERS = re.compile(r"\b(?:[a-z]\.\s?){2,}[a-z]\b")
_PLACES = ("places", "areas")
MARK = "@"
"""What begins the word that stands for a place."""


class Words:
    """Reads names by what a catalogue knows: its languages' little words, its places, and its vocabularies, whose entries say
    which word of one language is which of another."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._little = frozenset(
            word for code in catalogue.codes for little in language(code).little for word in _split(little)
        )
        self._phrases: defaultdict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        for names in _names_of_places(catalogue):
            mark = MARK + " ".join(_split(names[0]))
            for name in names:
                if words := tuple(_split(name)):
                    self._phrases[words[0]].append((words, mark))
        for found in self._phrases.values():
            found.sort(key=lambda phrase: -len(phrase[0]))
        rules = [found.rules for found in catalogue.languages]
        self._radicals = {
            form: word for word in self._phrases if len(word) > 3 for rule in rules for form in rule.mutated(word)
        }
        self.twins = _twins(catalogue)
        self._shared: dict[frozenset[str], frozenset[str]] = {}

    def of(self, name: str) -> tuple[str, ...]:
        """The telling words of a name in order: "Llyfrgell y Barri" -> ("llyfrgell", "@barry")."""
        words = _split(name)
        found: list[str] = []
        at = 0
        while at < len(words):
            mark, length = self._place(words, at)
            found.append(mark)
            at += length
        return tuple(intern(word) for word in found if word not in self._little) or tuple(words)

    def shared(self, found: Iterable[str]) -> frozenset[str]:
        """A set, the same object for all who have the same: ten thousand records have few towns and days among them."""
        made = frozenset(found)
        return self._shared.setdefault(made, made)

    def _place(self, words: Sequence[str], at: int) -> tuple[str, int]:
        """The place that is named at a position and how many words that takes, else the word there."""
        word = words[at]
        first = word if word in self._phrases else self._radicals.get(word, "")
        for phrase, mark in self._phrases[first] if first else ():
            if len(phrase) == 1 or tuple(words[at + 1 : at + len(phrase)]) == phrase[1:]:
                return mark, len(phrase)
        return word, 1


def _split(text: str) -> list[str]:
    """Folded words; letters with stops between them are one word: 'C.A.L.L.' -> ['call']."""
    folded = fold(text).replace("'", "")
    if "." in folded:
        folded = _LETTERS.sub(lambda match: re.sub(r"\W+", "", match[0]), folded)
    return _WORD.findall(folded)


def _names_of_places(catalogue: Catalogue) -> Iterator[Sequence[str]]:
    """The names of each place in all languages, that of the main language first; each said once."""
    for vocabulary in _PLACES:
        for entry in catalogue.entries_of(vocabulary).values():
            yield [catalogue.said(entry.name, catalogue.main).text, *entry.name.values()]


def _twins(catalogue: Catalogue) -> Mapping[str, frozenset[str]]:
    """Words of one language and what they may be in the others, as vocabularies and the glossary say word for word."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for named in _named(catalogue):
        sides = [{words[0] for name in names if len(words := _split(name)) == 1} for names in named]
        for number, side in enumerate(sides):
            for word in side:
                found[word].update(*sides[:number], *sides[number + 1 :])
    return {word: frozenset(others) for word, others in found.items() if others}


def _named(catalogue: Catalogue) -> Iterator[list[list[str]]]:
    """What is named in several languages: for each language its names."""
    for vocabulary in catalogue.of("vocabularies"):
        for entry in catalogue.entries_of(vocabulary).values():
            codes = [code for code in catalogue.codes if code in entry.name]
            yield [[entry.name[code], *entry.forms.get(code, ())] for code in codes]
    for record in catalogue.of(Term.folder).values():
        if isinstance(record, Term):
            yield [[record.term[code]] for code in catalogue.codes if code in record.term]

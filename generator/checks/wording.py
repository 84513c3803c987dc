"""Definitions say something, briefly, and in words the glossary does not advise against."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import groupby

from generator.catalogue import Catalogue
from generator.issues import N_, Issue, Rule, Severity
from generator.kinds.term import Term
from generator.texts import Text

PLACEHOLDER = Rule(
    "placeholder",
    Severity.ERROR,
    N_("No filler text is published."),
    N_("'{found}' is filler text."),
    N_("Write the text, or delete the field until there is one."),
)
CIRCULAR = Rule(
    "circular-definition",
    Severity.WARNING,
    N_("A definition explains a word without using it."),
    N_("The definition uses the word it defines: '{label}'."),
    N_("Say it in other words."),
)
LONG = Rule(
    "long-definition",
    Severity.WARNING,
    N_("A definition has at most 80 words."),
    N_("The definition has {n} words."),
    N_("Keep what the thing is; move the rest to 'note'."),
)
ADVISED_AGAINST = Rule(
    "advised-against",
    Severity.WARNING,
    N_("Texts do not use words the glossary advises against."),
    N_("'{word}' is a word the glossary advises against."),
    N_("Use '{better}', or say it in other words."),
)

MAX_WORDS = 80
_FILLER = re.compile(
    r"(?i:lorem ipsum|to be confirmed|i'w gadarnhau|\b(?:tbc|tba|fixme|xxx+)\b)|\b(?:TODO|TO-DO|TO-WRITE|TO-CHOOSE)\b"
    r"|^[.…?–-]+$"
)
_HINTS = ("lorem", "confirmed", "gadarnhau", "tbc", "tba", "fixme", "xxx", "todo", "to-do", "to-write", "to-choose")
"""What to look for in all texts of a record before the expression, which is ten times slower."""
_TOKEN = re.compile(r"\w+")
_MEANT = frozenset({"definition", "easy_read"})


def check(catalogue: Catalogue, today: date) -> Iterator[Issue]:
    advised = {code: _advised_against(catalogue, code) for code in catalogue.codes}
    for _, group in groupby(catalogue.texts, key=lambda text: text.record.file):
        texts = list(group)
        said = "\n".join(text.text for text in texts).lower()
        hints = [hint for hint in _HINTS if hint in said]
        for text in texts:
            if (len(text.text) < 5 or (hints and any(map(text.text.lower().__contains__, hints)))) and (
                found := _FILLER.search(text.text)
            ):
                yield PLACEHOLDER.at(text.record.file, text.path, found=found.group())
            if isinstance(text.record, Term) and text.path[0] in _MEANT:
                yield from _meaning(catalogue, text.record, text, advised[text.lang])


def _meaning(
    catalogue: Catalogue, term: Term, text: Text, advised: Mapping[str, list[tuple[str, Term]]]
) -> Iterator[Issue]:
    lower = text.text.lower()
    if text.path[0] == "definition":
        if (n := len(text.text.split())) > MAX_WORDS:
            yield LONG.at(term.file, text.path, n=n)
        label = term.term.get(text.lang, "")
        if label and _holds(lower, label.lower()):
            yield CIRCULAR.at(term.file, text.path, label=label)
    near = set(_TOKEN.findall(lower)) & advised.keys() if advised else set()
    for word, owner in (entry for first in sorted(near) for entry in advised[first]):
        better = catalogue.better(owner)
        if owner is not term and better and _holds(lower, word) and word not in term.term.get(text.lang, "").lower():
            yield ADVISED_AGAINST.at(term.file, text.path, word=word, better=catalogue.title(better, text.lang).text)


def _holds(text: str, words: str) -> bool:
    return words in text and re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) is not None


def _advised_against(catalogue: Catalogue, lang: str) -> Mapping[str, list[tuple[str, Term]]]:
    """Words to avoid in a language, in small letters, with their plurals, by their first part: so that a text is asked for
    those alone that it may hold."""
    found: dict[str, list[tuple[str, Term]]] = {}
    for term in catalogue.terms.values():
        if term.use and term.use.kind == "avoid" and lang in term.term:
            forms = term.forms.get(lang)
            for word in (term.term[lang], *(forms.plural if forms else ())):
                for first in _TOKEN.findall(word.lower())[:1]:
                    found.setdefault(first, []).append((word.lower(), term))
    return found

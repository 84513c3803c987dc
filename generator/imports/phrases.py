"""What people say of when something meets, as meetings: '2nd Friday of the month, 1:50pm - 2:05pm', 'every other Tuesday',
'Mon-Fri 9-5, closed bank holidays', 'bob dydd Mawrth 10yb-12yp'.

Nothing is guessed. Of a sentence that is understood but for some words, these become the note of its meetings; one that is
not is left as it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from generator.imports.phrases_clock import Lost, clocked
from generator.imports.phrases_reader import rhythms
from generator.imports.phrases_rhythm import LIMITS
from generator.imports.phrases_words import MOST, Token, tokens
from generator.languages import language
from generator.source import Tree

_SENTENCE = re.compile(r"(?:(?<![. ].)(?<!\b[apy]m)\.\s+(?=[A-ZÀ-Þ0-9])|[;\n•|]|<br ?/?>)+")
_MOST_WORDS = 12
"""Words in a sentence that no table has: with more of them it is about something else."""


class Understood(NamedTuple):
    """Meetings as records have them, and what was not understood: whole sentences, "" for nothing."""

    meetings: list[dict[str, Tree]]
    left: str = ""


@lru_cache(maxsize=4096)
def understood(text: str, lang: str, others: tuple[str, ...] = ()) -> Understood:
    """What a text says of times, in a language or, where that leaves something, in one of the others. Notes are in the
    language asked for, in whose column they stood. Meetings are shared between calls: they are to be copied."""
    if len(text) > MOST:
        return Understood([], text.strip())
    found = [_read(text, code, lang) for code in dict.fromkeys((lang, *others)) if language(code).times]
    return min(found, key=_unclear, default=Understood([], text.strip()))


def _unclear(found: Understood) -> int:
    """How much of a text was left."""
    return len(found.left) * 1000 + sum(len(str(meeting.get("note", ""))) for meeting in found.meetings)


def _read(text: str, lang: str, noted: str) -> Understood:
    meetings: list[dict[str, Tree]] = []
    left: list[str] = []
    for sentence in filter(None, (part.strip(" ,.") for part in _SENTENCE.split(text))):
        try:
            said = _sentence(sentence, lang, noted)
        except Lost:
            left.append(sentence)
            continue
        if not _joined(meetings, said):
            meetings += said
    return Understood(meetings, "; ".join(left))


def _joined(before: list[dict[str, Tree]], said: Sequence[dict[str, Tree]]) -> bool:
    """Whether a sentence went on with the one before it: times of days that had none, or limits of all."""
    if len(said) != 1 or not before:
        return False
    only, last = said[0], before[-1]
    if set(only) == {"time"} and "days" in last and not {"time", "all_day"} & set(last):
        last |= only
        return True
    if set(last) == {"on"} and isinstance(days := only.get("on"), list) and isinstance(last["on"], list):
        before[-1] = only | {"on": [*last["on"], *days]}
        return True
    if set(only) <= LIMITS and not any(set(only) & set(meeting) for meeting in before):
        for meeting in before:
            meeting |= only
        return True
    return False


def _sentence(sentence: str, lang: str, noted: str) -> list[dict[str, Tree]]:
    found = tokens(sentence, lang)
    notes, known = _without_words(sentence, clocked(found))
    if not any(token.kind not in ("pause", "skip", "and", "every") for token in known):
        raise Lost
    made = rhythms(known)
    trees = [tree for rhythm in made for tree in rhythm.trees()]
    if notes and any(token.kind in ("not", "ask") for token in found):
        notes = sentence
    if notes:
        for tree in trees:
            tree["note"] = {noted: notes}
    if not trees and notes:
        raise Lost
    return trees


def _without_words(sentence: str, found: Sequence[Token]) -> tuple[str, list[Token]]:
    """The words that no table has, as they stand in runs, and the rest. Raises Lost where there are too many of them."""
    runs: list[list[int]] = []
    known: list[Token] = []
    count, running = 0, False
    for n, token in enumerate(found):
        if token.kind != "word" and not (token.kind in ("skip", "and", "every", "from") and _between_words(found, n)):
            known.append(token)
            running = False
            continue
        count += token.kind == "word"
        if running:
            runs[-1][1] = token.end
        else:
            runs.append([token.start, token.end])
            known.append(Token("pause", (), "", token.start, token.start))
        running = True
    if count > _MOST_WORDS:
        raise Lost
    return ", ".join(_tidy(sentence[start:end]) for start, end in runs), known


def _between_words(found: Sequence[Token], n: int) -> bool:
    """Whether a little word belongs to words that no table has: 'at the Church Hall'."""
    after = next((token.kind for token in found[n + 1 :] if token.kind not in ("skip", "and", "every", "from")), "")
    return after == "word"


def _tidy(text: str) -> str:
    return text.strip(" ,.:;-–()")

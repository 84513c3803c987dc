"""Spellings that are close: "did you mean", and labels that may be the same word twice."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA, Levenshtein

from generator.issues import N_, Refusal


def did_you_mean(word: str, options: Iterable[str]) -> str:
    """The option closest to `word`, or "" where none is close (at least three letters in four alike)."""
    found = process.extractOne(word, sorted(options), scorer=fuzz.ratio, score_cutoff=70)
    return found[0] if found else ""


def nearest_words(word: str, options: Sequence[str], slips: int) -> list[str]:
    """Up to three of many words at most so many slips of the pen from `word`, the nearest first."""
    found = process.extract(word, options, scorer=OSA.distance, score_cutoff=slips, limit=3)
    return [option for option, _, _ in found]


def slips_between(word: str, other: str) -> int:
    """Slips of the pen that make one word the other: letters left out, put in, replaced, or two swapped. More than two count
    as three."""
    return OSA.distance(word, other, score_cutoff=2)


def near_duplicates(labels: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Pairs of keys whose labels (already folded) differ by a slip of the pen: another order of words, or one letter in
    labels of five letters and more.

    Only labels that share one of their two rarest words, or of single words the first two letters, are compared: so ten
    thousand labels take a fraction of a second, not an hour."""
    seen: set[tuple[str, str]] = set()
    for first, second in chain(_reordered(labels), _misspelt(labels)):
        if (first, second) not in seen:
            seen.add((first, second))
            yield first, second


def _reordered(labels: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    owners: dict[tuple[str, ...], str] = {}
    for key, label in sorted(labels.items()):
        words = tuple(sorted(label.split()))
        if len(words) > 1:
            first = owners.setdefault(words, key)
            if first != key:
                yield first, key


def _misspelt(labels: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for keys in _blocks(labels):
        texts = {key: labels[key] for key in keys}
        for first in keys:
            del texts[first]
            if len(labels[first]) >= 5:
                alike = process.extract(
                    labels[first], texts, scorer=Levenshtein.distance, score_cutoff=1, limit=None, processor=None
                )
                yield from ((first, second) for _, _, second in alike)


def _blocks(labels: Mapping[str, str]) -> Iterator[list[str]]:
    """Keys of labels that may be one letter apart, in order."""
    words = {key: set(label.split()) for key, label in labels.items()}
    counts = Counter(word for found in words.values() for word in found)
    blocks: defaultdict[str, list[str]] = defaultdict(list)
    for key, found in sorted(words.items()):
        if len(found) == 1:
            blocks[f"{next(iter(found))[:2]}…"].append(key)
        for word in sorted(found, key=lambda word: (counts[word], word))[:2] if len(found) > 1 else ():
            blocks[word].append(key)
    return (keys for keys in blocks.values() if len(keys) > 1)


def suggested(nearest: str | None) -> Refusal | None:
    """The sentence that suggests what may have been meant."""
    return Refusal(N_("Did you mean '{nearest}'?"), nearest=nearest) if nearest else None

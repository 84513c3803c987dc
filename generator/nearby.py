"""Spellings that are close: "did you mean", and labels that may be the same word twice."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Levenshtein


def did_you_mean(word: str, options: Iterable[str]) -> str:
    """The option closest to `word`, or "" where none is close (at least three letters in four alike)."""
    found = process.extractOne(word, sorted(options), scorer=fuzz.ratio, score_cutoff=70)
    return found[0] if found else ""


def near_duplicates(labels: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Pairs of keys whose labels (already folded) differ by a slip of the pen: word order, a plural s, one letter.

    Only labels that share a word, or two letters at each end, are compared; of shared words the rarest decides. So ten
    thousand labels take about a second, not an hour."""
    words = {key: tuple(sorted(set(label.split()))) for key, label in labels.items() if len(label) > 3}
    counts = Counter(word for found in words.values() for word in found)
    blocks: defaultdict[str, list[str]] = defaultdict(list)
    for key, found in words.items():
        if len(found) == 1:
            word = found[0]
            blocks[f"{word[:2]}…{len(word) // 2}"].append(key)
            blocks[f"{word[:2]}…{(len(word) + 1) // 2}"].append(key)
        else:
            for word in sorted(found, key=lambda word: (counts[word], word))[:2]:
                blocks[word].append(key)
    seen: set[tuple[str, str]] = set()
    for block in blocks.values():
        keys = sorted(set(block))
        for position, first in enumerate(keys):
            for second in keys[position + 1 :]:
                if (first, second) not in seen and _alike(labels[first], labels[second]):
                    seen.add((first, second))
                    yield first, second


def _alike(first: str, second: str) -> bool:
    if abs(len(first) - len(second)) > 2:
        return False
    allowed = 1 if len(first) >= 5 else 0
    if Levenshtein.distance(first, second, score_cutoff=allowed) <= allowed:
        return True
    return sorted(first.split()) == sorted(second.split())

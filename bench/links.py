"""What it costs to find the words of a glossary in text."""

from __future__ import annotations

import time
from pathlib import Path

from generator import catalogue
from generator.languages import language
from generator.matcher import Matcher
from generator.texts import strings

PATTERNS = 5000


def cost(root: Path) -> tuple[int, float]:
    """Of a root with many words: how many were looked for, and seconds of CPU a megabyte of its English and Welsh texts."""
    terms = list(catalogue.load(root).terms.values())[:PATTERNS]
    seconds = weight = 0.0
    for code in ("en", "cy"):
        matcher = Matcher(terms, code, language(code).rules)
        texts = [text for term in terms for path in term.search.text for text in strings(term, path, code)]
        start = time.process_time()
        for text in texts:
            for _ in matcher.mentions(text):
                pass
        seconds += time.process_time() - start
        weight += sum(len(text.encode()) for text in texts) / 1e6
    return len(terms), seconds / weight

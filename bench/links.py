"""What it costs to find the words of a glossary in text."""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path

from generator import catalogue
from generator.catalogue import Catalogue
from generator.kinds.record import placed
from generator.kinds.term import Term
from generator.languages import language
from generator.matcher import Matcher
from generator.texts import strings

PATTERNS = 5000


def cost(root: Path) -> tuple[int, float]:
    """Of a root with many records: how many words were looked for, and seconds of CPU a megabyte of all its English and Welsh
    prose. The words are those of its glossary and, to make them many, names of its groups."""
    known = catalogue.load(root)
    terms = list(islice(chain(known.terms.values(), _named(known)), PATTERNS))
    records = [*known.terms.values(), *known.of("assets").values()]
    seconds = weight = 0.0
    for code in ("en", "cy"):
        matcher = Matcher(terms, code, language(code).rules)
        texts = [text for record in records for path in record.search.text for text in strings(record, path, code)]
        start = time.process_time()
        for text in texts:
            for _ in matcher.mentions(text):
                pass
        seconds += time.process_time() - start
        weight += sum(len(text.encode()) for text in texts) / 1e6
    return len(terms), seconds / weight


def _named(known: Catalogue) -> Iterator[Term]:
    """A word for each group, called like it."""
    for group in known.of("assets").values():
        word = placed(Term, {"term": dict(group.titles())}, group.id, group.file, known.codes)
        assert isinstance(word, Term)
        yield word

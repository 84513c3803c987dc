"""Plain words are plain: short sentences, and few long words. As advice, for a measure reads no meaning.

LIX (C. H. Björnsson, Läsbarhet, 1968) is the words of a sentence on average, and the share of words of more than six
letters in a hundred. It needs no dictionary and no syllables, so it serves any language; but what is high differs from
language to language, and each says its own in `generator.languages`. Names and [[links]] count as readers see them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from math import ceil

from generator import markup
from generator.catalogue import Catalogue
from generator.issues import N_, Issue, Rule, Severity
from generator.kinds.term import Term
from generator.languages import PlainMeasure
from generator.texts import Text

LONG_SENTENCE = Rule(
    "long-sentence",
    Severity.ADVICE,
    N_("Plain words come in short sentences, as each language measures them."),
    N_("A sentence of {n} words: '{begin} …'."),
    N_("Make two of it; {most} words are enough."),
)
HARD_TO_READ = Rule(
    "hard-to-read",
    Severity.ADVICE,
    N_("Plain words have few long words, as each language measures them."),
    N_("The reading measure LIX of this text is {lix}; plain words stay below {most}. Its long words: {words}."),
    N_("Say it in shorter words, or in shorter sentences."),
)

PLAIN = "easy_read"
LONG_WORD = 7
"""Letters from which a word counts as long."""
ENOUGH = 12
"""Words below which a share of long ones means nothing."""
_SENTENCE = re.compile(r"""(?<=[.!?…])["'’”)\]]*\s+|\n+""")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_APART = re.compile(r"['’-]")


def check(catalogue: Catalogue, today: date) -> Iterator[Issue]:
    measures = {language.code: language.plain for language in catalogue.languages}
    for text in catalogue.texts:
        if text.path[0] == PLAIN and isinstance(text.record, Term) and (measure := measures.get(text.lang)):
            yield from _text(catalogue, text, measure)


def _text(catalogue: Catalogue, text: Text, measure: PlainMeasure) -> Iterator[Issue]:
    def title(id: str) -> str:
        term = catalogue.terms.get(id)
        return catalogue.title(term, text.lang).text if term else id

    sentences = sentences_of(markup.plain(text.text, title))
    for words in sentences:
        if len(words) > measure.sentence:
            begin = " ".join(words[:4])
            yield LONG_SENTENCE.at(text.record.file, text.path, n=len(words), begin=begin, most=measure.sentence)
    words = [word for sentence in sentences for word in sentence]
    if len(words) >= ENOUGH and (found := lix(sentences)) >= measure.lix:
        long = ", ".join(dict.fromkeys(word for word in words if is_long(word)))
        yield HARD_TO_READ.at(text.record.file, text.path, lix=ceil(found), most=measure.lix, words=long)


def sentences_of(text: str) -> list[list[str]]:
    """The words of each sentence; entries of a list are sentences too."""
    return [words for part in _SENTENCE.split(text) if (words := _WORD.findall(part))]


def lix(sentences: list[list[str]]) -> float:
    """Words a sentence, and long words a hundred."""
    words = [word for sentence in sentences for word in sentence]
    return len(words) / len(sentences) + 100 * sum(map(is_long, words)) / len(words)


def is_long(word: str) -> bool:
    """Whether a word, or the longest part of one joined by hyphen or apostrophe, is long: 'co-operative', not 'face-to-face'."""
    return any(len(part) >= LONG_WORD for part in _APART.split(word))

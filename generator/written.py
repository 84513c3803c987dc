"""Words as they are written in a text: which letters are words of its language, and where each stands.

Addresses, ids, code, gaps of messages and marks of Markdown are no words; bits that hang on with an apostrophe are taken
off by the language's own rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.languages.rules import Rules, straight

_NO_WORDS = re.compile(
    r"(?P<fence>^```.*?^```)"
    r"|`[^`\n]*`"  # code
    r"|<!--.*?-->|<[^<>\n]*>"
    r"|\[\[[^\[\]|\n]+(?:\||\]\])"  # the id of a linked word; its words stay
    r"|\]\([^()]*\)"  # the address of a link
    r"|\b(?:https?|mailto|tel):\S+"
    r"|\S+@\S+"
    r"|\{[^{}\n]*\}"  # a gap of a message
    r"|--\w[\w-]*"  # an option of a command
    r"|[\w-]+(?:\.[a-z][\w-]*)+(?:/\S*)?"  # the name of a website or a file
    r"|[\w-]*/[\w./-]*/[\w./-]*",  # a path
    re.MULTILINE | re.DOTALL,
)
_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3})(?=[^\s*])(.+?)(?<=[^\s*])\1(?![\w*])", re.DOTALL)
_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")


class Written(NamedTuple):
    """A word and where it begins; whether it is emphasised, as names and words of other languages are."""

    word: str
    start: int
    emphasised: bool


def bare(text: str) -> str:
    """A text of the same length in which only what may be words is left; its apostrophes are straight."""
    text = _NO_WORDS.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), straight(text))
    return text.replace("[", " ").replace("]", " ")


def written(text: str, rules: Rules) -> Iterator[Written]:
    """The words of a text, hyphens kept, without what hangs on by an apostrophe: "Mae'r cam-drin" -> Mae, cam-drin.
    What holds a digit is no word."""
    text = bare(text)
    emphasised = [match.span() for match in _EMPHASIS.finditer(text)]
    for match in _WORD.finditer(text):
        start, word = match.start(), match.group()
        if any(map(str.isdigit, word)) or (text[start - 1 : start] == "'" and word in rules.after):
            continue
        start, word = _without_clitics(start, word, rules)
        if word:
            yield Written(word, start, any(first <= start < last for first, last in emphasised))


def _without_clitics(start: int, word: str, rules: Rules) -> tuple[int, str]:
    head, mark, tail = word.partition("'")
    if mark and head.lower() in rules.before:
        start, word = start + len(head) + 1, tail
    head, mark, tail = word.rpartition("'")
    return start, head if mark and tail.lower() in rules.after else word

"""Words of the glossary in running text: where they stand, in whatever form, and prose with links to them.

Each language has one automaton of all forms of all its words, plurals and mutations among them, made once. A text is read
once, whatever the number of forms; at each place the longest counts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from html import unescape
from operator import itemgetter
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick
from markupsafe import Markup

from generator.escaping import escaped, safe
from generator.kinds.term import Term
from generator.languages.rules import Rules, fold

_START = itemgetter(1)
_WORD = re.compile(r"[^\W_]+")
_JOINTS = str.maketrans(dict.fromkeys("\n\t\u00a0-'", " "))
"""What may stand between the words of one form."""
_TAGS = re.compile(r"(<[^>]*>)")
_ENTITY = re.compile(r"&[^;\s]{1,10};")
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)")
_UNLINKED = frozenset({"a", "button", "code", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "summary"})
"""Elements that no link is put into."""
_HEADING = re.compile("(?=<h[1-6])")
"""Where a section of a page begins."""
_HREF = re.compile('href="([^"]*)"')


class Mention(NamedTuple):
    """Where a form of a word stands in a text, and the word's id."""

    start: int
    end: int
    id: str


class Form(NamedTuple):
    """Something to find: the id it stands for, how it is written, and whether capitals must match."""

    id: str
    written: str
    case: bool = False


class Finder:
    """Finds forms in texts of one language, mutated ones too. Where two are written alike, the first has it."""

    def __init__(self, forms: Iterable[Form], rules: Rules) -> None:
        meant: dict[str, dict[str, tuple[str, str]]] = {}
        for id, written, case in forms:
            first, _, rest = " ".join(_WORD.findall(fold(written))).partition(" ")
            # An abbreviation in capitals (GP, GPs) is no common word in small letters, and never mutates.
            exact = written if case or written.rstrip("s").isupper() else ""
            for beginning in (first, *([] if exact else rules.mutated(first))):
                meant.setdefault(beginning, {}).setdefault(f" {rest}".rstrip(), (id, exact))
        firsts = sorted(meant.keys() - {""})
        self._firsts = AhoCorasick(firsts)
        self._meant = [
            tuple((rest, *meant[first][rest]) for rest in sorted(meant[first], key=len, reverse=True))
            for first in firsts
        ]
        """For each first word what may follow it, the longest first, the id it then stands for, and the form as written
        where capitals must match."""

    def mentions(self, text: str) -> Iterator[Mention]:
        """Every mention in a text, left to right, the longest at each place, none inside another."""
        if "  " in text or "\n " in text:
            yield from self._mentions_apart(text)
            return
        plain = _level(text)
        after = 0
        for which, start, end in sorted(self._firsts.find_matches_as_indexes(plain, overlapping=True), key=_START):
            if start >= after and not (_joined(text, plain, start - 1) or plain[end : end + 1].isalnum()):
                for rest, id, exact in self._meant[which]:
                    last = end + len(rest)
                    stands = plain.startswith(rest, end) and not _joined(text, plain, last)
                    if stands and exact in ("", text[start:last]):
                        yield Mention(start, last, id)
                        after = last
                        break

    def _mentions_apart(self, text: str) -> Iterator[Mention]:
        """The same where several spaces stand between words, which a page shows as one."""
        kept = [place for place, sign in enumerate(text) if not (sign.isspace() and text[place - 1 : place].isspace())]
        for start, end, id in self.mentions("".join(" " if text[p].isspace() else text[p] for p in kept)):
            yield Mention(kept[start], kept[end - 1] + 1, id)


class Matcher(Finder):
    """Finds the words of a glossary in texts of one language."""

    def __init__(self, terms: Collection[Term], code: str, rules: Rules) -> None:
        # Where two words share a form, the one to use has it: a suggested word before one that points elsewhere.
        ordered = sorted(terms, key=lambda term: (term.use is not None, not term.suggested, term.id))
        forms = (Form(t.id, written, t.link.case) for t in ordered for written in _forms(t, code, rules))
        super().__init__(forms, rules)


def _joined(text: str, plain: str, place: int) -> bool:
    """Whether what stands at a place goes on a word, or makes a compound of it."""
    return 0 <= place < len(text) and (plain[place].isalnum() or text[place] == "-")


def _level(text: str) -> str:
    """A text folded, each letter in its old place, one space for what may stand between the words of a form."""
    folded = fold(text)
    if len(folded) != len(text):
        folded = "".join(fold(letter)[:1] or " " for letter in text)
    return folded.translate(_JOINTS)


def _forms(term: Term, code: str, rules: Rules) -> Iterator[str]:
    """What stands for a word in running text."""
    if not term.link.auto or code not in term.term:
        return
    forms = term.forms.get(code)
    title = term.term[code]
    listed = (title, *(forms.plural if forms else ()), *(forms.other if forms else ()))
    refused = {fold(form) for form in term.link.not_forms}
    yield from (form for form in (*listed, rules.plural(title)) if fold(form) not in refused)


Address = Callable[[str], str]
"""The address of a word's page, from the page the text stands on."""


def linked(text: str, mentions: Iterable[Mention], address: Address, own: Collection[str] = ()) -> Markup:
    """Plain text as HTML with a link at the first mention of each word; none to addresses in `own`. Nothing else is
    changed: without the links it is the text again."""
    out: list[str] = []
    seen = set(own)
    place = 0
    for start, end, id in mentions:
        url = address(id)
        if url not in seen:
            seen.add(url)
            out += (
                escaped(text[place:start]),
                f'<a href="{escaped(url)}" class="term">',
                escaped(text[start:end]),
                "</a>",
            )
            place = end
    out.append(escaped(text[place:]))
    return safe("".join(out))  # noqa: S704  (escaped)


def linked_html(html: str, matcher: Matcher, address: Address, own: Collection[str] = ()) -> Markup:
    """The same for HTML, section by section: no links in headings and links, none to what the section links to already.

    `html` comes from a renderer: its tags are closed and its text is escaped."""
    sections = _HEADING.split(html) if "<h" in html else [html]
    return safe("".join(_section(section, matcher, address, own) for section in sections))  # noqa: S704  (as it came)


def _section(html: str, matcher: Matcher, address: Address, own: Collection[str]) -> str:
    out: list[str] = []
    inside: list[str] = []
    seen = {*own, *(unescape(url) for url in _HREF.findall(html))}
    for piece in _TAGS.split(html):
        tag = _TAG.match(piece)
        if tag and tag.group(2) in _UNLINKED:
            if not tag.group(1):
                inside.append(tag.group(2))
            elif tag.group(2) in inside:
                inside.remove(tag.group(2))
        if tag or inside or piece.startswith("<"):
            out.append(piece)
        else:
            out += _with_links(piece, matcher, address, seen)
    return "".join(out)


def _with_links(text: str, matcher: Matcher, address: Address, seen: set[str]) -> Iterator[str]:
    """Escaped text in pieces; what is mentioned first is a link."""
    place = 0
    for start, end, id in matcher.mentions(_ENTITY.sub(lambda match: "\0" * len(match.group()), text)):
        url = address(id)
        if url not in seen:
            seen.add(url)
            yield f'{text[place:start]}<a href="{escaped(url)}" class="term">{text[start:end]}</a>'
            place = end
    yield text[place:]

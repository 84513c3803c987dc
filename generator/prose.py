"""Contributed Markdown -> clean HTML. Nothing a contributor writes reaches a page unescaped: markdown-it-py renders
without raw HTML, nh3 cleans what it made. Linked words are found among its tokens, not in HTML."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

import nh3
from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markupsafe import Markup

from generator.markup import LINK, Target, flat

_TAGS = {"p", "ul", "ol", "li", "em", "strong", "a", "br"}
_ATTRIBUTES = {"a": {"href", "class"}, "ol": {"start"}}
_SCHEMES = {"https", "http", "mailto", "tel"}
_SCHEME = re.compile(r"(?:https?|mailto|tel):", re.IGNORECASE)
"""Links that contributors write name a scheme; only links to words are relative, and those are ours."""


def _term_link(state: StateInline, silent: bool) -> bool:
    match = LINK.match(state.src, state.pos)
    if not match:
        return False
    if not silent:
        id, words = match.group(1).strip(), match.group(2)
        target: Target = state.env["target"]
        found = target(id)
        if found:
            token = state.push("link_open", "a", 1)
            token.attrs = {"href": found[0], "class": "term"}
            state.push("text", "", 0).content = flat(words) if words else found[1]
            state.push("link_close", "a", -1)
        else:
            state.push("text", "", 0).content = flat(words) if words else id
    state.pos = match.end()
    return True


def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero").enable(["list", "emphasis", "link", "newline", "escape"])
    parser.inline.ruler.before("link", "term_link", _term_link)
    parser.validateLink = lambda url: _SCHEME.match(url) is not None  # type: ignore[method-assign]
    return parser


_PARSER = _parser()


def html(text: str, target: Target) -> Markup:
    """Prose as HTML paragraphs and lists. Relative addresses come from `target` alone; others need a known scheme."""
    made = _PARSER.render(text, {"target": target})
    return Markup(nh3.clean(made, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=_SCHEMES, link_rel=None))  # noqa: S704  (cleaned)


def plain(text: str, title: Callable[[str], str]) -> str:
    """Prose as plain text: what the page says, without marks and links; paragraphs and entries of lists on lines of
    their own."""
    tokens = _PARSER.parse(text, {"target": lambda id: ("", title(id))})
    return "\n".join("".join(_said(token.children or ())) for token in tokens if token.type == "inline")


def _said(tokens: Iterable[Token]) -> Iterable[str]:
    for token in tokens:
        if token.type in ("softbreak", "hardbreak"):
            yield " "
        elif token.type in ("text", "text_special"):
            yield token.content

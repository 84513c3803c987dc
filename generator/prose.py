"""Contributed Markdown -> clean HTML. Nothing a contributor writes reaches a page unescaped: markdown-it-py renders
without raw HTML, nh3 cleans what it made. Linked words are found among its tokens, not in HTML."""

from __future__ import annotations

import nh3
from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markupsafe import Markup

from generator.markup import LINK, Target, flat

_TAGS = {"p", "ul", "ol", "li", "em", "strong", "a", "br"}
_ATTRIBUTES = {"a": {"href", "class"}, "ol": {"start"}}
_SCHEMES = {"https", "http", "mailto", "tel"}


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
    return parser


_PARSER = _parser()


def html(text: str, target: Target) -> Markup:
    """Prose as HTML paragraphs and lists. Relative addresses come from `target` alone; others need a known scheme."""
    made = _PARSER.render(text, {"target": target})
    return Markup(nh3.clean(made, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=_SCHEMES, link_rel=None))  # noqa: S704  (cleaned)

"""Contributed prose -> clean HTML, or plain text.

A small Markdown subset: paragraphs, lists, emphasis, links, `[[term-id]]` and `[[term-id|words]]`. Nothing a
contributor writes reaches a page unescaped: markdown-it-py renders without raw HTML, nh3 cleans what it made.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import nh3
from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markupsafe import Markup, escape

LINK = re.compile(r"\[\[([^\[\]|\n]+)(?:\|([^\[\]]+))?\]\]")
# Text without any of these is one plain paragraph whatever Markdown says of it.
_SPECIAL = re.compile(r"[\\*_\[\]<>&`!\n]|^ {0,3}(?:[-+#=~]|\d{1,9}[.)])")

_MARKED = re.compile(r"[\\*_\[]")

Target = Callable[[str], tuple[str, str] | None]
"""Address and title of a linked id; None where there is none."""

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
            state.push("text", "", 0).content = _flat(words) if words else found[1]
            state.push("link_close", "a", -1)
        else:
            state.push("text", "", 0).content = _flat(words) if words else id
    state.pos = match.end()
    return True


def _flat(words: str) -> str:
    return " ".join(words.split())


def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero").enable(["list", "emphasis", "link", "newline", "escape"])
    parser.inline.ruler.before("link", "term_link", _term_link)
    return parser


_PARSER = _parser()


def html(text: str, target: Target) -> Markup:
    """Prose as HTML paragraphs and lists. Relative addresses come from `target` alone; others need a known scheme."""
    if not _SPECIAL.search(text):
        return Markup("<p>") + escape(text.strip()) + Markup("</p>\n")
    made = _PARSER.render(text, {"target": target})
    return Markup(nh3.clean(made, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=_SCHEMES, link_rel=None))  # noqa: S704  (cleaned)


def plain(text: str, title: Callable[[str], str]) -> str:
    """Prose as plain text, from the source: emphasis marks and links gone, linked ids named by `title`."""
    if not _MARKED.search(text):
        return text
    text = LINK.sub(lambda m: _flat(m.group(2)) if m.group(2) else title(m.group(1).strip()), text)
    text = re.sub(r"\[([^\[\]]*)\]\([^()\s]*\)", r"\1", text)
    text = re.sub(r"(?<![\w*_])([*_]{1,2})(?=\S)(.+?)(?<=\S)\1(?![\w*_])", r"\2", text)
    return re.sub(r"\\([\\*_\[\]])", r"\1", text)


def links(text: str) -> list[str]:
    """Ids that prose links to with [[…]], in order."""
    return [match.group(1).strip() for match in LINK.finditer(text)] if "[[" in text else []

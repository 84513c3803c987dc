"""Contributed prose: what is left of an attack is text; plain texts take the short way to the same place."""

from __future__ import annotations

import random
import re
from xml.etree.ElementTree import Element

import html5lib
import pytest

from generator import markup
from tests.html import elements, words

TERMS = {"walk": ("../walk/", "walk"), "tea": ("../tea/", "tea & <cake>")}


def made(text: str) -> Element:
    """Prose as a tree; what HTML5 does not allow fails."""
    html = f"<!doctype html><title>t</title><body>{markup.html(text, TERMS.get)}</body>"
    top: Element = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(html)
    return next(elements(top, "body"))


ATTACKS = {
    "image": "<img src=x onerror=alert(1)>",
    "script": "<script>alert(1)</script>",
    "javascript link": "[x](javascript:alert(1))",
    "tab in the scheme": "[x](java\tscript:alert(1))",
    "entity in the scheme": "[x](java&#115;cript:alert(1))",
    "capitals": "[x](JaVaScRiPt:alert(1))",
    "spaces before": "[x](  javascript:alert(1))",
    "data link": "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "vbscript": "[x](vbscript:msgbox)",
    "attribute list": "[x](https://a.example){: onclick=alert(1) style=color:red}",
    "attribute list on a paragraph": "words\n{: onclick=alert(1) }",
    "html link": '<a href="javascript:alert(1)">x</a>',
    "html event": '<p onmouseover="alert(1)">x</p>',
    "svg": "<svg/onload=alert(1)>",
    "iframe": "<iframe src=//evil.example></iframe>",
    "style": "<style>@import url(//evil.example)</style>",
    "autolink": "<javascript:alert(1)>",
    "bare address": "https://evil.example/ javascript:alert(1)",
    "picture": "![x](https://evil.example/pixel.png)",
    "picture by reference": "![x][y]\n\n[y]: https://evil.example/pixel.png",
    "reference": "[x][y]\n\n[y]: javascript:alert(1)",
    "title breaks out": '[x](https://a.example "\\" onclick=alert(1) y=\\"")',
    "address breaks out": '[x](https://a.example/"onclick="alert(1))',
    "term breaks out": '[[walk|" onclick="alert(1)]]',
    "unknown term": "[[<img src=x onerror=alert(1)>]]",
    "term with a script": "[[walk|<script>alert(1)</script>]]",
    "code": "`<script>alert(1)</script>`",
    "fence": "```html\n<script>alert(1)</script>\n```",
    "comment": "<!-- --><script>alert(1)</script><!-- -->",
    "cdata": "<![CDATA[<script>alert(1)</script>]]>",
    "half a tag": "<a href='",
    "nested": "<scr<script>ipt>alert(1)</script>",
    "slash link": "[x](//evil.example/)",
    "relative link": "[x](../../admin)",
    "table": "|a|b|\n|-|-|\n|<b>c</b>|d|",
    "heading": "# <b>x</b>",
}
ALLOWED = {"body", "p", "ul", "ol", "li", "em", "strong", "a", "br"}


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_is_text(name: str) -> None:
    body = made(ATTACKS[name])
    for element in elements(body):
        assert element.tag in ALLOWED
        assert set(element.attrib) <= {"href", "class", "start", "title"}
        assert re.match(r"https?://|mailto:|tel:|\.\./walk/", element.get("href", "https://")), element.attrib
    assert words(body)


@pytest.mark.parametrize("name", ["image", "script", "svg", "comment", "half a tag", "nested"])
def test_nothing_written_is_lost(name: str) -> None:
    assert words(made(ATTACKS[name])) == ATTACKS[name]


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("one\n\ntwo", "<p>one</p>\n<p>two</p>\n"),
        ("*a* **b** _c_ __d__", "<p><em>a</em> <strong>b</strong> <em>c</em> <strong>d</strong></p>\n"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
        ("3. a\n4. b", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>\n'),
        ("[a](https://b.example/?c=1&d=2)", '<p><a href="https://b.example/?c=1&amp;d=2">a</a></p>\n'),
        ("[a](mailto:b@c.example) [d](tel:123)", '<p><a href="mailto:b@c.example">a</a> <a href="tel:123">d</a></p>\n'),
        ("[[walk]]", '<p><a href="../walk/" class="term">walk</a></p>\n'),
        ("[[ walk |a  long\nstroll]]", '<p><a href="../walk/" class="term">a long stroll</a></p>\n'),
        ("[[tea]]", '<p><a href="../tea/" class="term">tea &amp; &lt;cake&gt;</a></p>\n'),
        ("[[gone]] [[gone|lost]]", "<p>gone lost</p>\n"),
        ("**[[walk]]** on", '<p><strong><a href="../walk/" class="term">walk</a></strong> on</p>\n'),
        ("- [[walk]]\n- b", '<ul>\n<li><a href="../walk/" class="term">walk</a></li>\n<li>b</li>\n</ul>\n'),
        (r"\[[walk]] \*a\*", "<p>[[walk]] *a*</p>\n"),
        ("5 * 3 & 2 < 4", "<p>5 * 3 &amp; 2 &lt; 4</p>\n"),
        ("a_b_c 2*3*4", "<p>a_b_c 2<em>3</em>4</p>\n"),
        ("# not a heading", "<p># not a heading</p>\n"),
        ("> not a quotation", "<p>&gt; not a quotation</p>\n"),
        ("`not code`", "<p>`not code`</p>\n"),
        ("---", "<p>---</p>\n"),
    ],
)
def test_the_subset(text: str, html: str) -> None:
    assert str(markup.html(text, TERMS.get)) == html


SIGNS = [
    *"abc xyz   ŵŷâ 0123456789.,;:!?()-+#=~/\\*_[]<>&`'\"’“”…|{}%$@^",
    "1. ",
    "- ",
    "+ ",
    "12) ",
    "\n",
    "    ",
    "\u00a0",
    "é",
    "日",
    "🙂",
]


def test_the_short_way_leads_to_the_same_place(monkeypatch: pytest.MonkeyPatch) -> None:
    """Texts that need no Markdown are not given to it; with it they come out the same."""
    chance = random.Random(5)
    texts = ["".join(chance.choices(SIGNS, k=chance.randint(1, 24))).strip() for _ in range(4000)]
    texts = [text for text in texts if text]
    short = [text for text in texts if not markup.special(text)]
    assert len(short) > 300
    quick = [made(text) for text in short]
    monkeypatch.setattr(markup, "special", lambda text: True)
    for text, before in zip(short, quick, strict=True):
        after = made(text)
        assert [e.tag for e in elements(after)] == [e.tag for e in elements(before)], text
        assert "".join(after.itertext()) == "".join(before.itertext()), text


def test_any_text_is_valid_html() -> None:
    chance = random.Random(7)
    for _ in range(1500):
        body = made("".join(chance.choices(SIGNS, k=chance.randint(1, 60))))
        assert {e.tag for e in elements(body)} <= ALLOWED


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("just words", "just words"),
        ("*a* **b** _c_ __d__ ***e***", "a b c d e"),
        ("[a](https://b.example/)", "a"),
        ("[[walk]] and [[walk|a stroll]]", "Walk and a stroll"),
        ("[[gone]]", "Gone"),
        (r"2 \* 3, \[a\]", "2 * 3, [a]"),
        ("snake_case_name 2 * 3", "snake_case_name 2 * 3"),
        ("**[[walk|go *on* foot]]**", "go *on* foot"),
        ("a [b](https://c.example/) [d]", "a b [d]"),
        ("a [b](c)", "a [b](c)"),
    ],
)
def test_plain(text: str, plain: str) -> None:
    assert markup.plain(text, str.capitalize) == plain


@pytest.mark.parametrize(
    "text",
    [
        "*a* b",
        "**a**",
        "[a](https://b.example/) c",
        "[[walk]]",
        "[[walk|on foot]], *so*",
        r"\*a\*",
        "a_b_c",
        "2 * 3 * 4",
        "**a *b* c**",
    ],
)
def test_plain_says_what_the_page_says(text: str) -> None:
    assert markup.plain(text, lambda id: TERMS[id][1]) == words(made(text))


def test_links() -> None:
    assert markup.links("[[a]] b [[ c |d]] [[e\nf]] [[]] [[g|h]]") == ["a", "c", "g"]
    assert markup.links("none") == []

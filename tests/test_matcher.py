"""Words of the glossary in running text: what is found and what is not, and links that change nothing else."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping

import pytest

from generator import catalogue, markup
from generator.catalogue import Catalogue
from generator.kinds.term import Term
from generator.languages import language
from generator.matcher import Matcher, linked, linked_html
from generator.mentions import Mentions
from tests.conftest import Tree

WORDS: Mapping[str, str] = {
    "referral": "term: {en: referral, cy: atgyfeirio}\nforms: {cy: {other: [atgyfeiriad]}}",
    "green-referral": "term: {en: green referral, cy: atgyfeirio gwyrdd}",
    "self-referral": "term: {en: self-referral, cy: hunanatgyfeirio}",
    "social-prescribing": "term: {en: social prescribing, cy: presgripsiynu cymdeithasol}\nsuggested: true",
    "link-worker": "term: {en: link worker, cy: gweithiwr cyswllt}\nforms: {cy: {plural: [gweithwyr cyswllt]}}",
    "therapy": "term: {en: ecotherapy, cy: ecotherapi}",
    "gp": "term: {en: GP, cy: meddyg teulu}",
    "care": "term: {en: Care, cy: gofal}\nlink: {case: true}",
    "citizen": "term: {en: citizen, cy: dinesydd}\nlink: {auto: false}",
    "hub": "term: {en: community hub, cy: hyb}\nforms: {en: {other: [hub, hwb]}}\nlink: {not_forms: [Hub]}",
    "conversation": "term: {en: what matters conversation, cy: sgwrs am yr hyn sy'n bwysig}",
    "old": "term: {en: social prescribing, cy: rhagnodi}\nuse: {term: social-prescribing, kind: former-name}",
    "study": "term: {en: case study, cy: tŷ agored}",
}


@pytest.fixture
def terms(tree: Tree) -> Catalogue:
    texts = "\ndefinition: {en: What it is., cy: Beth yw.}\neasy_read: {en: It is., cy: Mae.}"
    files = {f"content/glossary/{id}.yml": text + ("" if "use:" in text else texts) for id, text in WORDS.items()}
    return catalogue.load(tree(files))


def found(terms: Catalogue, code: str, text: str) -> list[tuple[str, str]]:
    matcher = Matcher(terms.terms.values(), code, language(code).rules)
    return [(text[mention.start : mention.end], mention.id) for mention in matcher.mentions(text)]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "A referral, then another referral.", [("referral", "referral"), ("referral", "referral")]),
        ("en", "Green referrals help.", [("Green referrals", "green-referral")]),  # the longest, in the plural
        ("en", "green, referral", [("referral", "referral")]),  # a comma is no space
        ("en", "green\nreferral", [("green\nreferral", "green-referral")]),
        (
            "en",
            "Self referral or self-referral?",
            [("Self referral", "self-referral"), ("self-referral", "self-referral")],
        ),
        ("en", "a pre-referral talk", []),
        ("en", "a referral-based talk", []),
        ("en", "preferral referrals'", [("referrals", "referral")]),
        ("en", "the link worker’s day", [("link worker", "link-worker")]),
        ("en", "case studies", [("case studies", "study")]),
        ("en", "ecotherapies", [("ecotherapies", "therapy")]),
        ("en", "Ask a GP, or two GPs. gp, gps and Gp are none.", [("GP", "gp"), ("GPs", "gp")]),
        ("en", "Care takes care.", [("Care", "care")]),
        ("en", "citizens", []),
        ("en", "A hub, a hwb, a community hub.", [("hwb", "hub"), ("community hub", "hub")]),
        ("en", "social prescribing", [("social prescribing", "social-prescribing")]),  # the word to use has the form
        ("en", "pwesgripsiynu cymdeithasol", []),
        ("cy", "am bresgripsiynu cymdeithasol", [("bresgripsiynu cymdeithasol", "social-prescribing")]),
        ("cy", "a phresgripsiynu \n  cymdeithasol, ac", [("phresgripsiynu \n  cymdeithasol", "social-prescribing")]),
        (
            "cy",
            "presgripsiynu  \n\n GOFAL presgripsiynu cymdeithasol",
            [("presgripsiynu cymdeithasol", "social-prescribing")],
        ),
        ("cy", "ein hatgyfeiriad gwyrdd", [("hatgyfeiriad", "referral")]),
        ("cy", "i weithwyr cyswllt", [("weithwyr cyswllt", "link-worker")]),
        ("cy", "sgwrs am yr hyn sy’n bwysig", [("sgwrs am yr hyn sy’n bwysig", "conversation")]),
        ("cy", "Dŷ agored", [("Dŷ agored", "study")]),
        ("cy", "ty agored", [("ty agored", "study")]),
        ("cy", "GOFAL a Ofal", []),
        ("cy", "", []),
    ],
)
def test_mentions(terms: Catalogue, code: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert found(terms, code, text) == expected


def address(id: str) -> str:
    return f"../{id}/?a=1&b=2"


LINK = re.compile(r'<a href="[^"]*" class="term">(.*?)</a>', re.DOTALL)


def bare(html: str) -> str:
    return LINK.sub(r"\1", html)


def test_the_first_mention_alone_is_a_link(terms: Catalogue) -> None:
    matcher = Matcher(terms.terms.values(), "en", language("en").rules)
    text = "A GP & a referral; <referral> by a GP."
    html = linked(text, matcher.mentions(text), address, [address("gp")])
    assert html == (
        'A GP &amp; a <a href="../referral/?a=1&amp;b=2" class="term">referral</a>; &lt;referral&gt; by a GP.'
    )


@pytest.mark.parametrize(
    ("html", "links"),
    [
        ("<p>A GP.</p><h2>A GP</h2><p>A GP and <em>a GP</em>.</p>", 2),  # one a section, none in its heading
        ('<p>A <a href="x">GP</a> and a GP.</p>', 1),
        ('<p>A GP and <a href="../gp/?a=1&amp;b=2">a word</a>.</p>', 0),  # the section links there already
        ("<p><code>GP</code> <button>GP</button></p><pre>GP</pre><details><summary>GP</summary></details>", 0),
        ("<ul><li>GP</li><li>GP</li></ul>", 1),
        ('<p title="GP">no</p><img alt="GP">', 0),
        ("<p>A&nbsp;GP &gp; &#71;P</p>", 1),
    ],
)
def test_links_in_html(terms: Catalogue, html: str, links: int) -> None:
    matcher = Matcher(terms.terms.values(), "en", language("en").rules)
    made = linked_html(html, matcher, address)
    assert len(LINK.findall(made)) == links
    assert bare(made) == html


PIECES = (
    *(
        "referral",
        "green referral",
        "GP",
        "link workers",
        "Care",
        "presgripsiynu cymdeithasol",
        "hatgyfeirio",
        "self-referral",
    ),
    *(
        " ",
        " ",
        "\n",
        "-",
        "'",
        "’",
        ".",
        "&",
        "<",
        ">",
        '"',
        "*",
        "_",
        "[",
        "]",
        "[[referral]]",
        "[[gp|a GP]]",
        "\n\n- ",
        "1. ",
        "ŵ",
        "ß",
        "İ",
        "é",
    ),
)


@pytest.mark.parametrize("code", ["en", "cy"])
def test_without_its_links_a_text_is_the_same_again(terms: Catalogue, code: str) -> None:
    """Byte for byte, for whatever is written, by both ways; and something is linked."""
    chance = random.Random(17)
    mentions = Mentions(terms)
    linked_somewhere = 0
    for _ in range(3000):
        text = "".join(chance.choices(PIECES, k=chance.randint(1, 14)))
        plain = markup.html(text, lambda id: (address(id), id) if id in terms.terms else None)
        made = mentions.linked(
            text, code, lambda id: f"auto:{id}", (), lambda id: (address(id), id) if id in terms.terms else None
        )
        assert re.sub(r'<a href="auto:[^"]*" class="term">(.*?)</a>', r"\1", made, flags=re.DOTALL) == plain, text
        linked_somewhere += made != plain
    assert linked_somewhere > 300


def test_the_work_grows_with_the_text_alone(terms: Catalogue) -> None:
    """Of many forms only those that begin with a word of the text are looked at: counted, not timed."""
    many = [_term(f"word-{n}", f"zzz{n} thing") for n in range(3000)]
    matcher = Matcher([*terms.terms.values(), *many], "en", language("en").rules)
    text = "A referral by a GP. " * 50
    assert len(list(matcher.mentions(text))) == 100
    assert len(matcher._firsts.find_matches_as_indexes(text.lower(), overlapping=True)) < 150


def _term(id: str, name: str) -> Term:
    term = Term.model_validate({"term": {"en": name}}, context={"languages": ("en",)})
    object.__setattr__(term, "id", id)
    return term


def test_where_a_word_is_used(tree: Tree) -> None:
    files = {
        "glossary/walk": "term: {en: walk}\ndefinition: {en: A walk in a park.}\n",
        "glossary/park": "term: {en: park}\ndefinition: {en: 'For [[walk|walking]] and hiking.'}\n",
        "glossary/hike": "term: {en: hike}\ndefinition: {en: A long walk.}\nlink: {auto: false}\n",
        "sources/book": "name: {en: Book of walks}\ntype: report\nnote: {en: On hikes and parks.}\n",
    }
    used = Mentions(catalogue.load(tree({f"content/{name}.yml": text for name, text in files.items()}))).used_in
    assert {id: sorted(user.id for user in users) for id, users in used.items()} == {
        "walk": ["hike", "park"],
        "park": ["book", "walk"],
    }

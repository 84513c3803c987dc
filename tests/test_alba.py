"""Another country: English and Gaelic, its own words and addresses, nothing of Wales anywhere."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator import catalogue, checks
from generator.catalogue import Catalogue
from tests.conftest import ALBA, LATEST
from tests.html import Page, elements, pages, words
from tests.test_messages import GAELIC, OURS, originals, own, told

WELSH_WORDS = re.compile(
    r"\b(?:wales|welsh|cymr\w*|cymuned\w*|geiriau|hafan|chwilio|dewislen|cau|argraffu|ffynonellau|drafft|themâu|yn|yw|ac|mae|gyda|hygyrchedd)\b",
    re.IGNORECASE,
)
GAELIC_TOO = {"yn", "ac"}


@pytest.fixture(scope="module")
def site(alba_site: Path) -> Mapping[str, Page]:
    return pages(alba_site)


@pytest.fixture(scope="module")
def alba() -> Catalogue:
    return catalogue.load(ALBA)


def readers(site: Mapping[str, Page]) -> list[Page]:
    """Pages for readers: not those of contributors, which tell of fields and rules."""
    return [
        page for file, page in site.items() if not re.search(r"/(record-fields|raointean|checks|dearbhaidhean)/", file)
    ]


def test_it_has_no_errors(alba: Catalogue) -> None:
    assert {issue.rule.code for issue in checks.run(alba, LATEST)} <= {"example-address"}


def test_every_word_in_both_languages(site: Mapping[str, Page], alba: Catalogue) -> None:
    assert len(alba.terms) == 12
    for term in alba.terms.values():
        for lang, folder in (("en", "glossary"), ("gd", "faclair")):
            page = site[f"{lang}/{folder}/{alba.slug(term, lang)}/index.html"]
            assert page.lang == lang
            assert words(page.first("h1")) == term.term[lang]
            assert not page.all("p", class_="stand-in-note")


def test_the_switch_says_gaelic_in_gaelic(site: Mapping[str, Page]) -> None:
    switch = site["en/glossary/referral/index.html"].first("a", class_="switch")
    assert (switch.get("lang"), words(switch)) == ("gd", "Gàidhlig")
    assert (
        site["en/glossary/referral/index.html"].to(switch.attrib["href"])[0] == "gd/faclair/cur-air-adhart/index.html"
    )


def test_nothing_of_wales(site: Mapping[str, Page], alba_site: Path) -> None:
    faults = []
    for page in site.values():
        said = [
            words(page.first("body")),
            *(
                value
                for e in elements(page.top)
                for name, value in e.attrib.items()
                if name in ("content", "aria-label", "alt", "title", "placeholder")
            ),
        ]
        faults += [
            f"{page.file}: {found}"
            for text in said
            for found in WELSH_WORDS.findall(text)
            if found.lower() not in GAELIC_TOO
        ]
    assert faults == []
    others = [path for path in alba_site.rglob("*") if path.suffix in (".xml", ".txt", ".svg", ".css", ".js")]
    assert [
        path.name
        for path in others
        if re.search("cymr|wales|welsh|postcode", path.read_text(encoding="utf-8"), re.IGNORECASE)
    ] == []


def test_no_text_of_our_welsh_interface(site: Mapping[str, Page]) -> None:
    welsh = {re.split(r"\{", text)[0].strip() for message in own(OURS) for text in told(message)}
    english = {text for message in own(OURS) for text in originals(message)}
    telling = {text for text in welsh if len(text) > 8 and not any(text in other for other in english)}
    faults = []
    for page in site.values():
        shown = words(page.top)
        faults += [f"{page.file}: {text}" for text in telling if text in shown]
    assert faults == []


def test_the_interface_readers_see_is_gaelic(site: Mapping[str, Page]) -> None:
    """No message of ours is left in English on a Gaelic page, but in English parts."""
    english = {text for message in own(GAELIC) for text in originals(message) if told(message)[0] != text}
    known = {text for message in own(OURS) for text in originals(message) if "{" not in text and len(text) > 5}
    faults = []
    for page in readers(site):
        for element, lang in page.langs.items():
            if page.lang == "gd" == lang and isinstance(element.tag, str) and element.tag not in ("code", "script"):
                texts = {
                    (element.text or "").strip(),
                    *((child.tail or "").strip() for child in element),
                    element.get("aria-label", ""),
                }
                faults += [f"{page.file}: {text}" for text in texts & (english | known)]
    assert faults == []


@pytest.mark.parametrize(
    ("n", "said"),
    [
        (1, "1 fhacal"),
        (2, "2 fhacal"),
        (3, "3 faclan"),
        (11, "11 fhacal"),
        (12, "12 fhacal"),
        (19, "19 faclan"),
        (20, "20 facal"),
    ],
)
def test_gaelic_counts(n: int, said: str) -> None:
    from generator import theme
    from generator.wording import Wording

    assert Wording("gd", theme.folders(ALBA)).count("{n} word", "{n} words", n) == said


def test_dates_and_numbers_are_its_own(site: Mapping[str, Page]) -> None:
    page = site["gd/faclair/sunnd/index.html"]
    panel = page.first("aside", id="help")
    assert [words(a) for a in elements(panel, "a") if a.attrib["href"].startswith("tel:")] == ["116 123"]
    assert words(next(elements(panel, "time"))) == "1 dhen Dàmhair 2026"

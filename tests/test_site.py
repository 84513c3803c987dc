"""One build of the real content: every page valid, linked, bilingual, private, and in the order readers were promised."""

from __future__ import annotations

import csv
import itertools
import json
import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
from html5lib.html5parser import ParseError

from generator import catalogue
from generator.catalogue import Catalogue
from generator.kinds.vocabulary import Vocabulary
from tests.conftest import REPOSITORY, SHARED
from tests.html import Page, classes, elements, pages, words

BASE = "https://geirfa.example/"
CODES = ("en", "cy")
LOCALES = {"en": "en-GB", "cy": "cy-GB"}
WELSH_LETTERS = "A B C CH D DD E F FF G NG H I J K L LL M N O P PH Q R RH S T TH U V W X Y Z".split()
ESCAPED = re.compile(r"&(?:amp|lt|gt|quot|#\d+|#x[0-9a-f]+);", re.IGNORECASE)
FOR_SCRIPTS = ("data-said", "data-later")
"""Attributes that hold texts with gaps, which a script fills."""
MARKS = re.compile(r"\{\{|\}\}|\{%|%7B\w+%7D|[\ue000-\uf8ff]|\{[a-z_]+\}")

Pages = Mapping[str, Page]

pytestmark = pytest.mark.xdist_group("pages of our site")  # parsed by one worker: they take a minute


@pytest.fixture(scope="module")
def site(real_site: Path) -> Pages:
    return pages(real_site)


@pytest.fixture(scope="module")
def content() -> Catalogue:
    return catalogue.load(REPOSITORY)


def framed(site: Pages) -> list[Page]:
    """Pages with the frame around them: all but the front door."""
    return [page for file, page in site.items() if file != "index.html"]


def listed(site: Pages) -> list[Page]:
    """Pages search engines may list."""
    return [page for page in site.values() if page.meta("robots") != "noindex"]


def term_pages(site: Pages, content: Catalogue, lang: str) -> dict[str, Page]:
    return {id: site[f"{content.address(term, lang)}index.html"] for id, term in content.terms.items()}


def test_every_page_is_valid_html(site: Pages) -> None:
    faults = []
    for page in site.values():
        try:
            assert page.top is not None
        except ParseError as error:
            faults.append(f"{page.file}: {error}")
    assert faults == []


def test_headings_are_one_h1_without_gaps_and_never_empty(site: Pages) -> None:
    faults = []
    for page in site.values():
        levels = [int(str(heading.tag)[1]) for heading in page.headings]
        if levels.count(1) != 1 or levels[:1] != [1]:
            faults.append(f"{page.file}: h1 {levels}")
        faults += [f"{page.file}: h{a} -> h{b}" for a, b in itertools.pairwise(levels) if b > a + 1]
        faults += [f"{page.file}: empty {heading.tag}" for heading in page.headings if not words(heading)]
    assert faults == []


def test_ids_are_unique_and_all_that_names_one_finds_it(site: Pages) -> None:
    faults = []
    for page in site.values():
        faults += [f"{page.file}: #{id} twice" for id in set(page.ids) if page.ids.count(id) > 1]
        faults += [f"{page.file}: id {id!r}" for id in page.ids if not id or " " in id]
        for element in elements(page.top):
            for name in ("for", "aria-labelledby", "aria-describedby", "aria-controls", "popovertarget", "list"):
                for id in element.get(name, "").split():
                    if id not in page.ids:
                        faults.append(f"{page.file}: {name}={id}")
            if (copied := element.get("data-copy", "")) and copied.removeprefix("#") not in page.ids:
                faults.append(f"{page.file}: data-copy={copied}")
    assert faults == []


def test_every_link_within_the_site_leads_somewhere(site: Pages, real_site: Path) -> None:
    files = {path.relative_to(real_site).as_posix() for path in real_site.rglob("*") if path.is_file()}
    faults = set()
    for page in site.values():
        for element in elements(page.top):
            for name in ("href", "src", "action"):
                if name not in element.attrib or (
                    element.tag == "link" and element.get("rel") in ("canonical", "alternate")
                ):
                    continue
                href = element.attrib[name]
                file, anchor = page.to(href)
                if not file:
                    continue
                if file not in files:
                    faults.add(f"{page.file}: {href}")
                elif anchor and "=" not in anchor and anchor not in site[file].ids:  # with "=": what a script reads
                    faults.add(f"{page.file}: {href} (no such anchor)")
    assert sorted(faults) == []


def test_nothing_is_loaded_from_another_host(site: Pages, real_site: Path) -> None:
    faults = []
    for page in site.values():
        for element in elements(page.top):
            loaded = [
                element.get(name, "")
                for name in ("src", "srcset", "poster", "action", "formaction", "data", "background")
            ]
            if element.tag == "link" and element.get("rel") not in ("canonical", "alternate"):
                loaded.append(element.get("href", ""))
            faults += [f"{page.file}: <{element.tag}> {a}" for a in loaded if urlsplit(a).scheme or urlsplit(a).netloc]
            if element.tag in ("iframe", "object", "embed", "base"):
                faults.append(f"{page.file}: <{element.tag}>")
    for asset in (real_site / "assets").rglob("*"):
        # The map's library names its own site in texts that are switched off; tests/browser/test_map.py counts requests.
        if asset.suffix in (".css", ".js") and asset.parent.name != "leaflet":
            text = asset.read_text(encoding="utf-8")
            faults += [
                f"{asset.name}: {found}"
                for found in re.findall(r"https?://\S+|@import[^;]*|url\(\s*['\"]?//\S+", text)
                if not found.startswith("http://www.w3.org/2000/svg")  # the name of a language, loaded by nobody
            ]
    assert faults == []


def test_pages_say_their_language(site: Pages) -> None:
    for page in site.values():
        expected = page.file.partition("/")[0] if "/" in page.file else "en"
        assert page.lang == expected, page.file


def test_words_of_the_other_language_are_marked(site: Pages, content: Catalogue) -> None:
    """A label standing alone in an element has its language on it or around it."""
    labels = {code: {term.term[code] for term in content.terms.values() if code in term.term} for code in CODES}
    faults = []
    for page in framed(site):
        (other,) = (code for code in CODES if code != page.lang)
        foreign = labels[other] - labels[page.lang]
        for element, lang in page.langs.items():
            prose = isinstance(element.tag, str) and element.tag != "code"  # names of fields are no words
            if prose and (element.text or "").strip() in foreign and lang != other:
                faults.append(f"{page.file}: {element.text!r} in <{element.tag}>")
    assert faults == []


def test_twins_lead_to_each_other(site: Pages) -> None:
    faults = []
    for page in framed(site):
        switches = page.all("a", class_="switch")
        if [link.get("lang") for link in switches] != [code for code in CODES if code != page.lang]:
            faults.append(f"{page.file}: {len(switches)} switches")
            continue
        if page.file.endswith("404.html"):
            continue
        twin = site[page.to(switches[0].attrib["href"])[0]]
        back = twin.to(twin.first("a", class_="switch").attrib["href"])[0]
        if twin.lang == page.lang or back != page.file:
            faults.append(f"{page.file} -> {twin.file} -> {back}")
        if words(switches[0]) != {"en": "English", "cy": "Cymraeg"}[twin.lang]:
            faults.append(f"{page.file}: switch says {words(switches[0])}")
    assert faults == []


def test_canonical_and_hreflang_are_absolute_and_mutual(site: Pages) -> None:
    stated = {}
    for page in listed(site):
        canonical = [link.get("href") for link in page.link_of("canonical")]
        assert canonical == [BASE + page.address], page.file
        stated[BASE + page.address] = {
            link.attrib["hreflang"]: link.attrib["href"] for link in page.link_of("alternate")
        }
    faults = []
    for address, twins in stated.items():
        if address != BASE and set(twins) != {*LOCALES.values(), "x-default"}:
            faults.append(f"{address}: {sorted(twins)}")
        faults += [f"{address}: {twin} answers otherwise" for twin in set(twins.values()) if stated.get(twin) != twins]
    assert faults == []


def test_titles_and_descriptions(site: Pages) -> None:
    faults = []
    for page in framed(site):
        said = {"title": page.title, "description": page.meta("description")}
        said |= {
            f"og:{name}": page.meta(f"og:{name}")
            for name in ("title", "description", "type", "url", "site_name", "locale")
        }
        faults += [
            f"{page.file}: {name} is {text!r}" for name, text in said.items() if not text or ESCAPED.search(text)
        ]
        if (said["og:title"], said["og:description"]) != (said["title"], said["description"]):
            faults.append(f"{page.file}: OpenGraph differs")
        if said["og:locale"] != LOCALES[page.lang].replace("-", "_") or len(said["description"] or "") > 160:
            faults.append(f"{page.file}: {said}")
    assert faults == []


def test_titles_tell_pages_of_a_language_apart(site: Pages) -> None:
    titles: dict[tuple[str, str], list[str]] = {}
    for page in listed(site):
        titles.setdefault((page.lang, page.title), []).append(page.file)
    assert [files for (_, title), files in titles.items() if len(files) > 1 and title != "Geirfa"] == []


def test_structured_data(site: Pages, content: Catalogue) -> None:
    data = {}
    for page in framed(site):
        for script in page.all("script", type="application/ld+json"):
            data[page.file] = json.loads("".join(script.itertext()))
    for lang in CODES:
        for id, page in term_pages(site, content, lang).items():
            found = data[page.file]
            assert found["@type"] == "DefinedTerm", page.file
            assert found["name"] == words(page.first("h1")), page.file
            assert found["url"] == BASE + page.address == found["@id"], id
            assert found["description"], page.file
            assert not ESCAPED.search(json.dumps(found, ensure_ascii=False)), page.file


def test_no_mark_of_template_or_frame_is_left(site: Pages) -> None:
    faults = []
    for page in site.values():
        for element in elements(page.top):
            said = [value for name, value in element.attrib.items() if name not in FOR_SCRIPTS]
            texts = [element.text or "", element.tail or "", *said]
            if element.tag not in ("script", "code"):
                faults += [f"{page.file}: {text.strip()[:60]}" for text in texts if MARKS.search(text)]
    assert faults == []


def test_every_published_label_has_its_page(site: Pages, content: Catalogue) -> None:
    file = SHARED / "facts" / "glossary-terms.csv"
    if not file.is_file():
        pytest.skip("facts/glossary-terms.csv is not at hand")
    assert len(content.terms) >= 124
    for code in CODES:
        shown = {words(page.first("h1")).casefold() for page in term_pages(site, content, code).values()}
        with file.open(encoding="utf-8") as handle:
            labels = [row[f"label_{code}"].partition(" [")[0].casefold() for row in csv.DictReader(handle)]
        assert len(shown) >= len(content.terms) - 2, code
        assert [label for label in labels if label and label not in shown] == []


def letter_sections(page: Page) -> list[tuple[str, list[Element]]]:
    top = page.first("div", class_="a-to-z")
    return [(words(section[0]), list(elements(section, "li"))) for section in elements(top, "section")]


@pytest.mark.parametrize("lang", CODES)
def test_a_to_z_has_every_word_once_under_its_letter(site: Pages, content: Catalogue, lang: str) -> None:
    page = site[f"{lang}/{content.word('glossary', lang)}/index.html"]
    sections = letter_sections(page)
    letters = [letter for letter, _ in sections]
    order = WELSH_LETTERS if lang == "cy" else sorted(WELSH_LETTERS)
    assert letters == sorted(set(letters), key=order.index)
    assert [words(a) for a in elements(page.first("nav", class_="letters"), "a")] == letters
    shown = [page.to(next(elements(entry, "a")).attrib["href"])[0] for _, entries in sections for entry in entries]
    assert sorted(shown) == sorted(p.file for p in term_pages(site, content, lang).values())
    for letter, entries in sections:
        for entry in entries:
            label = words(next(elements(entry, "a"))).upper()
            assert label.startswith(letter), label
            if lang == "cy":
                longer = [other for other in WELSH_LETTERS if len(other) == 2 and label.startswith(other)]
                assert longer in ([], [letter]), label


def test_suggested_words_are_the_36(site: Pages, content: Catalogue) -> None:
    for lang in CODES:
        page = site[f"{lang}/{content.word('suggested', lang)}/index.html"]
        cards = list(page.first("ul", class_="cards"))
        assert len(cards) == 36
        assert "36" in words(page.first("p", class_="lead"))
        assert {words(next(elements(card, "a"))) for card in cards} == {
            term.term[lang] for term in content.terms.values() if term.suggested
        }
        assert all(
            words(twin) and twin.get("lang") != lang
            for card in cards
            for twin in elements(card, "p")
            if "twin" in classes(twin)
        )


def test_core_page_counts_the_records(site: Pages, content: Catalogue) -> None:
    for lang in CODES:
        page = site[f"{lang}/{content.word('core', lang)}/index.html"]
        for name in ("core", "non-core"):
            n = sum(term.class_ == name for term in content.terms.values())
            section = next(s for s in page.all("section") if any(e.get("id") == name for e in s.iter()))
            assert re.search(rf"(?<!\d){n}(?!\d)", words(page.id(name))), words(page.id(name))
            (columns,) = (entry for entry in elements(section, "ul") if "columns" in classes(entry))
            assert len(columns) == n


def test_sitemap_lists_every_canonical_page_and_nothing_else(site: Pages, real_site: Path) -> None:
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    entries = ElementTree.parse(real_site / "sitemap.xml").getroot().findall("s:url", names)
    stated = {
        entry.findtext("s:loc", "", names): {
            link.attrib["hreflang"]: link.attrib["href"] for link in entry.findall("x:link", names)
        }
        for entry in entries
    }
    assert len(stated) == len(entries)
    expected = {}
    for page in listed(site):
        twins = {link.attrib["hreflang"]: link.attrib["href"] for link in page.link_of("alternate")}
        expected[page.link_of("canonical")[0].attrib["href"]] = {k: v for k, v in twins.items() if k != "x-default"}
    assert sorted(stated) == sorted(expected)
    assert [loc for loc in expected if stated[loc] != expected[loc]] == []


def test_robots_and_not_found(site: Pages, real_site: Path) -> None:
    assert f"Sitemap: {BASE}sitemap.xml" in (real_site / "robots.txt").read_text().splitlines()
    assert {page.file for page in site.values() if page.meta("robots") == "noindex"} == {
        "404.html",
        "en/404.html",
        "cy/404.html",
    }
    both = site["404.html"]
    assert {both.langs[heading] for heading in both.headings[:2]} == {"en", "cy"}
    for page in (both, site["en/404.html"], site["cy/404.html"]):
        assert not page.link_of("canonical")
        for link in page.all("a", "link", "script", "form"):
            href = link.get("href") or link.get("src") or link.get("action") or ""
            assert href.startswith(("/", "#", "mailto:", "tel:", "https://")), (
                f"{page.file}: {href} breaks at another depth"
            )


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_browsers_can_offer_the_search(lang: str, site: Pages, real_site: Path) -> None:
    """OpenSearch 1.1: an address to fill in, whole, and a name that is short enough; named in the head of every page."""
    names = {"o": "http://a9.com/-/spec/opensearch/1.1/"}
    top = ElementTree.parse(real_site / f"opensearch-{lang}.xml").getroot()
    (address,) = top.findall("o:Url", names)
    words = {"en": "en/search/", "cy": "cy/chwilio/"}
    assert address.attrib == {"type": "text/html", "template": f"{BASE}{words[lang]}?q={{searchTerms}}"}
    short = {name.text for name in top.findall("o:ShortName", names)}
    assert short == {{"en": "Geirfa English", "cy": "Geirfa Cymraeg"}[lang]}
    assert top.findtext("o:Description", namespaces=names)
    for page in framed(site):
        if page.lang == lang and page.all("form", role="search"):
            (link,) = page.all("link", rel="search")
            assert link.get("type") == "application/opensearchdescription+xml"
            assert urljoin(f"{BASE}{page.file}", link.get("href") or "") == f"{BASE}opensearch-{lang}.xml", page.file


@pytest.mark.parametrize("lang", ["en", "cy"])
@pytest.mark.parametrize("name", ["needs", "themes"])
def test_every_entry_of_a_vocabulary_has_its_place(name: str, lang: str, site: Pages, content: Catalogue) -> None:
    """Where the search leads: a heading with the entry's id, named in the list on top."""
    found = content.of("vocabularies")[name]
    page = site[f"{lang}/{content.word(name, lang)}/index.html"]
    assert isinstance(found, Vocabulary)
    for id, entry in found.entries.items():
        (heading,) = page.all("h2", id=f"{name}-{id}")
        assert words(heading) == entry.name[lang]
        assert page.all("a", href=f"#{name}-{id}")


def test_content_security_policy_holds(site: Pages, real_site: Path) -> None:
    headers = (real_site / "_headers").read_text()
    policy = re.search(r"Content-Security-Policy: (.*)", headers)
    assert policy and "unsafe" not in headers
    assert {page.meta("Content-Security-Policy") for page in site.values()} == {
        policy.group(1).replace("; frame-ancestors 'none'", "")
    }
    faults = []
    for page in site.values():
        for element in elements(page.top):
            if element.tag == "style" or (
                element.tag == "script" and not element.get("src") and element.get("type") != "application/ld+json"
            ):
                faults.append(f"{page.file}: <{element.tag}>")
            faults += [f"{page.file}: {name}" for name in element.attrib if name == "style" or name.startswith("on")]
            faults += [
                f"{page.file}: {v}" for v in element.attrib.values() if v.lower().strip().startswith("javascript:")
            ]
    assert faults == []


def test_front_door_is_neutral(site: Pages) -> None:
    page = site["index.html"]
    entries = list(page.all("li"))
    assert [entry.get("lang") for entry in entries] == list(CODES)
    assert len({tuple((e.tag, *sorted(classes(e))) for e in elements(entry)) for entry in entries}) == 1
    assert [page.to(next(elements(entry, "a")).attrib["href"])[0] for entry in entries] == [
        "en/index.html",
        "cy/index.html",
    ]
    assert words(page.first("h1")) == "Geirfa" == page.title


ORDER = {
    "word": "h1.word",
    "twin": "p.twin",
    "suggested": "p/span.suggested",
    "definition": "div.lead",
    "plain words": "#plain",
    "whose words": "p.notice",
    "also called": "#also",
    "example": "#example",
    "note": "#note",
    "related": "#related",
    "sources": "#sources",
    "class": "#class",
    "actions": "#actions",
}


def places(page: Page) -> dict[str, int]:
    """Where each part of a word's page begins, in document order."""
    found: dict[str, int] = {}
    for position, element in enumerate(elements(page.id("main"))):
        own = classes(element)
        name = f"#{element.get('id')}"
        for part, mark in ORDER.items():
            tag, _, of_class = mark.rpartition("/")[2].partition(".")
            if name == mark or (of_class and tag == element.tag and of_class in own):
                found.setdefault(part, position)
    return found


@pytest.mark.parametrize("lang", CODES)
def test_a_words_page_keeps_the_promised_order(site: Pages, content: Catalogue, lang: str) -> None:
    faults = []
    for id, page in term_pages(site, content, lang).items():
        found = places(page)
        shown = [part for part in ORDER if part in found]
        if (actual := sorted(shown, key=found.__getitem__)) != shown:
            faults.append(f"{page.file}: {', '.join(actual)}")
        term = content.terms[id]
        needed = {"word", "twin", "definition", "plain words", "whose words", "sources", "class", "actions"}
        if term.suggested and (missing := (needed | {"suggested"}) - set(found)):
            faults.append(f"{page.file}: without {sorted(missing)}")
    assert faults == []


def test_both_languages_say_alike_whose_words_and_how_far_checked(site: Pages, content: Catalogue) -> None:
    said = {
        lang: {id: words(p.first("p", class_="notice")) for id, p in term_pages(site, content, lang).items()}
        for lang in CODES
    }
    pairs = {(said["en"][id], said["cy"][id]) for id in content.terms}
    assert len({english for english, _ in pairs}) == len({welsh for _, welsh in pairs}) == len(pairs)
    assert all(english.startswith("Our words, not the official text.") for english, _ in pairs)


def test_urgent_numbers_are_links_with_day_and_source(site: Pages, content: Catalogue) -> None:
    expected = [(n.phone, n.checked.isoformat(), n.source) for n in content.site.urgent]
    faults = []
    for page in framed(site):
        panel = page.first("aside", id="help")
        found = []
        for entry in elements(next(elements(panel, "ul")), "li"):
            number = next(a for a in elements(entry, "a") if a.attrib["href"].startswith("tel:"))
            source = next(a for a in elements(entry, "a") if a.attrib["href"].startswith("http"))
            assert number.attrib["href"] == "tel:" + re.sub(r"\s", "", words(number))
            found.append((words(number), next(elements(entry, "time")).attrib["datetime"], source.attrib["href"]))
        if found != expected or not [a for a in page.all("a", class_="help-link") if a.get("href") == "#help"]:
            faults.append(page.file)
    assert faults == []


def test_words_beside_each_other_keep_a_space_between(site: Pages) -> None:
    """Text runs together where a template drops the space between two phrases."""
    faults = []
    for page in framed(site):
        for element in elements(page.id("main"), "p", "li", "td", "dd", "h2", "h3"):
            before = element.text or ""
            for child in element:
                if (
                    child.tag in ("strong", "a", "span", "em", "time")
                    and re.search(r"\w\Z", before)
                    and re.match(r"\w", words(child))
                ):
                    faults.append(f"{page.file}: …{before[-20:]}|{words(child)[:20]}…")
                before = child.tail or ""
    assert faults == []

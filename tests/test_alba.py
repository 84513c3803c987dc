"""Another country: English and Gaelic, its own words, groups and addresses, no postcodes, nothing of Wales anywhere."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator import catalogue, checks
from generator.catalogue import Catalogue
from generator.kinds.asset import Asset
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
        path.name for path in others if re.search("cymr|wales|welsh", path.read_text(encoding="utf-8"), re.IGNORECASE)
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
                    *(element.get(name, "") for name in ("aria-label", "placeholder", "title", "alt")),
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


# The directory

VIEWS = {
    "assets": ("en/directory/", "gd/eolaire/"),
    "coverage": ("en/what-is-listed/", "gd/na-tha-air-a-liostadh/"),
    "plan": ("en/my-plan/", "gd/mo-phlana/"),
    "organisations": ("en/organisations/", "gd/eagrachasan/"),
    "needs": ("en/needs/", "gd/feumalachdan/"),
    "an area": ("en/directory/highland/", "gd/eolaire/a-ghaidhealtachd/"),
    "a need": ("en/directory/need/food/", "gd/eolaire/feum/biadh/"),
    "a need there": ("en/directory/glasgow-city/need/food/", "gd/eolaire/baile-ghlaschu/feum/biadh/"),
    "an activity": ("en/directory/activity/singing/", "gd/eolaire/cur-seachad/seinn/"),
    "a week": ("en/directory/glasgow-city/this-week/glasgow/", "gd/eolaire/baile-ghlaschu/an-t-seachdain-seo/glaschu/"),
}
POSTCODE = re.compile(r"post-?code|chòd-?puist|còd-?puist|chòd-phuist", re.IGNORECASE)


def assets(alba: Catalogue) -> list[Asset]:
    found = [asset for asset in alba.of("assets").values() if isinstance(asset, Asset)]
    assert len(found) >= 5
    return found


def test_every_group_in_both_languages(site: Mapping[str, Page], alba: Catalogue) -> None:
    for asset in assets(alba):
        for lang, folder in (("en", "directory"), ("gd", "eolaire")):
            page = site[f"{alba.address(asset, lang)}index.html"]
            assert page.address.split("/")[:2] == [lang, folder]
            assert page.lang == lang
            assert words(page.first("h1")) == asset.name.get(lang, asset.name["en"])
            assert words(page.first("p", class_="lead")) == asset.summary[lang]
            twin = page.first("a", class_="switch").attrib["href"]
            assert page.to(twin)[0] == f"{alba.address(asset, 'gd' if lang == 'en' else 'en')}index.html"


def test_every_fact_has_a_source_with_an_address(alba: Catalogue) -> None:
    for asset in assets(alba):
        assert asset.sources and all(evidence.url for evidence in asset.sources), asset.id
        assert asset.checked is None  # nobody has asked them
        assert {lang: review.status for lang, review in asset.review.items()} == {"en": "draft", "gd": "draft"}


@pytest.mark.parametrize("name", VIEWS)
def test_the_pages_of_the_directory_have_their_own_addresses(site: Mapping[str, Page], name: str) -> None:
    english, gaelic = (site[f"{address}index.html"] for address in VIEWS[name])
    assert (english.lang, gaelic.lang) == ("en", "gd")
    assert english.to(english.first("a", class_="switch").attrib["href"])[0] == gaelic.file
    assert words(english.first("h1")) != words(gaelic.first("h1"))


def test_the_header_leads_to_the_groups(site: Mapping[str, Page]) -> None:
    for lang, name, address in (
        ("en", "Groups and activities", "en/directory/"),
        ("gd", "Buidhnean is cur-seachadan", "gd/eolaire/"),
    ):
        page = site[f"{lang}/index.html"]
        assert (f"{address}index.html", name) in {(page.to(a.attrib["href"])[0], words(a)) for a in page.all("a")}


@pytest.mark.parametrize(
    ("lang", "address", "asked", "promise"),
    [
        ("en", "en/directory/", "Town or village", "Where you are stays on your device."),
        ("gd", "gd/eolaire/", "Baile", "Fuirichidh an t-àite far a bheil thu air an inneal agad."),
    ],
)
def test_nobody_is_asked_for_a_postcode(
    site: Mapping[str, Page], alba_site: Path, lang: str, address: str, asked: str, promise: str
) -> None:
    finder = site[f"{address}index.html"]
    assert finder.id("where").get("placeholder") == asked
    assert site[f"{lang}/index.html"].id("near-me").get("placeholder") == asked
    assert promise in words(finder.id("where-note"))
    shown = [words(finder.first("form", class_="finder-form")), words(finder.first("template", class_="map-credit"))]
    said = json.loads((alba_site / "find" / lang / "texts.json").read_text(encoding="utf-8"))
    shown += [said[name] for name in ("unknown", "refused", "none", "few")]
    assert [text for text in shown if POSTCODE.search(text)] == []


def test_what_the_browser_says_is_gaelic(alba_site: Path) -> None:
    """No text of the finder, the map and the plan is left in English."""

    def texts(lang: str) -> dict[str, str]:
        said = json.loads((alba_site / "find" / lang / "texts.json").read_text(encoding="utf-8"))
        said.update(
            {
                f"{name} {form}": text
                for name, forms in said.items()
                if isinstance(forms, dict)
                for form, text in forms.items()
            }
        )
        return {name: text for name, text in said.items() if isinstance(text, str)}

    english, gaelic = texts("en"), texts("gd")
    assert len(gaelic) > 60
    assert {name for name, text in gaelic.items() if text == english.get(name)} == set()


def test_places_without_postcodes(alba_site: Path) -> None:
    files = {path.name: path.read_text(encoding="utf-8") for path in (alba_site / "geo").iterdir()}
    assert sorted(files) == ["base.json", "districts.json", "places.json"]
    assert json.loads(files["districts.json"]) == {"codes": [], "districts": {}}
    places = json.loads(files["places.json"])
    assert places["langs"] == ["en", "gd"]
    assert places["names"] == [
        "Dingwall|Inbhir Pheofharain",
        "Fort William|An Gearasdan|Gearasdan|sa Ghearasdan",
        "Glasgow|Glaschu",
        "Glasgow City|Baile Ghlaschu|city of Glasgow",
        "Grantown-on-Spey|Baile nan Granndach|Grantown",
        "Highland|A' Ghàidhealtachd|the Highlands|Highland Council area|Gàidhealtachd|air a' Ghàidhealtachd",
        "Inverness|Inbhir Nis",
        "Na h-Eileanan Siar||Western Isles|Outer Hebrides|Eilean Siar|Eileanan Siar|na h-Eileanan an Iar",
        "Stornoway|Steòrnabhagh",
        "Ullapool|Ulapul",
    ]  # and not Scotland: what holds all others is too wide to be near
    base = json.loads(files["base.json"])
    assert "shape" not in base  # which is drawn from postcodes
    assert {name.partition("|")[0] for name in base["names"]} >= {"Inverness", "Glasgow", "Stornoway"}


def test_nothing_far_is_called_near(site: Mapping[str, Page], alba: Catalogue) -> None:
    shed = site[f"{alba.address(alba.of('assets')['spey-shed'], 'en')}index.html"]
    assert not shed.all(id="near")  # Inverness is 25 miles from it, Glasgow 100
    choir = site[f"{alba.address(alba.of('assets')['glasgow-gaelic-musical-association'], 'en')}index.html"]
    near = next(
        section for section in choir.all("section", class_="elsewhere") if "near" in {e.get("id") for e in section}
    )
    assert {words(a) for a in elements(near, "a")} == {"Pollok parkrun", "Woodlands Community Café"}


def test_whom_to_ask_or_that_nobody_is_known(site: Mapping[str, Page]) -> None:
    asked = site["gd/eolaire/a-ghaidhealtachd/index.html"].id("ask")
    assert {"01349 864289", "info@highlandtsi.org.uk"} <= {words(a) for a in elements(asked, "a")}
    assert "buidheann a bheir taic do bhuidhnean saor-thoileach" in words(asked)
    assert (
        words(site["en/directory/glasgow-city/index.html"].id("ask")) == "Whom to ask Nobody to ask here is known yet."
    )


def test_the_week_sheet_knows_the_place_and_its_language(site: Mapping[str, Page]) -> None:
    english, gaelic = (
        json.loads(site[f"{address}index.html"].first("article", class_="sheet").attrib["data-said"])
        for address in VIEWS["a week"]
    )
    assert english["holidays"] == gaelic["holidays"]
    assert "2026-11-30" in english["holidays"]  # Saint Andrew's day, which the rest of the island does not keep
    assert "2027-03-29" not in english["holidays"]  # Easter Monday, which it does
    assert {name for name, said in gaelic.items() if said == english[name]} == {"holidays"}

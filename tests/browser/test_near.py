"""Near me, in the browser: what readers type is found, as Python finds it, and no postcode leaves the page."""

from __future__ import annotations

import gzip
import random
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Page

from generator import catalogue
from generator.geo import gazetteer
from generator.geo.whereabouts import Whereabouts, distance
from generator.kinds.fields import Point
from tests.browser.conftest import Contexts
from tests.browser.server import Server
from tests.conftest import REPOSITORY

SEED = 5
MODULES = ("find/near.js", "search/distance.js", "search/fold.js")
CALL = """async ([name, ...given]) => {
  const near = await import("/assets/find/near.js");
  return near[name](...given);
}"""
LOCATE = """async (texts) => {
  const { locate } = await import("/assets/find/near.js");
  const found = [];
  for (const text of texts) found.push(await locate(text));
  return found;
}"""
OUTCOME = """async () => {
  const { device } = await import("/assets/find/near.js");
  return device().catch((error) => error.message);
}"""


@pytest.fixture(scope="module")
def whereabouts(between_workers: Path) -> Whereabouts:
    """Of our own content: the places people will type."""
    return Whereabouts(catalogue.load(REPOSITORY, cache=between_workers / "postcodes"))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, whereabouts: Whereabouts) -> Iterator[Server]:
    """The files of places with the modules that read them, and an empty page a language."""
    folder = tmp_path_factory.mktemp("near")
    for name in MODULES:
        (folder / "assets" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(REPOSITORY / "theme" / "assets" / name, folder / "assets" / name)
    pages = {
        f"{lang}/index.html": f'<!doctype html><html lang="{lang}"><title>x</title><link rel="icon" href="data:,">'
        for lang in ("en", "cy", "cy-GB", "gd")
    }
    for name, text in {**pages, **dict(gazetteer.files(whereabouts))}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    with Server(folder) as running:
        yield running


def opened(site: Server, contexts: Contexts, lang: str = "en", **emulated: object) -> Page:
    page = contexts.page(**emulated)  # type: ignore[arg-type]
    page.goto(f"{site.url}{lang}/")
    return page


def locate(page: Page, *texts: str) -> Any:
    return page.evaluate(LOCATE, list(texts))


def labels(answer: Any) -> list[str]:
    return [match["label"] for match in answer["matches"]]


def test_it_is_small() -> None:
    source = (REPOSITORY / "theme" / "assets" / "find" / "near.js").read_bytes()
    assert len(gzip.compress(source, 9)) <= 4096


# What was typed


@pytest.mark.parametrize(
    ("typed", "parsed"),
    [
        ("NP20 4UR", ("postcode", "NP20", "4UR", "NP20 4UR")),
        ("np20 4ur", ("postcode", "NP20", "4UR", "NP20 4UR")),
        ("  nP204uR ", ("postcode", "NP20", "4UR", "NP20 4UR")),
        ("NP20-4UR.", ("postcode", "NP20", "4UR", "NP20 4UR")),
        ("np2 04ur", ("postcode", "NP20", "4UR", "NP20 4UR")),
        ("CF1 4AA", ("postcode", "CF1", "4AA", "CF1 4AA")),
        ("npt 1aa", ("postcode", "NPT", "1AA", "NPT 1AA")),
        ("NP2O 4UR", ("postcode", "NP20", "4UR", "NP20 4UR")),
        ("cf1o iaa", ("postcode", "CF10", "1AA", "CF10 1AA")),
        ("LL57 l0B", ("postcode", "LL57", "1OB", "LL57 1OB")),
        ("NP20", ("district", "NP20", None, "NP20")),
        ("np 20", ("district", "NP20", None, "NP20")),
        ("cf1", ("district", "CF1", None, "CF1")),
        ("CF1 4", ("district", "CF1", None, "CF1")),
        ("CF14", ("district", "CF14", None, "CF14")),
        ("np20 4u", ("district", "NP20", None, "NP20")),
        ("NP204U", ("district", "NP20", None, "NP20")),
        ("NP2O", ("district", "NP20", None, "NP20")),
        ("npi0 4", ("district", "NP10", None, "NP10")),
        ("W1A", ("district", "W1A", None, "W1A")),
        ("Pil", ("text", None, None, "Pil")),
        ("Oil", ("text", None, None, "Oil")),
        ("1 Stow Hill, Newport, np20 4ur", ("postcode", "NP20", "4UR", "NP20 4UR")),
        ("NP204UR Casnewydd", ("postcode", "NP20", "4UR", "NP20 4UR")),
        ("Casnewydd", ("text", None, None, "Casnewydd")),
        ("  Pen-y-bont   ar Ogwr ", ("text", None, None, "Pen-y-bont ar Ogwr")),
        ("Cilio", ("text", None, None, "Cilio")),
        ("", ("text", None, None, "")),
        ("ŷ 1é🙂", ("text", None, None, "ŷ 1é🙂")),
    ],
)
def test_what_was_typed(
    typed: str, parsed: tuple[str, str | None, str | None, str], site: Server, contexts: Contexts
) -> None:
    found = opened(site, contexts).evaluate(CALL, ["parse", typed])
    assert (found["kind"], found.get("district"), found.get("unit"), found["text"]) == parsed


# Postcodes


def test_postcodes_are_where_python_has_them(site: Server, contexts: Contexts, whereabouts: Whereabouts) -> None:
    """Every postcode of two districts, one of them in two areas, and a few of each other."""
    grid = whereabouts.grid
    assert grid
    chosen = random.Random(SEED)
    codes: list[str] = []
    for district in grid.districts:
        units = grid.district(district).units
        some = units if district in ("NP20", "SA44") else chosen.sample(units, min(3, len(units)))
        codes += [f"{district} {unit}" for unit in some]
    assert len(codes) > 2000
    areas = set()
    for code, answer in zip(codes, locate(opened(site, contexts), *codes), strict=True):
        (match,) = answer["matches"]
        point = grid.exact(code)
        assert point and (match["lat"], match["lon"]) == tuple(point), code
        assert match["area"] == whereabouts.by_code[grid.authority(code) or ""], code
        assert (match["label"], match["precise"], answer["problem"]) == (code, True, None)
        areas.add(match["area"])
    assert len(areas) == 22


@pytest.mark.parametrize("typed", ["NP20", "np20", "NP20 4", "NP20 4U"])
def test_a_district_is_its_middle(typed: str, site: Server, contexts: Contexts, whereabouts: Whereabouts) -> None:
    (answer,) = locate(opened(site, contexts), typed)
    (match,) = answer["matches"]
    assert whereabouts.grid and (match["lat"], match["lon"]) == whereabouts.grid.point("NP20")
    assert (match["label"], match["area"], match["precise"]) == ("NP20", "newport", False)
    assert answer["problem"] is None


def test_an_unknown_postcode_is_its_district_and_says_so(site: Server, contexts: Contexts) -> None:
    half, abroad, nonsense = locate(opened(site, contexts), "NP20 4UX", "SW1A 1AA", "ZZ9")
    assert labels(half) == ["NP20"]
    assert half["problem"] == "half"
    assert not half["matches"][0]["precise"]
    assert abroad == nonsense == {"matches": [], "problem": "unknown"}


def test_an_old_district_without_figures_is_known(site: Server, contexts: Contexts) -> None:
    assert [labels(answer) for answer in locate(opened(site, contexts), "NPT", "npt")] == [["NPT"], ["NPT"]]


# Places


@pytest.mark.parametrize(
    ("lang", "typed", "shown"),
    [
        ("en", "Casnewydd", ["Newport (Casnewydd)"]),
        ("cy", "Casnewydd", ["Casnewydd"]),
        ("cy-GB", "casnewydd ", ["Casnewydd"]),
        ("en", "NEWPORT", ["Newport, Newport", "Newport, Pembrokeshire"]),
        ("cy", "newport", ["Casnewydd (Newport), Casnewydd", "Trefdraeth (Newport), Sir Benfro"]),
        ("gd", "newport", ["Newport, Newport", "Newport, Pembrokeshire"]),  # another language sees the main one's names
        ("en", "Newport, Pembrokeshire", ["Newport"]),
        ("en", "newport pembs", ["Newport"]),
        ("en", "Newport Sir Benfro", ["Newport"]),
        ("cy", "Trefdraeth (Newport), Sir Benfro", ["Trefdraeth"]),
        ("en", "Newport (Casnewydd)", ["Newport"]),
        ("en", "Aberdar", ["Aberdare (Aberdâr)"]),
        ("cy", "aberdâr", ["Aberdâr"]),
        ("en", "Wrexam", ["Wrexham"]),
        ("cy", "Gaerdydd", ["Caerdydd"]),  # mutated: one letter away
        ("en", "pen y bont ar ogwr", ["Bridgend (Pen-y-bont ar Ogwr)"]),
        ("en", "PENYBONT-AR-OGWR", ["Bridgend (Pen-y-bont ar Ogwr)"]),
        ("en", "Aberystw", ["Aberystwyth"]),
        ("en", "Bear", []),
        ("en", "qqqq", []),
        ("en", "", []),
        ("en", "()", []),
    ],
)
def test_places_by_any_name(lang: str, typed: str, shown: list[str], site: Server, contexts: Contexts) -> None:
    (answer,) = locate(opened(site, contexts, lang), typed)
    assert sorted(labels(answer)) == shown
    assert answer["problem"] == (None if shown else "unknown")
    assert not any(match["precise"] for match in answer["matches"])


def test_places_lie_where_the_vocabulary_has_them(site: Server, contexts: Contexts, whereabouts: Whereabouts) -> None:
    (answer,) = locate(opened(site, contexts), "Newport")
    at = {match["area"]: Point(match["lat"], match["lon"]) for match in answer["matches"]}
    for area, point in (("newport", Point(51.5877, -2.9984)), ("pembrokeshire", Point(52.0172, -4.8341))):
        assert distance(at[area], point) < 2


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_every_label_leads_back_to_its_own_place(
    lang: str, site: Server, contexts: Contexts, whereabouts: Whereabouts
) -> None:
    """What a reader chose may stand in a shared link: it means one place there too."""
    page = opened(site, contexts, lang)
    names = [place.entry.name["en"] for place in gazetteer.named(whereabouts)][::7]
    said = {(m["label"], m["lat"], m["lon"], m["area"]) for answer in locate(page, *names) for m in answer["matches"]}
    assert len(said) > 100
    for (label, *where), answer in zip(said, locate(page, *(label for label, *_ in said)), strict=True):
        assert where in [[match["lat"], match["lon"], match["area"]] for match in answer["matches"]], label
        if ", " in label:
            assert len(answer["matches"]) == 1, label


def test_suggestions_while_typing(site: Server, contexts: Contexts) -> None:
    page = opened(site, contexts)
    found = page.evaluate(CALL, ["suggest", "Llandr", 3])
    assert found[0]["label"].startswith("Llandr")
    assert len(found) == 3
    assert set(found[0]) == {"lat", "lon", "label", "area", "precise"}
    later = [match["label"] for match in page.evaluate(CALL, ["suggest", "ogwr", 20])]
    assert "Bridgend (Pen-y-bont ar Ogwr)" in [
        label.partition(",")[0] for label in later
    ]  # the beginning of a later word
    for nothing in ("", "  ", "NP20", "NP20 4UR"):
        assert page.evaluate(CALL, ["suggest", nothing]) == []


# The device


def test_the_device_says_where_it_is_to_a_hundred_metres(site: Server, contexts: Contexts) -> None:
    page = opened(
        site, contexts, geolocation={"latitude": 51.5876543, "longitude": -2.9987654}, permissions=["geolocation"]
    )
    assert page.evaluate(OUTCOME) == {"lat": 51.588, "lon": -2.999}


def test_a_device_that_may_not_say_is_no_fault(site: Server, contexts: Contexts) -> None:
    assert opened(site, contexts).evaluate(OUTCOME) == "refused"


def test_a_device_that_does_not_know_is_no_fault(site: Server, contexts: Contexts) -> None:
    page = opened(site, contexts)
    page.evaluate("() => Object.defineProperty(navigator, 'geolocation', { value: undefined })")
    assert page.evaluate(OUTCOME) == "unavailable"


def test_distances_are_those_of_python(site: Server, contexts: Contexts) -> None:
    page = opened(site, contexts)
    for a, b in (
        (Point(51.4816, -3.1791), Point(53.2274, -4.1293)),
        (Point(52, -4), Point(52, -4)),
        (Point(0, 0), Point(0, 180)),
    ):
        assert page.evaluate(CALL, ["distance", *a, *b]) == pytest.approx(distance(a, b), abs=1e-9)
    assert page.evaluate(CALL, ["miles", 16.09344]) == pytest.approx(10)


# What leaves the page


def test_no_request_carries_more_than_a_district(site: Server, contexts: Contexts) -> None:
    page = opened(site, contexts)
    contexts.eye.requests.clear()
    typed = ["NP20 4UR", "np204ur", "CF10 1AA", "LL57 1AB", "NP20 4UX", "SW1A 1AA", "NP2O 4UR", "Casnewydd", "Aberystw"]
    locate(page, *typed)
    page.evaluate(CALL, ["suggest", "Casn"])
    asked = [unquote(urlsplit(url).path) for url in contexts.eye.requests]
    assert [url for url in contexts.eye.requests if urlsplit(url).query or urlsplit(url).fragment] == []
    assert sorted(asked) == [
        *sorted(f"/assets/{name}" for name in MODULES),
        *(f"/geo/{name}.json" for name in ("CF10", "LL57", "NP20", "districts", "places")),
    ]
    assert page.url == f"{site.url}en/"
    assert page.evaluate("() => [localStorage.length, sessionStorage.length, document.cookie, history.state]") == [
        0,
        0,
        "",
        None,
    ]
    assert page.evaluate("async () => (await indexedDB.databases()).length + (await caches.keys()).length") == 0


def test_without_connection_it_is_said_and_tried_again(site: Server, contexts: Contexts) -> None:
    page = opened(site, contexts)
    page.evaluate("() => { window.whole = window.fetch; window.fetch = async () => { throw new Error('offline'); }; }")
    failed = (
        "async (text) => (await import('/assets/find/near.js')).locate(text).then(() => '', (error) => error.message)"
    )
    assert [page.evaluate(failed, text) for text in ("NP20 4UR", "Casnewydd")] == ["offline", "offline"]
    page.evaluate("() => { window.fetch = window.whole; }")
    assert [labels(answer) for answer in locate(page, "NP20 4UR", "Casnewydd")] == [
        ["NP20 4UR"],
        ["Newport (Casnewydd)"],
    ]

"""What readers see of the lists of others: where a group comes from, that its list has it no more, and the page of the data that
goes out again. One list says all in Welsh alone, and has its name in Welsh alone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from generator import cli
from tests import groups
from tests.browser.conftest import Contexts
from tests.browser.server import Server
from tests.browser.test_axe import SCHEMES, WIDTHS, faults, load, report
from tests.conftest import LATEST, built

FEEDS = """\
feeds:
  council:
    name: {en: The council's list, cy: Rhestr y cyngor}
    from: feeds/council.csv
    format: table
    mapping: feeds/council-map.yml
    licence: Open Government Licence v3.0
    licence_url: https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/
    area: island
  menter:
    name: {cy: Cyfeiriadur y fenter}
    from: feeds/menter.json
    format: oruk
    language: cy
    area: island
"""
MAP = "key: [Ref]\ncolumns: {Name: name@en, Enw: name@cy, About: summary@en, Am: summary@cy, Phone: contact.phones}\n"
HEAD = "Ref,Name,Enw,About,Am,Phone\n"
SINGERS = "1,Island singers,Cantorion yr ynys,Songs for all.,Caneuon i bawb.,01443 303030\n"
WALKERS = "2,Shore walkers,Cerddwyr y glannau,Along the shore.,Ar hyd y glannau.,01443 404040\n"
_ID = "0b0d3b55-0000-4000-8000-00000000000"
MENTER = [
    {"id": f"{_ID}1", "name": "Clwb gwyddbwyll", "status": "active", "description": "Gwyddbwyll bob nos Lun."},
    {
        "id": f"{_ID}2",
        "name": "Cantorion yr ynys",
        "status": "active",
        "description": "Canu gyda'n gilydd.",
        "contacts": [{"id": f"{_ID}3", "phones": [{"id": f"{_ID}4", "number": "01443 303030"}]}],
    },
]
PAGES = {
    "both lists": ("en/directory/island/island-singers/", "cy/cyfeiriadur/yr-ynys/cantorion-yr-ynys/"),
    "no longer listed": ("en/directory/island/shore-walkers/", "cy/cyfeiriadur/yr-ynys/cerddwyr-y-glannau/"),
    "in Welsh alone": ("en/directory/island/clwb-gwyddbwyll/", "cy/cyfeiriadur/yr-ynys/clwb-gwyddbwyll/"),
    "open data": ("en/data/", "cy/data/"),
}


def _run(root: Path, *arguments: str) -> None:
    assert cli.main([*arguments, "--root", str(root), "--today", str(LATEST)]) == 0


@pytest.fixture(scope="session")
def taken_in(between_workers: Path) -> Iterator[Server]:
    """A site of two lists that were taken in twice; the second time the council's had a row less. Then a release."""
    folder = between_workers / "taken-in"
    root = folder / "root"
    if not root.exists():
        made = {
            **groups.files(),
            "content/feeds.yml": FEEDS,
            "content/feeds/council-map.yml": MAP,
            "content/feeds/council.csv": HEAD + SINGERS + WALKERS,
            "content/feeds/menter.json": json.dumps({"contents": MENTER}),
            "content/glossary/walk.yml": "term: {en: walk, cy: taith}\ndefinition: {en: On foot., cy: Ar droed.}\n",
        }
        for name, text in made.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text, encoding="utf-8")
        _run(root, "sync")
        (root / "content/feeds/council.csv").write_text(HEAD + SINGERS, encoding="utf-8")
        _run(root, "sync")
        _run(root, "release")
    with Server(built(root, folder)) as running:
        yield running


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("name", PAGES)
def test_what_is_said_of_lists_has_no_faults(name: str, scheme: str, taken_in: Server, contexts: Contexts) -> None:
    page = contexts.page(color_scheme=scheme)
    found: dict[str, list[str]] = {}
    for address in PAGES[name]:
        load(page, taken_in.url + address)
        page.evaluate("document.querySelectorAll('details').forEach(panel => { panel.open = true; })")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            found[f"{address} at {width} px"] = faults(page)
    assert report(found) == ""


def _page(contexts: Contexts, taken_in: Server, name: str, lang: int) -> Page:
    page = contexts.page()
    page.goto(taken_in.url + PAGES[name][lang])
    page.evaluate("document.querySelectorAll('details').forEach(panel => { panel.open = true; })")
    return page


def test_where_a_group_comes_from(taken_in: Server, contexts: Contexts) -> None:
    origins = _page(contexts, taken_in, "both lists", 0).locator(".origins")
    first, second = origins.locator("p").all()
    expect(first).to_contain_text("The council's list. Licence of these facts: Open Government Licence v3.0.")
    expect(second).to_contain_text("Cyfeiriadur y fenter. Its licence is not known.")
    expect(second.locator("[lang=cy]")).to_have_text("Cyfeiriadur y fenter")
    said = origins.locator("li").all_inner_texts()
    assert "As that list has it: Name; What it is; Contact" in said, said
    welsh = _page(contexts, taken_in, "both lists", 1).locator(".origins")
    expect(welsh).to_contain_text("Rhestr y cyngor. Trwydded y ffeithiau hyn: Open Government Licence v3.0.")
    expect(welsh.locator("p").nth(1).locator("[lang]")).to_have_count(0)


def test_a_list_has_a_group_no_more(taken_in: Server, contexts: Contexts) -> None:
    page = _page(contexts, taken_in, "no longer listed", 0)
    expect(page.locator(".notice").first).to_contain_text("No longer in the list it came from.")
    expect(page.locator(".origins strong")).to_contain_text("No longer in this list since")
    page = _page(contexts, taken_in, "no longer listed", 1)
    expect(page.locator(".notice").first).to_contain_text("Heb fod mwyach yn y rhestr y daeth ohoni.")


def test_a_list_in_welsh_alone_says_so_in_english(taken_in: Server, contexts: Contexts) -> None:
    page = _page(contexts, taken_in, "in Welsh alone", 0)
    expect(page.locator("article")).to_contain_text("Gwyddbwyll bob nos Lun.")
    expect(page.locator("article [lang=cy]", has_text="Gwyddbwyll bob nos Lun.").first).to_be_visible()
    expect(page.locator(".stand-in-note").first).to_have_text("This text is in Welsh; there is none in English yet.")
    page = _page(contexts, taken_in, "in Welsh alone", 1)
    expect(page.locator(".stand-in-note")).to_have_count(0)


def test_the_page_of_the_data_names_what_is_there(taken_in: Server, contexts: Contexts) -> None:
    page = _page(contexts, taken_in, "open data", 0)
    for name in ("words.csv", "records/glossary.jsonl", "records/assets.jsonl", "hsds.json", "CITATION.cff"):
        link = page.locator(f"a[href$='data/{name}']")
        assert page.request.get(str(link.evaluate("link => link.href"))).ok, name
    changes = page.locator("section:has(#releases) details")
    expect(changes).to_have_count(1)
    expect(changes.locator("summary")).to_contain_text("new records")
    expect(changes.get_by_role("link", name="Island singers")).to_be_visible()
    page = _page(contexts, taken_in, "open data", 1)
    expect(page.locator("#words")).to_have_text("Geiriau (CSV)")

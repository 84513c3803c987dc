"""The page of a group as its readers meet it: what matters first, how old it is today, and all ways to take it along."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from urllib.parse import unquote

import icalendar
import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page, expect

from tests import groups
from tests.browser.conftest import Device
from tests.browser.finding import ask
from tests.browser.server import Server
from tests.browser.test_axe import faults
from tests.browser.test_keyboard import focused
from tests.browser.waiting import until
from tests.conftest import built

TODAY = datetime(2026, 11, 20, 12)
HALL = '{name: {en: The Hall, cy: Y Neuadd}, address: 1 High Street, near: town, point: "53.2561, -4.3099"%s}'
LISTS = {
    "costs": "{name: {en: Cost, cy: Cost}, entries: {free: {name: {en: Free, cy: Am ddim}}}}",
    "join-routes": "{name: {en: Ways, cy: Ffyrdd}, entries: {self: {name: {en: I can join myself, cy: Gallaf ymuno fy hun}}}}",
    "access": "{name: {en: Access, cy: Mynediad}, entries: {step-free: {name: {en: Step-free, cy: Dim grisiau}}}}",
}
WHOLE = f"""\
summary: {{en: A chat and a cup of tea., cy: Sgwrs a phaned.}}
description: {{en: People sit and talk., cy: Mae pobl yn eistedd ac yn siarad.}}
{groups.MEETS}{groups.RINGS.replace("remote: {phone: true}", "")}
cost: {{kind: free}}
join: {{routes: [self], how: {{en: Come in., cy: Dewch i mewn.}}}}
company: {{bring: "yes", met: "yes", note: {{en: Ask for Help., cy: Gofynnwch am help.}}}}
languages: [{{language: cy, when: sometimes, note: {{en: On Tuesdays., cy: Ar ddydd Mawrth.}}}}]
travel: {{public: "yes", lifts: "yes"}}
"""
CHECKED = {"fresh": "2026-10-01", "due": "2026-04-01", "overdue": "2025-09-01", "lapsed": "2024-06-01"}
STATES = {
    "fresh": "Checked 1 October 2026: the office; checked recently",
    "due": "Checked 1 April 2026: the office; due to be checked again",
    "overdue": "Checked 1 September 2025: the office; not checked for a year: ring first",
    "lapsed": "Checked 1 June 2024: the office; not checked for two years: ring first",
    "old": "Not yet checked; newest source May 2023; an old source: ring first",
    "new": "Not yet checked; newest source October 2026",
    "undated": "Not yet checked; its source bears no date; ring first",
}
SINKS = ("overdue", "lapsed", "old", "undated")


def _files() -> Iterator[tuple[str, str]]:
    """The island with groups of every age beside one hall, one that has closed and one that pauses."""
    yield from groups.files().items()
    for name, text in LISTS.items():
        yield f"content/vocabularies/{name}.yml", text
    hall = HALL % ", access: [{feature: step-free, state: yes, detail: {en: Side door., cy: Drws ochr.}}]"

    def made(name: str, more: str, venue: str = HALL % "") -> tuple[str, str]:
        return f"content/assets/island/{name}.yml", groups.group(name.title(), f"Clwb {name}", venue, more=more)

    yield made(
        "whole",
        f"{WHOLE}checked: {{on: {CHECKED['fresh']}, by: {{en: the office, cy: y swyddfa}}, how: phone}}\n",
        hall,
    )
    for name, day in CHECKED.items():
        yield made(name, f"checked: {{on: {day}, by: {{en: the office, cy: y swyddfa}}, how: phone}}\n")
    yield made("old", "sources: [{name: A paper, dated: 2023-05, grade: B}]\n")
    yield made("new", "sources: [{name: A paper, dated: 2026-10, grade: A}]\n")
    yield made("undated", "sources: [{name: A paper, grade: C}]\n")
    yield made("shut", "state: {now: closed, since: 2026-01-31, instead: [whole]}\n")
    yield made(
        "resting", "state: {now: paused, until: 2027-03-01}\nsources: [{name: A paper, dated: 2026-10, grade: A}]\n"
    )


@pytest.fixture(scope="session")
def village(between_workers: Path) -> Iterator[Server]:
    folder = between_workers / "village"
    for name, text in _files():
        (folder / "root" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "root" / name).write_text(text, encoding="utf-8")
    with Server(built(folder / "root", folder)) as running:
        yield running


def shown(device: Device, village: Server, name: str, **emulated: object) -> Page:
    page = device(**emulated)
    page.clock.set_fixed_time(TODAY)
    page.goto(f"{village.url}en/directory/island/{name}/")
    expect(page.locator("[data-qr]")).to_be_visible()
    return page


def test_what_matters_comes_first(village: Server, device: Device) -> None:
    page = shown(device, village, "whole")
    text = page.locator("article").inner_text()
    order = [
        "Whole", "A chat and a cup of tea.", "Add to my plan", "Someone will meet you.", "You can bring someone with you.",
        "When", "Tuesday", "Where", "The Hall", "1 High Street", "Step-free: yes. Side door.", "Cost", "Free", "How to join",
        "I can join myself", "Contact", "01443 202020", "Languages", "On Tuesdays.", "Getting there", "What happens there",
        "How sure is this?", "Checked 1 October 2026: the office",
    ]  # fmt: skip
    places = [text.find(part) for part in order]
    assert -1 not in places, order[places.index(-1)]
    assert places == sorted(places)
    expect(page.locator(".number")).to_have_attribute("href", "tel:01443202020")


@pytest.mark.parametrize("name", STATES)
def test_how_old_it_is_today(name: str, village: Server, device: Device) -> None:
    page = shown(device, village, name)
    expect(page.locator(".trust .fresh")).to_have_text(STATES[name])
    warned = page.locator(".ring-first")
    expect(warned).to_have_count(1 if name in SINKS else 0)
    if name in SINKS:
        expect(warned).to_have_text(f"{STATES[name]}.")
        assert warned.evaluate("element => !!(element.compareDocumentPosition(document.querySelector('dl')) & 4)"), (
            "before the facts"
        )


def test_without_a_script_the_date_stands_alone(village: Server, device: Device) -> None:
    page = device(java_script_enabled=False)
    page.goto(f"{village.url}en/directory/island/overdue/")
    assert page.locator(".trust .fresh").inner_text() == "Checked 1 September 2025: the office"
    assert not page.locator("button:visible").all_inner_texts() or page.locator("[data-plan]").is_hidden()
    assert page.get_by_role("link", name="Report a change").is_visible()


def test_what_is_too_old_sinks_and_stays(village: Server, device: Device) -> None:
    page = device()
    page.clock.set_fixed_time(TODAY)
    page.goto(f"{village.url}en/directory/")
    ask(page, "Bigtown")
    while page.locator(".more").is_visible():
        before = page.locator("ol.results").first.locator("> li").count()
        page.locator(".more").click()
        expect(page.locator("ol.results").first.locator("> li").nth(before)).to_be_visible()
    found = (
        page.locator("ol.results")
        .first.locator("> li")
        .evaluate_all("entries => entries.map(entry => entry.dataset.asset)")
    )
    own = [name for name in found if name in {*STATES, "whole", "resting", "shut"}]
    assert set(own[:4]) == {"whole", "fresh", "due", "new"}
    assert set(own[4:8]) == set(SINKS)
    assert own[8:] == ["resting"]


def test_what_has_closed_says_so_and_leads_on(village: Server, device: Device) -> None:
    page = shown(device, village, "shut")
    expect(page.locator(".shut")).to_contain_text("Closed. Since 31 January 2026.")
    page.locator(".shut a").click()
    expect(page.locator("h1")).to_have_text("Whole")
    expect(shown(device, village, "resting").locator(".shut")).to_contain_text(
        "Paused. Expected again on 1 March 2027."
    )


def test_the_calendar_file(village: Server, device: Device) -> None:
    page = shown(device, village, "whole")
    with page.expect_download() as held:
        page.get_by_role("link", name="Calendar file").click()
    found = icalendar.Calendar.from_ical(Path(held.value.path()).read_bytes())
    (event,) = found.walk("VEVENT")
    assert str(event["SUMMARY"]) == "Whole"
    assert "1 High Street" in str(event["LOCATION"])
    assert event["RRULE"]["FREQ"] == ["WEEKLY"] and event["DTSTART"].dt.hour == 10


def test_nothing_of_a_masked_venue(village: Server, device: Device) -> None:
    page = shown(device, village, "hidden")
    everything = page.content() + page.locator("body").inner_text()
    for secret in (groups.HIDDEN_ADDRESS, groups.HIDDEN_NAME, groups.HIDDEN_POSTCODE, str(groups.HIDDEN_POINT[0])):
        assert secret not in everything
    expect(page.locator(".venue")).to_contain_text("The address is not shown, to keep people safe.")
    expect(page.get_by_role("link", name="Directions")).to_have_count(0)
    page.locator("[data-plan]").click()
    page.locator(".plan-link").click()
    expect(page.locator(".plan-entry")).to_have_count(1)
    assert groups.HIDDEN_ADDRESS not in page.content() and groups.HIDDEN_POSTCODE not in page.content()


def test_add_to_the_plan(village: Server, device: Device) -> None:
    page = shown(device, village, "whole")
    button = page.locator("[data-plan]")
    expect(button).to_have_accessible_name("Add to my plan: Whole")
    button.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".plan-link")).to_have_text("My plan (1)")
    expect(page.locator("[role=status].said")).to_have_text("Added to your plan.")
    page.reload()
    expect(button).to_have_attribute("aria-pressed", "true")
    button.click()
    expect(page.locator(".plan-link")).to_be_hidden()


def test_the_qr_code_is_of_the_address(village: Server, device: Device) -> None:
    page = shown(device, village, "whole")
    button, code = page.locator("[data-qr]"), page.locator(".qr svg")
    button.press("Enter")
    expect(code).to_be_visible()
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(code).to_have_role("img")
    same = """async () => {
      const { drawn } = await import("/assets/find/qr.js");
      const wanted = drawn(document.querySelector("link[rel=canonical]").href), shown = document.querySelector(".qr svg");
      return wanted.lastChild.getAttribute("d") === shown.lastChild.getAttribute("d");
    }"""
    assert page.evaluate(same)
    page.evaluate(AXE_SCRIPT)
    assert faults(page) == []
    button.press("Enter")
    expect(code).to_be_hidden()


def test_share_print_and_send(village: Server, device: Device) -> None:
    page = device(360, 740)
    page.add_init_script(
        "navigator.share = async (what) => { window.shared = what; }; window.print = () => { window.printed = (window.printed ?? 0) + 1; };"
    )
    page.goto(f"{village.url}en/directory/island/whole/")
    page.locator("[data-share]").click()
    assert page.evaluate("window.shared") == {"title": "Whole", "url": "https://m.example/en/directory/island/whole/"}
    page.locator("[data-print]").click()
    assert page.evaluate("window.printed") == 1
    page.locator("[data-large]").click()
    expect(page.locator("[data-large]")).to_have_attribute("aria-pressed", "true")
    page.emulate_media(media="print")
    assert page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)") > 20
    expect(page.locator(".actions").first).to_be_hidden()
    page.emulate_media(media="screen")
    message = unquote(page.locator("a[href^='sms:']").get_attribute("href") or "")
    assert re.fullmatch(r"sms:\?&body=Whole\. .*01443 202020\. https://m\.example/en/directory/island/whole/", message)
    page.get_by_role("link", name="Report a change").click()
    assert focused(page, "#suggest > summary")
    assert page.locator("#suggest").get_attribute("open") is not None


def test_one_leaflet_in_both_languages(village: Server, device: Device) -> None:
    page = device()
    page.add_init_script("window.print = () => { window.printed = document.documentElement.className; };")
    page.goto(f"{village.url}en/directory/island/whole/")
    page.locator("[data-leaflet]").click()
    until(page, "() => window.printed")
    assert page.evaluate("window.printed") == "both-languages"
    twin = page.locator(".twin-article")
    expect(twin).to_be_hidden()
    page.emulate_media(media="print")
    expect(twin).to_be_visible()
    expect(twin).to_have_attribute("lang", "cy")
    expect(twin).to_contain_text("Sgwrs a phaned.")
    left, right = page.locator("article").first.bounding_box(), twin.bounding_box()
    assert left and right and left["x"] + left["width"] <= right["x"] and left["y"] == right["y"]
    assert page.evaluate(
        "new Set([...document.querySelectorAll('[id]')].map(({id}) => id)).size === document.querySelectorAll('[id]').length"
    )
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(twin).to_be_hidden()

"""Sheets for noticeboards and the page of what is listed, in Chromium: the browser's days are those of `generator.hours`, what
is over is gone, both languages stand side by side, paper is large; and all of it by keyboard, for every eye."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from generator.hours import pattern
from generator.hours.dates import dates
from generator.hours.packed import packed
from generator.hours.setting import Setting
from generator.kinds.meeting import Meeting
from tests import county
from tests.browser.conftest import Contexts
from tests.browser.places import LANGUAGES
from tests.browser.server import Server
from tests.browser.test_axe import LOOKS, TEXT_AT_200_PERCENT, WIDTHS, faults, load, report
from tests.browser.test_keyboard import NARROW, WIDE, tab_to, walk
from tests.meetings import meeting, random_meetings

THERE = Setting("Europe/London", "GB", "WLS")
DAYS = 60
STARTS = (date(2026, 1, 1), date(2026, 11, 20), date(2027, 3, 1), date(2028, 2, 1))
SEED, COUNT = 17, 250
KINDS = (
    "days: [tue]",
    "days: [mon, thu], time: [10:00-12:00]",
    "days: [fri], nth: [1]",
    "days: [fri], nth: [5]",
    "days: [sat, sun], nth: [2, last]",
    "days: [mon], every: 2, from: 2026-11-23",
    "days: [mon, fri], every: 3, from: 2026-11-25",
    "days: [mon], every: 2, from: 2026-11-23, months: [1, 2, 3]",
    "days: [wed], months: [10, 11, 12, 1]",
    "days: [wed], from: 2026-12-10, until: 2027-03-17",
    "days: [wed], from: 2026-12-31, until: 2026-12-01",
    "days: [thu], except: [2026-12-24, 2026-12-31, 2027-03-04]",
    "days: [mon, fri], bank_holidays: closed",
    "days: [mon, fri], bank_holidays: open",
    "days: [mon], bank_holidays: ask",
    "days: [mon], nth: [1], bank_holidays: closed",
    "on: [2026-12-05, 2027-03-02], except: [2027-03-02]",
    "all_day: true",
    "days: [sat], all_day: true",
    "days: [tue], term_time: true",
    "days: [tue], part: [evening]",
    "days: [mon], every: 2",
    "monthly: true, days: [sat]",
    "weekly: true",
    "note: {en: Ask.}",
)

MEETS = """async ([rules, days, holidays]) => {
  const { meets } = await import("/assets/find/week.js");
  const known = new Set(holidays);
  return rules.map((rule) => days.filter((day) => meets(rule, day, known)));
}"""
SECTIONS = """sheet => Object.fromEntries([...sheet.querySelectorAll(".days section")].map(section => [
  section.querySelector("h2").textContent, [...section.querySelectorAll("h3")].map(name => name.textContent)]))"""
SMALLEST = """() => Math.min(...[...document.querySelectorAll(".sheet *")]
  .filter(part => part.checkVisibility() && [...part.childNodes].some(node => node.nodeType === 3 && node.textContent.trim()))
  .map(part => parseFloat(getComputedStyle(part).fontSize)))"""
POINT = 96 / 72

MONDAY = "2026-11-30T08:00:00"
SHEET = {"en": "en/directory/vale/this-week/millbridge/", "cy": "cy/cyfeiriadur/y-dyffryn/yr-wythnos-hon/pont-y-felin/"}
COVERAGE = {"en": "en/listed/", "cy": "cy/rhestr/"}
PAGES = {"sheet": SHEET, "coverage": COVERAGE}


@pytest.fixture(scope="module")
def towns(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with Server(county.site(tmp_path_factory.mktemp("county"))) as running:
        yield running


def at(contexts: Contexts, moment: str, width: int = WIDE, **emulated: object) -> Page:
    """A page of a browser whose clock stands still."""
    page = contexts.page(width, timezone_id="Europe/London", **emulated)
    page.clock.set_fixed_time(moment)
    return page


def sections(page: Page, number: int = 0) -> dict[str, list[str]]:
    found: dict[str, list[str]] = page.locator(".sheet").nth(number).evaluate(SECTIONS)
    return found


def shown(page: Page, url: str) -> Page:
    page.goto(url)
    expect(page.locator("#week-from option")).to_have_count(9)
    return page


# the twin of `dates`


@pytest.mark.parametrize("first", STARTS, ids=str)
def test_browser_and_python_count_the_same_days(first: date, towns: Server, contexts: Contexts) -> None:
    last = first + timedelta(days=DAYS - 1)
    meetings: list[Meeting] = [*map(meeting, KINDS), *random_meetings(SEED, COUNT)]
    rules = [packed(pattern.of(one)) for one in meetings]
    days = [str(first + timedelta(days=n)) for n in range(DAYS)]
    holidays = [str(day) for day in THERE.bank_holidays(first, last)]
    page = contexts.page()
    page.goto(towns.url + COVERAGE["en"])
    counted: list[list[str]] = page.evaluate(MEETS, [rules, days, holidays])
    expected = [[str(day) for day in dates(one, first, last, THERE)] for one in meetings]
    wrong = [
        (one, ours, theirs) for one, ours, theirs in zip(meetings, expected, counted, strict=True) if ours != theirs
    ]
    assert wrong[:3] == []
    assert sum(map(bool, expected)) > COUNT / 2


# a sheet with dates


def test_sheet_has_the_dates_of_the_coming_seven_days(towns: Server, contexts: Contexts) -> None:
    page = shown(at(contexts, MONDAY), towns.url + SHEET["en"])
    assert page.locator(".dates").inner_text() == "Monday 30 November – Sunday 6 December 2026"
    assert sections(page) == {
        "Monday 30 November": ["Choir", "Fortnight club"],
        "Tuesday 1 December": ["Tuesday walk"],
        "Wednesday 2 December": ["Winter soup"],
        "Thursday 3 December": ["Choir"],
        "Friday 4 December": ["First Friday"],
        "Saturday 5 December": ["Mending days"],
        "Sunday 6 December": ["Quiet room"],
        "Most days": ["Library"],
        "Ask for the day": ["Monthly supper"],
    }


def test_sheet_in_welsh_has_welsh_dates(towns: Server, contexts: Contexts) -> None:
    page = shown(at(contexts, MONDAY), towns.url + SHEET["cy"])
    assert page.locator(".dates").inner_text() == "Dydd Llun 30 Tachwedd – Dydd Sul 6 Rhagfyr 2026"
    assert sections(page)["Dydd Gwener 4 Rhagfyr"] == ["First Friday (cy)"]


@pytest.mark.parametrize(
    ("moment", "there"),
    [("2026-11-30T20:59:00", True), ("2026-11-30T21:00:00", False)],
)
def test_what_is_over_today_is_gone(moment: str, there: bool, towns: Server, contexts: Contexts) -> None:
    page = shown(at(contexts, moment), towns.url + SHEET["en"])
    assert ("Choir" in sections(page)["Monday 30 November"]) is there
    assert "Fortnight club" in sections(page)["Monday 30 November"], "whose end nobody knows"


def test_another_week_can_be_chosen_and_what_is_not_in_it_says_when_it_is_next(
    towns: Server, contexts: Contexts
) -> None:
    page = shown(at(contexts, "2026-11-30T22:00:00"), towns.url + SHEET["en"])
    page.select_option("#week-from", "2026-12-07")
    found = sections(page)
    assert found["Monday 7 December"] == ["Choir"], "nothing is over of a day to come"
    assert found["Not this week"] == ["Fortnight club", "First Friday"]
    later = page.locator('[data-sort="some"] .times')
    assert later.nth(0).inner_text().endswith("Next: Monday 14 December")
    assert later.nth(1).inner_text().endswith("Next: Friday 1 January")
    assert "Mending days" not in page.locator(".sheet").inner_text()


def test_bank_holidays_are_told_and_what_is_closed_then_is_not(towns: Server, contexts: Contexts) -> None:
    page = shown(at(contexts, MONDAY), towns.url + SHEET["en"])
    page.select_option("#week-from", "2026-12-28")
    assert sections(page)["Monday 28 December"] == ["Fortnight club"]
    told = page.locator(".sheet .holiday")
    assert told.all_inner_texts() == ["Bank holiday: ring first."] * 2
    assert sections(page)["Friday 1 January"] == ["First Friday"]


def test_out_of_season_and_in_it(towns: Server, contexts: Contexts) -> None:
    page = shown(at(contexts, "2027-02-01T08:00:00"), towns.url + SHEET["en"])
    assert "Winter soup" not in page.locator(".sheet").inner_text()
    assert sections(page)["Friday 5 February"] == ["First Friday"]


def test_sheet_says_what_today_makes_of_a_date(towns: Server, contexts: Contexts) -> None:
    page = shown(at(contexts, "2027-10-04T08:00:00"), towns.url + SHEET["en"])
    walk = page.locator("li", has_text="Tuesday walk").locator(".fresh")
    expect(walk).to_have_text("Checked 1 September 2026: the county council; not checked for a year: ring first")


def test_both_languages_side_by_side_and_one_again(towns: Server, contexts: Contexts) -> None:
    page = shown(at(contexts, MONDAY), towns.url + SHEET["en"])
    page.locator(".week-both").check()
    expect(page.locator(".sheet")).to_have_count(2)
    second = page.locator(".sheet").nth(1)
    assert second.get_attribute("lang") == "cy"
    assert sections(page, 1)["Dydd Llun 30 Tachwedd"] == ["Choir (cy)", "Fortnight club (cy)"]
    expect(second.locator("li", has_text="Tuesday walk").locator(".fresh")).to_contain_text("Gwiriwyd 1 Medi 2026")
    assert second.locator("h3 a").first.get_attribute("href") == f"{towns.url}cy/cyfeiriadur/y-dyffryn/choir-cy/"
    boxes = [box for sheet in page.locator(".sheet").all() if (box := sheet.bounding_box())]
    assert boxes[0]["y"] == boxes[1]["y"]
    page.set_viewport_size({"width": NARROW, "height": 800})
    boxes = [box for sheet in page.locator(".sheet").all() if (box := sheet.bounding_box())]
    assert boxes[0]["y"] + boxes[0]["height"] <= boxes[1]["y"], "one below the other on a phone"
    page.select_option("#week-from", "2026-12-07")
    assert next(iter(sections(page, 1))) == "Dydd Llun 7 Rhagfyr"
    page.locator(".week-both").uncheck()
    expect(page.locator(".sheet")).to_have_count(1)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_sheet_without_scripts_is_whole_and_offers_nothing_that_would_not_work(
    lang: str, towns: Server, contexts: Contexts
) -> None:
    page = contexts.page(NARROW, java_script_enabled=False)
    page.goto(towns.url + SHEET[lang])
    assert page.locator(".sheet li").count() == 11
    assert page.locator(".week-tools :is(select, input, button):visible").count() == 0


@pytest.mark.parametrize("lang", LANGUAGES)
def test_paper_is_large_and_bare(lang: str, towns: Server, contexts: Contexts) -> None:
    page = shown(at(contexts, MONDAY), towns.url + SHEET[lang])
    page.locator(".week-both").check()
    expect(page.locator(".sheet")).to_have_count(2)
    page.emulate_media(media="print")
    assert page.evaluate(SMALLEST) >= 16 * POINT - 0.01
    for gone in (".top", ".crumbs", ".week-tools", ".help", "footer", ".suggest"):
        assert page.locator(f"{gone}:visible").count() == 0, gone
    assert "county.example/" in page.locator(".sheet-foot").first.inner_text()
    page.emulate_media(media="screen")


# what is listed


@pytest.mark.parametrize(
    ("moment", "counts"),
    [
        ("2026-11-30T08:00:00", {"due": "0", "overdue": "0", "old": "12"}),
        ("2027-04-01T08:00:00", {"due": "1", "overdue": "0", "old": "12"}),
        ("2027-10-01T08:00:00", {"due": "0", "overdue": "1", "old": "13"}),
    ],
)
def test_page_counts_what_today_makes_of_the_dates(
    moment: str, counts: dict[str, str], towns: Server, contexts: Contexts
) -> None:
    page = at(contexts, moment)
    page.goto(towns.url + COVERAGE["en"])
    for name, n in counts.items():
        cells = page.locator(f'td[data-later="{name}"]')
        expect(cells.last).to_be_visible()
        row = page.locator("tr", has=page.get_by_role("rowheader", name="Vale")).locator(f'td[data-later="{name}"]')
        assert row.inner_text() == n, name


@pytest.mark.parametrize("lang", LANGUAGES)
def test_page_without_scripts_shows_no_empty_column(lang: str, towns: Server, contexts: Contexts) -> None:
    page = contexts.page(java_script_enabled=False)
    page.goto(towns.url + COVERAGE[lang])
    assert page.locator("[data-later]:visible").count() == 0
    assert page.locator("table:visible").count() == 7


def test_wide_table_scrolls_by_keyboard_and_its_first_column_stays(towns: Server, contexts: Contexts) -> None:
    page = contexts.page(280, 740)
    page.goto(towns.url + COVERAGE["en"])
    page.evaluate("document.querySelectorAll('.matrix td').forEach(cell => { cell.style.minWidth = '9rem'; })")
    tab_to(page, ".across:has(.matrix)")
    before: dict[str, Any] | None = page.locator(".matrix tbody th").first.bounding_box()
    for _ in range(100):
        page.keyboard.press("ArrowRight")
        if page.locator(".across").first.evaluate("region => region.scrollLeft") > 40:
            break
    assert page.locator(".across").first.evaluate("region => region.scrollLeft") > 40
    after: dict[str, Any] | None = page.locator(".matrix tbody th").first.bounding_box()
    assert before
    assert after
    assert abs(before["x"] - after["x"]) <= 1


def test_tell_us_opens_the_panel(towns: Server, contexts: Contexts) -> None:
    page = contexts.page(NARROW)
    page.goto(towns.url + COVERAGE["en"])
    page.locator(".wanted > p a").click()
    assert page.locator("#suggest").get_attribute("open") is not None
    assert page.evaluate("document.activeElement.closest('#suggest') !== null")


# for every eye, by keyboard


@pytest.mark.parametrize("lang, scheme", LOOKS)
@pytest.mark.parametrize("kind", PAGES)
def test_page_has_no_faults_in_any_state(kind: str, lang: str, scheme: str, towns: Server, contexts: Contexts) -> None:
    page = contexts.page(color_scheme=scheme)
    load(page, towns.url + PAGES[kind][lang])
    found: dict[str, list[str]] = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        found[f"{width} px"] = faults(page)
    page.evaluate("document.querySelectorAll('details').forEach(panel => { panel.open = true; })")
    if kind == "sheet":
        page.locator(".week-both").check()
        expect(page.locator(".sheet")).to_have_count(2)
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 800})
        found[f"all open, {width} px"] = faults(page)
    page.evaluate(TEXT_AT_200_PERCENT)
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 800})
        found[f"text at 200 %, {width} px"] = faults(page)
    assert report(found) == ""


@pytest.mark.parametrize("width", [NARROW, WIDE])
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", PAGES)
def test_keyboard_meets_everything_in_order_and_in_sight(
    kind: str, lang: str, width: int, towns: Server, contexts: Contexts
) -> None:
    page = contexts.page(width, 740)
    page.goto(towns.url + PAGES[kind][lang])
    page.wait_for_load_state("networkidle")
    walk(page)


def test_sheet_is_made_by_keyboard_alone(towns: Server, contexts: Contexts) -> None:
    page = shown(at(contexts, MONDAY), towns.url + SHEET["en"])
    tab_to(page, "#week-from")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".dates")).to_have_text("Monday 7 December – Sunday 13 December 2026")
    tab_to(page, ".week-both")
    page.keyboard.press("Space")
    expect(page.locator(".sheet")).to_have_count(2)

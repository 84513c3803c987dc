"""A reader's review of themselves, and the pages it leads from: marked, kept as chosen, saved as a file and opened again in either
language, never sent; whole as a form without a script; and heard as it is seen."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.abilities import FILES
from tests.browser.conftest import Contexts, Device
from tests.browser.places import LANGUAGES
from tests.browser.server import Server
from tests.browser.test_keyboard import focused, tab_to
from tests.browser.test_plan import LEFT, NOTHING
from tests.browser.test_screen_reader import compare
from tests.conftest import made

REVIEW = {"en": "en/self-review/", "cy": "cy/self-review/"}
PAGES = {
    "matrix": {"en": "en/matrix/", "cy": "cy/matrix/"},
    "self-review": REVIEW,
    "competence": {"en": "en/competencies/listening/", "cy": "cy/cymwyseddau/gwrando/"},
}
MARK = "#review-{} [value={}]"


@pytest.fixture(scope="module")
def abilities(between_workers: Path) -> Iterator[Server]:
    with Server(made(FILES, between_workers / "abilities") / "site") as running:
        yield running


@pytest.fixture
def page(abilities: Server, device: Device) -> Page:
    return opened(device(), abilities)


def opened(page: Page, abilities: Server, lang: str = "en", tail: str = "") -> Page:
    page.goto(abilities.url + REVIEW[lang] + tail)
    page.locator(".review-open button").wait_for()
    return page


def mark(page: Page, part: str, step: str, note: str = "", following: str = "") -> None:
    page.locator(MARK.format(part, step)).check()
    if note:
        page.locator(f"#review-{part} [name=note]").fill(note)
    if following:
        page.locator(f"#review-{part} [name=next]").fill(following)


def held(page: Page, part: str) -> tuple[str, str, str]:
    """What a part shows: the step, the note, what is next."""
    step = page.evaluate("part => document.querySelector(`#review-${part} :checked`)?.value ?? ''", part)
    fields = (page.locator(f"#review-{part} [name={name}]").input_value() for name in ("note", "next"))
    return (step, *fields)


def saved(page: Page, folder: Path) -> Path:
    with page.expect_download() as download:
        page.locator(".review-save").click()
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    return file


def table(page: Page) -> list[list[str]]:
    return [row.locator("th, td").all_inner_texts() for row in page.locator(".review-table tbody tr").all()]


def says(page: Page, text: str) -> None:
    expect(page.locator(".review-said")).to_have_text(text)


def test_marks_and_notes_survive_a_reload_and_the_other_language(page: Page, abilities: Server) -> None:
    mark(page, "listening", "with-help", "Heard him out.\nTwice.", "Ask less")
    mark(page, "walking", "helps-others")
    expect(page.locator("#review-plain .review-count")).to_have_text("2 of 2 marked")
    assert table(page) == [["Listening", "with help", "Ask less"], ["Walking along", "I help others", ""]]
    page.reload()
    assert held(page, "listening") == ("with-help", "Heard him out.\nTwice.", "Ask less")
    page.locator("a.switch").click()
    expect(page.locator("html")).to_have_attribute("lang", "cy")
    assert held(page, "listening") == ("with-help", "Heard him out.\nTwice.", "Ask less")
    assert table(page)[0] == ["Gwrando", "gyda help", "Ask less"]


def test_one_list_at_a_time_each_with_its_own_marks(page: Page) -> None:
    mark(page, "listening", "on-my-own")
    page.get_by_label("Deep").check()
    expect(page.locator("#review-plain")).to_be_hidden()
    expect(page.locator("#review-deep .review-count")).to_have_text("0 of 3 marked")
    mark(page, "ask", "not-yet")
    page.reload()
    expect(page.locator("#review-deep .review-count")).to_have_text("1 of 3 marked")
    page.get_by_label("Plain headings").check()
    assert held(page, "listening")[0] == "on-my-own"


def test_a_competence_leads_to_its_place_in_the_review(abilities: Server, device: Device) -> None:
    page = device()
    page.goto(abilities.url + "en/competencies/ask/")
    page.get_by_role("link", name="Mark where you stand").click()
    expect(page.locator("#review-ask")).to_be_in_viewport()
    expect(page.locator("#review-plain")).to_be_hidden()


def test_a_mark_is_taken_away_by_keyboard(page: Page) -> None:
    expect(page.locator("#review-listening .review-unmark")).to_be_hidden()
    page.locator("#review-listening [type=radio]").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    assert held(page, "listening")[0] == "with-help"
    tab_to(page, "#review-listening .review-unmark")
    page.keyboard.press("Enter")
    assert held(page, "listening")[0] == "" and focused(page, "#review-listening [type=radio]")
    says(page, "The mark is taken away.")
    expect(page.locator(".review-glance")).to_be_hidden()


def test_it_dies_with_the_tab_unless_it_is_kept(page: Page, abilities: Server) -> None:
    mark(page, "listening", "with-help", "private")
    assert page.evaluate(LEFT) == {**NOTHING, "tab": ["geirfa.review"]}
    other = opened(page.context.new_page(), abilities)
    assert held(other, "listening") == ("", "", "")
    other.close()
    page.locator(".review-kept").check()
    says(page, "Kept on this device.")
    assert page.evaluate(LEFT) == {**NOTHING, "local": ["geirfa.review"]}
    other = opened(page.context.new_page(), abilities, "cy")
    assert held(other, "listening") == ("with-help", "private", "")
    expect(other.locator(".review-kept")).to_be_checked()


@pytest.mark.parametrize("kept", [False, True])
def test_finish_and_clear_leaves_nothing(kept: bool, page: Page) -> None:
    mark(page, "listening", "with-help", "private")
    page.get_by_label("Deep").check()
    mark(page, "ask", "not-yet")
    if kept:
        page.locator(".review-kept").check()
    page.locator(".review-clear").click()
    assert focused(page, "h1")
    says(page, "Your review is taken off this device.")
    assert page.evaluate(LEFT) == NOTHING
    assert held(page, "ask") == ("", "", "")
    page.get_by_label("Plain headings").check()
    assert held(page, "listening") == ("", "", "")


def test_a_file_is_opened_again_in_the_other_language(page: Page, abilities: Server, tmp_path: Path) -> None:
    mark(page, "listening", "helps-others", "Heard “him” out — ŵyr neb", "Rest")
    file = saved(page, tmp_path)
    assert json.loads(file.read_text(encoding="utf-8"))["parts"] == [
        {
            "id": "listening",
            "part": "Listening",
            "step": "helps-others",
            "note": "Heard “him” out — ŵyr neb",
            "next": "Rest",
        }
    ]
    page.locator(".review-clear").click()
    opened(page, abilities, "cy")
    page.locator("[type=file]").set_input_files(file)
    says(page, "Mae'r ffeil ar agor: 1 o 2 wedi'u nodi.")
    assert held(page, "listening") == ("helps-others", "Heard “him” out — ŵyr neb", "Rest")
    assert focused(page, "#review-plain h2")


def test_a_file_replaces_what_is_marked_only_when_asked(page: Page, tmp_path: Path) -> None:
    mark(page, "listening", "helps-others")
    file = saved(page, tmp_path)
    mark(page, "listening", "not-yet")
    for button, step in ((".review-leave", "not-yet"), (".review-take", "helps-others")):
        page.locator("[type=file]").set_input_files(file)
        expect(page.locator(".review-replace")).to_be_visible()
        assert focused(page, ".review-take")
        page.locator(button).click()
        expect(page.locator(".review-replace")).to_be_hidden()
        assert held(page, "listening")[0] == step


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{", "This is no file that was saved on this page."),
        ('{"what": "else", "list": "plain", "parts": []}', "This is no file that was saved on this page."),
        ("[" * 100_000 + "]" * 100_001, "This is no file that was saved on this page."),
        (
            '{"what": "geirfa self-review", "list": "gone", "parts": []}',
            "This file belongs to a list that is not on this page.",
        ),
        (
            '{"what": "geirfa self-review", "list": "plain", "parts": [null, {"id": "gone", "step": "not-yet"}, '
            '{"id": "listening", "step": "best", "note": 7, "next": "<b>Rest</b>"}]}',
            "The file is open: 0 of 2 marked. Some of what it holds belongs to parts that are not here any more, and is left out.",
        ),
    ],
    ids=["broken", "other", "too-big", "other-list", "half"],
)
def test_a_file_that_cannot_be_read_is_told(text: str, told: str, page: Page, tmp_path: Path) -> None:
    file = tmp_path / "review.json"
    file.write_text(text, encoding="utf-8")
    page.locator("[type=file]").set_input_files(file)
    expect(page.locator(".review-trouble")).to_have_text(told)
    says(page, told)
    if "gone" in text and "Rest" in text:
        assert held(page, "listening") == ("", "", "<b>Rest</b>")
        assert table(page) == [["Listening", "not marked", "<b>Rest</b>"]]


def test_nothing_is_asked_of_any_server(page: Page, tmp_path: Path) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    mark(page, "listening", "with-help", "private", "private")
    page.locator(".review-kept").check()
    file = saved(page, tmp_path)
    page.locator(".review-clear").click()
    page.locator("[type=file]").set_input_files(file)
    expect(page.locator("#review-plain .review-count")).to_have_text("1 of 2 marked")
    assert [url for url in asked if not url.startswith("blob:")] == []
    assert "private" not in page.url


def test_it_is_a_form_to_print_without_a_script(abilities: Server, contexts: Contexts) -> None:
    page = contexts.page(java_script_enabled=False)
    page.goto(abilities.url + REVIEW["en"])
    expect(page.locator(".review-point")).to_have_count(5)
    assert all(part.is_visible() for part in page.locator(".review-point").all())
    assert page.locator(".review-page button:visible").count() == 0
    assert page.locator(".review-choice, .review-keep").first.is_hidden()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", PAGES)
def test_it_is_heard_as_it_is_seen(kind: str, lang: str, abilities: Server, contexts: Contexts) -> None:
    page = contexts.page()
    page.goto(abilities.url + PAGES[kind][lang])
    if kind == "self-review":
        page.locator(".review-open button").wait_for()
    compare(f"{kind}.{lang}", page.locator("main").aria_snapshot())

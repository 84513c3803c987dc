"""The finder of groups as its readers meet it: where, what, what makes it hard; true counts; never an empty answer."""

from __future__ import annotations

import random
import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Locator, expect

from generator.kinds.fields import Point
from tests.browser import finding
from tests.browser.conftest import Device
from tests.browser.finding import Choices, Recount, ask, counts, ids, opened, results, settled, total
from tests.browser.places import LANGUAGES
from tests.browser.server import Server
from tests.browser.test_keyboard import focused, tab_to
from tests.browser.waiting import until

SEED = 20261130
PHONE = {"width": 360, "height": 740, "has_touch": True, "is_mobile": True}

# Where


@pytest.mark.parametrize(
    "lang, typed, near, said",
    [
        ("en", "NP20 4UR", "NP20", "Near NP20 4UR"),
        ("cy", " np204ur ", "NP20", "Yn agos: NP20 4UR"),
        ("en", "NP20", "NP20", "Near NP20"),
        ("cy", "ll57", "LL57", "Yn agos: LL57"),
        ("en", "Casnewydd", "Newport (Casnewydd)", "Near Newport (Casnewydd)"),
        ("cy", "Casnewydd", "Casnewydd", "Yn agos: Casnewydd"),
        ("en", "Aberystwyth", "Aberystwyth", "Near Aberystwyth"),
        ("cy", "Wrexham", "Wrecsam (Wrexham)", "Yn agos: Wrecsam (Wrexham)"),
        ("en", "1 Stow Hill, Newport, NP20 4UR", "NP20", "Near NP20 4UR"),
    ],
)
def test_near_me(lang: str, typed: str, near: str, said: str, server: Server, device: Device) -> None:
    page = opened(device(), server, lang=lang)
    ask(page, typed)
    assert settled(page).startswith(said)
    fragment = page.evaluate("new URLSearchParams(location.hash.slice(1)).toString()")
    assert page.evaluate("([...new URLSearchParams(location.hash.slice(1))])") == [["near", near]], fragment
    assert urlsplit(page.url).query == ""
    shown = ids(page)
    assert len(shown) >= finding.ENOUGH
    far = [
        float(re.sub(r"[^0-9.]", "", text) or 0.4)
        for text in page.locator("ol.results").first.locator(".far").all_inner_texts()
    ]
    assert len(far) == len(shown)
    bands = [sum(miles > radius for radius in finding.RADII) for miles in far]
    assert bands == sorted(bands)
    expect(page.locator(".ask-here")).to_be_visible()
    expect(page.locator(".everywhere")).to_be_visible()


@pytest.mark.parametrize(
    "lang, typed, offered",
    [
        ("en", "NEWPORT", ["Newport, Newport", "Newport, Pembrokeshire"]),
        ("cy", "newport", ["Casnewydd (Newport), Casnewydd", "Trefdraeth (Newport), Sir Benfro"]),
    ],
)
def test_both_newports_are_offered_by_their_areas(
    lang: str, typed: str, offered: list[str], server: Server, device: Device
) -> None:
    page = opened(device(), server, lang=lang)
    page.locator("#where").fill(typed)
    page.keyboard.press("Enter")
    choices = page.locator(".where-choices button")
    expect(choices).to_have_count(2)
    assert sorted(choices.all_inner_texts()) == offered
    assert focused(page, ".where-choices button"), "who asked by key goes on by key"
    expect(page.locator(".where-said")).not_to_be_empty()
    page.locator(".where-choices button", has_text=offered[1]).press("Enter")
    settled(page)
    assert offered[1] in page.locator(".status").inner_text()
    assert page.locator("#where").input_value() == offered[1]
    expect(page.locator(".where-choices")).to_be_hidden()
    shown = ids(page)
    page.reload()
    settled(page)
    assert (offered[1] in page.locator(".status").inner_text(), ids(page)) == (True, shown)


def test_leaving_the_field_finds_and_takes_no_focus(server: Server, device: Device) -> None:
    page = opened(device(), server)
    page.locator("#where").fill("Newport")
    page.keyboard.press("Escape")
    page.locator("#words").click()
    expect(page.locator(".where-choices button")).to_have_count(2)
    assert focused(page, "#words")


@pytest.mark.parametrize("typed", ["qqqq", "SW1A 1AA", "NP20 4UX"])
def test_what_is_not_known_is_said(typed: str, server: Server, device: Device) -> None:
    page = opened(device(), server)
    page.locator("#where").fill(typed)
    page.keyboard.press("Enter")
    said = page.locator(".where-said.notice")
    expect(said).to_be_visible()
    known = typed.startswith("NP20")  # its first half is
    expect(page.locator("#where")).to_have_attribute("aria-invalid", "false" if known else "true")
    assert ("middle of NP20" in said.inner_text()) is known
    expect(page.locator(".outcome")).to_be_visible(visible=known)
    ask(page, "Bangor")
    expect(page.locator(".where-said")).to_be_empty()


def test_places_are_suggested_while_one_types(server: Server, device: Device) -> None:
    page = opened(device(), server)
    field, options = page.locator("#where"), page.get_by_role("option")
    expect(field).to_have_role("combobox")
    field.press_sequentially("aber")
    expect(options.first).to_be_visible()
    assert all(text.startswith("Aber") for text in options.all_inner_texts())
    listed = page.locator(f"#{field.get_attribute('aria-controls')}")
    expect(listed).to_have_role("listbox")
    assert listed.get_attribute("aria-label") == "Places"
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(page.locator(".where [role=status]")).to_have_text(f"{options.count()} places")
    page.keyboard.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    assert field.get_attribute("aria-activedescendant") is None
    page.keyboard.press("ArrowDown")
    assert field.get_attribute("aria-activedescendant") == options.first.get_attribute("id")
    chosen = options.first.inner_text()
    page.keyboard.press("Enter")
    assert chosen in settled(page)
    assert field.input_value() == chosen
    expect(options.first).to_be_hidden()
    field.fill("swan")
    expect(options.first).to_be_visible()
    page.keyboard.press("Escape")
    expect(options.first).to_be_hidden()
    assert (field.input_value(), focused(page, "#where")) == ("swan", True)
    field.press_sequentially("s")
    options.first.click()
    expect(page.locator(".status")).to_contain_text("Near Swansea")


def test_what_begins_a_postcode_is_not_looked_up_while_one_types(server: Server, device: Device) -> None:
    page = opened(device(), server)
    with server.overheard() as heard:
        page.locator("#where").press_sequentially("NP20 4U")
        until(page, "performance.getEntriesByType('resource').some(({name}) => name.includes('geo/places'))")
        expect(page.get_by_role("option")).to_have_count(0)
    assert not [line for line in heard if "NP20" in line]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_place_typed_on_the_home_page(lang: str, server: Server, device: Device) -> None:
    page = device()
    page.goto(f"{server.url}{lang}/")
    page.locator("#near-me").fill("LL57 1AA" if lang == "en" else "Wrecsam")
    page.locator("#near-me").press("Enter")
    page.wait_for_url("**/#near=*")
    settled(page)
    assert page.evaluate("location.hash") == ("#near=LL57" if lang == "en" else "#near=Wrecsam")
    page.go_back()
    expect(page.locator("#near-me")).to_be_visible()
    page.locator("#near-me").fill("")
    page.locator("#near-me").press_sequentially("caern")
    page.get_by_role("option").first.click()
    page.wait_for_url("**/#near=Caernarfon")
    assert "Caernarfon" in settled(page)


def test_the_place_of_the_device(server: Server, device: Device) -> None:
    page = device(geolocation={"latitude": 53.2281, "longitude": -4.1293}, permissions=["geolocation"])
    opened(page, server)
    page.locator(".device").click()
    assert settled(page).startswith("Near where you are")
    assert page.evaluate("location.hash") == "#here="
    shown = ids(page)
    page.reload()
    settled(page)
    assert ids(page) == shown
    page.locator("a.switch").click()
    page.wait_for_url("**/cy/**")
    assert "Yn agos" in settled(page)
    assert ids(page) == shown
    page.get_by_role("button", name="Tynnu").click()
    expect(page.locator(".status")).not_to_contain_text("Yn agos")
    refused = opened(device(), server)
    refused.locator(".device").click()
    expect(refused.locator(".where-said.notice")).to_be_visible()
    assert focused(refused, "#where")


# What narrows down

CASES: list[Choices] = [
    {},
    {"need": ["loneliness"]},
    {"need": ["loneliness", "food"], "good": ["free"]},
    {"day": ["tue"]},
    {"day": ["tue", "wed"], "part": ["morning"]},
    {"part": ["evening"], "for": ["men"]},
    {"activity": ["walking"], "area": ["cardiff", "powys"]},
    {"interest": ["food-and-company"], "good": ["free", "self"]},
]


def asked(choices: Choices, **more: str) -> str:
    return (
        "&".join(
            [
                *(f"{facet}={','.join(values)}" for facet, values in choices.items()),
                *(f"{k}={v}" for k, v in more.items()),
            ]
        )
        or "all="
    )


@pytest.mark.parametrize("choices", CASES, ids=lambda case: asked(case))
def test_counts_are_true(choices: Choices, server: Server, device: Device, recount: Recount) -> None:
    page = opened(device(), server, asked(choices))
    settled(page)
    assert total(page) == len(recount.found(choices))
    assert counts(page) == recount.counts(choices)


@pytest.mark.parametrize("choices", CASES[:3], ids=lambda case: asked(case))
def test_counts_near_a_place_are_true(choices: Choices, server: Server, device: Device, recount: Recount) -> None:
    """Where nothing lies just at the edge: the page knows places to some thirty metres."""
    grid = recount.directory.whereabouts.grid
    assert grid
    near = {name: grid.point(name) for name in ("CF10", "SA1", "LL57", "CF37", "NP20", "SY23")}

    def clear(here: Point, radius: int) -> bool:
        miles = [recount.miles(asset, here) for asset in recount.directory.assets]
        return (
            not any(abs(far - radius) < 0.05 for far in miles)
            and len(recount.found(choices, here, radius)) >= finding.ENOUGH
        )

    name, here, radius = next(
        (name, here, radius) for name, here in near.items() for radius in (20, 10, 50) if here and clear(here, radius)
    )
    page = opened(device(), server, asked(choices, near=name, within=str(radius)))
    settled(page)
    assert total(page) == len(recount.found(choices, here, radius))
    assert counts(page) == recount.counts(choices, here, radius)
    while page.locator(".more").is_visible():
        shown = results(page).count()
        page.locator(".more").click()
        expect(results(page).nth(shown)).to_be_visible()
        assert focused(page, f"ol.results > li:nth-child({shown + 1}) a")
    assert set(ids(page)) == recount.found(choices, here, radius)


def test_choosing_and_taking_away(server: Server, device: Device, recount: Recount) -> None:
    page = opened(device(), server, "near=CF10&within=20")
    before = total(page)
    for summary in page.locator(".choice-list > summary").all():
        summary.click()

    def choose(facet: str, value: str) -> None:
        page.locator(f"fieldset[data-facet={facet}] input[value={value}]").check()

    choose("need", "loneliness")
    expect(page.locator(".chips .chip")).to_have_count(1)
    assert total(page) < before
    choose("good", "free")
    choose("need", "food")
    chips = page.locator(".chips .chip")
    expect(chips).to_have_count(4)  # three and one that clears all
    assert page.evaluate("location.hash") == "#near=CF10&within=20&need=loneliness%2Cfood&good=free"
    expect(page.locator(".chosen")).to_have_text("(3)")
    expect(page.locator(".hard input[value=free]")).to_be_checked()
    page.get_by_role("button", name="Remove filter: Loneliness").click()
    expect(chips).to_have_count(3)
    assert focused(page, ".chips li:first-child .chip")
    page.keyboard.press("Enter")
    expect(chips).to_have_count(1)
    page.keyboard.press("Enter")
    expect(chips).to_have_count(0)
    assert focused(page, ".filters > summary")
    assert total(page) == before
    page.go_back()
    expect(chips).to_have_count(1)
    choose("good", "self")
    page.locator("#words").fill("choir")
    expect(page.locator(".chips")).to_contain_text("Words: choir")
    page.get_by_role("button", name="Clear all filters").click()
    expect(page.locator(".chips")).to_be_hidden()
    assert (page.locator("#words").input_value(), page.evaluate("location.hash")) == ("", "#near=CF10&within=20")


def test_the_order(server: Server, device: Device, recount: Recount) -> None:
    page = opened(device(), server, "area=gwynedd")
    settled(page)
    known = recount.directory.catalogue
    assets = [asset for asset in recount.directory.assets if asset.shelf == "gwynedd"]
    expect(page.locator("#sort")).to_have_value("checked")
    expect(page.locator("#sort option[value=distance]")).to_have_js_property("disabled", True)
    page.locator("#sort").select_option("name")
    expect(page.locator(".status")).to_contain_text("alphabetical")
    assert ids(page) == [asset.id for asset in sorted(assets, key=lambda asset: known.rank(asset, "en"))]
    ask(page, "Bangor")
    expect(page.locator("#sort")).to_have_value("name")
    page.locator("#sort").select_option("distance")
    expect(page.locator(".status")).to_contain_text("nearest first")
    page.go_back()
    expect(page.locator(".status")).to_contain_text("alphabetical")


def test_the_language_switch_keeps_place_and_filters(server: Server, device: Device) -> None:
    page = opened(device(), server, "need=loneliness&within=20")
    ask(page, "LL57 1AB")
    shown = ids(page)
    page.locator("#words").fill("shed")
    expect(page.locator(".chips")).to_contain_text("Words: shed")
    some = ids(page)
    page.locator("a.switch").click()
    page.wait_for_url("**/cy/**")
    assert "LL57 1AB" in settled(page)
    assert (page.locator("#where").input_value(), page.locator("#words").input_value()) == ("LL57 1AB", "shed")
    expect(page.locator(".chips .chip").first).to_be_visible()
    assert len(ids(page)) >= 1 and shown and some
    assert page.evaluate("location.hash") == "#near=LL57&within=20&q=shed&need=loneliness"


# Never nothing


def test_fewer_than_three_look_further_and_say_so(server: Server, device: Device, recount: Recount) -> None:
    """Some need near some district, of which the recount says that the nearest radius holds fewer than three."""
    grid = recount.directory.whereabouts.grid
    assert grid
    here = grid.point("LL40")
    assert here
    reach = {
        need: [len(recount.found({"need": [need]}, here, radius)) for radius in finding.RADII]
        for need in recount.directory.by_need
    }
    need, found = next((need, n) for need, n in reach.items() if n[1] < finding.ENOUGH <= n[-1])
    used = next(radius for radius, n in zip(finding.RADII, found, strict=True) if radius > 5 and n >= finding.ENOUGH)
    page = opened(device(), server, f"near=LL40&need={need}")
    assert f"within {used} miles" in settled(page)
    assert total(page) == found[finding.RADII.index(used)]
    expect(page.locator(".widened")).to_have_text(
        f"Fewer than three within 5 miles, so this looks further: within {used} miles."
    )


def test_fewer_than_three_anywhere_lead_on(server: Server, device: Device, recount: Recount) -> None:
    here = Point(53.2281, -4.1293)
    some = [
        (activity, need)
        for activity in recount.directory.by_activity
        for need in recount.directory.by_need
        if 0
        < len(recount.found({"activity": [activity], "need": [need]}, here, 0) - everywhere(recount))
        < finding.ENOUGH
        and recount.found({"activity": [activity], "need": [need]}) & everywhere(recount)
    ]
    activity, need = some[0]
    page = opened(device(), server, f"near=LL57&activity={activity}&need={need}")
    settled(page)
    expect(page.locator(".widened")).to_contain_text("Fewer than three")
    expect(page.locator(".everywhere .results > li").first).to_be_visible()
    expect(page.locator(".ask-here a[href^='tel:']").first).to_be_visible()
    expect(page.get_by_role("link", name="Looked and found nothing? Tell us")).to_be_visible()


def everywhere(recount: Recount) -> set[str]:
    """What is listed for all."""
    return {asset.id for id in recount.directory.everywhere for asset in recount.directory.by_area[id]}


@pytest.mark.parametrize("where", ["", "near=LL57&"])
def test_nothing_leads_to_people(where: str, server: Server, device: Device) -> None:
    page = opened(device(), server, f"{where}q=qqqqq")
    assert "Nothing is listed for this yet" in settled(page)
    assert results(page).count() == 0
    expect(page.locator(".widened")).to_be_hidden()
    expect(page.locator(".ask-here a[href^='tel:']").first).to_be_visible()
    page.get_by_role("link", name="Looked and found nothing? Tell us").click()
    assert page.locator("#suggest").get_attribute("open") is not None


def test_words_of_danger_bring_the_numbers_first(server: Server, device: Device) -> None:
    for lang, words in (("en", "want to die"), ("cy", "isio marw")):
        page = opened(device(), server, lang=lang)
        page.locator("#words").fill(words)
        expect(page.locator(".crisis .number").first).to_be_visible()
        page.locator("#words").fill("choir")
        expect(page.locator(".crisis")).to_have_count(0)


def test_what_has_no_place_is_found_in_its_area(server: Server, device: Device, recount: Recount) -> None:
    """Who rings people at home all over an area is near to everybody in it."""
    directory = recount.directory
    whole = next(a for a in directory.assets if not directory.spots[a.id] and a.shelf not in directory.everywhere)
    entry = directory.areas[whole.shelf]
    assert entry.place
    beside = next(
        a
        for a in directory.by_area[whole.shelf]
        if directory.spots[a.id] and any(v.postcode for v in a.venues.values())
    )
    postcode = next(venue.postcode for venue in beside.venues.values() if venue.postcode)
    page = opened(device(), server)
    ask(page, postcode)
    while page.locator(".more-everywhere").is_visible():
        shown = page.locator(".everywhere .results > li").count()
        page.locator(".more-everywhere").click()
        expect(page.locator(".everywhere .results > li").nth(shown)).to_be_visible()
    assert page.locator(f".everywhere [data-asset='{whole.id}']").count() == 1


LOCATE = """async (codes) => {
  const [{ locate }, { Model }, { unpack }, { read, texts }] = await Promise.all(
    ["near", "model", "unpack", "rows"].map((name) => import(`/assets/find/${name}.js`)));
  const index = unpack(await read("find/index.json"));
  const model = new Model(index, new Date(), (await texts()).days);
  const found = [];
  for (const code of codes) {
    const { matches: [{ lat, lon, area, precise }] } = await locate(code);
    const answer = model.find({ choices: {}, here: [lat, lon], area, radius: 5, sort: "distance", words: null, order: null });
    const [html] = await read(`find/en/ask-${area}.json`);
    const ask = new DOMParser().parseFromString(html, "text/html");
    found.push({ area, precise, radius: answer.radius, numbers: answer.numbers.length, everywhere: answer.everywhere.length,
                 nearest: answer.miles[answer.numbers[0]], ways: ask.querySelectorAll("a[href^='tel:'], a[href^='mailto:'], a[href^='http']").length });
  }
  return found;
}"""


def test_thirty_postcodes_each_lead_somewhere(server: Server, device: Device, recount: Recount) -> None:
    """Real ones: one in each of the 22 areas, eight more anywhere."""
    whereabouts = recount.directory.whereabouts
    grid = whereabouts.grid
    assert grid
    chosen = random.Random(SEED)
    every = [f"{name} {unit}" for name in grid.districts for unit in grid.district(name).units]
    chosen.shuffle(every)
    codes: dict[str, str] = {}
    for code in every:
        codes.setdefault(whereabouts.by_code[grid.authority(code) or ""], code)
    assert len(codes) == 22
    thirty = [*codes.values(), *[code for code in every if code not in codes.values()][:8]]
    found = opened(device(), server).evaluate(LOCATE, thirty)
    assert len(found) == 30
    for code, answer in zip(thirty, found, strict=True):
        assert answer["precise"] and answer["area"] == whereabouts.by_code[grid.authority(code) or ""], code
        assert answer["numbers"] >= finding.ENOUGH and answer["nearest"] <= 50, (code, answer)
        assert answer["everywhere"] > 0 and answer["ways"] > 0, (code, answer)


PART_E = {
    # activities that the founding texts name
    "mindfulness": "ymwybyddiaeth ofalgar", "walking": "cerdded", "football": "pêl-droed", "cycling": "seiclo",
    "healthy living": "byw'n iach", "active travel": "teithio llesol", "volunteering": "gwirfoddoli", "learning": "dysgu",
    "support for parents": "cymorth i rieni", "managing stress": "rheoli straen", "gardening": "garddio", "arts": "celfyddydau",
    "local groups": "grwpiau lleol", "therapy": "therapi", "community centres": "canolfannau cymunedol",
    "support groups": "grwpiau cymorth", "housing advice": "cyngor ar dai", "debt advice": "cyngor ar ddyledion",
    "benefits advice": "cyngor ar fudd-daliadau",
    # needs and what stands in the way
    "loneliness": "unigrwydd", "isolation": "unigedd", "anxiety": "gorbryder", "depression": "iselder",
    "mental health": "iechyd meddwl", "stress": "straen", "debt": "dyled", "housing": "tai", "lack of work": "diffyg gwaith",
    "poor transport": "cludiant gwael", "getting online": "mynd ar-lein", "poverty": "tlodi",
    "generation gap": "bwlch rhwng cenedlaethau", "GP appointments": "apwyntiadau meddyg teulu", "illness": "salwch",
}  # fmt: skip
WORDS = """async (asked) => {
  const [{ found }, { unpackTraits }, { read }] = await Promise.all(["words", "unpack", "rows"].map((name) => import(`/assets/find/${name}.js`)));
  const [{ main }, traits] = await Promise.all([read("find/index.json"), read("find/traits.json").then(unpackTraits)]);
  const sizes = {};
  for (const words of asked) sizes[words] = (await found(words, main, traits)).numbers.size;
  return sizes;
}"""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_needs_and_activities_of_the_founding_texts_find_something(
    lang: str, server: Server, device: Device, recount: Recount
) -> None:
    asked = [*PART_E] if lang == "en" else [*PART_E.values()]
    sizes = opened(device(), server, lang=lang).evaluate(WORDS, asked)
    assert [words for words, n in sizes.items() if not n] == []
    everything = len(recount.directory.assets)
    assert [words for words, n in sizes.items() if n > everything * 2 / 3] == [], "what finds everything finds nothing"


@pytest.mark.parametrize(
    "lang, words, id", [("en", "choir", "singing"), ("cy", "côr", "singing"), ("en", "men's shed", "woodwork")]
)
def test_words_find_what_is_meant_not_all_that_helps(
    lang: str, words: str, id: str, server: Server, device: Device, recount: Recount
) -> None:
    page = opened(device(), server, f"q={words}", lang)
    settled(page)
    expect(page.locator("#sort")).to_have_value("fit")
    meant = {asset.id for asset in recount.directory.by_activity[id]}
    assert set(ids(page)[:2]) <= meant
    assert len(meant) <= total(page) < 2 * len(meant)


# By touch and by key


def test_three_taps_lead_to_a_number(server: Server, device: Device) -> None:
    page = device(**PHONE)
    taps = 0

    def tap(what: Locator) -> None:
        nonlocal taps
        taps += 1
        what.tap()

    page.goto(server.url)
    tap(page.locator("a[hreflang=en].button"))
    tap(page.locator("#near-me"))
    page.keyboard.type("CF37 1AA")
    tap(page.locator(".near-form button"))
    expect(page.locator(".outcome .asset a[href^='tel:']").first).to_be_visible()
    assert taps == 3


def test_on_a_phone_results_come_first(server: Server, device: Device) -> None:
    page = opened(device(**PHONE), server)
    page.locator("#where").fill("LL57")
    page.locator(".go").tap()
    settled(page)
    expect(results(page).first).to_be_in_viewport()
    expect(page.locator(".filter-form")).to_be_hidden()
    assert page.locator(".hard").get_attribute("open") is None
    page.locator(".filters > summary").tap()
    expect(page.locator(".filter-form")).to_be_visible()


@pytest.mark.parametrize("width", [360, 1280])
def test_the_whole_way_by_keyboard(width: int, server: Server, device: Device) -> None:
    page = opened(device(width, 740), server)
    tab_to(page, "#where")
    page.keyboard.type("CF10 1AA")
    page.keyboard.press("Enter")
    settled(page)
    if width == 360:
        assert focused(page, ".status")
        page.keyboard.press("Shift+Tab")
        assert focused(page, ".filters > summary")
        page.keyboard.press("Enter")
    tab_to(page, "#radius")
    page.keyboard.press("End")
    expect(page.locator(".status")).not_to_contain_text("within 5 miles")
    tab_to(page, ".choice-list > summary")
    page.keyboard.press("Enter")
    tab_to(page, "[data-facet=need] input")
    page.keyboard.press("Space")
    expect(page.locator(".chips .chip")).to_have_count(1)
    tab_to(page, ".chip")
    page.keyboard.press("Enter")
    expect(page.locator(".chips .chip")).to_have_count(0)
    tab_to(page, "#sort")
    page.keyboard.press("n")  # nearest
    tab_to(page, ".show-map")
    tab_to(page, ".plan-button")
    page.keyboard.press("Enter")
    expect(page.locator(".plan-button").first).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".plan-link")).to_be_visible()
    shown = results(page).count()
    tab_to(page, ".more")
    page.keyboard.press("Enter")
    expect(results(page).nth(shown)).to_be_visible()
    assert focused(page, f"ol.results > li:nth-child({shown + 1}) a")


def test_back_from_a_group_is_where_one_left(server: Server, device: Device) -> None:
    page = opened(device(), server, "area=cardiff,powys,gwynedd")
    page.locator(".more").click()
    expect(results(page).nth(25)).to_be_visible()
    left = results(page).nth(25).locator("h3 a")
    name = left.inner_text()
    left.click()
    expect(page.locator("h1")).to_have_text(name)
    page.go_back()
    expect(results(page).nth(25)).to_be_visible()
    until(page, "name => document.activeElement.innerText === name", arg=name)

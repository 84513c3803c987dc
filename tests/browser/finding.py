"""What the tests of the finder share: how a reader finds, and what a recount from the records says should be found."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any

from playwright.sync_api import Locator, Page, expect

from generator.directory import Directory
from generator.geo.whereabouts import distance
from generator.kinds.asset import Asset
from generator.kinds.fields import Point
from tests.browser.server import Server

FINDER = {"en": "en/directory/", "cy": "cy/cyfeiriadur/"}
MILE = 1.609344
RADII = (2, 5, 10, 20, 50)
ENOUGH = 3

Choices = Mapping[str, Collection[str]]


def opened(page: Page, server: Server, asked: str = "", lang: str = "en") -> Page:
    """The finder with what stands behind its #; with something there, its results are there too."""
    page.goto("about:blank")  # or an address that differs after the # alone would leave the page as it is
    page.goto(f"{server.url}{FINDER[lang]}{'#' if asked else ''}{asked}")
    expect(page.locator(".finder-form")).to_be_visible()
    if "=" in asked:
        expect(page.locator(".outcome")).to_be_visible()
    return page


def settled(page: Page) -> str:
    """What the status line says once it says something and all results of it are there."""
    expect(page.locator(".status")).not_to_be_empty()
    expect(page.locator(".outcome-main > ol.results:not([aria-busy])")).to_be_attached()
    return page.locator(".status").inner_text()


def ask(page: Page, place: str) -> None:
    """Type a place and press Enter; waits for the results of it."""
    page.evaluate("document.querySelector('.status').textContent = ''")
    page.locator("#where").fill(place)
    page.locator("#where").press("Enter")
    settled(page)


def results(page: Page) -> Locator:
    return page.locator(".outcome-main > ol.results > li")


def ids(page: Page) -> list[str]:
    """The groups that are shown, in their order."""
    found: list[str] = results(page).evaluate_all("entries => entries.map(entry => entry.dataset.asset)")
    return found


def total(page: Page) -> int:
    """How many there are, as the status line says."""
    found = re.search(r"(?:: |^)([0-9]+) ", settled(page))
    return int(found[1]) if found else 0


def counts(page: Page) -> dict[tuple[str, str], int]:
    """The number beside every choice that is offered, by facet and id. Waits for them: they come after the results."""
    expect(page.locator("fieldset[data-facet]:not([hidden])").first).to_be_attached()
    found: list[Any] = page.evaluate("""() => [...document.querySelectorAll("fieldset[data-facet] label[data-value]")]
      .filter(line => !line.hidden && !line.closest("fieldset").hidden)
      .map(line => [line.closest("fieldset").dataset.facet, line.dataset.value, Number(line.querySelector(".count").textContent)])""")
    return {(facet, value): n for facet, value, n in found}


class Recount:
    """What there is to find, worked out from the records alone."""

    def __init__(self, directory: Directory) -> None:
        self.directory = directory
        self.traits = {asset.id: directory.traits.of(asset) for asset in directory.assets}
        self.hours = {asset.id: directory.traits.hours(asset) for asset in directory.assets}

    def fits(self, asset: Asset, choices: Choices) -> bool:
        """Whether a group meets every choice: any of those of one facet, but all that is good to know."""
        for facet in ("need", "interest", "activity", "for"):
            if choices.get(facet) and not set(choices[facet]) & set(self.traits[asset.id][facet]):
                return False
        if choices.get("area") and asset.shelf not in choices["area"]:
            return False
        if not set(choices.get("good", ())) <= set(self.traits[asset.id]["good"]):
            return False
        days, parts = choices.get("day"), choices.get("part")
        meetings = [(slot.partition("-")[0], slot.partition("-")[2]) for slot in self.hours[asset.id]]
        asked = [(not days or day in days) and (not parts or part in parts) for day, part in meetings]
        return any(asked) if days or parts else True

    def miles(self, asset: Asset, here: Point) -> float:
        spots = self.directory.spots[asset.id]
        return min((distance(here, Point(spot.lat, spot.lon)) / MILE for spot in spots), default=float("inf"))

    def found(self, choices: Choices, here: Point | None = None, radius: int = 0) -> set[str]:
        """Ids of all that fit, of those within so many miles; 0 for any that have a place."""
        fits = [asset for asset in self.directory.assets if self.fits(asset, choices)]
        if here is None:
            return {asset.id for asset in fits}
        reach = radius or 10_000
        return {asset.id for asset in fits if self.miles(asset, here) <= reach}

    def counts(self, choices: Choices, here: Point | None = None, radius: int = 0) -> dict[tuple[str, str], int]:
        """How many each choice would leave beside those of the other facets; none that would leave nothing."""
        found: dict[tuple[str, str], int] = {}
        for facet, values in self._values().items():
            for value in values:
                kept = choices if facet == "good" else {name: ids for name, ids in choices.items() if name != facet}
                asked = {**kept, facet: [*kept.get(facet, ()), value]}
                found[facet, value] = len(self.found(asked, here, radius))
        return {key: n for key, n in found.items() if n}

    def _values(self) -> Mapping[str, Collection[str]]:
        named: dict[str, set[str]] = {facet: set() for facet in ("need", "interest", "activity", "for", "good")}
        for traits in self.traits.values():
            for facet, values in traits.items():
                named[facet].update(values)
        days = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
        return {
            **named,
            "day": days,
            "part": ("morning", "afternoon", "evening"),
            "area": [*self.directory.areas],
        }

"""The types of pages a site has, and where one of each stands. Which records serve as examples is asked of the catalogue,
so that no change of the content breaks a test."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from playwright.sync_api import Page

from generator import catalogue
from generator.catalogue import Catalogue
from generator.kinds.asset import Asset
from generator.kinds.organisation import Organisation
from generator.kinds.record import Record
from generator.kinds.term import Term

LANGUAGES = ("en", "cy")
VIEWS = ("search", "suggested", "themes", "needs", "core", "quality", "choices", "fields", "checks", "accessibility")
HAND_PAGES = ("about", "contribute", "privacy", "groups", "professionals")
RECORDS = ("term", "word", "source")
DIRECTORY = ("assets", "plan", "asset", "organisation", "area", "need", "area-need", "data")
"""Pages of groups: the finder, a reader's plan, a group, a body, lists by area, by need, by both; the data for others."""
PRACTICE = ("pathway", "step", "framework", "framework-part", "policy", "timeline")
"""Pages of practice: the way and all its steps, the step of which most is said; the framework, a part of it, a policy, the timeline."""
COMPETENCES = ("competencies", "competence", "matrix", "self-review")
"""Trees of competences, the heading of which most is said, frameworks side by side, a reader's own review."""
CASES = ("case-studies", "case-study", "compare")
"""The list of case studies, the study of which most is said, all of them side by side."""
STANDING = ("data-items", "data-item", "standard", "measures", "tools", "tool")
"""The data dictionary and a group of it, a list to check oneself against, measures, tools compared and one of them."""
READY = {
    "case-studies": ".pick:visible",
    "compare": ".compare-form:visible",
    "assets": ".finder-form",
    "plan": ".plan-empty",
    "asset": "[data-qr]",
    "area": ".plan-button",
    "need": "[data-script]",
    "area-need": ".plan-button",
    "self-review": ".review-open button",
}
"""What shows that the scripts of a type of page have done their work."""
TYPES = (
    "home",
    "glossary",
    *RECORDS,
    *VIEWS,
    "sources",
    "training",
    *DIRECTORY,
    *PRACTICE,
    *COMPETENCES,
    *CASES,
    *STANDING,
    *HAND_PAGES,
    "404",
)


def settle(page: Page, kind: str) -> None:
    """Wait until a page with scripts is as its readers find it."""
    if kind in READY:
        page.locator(READY[kind]).first.wait_for()


def addresses(root: Path) -> Mapping[tuple[str, str], str]:
    """(type of page, language) -> address from the site's root. The front door is ("front", "")."""
    found = catalogue.load(root)
    places: dict[tuple[str, str], str] = {("front", ""): ""}
    hand_pages = tuple(sorted(file.stem for file in (root / "content/pages/en").glob("*.md")))
    for lang in found.codes:
        places["home", lang] = f"{lang}/"
        places["404", lang] = f"{lang}/404.html"
        for name in ("glossary", "sources", "training", *VIEWS, *hand_pages):
            places[name, lang] = f"{lang}/{found.word(name, lang)}/"
        for name, record in _examples(found).items():
            places[name, lang] = found.address(record, lang)
        if found.of(Asset.folder):
            places.update(((name, lang), address) for name, address in _directory(found, lang))
        places.update(((name, lang), address) for name, address in _practice(found, lang))
        places.update(((name, lang), address) for name, address in _standing(found, lang))
    return places


def _practice(found: Catalogue, lang: str) -> Iterator[tuple[str, str]]:
    if steps := found.of("pathway"):
        yield "pathway", f"{lang}/{found.word('pathway', lang)}/"
        yield "step", found.address(max(steps.values(), key=lambda s: (len(s.model_fields_set), s.id)), lang)
    if parts := found.of("framework"):
        for name in ("framework", "timeline"):
            yield name, f"{lang}/{found.word(name, lang)}/"
        part = max(
            parts.values(),
            key=lambda part: (getattr(part, "within", None) is not None, len(part.model_fields_set), part.id),
        )
        yield "framework-part", found.address(part, lang)
    if heads := [one for one in found.of("competencies").values() if getattr(one, "within", None)]:
        for name in ("competencies", "matrix", "self-review"):
            yield name, f"{lang}/{found.word(name, lang)}/"
        yield "competence", found.address(max(heads, key=lambda one: (len(one.model_fields_set), one.id)), lang)
    if studies := found.of("case-studies"):
        for name in ("case-studies", "compare"):
            yield name, f"{lang}/{found.word(name, lang)}/"
        yield "case-study", found.address(max(studies.values(), key=lambda s: (len(s.model_fields_set), s.id)), lang)
    if policies := found.of("policies"):
        yield "policy", found.address(max(policies.values(), key=lambda p: (len(p.model_fields_set), p.id)), lang)


def _standing(found: Catalogue, lang: str) -> Iterator[tuple[str, str]]:
    """Of data items, standards and tools the one of which most is said."""
    for folder, example in (("data-items", "data-item"), ("standards", "standard"), ("tools", "tool")):
        if records := found.of(folder):
            fullest = max(records.values(), key=lambda one: (len(repr(one)), one.id))
            yield example, found.address(fullest, lang)
    for name in ("data-items", "measures", "tools"):
        if found.of(name):
            yield name, f"{lang}/{found.word(name, lang)}/"


def _directory(found: Catalogue, lang: str) -> Iterator[tuple[str, str]]:
    """The finder, the plan, the group of which most is known, the body that runs most, and the shortest list of each sort that
    is no mere line."""
    assets = [
        asset for asset in found.of(Asset.folder).values() if isinstance(asset, Asset) and asset.state.now == "open"
    ]
    asset = max(
        assets,
        key=lambda asset: (
            any(venue.address for venue in asset.venues.values()),
            len(asset.model_fields_set),
            asset.id,
        ),
    )
    bodies = found.of(Organisation.folder)
    body = max(bodies, key=lambda id: (len(found.pointing.get((Organisation.folder, id), ())), id))
    areas = Counter(asset.shelf for asset in assets)
    needs = Counter(need for asset in assets for need in asset.needs)
    both = Counter((asset.shelf, need) for asset in assets for need in asset.needs)
    area = min(areas, key=lambda id: (areas[id], id))
    need = min((id for id in needs if needs[id] > 9), key=lambda id: (needs[id], id))
    shelf, about = min((key for key in both if both[key] > 2), key=lambda key: (both[key], key))
    base = f"{lang}/{found.word(Asset.folder, lang)}/"
    by_need = f"{found.word('by-need', lang)}/"

    def slug(vocabulary: str, id: str) -> str:
        return f"{found.entry_slug(vocabulary, id, lang)}/"

    yield "assets", base
    for name in ("plan", "data"):
        yield name, f"{lang}/{found.word(name, lang)}/"
    yield "asset", found.address(asset, lang)
    yield "organisation", found.address(bodies[body], lang)
    yield "area", base + slug(Asset.shelves, area)
    yield "need", base + by_need + slug("needs", need)
    yield "area-need", base + slug(Asset.shelves, shelf) + by_need + slug("needs", about)


def _examples(found: Catalogue) -> Mapping[str, Record]:
    """A suggested term with other names and related words, a word that leads to another, a source that records rest on."""

    def first(wanted: Callable[[Term], bool]) -> Term:
        return next(term for term in sorted(found.terms.values(), key=lambda term: term.id) if wanted(term))

    sources = found.of("sources")
    return {
        "term": first(
            lambda term: bool(term.suggested and found.words_for(term) and found.related(term) and term.sources)
        ),
        "word": first(lambda term: bool(term.use and term.use.note)),
        "source": max(
            sources.values(), key=lambda source: (len(found.pointing.get(("sources", source.id), ())), source.id)
        ),
    }

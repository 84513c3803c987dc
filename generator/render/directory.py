"""The pages of the directory beside those of its records: by area, by need, by activity, by area and need; and sheets
for noticeboards. All that finding with a script does can be done here without one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from markupsafe import Markup

from generator.catalogue import Said
from generator.directory import BY_ACTIVITY, BY_NEED
from generator.escaping import safe
from generator.issues import N_
from generator.kinds.asset import Asset
from generator.render import week
from generator.render.page import Page
from generator.render.renderer import Renderer
from generator.render.suggest import NOTHING

USES = ("directory.css", "find/asset.js")


def pages(renderer: Renderer) -> Iterator[Page]:
    """All of them, in each language; none where there are no assets."""
    if not renderer.directory.assets:
        return
    for lang in renderer.catalogue.codes:
        maker = _Maker(renderer, lang)
        yield from maker.areas()
        yield from maker.entries(BY_NEED, "needs", renderer.directory.by_area_and_need)
        yield from maker.entries(BY_ACTIVITY, "activities", renderer.directory.by_area_and_activity)
    yield from week.pages(renderer)


class _Maker:
    """Pages of one language."""

    def __init__(self, renderer: Renderer, lang: str) -> None:
        self.renderer, self.lang = renderer, lang
        self.directory = renderer.directory
        self.catalogue = renderer.catalogue
        self.wording = renderer.wordings[lang]
        self._places = {r.id: n for n, r in enumerate(self.catalogue.ordered(Asset.folder, lang))}
        self._cards: dict[str, str] = {}
        self._asks: dict[tuple[str, str], Markup] = {}

    def cards(self, assets: Iterable[Asset], address: str) -> Markup:
        """A list of what each asset shows. Entries are made once for all pages of an area, as if at the site's root."""
        here = self.renderer.here(self.lang, "")
        for asset in assets:
            if asset.id not in self._cards:
                self._cards[asset.id] = f'<li class="asset" data-asset="{asset.id}">{here.card(asset)}</li>\n'
        up = f'href="{self.renderer.here(self.lang, address).root}'
        entries = "".join([self._cards[asset.id] for asset in assets]).replace(f'href="{here.root}', up)
        return safe(f'<ul class="results">\n{entries}</ul>\n')

    def ask(self, area: str, address: str) -> Markup:
        """Whom to ask in an area, for a page at an address; once for all pages as deep as it."""
        root = self.renderer.here(self.lang, address).root
        if (area, root) not in self._asks:
            html = self.renderer.body("directory-ask.html", self.lang, address, area=area)
            self._asks[area, root] = safe(html)
        return self._asks[area, root]

    def name(self, vocabulary: str, id: str) -> Said:
        return self.catalogue.said(self.catalogue.entries_of(vocabulary)[id].name, self.lang)

    def areas(self) -> Iterator[Page]:
        """A page an area: everything in it, what it offers by need, whom to ask there; and a page for each of its needs."""
        for area in self.directory.areas:
            self._cards.clear()
            self._asks.clear()
            assets = self.sorted(self.directory.by_area.get(area, ()))
            needs = {
                need: len(self.directory.by_area_and_need[area, need])
                for need in self.catalogue.entries("needs")
                if (area, need) in self.directory.by_area_and_need
            }
            title = self.name(Asset.shelves, area).text
            yield self.page(
                "directory-area.html",
                ("", "", "", area),
                title,
                self.wording.plain(N_("{area}: groups, activities and services, and whom to ask.")).format(area=title),
                (),
                area=area,
                assets=assets,
                needs=needs,
                sheets=self.renderer.sheets.by_area.get(area, ()),
                more_towns=self.renderer.sheets.left_out.get(area, 0),
            )
            yield from self.area_needs(area, needs)

    def area_needs(self, area: str, needs: Mapping[str, int]) -> Iterator[Page]:
        """The groups of one area that help with one need, and those that are there for everyone."""
        said = self.name(Asset.shelves, area)
        for need in needs:
            about = self.name("needs", need).text
            assets = self.sorted(self.directory.by_area_and_need[area, need])
            title = f"{about}: {said.text}"
            yield self.page(
                "directory-area-need.html",
                (BY_NEED, "needs", need, area),
                title,
                self.wording.plain(N_("{need}: groups in this area, {area}.")).format(need=about, area=said.text),
                ((said, self.renderer.here(self.lang, "").area_page(area).removeprefix("./")),),
                area=area,
                need=need,
                assets=assets,
                everywhere=self.everywhere(need, area),
            )

    def everywhere(self, need: str, area: str) -> Sequence[Asset]:
        """What helps with a need wherever one lives."""
        found = (self.directory.by_area_and_need.get((id, need), ()) for id in self.directory.everywhere if id != area)
        return self.sorted([asset for assets in found for asset in assets])

    def entries(self, name: str, vocabulary: str, found: Mapping[tuple[str, str], Sequence[Asset]]) -> Iterator[Page]:
        """A page for each need or activity: its groups, area by area. `found` has them by both."""
        for id, entry in self.catalogue.entries_of(vocabulary).items():
            groups = [(area, self.sorted(found[area, id])) for area in self.directory.areas if (area, id) in found]
            if not groups:
                continue
            title = self.catalogue.said(entry.name, self.lang).text
            yield self.page(
                "directory-entry.html",
                (name, vocabulary, id, ""),
                title,
                self.wording.plain(N_("{entry}: groups, activities and services, area by area.")).format(entry=title),
                (),
                entry=entry,
                name=name,
                id=id,
                groups=groups,
                total=sum(len(held) for _, held in groups),
            )

    def sorted(self, assets: Iterable[Asset]) -> Sequence[Asset]:
        """In alphabetical order."""
        places = self._places
        return sorted(assets, key=lambda asset: places[asset.id])

    def page(
        self,
        template: str,
        place: tuple[str, str, str, str],
        title: str,
        description: str,
        crumbs: tuple[tuple[Said, str], ...],
        area: str = "",
        assets: Sequence[Asset] = (),
        **values: Any,
    ) -> Page:
        """One page. `place` is what `AssetHere.by` makes its address of; that of an area shows cards, and whom to ask."""
        renderer, lang = self.renderer, self.lang
        addresses = {code: renderer.here(code, "").by(*place).removeprefix("./") for code in self.catalogue.codes}
        finder = Said(self.wording.plain(Asset.labels), lang), renderer.view_address(Asset.folder, lang)
        address = addresses[lang]
        if area:
            values |= {"area": area, "cards": self.cards(assets, address), "ask": self.ask(area, address)}
        body = renderer.body(template, lang, address, title=title, assets=assets, **values)
        return Page(
            lang,
            addresses[lang],
            title,
            description,
            body,
            addresses,
            (renderer.home_crumb(lang), finder, *crumbs),
            Asset.folder,
            {"@type": "CollectionPage", "name": title},
            uses=USES,
            asks=NOTHING,
        )

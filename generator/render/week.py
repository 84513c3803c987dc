"""The sheets for noticeboards: what meets in a week near a town, for each town that has enough of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import NamedTuple

from markupsafe import Markup

from generator.catalogue import Said
from generator.directory import newest
from generator.escaping import EMPTY, escape
from generator.geo.whereabouts import PLACES
from generator.hours import setting
from generator.hours.rule import WINDOW, start_of
from generator.hours.words import months_of_dates
from generator.issues import N_
from generator.kinds.asset import Asset
from generator.render.page import Page
from generator.render.renderer import Renderer
from generator.render.week_entry import Entries, plain
from generator.week import MILES, Sheet, Sort

WEEK = "week"
"""Name of the pages, whose word in addresses site.yml may say."""
USES = ("directory.css", "week.css", "find/asset.js", "find/sheet.js")

TITLE = N_("This week near {place}")
OTHERS: Mapping[Sort, str] = {
    "most": N_("Most days"),
    "some": N_("Not every week"),
    "ask": N_("Ask for the day"),
}
"""What stands behind the seven days."""
SAID: Mapping[str, str] = {
    "later": N_("Not this week"),
    "next": N_("Next: {date}"),
    "holiday": N_("Bank holiday: ring first."),
    "none": N_("Nothing whose days are known meets in this week."),
    "today": N_("today"),
}
"""What the browser says once it has made dates of the rhythms."""


class Section(NamedTuple):
    """Entries under one heading; `name` is "day" for those of a day of the week."""

    name: str
    heading: Markup
    entries: Sequence[Markup]


def pages(renderer: Renderer) -> Iterator[Page]:
    """All of them, in each language."""
    for lang in renderer.catalogue.codes if renderer.sheets.by_area else ():
        maker = _Maker(renderer, lang)
        for sheets in renderer.sheets.by_area.values():
            yield from map(maker.page, sheets)


class _Maker:
    """Pages of one language. All of them stand at one depth."""

    def __init__(self, renderer: Renderer, lang: str) -> None:
        self.renderer, self.lang = renderer, lang
        self.catalogue = renderer.catalogue
        self.wording = renderer.wordings[lang]
        first = next(iter(renderer.sheets.by_area.values()))[0]
        self.here = renderer.here(lang, self._addresses(first)[lang])
        self.entries = Entries(self.here)

    def _addresses(self, sheet: Sheet) -> Mapping[str, str]:
        """Of a sheet, by language."""
        return {
            code: self.renderer.here(code, "").by(WEEK, PLACES, sheet.place, sheet.area).removeprefix("./")
            for code in self.catalogue.codes
        }

    def _name(self, vocabulary: str, id: str) -> Said:
        return self.catalogue.said(self.catalogue.entries_of(vocabulary)[id].name, self.lang)

    def page(self, sheet: Sheet) -> Page:
        """One sheet."""
        renderer, lang = self.renderer, self.lang
        addresses = self._addresses(sheet)
        place = self._name(PLACES, sheet.place).text
        title = self.wording.plain(TITLE).format(place=place)
        about = self.wording.plain(N_("{place}: groups and activities day by day, to print for a noticeboard."))
        area = self._name(Asset.shelves, sheet.area), self.here.area_page(sheet.area).removeprefix(self.here.root)
        finder = Said(self.wording.plain(Asset.labels), lang), renderer.view_address(Asset.folder, lang)
        values = {
            "sheet": sheet,
            "miles": MILES,
            "sections": list(self._sections(sheet)),
            "data": self._data,
            "whom": self._whom(sheet.area),
            "short": self._short(area[1]),
        }
        return Page(
            lang,
            addresses[lang],
            title,
            about.format(place=place),
            renderer.body("week.html", lang, addresses[lang], title=title, **values),
            addresses,
            (renderer.home_crumb(lang), finder, area),
            Asset.folder,
            {"@type": "WebPage", "name": title},
            uses=USES,
        )

    def _short(self, address: str) -> str:
        """An address as people write it down, "" where the site's own is not known."""
        url = self.catalogue.site.url
        return f"{url.partition('://')[2]}{address}".rstrip("/") if url else ""

    def _sections(self, sheet: Sheet) -> Iterator[Section]:
        """The days of the week, then what is there on most of them, in some weeks, on days to be asked for."""
        weekly = [turn for turn in sheet.turns if turn.sort == "days"]
        for number, name in enumerate(self.wording.days()):
            if found := [turn for turn in weekly if number in turn.rows[0].pattern.weekdays]:
                yield Section("day", escape(name), self.entries.sorted(found))
        for sort, heading in OTHERS.items():
            if found := [turn for turn in sheet.turns if turn.sort == sort]:
                yield Section(sort, self.wording(heading), self.entries.sorted(found))

    def _whom(self, area: str) -> Markup:
        """The first of those to ask in an area who can be rung; "" where there is none."""
        directory = self.renderer.directory
        records = [directory.handover[id] for id in (area, *directory.everywhere) if id in directory.handover]
        for person in (person for record in records for person in record.people if person.contact.phones):
            return Markup("{}: {}").format(self.here.line(person.name), self.entries.number(person.contact.phones[0]))
        return EMPTY

    @cached_property
    def _data(self) -> str:
        """What the browser needs to make dates: names of days and months, bank holidays, its words."""
        said = {name: self.wording.plain(text) for name, text in SAID.items()}
        holidays = [day.isoformat() for day in _holidays(self.renderer)]
        data = {**said, "days": self.wording.days(), "months": months_of_dates(self.lang), "holidays": holidays}
        return plain(data)


def _holidays(renderer: Renderer) -> Sequence[date]:
    """Bank holidays from the year of the newest thing known, which no day of reading comes before, for some years."""
    year = start_of(max(map(newest, renderer.directory.assets), default="")).year
    return setting.of(renderer.catalogue.site).bank_holidays(date(year, 1, 1), date(year + WINDOW, 12, 31))

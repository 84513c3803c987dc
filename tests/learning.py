"""A made-up root with courses, events and resources that are over, under way, to come, or at any time; and the same root while
none is listed. Everything in it is invented."""

from __future__ import annotations

from collections.abc import Mapping

SOURCES = "sources: [{name: The College, url: 'https://college.example/learn', dated: 2026-10, grade: A}]\n"
EMPTY: Mapping[str, str] = {
    "content/site.yml": (
        "name: {en: Learn, cy: Dysgu}\nurl: https://learn.example/\nrepository: https://code.example/learn/learn\n"
        "email: editors@learn.example\ncurrency: GBP\n"
        "languages: [{code: en, locale: en-GB}, {code: cy, locale: cy-GB}]\n"
        "doors: [{name: {en: Words, cy: Geiriau}, what: {en: What they mean., cy: Eu hystyr.}, to: glossary, "
        "links: [{name: {en: Training, cy: Hyfforddiant}, to: training}]}]\n"
    ),
    "content/glossary/walk.yml": "term: {en: walk, cy: tro}\nslug: {cy: tro}\ndefinition: {en: Going on foot., cy: Mynd ar droed.}\n",
    "content/vocabularies/costs.yml": "name: {en: Cost, cy: Cost}\nentries: {paid: {name: {en: There is a charge, cy: Rhaid talu}}, free: {name: {en: Free, cy: Am ddim}}}\n",
    "content/pages/en/contribute.md": "---\ntitle: Take part\ndescription: How.\n---\n\nWrite.\n",
    "content/pages/cy/contribute.md": "---\ntitle: Cymryd rhan\ndescription: Sut.\n---\n\nYsgrifennwch.\n",
}
"""On the day tests count from, 21 November 2026, its list is empty."""

LEADING = f"""\
name: {{en: Leading a walk, cy: Arwain tro}}
slug: {{cy: arwain-tro}}
type: course
summary: {{en: Three days on leading people on foot., cy: Tri diwrnod ar arwain pobl ar droed.}}
about: {{en: How a walk is led., cy: Sut mae arwain tro.}}
provider: {{en: The Walking College}}
for_whom: {{en: Everyone who leads one., cy: Pawb sy'n arwain un.}}
level: {{en: Level 2}}
dates:
  - {{from: 2026-11-20, time: [10:00-12:30]}}
  - {{from: 2026-12-10, until: 2026-12-11}}
  - {{from: 2026-12-03, time: [10:00-12:00, 13:00-15:30], note: {{en: Bring boots., cy: Dewch ag esgidiau.}}}}
online: true
venue: {{name: {{en: The Hall, cy: Y Neuadd}}, address: 1 High Street, postcode: LL57 1AB, note: {{en: The blue door., cy: Y drws glas.}}}}
languages: [{{language: cy, when: always}}]
cost: {{kind: paid, amount: 12.50}}
book_by: 2026-12-01
contact: {{phones: [{{number: 01248 000000}}], web: {{en: 'https://college.example/walks'}}}}
words: [walk]
{SOURCES}"""


def _short(name: str, welsh: str, type: str, rest: str) -> str:
    slug = welsh.lower().replace(" ", "-")
    summary = f"summary: {{en: 'About {name}.', cy: 'Trosolwg: {welsh}.'}}\n"
    return f"name: {{en: {name}, cy: {welsh}}}\nslug: {{cy: {slug}}}\ntype: {type}\n{summary}{rest}\n{SOURCES}"


FULL: Mapping[str, str] = {
    **EMPTY,
    "content/training/leading.yml": LEADING,
    "content/training/past.yml": _short("Past talk", "Hen sgwrs", "event", "dates: [{from: 2026-11-20}]"),
    "content/training/today.yml": _short(
        "Talk today", "Sgwrs heddiw", "event", "dates: [{from: 2026-11-21, time: ['18:00']}]\nvenue: {mask: area}"
    ),
    "content/training/running.yml": _short(
        "Autumn course",
        "Cwrs yr hydref",
        "course",
        "dates: [{from: 2026-10-01, until: 2026-12-31}]\ncost: {kind: free}",
    ),
    "content/training/fair.yml": _short(
        "Spring fair",
        "Ffair wanwyn",
        "event",
        "dates: [{from: 2027-03-04}, {from: 2027-03-06, time: [10:00-16:00]}]\nonline: true\nprovider: {en: The College}",
    ),
    "content/training/leaflet.yml": _short("Leaflet", "Taflen", "resource", "any_time: true\nonline: true"),
    "content/training/asked.yml": _short("Another day", "Diwrnod arall", "course", ""),
}
"""The same, with some of each."""

"""Where on the site each row of the checklist of the founding texts stands: systems and documents (A), schemes and places (B),
organisations (D), cautions (G). What was not found is shown as such.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import SHARED
from tests.html import Page, words
from tests.test_organisations_content import NAMED

ROWS: tuple[tuple[str, str, str], ...] = (
    ("A1", "en/suggested-words/", "36"),
    ("A2", "en/core-and-non-core/", "192"),
    ("A2", "en/framework/glossary-of-terms/", "426"),
    ("A3", "en/glossary-as-a-document/", "Download it as one file"),
    ("A3", "en/open-data/", "words.csv"),
    ("A4", "en/glossary/", "social prescribing"),
    ("A5", "en/glossary/social-prescribing-practitioner/", "Also called"),
    ("A6", "en/competencies/heiw-competency-framework/", "could not be found"),
    ("A6", "en/competencies/nine-headings/", "nobody's official wording"),
    ("A7", "en/framework/training-programme/", "no published copy was found"),
    ("A7", "en/training/", "How an editor adds the first"),
    ("A8", "en/case-studies/", "Need"),
    ("A9", "en/data-items/wales-core-dataset/", "no published copy was found"),
    ("A9", "en/data-items/", "NHS England"),
    ("A10", "en/standards/national-specification/", "no published copy was found"),
    ("A11", "en/standards/national-standards-guidance/", "no published copy was found"),
    ("A11", "en/standards/self-check/", "Print"),
    ("A12", "en/tools/", "That does not mean it is absent"),
    ("A12", "en/open-data/", "Open Referral UK"),
    ("A13", "en/framework/communications-programme/", "no published copy was found"),
    ("A13", "en/new-and-changed/", "feed"),
    ("A14", "en/framework/", "wording not found"),
    ("A14", "en/framework/first-core-objective/", "could not be found"),
    ("A15", "en/pathway/", "Signposting and onward referral"),
    ("A16", "en/organisations/fife-rights-forum/", "praised"),
    ("A16", "en/what-is-listed/", "How fresh"),
    ("A17", "en/tools/geirfa/", "Geirfa"),
    ("A17", "en/open-data/", "CSV"),
    ("A18", "en/what-is-listed/", "looked"),
    ("A19", "en/who-we-list/", "checked"),
    ("A20", "en/organisations/innovate-to-save/", "Grow Well"),
    ("A21", "en/organisations/social-care-grant/", "Time Credits"),
    ("A22", "en/policies/prosperity-for-all/", "Prosperity for All"),
    ("A22", "en/policies/our-valleys-our-future/", "Our Valleys, Our Future"),
    ("A22", "en/policies/our-valleys-delivery-plan/", "delivery plan"),
    ("A22", "en/timeline/", "Prosperity for All"),
    ("A23", "en/policies/together-for-mental-health/", "2012"),
    ("A24", "en/case-studies/arfon-community-link/", "Forecast of social value"),
    ("A25", "en/policies/a-healthier-wales/", "A Healthier Wales"),
    ("A25", "en/policies/transformation-programme/", "Transformation Programme"),
    ("A25", "en/policies/social-services-and-well-being-act/", "2014"),
    ("A25", "en/policies/well-being-of-future-generations-act/", "2015"),
    ("A26", "en/directory/", "Find"),
    ("A27", "en/organisations/health-and-wellbeing-fund/", "Health and Wellbeing Fund"),
    ("A28", "en/organisations/national-academy-for-social-prescribing/", "Social Prescribing Academy"),
    ("A28", "en/glossary/social-prescribing-day/", "We found no rule"),
    ("A29", "en/case-studies/birmingham-health-exchange/", "Our Health Partnership"),
    ("A30", "en/for-professionals/", "Suggest a change"),
    ("B1", "en/case-studies/mind-cymru-pilot/", "Taf Ely, South Powys, North Denbighshire"),
    ("B2", "en/case-studies/british-red-cross-pilot/", "Pembrokeshire"),
    ("B2", "en/case-studies/british-red-cross-pilot/", "Caerphilly"),
    ("B3", "en/case-studies/mind-cymru-pilot/", "£1,351,066"),
    ("B3", "en/case-studies/british-red-cross-pilot/", "we have not found how it was split"),
    ("B4", "en/case-studies/third-pilot/", "its details were not found"),
    ("B5", "en/case-studies/spring/", "£3,000,000"),
    ("B5", "en/case-studies/spring/", "£40,000"),
    ("B6", "en/case-studies/birmingham-health-exchange/", "Where sources differ"),
    ("B7", "en/case-studies/wellness-with-wno/", "Welsh National Opera"),
    ("B7", "en/case-studies/wild-skills-wild-spaces/", "Montgomeryshire Wildlife Trust"),
    ("B8", "en/case-studies/nalw-wales-roundtable/", "Llynfi Valley"),
    ("B8", "en/organisations/cwm-taf-morgannwg-mind/", "Mind"),
    ("B8", "en/organisations/bavo/", "Bridgend Association of Voluntary Organisations"),
    ("B8", "en/glossary/local-community-coordinator/", "suggests social prescribing practitioner"),
    ("B8", "en/glossary/community-navigator/", "community navigator"),
    ("B9", "en/case-studies/", "Scotland"),
    ("B9", "en/case-studies/", "Northern Ireland"),
    ("B9", "en/case-studies/", "England"),
    *(("D", f"en/organisations/{id}/", "Where the facts stand") for id, _ in NAMED.values()),
    ("G", "en/timeline/", "Lynne Neagle"),
    ("G", "en/timeline/", "7 December 2023 or 11 December 2023"),
    ("G", "en/organisations/wsspr/", "Wales School for Social Prescribing Research"),
    ("G", "en/case-studies/spring/", "2018"),
    ("G", "en/case-studies/third-pilot/", "Cabinet Secretary for Health and Social Services"),
    ("G", "en/case-studies/birmingham-health-exchange/", "own view"),
)
"""A row of the checklist; an address; words of what stands there."""


@pytest.mark.parametrize("row, address, said", ROWS, ids=[f"{row}-{address}" for row, address, _ in ROWS])
def test_the_row_stands_on_the_site(row: str, address: str, said: str, real_site: Path) -> None:
    page = Page(f"{address}index.html", (real_site / address / "index.html").read_text(encoding="utf-8"))
    assert said in words(page.first("main")).replace("’", "'")
    twin, _ = page.to(page.first("a", class_="switch").attrib["href"])
    assert twin.startswith("cy/") and (real_site / twin).is_file()


def _rows(part: str) -> Iterator[str]:
    text = (SHARED / "facts/seed-checklist.md").read_text(encoding="utf-8")
    yield from re.findall(rf"^\| ({part}\d+) \|", text, re.MULTILINE)


@pytest.mark.parametrize("part", ["A", "B"])
def test_no_row_is_left_out(part: str) -> None:
    if not SHARED.is_dir():
        pytest.skip("the checklist, in a folder 'shared' beside this one, is not here")
    assert sorted({row for row, _, _ in ROWS if row[0] == part}) == sorted(_rows(part))

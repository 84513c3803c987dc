"""Which numbers are taken for mobiles, which e-mail addresses for a person's, and what of a root's own content is."""

from __future__ import annotations

import pytest

from generator import catalogue
from generator.checks.privacy import is_mobile
from generator.kinds.site import Mobiles
from tests.conftest import LATEST, REPOSITORY, Tree
from tests.findings import placed, rows
from tests.test_due import ROOT, group


@pytest.mark.parametrize(
    ("number", "mobile"),
    [
        ("07700 900123", True),
        ("(07700) 900-123", True),
        ("+44 7700 900123", True),
        ("+44 (0)7700 900123", True),
        ("0044 7700 900123", True),
        ("070 1234 5678", False),  # a number that follows one person, and costs much
        ("076 1234 5678", False),  # a pager
        ("+44 70 1234 5678", False),
        ("01792 077000", False),
        ("029 2077 0770", False),
        ("0808 077 0770", False),
        ("999", False),
    ],
)
def test_mobile_numbers(number: str, mobile: bool) -> None:
    """As our own site.yml says how they begin."""
    mobiles = catalogue.load(REPOSITORY).site.mobiles
    assert mobiles is not None
    assert is_mobile(number, mobiles) is mobile


def test_of_a_country_with_other_numbers() -> None:
    found = Mobiles(begin=("06", "+336"))
    assert [is_mobile(number, found) for number in ("06 12 34 56 78", "+33 6 12 34 56 78", "07700 900123")] == [
        True,
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("email", "personal"),
    [
        ("pat.jones@council.test", True),
        ("pat_jones2@council.test", True),
        ("p.jones@council.test", True),
        ("patjones@gmail.com", True),
        ("Sean.OBrien@btinternet.com", True),
        ("walk1987@outlook.com", False),  # named after the group
        ("northwalk@yahoo.co.uk", False),
        ("pat@council.test", False),  # cannot be told from the name of a body
        ("info@council.test", False),
        ("bangor.walk@council.test", False),
        ("community.centre@council.test", False),  # an everyday word of the root's texts
    ],
)
def test_addresses_of_persons(tree: Tree, email: str, personal: bool) -> None:
    more = f"summary: {{en: In the community centre., cy: Yn y ganolfan.}}\ncontact: {{email: {email}}}\n"
    found = [code for *_, code in placed(tree({**ROOT, **group("walk", more)}))]
    assert found == (["personal-email"] if personal else [])


def test_a_mobile_in_prose_is_found_and_a_date_is_not(tree: Tree) -> None:
    more = "summary: {en: Since 07-12-2025 10:30., cy: 'Ffôn: 07700900123.'}\n"
    assert placed(tree({**ROOT, "content/site.yml": _with_mobiles(), **group("walk", more)})) == [
        ("walk.yml", 5, 44, "private-mobile")
    ]


def _with_mobiles() -> str:
    return ROOT["content/site.yml"] + "mobiles: {begin: ['07']}\n"


def test_our_own_content_holds_nobodys_number_mailbox_or_home() -> None:
    codes = {"private-mobile", "personal-email", "home-address", "no-contact", "future-date"}
    assert [row for row in rows(REPOSITORY, LATEST) if row["code"] in codes] == []

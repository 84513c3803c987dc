"""A place or postcode in what people type: groups near it come first, and words that are no place stay words."""

from __future__ import annotations

import json
from urllib.parse import parse_qs

import pytest

from generator import cli
from tests.asker import Asker
from tests.conftest import REPOSITORY
from tests.leads import LEADS, NONE


@pytest.fixture(scope="module")
def asker() -> Asker:
    return Asker(REPOSITORY)


@pytest.mark.parametrize(("lang", "query"), LEADS)
def test_groups_near_a_place_come_first(lang: str, query: str, asker: Asker) -> None:
    title, near, what = LEADS[lang, query]
    lead = asker.lead(lang, query)
    assert lead
    page, _, stated = lead.address.partition("#")
    assert (lead.title, page) == (title, {"en": "en/directory/", "cy": "cy/cyfeiriadur/"}[lang])
    assert parse_qs(stated) == {"near": [near], **({"q": [what]} if what else {})}


@pytest.mark.parametrize(("lang", "query"), NONE)
def test_words_that_are_no_place_stay_words(lang: str, query: str, asker: Asker) -> None:
    assert asker.lead(lang, query) is None


def test_no_label_of_ours_is_taken_for_a_place(asker: Asker) -> None:
    """Every name and form of words, needs, activities and themes, typed as it is: each is answered."""
    groups = [group for group in asker.index.groups if group.leads_here or group.name == "glossary"]
    names = {name for group in groups for id in group.ids for lang in ("en", "cy") for name in group.names(id, lang)}
    assert len(names) > 1000
    assert [name for name in names for _ in asker.places("en").splits(name, answered=True)] == []


def test_the_command_lists_it_first(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["search", "--root", str(REPOSITORY), "--lang", "en", "--json", "debt advice NP20 4UR"]) == 0
    first, second, *_ = json.loads(capsys.readouterr().out)["hits"]
    assert (first["kind"], first["title"]) == ("finder", "Groups near NP20 4UR for debt advice")
    assert first["address"] == "en/directory/#near=NP20&q=debt+advice"
    assert second["kind"] != "finder"
    assert first["score"] > second["score"]

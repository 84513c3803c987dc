"""What hides where it is: neither its address, nor its postcode, nor its point, nor anything nearer than its town stands in
any file of a site."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from itertools import accumulate
from pathlib import Path
from urllib.parse import unquote_plus

import pytest

from generator import catalogue, listing, theme
from generator.find.packing import BASE, LAST, SIGNS
from generator.kinds.asset import Asset
from generator.wording import Wording
from tests import groups
from tests.conftest import LATEST, Run, built

TOWN = (53.281, -4.098)
POINTS = {"hidden": groups.HIDDEN_POINT, "secret": groups.SECRET_POINT}
SAID = (
    groups.HIDDEN_ADDRESS,
    groups.HIDDEN_NAME,
    groups.HIDDEN_POSTCODE,
    groups.SECRET_ADDRESS,
    groups.SECRET_NAME,
    groups.SECRET_POSTCODE,
)
NEARER = 0.012
"""Degrees: what is nearer than this to a point in both directions is nearer than the middle of its town."""
_DECIMAL = re.compile(r"-?\d{1,3}\.\d{2,}")


@pytest.fixture(scope="session")
def site(between_workers: Path) -> Path:
    """The made-up root of groups, built."""
    folder = between_workers / "masked-island"
    for name, text in groups.files(groups.SITE + groups.MAP).items():
        (folder / "root" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "root" / name).write_text(text, encoding="utf-8")
    return built(folder / "root", folder)


@pytest.fixture(scope="session")
def texts(site: Path) -> Mapping[str, str]:
    """All files of the site by their names, as they are and with what is encoded in addresses read. Lists of all postcodes
    and places there are, the same whether a group is listed or not, are no word of it."""
    found = {
        str(path.relative_to(site)): path.read_bytes().decode() for path in sorted(site.rglob("*")) if path.is_file()
    }
    own = {
        name: text
        for name, text in found.items()
        if not name.startswith(("geo/", "assets/", "data/records/vocabularies"))
    }
    return {name: f"{text}\n{unquote_plus(text)}" for name, text in own.items()}


def squeezed(text: str) -> str:
    return re.sub(r"[\s.,_+-]|&[a-z#0-9]+;", "", text.lower())


def test_the_groups_are_there(texts: Mapping[str, str]) -> None:
    """Or nothing below could fail."""
    named = [name for name, text in texts.items() if "Hidden Group" in text]
    assert {"en/directory/island/hidden/index.html", "find/en/rows-0.json"} <= set(named)
    assert "Eastport" in texts["en/directory/island/hidden/index.html"]
    assert "Secret Group" in texts["en/directory/island/secret/index.html"]
    assert {"hidden.ics", "tea-0.ics"} <= {name.rpartition("/")[2] for name in texts}
    assert any("Hidden Group" in text for name, text in texts.items() if "/week/" in name)
    assert any("1 Open Road" in text for name, text in texts.items() if name.endswith(".ics"))
    assert any("53.238" in text or "53.2380" in text for text in texts.values())  # a walk's point, which nothing hides


@pytest.mark.parametrize("said", SAID)
def test_no_word_of_it_is_said(said: str, texts: Mapping[str, str]) -> None:
    assert [name for name, text in texts.items() if squeezed(said) in squeezed(text)] == []


@pytest.mark.parametrize(
    "name", ["en/directory/island/secret/index.html", "cy/cyfeiriadur/yr-ynys/grwp-cyfrinachol/index.html"]
)
def test_of_one_that_is_told_to_nobody_not_even_the_town_is_named(name: str, texts: Mapping[str, str]) -> None:
    assert not re.search("Westcape|Penrhyn", texts[name])
    assert [name for name, text in texts.items() if re.search("Secret Group.{0,200}Westcape", text)] == []


@pytest.mark.parametrize("group", POINTS)
def test_no_numbers_lead_nearer_than_its_town(group: str, texts: Mapping[str, str]) -> None:
    for name, text in texts.items():
        numbers = {abs(float(number)) for number in _DECIMAL.findall(text)}
        near = [any(abs(number - abs(degrees)) < NEARER for number in numbers) for degrees in POINTS[group]]
        assert not all(near), name


@pytest.mark.parametrize("lang", ["en", "cy"])
@pytest.mark.parametrize("group", POINTS)
def test_nor_is_it_told_to_those_who_are_asked_whether_it_is_right(group: str, lang: str, site: Path) -> None:
    found = catalogue.load(site.parent / "root")
    asset = found.of("assets")[group]
    assert isinstance(asset, Asset)
    told = squeezed(" ".join(fact.text for fact in listing.facts(found, asset, Wording(lang, [theme.OURS]))))
    assert told
    assert [said for said in (*SAID, "Westcape", "Penrhyn") if squeezed(said) in told] == []


def indexed(site: Path) -> Iterator[tuple[str, float, float]]:
    """Every place in the finder's index: of which group, degrees north and east."""
    index = json.loads((site / "find/index.json").read_text(encoding="utf-8"))
    ids = json.loads((site / "find/ids.json").read_text(encoding="utf-8"))
    south, west, up, across = index["box"]
    of = [id for id, count in zip(ids, unpacked(index["places"]), strict=True) for _ in range(count)]
    for id, north, east in zip(of, turned(index["north"]), turned(index["east"]), strict=True):
        yield id, south + north * up, west + east * across


def unpacked(text: str) -> Iterator[int]:
    number, scale = 0, 1
    for digit in map(SIGNS.index, text):
        more = digit >= LAST
        number += (digit - LAST if more else digit) * scale
        scale *= BASE - LAST
        if not more:
            yield number
            number, scale = 0, 1


def turned(text: str) -> Iterator[int]:
    return accumulate(-(step + 1) // 2 if step % 2 else step // 2 for step in unpacked(text))


def test_the_index_has_its_town_or_nothing(site: Path) -> None:
    found = list(indexed(site))
    assert len(found) == groups.WALKS + groups.TEAS + 3 + 1
    assert [(round(lat, 3), round(lon, 3)) for id, lat, lon in found if id == "hidden"] == [TOWN]
    assert [id for id, *_ in found if id == "secret"] == []
    for lat, lon in POINTS.values():
        assert [id for id, north, east in found if abs(north - lat) < NEARER and abs(east - lon) < NEARER] == []


def test_nothing_changes_with_where_in_its_town_it_is(site: Path, tmp_path: Path, run: Run) -> None:
    """The surest look: elsewhere in the same town, every file of the site is the same."""
    moved = {
        name: text.replace(groups.HIDDEN_ADDRESS, "99 Other Road")
        .replace(groups.HIDDEN_NAME, "Other House")
        .replace(groups.HIDDEN_POSTCODE, "LL58 8AD")
        .replace(str(groups.HIDDEN_POINT[0]), "53.27111")
        .replace(str(groups.HIDDEN_POINT[1]), "-4.10222")
        .replace(groups.SECRET_ADDRESS, "98 Other Road")
        .replace(groups.SECRET_NAME, "Another House")
        .replace(groups.SECRET_POSTCODE, "LL65 1AA")
        .replace(str(groups.SECRET_POINT[0]), "53.30111")
        .replace(str(groups.SECRET_POINT[1]), "-4.62222")
        for name, text in groups.files(groups.SITE + groups.MAP).items()
    }
    for name, text in moved.items():
        (tmp_path / "root" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "root" / name).write_text(text, encoding="utf-8")
    said = run("build", "--root", tmp_path / "root", "--site", tmp_path / "site", today=LATEST)
    assert said.status == 0, said.err
    before, after = (
        {str(path.relative_to(top)): path.read_bytes() for path in sorted(top.rglob("*")) if path.is_file()}
        for top in (site, tmp_path / "site")
    )
    assert list(before) == list(after)
    assert [name for name in before if before[name] != after[name]] == []

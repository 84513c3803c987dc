"""The base of our own map: a shape made of postcodes, names in order of weight, one small file; and what a site with pictures
of another server lets its pages load."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from generator import catalogue
from generator.geo import base, gazetteer, raster, shape
from generator.geo.coding import BASE, DIGITS
from generator.geo.grid import open_grid
from generator.geo.whereabouts import Whereabouts
from generator.kinds.fields import Point
from tests import groups
from tests.conftest import ALBA, LATEST, REPOSITORY, Run, Tree
from tests.html import Page, words

HIGH, WIDE = 9, 12


@pytest.fixture(scope="session")
def cache(between_workers: Path) -> Path:
    return between_workers / "postcodes"


# Rows of bits


def rows(*drawn: str) -> list[int]:
    """Rows as they are drawn, the bit furthest west first."""
    return [sum(1 << x for x, sign in enumerate(row) if sign == "#") for row in drawn]


def drawn(found: Sequence[int], width: int) -> list[str]:
    return ["".join("#" if row >> x & 1 else "." for x in range(width)) for row in found]


def test_cells_grow_and_shrink_in_circles() -> None:
    one = rows(".......", ".......", ".......", "...#...", ".......", ".......", ".......")
    disk = [".......", "...#...", ".#####.", ".#####.", ".#####.", "...#...", "......."]
    assert drawn(raster.grown(one, 7, 2), 7) == disk
    assert raster.shrunk(rows(*disk), 7, 2) == one
    assert drawn(raster.grown(rows("#......#"), 8, 3), 8) == ["########"]  # to the edges, no further


def test_holes_are_filled_and_bays_are_not() -> None:
    found = raster.filled(
        rows("........", ".#####..", ".#...#..", ".#.#.#..", ".#...##.", ".####.#.", ".#...##.", "........"), 8
    )
    assert drawn(found, 8) == [
        "........",
        ".#####..",
        ".#####..",
        ".#####..",
        ".######.",
        ".######.",
        ".#...##.",
        "........",
    ]
    winding = rows(
        "..........",
        ".########.",
        ".#......#.",
        ".#.####.#.",
        ".#.#..#.#.",
        ".#.#.##.#.",
        ".#.#....#.",
        ".#.######.",
        "..........",
    )
    assert raster.filled(winding, 10) == winding


def test_runs_say_what_is_there() -> None:
    assert raster.runs(rows("..###.#", "", "#")) == "CDBB..AB"
    assert raster.runs([1 << 70, (1 << 63) - 1]) == "_HB.A_A"


def read(text: str, width: int) -> list[str]:
    """Runs as the browser reads them."""
    found = []
    for line in text.split("."):
        row, there, length = "", False, 0
        for sign in line:
            length += DIGITS.index(sign)
            if sign != DIGITS[-1]:
                row, there, length = row + "#" * length if there else row + "." * length, not there, 0
        found.append(row.ljust(width, "."))
    return found


@pytest.mark.parametrize("width", [1, 62, 63, 64, 126, 127, 200])
def test_runs_of_any_length_are_read_back(width: int) -> None:
    whole = rows("#" * width, "." * (width - 1) + "#", "#" + "." * (width - 1), "." * width)
    assert read(raster.runs(whole), width) == drawn(whole, width)


# The shape


def test_land_lies_between_postcodes_and_reaches_a_little_beyond() -> None:
    ring = [Point(52 + y * 0.02, -4 + x * 0.03) for y in range(6) for x in range(6) if x in (0, 5) or y in (0, 5)]
    found = shape.shape_of([*ring, *[Point(52.05, -3.7)] * shape.TOWN])

    def there(lat: float, lon: float) -> bool:
        y, x = int((lat - found.start.lat) / found.step.lat), int((lon - found.start.lon) / found.step.lon)
        return bool(found.land[y] >> x & 1)

    assert all(there(*point) for point in ring)
    assert there(52.05, -3.925)  # an empty upland amid them
    assert there(52 - 0.003, -4)
    assert not there(52 - 0.03, -4)
    assert not there(52.05, -3.76)  # water between a coast and an island
    assert there(52.05, -3.7)
    assert found.built(Point(52.05, -3.7), 2) == 1
    assert found.built(Point(52.05, -3.8), 2) == 0
    assert found.built(Point(10, -40), 2) == 0


def test_a_shape_is_kept_and_made_again_where_it_cannot_be_read(cache: Path, tmp_path: Path) -> None:
    grid = open_grid(("W06000001",), cache)
    made = shape.shape(grid, tmp_path)
    (file,) = tmp_path.glob("shape-*.json")
    assert shape.shape(grid, tmp_path) == made == shape.shape(grid, None)
    text = file.read_text(encoding="utf-8")
    for spoiled in ("", "{", "[1]", text[:-9]):
        file.write_text(spoiled, encoding="utf-8")
        assert shape.shape(grid, tmp_path) == made
        assert file.read_text(encoding="utf-8") == text
    other = shape.shape(open_grid(("W06000002",), cache), tmp_path)
    assert other != made and len(list(tmp_path.iterdir())) == 2


# The file


def file_of(root: Path, cache: Path | None = None) -> Mapping[str, Any] | None:
    found = dict(base.files(Whereabouts(catalogue.load(root, cache=cache))))
    return json.loads(found["geo/base.json"]) if found else None


def placed(file: Mapping[str, Any]) -> list[tuple[str, str, float, float]]:
    """Names, levels, degrees north and east, as the browser reads them."""
    south, west, north, east = file["box"]

    def number(digits: Sequence[str], n: int) -> int:
        return DIGITS.index(digits[0][n]) * BASE + DIGITS.index(digits[1][n])

    return [
        (
            name,
            file["levels"][number(file["level"], n)],
            south + north * number(file["lat"], n),
            west + east * number(file["lon"], n),
        )
        for n, name in enumerate(file["names"])
    ]


def test_our_own_map_is_small_and_names_every_place_where_it_is(cache: Path) -> None:
    whereabouts = Whereabouts(catalogue.load(REPOSITORY, cache=cache))
    ((name, text),) = base.files(whereabouts)
    assert name == "geo/base.json"
    assert len(gzip.compress(text.encode(), 9)) < 30_000
    file = json.loads(text)
    found = placed(file)
    places = {(place.entry.name["en"], place.level): place.point for place in gazetteer.named(whereabouts)}
    assert {(name.partition("|")[0], level) for name, level, *_ in found} == set(places)
    for joined, level, lat, lon in found:
        name = joined.partition("|")[0]
        same = [p.point for p in gazetteer.named(whereabouts) if (p.entry.name["en"], p.level) == (name, level)]
        assert any(abs(lat - point.lat) < 0.001 and abs(lon - point.lon) < 0.001 for point in same), name
    ranks = [base.LEVELS.index(level) for _, level, *_ in found]
    assert ranks == sorted(ranks)
    assert found[0][0] == "Cardiff|Caerdydd"  # the largest city; Bangor has one name
    assert "Bangor|" in file["names"]
    land = read(file["shape"]["land"], file["shape"]["width"])
    area = sum(row.count("#") for row in land) * shape.CELL**2
    assert 19_000 < area < 23_500  # square kilometres; the country has 20,800


def test_a_root_without_postcodes_has_names_alone(tree: Tree) -> None:
    file = file_of(tree(groups.files(groups.SITE.replace("postcodes: [W06000001]\n", ""))))
    assert file and "shape" not in file
    assert [(name, level) for name, level, *_ in placed(file) if level != "country"] == [
        ("The island|Yr ynys", "authority"),
        ("Bigtown|Trefawr", "town"),
        ("Eastport|Porthdwyrain", "town"),
        ("Westcape|Penrhyn", "town"),
        ("Smallham|Pentrebach", "village"),
    ]


def test_a_root_that_knows_no_places_has_no_file(tree: Tree) -> None:
    assert file_of(tree({"content/assets/anywhere/walkers.yml": "name: {en: Walkers}\n"})) is None


def test_another_country_has_its_own(cache: Path) -> None:
    file = file_of(ALBA, cache)
    assert file is None or (file["langs"] == list(catalogue.load(ALBA).codes) and "shape" not in file)


# Pictures of another server


def page_of(site: Path, name: str) -> Page:
    return Page(name, (site / name).read_text(encoding="utf-8"))


def policies(site: Path) -> set[str]:
    """Where pages and the host's headers let pictures come from."""
    said = [
        page_of(site, name).first("meta", **{"http-equiv": "Content-Security-Policy"}).get("content", "")
        for name in ("index.html", "en/index.html", "en/directory/index.html")
    ]
    said += [
        line for line in (site / "_headers").read_text(encoding="utf-8").splitlines() if "Content-Security" in line
    ]
    assert len(said) == 4
    return {part.strip() for line in said for part in line.split(";") if part.strip().startswith("img-src")}


@pytest.mark.parametrize(
    ("more", "allowed"),
    [("", "img-src 'self' data:"), (groups.MAP, "img-src 'self' data: https://tiles.m.example")],
)
def test_pages_load_pictures_of_no_host_but_the_one_that_site_yml_names(
    tree: Tree, run: Run, more: str, allowed: str
) -> None:
    site = groups.SITE.replace("postcodes: [W06000001]\n", "") + more
    root = tree(groups.files(site))
    said = run("build", "--root", root, "--site", root / "site", today=LATEST)
    assert said.status == 0, said.err
    assert policies(root / "site") == {allowed}
    found = [
        tag for tag in page_of(root / "site", "cy/cyfeiriadur/index.html").all("template") if tag.get("data-address")
    ]
    assert [tag.get("data-address") for tag in found] == ([groups.TILES] if more else [])
    assert ["Bydd rhywun yn gweld pa ran o" in words(tag) for tag in found] == [True] * len(found)


@pytest.mark.parametrize(
    "address",
    [
        "https://tiles.example.org/{z}/{x}/{y}.png",
        "https://tiles.example.org:8443/style/{z}/{x}/{y}@2x.png?key=a",
        "https://a.b-c.example.org/?x={x}&y={y}&z={z}",
    ],
)
def test_addresses_of_pictures(tree: Tree, address: str) -> None:
    found = catalogue.load(tree({"content/site.yml": groups.SITE + groups.MAP.replace(groups.TILES, f"'{address}'")}))
    assert found.site.map and found.site.map.tiles == address
    assert address.startswith(found.site.map.host + "/")


@pytest.mark.parametrize(
    "address",
    [
        "http://tiles.example.org/{z}/{x}/{y}.png",
        "https://{s}.tiles.example.org/{z}/{x}/{y}.png",
        "https://tiles.example.org/{z}/{x}.png",
        "https://tiles.example.org/{z}/{x}/{y}/{y}.png",
        "https://tiles.example.org/{z}/{x}/{y}{r}.png",
        "https://tiles.example.org/{z}/{x}/{y",
        "https://*.example.org/{z}/{x}/{y}.png",
        "https://me:secret@tiles.example.org/{z}/{x}/{y}.png",
        "https://tiles.example.org; script-src *;/{z}/{x}/{y}.png",
        "https://localhost/{z}/{x}/{y}.png",
        "//tiles.example.org/{z}/{x}/{y}.png",
    ],
)
def test_addresses_that_are_refused(tree: Tree, address: str) -> None:
    found = catalogue.load(tree({"content/site.yml": groups.SITE + groups.MAP.replace(groups.TILES, f"'{address}'")}))
    assert [issue.rule.code for issue in found.issues] == ["bad-tile-address"]

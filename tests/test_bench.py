"""The workloads of the benchmarks: the same every time, and records without a fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench import workload
from bench.records import SIZES, TERMS, Records
from generator import catalogue
from tests.findings import rows
from tests.test_wicked import files_of


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Workload S, in our form and Hugo's."""
    folder = tmp_path_factory.mktemp("small")
    workload.write("S", workload.FORMS, folder)
    return folder


def test_it_is_the_same_every_time(small: Path, tmp_path: Path) -> None:
    workload.write("S", workload.FORMS, tmp_path)
    assert files_of(tmp_path) == files_of(small)


def test_it_holds_what_it_says(small: Path) -> None:
    found = catalogue.load(small / "root")
    assert found.codes == ("en", "cy")
    assert len(found.terms) == TERMS + SIZES["S"] == 626
    assert {
        lang: sum(lang in term.definition for term in found.terms.values()) for lang in found.codes
    } == dict.fromkeys(found.codes, 626)


def test_it_has_no_errors(small: Path) -> None:
    assert [row for row in rows(small / "root") if row["severity"] == "error"] == []


def test_a_larger_one_begins_as_a_smaller_one() -> None:
    """So that the figures of the sizes can be compared."""
    small, large = Records("S").entries(), Records("L").entries()
    assert [entry.id for entry, _ in zip(small, range(300), strict=False)] == [
        entry.id for entry, _ in zip(large, range(300), strict=False)
    ]

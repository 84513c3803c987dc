"""Every figure in the records of practice stands in the facts or the founding texts, as it stands there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from generator import source
from tests.conftest import REPOSITORY, SHARED

FOLDERS = (
    "case-studies",
    "framework",
    "policies",
    "pathway",
    "competencies",
    "data-items",
    "standards",
    "measures",
    "tools",
)
TEXTS = ("facts/*.md", "facts/glossary-terms-evidence.csv", "seeds/*.txt", "research/*.md")
APART = frozenset(
    {"order", "key", "looked", "review", "url", "web", "slug", "former_slugs", "changes", "from", "grade", "source"}
)
"""Fields that hold no fact: the order of things, links, when somebody looked."""
SOURCED = {"content/policies/together-for-mental-health.yml": {"2012": "together-for-mental-health-2012"}}
"""Figures that stand in no fact but in what is noted of a source the record names: its id."""
_FIGURE = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_MILLIONS = re.compile(r"£(\d+(?:\.\d+)?) ?m(?:illion)?\b")
RECORDS = [
    str(file.relative_to(REPOSITORY))
    for folder in FOLDERS
    for file in sorted((REPOSITORY / "content" / folder).rglob("*.yml"))
]


def figures(text: str) -> Iterator[str]:
    """The figures of a text as plain numbers: 1,351,066 as 1351066, 07 as 7."""
    for found in _FIGURE.findall(text):
        yield found.replace(",", "").lstrip("0") or "0"


def millions(text: str) -> Iterator[str]:
    """Sums a text writes as millions, as the whole numbers that records have: £1.5m and £3 million."""
    for found in _MILLIONS.findall(text):
        yield str(round(float(found) * 1_000_000))


def texts(tree: Any, field: str = "") -> Iterator[str]:
    """All that a record says, but for fields that hold no fact."""
    if isinstance(tree, dict):
        for key, value in tree.items():
            if key not in APART:
                yield from texts(value, key)
    elif isinstance(tree, list | tuple):
        for value in tree:
            yield from texts(value, field)
    elif isinstance(tree, str):
        yield tree


@pytest.fixture(scope="module")
def known() -> frozenset[str]:
    if not SHARED.is_dir():
        pytest.skip("the facts, a folder 'shared' beside this one, are not here")
    files = [file for pattern in TEXTS for file in sorted(SHARED.glob(pattern))]
    read = [file.read_text(encoding="utf-8") for file in files]
    return frozenset(figure for text in read for find in (figures, millions) for figure in find(text))


def _noted(tree: Any, id: str) -> str:
    """What is noted of a source, which the record must name."""
    assert id in {each.get("source") for each in tree["sources"]}
    return (REPOSITORY / "content" / "sources" / f"{id}.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize("file", RECORDS)
def test_every_figure_stands_in_the_facts(file: str, known: frozenset[str]) -> None:
    tree = source.read(REPOSITORY, file).tree
    noted = {figure for figure, id in SOURCED.get(file, {}).items() if figure in set(figures(_noted(tree, id)))}
    unknown = {figure for text in texts(tree) for figure in figures(text)} - known - noted
    assert not unknown, f"{file} has figures that no fact bears out: {', '.join(sorted(unknown))}"


def test_a_figure_that_no_fact_bears_out_is_found(known: frozenset[str]) -> None:
    assert set(figures("£1,351,066 for 433 people, 94.5%, on 07 Dec")) == {"1351066", "433", "94.5", "7"}
    assert list(millions("£3m, £1.5 million, 4m wide, £5 meals")) == ["3000000", "1500000"]
    assert {"1351066", "433", "3000000"} <= known and not {"1351067", "3000001"} & known

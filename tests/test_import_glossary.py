"""Words of any table, by a mapping: they join the words there are, and leave their status and what was written here alone."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.conftest import Run, Said, Tree
from tests.feeding import content, record

GREEN = """\
term:
  en: green walk
  cy: taith werdd
definition:
  en: Exercise among trees.  # by hand
review:
  en:
    status: approved
    by: A
    on: 2026-01-01
  cy:
    status: reviewed
    by: B
    on: 2026-01-02
"""
ROOT = {
    "content/site.yml": "name: {en: Walks}\nlanguages: [{code: en}, {code: cy}]\n",
    "content/glossary/green-walk.yml": GREEN,
    "content/glossary/blue-walk.yml": "term:\n  en: blue walk\ndefinition:\n  en: Beside water.\n",
}
MAP = """\
kind: glossary
key: [Ref]
columns:
  Word: term@en
  Gair: term@cy
  Meaning: definition@en
  Ystyr: definition@cy
"""
BY_ID = "kind: glossary\ncolumns: {Ref: id, Word: term@en, Meaning: definition@en}\n"
Row = Mapping[str, str]
Take = Callable[..., Said]


def row(ref: str, word: str, gair: str = "", meaning: str = "", ystyr: str = "") -> Row:
    return {"Ref": ref, "Word": word, "Gair": gair, "Meaning": meaning, "Ystyr": ystyr}


@pytest.fixture(params=["csv", "xlsx"])
def take(request: pytest.FixtureRequest, tree: Tree, run: Run, tmp_path: Path) -> Take:
    """Take rows in as a table of one form."""
    tree(ROOT)
    (tmp_path / "map.yml").write_text(MAP, encoding="utf-8")
    form = request.param

    def command(rows: Sequence[Row], *options: object) -> Said:
        file = tmp_path / f"words.{form}"
        if form == "csv":
            out = io.StringIO(newline="")
            writer = csv.DictWriter(out, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
            file.write_text(out.getvalue(), encoding="utf-8")
        else:
            book = Workbook()
            assert book.active
            for cells in (list(rows[0]), *(list(row.values()) for row in rows)):
                book.active.append(cells)
            book.save(file)
        said = run("import", "table", file, "--root", tmp_path, "--mapping", tmp_path / "map.yml", *options)
        assert "Traceback" not in said.err
        return said

    return command


def test_words_join_those_there_are_and_the_second_time_nothing_changes(take: Take, tmp_path: Path) -> None:
    rows = [
        row("1", "Green  walk", "taith werdd", "Exercise in woods.", "Ymarfer mewn coed."),  # called the same
        row("blue-walk", "Blue walking", "", "Beside water."),  # its id
        row("3", "night walk", "taith nos", "In the dark."),
    ]
    said = take(rows)
    assert said.status == 0 and "words: 3 rows, 1 new, 1 changed, 1 as they were, 2 with fields that stay" in said.out
    assert {file for file in content(tmp_path) if "glossary" in file} == {
        f"content/glossary/{id}.yml" for id in ("blue-walk", "green-walk", "night-walk")
    }
    green = record(tmp_path, "glossary/green-walk")
    assert "  en: green walk\n" in green and "  en: Exercise among trees.  # by hand\n  cy: Ymarfer mewn coed.\n" in green
    assert "    status: approved\n    by: A\n" in green
    assert "  cy:\n    status: draft\n" in green, "a text that nobody has read is no reviewed one"
    assert record(tmp_path, "glossary/blue-walk") == ROOT["content/glossary/blue-walk.yml"]
    before = content(tmp_path)
    again = take(rows, "--dry-run")
    assert "    definition.en\n      - Exercise among trees.\n      + Exercise in woods.\n" in again.out
    assert "Nothing was written." in take(rows).out and content(tmp_path) == before


def test_changed_added_and_removed_rows(take: Take, tmp_path: Path) -> None:
    first = [row("1", "moon walk", "taith lleuad", "By moonlight."), row("2", "sea walk", "", "By the sea.")]
    take(first)
    file = tmp_path / "content/glossary/moon-walk.yml"
    file.write_text(
        file.read_text() + "review:\n  en:\n    status: reviewed\n    by: A\n    on: 2026-01-01\n", encoding="utf-8"
    )
    said = take([row("1", "moon walk", "taith lleuad", "Under the moon."), row("3", "sun walk", "", "By day.")])
    assert "words: 2 rows, 1 new, 1 changed, 1 no longer in the list" in said.out
    moon = record(tmp_path, "glossary/moon-walk")
    assert "  en: Under the moon.\n" in moon and moon.endswith("review:\n  en:\n    status: draft\n")
    assert "sun-walk" in str(content(tmp_path).keys()) and "By the sea." in record(tmp_path, "glossary/sea-walk")


def test_two_rows_of_one_word_are_two_words(take: Take, tmp_path: Path) -> None:
    take([row("1", "blue walk"), row("2", "blue walk", "", "Elsewhere.")])
    assert record(tmp_path, "glossary/blue-walk") == ROOT["content/glossary/blue-walk.yml"]


def test_a_column_may_hold_the_id(take: Take, tmp_path: Path) -> None:
    (tmp_path / "map.yml").write_text(BY_ID, encoding="utf-8")
    said = take([row("blue-walk", "walk by water", "", "Beside water."), row("lake-walk", "lake", "", "Around a lake.")])
    assert "1 new" in said.out and "  en: lake\n" in record(tmp_path, "glossary/lake-walk")


def test_no_column_fills_a_review(take: Take, tmp_path: Path) -> None:
    (tmp_path / "map.yml").write_text("kind: glossary\ncolumns: {Word: term, Gair: review.cy.status}\n", encoding="utf-8")
    said = take([row("1", "blue walk", "approved")])
    assert said.status == 2 and "'review.cy.status' is written here, never by a table: leave it out." in said.err


@pytest.mark.parametrize(
    "rows, warned",
    [
        ([row("1", "night walk", "taith nos", "In the dark.")], False),
        ([row("1", "night walk", "", "In the dark.")], True),
        ([row("1", "", "taith nos", "", "Yn y nos.")], True),
    ],
)
def test_a_word_with_its_welsh_is_not_in_english_alone(take: Take, rows: Sequence[Row], warned: bool) -> None:
    assert ("one-language" in take(rows).out) == warned

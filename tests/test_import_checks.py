"""The sheet of checks: out, filled in, and back. Nothing newer is lost, nothing private is written, and a file that means harm
does none."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from generator import catalogue
from generator.files import MAX_BYTES
from generator.kinds.asset import Asset
from generator.kinds.prints import fingerprint
from tests.conftest import TODAY, Run, Tree
from tests.findings import placed
from tests.test_due import ROOT, checked, group
from tests.test_wicked import files_of

ONE, TWO = "content/assets/north/one.yml", "content/assets/north/two.yml"
FILLED = {"answer": "yes", "day": "2026-11-20", "by en": "The council", "how": "by phone"}


def sheet_of(file: Path) -> Worksheet:
    sheet = load_workbook(file).active
    assert isinstance(sheet, Worksheet)
    return sheet


def columns(sheet: Worksheet) -> dict[str, int]:
    """Columns by what their headings end in, counted from 1."""
    found = {str(cell.value).rpartition("[")[2].rstrip("]"): cell.column for cell in sheet[1]}
    return {key: column for key, column in found.items() if column}


def shown(file: Path) -> list[dict[str, Any]]:
    """What a sheet shows: of each row its cells by their headings, in English, or by the key in these."""
    sheet = sheet_of(file)
    heads = [str(cell.value) for cell in sheet[1]]
    names = [head.rpartition("[")[2].rstrip("]") if "[" in head else head.partition(" / ")[0] for head in heads]
    return [dict(zip(names, row, strict=True)) for row in sheet.iter_rows(min_row=2, values_only=True)]


class Round:
    """A root whose sheet has gone out."""

    def __init__(self, root: Path, run: Run, *options: str) -> None:
        self.root, self.run = root, run
        self.file = next(file for n in range(9) if not (file := root / f"checks-{n}.xlsx").exists())
        said = run("export", "checks", "--root", root, "--out", self.file, *options)
        assert said.status == 0 and self.file.exists(), said.err

    def back(self, rows: Mapping[str, Mapping[str, Any]], *options: str, formulas: bool = False) -> tuple[int, str]:
        """Fill rows in by their ids, bring the sheet back: the exit status, and what was said."""
        book = load_workbook(self.file)
        sheet = book.active
        assert isinstance(sheet, Worksheet)
        at = columns(sheet)
        for line in range(2, sheet.max_row + 1):
            for key, value in rows.get(str(sheet.cell(line, at["id"]).value), {}).items():
                cell = sheet.cell(line, at[key])
                cell.value = value
                if isinstance(value, str) and not formulas:
                    cell.data_type = "s"
        book.save(self.file)
        said = self.run("import", "checks", self.file, "--root", self.root, *options)
        assert said.err == ""
        return said.status, said.out

    def text(self, file: str = ONE) -> str:
        return (self.root / file).read_text(encoding="utf-8")

    def record(self, id: str = "one") -> Asset:
        found = catalogue.load(self.root).of("assets")[id]
        assert isinstance(found, Asset)
        return found


Sent = Callable[..., Round]


@pytest.fixture
def sent(tree: Tree, run: Run) -> Sent:
    return lambda files, *options: Round(tree({**ROOT, **files}), run, *options)


# the sheet that goes out


def test_the_sheet_has_what_is_due_and_cells_to_fill_in(sent: Sent) -> None:
    files = group("one", "contact: {email: walks@north.test}\n") | group("fine", checked("2026-11-01"))
    trip = sent(files | group("two", area="south"))
    south, north = shown(trip.file)
    assert (south["Name"], south["Area"], south["id"], north["id"]) == ("Two", "South", "two", "one")
    assert north["Contact"] == "walks@north.test"
    assert north["What is listed"] == (
        "When: Tuesdays, 10am to 12 noon\nWhere: not known\nCost: Free\nHow to join: not known"
    )
    assert [north[key] for key in ("answer", "day", "by en", "by cy", "how", "changed")] == [None] * 6
    assert [row["id"] for row in shown(sent(files, "--area", "north").file)] == ["one"]


def test_only_the_cells_to_fill_in_are_open_and_two_have_lists(sent: Sent) -> None:
    sheet = sheet_of(sent(group("one")).file)
    at = columns(sheet)
    white = [key for key, column in at.items() if not sheet.cell(2, column).protection.locked]
    assert white == ["answer", "day", "by en", "by cy", "how", "changed"] and sheet.protection.sheet
    rules = {str(rule.sqref): (rule.type, rule.formula1) for rule in sheet.data_validations.dataValidation}
    letters = {key: get_column_letter(column) for key, column in at.items()}
    assert rules == {
        f"{letters['answer']}2": ("list", "lists!$F$1:$F$4"),
        f"{letters['how']}2": ("list", "lists!$J$1:$J$5"),
        f"{letters['day']}2": ("date", "40000"),
    }


def test_the_lists_are_in_both_languages_on_a_hidden_sheet(sent: Sent) -> None:
    lists = load_workbook(sent(group("one")).file)["lists"]
    assert lists.sheet_state == "hidden"
    assert [row[5] for row in lists.iter_rows(max_row=4, values_only=True)] == [
        "yes (still right) / ydy (dal yn gywir)",
        "changed / wedi newid",
        "closed (for good) / wedi cau (am byth)",
        "no answer / dim ateb",
    ]


def test_texts_in_the_language_asked_for(sent: Sent) -> None:
    (row,) = shown(sent(group("one"), "--lang", "cy").file)
    assert row["Name"] == "Y one" and "\nCost: Am ddim\n" in row["What is listed"] and row["Area"] == "Gogledd"


def test_no_cell_of_the_sheet_is_a_formula(sent: Sent) -> None:
    files = {ONE: group("one")[ONE].replace("en: One", "en: '=HYPERLINK(1)'")}
    sheet = sheet_of(sent(files).file)
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None} == {"s"}
    assert sheet.cell(2, 1).value == "=HYPERLINK(1)"


def test_the_same_sheet_has_the_same_bytes(tree: Tree, run: Run) -> None:
    root = tree({**ROOT, **group("one")})
    for name in ("a.xlsx", "b.xlsx"):
        run("export", "checks", "--root", root, "--out", root / name)
    assert (root / "a.xlsx").read_bytes() == (root / "b.xlsx").read_bytes()


def test_a_sheet_there_is_stays_and_nothing_due_makes_none(tree: Tree, run: Run) -> None:
    root = tree({**ROOT, **group("one"), "mine.xlsx": "answers"})
    said = run("export", "checks", "--root", root, "--out", root / "mine.xlsx")
    assert (said.status, (root / "mine.xlsx").read_text()) == (2, "answers")
    said = run("export", "checks", "--root", root, "--area", "south", "--out", root / "none.xlsx")
    assert (said.status, said.err, (root / "none.xlsx").exists()) == (
        0,
        "geirfa: Nothing is due; no file was written.\n",
        False,
    )
    assert (
        run("export", "checks", "--root", root, "--lang", "fr").err
        == "geirfa: 'fr' is not a language of this site: en, cy.\n"
    )


# what comes back


def test_yes_is_written_and_comments_stay(sent: Sent) -> None:
    text = group("one")[ONE] + "# asked at the fair\ncontact: {email: walks@north.test}  # the office\n"
    trip = sent({ONE: text} | group("two"))
    other = trip.text(TWO)
    assert trip.back({"one": FILLED | {"by cy": "Y cyngor"}}) == (
        0,
        f"{ONE}\n  checked: 2026-11-20, phone, The council / Y cyngor\n"
        "1 records written; 1 rows are empty, without an answer or with nothing new.\n",
    )
    assert "checked:\n  on: 2026-11-20\n  by:\n    en: The council\n    cy: Y cyngor\n  how: phone\n" in trip.text()
    assert "# asked at the fair\n" in trip.text() and "# the office\n" in trip.text()
    assert trip.text(TWO) == other
    assert placed(trip.root) == []


def test_who_asked_need_not_be_said_in_both_languages(sent: Sent) -> None:
    review = "summary: {en: A walk., cy: Tro.}\nreview: {cy: {status: draft, of: '%s'}}\n"
    trip = sent(group("one", review % ("0" * 12)))
    of = fingerprint(trip.record(), "en")
    trip = sent(group("one", review % of), "--days", "29")
    assert trip.back({"one": FILLED})[0] == 0
    assert trip.record().checked is not None
    assert placed(trip.root) == []  # nothing is stale, nothing is missing in the other language


@pytest.mark.parametrize(
    ("filled", "how"),
    [
        ({"answer": "YES", "how": "Phone"}, "phone"),
        ({"answer": "ydy", "how": "dros y ffôn"}, "phone"),
        ({"answer": "yes (still right) / ydy (dal yn gywir)", "how": "on its website / ar ei wefan"}, "website"),
        ({"answer": "Ydy (dal yn gywir)", "how": "themselves"}, "themselves"),
        ({"day": datetime(2026, 11, 20, 12)}, "phone"),
        ({"day": " 2026-11-20 "}, "phone"),
    ],
)
def test_answers_as_people_write_them(sent: Sent, filled: dict[str, Any], how: str) -> None:
    trip = sent(group("one"))
    assert trip.back({"one": FILLED | filled})[0] == 0
    found = trip.record().checked
    assert found and (str(found.on), dict(found.by), found.how) == ("2026-11-20", {"en": "The council"}, how)


def test_closed_is_written_with_the_check_and_what_was_paused_goes(sent: Sent) -> None:
    paused = "state: {now: paused, until: 2026-11-01, note: {en: For repairs.}, instead: [two]}\n"
    trip = sent(group("one", paused) | group("two"))
    said = trip.back({"one": FILLED | {"answer": "closed", "changed": "Joined with Two"}})
    assert said == (
        0,
        f"{ONE}\n  checked: 2026-11-20, phone, The council\n  state: paused -> closed\n    - note.en: For repairs.\n"
        f"{ONE}\n  1:1  advice  This has closed, and line 2 says more: Joined with Two  [to-say-why]\n"
        "      If readers should know it, write it under 'state': 'since', 'note' or 'instead'. Leave out names and private "
        "numbers.\n\n"
        "1 records written; 1 rows are empty, without an answer or with nothing new.\n",
    )
    state = trip.record().state
    assert (state.now, state.since, state.until, state.note, state.instead) == ("closed", None, None, {}, ("two",))
    assert "Joined" not in trip.text()


def test_what_has_changed_is_told_and_not_written(sent: Sent) -> None:
    trip = sent(group("one") | group("two"))
    before = files_of(trip.root / "content")
    told = {"answer": "changed", "day": "2026-11-19", "changed": "Now on Fridays"}
    status, said = trip.back({"one": told, "two": FILLED | {"changed": "The door is round the back"}})
    assert (status, files_of(trip.root / "content")) == (0, before)
    assert said.splitlines()[:3] == [
        ONE,
        "  1:1  warning  Line 2 says that something has changed: Now on Fridays  [to-change]",
        "      Put the record right, then write 'checked' with 2026-11-19, who asked and how. Leave out names and private numbers.",
    ]
    assert "Line 3 says that something has changed: The door is round the back" in said
    (trip.root / ONE).write_text(trip.text() + checked("2026-11-20"), encoding="utf-8")
    assert "Fridays" not in trip.back({})[1]  # an editor has put it right since


def test_no_answer_and_empty_rows_write_nothing(sent: Sent) -> None:
    trip = sent(group("one") | group("two"))
    before = files_of(trip.root / "content")
    assert trip.back({"one": {"answer": "dim ateb", "day": "2026-11-20"}, "two": {"by en": "  "}}) == (
        0,
        "0 records written; 2 rows are empty, without an answer or with nothing new.\n",
    )
    assert files_of(trip.root / "content") == before


@pytest.mark.parametrize("answer", ["yes", "closed"])
def test_taken_in_twice_nothing_changes(sent: Sent, answer: str) -> None:
    trip = sent(group("one"))
    assert trip.back({"one": FILLED | {"answer": answer}})[0] == 0
    after = files_of(trip.root / "content")
    assert trip.back({}) == (0, "0 records written; 1 rows are empty, without an answer or with nothing new.\n")
    assert files_of(trip.root / "content") == after


def test_dry_run_writes_nothing(sent: Sent) -> None:
    trip = sent(group("one"))
    before = files_of(trip.root / "content")
    status, said = trip.back({"one": FILLED}, "--dry-run")
    assert (status, said.splitlines()[1]) == (0, "  checked: 2026-11-20, phone, The council")
    assert said.endswith("1 records would be written; 0 rows are empty, without an answer or with nothing new.\n")
    assert files_of(trip.root / "content") == before


# what is newer


def refused(trip: Round, rows: Mapping[str, Mapping[str, Any]], **options: bool) -> str:
    """What is said of a sheet of which nothing may be written."""
    before = files_of(trip.root / "content")
    status, said = trip.back(rows, **options)
    assert (status, files_of(trip.root / "content")) == (1, before)
    return said


@pytest.mark.parametrize("day", ["2026-11-20", "2026-11-21"])
def test_a_newer_check_or_another_of_the_same_day_stays(sent: Sent, day: str) -> None:
    trip = sent(group("one"))
    (trip.root / ONE).write_text(trip.text() + checked(day, "visit"), encoding="utf-8")
    said = refused(trip, {"one": FILLED})
    assert f"The record has a check of {day}; the cell G2 says 2026-11-20.  [newer-check]" in said


def test_an_older_check_is_replaced(sent: Sent) -> None:
    trip = sent(group("one", checked("2024-01-01")))
    assert trip.back({"one": FILLED})[0] == 0
    assert trip.text().count("checked:") == 1 and "2024" not in trip.text()


@pytest.mark.parametrize(
    ("old", "new", "holds"),
    [
        ("10:00-12:00", "11:00-12:00", False),
        ("free}", "free, note: {en: Tea 50p}}", False),
        ("cost:", "summary: {en: A walk., cy: Tro.}\ncost:", True),
    ],
    ids=["time", "cost", "summary, which was not asked about"],
)
def test_an_answer_is_about_what_was_listed(sent: Sent, old: str, new: str, holds: bool) -> None:
    trip = sent(group("one"))
    assert old in trip.text()
    (trip.root / ONE).write_text(trip.text().replace(old, new), encoding="utf-8")
    if holds:
        assert trip.back({"one": FILLED})[0] == 0
    else:
        assert "[newer-record]" in refused(trip, {"one": FILLED})


# what is wrong


@pytest.mark.parametrize(
    ("filled", "said"),
    [
        ({"answer": "perhaps"}, "2:6  error  The cell F2 says 'perhaps'.  [unknown-answer]"),
        ({"answer": None}, "2:6  error  The cell F2 is empty, though the row is filled in.  [no-answer-said]"),
        ({"answer": "=1+1"}, "2:6  error  The cell F2 says '=1+1'.  [unknown-answer]"),
        ({"answer": 1}, "2:6  error  The cell F2 holds a formula, a number or a date where text is meant.  [bad-cell]"),
        ({"day": None}, "2:7  error  The cell G2 does not say on which day you asked.  [no-day]"),
        ({"day": None, "answer": "closed"}, "2:7  error  The cell G2 does not say on which day you asked.  [no-day]"),
        ({"day": "20/11/2026"}, "2:7  error  The cell G2 says '20/11/2026', which is not a day.  [not-a-day]"),
        ({"day": "2026-02-30"}, "2:7  error  The cell G2 says '2026-02-30', which is not a day.  [not-a-day]"),
        ({"day": "2026-11-22"}, "2:7  error  The cell G2 says 2026-11-22, which has not come yet.  [future-day]"),
        (
            {"day": datetime(2027, 1, 1)},
            "2:7  error  The cell G2 says 2027-01-01, which has not come yet.  [future-day]",
        ),
        ({"by en": None}, "2:8  error  The cell H2 does not say who asked.  [nobody]"),
        ({"by en": "pat@north.test"}, "2:8  error  The cell H2 says 'pat@north.test', which readers would see: "),
        ({"by en": "Pat, 07700 900123"}, "2:8  error  The cell H2 says 'Pat, 07700 900123', which readers would see: "),
        (
            {"by cy": "+44 (0)7700-900123"},
            "2:9  error  The cell I2 says '+44 (0)7700-900123', which readers would see: ",
        ),
        ({"how": "pigeon"}, "2:10  error  The cell J2 says 'pigeon'.  [unknown-answer]"),
        ({"how": None}, "2:10  error  The cell J2 says ''.  [unknown-answer]"),
        ({"id": "on"}, "2:1  error  The cell L2 names 'on', and no group without faults has this id.  [unknown-group]"),
        (
            {"id": "../one"},
            "2:1  error  The cell L2 names '../one', and no group without faults has this id.  [unknown-group]",
        ),
        ({"by en": "The\u202ecouncil"}, "2:1  error  What came back for 'H2' holds the invisible character U+202E"),
        ({"by en": "x" * 301}, "is longer than 300 characters.  [too-long]"),
    ],
    ids=lambda value: ", ".join(map(str, value.items()))[:40] if isinstance(value, dict) else "",
)
def test_what_is_wrong_is_said_with_its_cell_and_not_written(sent: Sent, filled: dict[str, Any], said: str) -> None:
    trip = sent(group("one"))
    assert said in refused(trip, {"one": FILLED | filled})


@pytest.mark.parametrize("key", ["answer", "day", "by en", "how", "changed"])
def test_a_formula_is_never_taken_for_an_answer(sent: Sent, key: str) -> None:
    trip = sent(group("one"))
    assert "error" in refused(trip, {"one": FILLED | {key: '=HYPERLINK("https://a.test")'}}, formulas=True)


def test_one_wrong_row_does_not_hold_up_the_others(sent: Sent) -> None:
    trip = sent(group("one") | group("two"))
    status, said = trip.back({"one": FILLED | {"day": "soon"}, "two": FILLED})
    assert (status, "1 records written" in said) == (1, True)
    assert "checked" not in trip.text() and "checked:" in trip.text(TWO)


def test_two_answers_for_a_group_are_none(sent: Sent) -> None:
    trip = sent(group("one") | group("two"))
    said = refused(trip, {"one": FILLED, "two": FILLED | {"id": "one", "answer": "closed"}})
    assert "3:1  error  The cell F3: 'one' has been answered in line 2 already, in another way.  [two-answers]" in said


def test_the_same_answer_twice_is_one(sent: Sent) -> None:
    trip = sent(group("one") | group("two"))
    print = trip.record().model_dump() and shown(trip.file)[0]["print"]
    assert trip.back({"one": FILLED, "two": FILLED | {"id": "one", "print": print}})[0] == 0
    assert trip.record().checked


def test_an_answer_that_would_break_a_rule_is_not_written(sent: Sent) -> None:
    """One whose file has almost grown to its limit."""
    text = group("one")[ONE]
    trip = sent({ONE: text + "#" * (MAX_BYTES - len(text.encode()) - 10)})
    said = refused(trip, {"one": FILLED})
    assert "[too-large]" in said and "[not-written]" in said


def test_a_hostile_text_stays_a_text(sent: Sent) -> None:
    trip = sent(group("one"))
    nasty = "=cmd|' /C calc'!A0: {{ today }} <script>alert(1)</script> # &a !!python"
    assert trip.back({"one": FILLED | {"by en": nasty}})[0] == 0
    checked_by = trip.record().checked
    assert checked_by and checked_by.by["en"] == nasty
    assert shown(Round(trip.root, trip.run, "--days", "400").file)


def test_what_is_no_such_sheet(tree: Tree, run: Run) -> None:
    root = tree({**ROOT, **group("one"), "a.csv": "id,answer\none,yes\n", "b.xlsx": b"PK\x03\x04broken"})
    run("export", "translate", "--root", root, "--all", "--out", root / "c.xlsx")
    for file, said in (
        ("a.csv", "is no .xlsx workbook: bring back the sheet that was sent out"),
        ("b.xlsx", "cannot be read as an .xlsx workbook"),
        ("c.xlsx", "missing are [answer], [day], [how], [changed], [id], [print], [by …]"),
        ("nowhere.xlsx", "No such file"),
    ):
        found = run("import", "checks", root / file, "--root", root)
        assert (found.status, found.out, said in found.err) == (2, "", True), found.err


def test_columns_may_stand_in_any_order_and_others_beside_them(sent: Sent) -> None:
    trip = sent(group("one"))
    book = load_workbook(trip.file)
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.move_range("F1:M2", cols=3)
    sheet["F1"], sheet["F2"] = "Our notes", 5
    book.save(trip.file)
    assert trip.back({"one": FILLED})[0] == 0
    assert trip.record().checked


def test_the_day_is_counted_from_today(tree: Tree, run: Run) -> None:
    trip = Round(tree({**ROOT, **group("one")}), run)
    trip.back({"one": FILLED | {"day": str(TODAY)}}, "--dry-run")
    said = run("import", "checks", trip.file, "--root", trip.root, today=TODAY.replace(day=20))
    assert "[future-day]" in said.out
    assert (
        run(
            "import", "checks", trip.file, "--root", trip.root, "--lang", "cy", today=TODAY.replace(day=20)
        ).out.splitlines()[1]
        == "  2:7  gwall  Mae cell G2 yn dweud 2026-11-21, diwrnod nad yw wedi dod eto.  [future-day]"
    )

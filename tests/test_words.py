"""The glossary goes out as a table and comes back: what has changed in it is written, everything else stays byte for byte."""

from __future__ import annotations

import csv
import io
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from openpyxl import load_workbook

from generator import catalogue, tabular
from generator.exports import wordlist
from generator.kinds.term import Term
from generator.referral.shown import shown
from tests.conftest import ALBA, LATEST, REPOSITORY, Run, Tree
from tests.findings import placed

FILE = "content/glossary/green-walk.yml"
BLUE = "content/glossary/blue-walk.yml"
WALK = """\
# A comment above.
term:
  en: green walk
  cy: taith werdd
class: core  # and one behind
definition:
  en: Exercise among trees.
  cy: Ymarfer ymysg coed.
note:
  en: >-
    =SUM(A1) is no formula. It's a longer text, so that it takes more than one line of the file and
    is folded below its name.
themes:
  - nature
  - walking
forms:
  en:
    plural:
      - green walks
origin:
  en: editorial
  class: published
review:
  en:
    status: approved
    by: A
    on: 2026-01-01
  cy:
    status: reviewed
    by: B
    on: 2026-01-02
    of: '000000000000'
"""
SITE = "name: {en: Walks}\nlanguages: [{code: en}, {code: cy}]\n"
THEMES = "name: {en: Themes}\nentries:\n  nature: {name: {en: Nature}}\n  walking: {name: {en: Walking}}\n"
ROOT = {
    "content/site.yml": SITE,
    "content/vocabularies/themes.yml": THEMES,
    FILE: WALK,
    BLUE: "term:\n  en: blue walk\nthemes:\n  - walking\ndefinition:\n  en: Beside water.\n",
}
Rows = list[dict[str, str]]
Edit = Callable[[Rows], object]


class Trip:
    """A root, and its table once sent out."""

    def __init__(self, root: Path, run: Run, form: str) -> None:
        self.root, self.run, self.file = root, run, root.parent / f"{root.name}.{form}"
        self.file.unlink(missing_ok=True)
        sent = run("export", "words", "--root", root, "--out", self.file)
        assert sent.status == 0, sent.err

    def rows(self) -> Rows:
        if self.file.suffix == ".csv":
            return list(csv.DictReader(io.StringIO(self.file.read_text(encoding="utf-8-sig"), newline="")))
        head, *rows = load_workbook(self.file).active.values  # type: ignore[union-attr]
        return [{str(name): str(cell or "") for name, cell in zip(head, row, strict=True)} for row in rows]

    def write(self, rows: Rows) -> None:
        if self.file.suffix == ".csv":
            out = io.StringIO(newline="")
            writer = csv.DictWriter(out, list(dict.fromkeys(name for row in rows for name in row)), restval="")
            writer.writeheader()
            writer.writerows(rows)
            self.file.write_bytes(out.getvalue().encode())
            return
        book = load_workbook(self.file)
        sheet = book.active
        assert sheet is not None
        for number, row in enumerate(rows, 2):
            for place, name in enumerate(dict.fromkeys(name for row in rows for name in row), 1):
                sheet.cell(1, place).value = name
                sheet.cell(number, place).value = row.get(name) or None
        book.save(self.file)

    def back(self, edit: Edit | None = None, *options: object) -> tuple[int, str]:
        if edit:
            rows = self.rows()
            edit(rows)
            self.write(rows)
        said = self.run("import", "words", self.file, "--root", self.root, *options, today=LATEST)
        assert "Traceback" not in said.err
        return said.status, said.out + said.err

    def files(self) -> Mapping[str, bytes]:
        return {str(f.relative_to(self.root)): f.read_bytes() for f in self.root.rglob("*.yml")}


FORMS = ("csv", "xlsx")


@pytest.fixture(params=FORMS)
def trip(request: pytest.FixtureRequest, tree: Tree, run: Run, tmp_path: Path) -> Trip:
    tree({f"root/{name}": text for name, text in ROOT.items()})
    return Trip(tmp_path / "root", run, request.param)


def set_(id: str, **cells: str) -> Edit:
    def edit(rows: Rows) -> None:
        row = next((row for row in rows if row["id"] == id), None)
        if row is None:
            rows.append(dict.fromkeys(rows[0], "") | {"id": id})
            row = rows[-1]
        row |= {name if name in row else name.replace("_", "."): text for name, text in cells.items()}

    return edit


def test_the_first_row_names_each_value(trip: Trip) -> None:
    rows = trip.rows()
    assert list(rows[0])[:5] == ["id", "term.en", "term.cy", "class", "definition.en"]
    assert {"note.cy", "example.en", "example.cy", "review.cy.of", "forms.en.plural"} <= set(rows[0])
    green = rows[1]
    assert (green["id"], green["themes"], green["origin.class"]) == ("green-walk", "nature\nwalking", "published")


def test_a_table_that_comes_back_as_it_went_changes_nothing(trip: Trip) -> None:
    before = trip.files()
    assert trip.back() == (0, "0 words written; 2 have nothing new.\n")
    assert trip.back(lambda rows: None) == (0, "0 words written; 2 have nothing new.\n")
    assert trip.files() == before


def test_import_table_takes_it_too(trip: Trip) -> None:
    before = trip.files()
    said = trip.run("import", "table", trip.file, "--root", trip.root, today=LATEST)
    assert (said.status, said.out) == (0, "0 words written; 2 have nothing new.\n") and trip.files() == before
    blue = next(row for row in trip.rows() if row["id"] == "blue-walk")
    moon = dict.fromkeys(blue, "") | {"id": "moon-walk", "term.en": "moon walk", "definition.en": "By night."}
    trip.write([blue | {"definition.en": "Near water."}, moon])  # one changed, one new, one gone
    said = trip.run("import", "table", trip.file, "--root", trip.root, today=LATEST)
    new = "content/glossary/moon-walk.yml (new)"
    assert (said.status, said.out) == (0, f"{BLUE}\n  definition.en\n{new}\n2 words written; 0 have nothing new.\n")
    assert trip.files()[FILE] == before[FILE]


def test_by_a_mapping_it_comes_back_as_it_went_too(trip: Trip) -> None:
    before = trip.files()
    names = [name for name in trip.rows()[0] if name.endswith((".en", ".cy"))]
    map = trip.root.parent / "map.yml"
    columns = "".join(f"  {name}: {name.replace('.', '@')}\n" for name in names)
    map.write_text(f"kind: glossary\nkey: [id]\ncolumns:\n{columns}", encoding="utf-8")
    said = trip.run("import", "table", trip.file, "--root", trip.root, "--mapping", map, today=LATEST)
    assert said.status == 0 and f"{trip.root.name}: 2 rows, 0 new, 2 as they were\n" in said.out, said.out
    assert {name: data for name, data in trip.files().items() if name in before} == before
    said = trip.run("import", "table", trip.file, "--root", trip.root, "--guess", today=LATEST)
    assert said.status == 2 and "needs no mapping" in said.err


def test_no_cell_of_a_csv_is_a_formula(tree: Tree, run: Run, tmp_path: Path) -> None:
    tree({f"root/{name}": text for name, text in ROOT.items()})
    trip = Trip(tmp_path / "root", run, "csv")
    assert trip.rows()[1]["note.en"].startswith("'=SUM")
    for text in ("=1", "'=1", "''=1", "plain", "'quoted'", "-3", "@a", "+a", ""):
        assert tabular.unguarded(tabular.guarded(text)) == text
        assert not tabular.guarded(text).startswith(("=", "+", "-", "@"))


def test_a_text_that_changes_is_a_draft_again_and_comments_stay(trip: Trip) -> None:
    before = trip.files()
    status, said = trip.back(set_("green-walk", definition_cy="Ymarfer corff ymysg coed."))
    assert (status, said) == (0, f"{FILE}\n  definition.cy\n1 words written; 1 have nothing new.\n")
    expected = WALK.replace("Ymarfer ymysg coed.", "Ymarfer corff ymysg coed.").replace(
        "    status: reviewed\n    by: B\n    on: 2026-01-02\n    of: '000000000000'\n",
        "    status: draft\n    of: '000000000000'\n",
    )
    assert (trip.root / FILE).read_text() == expected
    assert {name: data for name, data in trip.files().items() if name != FILE} == {
        name: data for name, data in before.items() if name != FILE
    }
    assert trip.back()[1] == "0 words written; 2 have nothing new.\n"


def test_a_source_that_changes_leaves_its_translation_stale(trip: Trip) -> None:
    trip.run("review", "--root", trip.root, "--lang", "cy", "--by", "B", "green-walk")
    assert [code for *_, code in placed(trip.root) if code == "stale-translation"] == []
    Trip(trip.root, trip.run, trip.file.suffix[1:])
    status, _ = trip.back(set_("green-walk", definition_en="Exercise among tall trees."))
    text = (trip.root / FILE).read_text()
    assert status == 0 and "  en:\n    status: draft\n" in text and "  cy:\n    status: reviewed\n" in text
    assert [code for *_, code in placed(trip.root) if code == "stale-translation"] == ["stale-translation"]


def test_who_changes_both_sides_leaves_nothing_stale(trip: Trip) -> None:
    trip.back(set_("green-walk", definition_en="Among tall trees.", definition_cy="Ymysg coed tal."))
    assert "status: approved" not in (trip.root / FILE).read_text()
    assert [code for *_, code in placed(trip.root) if code == "stale-translation"] == []


def test_lists_and_choices_leave_reviews_alone(trip: Trip) -> None:
    status, _ = trip.back(
        set_("green-walk", themes="walking", **{"class": "non-core"}, forms_cy_gender="feminine", forms_en_plural="")
    )
    text = (trip.root / FILE).read_text()
    assert status == 0 and "themes:\n  - walking\n" in text and "class: non-core  # and one behind\n" in text
    assert "status: approved" in text and "status: reviewed" in text
    assert "forms:\n  cy:\n    gender: feminine\n" in text and "plural" not in text


def test_reviews_are_not_taken_from_a_table(trip: Trip) -> None:
    before = trip.files()
    status, said = trip.back(set_("green-walk", review_cy_status="approved"))
    assert status == 0 and "'review.cy.status' says 'approved'; the record's own stays." in said
    assert trip.files() == before


def test_a_new_word(trip: Trip) -> None:
    cells: dict[str, str] = {"term_en": "moon walk", "definition_en": "- by night", "themes": "nature"}
    assert trip.back(set_("moon-walk", **cells)) == (
        0,
        "content/glossary/moon-walk.yml (new)\n1 words written; 2 have nothing new.\n",
    )
    text = (trip.root / "content/glossary/moon-walk.yml").read_text()
    assert text == "term:\n  en: moon walk\ndefinition:\n  en: '- by night'\nthemes:\n  - nature\n"


def test_what_was_changed_here_since_is_never_replaced(trip: Trip) -> None:
    (trip.root / FILE).write_text(
        WALK.replace("among trees", "among oaks").replace("  - nature\n", ""), encoding="utf-8"
    )

    def edit(rows: Rows) -> None:
        set_("green-walk", definition_en="Exercise among birches.", note_en="Shorter.")(rows)

    status, said = trip.back(edit)
    assert status == 1
    assert (
        "'definition.en' has been changed here since the table was made. Here: 'Exercise among oaks.'. "
        "Came back: 'Exercise among birches.'." in said
    )
    text = (trip.root / FILE).read_text()
    assert "among oaks" in text and "  en: Shorter.\n" in text and "themes:\n  - walking\n" in text
    assert "themes" not in said


def test_dry_run(trip: Trip) -> None:
    before = trip.files()
    status, said = trip.back(set_("blue-walk", definition_en="Near water.", note_en="New."), "--dry-run")
    assert (status, trip.files()) == (0, before)
    assert said == (
        f"{BLUE}\n  definition.en\n    - Beside water.\n    + Near water.\n  note.en\n    + New.\n"
        "1 words would be written; 1 have nothing new.\n"
    )


@pytest.mark.parametrize(
    "edit, said",
    [
        (set_("../../evil", term_en="x"), "'../../evil' cannot be an id"),
        (set_("Green Walk", term_en="x"), "'Green Walk' cannot be an id"),
        (lambda rows: rows.append({**rows[0], "term.en": "y"}), "stands in an earlier row"),
        (set_("green-walk", term_en=""), "not-written"),
        (set_("green-walk", **{"class": "cor"}), "'cor'"),
        (set_("green-walk", themes="natur"), "natur"),
        (set_("green-walk", note_cy="a\u202eb"), "words-hidden-character"),
        (set_("moon-walk", definition_en="No name."), "term"),
    ],
    ids=["path", "capitals", "twice", "no-name", "choice", "theme", "hidden", "new-without-name"],
)
def test_what_cannot_be_written_is_said_and_left(trip: Trip, edit: Edit, said: str) -> None:
    before = trip.files()
    status, told = trip.back(edit)
    assert status == 1 and said in told, told
    assert trip.files() == before
    assert sorted(path.name for path in trip.root.parent.iterdir()) == ["root", trip.file.name]


def test_letters_that_an_old_encoding_lost(tree: Tree, run: Run, tmp_path: Path) -> None:
    tree({f"root/{name}": text.replace("ymysg coed", "yn y tŷ") for name, text in ROOT.items()})
    trip = Trip(tmp_path / "root", run, "csv")
    trip.file.write_bytes(
        trip.file.read_text(encoding="utf-8-sig").replace("trees", "oaks").encode("cp1252", "replace")
    )
    status, told = trip.back()
    assert status == 1 and "letters have become question marks" in told
    text = (trip.root / FILE).read_text()
    assert "tŷ" in text and "oaks" in text


def test_columns_and_rows_that_are_left_out_stay(trip: Trip) -> None:
    before = trip.files()
    rows = [{"id": "blue-walk", "term.en": "blue walk", "colour": "blue"}]
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(rows[0]), delimiter=";")
    writer.writeheader()
    writer.writerows(rows)
    trip.file = trip.file.with_suffix(".csv")
    trip.file.write_text(out.getvalue(), encoding="utf-16")
    status, said = trip.back()
    assert status == 0 and "'colour' is no field of a word" in said
    assert trip.files() == before


def test_a_word_that_moved(tree: Tree, run: Run, tmp_path: Path) -> None:
    tree(
        {f"root/{name}": text for name, text in ROOT.items()}
        | {"root/content/glossary/old-walk.yml": "moved_to: green-walk\n"}
    )
    trip = Trip(tmp_path / "root", run, "csv")
    before = trip.files()
    assert trip.back() == (0, "0 words written; 3 have nothing new.\n")
    assert trip.back(set_("old-walk", moved_to="blue-walk"))[0] == 1
    assert trip.files() == before
    Trip(trip.root, run, "csv")
    (trip.root / "content/glossary/old-walk.yml").unlink()
    assert trip.back()[0] == 0
    assert trip.files() == before


def test_no_table_of_words(tree: Tree, run: Run, tmp_path: Path) -> None:
    tree({f"root/{name}": text for name, text in ROOT.items()} | {"list.csv": "id,name\n1,a\n"})
    said = run("import", "words", tmp_path / "list.csv", "--root", tmp_path / "root")
    assert (said.status, said.err) == (
        2,
        f"geirfa: {tmp_path}/list.csv is no table of words: its first row has no 'id' and 'term.en'.\n",
    )


@pytest.mark.parametrize("root, form", [(REPOSITORY, "xlsx"), (ALBA, "csv")], ids=["real", "alba"])
def test_real_words_come_back_as_they_went_and_into_an_empty_glossary(
    tmp_path: Path, run: Run, root: Path, form: str
) -> None:
    shutil.copytree(root / "content", tmp_path / "root" / "content", ignore=shutil.ignore_patterns("assets"))
    trip = Trip(tmp_path / "root", run, form)
    before = trip.files()
    assert trip.back()[1].startswith("0 words written; ")
    assert trip.files() == before
    if root == REPOSITORY:
        return
    shutil.rmtree(tmp_path / "root" / "content" / Term.folder)
    assert trip.back()[0] == 0
    made = trip.files()
    for file in before:  # layout alone may differ, where a file of ours had comments
        assert made[file] == before[file] or b"#" in before[file], file


def test_the_published_table_of_words_says_what_is_here(run: Run, tmp_path: Path) -> None:
    known = catalogue.load(REPOSITORY)
    trees = {id: shown(word) for id, word in known.terms.items()}
    (tmp_path / "words.csv").write_bytes(wordlist.published(trees, known.codes))
    said = run("import", "table", tmp_path / "words.csv", "--root", REPOSITORY, "--dry-run", today=LATEST)
    assert (said.status, said.out) == (0, f"0 words would be written; {len(trees)} have nothing new.\n")

"""What comes back from translators: the round trip in both formats, nothing newer lost, nothing unsound written, and files
from outside that mean harm."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator import catalogue, source
from generator.imports.returned import tidy
from generator.kinds.prints import fingerprint
from tests.conftest import ALBA, LATEST, REPOSITORY, Run, Tree
from tests.findings import GLOSSARY, GREEN_WALK, placed, rows
from tests.test_wicked import files_of
from tests.translators import FORMS, NS, read, write

FILE = f"{GLOSSARY}/green-walk.yml"
BLUE = f"{GLOSSARY}/blue-walk.yml"
BLUE_WALK = GREEN_WALK.replace("green", "blue").replace("werdd", "las")
DEFINITION = "glossary/green-walk:definition"
TERM = "glossary/green-walk:term"
CY = "  cy: Ymarfer corff ymysg coed.\n"
UNTRANSLATED = "# why\n" + GREEN_WALK.replace(CY, "") + "note:\n  en: For walks.  # said once\n  cy: I deithiau.\n"
SITE = "content/site.yml"


class Trip:
    """A root whose texts have gone out, and the file they went out in."""

    def __init__(self, root: Path, run: Run, form: str, *options: str) -> None:
        self.root, self.run = root, run
        self.file = root / f"out.{form}"
        said = run("export", "translate", "--root", root, "--out", self.file, *options)
        assert said.status == 0 and self.file.exists(), said.err

    def back(self, texts: dict[str, str], *options: str) -> tuple[int, str]:
        """Bring the file back with translations filled in: the exit status, and what was said."""
        if texts:
            write(self.file, texts)
        said = self.run("import", "translate", self.file, "--root", self.root, *options)
        assert said.err == ""
        return said.status, said.out

    def change(self, old: str, new: str, file: str = FILE) -> None:
        """Somebody edits the record meanwhile."""
        path = self.root / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    def text(self, file: str = FILE) -> str:
        return (self.root / file).read_text(encoding="utf-8")


Sent = Callable[..., Trip]


@pytest.fixture(params=FORMS)
def sent(request: pytest.FixtureRequest, tree: Tree, run: Run) -> Sent:
    return lambda files, *options: Trip(tree(files), run, request.param, *options)


@pytest.fixture
def trip(tree: Tree, run: Run) -> Sent:
    """In one format, where it makes no difference."""
    return lambda files, *options: Trip(tree(files), run, "xlsx", *options)


def print_of(root: Path, id: str = "green-walk") -> str:
    return fingerprint(catalogue.load(root).terms[id], "en")


# the round trip


def test_out_filled_in_back_and_reviewed(sent: Sent) -> None:
    trip = sent({FILE: UNTRANSLATED, BLUE: BLUE_WALK})
    before, blue = trip.text(), trip.text(BLUE)
    assert trip.back(
        {DEFINITION: "Ymarfer corff ymysg y coed, a mwy na digon o eiriau i lenwi mwy nag un llinell o'r cofnod."}
    ) == (
        0,
        f"{FILE}\n  definition.cy\n1 texts of 1 records written; 0 came back empty or with nothing new.\n"
        "When these have been read, mark them:\n"
        f"  geirfa review --root {trip.root} --lang cy --by NAME --status reviewed green-walk\n",
    )
    added = "  cy: Ymarfer corff ymysg y coed, a mwy na digon o eiriau i lenwi mwy nag un llinell o'r cofnod.\n"
    review = f"review:\n  cy:\n    status: draft\n    of: {print_of(trip.root)}\n"
    english = "  en: Some exercise among trees.\n"
    assert trip.text() == before.replace(english, english + added) + review
    assert trip.text(BLUE) == blue
    assert trip.run("review", "--root", trip.root, "--lang", "cy", "--by", "A", "green-walk").status == 0
    assert "    status: reviewed\n    by: A\n" in trip.text()
    assert placed(trip.root) == []


def test_a_file_taken_in_twice_changes_nothing_the_second_time(sent: Sent) -> None:
    trip = sent({FILE: UNTRANSLATED})
    trip.back({DEFINITION: "Ymarfer."})
    after = files_of(trip.root / "content")
    assert trip.back({}) == (0, "0 texts of 0 records written; 1 came back empty or with nothing new.\n")
    assert files_of(trip.root / "content") == after


@pytest.mark.parametrize("root", [REPOSITORY, ALBA], ids=["real", "alba"])
@pytest.mark.parametrize("form", FORMS)
def test_real_content_comes_back_as_it_went_out(tmp_path: Path, run: Run, root: Path, form: str) -> None:
    shutil.copytree(root / "content", tmp_path / "content")
    before = files_of(tmp_path / "content")
    trip = Trip(tmp_path, run, form, "--all")
    status, said = trip.back({})
    assert (status, said.startswith("0 texts of 0 records written; ")) == (0, True)
    assert files_of(tmp_path / "content") == before


@pytest.mark.parametrize("form", FORMS)
def test_of_real_content_only_texts_and_their_review_change(tmp_path: Path, run: Run, form: str) -> None:
    shutil.copytree(REPOSITORY / "content", tmp_path / "content")
    trees = {file: source.read(tmp_path, f"content/{file}").tree for file in files_of(tmp_path / "content")}
    trip = Trip(tmp_path, run, form, "--all", "glossary")
    texts = {row["unit"]: row["target"] + " ŵ" for row in read(trip.file) if not row["unit"].endswith(":term")}
    status, said = trip.back(texts)
    assert (status, f"{len(texts)} texts of " in said) == (0, True), said
    trip.file.unlink()
    after = {row["unit"]: row["target"] for row in read(Trip(tmp_path, run, form, "--all", "glossary").file)}
    assert {unit: after[unit] for unit in texts} == texts
    for file, tree in trees.items():
        now = source.read(tmp_path, f"content/{file}").tree
        if isinstance(tree, dict) and isinstance(now, dict):
            assert without_welsh(tree) == without_welsh(now), file


def without_welsh(tree: source.Tree) -> source.Tree:
    """A tree without the texts of the language translated into, and without its review."""
    if isinstance(tree, dict):
        return {
            key: without_welsh(value)
            for key, value in tree.items()
            if not (key == "cy" and (isinstance(value, str) or "status" in value)) and key != "review"
        }
    return [without_welsh(entry) for entry in tree] if isinstance(tree, list) else tree


def test_a_record_of_the_site_itself(sent: Sent) -> None:
    trip = sent(
        {
            SITE: "name:\n  en: Walks\nlanguages:\n  - code: en\n  - code: cy\nsectors:\n  - id: health\n    name:\n      en: Health\n"
        }
    )
    status, said = trip.back({"site/site:name": "Teithiau", "site/site:sectors.0.name": "Iechyd"})
    assert (status, said.splitlines()[:3]) == (0, [SITE, "  name.cy", "  sectors.0.name.cy"])
    assert "      cy: Iechyd\n" in trip.text(SITE) and "  cy: Teithiau\n" in trip.text(SITE)
    assert trip.run("review", "--root", trip.root, "--lang", "cy", "--by", "A", "site").status == 0
    trip.change("Walks", "Long walks", SITE)
    assert [code for *_, code in placed(trip.root)] == ["stale-translation"]


def test_dry_run_shows_and_writes_nothing(sent: Sent) -> None:
    trip = sent({FILE: UNTRANSLATED}, "--all")
    before = trip.text()
    status, said = trip.back({DEFINITION: "Ymarfer.", TERM: "taith wyrdd"}, "--dry-run")
    assert (status, trip.text()) == (0, before)
    assert said.splitlines()[:7] == [
        FILE,
        "  term.cy",
        "    - taith werdd",
        "    + taith wyrdd",
        "  definition.cy",
        "    + Ymarfer.",
        "2 texts of 1 records would be written; 1 came back empty or with nothing new.",
    ]


# what is stale


OLD = "review:\n  cy:\n    status: reviewed\n    by: A\n    on: 2026-01-01\n    of: '000000000000'\n"


def test_whoever_saw_the_whole_source_leaves_nothing_stale(sent: Sent) -> None:
    trip = sent({FILE: GREEN_WALK + OLD})
    assert trip.back({DEFINITION: "Ymarfer newydd."})[0] == 0
    assert trip.text().endswith(f"review:\n  cy:\n    status: draft\n    of: {print_of(trip.root)}\n")
    assert placed(trip.root) == []


def test_whoever_saw_a_part_of_the_source_leaves_it_stale(sent: Sent) -> None:
    trip = sent({FILE: GREEN_WALK + OLD})
    trip.change("Some exercise", "Any exercise")
    status, _ = trip.back({TERM: "taith wyrdd"})
    assert (status, [code for *_, code in placed(trip.root)]) == (0, ["stale-translation"])
    assert "    status: draft\n    of: '000000000000'\n" in trip.text()


def test_what_is_stale_and_came_back_as_it_went_can_be_marked(sent: Sent) -> None:
    trip = sent({FILE: GREEN_WALK + OLD})
    before = trip.text()
    status, said = trip.back({})
    assert (status, trip.text()) == (0, before)
    assert said.splitlines()[1:] == [
        "These are marked as older than their source, and came back as they were. If they still hold, mark them:",
        f"  geirfa review --root {trip.root} --lang cy --by NAME --status reviewed green-walk",
    ]


def test_from_another_language_no_fingerprint_is_given(sent: Sent) -> None:
    files = {
        FILE: UNTRANSLATED.replace("  en: For walks.  # said once\n", ""),
        SITE: "languages: [{code: en}, {code: cy}]\n",
    }
    trip = sent(files, "--lang", "en", "--from", "cy")
    assert trip.back({"glossary/green-walk:note": "For walks."})[0] == 0
    assert trip.text().endswith("review:\n  en:\n    status: draft\n")


# what is newer


def comes_back(trip: Trip, text: str = "Ymarfer da.") -> list[str]:
    """What is said of a definition that comes back when the record has changed: nothing may be written."""
    before = files_of(trip.root / "content")
    status, said = trip.back({DEFINITION: text})
    assert (status, files_of(trip.root / "content")) == (1, before)
    return said.splitlines()


def test_a_newer_translation_stays(sent: Sent) -> None:
    trip = sent({FILE: GREEN_WALK}, "--drafts")
    trip.change("ymysg coed", "yn y coed")
    assert comes_back(trip) == [
        FILE,
        "  6:7  error  The text in Welsh has been changed here since it was sent out. "
        "Here: 'Ymarfer corff yn y coed.'. Came back: 'Ymarfer da.'.  [newer-translation]",
        "      Compare the two; if what came back is better, write it here by hand.",
        "",
        "0 texts of 0 records written; 1 came back empty or with nothing new.",
    ]


def test_a_translation_of_an_older_text_is_not_written(sent: Sent) -> None:
    trip = sent({FILE: UNTRANSLATED})
    trip.change("Some exercise", "Any exercise")
    assert comes_back(trip)[1:3] == [
        "  6:7  error  The text in English has been changed here since it was sent out. "
        "Here: 'Any exercise among trees.'. Came back: 'Ymarfer da.'.  [newer-source]",
        "      Send it out again: geirfa export translate --lang cy --all glossary/green-walk",
    ]


def test_a_translation_somebody_has_written_meanwhile_stays(sent: Sent) -> None:
    trip = sent({FILE: UNTRANSLATED})
    trip.change("trees.\n", "trees.\n  cy: Rhywbeth.\n")
    assert "Here: 'Rhywbeth.'. Came back: 'Ymarfer da.'." in comes_back(trip)[1]


def test_a_translation_somebody_has_taken_out_stays_out(sent: Sent) -> None:
    trip = sent({FILE: GREEN_WALK}, "--drafts")
    trip.change(CY, "")
    assert "Here: ''. Came back: 'Ymarfer da.'." in comes_back(trip)[1]


@pytest.mark.parametrize("gone", ["record", "text", "faulty"])
def test_what_is_no_longer_there(trip: Sent, gone: str) -> None:
    sent = trip({FILE: UNTRANSLATED, BLUE: BLUE_WALK})
    if gone == "record":
        (sent.root / FILE).unlink()
    else:
        sent.change("definition:\n  en: Some exercise among trees.\n", "" if gone == "text" else "foo: bar\n")
    assert comes_back(sent)[:3] == [
        str(sent.file),
        f"  2:1  error  '{DEFINITION}' names no text here. Came back: 'Ymarfer da.'.  [unknown-unit]",
        "      Was its record renamed, or has it faults? Run 'geirfa check'; then write the text into the record by hand.",
    ]


@pytest.mark.parametrize(
    ("change", "text"),
    [
        (("ymysg coed", "yn y coed"), "Ymarfer corff ymysg coed."),
        (("ymysg coed", "yn y coed"), "Ymarfer corff yn y coed."),
        (("ymysg coed", "yn y coed"), ""),
        (("Some exercise", "Any exercise"), "Ymarfer corff ymysg coed."),
    ],
    ids=["as it went out", "as it is here", "empty", "as it went out, source changed"],
)
def test_what_says_nothing_new_is_no_conflict(sent: Sent, change: tuple[str, str], text: str) -> None:
    trip = sent({FILE: GREEN_WALK}, "--drafts")
    trip.change(*change)
    before = trip.text()
    assert trip.back({DEFINITION: text})[0] == 0
    assert trip.text() == before


def test_one_text_left_out_does_not_hold_up_the_others(sent: Sent) -> None:
    trip = sent({FILE: GREEN_WALK, BLUE: BLUE_WALK}, "--drafts")
    trip.change("ymysg coed", "yn y coed")
    status, said = trip.back({DEFINITION: "Ymarfer da.", TERM: "tro gwyrdd", "glossary/blue-walk:definition": "Glas."})
    assert (status, "2 texts of 2 records written" in said) == (1, True)
    assert "  cy: tro gwyrdd\n" in trip.text() and "yn y coed" in trip.text() and "Glas." in trip.text(BLUE)


# what is unsound


def test_a_record_that_would_break_a_rule_is_left_and_the_others_are_written(sent: Sent) -> None:
    trip = sent({FILE: UNTRANSLATED, BLUE: BLUE_WALK.replace(CY, "")})
    before = trip.text()
    status, said = trip.back(
        {DEFINITION: "Fel [[blue-wlk]].", "glossary/blue-walk:definition": "Fel [[green-walk|gwyrdd]]."}
    )
    assert (status, trip.text()) == (1, before)
    assert "cy: Fel [[green-walk|gwyrdd]].\n" in trip.text(BLUE)
    assert said.splitlines()[2:7] == [
        FILE,
        "  1:1  error  This record was left as it was: what came for it would break a rule.  [not-written]",
        "      Mend in the file that came what the other errors say, then import it again.",
        "  6:3  error  No record in glossary is called 'blue-wlk'.  [unknown-link]",
        "      Did you mean 'blue-walk'?",
    ]


def test_a_rule_of_a_field_holds_too(trip: Sent) -> None:
    sent = trip({FILE: GREEN_WALK}, "--all")
    before = sent.text()
    status, said = sent.back({TERM: "x" * 301})
    assert (status, sent.text(), "[too-long]" in said, "[not-written]" in said) == (1, before, True, True)


def test_a_record_that_would_grow_too_large(trip: Sent) -> None:
    entries = "".join(f"  e{n}:\n    name:\n      en: Entry {n}\n    note:\n      en: Note {n}\n" for n in range(12))
    sent = trip({"content/vocabularies/things.yml": f"name:\n  en: Things\nentries:\n{entries}"})
    texts = {f"vocabularies/things:entries.e{n}.note": "ŵ " * 3900 for n in range(12)}
    status, said = sent.back(texts)
    assert (status, "[too-large]" in said) == (1, True)


def test_errors_there_were_before_hold_nothing_up(trip: Sent) -> None:
    sent = trip({FILE: UNTRANSLATED + "related: [gone]\n"})
    assert sent.back({DEFINITION: "Ymarfer."})[0] == 0


def test_of_two_records_that_clash_one_is_left(trip: Sent) -> None:
    plain = "term:\n  en: {0}\ndefinition:\n  en: Some {0}.\n"
    sent = trip({f"{GLOSSARY}/{id}.yml": plain.format(id) for id in ("one", "two")})
    status, said = sent.back({"glossary/one:term": "yr un", "glossary/two:term": "yr un"})
    assert (status, "1 texts of 1 records written" in said) == (1, True)
    assert [row["code"] for row in rows(sent.root) if row["severity"] == "error"] == []


def test_an_error_in_a_record_that_nobody_touched_holds_back_all(trip: Sent) -> None:
    """The address of one is taken: the error stands at the other, and nobody can say from the outside whose it is."""
    taken = {f"{GLOSSARY}/zebra.yml": "term:\n  en: zebra\n  cy: taith las\ndefinition:\n  en: It.\n"}
    sent = trip({FILE: UNTRANSLATED, BLUE: BLUE_WALK.replace("  cy: taith las\n", ""), **taken})
    before = files_of(sent.root / "content")
    status, said = sent.back({"glossary/blue-walk:term": "taith las", DEFINITION: "Ymarfer."})
    assert (status, files_of(sent.root / "content")) == (1, before)
    assert said.count("[not-written]") == 2 and "zebra.yml\n" in said


# what is said and left


def test_a_lost_link_is_said_and_a_text_left_untranslated_is_left_out(sent: Sent) -> None:
    linked = UNTRANSLATED.replace("Some exercise", "As [[blue-walk]], some exercise")
    trip = sent({FILE: linked, BLUE: BLUE_WALK.replace(CY, "").replace("  cy: taith las\n", "")})
    untranslated = {
        "glossary/blue-walk:definition": "Some exercise among trees.",
        "glossary/blue-walk:term": "blue walk",
    }
    status, said = trip.back({DEFINITION: "Ymarfer.", **untranslated})
    assert (status, "; 1 came back empty or with nothing new." in said, said.count("same-as-source")) == (0, True, 1)
    assert "  warning  What came back has no link to 'blue-walk', as the text in English has.  [lost-link]" in said
    assert "  warning  What came back is the text in English itself; it was left out.  [same-as-source]" in said
    assert "cy: Ymarfer.\n" in trip.text() and "cy:" not in trip.text(BLUE)


@pytest.mark.parametrize(
    ("text", "one_line", "clean"),
    [
        ("  un \r\n\r\ndau\t", False, "un\n\ndau"),
        ("un_x000D_\ndau", False, "un\ndau"),
        ("un\rdau", False, "un\ndau"),
        ("tw\u0302r", False, "tŵr"),
        ("un  \n dau", True, "un dau"),
        (" \n", False, ""),
    ],
)
def test_tidy(text: str, one_line: bool, clean: str) -> None:
    assert tidy(text, one_line) == clean


@pytest.mark.parametrize("character", ["\u202e", "\u200b", "\u00ad", "\ue000"])
def test_invisible_characters_are_refused(sent: Sent, character: str) -> None:
    trip = sent({FILE: UNTRANSLATED})
    before = trip.text()
    status, said = trip.back({DEFINITION: f"Ymar{character}fer."})
    assert (status, trip.text()) == (1, before)
    assert f"What came back for '{DEFINITION}' holds the invisible character U+{ord(character):04X}" in said


def test_in_welsh(trip: Sent) -> None:
    sent = trip({FILE: GREEN_WALK}, "--drafts")
    sent.change("ymysg coed", "yn y coed")
    _, said = sent.back({DEFINITION: "Ymarfer da."}, "--lang", "cy")
    assert "gwall  Mae'r testun Cymraeg wedi'i newid yma ers ei anfon allan." in said


def test_ids_of_several_kinds_are_named_with_their_folder(trip: Sent) -> None:
    other = "name:\n  en: Green walk\ntype: report\nnote:\n  en: Good.\n"
    sent = trip({FILE: UNTRANSLATED, "content/sources/green-walk.yml": other})
    _, said = sent.back({DEFINITION: "Ymarfer.", "sources/green-walk:note": "Da."})
    assert said.splitlines()[-1].endswith("--status reviewed sources/green-walk glossary/green-walk")


# files from outside


def workbook(*rows: tuple[object, ...]) -> bytes:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    for row in rows:
        sheet.append(row)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


HEAD = ("[from en]", "[to cy]", "[unit]", "[source-print]", "[target-print]")


def zipped(parts: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def with_part(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    with ZipFile(BytesIO(data)) as archive:
        return zipped({n: change(archive.read(n)) if n == name else archive.read(n) for n in archive.namelist()})


LAUGHS = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
OUTSIDE = b'<!DOCTYPE x SYSTEM "file:///etc/passwd">'


def after_prolog(what: bytes) -> Callable[[bytes], bytes]:
    return lambda part: (
        part[: part.index(b"?>") + 2] + what + part[part.index(b"?>") + 2 :] if b"?>" in part else what + part
    )


XLIFF = (
    b'<?xml version="1.0"?>%s<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">'
    b'<file source-language="%s" target-language="%s" original="a" datatype="plaintext"><body>%s</body></file></xliff>'
)
HOSTILE: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "is neither an .xlsx workbook nor XLIFF: bring back the file that was sent out, filled in."),
    "csv": (b"a,b\n", "is neither an .xlsx workbook nor XLIFF: bring back the file that was sent out, filled in."),
    "old excel": (
        b"\xd0\xcf\x11\xe0",
        "is neither an .xlsx workbook nor XLIFF: bring back the file that was sent out, filled in.",
    ),
    "huge": (b"<" + b" " * (32 * 1024 * 1024), "is larger than 32 MB: split it, or look whether it is the right file."),
    "no zip": (b"PK\x03\x04 and so on", "cannot be read as an .xlsx workbook: save it again as .xlsx."),
    "other zip": (zipped({"a.txt": b"a"}), "cannot be read as an .xlsx workbook: save it again as .xlsx."),
    "zip bomb": (
        zipped({"xl/workbook.xml": b"0" * (129 * 1024 * 1024)}),
        "unpacks to more than a spreadsheet of texts can hold; it is not read.",
    ),
    "many parts": (
        zipped({f"{n}": b"" for n in range(501)}),
        "unpacks to more than a spreadsheet of texts can hold; it is not read.",
    ),
    "broken sheet": (
        with_part(workbook(HEAD), "xl/worksheets/sheet1.xml", lambda part: part[: len(part) // 2]),
        "cannot be read as an .xlsx workbook: save it again as .xlsx.",
    ),
    "entities in a sheet": (
        with_part(workbook(HEAD), "xl/worksheets/sheet1.xml", after_prolog(LAUGHS)),
        "declares XML entities, which no spreadsheet needs; it is not read.",
    ),
    "entities in styles": (
        with_part(workbook(HEAD), "xl/styles.xml", after_prolog(LAUGHS)),
        "declares XML entities, which no spreadsheet needs; it is not read.",
    ),
    "wrong sheet": (
        workbook(("a", "b"), (1, 2)),
        "has no sheet whose first row has the headings that went out: missing are "
        "[from], [to], [unit], [source-print], [target-print]; keep that row as it is.",
    ),
    "missing columns": (
        workbook(HEAD[:3]),
        "has no sheet whose first row has the headings that went out: missing are "
        "[source-print], [target-print]; keep that row as it is.",
    ),
    "other languages": (
        workbook(("[from en]", "[to fr]", *HEAD[2:])),
        "goes from 'en' to 'fr'; languages here: en, cy.",
    ),
    "same language": (workbook(("[from cy]", "[to cy]", *HEAD[2:])), "goes from 'cy' to 'cy'; languages here: en, cy."),
    "row a million": (
        with_part(
            workbook(HEAD, ("x",)),
            "xl/worksheets/sheet1.xml",
            lambda part: part.replace(b'r="2"', b'r="1048576"').replace(b'r="A2"', b'r="A1048576"'),
        ),
        "has more than 100000 rows: split it, or look whether it is the right file.",
    ),
    "laughs": (
        XLIFF % (LAUGHS, b"en", b"cy", b""),
        "has a DOCTYPE or declares entities, which XLIFF has no need of; it is not read.",
    ),
    "outside": (
        XLIFF % (OUTSIDE, b"en", b"cy", b""),
        "has a DOCTYPE or declares entities, which XLIFF has no need of; it is not read.",
    ),
    "broken xml": (b"<xliff>\n<a></xliff>", "is broken at line 2, column 6: save it again from your tool."),
    "html": (b"<html></html>", "is not XLIFF 1.2: export it as that from your tool."),
    "xliff 2": (
        b'<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0"/>',
        "is not XLIFF 1.2: export it as that from your tool.",
    ),
    "no file": (
        b'<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"/>',
        "must name one language it was translated from and one into.",
    ),
    "no language": (XLIFF % (b"", b"", b"cy", b""), "must name one language it was translated from and one into."),
    "french": (XLIFF % (b"", b"en-GB", b"fr_FR", b""), "goes from 'en' to 'fr'; languages here: en, cy."),
    "odd encoding": (
        b'<?xml version="1.0" encoding="x-none"?><a/>',
        "is in an encoding that cannot be read: save it as UTF-8.",
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_are_refused_in_one_sentence(tree: Tree, run: Run, name: str) -> None:
    data, sentence = HOSTILE[name]
    root = tree({FILE: UNTRANSLATED, "back": data})
    said = run("import", "translate", root / "back", "--root", root)
    assert said == (2, "", f"geirfa: {root / 'back'} {sentence}\n")


def test_a_file_that_is_not_there(tree: Tree, run: Run) -> None:
    root = tree({FILE: UNTRANSLATED})
    said = run("import", "translate", root / "none.xlsx", "--root", root)
    assert said == (2, "", f"geirfa: {root / 'none.xlsx'}: No such file or directory\n")


@pytest.mark.parametrize(
    "unit",
    [
        "../../etc/passwd:x",
        "glossary/../site:name",
        f"{DEFINITION}.cy",
        "glossary/green-walk:review.cy.by",
        "x" * 50_000,
        "\x1b[2J",
    ],
)
def test_units_are_looked_up_and_never_followed(tree: Tree, run: Run, unit: str) -> None:
    lines = (HEAD, ("x", "evil", unit, "", "")) if "\x1b" not in unit else (HEAD,)
    escaped = unit.encode() if "\x1b" not in unit else b"&#x9f;"
    root = tree({FILE: UNTRANSLATED, "a.xlsx": workbook(*lines)})
    (root / "a.xlf").write_bytes(
        XLIFF % (b"", b"en", b"cy", b'<trans-unit id="%s"><target>evil</target></trans-unit>' % escaped)
    )
    before = files_of(root / "content")
    for file in ("a.xlsx", "a.xlf"):
        said = run("import", "translate", root / file, "--root", root)
        assert said.err == "" and all(line.isprintable() for line in said.out.splitlines())
        assert ("[unknown-unit]" in said.out, said.status) == (
            (True, 1) if len(lines) > 1 or file == "a.xlf" else (False, 0)
        )
    assert files_of(root / "content") == before


def test_cells_that_are_no_text(trip: Sent) -> None:
    sent = trip({FILE: UNTRANSLATED})
    for value in ("=1+1", 12, LATEST, True):
        book = load_workbook(sent.file)
        sheet = book.active
        assert isinstance(sheet, Worksheet)
        sheet["E2"].value = value
        book.save(sent.file)
        status, said = sent.back({})
        assert (status, said.splitlines()[1]) == (
            1,
            f"  2:5  error  The cell of '{DEFINITION}' holds a formula, a number or a date.  [not-text]",
        )


def test_rows_may_be_sorted_columns_moved_and_rows_twice(trip: Sent) -> None:
    sent = trip({FILE: UNTRANSLATED}, "--all")
    out = read(sent.file)
    head = ("[unit]", "mine", "[target-print]", "[source-print]", "Cymraeg [to cy]", "[from en]")
    made = [(r["unit"], 5, r["target_print"], r["source_print"], r["target"] + "!", "changed") for r in out[::-1]]
    sent.file.write_bytes(workbook(head, *made, made[0], (), ("", "", "", "", "x", "")))
    status, said = sent.back({})
    assert (status, "3 texts of 1 records written" in said) == (0, True), said


def test_two_translations_of_one_text(trip: Sent) -> None:
    sent = trip({FILE: UNTRANSLATED})
    row = read(sent.file)[0]
    sent.file.write_bytes(
        workbook(
            HEAD, *(("x", text, row["unit"], row["source_print"], row["target_print"]) for text in ("Un.", "", "Dau."))
        )
    )
    status, said = sent.back({})
    assert (status, said.splitlines()[1]) == (
        1,
        f"  4:1  error  '{DEFINITION}' came back more than once, with different texts.  [two-translations]",
    )


def test_what_tools_put_into_xliff(tree: Tree, run: Run) -> None:
    trip = Trip(tree({FILE: UNTRANSLATED, BLUE: BLUE_WALK.replace(CY, "")}), run, "xlf")
    text = trip.file.read_text(encoding="utf-8")
    marked = '<target state="final"><mrk mtype="seg" mid="1">Ymarfer</mrk> <g id="1">da</g>.<ph id="2">*</ph></target><alt-trans><target>No.</target></alt-trans>'
    empty = '<target>Ymarfer <x id="1"/></target>'
    first, second = (text.index('<target xml:lang="cy"', at) for at in (0, text.index("green-walk:definition")))
    end = text.index("/>", second) + 2
    text = text[:second] + marked + text[end:]
    text = text[:first] + empty + text[text.index("/>", first) + 2 :]
    trip.file.write_text(text.replace('"cy"', '"cy-GB"'), encoding="utf-8")
    said = run("import", "translate", trip.file, "--root", trip.root)
    assert "  cy: Ymarfer da.*\n" in trip.text()
    assert "The translation of 'glossary/blue-walk:definition' holds a code without text, <x>.  [lost-code]" in said.out


def test_openpyxl_reads_with_defusedxml() -> None:
    said = subprocess.run(
        [sys.executable, "-c", "import openpyxl; print(openpyxl.DEFUSEDXML)"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout == "True\n"
    assert NS.startswith("{urn:")

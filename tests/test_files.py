"""Which files are records, and their clean text: each fault of a file, a byte or a character, at its place."""

from __future__ import annotations

import json
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from generator import files
from generator.issues import Issue
from tests.conftest import Tree
from tests.findings import GLOSSARY, GREEN_WALK, HERE, geirfa, placed, rows

FILE = f"{GLOSSARY}/green-walk.yml"
NOBODY = 65534


def text_of(root: Path, data: bytes) -> tuple[str | None, list[Issue]]:
    (root / "a.yml").write_bytes(data)
    issues: list[Issue] = []
    return files.text_of(root, "a.yml", issues), issues


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"a: b\n", "a: b\n"),
        (b"\xef\xbb\xbfa: b\n", "a: b\n"),  # a byte order mark
        (b"a: b\r\nc: d\r\n", "a: b\nc: d\n"),
        (b"", ""),
        ("a: ŵŷ’–“”…🙂 👩🏽\n".encode(), "a: ŵŷ’–“”…🙂 👩🏽\n"),
        (b"a: " + b"x" * (files.MAX_BYTES - 4) + b"\n", "a: " + "x" * (files.MAX_BYTES - 4) + "\n"),
    ],
    ids=["plain", "bom", "crlf", "empty", "letters", "as-large-as-may-be"],
)
def test_clean_text(tmp_path: Path, data: bytes, text: str) -> None:
    assert text_of(tmp_path, data) == (text, [])


@pytest.mark.parametrize(
    ("data", "place", "message"),
    [
        (b"a: \x00b\n", (1, 4), "The invisible character U+0000 stands here."),
        (b"a: b\n\x1b[31mc: d\n", (2, 1), "The invisible character U+001B stands here."),
        (b"a: b\rc: d\n", (1, 5), "The invisible character U+000D stands here."),  # a lone carriage return
        (b"a: b\x7f\n", (1, 5), "The invisible character U+007F stands here."),
        ("a: b\u0085\n".encode(), (1, 5), "The invisible character U+0085 stands here."),
        ("a: b\u00adc\n".encode(), (1, 5), "The invisible character U+00AD SOFT HYPHEN stands here."),
        ("a: ŵ\u202eb\n".encode(), (1, 5), "The invisible character U+202E RIGHT-TO-LEFT OVERRIDE stands here."),
        ("a: \u2066b\n".encode(), (1, 4), "The invisible character U+2066 LEFT-TO-RIGHT ISOLATE stands here."),
        ("a: b\u200bc\n".encode(), (1, 5), "The invisible character U+200B ZERO WIDTH SPACE stands here."),
        ("a: b\u200dc\n".encode(), (1, 5), "The invisible character U+200D ZERO WIDTH JOINER stands here."),
        ("a: b\u2028c\n".encode(), (1, 5), "The invisible character U+2028 LINE SEPARATOR stands here."),
        ("a: \ufeffb\n".encode(), (1, 4), "The invisible character U+FEFF ZERO WIDTH NO-BREAK SPACE stands here."),
        ("a: \ue000b\n".encode(), (1, 4), "The invisible character U+E000 stands here."),  # private use
        ("a: \U000e0041b\n".encode(), (1, 4), "The invisible character U+E0041 TAG LATIN CAPITAL LETTER A stands here."),
        (b"a:\n\tb: c\n", (2, 1), "A tab stands here."),
        (b"a: b\tc\n", (1, 5), "A tab stands here."),
        ("a: w\u0302r\n".encode(), (1, 4), "An accent on this line is written as a character of its own."),
        (b"a: b\nc: \xff\n", (2, 4), "This line is not UTF-8 text."),
        ("a: ŵŵ ".encode() + b"\xe9\n", (1, 7), "This line is not UTF-8 text."),  # columns count letters, not bytes
        ("a: b\n".encode("utf-16"), (1, 1), "This line is not UTF-8 text."),
        ("a: pr\xeas".encode("latin-1"), (1, 6), "This line is not UTF-8 text."),
        (b"a: \xed\xa0\x80\n", (1, 4), "This line is not UTF-8 text."),  # half of a surrogate pair
        (b"a: \xc0\xaf\n", (1, 4), "This line is not UTF-8 text."),  # a slash written over-long
    ],
)  # fmt: skip
def test_faulty_text(tmp_path: Path, data: bytes, place: tuple[int, int], message: str) -> None:
    text, issues = text_of(tmp_path, data)
    assert (text, [(issue.place, issue.message()) for issue in issues]) == (None, [(place, message)])


def test_what_is_looked_for_first_is_clean() -> None:
    """No character that is let through at once is refused on its own or can be wrong beside another."""
    for character in filter(files._CLEAN.fullmatch, map(chr, range(sys.maxunicode + 1))):
        assert not files._FORBIDDEN.search(character)
        assert character != "\t"
        assert unicodedata.is_normalized("NFC", character)
        assert not unicodedata.combining(character)


def test_an_accent_apart_is_shown_as_it_should_be(tmp_path: Path) -> None:
    (issue,) = text_of(tmp_path, "a: y cw\u0302n bach\n".encode())[1]
    assert issue.hint() == "Type the letter again: 'ŵn'."


@pytest.mark.parametrize("size", [files.MAX_BYTES + 1, 10_000_000])
def test_too_large_is_not_read(tmp_path: Path, size: int) -> None:
    text, issues = text_of(tmp_path, b"a: " + b"x" * (size - 3))
    assert text is None
    assert [issue.message() for issue in issues] == [f"This file has {size} bytes; 65536 is the limit."]


def test_every_fault_of_a_text_is_reported(tmp_path: Path) -> None:
    _, issues = text_of(tmp_path, "a: \u200bb\u200b\n\tc: w\u0302\n".encode())
    assert [(issue.rule.code, issue.place) for issue in issues] == [
        ("forbidden-character", (1, 4)),
        ("forbidden-character", (1, 6)),
        ("tab", (2, 1)),
        ("not-nfc", (2, 5)),
    ]


@pytest.mark.parametrize(
    ("name", "code", "message"),
    [
        ("green-walk.yaml", "wrong-extension", "'green-walk.yaml' ends in .yaml and would not be read."),
        ("green-walk.YML", "wrong-extension", "'green-walk.YML' ends in .YML and would not be read."),
        ("green-walk.YAML", "wrong-extension", "'green-walk.YAML' ends in .YAML and would not be read."),
        ("green-walk.txt", "stray-file", "'green-walk.txt' is not a record and is not read."),
        ("green-walk", "stray-file", "'green-walk' is not a record and is not read."),
        ("green-walk.yml~", "stray-file", "'green-walk.yml~' is not a record and is not read."),
        ("green-walk.yml/inner.yml", "not-a-file", "'green-walk.yml' is a folder, but its name ends in .yml."),
    ],
)
def test_names_that_are_no_records(tree: Tree, name: str, code: str, message: str) -> None:
    found = rows(tree({f"{GLOSSARY}/{name}": GREEN_WALK}))
    assert [(row["file"], row["code"], row["message"]) for row in found] == [
        (f"{GLOSSARY}/{name.split('/')[0]}", code, message)
    ]


def test_hidden_files_and_pages_are_left_alone(tree: Tree) -> None:
    root = tree(
        {FILE: GREEN_WALK, f"{GLOSSARY}/.x.yml.swp": "?", "content/.git/a.yml": "?", "content/pages/a.txt": "?"}
    )
    assert files.files(root) == ([FILE], [])


def test_a_dangling_link_is_refused(tree: Tree) -> None:
    root = tree({FILE: GREEN_WALK})
    (root / GLOSSARY / "gone.yml").symlink_to("nowhere.yml")
    assert placed(root) == [("gone.yml", 1, 1, "symlink")]


def test_a_linked_folder_is_refused_and_not_entered(tree: Tree) -> None:
    root = tree({FILE: GREEN_WALK, "elsewhere/blue-walk.yml": GREEN_WALK})
    (root / GLOSSARY / "area").symlink_to(root / "elsewhere", target_is_directory=True)
    (root / GLOSSARY / "loop").symlink_to(root / GLOSSARY, target_is_directory=True)
    assert placed(root) == [("area", 1, 1, "symlink"), ("loop", 1, 1, "symlink")]


def test_names_that_differ_in_capitals_only(tree: Tree) -> None:
    found = rows(tree({f"{GLOSSARY}/Green-walk.yml": GREEN_WALK, FILE: GREEN_WALK}))
    assert [(row["code"], row["message"]) for row in found] == [
        ("bad-id", "'Green-walk' cannot be an id."),
        ("case-clash", "'green-walk.yml' differs from 'Green-walk.yml' only in capital letters."),
    ]


@pytest.mark.parametrize("name", ["a\nb.yml", "a\x1b[31mb.yml", "a\u202eb.yml", "a\udcffb.yml"])
def test_no_name_of_a_file_reaches_the_terminal_raw(tree: Tree, name: str) -> None:
    """A name may hold any byte; what is printed holds none that moves the cursor, hides text or cannot be printed."""
    root = tree({FILE: GREEN_WALK})
    (root / GLOSSARY / name).write_text(GREEN_WALK, encoding="utf-8")
    done = geirfa("check", "--root", str(root))
    assert done.returncode == 1
    shown = done.stdout.decode()  # strictly: a byte that is no UTF-8 fails
    assert [character for character in shown if not character.isprintable() and character != "\n"] == []
    assert len(shown.split("\n")) == 6  # the file, the fault, its hint, a blank line, the sum


UNPRIVILEGED = """
import os, sys
from pathlib import Path
from generator import kinds
from generator.issues import as_json
from generator.loading import read_all
found = kinds.discover()
os.chdir(sys.argv[1])
read_all(Path("."), found)  # once with all rights, so that nothing is left to import
if os.geteuid() == 0:
    os.setgroups([]); os.setgid(int(sys.argv[2])); os.setuid(int(sys.argv[2]))
print(as_json(read_all(Path("."), found).issues))
"""


def test_unreadable(tree: Tree) -> None:
    """What may not be opened is reported and hides nothing else. Root may open all: its rights are dropped first."""
    root = tree(
        {
            FILE: GREEN_WALK.replace("green walk", "''"),
            f"{GLOSSARY}/locked.yml": GREEN_WALK,
            f"{GLOSSARY}/area/inner.yml": GREEN_WALK,
        }
    )
    root.chmod(0o755)
    locked = [root / GLOSSARY / "locked.yml", root / GLOSSARY / "area"]
    for path in locked:
        path.chmod(0)
    program = [sys.executable, "-c", UNPRIVILEGED, str(root), str(NOBODY)]
    try:
        done = subprocess.run(program, capture_output=True, text=True, cwd=HERE, check=False)
    finally:
        for path in locked:
            path.chmod(0o755)
    assert done.returncode == 0, done.stderr
    assert [(row["file"], row["code"], row["message"]) for row in json.loads(done.stdout)] == [
        (f"{GLOSSARY}/area", "unreadable", "This file cannot be read: permission denied."),
        (FILE, "empty-field", "'term.en' is empty."),
        (f"{GLOSSARY}/locked.yml", "unreadable", "This file cannot be read: permission denied."),
    ]

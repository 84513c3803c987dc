"""The files of a root: which are records, and their clean text. Knows nothing of YAML."""

from __future__ import annotations

import os
import re
import shutil
import unicodedata
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path

from generator.issues import N_, Issue, Rule, Severity

MAX_BYTES = 64 * 1024
NO_RECORDS = ("content/pages", "content/words", "content/feeds", "content/releases")
"""Folders of hand-written pages, of lists of words, of what came from the lists of others, and of releases: others read them."""
MOST_CHARACTERS = 20
"""Bad characters that are told of one file; more say nothing new."""

_E = Severity.ERROR

UNREADABLE = Rule(
    "unreadable",
    _E,
    N_("A record is a file that can be opened and read."),
    N_("This file cannot be read: {reason}."),
    N_("Check that it exists and that its permissions allow reading."),
)
NOT_A_FILE = Rule(
    "not-a-file",
    _E,
    N_("A name that ends in .yml is a file."),
    N_("'{name}' is a folder, but its name ends in .yml."),
    N_("Rename the folder, or move its files up."),
)
SYMLINK = Rule(
    "symlink",
    _E,
    N_("Content holds real files and folders, no symbolic links."),
    N_("'{name}' is a symbolic link."),
    N_("Put the file itself here."),
)
CASE_CLASH = Rule(
    "case-clash",
    _E,
    N_("Two names in a folder differ in more than capital letters."),
    N_("'{name}' differs from '{other}' only in capital letters."),
    N_("Some computers cannot keep both: rename one."),
)
WRONG_EXTENSION = Rule(
    "wrong-extension",
    _E,
    N_("A record's file name ends in .yml."),
    N_("'{name}' ends in {ending} and would not be read."),
    N_("Rename it to '{better}'."),
)
STRAY_FILE = Rule(
    "stray-file",
    Severity.WARNING,
    N_("The content folder holds records and pages only."),
    N_("'{name}' is not a record and is not read."),
    N_("If it is a record, its name must end in .yml; else move it out of the content folder."),
)
TOO_LARGE = Rule(
    "too-large",
    _E,
    N_("A record is at most 64 KB."),
    N_("This file has {size} bytes; 65536 is the limit."),
    N_("Split the record, or shorten its texts."),
)
NOT_UTF8 = Rule(
    "not-utf8",
    _E,
    N_("A record is saved as UTF-8."),
    N_("This line is not UTF-8 text."),
    N_("Save the file again with the encoding UTF-8."),
)
FORBIDDEN_CHARACTER = Rule(
    "forbidden-character",
    _E,
    N_("Text holds no invisible or control characters."),
    N_("The invisible character {name} stands here."),
    N_("Delete it and type the word again."),
)
TAB = Rule(
    "tab",
    _E,
    N_("Records are indented with spaces, never tabs."),
    N_("A tab stands here."),
    N_("Use spaces: two for each step inwards."),
)
NOT_NFC = Rule(
    "not-nfc",
    _E,
    N_("Accented letters are single characters (Unicode NFC)."),
    N_("An accent on this line is written as a character of its own."),
    N_("Type the letter again: '{better}'."),
)

# Control, bidirectional, zero-width, private-use characters and line separators. None is ever meant in a record, and
# each can hide or move text; private use is also where page frames keep their slot marks.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\uffff\ue000-\uf8ff\U000e0000-\U0010ffff]"
)
_CLEAN = re.compile("[\n -~\u00a1-\u00ac\u00ae-\u02ff‘-”–—…€]*")
"""What nearly all texts are made of, and cannot be wrong: looked for first, as the long way takes four times as long."""


def files(root: Path) -> tuple[list[str], list[Issue]]:
    """Every record file below content/, sorted, relative to the root; and what cannot be a record file."""
    found: list[str] = []
    issues: list[Issue] = []
    folders = ["content"]
    while folders:
        folder = folders.pop()
        try:
            with os.scandir(root / folder) as entries:
                listing = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            issues.append(UNREADABLE.at(folder, reason=_reason(error)))
            continue
        seen: dict[str, str] = {}
        for entry in listing:
            file = f"{folder}/{entry.name}"
            if entry.name.startswith(".") or file in NO_RECORDS:
                continue
            other = seen.setdefault(entry.name.casefold(), entry.name)
            issue = CASE_CLASH.at(file, name=entry.name, other=other) if other != entry.name else _misfit(file, entry)
            if issue:
                issues.append(issue)
            else:
                (folders if entry.is_dir() else found).append(file)
    return sorted(found), issues


def _misfit(file: str, entry: os.DirEntry[str]) -> Issue | None:
    """Why an entry of a folder is neither a record file nor a folder of some."""
    name = entry.name
    if entry.is_symlink():
        return SYMLINK.at(file, name=name)
    if entry.is_dir():
        return NOT_A_FILE.at(file, name=name) if name.endswith(".yml") else None
    if name.endswith(".yml"):
        return None if entry.is_file() else UNREADABLE.at(file, reason="it is no ordinary file")
    stem, _, ending = name.rpartition(".")
    if ending in ("yaml", "YML", "YAML"):
        return WRONG_EXTENSION.at(file, name=name, ending=f".{ending}", better=f"{stem}.yml")
    return STRAY_FILE.at(file, name=name)


def _reason(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()


def text_of(root: Path, file: str, issues: list[Issue]) -> str | None:
    """The text of one file, line ends made "\\n"; None, and why among `issues`, where it is not clean text."""
    try:
        with open(f"{root}/{file}", "rb") as handle:  # a Path of each would take as long as opening it
            data = handle.read(MAX_BYTES + 1)
            size = len(data) if len(data) <= MAX_BYTES else os.fstat(handle.fileno()).st_size
    except OSError as error:
        issues.append(UNREADABLE.at(file, reason=_reason(error)))
        return None
    if size > MAX_BYTES:
        issues.append(TOO_LARGE.at(file, size=size))
        return None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before[before.rfind(b"\n") + 1 :].decode("utf-8")
        place = (before.count(b"\n") + 1, len(line) + 1)
        issues.append(NOT_UTF8.at(file, place=place))
        return None
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    if not is_clean(text):
        issues.extend(islice(character_issues(text, file), MOST_CHARACTERS))
        return None
    return text


def is_clean(text: str) -> bool:
    """Whether text holds no character that a record may not hold."""
    if _CLEAN.fullmatch(text):
        return True
    return not _FORBIDDEN.search(text) and "\t" not in text and unicodedata.is_normalized("NFC", text)


def without_forbidden(text: str) -> str:
    """A text without the characters that no record may hold; tabs made spaces."""
    return _FORBIDDEN.sub("", text.replace("\t", " "))


def character_issues(text: str, file: str) -> Iterator[Issue]:
    """Each character that may not stand in a record, with its place in `text`."""
    for number, line in enumerate(text.split("\n"), 1):
        for match in _FORBIDDEN.finditer(line):
            character = match.group()
            name = f"U+{ord(character):04X} {unicodedata.name(character, '')}".strip()
            yield FORBIDDEN_CHARACTER.at(file, place=(number, match.start() + 1), name=name)
        if "\t" in line:
            yield TAB.at(file, place=(number, line.index("\t") + 1))
        if not unicodedata.is_normalized("NFC", line):
            better = unicodedata.normalize("NFC", line)
            column = next((i for i, (a, b) in enumerate(zip(line, better, strict=False)) if a != b), 0)
            word = better[column:].split() or [better]
            yield NOT_NFC.at(file, place=(number, column + 1), better=word[0])


def put(path: Path, text: str) -> None:
    """As `put_bytes`, for text."""
    put_bytes(path, text.encode())


def put_bytes(path: Path, data: bytes) -> None:
    """Write one file beside its place, then put it there in one step, with the permissions of the file it replaces."""
    new = path.with_name(f".{path.name}.new")
    new.write_bytes(data)
    if path.exists():
        shutil.copymode(path, new)
    os.replace(new, path)


def put_all(texts: Mapping[Path, str]) -> None:
    """Write several files, or none: each beside its place at first, then all put there, in their order; where one cannot be,
    those before it become again what they were. Raises OSError."""
    before = {path: path.read_bytes() for path in texts}
    news = {path: path.with_name(f".{path.name}.new") for path in texts}
    done: list[Path] = []
    try:
        for path, new in news.items():
            new.write_text(texts[path], encoding="utf-8", newline="\n")
            shutil.copymode(path, new)
        for path, new in news.items():
            os.replace(new, path)
            done.append(path)
    except BaseException:
        for path in done:
            put_bytes(path, before[path])
        for new in news.values():
            new.unlink(missing_ok=True)
        raise

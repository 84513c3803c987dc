"""Every passage a reader sees in one language, with the file it stands in: of records, hand-written pages and the
interface; and where in that file a word of it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from generator import source
from generator.catalogue import Catalogue
from generator.issues import Path as FieldPath

_FIELD = re.compile(r"\A---\n.*?^---$", re.MULTILINE | re.DOTALL)
_NAME = re.compile(r"^[\w-]+:", re.MULTILINE)
_MESSAGE = re.compile(r'^(msgid|msgid_plural|msgctxt|msgstr(?:\[\d\])?)? ?"(.*)"$')


class Passage(NamedTuple):
    """One text. `path` is its field in a record; without one, `start` is where it begins in its file. `original` is what
    it was translated from, where that stands beside it."""

    file: str
    text: str
    path: FieldPath = ()
    start: int = 0
    original: str = ""


def passages(catalogue: Catalogue, lang: str) -> Iterator[Passage]:
    """All passages of a language. Words listed for searching only are none: they may be misspelt on purpose."""
    for text in catalogue.texts:
        if text.lang == lang:
            yield Passage(text.record.file, text.text, text.path)
    for records in catalogue.records.values():
        for record in records.values():
            for number, change in enumerate(record.changes):
                if lang in change.what:
                    yield Passage(record.file, change.what[lang], ("changes", number, "what", lang))
    for term in catalogue.terms.values():
        forms = term.forms.get(lang)
        for number, plural in enumerate(forms.plural if forms else ()):
            yield Passage(term.file, plural, ("forms", lang, "plural", number))
    yield from _pages(catalogue.root, lang)
    yield from _messages(catalogue.root, lang)


def _pages(root: Path, lang: str) -> Iterator[Passage]:
    for path in sorted((root / "content" / "pages" / lang).glob("*.md")):
        file = path.relative_to(root).as_posix()
        if text := _read(root, file):
            header = _FIELD.match(text)
            names = _NAME.sub(lambda match: " " * len(match.group()), header.group()) if header else ""
            yield Passage(file, names + text[len(names) :])


def _messages(root: Path, lang: str) -> Iterator[Passage]:
    """The interface's texts of the root's own theme, a line each."""
    file = f"theme/locale/{lang}/LC_MESSAGES/geirfa.po"
    field = original = ""
    start = 0
    for line in _read(root, file).splitlines(keepends=True):
        if match := _MESSAGE.match(line):
            field = match.group(1) or field
            if match.group(1) == "msgid":
                original = ""
            if field.startswith("msgid"):
                original += f" {match.group(2)}"
            elif field.startswith("msgstr") and original.strip():
                yield Passage(file, match.group(2), start=start + match.start(2), original=original)
        start += len(line)


class Places:
    """Where words of passages stand in the files of a root. Each file is read once, and only for what was found."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._text = cache(lambda file: _read(root, file))
        self._places = cache(lambda file: source.places(root, file))

    def of(self, passage: Passage, word: str, start: int) -> tuple[int, int]:
        """Line and column of the word that begins at `start` of a passage."""
        text = self._text(passage.file)
        if not passage.path:
            return _line_and_column(text, passage.start + start)
        place: tuple[int, int] = self._places(passage.file).get(passage.path, (1, 1))
        # YAML folds lines and doubles quotes, but leaves words and their order as they are.
        pattern = re.compile(rf"(?<![^\W_]){re.escape(word)}(?![^\W_])")
        before = sum(1 for _ in pattern.finditer(passage.text, 0, start))
        begin = sum(map(len, text.splitlines(keepends=True)[: place[0] - 1])) + place[1] - 1
        for number, match in enumerate(pattern.finditer(text, begin)):
            if number == before:
                return _line_and_column(text, match.start())
        return place


def _read(root: Path, file: str) -> str:
    """The text of a file; "" where there is none that can be read, which others report."""
    try:
        return (root / file).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return ""


def _line_and_column(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)

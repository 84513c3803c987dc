"""Templates that are kept as compiled: used while nothing they were made of changes, made anew when it does."""

from __future__ import annotations

import sys
from pathlib import Path

import jinja2
import pytest

from generator import theme
from generator.render import compiled
from generator.render.compiled import Compiled
from generator.wording import Wording

NAME = "letters.html"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(compiled, "_folder", lambda: tmp_path / "kept")
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path / "kept"


class Counted(jinja2.Environment):
    made = 0

    def _generate(self, *given: object, **named: object) -> str:  # what compiling does, and reading does not
        self.made += 1
        return super()._generate(*given, **named)  # type: ignore[arg-type]


def made(kept: Compiled, folder: Path = theme.OURS / "templates") -> int:
    """How often a template is compiled where it is asked for."""
    environment = Counted(loader=jinja2.FileSystemLoader(folder), bytecode_cache=kept, extensions=[])
    environment.get_template(NAME)
    return environment.made


def test_it_is_compiled_once(folder: Path) -> None:
    assert made(Compiled(None)) == 1
    assert [path.name for path in folder.iterdir()] == ["letters.html.pyc"]
    assert made(Compiled(None)) == 0


def test_it_is_compiled_anew_for_other_words_and_another_compiler(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wordings = {lang: Wording(lang, [theme.OURS]) for lang in ("en", "cy")}
    assert [made(Compiled(wording)) for wording in wordings.values()] == [1, 1]
    assert [made(Compiled(wording)) for wording in wordings.values()] == [0, 0]
    wordings["cy"]._messages["Letters"] = "Other words"
    assert made(Compiled(wordings["cy"])) == 1
    monkeypatch.setattr(compiled, "_compiler", lambda: "another")
    assert made(Compiled(wordings["en"])) == 1


def test_what_is_broken_is_made_anew(folder: Path) -> None:
    made(Compiled(None))
    kept = folder / "letters.html.pyc"
    whole = kept.read_bytes()
    for broken in (b"", whole[:-40], whole[:15], whole[:20], whole[:15] + b"x" * 40, b"something else"):
        kept.write_bytes(broken)
        assert made(Compiled(None)) == 1
    assert made(Compiled(None)) == 0


def test_templates_of_a_root_are_not_kept(folder: Path, tmp_path: Path) -> None:
    own = tmp_path / "theme" / "templates"
    own.mkdir(parents=True)
    (own / NAME).write_text("{{ 1 }}")
    assert [made(Compiled(None), own) for _ in range(2)] == [1, 1]
    assert not folder.exists()


def test_where_nothing_can_be_kept_nothing_is_lost(folder: Path) -> None:
    folder.parent.mkdir(exist_ok=True)
    folder.write_text("in the way")
    assert [made(Compiled(None)) for _ in range(2)] == [1, 1]

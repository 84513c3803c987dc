"""Which browser is taken, and what is said where there is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser import chromium


def program(folder: Path, name: str, says: str, status: int = 0) -> Path:
    """A program that says a line and ends with a status, in place of a browser."""
    file = folder / name
    file.write_text(f"#!/bin/sh\necho '{says}'\nexit {status}\n", encoding="utf-8")
    file.chmod(0o755)
    return file


@pytest.fixture
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that is the whole PATH of a machine where nothing is named and nothing can be fetched."""
    monkeypatch.delenv(chromium.VARIABLE, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(chromium, "_playwrights_own", lambda: iter(()))
    monkeypatch.setattr(chromium, "_fetch_playwrights", lambda: None)
    return tmp_path


@pytest.mark.parametrize("name", ["chromium", "chromium-browser", "google-chrome-stable"])
def test_browser_on_the_path_is_found(name: str, alone: Path) -> None:
    file = program(alone, name, "Chromium 1.2")
    assert chromium.find() == chromium.Chromium(str(file), "Chromium 1.2")


def test_named_browser_comes_first(alone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(alone, "chromium", "Chromium 1.2")
    named = program(alone, "mine", "Mine 3")
    monkeypatch.setenv(chromium.VARIABLE, str(named))
    assert chromium.find().version == "Mine 3"


def test_what_does_not_start_is_no_browser(alone: Path) -> None:
    program(alone, "chromium", "broken", status=1)
    program(alone, "chromium-driver", "Driver 1")
    assert program(alone, "google-chrome", "Chrome 4").exists()
    assert chromium.find().version == "Chrome 4"


def test_named_browser_that_does_not_start_is_said(
    alone: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    program(alone, "chromium", "Chromium 1.2")
    monkeypatch.setenv(chromium.VARIABLE, "/no/such/file")
    assert chromium.main() == 1
    assert capsys.readouterr().err == (
        "GEIRFA_CHROMIUM names /no/such/file, which does not start: set it to the file of a Chromium or Google Chrome, or unset it.\n"
    )


def test_no_browser_at_all_is_one_clear_sentence(alone: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert chromium.main() == 1
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", chromium.MISSING + "\n")


def test_browser_found_is_one_line(alone: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = program(alone, "chromium", "Chromium 1.2")
    assert chromium.main() == 0
    assert capsys.readouterr().out == f"Chromium 1.2 ({file})\n"


def test_browser_fetched_is_used(alone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chromium, "_fetch_playwrights", lambda: program(alone, "chromium", "Fetched 5"))
    assert chromium.provide().version == "Fetched 5"

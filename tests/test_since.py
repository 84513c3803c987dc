"""`check --since`, against a real git repository: whatever was published goes on answering."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator import cli
from tests.conftest import TODAY, Tree
from tests.findings import GLOSSARY, GREEN_WALK

FILE = f"{GLOSSARY}/green-walk.yml"
BLUE = f"{GLOSSARY}/blue-walk.yml"
BLUE_WALK = GREEN_WALK.replace("green", "blue").replace("werdd", "las")
FIXED = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"} | {
    f"GIT_{who}_{what}": value
    for who in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "A"), ("EMAIL", "a@example.org"), ("DATE", "2026-01-01T00:00:00Z"))
}

Check = Callable[[Mapping[str, str | None]], list[str]]


def git(root: Path, *arguments: str) -> str:
    environment = {**os.environ, **FIXED}
    done = subprocess.run(["git", *arguments], cwd=root, env=environment, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def commit(root: Path) -> str:
    """Commit all there is, in a repository made where there is none yet. Returns the revision."""
    if not (root / ".git").exists():
        git(root, "init", "--quiet")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--allow-empty", "--message", "as it stood")
    return git(root, "rev-parse", "HEAD")


@pytest.fixture
def after(tree: Tree, capsys: pytest.CaptureFixture[str]) -> Check:
    """What `check --since` says of a root with two words, once files were changed (None: removed)."""
    root = tree({FILE: GREEN_WALK, BLUE: BLUE_WALK, "content/site.yml": "languages:\n  - code: en\n  - code: cy\n"})
    commit(root)

    def check(changes: Mapping[str, str | None]) -> list[str]:
        tree({name: text for name, text in changes.items() if text is not None})
        for name in (name for name, text in changes.items() if text is None):
            (root / name).unlink()
        return since(root, "HEAD", capsys)

    return check


def since(root: Path, revision: str, capsys: pytest.CaptureFixture[str]) -> list[str]:
    status = cli.main(["check", "--root", str(root), "--since", revision, "--format", "github", "--today", str(TODAY)])
    shown = capsys.readouterr().out.splitlines()
    assert status == (1 if shown else 0)
    return shown


def test_nothing_changed(after: Check) -> None:
    assert after({}) == []


def test_vanished(after: Check) -> None:
    assert after({FILE: None}) == [
        f"::error file={FILE},line=1,col=1,title=vanished::The record 'green-walk' was published and is gone. "
        "Put the file back with the one line 'moved_to: <new id>'; its old address will lead there."
    ]


def test_address_changed(after: Check) -> None:
    assert after({FILE: GREEN_WALK.replace("taith werdd", "taith natur")}) == [
        f"::error file={FILE},line=1,col=1,title=address-changed::The address of this record was "
        "/cy/geirfa/taith-werdd/ and nothing leads on from there. "
        "Write 'taith-werdd' under 'slug: cy:', or under 'former_slugs: cy:' as a list."
    ]


STUB = "moved_to: blue-walk\nslug:\n  cy: taith-werdd\n"


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({FILE: STUB}, []),  # moved, with both its addresses
        ({FILE: "moved_to: blue-walk\n"}, ["address-changed"]),  # the stub lost the Welsh address
        ({FILE: STUB.replace("slug:\n  cy: taith-werdd", "former_slugs:\n  cy: [taith-werdd]")}, []),
        ({FILE: GREEN_WALK + "slug:\n  cy: taith-werdd\n"}, []),  # now stored
        ({FILE: GREEN_WALK + "slug:\n  cy: taith-natur\n"}, ["address-changed"]),
        ({FILE: GREEN_WALK + "slug:\n  cy: taith-natur\nformer_slugs:\n  cy: [taith-werdd]\n"}, []),
        ({FILE: GREEN_WALK.replace("green walk", "nature walk")}, []),  # English addresses are ids
        ({FILE: None, f"{GLOSSARY}/area/green-walk.yml": GREEN_WALK}, []),  # folders are no part of an address
        ({FILE: None, BLUE: None}, ["vanished", "vanished"]),
        ({FILE: "term: [\n"}, ["yaml-syntax"]),  # faulty, not gone
        ({"content/site.yml": "languages:\n  - code: en\n  - code: cy\npaths:\n  glossary:\n    cy: geiriau\n"}, ["address-changed"]),
        ({"content/vocabularies/new.yml": "name: {en: New, cy: Newydd}\nentries: {a: {name: {en: A b, cy: A c}}}\n"}, []),
    ],
)  # fmt: skip
def test_published_addresses(after: Check, changes: Mapping[str, str | None], codes: list[str]) -> None:
    titles = [line.partition("title=")[2].partition("::")[0] for line in after(changes)]
    assert set(titles) == set(codes)
    assert len(titles) >= len(codes)


@pytest.mark.parametrize("later", [None, "moved_to: blue-walk\n"], ids=["stub-removed", "stub-without-its-address"])
def test_a_published_stub_goes_on_leading(tree: Tree, capsys: pytest.CaptureFixture[str], later: str | None) -> None:
    """An old address that already redirects is published too."""
    root = tree({FILE: STUB, BLUE: BLUE_WALK})
    commit(root)
    (root / FILE).unlink()
    tree({FILE: later} if later else {})
    assert len(since(root, "HEAD", capsys)) == 1


def test_a_former_slug_goes_on_leading(tree: Tree, capsys: pytest.CaptureFixture[str]) -> None:
    root = tree({FILE: GREEN_WALK + "former_slugs:\n  cy: [hen-air]\n"})
    commit(root)
    tree({FILE: GREEN_WALK})
    assert len(since(root, "HEAD", capsys)) == 1


def test_a_root_below_the_repository(tree: Tree, capsys: pytest.CaptureFixture[str]) -> None:
    top = tree({f"roots/one/{FILE}": GREEN_WALK, f"roots/two/{BLUE}": BLUE_WALK, "unrelated.txt": "?"})
    revision = commit(top)
    (top / "roots/one" / FILE).unlink()
    assert [line.split(",")[0] for line in since(top / "roots/one", revision, capsys)] == [f"::error file={FILE}"]
    assert since(top / "roots/two", revision[:10], capsys) == []


def test_a_root_that_was_not_there_yet(tree: Tree, capsys: pytest.CaptureFixture[str]) -> None:
    revision = commit(tree({"unrelated.txt": "?"}))
    root = tree({FILE: GREEN_WALK})
    assert since(root, revision, capsys) == []


def test_what_was_faulty_then_was_not_published(tree: Tree, capsys: pytest.CaptureFixture[str]) -> None:
    root = tree({FILE: GREEN_WALK, BLUE: "term: [\n"})
    revision = commit(root)
    (root / BLUE).unlink()
    assert since(root, revision, capsys) == []


def test_links_in_an_old_revision_do_no_harm(tree: Tree, capsys: pytest.CaptureFixture[str]) -> None:
    root = tree({FILE: GREEN_WALK, BLUE: BLUE_WALK})
    (root / GLOSSARY / "host.yml").symlink_to("/etc/hostname")
    revision = commit(root)
    (root / GLOSSARY / "host.yml").unlink()
    assert since(root, revision, capsys) == []


@pytest.mark.parametrize("revision", ["nowhere", "--output=x", "-x", "HEAD:content", "HEAD~9", "0" * 40])
def test_a_revision_there_is_not(tree: Tree, capsys: pytest.CaptureFixture[str], revision: str) -> None:
    root = tree({FILE: GREEN_WALK})
    commit(root)
    assert cli.main(["check", "--root", str(root), f"--since={revision}"]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert len(shown.err.splitlines()) == 1
    assert shown.err.startswith("geirfa: ")


def test_no_repository(tree: Tree, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    root = tree({FILE: GREEN_WALK})
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(root.parent))
    assert cli.main(["check", "--root", str(root), "--since", "HEAD"]) == 2
    assert capsys.readouterr().err.startswith("geirfa: git could not read the revision: ")
    monkeypatch.setenv("PATH", "")
    assert cli.main(["check", "--root", str(root), "--since", "HEAD"]) == 2
    assert capsys.readouterr().err == "geirfa: git is needed for --since, and it was not found.\n"

"""A rebuild after a change of prose gives the bytes of a whole build, and anything else is a whole build."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from generator import catalogue, plugin, site
from generator.memory import Keeper
from generator.rebuild import _made, rebuild
from tests.conftest import LATEST

REAL = Path(__file__).parent.parent / "content"


def _one_area(folder: str, names: list[str]) -> set[str]:
    """What is left out: the groups of all areas but one, which would make every build here take four times as long."""
    return set(names) - {"gwynedd"} if Path(folder).name == "assets" else set()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(REAL, tmp_path / "root" / "content", ignore=_one_area)
    return tmp_path / "root"


def _keeper(root: Path, today: date = LATEST) -> Keeper:
    return Keeper(root.parent / "cache", root, root.parent / "site", today, ())


def _whole(root: Path, target: Path, keeper: Keeper | None = None) -> int:
    before = keeper.remember if keeper else lambda built: None
    count, _ = site.build(target, catalogue.load(root), LATEST, plugin.outside, before)
    if keeper:
        keeper.confirm(count)
    return count


def _bytes(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _edit(root: Path, file: str, old: str, new: str) -> None:
    path = root / "content" / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    os.utime(path, ns=(1, 1))


PROSE_CHANGES: list[tuple[str, str, str]] = [
    ("glossary/green-referral.yml", "definition:\n  en: >-\n    ", "definition:\n  en: >-\n    Newly *said*: "),
    ("glossary/social-prescribing-practitioner.yml", "easy_read:\n  en: >-\n    ", "easy_read:\n  en: >-\n    Yes. "),
    ("glossary/individual.yml", "definition:\n  en: >-\n    ", "definition:\n  en: >-\n    A patient, or rather "),
    (
        "glossary/wellbeing.yml",
        "definition:\n  en: >-\n    ",
        "definition:\n  en: >-\n    Wellbeing is wellbeing. See [[referral]]. ",
    ),
    # Words that no text had, one for a file of its own; and mentions of other words, whose pages say so.
    (
        "glossary/green-gym.yml",
        "definition:\n  en: >-\n    ",
        "definition:\n  en: >-\n    Qzxen 9lives, by link workers. ",
    ),
    ("glossary/ecotherapy.yml", "  cy: >-\n    ", "  cy: >-\n    Zzyzx a'i bresgripsiynwyr cymdeithasol. "),
    # A definition that now begins as those of other records, where that is said.
    (
        "glossary/asset-mapping.yml",
        "definition:\n  en: >-\n    ",
        "definition:\n  en: >-\n    Referral of a person to ",
    ),
]


@pytest.mark.parametrize("file,old,new", PROSE_CHANGES, ids=[change[0] for change in PROSE_CHANGES])
def test_prose_gives_the_bytes_of_a_whole_build(root: Path, file: str, old: str, new: str) -> None:
    count = _whole(root, root.parent / "site", _keeper(root))
    before = _bytes(root.parent / "site")
    _edit(root, file, old, new)
    assert rebuild(_keeper(root)) == count
    after = _bytes(root.parent / "site")
    _whole(root, root.parent / "other")
    assert after == _bytes(root.parent / "other")
    assert after != before


def test_a_second_change_and_one_taken_back(root: Path) -> None:
    _whole(root, root.parent / "site", _keeper(root))
    original = (root / "content/glossary/referral.yml").read_bytes()
    stamps = (root / "content/glossary/referral.yml").stat()
    _edit(root, *PROSE_CHANGES[0])
    assert rebuild(_keeper(root))
    _edit(
        root,
        "glossary/referral.yml",
        "definition:\n  en: >-\n    ",
        "definition:\n  en: >-\n    Qzxen by link workers: ",
    )
    assert rebuild(_keeper(root))
    _edit(root, "glossary/referral.yml", "definition:\n  en: >-\n    ", "definition:\n  en: >-\n    Newly: ")
    assert rebuild(_keeper(root))
    (root / "content/glossary/referral.yml").write_bytes(original)
    os.utime(root / "content/glossary/referral.yml", ns=(stamps.st_atime_ns, stamps.st_mtime_ns))
    assert rebuild(_keeper(root))
    _whole(root, root.parent / "other")
    assert _bytes(root.parent / "site") == _bytes(root.parent / "other")


def test_a_build_killed_before_it_wrote_leaves_nothing_behind(root: Path) -> None:
    """What it meant to write is remembered, and put right by the next."""
    _whole(root, root.parent / "site", _keeper(root))
    _edit(
        root,
        "glossary/referral.yml",
        "definition:\n  en: >-\n    ",
        "definition:\n  en: >-\n    Qzxen by link workers: ",
    )
    keeper = _keeper(root)
    recalled = keeper.recall()
    assert recalled
    memory, traces, count = recalled
    assert _made(keeper, memory, {"content/glossary/referral.yml"}, traces)
    keeper.confirm(count, traces)  # and then it was killed
    _edit(root, "glossary/referral.yml", "Qzxen by link workers", "Xylo by a GP")
    assert rebuild(_keeper(root))
    _whole(root, root.parent / "other")
    assert _bytes(root.parent / "site") == _bytes(root.parent / "other")


def test_nothing_changed_writes_nothing(root: Path) -> None:
    count = _whole(root, root.parent / "site", _keeper(root))
    times = {path: path.stat().st_mtime_ns for path in (root.parent / "site").rglob("*")}
    assert rebuild(_keeper(root)) == count
    assert times == {path: path.stat().st_mtime_ns for path in (root.parent / "site").rglob("*")}


def _title(root: Path) -> None:
    _edit(root, "glossary/green-referral.yml", "en: green referral\n", "en: greener referral\n")


def _fault(root: Path) -> None:
    _edit(root, "glossary/green-referral.yml", "definition:\n  en: >-\n    ", "definition:\n  en: >-\n    Lorem ipsum ")


def _new_file(root: Path) -> None:
    shutil.copy(root / "content/glossary/wellbeing.yml", root / "content/glossary/wellbeing-two.yml")


def _site_file(root: Path) -> None:
    _edit(root, "site.yml", "tagline:\n  en: ", "tagline:\n  en: New. ")


def _page(root: Path) -> None:
    _edit(root, "pages/en/about.md", "## ", "## New: ")


def _own_theme(root: Path) -> None:
    (root / "theme" / "templates").mkdir(parents=True)


def _other_site(root: Path) -> None:
    (root.parent / "site" / "sitemap.xml").write_text("changed by hand", encoding="utf-8")


def _language_gone(root: Path) -> None:
    text = (root / "content/glossary/green-gym.yml").read_text(encoding="utf-8")
    start, end = text.index("easy_read:"), text.index("note:")
    (root / "content/glossary/green-gym.yml").write_text(text[:start] + text[end:], encoding="utf-8")


@pytest.mark.parametrize(
    "change", [_title, _fault, _new_file, _site_file, _page, _own_theme, _other_site, _language_gone]
)
def test_anything_else_is_a_whole_build(root: Path, change: Callable[[Path], None]) -> None:
    _whole(root, root.parent / "site", _keeper(root))
    change(root)
    assert rebuild(_keeper(root)) is None


def test_another_day_is_a_whole_build(root: Path) -> None:
    _whole(root, root.parent / "site", _keeper(root))
    assert rebuild(_keeper(root, LATEST + timedelta(days=1))) is None


def test_a_memory_of_an_unfinished_build_counts_for_nothing(root: Path) -> None:
    _whole(root, root.parent / "site", _keeper(root))
    _edit(root, *PROSE_CHANGES[0])
    keeper = _keeper(root)

    def fail(built: site.Site) -> None:
        keeper.remember(built)
        raise RuntimeError("killed here")

    with pytest.raises(RuntimeError):
        site.build(root.parent / "site", catalogue.load(root), LATEST, plugin.outside, fail)
    assert rebuild(_keeper(root)) is None

"""MkDocs as its users know it: `mkdocs build --strict` makes the same site, a fault stops it, serving shows the fault."""

from __future__ import annotations

import logging
import tomllib
from importlib import import_module
from pathlib import Path
from typing import Literal

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config.base import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException

from generator.plugin import GeirfaPlugin
from tests.conftest import ALBA, LATEST, REPOSITORY, Tree
from tests.html import bytes_of, different, pages, words

Command = Literal["build", "serve"]
CONFIG = "site_name: Site\ndocs_dir: content/pages\nsite_dir: site\nplugins: []\n"
WALK = "term:\n  en: walk\n  cy: tro\ndefinition:\n  en: Going on foot.\n  cy: Mynd ar droed.\n"
FILES = {
    "mkdocs.yml": CONFIG,
    "content/glossary/walk.yml": WALK,
    "content/pages/en/about.md": "---\ntitle: About\n---\nSee [[walk]] and [us](contact.md).\n",
    "content/pages/en/contact.md": "---\ntitle: Contact\n---\nWrite.\n",
}


def configured(root: Path, site: Path, command: Command = "build") -> MkDocsConfig:
    """What the command line makes of a root's mkdocs.yml, our plugin given by hand: it need not be installed."""
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(site), plugins=[], strict=command == "build")
    plugin = GeirfaPlugin()
    errors, warnings = plugin.load_config({"today": str(LATEST)})
    assert not errors and not warnings
    config.plugins["geirfa"] = plugin
    config.plugins.on_startup(command=command, dirty=False)
    return config


def mkdocs(root: Path, site: Path | None = None, command: Command = "build") -> Path:
    site = site or root / "site"
    mkdocs_build(configured(root, site, command))
    return site


def test_the_entry_point_is_the_plugin() -> None:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    module, name = project["entry-points"]["mkdocs.plugins"]["geirfa"].split(":")
    assert getattr(import_module(module), name) is GeirfaPlugin


def test_the_same_site_as_geirfa_build(real_site: Path, tmp_path: Path) -> None:
    assert different(real_site, mkdocs(REPOSITORY, tmp_path / "site")) == []


def test_the_same_site_for_another_root(alba_site: Path, tmp_path: Path) -> None:
    assert different(alba_site, mkdocs(ALBA, tmp_path / "site")) == []


def test_a_faulty_record_stops_the_build(tree: Tree, caplog: pytest.LogCaptureFixture) -> None:
    root = tree(FILES)
    before = bytes_of(mkdocs(root))
    (root / "content/glossary/run.yml").write_text("term:\n  en: run\ndefinitoin:\n  en: Fast.\n")
    with pytest.raises((MkDocsException, Abort)):
        mkdocs(root)
    (said,) = (record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR)
    assert said.count("content/glossary/run.yml") == 1
    assert "3:1" in said and "Did you mean 'definition'?" in said
    assert bytes_of(root / "site") == before


def test_a_link_to_no_word_stops_the_build(tree: Tree, caplog: pytest.LogCaptureFixture) -> None:
    root = tree(FILES)
    before = bytes_of(mkdocs(root))
    (root / "content/pages/en/about.md").write_text("---\ntitle: About\n---\nSee [[wlak]].\n")
    with pytest.raises((MkDocsException, Abort)):
        mkdocs(root)
    assert any(
        "content/pages/en/about.md" in record.getMessage() and "wlak" in record.getMessage()
        for record in caplog.records
    )
    assert bytes_of(root / "site") == before


def test_two_pages_of_one_address_leave_the_old_site(tree: Tree) -> None:
    root = tree(FILES)
    before = bytes_of(mkdocs(root))
    (root / "content/pages/en/glossary.md").write_text("---\ntitle: Mine\n---\nText.\n")
    with pytest.raises((MkDocsException, Abort)):
        mkdocs(root)
    assert bytes_of(root / "site") == before


def test_a_dead_link_in_a_hand_written_page_fails_when_strict(tree: Tree, caplog: pytest.LogCaptureFixture) -> None:
    root = tree({**FILES, "content/pages/en/contact.md": "---\ntitle: Contact\n---\n[x](nowhere.md)\n"})
    with caplog.at_level(logging.WARNING), pytest.raises((MkDocsException, Abort)):
        mkdocs(root)


def test_serving_shows_the_findings_and_recovers(tree: Tree, tmp_path_factory: pytest.TempPathFactory) -> None:
    """As `mkdocs serve` does it: one configuration a build, into a folder of its own."""
    root, site = tree(FILES), tmp_path_factory.mktemp("served")
    mkdocs(root, site, "serve")
    assert words(pages(site)["en/glossary/walk/index.html"].first("h1")) == "walk"
    (root / "content/glossary/walk.yml").write_text(WALK.replace("definition", "definitoin"))
    mkdocs(root, site, "serve")
    for file in ("index.html", "404.html"):
        shown = words(pages(site)[file].first("pre"))
        assert "content/glossary/walk.yml" in shown and "Did you mean 'definition'?" in shown
    (root / "content/glossary/walk.yml").write_text(WALK)
    mkdocs(root, site, "serve")
    assert words(pages(site)["en/glossary/walk/index.html"].first("h1")) == "walk"
    assert not pages(site)["index.html"].all("pre")


def test_serving_leaves_the_policy_out(tree: Tree, tmp_path_factory: pytest.TempPathFactory) -> None:
    root = tree(FILES)
    served = pages(mkdocs(root, tmp_path_factory.mktemp("served"), "serve"))
    assert {page.meta("Content-Security-Policy") for page in served.values()} == {None}
    assert None not in {page.meta("Content-Security-Policy") for page in pages(mkdocs(root)).values()}


def test_a_page_fault_while_serving_is_shown(tree: Tree, tmp_path_factory: pytest.TempPathFactory) -> None:
    root = tree({**FILES, "content/glossary/run.yml": "term: [\n"})
    served = pages(mkdocs(root, tmp_path_factory.mktemp("served"), "serve"))
    assert "content/glossary/run.yml" in words(served["index.html"].first("pre"))


def test_what_is_watched(tree: Tree) -> None:
    root = tree({**FILES, "theme/assets/own.css": "p {}"})
    config = configured(root, root / "site", "serve")
    config = config.plugins.on_config(config)
    watched = {str(Path(folder)) for folder in config.watch}
    assert {str(root / "content"), str(root / "theme"), str(REPOSITORY / "theme")} <= watched

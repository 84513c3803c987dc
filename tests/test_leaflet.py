"""The files of the map's library: from its package, without importing it, and only where there is a map to draw."""

from __future__ import annotations

import sys
from importlib.metadata import PackageNotFoundError, distribution

import pytest

from generator import leaflet
from generator.issues import Refusal
from tests import groups
from tests.conftest import LATEST, Run, Tree


def test_files_are_those_of_the_package() -> None:
    files = dict(leaflet.files())
    assert list(files) == ["assets/leaflet/leaflet.js", "assets/leaflet/leaflet.css", "assets/leaflet/LICENSE.txt"]
    script, style, licence = files.values()
    assert script.startswith("/* @preserve\n * Leaflet 1.9.4, ")
    assert "\n!function(" in script
    assert "sourceMappingURL" not in script  # the map of its source is not served
    assert ".leaflet-container {" in style
    assert licence.startswith("BSD 2-Clause License\n\nCopyright (c) 2010-2024, Volodymyr Agafonkin")
    assert leaflet.version().startswith("1.9.4")
    assert "js_lib_leaflet" not in sys.modules  # it would want Django


def missing(name: str) -> None:
    raise PackageNotFoundError(name)


def test_without_the_package_it_says_what_to_do(tree: Tree, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leaflet, "distribution", missing)
    root = tree(groups.files(groups.SITE.replace("postcodes: [W06000001]\n", "")))
    said = run("build", "--root", root, "--site", root / "site", today=LATEST)
    assert said.status == 2
    assert said.err == (
        "geirfa: The map of groups needs the package django-js-lib-leaflet, which is not installed: run 'make site', or "
        "'pip install django-js-lib-leaflet'.\n"
    )
    assert not (root / "site").exists()


@pytest.mark.parametrize("lost", ["leaflet.css", "LICENSE"])
def test_a_package_of_another_layout_is_refused(lost: str, monkeypatch: pytest.MonkeyPatch) -> None:
    class Package:
        """The package without one of its files."""

        whole = distribution(leaflet.PACKAGE)

        def locate_file(self, path: str) -> object:
            return self.whole.locate_file(f"gone/{path}" if path.endswith(lost) else path)

        def read_text(self, name: str) -> str | None:
            return None if name.endswith(lost) else self.whole.read_text(name)

    monkeypatch.setattr(leaflet, "distribution", lambda name: Package())
    with pytest.raises(Refusal, match=f"it lacks '{lost}'. Install the locked version.$"):
        list(leaflet.files())


def test_a_site_without_groups_has_no_map(tree: Tree, run: Run) -> None:
    text = "term: {en: tea, cy: te}\ndefinition: {en: A drink., cy: Diod.}\n"
    root = tree({"content/glossary/tea.yml": text})
    assert run("build", "--root", root, "--site", root / "site", today=LATEST).status == 0
    assert not (root / "site/assets/leaflet").exists()
    assert not (root / "site/geo").exists()

"""Leaving MkDocs is known to work: the normal build with another source of frames, and MkDocs nowhere in the process."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from generator import catalogue
from tests.conftest import LATEST, REPOSITORY
from tests.html import different, pages, words


def test_all_pages_without_mkdocs(real_site: Path, tmp_path: Path) -> None:
    """Every page but the hand-written ones comes out byte for byte; these say the same words."""
    site = tmp_path / "site"
    done = subprocess.run(
        [sys.executable, "-m", "tests.plain_host", str(REPOSITORY), str(site), str(LATEST)],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    content = catalogue.load(REPOSITORY)
    hand = {
        f"{path.parent.name}/{content.word(path.stem, path.parent.name)}/index.html"
        for path in (REPOSITORY / "content" / "pages").glob("*/*.md")
    }
    assert set(different(real_site, site)) <= hand
    theirs, ours = pages(real_site), pages(site)
    for file in hand:
        assert words(ours[file].id("main")) == words(theirs[file].id("main")), file
        assert [words(h) for h in ours[file].headings] == [words(h) for h in theirs[file].headings]
        found = [[page.to(a.attrib["href"]) for a in page.all("a")] for page in (ours[file], theirs[file])]
        assert found[0] == found[1], file


def test_the_engine_does_not_load_mkdocs() -> None:
    """Checking, and all that is imported for it, needs no host."""
    code = (
        "import sys; from generator import catalogue, checks, site, cli; "
        "sys.exit(any(name.partition('.')[0] == 'mkdocs' for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=REPOSITORY, check=False).returncode == 0

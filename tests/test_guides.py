"""The whole records that the guides show are right: they pass the check, laid out as the check wants them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator import cli
from tests.conftest import REPOSITORY

EXAMPLES = {"training": "Leading a walk", "case-studies": "Walks in Cwm Du"}
VOCABULARIES = ("countries", "costs")


@pytest.mark.parametrize("guide", ["CONTRIBUTING.md", "CYFRANNU.md"])
@pytest.mark.parametrize("folder", EXAMPLES)
def test_an_example_passes_the_check(guide: str, folder: str, tmp_path: Path) -> None:
    shown = re.findall(r"```yaml\n(.*?)```", (REPOSITORY / guide).read_text(encoding="utf-8"), re.DOTALL)
    (record,) = (example for example in shown if EXAMPLES[folder] in example)
    for name in VOCABULARIES:
        file = tmp_path / f"content/vocabularies/{name}.yml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes((REPOSITORY / f"content/vocabularies/{name}.yml").read_bytes())
    (tmp_path / "content" / folder).mkdir()
    (tmp_path / "content" / folder / "one.yml").write_text(record, encoding="utf-8")
    assert cli.main(["check", "--root", str(tmp_path), "--today", "2026-11-30"]) == 0
    assert cli.main(["fmt", "--check", "--root", str(tmp_path)]) == 0

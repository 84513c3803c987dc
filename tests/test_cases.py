"""Golden cases: for each rule one file of cases/, with a root that breaks it, what is then found, and the root mended.

`pytest tests/test_cases.py --update-cases` writes what is found now under `expect`; read the difference before it is kept.
"""

from __future__ import annotations

import importlib
import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import html5lib
import pytest
import yaml

from generator import catalogue, checks, theme
from generator.render import views
from generator.render.renderer import Renderer
from generator.wording import Wording
from tests.conftest import TODAY, Tree
from tests.findings import GLOSSARY, GREEN_WALK, Row, rows

CASES = Path(__file__).parent / "cases"
RULES = {rule.code: rule for rule in checks.all_rules()}
ELSEWHERE = {
    "unreadable": "tests.test_files.test_unreadable",  # needs a process without rights
    "vanished": "tests.test_since.test_vanished",  # need a git repository
    "address-changed": "tests.test_since.test_address_changed",
    "unknown-word": "tests.test_spelling.test_unknown_word",  # need a dictionary, and are asked for by themselves
    "listed-word": "tests.test_spelling.test_listed_word",
    "word-beginning": "tests.test_spelling.test_word_beginning",
}
"""Rules that files alone cannot break, and the tests that do."""


def _content(written: Any) -> str | bytes:
    """A file's text; long ones are written as what they begin with, and what is repeated how often."""
    if isinstance(written, dict):
        return str(written["begin"]) + str(written["repeat"]) * int(written["times"])
    assert isinstance(written, str | bytes)
    return written


def _found(tree: Tree, files: Mapping[str, Any], today: date) -> list[Row]:
    """What is found in a root of these files. A file's content may be a link to another, or null for none."""
    links = {name: file["link"] for name, file in files.items() if isinstance(file, dict) and "link" in file}
    root = tree({name: _content(file) for name, file in files.items() if name not in links and file is not None})
    for name, target in links.items():
        (root / name).symlink_to(target)
    found: list[Row] = json.loads(json.dumps(rows(root, today)).replace(str(root), "ROOT"))
    return found


@pytest.mark.parametrize("file", sorted(CASES.glob("*.yml")), ids=lambda file: file.stem)
def test_case(tree: Tree, file: Path, request: pytest.FixtureRequest) -> None:
    text = file.read_text(encoding="utf-8")
    case = yaml.safe_load(text)
    found = _found(tree, case["files"], case.get("today", TODAY))
    if request.config.getoption("--update-cases"):
        shown = yaml.safe_dump({"expect": found}, sort_keys=False, allow_unicode=True, width=1000)
        file.write_text(text.partition("\nexpect:")[0] + "\n" + shown, encoding="utf-8")
        return
    assert found == case["expect"]
    assert file.stem in {row["code"] for row in found}


@pytest.mark.parametrize("file", sorted(CASES.glob("*.yml")), ids=lambda file: file.stem)
def test_mended(tree: Tree, file: Path) -> None:
    """Put right, nothing at all is found: no rule speaks up where nothing is wrong."""
    case = yaml.safe_load(file.read_text(encoding="utf-8"))
    assert _found(tree, case["files"] | case["mended"], case.get("today", TODAY)) == []


def test_every_rule_has_a_case() -> None:
    cases = {file.stem for file in CASES.iterdir()}
    assert not cases & set(ELSEWHERE)
    assert cases | set(ELSEWHERE) == set(RULES)
    for name in ELSEWHERE.values():
        module, _, function = name.rpartition(".")
        assert callable(getattr(importlib.import_module(module), function))


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_every_rule_is_explained_on_the_site(tree: Tree, lang: str) -> None:
    renderer = Renderer(catalogue.load(tree({f"{GLOSSARY}/green-walk.yml": GREEN_WALK})), [], TODAY)
    (page,) = (page for page in views.pages(renderer) if page.section == "checks" and page.lang == lang)
    words = Wording(lang, [theme.OURS])
    shown = {
        entry.get("id"): " ".join("".join(entry.find("dd").itertext()).split())
        for entry in html5lib.parse(page.body, namespaceHTMLElements=False).iter("div")
        if entry.get("id")
    }
    assert shown == {code: words.plain(rule.about) for code, rule in RULES.items()}


@pytest.mark.parametrize("code", sorted(RULES))
def test_every_rule_speaks_welsh(code: str) -> None:
    words = Wording("cy", [theme.OURS])
    rule = RULES[code]
    assert [text for text in (rule.about, rule.message, rule.hint) if words.plain(text) == text] == []

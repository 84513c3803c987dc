"""What `geirfa check` finds in a root, as the rows of its JSON; and records to begin from that have no fault."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import TypedDict

from generator import catalogue, checks
from generator.issues import as_json
from tests.conftest import TODAY

HERE = Path(__file__).parent.parent
GLOSSARY = "content/glossary"
GREEN_WALK = """\
term:
  en: green walk
  cy: taith werdd
definition:
  en: Some exercise among trees.
  cy: Ymarfer corff ymysg coed.
"""
"""A bare record without fault, to be stored as content/glossary/green-walk.yml."""


class Row(TypedDict):
    """One finding: the contract of `check --format json`."""

    file: str
    line: int
    column: int
    code: str
    severity: str
    message: str
    hint: str


def rows(root: Path, today: date = TODAY) -> list[Row]:
    """Every finding of a root, in order."""
    found: list[Row] = json.loads(as_json(checks.run(catalogue.load(root), today)))
    return found


def placed(root: Path, today: date = TODAY) -> list[tuple[str, int, int, str]]:
    """Every finding as (file's name, line, column, code)."""
    return [(row["file"].rpartition("/")[2], row["line"], row["column"], row["code"]) for row in rows(root, today)]


def geirfa(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    """The command in a process of its own, on a terminal that knows UTF-8."""
    environment = {**os.environ, "PYTHONUTF8": "1", "PYTHONPATH": str(HERE)}
    return subprocess.run(
        [sys.executable, "-m", "generator", *arguments], capture_output=True, env=environment, check=False
    )

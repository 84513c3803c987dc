"""Commands too long for `cli`, a module each; and what all of them begin and end with."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from generator import catalogue, theme
from generator.catalogue import Catalogue
from generator.issues import FORMATS, Issue, Refusal
from generator.wording import Wording


def load(options: argparse.Namespace) -> Catalogue:
    """The catalogue of a root that must be there."""
    if not (options.root / "content").is_dir():
        raise Refusal(f"There is no folder content in {options.root}: name the folder that holds it with --root.")
    return catalogue.load(options.root)


def worded(options: argparse.Namespace, lang: str) -> Wording:
    """The interface's words in a language, those of the root's own theme too."""
    return Wording(lang, theme.folders(options.root))


def report(issues: Sequence[Issue], form: str, wording: Wording) -> None:
    """Print findings, where there are any."""
    if text := FORMATS[form](issues, wording.plain):
        print(text)

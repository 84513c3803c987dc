"""Commands too long for `cli`, a module each; and what all of them begin and end with."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Mapping, Sequence

from generator import cache, catalogue, theme
from generator.catalogue import Catalogue
from generator.issues import FORMATS, N_, Issue, Refusal, Translate
from generator.wording import Wording


def load(options: argparse.Namespace, given: Mapping[str, str] | None = None) -> Catalogue:
    """The catalogue of a root that must be there; `given` as in `catalogue.load`."""
    if not (options.root / "content").is_dir():
        raise Refusal(
            N_("There is no folder content in {root}: name the folder that holds it with --root."), root=options.root
        )
    return catalogue.load(options.root, given, cache.folder())


def worded(options: argparse.Namespace, lang: str) -> Wording:
    """The interface's words in a language, those of the root's own theme too."""
    return Wording(lang, theme.folders(options.root))


def days_ahead(options: argparse.Namespace) -> int:
    """How many days ahead are looked at. Raises Refusal where that is no number of days."""
    if not re.fullmatch("[0-9]{1,5}", options.days):
        raise Refusal(N_("--days takes a number of days, 0 to 99999, not '{days}'."), days=options.days)
    return int(options.days)


def tell_faults(found: Catalogue, translate: Translate = str) -> None:
    """Say that records with faults are left out, where there are any."""
    if found.faulty:
        said = translate(N_("{n} records have faults and are left out: geirfa check"))
        print(f"geirfa: {said.format(n=len(found.faulty))}", file=sys.stderr)


def report(issues: Sequence[Issue], form: str, wording: Wording) -> None:
    """Print findings, where there are any."""
    if text := FORMATS[form](issues, wording.plain):
        print(text)

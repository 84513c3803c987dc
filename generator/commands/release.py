"""geirfa release: write down what has changed in the directory since the last release."""

from __future__ import annotations

import argparse
from pathlib import Path

from generator.commands import load, tell_faults
from generator.files import put_bytes
from generator.issues import Refusal


def release(options: argparse.Namespace) -> int:
    """Compare what would be published with the last release, and write down a new one where anything differs."""
    from generator.checks import privacy
    from generator.exports import releases
    from generator.exports.data import Publication
    from generator.exports.laying import Laying
    from generator.exports.private import private

    found = load(options)
    tell_faults(found)
    if found.faulty:
        raise Refusal("Nothing is released while records have faults.")
    own = private(privacy.check(found, options.today))
    publication = Publication(Laying(Path()), found, {}, own, lambda asset: (), options.today)
    known, now = releases.read(found.root), publication.print_all()
    made = releases.compared(known.records, now, options.today)
    if not (made.new or made.changed or made.gone):
        print(f"Nothing has changed since the release of {known.newest}." if known.newest else "There is nothing yet.")
        return 0
    place = found.root / releases.FILE
    place.parent.mkdir(exist_ok=True)
    put_bytes(place, releases.written(known, made, now))
    print(f"{releases.FILE}: {len(made.new)} new, {len(made.changed)} changed, {len(made.gone)} gone")
    return 0

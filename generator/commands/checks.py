"""geirfa export checks and geirfa import checks: a sheet for those who ask whether groups are listed right, and back."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from generator.catalogue import Catalogue
from generator.commands import days_ahead, report, worded
from generator.exports import Export
from generator.files import put
from generator.issues import Refusal, visible

if TYPE_CHECKING:
    from generator.imports.checks import Change


def send(found: Catalogue, options: argparse.Namespace) -> Export:
    """The sheet of what is due."""
    from generator import due as dues
    from generator.exports import checks

    lang = options.lang or found.main
    if lang not in found.codes:
        raise Refusal(f"'{lang}' is not a language of this site: {', '.join(found.codes)}.")
    if options.out and options.out.exists():
        raise Refusal(f"{options.out} is there already and may hold somebody's answers: name another file.")
    until = dues.last_day(options.today, days_ahead(options))
    groups = [one for held in dues.due(found, options.today, until, options.area).values() for one in held]
    if not groups:
        return Export(b"", "Nothing is due")
    wordings = [worded(options, code) for code in found.codes]
    data = checks.workbook(found, groups, wordings, wordings[found.codes.index(lang)])
    return Export(data, f"{len(groups)} groups to ask", binary=True)


def take(found: Catalogue, options: argparse.Namespace) -> int:
    """Write what the answers of a sheet say, and tell what an editor has to do."""
    from generator.imports import checks

    plan = checks.plan(found, options.file, [worded(options, code) for code in found.codes], options.today)
    for change in plan.changes:
        _say(found, change)
        if not options.dry_run:
            put(found.root / change.record.file, change.text)
    report(plan.issues, "text", worded(options, options.lang))
    done = "would be written" if options.dry_run else "written"
    print(f"{len(plan.changes)} records {done}; {plan.quiet} rows are empty, without an answer or with nothing new.")
    return 1 if any(issue.blocks for issue in plan.issues) else 0


def _say(found: Catalogue, change: Change) -> None:
    """Print what is written into one record, and which words of its state go."""
    answer, state = change.answer, change.record.state
    print(change.record.file)
    print(f"  checked: {answer.day}, {answer.how}, {' / '.join(answer.by.values())}")
    if answer.said == "closed" and state.now != "closed":
        print(f"  state: {state.now} -> closed")
        for lang, note in state.note.items():
            print(f"    - note.{lang}: {visible(note, 10_000)}")

"""geirfa export words and geirfa import words: the glossary as a table."""

from __future__ import annotations

import argparse
from pathlib import Path

from generator.catalogue import Catalogue
from generator.commands import report, worded
from generator.exports import Export
from generator.files import put
from generator.issues import N_, Refusal, visible

_SUFFIXES = {".csv": "csv", ".xlsx": "xlsx"}


def send(found: Catalogue, options: argparse.Namespace) -> Export:
    """The glossary as a table, in the format asked for or the one that the name of the file says."""
    from generator.exports import wordlist, words

    form = options.format or _SUFFIXES.get(options.out.suffix.lower() if options.out else "")
    if form is None:
        raise Refusal(N_("Say in which format: --format csv or xlsx, or --out with a name that ends in .csv or .xlsx."))
    if options.out and options.out.exists():
        raise Refusal(N_("{out} is there already and may hold somebody's work: name another file."), out=options.out)
    headings, rows = words.table(found)
    if not rows:
        return Export(b"", "There are no words")
    data = wordlist.as_csv(headings, rows) if form == "csv" else words.as_xlsx(headings, rows)
    return Export(data, f"{len(rows)} words", binary=form == "xlsx")


def is_ours(file: str) -> bool:
    """Whether a file is a table of words as `send` makes it."""
    from generator.imports import words

    return Path(file).is_file() and words.is_words(Path(file))


def take(found: Catalogue, options: argparse.Namespace) -> int:
    """Take a table of words in: what has changed in it, and nothing else."""
    from generator.imports import words

    plan, wording = words.plan(found, options.file, options.today), worded(options, options.lang)
    new = wording.plain(N_("new"))
    for change in plan.changes:
        print(f"{change.file} ({new})" if change.new else change.file)
        for path, (before, after) in change.cells.items() if not change.new else ():
            print(f"  {path}")
            if options.dry_run:
                shown = [f"    {sign} {visible(text, 10_000)}" for sign, text in (("-", before), ("+", after)) if text]
                print(*shown, sep="\n")
        if not options.dry_run:
            (found.root / change.file).parent.mkdir(exist_ok=True)
            put(found.root / change.file, change.text)
    report(plan.issues, "text", wording)
    would, done = (
        N_("{n} words would be written; {quiet} have nothing new."),
        N_("{n} words written; {quiet} have nothing new."),
    )
    print(wording.plain(would if options.dry_run else done).format(n=len(plan.changes), quiet=plan.quiet))
    return 1 if any(issue.blocks for issue in plan.issues) else 0

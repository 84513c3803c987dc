"""geirfa duplicates: what may be listed twice, and what was found not to be; geirfa merge: one record of two."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence

from generator import editing
from generator.catalogue import Catalogue
from generator.commands import load, tell_faults, worded
from generator.duplicates import index, merge
from generator.duplicates.likeness import Pair
from generator.files import put, put_all
from generator.issues import N_, Refusal, visible
from generator.kinds.record import Record
from generator.source import Tree
from generator.wording import Wording


def duplicates(options: argparse.Namespace) -> int:
    """List what may be one thing twice; or remember that two are not."""
    found = load(options)
    if options.distinct:
        return _part(found, *(editing.record_named(found, name) for name in options.distinct))
    tell_faults(found, worded(options, options.lang).plain)
    pairs = [pair for pair in index.pairs(found, wide=True) if options.all or pair.strong]
    wording = worded(options, options.lang)
    if options.format == "json":
        print(json.dumps([_row(pair, wording) for pair in pairs], ensure_ascii=False, indent=2))
        return 0
    for pair in pairs:
        _say(found, pair, wording)
    if not pairs:
        print(wording.plain(N_("Nothing looks as if it were listed twice.")))
    return 0


def _say(found: Catalogue, pair: Pair, wording: Wording) -> None:
    """Print two records, and what speaks for their being one and against."""
    print(f"{pair.score:3}  {pair.first.record.file}  {found.title(pair.first.record, wording.lang).text}")
    print(f"     {pair.second.record.file}  {found.title(pair.second.record, wording.lang).text}")
    for sign, text in _reasons(pair, wording):
        print(f"       {sign} {text}")
    print()


def _reasons(pair: Pair, wording: Wording) -> list[tuple[str, str]]:
    return [("+" if reason.points > 0 else "-", wording.plain(reason.text)) for reason in pair.reasons]


def _row(pair: Pair, wording: Wording) -> dict[str, object]:
    """A pair as JSON has it: a contract, other tools read it."""
    return {
        "score": pair.score,
        "files": [pair.first.record.file, pair.second.record.file],
        "ids": [_name(pair.first.record), _name(pair.second.record)],
        "reasons": [{"text": wording.plain(reason.text), "points": reason.points} for reason in pair.reasons],
    }


def _name(record: Record) -> str:
    return f"{record.folder}/{record.id}"


def _part(found: Catalogue, ours: Record, theirs: Record) -> int:
    """Write into the first of two records that the other is another."""
    if ours is theirs or type(ours) is not type(theirs) or not isinstance(ours, index.KINDS):
        raise Refusal(N_("Name two groups, or two organisations, that are not the same."))
    known = theirs.id in ours.distinct_from or (isinstance(theirs, index.KINDS) and ours.id in theirs.distinct_from)
    if not known:

        def add(tree: dict[str, Tree]) -> None:
            held = tree.get("distinct_from")
            tree["distinct_from"] = [*(held if isinstance(held, list) else ()), theirs.id]

        put(found.root / ours.file, editing.rewritten(found, ours, add))
    print(f"{ours.file}: distinct_from {theirs.id}")
    return 0


def join(options: argparse.Namespace) -> int:
    """Make one record of two, or show what would become of them."""
    found = load(options)
    kept, gone = (editing.record_named(found, name) for name in options.ids)
    plan = merge.plan(found, kept, gone)
    wording = worded(options, options.lang)
    _list(wording.plain(N_("Taken from {file}:")).format(file=gone.file), [_path(path) for path in plan.taken])
    said = wording.plain(N_("Different, and kept as it is in {file}:")).format(file=kept.file)
    lines = [f"{_path(one.path)}: {_short(one.ours)} | {_short(one.theirs)}" for one in plan.differing]
    _list(said, lines)
    _list(wording.plain(N_("Would be written:") if options.dry_run else N_("Written:")), list(plan.files))
    if not options.dry_run:
        put_all({found.root / file: text for file, text in plan.files.items()})
    return 0


def _list(heading: str, lines: Sequence[str]) -> None:
    if lines:
        print(heading, *(f"  {line}" for line in lines), sep="\n")


def _path(path: Sequence[str | int]) -> str:
    return ".".join(map(str, path))


def _short(value: Tree) -> str:
    return visible(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False), 200) or "–"

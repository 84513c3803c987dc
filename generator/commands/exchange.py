"""geirfa export and geirfa import: the tables of formats, and where their bytes go."""

from __future__ import annotations

import argparse
import shlex
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from generator.arguments_import import FORMS
from generator.catalogue import Catalogue
from generator.commands import checks, data, feeds, load, report, tell_faults, worded, words
from generator.exports import Export
from generator.files import put, put_bytes
from generator.issues import N_, Refusal, visible
from generator.kinds.record import Record

if TYPE_CHECKING:
    from generator.imports.translate import Plan


def export(options: argparse.Namespace) -> int:
    """Write what a format makes of the records to a file, or to standard output."""
    found = load(options)
    made = EXPORTS[options.exchange](found, options)
    tell_faults(found)
    if made.placed:
        print(f"{made.said} in {options.out}")
    elif options.out and made.data:
        put_bytes(options.out, made.data)
        print(f"{made.said} in {options.out}")
    elif made.data:
        if made.binary and sys.stdout.isatty():
            raise Refusal(N_("A terminal cannot show this: name a file with --out."))
        sys.stdout.flush()
        sys.stdout.buffer.write(made.data)
    else:
        print(f"geirfa: {made.said}; no file was written.", file=sys.stderr)
    return 0


def take(options: argparse.Namespace) -> int:
    """Take records, or texts of them, in from a file."""
    return IMPORTS[options.exchange](load(options), options)


def _send_texts(found: Catalogue, options: argparse.Namespace) -> Export:
    from generator.exports import translate

    form = options.format or _SUFFIXES.get(options.out.suffix.lower() if options.out else "")
    if form is None:
        raise Refusal(
            N_("Say in which format: --format xlsx or xliff, or --out with a name that ends in .xlsx or .xlf.")
        )
    if options.out and options.out.exists():
        raise Refusal(
            N_("{out} is there already and may hold a translator's work: name another file."), out=options.out
        )
    langs = translate.pair(found, options.source, options.lang)
    wordings = [worded(options, code) for code in langs]
    statuses = translate.wanted(options.all, options.drafts)
    rows = translate.rows(found, langs, statuses, options.only, wordings)
    if not rows:
        return Export(b"", f"Nothing to translate from {langs.source} to {langs.target}")
    said = f"{len(rows)} texts of {len({row.file for row in rows})} records"
    if form == "xlsx":
        from generator.exports import translate_xlsx

        return Export(translate_xlsx.workbook(rows, langs, wordings), said, binary=True)
    from generator.exports import translate_xliff

    locales = {language.code: language.locale for language in found.site.languages if language.locale}
    return Export(translate_xliff.document(rows, langs, locales), said)


_SUFFIXES = {".xlsx": "xlsx", ".xlf": "xliff", ".xliff": "xliff"}


def _take_texts(found: Catalogue, options: argparse.Namespace) -> int:
    from generator.imports import translate

    plan = translate.plan(found, translate.read(options.file), str(options.file), options.today)
    for change in plan.changes:
        print(change.record.file)
        for path, (before, after) in change.texts.items():
            print(f"  {'.'.join(map(str, path))}")
            if options.dry_run:
                print(
                    *([f"    - {visible(before, 10_000)}"] if before else []),
                    f"    + {visible(after, 10_000)}",
                    sep="\n",
                )
        if not options.dry_run:
            put(found.root / change.record.file, change.text)
    report(plan.issues, "text", worded(options, options.lang))
    print(_counted(plan, options.dry_run))
    _say_how_to_review(found, plan, options.root)
    return 1 if any(issue.blocks for issue in plan.issues) else 0


def _counted(plan: Plan, dry: bool) -> str:
    texts = sum(len(change.texts) for change in plan.changes)
    done = "would be written" if dry else "written"
    return f"{texts} texts of {len(plan.changes)} records {done}; {plan.quiet} came back empty or with nothing new."


def _say_how_to_review(found: Catalogue, plan: Plan, root: Path) -> None:
    """The commands that mark what came back, once somebody who knows the language has read it."""
    for records, when in (
        ([change.record for change in plan.changes], "When these have been read, mark them"),
        (
            plan.unmarked,
            "These are marked as older than their source, and came back as they were. If they still hold, mark them",
        ),
    ):
        if records:
            where = f" --root {shlex.quote(str(root))}" if root != Path(".") else ""
            ids = " ".join(_names(found, records))
            print(f"{when}:\n  geirfa review{where} --lang {plan.target} --by NAME --status reviewed {ids}")


def _names(found: Catalogue, records: Iterable[Record]) -> list[str]:
    """What the command review calls records: their ids, with the folder where another kind has the id too."""
    taken = [id for of_kind in found.records.values() for id in of_kind]
    return [r.id if taken.count(r.id) + (r is found.site) == 1 else f"{r.folder}/{r.id}" for r in records]


def _take_table(found: Catalogue, options: argparse.Namespace) -> int:
    """A table of words that was sent out says itself what is in it; any other needs a mapping."""
    if not options.mapping and words.is_ours(options.file):
        if options.guess:
            raise Refusal(N_("{file} is a table of words as it went out: it needs no mapping."), file=options.file)
        options.file = Path(options.file)
        return words.take(found, options)
    return feeds.take(found, options)


EXPORTS: Mapping[str, Callable[[Catalogue, argparse.Namespace], Export]] = {
    "translate": _send_texts,
    "checks": checks.send,
    **dict.fromkeys(("oruk", "hsds", "csv", "geojson", "jsonl"), data.send),
    "words": words.send,
}
IMPORTS: Mapping[str, Callable[[Catalogue, argparse.Namespace], int]] = {
    **dict.fromkeys(FORMS, feeds.take),
    "table": _take_table,
    "translate": _take_texts,
    "checks": checks.take,
    "words": words.take,
}

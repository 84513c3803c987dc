"""The command geirfa. Exit status: 0 fine, 1 something is wrong in the content, 2 wrong usage. No tracebacks."""

from __future__ import annotations

import argparse
import gc
import io
import json
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

from generator import catalogue, checks, places
from generator.arguments import parser
from generator.commands import exchange, load, report, worded
from generator.commands.build import build
from generator.commands.search import search
from generator.files import put
from generator.issues import N_, Issue, Refusal, summary

DUE = frozenset({"review-due", "stale-translation", "number-due", "statement-due"})
"""Rules about what needs a new look with time."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal that lacks a letter shows its number
    options = parser().parse_args(arguments)
    options.today = options.today or date.today()  # the one clock
    gc.disable()  # a run is short and makes few cycles; walking a hundred thousand records again and again is not
    try:
        status = COMMANDS[options.command](options)
        sys.stdout.flush()
    except Refusal as refusal:
        print(f"geirfa: {refusal}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except OSError as error:
        print(f"geirfa: {error.filename or 'system'}: {error.strerror or error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    return status


def _check(options: argparse.Namespace) -> int:
    from generator import history

    found = catalogue.load(options.root)
    issues = checks.run(found, options.today)
    if options.since:
        gone = places.located(found.root, list(history.since(found, options.since)))
        issues = sorted([*issues, *gone], key=Issue.sort_key)
    if options.spelling:
        from generator.checks import words

        issues = sorted([*issues, *words.spelling(found)], key=Issue.sort_key)
    wording = worded(options, options.lang)
    report(issues, options.format, wording)
    if options.format == "text":
        print(summary(issues, sum(len(records) for records in found.records.values()), wording.plain))
    return 1 if any(issue.blocks for issue in issues) else 0


def _review(options: argparse.Namespace) -> int:
    from generator import editing

    if options.status != "draft" and not options.by.strip():
        raise Refusal("Say who reviewed the texts: --by NAME.")
    for file in editing.review(
        load(options), options.ids, options.lang, options.status, options.by.strip(), options.today
    ):
        print(f"{file}: {options.lang} {options.status}")
    return 0


def _due(options: argparse.Namespace) -> int:
    if not re.fullmatch("[0-9]{1,5}", options.days):
        raise Refusal(f"--days takes a number of days, 0 to 99999, not '{options.days}'.")
    until = options.today + timedelta(days=int(options.days))
    issues = [issue for issue in checks.run(load(options), until) if issue.rule.code in DUE]
    if options.area:
        issues = [issue for issue in issues if issue.file.split("/")[2:3] == [options.area]]
    wording = worded(options, options.lang)
    report(issues, "text", wording)
    if not issues:
        print(wording.plain(N_("Nothing is due.")))
    return 0


def _new(options: argparse.Namespace) -> int:
    from generator import editing

    found = load(options)
    wordings = [worded(options, code) for code in found.codes]
    print(editing.new(found, editing.kind_named(found, options.kind), options.id, wordings))
    return 0


def _fmt(options: argparse.Namespace) -> int:
    from generator import editing

    changed = refused = 0
    for file, text in editing.laid_out(load(options)):
        if isinstance(text, Refusal):
            print(f"geirfa: {text}", file=sys.stderr)
            refused += 1
            continue
        print(file)
        changed += 1
        if not options.check:
            put(options.root / file, text)
    if options.check and changed:
        print("geirfa: these files are not laid out canonically; run: geirfa fmt", file=sys.stderr)
    return 1 if refused or (options.check and changed) else 0


def _schema(options: argparse.Namespace) -> int:
    from generator import editing
    from generator.kinds.schema import json_schema

    found = catalogue.load(options.root)
    print(json.dumps(json_schema(editing.kind_named(found, options.kind), found.codes), ensure_ascii=False, indent=2))
    return 0


def _start(options: argparse.Namespace) -> int:
    from generator.start import start

    codes = tuple(code.strip() for code in options.languages.split(","))
    if (
        not 1 <= len(codes) <= 3
        or len(set(codes)) < len(codes)
        or not all(code.isascii() and code.isalpha() and code.islower() and 2 <= len(code) <= 3 for code in codes)
    ):
        raise Refusal("--languages takes one to three ISO 639 codes, as en,gd.")
    for path in start(options.folder, codes, options.today):
        print(path)
    print(f"Next: geirfa build --root {options.folder}")
    return 0


COMMANDS: Mapping[str, Callable[[argparse.Namespace], int]] = {
    "check": _check,
    "build": build,
    "review": _review,
    "due": _due,
    "search": search,
    "export": exchange.export,
    "import": exchange.take,
    "new": _new,
    "fmt": _fmt,
    "schema": _schema,
    "start": _start,
}

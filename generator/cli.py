"""The command geirfa. Exit status: 0 fine, 1 something is wrong in the content, 2 wrong usage. No tracebacks."""

from __future__ import annotations

import argparse
import gc
import io
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from generator import cache, catalogue, checks, places, swap
from generator.arguments import parser
from generator.commands import exchange, feeds, load, report, worded
from generator.commands.build import build
from generator.commands.due import due
from generator.commands.search import search
from generator.files import put
from generator.issues import N_, Issue, Refusal, Translate, summary


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal that lacks a letter shows its number
    options = parser().parse_args(arguments)
    options.today = options.today or date.today()  # the one clock
    gc.disable()  # a run is short and makes few cycles; walking a hundred thousand records again and again is not
    try:
        if hasattr(options, "root"):
            swap.mend(options.root)
        status = COMMANDS[options.command](options)
        sys.stdout.flush()
    except Refusal as refusal:
        print(f"geirfa: {refusal.said(_spoken(options))}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except OSError as error:
        said = _spoken(options)(error.strerror or str(error))
        print(f"geirfa: {error.filename or 'system'}: {said}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    return status


_SPOKEN = frozenset(("check", "due", "duplicates", "import", "merge", "sync"))
"""Commands whose --lang is the language they speak to editors."""


_OF_THE_SYSTEM = (
    N_("No such file or directory"),
    N_("Permission denied"),
    N_("Is a directory"),
    N_("No space left on device"),
)
"""What the system says where a file cannot be read or written."""


def _spoken(options: argparse.Namespace) -> Translate:
    """What puts messages into the language that was asked for; into English where that is none of ours."""
    if options.command not in _SPOKEN or getattr(options, "lang", "en") == "en":
        return str
    try:
        return worded(options, options.lang).plain
    except Refusal:
        return str


def _check(options: argparse.Namespace) -> int:
    from generator import history

    found = catalogue.load(options.root, cache=cache.folder())
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


def _duplicates(options: argparse.Namespace) -> int:
    from generator.commands.duplicates import duplicates

    return duplicates(options)


def _merge(options: argparse.Namespace) -> int:
    from generator.commands.duplicates import join

    return join(options)


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


def _release(options: argparse.Namespace) -> int:
    from generator.commands.release import release

    return release(options)


COMMANDS: Mapping[str, Callable[[argparse.Namespace], int]] = {
    "check": _check,
    "build": build,
    "review": _review,
    "due": due,
    "search": search,
    "duplicates": _duplicates,
    "merge": _merge,
    "export": exchange.export,
    "import": exchange.take,
    "sync": feeds.sync,
    "new": _new,
    "fmt": _fmt,
    "schema": _schema,
    "start": _start,
    "release": _release,
}

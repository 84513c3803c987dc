"""The command geirfa. Exit status: 0 fine, 1 something is wrong in the content, 2 wrong usage. No tracebacks."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from generator import catalogue, checks, theme
from generator.issues import FORMATS, Issue, Refusal
from generator.wording import Wording


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command."""
    parser = _parser()
    options = parser.parse_args(arguments)
    try:
        status: int = options.run(options)
    except Refusal as refusal:
        print(f"geirfa: {refusal}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        return 0
    except OSError as error:
        print(f"geirfa: {error.filename or ''}: {error.strerror or error}", file=sys.stderr)
        return 2
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="geirfa", description="A folder of YAML records becomes a bilingual website.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--root", type=Path, default=Path("."), help="folder that holds content/ (default: this one)")
    shared.add_argument("--today", type=_day, default=None, help="the day to count from, as 2026-11-21 (default: today)")

    check = commands.add_parser("check", parents=[shared], help="say everything that is wrong, and what to write instead")
    check.add_argument("--format", choices=sorted(FORMATS), default="text")
    check.add_argument("--lang", default="en", help="language of the messages: en or cy")
    check.add_argument("--since", metavar="REV", help="a git revision: also say what was published then and is gone")
    check.set_defaults(run=_check)

    build = commands.add_parser("build", parents=[shared], help="build the site")
    build.add_argument("--site", type=Path, default=None, help="where to (default: site/ in the root)")
    build.add_argument("--url", default=None, help="the site's address, in place of site.yml's")
    build.add_argument("--repository", default=None, help="the repository's address, in place of site.yml's")
    build.set_defaults(run=_build)
    return parser


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' is not a day: write it as 2026-11-21") from None


def _today(options: argparse.Namespace) -> date:
    return options.today or date.today()


def _report(issues: Sequence[Issue], form: str, wording: Wording) -> None:
    text = FORMATS[form](issues, wording.plain)
    if text:
        print(text)


def _check(options: argparse.Namespace) -> int:
    found = catalogue.load(options.root)
    issues = checks.run(found, _today(options))
    wording = Wording(options.lang, theme.folders(options.root))
    _report(issues, options.format, wording)
    errors = sum(issue.blocks for issue in issues)
    if options.format == "text":
        records = sum(len(records) for records in found.records.values())
        summary = wording("{records} records: {errors} errors, {warnings} warnings.", records=records, errors=errors, warnings=len(issues) - errors)
        print(summary)
    return 1 if errors else 0


def _build(options: argparse.Namespace) -> int:
    from generator import plugin, site

    found = catalogue.load(options.root)
    target = options.site or options.root / "site"
    count, issues = site.build(options.root, target, found, _today(options), plugin.outside)
    errors = [issue for issue in issues if issue.blocks]
    if errors:
        _report(errors, "text", Wording("en", theme.folders(options.root)))
        print(f"geirfa: {len(errors)} errors; the site was not built and the old one is as it was.", file=sys.stderr)
        return 1
    print(f"{count} pages in {target}")
    return 0

"""The words of the command geirfa: what each command takes."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import TypeAlias

from generator import __version__, arguments_import
from generator.issues import FORMATS

_Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="geirfa", description="A folder of YAML records becomes a bilingual website.")
    parser.add_argument("--version", action="version", version=f"geirfa {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--root", type=Path, default=Path("."), help="folder that holds content/ (default: this one)")
    shared.add_argument(
        "--today", type=_day, default=None, help="the day to count from, as 2026-11-21 (default: today)"
    )

    check = commands.add_parser(
        "check", parents=[shared], help="say everything that is wrong, and what to write instead"
    )
    check.add_argument("--format", choices=sorted(FORMATS), default="text")
    check.add_argument("--lang", default="en", help="language of the messages: en or cy")
    check.add_argument(
        "--since", metavar="REV", help="a git revision: also say what was published then and no longer answers"
    )
    check.add_argument("--spelling", action="store_true", help="also say which words no dictionary has")

    build = commands.add_parser("build", parents=[shared], help="build the site")
    build.add_argument("--site", type=Path, default=None, help="where to (default: site/ in the root)")
    build.add_argument("--url", help="the site's address, in place of site.yml's")
    build.add_argument("--repository", help="the repository's address, in place of site.yml's")
    build.add_argument("--email", help="where suggestions go, in place of site.yml's")
    build.add_argument("--whole", action="store_true", help="build every page anew, whatever has changed")

    review = commands.add_parser("review", parents=[shared], help="mark texts as reviewed")
    review.add_argument("--lang", required=True, help="the language whose texts were read")
    review.add_argument("--by", default="", metavar="NAME", help="who reviewed them")
    review.add_argument("--status", choices=("draft", "reviewed", "approved"), default="reviewed")
    review.add_argument("ids", nargs="+", metavar="ID")

    _add_due(commands, shared)

    search = commands.add_parser("search", parents=[shared], help="look something up, as the site's search box does")
    search.add_argument("--lang", required=True, help="the reader's language")
    search.add_argument("--json", action="store_true", help="print JSON: of one query an object, of a batch a list")
    search.add_argument("--batch", type=Path, metavar="FILE", help="a file of queries, one a line")
    search.add_argument("--typing", action="store_true", help="the last word may be only the beginning of one")
    search.add_argument("--limit", type=int, default=20, metavar="N", help="how many hits are shown (default: 20)")
    search.add_argument("query", nargs="*", metavar="QUERY", help="what to look up")

    _add_duplicates(commands, shared)
    _add_exchange(commands, shared)
    arguments_import.add_sync(commands, shared)
    _add_writing(commands, shared)
    return parser


def _add_due(commands: _Commands, shared: argparse.ArgumentParser) -> None:
    """The command due."""
    due = commands.add_parser("due", parents=[shared], help="say what needs a new look")
    _add_area_and_days(due)
    due.add_argument("--lang", default="en", help="language of the messages: en or cy")
    due.add_argument(
        "--messages",
        action="store_true",
        help="write to those who run what is due: is this still right? in all languages",
    )
    due.add_argument(
        "--out",
        type=Path,
        metavar="DIR",
        help="a new folder for messages as drafts, or a file .csv (default: print them)",
    )
    due.add_argument("--url", help="the site's address in messages, in place of site.yml's")
    due.add_argument("--email", help="where answers go, in place of site.yml's")


def _add_area_and_days(command: argparse.ArgumentParser) -> None:
    command.add_argument("--area", metavar="ID", help="only records in this area's folder")
    command.add_argument("--days", default="30", help="look so many days ahead (default: 30)")


def _add_duplicates(commands: _Commands, shared: argparse.ArgumentParser) -> None:
    """The commands duplicates and merge."""
    twice = commands.add_parser("duplicates", parents=[shared], help="say what may be listed twice, and why")
    twice.add_argument("--all", action="store_true", help="also what is less sure")
    twice.add_argument("--format", choices=("json", "text"), default="text")
    twice.add_argument("--lang", default="en", help="language of the messages: en or cy")
    twice.add_argument(
        "--not", dest="distinct", nargs=2, metavar="ID", help="remember that these two are not the same, and list nothing"
    )
    merge = commands.add_parser("merge", parents=[shared], help="make one record of two that are the same")
    merge.add_argument("--dry-run", action="store_true", help="show what would be written, and write nothing")
    merge.add_argument("--lang", default="en", help="language of the messages: en or cy")
    merge.add_argument("ids", nargs=2, metavar="ID", help="the record that stays, and the one that becomes part of it")


def _add_writing(commands: _Commands, shared: argparse.ArgumentParser) -> None:
    """The commands that write and describe records."""
    new = commands.add_parser("new", parents=[shared], help="write a blank record")
    new.add_argument("kind", metavar="KIND")
    new.add_argument("id", metavar="ID")

    fmt = commands.add_parser("fmt", parents=[shared], help="lay records out canonically, comments kept")
    fmt.add_argument("--check", action="store_true", help="change nothing; exit 1 where something would change")

    schema = commands.add_parser("schema", parents=[shared], help="print the JSON Schema of a kind")
    schema.add_argument("kind", metavar="KIND")

    commands.add_parser(
        "release", parents=[shared], help="write down what of the directory has changed since the last release"
    )

    start = commands.add_parser("start", parents=[shared], help="begin an empty root for another place")
    start.add_argument("folder", type=Path, metavar="DIR")
    start.add_argument("--languages", default="en", help="codes, the main one first, as en,gd (default: en)")


_FILE = "the file to write (default: standard output)"
_DATA = (
    ("oruk", "the directory as Open Referral UK 3.0: a folder that answers as its API does", "a new folder"),
    ("hsds", "the directory as HSDS 3.1: all services in one JSON file", _FILE),
    ("csv", "the directory as the tables of Open Referral: a data package of CSV files", "a new folder, or a file .zip"),
    ("geojson", "the groups that show where they are, as points on the map", _FILE),
    ("jsonl", "all records as they are, one a line", _FILE),
)
"""Formats of all of a directory: name, help, help of --out."""


def _add_exchange(commands: _Commands, shared: argparse.ArgumentParser) -> None:
    """The commands export and import, with a command of its own for each format."""
    export = commands.add_parser("export", help="records, or texts of them, for other systems")
    formats = export.add_subparsers(dest="exchange", required=True, metavar="FORMAT")
    send = formats.add_parser("translate", parents=[shared], help="texts for translators: a spreadsheet, or XLIFF 1.2")
    send.add_argument("--out", type=Path, metavar="FILE", help="the file to write (default: standard output)")
    send.add_argument("--format", choices=("xlsx", "xliff"), help="default: as the name of --out ends")
    send.add_argument("--lang", help="the language to translate into (default: the second of the root)")
    send.add_argument(
        "--from", dest="source", metavar="LANG", help="the language to translate from (default: the first)"
    )
    send.add_argument("--drafts", action="store_true", help="also texts that nobody has reviewed yet")
    send.add_argument("--all", action="store_true", help="every text, whatever its state")
    send.add_argument("only", nargs="*", metavar="ID", help="only these records, or kinds of records")

    sheet = formats.add_parser(
        "checks", parents=[shared], help="groups that are due for a check: a spreadsheet to fill in while asking"
    )
    sheet.add_argument("--out", type=Path, metavar="FILE", help="the file to write (default: standard output)")
    sheet.add_argument("--lang", help="the language of what is listed (default: the first of the root)")
    _add_area_and_days(sheet)

    words = formats.add_parser("words", parents=[shared], help="the glossary as a table: .csv or .xlsx")
    words.add_argument("--out", type=Path, metavar="FILE", help="the file to write (default: standard output)")
    words.add_argument("--format", choices=("csv", "xlsx"), help="default: as the name of --out ends")

    for name, about, where in _DATA:
        whole = formats.add_parser(name, parents=[shared], help=about)
        whole.add_argument("--out", type=Path, metavar="PATH", help=where)
        whole.add_argument("--lang", help="the language of texts (default: the first of the root; oruk: a folder for each)")

    take = commands.add_parser("import", help="records, or texts of them, from other systems")
    formats = take.add_subparsers(dest="exchange", required=True, metavar="FORMAT")
    texts = formats.add_parser(
        "translate", parents=[shared], help="translations that came back; nothing newer is replaced"
    )
    texts.add_argument("file", type=Path, metavar="FILE", help="the spreadsheet or XLIFF that was sent out, filled in")
    texts.add_argument("--dry-run", action="store_true", help="show what would change, and write nothing")
    texts.add_argument("--lang", default="en", help="language of the messages: en or cy")
    answers = formats.add_parser("checks", parents=[shared], help="the spreadsheet of checks, filled in")
    answers.add_argument("file", type=Path, metavar="FILE", help="the spreadsheet that was sent out, filled in")
    answers.add_argument("--dry-run", action="store_true", help="show what would change, and write nothing")
    answers.add_argument("--lang", default="en", help="language of the messages: en or cy")
    arguments_import.add_feeds(formats, shared)
    words = formats.add_parser("words", parents=[shared], help="the table of the glossary, changed; reviews stay")
    words.add_argument("file", type=Path, metavar="FILE", help="the table that was sent out, .csv or .xlsx")
    words.add_argument("--dry-run", action="store_true", help="show what would change, and write nothing")
    words.add_argument("--lang", default="en", help="language of the messages: en or cy")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' is not a day: write it as 2026-11-21") from None

"""The words of the command geirfa: what each command takes."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from generator import __version__
from generator.issues import FORMATS


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

    due = commands.add_parser("due", parents=[shared], help="say what needs a new look")
    due.add_argument("--area", help="only records in this area's folder")
    due.add_argument("--days", default="30", help="look so many days ahead (default: 30)")
    due.add_argument("--lang", default="en", help="language of the messages: en or cy")

    search = commands.add_parser("search", parents=[shared], help="look something up, as the site's search box does")
    search.add_argument("--lang", required=True, help="the reader's language")
    search.add_argument("--json", action="store_true", help="print JSON: of one query an object, of a batch a list")
    search.add_argument("--batch", type=Path, metavar="FILE", help="a file of queries, one a line")
    search.add_argument("--typing", action="store_true", help="the last word may be only the beginning of one")
    search.add_argument("--limit", type=int, default=20, metavar="N", help="how many hits are shown (default: 20)")
    search.add_argument("query", nargs="*", metavar="QUERY", help="what to look up")

    new = commands.add_parser("new", parents=[shared], help="write a blank record")
    new.add_argument("kind", metavar="KIND")
    new.add_argument("id", metavar="ID")

    fmt = commands.add_parser("fmt", parents=[shared], help="lay records out canonically, comments kept")
    fmt.add_argument("--check", action="store_true", help="change nothing; exit 1 where something would change")

    schema = commands.add_parser("schema", parents=[shared], help="print the JSON Schema of a kind")
    schema.add_argument("kind", metavar="KIND")

    start = commands.add_parser("start", parents=[shared], help="begin an empty root for another place")
    start.add_argument("folder", type=Path, metavar="DIR")
    start.add_argument("--languages", default="en", help="codes, the main one first, as en,gd (default: en)")
    return parser


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' is not a day: write it as 2026-11-21") from None

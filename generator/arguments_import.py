"""What the commands that take in the lists of others take."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

FORMS = {
    "oruk": "groups and organisations as Open Referral UK: a file, a folder of tables, or the address of a feed",
    "hsds": "the same by its other name, Human Services Data Specification",
    "table": "groups, organisations or words of any table: .csv or .xlsx, with a mapping",
    "geojson": "the same of points on a map",
}


def add_feeds(formats: Any, shared: argparse.ArgumentParser) -> None:
    """The formats of geirfa import that make records."""
    for name, about in FORMS.items():
        one = formats.add_parser(name, parents=[shared], help=about)
        one.add_argument("file", metavar="FILE_OR_ADDRESS", help="what to take in")
        one.add_argument(
            "--feed", metavar="ID", help="what the list is called in content/feeds.yml (default: as the file)"
        )
        one.add_argument(
            "--language", metavar="LANG", help="the language of its texts (default: the first of the root)"
        )
        one.add_argument(
            "--also",
            action="append",
            default=[],
            metavar="LANG=FILE",
            help="the same list in another language, as cy=rhestr.csv",
        )
        one.add_argument("--area", metavar="ID", help="the area of what does not say where it is")
        one.add_argument("--licence", metavar="TEXT", help="the licence of the list, as stated there")
        one.add_argument("--people", action="store_true", help="the people whom it names have agreed to be named")
        one.add_argument("--mapping", type=Path, metavar="FILE", help="the file that says which column is what")
        one.add_argument("--guess", action="store_true", help="print a mapping to begin with, and take nothing in")
        _add_how(one)


def add_sync(commands: Any, shared: argparse.ArgumentParser) -> None:
    """The command sync."""
    sync = commands.add_parser(
        "sync", parents=[shared], help="take in all lists that content/feeds.yml names, in order"
    )
    sync.add_argument("only", nargs="*", metavar="FEED", help="only these")
    _add_how(sync)


def _add_how(one: argparse.ArgumentParser) -> None:
    one.add_argument("--dry-run", action="store_true", help="print what would change, write a preview, change nothing")
    one.add_argument("--preview", type=Path, metavar="FILE", help="write what changes as a page to look at: .html")
    one.add_argument("--format", choices=("text", "json"), default="text")
    one.add_argument("--lang", default="en", help="language of the messages: en or cy")

"""Measure search, ours and three others: `python -m bench.search [--size S L] [--out FILE]`."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from bench import records, workload
from bench.search import pairs, questions
from bench.search.documents import Corpus
from bench.search.engines import ENGINES
from bench.search.questions import Question
from bench.search.sitting import Results, Sitting
from bench.search.table import printed
from bench.search.tools import Tools
from bench.subjects import PROJECT
from tests.browser.chromium import ARGUMENTS, NoChromium, find

SIZES = ("S", "L")


def _say(what: str) -> None:
    """Progress, on a terminal only."""
    if sys.stderr.isatty():
        print(f"\r\x1b[K{what}", end="", file=sys.stderr, flush=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.search", description=__doc__)
    parser.add_argument("--size", choices=SIZES, nargs="+", default=list(SIZES), help="workloads (default: S L)")
    parser.add_argument("--out", type=Path, help="a file to write the table to, besides")
    parser.add_argument(
        "--pairs",
        type=Path,
        default=PROJECT.parent / "shared/data/welsh",
        help="folder with the lists of Welsh forms (default: ../shared/data/welsh beside the project)",
    )
    parser.add_argument("--tools", type=Path, help="folder to keep the engines of others in (default: kept nowhere)")
    names = [engine.__name__.lower() for engine in ENGINES]
    parser.add_argument("--engine", choices=names, nargs="+", default=names, help="only some of the columns")
    return parser.parse_args()


def _corpora(work: Path, sizes: Sequence[str], lists: Path) -> tuple[dict[str, Corpus], list[Question]]:
    """What is searched, by name, and what is asked."""
    corpora = {"glossary": Corpus("glossary", PROJECT)}
    for size in dict.fromkeys(("S", *sizes)):
        workload.write(records.SIZES[size], ("geirfa",), work / size)
        corpora[size] = Corpus(size, work / size / "root")
    asked: list[Question] = []
    if not pairs.missing(lists):
        found = pairs.read(lists)
        pairs.write(found, work / "pairs")
        corpora["pairs"] = Corpus("pairs", work / "pairs")
        asked += found.questions()
        asked += questions.of_diacritics(corpora["pairs"])
    glossary = corpora["glossary"]
    asked += questions.of_typos(glossary)
    asked += questions.of_diacritics(glossary)
    asked += questions.of_diacritics(corpora["S"])
    asked += questions.of_synonyms(glossary)
    asked += questions.of_other_language(glossary)
    return corpora, asked


def _measured(browser: Browser, work: Path, options: argparse.Namespace) -> str:
    sizes = [size for size in SIZES if size in options.size]
    _say("making what is searched")
    corpora, asked = _corpora(work, sizes, options.pairs)
    sitting = Sitting(browser, work / "sites", corpora, sizes)
    tools = Tools(options.tools.resolve() if options.tools else work / "tools")
    results: dict[str, Results] = {}
    for kind in ENGINES:
        if kind.__name__.lower() in options.engine:
            _say(kind.name)
            results[kind.name] = sitting.measure(kind(tools), asked)
    _say("")
    return "\n".join(
        [
            printed(results, asked, sizes),
            "",
            f"{browser.browser_type.name} {browser.version}, {os.cpu_count()} cores. {pairs.missing(options.pairs)}",
        ]
    ).rstrip()


def main() -> int:
    """The command line. Exit 0 where there is a browser, whatever the figures; else 1."""
    options = _options()
    try:
        chromium = find()
    except NoChromium as none:
        print(none, file=sys.stderr)
        return 1
    work = Path(tempfile.mkdtemp(prefix="geirfa-search-"))
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium.file, args=[*ARGUMENTS])
            try:
                table = _measured(browser, work, options)
            finally:
                browser.close()
    finally:
        shutil.rmtree(work)
    print(table)
    if options.out:
        options.out.write_text(f"{table}\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

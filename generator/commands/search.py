"""geirfa search: what the site's search box finds."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from generator.commands import load, worded
from generator.issues import Refusal


def search(options: argparse.Namespace) -> int:
    """Print what is found for one query, or for each of a file."""
    from generator.search.asking import answers, printed

    found = load(options)
    if options.lang not in found.codes:
        raise Refusal(f"--lang takes a language of this root: {', '.join(found.codes)}; not '{options.lang}'.")
    if bool(options.batch) == bool(options.query) or options.limit < 1:
        raise Refusal("Name a query, or a file of queries with --batch; --limit is 1 or more.")
    queries = _lines(options.batch) if options.batch else [" ".join(options.query)]
    given = list(answers(found, {code: worded(options, code) for code in found.codes}, options.lang, queries, options))
    if options.json:
        texts = [json.dumps(answer, ensure_ascii=False) for answer in given]
        print("[\n" + ",\n".join(texts) + "\n]" if options.batch else texts[0])
    else:
        print("\n\n".join(printed(answer, worded(options, options.lang)) for answer in given))
    return 0


def _lines(file: Path) -> list[str]:
    """Queries of a file, without empty lines."""
    try:
        return [line.strip() for line in file.read_text(encoding="utf-8-sig").splitlines() if line.strip()]
    except UnicodeDecodeError as error:
        raise Refusal(f"{file} is not UTF-8 text: save it as UTF-8.") from error

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
from pathlib import Path

import platformdirs

from generator import catalogue, checks, places, theme
from generator.arguments import parser
from generator.catalogue import Catalogue
from generator.files import put
from generator.issues import FORMATS, N_, Issue, Refusal, summary
from generator.kinds.site import stand_ins
from generator.wording import Wording

DUE = frozenset({"review-due", "stale-translation", "number-due", "statement-due"})
"""Rules about what needs a new look with time."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal that lacks a letter shows its number
    options = parser().parse_args(arguments)
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


def _today(options: argparse.Namespace) -> date:
    """The one clock."""
    chosen: date | None = options.today
    return chosen or date.today()


def _wording(options: argparse.Namespace, lang: str) -> Wording:
    return Wording(lang, theme.folders(options.root))


def _load(options: argparse.Namespace) -> Catalogue:
    """The catalogue of a root that must be there."""
    if not (options.root / "content").is_dir():
        raise Refusal(f"There is no folder content in {options.root}: name the folder that holds it with --root.")
    return catalogue.load(options.root)


def _report(issues: Sequence[Issue], form: str, wording: Wording) -> None:
    if text := FORMATS[form](issues, wording.plain):
        print(text)


def _check(options: argparse.Namespace) -> int:
    from generator import history

    found = catalogue.load(options.root)
    issues = checks.run(found, _today(options))
    if options.since:
        gone = places.located(found.root, list(history.since(found, options.since)))
        issues = sorted([*issues, *gone], key=Issue.sort_key)
    if options.spelling:
        from generator.checks import words

        issues = sorted([*issues, *words.spelling(found)], key=Issue.sort_key)
    wording = _wording(options, options.lang)
    _report(issues, options.format, wording)
    if options.format == "text":
        print(summary(issues, sum(len(records) for records in found.records.values()), wording.plain))
    return 1 if any(issue.blocks for issue in issues) else 0


def _build(options: argparse.Namespace) -> int:
    from generator import memory, rebuild, site

    given = stand_ins({"url": options.url, "repository": options.repository, "email": options.email})
    target = site.own_folder(options.site or options.root / "site", options.root)
    today = _today(options)
    keeper = memory.Keeper(_cache(), options.root, target, today, [f"{name}={value}" for name, value in given.items()])
    count = None if options.whole else rebuild.rebuild(keeper)
    if count is None:
        from generator import plugin

        found = catalogue.load(options.root, given)
        count, issues = site.build(target, found, today, plugin.outside, keeper.remember, _progress)
        errors = [issue for issue in issues if issue.blocks]
        if errors:
            _report(errors, "text", _wording(options, "en"))
            print(
                f"geirfa: {len(errors)} errors; nothing was built, and a site built before is as it was.",
                file=sys.stderr,
            )
            return 1
        keeper.confirm(count)
    print(f"{count} pages in {options.site or options.root / 'site'}")
    return 0


def _progress(count: int) -> None:
    """Say on a terminal how far a long build is; nothing in a pipe."""
    if count % 500 == 0 and sys.stderr.isatty():
        print(f"\r{count} pages …", end="\r", file=sys.stderr, flush=True)


def _cache() -> Path:
    """Where this user's programs keep what they can make again."""
    return Path(platformdirs.user_cache_dir("geirfa", appauthor=False))


def _review(options: argparse.Namespace) -> int:
    from generator import editing

    if options.status != "draft" and not options.by.strip():
        raise Refusal("Say who reviewed the texts: --by NAME.")
    for file in editing.review(
        _load(options), options.ids, options.lang, options.status, options.by.strip(), _today(options)
    ):
        print(f"{file}: {options.lang} {options.status}")
    return 0


def _due(options: argparse.Namespace) -> int:
    if not re.fullmatch("[0-9]{1,5}", options.days):
        raise Refusal(f"--days takes a number of days, 0 to 99999, not '{options.days}'.")
    until = _today(options) + timedelta(days=int(options.days))
    issues = [issue for issue in checks.run(_load(options), until) if issue.rule.code in DUE]
    if options.area:
        issues = [issue for issue in issues if issue.file.split("/")[2:3] == [options.area]]
    wording = _wording(options, options.lang)
    _report(issues, "text", wording)
    if not issues:
        print(wording.plain(N_("Nothing is due.")))
    return 0


def _search(options: argparse.Namespace) -> int:
    from generator.search.asking import answers, printed

    found = _load(options)
    if options.lang not in found.codes:
        raise Refusal(f"--lang takes a language of this root: {', '.join(found.codes)}; not '{options.lang}'.")
    if bool(options.batch) == bool(options.query) or options.limit < 1:
        raise Refusal("Name a query, or a file of queries with --batch; --limit is 1 or more.")
    queries = _lines(options.batch) if options.batch else [" ".join(options.query)]
    given = list(
        answers(found, {code: _wording(options, code) for code in found.codes}, options.lang, queries, options)
    )
    if options.json:
        texts = [json.dumps(answer, ensure_ascii=False) for answer in given]
        print("[\n" + ",\n".join(texts) + "\n]" if options.batch else texts[0])
    else:
        print("\n\n".join(printed(answer, _wording(options, options.lang)) for answer in given))
    return 0


def _lines(file: Path) -> list[str]:
    """Queries of a file, without empty lines."""
    try:
        return [line.strip() for line in file.read_text(encoding="utf-8-sig").splitlines() if line.strip()]
    except UnicodeDecodeError as error:
        raise Refusal(f"{file} is not UTF-8 text: save it as UTF-8.") from error


def _new(options: argparse.Namespace) -> int:
    from generator import editing

    found = _load(options)
    wordings = [_wording(options, code) for code in found.codes]
    print(editing.new(found, editing.kind_named(found, options.kind), options.id, wordings))
    return 0


def _fmt(options: argparse.Namespace) -> int:
    from generator import editing

    changed = refused = 0
    for file, text in editing.laid_out(_load(options)):
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
    for path in start(options.folder, codes, _today(options)):
        print(path)
    print(f"Next: geirfa build --root {options.folder}")
    return 0


COMMANDS: Mapping[str, Callable[[argparse.Namespace], int]] = {
    "check": _check,
    "build": _build,
    "review": _review,
    "due": _due,
    "search": _search,
    "new": _new,
    "fmt": _fmt,
    "schema": _schema,
    "start": _start,
}

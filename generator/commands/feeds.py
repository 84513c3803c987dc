"""geirfa import oruk, hsds, table and geojson, and geirfa sync: the lists of others taken in, and told of."""

from __future__ import annotations

import argparse
import gc
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from generator.catalogue import Catalogue
from generator.commands import load, worded
from generator.files import put
from generator.issues import N_, Refusal
from generator.kinds.feed import Feed
from generator.kinds.fields import is_id, is_web
from generator.languages import slug
from generator.source import Tree

if TYPE_CHECKING:
    from generator.imports.running import Job, Run


def take(found: Catalogue, options: argparse.Namespace) -> int:
    """Take one list in, or print a mapping for it."""
    from generator.imports.running import Job, run

    if options.guess:
        return _guess(found, options)
    id = options.feed or _name(options.file)
    if not is_id(id):
        raise Refusal(
            N_("'{id}' cannot be the id of a list: write --feed with a to z, 0 to 9 and single hyphens."), id=id
        )
    known = found.feeds.get(id)
    entry = _entry(found, options, id)
    feed = Feed.model_validate(entry)
    feed = known.model_copy(update=_given(feed)) if known else feed
    _fits(found, feed)
    also = {**_places(found, feed.also), **dict(_pair(text) for text in options.also)}
    mapping = options.mapping or (_place(found, feed.mapping) if feed.mapping else None)
    job = Job(id, feed, options.file, also, Path(mapping) if mapping else None)
    _sweep()
    made = run(found, [job], [worded(options, code) for code in found.codes], options.today)
    if not known:
        made.feeds[id] = entry
    return _end(made, options, id)


def sync(options: argparse.Namespace) -> int:
    """Take in every list that content/feeds.yml names, in order; what two of them have is listed once."""
    from generator.imports.running import run
    from generator.imports.twins import matcher

    found = load(options)
    for id in options.only:
        if id not in found.feeds:
            raise Refusal(
                N_("content/feeds.yml names no list '{id}'. Lists: {lists}."),
                id=id,
                lists=", ".join(found.feeds) or Refusal(N_("none")),
            )
    asked = {id: feed for id, feed in found.feeds.items() if not options.only or id in options.only}
    there = {id: feed for id, feed in asked.items() if feed.from_ or options.only}
    for id in sorted(asked.keys() - there.keys()) if there else ():
        said = worded(options, options.lang).plain(
            N_("content/feeds.yml does not say where '{id}' is: it is passed over.")
        )
        print(f"geirfa: {said.format(id=id)}", file=sys.stderr)
    jobs = [_job(found, id, feed) for id, feed in (there or asked).items()]
    if not jobs:
        raise Refusal(N_("content/feeds.yml names no list: take one in with 'geirfa import' first."))
    wordings = [worded(options, code) for code in found.codes]
    _sweep()
    made = run(found, jobs, wordings, options.today, matcher(worded(options, options.lang)))
    return _end(made, options, "sync")


def _sweep() -> None:
    """Clear up behind readers: what they leave of twenty thousand rows is more than all records. Those there are stay."""
    gc.freeze()
    gc.enable()


def _job(found: Catalogue, id: str, feed: Feed) -> Job:
    from generator.imports.running import Job

    if not feed.from_:
        raise Refusal(
            N_("content/feeds.yml does not say where '{id}' is: write 'from', a web address or a file below content/."),
            id=id,
        )
    mapping = Path(_place(found, feed.mapping)) if feed.mapping else None
    return Job(id, feed, _place(found, feed.from_), _places(found, feed.also), mapping)


def _place(found: Catalogue, place: str) -> str:
    return place if is_web(place) else str(found.root / "content" / place)


def _places(found: Catalogue, places: Mapping[str, str]) -> dict[str, str]:
    return {lang: _place(found, place) for lang, place in places.items()}


def _name(file: str) -> str:
    """What a list is called where nobody said: its host, or its file's name."""
    host = re.match(r"https?://([^/:?#]+)", file)
    return slug(host.group(1).removeprefix("www.") if host else Path(file).stem)[:60].strip("-") or "list"


def _entry(found: Catalogue, options: argparse.Namespace, id: str) -> dict[str, Tree]:
    """What content/feeds.yml says of a list: only what the command says too, and no way on this computer."""
    also = {lang: place for lang, file in map(_pair, options.also) if (place := _below(found, file))}
    given: dict[str, Tree | None] = {
        "from": _below(found, options.file),
        "also": {**also} or None,
        "format": options.exchange,
        "mapping": _below(found, str(options.mapping)) if options.mapping else None,
        "licence": options.licence or "unknown",
        "language": options.language,
        "area": options.area,
        "people": "true" if options.people else None,
    }
    return {name: value for name, value in given.items() if value}


def _given(feed: Feed) -> dict[str, object]:
    """What a command says of a list that is named already: it counts for this once."""
    said = {"format": feed.format, "language": feed.language, "area": feed.area, "people": feed.people}
    return {name: value for name, value in said.items() if value}


def _below(found: Catalogue, file: str) -> str | None:
    """An address, or the way to a file from content/ on; None for a file that lies elsewhere."""
    if is_web(file):
        return file
    content, path = (found.root / "content").resolve(), Path(file).resolve()
    return path.relative_to(content).as_posix() if path.is_relative_to(content) else None


def _pair(text: str) -> tuple[str, str]:
    lang, sign, file = text.partition("=")
    if not sign or not file:
        raise Refusal(N_("--also takes a language and a file, as cy=rhestr.csv, not '{text}'."), text=text)
    return lang, file


def _fits(found: Catalogue, feed: Feed) -> None:
    """Raises Refusal where a language or an area is none of this root."""
    for lang in (feed.language, *feed.also):
        if lang and lang not in found.codes:
            raise Refusal(
                N_("'{lang}' is not a language of this site: {languages}."), lang=lang, languages=", ".join(found.codes)
            )
    areas = found.entries("areas")
    if feed.area and (not is_id(feed.area) or (areas and feed.area not in areas)):
        raise Refusal(N_("There is no area '{area}'. Areas: {areas}."), area=feed.area, areas=", ".join(areas))


def _guess(found: Catalogue, options: argparse.Namespace) -> int:
    from generator.imports import guess
    from generator.imports.incoming import Given

    if options.exchange not in ("table", "geojson"):
        raise Refusal(N_("Only tables and points need a mapping: geirfa import table --guess FILE"))
    given = Given(options.file, options.language or found.main, options.mapping)
    print(guess.proposed(found, given, options.exchange), end="")
    return 0


def _end(made: Run, options: argparse.Namespace, name: str) -> int:
    """Tell of a run, write its preview and, unless it is a trial, its records."""
    from generator.imports import preview, report, running
    from generator.imports.soundness import NOT_WRITTEN

    wording = worded(options, options.lang)
    page = options.preview or (options.root / f"preview-{name}.html" if options.dry_run else None)
    if page:
        put(page, preview.page(made, wording))
    written = 0 if options.dry_run else running.write(made)
    if options.format == "json":
        print(report.as_json(made.outcomes, wording))
    else:
        print(report.as_text(made.outcomes, wording, options.dry_run))
        if page:
            print(wording.plain(N_("Preview: {file}")).format(file=page))
        said = N_("{n} files written.") if written else N_("Nothing was written.")
        print(wording.plain(said).format(n=written))
    failed = (one.issue.rule is NOT_WRITTEN for outcome in made.outcomes for one in outcome.findings)
    return 1 if any(failed) else 0

"""geirfa export oruk, hsds, csv, geojson and jsonl: all of a directory for other systems, in a folder or a file."""

from __future__ import annotations

import argparse
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from generator.catalogue import Catalogue
from generator.commands import worded
from generator.exports import Export
from generator.issues import Refusal

FOLDERS = ("oruk", "csv")
"""Formats of many files."""


def send(found: Catalogue, options: argparse.Namespace) -> Export:
    """One format, in `--lang` or else in every language that it has room for. Folders are put where `--out` says, whole or not
    at all; a file goes the way of all exports."""
    form: str = options.exchange
    if options.lang and options.lang not in found.codes:
        raise Refusal(f"'{options.lang}' is not a language of this site: {', '.join(found.codes)}.")
    if form in FOLDERS and not options.out:
        raise Refusal(
            "This format has many files: name a new folder with --out" + (", or a .zip." if form == "csv" else ".")
        )
    zipped = form == "csv" and options.out.suffix.lower() == ".zip"
    if (
        form in FOLDERS
        and not zipped
        and options.out.exists()
        and (options.out.is_file() or any(options.out.iterdir()))
    ):
        raise Refusal(f"{options.out} holds something already: name a new folder, or an empty one.")
    beside = options.out.resolve().parent if form in FOLDERS and not zipped else None
    with tempfile.TemporaryDirectory(prefix=".geirfa-", dir=beside) as name:
        folder = Path(name)
        langs = _langs(found, options)
        _write(found, options, folder, langs)
        said = f"{len(found.of('assets'))} groups, {len(found.of('organisations'))} organisations"
        if form == "jsonl":
            said = f"{sum(map(len, found.records.values()))} records"
        if form in FOLDERS and not zipped:
            options.out.mkdir(exist_ok=True)
            for path in (
                folder / ("csv" if form == "csv" else f"oruk/{langs[0]}" if options.lang else "oruk")
            ).iterdir():
                shutil.move(path, options.out / path.name)
            return Export(b"", said, placed=True)
        return Export(_bytes(form, folder, langs), said, binary=zipped)


def _langs(found: Catalogue, options: argparse.Namespace) -> Sequence[str]:
    if options.lang:
        return (options.lang,)
    return found.codes if options.exchange == "oruk" else found.codes[:1]


def _write(found: Catalogue, options: argparse.Namespace, folder: Path, langs: Sequence[str]) -> None:
    from generator.checks import privacy
    from generator.exports.data import Publication
    from generator.exports.laying import Laying
    from generator.exports.private import private
    from generator.geo.whereabouts import Whereabouts

    wordings = {code: worded(options, code) for code in langs}
    own = private(privacy.check(found, options.today))
    publication = Publication(Laying(folder), found, wordings, own, Whereabouts(found).spots, options.today)
    publication.write([options.exchange], langs)
    if options.exchange == "jsonl":
        publication.lines([kind for kind in found.kinds.values() if found.of(kind.folder)])


def _bytes(form: str, folder: Path, langs: Sequence[str]) -> bytes:
    from generator.exports import data, package

    if form == "csv":
        return package.zipped(folder / "csv")
    if form == "jsonl":
        return b"".join(path.read_bytes() for path in sorted((folder / "records").iterdir()))
    return (folder / (data.HSDS_FILE if form == "hsds" else data.points_file(langs[0]))).read_bytes()

"""Dated releases of a directory, and what changed from one to the next.

A static host keeps no state, and a build may have neither an older site nor a history of versions at hand. So releases are kept
among the records, in content/releases/releases.json: `geirfa release` compares what would be published now with what the last
release held, and writes down a new one. The build publishes the list.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import orjson

from generator.issues import Refusal

FILE = "content/releases/releases.json"
PUBLISHED = "releases.json"


class Release(NamedTuple):
    """One release. Records are named as 'assets/bangor-library'."""

    on: str
    new: Sequence[str]
    changed: Sequence[str]
    gone: Sequence[str]


class Releases(NamedTuple):
    """All releases, newest first, and the prints of the records that the newest held."""

    records: Mapping[str, str] = {}
    all: Sequence[Release] = ()

    @property
    def newest(self) -> str:
        """The day of the newest; "" for none."""
        return self.all[0].on if self.all else ""


def read(root: Path) -> Releases:
    """The releases that a root has written down. Raises Refusal where the file is not ours."""
    file = root / FILE
    if not file.is_file():
        return Releases()
    try:
        held = orjson.loads(file.read_bytes())
        return Releases(dict(held["records"]), [Release(**release) for release in held["releases"]])
    except (orjson.JSONDecodeError, KeyError, TypeError, ValueError) as error:
        raise Refusal(f"{FILE} is not as 'geirfa release' writes it: take back what was changed in it.") from error


def compared(before: Mapping[str, str], now: Mapping[str, str], on: date) -> Release:
    """What is new, changed and gone."""
    return Release(
        str(on),
        sorted(now.keys() - before.keys()),
        sorted(name for name in now.keys() & before.keys() if now[name] != before[name]),
        sorted(before.keys() - now.keys()),
    )


def written(releases: Releases, release: Release, now: Mapping[str, str]) -> bytes:
    """The file with one more release. A second one on a day takes the place of the first and holds the changes of both."""
    kept = list(releases.all)
    if kept and kept[0].on == release.on:
        release = _joined(kept.pop(0), release)
    held = {"releases": [_told(one) for one in (release, *kept)], "records": dict(sorted(now.items()))}
    return orjson.dumps(held, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def _joined(one: Release, other: Release) -> Release:
    new = ({*one.new} | {*other.new}) - {*other.gone}
    gone = ({*one.gone} - {*other.new}) | ({*other.gone} - {*one.new})
    changed = ({*one.changed} | {*other.changed}) - new - gone
    return Release(other.on, sorted(new), sorted(changed), sorted(gone))


def published(releases: Releases, notes: Iterable[Mapping[str, Any]]) -> bytes:
    """The list for others: releases, and what editors noted of changes, newest first."""
    held = {"releases": [_told(release) for release in releases.all], "notes": list(notes)}
    return orjson.dumps(held, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def _told(release: Release) -> Mapping[str, Any]:
    return {"on": release.on, "new": release.new, "changed": release.changed, "gone": release.gone}

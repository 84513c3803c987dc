"""What the last whole build knew, kept for the next, and whether it still holds."""

from __future__ import annotations

import json
import os
import pickle
import sys
import sysconfig
from collections.abc import Iterable, Iterator, Set
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from itertools import islice
from pathlib import Path

from generator import files, kinds, theme
from generator.catalogue import Catalogue
from generator.issues import Issue
from generator.issues import Path as FieldPath
from generator.kinds.fields import Link
from generator.kinds.record import Moved, Record
from generator.kinds.site import Site as SiteRecord
from generator.languages import language, with_rules
from generator.loading import SITE_FILE
from generator.site import Outside, Site

_AT_ONCE = 500
"""Records that are pickled together."""
MOST = 100
"""Changed records from which a whole build is as good."""

Traces = dict[str, list[list[str]]]
"""By file, what its texts have had at any time since the whole build: the words of the glossary mentioned, then all words,
a language each. What a build that was killed half-way has left is among it."""

Stamp = tuple[int, int]
"""Time of the last change in nanoseconds, and size: whether a file is still the one it was."""


@dataclass(frozen=True, slots=True)
class Memory:
    """What a whole build knew: plain containers, read back in a third of a second for ten thousand groups. `links` are
    references, their records by folder and id."""

    key: str
    files: dict[str, Stamp]
    site: SiteRecord
    site_file: str
    records: dict[str, dict[str, tuple[str, Record]]]
    moved: dict[str, dict[str, tuple[str, Moved]]]
    issues: list[Issue]
    links: tuple[tuple[str, str, FieldPath, Link, str], ...]
    ranks: dict[tuple[str, str], dict[str, int]]
    used_in: dict[str, tuple[tuple[str, str], ...]]
    outside: Outside


class Keeper:
    """Keeps the memory of one root and its site in `folder`: one that no contributor writes to, as a memory is trusted
    when it is read. `options` are those of the command that pages depend on.

    Made before a root is loaded: files are remembered as they were then, so that a change during a build is not lost."""

    def __init__(self, folder: Path, root: Path, target: Path, today: date, options: Iterable[str]) -> None:
        self.root, self.target, self.today, self.options = root, target, today, tuple(options)
        name = blake2b(f"{root.resolve()}\x00{target.resolve()}".encode(), digest_size=12).hexdigest()
        self.file, self.stamp = folder / f"{name}.pickle", folder / f"{name}.json"
        names, self.misfits = files.files(root)
        self.stamps = {name: _stamp(f"{root}/{name}") for name in names}
        self.key = self._key()

    def remember(self, site: Site) -> None:
        """Keep what a whole build knows, before it writes. It counts for nothing until `confirm` says the site stands."""
        known = site.catalogue
        for code in known.codes:
            for records in known.records.values():
                for record in list(records.values())[:1]:
                    known.rank(record, code)
        memory = Memory(
            key=self.key,
            files=self.stamps,
            site=known.site,
            site_file=known.site.file,
            records={folder: {} for folder in known.records},
            moved={folder: {id: (r.file, r) for id, r in found.items()} for folder, found in known.moved.items()},
            issues=list(site.issues),
            links=tuple((r.record.folder, r.record.id, *r[1:]) for r in known.references),
            ranks=dict(known._ranks),
            used_in={
                id: tuple((user.folder, user.id) for user in users)
                for id, users in site.renderer.mentions.used_in.items()
            },
            outside=site.outside,
        )
        known.__dict__.pop("texts", None)  # read by checks alone, and large
        with suppress(OSError):  # where nothing can be kept, the next build is a whole one
            self.stamp.unlink(missing_ok=True)
            if _simple(self.root):
                self.file.parent.mkdir(parents=True, exist_ok=True)
                new = self.file.with_suffix(".new")
                with new.open("wb") as handle:
                    for piece in (memory, *_chunks(known)):
                        pickle.dump(piece, handle, protocol=5)
                os.replace(new, self.file)

    def confirm(self, pages: int, traces: Traces | None = None) -> None:
        """Say that the site stands as remembered, but for what the files of `traces` have touched since."""
        with suppress(OSError):
            if self.file.exists() and _simple(self.root):
                text = json.dumps({"site": _shape(self.target), "pages": pages, "traces": traces or {}})
                self.stamp.write_text(text, encoding="utf-8")

    def recall(self) -> tuple[Memory, Traces, int] | None:
        """What is known of the site as it stands, what changed files have touched since, and how many pages it has; None
        where the site, the program or anything but records is not as remembered."""
        try:
            stamp = json.loads(self.stamp.read_text(encoding="utf-8"))
            if stamp["site"] != _shape(self.target):
                return None
            memory = _read(self.file)
            traces, count = dict(stamp["traces"]), int(stamp["pages"])
        except Exception:  # whatever is wrong with a memory, a whole build is right
            return None
        known = memory.key == self.key and _simple(self.root)
        return (memory, traces, count) if known else None

    def changed(self, memory: Memory, touched: Set[str]) -> set[str] | None:
        """Files that are not as remembered; None where files came or went, or too many changed."""
        if list(self.stamps) != list(memory.files) or any(issue.blocks for issue in self.misfits):
            return None
        changed = {name for name, stamp in self.stamps.items() if stamp != memory.files[name]} | touched
        return changed if len(changed) <= MOST and SITE_FILE not in changed else None

    def read(self, file: str) -> str | None:
        """A file of the site as it stands."""
        place = self.target / file
        return place.read_text(encoding="utf-8") if place.is_file() else None

    def _key(self) -> str:
        """Changes with anything but records that a page depends on: program, libraries, theme, hand-written pages, day,
        options."""
        digest = blake2b(repr((self.options, self.today.isoformat(), sys.version)).encode(), digest_size=16)
        places = [Path(__file__).parent, *theme.folders(self.root), *(self.root / "content" / name for name in ("pages", "feeds"))]
        found = [path for place in places for path in place.rglob("*") if path.is_file() and path.suffix != ".pyc"]
        libraries = Path(sysconfig.get_path("purelib"))
        for path in sorted([*found, self.root / "mkdocs.yml", libraries]):
            digest.update(f"{path}{_stamp(path)}".encode())
        return digest.hexdigest()


def _chunks(known: Catalogue) -> Iterator[list[tuple[str, str, Record]]]:
    """Records with their ids and files, some at a time: what is pickled is noted until all is done, and that is much."""
    every = ((r.id, r.file, r) for records in known.records.values() for r in records.values())
    while chunk := list(islice(every, _AT_ONCE)):
        yield chunk


def _read(file: Path) -> Memory:
    """What was kept. Raises anything where it is not whole."""
    with file.open("rb") as handle:
        memory: Memory = pickle.load(handle)  # noqa: S301  (ours: see the class)
        size = file.stat().st_size
        while handle.tell() < size:
            for id, place, record in pickle.load(handle):  # noqa: S301
                memory.records[record.folder][id] = place, record
    return memory


def catalogue_of(root: Path, memory: Memory, cache: Path | None = None) -> Catalogue:
    """The remembered catalogue, with its `cache`. Slots do not travel: ids and files are given back to the records."""
    _name(memory.site, "site", memory.site_file)
    for found in memory.records.values():
        for id, (file, record) in found.items():
            _name(record, id, file)
    for stubs in memory.moved.values():
        for id, (file, stub) in stubs.items():
            _name(stub, id, file)
    codes = tuple(entry.code for entry in memory.site.languages) or with_rules()
    known = Catalogue(
        root=root,
        site=memory.site,
        languages=tuple(language(code) for code in codes),
        kinds=kinds.discover(),
        records={folder: {id: r for id, (_, r) in found.items()} for folder, found in memory.records.items()},
        moved={folder: {id: r for id, (_, r) in found.items()} for folder, found in memory.moved.items()},
        faulty=frozenset(),
        issues=(),
        cache=cache,
    )
    known._ranks.update(memory.ranks)
    return known


def _name(record: Record | Moved, id: str, file: str) -> None:
    object.__setattr__(record, "id", id)
    object.__setattr__(record, "file", file)


def _simple(root: Path) -> bool:
    """Whether templates, kinds and MkDocs are as we know them: others may show more of a record than we know of."""
    settings = root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8", errors="replace") if settings.is_file() else ""
    ours = not any(word in text for word in ("hooks", "INHERIT", "!ENV"))
    return ours and not (root / "kinds").exists() and len(theme.folders(root)) == 1


def _shape(target: Path) -> list[list[object]]:
    """What a site's upper folders look like: they change when a page or folder is taken out or put in."""
    folders = [
        target,
        *(path for path in target.glob("*") if path.is_dir()),
        *(p for p in target.glob("*/*") if p.is_dir()),
    ]
    return [[str(path.relative_to(target)), *_stamp(path)] for path in sorted([*folders, target / "sitemap.xml"])]


def _stamp(path: Path | str) -> Stamp:
    try:
        found = os.stat(path)
    except OSError:
        return (0, 0)
    return (found.st_mtime_ns, found.st_size)

"""Files -> records: which kind each is, what is wrong with it. `catalogue.load` calls this and nothing else does."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from generator import files, places, source
from generator.issues import N_, Issue, Phrase, Rule, Severity
from generator.kinds.faults import issues_of
from generator.kinds.feed import Feed, Feeds
from generator.kinds.fields import is_id
from generator.kinds.record import Moved, Record, placed
from generator.kinds.rules import BAD_ID, DID_YOU_MEAN, WRONG_SHAPE
from generator.kinds.site import Site
from generator.languages import with_rules
from generator.nearby import did_you_mean

SITE_FILE = "content/site.yml"
FEEDS_FILE = "content/feeds.yml"

_E = Severity.ERROR
_MAPPING = N_("a set of 'name: value' lines, indented below it")

NO_CONTENT = Rule(
    "no-content",
    _E,
    N_("A root has a folder named content."),
    N_("There is no content here: '{name}' was not found."),
    N_("Name the folder that holds content/ with --root, or begin one with 'geirfa start'."),
)
UNKNOWN_FOLDER = Rule(
    "unknown-folder",
    _E,
    N_("Records lie in the folder of their kind."),
    N_("No kind of record lies in the folder '{folder}'."),
    N_("Folders: {known}."),
)
LANGUAGE_TWICE = Rule(
    "language-twice",
    _E,
    N_("A language of the site is named once."),
    N_("The language '{code}' stands here a second time."),
    N_("Delete one of the two."),
)
DUPLICATE_ID = Rule(
    "duplicate-id",
    _E,
    N_("An id stands once in its kind."),
    N_("The id '{id}' is taken by {other}."),
    N_("Rename one of the two files."),
)


@dataclass(slots=True)
class Loaded:
    """What a root's files hold: `records[folder][id]`, `moved` likewise; `faulty` are (folder, id) of files with faults."""

    site: Site = field(default_factory=lambda: _no_site())
    records: dict[str, dict[str, Record]] = field(default_factory=dict)
    moved: dict[str, dict[str, Moved]] = field(default_factory=lambda: defaultdict(dict))
    faulty: set[tuple[str, str]] = field(default_factory=set)
    feeds: Mapping[str, Feed] = field(default_factory=dict)
    issues: list[Issue] = field(default_factory=list)

    @property
    def codes(self) -> tuple[str, ...]:
        """Language codes, the main language first."""
        return tuple(entry.code for entry in self.site.languages) or with_rules()


def read_all(root: Path, kinds: Mapping[str, type[Record]]) -> Loaded:
    """Read every file of a root. Faulty files are left out and reported, each fault with its place."""
    loaded = Loaded(records={folder: {} for folder in kinds if folder != Site.folder})
    if not (root / "content").is_dir():
        loaded.issues.append(NO_CONTENT.at("content", name=str(root / "content")))
        return loaded
    names, loaded.issues = files.files(root)
    loaded.site = _site(root, names, loaded.issues)
    codes = loaded.codes
    for file in names:
        if file == FEEDS_FILE:
            loaded.feeds = _feeds(root, codes, loaded.issues)
        if file in (SITE_FILE, FEEDS_FILE):
            continue
        folder, id = _identity(file, kinds, loaded.issues)
        if folder:
            _place(loaded, folder, id, file, read_record(root, file, kinds[folder], id, codes, loaded.issues))
    loaded.issues = places.located(root, loaded.issues)
    return loaded


def _place(loaded: Loaded, folder: str, id: str, file: str, record: Record | Moved | None) -> None:
    taken = loaded.records[folder].get(id) or loaded.moved[folder].get(id)
    if record is None:
        loaded.faulty.add((folder, id))
    elif taken:
        loaded.issues.append(DUPLICATE_ID.at(file, id=id, other=taken.file))
    elif isinstance(record, Moved):
        loaded.moved[folder][id] = record
    else:
        loaded.records[folder][id] = record


def _site(root: Path, names: list[str], issues: list[Issue]) -> Site:
    """The root's site.yml; its defaults where there is none or it is faulty (its languages count all the same)."""
    if SITE_FILE not in names:
        return _no_site()
    document = source.read(root, SITE_FILE)
    issues += document.issues
    tree = document.tree
    if tree is None:
        return _no_site()
    if not isinstance(tree, dict):
        issues.append(WRONG_SHAPE.at(SITE_FILE, field="site", wanted=Phrase(_MAPPING)))
        return _no_site()
    codes = _listed_codes(tree, issues)
    try:
        site = placed(Site, tree, "site", SITE_FILE, codes)
    except ValidationError as error:
        issues += issues_of(error, Site, SITE_FILE)
        return _no_site({"languages": [{"code": code} for code in codes]})
    return site if isinstance(site, Site) else _no_site()


def _feeds(root: Path, codes: tuple[str, ...], issues: list[Issue]) -> Mapping[str, Feed]:
    """The feeds that a root names; none where the file has faults."""
    document = source.read(root, FEEDS_FILE)
    issues += document.issues
    if document.tree is None or document.issues:
        return {}
    if not isinstance(document.tree, dict):
        issues.append(WRONG_SHAPE.at(FEEDS_FILE, field="feeds", wanted=Phrase(_MAPPING)))
        return {}
    try:
        return Feeds.model_validate(document.tree, context={"languages": codes}).feeds
    except ValidationError as error:
        issues += issues_of(error, Feeds, FEEDS_FILE)
        return {}


def _listed_codes(tree: dict[str, source.Tree], issues: list[Issue]) -> tuple[str, ...]:
    """The codes that site.yml lists, as far as they are codes; those of languages with rules where it lists none."""
    listed = tree.get("languages")
    entries = [entry.get("code") for entry in listed if isinstance(entry, dict)] if isinstance(listed, list) else []
    codes: list[str] = []
    for number, code in enumerate(entries):
        if code in codes:
            issues.append(LANGUAGE_TWICE.at(SITE_FILE, ("languages", number, "code"), code=code))
        elif isinstance(code, str) and re.fullmatch("[a-z]{2,3}", code):
            codes.append(code)
    return tuple(codes[:3]) or with_rules()


def _no_site(tree: Any = None) -> Site:
    """A site that says nothing of itself: every field has its default."""
    site = placed(Site, tree or {}, "site", "", ())
    assert isinstance(site, Site)
    return site


def _identity(file: str, found_kinds: Mapping[str, type[Record]], issues: list[Issue]) -> tuple[str, str]:
    """Folder and id of a file; ("", "") where it lies in no kind's folder or its name is no id."""
    parts = file.removesuffix(".yml").split("/")
    folder, id = parts[1], parts[-1]
    if len(parts) < 3 or folder not in found_kinds or folder == Site.folder:
        known = [name for name in found_kinds if name != Site.folder]
        nearest = did_you_mean(folder, known)
        issues.append(
            UNKNOWN_FOLDER.at(
                file,
                hint=DID_YOU_MEAN if nearest else "",
                folder=folder if len(parts) > 2 else "content",
                nearest=nearest,
                known=", ".join(known),
            )
        )
        return "", ""
    if not is_id(id):
        issues.append(BAD_ID.at(file, value=id))
        return "", ""
    return folder, id


def read_record(
    root: Path, file: str, kind: type[Record], id: str, codes: tuple[str, ...], issues: list[Issue]
) -> Record | Moved | None:
    """Read one file as a record of `kind`; None, and why among `issues`, where it has faults."""
    return record_of(source.read(root, file), kind, id, codes, issues)


def record_of(
    document: source.Document, kind: type[Record], id: str, codes: tuple[str, ...], issues: list[Issue]
) -> Record | Moved | None:
    """What was read, as a record of `kind`; None, and why among `issues`, where it has faults."""
    file = document.file
    issues += document.issues
    if document.tree is None:
        return None
    if not isinstance(document.tree, dict):
        issues.append(WRONG_SHAPE.at(file, field=kind.__name__.lower(), wanted=Phrase(_MAPPING)))
        return None
    try:
        record = placed(kind, document.tree, id, file, codes)
    except ValidationError as error:
        model = Moved if "moved_to" in document.tree else kind
        issues += issues_of(error, model, file)
        return None
    return None if document.issues else record

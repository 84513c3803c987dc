"""One feed taken in: each row finds its record or becomes one, what changed follows the feed, what was edited here stays."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from generator import taken
from generator.catalogue import Catalogue
from generator.imports import merging, outcome, restating, titles
from generator.imports.arriving import Row
from generator.imports.feed_rules import ELSEWHERE as NOWHERE
from generator.imports.feed_rules import LOST_LINK, MERGED
from generator.imports.identity import Identity, id_of, is_followed
from generator.imports.naming import Names
from generator.imports.outcome import Outcome
from generator.imports.shelving import ELSEWHERE, Shelves
from generator.imports.sifting import sifted, take_out
from generator.imports.soundness import NOT_WRITTEN
from generator.imports.standing import Standing
from generator.imports.titles import Titles
from generator.issues import Issue
from generator.kinds.feed import Feed
from generator.kinds.record import Record
from generator.source import Tree
from generator.wording import Wording

Matcher = Callable[[Catalogue, frozenset[str]], Mapping[str, tuple[str, str]]]
"""Says of new records, by their files, which others they are: the file of that one, and why."""
_ROUNDS = 6
"""How often records are looked at again after fields that break a rule of the whole were taken out."""


class Feeding:
    """One run over the rows of one feed. What comes out stands in `standing` and in the outcome; nothing is written."""

    def __init__(self, standing: Standing, id: str, feed: Feed, wordings: Sequence[Wording], today: date) -> None:
        self.standing, self.id, self.feed, self.wordings, self.today = standing, id, feed, wordings, today
        self.root = standing.before
        self.names = Names(standing.catalogue())
        self.shelves = Shelves(self.root)
        slim = (line._replace(received="", unmapped="") for line in taken.lines(self.root.root, id))
        self.before = {(line.kind, line.key): line for line in slim}
        self.identity = Identity(standing, id, self.before)
        self.earlier: dict[str, tuple[Record | None, dict[str, Tree]]] = {}
        """What stood in the files of records before this feed changed them."""
        self.failed: set[str] = set()
        """Files of records that are left as they were: what came for them breaks a rule."""
        self.out = Outcome(id)

    def take(self, rows: Sequence[Row], match: Matcher | None = None) -> Outcome:
        """Take rows in. `match` finds out which records new rows are."""
        ours = [row for row in rows if row.kind in self.root.kinds]
        named = Titles(self.root.kinds, ours, self.wordings)
        for row in ours:
            self.identity.find(row)
        self.identity.find_words(ours)
        for row in ours:
            row.wanted = {name: str(row.tree.pop(name)) for name in ("id", "area") if name in row.tree}
            named.give(row)
            self._sift(row)
            named.give(row)
        for row in ours:
            if row.new:
                self._name(row)
        if match:
            self._match(ours, match)
        self._link(ours)
        live = [row for row in ours if not row.apart]
        for row in live:
            self._merge(row)
        self._make_sound(live, named)
        self._count(rows, live)
        self._miss(rows)
        return self.out

    def _sift(self, row: Row) -> None:
        """Take out of a row what breaks a rule by itself."""
        file = row.file or f"content/{row.kind}/{ELSEWHERE}/{ELSEWHERE}.yml"
        row.refused += sifted(self.root.kinds[row.kind], row.tree, file, self.root.codes)

    def _name(self, row: Row) -> None:
        """Give a new record its folder, its id and its words in addresses."""
        kind = self.root.kinds[row.kind]
        shelf = row.wanted.get("area", "") if kind.shelves else ""
        if kind.shelves and shelf not in self.root.entries_of(kind.shelves):
            shelf = self.shelves.of(row.tree, self.feed.area)
        texts = titles.texts(row.tree.get(kind.title_field))
        title = titles.main(texts, self.root.main)
        id = self.names.id(row.kind, title, titles.town(row.tree), row.key, row.wanted.get("id", ""))
        row.file = "/".join(part for part in ("content", row.kind, shelf, f"{id}.yml") if part)
        row.slugs = self.names.slugs(kind, shelf, id, texts)
        if shelf == ELSEWHERE:
            row.say(NOWHERE, area=shelf)
            self.standing.add_area(shelf, self.wordings)

    def _match(self, rows: Sequence[Row], match: Matcher) -> None:
        """Let new rows be records that say the same of themselves, each of one row."""
        fresh = {row.file: row for row in rows if row.new}
        for file, row in fresh.items():
            self.standing.draft(self.root.kinds[row.kind], file, dict(row.tree), [])
        found = match(self.standing.catalogue(), frozenset(fresh))
        for file in fresh:
            self.standing.back(file)
        used = {row.file for row in rows if not row.new}
        for file, (other, reasons) in found.items():
            if other not in used:
                used.add(other)
                row = fresh[file]
                row.file, row.new = other, False
                row.say(MERGED, record=other, reasons=reasons)
                self.out.joined[other] = row.key

    def _link(self, rows: Sequence[Row]) -> None:
        """Write the ids of the records that rows name."""
        files = {(row.kind, row.key): row.file for row in rows}
        for row in rows:
            for name, (folder, key) in row.links.items():
                if file := files.get((folder, key)):
                    merging.put(row.tree, tuple(name.split(".")), id_of(file))
                else:
                    row.more[name] = {"kind": folder, "key": key}
                    row.say(LOST_LINK, name, given=key)

    def _merge(self, row: Row) -> None:
        """Lay a row over what its record says here; the record is to be written where that changes it."""
        kind, line = self.root.kinds[row.kind], self.before.get((row.kind, row.key))
        base = {} if line is None or row.new else line.taken
        row.merged = None
        entry: dict[str, Tree] = {"feed": self.id, "id": row.key, "on": self.today.isoformat()}
        if line and line.taken == row.tree and not line.gone:
            entry["on"] = line.on
            if self.standing.follows(kind, row.file, base, self.id, row.key):
                return
        ours = self.standing.tree(row.file)
        row.merged = merging.merge(base, ours, row.tree)
        tree = row.merged.tree
        if row.new and row.slugs:
            tree["slug"] = {**row.slugs}
        if is_followed(kind):
            tree["imported"] = _entries(ours, entry)
        if tree != ours:
            self.earlier.setdefault(row.file, (self.standing.at(row.file), ours))
            issues: list[Issue] = []
            if not self.standing.draft(kind, row.file, tree, issues):
                self._leave(row, issues)
            elif "review" in ours:
                self._restate(row.file)

    def _restate(self, file: str) -> None:
        """Let texts that change be drafts again in their language."""
        before, now = self.earlier[file][0], self.standing.at(file)
        assert before and now
        if entries := restating.drafts(before, now, self.root.codes):
            tree = dict(self.standing.tree(file))
            restating.laid(tree, entries)
            self.standing.draft(type(now), file, tree, [])

    def _leave(self, row: Row, issues: Sequence[Issue]) -> None:
        """Leave a record as it was, and say why."""
        self.failed.add(row.file)
        self.standing.restore(row.file, *self.earlier[row.file])
        for issue in issues:
            row.say_of(issue)
        row.say(NOT_WRITTEN)

    def _make_sound(self, rows: Sequence[Row], named: Titles) -> None:
        """Take out of rows what breaks a rule of the whole, until nothing does; else leave their records as they were."""
        of_file: defaultdict[str, list[Row]] = defaultdict(list)
        for row in rows:
            of_file[row.file].append(row)
        for number in range(_ROUNDS):
            wrong = self.standing.errors(self.earlier.keys() - self.failed, self.today)
            for file, issues in wrong.items():
                self.standing.restore(file, *self.earlier[file])
                taken_out = [take_out(row.tree, issues, row.refused) for row in of_file[file]]
                for row in of_file[file]:
                    named.give(row)
                    if any(taken_out) and number < _ROUNDS - 1:
                        self._merge(row)
                if not any(taken_out) or number == _ROUNDS - 1:
                    self._leave(of_file[file][0], issues)
            if not wrong:
                return

    def _count(self, rows: Sequence[Row], live: Sequence[Row]) -> None:
        """Say what becomes of records and of what was said of rows."""
        out, today = self.out, self.today.isoformat()
        out.rows, out.only_kept = len(rows), sum(not row.file for row in rows)
        written = {file for file, (before, _) in self.earlier.items() if self.standing.at(file) is not before}
        for row in live:
            line = self.before.get((row.kind, row.key))
            followed = row.merged.followed if row.merged else ()
            if row.new and row.file in written:
                out.added.append(row.file)
            elif followed and row.file in written:
                out.changed[row.file] = followed
            else:
                out.same += 1
            if row.merged and row.merged.kept:
                out.kept[row.file] = row.merged.kept
            if line and line.gone and row.file in written:
                out.back.append(row.file)
        for row in rows:
            if row.new and row.file in self.failed:
                row.file = ""
            fits = row.apart or row.file not in self.failed
            out.lines.append(outcome.line_of(row, self.before.get((row.kind, row.key)), fits, today))
        out.findings = outcome.told(rows, self.root.codes)
        kept = (row for row in rows if row.unmapped != "{}")
        out.aside = [outcome.Aside(row.where, row.key, row.file, row.unmapped, row.named) for row in kept]

    def _miss(self, rows: Sequence[Row]) -> None:
        """Note of records that the feed has no more of them."""
        today = self.today.isoformat()
        missing = self.before.keys() - {(row.kind, row.key) for row in rows}
        for line in taken.lines(self.root.root, self.id) if missing else ():
            if (line.kind, line.key) not in missing:
                continue
            self.out.lines.append(line._replace(gone=line.gone or today))
            file = self.identity.known.get((line.kind, line.key), "")
            record = self.standing.at(file or line.file)
            if record is None:
                continue
            if not (is_followed(type(record)) or line.gone):
                self.out.gone.append(record.file)
            tree = dict(self.standing.tree(file))
            entry = next((one for one in _held(tree) if _is_of(one, self.id, line.key)), {})
            if entry and "gone" not in entry:
                tree["imported"] = _entries(tree, {**entry, "gone": today})
                self.standing.draft(type(record), file, tree, [])
                self.out.gone.append(file)


def _held(tree: Mapping[str, Tree]) -> list[dict[str, Tree]]:
    held = tree.get("imported")
    return [one for one in held if isinstance(one, dict)] if isinstance(held, list) else []


def _is_of(entry: Mapping[str, Tree], feed: str, key: Tree) -> bool:
    return (entry.get("feed"), entry.get("id")) == (feed, key)


def _entries(tree: Mapping[str, Tree], entry: dict[str, Tree]) -> list[Tree]:
    """The entries of a record's `imported` with one new, in the place of the old one of the same row."""
    found = [entry if _is_of(one, str(entry["feed"]), entry["id"]) else one for one in _held(tree)]
    return [*found] if entry in found else [*found, entry]

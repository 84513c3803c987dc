"""A change of prose alone, built in about a second: what the last build knew is kept, and only pages that show the
changed texts are rendered again.

All else (another title, a link, a new file, another theme, day or program) is a whole build. The rule is narrow so that
it is certainly right: fields of `PROSE` decide no order, address or count. They are shown on the record's own pages, on
those of records that link to it and in views that say so; they decide which words' pages name it as a place where the word
is used, and what the search finds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from types import ModuleType

from generator import files
from generator.catalogue import Catalogue
from generator.checks import choices, likeness, links, reading, spelling, translation, wording
from generator.exports.data import FOLDER, Publication
from generator.exports.laying import Laying
from generator.exports.renewing import renewed
from generator.issues import Issue, Rule
from generator.kinds.record import Record
from generator.kinds.term import Term
from generator.loading import read_record
from generator.memory import Keeper, Memory, Traces, catalogue_of
from generator.mentions import Mentions
from generator.references import Reference
from generator.render import data, views
from generator.render.page import Assembler, Page
from generator.render.renderer import Renderer
from generator.search.index import Index
from generator.site import alone
from generator.texts import texts_of

PROSE = frozenset({"definition", "easy_read", "note", "example"})
PROSE_CHECKS = (choices, links, reading, spelling, translation, wording)
"""The checks that read texts. What all others found stands while only prose changes."""
WHOLE_CHECKS = (likeness,)
"""Those that compare texts with each other, and so say something about records that have not changed."""


def _codes(modules: Iterable[ModuleType]) -> frozenset[str]:
    return frozenset(v.code for module in modules for v in vars(module).values() if isinstance(v, Rule))


PROSE_CODES, WHOLE_CODES = _codes(PROSE_CHECKS), _codes(WHOLE_CHECKS)


def rebuild(keeper: Keeper) -> int | None:
    """Bring a site up to date where only prose has changed since it was built: the number of its pages, or None where a
    whole build is needed. Nothing is written before all is rendered."""
    recalled = keeper.recall()
    if recalled is None:
        return None
    memory, traces, count = recalled
    changed = keeper.changed(memory, traces.keys())
    if changed is None:
        return None
    if changed:
        made = _made(keeper, memory, changed, traces)
        if made is None:
            return None
        with alone(keeper.target):
            keeper.confirm(count, traces)
            for file, text in made:
                if text is None:
                    (keeper.target / file).unlink(missing_ok=True)
                else:
                    files.put(keeper.target / file, text)
    keeper.confirm(count, traces)
    return count


def _made(keeper: Keeper, memory: Memory, changed: set[str], traces: Traces) -> list[tuple[str, str | None]] | None:
    """All files that changed prose touches, and its traces; None where more than prose has changed, or it has faults."""
    known = catalogue_of(keeper.root, memory, keeper.file.parent)
    owners = {record.file: record for found in known.records.values() for record in found.values()}
    fresh: dict[str, Record] = {}
    for file in changed:
        old = owners.get(file)
        new = _read(known, old) if isinstance(old, Term) else None
        if new is None or not _only_prose(old, new):
            return None
        fresh[file] = new
    known = _with(known, memory, fresh)
    issues = _issues(known, memory, fresh, keeper.today)
    if any(issue.blocks for issue in issues):
        return None
    renderer = Renderer(known, issues, keeper.today)
    index = Index(known, renderer.wordings, keeper.today)
    for file, new in fresh.items():
        for record in (owners[file], new):
            traces[file] = _union(traces.get(file), _trace(renderer.mentions, index, record))
    words = _use(renderer.mentions, memory, fresh, traces)
    found = index.changed({index.number(new): traces[file][1:] for file, new in fresh.items()}, keeper.read)
    published = _data(keeper, renderer, fresh.values())
    if published is None:
        return None
    assembler = Assembler(known, renderer.wordings, memory.outside.frames)
    made: list[tuple[str, str | None]] = [*found.items(), *published.items()]
    for page in _touched_pages(renderer, fresh.values(), words):
        made.append((page.file, assembler.html(page)))
        made += ((page.address + name, text) for name, text in page.beside.items())
    return made


def _data(keeper: Keeper, renderer: Renderer, fresh: Iterable[Record]) -> Mapping[str, str] | None:
    """The files of the published data that change; None where they are not all there."""
    known = renderer.catalogue
    if data.NAME not in known.views:
        return {}
    publication = Publication(Laying(keeper.target), known, renderer.wordings, {}, lambda asset: (), keeper.today)
    made = renewed(publication, [*fresh], lambda name: keeper.read(f"{FOLDER}/{name}"))
    if made is None:
        return None
    renderer.published, texts = made
    return {f"{FOLDER}/{name}": text for name, text in texts.items()}


def _trace(mentions: Mentions, index: Index, record: Record) -> list[set[str]]:
    """What one state of a record touches: words of the glossary, and words of its texts in each language."""
    languages = index.catalogue.languages
    return [mentions.words_in(record), *(index.words_in(record, language) for language in languages)]


def _union(held: Sequence[Iterable[str]] | None, more: Sequence[Iterable[str]]) -> list[list[str]]:
    return [sorted({*a, *b}) for a, b in zip(held or [()] * len(more), more, strict=True)]


def _use(mentions: Mentions, memory: Memory, fresh: Mapping[str, Record], traces: Traces) -> list[Record]:
    """Tell where words are used now; the words that changed texts mention or have mentioned."""
    known = mentions.catalogue
    used = {id: dict.fromkeys(users) for id, users in memory.used_in.items()}
    touched: set[str] = set()
    for file, new in fresh.items():
        now = mentions.words_in(new)
        touched.update(traces[file][0])
        for id in traces[file][0]:
            if id in now:
                used.setdefault(id, {})[new.folder, new.id] = None
            else:
                used.get(id, {}).pop((new.folder, new.id), None)
    mentions.__dict__["used_in"] = {
        id: tuple(known.records[folder][user] for folder, user in users) for id, users in used.items() if users
    }
    return [known.terms[id] for id in sorted(touched)]


def _read(known: Catalogue, old: Record) -> Record | None:
    issues: list[Issue] = []
    record = read_record(known.root, old.file, type(old), old.id, known.codes, issues)
    return record if isinstance(record, Record) and not issues else None


def _only_prose(old: Record | None, new: Record) -> bool:
    """Whether two states of a record differ in texts of PROSE alone, each there in the languages it was there in."""
    if old is None:
        return False
    names = type(new).model_fields
    same = all(repr(getattr(old, name)) == repr(getattr(new, name)) for name in names if name not in PROSE)
    return same and all(getattr(old, name).keys() == getattr(new, name).keys() for name in PROSE)


def _with(known: Catalogue, memory: Memory, fresh: dict[str, Record]) -> Catalogue:
    """The catalogue with the fresh records in place of the old."""
    records = {f: {id: fresh.get(r.file, r) for id, r in found.items()} for f, found in known.records.items()}
    new = replace(known, records=records, _orders={}, _addresses={})
    for (folder, lang), rank in memory.ranks.items():
        new._orders[folder, lang] = tuple(sorted(records[folder].values(), key=lambda r, rank=rank: rank[r.id]))  # type: ignore[misc]
    new.__dict__["references"] = tuple(
        Reference(records[folder][id], path, link, target) for folder, id, path, link, target in memory.links
    )
    return new


def _issues(known: Catalogue, memory: Memory, fresh: dict[str, Record], today: date) -> list[Issue]:
    """All findings: the texts of fresh records are checked and compared, what was found in others stands."""
    alone = replace(known, records={f: dict(found) for f, found in known.records.items()})
    alone.__dict__["references"] = ()
    alone.__dict__["texts"] = tuple(text for record in fresh.values() for text in texts_of(record))
    found = [issue for module in PROSE_CHECKS for issue in module.check(alone, today)]
    found += [issue for module in WHOLE_CHECKS for issue in module.check(known, today)]
    standing = [issue for issue in memory.issues if issue.rule.code not in WHOLE_CODES]
    found += [replace(i, place=None) for i in standing if i.file in fresh and i.rule.code not in PROSE_CODES]
    found += [issue for issue in standing if issue.file not in fresh]
    distinct = {(i.file, i.rule.code, i.path, i.message()): i for i in found}
    return sorted(distinct.values(), key=Issue.sort_key)


def _touched_pages(renderer: Renderer, fresh: Iterable[Record], words: Iterable[Record]) -> Iterator[Page]:
    """Pages of changed records, of those that link to them, of words that are used elsewhere now, and views of texts."""
    known = renderer.catalogue
    touched: dict[str, dict[str, Record]] = {}
    for word in words:
        touched.setdefault(word.folder, {})[word.id] = word
    for record in fresh:
        near = [reference.record for reference in known.pointing.get((record.folder, record.id), ())]
        for shown in (record, *near):
            touched.setdefault(shown.folder, {})[shown.id] = shown
    for folder, records in touched.items():
        if known.kinds[folder].pages:
            yield from renderer.record_pages(known.kinds[folder], records.values())
    yield from views.pages(renderer, prose_only=True)

"""Changes to records on disk: marking texts reviewed, laying files out, making blank ones. Every file is written whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from generator import layout, source
from generator.catalogue import Catalogue
from generator.files import is_clean, put
from generator.issues import N_, Refusal
from generator.kinds.describe import blank
from generator.kinds.feed import Feeds
from generator.kinds.fields import is_id
from generator.kinds.prints import fingerprint
from generator.kinds.record import Filed, Moved, Record
from generator.kinds.site import Site
from generator.loading import FEEDS_FILE, SITE_FILE
from generator.nearby import did_you_mean, suggested
from generator.wording import Wording


def kind_named(catalogue: Catalogue, name: str) -> type[Record]:
    """A kind by its own name or its folder's: 'term' or 'glossary'."""
    names = {alias: kind for kind in catalogue.kinds.values() for alias in (kind.__name__.lower(), kind.folder)}
    if name not in names:
        nearest = did_you_mean(name, names)
        raise Refusal(
            f"There is no kind '{name}'."
            + (f" Did you mean '{nearest}'?" if nearest else f" Kinds: {', '.join(sorted(names))}.")
        )
    return names[name]


def new(catalogue: Catalogue, kind: type[Record], id: str, wordings: Sequence[Wording]) -> Path:
    """Write a blank record. The id of one of a kind with shelves stands behind its shelf's, as first-area/walkers. Raises
    Refusal where the id is none, or taken."""
    shelf, _, id = id.rpartition("/") if kind.shelves else ("", "", id)
    if not is_id(id):
        raise Refusal(N_("'{id}' cannot be an id: write a to z, 0 to 9 and single hyphens, as green-referral."), id=id)
    if kind is Site:
        raise Refusal(N_("A root has one record of itself: {site_file}."), site_file=SITE_FILE)
    taken = catalogue.of(kind.folder).get(id) or catalogue.moved.get(kind.folder, {}).get(id)
    if kind.shelves and not is_id(shelf):
        raise Refusal(
            N_("Name the folder it lies in, an entry of '{shelves}', before its id: first-area/{id}."),
            shelves=kind.shelves,
            id=id,
        )
    path = catalogue.root / "content" / kind.folder / shelf / f"{id}.yml"
    if taken or path.exists():
        raise Refusal(f"The id '{id}' is taken by {taken.file if taken else path}.")
    path.parent.mkdir(parents=True, exist_ok=True)
    put(path, blank(kind, catalogue.codes, [wording.plain for wording in wordings]))
    return path


def review(catalogue: Catalogue, ids: Iterable[str], lang: str, status: str, by: str, today: date) -> list[str]:
    """Mark the texts of records in a language, with the day and the fingerprint of what they were made from.

    Returns the files written. Raises Refusal, before anything is written, where an id or the language is unknown."""
    if lang not in catalogue.codes:
        raise Refusal(
            N_("'{lang}' is not a language of this site: {languages}."), lang=lang, languages=", ".join(catalogue.codes)
        )
    if not is_clean(by) or "\n" in by:
        raise Refusal(N_("--by takes a name on one line, without invisible characters."))
    records = [record_named(catalogue, id) for id in ids]
    texts = {record.file: _reviewed(catalogue, record, lang, status, by, today) for record in records}
    for file, text in texts.items():
        put(catalogue.root / file, text)
    return list(texts)


def _reviewed(catalogue: Catalogue, record: Record, lang: str, status: str, by: str, today: date) -> str:
    entry: dict[str, source.Tree] = {"status": status}
    if status != "draft":
        entry |= {"by": by, "on": today.isoformat()}
    if lang != catalogue.main:
        entry["of"] = fingerprint(record, catalogue.main)

    def edit(tree: dict[str, source.Tree]) -> None:
        reviews = tree.get("review")
        tree["review"] = {**(reviews if isinstance(reviews, dict) else {}), lang: entry}

    return rewritten(catalogue, record, edit)


def rewritten(catalogue: Catalogue, record: Record, edit: Callable[[dict[str, source.Tree]], None]) -> str:
    """The text of a record's file after an edit of its tree: canonical layout, comments kept. Raises Refusal where that cannot
    be written without changing more."""
    text = (catalogue.root / record.file).read_text(encoding="utf-8").removeprefix("\ufeff").replace("\r\n", "\n")
    tree = source.read_text(text, record.file).tree
    assert isinstance(tree, dict)
    edit(tree)
    return layout.written(tree, type(record), catalogue.codes, layout.comments_of(text), record.file)


def record_named(catalogue: Catalogue, name: str) -> Record:
    """A record by its id, or by folder/id where several kinds have the id."""
    folder, _, id = name.rpartition("/")
    site = {Site.folder: {catalogue.site.id: catalogue.site}} if catalogue.site.file else {}
    everything: dict[str, Mapping[str, Record]] = {**catalogue.records, **site}
    found = [records[id] for kind, records in everything.items() if id in records and folder in ("", kind)]
    if len(found) == 1:
        return found[0]
    if found:
        names = ", ".join(f"{record.folder}/{id}" for record in found)
        raise Refusal(N_("'{name}' is the id of several records. Write one of: {names}."), name=name, names=names)
    nearest = did_you_mean(id, {id for records in catalogue.records.values() for id in records})
    said = Refusal(N_("There is no record '{name}' without faults."), name=name)
    raise said.with_hint(suggested(nearest))


def laid_out(catalogue: Catalogue) -> Iterator[tuple[str, str | Refusal]]:
    """Every file whose canonical layout differs from what it holds, with that layout, or why it cannot be laid out. Faulty
    files are passed over."""
    records: list[Record | Moved] = [r for found in catalogue.records.values() for r in found.values()]
    records += [stub for found in catalogue.moved.values() for stub in found.values()]
    named: list[tuple[str, type[Filed | Feeds]]] = [(record.file, type(record)) for record in records]
    if catalogue.site.file:
        named.append((SITE_FILE, Site))
    if catalogue.feeds and not any(issue.file == FEEDS_FILE for issue in catalogue.issues):
        named.append((FEEDS_FILE, Feeds))
    for file, kind in sorted(named, key=lambda entry: entry[0]):
        text = (catalogue.root / file).read_bytes().decode("utf-8")
        try:
            made = layout.canonical(text, kind, catalogue.codes, file)
        except Refusal as refusal:
            yield file, refusal
            continue
        if made != text:
            yield file, made

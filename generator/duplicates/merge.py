"""One record of two: what is written into the files of both, and of all that name the second."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator import layout, loading, source
from generator.catalogue import Catalogue
from generator.duplicates.index import KINDS
from generator.duplicates.merging import Difference, Merged, merged
from generator.issues import N_, Issue, Refusal
from generator.issues import Path as FieldPath
from generator.kinds.fields import Link
from generator.kinds.marks import marks, values
from generator.kinds.prints import fingerprint
from generator.kinds.record import Moved, Record
from generator.source import Tree
from generator.texts import texts_of


class Plan(NamedTuple):
    """What a merge writes: whole texts by file, in the order in which they are to be written, so that one that is cut short
    can be made again; the fields taken from the second record; what it says otherwise."""

    files: Mapping[str, str]
    taken: tuple[FieldPath, ...]
    differing: tuple[Difference, ...]


def plan(catalogue: Catalogue, kept: Record, gone: Record) -> Plan:
    """How a record becomes part of another. Raises Refusal where it cannot, or the files would not be sound."""
    _fit(kept, gone)
    texts = {record.file: _text(catalogue, record.file) for record in (kept, gone)}
    trees = {file: _tree(text, file) for file, text in texts.items()}
    made = merged(trees[kept.file], trees[gone.file], catalogue.codes)
    _without_links(catalogue, made.tree, kept, gone)
    _reviewed(catalogue, made, kept, gone)
    comments, left = _comments(texts[kept.file], texts[gone.file], made)
    files = {kept.file: _written(catalogue, made.tree, type(kept), comments, kept.file)}
    for file, (kind, tree) in _naming(catalogue, kept, gone).items():
        files[file] = _written(catalogue, tree, kind, layout.comments_of(_text(catalogue, file)), file)
    stub = layout.Comments(end=left)
    files[gone.file] = _written(catalogue, _stub(catalogue, trees[gone.file], kept, gone), Moved, stub, gone.file)
    return Plan(files, tuple(made.taken), tuple(made.differing))


def _fit(kept: Record, gone: Record) -> None:
    if kept is gone:
        raise Refusal(N_("'{id}' is one record: name two."), id=kept.id)
    if type(kept) is not type(gone) or not isinstance(kept, KINDS):
        raise Refusal(N_("Two groups can be merged, or two organisations; nothing else."))


def _text(catalogue: Catalogue, file: str) -> str:
    return (catalogue.root / file).read_text(encoding="utf-8").removeprefix("\ufeff").replace("\r\n", "\n")


def _tree(text: str, file: str) -> dict[str, Tree]:
    tree = source.read_text(text, file).tree
    assert isinstance(tree, dict)
    return tree


def _record(catalogue: Catalogue, tree: Tree, kind: type[Record], file: str) -> Record | Moved:
    """A tree as the record it will be. Raises Refusal where it has a fault."""
    issues: list[Issue] = []
    id = file.rpartition("/")[2].removesuffix(".yml")
    record = loading.record_of(source.Document(file, tree), kind, id, catalogue.codes, issues)
    if record is None:
        raise Refusal(N_("{file} would have a fault, and nothing was written: {issue}"), file=file, issue=issues[0])
    return record


def _written(
    catalogue: Catalogue, tree: dict[str, Tree], model: type[Record | Moved], comments: layout.Comments, file: str
) -> str:
    kind = catalogue.kinds[file.split("/")[1]]
    _record(catalogue, tree, kind, file)
    return layout.written(tree, model, catalogue.codes, comments, file)


def _links(catalogue: Catalogue, tree: dict[str, Tree], record: Record) -> Iterator[tuple[FieldPath, str]]:
    """Every link of a tree to records of its own kind, the last first."""
    typed = _record(catalogue, tree, type(record), record.file)
    for marked in marks(type(record)):
        if isinstance(marked.mark, Link) and marked.mark.folder == record.folder:
            yield from reversed(list(values(typed, marked)))


def _without_links(catalogue: Catalogue, tree: dict[str, Tree], kept: Record, gone: Record) -> None:
    """Take out links that would lead from the one record to itself."""
    for path, id in _links(catalogue, tree, kept):
        if id in (kept.id, gone.id):
            _change(tree, path, None)


def _change(tree: dict[str, Tree], path: FieldPath, value: str | None) -> None:
    """Write a value into a tree, or take out with None; a list names a thing once, and an empty one goes."""
    first, *rest = path
    held = tree[str(first)]
    if isinstance(held, dict):
        held = tree[str(first)] = dict(held)
        _change(held, tuple(rest), value)
    elif isinstance(held, list) and len(rest) == 1:
        at = int(rest[0])
        items = [*held[:at], *([value] if value and value not in held else []), *held[at + 1 :]]
        tree[str(first)] = items
    elif isinstance(held, list):
        items = [dict(item) if isinstance(item, dict) else item for item in held]
        inner = items[int(rest[0])]
        assert isinstance(inner, dict)
        _change(inner, tuple(rest[1:]), value)
        tree[str(first)] = items
    elif value:
        tree[str(first)] = value
    if not value and (not rest or tree[str(first)] in ([], {})):
        del tree[str(first)]


def _reviewed(catalogue: Catalogue, made: Merged, kept: Record, gone: Record) -> None:
    """A language that got a text from the other record is a draft again; what is a translation of what, as before."""
    record = _record(catalogue, made.tree, type(kept), kept.file)
    reviews = made.tree.get("review")
    if not isinstance(record, Record) or not isinstance(reviews, dict):
        return
    main, before = catalogue.main, {(text.lang, text.text) for text in texts_of(kept)}
    new = {text.lang for text in texts_of(record) if (text.lang, text.text) not in before}
    fresh = main not in new or all(_is_fresh(gone, lang, main) for lang in new if lang != main)
    out: dict[str, Tree] = {}
    for lang, review in reviews.items():
        held = dict(review) if isinstance(review, dict) else {}
        if lang in new:
            held = {"status": "draft"} | ({"of": held["of"]} if "of" in held else {})
        if "of" in held and fresh and _is_fresh(kept, lang, main):
            held["of"] = fingerprint(record, main)
        out[lang] = held
    made.tree["review"] = out


def _is_fresh(record: Record, lang: str, main: str) -> bool:
    """Whether the texts of a language were made from what the main language says now."""
    review = record.review.get(lang)
    return bool(review and review.of == fingerprint(record, main))


def _comments(ours: str, theirs: str, made: Merged) -> tuple[layout.Comments, list[str]]:
    """The comments of the record that stays with those of what it took; and those of what it did not take."""
    kept, gone = layout.comments_of(ours), layout.comments_of(theirs)
    left: list[str] = []

    def place(path: FieldPath) -> FieldPath | None:
        fits = (new + path[len(old) :] for new, old in made.taken.items() if path[: len(old)] == old)
        return next(fits, None)

    for path, lines in gone.above.items():
        new = place(path)
        (kept.above.setdefault(new, []) if new else left).extend(lines)
    for path, line in gone.behind.items():
        new = place(path)
        if new and new not in kept.behind:
            kept.behind[new] = line
        else:
            left.append(line)
    there = {line for lines in (*kept.above.values(), kept.behind.values()) for line in lines}
    return kept, [line for line in (*left, *gone.end) if line not in there]


def _stub(catalogue: Catalogue, tree: Mapping[str, Tree], kept: Record, gone: Record) -> dict[str, Tree]:
    """What is left of the second record: where it went, and the addresses it had."""
    slugs: dict[str, Tree] = {lang: catalogue.slug(gone, lang) for lang in catalogue.codes if lang != catalogue.main}
    own = {lang: slug for lang, slug in slugs.items() if slug != gone.id}
    said = {name: tree[name] for name in ("former_slugs", "changes") if name in tree}
    return {"moved_to": kept.id, **({"slug": dict(own)} if own else {}), **said}


def _naming(
    catalogue: Catalogue, kept: Record, gone: Record
) -> dict[str, tuple[type[Record | Moved], dict[str, Tree]]]:
    """The files of other records that name the second, with trees that name the first instead."""
    found: dict[str, tuple[type[Record | Moved], dict[str, Tree]]] = {}
    for reference in reversed(catalogue.pointing.get((gone.folder, gone.id), ())):
        record = reference.record
        if record.file not in (kept.file, gone.file):
            if record.file not in found:
                found[record.file] = (type(record), _tree(_text(catalogue, record.file), record.file))
            _change(found[record.file][1], reference.path, kept.id)
    for stub in catalogue.moved.get(gone.folder, {}).values():
        if gone.id in stub.moved_to:
            tree = _tree(_text(catalogue, stub.file), stub.file)
            ids = [kept.id if id == gone.id else id for id in stub.moved_to]
            tree["moved_to"] = kept.id if len(set(ids)) == 1 else [*dict.fromkeys(ids)]
            found[stub.file] = (Moved, tree)
    return found

"""No two records share an address, nor one that leads on from an old one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.catalogue import Catalogue
from generator.issues import N_, Issue, Rule, Severity
from generator.issues import Path as FieldPath
from generator.kinds.record import Moved, Record

ADDRESS_CLASH = Rule(
    "address-clash",
    Severity.ERROR,
    N_("Every record has addresses of its own in each language, old ones that lead to it too."),
    N_("The address /{address} is taken by {other}."),
    N_("Give one of the two another word under 'slug: {lang}:', or take the old one out."),
)


def check(catalogue: Catalogue, today: date) -> Iterator[Issue]:
    for folder in catalogue.lists:
        records: list[Record | Moved] = [*catalogue.of(folder).values(), *catalogue.moved.get(folder, {}).values()]
        for lang in catalogue.codes:
            taken: dict[str, Record | Moved] = {}
            for record in records:
                for path, slug in _slugs(catalogue, record, lang):
                    other = taken.setdefault(slug, record)
                    if other is not record:
                        address = f"{lang}/{catalogue.word(folder, lang)}/{slug}/"
                        yield ADDRESS_CLASH.at(record.file, path, address=address, other=other.file, lang=lang)


def _slugs(catalogue: Catalogue, record: Record | Moved, lang: str) -> Iterator[tuple[FieldPath, str]]:
    title = (record.title_field, lang) if isinstance(record, Record) else ()
    yield ("slug", lang) if lang in record.slug else title, catalogue.slug(record, lang)
    for number, slug in enumerate(record.former_slugs.get(lang, ())):
        yield ("former_slugs", lang, number), slug

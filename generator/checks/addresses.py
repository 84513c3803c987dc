"""No two pages share an address."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.catalogue import Catalogue
from generator.issues import N_, Issue, Rule, Severity

ADDRESS_CLASH = Rule(
    "address-clash",
    Severity.ERROR,
    N_("Every record has an address of its own in each language."),
    N_("The address /{address} is taken by {other}."),
    N_("Give one of the two another word under 'slug: {lang}:'."),
)


def check(catalogue: Catalogue, today: date) -> Iterator[Issue]:
    for folder, records in catalogue.records.items():
        if not catalogue.kinds[folder].pages:
            continue
        for lang in catalogue.codes:
            taken: dict[str, str] = {}
            for record in records.values():
                slug = catalogue.slug(record, lang)
                if slug in taken:
                    path = ("slug", lang) if lang in record.slug else (record.title_field, lang)
                    yield ADDRESS_CLASH.at(
                        record.file, path, address=catalogue.address(record, lang), other=taken[slug], lang=lang
                    )
                taken.setdefault(slug, record.file)

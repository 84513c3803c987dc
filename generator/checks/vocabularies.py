"""Fields of choices hold entries of their vocabulary; a vocabulary's entries are distinct."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.catalogue import Catalogue
from generator.issues import N_, Issue, Rule, Severity
from generator.kinds.fields import Word
from generator.kinds.marks import marks, values
from generator.kinds.rules import DID_YOU_MEAN
from generator.kinds.vocabulary import Vocabulary
from generator.languages.rules import fold
from generator.nearby import did_you_mean

UNKNOWN_ENTRY = Rule(
    "unknown-entry",
    Severity.ERROR,
    N_("A field of choices holds entries of its vocabulary."),
    N_("'{id}' is not an entry of '{vocabulary}'."),
    N_("Entries: {known}."),
)
NO_LIST = N_("There is no vocabulary '{vocabulary}' yet: write content/vocabularies/{vocabulary}.yml with this entry.")
EMPTY = {"sectors": N_("There are none yet: write them in content/site.yml, under 'sectors'.")}
ENTRY_CLASH = Rule(
    "entry-clash",
    Severity.ERROR,
    N_("Two entries of a vocabulary have different names."),
    N_("'{name}' is also the name of the entry '{other}'."),
    N_("Rename one, or keep one of the two."),
)


def check(catalogue: Catalogue, today: date) -> Iterator[Issue]:
    for kind in catalogue.kinds.values():
        for marked in marks(kind):
            if not isinstance(marked.mark, Word):
                continue
            name = marked.mark.vocabulary
            entries = catalogue.entries(name)
            known = frozenset(entries)
            for record in catalogue.of(kind.folder).values():
                for path, id in values(record, marked):
                    if id not in known and ("vocabularies", name) not in catalogue.faulty:
                        nearest = did_you_mean(id, entries)
                        yield UNKNOWN_ENTRY.at(
                            record.file,
                            path,
                            hint=DID_YOU_MEAN if nearest else "" if entries else EMPTY.get(name, NO_LIST),
                            id=id,
                            vocabulary=name,
                            nearest=nearest,
                            known=", ".join(entries),
                        )
    for record in catalogue.of(Vocabulary.folder).values():
        if isinstance(record, Vocabulary):
            yield from _entries(catalogue, record)


def _entries(catalogue: Catalogue, vocabulary: Vocabulary) -> Iterator[Issue]:
    for lang in catalogue.codes:
        names: dict[str, str] = {}
        for id, entry in vocabulary.entries.items():
            if lang in entry.name and (other := names.setdefault(fold(entry.name[lang]), id)) != id:
                yield ENTRY_CLASH.at(vocabulary.file, ("entries", id, "name", lang), name=entry.name[lang], other=other)

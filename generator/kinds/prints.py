"""Fingerprints: which text a translation was made from."""

from __future__ import annotations

from hashlib import blake2b

from generator.kinds.marks import marks, values
from generator.kinds.record import Record

_BYTES = 6
_NOT_TRANSLATED = frozenset({"slug", "former_slugs", "changes", "checked"})
"""Fields whose texts make no translation stale: who checked a record is said anew each time."""


def fingerprint(record: Record, lang: str) -> str:
    """Twelve hex digits that change with any text of the record in `lang`, and with nothing else."""
    digest = blake2b(digest_size=_BYTES)
    for marked in marks(type(record)):
        if marked.mark == "bilingual" and marked.steps[0] not in _NOT_TRANSLATED:
            for path, texts in values(record, marked):
                if lang in texts:
                    digest.update(f"{path}\x00{' '.join(texts[lang].split())}\x00".encode())
    return digest.hexdigest()


def is_stale(record: Record, lang: str, main: str) -> bool:
    """Whether the texts in `lang` were made from texts in the main language that have changed since."""
    review = record.review.get(lang)
    return bool(review and review.of and lang != main and review.of != fingerprint(record, main))


def text_print(text: str) -> str:
    """Twelve hex digits that change with anything in one text; "" for none."""
    return blake2b(text.encode(), digest_size=_BYTES).hexdigest() if text else ""

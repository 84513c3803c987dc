"""Every text in every language, in that language, and not older than what it was made from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from datetime import date

from generator.catalogue import Catalogue
from generator.issues import N_, Issue, Phrase, Rule, Severity
from generator.kinds.prints import is_stale
from generator.kinds.record import Record
from generator.languages import language
from generator.texts import Text

MISSING_LANGUAGE = Rule(
    "missing-language",
    Severity.WARNING,
    N_("A text stands in every language of the site."),
    N_("'{field}' is missing in {language}."),
    N_("Add the line '{lang}: …' below '{field}'; until then the other language stands in."),
)
STALE = Rule(
    "stale-translation",
    Severity.WARNING,
    N_("A translation is as new as the text it was made from."),
    N_("The text in {main} has changed since the one in {language} was made from it."),
    N_("Bring it up to date, then run: geirfa review --lang {lang} --by NAME --status {status} {id}"),
)
FOREIGN_TEXT = Rule(
    "foreign-text",
    Severity.WARNING,
    N_("A text is in the language it stands under."),
    N_("This text stands under {language} but reads like {other}."),
    N_("Translate it, or delete the line."),
)

_MANY_WORDS = 6
_THEIRS, _OURS = 0.2, 0.08
"""Shares of common words from which a text is another language's: many of theirs, hardly any of its own."""


def check(catalogue: Catalogue, today: date) -> Iterator[Issue]:
    yield from _missing(catalogue)
    for records in catalogue.records.values():
        for record in records.values():
            yield from _stale(catalogue, record)
    yield from _stale(catalogue, catalogue.site)
    distinct = {code: language(code).common_words for code in catalogue.codes}
    shared = frozenset.intersection(*distinct.values()) if len(distinct) > 1 else frozenset()
    distinct = {code: words - shared for code, words in distinct.items() if words}
    for text in catalogue.texts:
        if other := _other_language(text, distinct):
            yield FOREIGN_TEXT.at(
                text.record.file,
                text.path,
                language=Phrase(language(text.lang).english),
                other=Phrase(language(other).english),
            )


def _missing(catalogue: Catalogue) -> Iterator[Issue]:
    codes = catalogue.codes
    for record, path, lang, _, beside in catalogue.texts:
        if len(beside) == len(codes) or lang != next(iter(beside)):
            continue  # nothing is missing, or it was said of the field's first text
        for code in codes:
            if code not in beside and record.needs_all(path[:-1]):
                name = ".".join(str(step) for step in path[:-1] if isinstance(step, str))
                wanted = Phrase(language(code).english)
                yield MISSING_LANGUAGE.at(record.file, path[:-1], field=name, language=wanted, lang=code)


def _stale(catalogue: Catalogue, record: Record) -> Iterator[Issue]:
    for code, review in record.review.items():
        if is_stale(record, code, catalogue.main):
            yield STALE.at(
                record.file,
                ("review", code, "of"),
                main=Phrase(language(catalogue.main).english),
                language=Phrase(language(code).english),
                lang=code,
                status=review.status,
                id=record.id,
            )


def _other_language(text: Text, distinct: Mapping[str, frozenset[str]]) -> str:
    """The code of the language a text reads like where that is not its own, else ""."""
    own = distinct.get(text.lang)
    words = text.text.lower().split() if own and len(text.text) > 20 else []
    if own is None or len(words) < _MANY_WORDS:
        return ""
    if _share(words, own) >= _OURS:
        return ""
    others = (code for code in distinct if code != text.lang)
    return next((code for code in others if _share(words, distinct[code]) >= _THEIRS), "")


def _share(words: Sequence[str], common: Set[str]) -> float:
    return sum(map(common.__contains__, words)) / len(words)

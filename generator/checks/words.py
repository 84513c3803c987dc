"""Every word is spelt as its language spells it. Asked for by itself (`check --spelling`): it needs a dictionary, which is
not installed with the program.

A root lists the words its dictionary lacks in content/words/<language>.txt, a word or a name a line; what follows # is
a remark. The names of places in its vocabularies are right as they stand there, wherever a text has them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator import files
from generator.catalogue import Catalogue
from generator.dictionary import Dictionary
from generator.issues import N_, Issue, Phrase, Refusal, Rule, Severity
from generator.kinds.vocabulary import Vocabulary
from generator.languages import Language
from generator.languages.rules import straight
from generator.passages import Passage, Places, passages
from generator.written import Written, bare, written

UNKNOWN_WORD = Rule(
    "unknown-word",
    Severity.ERROR,
    N_("Every word is spelt as its language spells it (asked for with --spelling)."),
    N_("'{word}' is not in the dictionary of {language}."),
    N_("Correct it; or, if it is right, add it to {list}."),
)
DID_YOU_MEAN_WORD = N_("Did you mean: {nearest}? If '{word}' is right, add it to {list}.")
BEGINNING = Rule(
    "word-beginning",
    Severity.ADVICE,
    N_("A word begins as the word before it asks for (advice, asked for with --spelling)."),
    N_("After '{before}', '{word}' would begin otherwise, as a rule."),
    N_("Write '{better}', if it is meant so; this is advice."),
)
LISTED_WORD = Rule(
    "listed-word",
    Severity.ERROR,
    N_("The list of words the dictionary lacks has a word or a name a line (asked for with --spelling)."),
    N_("'{line}' is no word, nor the name of somebody or something."),
    N_("Write a word or a name a line; put remarks behind #."),
)

_WORD_OR_NAME = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*|[^\W_]+(?:(?: |['.&-] ?| & )[^\W_]+)+")


def spelling(catalogue: Catalogue) -> list[Issue]:
    """What is misspelt, perhaps, in each language of a root that has a dictionary, each with its place.

    Raises Refusal where no language has one, or it is not installed."""
    languages = [language for language in catalogue.languages if language.dictionary[0]]
    if not languages:
        codes = ", ".join(catalogue.codes)
        raise Refusal(f"No dictionary is known for the languages of this root ({codes}): leave out --spelling.")
    places = Places(catalogue.root)
    found: list[Issue] = []
    for language in languages:
        words, issues = listed(catalogue, language.code)
        known = Dictionary(language, [*words, *_names_of_places(catalogue, language.code)])
        found += [*issues, *_misspelt(catalogue, language, known, places)]
    return found


def list_of(code: str) -> str:
    """The file that lists the words of a language which its dictionary lacks."""
    return f"content/words/{code}.txt"


def listed(catalogue: Catalogue, code: str) -> tuple[dict[str, int], list[Issue]]:
    """The words a root lists in a language, each with its line; and what is no word."""
    issues: list[Issue] = []
    words: dict[str, int] = {}
    file = list_of(code)
    text = files.text_of(catalogue.root, file, issues) if (catalogue.root / file).exists() else None
    for number, line in enumerate((text or "").split("\n"), 1):
        word = straight(line.partition("#")[0].strip())
        if word and not _WORD_OR_NAME.fullmatch(word):
            issues.append(LISTED_WORD.at(file, place=(number, 1), line=word))
        elif word:
            words.setdefault(word, number)
    return words, issues


def _names_of_places(catalogue: Catalogue, code: str) -> Iterator[str]:
    """What the places of the vocabularies are called in a language: no dictionary has most of them."""
    for record in catalogue.of(Vocabulary.folder).values():
        for entry in record.entries.values() if isinstance(record, Vocabulary) else ():
            if entry.place and code in entry.name:
                yield straight(entry.name[code])


def _misspelt(catalogue: Catalogue, language: Language, dictionary: Dictionary, places: Places) -> Iterator[Issue]:
    here = list(passages(catalogue, language.code))
    unknown = [
        (passage, found)
        for passage in here
        for found in written(passage.text, language.rules)
        if not (
            dictionary.knows(found.word) or _named(found, passage, dictionary) or _taken_over(found, passage, language)
        )
    ]
    said, quoted = _foreign(catalogue, language) if any(found.emphasised for _, found in unknown) else (set(), set())
    for passage, found in unknown:
        word = found.word.lower()
        of_others = word in said or (word in quoted and not dictionary.resembles(word))
        if not (found.emphasised and of_others):
            yield _unknown(found, passage, language, dictionary, places)
    yield from _advice(here, language, dictionary, places)


def _unknown(found: Written, passage: Passage, language: Language, dictionary: Dictionary, places: Places) -> Issue:
    nearest = ", ".join(dictionary.nearest(found.word))
    return UNKNOWN_WORD.at(
        passage.file,
        place=places.of(passage, found.word, found.start),
        hint=DID_YOU_MEAN_WORD if nearest else "",
        word=found.word,
        nearest=nearest,
        language=Phrase(language.english),
        list=list_of(language.code),
    )


def _named(found: Written, passage: Passage, dictionary: Dictionary) -> bool:
    """Whether a word is part of a listed name."""
    return any(start <= found.start < end for start, end in dictionary.names(bare(passage.text)))


def _taken_over(found: Written, passage: Passage, language: Language) -> bool:
    """Whether a translation has a word as its original has it, or in quotes: the name of a field or a command."""
    if not passage.original:
        return False
    quoted = passage.text[found.start - 1 : found.start + len(found.word) + 1] == f"'{found.word}'"
    return quoted or any(found.word == other.word for other in written(passage.original, language.rules))


def _foreign(catalogue: Catalogue, language: Language) -> tuple[set[str], set[str]]:
    """Words of the root's texts in its other languages, in small letters: those they use, and those they emphasise. What
    they use is theirs; what they only emphasise may be a word of this language, and as badly spelt there."""
    said: set[str] = set()
    quoted: set[str] = set()
    for other in catalogue.languages:
        for passage in passages(catalogue, other.code) if other is not language else ():
            for found in written(passage.text, other.rules):
                (quoted if found.emphasised else said).add(found.word.lower())
    return said, quoted


def _advice(here: list[Passage], language: Language, dictionary: Dictionary, places: Places) -> Iterator[Issue]:
    """What a reader of proofs would query in a language that has one."""
    advise = language.adviser(dictionary.has) if language.adviser else None
    for passage in here if advise else ():
        for advice in advise(bare(passage.text)) if advise else ():
            if advice.word.lower() not in dictionary.listed:
                place = places.of(passage, advice.word, advice.start)
                yield BEGINNING.at(
                    passage.file, place=place, before=advice.before, word=advice.word, better=advice.better
                )

"""Whether one translation that came back may be written: nothing newer is ever lost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator import markup
from generator.files import FORBIDDEN_CHARACTER, character_issues
from generator.imports.returned import Came, Returned, tidy
from generator.issues import N_, Issue, Phrase, Rule, Severity
from generator.kinds.describe import text_rule
from generator.kinds.prints import text_print
from generator.languages import language
from generator.units import Unit

_E = Severity.ERROR

UNKNOWN_UNIT = Rule(
    "unknown-unit",
    _E,
    N_("What comes back belongs to a text that is here."),
    N_("'{unit}' names no text here. Came back: '{came}'."),
    N_("Was its record renamed, or has it faults? Run 'geirfa check'; then write the text into the record by hand."),
)
TWO_TRANSLATIONS = Rule(
    "two-translations",
    _E,
    N_("A text comes back once."),
    N_("'{unit}' came back more than once, with different texts."),
    N_("Keep one of them."),
)
NEWER_TRANSLATION = Rule(
    "newer-translation",
    _E,
    N_("What comes back never replaces a newer text."),
    N_("The text in {language} has been changed here since it was sent out. Here: '{there}'. Came back: '{came}'."),
    N_("Compare the two; if what came back is better, write it here by hand."),
)
NEWER_SOURCE = Rule(
    "newer-source",
    _E,
    N_("What comes back was made from the text that stands here now."),
    N_("The text in {language} has been changed here since it was sent out. Here: '{there}'. Came back: '{came}'."),
    N_("Send it out again: geirfa export translate --lang {lang} --all {id}"),
)
INVISIBLE = Rule(
    "invisible-character",
    _E,
    N_("Text holds no invisible or control characters."),
    N_("What came back for '{unit}' holds the invisible character {name}."),
    N_("Delete it and type the word again."),
)
SAME_AS_SOURCE = Rule(
    "same-as-source",
    Severity.WARNING,
    N_("A translation differs from what it was made from."),
    N_("What came back is the text in {language} itself; it was left out."),
    N_("If both languages say the same, write it here by hand."),
)
LOST_LINK = Rule(
    "lost-link",
    Severity.WARNING,
    N_("A translation has the links of its source."),
    N_("What came back has no link to '{id}', as the text in {language} has."),
    N_("If it belongs there, add [[{id}|…]]."),
)


class Judged(NamedTuple):
    """What is to be written of one unit ("" for nothing), and what there is to say of it."""

    text: str
    issues: tuple[Issue, ...] = ()


NOTHING = Judged("")
"""Came back empty or untranslated, or as it went out, or as it is here already."""


def judge(name: str, unit: Unit | None, came: Sequence[Came], returned: Returned, file: str) -> Judged:
    """Judge what came back for one unit; `file` is what it came in. More than one of it is fine where all agree."""
    one_line = unit is not None and text_rule(type(unit.record), unit.path).one_line
    texts = {
        text: found for found in came if (text := tidy(found.text, one_line)) and text_print(text) != found.target_print
    }
    if not texts:
        return NOTHING
    if len(texts) > 1:
        last = list(texts.values())[-1]
        return Judged("", (TWO_TRANSLATIONS.at(file, place=(last.line, 1), unit=name),))
    text, found = next(iter(texts.items()))
    if unit is None:
        return Judged("", (UNKNOWN_UNIT.at(file, place=(found.line, 1), unit=name, came=text),))
    if unit.texts.get(returned.target) == text:
        return NOTHING
    for issue in (*_newer(unit, found, text, returned), *_invisible(name, text, found, file)):
        return Judged("", (issue,))
    source, path = unit.texts[returned.source], (*unit.path, returned.target)
    said = Phrase(language(returned.source).english)
    if text == source and not one_line:
        return NOTHING  # tools fill in the source where nobody has translated yet; only names may be alike
    if text == source:
        return Judged("", (SAME_AS_SOURCE.at(unit.record.file, path, language=said),))
    lost = [id for id in dict.fromkeys(markup.links(source)) if id not in markup.links(text)]
    return Judged(text, tuple(LOST_LINK.at(unit.record.file, path, id=id, language=said) for id in lost))


def _newer(unit: Unit, found: Came, text: str, returned: Returned) -> Iterator[Issue]:
    """What has been changed here since the text went out."""
    sides = (
        (returned.target, found.target_print, NEWER_TRANSLATION),
        (returned.source, found.source_print, NEWER_SOURCE),
    )
    for lang, sent, rule in sides:
        there = unit.texts.get(lang, "")
        if text_print(there) != sent or (lang == returned.source and not there):
            yield rule.at(
                unit.record.file,
                (*unit.path, lang),
                language=Phrase(language(lang).english),
                there=there,
                came=text,
                lang=returned.target,
                id=f"{unit.record.folder}/{unit.record.id}",
            )


def _invisible(name: str, text: str, found: Came, file: str) -> Iterator[Issue]:
    for issue in character_issues(text, file):
        if issue.rule is FORBIDDEN_CHARACTER:
            yield INVISIBLE.at(file, place=(found.line, 1), unit=name, name=issue.values["name"])

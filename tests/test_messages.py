"""Every text of the interface and the checker is there in Welsh, whole, and nothing is there that nobody asks for."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po

from generator.wording import Wording
from tests.conftest import ALBA, REPOSITORY

OURS = REPOSITORY / "theme" / "locale" / "cy" / "LC_MESSAGES" / "geirfa.po"
GAELIC = ALBA / "theme" / "locale" / "gd" / "LC_MESSAGES" / "geirfa.po"
GAP = re.compile(r"\{\w*\}")
FORMS = {"cy": 6, "gd": 4}
"""Plural forms of a language, by the Unicode CLDR."""
COUNTS = {
    "cy": {0: 0, 1: 1, 2: 2, 3: 3, 6: 4, 4: 5, 11: 5, 124: 5},
    "gd": {1: 0, 11: 0, 2: 1, 12: 1, 3: 2, 10: 2, 19: 2, 0: 3, 20: 3, 21: 3},
}


@cache
def extracted() -> frozenset[str | tuple[str, ...]]:
    """What `make messages` finds in the program and its theme."""
    with (REPOSITORY / "babel.cfg").open(encoding="utf-8") as handle:
        methods, options = parse_mapping_cfg(handle)  # type: ignore[no-untyped-call]
    found: set[str | tuple[str, ...]] = set()
    for folder in ("generator", "theme"):
        here = [
            (pattern.removeprefix(f"{folder}/"), method) for pattern, method in methods if pattern.startswith(folder)
        ]
        given = {pattern.removeprefix(f"{folder}/"): value for pattern, value in options.items()}
        keywords = {**DEFAULT_KEYWORDS, **dict.fromkeys(asked())}
        found |= {m for _, _, m, _, _ in extract_from_dir(REPOSITORY / folder, here, given, keywords)}
    return frozenset(found)


def asked() -> list[str]:
    """The keywords of the Makefile's `messages`."""
    return re.findall(r"-k (\w+)", (REPOSITORY / "Makefile").read_text(encoding="utf-8"))


@cache
def messages(file: Path) -> Catalog:
    with file.open("rb") as handle:
        return read_po(handle)


def told(message: Message) -> list[str]:
    """Its translations: one, or one for each plural form."""
    return list(message.string) if isinstance(message.string, tuple | list) else [message.string or ""]


def originals(message: Message) -> list[str]:
    return [message.id] if isinstance(message.id, str) else list(message.id)


def own(file: Path) -> list[Message]:
    return [message for message in messages(file) if message.id]


def test_the_makefile_names_the_keywords() -> None:
    assert asked() == ["N_", "t", "wording"]


def test_every_message_is_in_the_welsh_catalogue_and_no_other() -> None:
    stored = {m.id if isinstance(m.id, str) else tuple(m.id) for m in own(OURS)}
    assert sorted(map(str, extracted() - stored)) == [], "run: make messages, then translate"
    assert sorted(map(str, stored - extracted())) == [], "no longer used"


def test_the_gaelic_catalogue_has_only_messages_that_exist() -> None:
    stored = {m.id if isinstance(m.id, str) else tuple(m.id) for m in own(GAELIC)}
    assert sorted(map(str, stored - extracted())) == []


@pytest.mark.parametrize("file", [OURS, GAELIC], ids=["cy", "gd"])
def test_every_translation_is_whole(file: Path) -> None:
    lang = file.parent.parent.name
    faults = []
    for message in own(file):
        shown = originals(message)
        gaps = sorted(set(GAP.findall(shown[0])) | set(GAP.findall(shown[-1])))
        texts = told(message)
        if len(texts) != (FORMS[lang] if len(shown) > 1 else 1) or not all(texts):
            faults.append(f"{shown[0]}: {len(texts)} forms, {texts.count('')} empty")
        for text in texts:
            if sorted(set(GAP.findall(text))) != gaps:
                faults.append(f"{text}: gaps {GAP.findall(text)} for {gaps}")
            if re.match(r"\s*", text)[0] != re.match(r"\s*", shown[0])[0] or text.count("\n") != shown[0].count("\n"):  # type: ignore[index]
                faults.append(f"{text!r}: white space differs")
            if ("&" in text and "&" not in shown[0]) or ("<" in text and "<" not in shown[0]):
                faults.append(f"{text}: holds a sign the English has not")
        if message.fuzzy:
            faults.append(f"{shown[0]}: fuzzy")
    assert faults == []


@pytest.mark.parametrize("file", [OURS, GAELIC], ids=["cy", "gd"])
def test_no_welsh_message_has_an_ampersand(file: Path) -> None:
    texts = [text for message in own(file) for text in told(message)]
    assert [text for text in texts if "&" in re.sub(r"[\[{('‘“]?& (neu|or|no) \*|& (neu|or|no) \*", "", text)] == []


@pytest.mark.parametrize("file", [OURS, GAELIC], ids=["cy", "gd"])
def test_the_plural_rule_chooses_the_form(file: Path) -> None:
    from gettext import c2py

    lang = file.parent.parent.name
    catalogue = messages(file)
    assert catalogue.num_plurals == FORMS[lang]
    which = c2py(catalogue.plural_expr)
    assert {n: which(n) for n in COUNTS[lang]} == COUNTS[lang]


def test_a_browser_gets_the_form_of_every_plural_category() -> None:
    """By the names of the Unicode CLDR, which a browser's Intl.PluralRules gives for a number."""
    ours, gaelic = REPOSITORY / "theme", ALBA / "theme"
    forms = Wording("cy", [ours]).forms("{n} result", "{n} results")
    assert [forms[name] for name in ("zero", "one", "two", "few", "many", "other")] == [
        "{n} canlyniad",
        "{n} canlyniad",
        "{n} ganlyniad",
        "{n} chanlyniad",
        "{n} chanlyniad",
        "{n} canlyniad",
    ]
    assert Wording("gd", [gaelic, ours]).forms("{n} result", "{n} results").keys() == {"one", "two", "few", "other"}
    assert Wording("en", [ours]).forms("{n} result", "{n} results") == {"one": "{n} result", "other": "{n} results"}
    assert Wording("cy", []).forms("{n} result", "{n} results") == {"one": "{n} result", "other": "{n} results"}


def test_no_english_message_holds_html() -> None:
    texts = [m if isinstance(m, str) else m[0] for m in extracted()]
    assert [text for text in texts if re.search(r"</?[a-z]+( [^>]*)?>|&[a-z]+;", text) and "<new id>" not in text] == []

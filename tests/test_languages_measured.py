"""What the Welsh rules are worth on lists and running text that others made."""

from __future__ import annotations

import csv
import random
import re
from collections.abc import Iterator

import pytest

from generator.languages import language
from generator.languages.rules import fold
from tests.conftest import SHARED

WELSH = SHARED / "data" / "welsh"

# In the order of a Welsh dictionary, by hand.
IN_ORDER = """
a ac ach achos adar addas aer bara bardd byd bygwth bys caban cangen canu cartref cyd cynnal chwaer chwarae chwilio dal dŵr
dyn dysgu ddoe ef efallai eglwys eira fan fi ffa ffair fferm ffŵl galw gardd gwaith gŵr gyda ngwlad haf hanes hwyl iaith
iechyd jam karate lamp lwc llaeth llan lles llesiant llyfr mae mam môr mynd nabod nain neges nos oed oer ofn pab pobl pysgod
phobl radio rygbi rhaff rhan rhedeg rhestr rhwng saer sgwrs siop swydd taith teg tŷ thema theori uchel un uwch wal wy wyth y
ych ydy ymarfer ynys ysgol zebra
""".split()


def test_welsh_dictionary_order() -> None:
    shuffled = IN_ORDER[:]
    random.Random(29).shuffle(shuffled)
    assert sorted(shuffled, key=language("cy").sort_key) == IN_ORDER


def test_every_listed_exception_sorts_by_single_letters() -> None:
    """In each published exception the pair is split: the word stands among those with n, or with r, and not with ng or rh."""
    file = WELSH / "digraph_exceptions_cc0.txt"
    if not file.is_file():
        pytest.skip("data/welsh is not at hand")
    key = language("cy").sort_key
    known = [line.strip() for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
    wrong = []
    for word in known:
        pair = re.search("ng|rh", fold(word))
        before = fold(word)[: pair.start() + 1] if pair else ""
        if pair and not key(before) < key(word) < key(before + "y" * 9):
            wrong.append(word)
    assert wrong == []
    assert len(known) == 165


def _tail(word: str) -> str:
    """From the first vowel on: a mutation changes the beginning alone."""
    return re.sub(r"^[^aeiouwy]*", "", fold(word))


def _mutated() -> Iterator[tuple[str, str]]:
    """Mutated forms whose lemma differs from them in its beginning only: no plural or verb form is asked for."""
    with (WELSH / "ud_cy_mutations_half.csv").open(encoding="utf-8") as handle:
        for row in csv.DictReader(handle):
            form, lemma = fold(row["form"]), fold(row["lemma"])
            if form != lemma and _tail(form) == _tail(lemma):
                yield form, lemma


def test_dictionary_forms_on_running_text() -> None:
    """Of the mutated forms in an annotated corpus, the dictionary form is found for 97 in 100 and more."""
    if not (WELSH / "ud_cy_mutations_half.csv").is_file():
        pytest.skip("data/welsh is not at hand")
    pairs = list(_mutated())
    missed = [(form, lemma) for form, lemma in pairs if lemma not in language("cy").rules.radicals(form)]
    assert len(pairs) > 500
    assert 1 - len(missed) / len(pairs) >= 0.97, missed


def test_few_forms_are_asked_for() -> None:
    """Recall is not bought with guesses: a word has at most three dictionary forms to try."""
    if not (WELSH / "ud_cy_mutations_half.csv").is_file():
        pytest.skip("data/welsh is not at hand")
    tried = [len(language("cy").rules.radicals(form)) for form, _ in _mutated()]
    assert max(tried) <= 3
    assert sum(tried) / len(tried) < 2

"""The comparison of search: what is asked and how answers are counted, without a browser."""

from __future__ import annotations

import pytest

from bench.search import pairs, questions
from bench.search.counting import Tally, evenly, keys, percentile
from bench.search.documents import Corpus
from bench.search.questions import Question
from bench.search.sitting import Fetched, Results
from bench.search.table import printed
from generator import catalogue
from generator.languages import fold
from tests.conftest import REPOSITORY, SHARED, Tree

MUTATIONS = """\
form,lemma,upos,mutation,count
bont,pont,NOUN,SM,9
Bont,pont,PROPN,SM,1
bont,bont,NOUN,,1
bontydd,pont,NOUN,SM,1
ddŵr,dŵr,NOUN,SM,3
"""
PLURALS = """\
form,lemma,upos,mutation,number,count
bontydd,pont,NOUN,SM,Plur,2
pontydd,pont,NOUN,,Plur,5
pontydd,pontydd,NOUN,,Plur,1
"""
NAMES = """\
form,lemma,mutation,count
Fangor,Bangor,SM,4
"""
LISTS = {
    pairs.MUTATIONS_FILE: MUTATIONS,
    pairs.PLURALS_FILE: PLURALS,
    pairs.NAMES_FILE: NAMES,
}


def test_pairs_are_sorted_into_their_sets(tree: Tree) -> None:
    """Pairs alike when folded count once, forms that are their lemma never; a plural is no mutated base form."""
    found = pairs.read(tree(LISTS))
    assert found.sets == {
        pairs.BASE: (("bont", "pont"), ("ddŵr", "dŵr")),
        pairs.MUTATED_PLURALS: (("bontydd", "pont"),),
        pairs.PLURALS: (("pontydd", "pont"),),
        pairs.NAMES: (("Fangor", "Bangor"),),
    }


def test_every_lemma_is_a_record(tree: Tree) -> None:
    root = tree(LISTS)
    found = pairs.read(root)
    pairs.write(found, root)
    assert sorted(found.lemmas.values()) == ["Bangor", "bont", "dŵr", "pont", "pontydd"]
    assert Corpus("pairs", root).labels("cy") == found.lemmas
    assert len(catalogue.load(root).terms) == 5


def test_another_lemma_of_a_form_is_no_false_hit(tree: Tree) -> None:
    listed = f"{MUTATIONS}frig,brig,NOUN,SM,1\nfrig,mrig,NOUN,SM,1\n"
    found = pairs.read(tree({**LISTS, pairs.MUTATIONS_FILE: listed}))
    asked = [question for question in found.questions() if question.query == "frig"]
    assert [len(question.right) for question in asked] == [1, 1]
    assert asked[0].right | asked[1].right == asked[0].also == asked[1].also


def test_missing_lists_are_said(tree: Tree) -> None:
    folder = tree({pairs.NAMES_FILE: NAMES})
    said = pairs.missing(folder)
    assert pairs.MUTATIONS_FILE in said and pairs.PLURALS_FILE in said and pairs.NAMES_FILE not in said
    assert pairs.missing(tree(LISTS)) == ""


def test_published_pairs() -> None:
    if pairs.missing(SHARED / "data/welsh"):
        pytest.skip("data/welsh is not at hand")
    found = pairs.read(SHARED / "data/welsh")
    assert {row: len(listed) for row, listed in found.sets.items()} == {
        pairs.BASE: 817,
        pairs.MUTATED_PLURALS: 181,
        pairs.PLURALS: 359,
        pairs.NAMES: 60,
    }
    assert len(found.lemmas) == 1012


def test_slips_are_one_letter_off_and_the_same_every_time() -> None:
    slips = questions.slips("iechyd a lles", 1)
    assert slips == questions.slips("iechyd a lles", 1) != questions.slips("iechyd a lles", 2)
    assert [len(slip) - len("iechyd a lles") for slip in slips] == [-1, 1, 0, 0]
    assert sorted(slips[2]) == sorted("iechyd a lles") != sorted(slips[3])
    assert all(fold(slip) != "iechyd a lles" and " a " in slip for slip in slips)


def test_no_slip_without_letters() -> None:
    assert questions.slips("24/7", 1) == []


def test_a_short_label_can_slip() -> None:
    assert [len(slip) for slip in questions.slips("GP", 1)] == [1, 3, 2, 2]


GLOSSARY = {
    "content/glossary/link-worker.yml": """\
term: {en: link worker, cy: gweithiwr cyswllt}
definition: {en: "Links *people* with [[group|groups]] and [others](https://example.org/).", cy: Mae'n cysylltu.}
forms: {en: {other: [connector], plural: [link workers]}}
""",
    "content/glossary/navigator.yml": "term: {en: navigator, cy: llywiwr}\nuse: {term: link-worker, kind: synonym}\n",
    "content/glossary/guide.yml": "term: {en: guide, cy: tywysydd}\nuse: {term: link-worker, kind: near-synonym}\n",
    "content/glossary/water.yml": "term: {en: dŵr, cy: dŵr}\n",
}


@pytest.fixture
def glossary(tree: Tree) -> Corpus:
    return Corpus("glossary", tree(GLOSSARY))


def test_documents_say_what_our_pages_say(glossary: Corpus) -> None:
    found = {document.id: document for document in glossary.documents("en")}
    assert found["link-worker"].text == "Links people with groups and others."
    assert set(found["link-worker"].others) == {"connector", "link workers", "navigator", "guide"}
    assert found["link-worker"].twin == "gweithiwr cyswllt"
    assert found["guide"].text == "link worker"


def test_synonyms_find_what_they_point_to(glossary: Corpus) -> None:
    asked = list(questions.of_synonyms(glossary))
    assert [(question.lang, question.query, set(question.right)) for question in asked] == [
        ("en", "navigator", {"link-worker"}),
        ("cy", "llywiwr", {"link-worker"}),
    ]
    assert asked[0].also == {"link-worker", "navigator"}


def test_typos_ask_every_label_in_its_language(glossary: Corpus) -> None:
    asked = list(questions.of_typos(glossary))
    assert len(asked) == 32
    assert {question.right for question in asked if question.lang == "cy"} == {
        frozenset({"link-worker"}),
        frozenset({"navigator", "link-worker"}),
        frozenset({"guide", "link-worker"}),
        frozenset({"water"}),
    }


def test_accents_are_left_out_where_there_are_any(glossary: Corpus) -> None:
    assert [(question.lang, question.query) for question in questions.of_diacritics(glossary)] == [("cy", "dwr")]


def test_a_name_that_both_languages_share_is_not_asked_in_the_other(glossary: Corpus) -> None:
    asked = {(question.lang, question.query) for question in questions.of_other_language(glossary)}
    assert ("en", "llywiwr") in asked and ("cy", "navigator") in asked
    assert not any(query == "dŵr" for _, query in asked)


def test_answers_are_counted() -> None:
    question = Question("row", "glossary", "en", "q", frozenset({"a"}), frozenset({"a", "b"}))
    tally = Tally()
    tally.add(question, ["a", "b", "c"])
    tally.add(question, ["b", "b", "c", "d", "a"])
    tally.add(question, [f"x{number}" for number in range(10)] + ["a"])
    tally.add(question, [])
    assert (tally.asked, tally.first, tally.ten, tally.false) == (4, 1, 2, 1 + 2 + 10)
    assert tally.recall == "0.250 / 0.500"
    assert tally.falsehood == "3.25"


def test_percentiles_are_values_that_were_measured() -> None:
    values = [float(number) for number in range(100, 0, -1)]
    assert percentile(values, 0.5) == 50
    assert percentile(values, 0.95) == 95
    assert percentile([7.0], 0.95) == 7


def test_every_key_of_a_title_is_typed() -> None:
    assert keys("un dau") == ["u", "un", "un d", "un da", "un dau"]
    assert keys("abcdef", most=2) == ["a", "ab"]


def test_samples_come_from_all_along() -> None:
    items = [str(number) for number in range(10)]
    assert evenly(items, 5) == ["0", "2", "4", "6", "8"]
    assert set(evenly(items, 5)).isdisjoint(evenly(items, 5, offset=1))
    assert evenly(items[:2], 5) == ["0", "1"]


def test_the_glossary_gives_questions_of_every_kind() -> None:
    """The real one: where a kind of question runs dry, its row of the table would say nothing."""
    real = Corpus("glossary", REPOSITORY)
    assert len(list(questions.of_typos(real))) > 500
    assert len(list(questions.of_synonyms(real))) > 10
    assert len(list(questions.of_other_language(real))) > 100


def test_the_table_says_what_was_not_measured(glossary: Corpus) -> None:
    """A row is empty where only some of its questions were asked; files fetched late are told apart."""
    asked = [*questions.of_diacritics(glossary), *questions.of_synonyms(glossary)]
    partly = Results(failures={"npm is not installed": ["glossary", "S"]})
    wholly = Results(fetched={"S": Fetched({"engine.js": 1000, "first.json": 234}, {"more.json": 55})})
    for question in asked:
        wholly.tallies.setdefault(question.row, Tally()).add(question, question.right)
    partly.tallies[questions.SYNONYMS] = Tally(asked=1, first=1, ten=1)
    table = printed({"One": partly, "Two": wholly}, asked, ["S"])
    cells = {
        line.split("|")[1].strip(): [cell.strip() for cell in line.split("|")[2:-1]]
        for line in table.splitlines()
        if line.startswith("|")
    }
    assert cells["synonyms: the word to use instead: found first / in ten"] == ["2", "–", "1.000 / 1.000"]
    assert cells["diacritics left out: found first / in ten"] == ["1", "–", "1.000 / 1.000"]
    assert cells["first result, S: bytes, gzip -9"] == ["", "–", "1,234"]
    assert cells["fetched by itself after it, S"] == ["", "–", "55"]
    assert "One was not measured on glossary, S: npm is not installed." in table

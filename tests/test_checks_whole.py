"""The checks that keep a glossary whole: where they keep silent, and what golden cases cannot show."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from generator import catalogue, checks
from generator.checks import islands, reading
from generator.issues import as_github, summary
from tests.conftest import TODAY, Tree
from tests.findings import GLOSSARY, GREEN_WALK, placed, rows

FILE = f"{GLOSSARY}/green-walk.yml"


def word(name: str, more: str = "") -> str:
    return f"term: {{en: {name}, cy: {name}fa}}\ndefinition: {{en: A pastime., cy: Difyrrwch.}}\n{more}"


def glossary(words: Mapping[str, str]) -> dict[str, str]:
    return {f"{GLOSSARY}/{name}.yml": word(name, more) for name, more in words.items()}


def codes(tree: Tree, files: Mapping[str, str]) -> list[str]:
    return [code for *_, code in placed(tree(files))]


CHAIN = {"bowls": "", "choir": "related: [bowls]\n", "dance": "broader: [choir]\n", "garden": "related: [dance]\n"}


# Islands


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ({"tea": ""}, []),  # four that hang together are no rest yet
        ({"lunch": "related: [garden]\n", "tea": ""}, [("tea.yml", "orphan")]),
        (
            {"lunch": "related: [garden]\n", "tea": "", "yoga": "broader: [tea]\n"},
            [("tea.yml", "island")],
        ),
        (
            {"lunch": "related: [garden]\n", **dict.fromkeys(["h1", "i2", "j3", "k4", "l5", "m6"], "")},
            [],
        ),  # a beginning
    ],
    ids=["few", "orphan", "island", "most-are-alone"],
)
def test_words_cut_off(tree: Tree, words: Mapping[str, str], found: list[tuple[str, str]]) -> None:
    assert [(file, code) for file, _, _, code in placed(tree(glossary(CHAIN | words)))] == found


def test_a_word_that_points_to_another_is_no_orphan(tree: Tree) -> None:
    pointer = "term: {en: natter, cy: clonc}\nuse: {term: bowls, kind: synonym}\n"
    root = tree({**glossary(CHAIN), f"{GLOSSARY}/natter.yml": pointer})
    assert islands.groups(catalogue.load(root)) == [["bowls", "choir", "dance", "garden", "natter"]]


def test_nobody_is_cut_off_by_a_faulty_record(tree: Tree) -> None:
    words = glossary(CHAIN | {"lunch": "related: [garden]\n", "tea": "", "yoga": "foo: bar\n"})
    assert codes(tree, words) == ["unknown-field"]


# Coverage


def test_bare_records_are_asked_for_nothing(tree: Tree) -> None:
    words = dict.fromkeys(("bowls", "choir", "dance"), "class: core\n") | {"tea": "origin: {en: editorial}\n"}
    assert codes(tree, glossary(words)) == []


@pytest.mark.parametrize(("with_example", "lacking"), [(1, 0), (2, 2), (3, 1), (4, 0)])
def test_what_half_of_the_core_words_have_is_asked_of_the_others(tree: Tree, with_example: int, lacking: int) -> None:
    example = "class: core\nexample: {en: We did., cy: Gwnaethom.}\n"
    words = {name: example if n < with_example else "class: core\n" for n, name in enumerate(CHAIN)}
    root = tree(glossary(words | {"tea": "class: non-core\n"}))
    assert [row["message"] for row in rows(root)] == ["This core or suggested word lacks: example."] * lacking


def test_a_word_without_a_name_in_a_language_is_asked_for_no_gender_there(tree: Tree) -> None:
    gender = "class: core\nforms: {cy: {gender: none}}\n"
    nameless = "term: {en: tea}\nclass: core\ndefinition: {en: A drink., cy: Diod.}\n"
    files = {**glossary({"bowls": gender, "choir": gender}), f"{GLOSSARY}/tea.yml": nameless}
    assert codes(tree, files) == ["missing-language"]


# Relations


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ({"bowls": "related: [choir]\n", "choir": "", "dance": "related: [choir]\n"}, []),
        ({"bowls": "broader: [choir]\n", "choir": "broader: [dance]\n", "dance": "related: [tea]\n", "tea": ""}, []),
        ({"bowls": "broader: [dance]\nrelated: [choir]\n", "choir": "broader: [dance]\n", "dance": ""}, []),  # side by side
        ({"bowls": "broader: [choir]\nrelated: [dance]\n", "choir": "broader: [dance]\n", "dance": ""}, ["related-and-wider"]),
        ({"bowls": "broader: [choir, tea]\n", "choir": "broader: [dance]\n", "dance": "", "tea": "broader: [dance]\n"}, []),
    ],
)  # fmt: skip
def test_relations_stated_once(tree: Tree, words: Mapping[str, str], found: list[str]) -> None:
    assert codes(tree, glossary(words)) == found


def test_relations_that_a_source_states_may_be_many(tree: Tree) -> None:
    names = [f"{letter}{letter}{letter}" for letter in "abcdefghijklm"]
    cited = "sources: [{source: report, supports: [related]}]\n"
    source = {"content/sources/report.yml": "name: {en: Report}\ntype: report\n"}
    many = f"related: [{', '.join(names)}]\n"
    words = dict.fromkeys(names, "")
    assert codes(tree, {**source, **glossary(words | {"tea": many + cited})}) == []
    assert codes(tree, {**source, **glossary(words | {"tea": many})}) == ["many-related"]


def test_relations_that_sources_state_on_both_sides_stay(tree: Tree) -> None:
    cited = "sources: [{source: report, supports: [related]}]\n"
    source = {"content/sources/report.yml": "name: {en: Report}\ntype: report\n"}
    there, back = "related: [choir]\n", "related: [bowls]\n"
    assert codes(tree, {**source, **glossary({"bowls": there + cited, "choir": back + cited})}) == []
    assert codes(tree, {**source, **glossary({"bowls": there + cited, "choir": back})}) == ["related-twice"]


# Plain words


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("You walk. You talk.", [2, 2]),
        ("“Come in!” she said. It's free.", [2, 2, 2]),
        ("Walk\n- in woods\n- by the sea", [1, 2, 3]),
        ("At two you go to the co-op.", [7]),
        ("Mae'n rhad ac am ddim.", [5]),
    ],
)
def test_words_of_sentences(text: str, sentences: list[int]) -> None:
    assert [len(words) for words in reading.sentences_of(text)] == sentences


def test_lix_is_words_a_sentence_and_long_words_a_hundred() -> None:
    assert reading.lix([["a", "walk", "outside"], ["we", "all", "talk", "about", "co-operation"]]) == 4 + 25
    assert [
        word for word in ("outside", "inside", "face-to-face", "co-operation", "mae'r") if reading.is_long(word)
    ] == [
        "outside",
        "co-operation",
    ]


def test_a_link_counts_as_readers_see_it(tree: Tree) -> None:
    plain = (
        "easy_read:\n  en: You walk among trees with the [[tea|group]] and talk a bit with each of them.\n  cy: Tro.\n"
    )
    assert codes(tree, {FILE: GREEN_WALK + plain, **glossary({"tea": ""})}) == []


def test_nothing_is_measured_in_a_language_without_a_measure(tree: Tree) -> None:
    site = "languages:\n  - code: en\n  - code: gd\n"
    long = "easy_read:\n  en: You walk.\n  gd: " + "faclan fada fada " * 30 + "\n"
    text = GREEN_WALK.replace("cy:", "gd:") + long
    assert "long-sentence" not in codes(tree, {FILE: text, "content/site.yml": site})


# Choices of words

LIST = """\
name: {en: Words chosen, cy: Geiriau dewisol}
decides: cy
entries:
  group:
    name: {en: group, cy: grŵp cymorth}
    forms: {cy: [grŵp, carfan]}
  sector:
    name: {en: sector, cy: sector}
    forms: {cy: [maes], en: [branch]}
"""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Carfan o bobl.", ["Carfan"]),
        ("Gan garfan o bobl.", ["garfan"]),  # mutated
        ("Y carfanau a’r carfanwyr.", []),  # other words
        ("Mewn grŵp cymorth.", []),  # the chosen word holds one decided against
        ("Mewn grwp.", ["grwp"]),  # without its accent
        ("Y maes a'r garfan.", ["maes", "garfan"]),
        ("Y maes chwarae.", []),  # within the label of another word
        ("Branch.", []),  # decided against in a language the list does not decide on
    ],
)
def test_words_decided_against(tree: Tree, text: str, found: list[str]) -> None:
    walk = f"term: {{en: walk, cy: tro}}\ndefinition: {{en: 'Some.', cy: \"{text}\"}}\nnote: {{en: A., cy: Carfan.}}\n"
    field = "term: {en: playing field, cy: maes chwarae}\norigin: {cy: published}\nuse: {term: walk, kind: synonym}\n"
    files = {f"{GLOSSARY}/walk.yml": walk, f"{GLOSSARY}/field.yml": field, "content/vocabularies/chosen.yml": LIST}
    said = [row["message"] for row in rows(tree(files)) if row["code"] == "decided-otherwise"]
    assert sorted(message.split("'")[1] for message in said) == sorted(found)


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ("definition: {en: Some., cy: Rhai.}\n", 1),  # a label of ours that uses it
        (
            "definition: {en: Some., cy: Rhai.}\norigin: {cy: published}\nsources: [{source: s, supports: [term.cy]}]\n",
            0,
        ),
        ("use: {term: walk, kind: synonym}\neasy_read: {en: A band., cy: Mae carfan yn fach.}\n", 0),  # what others say
    ],
)
def test_labels_and_their_own_texts(tree: Tree, more: str, found: int) -> None:
    files = {
        f"{GLOSSARY}/walk.yml": "term: {en: walk, cy: tro}\ndefinition: {en: Some., cy: Rhai.}\n",
        f"{GLOSSARY}/band.yml": "term: {en: band, cy: carfan}\n" + more,
        "content/sources/s.yml": "name: {en: Source}\ntype: report\n",
        "content/vocabularies/chosen.yml": LIST,
    }
    assert codes(tree, files).count("decided-otherwise") == found


# Three severities


def test_advice_is_a_notice_and_counted_apart(tree: Tree) -> None:
    root = tree(glossary({"bowls": "related: [choir]\n", "choir": "related: [bowls]\n"}))
    issues = checks.run(catalogue.load(root), TODAY)
    assert [(issue.rule.code, issue.blocks) for issue in issues] == [("related-twice", False)]
    assert as_github(issues).startswith("::notice file=content/glossary/choir.yml,line=3,")
    assert summary(issues, 2) == "2 records: 0 errors, 0 warnings, 1 pieces of advice."
    assert summary([], 2) == "2 records: 0 errors, 0 warnings."

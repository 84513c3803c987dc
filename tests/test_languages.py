"""What each language knows: its order, its letters, its addresses, what a mutated word may have been."""

from __future__ import annotations

import random
import re

import pytest

from generator.languages import Language, fold, language, slug, with_rules

CY, EN, GD = language("cy"), language("en"), language("gd")


@pytest.mark.parametrize(
    "words",
    [
        "afal bwyd cath chwaer da ddoe ewin fel ffrind gwallt ngwallt haul iâ jam kilo lamp llaw mam nain oren pen phen qi rad rhad sut tad thad uwch van was xi ynys zw",
        "cyw chwarae dwy",  # ch follows every c
        "cynllun cysylltu chwe",
        "dŵr ddwywaith",
        "gofal gwaith nghymru hefyd",  # ng stands between g and h
        "bagad banc Bangor banjo",  # n and g in Bangor are two letters; as one, it stood before banc
        "angel angen anadl anfon",  # ng in angel: before every n
        "arf arholi arian",  # r and h in arholi
        "cor côr corau",  # accents break ties only
        "Llan llanw Llys",
        "lol llo",
        "pwy phwy",
        "rygbi rhaff",
        "tŷ thema",
    ],
)
def test_welsh_order(words: str) -> None:
    listed = words.split()
    shuffled = listed.copy()
    random.Random(7).shuffle(shuffled)
    assert sorted(shuffled, key=CY.sort_key) == listed


@pytest.mark.parametrize(
    ("word", "letter"),
    [
        ("chwarae", "CH"),
        ("cath", "C"),
        ("Ddoe", "DD"),
        ("ffrind", "FF"),
        ("Llanelli", "LL"),
        ("ngwallt", "NG"),
        ("Phil", "PH"),
        ("rhad", "RH"),
        ("theatr", "TH"),
        ("âr", "A"),
        ("'r afon", "R"),
        ("“Ŵyn”", "W"),
        ("24 awr", "#"),
        ("", "#"),
        ("…", "#"),
    ],
)
def test_welsh_letters(word: str, letter: str) -> None:
    assert CY.initial(word) == letter


@pytest.mark.parametrize(
    ("words", "lang"),
    [
        (["café", "cafeteria", "care home", "Care-home worker", "carer", "ẑ"], EN),
        (["able", "Baker", "baker's", "élan", "élite", "zoo"], EN),
        (["àirigh", "bàta", "cù"], GD),
    ],
)
def test_other_orders(words: list[str], lang: Language) -> None:
    assert sorted(words, key=lang.sort_key) == words


@pytest.mark.parametrize(
    ("word", "letter"),
    [("école", "E"), ("(care)", "C"), ("1st", "#"), ("", "#"), ("Ŵ", "W"), ("’n", "N"), ("葉", "葉")],
)
def test_other_letters(word: str, letter: str) -> None:
    assert EN.initial(word) == letter


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Atgyfeirio gwyrdd", "atgyfeirio-gwyrdd"),
        ("Dŵr a thŷ", "dwr-a-thy"),
        ("Men's Shed", "mens-shed"),
        ("men’s shed", "mens-shed"),
        ("  (NHS) 111/2  ", "nhs-111-2"),
        ("...", ""),
        ("葉", ""),
        ("a" * 90, "a" * 81),
        ("word " * 20, "word-" * 15 + "word"),
    ],
)
def test_slug(text: str, made: str) -> None:
    if made == "a" * 81:
        assert len(slug(text)) <= 80
    else:
        assert slug(text) == made
    assert re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*)?", slug(text))


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Ŵyn", "wyn"),
        ("CAFÉ", "cafe"),
        ("Men’s", "men's"),
        ("ô ŷ ï", "o y i"),
        ("Straße", "strasse"),
        ("ascii", "ascii"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert fold(fold(text)) == folded


@pytest.mark.parametrize(
    ("mutated", "radical"),
    [
        ("bresgripsiynu", "presgripsiynu"),
        ("mhresgripsiynu", "presgripsiynu"),
        ("phresgripsiynu", "presgripsiynu"),
        ("gath", "cath"),
        ("nghath", "cath"),
        ("chath", "cath"),
        ("dîm", "tim"),
        ("nhîm", "tim"),
        ("thîm", "tim"),
        ("fara", "bara"),
        ("mara", "bara"),
        ("fam", "mam"),
        ("ddawns", "dawns"),
        ("nawns", "dawns"),
        ("wasanaeth", "gwasanaeth"),
        ("ngwasanaeth", "gwasanaeth"),
        ("ardd", "gardd"),
        ("law", "llaw"),
        ("raff", "rhaff"),
        ("hysgol", "ysgol"),
    ],
)
def test_radicals(mutated: str, radical: str) -> None:
    assert radical in CY.radicals(mutated)
    assert fold(mutated) not in CY.radicals(mutated)


@pytest.mark.parametrize("word", ["ffrind", "llaw", "rhaff", "", "24"])
def test_what_is_no_mutation_has_no_radical(word: str) -> None:
    assert CY.radicals(word) == ()
    assert EN.radicals(word) == ()


@pytest.mark.parametrize(
    ("code", "name"), [("cy", "Cymraeg"), ("en", "English"), ("gd", "Gàidhlig"), ("ga", "Gaeilge"), ("zz", "zz")]
)
def test_names(code: str, name: str) -> None:
    assert language(code).name == name


def test_languages_with_rules() -> None:
    assert with_rules() == ("en", "cy")
    assert (bool(CY.ampersand), EN.ampersand, GD.ampersand) == (True, "", "")

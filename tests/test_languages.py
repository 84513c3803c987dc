"""What each language knows: its order, its letters, its addresses; what its words may be forms of."""

from __future__ import annotations

import json
import random
import re

import pytest

from generator.languages import Language, language, slug, with_rules
from generator.languages.rules import EXACT, MUTATION, PLURAL, Rules, fold

CY, EN, GD = language("cy"), language("en"), language("gd")
CODES = ("cy", "en", "gd")


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
        ("menʼs ‘shed’", "men's 'shed'"),
        ("ô ŷ ï", "o y i"),
        ("o\u0302 w\u0302", "o w"),
        ("Straße", "straße"),  # as in the browser, which has no case folding
        ("ascii", "ascii"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert fold(fold(text)) == folded


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mae’r tŷ", "mae tŷ"),
        ("sy'n", "sy"),
        ("i'r o'r a'r â'r", "i o a â"),
        ("i'w o'u a'i a'm a'ch a'th", "i o a a a a"),
        ("d'eisiau D’ANGEN", "eisiau angen"),
        ("'r afon", "afon"),
        ("hi'n 2pm", "hi 2pm"),
        ("gwrando'n dda", "gwrando dda"),
        ("person's", "persons"),  # no bit that hangs on in Welsh
        ("gweithiwr-cyswllt (x)", "gweithiwr cyswllt x"),
        ("W\u0302yn", "ŵyn"),
    ],
)
def test_words_of_welsh(text: str, words: str) -> None:
    assert CY.rules.words(text) == words.split()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("person's", "person"),
        ("Men’s Shed", "men shed"),
        ("carers' break", "carers break"),
        ("don't can’t", "dont cant"),
        ("I'll we're they've", "i we they"),  # not ill, nor were
        ("o'clock", "oclock"),
        ("d'eisiau", "deisiau"),
        ("co-ordinator", "co ordinator"),
        ("well_being", "well being"),
        ("24/7 (NHS) 111", "24 7 nhs 111"),
        ("…", ""),
        ("", ""),
    ],
)
def test_words_of_english(text: str, words: str) -> None:
    assert EN.rules.words(text) == words.split()


@pytest.mark.parametrize(
    ("mutated", "radicals"),
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
        ("fara", "bara mara"),
        ("mara", "bara"),
        ("fam", "bam mam"),
        ("ddawns", "dawns"),
        ("nawns", "dawns gnawns"),
        ("wasanaeth", "gwasanaeth"),
        ("ngwasanaeth", "gwasanaeth"),
        ("ardd", "gardd"),
        ("law", "llaw glaw"),
        ("raff", "rhaff graff"),
        ("hysgol", "ysgol"),
    ],
)
def test_radicals(mutated: str, radicals: str) -> None:
    assert CY.rules.radicals(fold(mutated)) == radicals.split()


@pytest.mark.parametrize("word", ["ffrind", "llaw", "rhaff", "siop", "jam", "", "24", "b"])
def test_what_is_no_mutation_has_no_radical(word: str) -> None:
    assert CY.rules.radicals(word) == []


@pytest.mark.parametrize("word", ["food", "love", "gold", "fall", "dad"])
def test_only_welsh_mutates(word: str) -> None:
    assert CY.rules.radicals(word) != []
    assert EN.rules.radicals(word) == GD.rules.radicals(word) == []
    assert EN.rules.mutated(word) == []


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("pen", "mhen phen ben"),
        ("tad", "nhad thad dad"),
        ("cath", "nghath chath gath"),
        ("bara", "fara mara"),
        ("dawns", "ddawns nawns"),
        ("gardd", "ngardd ardd"),
        ("mam", "fam"),
        ("llaw", "law"),
        ("rhaff", "raff"),
        ("ysgol", "hysgol"),
        ("ffrind", ""),
        ("siop", ""),
    ],
)
def test_mutated(word: str, forms: str) -> None:
    assert CY.rules.mutated(word) == forms.split()


def test_every_mutated_form_leads_back() -> None:
    letters = random.Random(29)
    for _ in range(5000):
        word = "".join(letters.choices("abcdefghilmnoprstuwy", k=letters.randint(1, 8)))
        for form in CY.rules.mutated(word):
            assert word in CY.rules.radicals(form), form
            assert form != word


@pytest.mark.parametrize(
    "pairs",
    [
        "llyfrau>llyfr gwasanaethau>gwasanaeth themâu>thema",
        "gweithwyr>gweithiwr gofalwyr>gofalwr presgripsiynwyr>presgripsiynydd",
        "cynlluniau>cynllun grwpiau>grŵp",
        "ysgolion>ysgol unigolion>unigolyn",
        "dinasoedd>dinas ffatrïoedd>ffatri",
        "cestyll>castell ffyrdd>ffordd cyllyll>cyllell traed>troed",
        "ffenestri>ffenestr",
        "tonnau>ton peiriannau>peiriant gwelliannau>gwelliant",
        "afonydd>afon pontydd>pont",
        "cwsmeriaid>cwsmeriad stiwardiaid>stiward",
        "dyledion>dyled athrawon>athro",
        "meddygfeydd>meddygfa swyddfeydd>swyddfa",
        "dolenni>dolen",
        "llygaid>llygad defaid>dafad",
        "menywod>menyw cathod>cath",
        "merched>merch pryfed>pryf",
        "bysedd>bys",
        "geiriau>gair cleifion>claf cyrsiau>cwrs oriau>awr",
        "plant>plentyn coed>coeden",
        "anghenion>angen cynigion>cynnig penaethiaid>pennaeth",
        "rhieni>rhiant bwytai>bwyty beudai>beudy",
    ],
)
def test_singulars_of_welsh(pairs: str) -> None:
    """The classes of plurals a Welsh grammar lists."""
    for plural, singular in (pair.split(">") for pair in pairs.split()):
        assert fold(singular) in CY.rules.singulars(fold(plural)), plural
        assert fold(plural) not in CY.rules.singulars(fold(plural))


@pytest.mark.parametrize(
    "pairs",
    [
        "carers>carer classes>class therapies>therapy",
        "lives>life shelves>shelf",
        "women>woman children>child people>person",
        "helping>help making>make referred>refer stopped>stop worried>worry",
        "loneliness>lonely illness>ill",
    ],
)
def test_inflection_of_english(pairs: str) -> None:
    """Either way: who types one finds the other."""
    for form, word in (pair.split(">") for pair in pairs.split()):
        assert word in EN.rules.singulars(form), form
        assert form in EN.rules.inflected(word), word


@pytest.mark.parametrize(
    ("code", "word", "other", "step"),
    [
        ("cy", "ysgol", "ysgol", EXACT),
        ("cy", "bresgripsiynu", "presgripsiynu", MUTATION),
        ("cy", "pen", "mhen", MUTATION),
        ("cy", "mhen", "ben", MUTATION),  # one mutated form to another
        ("cy", "ysgolion", "ysgol", PLURAL),
        ("cy", "weithwyr", "gweithiwr", PLURAL),  # mutated, and a plural
        ("cy", "gofalwr", "gofalwyr", PLURAL),
        ("en", "carers", "carer", PLURAL),
        ("en", "carer", "carers", PLURAL),
        ("en", "food", "mood", None),
        ("gd", "taighean", "taigh", None),
    ],
)
def test_how_near_two_words_are(code: str, word: str, other: str, step: int | None) -> None:
    near = language(code).rules.near(word)
    assert near.get(other) == step
    assert next(iter(near)) == word


@pytest.mark.parametrize("code", CODES)
def test_the_table_survives_as_json(code: str) -> None:
    rules = language(code).rules
    read = Rules.of(json.loads(json.dumps(rules.data())))
    for word in ("bresgripsiynwyr", "weithwyr", "therapies", "mhen", "taighean"):
        assert list(read.near(word).items()) == list(rules.near(word).items())
    assert read.words("Mae’r person's d'eisiau") == rules.words("Mae’r person's d'eisiau")
    assert read.common == rules.common


@pytest.mark.parametrize(
    ("code", "name"), [("cy", "Cymraeg"), ("en", "English"), ("gd", "Gàidhlig"), ("ga", "Gaeilge"), ("zz", "zz")]
)
def test_names(code: str, name: str) -> None:
    assert language(code).name == name


def test_languages_with_rules() -> None:
    assert with_rules() == ("en", "cy")
    assert (bool(CY.ampersand), EN.ampersand, GD.ampersand) == (True, "", "")

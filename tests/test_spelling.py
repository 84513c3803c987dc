"""Words no dictionary has: where they are found, what is right all the same, and that our own Welsh has none."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec

import pytest

from generator import catalogue, cli
from generator.checks import words
from generator.dictionary import mutations
from generator.issues import Issue
from generator.languages import language
from generator.written import written
from tests.conftest import ALBA, LATEST, REPOSITORY, Tree
from tests.findings import GLOSSARY, GREEN_WALK

FILE = f"{GLOSSARY}/green-walk.yml"
LIST = "content/words/cy.txt"
WALK = GREEN_WALK.replace("taith werdd", "taith las")
"""A record whose Welsh the dictionary knows whole."""

dictionary = pytest.mark.skipif(
    find_spec("spylls") is None or find_spec("cymraeg_mcp") is None,
    reason="no Welsh dictionary is installed here: make spelling does that",
)


def found(tree: Tree, files: Mapping[str, str]) -> list[Issue]:
    return words.spelling(catalogue.load(tree({FILE: WALK, **files})))


def unknown(tree: Tree, text: str, listed: str = "", **more: str) -> list[str]:
    """The unknown words of a Welsh definition."""
    record = f"term:\n  en: green walk\n  cy: taith las\ndefinition:\n  en: Some exercise.\n  cy: >-\n    {text}\n"
    return [issue.values["word"] for issue in found(tree, {FILE: record, LIST: listed}) if issue.blocks]


# The words of a text


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Mae'r cam-drin a'i achos.", ["Mae", "cam-drin", "a", "achos"]),
        ("Mae’r tîm, o’u rhan ’n hwythau", ["Mae", "tîm", "o", "rhan", "hwythau"]),
        ("d'eisiau i'w sy'n â'ch fe'm", ["eisiau", "i", "sy", "â", "fe"]),
        ("p'un o'r 'geiriau'", ["p'un", "o", "geiriau"]),
        ("yn 3-oed, yr 2il waith, ONS4 a 1af", ["yn", "yr", "waith", "a"]),
        ("gweler [[social-prescribing]] a [[care|gofal da]] yma", ["gweler", "a", "gofal", "da", "yma"]),
        ("yn [ein rhestr](https://example.org/wrong_(x)/) ni", ["yn", "ein", "rhestr", "ni"]),
        ("`code` <em>gair</em> https://wrong.example/a a@wrong.example www.wrong.cymru", ["gair"]),
        ("{gap} gair --option content/words/cy.txt", ["gair"]),
        ("iechyd/llesiant", ["iechyd", "llesiant"]),
    ],
)
def test_words_of_a_text(text: str, parts: list[str]) -> None:
    assert [part.word for part in written(text, language("cy").rules)] == parts
    assert all(
        text.replace("’", "'")[part.start :].startswith(part.word) for part in written(text, language("cy").rules)
    )


def test_what_is_emphasised() -> None:
    text = "y gair *link worker* a **gair trwm**, 3 * 4 ac un * arall"
    assert [part.word for part in written(text, language("cy").rules) if part.emphasised] == [
        *("link", "worker", "gair", "trwm")
    ]


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("presgripsiynu", {"bresgripsiynu", "mhresgripsiynu", "phresgripsiynu"}),
        ("cydgynhyrchu", {"gydgynhyrchu", "nghydgynhyrchu", "chydgynhyrchu"}),
        ("ecotherapi", {"hecotherapi"}),
        ("gŵyl", {"ŵyl", "ngŵyl"}),
        ("Gŵyl", {"Ŵyl", "Ngŵyl"}),
        ("ôl", {"hôl"}),
        ("Bangor", {"Fangor", "Mangor"}),
        ("llên", {"lên"}),
        ("sêl", set()),
    ],
)
def test_mutations_keep_accents_and_capitals(word: str, forms: set[str]) -> None:
    made = set(mutations(word, language("cy").rules))
    assert forms <= made
    assert {form.islower() for form in made} <= {word.islower()}


# What is found


@dictionary
def test_unknown_word(tree: Tree) -> None:
    """In every text of a record, in a page and in a message, with its place in the file."""
    record = (
        "term:\n  en: green walk\n  cy: taith gwyrrd\n"
        "definition:\n  en: Some exercize.\n  cy: >-\n    Ymarfer corff ymysg coed, ac mae [[green-walk|coeedd]] a choed a\n"
        "    chooed yn dda: choed a chooed.\n"
        "forms:\n  cy:\n    plural:\n      - teithau las\n    other:\n      - taeth\n"
        "changes:\n  - on: 2026-01-01\n    what:\n      en: A.\n      cy: 'Newidd: mae''n dda'\n"
    )
    files = {
        FILE: record,
        "content/pages/cy/about.md": "---\ntitle: Amdanm ni\n---\n\nMae'r *green walk* a `cod`\n\nyn gwiethio.\n",
        "theme/locale/cy/LC_MESSAGES/geirfa.po": 'msgid ""\nmsgstr ""\n"Language-Team: X\\n"\n\nmsgid "a walk"\nmsgstr "y walk gwrydd, \'field\'"\n',
    }
    assert [(issue.file.rpartition("/")[2], issue.place, issue.values["word"]) for issue in found(tree, files)] == [
        ("green-walk.yml", (3, 13), "gwyrrd"),
        ("green-walk.yml", (7, 51), "coeedd"),
        ("green-walk.yml", (8, 5), "chooed"),
        ("green-walk.yml", (8, 28), "chooed"),
        ("green-walk.yml", (19, 12), "Newidd"),
        ("green-walk.yml", (12, 9), "teithau"),
        ("about.md", (2, 8), "Amdanm"),
        ("about.md", (7, 4), "gwiethio"),
        ("geirfa.po", (6, 16), "gwrydd"),
    ]


@dictionary
def test_what_is_said_of_an_unknown_word(tree: Tree) -> None:
    issue = found(tree, {FILE: WALK.replace("Ymarfer", "Gwasaneth")})[0]
    assert (issue.rule.code, issue.blocks) == ("unknown-word", True)
    assert issue.message() == "'Gwasaneth' is not in the dictionary of Welsh."
    assert issue.hint().startswith("Did you mean: Gwasanaeth")
    assert issue.hint().endswith("? If 'Gwasaneth' is right, add it to content/words/cy.txt.")
    strange = found(tree, {FILE: WALK.replace("Ymarfer", "Xyzzyqwert")})[0]
    assert strange.hint() == "Correct it; or, if it is right, add it to content/words/cy.txt."


@dictionary
@pytest.mark.parametrize(
    ("text", "listed", "wrong"),
    [
        ("Yn y GIG a'r ONS mae CYMRU a NPTCVS.", "", ["NPTCVS"]),
        ("Yng Nghaerdydd ac ym Mangor.", "", []),
        ("Cardiff a Fflibwb.", "", ["Cardiff", "Fflibwb"]),
        ("Fflibwb, a Fflibwb.", "Fflibwb", []),
        ("fflibwb", "Fflibwb", ["fflibwb"]),  # a name has a capital
        ("Fflibwb a FFLIBWB", "fflibwb", []),
        ("Bresgripsiynu yw, neu phresgripsiynu.", "", ["Bresgripsiynu", "phresgripsiynu"]),
        ("Bresgripsiynu yw, neu phresgripsiynu.", "presgripsiynu  # a'i dreigladau", []),
        ("Mae'r fflibwb-coed a'r coed-fflibwb.", "fflibwb", []),
        ("Mae'r fflibwb-coed.", "", ["fflibwb-coed"]),
        ("Mae'r Green Gym yn well na'r Green.", "# Enwau\nGreen Gym", ["Green"]),
        ("Mae'r *social prescribing* yn *sosial*.", "", ["social", "prescribing", "sosial"]),
        ("Mae'r *some* yn *exercise* da, nid some.", "", ["some"]),  # quoted from the English
        ("Mae’r tîm sy’n gweithio i’w gilydd, p’un a yw.", "p’un", []),
    ],
)
def test_what_is_right(tree: Tree, text: str, listed: str, wrong: list[str]) -> None:
    assert unknown(tree, text, listed) == wrong


@dictionary
def test_a_slip_copied_into_the_english_is_found_all_the_same(tree: Tree) -> None:
    record = WALK.replace("Some exercise", "The *gwasaneth*").replace("Ymarfer corff", "Y *gwasaneth*")
    assert [issue.values["word"] for issue in found(tree, {FILE: record})] == ["gwasaneth"]
    assert found(tree, {FILE: record.replace("gwasaneth", "neighbourhood")}) == []  # like no word of Welsh


@dictionary
def test_listed_word(tree: Tree) -> None:
    """The list itself is read as strictly as a record."""
    issues = found(tree, {LIST: "# Geiriau\nda\n\nun, dau\nAge Cymru  # enw\n3\n"})
    assert [(issue.file, issue.place, issue.rule.code) for issue in issues] == [
        (LIST, (4, 1), "listed-word"),
        (LIST, (6, 1), "listed-word"),
    ]
    assert [issue.rule.code for issue in found(tree, {LIST: "a\tb"})] == ["tab"]


@dictionary
def test_word_beginning(tree: Tree) -> None:
    """Advice on mutation blocks nothing, keeps silent of listed words, and of verbs after neu."""
    text = "Mae dwy canolfan yma, neu gofynnwch am grwpiau, neu mae'n well."
    issues = found(tree, {FILE: WALK.replace("Ymarfer corff ymysg coed.", text), LIST: "grwpiau"})
    assert [(issue.place, issue.rule.code, issue.blocks) for issue in issues] == [((6, 15), "word-beginning", False)]
    assert issues[0].hint() == "Write 'ganolfan', if it is meant so; this is advice."
    assert len(found(tree, {FILE: WALK.replace("Ymarfer corff ymysg coed.", text), LIST: ""})) == 2
    for right in (
        "Mae un gan mwyaf, neu gydag ef: dyna lle y mae.",
        "Y mae bara a te.",
    ):  # a rule is not sure of the second
        assert found(tree, {FILE: WALK.replace("Ymarfer corff ymysg coed.", right)}) == []


# The command


@dictionary
def test_the_command(tree: Tree, capsys: pytest.CaptureFixture[str]) -> None:
    root = tree({FILE: WALK.replace("Ymarfer", "Gwasaneth"), LIST: "gair"})
    assert cli.main(["check", "--root", str(root), "--today", str(LATEST)]) == 0
    assert "0 errors, 0 warnings" in capsys.readouterr().out  # nor is the list a stray file
    assert cli.main(["check", "--spelling", "--root", str(root), "--today", str(LATEST)]) == 1
    assert "6:7  error  'Gwasaneth' is not in the dictionary of Welsh.  [unknown-word]" in capsys.readouterr().out


def test_without_a_dictionary_it_says_what_to_install(
    tree: Tree, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = tree({FILE: WALK})
    for module in ("spylls", "spylls.hunspell", "cymraeg_mcp", "cymraeg_mcp.mutations"):
        monkeypatch.setitem(sys.modules, module, None)
    assert cli.main(["check", "--root", str(root), "--today", str(LATEST)]) == 0
    capsys.readouterr()
    assert cli.main(["check", "--spelling", "--root", str(root), "--today", str(LATEST)]) == 2
    assert capsys.readouterr().err == (
        "geirfa: The spelling of 'cy' is checked with packages that are not installed here: "
        "run 'make spelling', or 'pip install spylls cymraeg-mcp'.\n"
    )


def test_a_root_whose_languages_have_no_dictionary(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", "--spelling", "--root", str(ALBA), "--today", str(LATEST)]) == 2
    assert capsys.readouterr().err == (
        "geirfa: No dictionary is known for the languages of this root (en, gd): leave out --spelling.\n"
    )


# Our own content


@cache
def ours() -> tuple[Issue, ...]:
    return tuple(words.spelling(catalogue.load(REPOSITORY)))


@dictionary
def test_every_welsh_word_we_publish_is_known_or_listed() -> None:
    """Of records, vocabularies, site.yml, hand-written pages and the interface."""
    assert [
        f"{issue.file}:{issue.line}:{issue.column} {issue.message()} {issue.hint()}" for issue in ours() if issue.blocks
    ] == []


def test_every_source_of_welsh_text_is_read() -> None:
    from generator.passages import passages

    files = {passage.file for passage in passages(catalogue.load(REPOSITORY), "cy")}
    wanted = {"content/site.yml", "content/vocabularies/needs.yml", "content/pages/cy/about.md"}
    assert wanted | {"theme/locale/cy/LC_MESSAGES/geirfa.po", f"{GLOSSARY}/referral.yml"} <= files


@dictionary
def test_names_of_places_are_right_as_their_vocabulary_has_them(tree: Tree) -> None:
    places = """name:
  en: Places
entries:
  trebwll:
    name:
      en: Trebwll
    place:
      level: town
  porth-zwll:
    name:
      en: Zwll Bay
      cy: Porth Zwll
    place:
      level: town
  zwrdd:
    name:
      en: Zwrdd
      cy: Zwrdd
"""
    record = (
        "term:\n  en: walk\n  cy: taith\ndefinition:\n  en: A walk.\n  cy: Tref yw Porth Zwll, a thref arall yw Zwll.\n"
    )
    files = {FILE: record, "content/vocabularies/places.yml": places}
    assert [issue.values["word"] for issue in found(tree, files) if issue.blocks] == ["Zwll", "Zwrdd"]


def test_words_for_searching_are_not_read(tree: Tree) -> None:
    """Everyday forms, and what people in danger write, are misspelt on purpose."""
    from generator.passages import passages

    root = tree(
        {
            FILE: WALK + "forms:\n  cy:\n    other: [zzother]\n",
            "content/vocabularies/needs.yml": "name: {en: A, cy: B}\nentries:\n  a:\n    name: {en: A, cy: B}\n    forms: {cy: [zzform]}\n",
            "content/site.yml": "languages:\n  - code: en\n  - code: cy\ncrisis:\n  cy: [zzcrisis]\n",
        }
    )
    assert [passage.text for passage in passages(catalogue.load(root), "cy") if "zz" in passage.text] == []

"""What golden cases cannot show of the rules: where they keep silent, and what they make of many records at once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

import pytest

from generator import cli, nearby
from tests.conftest import TODAY, Tree
from tests.findings import GLOSSARY, GREEN_WALK, placed, rows

FILE = f"{GLOSSARY}/green-walk.yml"
BLUE_WALK = GREEN_WALK.replace("green", "blue").replace("werdd", "las")


def word(
    en: str, cy: str, more: str = "", *, definition: str = "Some exercise.", diffiniad: str = "Ymarfer corff."
) -> str:
    return f"term:\n  en: {en}\n  cy: {cy}\ndefinition:\n  en: {definition}\n  cy: {diffiniad}\n{more}"


def pointer(en: str, cy: str, to: str, kind: str = "synonym", more: str = "") -> str:
    return f"term:\n  en: {en}\n  cy: {cy}\nuse:\n  term: {to}\n  kind: {kind}\n{more}"


def glossary(words: Mapping[str, str]) -> dict[str, str]:
    return {f"{GLOSSARY}/{id}.yml": text for id, text in words.items()}


# Labels that may be one word twice


@pytest.mark.parametrize(
    ("labels", "pairs"),
    [
        (["green walk", "walk green"], [(0, 1)]),  # other order
        (["green walk", "green walks"], [(0, 1)]),  # one letter more
        (["social prescribing", "social prescribng"], [(0, 1)]),
        (["green walk", "green wolk"], [(0, 1)]),  # one letter another
        (["green walk in the park", "green walk in the bark"], [(0, 1)]),
        (["wellbeing", "well-being"], [(0, 1)]),
        (["presgripsiynu", "presgripsiynnu"], [(0, 1)]),
        (["walk", "wall"], []),  # too short to tell
        (["green walk", "green walk"], []),  # the same: another rule's
        (["green walk", "blue walk"], []),
        (["green walks", "green talk"], []),  # two letters
        (["", "green"], []),
        (["carer", "career", "caser"], [(0, 1), (0, 2)]),
    ],
)
def test_near_duplicates(labels: list[str], pairs: list[tuple[int, int]]) -> None:
    found = nearby.near_duplicates({f"{n:02}": label for n, label in enumerate(labels)})
    same = {(first, second) for first, second in found if labels[int(first)] != labels[int(second)]}
    assert same == {(f"{first:02}", f"{second:02}") for first, second in pairs}


def test_a_slip_is_found_among_many_that_share_its_common_words() -> None:
    """Blocks are made of the rarest words; a common one never stands between two that belong together."""
    labels = {f"word-{n:04}": f"social {chr(97 + n % 26)}{chr(97 + n // 26)}xyzw{n} service" for n in range(600)}
    labels |= {"a": "social welfare service", "b": "social welfarre service", "c": "service social welfare"}
    assert set(nearby.near_duplicates(labels)) == {("a", "b"), ("a", "c")}


def test_a_pair_is_reported_once() -> None:
    assert list(nearby.near_duplicates({"a": "green long walk", "b": "green long walks"})) == [("a", "b")]


@pytest.mark.parametrize(
    ("said", "options", "nearest"),
    [
        ("defintion", ["definition", "note"], "definition"),
        ("themess", ["theme", "themes"], "themes"),
        ("zzz", ["definition", "note"], ""),
        ("", ["definition"], ""),
        ("note", [], ""),
        ("ab", ["ba"], ""),
    ],
)
def test_did_you_mean(said: str, options: list[str], nearest: str) -> None:
    assert nearby.did_you_mean(said, options) == nearest
    assert nearby.did_you_mean(said, reversed(options)) == nearest


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ({"a": pointer("Green Walk", "cerddediad", "green-walk")}, []),  # known to be one word
        ({"a": pointer("outing", "Taith Werdd", "green-walk", more="slug:\n  cy: tro\n")}, []),
        ({"a": pointer("outing", "tro", "green-walk"), "b": pointer("outings", "tro", "green-walk", more="slug:\n  cy: tro-2\n")}, []),
        ({"a": word("outing", "taith werdd")}, [("green-walk.yml", 3, "address-clash"), ("green-walk.yml", 3, "label-clash")]),
        ({"a": pointer("Green walks", "cerddediad", "b"), "b": word("stroll", "tro")}, [("green-walk.yml", 2, "near-duplicate")]),
    ],
)  # fmt: skip
def test_one_label_for_one_thing(tree: Tree, words: Mapping[str, str], codes: list[tuple[str, int, str]]) -> None:
    found = placed(tree(glossary({"green-walk": GREEN_WALK, **words})))
    assert [(file, line, code) for file, line, _, code in found] == codes


# Links


@pytest.mark.parametrize(
    ("broader", "cyclic"),
    [
        ({"a": "b", "b": "a"}, "ab"),
        ({"a": "b", "b": "c", "c": "d", "d": "b"}, "bcd"),  # a hangs on a circle and is in none
        ({"a": "b, c", "b": "d", "c": "d"}, ""),  # two ways up
        ({"a": "b, c", "b": "d", "c": "d", "d": "a"}, "abcd"),
        ({f"n{n}": f"n{n + 1}" for n in range(300)}, ""),
    ],
    ids=["two", "below-a-circle", "two-ways-up", "two-ways-round", "long"],
)
def test_cycles(tree: Tree, broader: Mapping[str, str], cyclic: str) -> None:
    ids = sorted({*broader, *(id for value in broader.values() for id in value.split(", "))})
    words = {
        id: f"term:\n  en: {id * 4} {n}\n  cy: {id * 4} {n}\ndefinition: {{en: Some., cy: Peth.}}\n"
        + (f"broader: [{broader[id]}]\n" if id in broader else "")
        for n, id in enumerate(ids)
    }
    found = [row["file"][-5] for row in rows(tree(glossary(words))) if row["code"] == "broader-cycle"]
    assert found == list(cyclic)


def test_a_link_to_itself_is_one_fault(tree: Tree) -> None:
    found = placed(tree({FILE: GREEN_WALK + "broader: [green-walk]\nrelated: [green-walk]\n"}))
    assert [code for *_, code in found] == ["self-link", "self-link"]


@pytest.mark.parametrize(
    "written", ["related: [blue-walk]\n", "note:\n  en: See [[blue-walk]].\n  cy: Gweler [[blue-walk]].\n"]
)
def test_a_link_to_a_faulty_record_is_not_called_unknown(tree: Tree, written: str) -> None:
    """One bad file is reported once, in itself."""
    root = tree({FILE: GREEN_WALK + written, f"{GLOSSARY}/blue-walk.yml": BLUE_WALK + "foo: bar\n"})
    assert [file for file, *_ in placed(root)] == ["blue-walk.yml"]


def test_a_word_of_a_faulty_vocabulary_is_not_called_unknown(tree: Tree) -> None:
    root = tree({FILE: GREEN_WALK + "themes: [walks]\n", "content/vocabularies/themes.yml": "foo: bar\n"})
    assert {file for file, *_ in placed(root)} == {"themes.yml"}


# Texts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A service user walks.", True),
        ("Service Users walk.", True),  # a listed plural, in capitals
        ("A service-user walks.", False),  # another spelling
        ("Service usership is a word.", False),
        ("Their microservice user was hard.", False),
        ("A person walks.", False),
    ],
)
def test_words_the_glossary_advises_against(tree: Tree, text: str, found: bool) -> None:
    avoided = pointer(
        "service user", "defnyddiwr gwasanaeth", "person", "avoid", "forms:\n  en:\n    plural: [service users]\n"
    )
    words = {"person": word("person", "person"), "service-user": avoided, "walk": word("walk", "tro", definition=text)}
    hints = [row["hint"] for row in rows(tree(glossary(words))) if row["code"] == "advised-against"]
    assert hints == (["Use 'person', or say it in other words."] if found else [])


def test_a_word_may_speak_of_itself_and_within_a_longer_name(tree: Tree) -> None:
    words = {
        "person": word("person", "person"),
        "patient": pointer("patient", "claf", "person", "avoid"),
        "patient-group": word("patient group", "grŵp cleifion", definition="Where every patient has a say."),
        "client": pointer("client", "cleient", "person", "synonym"),
        "talk": word("talk", "sgwrs", definition="What a client says."),  # a synonym is not advised against
    }
    assert [row for row in rows(tree(glossary(words))) if row["code"] == "advised-against"] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A green walk is one.", True),
        ("GREEN WALK: one.", True),
        ("Evergreen walking.", False),
        ("A green, long walk.", False),
        ("Green walks are many.", False),
    ],
)
def test_circular_definitions(tree: Tree, text: str, found: bool) -> None:
    root = tree({FILE: word("green walk", "taith werdd", definition=f"'{text}'")})
    assert ("circular-definition" in {row["code"] for row in rows(root)}) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("TODO", True),
        ("To be confirmed.", True),
        ("Lorem ipsum dolor sit amet.", True),
        ("…", True),
        ("'?'", True),
        ("'-'", True),
        ("What it is: tbc", True),
        ("A mastodon walks.", False),
        ("Metodos outdoors.", False),
        ("Why walk?", False),
        ("A.", False),
    ],
)
def test_filler(tree: Tree, text: str, found: bool) -> None:
    text = text if text.startswith("'") else f"'{text}'"
    root = tree({FILE: word("green walk", "taith werdd", definition=text)})
    assert [row["code"] for row in rows(root)] == (["placeholder"] if found else [])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Bwyd & diod.", True),
        ("Bwyd a diod.", False),
        ("Gweler [y wefan](https://example.org/?a=1&b=2).", False),  # part of an address, not of the writing
    ],
)
def test_ampersands_in_welsh(tree: Tree, text: str, found: bool) -> None:
    root = tree({FILE: word("green walk", "taith werdd", diffiniad=text, definition="Food & drink.")})
    assert [(file, line) for file, line, _, code in placed(root) if code == "ampersand"] == (
        [("green-walk.yml", 6)] if found else []
    )


@pytest.mark.parametrize(
    ("label", "found"),
    [
        ("mhresgripsiynu", True),
        ("ngwasanaeth lleol", True),
        ("nhîm", True),
        ("presgripsiynu", False),
        ("gardd gymunedol", False),
        ("dawns", False),
    ],
)
def test_labels_that_begin_mutated(tree: Tree, label: str, found: bool) -> None:
    root = tree({FILE: word("green walk", label)})
    assert [code for *_, code in placed(root)] == (["mutated-label"] if found else [])


def test_other_countries_know_no_welsh_rules(tree: Tree) -> None:
    text = "term:\n  en: ngoma & song\ndefinition:\n  en: Music & dance.\n"
    assert placed(tree({"content/site.yml": "languages:\n  - code: en\n", f"{GLOSSARY}/ngoma.yml": text})) == []


# Reviews


def test_a_stale_translation_is_known_by_the_print_review_wrote(tree: Tree, capsys: pytest.CaptureFixture[str]) -> None:
    root = tree({FILE: GREEN_WALK + "note:\n  cy: Nodyn.\n"})

    def reviewed() -> int:
        return cli.main(
            ["review", "--root", str(root), "--lang", "cy", "--by", "A", "--today", str(TODAY), "green-walk"]
        )

    def change(old: str, new: str) -> list[str]:
        text = (root / FILE).read_text(encoding="utf-8")
        assert old in text
        tree({FILE: text.replace(old, new)})
        return [code for *_, code in placed(root) if code != "missing-language"]

    assert reviewed() == 0
    assert change("Ymarfer corff", "Ymarfer") == []  # its own text
    assert (
        change("en: Some exercise among trees.", "en: >-\n    Some exercise\n    among trees.") == []
    )  # only laid out anew
    assert change("among trees", "among old trees") == ["stale-translation"]
    assert reviewed() == 0
    assert change("Nodyn.", "Nodyn arall.") == []
    capsys.readouterr()


@pytest.mark.parametrize(("days", "found"), [(30, []), (31, ["review-due"])])
def test_the_time_between_reviews_is_the_sites_own(tree: Tree, days: int, found: list[str]) -> None:
    site = "languages:\n  - code: en\n  - code: cy\nreview_after_days: 30\n"
    review = f"review:\n  en:\n    status: approved\n    by: A\n    on: {TODAY - timedelta(days)}\n"
    assert [code for *_, code in placed(tree({FILE: GREEN_WALK + review, "content/site.yml": site}))] == found


def test_drafts_are_never_due(tree: Tree) -> None:
    review = "review:\n  en:\n    status: draft\n    on: 2001-01-01\n"
    assert placed(tree({FILE: GREEN_WALK + review})) == []


def test_findings_come_in_order_whatever_found_them(tree: Tree) -> None:
    root = tree(
        {
            FILE: GREEN_WALK
            + "related: [zzz]\nbroader: [yyy]\nchanges:\n  - on: 2030-01-01\n    what: {en: A., cy: B.}\n",
            f"{GLOSSARY}/blue-walk.yml": BLUE_WALK + "foo: bar\n",
            f"{GLOSSARY}/a.yaml": "",
        }
    )
    assert placed(root) == [
        ("a.yaml", 1, 1, "wrong-extension"),
        ("blue-walk.yml", 7, 1, "unknown-field"),
        ("green-walk.yml", 7, 11, "unknown-link"),
        ("green-walk.yml", 8, 11, "unknown-link"),
        ("green-walk.yml", 10, 9, "future-date"),
    ]

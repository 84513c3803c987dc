"""What answers a query, in what order, and why: on a root of a few words, each there for one rule."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator import cli
from generator.languages.rules import fold
from generator.search import entries
from generator.search.distance import allowed, distance
from generator.search.engine import Search
from tests.asker import Asker
from tests.conftest import Tree
from tests.test_dummy_kind import CLASS
from tests.test_dummy_kind import ROOT as DUMMY

SITE = """\
name: {en: Words, cy: Geiriau}
url: https://k.example/
suggested_by: {en: the national list, cy: y rhestr genedlaethol}
languages:
  - {code: en, locale: en-GB}
  - {code: cy, locale: cy-GB}
paths: {glossary: {cy: geirfa}, needs: {en: help-with, cy: help-gyda}}
crisis:
  en: [suicide, kill myself, want die, self harm, dont want live, overdose, hit me, rape]
  cy: [hunanladdiad, lladd fi hun, eisiau marw, dim eisiau byw, cyllell]
"""
NEEDS = """\
name: {en: Needs, cy: Anghenion}
page: needs
entries:
  loneliness:
    name: {en: Loneliness, cy: Unigrwydd}
    note: {en: Groups and people to ring., cy: Grwpiau a phobl i'w ffonio.}
    forms: {en: [lonely, no one to talk to], cy: [unig, neb i siarad â]}
  money:
    name: {en: Money worries, cy: Pryderon ariannol}
    forms: {en: [skint, food bank], cy: [dyled]}
"""
HIDDEN = "name: {en: Hidden, cy: Cudd}\nentries: {hush: {name: {en: Hush, cy: Ust}}}\n"
WORDS: Mapping[str, str] = {
    "social-prescribing": """\
term: {en: social prescribing, cy: presgripsiynu cymdeithasol}
suggested: true
definition: {en: Groups for what troubles a person., cy: Grwpiau ar gyfer yr hyn sy'n poeni rhywun.}
""",
    "practitioner": """\
term: {en: social prescribing practitioner, cy: ymarferydd presgripsiynu cymdeithasol}
suggested: true
definition: {en: One who listens., cy: Un sy'n gwrando.}
""",
    "link-worker": """\
term: {en: link worker, cy: gweithiwr cyswllt}
use: {term: practitioner, kind: synonym}
forms: {en: {plural: [link workers]}, cy: {plural: [gweithwyr cyswllt]}}
""",
    "well-being": "term: {en: well-being, cy: llesiant}\ndefinition: {en: To be well in body and soul., cy: Bod yn iach.}\n",
    "wellness": """\
term: {en: wellness, cy: ffyniant}
use: {term: well-being, kind: near-synonym}
forms: {en: {other: [thriving]}}
""",
    "team": "term: {en: multidisciplinary team, cy: tîm amlddisgyblaethol}\n",
    "mdt": "term: {en: MDT, cy: TAD}\nuse: {term: team, kind: abbreviation}\n",
    "mood": "term: {en: mood, cy: hwyliau}\n",
    "fire": "term: {en: fire, cy: tân}\n",
    "until": "term: {en: until, cy: tan}\n",
    "carer": """\
term: {en: carer, cy: gofalwr}
forms: {en: {other: [caregiver]}, cy: {plural: [gofalwyr]}}
definition: {en: One who looks after a grandparent., cy: Un sy'n gofalu.}
""",
    "respite": "term: {en: respite, cy: seibiant}\ndefinition: {en: A rest for a carer., cy: Hoe i ofalwr.}\n",
    "garden": "term: {en: garden, cy: gardd}\n",
    "school": "term: {en: school, cy: ysgol}\n",
    "handbook": "term: {en: handbook, cy: llawlyfr}\n",
    "hill-walk": "term: {en: hill walk}\n",
    "walk-out": "term: {en: walk out}\n",
    "plant": "term: {en: plant, cy: planhigyn}\n",
    "youngsters": "term: {en: youngsters, cy: plant}\n",
    "goals": "term: {en: goals, cy: fy nodau}\n",
}
FILES: Mapping[str, str] = {
    "content/site.yml": SITE,
    "content/vocabularies/needs.yml": NEEDS,
    "content/vocabularies/hidden.yml": HIDDEN,
    "content/sources/atlas.yml": "name: {en: Atlas of walks, cy: Atlas teithiau}\ntype: report\n",
    **{f"content/glossary/{id}.yml": text for id, text in WORDS.items()},
}


def write(folder: Path, files: Mapping[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("words"), FILES)


@pytest.fixture(scope="module")
def asker(root: Path) -> Asker:
    return Asker(root)


def word(welsh: str, more: str = "") -> str:
    return f"term: {{en: x{welsh}x, cy: {welsh}}}\n{more}"


LADDER = {
    "exact": word("gath"),
    "accents": word("gâth"),
    "mutation": word("cath"),
    "listed": word("llew", "forms: {cy: {other: [gath]}}\n"),
    "plural": word("gathau"),
    "prefix": word("gathlon"),
    "text": word("ci", "definition: {en: X., cy: Mae'n rhedeg ar ôl gath.}\n"),
}


def test_the_ways_to_be_found_stand_in_their_order(tree: Tree) -> None:
    """Exact, without accents, mutated, listed form, plural by rule, beginning; names before texts."""
    asker = Asker(tree({f"content/glossary/{id}.yml": text for id, text in LADDER.items()}))
    assert asker.hits("cy", "gath", typing=True) == list(LADDER)
    assert asker.hits("cy", "gath") == [id for id in LADDER if id != "prefix"]


def test_a_slip_is_tried_where_nothing_else_is_found(tree: Tree) -> None:
    files = {f"content/glossary/{id}.yml": text for id, text in LADDER.items()}
    asker = Asker(tree({**files, "content/glossary/typo.yml": word("gatj")}))
    assert "typo" not in asker.hits("cy", "gath")
    assert "typo" in asker.hits("cy", "gatk")


@pytest.mark.parametrize(
    ("lang", "query", "ids"),
    [
        # Accents typed count; left out, they are no hindrance.
        ("cy", "tân", "fire until"),
        ("cy", "tan", "until fire"),
        ("cy", "TÂN", "fire until"),
        ("cy", "tim", "team"),
        # A word that is in a name, before one that is in a text.
        ("en", "carer", "carer respite"),
        ("en", "person", "social-prescribing loneliness"),
        # The name that is all the query, before those that hold it.
        ("en", "social prescribing", "social-prescribing practitioner"),
        ("cy", "bresgripsiynu cymdeithasol", "social-prescribing practitioner"),
        ("en", "prescribing social", "social-prescribing practitioner"),
        ("en", "walk", "walk-out hill-walk"),  # it begins with the word
        # A synonym leads to the better word, then to its own page; one close in meaning the other way round.
        ("en", "link worker", "practitioner link-worker"),
        ("en", "link workers", "practitioner link-worker"),
        ("cy", "weithwyr cyswllt", "practitioner link-worker"),
        ("en", "wellness", "wellness well-being"),
        ("en", "thriving", "wellness well-being"),
        # Words written as one, apart or with a hyphen.
        ("en", "linkworker", "practitioner link-worker"),
        ("en", "link-worker", "practitioner link-worker"),
        ("en", "wellbeing", "well-being"),
        ("en", "well being", "well-being"),
        ("en", "hand book", "handbook"),
        ("en", "hand-book", "handbook"),
        # Acronyms in any case.
        ("en", "MDT", "team mdt"),
        ("en", "mdt", "team mdt"),
        # The other language, whatever the reader's.
        ("en", "llesiant", "well-being"),
        ("en", "ngardd", "garden"),
        ("cy", "garden", "garden"),
        ("en", "plant", "plant youngsters"),  # the reader's own comes first
        ("cy", "plant", "youngsters plant"),
        ("cy", "link worker", "practitioner link-worker"),
        ("cy", "hill walk", "hill-walk"),
        ("en", "ysgolion", "school"),
        # What people say, and not the entries of a list without a page.
        ("en", "lonely", "loneliness"),
        ("en", "no one to talk to", "loneliness"),
        ("cy", "unig", "loneliness"),
        ("cy", "siarad neb", "loneliness"),
        ("en", "hush", ""),
        ("en", "atlas", "atlas"),
        # Slips, one in each word too.
        ("en", "garben", "garden"),
        ("en", "grden", "garden"),
        ("en", "agrden", "garden"),
        ("en", "hanbokk", "handbook"),
        ("en", "banbook", ""),  # two, and the first letter is one of them
        ("en", "lnik wroker", "practitioner link-worker"),
        ("en", "linkwroker", "practitioner link-worker"),
        ("en", "mutlidisciplinary taem", "team"),
        ("cy", "prsgripsiynu cymdeithasl", "social-prescribing practitioner"),
        ("cy", "bresgripsiyu", "social-prescribing practitioner"),
        # Some words alone, where no name has all; a text of all words comes after a name that is all in the query.
        ("en", "link worker xyzzy", "practitioner link-worker"),
        ("en", "garden body soul", "garden well-being"),
        ("en", "carer rest", "carer respite"),
        # Common words count where there are no others only.
        ("en", "what is a carer", "carer respite"),
        ("cy", "beth yw'r ardd", "garden"),
        ("en", "who is it", ""),
        ("cy", "my knees", ""),  # not “fy”
        ("cy", "fy nodau", "goals"),
        # English is never mutated: no mood for food, no cash for gash.
        ("en", "food", "money"),
        ("cy", "food", "money"),
        ("en", "xyzzy", ""),
        ("en", "…", ""),
        ("en", "", ""),
        ("en", "<b>", ""),
    ],
)
def test_first_hits(lang: str, query: str, ids: str, asker: Asker) -> None:
    assert asker.hits(lang, query)[:2] == ids.split()


@pytest.mark.parametrize(
    ("lang", "typed", "ids"),
    [
        ("en", "so", "social-prescribing sources"),  # the word, and the list
        ("en", "social presc", "social-prescribing practitioner"),
        ("en", "presc", "social-prescribing practitioner"),
        ("en", "presgr", "social-prescribing practitioner"),
        ("cy", "bresgr", "social-prescribing practitioner"),
        ("en", "ga", "garden"),
        ("en", "gardn", "garden"),
        ("en", "lnik wor", "practitioner link-worker"),
        ("cy", "unigr", "loneliness"),
        ("en", "food b", "money"),
        ("cy", "ng", ""),
        ("en", "xyz", ""),
    ],
)
def test_while_typing_the_last_word_is_a_beginning(lang: str, typed: str, ids: str, asker: Asker) -> None:
    assert asker.hits(lang, typed, typing=True)[:2] == ids.split()


def test_a_beginning_of_a_few_letters_is_one_while_typing_alone(asker: Asker) -> None:
    assert asker.hits("en", "ga") == []
    assert asker.hits("en", "gar") == ["garden"]


def test_the_readers_words_come_before_slips_in_another_language(asker: Asker) -> None:
    """“prescr” begins an English word, and is a slip away from how a Welsh one begins."""
    assert {hit.why for hit in asker.find("en", "prescr", typing=True).hits} == {
        "“social prescribing” begins with what you typed.",
        "“social prescribing practitioner” begins with what you typed.",
    }


@pytest.mark.parametrize(
    ("query", "id", "why"),
    [
        ("carer", "carer", "This is its name."),
        ("caregiver", "carer", "“caregiver” is a form of “carer”."),
        ("carers", "carer", "“carers” is a form of “carer”."),
        ("ofalwyr", "carer", "“ofalwyr” is a form of “gofalwr”."),
        ("link worker", "practitioner", "link worker: the national list suggests social prescribing practitioner."),
        ("link worker", "link-worker", "This is its name."),
        ("MDT", "team", "MDT: another word for multidisciplinary team."),
        ("wellness", "well-being", "wellness: close in meaning."),
        ("llesiant", "well-being", "Welsh: llesiant."),
        ("unig", "loneliness", "Welsh: unig."),
        ("skint", "money", "“skint” leads here."),
        ("food", "money", "What you typed is in “food bank”."),
        ("prescribing", "practitioner", "What you typed is in “social prescribing practitioner”."),
        ("garben", "garden", "Did you mean “garden”?"),
        ("garde", "garden", "“garden” begins with what you typed."),
        ("link worker xyzzy", "link-worker", "Some of your words are in “link worker”."),
        ("body soul", "well-being", "Your words are in its text."),
        ("body soul xyzzy", "well-being", "Some of your words are in its text."),
    ],
)
def test_each_hit_says_why(query: str, id: str, why: str, asker: Asker) -> None:
    found = asker.find("en", query)
    said = dict(zip(asker.ids(found.hits), (hit.why for hit in found.hits), strict=True))
    assert said[id] == why


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("bresgripsiynu cymdeithasol", ["bresgripsiynu cymdeithasol", "presgripsiynu cymdeithasol"]),
        ("gweithiwr cyswllt", ["gweithiwr cyswllt", "y rhestr genedlaethol", "ymarferydd presgripsiynu cymdeithasol"]),
        ("garden", ["Saesneg", "garden"]),
    ],
)
def test_why_is_said_in_the_readers_language(query: str, words: list[str], asker: Asker) -> None:
    why = asker.find("cy", query).hits[0].why
    assert [word for word in words if word not in why] == []
    assert "{" not in why


@pytest.mark.parametrize(
    ("lang", "query", "title", "of", "address"),
    [
        ("en", "carer", "carer", "en", "en/glossary/carer/"),
        ("cy", "carer", "gofalwr", "cy", "cy/geirfa/gofalwr/"),
        ("cy", "hill walk", "hill walk", "en", "cy/geirfa/hill-walk/"),
        ("en", "lonely", "Loneliness", "en", "en/help-with/#needs-loneliness"),
        ("cy", "unig", "Unigrwydd", "cy", "cy/help-gyda/#needs-loneliness"),
    ],
)
def test_a_hit_has_a_title_and_an_address(
    lang: str, query: str, title: str, of: str, address: str, asker: Asker
) -> None:
    hit = asker.find(lang, query).hits[0]
    assert (hit.title, hit.lang, hit.address) == (title, of, address)


def test_no_more_hits_than_asked_for_but_all_are_counted(asker: Asker) -> None:
    whole, first = asker.find("en", "social"), asker.find("en", "social", limit=1)
    assert (len(whole.hits), len(first.hits)) == (2, 1)
    assert whole.all == first.all == [hit.n for hit in whole.hits]
    assert whole.hits[:1] == first.hits
    assert [hit.score for hit in whole.hits] == sorted((hit.score for hit in whole.hits), reverse=True)


@pytest.mark.parametrize(
    ("lang", "query", "id"),
    [("en", "praktishoner", "practitioner"), ("en", "multidissiplin", "team"), ("cy", "cymdaithassoll", "social-prescribing")],
)  # fmt: skip
def test_where_nothing_answers_what_looks_alike_is_offered(lang: str, query: str, id: str, asker: Asker) -> None:
    found = asker.find(lang, query)
    assert (found.hits, found.all) == ([], [])
    assert id in asker.ids(found.near)
    assert len(found.near) <= 5
    assert all(hit.title in hit.why for hit in found.near)


def test_where_something_answers_nothing_else_is_offered(asker: Asker) -> None:
    assert asker.find("en", "carer").near == []


@pytest.mark.parametrize(
    "query",
    [
        "suicide",
        "Suicidal thoughts",  # a slip away, at that length
        "suicde",
        "sucide",
        "I want to kill myself",
        "killing myself",
        "kill my self",
        "i want to die",
        "wanting to die",
        "selfharm",
        "self-harm",
        "self harming",
        "overdoes",
        "I don't want to live",
        "I dont want to live any more",
        "he hit me",
        "hitting me",
        "raped",
        "hunanladdiad",
        "hunanladiad",
        "am hunan-laddiad",
        "dwi isio lladd fi hun",
        "ladd fi hun",
        "dw i eisiau marw",
        "does dim eisiau byw arna i",
        "mae ganddo gyllell",
        "chyllell",
    ],
)
@pytest.mark.parametrize("lang", ["en", "cy"])
def test_who_may_be_in_danger_is_heard(lang: str, query: str, asker: Asker) -> None:
    """In either language, whatever the reader's; misspelt and mutated too."""
    assert asker.find(lang, query).crisis
    assert asker.find(lang, query, typing=True).crisis


@pytest.mark.parametrize(
    "query",
    [
        "diet",
        "die",
        "skill",
        "life skills",
        "hut",
        "hit the gym",
        "live music",
        "want to live here",
        "grape",
        "drape",
        "rap",
        "harm",
        "myself",
        "self-referral",
        "marw",
        "byw'n iach",
        "eisiau bwyd",
        "hunan",
        "",
    ],
)
@pytest.mark.parametrize("lang", ["en", "cy"])
def test_others_are_not_alarmed(lang: str, query: str, asker: Asker) -> None:
    assert not asker.find(lang, query).crisis


def digest(root: Path, seed: int) -> str:
    """A digest of the files that a process of its own makes."""
    code = (
        "import hashlib, sys; from datetime import date; from pathlib import Path; from generator import catalogue, theme\n"
        "from generator.search.index import Index; from generator.wording import Wording\n"
        "root = Path(sys.argv[1]); found = catalogue.load(root)\n"
        "index = Index(found, {code: Wording(code, theme.folders(root)) for code in found.codes}, date(2026, 11, 21))\n"
        "print(hashlib.sha256(repr(list(index.files())).encode()).hexdigest())\n"
    )
    environment = {**os.environ, "PYTHONHASHSEED": str(seed)}
    done = subprocess.run([sys.executable, "-c", code, str(root)], env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_the_same_records_make_the_same_files(root: Path, asker: Asker) -> None:
    again = list(Asker(root).index.files())
    assert again == list(asker.files.items())
    own = hashlib.sha256(repr(again).encode()).hexdigest()
    assert {digest(root, seed) for seed in (1, 2)} == {own}


def test_a_file_of_words_holds_one_letter_in_order(asker: Asker) -> None:
    for name, text in asker.files.items():
        held = json.loads(text)
        if "/words-" in name:
            assert {fold(word)[0] for word in held[1].split()} == {name.removesuffix(".json")[-1]}
            assert held[1].split() == sorted(set(held[1].split()))
        assert str(asker.root) not in text


WHOLE = (
    *(("en", query) for query in ("carer", "carers", "link worker", "linkworker", "garden", "wellness", "MDT")),
    *(("en", query) for query in ("llesiant", "social prescribing", "body soul", "lonely", "person", "link worker xyzzy")),
    *(("cy", query) for query in ("tân", "bresgripsiynu cymdeithasol", "ofalwyr", "garden", "unig", "chyswllt", "gwrando")),
)  # fmt: skip


@pytest.mark.parametrize("most", [0, 3])
def test_a_large_group_answers_as_a_small_one(
    most: int, root: Path, asker: Asker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its names lie in files of their own; whole words are found in them all the same."""
    monkeypatch.setattr(entries, "ROOM", most)
    large = Asker(root)
    assert any(json.loads(large.files["search/en/first.json"])["files"].values())
    assert len(large.files["search/en/first.json"]) < len(asker.files["search/en/first.json"])
    for lang, query in WHOLE:
        small = asker.hits(lang, query)
        found = large.ids(large.search(lang).find(query).hits)
        assert (found[:1], set(found)) == (small[:1], set(small)), query


@pytest.mark.parametrize(
    ("lang", "query", "typing", "files"),
    [
        ("en", "gar", True, "en/g cy/g"),  # it begins a word of the reader's, so it is no mutated one of others
        ("en", "gar", False, "en/g cy/a cy/c cy/g cy/n"),
        ("en", "gath", True, "en/g cy/a cy/c cy/g cy/n"),  # it begins none
        ("cy", "gar", True, "cy/a cy/c cy/g cy/n en/g"),  # in the reader's own language it may be one all the same
        ("cy", "ga", True, "cy/g en/g"),  # unless there is next to nothing of it
        ("cy", "ga ga", True, "cy/g en/g"),
        ("cy", "ga ci", True, "cy/c cy/g cy/n en/g en/c"),
    ],
)
def test_what_is_being_typed_needs_few_files(
    lang: str, query: str, typing: bool, files: str, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(entries, "ROOM", 0)
    large, read = Asker(root), list[str]()

    def reading(file: str) -> object:
        read.append(file)
        return json.loads(large.files[f"search/{file}"])

    Search(reading, lang).find(query, typing=typing)
    assert {file for file in read if "/words-" in file} == {f"{one[:3]}words-{one[3:]}.json" for one in files.split()}


def test_a_long_query_is_answered(asker: Asker) -> None:
    assert asker.hits("en", "carer " * 300) == asker.hits("en", "carer")
    assert asker.hits("en", "x" * 5000) == []


def test_a_kind_of_ones_own_is_found(tree: Tree) -> None:
    """Its names, its texts and what it can be narrowed down by, said in its class alone."""
    told = CLASS.replace(
        'Search(names=("name",))',
        'Search(names=("name",), text=("about", "sessions.note"), facets=(\n'
        '        Facet("level", "Level", {"first": "For all", "second": "For some"}), Facet("themes", "Theme")))',
    ).replace("import Record, Search", "import Facet, Record, Search")
    asker = Asker(tree({**DUMMY, "kinds/course.py": told}))
    assert asker.hits("en", "listening") == ["listening"]
    assert asker.hits("cy", "teithiau")[:1] == ["walking"]
    assert asker.hits("en", "bring paper") == ["listening"]  # deep in its text
    assert asker.hits("cy", "bawb") == ["listening"]
    assert asker.find("cy", "gwrando").hits[0].address == "cy/cyrsiau/gwrando/"
    held = json.loads(asker.files["search/en/facets.json"])
    names = {label: values for label, values, *_ in held["facets"]}
    assert names["Level"] == ["For some", "For all"]
    assert names["Theme"] == ["People"]
    n = next(n for n, (_, entry) in enumerate(asker.index.entries) if entry == "listening")
    row = held["rows"][held["of"][n]]
    labels = list(names)
    assert {labels[int(facet)]: [names[labels[int(facet)]][value] for value in row[facet]] for facet in row} == {
        "Kind": ["Courses"],
        "Level": ["For all"],
        "Theme": ["People"],
    }


@pytest.mark.parametrize(
    ("a", "b", "slips"),
    [
        ("garden", "garden", 0),
        ("garben", "garden", 1),
        ("grden", "garden", 1),
        ("gaarden", "garden", 1),
        ("agrden", "garden", 1),  # two letters changed about
        ("agrdne", "garden", 2),
        ("", "ab", 2),
        ("abc", "xyz", 3),
        ("gardens and more", "garden", 3),
    ],
)
def test_slips_are_counted_as_far_as_asked(a: str, b: str, slips: int) -> None:
    assert distance(a, b, 2) == distance(b, a, 2) == slips


@pytest.mark.parametrize(("a", "b", "slips"), [("gard", "gardening", 0), ("grad", "gardening", 1), ("xy", "gard", 2)])
def test_slips_of_a_beginning(a: str, b: str, slips: int) -> None:
    assert distance(a, b, 1, beginning=True) == slips


def test_short_words_hold_no_slip() -> None:
    assert [allowed(length) for length in (0, 3, 4, 6, 7, 20)] == [0, 0, 1, 1, 2, 2]


# In the terminal.

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(root: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def run(*arguments: str, at: Path = root) -> tuple[int, str, str]:
        status = cli.main(["search", "--root", str(at), *arguments])
        said = capsys.readouterr()
        return status, said.out, said.err

    return run


def test_json_of_a_query(run: Run) -> None:
    status, out, err = run("--lang", "en", "--json", "link", "worker")
    answer = json.loads(out)
    assert (status, err) == (0, "")
    assert answer["query"] == "link worker"
    assert [hit["id"] for hit in answer["hits"]] == ["practitioner", "link-worker"]
    assert all({"id", "kind", "title", "why", "score"} <= hit.keys() for hit in answer["hits"])
    assert (answer["hits"][0]["kind"], answer["hits"][0]["title"]) == ("glossary", "social prescribing practitioner")
    assert isinstance(answer["hits"][0]["score"], int)


def test_json_of_a_batch(run: Run, tmp_path: Path) -> None:
    batch = tmp_path / "queries.txt"
    batch.write_bytes("\ufefftŷ\r\n\r\n  link worker \nsuicide\n".encode())
    status, out, _ = run("--lang", "cy", "--batch", str(batch), "--json", "--limit", "1")
    answers = json.loads(out)
    assert status == 0
    assert [answer["query"] for answer in answers] == ["tŷ", "link worker", "suicide"]
    assert [len(answer["hits"]) for answer in answers] == [0, 1, 0]
    assert [answer["crisis"] for answer in answers] == [False, False, True]
    assert answers[1]["total"] == 2


def test_a_batch_of_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "none.txt").write_text("\n \n")
    status, out, _ = run("--lang", "en", "--batch", str(tmp_path / "none.txt"), "--json")
    assert (status, json.loads(out)) == (0, [])


def test_an_answer_as_text(run: Run) -> None:
    assert run("--lang", "en", "carers")[1].splitlines()[:4] == [
        "carers",
        "  carer",
        "      “carers” is a form of “carer”.",
        "      en/glossary/carer/",
    ]
    assert "Need help now?" in run("--lang", "en", "suicide")[1]
    assert "Nothing found." in run("--lang", "en", "xyzzy")[1]


def test_typing_in_the_terminal(run: Run) -> None:
    assert json.loads(run("--lang", "en", "--json", "ga")[1])["hits"] == []
    assert json.loads(run("--lang", "en", "--json", "--typing", "ga")[1])["hits"][0]["id"] == "garden"


def test_nothing_is_written(run: Run, root: Path) -> None:
    before = sorted(root.rglob("*"))
    run("--lang", "en", "carer")
    assert sorted(root.rglob("*")) == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--lang", "en"], "Name a query"),
        (["--lang", "en", "--batch", "BATCH", "carer"], "Name a query"),
        (["--lang", "en", "--limit", "0", "carer"], "--limit is 1 or more"),
        (["--lang", "de", "carer"], "--lang takes a language of this root: en, cy; not 'de'."),
        (["--lang", "en", "--batch", "MISSING"], "missing.txt"),
        (["--lang", "en", "--batch", "BYTES"], "is not UTF-8 text"),
    ],
)
def test_wrong_usage_is_one_sentence(arguments: list[str], said: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / "batch.txt").write_text("carer\n")
    (tmp_path / "bytes.txt").write_bytes(b"t\xff")
    paths = {name: str(tmp_path / f"{name.lower()}.txt") for name in ("BATCH", "MISSING", "BYTES")}
    status, out, err = run(*(paths.get(argument, argument) for argument in arguments))
    assert (status, out) == (2, "")
    assert said in err
    assert err.startswith("geirfa: ") and err.count("\n") == 1


def test_a_language_is_asked_for(root: Path) -> None:
    with pytest.raises(SystemExit) as left:
        cli.main(["search", "--root", str(root), "carer"])
    assert left.value.code == 2


def test_a_root_of_nothing_but_words(run: Run, tree: Tree) -> None:
    bare = tree({f"content/glossary/{id}.yml": f"term: {{en: {id}, cy: {cy}}}\n" for id, cy in BARE.items()})
    status, out, err = run("--lang", "cy", "--json", "phont", at=bare)
    assert (status, err) == (0, "")
    assert [(hit["id"], hit["title"]) for hit in json.loads(out)["hits"]] == [("bridge", "pont")]
    assert json.loads(run("--lang", "en", "--json", "bridges", at=bare)[1])["hits"][0]["id"] == "bridge"


BARE = {"bridge": "pont", "house": "tŷ"}


def test_a_root_of_no_records(run: Run, tree: Tree) -> None:
    (empty := tree({}) / "content" / "glossary").mkdir(parents=True)
    status, out, _ = run("--lang", "en", "--json", "bridge", at=empty.parent.parent)
    assert (status, json.loads(out)["hits"]) == (0, [])

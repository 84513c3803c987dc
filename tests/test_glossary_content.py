"""The glossary as a whole: large enough, whole, connected, in its own words, and agreed with the standard for Welsh.

What is compared with collected facts and stored texts skips where these are not at hand.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest
from rapidfuzz import fuzz

from generator import markup
from generator.checks import islands
from generator.counts import Counts
from generator.kinds.term import Term
from generator.kinds.vocabulary import Vocabulary
from generator.languages.rules import fold
from tests.asker import Asker
from tests.conftest import REPOSITORY, SHARED
from tests.test_content import facts, findings, label, loaded
from tests.test_search_content import is_called, listed

LANGUAGES = ("en", "cy")
WHOLE = ("definition", "easy_read", "example")
TEXTS = ("definition", "easy_read", "note", "example")

SUBJECTS = """
mindfulness; walking; football; cycling; healthy lifestyle; active travel; volunteering; formal learning;
informal learning; parent support; stress management; gardening; arts; local groups; therapy; community centre;
community centres; support group; support groups; housing advice; debt advice; benefits advice;
loneliness; isolation; anxiety; depression; mental health problems; low to moderate mental health problems; stress; debt;
housing insecurity; lack of work; unemployment; poor transport; no digital access; digital exclusion; poverty;
generational gap; access to GP appointments; preventable illness;
confidence; self-esteem; autonomy; social health; wellbeing; physical health; fewer GP visits; less medication; skills;
networks
"""
"""Activities, needs, barriers and outcomes that the field's own texts name, as facts/seed-checklist.md lists them in E."""

SHINGLE = 8
"""Words in a row that are no longer chance."""
TITLES: Mapping[str, str] = {}
"""Rows of words that are a name or a title and cannot be said otherwise, and whose."""


def terms() -> Mapping[str, Term]:
    return loaded("main").terms


@pytest.fixture(scope="module")
def counts() -> Counts:
    return Counts(loaded("main"))


# Size and whole


def test_there_are_enough_words(counts: Counts) -> None:
    assert len(counts.words) >= 430
    assert counts.suggested == 36
    assert len(facts()) == 124
    assert facts().keys() - {label(term) for term in counts.words} == set()


def test_every_word_has_a_name_in_each_language() -> None:
    assert [f"{id}: {code}" for id, term in terms().items() for code in LANGUAGES if code not in term.term] == []


def test_enough_words_are_defined_in_each_language(counts: Counts) -> None:
    assert sum(all(code in term.definition for code in LANGUAGES) for term in counts.words) >= 250


def test_every_word_is_defined_or_says_what_differs(counts: Counts) -> None:
    faults = []
    for term in counts.words:
        said = term.use.note if term.use else term.definition
        faults += [f"{term.id}: {code}" for code in LANGUAGES if code not in said]
    assert faults == []


def test_core_and_suggested_concepts_are_whole(counts: Counts) -> None:
    faults = []
    for term in counts.weighty:
        faults += [
            f"{term.id}: {name}.{code}" for name in WHOLE for code in LANGUAGES if code not in getattr(term, name)
        ]
    assert faults == []


@pytest.mark.parametrize("code", ["thin-concept", "no-shade", "orphan", "island", "decided-otherwise", "unsourced"])
def test_nothing_is_found_that_would_make_it_less_than_whole(code: str) -> None:
    found = (issue for issues in findings("main").values() for issue in issues if issue.rule.code == code)
    assert [f"{issue.file}:{issue.line} {issue.message()}" for issue in found] == []


# Order


def test_themes_are_few_and_say_what_belongs_to_them() -> None:
    themes = loaded("main").of("vocabularies")["themes"]
    assert isinstance(themes, Vocabulary)
    assert 10 <= len(themes.entries) <= 15
    assert [id for id, entry in themes.entries.items() if not all(code in entry.note for code in LANGUAGES)] == []
    assert [id for id, term in terms().items() if not 1 <= len(set(term.themes)) <= 2] == []


def test_every_word_can_be_reached_from_every_other() -> None:
    assert islands.groups(loaded("main"))[1:] == []


# Search


@pytest.fixture(scope="module")
def asker() -> Asker:
    return Asker(REPOSITORY)


@pytest.mark.parametrize("query", listed(SUBJECTS))
def test_what_the_field_speaks_of_is_named_here(query: str, asker: Asker) -> None:
    """What is called so stands first, a word or a need; or the better word it points to, and then itself. (Roles and other
    words of the field: `test_search_content`.)"""
    hits = asker.find("en", query).hits[:2]
    own = [hit for hit in hits if is_called(asker.names(hit, "en"), query)]
    assert own, [hit.title for hit in hits]
    assert own[0] is hits[0] or asker.leads(own[0]) == asker.id(hits[0])


# The standard for Welsh


@cache
def standard() -> Mapping[str, list[str]]:
    """Welsh names by English label in small letters, as TermCymru has them, without remarks as '(pl. …)'."""
    file = SHARED / "data" / "welsh" / "termcymru_check_sample.csv"
    if not file.is_file():
        pytest.skip("data/welsh/termcymru_check_sample.csv is not at hand")
    with file.open(encoding="utf-8") as handle:
        return {
            row["english"].casefold(): [
                name.strip() for name in re.sub(r"\([^()]*\)", "", row["welsh"]).casefold().split(" / ")
            ]
            for row in csv.DictReader(handle)
        }


def test_welsh_names_agree_with_the_standard() -> None:
    """A name that a source publishes stands as it is published; then the standard's is one of its forms."""
    faults = []
    for id, term in terms().items():
        names = standard().get(label(term), [])
        forms = term.forms.get("cy")
        ours = [term.term["cy"], *(forms.other if forms and term.origin["cy"] == "published" else ())]
        if names and not {name.casefold() for name in ours} & set(names):
            faults.append(f"{id}: {term.term['cy']}, TermCymru: {' / '.join(names)}")
    assert faults == []


# In our own words


def words_of(text: str) -> list[str]:
    """The words of a text, folded, without marks and addresses."""
    return re.findall(r"[^\W_]+", fold(re.sub(r"https?://\S+|<[^>]*>", " ", text)).replace("'", ""))


def shingles(text: str) -> Iterator[str]:
    words = words_of(text)
    return (" ".join(words[start : start + SHINGLE]) for start in range(len(words) - SHINGLE + 1))


@cache
def stored() -> Mapping[str, str]:
    """Every row of words of the stored texts, and the file it stands in."""
    files = [
        file
        for pattern in ("seeds/*", "facts/*.csv", "facts/*.md", "research/*.md", "look/*.html")
        for file in sorted(SHARED.glob(pattern))
    ]
    if not files:
        pytest.skip("the stored texts are not at hand")
    return {row: file.name for file in files for row in shingles(file.read_text(encoding="utf-8", errors="replace"))}


def own_texts(term: Term, code: str) -> Iterator[tuple[str, str]]:
    """Every text of a word as readers see it, with its field."""

    def title(id: str) -> str:
        return terms()[id].term.get(code, id) if id in terms() else id

    for name in TEXTS:
        if code in (texts := getattr(term, name)):
            yield name, markup.plain(texts[code], title)
    if term.use and code in term.use.note:
        yield "use.note", markup.plain(term.use.note[code], title)


def test_no_text_repeats_a_stored_one() -> None:
    titles = [" ".join(words_of(title)) for title in TITLES]
    faults = []
    for id, term in terms().items():
        for code in LANGUAGES:
            for name, text in own_texts(term, code):
                rows = (row for row in shingles(text) if row in stored() and not any(row in t for t in titles))
                faults += [f"{id}: {name}.{code}: {row} ({Path(stored()[row]).name})" for row in rows]
    assert faults == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_two_definitions_begin_alike(code: str) -> None:
    begun: dict[tuple[str, ...], str] = {}
    faults = []
    for id, term in terms().items():
        begin = tuple(words_of(term.definition.get(code, ""))[:5])
        if len(begin) == 5 and (other := begun.setdefault(begin, id)) != id:
            faults.append(f"{id}, {other}: {' '.join(begin)} …")
    assert faults == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_two_definitions_have_one_skeleton(code: str) -> None:
    texts = {id: " ".join(words_of(term.definition[code])) for id, term in terms().items() if code in term.definition}
    alike = [
        f"{first}, {second}: {likeness:.0f}"
        for first, second in combinations(texts, 2)
        if (likeness := fuzz.token_set_ratio(texts[first], texts[second], score_cutoff=90))
    ]
    assert alike == []

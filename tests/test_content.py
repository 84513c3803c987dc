"""The real records, one test each; and that labels, classes and Welsh are no more official than their sources."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from generator import catalogue, checks
from generator.catalogue import Catalogue
from generator.issues import Issue
from generator.kinds.term import Term
from generator.languages import slug
from tests.conftest import ALBA, LATEST, REPOSITORY, SHARED

ROOTS = {"main": REPOSITORY, "alba": ALBA}
FILES = [
    (name, path.relative_to(root).as_posix())
    for name, root in ROOTS.items()
    for path in sorted((root / "content").rglob("*.yml"))
]


@cache
def loaded(name: str) -> Catalogue:
    return catalogue.load(ROOTS[name])


@cache
def findings(name: str) -> Mapping[str, list[Issue]]:
    found: dict[str, list[Issue]] = {}
    for issue in checks.run(loaded(name), LATEST):
        found.setdefault(issue.file, []).append(issue)
    return found


@cache
def facts() -> Mapping[str, Mapping[str, str]]:
    """Rows of facts/glossary-terms.csv by English label in small letters, without the collector's notes."""
    file = SHARED / "facts" / "glossary-terms.csv"
    if not file.is_file():
        pytest.skip("facts/glossary-terms.csv is not at hand")
    with file.open(encoding="utf-8") as handle:
        return {row["label_en"].partition(" [")[0].casefold(): row for row in csv.DictReader(handle)}


def terms() -> Mapping[str, Term]:
    return loaded("main").terms


def label(term: Term) -> str:
    return term.term["en"].casefold()


def fact(term: Term) -> Mapping[str, str]:
    return facts()[label(term)]


def collected() -> Mapping[str, Term]:
    """The records of the collected labels; the others are words of ours, or of the sources they cite."""
    return {id: term for id, term in terms().items() if label(term) in facts()}


@pytest.mark.parametrize(
    ("root", "file"), FILES, ids=[f"{root}:{file.removeprefix('content/')}" for root, file in FILES]
)
def test_record_has_no_error(root: str, file: str) -> None:
    assert [f"{i.line}:{i.column} {i.message()} {i.hint()}" for i in findings(root).get(file, []) if i.blocks] == []


@pytest.mark.parametrize("root", ROOTS)
def test_findings_are_about_files_that_exist(root: str) -> None:
    assert [file for file in findings(root) if not (ROOTS[root] / file).exists()] == []


def test_numbers_of_words() -> None:
    assert len(collected()) == 124
    assert sum(term.suggested for term in terms().values()) == 36
    assert Counter(term.origin["class"] for term in collected().values()) == {"published": 88, "editorial": 36}
    assert Counter(term.class_ for term in terms().values())["core"] >= 88


def test_every_collected_label_is_a_word_and_none_is_there_twice() -> None:
    labels = Counter(label(term) for term in terms().values())
    assert sorted(facts().keys() - labels) == []
    assert [name for name, times in labels.items() if times > 1] == []


def test_a_word_that_was_not_collected_claims_nothing_without_a_source() -> None:
    """It is no suggested one, and what it calls published names the source that says so."""
    faults = []
    for id, term in terms().items():
        if id in collected():
            continue
        supported = {field for citation in term.sources for field in citation.supports}
        if term.suggested:
            faults.append(f"{id}: no list suggests it")
        for name, origin in term.origin.items():
            if origin == "published" and (name if name == "class" else f"term.{name}") not in supported:
                faults.append(f"{id}: {name} is called published without a source")
    assert faults == []


def test_suggested_and_class_are_as_collected() -> None:
    faults = []
    for id, term in collected().items():
        row = fact(term)
        if term.suggested != (row["suggested"] == "yes"):
            faults.append(f"{id}: suggested")
        if (term.origin["class"] == "published") != (row["class"] == "core"):
            faults.append(f"{id}: class {term.class_} is {term.origin['class']}, collected: {row['class']}")
        if term.origin["class"] == "published" and term.class_ != "core":
            faults.append(f"{id}: no word was published as {term.class_}")
    assert faults == []


def test_welsh_labels_are_published_where_collected_and_ours_elsewhere() -> None:
    """76 of 124 were not collected in Welsh. One of these is `published` all the same and must name its source."""
    without = {id for id, term in collected().items() if not fact(term)["label_cy"]}
    assert len(without) == 76
    documented = {"onward-referral"}
    assert {id for id in without if terms()[id].origin["cy"] == "published"} == documented
    for id, term in collected().items():
        if id not in without:
            assert term.origin["cy"] == "published", id
            assert term.term["cy"].casefold() == fact(term)["label_cy"].casefold(), id


@pytest.mark.parametrize("name", ["en", "cy", "class"])
def test_what_is_published_names_a_source_and_what_is_ours_does_not(name: str) -> None:
    field = name if name == "class" else f"term.{name}"
    faults = []
    for id, term in terms().items():
        supported = any(field in citation.supports for citation in term.sources)
        if supported != (term.origin[name] == "published"):
            faults.append(f"{id}: {field} is {term.origin[name]}, source: {supported}")
    assert faults == []


def test_words_point_where_they_were_collected_under() -> None:
    """A word that points to another points to the suggested one it was collected under, or to one of that one's words."""
    labels = {label(term): id for id, term in collected().items()}
    faults = []
    for id, term in collected().items():
        wanted = fact(term)["suggested_term_it_maps_to"]
        if not term.use or not wanted:
            continue
        target = terms()[term.use.term]
        near = {target.id, *target.broader, *target.related, *(other.id for other in loaded("main").related(target))}
        if labels[wanted.casefold()] not in near:
            faults.append(f"{id}: points to {target.id}, collected under {wanted}")
    assert faults == []


def test_every_source_is_cited() -> None:
    cited = {citation.source for term in terms().values() for citation in term.sources}
    assert set(loaded("main").of("sources")) - cited == set()


@pytest.mark.parametrize("root", ROOTS)
def test_every_address_is_stored(root: str) -> None:
    """A published address never hangs on a title: each record with a page keeps its slug in each other language."""
    found = loaded(root)
    faults = []
    for records in found.records.values():
        for record in records.values():
            for lang in found.codes[1:] if record.pages else ():
                if lang in record.titles() and lang not in record.slug:
                    faults.append(f"{record.file}: slug: {{{lang}: {slug(record.titles()[lang])}}}")
    assert faults == []


@pytest.mark.parametrize("root", ROOTS)
def test_hand_written_pages_exist_in_every_language(root: str) -> None:
    names = {code: {p.name for p in (ROOTS[root] / "content/pages" / code).glob("*.md")} for code in loaded(root).codes}
    assert len({frozenset(found) for found in names.values()}) == 1


def test_every_text_of_alba_is_a_draft() -> None:
    """Nobody has reviewed the example's Gaelic, and nothing says otherwise."""
    for records in loaded("alba").records.values():
        for record in records.values():
            assert {code: review.status for code, review in record.review.items()} == {"en": "draft", "gd": "draft"}, (
                record.file
            )


@pytest.mark.parametrize("root", ROOTS)
def test_records_are_laid_out_canonically(root: str) -> None:
    from generator.editing import laid_out

    assert [file for file, _ in laid_out(loaded(root))] == []


def test_nothing_collected_is_cited_twice_in_one_record() -> None:
    faults = [id for id, t in terms().items() if len({(c.source, c.at) for c in t.sources}) != len(t.sources)]
    assert faults == []


def test_the_paths_of_findings_are_shown_from_the_root() -> None:
    assert all(not Path(file).is_absolute() for root in ROOTS for file in findings(root))

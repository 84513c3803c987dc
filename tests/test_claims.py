"""A claim names a source of its record, wherever in the record it stands; one without a source fails the check."""

from __future__ import annotations

import pytest

from generator import catalogue, checks, cli, kinds
from generator.checks import claims
from generator.issues import Path
from generator.kinds.case_study import CaseStudy
from generator.kinds.claim import CITES
from generator.kinds.marks import marks
from tests.conftest import TODAY, Run, Tree
from tests.studying import FILES, TALKING, WALKING

STUDY = "content/case-studies/walking.yml"


def found(tree: Tree, text: str) -> list[tuple[str, Path, str]]:
    """What the check says of the study once it reads so."""
    root = tree({**FILES, STUDY: text})
    return [
        (issue.rule.code, issue.path, issue.message())
        for issue in claims.check(catalogue.load(root), TODAY)
        if issue.file == STUDY
    ]


def test_the_study_as_it_is_has_no_fault(tree: Tree) -> None:
    assert found(tree, WALKING) == []


CITING = {
    "where": "where:\n  - {says: {en: In parks., cy: Mewn parciau.}, from: [paper]}\n",
    "dates": "dates:\n  - {what: {en: it ran, cy: bu'n rhedeg}, from: [paper]}\n",
    "money": "money:\n  - {amount: 10, what: {en: for boots, cy: am esgidiau}, from: [paper]}\n",
    "model": "model:\n  - {says: {en: They walk., cy: Maent yn cerdded.}, from: [paper]}\n",
    "for_whom": "for_whom:\n  - {says: {en: All., cy: Pawb.}, from: [paper]}\n",
    "referred_by": "referred_by:\n  - {says: {en: Surgeries., cy: Meddygfeydd.}, from: [paper]}\n",
    "workers": "workers:\n  - {title: {en: Walk leader}, from: [paper]}\n",
    "outcomes": "outcomes:\n  - {what: {en: came, cy: a ddaeth}, kind: count, from: [paper]}\n",
    "evaluation": "evaluation:\n  - {says: {en: By letter., cy: Drwy lythyr.}, from: [paper]}\n",
    "learned": "learned:\n  - {says: {en: Buses matter., cy: Mae bysiau'n bwysig.}, from: [paper]}\n",
    "conflicts": (
        "conflicts:\n  - about: {en: The day, cy: Y diwrnod}\n    readings:\n"
        "      - {says: {en: A Monday, cy: Dydd Llun}, from: [paper]}\n"
        "      - {says: {en: A Friday, cy: Dydd Gwener}, from: [news]}\n"
    ),
}
"""Of each field that makes claims, one that names a source there is not."""


def study(field: str) -> str:
    """A study of one field beside what it must have."""
    return TALKING.partition("areas:")[0] + field + "sources: [{key: news, name: The Valley News}]\n"


def test_every_field_that_makes_claims_is_tried() -> None:
    assert {marked.spelt[0] for marked in marks(CaseStudy) if marked.mark == CITES} == CITING.keys()


@pytest.mark.parametrize("field", CITING)
def test_a_source_that_is_not_there_is_told_where_it_is_named(field: str, tree: Tree) -> None:
    said = [
        (code, path, message) for code, path, message in found(tree, study(CITING[field])) if code != "source-not-cited"
    ]
    within = ("readings", 0) if field == "conflicts" else ()
    assert said == [("claim-source", (field, 0, *within, "from", 0), "No source of this record has the key 'paper'.")]


@pytest.mark.parametrize("field", CITING)
@pytest.mark.parametrize(
    ("written", "code"),
    [(", from: [paper]", "missing-field"), ("from: [paper]", "empty-field")],
    ids=["left out", "empty"],
)
def test_a_claim_without_a_source_fails(field: str, written: str, code: str, tree: Tree, run: Run) -> None:
    without = "" if code == "missing-field" else "from: []"
    text = study(CITING[field].replace(written, without, 1))
    root = tree({**FILES, STUDY: text})
    said = [issue for issue in checks.run(catalogue.load(root), TODAY) if issue.file == STUDY and issue.blocks]
    assert (code, "from") in [(issue.rule.code, issue.path[-1]) for issue in said]
    assert run("check", "--root", root).status == 1


def test_every_kind_whose_claims_cite_has_sources() -> None:
    citing = {kind.folder: kind for kind in kinds.discover().values() if any(one.mark == CITES for one in marks(kind))}
    assert {"case-studies", "framework", "pathway", "competencies"} <= citing.keys()
    assert [folder for folder, kind in citing.items() if "sources" not in kind.model_fields] == []


def test_a_fault_blocks_the_build(tree: Tree) -> None:
    root = tree({**FILES, STUDY: WALKING.replace("from: [news]", "from: [paper]")})
    assert cli.main(["build", "--root", str(root), "--today", str(TODAY)]) == 1
    assert not (root / "site").exists()

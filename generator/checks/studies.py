"""Case studies: a figure says what it counts and is called what it is, time runs forward, and a sum that studies share stands in
each of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from generator.catalogue import Catalogue
from generator.issues import N_, Issue, Path, Rule, Severity
from generator.kinds.case_study import CaseStudy, Outcome
from generator.kinds.record import Record

UNIT = Rule(
    "outcome-unit",
    Severity.ERROR,
    N_("A figure and what it counts stand together."),
    N_("'{there}' stands here without '{missing}'."),
    N_("Write '{missing}' too, or take '{there}' out."),
)
KIND = Rule(
    "outcome-kind",
    Severity.ERROR,
    N_(
        "What each unit of money is worth is called social value, forecast or reckoned afterwards; and nothing else is."
    ),
    N_("A figure with the unit '{unit}' is no outcome of the kind '{kind}'."),
    N_("Write 'per-pound' and either 'sroi-forecast' or 'sroi-evaluative', or neither."),
)
ORDER = Rule(
    "span-order",
    Severity.ERROR,
    N_("What ends does so after it began."),
    N_("It ends, {until}, before it begins, {first}."),
    N_("Put one of the two right."),
)
SHARED = Rule(
    "sum-shared",
    Severity.ERROR,
    N_("A sum that several studies share stands in each of them, so that nobody counts it twice."),
    N_("'{id}' does not say that it shares {amount} with this study."),
    N_("Write the same amount there, with this study's id under 'shared_with'; or take '{id}' out here."),
)
WORTH = "per-pound"


def check(catalogue: Catalogue, today: date) -> Iterator[Issue]:
    studies = catalogue.of(CaseStudy.folder)
    for study in studies.values():
        if not isinstance(study, CaseStudy):
            continue
        for number, outcome in enumerate(study.outcomes):
            yield from _figure(study, outcome, ("outcomes", number))
            if outcome.period:
                yield from _order(study, outcome.period.from_, outcome.period.until, ("outcomes", number, "period"))
        for number, dated in enumerate(study.dates):
            yield from _order(study, dated.on, dated.until, ("dates", number))
        yield from _shared(study, studies)


def _figure(study: CaseStudy, outcome: Outcome, path: Path) -> Iterator[Issue]:
    if outcome.value is not None and outcome.unit is None:
        yield UNIT.at(study.file, (*path, "value"), there="value", missing="unit")
    elif outcome.value is None and outcome.unit is not None:
        yield UNIT.at(study.file, (*path, "unit"), there="unit", missing="value")
    elif outcome.unit and (outcome.unit == WORTH) != outcome.kind.startswith("sroi-"):
        yield KIND.at(study.file, (*path, "kind"), unit=outcome.unit, kind=outcome.kind)


def _order(study: CaseStudy, first: str | None, until: str | None, path: Path) -> Iterator[Issue]:
    """Days are compared as far as both are known: 2019-05 may end in 2019."""
    known = min(len(first or ""), len(until or ""))
    if first and until and until[:known] < first[:known]:
        yield ORDER.at(study.file, (*path, "until"), first=first, until=until)


def _shared(study: CaseStudy, studies: Mapping[str, Record]) -> Iterator[Issue]:
    for number, held in enumerate(study.money):
        for place, id in enumerate(held.shared_with):
            other = studies.get(id)
            if not isinstance(other, CaseStudy):
                continue
            if not any(theirs.amount == held.amount and study.id in theirs.shared_with for theirs in other.money):
                yield SHARED.at(study.file, ("money", number, "shared_with", place), id=id, amount=held.amount)

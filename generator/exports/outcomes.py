"""All outcomes of case studies as one table: a row an outcome, with how it came to be known, where it stands, and a licence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.catalogue import Catalogue
from generator.exports.wordlist import as_csv
from generator.kinds.case_study import CaseStudy, Outcome
from generator.kinds.claim import Cited
from generator.kinds.source import Source

FILE = "outcomes.csv"
NOT_STATED = "not stated"
_APART = " | "


def told(catalogue: Catalogue) -> bool:
    """Whether there is any outcome to tell of."""
    return any(study.outcomes for study in _studies(catalogue))


def published(catalogue: Catalogue) -> bytes:
    """The table. `licence` is that of the row, our words; `source_licence` that of each source, in the order of
    `sources`: a figure is a fact, and free, but a work is to be named."""
    codes = catalogue.codes
    rows = [row for study in _studies(catalogue) for row in _rows(catalogue, study)]
    return as_csv(_headings(codes), rows)


def _studies(catalogue: Catalogue) -> list[CaseStudy]:
    return [study for study in catalogue.of(CaseStudy.folder).values() if isinstance(study, CaseStudy)]


def _headings(codes: Sequence[str]) -> list[str]:
    return [
        *("study", "number", *(f"name.{code}" for code in codes), "countries", "areas", "funders"),
        *(*(f"what.{code}" for code in codes), "kind", "bound", "value", "unit", "currency", "n", "from", "until"),
        *("sources", "source_addresses", "source_dates", "source_licences", "licence", "licence_address", "page"),
    ]


def _rows(catalogue: Catalogue, study: CaseStudy) -> Iterator[dict[str, str]]:
    site = catalogue.site
    about = {
        "study": study.id,
        **{f"name.{code}": text for code, text in study.name.items()},
        "countries": _APART.join(study.countries),
        "areas": _APART.join(study.areas),
        "funders": _APART.join(study.funders),
        "licence": catalogue.said(site.licence, catalogue.main).text or NOT_STATED,
        "licence_address": site.licence_url or "",
        "page": (site.url or "/") + catalogue.address(study, catalogue.main),
    }
    for number, outcome in enumerate(study.outcomes, 1):
        cited = [source for source in study.sources if source.key in outcome.from_]
        yield {**about, "number": str(number), **_outcome(catalogue, outcome), **_sources(catalogue, cited)}


def _outcome(catalogue: Catalogue, outcome: Outcome) -> Mapping[str, str]:
    period = outcome.period
    return {
        **{f"what.{code}": text for code, text in outcome.what.items()},
        "kind": outcome.kind,
        "bound": outcome.bound if outcome.value is not None else "",
        "value": "" if outcome.value is None else f"{outcome.value:.9g}",
        "unit": outcome.unit or "",
        "currency": (catalogue.site.currency or "") if outcome.unit == "per-pound" else "",
        "n": "" if outcome.n is None else str(outcome.n),
        "from": (period.from_ if period else None) or "",
        "until": (period.until if period else None) or "",
    }


def _sources(catalogue: Catalogue, cited: Sequence[Cited]) -> Mapping[str, str]:
    known = [catalogue.of(Source.folder).get(source.source or "") for source in cited]
    works = [work if isinstance(work, Source) else None for work in known]
    pairs = list(zip(cited, works, strict=True))
    return {
        "sources": _APART.join(
            catalogue.title(work, catalogue.main).text if work else source.name or "" for source, work in pairs
        ),
        "source_addresses": _APART.join(source.url or (work.url if work else None) or "" for source, work in pairs),
        "source_dates": _APART.join(source.dated or (work.published if work else None) or "" for source, work in pairs),
        "source_licences": _APART.join((work.licence if work else None) or NOT_STATED for _, work in pairs),
    }

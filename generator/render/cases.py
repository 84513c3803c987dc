"""What the pages of case studies show: figures in words, beside how each came to be known; what studies are narrowed down by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from math import ceil
from typing import Any, NamedTuple

from markupsafe import Markup

from generator.escaping import EMPTY, escape
from generator.exports import data, outcomes
from generator.issues import N_, ngettext
from generator.kinds.case_study import MEANT, OUTCOME_KINDS, STATES, VIEWPOINTS, CaseStudy, Outcome, Period
from generator.kinds.claim import Dated
from generator.kinds.organisation import Organisation
from generator.kinds.record import Record
from generator.languages import language
from generator.render.finding import Choices
from generator.render.pathway import PathwayHere
from generator.studies import NONE, Studies

BOUNDS: Mapping[str, str] = {
    "about": N_("about {figure}"),
    "over": N_("over {figure}"),
    "nearly": N_("nearly {figure}"),
}
UNITS: Mapping[str, tuple[str, str]] = {
    "people": ngettext("{number} person", "{number} people"),
    "passengers": ngettext("{number} passenger", "{number} passengers"),
    "sessions": ngettext("{number} session", "{number} sessions"),
    "journeys": ngettext("{number} journey", "{number} journeys"),
    "points": ngettext("{number} point", "{number} points"),
}
BASIS = ngettext("rests on {number} person", "rests on {number} people")
PARTS: Mapping[str, str] = {
    "run_by": N_("ran it"),
    "funders": N_("paid for it"),
    "evaluators": N_("evaluated it"),
    "took_part": N_("took part"),
}
"""What an organisation was to a study, by the field that names it."""
LABELS: Mapping[str, str] = {
    "country": N_("Country"),
    "place": N_("Place"),
    "need": N_("Need"),
    "viewpoint": N_("Whose view its sources give"),
    "funder": N_("Paid for by"),
    "outcome": N_("How its findings are known"),
}
FIXED: Mapping[str, Mapping[str, str]] = {
    "viewpoint": VIEWPOINTS,
    "outcome": {**OUTCOME_KINDS, NONE: N_("no published finding was found")},
}
"""Facets whose values are no entries of a vocabulary, in their order."""
VOCABULARIES: Mapping[str, str] = {"country": "countries", "place": "areas", "need": "needs"}
SAID: Mapping[str, str] = {
    "remove": N_("Remove filter: {name}"),
    "clear": N_("Clear all filters"),
    "another": N_("Choose one more to compare with."),
    "full": N_("Three is the most that can stand side by side."),
    "choose": N_("Choose two or three studies to see them side by side."),
    "beside": N_("Side by side: {names}"),
}
COUNTED: Mapping[str, tuple[str, str]] = {
    "found": ngettext("{n} study of {all}", "{n} studies of {all}"),
    "ticked": ngettext("{n} chosen to compare", "{n} chosen to compare"),
    "compare": ngettext("Compare this {n}", "Compare these {n}"),
}
"""What the browser says."""


class Country(NamedTuple):
    """A country and the studies listed under it, in alphabetical order."""

    id: str
    name: Markup
    studies: Sequence[CaseStudy]


class CaseHere(PathwayHere):
    """As PathwayHere, for case studies too."""

    outcomes_file = f"{data.FOLDER}/{outcomes.FILE}"

    @cached_property
    def studies(self) -> Studies:
        return Studies(self.catalogue)

    def figure(self, outcome: Outcome) -> Markup:
        """A figure as one says it: over 2,000 people, 94%, £5.23 for each £1; "" where there is none."""
        if outcome.value is None:
            return EMPTY
        number = self.wording.number(outcome.value)
        if outcome.unit == "percent":
            figure = escape(f"{number}%")
        elif outcome.unit == "per-pound":
            figure = self.wording("{sum} for each {unit}", sum=self.money(outcome.value), unit=self.money(1))
        elif outcome.unit:
            figure = self.wording.count(*UNITS[outcome.unit], ceil(outcome.value), number=number)
        else:
            figure = escape(number)
        return self.wording(BOUNDS[outcome.bound], figure=figure) if outcome.bound in BOUNDS else figure

    def money(self, amount: float) -> str:
        """A sum in the money of the site."""
        return self.wording.money(amount, self.catalogue.site.currency)

    def known_as(self, kind: str) -> Markup:
        """How an outcome of a kind came to be known."""
        return self.wording(OUTCOME_KINDS[kind])

    def meant(self, kind: str) -> Markup:
        """What an outcome of a kind says, and what not."""
        return self.wording(MEANT[kind])

    def basis(self, outcome: Outcome) -> Markup:
        """How many people an outcome rests on; "" where that goes without saying."""
        if outcome.n is not None:
            number = self.wording.number(outcome.n)
            return self.wording.count(*BASIS, outcome.n, number=number)
        return self.wording(N_("number of people not stated")) if outcome.unit == "percent" else EMPTY

    def span(self, period: Period) -> Markup:
        """From when until when, as far as it is known."""
        first, last = period.from_, period.until
        if first and last:
            return Markup("{} – {}").format(self.part_date(first), self.part_date(last))
        if last:
            return self.wording("until {date}", date=self.part_date(last))
        return self.wording("from {date}", date=self.part_date(first)) if first else EMPTY

    def when(self, dated: Dated) -> Markup:
        """The day, month or years of something; "" where none is known."""
        if dated.on and not dated.until:
            return self.part_date(dated.on)
        return self.span(Period.model_construct(from_=dated.on, until=dated.until))

    def state_of(self, study: CaseStudy) -> Markup:
        return self.wording(STATES[study.state])

    def viewpoint(self, viewpoint: str) -> Markup:
        return self.wording(VIEWPOINTS[viewpoint])

    def beside_study(self, study: CaseStudy) -> list[Record]:
        """Studies to read beside one, whichever of them names the other."""
        studies = self.catalogue.of(CaseStudy.folder)
        named = [*study.related, *(id for sum in study.money for id in sum.shared_with)]
        found = {id: studies[id] for id in named if id in studies}
        found |= {one.id: one for one in self.pointing(study, CaseStudy.folder)}
        return self.sorted(one for one in found.values() if one is not study)

    def places(self, study: CaseStudy) -> Markup:
        """Where it took place: the areas that have a name here, with a page where there is one; its countries."""
        countries = [self.entry_name("countries", id) for id in study.countries]
        areas = [self._area_link(id) for id in study.areas if self.entry_name("areas", id) not in countries]
        return self.joined([*areas, *countries])

    def _area_link(self, id: str) -> Markup:
        name = self.entry_name("areas", id)
        page = next((area for area in self.studies.within(id) if area in self.directory.areas), None)
        return Markup('<a href="{}">{}</a>').format(self.area_page(page), name) if page else name

    def topics(self, study: CaseStudy) -> list[tuple[Markup, Markup]]:
        """What it is about: needs and activities under their labels, each leading to the groups there are for it."""
        found = [
            (N_("Needs:"), study.needs, "by-need", "needs", self.directory.by_need),
            (N_("Activities:"), study.activities, "by-activity", "activities", self.directory.by_activity),
        ]
        return [
            (self.wording(label), self.joined(self._topic(id, way, vocabulary, id in listed) for id in ids))
            for label, ids, way, vocabulary, listed in found
            if ids
        ]

    def _topic(self, id: str, way: str, vocabulary: str, listed: bool) -> Markup:
        return self.links_to((id,), way, vocabulary) if listed else self.entry_name(vocabulary, id)

    def by_country(self) -> list[Country]:
        """All studies, each under the first of its countries."""
        found = self.studies.by_country(self.lang).items()
        return [Country(id, self.entry_name("countries", id), studies) for id, studies in found]

    def study_facets(self) -> Iterator[Choices]:
        """All that studies are narrowed down by, with the choices that some study meets."""
        for facet, label in LABELS.items():
            yield Choices(facet, self.wording(label), self._study_choices(facet, self.studies.used[facet]))

    def _study_choices(self, facet: str, used: Iterable[str]) -> list[tuple[str, Markup]]:
        if facet in FIXED:
            return [(id, self.wording(said)) for id, said in FIXED[facet].items() if id in used]
        if facet == "country":
            return [(id, self.entry_name("countries", id)) for id in self.catalogue.entries("countries") if id in used]
        bodies, sort_key = self.catalogue.of(Organisation.folder), language(self.lang).sort_key
        if facet == "funder":
            found = [(id, self.line(bodies[id].titles())) for id in used if id in bodies]
        else:
            found = [(id, self.entry_name(VOCABULARIES[facet], id)) for id in used]
        return sorted(found, key=lambda choice: sort_key(choice[1].striptags()))

    def study_texts(self) -> Mapping[str, object]:
        """What the browser says, its {gaps} still open."""
        said: dict[str, object] = {name: self.wording.plain(text) for name, text in SAID.items()}
        return said | {name: self.wording.forms(*pair) for name, pair in COUNTED.items()}

    def studies_in(self, area: str) -> list[CaseStudy]:
        """The studies of what was tried in an area, or in what lies in it."""
        return [study for study in self.studies.ordered(self.lang) if area in self.studies.traits(study)["place"]]

    def studies_of(self, body: Record) -> list[tuple[Record, Sequence[Markup]]]:
        """The studies that an organisation had a part in, each with what it did."""
        did: dict[str, dict[str, Record]] = {}
        for reference in self.catalogue.pointing.get((body.folder, body.id), ()):
            if reference.record.folder == CaseStudy.folder and reference.path[0] in PARTS:
                did.setdefault(reference.record.id, {})[str(reference.path[0])] = reference.record
        studies = self.sorted(next(iter(parts.values())) for parts in did.values())
        return [(study, [self.wording(PARTS[part]) for part in PARTS if part in did[study.id]]) for study in studies]

    def schema(self, record: Any) -> Mapping[str, object]:
        """A study as an article about a project: who paid for it, where it was, what it rests on."""
        if not isinstance(record, CaseStudy):
            return super().schema(record)
        name = self.title(record).text
        project = {"funder": self._bodies(record.funders), "member": self._bodies(record.run_by)}
        places = [("areas", id) for id in record.areas] + [("countries", id) for id in record.countries]
        entries = [entry for vocabulary, id in places if (entry := self.entry(vocabulary, id))]
        return {
            "headline": name,
            "about": {"@type": "Project", "name": name, **{key: value for key, value in project.items() if value}},
            "spatialCoverage": [{"@type": "Place", "name": self.said(entry.name).text} for entry in entries],
            "citation": [self._cited(source) for source in record.sources],
            "isAccessibleForFree": True,
        }

    def _bodies(self, ids: Iterable[str]) -> list[Mapping[str, str]]:
        bodies = self.catalogue.of(Organisation.folder)
        return [{"@type": "Organization", "name": self.title(bodies[id]).text} for id in ids if id in bodies]

    def _cited(self, source: Any) -> Mapping[str, str]:
        known = self.catalogue.of("sources").get(source.source or "")
        name = self.title(known).text if known else source.name or ""
        found = {"name": name, "url": source.url or "", "datePublished": source.dated or ""}
        return {"@type": "CreativeWork", **{key: value for key, value in found.items() if value}}

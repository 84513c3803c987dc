"""What the templates of assets ask for: when, where, what it costs, how to get in, who says so, and what is near."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property

from markupsafe import Markup

from generator.answers import HOW
from generator.directory import newest
from generator.escaping import EMPTY, escape, quoted, safe
from generator.hours import text as hours
from generator.hours.occasion import told
from generator.issues import N_
from generator.kinds.asset import Asset, Telephone
from generator.kinds.evidence import Evidence
from generator.kinds.record import Occasion, Record
from generator.kinds.venue import Access
from generator.render.origins import OriginHere
from generator.render.page import lang_of

ANSWERS: Mapping[str, str] = {"yes": N_("yes"), "no": N_("no"), "unknown": N_("not known")}
STATES: Mapping[str, str] = {"open": N_("Open"), "paused": N_("Paused"), "closed": N_("Closed")}
SPOKEN: Mapping[str, str] = {"always": N_("always"), "sometimes": N_("sometimes"), "ask": N_("ask first")}
GRADES: Mapping[str, str] = {
    "A": N_("recent, or its own page"),
    "B": N_("some years old"),
    "C": N_("old"),
}
ROLES: Mapping[str, str] = {
    "connector": N_("people who help you find what suits you"),
    "voluntary-council": N_("body that supports voluntary groups"),
    "council": N_("council, for adults"),
    "transport": N_("community transport"),
    "line": N_("national line"),
}
SCHEMES: Mapping[str, str] = {
    "charity": N_("Registered charity"),
    "company": N_("Company"),
    "cio": N_("Charitable incorporated organisation"),
    "community-benefit-society": N_("Community benefit society"),
    "other": N_("Registered"),
}
_TERM = re.compile('<a href="([^"]+)" class="term">')


class AssetHere(OriginHere):
    """As OriginHere, for assets and those who run them too."""

    _page: Record | None = None
    _linked: frozenset[str] = frozenset()

    def once(self, texts: Mapping[str, str], record: Record) -> Markup:
        """Prose with each word of the glossary linked once on the whole page of a record: its texts are short and many."""
        if self._page is not record:
            self._page, self._linked = record, frozenset()
        made = self._prose(texts, self._linked)
        self._linked |= frozenset(_TERM.findall(made))
        return made

    def how(self, how: str) -> Markup:
        """By what means something was checked."""
        return self.wording(HOW[how])

    def scheme(self, scheme: str) -> Markup:
        """What a body is registered as."""
        return self.wording(SCHEMES[scheme])

    def run_by(self, organisation: Record) -> list[Record]:
        """What an organisation runs, as far as it is listed."""
        found = self.catalogue.pointing.get((organisation.folder, organisation.id), ())
        return self.sorted(r.record for r in found if r.record.folder == Asset.folder and r.path[0] == "organisation")

    def times(self, asset: Asset) -> list[tuple[str, Markup, Mapping[str, str]]]:
        """When it meets, a line a rhythm: the words, the place where there are several, what else to know."""
        several = len(asset.venues) > 1
        return [
            (line.text, self._venue_name(asset, line.venue) if several else EMPTY, line.note)
            for line in hours.timetable(asset.when, self.wording)
        ]

    def _venue_name(self, asset: Asset, id: str | None) -> Markup:
        """What a venue is called in a timetable: its name, its town; "" for one that is not to be shown."""
        venue = asset.venues.get(id or "")
        if venue is None or venue.mask != "exact":
            return EMPTY
        return self.line(venue.name) if venue.name else self._town(venue)

    def occasion(self, occasion: Occasion) -> str:
        """When something takes place that does not repeat."""
        return told(occasion, self.wording)

    def role(self, role: str) -> Markup:
        """What somebody is whom one can ask."""
        return self.wording(ROLES[role])

    def answer(self, answer: str) -> Markup:
        return self.wording(ANSWERS[answer])

    def access(self, fact: Access) -> Markup:
        """What is known of one feature, as a list item. Most say no more than yes or no, which is put into words once."""
        key = fact.feature, fact.state
        if key not in self._known:
            name = self.entry_name("access", fact.feature)
            self._known[key] = f'<li class="{fact.state}">{name}: {self.answer(fact.state)}'
        detail = f". {self.line(fact.detail)}" if fact.detail else ""
        return safe(f"{self._known[key]}{detail}</li>")

    @cached_property
    def _known(self) -> dict[tuple[str, str], str]:
        """The beginnings of what is known of access."""
        return {}

    def cost(self, asset: Asset) -> Markup:
        """What it costs, in a word and with its price where that is known."""
        if asset.cost is None or asset.cost.kind == "unknown":
            return safe(f'<span class="unknown">{self.wording(N_("not known: ask"))}</span>')
        name = self.entry_name("costs", asset.cost.kind)
        if asset.cost.amount is None:
            return name
        amount = self.wording.money(asset.cost.amount, self.catalogue.site.currency)
        return safe(f"{name}, {escape(amount)}")

    def spoken(self, asset: Asset) -> list[Markup]:
        """The languages it is offered in, and when."""
        return [
            self.wording(
                "{what} ({language})", what=self.wording.language(s.language), language=self.wording(SPOKEN[s.when])
            )
            + (Markup(" ") + self.line(s.note) if s.note else EMPTY)
            for s in asset.languages
        ]

    def ages(self, asset: Asset) -> Markup:
        """For what ages, "" where no limit is known."""
        youngest, oldest = asset.ages.from_, asset.ages.to
        if youngest is not None and oldest is not None:
            return self.wording("{youngest} to {oldest} years old", youngest=youngest, oldest=oldest)
        if youngest is not None:
            return self.wording("{youngest} years and older", youngest=youngest)
        return self.wording("up to {oldest} years old", oldest=oldest) if oldest is not None else EMPTY

    def dial(self, phone: Telephone) -> str:
        return ("sms:" if phone.text else "tel:") + phone.number.replace(" ", "")

    def web(self, asset: Asset) -> tuple[str, str]:
        """Its page and the language of that: this one's where it has one."""
        web = asset.contact.web
        lang = self.lang if self.lang in web else next((code for code in self.catalogue.codes if code in web), "")
        return (web[lang], lang) if lang else ("", "")

    def dated(self, asset: Asset) -> str:
        """The newest thing known of it, as a date that may lack day and month."""
        return newest(asset)

    def part_date(self, dated: str) -> Markup:
        """A date as far as it is known, in words."""
        return safe(f'<time datetime="{dated}">{escape(self.wording.part_date(dated))}</time>')

    def evidence(self, evidence: Evidence) -> Markup:
        """One source: its name, its date, how good it is."""
        source = self.catalogue.of("sources").get(evidence.source or "")
        name, mark = self._named(evidence, source)
        link = evidence.url or (self.url(source) if source else "")
        tag = f'a href="{escape(link)}" rel="nofollow"' if link else "span" if mark else ""
        shown = f"<{tag}{mark}>{escape(name)}</{tag.partition(' ')[0]}>" if tag else escape(name)
        dated = self.part_date(evidence.dated) if evidence.dated else self.wording("no date on it")
        said = "" if evidence.grade == "C" and not evidence.dated else GRADES.get(evidence.grade or "", "")
        return safe(f"{shown}, {dated} ({self.wording(said)})" if said else f"{shown}, {dated}")

    def _named(self, evidence: Evidence, source: Record | None) -> tuple[str, Markup]:
        """What a source is called, and the attribute for its language where that is known to be another."""
        if source:
            said = self.title(source)
            return said.text, lang_of(said, self.lang)
        if evidence.name:
            return evidence.name, self.lang_of_name(evidence.name)
        return self.wording.plain(N_("a page")), EMPTY

    def facts(self, asset: Asset) -> Iterator[Markup]:
        """The few facts that a result shows: when, what it costs, what makes it easy."""
        if brief := hours.brief(asset.when, self.wording):
            yield escape(brief)
        if asset.cost and asset.cost.kind != "unknown":
            yield self.cost(asset)
        for name in self.directory.traits.good(asset):
            if name not in ("free", "self"):
                yield self.good[name]

    @cached_property
    def _never(self) -> dict[str, Markup]:
        """What is said of what nobody has checked, by the date of its newest source: the same for many."""
        return {}

    @cached_property
    def good(self) -> Mapping[str, Markup]:
        """What readers see of each trait that is good to know."""
        from generator.traits import GOOD

        named = {name: self.wording(label) for name, label in GOOD.items()}
        return named | {
            f"in-{code}": self.wording("In {language}", language=self.wording.language(code))
            for code in self.catalogue.codes[1:]
        }

    def card(self, asset: Asset) -> Markup:
        """An asset in a list of results: its name, where, what it is, a few facts, how fresh it is."""
        said = self.title(asset)
        paused = f' <span class="badge">{self.wording(STATES["paused"])}</span>' if asset.state.now == "paused" else ""
        number = ""
        if phone := next(iter(asset.contact.phones), None):
            number = f'<p><a class="number" href="{self.dial(phone)}">{escape(phone.number)}</a></p>'
        facts = "".join(f"<li>{fact}</li>" for fact in self.facts(asset))
        summary = f"<p>{self.line(asset.summary)}</p>" if asset.summary else ""
        return safe(
            f'<h3><a href="{escape(self.url(asset))}"{lang_of(said, self.lang)}>{escape(said.text)}</a>{paused}</h3>'
            f'<p class="town">{self.towns(asset)}</p>{summary}{number}<ul class="facts">{facts}<li>{self.fresh(asset)}</li></ul>'
        )

    def fresh(self, asset: Asset) -> Markup:
        """Who says so and since when, in a line; the browser adds what today makes of it."""
        dated = newest(asset)
        if asset.checked:
            by, day = self.line(asset.checked.by), self.date(asset.checked.on)
            said = self.wording("Checked {date}: {by}", date=day, by=by)
            return safe(f'<span class="fresh" data-checked="{dated}">{said}</span>')
        if dated not in self._never:
            self._never[dated] = self._unchecked(dated)
        return self._never[dated]

    def _unchecked(self, dated: str) -> Markup:
        if dated:
            said = self.wording("Not yet checked; newest source {date}", date=self.part_date(dated))
        else:
            said = self.wording("Not yet checked; its source bears no date")
        return safe(f'<span class="fresh never" data-known="{dated}">{said}</span>')

    def message(self, asset: Asset) -> str:
        """A text message about an asset, ready to send: name, when, number, address."""
        phones = [phone.number for phone in asset.contact.phones[:1]]
        parts = [self.title(asset).text, hours.brief(asset.when, self.wording), *phones]
        address = (self.catalogue.site.url or "/") + self.catalogue.address(asset, self.lang)
        return quoted(". ".join([*filter(None, parts), address]))

"""What any template can ask for from where it stands: a language, and a way up to the site's root."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from markupsafe import Markup

from generator import markup
from generator.catalogue import Catalogue, Said
from generator.escaping import EMPTY, escape, safe
from generator.issues import N_
from generator.kinds.record import Record
from generator.kinds.vocabulary import Entry
from generator.mentions import Mentions
from generator.render.cited import language_of, marked
from generator.render.page import lang_of
from generator.wording import Wording

DESCRIPTION_LENGTH = 155
"""Characters of a page's description that search engines show."""

SUGGESTED, SAY = N_("suggested"), N_("see:")


class Way(NamedTuple):
    """A way in: its name, its address, the page it leads to as site.yml names it, what one finds there, ways within it."""

    name: Markup
    url: str
    to: str
    what: Markup
    links: Sequence[Way]


class Here:
    """One language at one depth of the site. Shared by all pages that stand there."""

    def __init__(self, catalogue: Catalogue, wording: Wording, root: str, mentions: Mentions) -> None:
        self.catalogue = catalogue
        self.mentions = mentions
        self.lang = wording.lang
        self.wording = wording
        self.root = root
        self._links: dict[tuple[str, str], Markup] = {}
        self._names: dict[tuple[str, str], Markup] = {}

    def said(self, texts: Mapping[str, str]) -> Said:
        return self.catalogue.said(texts, self.lang)

    def title(self, record: Record) -> Said:
        return self.catalogue.title(record, self.lang)

    def lang_of_name(self, name: str) -> Markup:
        """The attribute for a name given in one language only, where it is known as a word of another."""
        code = language_of(name, self.lang, self.mentions.names)
        return EMPTY if code == self.lang else Markup(' lang="{}"').format(code)

    def url(self, record: Record) -> str:
        return self.root + self.catalogue.address(record, self.lang)

    def page(self, name: str) -> str:
        """Address of a list or a named page: 'glossary', 'suggested', a hand-written page's file name; 'home'."""
        return f"{self.root}{self.lang}/" + ("" if name == "home" else f"{self.catalogue.word(name, self.lang)}/")

    def link(self, record: Record) -> Markup:
        """A link to a record by its title, marked with its language where that is another."""
        key = (record.folder, record.id)
        if key not in self._links:
            self._links[key] = self._link(record)
        return self._links[key]

    def _link(self, record: Record) -> Markup:
        said = self.title(record)
        return safe(f'<a href="{escape(self.url(record))}"{lang_of(said, self.lang)}>{escape(said.text)}</a>')

    def line(self, texts: Mapping[str, str]) -> Markup:
        """One line of text; in a span with its language where it stands in for a missing one."""
        said = self.said(texts)
        if said.lang == self.lang:
            return escape(said.text)
        return safe(f"<span{lang_of(said, self.lang)}>{escape(said.text)}</span>")

    def prose(self, texts: Mapping[str, str], record: Record | None = None) -> Markup:
        """Prose as HTML, its words linked; not to the record it stands with, nor to the one that points to. Where it
        stands in for a missing language, it carries its own and one line says so."""
        return self._prose(texts, self._own(record))

    def _prose(self, texts: Mapping[str, str], own: Collection[str]) -> Markup:
        """Prose with no link to the addresses in `own`."""
        said = self.said(texts)
        made = self.mentions.linked(said.text, said.lang, self._word_url, own, self._target)
        made = marked(made, said.lang, self.mentions.names)
        if said.lang == self.lang:
            return made
        return Markup('<div class="stand-in">{}<div lang="{}">{}</div></div>').format(
            self._stands_in(said), said.lang, made
        )

    def lead(self, texts: Mapping[str, str]) -> Markup:
        """What a page begins with; where it stands in for a missing language, one line says so."""
        said = self.said(texts)
        note = self._stands_in(said) if said.lang != self.lang else ""
        return Markup('{}<p class="lead">{}</p>').format(note, self.line(texts))

    def _stands_in(self, said: Said) -> Markup:
        note = self.wording(
            "This text is in {language}; there is none in {wanted} yet.",
            language=self.wording.language(said.lang),
            wanted=self.wording.language(self.lang),
        )
        return Markup('<p class="stand-in-note">{}</p>').format(note)

    def schema(self, record: Record) -> Mapping[str, object]:
        """What schema.org can say of a record, beyond its type, name and description."""
        return record.json_ld(self.lang)

    def beside(self, record: Record) -> Mapping[str, str]:
        """Files that lie beside a record's page, by their names."""
        return {}

    def linked(self, html: str) -> Markup:
        """HTML of this language that others made, its words linked."""
        return self.mentions.linked_html(html, self.lang, self._word_url)

    def plain_prose(self, text: str) -> Markup:
        """Prose as HTML with the links its author made, no others."""
        return markup.html(text, self._target)

    def _word_url(self, id: str) -> str:
        return self.url(self.catalogue.terms[id])

    def _own(self, record: Record | None) -> list[str]:
        better = self.catalogue.better(record) if record else None
        return [self.url(found) for found in (record, better) if found]

    def _target(self, id: str) -> tuple[str, str] | None:
        record = self.catalogue.terms.get(id)
        return (self.url(record), self.title(record).text) if record else None

    def plain(self, texts: Mapping[str, str], limit: int = DESCRIPTION_LENGTH) -> str:
        """Text of a description: no marks, cut between words."""
        return markup.shortened(markup.plain(self.said(texts).text, self._name), limit)

    def _name(self, id: str) -> str:
        record = self.catalogue.terms.get(id)
        return self.title(record).text if record else id

    def date(self, day: date) -> Markup:
        return safe(f'<time datetime="{day.isoformat()}">{escape(self.wording.date(day))}</time>')

    def entry(self, vocabulary: str, id: str) -> Entry | None:
        return self.catalogue.entries_of(vocabulary).get(id)

    def entry_name(self, vocabulary: str, id: str) -> Markup:
        """What readers see of a vocabulary's entry, or of one of site.yml's sectors; its id where nothing names it."""
        key = (vocabulary, id)
        if key not in self._names:
            self._names[key] = self._entry_name(vocabulary, id)
        return self._names[key]

    def _entry_name(self, vocabulary: str, id: str) -> Markup:
        if vocabulary == "sectors":
            found = next((sector.name for sector in self.catalogue.site.sectors if sector.id == id), None)
        else:
            entry = self.entry(vocabulary, id)
            found = entry.name if entry else None
        return self.line(found) if found else escape(id)

    def joined(self, parts: Iterable[Markup]) -> Markup:
        return safe(", ".join(parts))

    def doors(self) -> list[Way]:
        """The ways in, for the home page."""
        return [
            self._way_in(
                door.name, door.to, self.line(door.what), [self._way_in(link.name, link.to) for link in door.links]
            )
            for door in self.catalogue.site.doors
        ]

    def _way_in(self, name: Mapping[str, str], to: str, what: Markup = EMPTY, links: Sequence[Way] = ()) -> Way:
        return Way(self.line(name), self.page(to), to, what, links)

    def index_entry(self, record: Record, filtered: bool = False) -> Markup:
        """A record's line in an A to Z or a theme: its link, and where it leads; for the filter, all its names too."""
        names = dict.fromkeys((*self._titles(record), *record.other_names())) if filtered else ()
        data = f' data-names="{escape(" | ".join(names))}"' if filtered else ""
        better = self.catalogue.better(record)
        leads = (
            f' <span class="leads"><span aria-hidden="true">→</span><span class="unseen">{self.wording(SAY)}</span> {self.link(better)}</span>'
            if better
            else ""
        )
        suggested = getattr(record, "suggested", False)
        badge = f' <span class="badge suggested">{self.wording(SUGGESTED)}</span>' if suggested else ""
        return safe(f"<li{data}>{self.link(record)}{leads}{badge}</li>")

    def _titles(self, record: Record) -> list[str]:
        titles = record.titles()
        return [titles[code] for code in self.catalogue.codes if code in titles]

    def items(self, records: Sequence[Record]) -> Markup:
        """Links as list items, in alphabetical order."""
        return safe("".join([f"<li>{self.link(record)}</li>" for record in self.sorted(records)]))

    def sorted(self, records: Iterable[Record]) -> list[Record]:
        """Records in alphabetical order, kind by kind."""
        return sorted(records, key=lambda record: (record.folder, self.catalogue.rank(record, self.lang)))

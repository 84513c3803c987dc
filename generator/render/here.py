"""What any template can ask for from where it stands: a language, and a way up to the site's root."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from markupsafe import Markup, escape

from generator import markup
from generator.catalogue import Catalogue, Said
from generator.issues import N_
from generator.kinds.record import Record
from generator.kinds.vocabulary import Entry, Vocabulary
from generator.mentions import Mentions
from generator.render.cited import language_of, marked
from generator.render.page import lang_of
from generator.wording import Wording

DESCRIPTION_LENGTH = 155
"""Characters of a page's description that search engines show."""

SUGGESTED, SAY = N_("suggested"), N_("see:")


class Here:
    """One language at one depth of the site. Shared by all pages that stand there."""

    def __init__(self, catalogue: Catalogue, wording: Wording, root: str, mentions: Mentions) -> None:
        self.catalogue = catalogue
        self.mentions = mentions
        self.lang = wording.lang
        self.wording = wording
        self.root = root
        self._links: dict[tuple[str, str], Markup] = {}

    def said(self, texts: Mapping[str, str]) -> Said:
        return self.catalogue.said(texts, self.lang)

    def title(self, record: Record) -> Said:
        return self.catalogue.title(record, self.lang)

    def lang_of_name(self, name: str) -> Markup:
        """The attribute for a name given in one language only, where it is known as a word of another."""
        code = language_of(name, self.lang, self.mentions.names)
        return Markup("") if code == self.lang else Markup(' lang="{}"').format(code)

    def url(self, record: Record) -> str:
        return self.root + self.catalogue.address(record, self.lang)

    def page(self, name: str) -> str:
        """Address of a list or a named page: 'glossary', 'suggested', a hand-written page's file name; 'home'."""
        return f"{self.root}{self.lang}/" + ("" if name == "home" else f"{self.catalogue.word(name, self.lang)}/")

    def link(self, record: Record) -> Markup:
        """A link to a record by its title, marked with its language where that is another."""
        key = (record.folder, record.id)
        if key not in self._links:
            said = self.title(record)
            url, lang = escape(self.url(record)), lang_of(said, self.lang)
            self._links[key] = Markup(f'<a href="{url}"{lang}>{escape(said.text)}</a>')
        return self._links[key]

    def line(self, texts: Mapping[str, str]) -> Markup:
        """One line of text; in a span with its language where it stands in for a missing one."""
        said = self.said(texts)
        if said.lang == self.lang:
            return escape(said.text)
        return Markup(f"<span{lang_of(said, self.lang)}>{escape(said.text)}</span>")

    def prose(self, texts: Mapping[str, str], record: Record | None = None) -> Markup:
        """Prose as HTML, its words linked; not to the record it stands with, nor to the one that points to. Where it
        stands in for a missing language, it carries its own and one line says so."""
        said = self.said(texts)
        made = self.mentions.linked(said.text, said.lang, self._word_url, self._own(record), self._target)
        made = marked(made, said.lang, self.mentions.names)
        if said.lang == self.lang:
            return made
        note = self.wording(
            "This text is in {language}; there is none in {wanted} yet.",
            language=self.wording.language(said.lang),
            wanted=self.wording.language(self.lang),
        )
        return Markup('<div class="stand-in"><p class="stand-in-note">{}</p><div lang="{}">{}</div></div>').format(
            note, said.lang, made
        )

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
        return Markup(f'<time datetime="{day.isoformat()}">{escape(self.wording.date(day))}</time>')

    def entry(self, vocabulary: str, id: str) -> Entry | None:
        found = self.catalogue.of("vocabularies").get(vocabulary)
        return found.entries.get(id) if isinstance(found, Vocabulary) else None

    def entry_name(self, vocabulary: str, id: str) -> Markup:
        """What readers see of a vocabulary's entry, or of one of site.yml's sectors; its id where nothing names it."""
        if vocabulary == "sectors":
            found = next((sector.name for sector in self.catalogue.site.sectors if sector.id == id), None)
        else:
            entry = self.entry(vocabulary, id)
            found = entry.name if entry else None
        return self.line(found) if found else escape(id)

    def joined(self, parts: Iterable[Markup]) -> Markup:
        return Markup(", ".join(parts))

    def doors(self) -> list[Mapping[str, object]]:
        """The ways in, for the home page."""
        return [
            {
                "name": self.line(door.name),
                "what": self.line(door.what),
                "url": self.page(door.to),
                "to": door.to,
                "links": [{"name": self.line(link.name), "url": self.page(link.to)} for link in door.links],
            }
            for door in self.catalogue.site.doors
        ]

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
        return Markup(f"<li{data}>{self.link(record)}{leads}{badge}</li>")

    def _titles(self, record: Record) -> list[str]:
        titles = record.titles()
        return [titles[code] for code in self.catalogue.codes if code in titles]

    def items(self, records: Sequence[Record]) -> Markup:
        """Links as list items, in alphabetical order."""
        return Markup("".join([f"<li>{self.link(record)}</li>" for record in self.sorted(records)]))

    def sorted(self, records: Iterable[Record]) -> list[Record]:
        """Records in alphabetical order, kind by kind."""
        return sorted(records, key=lambda record: (record.folder, self.catalogue.rank(record, self.lang)))

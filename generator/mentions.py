"""Which records mention which words, and prose with its words linked: one matcher a language, made when first asked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import cached_property

from markupsafe import Markup

from generator import markup, matcher
from generator.catalogue import Catalogue
from generator.kinds.record import Record
from generator.kinds.term import Term
from generator.languages import language
from generator.languages.rules import fold
from generator.matcher import Address, Matcher
from generator.texts import strings


class Mentions:
    """The words of one catalogue in its texts."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._matchers: dict[str, Matcher] = {}

    def matcher(self, code: str) -> Matcher:
        if code not in self._matchers:
            self._matchers[code] = Matcher(self.catalogue.terms.values(), code, language(code).rules)
        return self._matchers[code]

    def linked(self, text: str, code: str, address: Address, own: Collection[str], target: markup.Target) -> Markup:
        """Prose of a language as HTML, its words linked beside what its author linked."""
        if not markup.special(text):
            text = text.strip()
            return markup.paragraph(matcher.linked(text, self.matcher(code).mentions(text), address, own))
        return self.linked_html(markup.html(text, target), code, address, own)

    def linked_html(self, html: str, code: str, address: Address, own: Collection[str] = ()) -> Markup:
        """HTML in a language with its words linked."""
        return matcher.linked_html(html, self.matcher(code), address, own)

    def words_in(self, record: Record) -> set[str]:
        """Ids of the words that a record's texts mention or link to, in any language; its own is none."""
        found: set[str] = set()
        for code in self.catalogue.codes:
            for path in record.search.text:
                for text in strings(record, path, code):
                    found.update(markup.links(text))
                    found.update(mention.id for mention in self.matcher(code).mentions(text))
        own = record.id if record.folder == Term.folder else ""
        return {id for id in found if id in self.catalogue.terms and id != own}

    @cached_property
    def names(self) -> Mapping[str, Collection[str]]:
        """The labels of each language, folded, and the names that lists of choices give."""
        named = (entry.name for vocabulary in self.catalogue.choices for entry in vocabulary.entries.values())
        labels = [*named, *(term.term for term in self.catalogue.terms.values())]
        return {code: {fold(names[code]) for names in labels if code in names} for code in self.catalogue.codes}

    @cached_property
    def used_in(self) -> Mapping[str, tuple[Record, ...]]:
        """Records that mention a word, by its id."""
        return self._used_in(record for records in self.catalogue.records.values() for record in records.values())

    def _used_in(self, records: Iterable[Record]) -> Mapping[str, tuple[Record, ...]]:
        found: defaultdict[str, list[Record]] = defaultdict(list)
        for record in records:
            if record.pages:
                for id in self.words_in(record):
                    found[id].append(record)
        return {id: tuple(users) for id, users in found.items()}

"""What a glossary holds, counted: words by class and by whose word they are, texts in each language, themes, evidence.

What a named source publishes and what is ours are never added up without being shown apart.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from generator.catalogue import Catalogue
from generator.kinds.record import Record
from generator.kinds.source import Source
from generator.kinds.term import Term

UNKNOWN = "unknown"
"""The origin of what no record says."""

ByLanguage = Mapping[str, int]


class Counts:
    """The counts of one catalogue. `weighty` are core and suggested concepts, the words that matter most."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.codes = catalogue.codes
        self.catalogue = catalogue
        self.words = tuple(catalogue.terms.values())
        self.concepts = tuple(term for term in self.words if not term.use)
        self.weighty = tuple(term for term in self.concepts if term.suggested or term.class_ == "core")
        self.suggested = sum(term.suggested for term in self.words)

    def classes(self) -> Mapping[str, Counter[str]]:
        """Words of each class by whose choice it is: 'published', 'editorial', 'unknown'. Words without one under ""."""
        found: dict[str, Counter[str]] = {"core": Counter(), "non-core": Counter(), "": Counter()}
        for term in self.words:
            found[term.class_ or ""][term.origin.get("class", UNKNOWN) if term.class_ else UNKNOWN] += 1
        return {name: counter for name, counter in found.items() if counter}

    def pointing(self) -> Counter[str]:
        """Words that point to another, by how."""
        return Counter(term.use.kind for term in self.words if term.use)

    def names(self) -> Mapping[str, Counter[str]]:
        """In each language, words by whose name it is: 'published', 'editorial', 'unknown', or 'none' where there is none."""
        return {
            code: Counter(term.origin.get(code, UNKNOWN) if code in term.term else "none" for term in self.words)
            for code in self.codes
        }

    def evidence(self) -> Sequence[tuple[Record, ByLanguage]]:
        """Sources that names are published in, with their number in each language, the most first."""
        found: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for term in self.words:
            published = [code for code in self.codes if term.origin.get(code) == "published"]
            for source in dict.fromkeys(citation.source for citation in term.sources):
                supported = {f for citation in term.sources if citation.source == source for f in citation.supports}
                found[source].update(code for code in published if f"{term.title_field}.{code}" in supported)
        sources = self.catalogue.of(Source.folder)
        held = [(sources[id], counter) for id, counter in found.items() if id in sources and counter]
        return sorted(held, key=lambda entry: (-entry[1].total(), entry[0].id))

    def texts(self) -> Mapping[str, tuple[ByLanguage, int]]:
        """How many words have a text in each language, and of how many it is asked."""

        def having(terms: Iterable[Term], text: Callable[[Term], Mapping[str, object]]) -> tuple[ByLanguage, int]:
            asked = list(terms)
            return {code: sum(code in text(term) for term in asked) for code in self.codes}, len(asked)

        return {
            "definition": having(self.concepts, lambda term: term.definition),
            "easy_read": having(self.concepts, lambda term: term.easy_read),
            "example": having(self.concepts, lambda term: term.example),
            "whole": having(self.weighty, _whole),
            "shade": having((t for t in self.words if t.use), lambda term: term.use.note if term.use else {}),
        }

    def in_each(self, counted: Mapping[str, Counter[str]], key: str) -> list[int]:
        """One number of each language's."""
        return [counted[code][key] for code in self.codes]

    def states(self) -> Mapping[str, Counter[str]]:
        """In each language, words by how far they were checked; 'none' where that is not recorded."""
        return {
            code: Counter(term.review[code].status if code in term.review else "none" for term in self.words)
            for code in self.codes
        }

    def themes(self) -> Mapping[str, int]:
        """Words under each theme, by the vocabulary's order."""
        held = Counter(theme for term in self.words for theme in set(term.themes))
        return {id: held[id] for id in self.catalogue.entries("themes")}

    def relations(self) -> Mapping[str, int]:
        """Relations between words by kind: each counts once, whichever side states it."""
        wider = sum(len(set(term.broader)) for term in self.words)
        related = {frozenset((term.id, id)) for term in self.words for id in term.related}
        return {"broader": wider, "related": len(related), "use": len(self.words) - len(self.concepts)}

    def cited(self) -> int:
        """Sources that some word cites."""
        return len({citation.source for term in self.words for citation in term.sources})


def _whole(term: Term) -> Mapping[str, str]:
    """The languages in which a word has a definition, plain words and an example."""
    return {code: text for code, text in term.definition.items() if code in term.easy_read and code in term.example}

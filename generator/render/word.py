"""What the templates of words ask for beside that: who says a word, whose words explain it, what is near, what supports it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from markupsafe import Markup

from generator.catalogue import Catalogue
from generator.escaping import escape, safe
from generator.issues import N_
from generator.kinds.record import Record, Review
from generator.kinds.term import Citation, Term
from generator.mentions import Mentions
from generator.render.here import Here
from generator.wording import Wording

USE_KINDS: Mapping[str, str] = {
    "synonym": N_("another word for the same thing"),
    "near-synonym": N_("close in meaning, not quite the same"),
    "abbreviation": N_("short for it"),
    "former-name": N_("an earlier name for it"),
    "avoid": N_("better not used"),
}
NOT_RECORDED, PAGE = N_("not recorded"), N_("page")
FOR_ALL = N_("suggested for all sectors")
NEAR = 10
"""Related words shown at once: a word's own come first."""
CLASS_NAMES: Mapping[str, str] = {"core": N_("Core word"), "non-core": N_("Non-core word")}
SUPPORTED: Mapping[str, str] = {
    "term": N_("the word"),
    "class": N_("its class"),
    "suggested": N_("that it is suggested"),
    "use": N_("what it points to"),
    "used_by": N_("who says it"),
    "definition": N_("the definition"),
    "easy_read": N_("the plain words"),
    "note": N_("the note"),
    "broader": N_("the wider word"),
    "related": N_("related words"),
    "example": N_("the example"),
    "forms": N_("other forms"),
}


class WordHere(Here):
    """As Here, for words too."""

    def __init__(self, catalogue: Catalogue, wording: Wording, root: str, mentions: Mentions) -> None:
        super().__init__(catalogue, wording, root, mentions)
        self._notices: dict[object, Markup] = {}
        self._supports: dict[tuple[str, ...], Markup] = {}
        names = {code: wording.language(code) for code in catalogue.codes}
        self.in_language = {code: wording("In {language}:", language=name) for code, name in names.items()}
        self.no_word_in = {code: wording("No word in {language} yet.", language=name) for code, name in names.items()}
        self.class_names = {name: wording(said) for name, said in CLASS_NAMES.items()}
        self.pages = {name: self.page(name) for name in ("core", "themes")}

    def use_kind(self, kind: str) -> Markup:
        """What a word is to the one it points to."""
        return self.wording(USE_KINDS[kind])

    def who(self, term: Term) -> Markup:
        """Sectors and nations that prefer a word; else that it is meant for all of them, or that this is not recorded."""
        names = [self.entry_name("sectors", id) for id in term.used_by.sectors]
        names += [self.entry_name("nations", id) for id in term.used_by.nations]
        if names:
            return self.joined(names)
        if term.suggested:
            return self.wording(FOR_ALL)
        return safe(f'<span class="unknown">{self.wording(NOT_RECORDED)}</span>')

    def whose_words(self, term: Term) -> Markup:
        """Whose authority speaks, and how far the text has been checked; the same sentence in every language."""
        review = term.review.get(self.said(term.definition or (term.use.note if term.use else {})).lang)
        key = (review.status, review.by, review.on) if review else None
        if key not in self._notices:
            self._notices[key] = self._notice(review)
        return self._notices[key]

    def whose_text(self, record: Record) -> Markup:
        """The same of a record of any kind."""
        return self._notice(self._review(record))

    def checked_so_far(self, record: Record) -> Markup:
        """How far a record's text has been checked."""
        return self._reviewed(self._review(record))

    def _review(self, record: Record) -> Review | None:
        texts = record.summaries()
        return record.review.get(self.said(texts).lang if texts else self.lang)

    def _notice(self, review: Review | None) -> Markup:
        official = bool(self.catalogue.site.suggested_by)
        whose = self.wording("Our words, not the official text.") if official else self.wording("Our words.")
        return whose + " " + self._reviewed(review)

    def _reviewed(self, review: Review | None) -> Markup:
        if review is None or review.status == "draft":
            return self.wording("Draft: nobody else has checked it yet.")
        if review.by and review.on:
            return self.wording("Reviewed by {name}, {date}.", name=review.by, date=self.wording.date(review.on))
        return self.wording("Reviewed.")

    def other_names(self, term: Term) -> list[tuple[str, str]]:
        """The word in each other language of the site, "" where there is none; the page's own too where it has none."""
        shown = self.title(term).lang
        return [
            (code, term.term.get(code, ""))
            for code in self.catalogue.codes
            if code != shown and (code != self.lang or code not in term.term)
        ]

    def related(self, term: Term) -> list[tuple[Markup | str, Sequence[Record], Sequence[Record]]]:
        """Wider, narrower and related words: a heading each ("" for related ones alone), those shown, and those to be
        folded away, for a word that many others name."""
        also = self.catalogue.related(term)
        groups: list[tuple[Markup | str, Sequence[Record], Sequence[Record]]] = [
            (self.wording("Wider"), self.catalogue.broader(term), ()),
            (self.wording("Narrower"), self.catalogue.narrower(term), ()),
            (self.wording("See also"), also[:NEAR], also[NEAR:]),
        ]
        found = [group for group in groups if group[1]]
        return [("", *found[0][1:])] if len(found) == 1 and also else found

    def citations(self, term: Term) -> Markup:
        """Sources as list items: their link, the page in them, what they are cited for."""
        sources = self.catalogue.of("sources")
        out = []
        for citation in term.sources:
            link = self.link(sources[citation.source]) if citation.source in sources else escape(citation.source)
            page = self._page_of(citation) if citation.at else ""
            out.append(f'<li>{link}{page}<br><span class="supports">{self._supported(citation.supports)}</span></li>')
        return safe("".join(out))

    def _page_of(self, citation: Citation) -> str:
        """A link to the page cited; its name for those who hear links alone says of what."""
        source = self.catalogue.of("sources").get(citation.source)
        name = self.title(source).text if source else citation.source
        page = self.wording(PAGE)
        return f' (<a href="{escape(citation.at)}" aria-label="{page}: {escape(name)}">{page}</a>)'

    def _supported(self, names: tuple[str, ...]) -> Markup:
        """What a source is cited for, in readers' words."""
        if names not in self._supports:
            what = self.joined(self._support(name) for name in names)
            self._supports[names] = self.wording("for: {what}", what=what)
        return self._supports[names]

    def _support(self, name: str) -> Markup:
        head, _, code = name.partition(".")
        said = self.wording(SUPPORTED[head]) if head in SUPPORTED else escape(head)
        if code in self.catalogue.codes:
            return self.wording("{what} ({language})", what=said, language=self.wording.language(code))
        return said

    def citation(self, record: Record) -> Markup:
        """How to cite a record's page."""
        site = self.catalogue.site
        name = self.said(site.name).text or "Geirfa"
        day = max((change.on for change in record.changes), default=None)
        address = (site.url or "/") + self.catalogue.address(record, self.lang)
        parts = [f"“{self.title(record).text}”", name]
        parts += [self.wording.date(day)] if day else []
        return escape(f"{', '.join(parts)}. {address}")

    def editorial_classes(self, terms: Iterable[Term]) -> int:
        """How many of these words have a class that is our choice."""
        return sum(term.origin.get("class") == "editorial" for term in terms)

    def used_in(self, term: Term) -> list[Record]:
        """Records whose texts mention a word, but those that are beside it on its page already."""
        users = self.mentions.used_in.get(term.id)
        if not users:
            return []
        near = {record.id for record in (*self.catalogue.words_for(term), *self.catalogue.related(term))}
        near |= {record.id for record in (*self.catalogue.broader(term), *self.catalogue.narrower(term))}
        return self.sorted(
            user for user in users if user.uses_words and (user.folder != term.folder or user.id not in near)
        )

    def citing(self, source: Record) -> list[Record]:
        """Records that cite a source."""
        found = {
            (r.record.folder, r.record.id): r.record
            for r in self.catalogue.pointing.get((source.folder, source.id), ())
        }
        return [record for record in found.values() if record.pages]

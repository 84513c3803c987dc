"""Texts use the words that the root's own list of choices decided for.

Any vocabulary that `decides` for a language is such a list: an entry's name is the word chosen, its forms are the words
decided against. A label that a source publishes stays as it was published; a record may always use its own label and
forms; notes may speak of any word.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from generator.catalogue import Catalogue
from generator.issues import N_, Issue, Rule, Severity
from generator.kinds.term import Term
from generator.kinds.vocabulary import Entry, Vocabulary
from generator.languages import language
from generator.languages.rules import fold
from generator.matcher import Finder, Form
from generator.texts import Text

DECIDED_OTHERWISE = Rule(
    "decided-otherwise",
    Severity.WARNING,
    N_("Texts use the words that a list of choices decided for."),
    N_("'{found}' stands here; for '{concept}' the list '{vocabulary}' decided for '{chosen}'."),
    N_("Write '{chosen}', or change the decision in content/vocabularies/{vocabulary}.yml."),
)

READ = frozenset({"term", "definition", "easy_read", "example"})
"""Fields of a word in which the choices hold."""
_HARMLESS = ""

Choices = Mapping[str, tuple[Vocabulary, Entry]]


def check(catalogue: Catalogue, today: date) -> Iterator[Issue]:
    deciding = {code: found for code in catalogue.codes if (found := _deciding(catalogue, code))}
    finders = {code: _finders(catalogue, found, code) for code, found in deciding.items()}
    for text in catalogue.texts if finders else ():
        if text.lang in finders and text.path[0] in READ and isinstance(text.record, Term):
            finder = finders[text.lang][text.path[0] == "term"]
            yield from _text(catalogue, text.record, text, finder, deciding[text.lang])


def _deciding(catalogue: Catalogue, code: str) -> Choices:
    """Every choice for a language, by the list's id and its own."""
    return {
        f"{vocabulary.id}/{id}": (vocabulary, entry)
        for vocabulary in catalogue.choices
        if vocabulary.decides == code
        for id, entry in vocabulary.entries.items()
    }


def _finders(catalogue: Catalogue, deciding: Choices, code: str) -> tuple[Finder, Finder]:
    """What finds words decided against in prose, and in labels. None is found inside a chosen word that is longer, nor in
    prose inside the label of another word."""
    against = [Form(key, form) for key, (_, entry) in deciding.items() for form in entry.forms.get(code, ())]
    chosen = [Form(_HARMLESS, entry.name[code]) for _, entry in deciding.values() if code in entry.name]
    labels = [Form(_HARMLESS, term.term[code]) for term in catalogue.terms.values() if code in term.term]
    rules = language(code).rules
    return Finder([*chosen, *against, *labels], rules), Finder([*chosen, *against], rules)


def _text(catalogue: Catalogue, term: Term, text: Text, finder: Finder, deciding: Choices) -> Iterator[Issue]:
    if text.path[0] == "term" and (term.use or term.origin.get(text.lang) == "published"):
        return  # what others call it, and what they publish
    own = "" if text.path[0] == "term" else _own(term, text.lang)
    for start, end, key in finder.mentions(text.text):
        if key == _HARMLESS:
            continue
        vocabulary, entry = deciding[key]
        if not any(fold(form) in own for form in entry.forms.get(text.lang, ())):
            yield DECIDED_OTHERWISE.at(
                term.file,
                text.path,
                found=text.text[start:end],
                concept=catalogue.said(entry.name, catalogue.main).text,
                chosen=catalogue.said(entry.name, text.lang).text,
                vocabulary=vocabulary.id,
            )


def _own(term: Term, lang: str) -> str:
    """The label and forms of a word, folded: what its own texts may say."""
    forms = term.forms.get(lang)
    names = (term.term.get(lang, ""), *(forms.plural if forms else ()), *(forms.other if forms else ()))
    return " | ".join(map(fold, names))

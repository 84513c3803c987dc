"""Hand-written pages exist in every language, link to what exists, and share no address with another page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from generator.catalogue import Catalogue
from generator.issues import N_, Issue, Phrase, Rule, Severity
from generator.kinds.fields import is_id
from generator.kinds.rules import DID_YOU_MEAN
from generator.kinds.term import Term
from generator.languages import language
from generator.loading import SITE_FILE
from generator.markup import LINK
from generator.nearby import did_you_mean

PAGE_WITHOUT_TWIN = Rule(
    "page-without-twin",
    Severity.WARNING,
    N_("Every hand-written page exists in every language."),
    N_("This page has no twin in {language}."),
    N_("Write '{twin}' too."),
)

PAGE_NAME = Rule(
    "page-name",
    Severity.ERROR,
    N_("A hand-written page lies in the folder of its language, under a name of small letters, digits and hyphens."),
    N_("'{name}' is no place for a hand-written page."),
    N_("Put it into {folders}, named as in 'about.md'."),
)
PAGE_LINK = Rule(
    "page-link",
    Severity.ERROR,
    N_("Links in hand-written pages lead somewhere."),
    N_("[[{id}]] leads nowhere."),
    N_("Write the id of a word, or 'page:' and the name of a page."),
)
WORD_CLASH = Rule(
    "word-clash",
    Severity.ERROR,
    N_("Every list and page has a word of its own in addresses."),
    N_("The address /{address} is that of '{name}' and of '{other}'."),
    N_("Give one of the two another word under 'paths' in content/site.yml, or rename the page."),
)


def check(catalogue: Catalogue, today: date) -> Iterator[Issue]:
    folder = catalogue.root / "content" / "pages"
    pages = {code: {file.stem: file for file in sorted((folder / code).glob("*.md"))} for code in catalogue.codes}
    folders = " / ".join(f"content/pages/{code}" for code in catalogue.codes)
    for file in sorted(folder.rglob("*.md")):
        where = file.relative_to(catalogue.root).as_posix()
        if file.parent.parent != folder or file.parent.name not in catalogue.codes or not is_id(file.stem):
            yield PAGE_NAME.at(where, name=where, folders=folders)
    yield from _twins(catalogue, pages)
    for code, found in pages.items():
        names = {*catalogue.views, *catalogue.lists, *found}
        for file in found.values():
            yield from _links(catalogue, file, names)
        yield from _words(catalogue, code, names - {"home"}, found)


def _twins(catalogue: Catalogue, pages: Mapping[str, Mapping[str, Path]]) -> Iterator[Issue]:
    for name in sorted(set().union(*pages.values())):
        having = next(code for code in catalogue.codes if name in pages[code])
        for code in catalogue.codes:
            if name not in pages[code]:
                twin = f"content/pages/{code}/{name}.md"
                file = f"content/pages/{having}/{name}.md"
                yield PAGE_WITHOUT_TWIN.at(file, language=Phrase(language(code).english), twin=twin)


def _links(catalogue: Catalogue, file: Path, names: set[str]) -> Iterator[Issue]:
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return  # MkDocs says so itself
    for number, line in enumerate(lines, 1):
        for match in LINK.finditer(line):
            id = match.group(1).strip()
            known = names if id.startswith("page:") else set(catalogue.terms)
            if id.removeprefix("page:") in known or (Term.folder, id) in catalogue.faulty:
                continue
            nearest = did_you_mean(id.removeprefix("page:"), known)
            nearest = f"page:{nearest}" if nearest and id.startswith("page:") else nearest
            yield PAGE_LINK.at(
                file.relative_to(catalogue.root).as_posix(),
                place=(number, match.start() + 1),
                hint=DID_YOU_MEAN if nearest else "",
                id=id,
                nearest=nearest,
            )


def _words(catalogue: Catalogue, code: str, names: set[str], pages: Mapping[str, Path]) -> Iterator[Issue]:
    taken: dict[str, str] = {}
    for name in sorted(names):
        word = catalogue.word(name, code)
        other = taken.setdefault(word, name)
        if other != name:
            yield WORD_CLASH.at(SITE_FILE, ("paths", name, code), address=f"{code}/{word}/", name=name, other=other)
    for name, file in pages.items():
        if name in catalogue.views or name in catalogue.lists:
            path = file.relative_to(catalogue.root).as_posix()
            yield WORD_CLASH.at(path, address=f"{code}/{catalogue.word(name, code)}/", name=name, other=f"{name}.md")

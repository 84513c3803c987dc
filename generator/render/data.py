"""What the page "Open data" shows: each format with what it is, for whom, where it stands and how large it is; releases."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from markupsafe import Markup

from generator.exports import citation, data, dictionary, outcomes, releases
from generator.issues import N_
from generator.render.renderer import Renderer

NAME = "data"
OUTCOMES = "outcomes"
SHOWN_RELEASES = 12


class File(NamedTuple):
    """A file or folder to take: its path from the root of the site, and its bytes (those of all files of a folder)."""

    path: str
    size: Markup


class Format(NamedTuple):
    """One form that the data has."""

    id: str
    name: Markup
    what: Markup
    whom: Markup
    files: Sequence[File]


_FORMATS: Mapping[str, tuple[str, str, str]] = {
    data.ORUK: (
        "Open Referral UK 3.0",
        N_(
            "A folder of JSON files that answers as an API of Open Referral UK does, in each language: lists in pages, and each "
            "service by itself. Queries are not answered: each page of a list has an address of its own, and the first file "
            "names them all."
        ),
        N_("For directories and systems that read feeds of Open Referral UK."),
    ),
    data.HSDS: (
        "HSDS 3.1",
        N_(
            "All services whole in one JSON file, with those who run them and the lists they choose from. Texts in other "
            "languages are attributes, so that nothing is lost."
        ),
        N_("For those who want everything at once."),
    ),
    data.CSV: (
        N_("Tables (CSV)"),
        N_(
            "The same as tables that name each other's rows; datapackage.json says what is in them. What came from another list "
            "and has no column stands among the attributes, labelled with that list and its name there."
        ),
        N_("For spreadsheets, databases and statistics."),
    ),
    data.GEOJSON: (
        N_("Points on the map (GeoJSON)"),
        N_(
            "Each place that a group shows, in each language, with opening hours as OpenStreetMap writes them. Not the places "
            "that are known by their town alone."
        ),
        N_("For maps."),
    ),
    data.WORDS: (
        N_("Words (CSV)"),
        N_(
            "The glossary as one table: a row a word, a column for each value, in all languages. It says of each language how far "
            "it has been reviewed."
        ),
        N_("For spreadsheets, glossaries and tools of translators."),
    ),
    OUTCOMES: (
        N_("Findings of case studies (CSV)"),
        N_(
            "A row for each finding: what it is, the figure, how it came to be known, how many people it rests on, where it stands, "
            "and the licence of the row and of its sources."
        ),
        N_("For spreadsheets, and for those who write about what was found."),
    ),
    data.JSONL: (
        N_("Our own records (JSON Lines)"),
        N_("Each record as we keep it, one a line, in all languages."),
        N_("For programmers, and for another site that is made as this one is."),
    ),
    "dictionary": (
        N_("Data dictionary (CSV)"),
        N_(
            "Which facts a service records, as far as standards could be read: a row a data set, group or item, with who is "
            "responsible, under which licence, and which fields of ours are near to it."
        ),
        N_("For whoever plans what to record, or links a system for records with this site."),
    ),
    "schemas": (
        N_("Schemas of our records (JSON Schema)"),
        N_("The fields of each kind of record, with what each is for and which values it may have."),
        N_("For programmers, and for editors that check as one types."),
    ),
}


def values(renderer: Renderer, lang: str) -> Mapping[str, Any]:
    """What the template shows."""
    wording, published = renderer.wordings[lang], renderer.published
    sizes = published.sizes if published else {}
    known = renderer.catalogue
    there = {data.WORDS: known.terms, OUTCOMES: outcomes.told(known), "dictionary": dictionary.told(known)}
    shown = [
        Format(id, wording(name), wording(what), wording(whom), tuple(_files(id, renderer, sizes)))
        for id, (name, what, whom) in _FORMATS.items()
        if there.get(id, True)
    ]
    newest = published.releases[:SHOWN_RELEASES] if published else ()
    root = known.site.url or "/"
    return {
        "formats": shown,
        "on": published.on if published else renderer.today,
        "releases": newest,
        "cited": citation.title(known, lang),
        "root": root,
        "base": f"{root}{data.FOLDER}/",
        "manifest": f"{data.FOLDER}/{data.MANIFEST}",
        "citation": f"{data.FOLDER}/{data.CITATION}",
        "list": f"{data.FOLDER}/{releases.PUBLISHED}",
    }


def _files(id: str, renderer: Renderer, sizes: Mapping[str, int]) -> Iterator[File]:
    """What there is to take of a format."""
    for name, within in _places(id, renderer):
        held = sum(size for file, size in sizes.items() if file.startswith(within))
        if held or not sizes:
            yield File(f"{data.FOLDER}/{name}", _size(held))


def _places(id: str, renderer: Renderer) -> Iterator[tuple[str, str]]:
    """The files that lead to a format, and how the names of all that belong to each begin."""
    for lang in renderer.catalogue.codes:
        if id == data.ORUK:
            yield f"{data.ORUK}/{lang}/index.json", f"{data.ORUK}/{lang}/"
        elif id == data.GEOJSON:
            yield data.points_file(lang), data.points_file(lang)
    if id == data.HSDS:
        yield data.HSDS_FILE, data.HSDS_FILE
    elif id == data.CSV:
        yield f"{data.CSV}/datapackage.json", f"{data.CSV}/"
    elif id == data.WORDS:
        yield data.WORDS_FILE, data.WORDS_FILE
    elif id == OUTCOMES:
        yield outcomes.FILE, outcomes.FILE
    elif id == "dictionary":
        yield dictionary.FILE, dictionary.FILE
    elif id == "schemas":
        yield dictionary.INDEX, dictionary.SCHEMAS
    elif id == data.JSONL:
        for kind in data.KINDS:
            yield data.lines_file(kind.folder), data.lines_file(kind.folder)


def _size(size: int) -> Markup:
    """Bytes, as people say them."""
    if size >= 1_000_000:
        return Markup(f"{size / 1_000_000:.1f}&nbsp;MB")
    return Markup(f"{max(size // 1000, 1)}&nbsp;KB") if size else Markup("")

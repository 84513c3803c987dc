"""An empty root for another place: languages, vocabularies, an example of what it holds, a first page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from generator import layout
from generator.issues import Refusal
from generator.kinds.asset import Asset
from generator.kinds.handover import Handover
from generator.kinds.organisation import Organisation
from generator.kinds.record import Record
from generator.kinds.site import Site
from generator.kinds.source import Source
from generator.kinds.term import Term
from generator.kinds.vocabulary import Vocabulary
from generator.languages import language
from generator.source import Tree

Example = tuple[str, type[Record], dict[str, Tree]]
"""A file, the kind of its record, what stands in it."""

LISTS: tuple[tuple[str, str, str, dict[str, str]], ...] = (
    ("themes", "Themes", "What the words are about. Change the entries to suit yours.", {"first-theme": "First theme"}),
    ("areas", "Areas", "Each has a folder of its own in content/assets.", {"first-area": "First area"}),
    ("places", "Places", "Give each its point, so that people can look near it.", {"first-town": "First town"}),
    ("needs", "Needs", "", {"meeting-people": "Meeting people"}),
    ("activities", "Activities", "", {"walking": "Walking"}),
    ("costs", "Cost", "", {"free": "Free", "paid": "There is a charge", "unknown": "Not known"}),
    ("join-routes", "How to join", "", {"self": "I can just turn up or contact them myself"}),
    ("access", "Access", "", {"step-free": "Step-free way in"}),
)
"""Vocabularies: id, name, note ("" for none), entries."""
PLACED: dict[str, dict[str, Tree]] = {
    "first-area": {"level": "authority"},
    "first-town": {"level": "town", "within": ["first-area"]},
}
"""Where those entries are that are places."""


def start(folder: Path, codes: tuple[str, ...], today: date) -> list[Path]:
    """Write a small root that checks and builds. Returns its files. Raises Refusal where the folder holds something."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Refusal(f"{folder} is not empty: name a new folder.")
    main = codes[0]
    written: list[Path] = []

    def put(file: str, text: str) -> None:
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        written.append(path)

    put("content/site.yml", layout.write(_site(codes), Site, codes) + _still_to_say())
    for file, kind, tree in (*_lists(main), *_words(main, today), *_groups(main)):
        put(f"content/{file}", layout.write(tree, kind, codes))
    put(
        f"content/pages/{main}/about.md",
        "---\ntitle: About\ndescription: Who runs this site and why.\n---\n\nSay who runs this site, why, and how to reach you.\n",
    )
    put("mkdocs.yml", "site_name: My glossary\ndocs_dir: content/pages\nsite_dir: site\nplugins:\n  - geirfa\n")
    put(".gitignore", "/site/\n")
    return written


def _lists(main: str) -> Iterator[Example]:
    for id, name, note, entries in LISTS:
        listed: dict[str, Tree] = {
            entry: {"name": {main: words}, **({"place": PLACED[entry]} if entry in PLACED else {})}
            for entry, words in entries.items()
        }
        told: dict[str, Tree] = {"note": {main: note}} if note else {}
        yield f"vocabularies/{id}.yml", Vocabulary, {"name": {main: name}, **told, "entries": listed}


def _words(main: str, today: date) -> Iterator[Example]:
    yield (
        "sources/first-source.yml",
        Source,
        {
            "name": {main: "A source of your own"},
            "type": "website",
            "seen": today.isoformat(),
            "note": {main: "Say here what this source is good for."},
        },
    )
    yield (
        "glossary/first-word.yml",
        Term,
        {
            "term": {main: "first word"},
            "class": "core",
            "definition": {main: "An example of a record. Change it, and rename its file."},
            "easy_read": {main: "This is an example. Write yours instead."},
            "themes": ["first-theme"],
            "sources": [{"source": "first-source", "supports": [f"term.{main}"]}],
            "origin": {main: "editorial", "class": "editorial"},
            "changes": [{"on": today.isoformat(), "what": {main: "First published."}}],
        },
    )


def _groups(main: str) -> Iterator[Example]:
    yield (
        "organisations/first-body.yml",
        Organisation,
        {"name": {main: "First body"}, "summary": {main: "An example. Write who runs groups in your place."}},
    )
    yield (
        "assets/first-area/first-group.yml",
        Asset,
        {
            "name": {main: "First group"},
            "summary": {main: "An example of a group. Change it, and rename its file."},
            "organisation": "first-body",
            "activities": ["walking"],
            "needs": ["meeting-people"],
            "venues": {"main": {"near": "first-town", "access": [{"feature": "step-free", "state": "unknown"}]}},
            "when": [{"days": ["tue"], "time": ["10:00-12:00"]}],
            "cost": {"kind": "unknown"},
            "join": {"routes": ["self"]},
            "sources": [{"source": "first-source", "supports": ["name", "when", "venues"]}],
        },
    )
    yield (
        "handover/first-area.yml",
        Handover,
        {
            "area": "first-area",
            "people": [
                {
                    "role": "connector",
                    "name": {main: "First body"},
                    "what": {main: "An example. Write whom people can ask where nothing listed suits them."},
                }
            ],
        },
    )


def _site(codes: tuple[str, ...]) -> dict[str, Tree]:
    main = codes[0]
    words = {code: language(code).address_words for code in codes}
    return {
        "name": {main: "My glossary"},
        "tagline": {main: "The words we use, explained. Groups near you."},
        "about": {main: "A shared glossary, and a list of groups. Change this text in content/site.yml."},
        "languages": [{"code": code} for code in codes],
        "paths": {
            "glossary": {code: words[code].get("glossary", "glossary") for code in codes},
            "assets": {code: words[code].get("assets", "directory") for code in codes},
        },
        "classes": {
            "core": {main: "Words for an essential part of the work."},
            "non-core": {main: "Words that go with it."},
        },
        "doors": [
            {"name": {main: "Groups"}, "what": {main: "What there is near you."}, "to": "assets"},
            {
                "name": {main: "Words"},
                "what": {main: "What they mean and what else they are called."},
                "to": "glossary",
            },
        ],
    }


def _still_to_say() -> str:
    """What a site says of itself before it is published, as comments to fill in."""
    wanted = ("url", "repository", "email", "currency", "timezone", "sectors", "urgent")
    lines = ["# Before you publish, say these too (see 'What a record holds' on the site):"]
    lines += [f"# {name}: {Site.model_fields[name].description}" for name in wanted]
    return "\n".join([*lines, ""])

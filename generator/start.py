"""An empty root for another place: languages, a vocabulary, one example of each kind, a first page."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from generator import layout
from generator.issues import Refusal
from generator.kinds.record import Record
from generator.kinds.site import Site
from generator.kinds.source import Source
from generator.kinds.term import Term
from generator.kinds.vocabulary import Vocabulary
from generator.languages import language
from generator.source import Tree


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

    def record(file: str, kind: type[Record], tree: dict[str, Tree]) -> None:
        put(file, layout.write(tree, kind, codes))

    put("content/site.yml", layout.write(_site(codes), Site, codes) + _still_to_say())
    record(
        "content/vocabularies/themes.yml",
        Vocabulary,
        {
            "name": {main: "Themes"},
            "note": {main: "What the words are about. Change the entries to suit yours."},
            "entries": {"first-theme": {"name": {main: "First theme"}}},
        },
    )
    record(
        "content/sources/first-source.yml",
        Source,
        {
            "name": {main: "A source of your own"},
            "type": "website",
            "seen": today.isoformat(),
            "note": {main: "Say here what this source is good for."},
        },
    )
    record(
        "content/glossary/first-word.yml",
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
    put(
        f"content/pages/{main}/about.md",
        "---\ntitle: About\ndescription: Who runs this site and why.\n---\n\nSay who runs this site, why, and how to reach you.\n",
    )
    put("mkdocs.yml", "site_name: My glossary\ndocs_dir: content/pages\nsite_dir: site\nplugins:\n  - geirfa\n")
    put(".gitignore", "/site/\n")
    return written


def _site(codes: tuple[str, ...]) -> dict[str, Tree]:
    main = codes[0]
    return {
        "name": {main: "My glossary"},
        "tagline": {main: "The words we use, explained."},
        "about": {main: "A shared glossary. Change this text in content/site.yml."},
        "languages": [{"code": code} for code in codes],
        "paths": {"glossary": {code: language(code).address_words.get("glossary", "glossary") for code in codes}},
        "classes": {
            "core": {main: "Words for an essential part of the work."},
            "non-core": {main: "Words that go with it."},
        },
        "doors": [
            {"name": {main: "Words"}, "what": {main: "What they mean and what else they are called."}, "to": "glossary"}
        ],
    }


def _still_to_say() -> str:
    """What a site says of itself before it is published, as comments to fill in."""
    wanted = ("url", "repository", "email", "sectors", "urgent")
    lines = ["# Before you publish, say these too (see 'What a record holds' on the site):"]
    lines += [f"# {name}: {Site.model_fields[name].description}" for name in wanted]
    return "\n".join([*lines, ""])

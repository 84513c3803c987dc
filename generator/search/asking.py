"""Queries asked in the terminal: the same files and the same ranking as in the browser, nothing written."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from posixpath import normpath
from typing import Any, Protocol

from generator.catalogue import Catalogue
from generator.geo import gazetteer
from generator.geo.whereabouts import Whereabouts
from generator.issues import N_
from generator.search.engine import Hit, Search
from generator.search.index import Index
from generator.search.place import Places
from generator.wording import Wording


class Options(Protocol):
    """How to ask: on which day, whether the last word is still being typed, and how many hits to show."""

    today: date
    typing: bool
    limit: int


def answers(
    catalogue: Catalogue, wordings: Mapping[str, Wording], lang: str, queries: Iterable[str], options: Options
) -> Iterator[dict[str, Any]]:
    """{query, hits: [{id, kind, title, why, score, address}], total, crisis, near} for each query."""
    index = Index(catalogue, wordings, options.today)
    search = Search(reader(dict(index.files()), catalogue), lang)
    places = Places(search) if "finder" in search.first[lang] else None

    def shown(hits: Iterable[Hit]) -> list[dict[str, Any]]:
        return [
            {
                "id": index.entries[hit.n][1] if hit.n >= 0 else "",
                "kind": hit.group,
                "title": hit.title,
                "why": hit.why,
                "score": hit.score,
                "address": hit.address,
            }
            for hit in hits
        ]

    for query in queries:
        found = search.find(query, typing=options.typing, limit=options.limit)
        lead = places.lead(query, found) if places else None
        yield {
            "query": query,
            "hits": shown([lead, *found.hits] if lead else found.hits),
            "total": len(found.all),
            "crisis": found.crisis,
            "near": shown(found.near),
        }


def reader(files: dict[str, str], catalogue: Catalogue) -> Callable[[str], Any]:
    """Gets files by their path from the folder of the search. Those of places join `files` when one is asked for; so it takes
    no time to know postcodes where there is none in a query."""

    def read(file: str) -> Any:
        path = normpath(f"search/{file}")
        if path not in files:
            files.update(_until(gazetteer.files(Whereabouts(catalogue)), path))
        return json.loads(files[path])

    return read


def _until(files: Iterable[tuple[str, str]], path: str) -> Iterator[tuple[str, str]]:
    """Files up to that one."""
    for file, text in files:
        yield file, text
        if file == path:
            return


def printed(answer: Mapping[str, Any], wording: Wording) -> str:
    """An answer as text."""
    lines = [f"{answer['query']}"]
    if answer["crisis"]:
        lines.append("  ! " + wording.plain(N_("Need help now?")))
    if not answer["hits"]:
        lines.append("  " + wording.plain(N_("Nothing found.")))
    for hit in answer["hits"] or answer["near"]:
        lines += [f"  {hit['title']}", *(f"      {line}" for line in (hit["why"], hit["address"]) if line)]
    return "\n".join(lines)

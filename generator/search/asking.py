"""Queries asked in the terminal: the same files and the same ranking as in the browser, nothing written."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Protocol

from generator.catalogue import Catalogue
from generator.issues import N_
from generator.search.engine import Hit, Search
from generator.search.index import Index
from generator.wording import Wording


class Options(Protocol):
    """How to ask: whether the last word is still being typed, and how many hits to show."""

    typing: bool
    limit: int


def answers(
    catalogue: Catalogue, wordings: Mapping[str, Wording], lang: str, queries: Iterable[str], options: Options
) -> Iterator[dict[str, Any]]:
    """{query, hits: [{id, kind, title, why, score, address}], total, crisis, near} for each query."""
    index = Index(catalogue, wordings)
    files = dict(index.files())
    search = Search(lambda file: json.loads(files[f"search/{file}"]), lang)

    def shown(hits: Iterable[Hit]) -> list[dict[str, Any]]:
        return [
            {
                "id": index.entries[hit.n][1],
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
        yield {
            "query": query,
            "hits": shown(found.hits),
            "total": len(found.all),
            "crisis": found.crisis,
            "near": shown(found.near),
        }


def printed(answer: Mapping[str, Any], wording: Wording) -> str:
    """An answer as text."""
    lines = [f"{answer['query']}"]
    if answer["crisis"]:
        lines.append("  ! " + wording.plain(N_("Need help now?")))
    if not answer["hits"]:
        lines.append("  " + wording.plain(N_("Nothing found.")))
    lines += [
        f"  {hit['title']}\n      {hit['why']}\n      {hit['address']}" for hit in answer["hits"] or answer["near"]
    ]
    return "\n".join(lines)

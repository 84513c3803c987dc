"""The rows behind an address of Open Referral, page after page; and each service whole, where its list holds it in short."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode, urljoin, urlsplit, urlunsplit

from generator.imports import decoding, documents
from generator.imports.fetch import Missing, fetch, same_host
from generator.issues import Refusal

MOST_PAGES = 10_000
MOST_ROWS = 200_000
_WHOLE = frozenset(
    "service_at_locations schedules regular_schedules contacts phones locations languages service_areas cost_options attributes "
    "eligibilitys service_taxonomys".split()
)
"""What a service has that is listed whole: any of them."""
_NUMBERS = ("page_number", "pageNumber", "PageNumber", "number")
"""What pages call their own number."""
LISTED: Mapping[str, str] = {
    "services": "service",
    "service_at_locations": "service_at_location",
    "organizations": "organization",
    "taxonomies": "taxonomy",
    "taxonomy_terms": "taxonomy_term",
}
"""Last part of an address -> what is listed there."""


def expected(address: str) -> str:
    """What an address lists, by its last part; "" where that does not say."""
    return LISTED.get(urlsplit(address).path.rstrip("/").removesuffix(".json").rpartition("/")[2], "")


def pages(address: str) -> Iterator[tuple[str, str, Any]]:
    """Each row with where it stands and what it is expected to be. An address of a whole API leads to its services; one of an
    API of files, as ours is, to its bodies too."""
    first = _page(address)
    if "openapi_url" not in first or "contents" in first:
        yield from _rows(address, first, _one_of(address))
    elif isinstance(lists := first.get("lists"), dict):
        yield from _files(address, first, lists)
    else:
        services = _below(address, "services")
        yield from _rows(services, _page(services), _one_of(services))


def _files(address: str, index: Mapping[str, Any], lists: Mapping[str, Any]) -> Iterator[tuple[str, str, Any]]:
    """The rows of an API of files: its index says where its pages are, and each object by itself."""
    for table in ("services", "organizations"):
        paged, ones = _part(index, "pages"), _part(index, "one")
        files, pattern = paged.get(table) or [lists.get(table)], ones.get(table)
        for file in files if isinstance(files, list) else ():
            if isinstance(file, str) and same_host(address, file):
                there = urljoin(address, file)
                one = urljoin(address, pattern) if isinstance(pattern, str) else ""
                yield from _rows(there, {**_page(there), "last_page": True}, one, LISTED[table])


def _part(index: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    held = index.get(name)
    return held if isinstance(held, dict) else {}


def _one_of(address: str) -> str:
    """The address of one object of a list, with {id} in it."""
    path = urlsplit(address).path
    if path.endswith(".json"):
        return _below(address.replace(path, path.removesuffix(".json")), "{id}") + ".json"
    return _below(address, "{id}")


def _page(address: str) -> dict[str, Any]:
    return decoding.envelope(decoding.text_of(fetch(address), address), address)


def _rows(address: str, page: dict[str, Any], one: str, kind: str = "") -> Iterator[tuple[str, str, Any]]:
    kind, whole = kind or expected(address), _Whole(one)
    seen: set[str] = set()
    count, number = 0, 1
    before = 1 if any(page.get(key) == 0 for key in _NUMBERS) else 0  # such as count their pages from 0
    while True:
        found = documents.listed(_part(page, "_embedded") or page)
        held = found[1] if found else None
        if held is None:
            yield ("" if number == 1 else f"page {number}"), "", page
            return
        fresh = [row for row in held if (mark := repr(row)) not in seen and not seen.add(mark)]  # type: ignore[func-returns-value]
        for place, row in enumerate(fresh):
            yield f"page {number}, row {place + 1}", kind, whole.of(row) if kind == "service" else row
        count += len(fresh)
        if not fresh or _is_last(page, before) or number >= MOST_PAGES or count >= MOST_ROWS:
            return
        number += 1
        page = _page(_next(address, page, number - before))


def _is_last(page: Mapping[str, Any], before: int) -> bool:
    """Whether no page follows: as it says, or by its number among all, `before` less than that where they count from 0; one that
    says nothing is alone."""
    for key in ("last_page", "last"):
        if isinstance(page.get(key), bool):
            return bool(page[key])
    if "next" in page or _part(page, "links").keys() & {"next", "prev", "first", "last"}:
        return not _said_next(page)
    of = next((page[key] for key in ("total_pages", "totalPages", "TotalPages") if isinstance(page.get(key), int)), 1)
    at = next((page[key] for key in _NUMBERS if isinstance(page.get(key), int)), 1)
    return bool(at + before >= of)


def _said_next(page: Mapping[str, Any]) -> str:
    """The address of the next page, as a page says it; "" where it does not."""
    links = {**_part(page, "links"), **_part(page, "_links")}
    for said in (page.get("next"), page.get("next_page"), links.get("next")):
        said = said.get("href") if isinstance(said, dict) else said
        if isinstance(said, str) and said:
            return said
    return ""


def _next(address: str, page: Mapping[str, Any], number: int) -> str:
    """The address of the next page: as the page says, where that is on the same host; else by its number."""
    said = urljoin(address, _said_next(page)) if _said_next(page) else ""
    if said and urlsplit(said).query != "" and same_host(address, said):
        return said
    parts = urlsplit(address)
    query = [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if name != "page"]
    return urlunsplit(parts._replace(query=urlencode([*query, ("page", str(number))])))


def _below(address: str, *steps: str) -> str:
    parts = urlsplit(address)
    path = "/".join((parts.path.rstrip("/"), *(quote(step, safe="{}") for step in steps)))
    return urlunsplit(parts._replace(path=path, query="", fragment=""))


class _Whole:
    """Asks for each service by itself where the list holds it in short; no longer, once a server has none of them."""

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern
        self._asks = "{id}" in pattern

    def of(self, row: Any) -> Any:
        if not (self._asks and isinstance(row, dict) and row.get("id")) or _WHOLE & row.keys():
            return row
        try:
            found = _page(self._pattern.replace("{id}", quote(str(row["id"]), safe="")))
        except Missing:
            self._asks = False
            return row
        except Refusal:
            return row
        return {**row, **found} if found.get("id") == row["id"] else row

"""Open Referral as files: a tree that answers as the API of Open Referral UK 3.0 does, and all of HSDS 3.1 in one file.

A static host gives what is asked for by its path alone: filters by query are not honoured, and the start says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice
from tempfile import TemporaryFile
from typing import Any

import orjson

from generator.exports.laying import Laying
from generator.referral.outward import Outward, taxonomies, taxonomy_terms

PER_PAGE = 500
"""Services, or services at locations, of a page: few big files rather than many small ones."""
PROFILE = "https://docs.openreferraluk.org/"
OPENAPI = "https://raw.githubusercontent.com/OpenReferralUK/uk-profile/main/schema/openapi.json"

_BASIC = (
    "id name alternate_name description url email status fees minimum_age maximum_age assured_date alert last_modified"
).split()
_BASIC_ORGANIZATION = "id name description website uri".split()
_NESTED = frozenset({"addresses", "accessibility", "attributes"})


class Envelopes:
    """Objects of one sort put into pages, which are written at the end: each says how many there are in all. Until then the
    objects wait in a file, a line each, for ten thousand of them would take a hundred megabytes."""

    def __init__(self, put: Callable[[str, bytes], None], name: str, size: int = PER_PAGE) -> None:
        self.put, self.name, self.size = put, name, size
        self._waiting, self._count = TemporaryFile(), 0  # noqa: SIM115

    def add(self, item: bytes) -> None:
        """Take an object, as JSON without line breaks."""
        self._waiting.write(item + b"\n")
        self._count += 1

    @property
    def pages(self) -> int:
        """How many pages there are: one that holds nothing where there is nothing."""
        return max(1, -(-self._count // self.size))

    def close(self) -> None:
        """Write them."""
        self._waiting.seek(0)
        for number in range(1, self.pages + 1):
            held = [line[:-1] for line in islice(self._waiting, self.size)]
            page = envelope(held, self._count, self.pages, number)
            self.put(f"{self.name}/page/{number}.json", page)
            if number == 1:
                self.put(f"{self.name}.json", page)  # what answers where no page is asked for
        self._waiting.close()


def envelope(items: Sequence[bytes], total: int, pages: int, page: int) -> bytes:
    """A page of a list, as Open Referral wraps it."""
    return b"".join((opening(total, pages, page, len(items)), b",".join(items), b"]}"))


def opening(total: int, pages: int, page: int, size: int) -> bytes:
    """All of a page but its contents and what closes it."""
    said = {
        "total_items": total,
        "total_pages": pages,
        "page_number": page,
        "size": size,
        "first_page": page == 1,
        "last_page": page == pages,
        "empty": not size,
    }
    return orjson.dumps(said)[:-1] + b',"contents":['


class Tree:
    """The answers of the API in one language, written below `folder` as services are added."""

    def __init__(self, laying: Laying, folder: str, outward: Outward) -> None:
        self.laying, self.folder, self.outward = laying, folder, outward
        self._services = Envelopes(self._put, "services")
        self._places = Envelopes(self._put, "service_at_locations")

    def _put(self, name: str, data: bytes) -> None:
        """Write an answer."""
        self.laying.put(f"{self.folder}/{name}", data, f"{self.folder}/")

    def add(self, service: Mapping[str, Any], data: bytes) -> None:
        """Take a service, with the bytes that it is as JSON."""
        self._put(f"services/{service['id']}.json", data)
        basic = {name: service[name] for name in _BASIC if name in service}
        if organization := service.get("organization"):
            basic["organization"] = {name: organization[name] for name in _BASIC_ORGANIZATION if name in organization}
        self._services.add(orjson.dumps(basic))
        for at in service.get("service_at_locations") or ():
            place = {name: value for name, value in at.get("location", {}).items() if name not in _NESTED}
            self._places.add(orjson.dumps({"id": at["id"], "location": place, "service": basic}))

    def close(self, organizations: Iterable[Mapping[str, Any]]) -> None:
        """Write the rest: who runs them, the vocabularies, and where everything is."""
        self._services.close()
        self._places.close()
        self._list("organizations", list(organizations))
        self._list("taxonomies", taxonomies(self.outward.words))
        self._list("taxonomy_terms", taxonomy_terms(self.outward.words), each=False)
        self._put("index.json", orjson.dumps(self._start(), option=orjson.OPT_INDENT_2))

    def _list(self, name: str, items: Sequence[Mapping[str, Any]], *, each: bool = True) -> None:
        """A list on one page, and each of its objects by itself."""
        data = [orjson.dumps(item) for item in items]
        self._put(f"{name}.json", envelope(data, len(data), 1, 1))
        for item, text in zip(items, data, strict=True) if each else ():
            self._put(f"{name}/{item['id']}.json", text)

    def _start(self) -> Mapping[str, Any]:
        """What the API says of itself, and what a static one cannot do."""
        lists = "services service_at_locations organizations taxonomies taxonomy_terms".split()
        return {
            "version": "3.0",
            "profile": PROFILE,
            "openapi_url": OPENAPI,
            "language": self.outward.words.lang,
            "queries": False,
            "lists": {name: f"{name}.json" for name in lists},
            "pages": {
                "services": [f"services/page/{n}.json" for n in range(1, self._services.pages + 1)],
                "service_at_locations": [
                    f"service_at_locations/page/{n}.json" for n in range(1, self._places.pages + 1)
                ],
            },
            "one": {name: f"{name}/{{id}}.json" for name in ("services", "organizations", "taxonomies")},
        }


class Whole:
    """All services in one envelope, whole, and beside them those who run them and the vocabularies."""

    def __init__(self, laying: Laying, name: str, outward: Outward, services: int) -> None:
        self._file, self._outward, self._first = laying.begin(name), outward, True
        self._file.write(opening(services, 1, 1, services))

    def add(self, data: bytes) -> None:
        """Take a service, as JSON."""
        self._file.write(data if self._first else b"," + data)
        self._first = False

    def close(self, organizations: Iterable[Mapping[str, Any]]) -> None:
        """Write the rest."""
        words = self._outward.words
        rest = {
            "organizations": list(organizations),
            "taxonomies": taxonomies(words),
            "taxonomy_terms": taxonomy_terms(words),
        }
        self._file.write(b"]," + orjson.dumps(rest)[1:])

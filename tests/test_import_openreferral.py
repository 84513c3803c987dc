"""Feeds of Open Referral as rows: samples nobody here wrote, dialects, encodings, packages, pages behind an address, and what
means harm."""

from __future__ import annotations

import copy
import json
import re
import shutil
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from generator import catalogue
from generator.catalogue import Catalogue
from generator.imports import decoding, fetch, openreferral
from generator.imports.incoming import Given, Incoming
from generator.issues import Refusal
from tests.conftest import ALBA, REPOSITORY, SHARED, Run
from tests.serving import Serve
from tests.serving import serve as serve

SAMPLES = SHARED / "data" / "directory-samples"
needs_samples = pytest.mark.skipif(not SAMPLES.exists(), reason="the samples of other directories are not here")
ASSETS, BODIES = "assets", "organisations"


@pytest.fixture(scope="module")
def root() -> Catalogue:
    return catalogue.load(REPOSITORY)


Read = Callable[..., list[Incoming]]


@pytest.fixture
def read(root: Catalogue, tmp_path: Path) -> Read:
    """Read a document: text or bytes of a file, or anything that becomes JSON."""

    def make(document: Any, name: str = "feed.json") -> list[Incoming]:
        data = document if isinstance(document, bytes) else document.encode() if isinstance(document, str) else None
        path = tmp_path / name
        path.write_bytes(json.dumps(document).encode() if data is None else data)
        return list(openreferral.read(root, Given(str(path), "en")))

    return make


def kinds(rows: list[Incoming]) -> dict[str | None, int]:
    return dict(Counter(row.kind for row in rows))


def only(rows: list[Incoming]) -> Incoming:
    found = [row for row in rows if row.kind == ASSETS]
    assert len(found) == 1
    return found[0]


def fields(row: Incoming) -> Any:
    """The fields of a row, for tests that look into them."""
    return row.tree


ORUK, HSDS, MOCKS = "oruk-3.0-examples", "hsds-3.1-examples", "oruk-validator-mocks/V3.0-UK-Default"
ONE: Mapping[str | None, int] = {ASSETS: 1, BODIES: 1}


@needs_samples
@pytest.mark.parametrize(
    ("file", "counts"),
    [
        *((f"{folder}/{name}.json", ONE) for folder in (ORUK, HSDS) for name in ("service_full", "service_list")),
        *((f"{folder}/{name}.json", ONE) for folder in (ORUK, HSDS) for name in ("organization_full",)),
        *((f"{folder}/service_at_location_{name}.json", ONE) for folder in (ORUK, HSDS) for name in ("full", "list")),
        *((f"{folder}/organization_list.json", {BODIES: 1}) for folder in (ORUK, HSDS)),
        *(
            (f"{folder}/{name}.json", {None: 1})
            for folder in (ORUK, HSDS, MOCKS)
            for name in ("taxonomy", "taxonomy_term")
        ),
        *((f"{ORUK}/{name}_list.json", {None: 1}) for name in ("taxonomy", "taxonomy_term")),
        (f"{HSDS}/tabular.json", {**ONE, None: 5}),
        (f"{HSDS}/csv", {**ONE, None: 8}),
        (f"{ORUK}/csv", {**ONE, None: 4}),
        (f"{HSDS}/location.json", {None: 1}),
        (f"{MOCKS}/organization_list.json", {BODIES: 10}),
        (f"{MOCKS}/dashboard_services_response.json", {None: 35}),
        ("ohana/data/sample-csv", {ASSETS: 23, BODIES: 8, None: 296}),
    ],
)
def test_samples_come_in_with_as_many_rows_as_they_have(
    root: Catalogue, file: str, counts: Mapping[str | None, int]
) -> None:
    rows = list(openreferral.read(root, Given(str(SAMPLES / file), "en")))
    assert kinds(rows) == counts
    for row in rows:
        for text in row.tree.values():
            _texts_only(text)


def _texts_only(value: Any) -> None:
    if isinstance(value, dict):
        for held in value.values():
            _texts_only(held)
    elif isinstance(value, list):
        for held in value:
            _texts_only(held)
    else:
        assert isinstance(value, str)


def _leaves(value: Any, key: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        for name, held in value.items():
            yield from _leaves(held, name)
    elif isinstance(value, list):
        for held in value:
            yield from _leaves(held, key)
    elif value not in (None, ""):
        yield key, value


_LONG = 30
"""Characters of what is said in words: shorter values may have become entries of vocabularies, days or times."""
_STRUCTURE = re.compile(
    r"id|.*_id|status|.*_type|type|extension|freq|interval|byday|weekday|closed|amount|currency|code"
)


@needs_samples
@pytest.mark.parametrize(
    "file",
    [
        f"{HSDS}/service_full.json",
        f"{HSDS}/tabular.json",
        f"{HSDS}/csv",
        f"{ORUK}/service_full.json",
        "ohana/data/sample-csv",
    ],
)
def test_every_text_of_a_row_is_in_its_record_or_kept_aside(root: Catalogue, file: str) -> None:
    for row in openreferral.read(root, Given(str(SAMPLES / file), "en")):
        if row.kind is None:
            continue
        everything = json.dumps([row.tree, row.unmapped], ensure_ascii=False)
        plain = re.sub(r"[\W_]+", "", everything.replace("\\n", "").replace('\\"', "")).lower()
        received = {**row.received, "organization": None} if isinstance(row.received, dict) else row.received
        for key, value in _leaves(received):
            if isinstance(value, str) and len(value) >= _LONG and not _STRUCTURE.fullmatch(key):
                assert re.sub(r"[\W_]+", "", value).lower() in plain, (row.key, key, value)


SERVICE = {"id": "s1", "name": "Cerddwyr Môn", "status": "active", "organization": {"id": "o1", "name": "Môn"}}
PAGE = {"total_items": 1, "total_pages": 1, "page_number": 1, "contents": [SERVICE]}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_whatever_the_encoding(read: Read, encoding: str) -> None:
    rows = read(json.dumps(PAGE, ensure_ascii=False).encode(encoding))
    assert only(rows).tree["name"] == {"en": "Cerddwyr Môn"} and kinds(rows) == ONE


@pytest.mark.parametrize(
    ("document", "counts"),
    [
        (PAGE, ONE),
        ({"content": [SERVICE], "totalElements": 1, "last": True}, ONE),
        ([SERVICE], ONE),
        (SERVICE, ONE),
        ({"services": [SERVICE]}, ONE),
        ({"contents": []}, {}),
        (
            {"id": "o1", "name": "Body", "website": "https://x.org", "services": [SERVICE, {**SERVICE, "id": "s2"}]},
            {ASSETS: 2, BODIES: 1},
        ),
        ({"id": "a", "service": SERVICE, "location": {"id": "l"}}, ONE),
        (
            [
                {"id": "a", "service": SERVICE, "location": {"id": "l"}},
                {"id": "b", "service": SERVICE, "location": {"id": "m"}},
            ],
            ONE,
        ),
        ([{"id": "l", "location_type": "physical"}, 5, None, "x"], {None: 4}),
        ({"version": "3.0", "profile": "x", "openapi_url": "y"}, {None: 1}),
    ],
)
def test_whatever_holds_the_rows(read: Read, document: Any, counts: Mapping[str | None, int]) -> None:
    assert kinds(read(document)) == counts


def test_a_service_told_of_by_its_places_is_one(read: Read) -> None:
    places = [{"id": key, "service": SERVICE, "location": {"id": key, "name": f"Hall {key}"}} for key in "ab"]
    assert list(fields(only(read(places)))["venues"]) == ["hall-a", "hall-b"]


def test_raw_control_characters_and_truth_values(read: Read) -> None:
    row = only(read('{"id": 7, "name": "A\x01B\tC", "status": "active", "email": true, "minimum_age": NaN}'))
    assert (row.key, row.tree["name"]) == ("7", {"en": "AB C"})
    assert [(one.field, one.rule.code) for one in row.dirt] == [("email", "row-bad-email")]


def test_bodies_that_contradict_themselves(read: Read) -> None:
    rows = read(
        [SERVICE, {**SERVICE, "id": "s2", "organization": {"id": "o1", "name": "Other", "website": "https://o.org"}}]
    )
    body = rows[-1]
    assert body.tree == {"name": {"en": "Môn"}, "web": {"en": "https://o.org"}}
    assert [(one.field, one.rule.code) for one in body.dirt] == [("name", "row-differs")]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "feed.json is empty."),
        (b'{"contents": [{"id": "1", "name": "A"}, {"id"', "feed.json ends too early at line 1"),
        (b'{"contents": [{"id": "1"} {"id": "2"}]}', "feed.json is no JSON at line 1, column 27"),
        (b"<html></html>", "feed.json is no JSON at line 1, column 1"),
        (b'{"id": 1, "name": ' + b"[" * 500 + b"]" * 500 + b"}", "parts inside each other"),
        (b"[" * 100_000, "parts inside each other"),
        (b'{"id": "1", "name": "' + b"x" * 1_100_000 + b'"}', "has a text of 1,100,000 characters"),
        (b"\xff\xfe{\x00x", "is not from byte"),
        (b"PK\x03\x04broken", "cannot be read as a zip"),
        (b'{"id": 1} {"id": 2}', "feed.json is no JSON at line 1, column 11"),
    ],
)
def test_what_is_no_feed_is_refused_in_a_sentence(read: Read, data: bytes, message: str) -> None:
    with pytest.raises(Refusal, match=re.escape(message)):
        read(data)


def test_more_bytes_than_any_list_are_not_read(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoding, "MOST_BYTES", 100)
    with pytest.raises(Refusal, match=re.escape("feed.json has more than 0 MB")):
        read(b" " * 200)


HOSTILE = [
    "../../x",
    "/etc/passwd",
    "con",
    "a\x00b",
    "=cmd|' /C calc'!A0",
    "<script>alert(1)</script>",
    "{{7*7}}",
    "%s%n",
    "x" * 5000,
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_in_every_field_are_only_texts(read: Read, text: str) -> None:
    place = {"id": text, "name": text, "description": text, "addresses": [{"address_1": text, "postal_code": text}]}
    named = "name description url email status fees wait_time alert minimum_age assured_date organization_id".split()
    schedule = dict.fromkeys("freq byday opens_at closes_at dtstart interval until notes".split(), text)
    service = {
        "id": text,
        **dict.fromkeys(named, text),
        "schedules": [schedule],
        "contacts": [{"name": text, "email": text}],
    }
    rows = read([{**service, "service_at_locations": [{"id": text, "location": place}], "languages": [{"code": text}]}])
    row = only(rows)
    assert "<script" not in json.dumps(row.tree) and "\\u0000" not in json.dumps(row.tree)
    assert all(re.fullmatch("[a-z0-9-]+", key) for key in fields(row).get("venues", {}))


ODD: list[Any] = [
    None,
    5,
    True,
    "",
    [],
    {},
    [1],
    {"a": 1},
    [[]],
    [None],
    10**30,
    "2FR",
    "25:99",
    "<p>x",
    -99.5,
    "a" * 9000,
]


def _paths(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    for key, held in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield (*path, key)
        yield from _paths(held, (*path, key))


def _put(value: Any, path: tuple[Any, ...], odd: Any) -> Any:
    key, *rest = path
    made = copy.copy(value)
    made[key] = _put(value[key], tuple(rest), odd) if rest else copy.deepcopy(odd)
    return made


@pytest.mark.parametrize("which", ["HSDS", "Outpost"])
@pytest.mark.parametrize("odd", ODD, ids=lambda odd: repr(odd)[:9])
def test_an_odd_value_anywhere_breaks_nothing(root: Catalogue, read: Read, which: str, odd: Any) -> None:
    document = OUTPOST if which == "Outpost" else WHOLE
    for rows in read([_put(document, path, odd) for path in _paths(document)]):
        assert isinstance(rows, Incoming)


def test_a_feed_cut_off_anywhere_is_refused(read: Read) -> None:
    data = json.dumps(PAGE).encode()
    for end in range(1, len(data)):
        with pytest.raises(Refusal):
            read(data[:end])


OUTPOST = {
    "id": 10,
    "name": "Play group",
    "updated_at": "2024-09-13T11:54:32.661Z",
    "min_age": 0,
    "max_age": 4,
    "free": True,
    "status": "active",
    "organisation": {"id": 3, "name": "Families", "url": "http://families.org"},
    "locations": [
        {
            "id": 1,
            "name": "Centre",
            "address_1": "***",
            "city": "Bangor",
            "postal_code": "LL57 1AB",
            "geometry": {"type": "Point", "coordinates": [-4.13, 53.23]},
            "mask_exact_address": True,
            "accessibilities": [{"name": "Hearing loop", "slug": "hearing-loop"}],
        }
    ],
    "regular_schedules": [
        {
            "id": 1,
            "weekday": "Monday",
            "opens_at": "16:00",
            "closes_at": "18:00",
            "description": "Monday from 04:00pm to 06:00pm",
        },
        {"id": 2, "weekday": "Tuesday", "opens_at": "16:00", "closes_at": "18:00", "freq": "week", "interval": 1},
    ],
    "contacts": [{"name": "A person", "email": "hello@families.org", "phone": "01234 567890"}],
    "taxonomies": [{"id": 1, "name": "Older people", "slug": "older-people", "parent_id": None}],
    "suitabilities": [{"id": 1, "name": "Autism", "slug": "autism"}],
    "links": [{"label": "Facebook", "url": "https://facebook.example/x"}],
    "local_offer": {"description": "Quiet room"},
    "directories": [{"name": "D", "label": "d"}],
}


WHOLE = {
    **SERVICE,
    "phones": [{"number": "01234 567890", "languages": [{"code": "cy"}]}],
    "schedules": [{"freq": "WEEKLY", "interval": 2, "byday": "MO", "dtstart": "2026-01-05", "opens_at": "10:00"}],
    "service_areas": [{"name": "Gwynedd", "uri": "x"}],
    "service_at_locations": [
        {
            "id": "a",
            "location": {
                "id": "l",
                "location_type": "physical",
                "latitude": 53.2,
                "longitude": -4.1,
                "addresses": [{"address_1": "1 Road", "city": "Bangor", "postal_code": "LL57 1AB"}],
                "accessibility": [{"description": "Hearing loop", "details": "Ask"}],
                "schedules": [{"byday": "TU"}],
            },
            "schedules": [{"byday": "2FR", "freq": "MONTHLY", "opens_at": "10:00", "closes_at": "11:00"}],
        }
    ],
    "languages": [{"name": "Polish"}],
    "cost_options": [{"amount": 1, "option": "Adults"}],
    "funding": [{"source": "A trust"}],
    "contacts": [{"email": "a@b.org", "phones": [{"number": "1234"}]}],
    "attributes": [{"label": "name@cy", "value": "X"}, {"taxonomy_term": {"name": "Walking", "taxonomy": "t"}}],
    "holiday_schedules": [{"start_date": "2026-12-25", "closed": True}],
    "eligibilities": [{"minimum_age": 5}],
    "minimum_age": 5,
}


def test_outpost(read: Read) -> None:
    rows = read({"number": 1, "size": 20, "totalPages": 1, "totalElements": 1, "content": [OUTPOST]})
    tree, received = fields(only(rows)), only(rows).received
    assert tree["ages"] == {"from": "0", "to": "4"} and tree["cost"] == {"kind": "free"}
    assert tree["venues"]["main"] == {
        "name": {"en": "Centre"},
        "address": "Bangor",
        "postcode": "LL57 1AB",
        "near": "bangor",
        "point": "53.23, -4.13",
        "mask": "area",
        "access": [{"feature": "hearing-loop", "state": "yes"}],
    }
    assert tree["when"] == [{"days": ["mon", "tue"], "time": ["16:00-18:00"]}]
    assert tree["contact"] == {
        "phones": [{"number": "01234 567890"}],
        "email": "hello@families.org",
        "web": {"en": "https://facebook.example/x"},
    }
    assert tree["audiences"] == ["older-people", "autistic-people"]
    assert {"local_offer", "directories[0]", "contacts[0].name"} <= only(rows).unmapped.keys()
    assert rows[-1].tree == {"name": {"en": "Families"}, "web": {"en": "http://families.org"}}
    assert isinstance(received, dict) and "regular_schedules" not in received


def test_the_first_profile_of_the_kingdom(read: Read) -> None:
    row = only(
        read(
            {
                "content": [
                    {
                        "id": "1",
                        "name": "Walk",
                        "status": "active",
                        "attending_type": "venue",
                        "attending_access": "drop-in",
                        "eligibilitys": [{"id": "e", "eligibility": "adult", "minimum_age": 18, "maximum_age": 65}],
                        "regular_schedules": [
                            {"byday": "WE", "freq": "WEEKLY", "opens_at": "10:00:00", "closes_at": "11:00:00"}
                        ],
                        "service_taxonomys": [
                            {"id": "t", "taxonomy": {"id": "x", "name": "Walking", "vocabulary": "v"}}
                        ],
                        "cost_options": [{"id": "c", "amount": 2.5, "option": "Adults"}],
                        "languages": [{"id": "l", "language": "Welsh"}],
                        "service_at_locations": [
                            {
                                "id": "sal",
                                "location": {
                                    "id": "loc",
                                    "physical_addresses": [
                                        {"id": "a", "address_1": "1 Road", "postal_code": "LL57 1AB"}
                                    ],
                                    "accessibility_for_disabilities": [{"id": "f", "accessibility": "Hearing loop"}],
                                },
                            }
                        ],
                    }
                ]
            }
        )
    )
    assert row.tree == {
        "name": {"en": "Walk"},
        "ages": {"from": "18", "to": "65"},
        "venues": {
            "main": {
                "address": "1 Road",
                "postcode": "LL57 1AB",
                "access": [{"feature": "hearing-loop", "state": "yes"}],
            }
        },
        "when": [{"days": ["wed"], "time": ["10:00-11:00"]}],
        "cost": {"kind": "paid", "amount": "2.5", "note": {"en": "Adults"}},
        "join": {"routes": ["self"]},
        "languages": [{"language": "cy"}],
        "eligibility": {"en": "adult"},
        "activities": ["walking"],
    }
    assert not row.unmapped


def test_entries_of_localgov_drupal(read: Read) -> None:
    node = {
        "_meta": {"entity_type": "node", "uuid": "u-1", "bundle": "localgov_directories_venue"},
        "default": {
            "title": [{"value": "Town hall"}],
            "status": [{"value": True}],
            "body": [{"value": "<p>Rooms to hire</p>", "summary": "", "format": "wysiwyg"}],
            "localgov_directory_phone": [{"value": "01234 567890"}],
            "localgov_directory_email": [{"value": "hall@town.gov"}],
            "localgov_directory_website": [{"uri": "https://town.gov", "title": ""}],
            "localgov_directory_opening_times": [{"value": "<p>Tuesdays 10am to 12 noon</p>", "format": "x"}],
        },
    }
    facet = {
        "_meta": {"entity_type": "localgov_directories_facets", "bundle": "facets", "uuid": "f"},
        "default": {"title": []},
    }
    rows = read([node, facet])
    assert kinds(rows) == {ASSETS: 1, None: 1}
    assert only(rows).key == "u-1"
    assert only(rows).tree == {
        "name": {"en": "Town hall"},
        "summary": {"en": "Rooms to hire"},
        "when": [{"days": ["tue"], "time": ["10:00-12:00"]}],
        "contact": {
            "phones": [{"number": "01234 567890"}],
            "email": "hall@town.gov",
            "web": {"en": "https://town.gov"},
        },
    }


TABLES = {
    "organization.csv": "id,name,url\n1,Body,www.body.org\n",
    "services.csv": "\ufeffid,organization_id,name,status\n1,1,Walk,active\n2,9,Lonely,active\n",
    "location.csv": "id,name\n5,Hall\n6,Nowhere\n",
    "services_at_location.csv": "id,service_id,location_id\n7,1,5\n",
    "regular_schedules.csv": "id,service_at_location_id,weekday,opens_at,closes_at\n1,7,Friday,10:00,11:00\n",
    "holiday_schedules.csv": "id,service_id,start_date,end_date,closed\n1,1,2026-12-25,2026-12-25,true\n",
    "physical_address.csv": "id,location_id,address_1,city\n1,5,High Street,Bangor\n",
    "phones.csv": "id,service_id,number\n1,1,01234 567890\n2,99,01234 567891\n",
    "readme.csv": "a,b\n1,2\n",
}


def _package(form: str, folder: Path) -> Path:
    if form == "zip":
        data = BytesIO()
        with ZipFile(data, "w") as archive:
            for name, text in TABLES.items():
                archive.writestr(f"feed/{name}", text)
        (folder / "feed.zip").write_bytes(data.getvalue())
        return folder / "feed.zip"
    tables = folder / "data" if form == "data" else folder
    tables.mkdir(exist_ok=True)
    for name, text in TABLES.items():
        (tables / name).write_text(text, encoding="utf-8")
    (folder / "datapackage.json").write_text(
        json.dumps(
            {"resources": [{"name": "service", "path": "services.csv"}, {"name": "evil", "path": "../../etc/passwd"}]}
        )
    )
    return folder / "datapackage.json" if form == "description" else folder


@pytest.mark.parametrize("form", ["folder", "data", "description", "zip"])
def test_tables_of_a_package_are_joined(root: Catalogue, tmp_path: Path, form: str) -> None:
    rows = list(openreferral.read(root, Given(str(_package(form, tmp_path)), "en")))
    assert kinds(rows) == {ASSETS: 2, BODIES: 1, None: 2}
    walk = rows[0]
    assert walk.tree == {
        "name": {"en": "Walk"},
        "venues": {"main": {"name": {"en": "Hall"}, "address": "High Street, Bangor", "near": "bangor"}},
        "when": [{"days": ["fri"], "time": ["10:00-11:00"], "except": ["2026-12-25"]}],
        "contact": {"phones": [{"number": "01234 567890"}]},
    }
    assert walk.links == {"organisation": (BODIES, "1")}
    assert [(row.key, row.dirt[0].rule.code) for row in rows if row.kind is None] == [
        ("location 6", "row-unlinked"),
        ("phone 2", "row-unlinked"),
    ]


def test_a_folder_without_services_is_refused(root: Catalogue, tmp_path: Path) -> None:
    (tmp_path / "phones.csv").write_text("id,number\n1,2\n")
    with pytest.raises(Refusal, match=re.escape("holds neither services.csv nor organizations.csv")):
        list(openreferral.read(root, Given(str(tmp_path), "en")))


def behind(root: Catalogue, address: str) -> list[Incoming]:
    return list(openreferral.read(root, Given(address, "en")))


def _paged(query: Mapping[str, list[str]]) -> Any:
    page = int(query.get("page", ["1"])[0])
    row = {"id": str(page), "name": f"Service {page}", "status": "active", "schedules": []}
    return {"total_pages": 3, "page_number": page, "last_page": page == 3, "contents": [row]}


def test_an_address_is_read_page_by_page(root: Catalogue, serve: Serve) -> None:
    server = serve({"/api/services": _paged})
    rows = behind(root, f"{server.address}/api/services?per_page=1")
    assert [row.key for row in rows] == ["1", "2", "3"]
    assert server.asked == ["/api/services?per_page=1", *(f"/api/services?per_page=1&page={n}" for n in (2, 3))]


def test_an_api_leads_to_its_services_and_each_is_asked_for_whole(root: Catalogue, serve: Serve) -> None:
    brief = {"id": "s 1", "name": "Walk", "status": "active"}
    server = serve(
        {
            "/": {"version": "3.0", "openapi_url": "x"},
            "/services": {"contents": [brief], "last_page": True},
            "/services/s%201": {**brief, "phones": [{"number": "01234 567890"}]},
        }
    )
    assert only(behind(root, server.address + "/")).tree["contact"] == {"phones": [{"number": "01234 567890"}]}


def test_a_list_in_short_is_taken_as_it_is_where_there_is_no_more(root: Catalogue, serve: Serve) -> None:
    rows = [{"id": str(n), "name": f"Walk {n}", "status": "active"} for n in range(3)]
    server = serve({"/services": {"contents": rows, "last_page": True}})
    assert len(behind(root, f"{server.address}/services")) == 3
    assert server.asked == ["/services", "/services/0"]


def test_pages_without_end_and_pages_that_repeat_themselves_end(root: Catalogue, serve: Serve) -> None:
    server = serve({"/services": lambda query: {"last_page": False, "contents": [{**SERVICE, "schedules": []}]}})
    assert len(behind(root, f"{server.address}/services")) == 2
    assert len(server.asked) == 2


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (500, "answers 500"),
        (404, "answers 404"),
        ("file:///etc/passwd", "answers 302"),
        (
            "http://other.example/services",
            "leads on to http://other.example/services; give that address if you trust it.",
        ),
        (b"<html>", "is no JSON"),
        (b'{"contents": [', "ends too early"),
    ],
)
def test_an_address_that_fails_is_refused_in_a_sentence(
    root: Catalogue, serve: Serve, answer: Any, message: str
) -> None:
    server = serve({"/services": answer})
    with pytest.raises(Refusal, match=re.escape(message)):
        behind(root, f"{server.address}/services")


@pytest.mark.parametrize("address", ["http://", "http://127.0.0.1:1/x", "https://[bad/"])
def test_an_address_that_nobody_answers_is_refused(address: str) -> None:
    with pytest.raises(Refusal):
        fetch.fetch(address)


def test_redirects_on_the_same_host_are_followed_and_loops_end(root: Catalogue, serve: Serve) -> None:
    server = serve({"/old": "/services", "/services": PAGE, "/loop": "/loop"})
    assert kinds(behind(root, f"{server.address}/old")) == ONE
    with pytest.raises(Refusal):
        behind(root, f"{server.address}/loop")


def test_a_server_that_never_ends_is_left(serve: Serve) -> None:
    wait = threading.Event()
    server = serve({"/slow": lambda query: wait.wait(5) and {}})
    with pytest.raises(Refusal, match="took longer than 0 seconds"):
        fetch.fetch(f"{server.address}/slow", most=0.2)
    wait.set()


def test_an_api_of_files_is_read_by_its_index(root: Catalogue, serve: Serve, tmp_path: Path) -> None:
    whole = {**SERVICE, "phones": [{"number": "01234 567890"}]}
    brief = {"contents": [{"id": "s1", "name": "Brief", "status": "active"}], "last_page": True}
    files = {
        "/en/index.json": {
            "openapi_url": "x",
            "lists": {"services": "services.json", "organizations": "organizations.json"},
            "pages": {"services": ["services/page/1.json"]},
            "one": {"services": "services/{id}.json"},
        },
        "/en/services.json": brief,
        "/en/services/page/1.json": brief,
        "/en/services/s1.json": whole,
        "/en/organizations.json": {"contents": [{"id": "o1", "name": "Môn", "website": "https://mon.org"}]},
    }
    server = serve(files)
    for name, document in files.items():
        path = tmp_path / name[1:]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(document), encoding="utf-8")
    by_index = behind(root, f"{server.address}/en/index.json")
    assert only(by_index).tree["contact"] == {"phones": [{"number": "01234 567890"}]}
    assert by_index[-1].tree["web"] == {"en": "https://mon.org"}
    assert fields(only(behind(root, f"{server.address}/en/services.json"))) == only(by_index).tree
    assert fields(only(list(openreferral.read(root, Given(str(tmp_path / "en"), "en"))))) == only(by_index).tree


@needs_samples
@pytest.mark.parametrize(
    ("file", "new"), [(f"{HSDS}/service_full.json", 2), (f"{ORUK}/csv", 2), ("ohana/data/sample-csv", 31)]
)
def test_a_sample_becomes_records_and_the_second_run_changes_nothing(
    run: Run, tmp_path: Path, file: str, new: int
) -> None:
    shutil.copytree(ALBA / "content", tmp_path / "content")
    first = run("import", "oruk", SAMPLES / file, "--root", tmp_path, "--feed", "sample")
    assert first.status == 0 and f", {new} new" in first.out
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    second = run("import", "oruk", SAMPLES / file, "--root", tmp_path, "--feed", "sample")
    assert second.status == 0 and f" 0 new, {new} as they were" in second.out
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before

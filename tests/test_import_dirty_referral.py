"""Fifty dirty inputs that call themselves Open Referral, each through the command: it takes them in or says in one clear sentence
why not; nothing is run, lost unseen or written outside, and the second run changes nothing."""

from __future__ import annotations

import gzip
import io
import json
import shutil
import threading
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from tests.conftest import ALBA, Run
from tests.serving import Serve
from tests.serving import serve as serve
from tests.test_wicked import files_of

SCRIPT = '<script>alert(1)</script><img src=x onerror=alert(1)>Walkers<a href="javascript:alert(1)">here</a>'
WICKED = ("<script", "onerror", "javascript:", "\x00", "\x1b", "\u202e")


class Dirty(NamedTuple):
    """What comes of an input: a piece of the sentence that refuses it, or how many groups; and a rule that is reported."""

    said: str | int
    rule: str = ""


class File(NamedTuple):
    """A file, and what comes of it."""

    data: bytes
    dirty: Dirty
    name: str = "feed.json"


class Answers(NamedTuple):
    """What a server answers by path; its list is asked for at /services."""

    answers: Mapping[str, Any]
    dirty: Dirty


def service(**fields: Any) -> dict[str, Any]:
    return {"id": "s1", "name": "Walkers", "status": "active", "description": "We walk.", "schedules": [], **fields}


def of(document: Any, said: str | int = 1, rule: str = "", encoding: str = "utf-8") -> File:
    return File(json.dumps(document, ensure_ascii=False).encode(encoding), Dirty(said, rule))


def text(said: str, becomes: str | int = 1, rule: str = "") -> File:
    return File(said.encode(), Dirty(becomes, rule))


def zipped(parts: Mapping[str, bytes], said: str | int) -> File:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return File(out.getvalue(), Dirty(said), "feed.zip")


def pages(query: Mapping[str, list[str]]) -> Any:
    """Pages that say that there are a million of them."""
    number = int(query.get("page", ["1"])[0])
    rows = [service(id=str(number), name=f"Walk {number}")] if number < 4 else []
    return {"total_pages": 1_000_000, "page_number": number, "contents": rows}


def pages_from_none(query: Mapping[str, list[str]]) -> Any:
    """Pages that are counted from 0."""
    number = int(query.get("page", ["0"])[0])
    return {"totalPages": 3, "number": number, "content": [service(id=str(number), name=f"Walk {number}")]}


def linked(query: Mapping[str, list[str]]) -> Any:
    """Pages that name the next one."""
    number = int(query.get("offset", ["0"])[0])
    after = f"/services?offset={number + 1}" if number < 2 else None
    return {"count": 3, "next": after, "previous": None, "results": [service(id=str(number), name=f"Walk {number}")]}


PAGE = json.dumps({"contents": [service()]}).encode()
EVERYWHERE = dict.fromkeys(
    "name description url email fees alert application_process eligibility_description accreditations x".split(), SCRIPT
)
PLACE = {"id": "l1", "name": "Hall", "latitude": 57.5, "longitude": -4.2}
FILES = {
    "nothing": text("", "is empty"),
    "blanks": text(" \r\n\t", "is empty"),
    "truncated": File(PAGE[:-9], Dirty("is no JSON at line 1")),
    "truncated in a text": File(PAGE[:40], Dirty("at line 1")),
    "a page of the web": text("<!DOCTYPE html><html><body>Not found</body></html>", "is no JSON at line 1, column 1"),
    "another document behind it": File(PAGE + b" " + PAGE, Dirty("is no JSON at line 1")),
    "lines of JSON": File(b"\n".join(json.dumps(service(id=str(n), name=f"Walk {n}")).encode() for n in range(3)), Dirty(3)),
    "a broken line of JSON": File(json.dumps(service()).encode() + b'\n{"id": ', Dirty("at line 2")),
    "not a number": text('[{"id": "s1", "name": "Walkers", "status": "active", "minimum_age": NaN}]'),
    "endless numbers": text('[{"id": "s1", "name": "Walkers", "status": "active", "minimum_age": Infinity, "maximum_age": 1e999}]', 1, "row-bad-number"),
    "a number of many digits": text(json.dumps([service(minimum_age=0)]).replace(": 0}", ": " + "9" * 5000 + "}"), 1, "row-bad-number"),
    "the same key twice": text('[{"id": "s1", "name": "Walkers", "name": "Talkers", "status": "active"}]'),
    "commas too many": text('{"contents": [{"id": "s1",},]}', "is no JSON"),
    "Windows letters": of([service(name="Café – “A”")], encoding="cp1252"),
    "UTF-16": of([service(name="Café")], encoding="utf-16"),
    "UTF-16 without a mark": of([service(name="Café")], encoding="utf-16-le"),
    "UTF-8 with a mark": of([service(name="Café")], encoding="utf-8-sig"),
    "half a UTF-16": File(b"\xff\xfe" + PAGE, Dirty("UTF-16 text, and is not from byte")),
    "packed": File(gzip.compress(PAGE), Dirty(1), "feed.json.gz"),
    "packed and cut": File(gzip.compress(PAGE)[:30], Dirty("ends too early")),
    "packed nonsense": File(b"\x1f\x8b" + b"x" * 50, Dirty("cannot be unpacked")),
    "a bomb": File(gzip.compress(b" " * (300 * 1024 * 1024)), Dirty("has more than 256 MB")),
    "a long text": of([service(description="x" * 1_100_000)], "has a text of 1,100,000 characters"),
    "a text too long for a field": of([service(description="long " * 4000)], 1, "row-too-long"),
    "deep": text("[" * 100_000, "parts inside each other"),
    "deep in a field": of([service(x=json.loads("[" * 60 + "1" + "]" * 60))], "parts inside each other"),
    "ids like paths": of([service(id=id, name=f"Walk {n}") for n, id in enumerate(("../../etc/passwd", "/etc/passwd", "C:\\x", "..", ".git/config", "con"))], 6),
    "names like paths": of([service(id=str(n), name=name) for n, name in enumerate(("../../x", "..", "/etc/x", ".", "nul"))], 5),
    "ids with zeros and escapes": of([service(id="a\x00b\x1b[2J"), service(id="\u202ea", name="Talkers")], 2),
    "an id of many letters": of([service(id="i" * 10_000)]),
    "ids that are parts": of([service(id={"a": 1}), service(id=["b"], name="Talkers")], 2),
    "the same id twice": of([service(), service(name="Talkers")], 2, "key-twice"),
    "no ids": of([{k: v for k, v in service(name=f"Walk {n}").items() if k != "id"} for n in range(2)], 2, "row-without-key"),
    "no names": of([service(name=None), service(id="s2", name=" ")], 2, "row-without-name"),
    "scripts in every field": of([service(**EVERYWHERE)], 1, "row-active-content"),
    "formulas": of([service(name='=HYPERLINK("http://x.example")', description="+1+1", alert="@SUM(A1)")]),
    "YAML in texts": of([service(name="- a\n- &b *b", description="!!python/object:x {{ 7*7 }}", alert="[[carers]]")]),
    "absurd days": of([service(schedules=[{"freq": "WEEKLY", "byday": "MO", "valid_from": "2026-02-31", "valid_to": "0000-00-00"}])], 1, "row-bad-date"),
    "absurd times": of([service(schedules=[{"freq": "WEEKLY", "byday": "MO", "opens_at": "25:61", "closes_at": "noonish"}])], 1, "row-bad-time"),
    "days of no week": of([service(schedules=[{"freq": "SOMETIMES", "byday": "XX", "interval": -5}])], 1, "row-bad-word"),
    "strings for numbers": of([service(minimum_age="eighteen", maximum_age="99 or so", cost_options=[{"amount": "a lot"}])], 1, "row-bad-number"),
    "a point nowhere": of([service(service_at_locations=[{"location": {**PLACE, "latitude": 200, "longitude": "x"}}])]),
    "lists where parts are due": of([service(organization=[1, 2], service_at_locations="here", schedules={"a": 1}, languages=7, contacts=[None, "Ann", 3])], 1),
    "parts where texts are due": of([service(description={"text": "x"}, url=["x"], email=True, status={"a": 1})], 1),
    "bodies above each other": of({"organizations": [{"id": a, "name": f"Body {a}", "description": "x", "website": "http://b.example", "parent_organization_id": b} for a, b in ("12", "23", "31")]}, 0),
    "rows of all sorts": of([service(), None, 7, "x", [], {}, {"a": 1}], 1, "row-not-understood"),
    "nothing but a page": of({"total_items": 0, "total_pages": 0, "contents": []}, "holds no rows"),
    "an error as a document": of({"error": "Unauthorised", "code": 401}, 0, "row-not-understood"),
    "mixed languages": of([service(name="Côr Tŷ Gwyn אבג ไทย 日本 ​", description="Fàilte")]),
    "a zip of paths": zipped({"../../evil.csv": b"id,name\n1,A\n"}, "holds neither services.csv"),
    "a zip of paths and services": zipped({"../../services.csv": b"id,name,status\n1,A,active\n", "/etc/organizations.csv": b"id,name\n1,B\n"}, 1),
    "a zip that is none": File(b"PK\x03\x04 nothing", Dirty("cannot be read as a zip"), "feed.zip"),
    "tables that name each other in a ring": zipped({"organizations.csv": b"id,name,parent_organization_id\n1,A,2\n2,B,1\n", "services.csv": b"id,organization_id,program_id,name,status\n1,1,1,W,active\n", "programs.csv": b"id,organization_id,name\n1,1,P\n"}, 1),
}  # fmt: skip
ANSWERED = {
    "a server that fails": Answers({"/services": 500}, Dirty("answers 500")),
    "a server that fails at the second page": Answers(
        {"/services": lambda query: pages(query) if "page" not in query else b"<h1>502 Bad Gateway</h1>"},
        Dirty("is no JSON"),
    ),
    "a list that is not there": Answers({}, Dirty("answers 404")),
    "another host": Answers({"/services": "http://other.example/services"}, Dirty("leads on to http://other.example")),
    "a loop of hosts": Answers({"/services": "/services"}, Dirty("/services")),
    "a file of the machine": Answers({"/services": "file:///etc/passwd"}, Dirty("answers 302")),
    "a million pages": Answers({"/services": pages}, Dirty(3)),
    "pages counted from 0": Answers({"/services": pages_from_none}, Dirty(3)),
    "pages that name the next": Answers({"/services": linked}, Dirty(3)),
    "a next page on another host": Answers(
        {"/services": {"next": "http://other.example/services?page=2", "contents": [service()]}}, Dirty(1)
    ),
    "pages in a ring": Answers({"/services": {"next": "/services?page=1", "results": [service()]}}, Dirty(1)),
    "a picture": Answers({"/services": b"\x89PNG\r\n\x1a\n\x00\x00"}, Dirty("is no JSON")),
    "an empty answer": Answers({"/services": b""}, Dirty("ends too early")),
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    made = tmp_path / "in" / "root"
    shutil.copytree(ALBA / "content", made / "content")
    return made


def judge(run: Run, root: Path, source: object, dirty: Dirty) -> None:
    """Take a source in twice, and look at what is said and written."""
    before, outside = files_of(root), sorted(path for path in root.parent.parent.rglob("*") if root not in path.parents)
    first = run("import", "oruk", source, "--root", root, "--feed", "list", "--area", "scotland")
    assert "Traceback" not in first.out + first.err
    assert outside == sorted(path for path in root.parent.parent.rglob("*") if root not in path.parents)
    if isinstance(dirty.said, str):
        assert dirty.said in first.err and first.status
        assert first.err.strip().count("\n") == 0 and len(first.err) < 700
        assert files_of(root) == before
        return
    assert first.status in (0, 1), first.err
    assert dirty.rule in first.out
    made = {name: data for name, data in files_of(root).items() if before.get(name) != data}
    groups = [name for name in made if str(name).startswith("content/assets/")]
    assert len(groups) == dirty.said
    for name, data in made.items():
        said = data.decode()
        if str(name).endswith(".yml"):
            yaml.safe_load(said)
            assert not any(sign in said for sign in WICKED)
    run("import", "oruk", source, "--root", root, "--feed", "list", "--area", "scotland")
    assert {name: data for name, data in files_of(root).items() if before.get(name) != data} == made


@pytest.mark.parametrize("case", FILES)
def test_dirty_files(run: Run, root: Path, case: str) -> None:
    file = FILES[case]
    (root.parent / file.name).write_bytes(file.data)
    judge(run, root, root.parent / file.name, file.dirty)


@pytest.mark.parametrize("case", ANSWERED)
def test_dirty_answers(run: Run, root: Path, serve: Serve, case: str) -> None:
    server = serve(ANSWERED[case].answers)
    judge(run, root, f"{server.address}/services", ANSWERED[case].dirty)


def test_a_field_of_a_gigabyte(run: Run, root: Path) -> None:
    file = root.parent / "feed.json"
    with file.open("wb") as handle:
        handle.write(b'[{"id": "s1", "name": "')
        handle.truncate(1024**3)  # holes take no room
    judge(run, root, file, Dirty("has more than 256 MB"))


def test_a_slow_answer(run: Run, root: Path, serve: Serve) -> None:
    wait = threading.Event()
    server = serve({"/services": lambda query: wait.wait(0.3) or [service()]})
    judge(run, root, f"{server.address}/services", Dirty(1))


def test_there_are_fifty() -> None:
    assert len(FILES) + len(ANSWERED) >= 50

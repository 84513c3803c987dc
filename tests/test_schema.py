"""The JSON Schema of each kind: a schema as the standard has it, which takes our own records as an editor's tool reads them."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator import catalogue, kinds
from generator.kinds.schema import json_schema
from tests.findings import HERE
from tests.json_schema import KEYWORDS, SAYS_NOTHING, TYPES, faults, schemas

KINDS = kinds.discover()
REAL = [*sorted((HERE / "content").glob("*/**/*.yml")), HERE / "content/site.yml"]
CODES = catalogue.load(HERE).codes


class Editor(yaml.SafeLoader):
    """Reads YAML 1.2 as editors' tools do: true and false, numbers, null; dates and times stay text."""


Editor.yaml_implicit_resolvers = {
    first: [(tag, form) for tag, form in known if tag.rpartition(":")[2] in ("null", "float")]
    for first, known in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Editor.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("(true|false)$"), list("tf"))
Editor.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"[-+]?(0|[1-9]\d*)$"), list("-+0123456789"))


@cache
def schema_of(folder: str) -> dict[str, Any]:
    return json_schema(KINDS[folder], CODES)


@pytest.mark.parametrize("folder", KINDS)
def test_it_is_a_schema(folder: str) -> None:
    whole = schema_of(folder)
    assert whole["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    for schema in schemas(whole):
        assert set(schema) <= SAYS_NOTHING | set(KEYWORDS)
        assert schema.get("type", "object") in TYPES
        assert set(schema.get("required", ())) <= set(schema.get("properties", schema.get("required", ())))
        if "$ref" in schema:
            assert schema["$ref"].removeprefix("#/$defs/") in whole["$defs"]
    for name, schema in whole["properties"].items():
        assert schema.get("description"), f"{folder}.{name} has no description in the schema."


@pytest.mark.parametrize("file", REAL, ids=lambda file: str(file.relative_to(HERE / "content")))
def test_real_records_fit(file: Path) -> None:
    folder = file.relative_to(HERE / "content").parts[0].removesuffix(".yml")
    value = yaml.load(file.read_text(encoding="utf-8"), Editor)
    assert list(faults(schema_of(folder), value, schema_of(folder))) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("term: {en: a}", 0),
        ("term: {en: a}\nsuggested: true\nthemes: [a]\nuse: {term: b, kind: synonym}", 0),
        ("moved_to: a", 0),
        ("moved_to: [a, b]", 0),
        ("{}", 1),
        ("term: a", 1),
        ("term: {fr: a}", 1),
        ("term: {en: ''}", 1),
        ("term: {en: a}\nfoo: b", 1),
        ("term: {en: a}\nclass: cor", 1),
        ("term: {en: a}\nsuggested: 'yes'", 1),
        ("term: {en: a}\nuse: {term: b}", 1),
        ("term: {en: a}\nchanges: [{on: 2026-11-21}]", 1),
        ("term: {en: a}\nreview: {fr: {status: draft}}", 1),
    ],
)
def test_it_takes_and_refuses_what_check_does(text: str, found: int) -> None:
    assert len(list(faults(schema_of("glossary"), yaml.load(text, Editor), schema_of("glossary")))) == found


def test_the_editor_reads_as_yaml_1_2_does() -> None:
    text = "a: no\nb: true\nc: 12:30\nd: 2026-11-21\ne: 7\nf: 007\ng: 1.5\nh:\ni: 0770012345"
    assert yaml.load(text, Editor) == {
        "a": "no",
        "b": True,
        "c": "12:30",
        "d": "2026-11-21",
        "e": 7,
        "f": "007",
        "g": 1.5,
        "h": None,
        "i": "0770012345",
    }

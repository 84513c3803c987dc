"""The field types hold what an Open Referral UK record holds: a published full sample goes in as YAML and comes out equal."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, time
from typing import Annotated, Any, ClassVar, Literal

import pytest
from pydantic import Field

from generator.issues import Issue
from generator.kinds.fields import (
    Day,
    Decimal,
    Email,
    Flag,
    Id,
    Line,
    Lines,
    Link,
    MainLines,
    Number,
    Part,
    Phone,
    Prose,
    Texts,
    Time,
    Web,
)
from generator.kinds.record import Record, placed
from generator.layout import write
from generator.source import Tree as Yaml
from generator.source import read_text
from tests.conftest import SHARED

SAMPLE = SHARED / "data" / "oruk" / "oruk-3.0-uk-profile" / "examples" / "service_full.json"


class Schedule(Part):
    """When it meets."""

    id: Id
    valid_from: Day
    valid_to: Day
    dtstart: Day
    freq: Literal["WEEKLY", "MONTHLY"]
    interval: Number
    byday: tuple[Literal["MO", "TU", "WE", "TH", "FR", "SA", "SU"], ...]
    bymonthday: tuple[Number, ...]
    description: Texts
    opens_at: Time
    closes_at: Time
    schedule_link: Web
    attending_type: Lines
    notes: Texts


class Address(Part):
    """Where it is."""

    id: Id
    attention: Line
    address_1: Line
    city: Line
    region: Line
    state_province: Line
    postal_code: Line
    country: Line
    address_type: Literal["physical", "postal", "virtual"]


class Access(Part):
    """How to get in."""

    id: Id
    description: Texts
    details: Texts
    url: Web
    accessibility: Texts


class Venue(Part):
    """A building."""

    id: Id
    location_type: Literal["physical", "postal", "virtual"]
    name: Lines
    description: Texts
    latitude: Decimal
    longitude: Decimal
    external_identifier: Line
    external_identifier_type: Line
    addresses: tuple[Address, ...]
    accessibility: tuple[Access, ...]


class AtVenue(Part):
    """The service at a building."""

    id: Id
    location: Venue


class Area(Part):
    """Whom it serves."""

    id: Id
    name: Lines
    extent: Line
    extent_type: Line
    uri: Web
    service_area: Texts


class Named(Part):
    """What has an id and may have more."""

    id: Id
    name: Line | None = None
    title: Line | None = None
    source: Prose | None = None
    identifier_scheme: Line | None = None
    identifier_type: Line | None = None
    identifier: Line | None = None


class Price(Part):
    """What it costs."""

    id: Id
    valid_from: Day
    valid_to: Day
    option: Lines
    amount: Decimal
    amount_description: Lines


class Organisation(Part):
    """Who runs it."""

    id: Id
    name: Lines
    description: Texts
    email: Email
    website: Web
    logo: Web
    uri: Web
    parent_organization_id: Id
    organization_identifiers: tuple[Named, ...]


class TaxonomyTerm(Part):
    """One entry of a list made elsewhere."""

    id: Id
    name: Lines
    description: Texts
    parent_id: Id
    taxonomy: Line
    term_uri: Web
    term: Line


class Attribute(Part):
    """What it is about."""

    id: Id
    link_type: Line
    taxonomy_term: TaxonomyTerm


class Asset(Record):
    """A community asset with all that the sample has."""

    folder: ClassVar[str] = "assets"

    id_there: Id
    name: MainLines
    description: Texts
    url: Web
    email: Email
    status: Literal["active", "inactive", "defunct", "temporarily closed"]
    fees: Texts
    accreditations: Texts
    minimum_age: Number
    maximum_age: Number
    assured_date: Day
    assurer_email: Email
    alert: Texts
    last_modified: Line = Field(description="no type of ours holds an instant: kept as written")
    schedules: tuple[Schedule, ...]
    service_areas: tuple[Area, ...]
    service_at_locations: tuple[AtVenue, ...]
    languages: tuple[Named, ...]
    organization: Organisation
    funding: tuple[Named, ...]
    cost_options: tuple[Price, ...]
    contacts: tuple[Named, ...]
    attributes: tuple[Attribute, ...]
    free: Flag = False
    phones: tuple[Phone, ...] = ()
    near: tuple[Annotated[Id, Link("assets")], ...] = ()


RENAMED = {"id": "id_there"}
LISTS = {"byday", "bymonthday"}
"""Lists that the sample writes as one text with commas."""


def sample() -> dict[str, Any]:
    """The published record; its times of day without the seconds, which are nought and which our `Time` has none of."""
    if not SAMPLE.is_file():
        pytest.skip("data/oruk is not at hand")
    found: dict[str, Any] = json.loads(SAMPLE.read_text(encoding="utf-8"))
    for schedule in found["schedules"]:
        assert schedule["opens_at"][5:] == schedule["closes_at"][5:] == ":00"
        schedule |= {name: schedule[name][:5] for name in ("opens_at", "closes_at")}
    return found


def is_bilingual(model: type[Any], name: str) -> bool:
    return "bilingual" in model.model_fields[name].metadata


def as_yaml(value: Any, model: type[Any]) -> Yaml:
    """The sample's facts as a contributor writes them: every value text, what readers see under its language."""
    if not isinstance(value, dict):
        return str(value)
    tree: dict[str, Yaml] = {}
    for key, inner in dict[str, Any](value).items():
        name: str = RENAMED.get(key, key) if issubclass(model, Record) else key
        part = model.model_fields[name].annotation
        if is_bilingual(model, name):
            tree[name] = {"en": inner.strip()}
        elif key in LISTS:
            tree[name] = list(inner.split(","))
        elif isinstance(inner, list):
            tree[name] = [as_yaml(entry, part.__args__[0]) for entry in inner]
        else:
            tree[name] = as_yaml(inner, part)
    return tree


def as_json(value: Any, given: Any) -> Any:
    """A typed value as the sample writes it."""
    if isinstance(value, Part):
        names = {key: RENAMED.get(key, key) if isinstance(value, Record) else key for key in given}
        return {there: as_json(getattr(value, here), given[there]) for there, here in names.items()}
    if isinstance(value, Mapping):
        return value["en"] + given[len(given.rstrip()) :]
    if isinstance(value, tuple) and isinstance(given, str):
        return ",".join(map(str, value))
    if isinstance(value, tuple):
        return [as_json(entry, inner) for entry, inner in zip(value, given, strict=True)]
    if isinstance(value, time):
        return value.isoformat("minutes")
    return value.isoformat() if isinstance(value, date) else value


def record(tree: Yaml) -> Record:
    made = placed(Asset, tree, "community-counselling", "content/assets/community-counselling.yml", ("en", "cy"))
    assert isinstance(made, Record)
    return made


def test_the_published_sample_goes_in_and_comes_out_equal() -> None:
    """Through text, too: laid out as a file and read again."""
    given = sample()
    tree = as_yaml(given, Asset)
    assert isinstance(tree, dict)
    again = read_text(write(tree, Asset, ("en", "cy")))
    issues: list[Issue] = again.issues
    assert issues == []
    typed = record(again.tree or {})
    assert as_json(typed, given) == given


def test_types_keep_what_yaml_would_bend() -> None:
    """What a YAML reader with types spoils: postcodes, telephone numbers, noughts, `no`."""
    text = "phones: [01443 202020, '+44 1443 202020', '116 123']\nfree: true\n"
    tree = read_text(text).tree
    assert isinstance(tree, dict)
    typed = record({**as_yaml(sample(), Asset), **tree})  # type: ignore[dict-item]
    assert isinstance(typed, Asset)
    assert typed.phones == ("01443 202020", "+44 1443 202020", "116 123")
    assert typed.free is True

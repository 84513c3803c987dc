"""Lists as publishers really shape them, without a mapping written by hand: what a person would understand of them is understood."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from generator import catalogue
from generator.catalogue import Catalogue
from generator.imports import found_in, geojson, guess, openreferral, positions, tables
from generator.imports.headings import Headings
from generator.imports.incoming import Given, Incoming
from generator.referral import bilingual
from generator.referral.words import Words
from tests.conftest import REPOSITORY

Tree = Mapping[str, Any]


@pytest.fixture(scope="module")
def root() -> Catalogue:
    """Our own vocabularies, in both languages."""
    return catalogue.load(REPOSITORY)


def guessed(root: Catalogue, file: Path, lang: str = "en") -> list[Incoming]:
    """The rows of a table or of points, by the mapping that is proposed for it."""
    format, reader = ("geojson", geojson) if file.suffix == ".geojson" else ("table", tables)
    map = file.with_suffix(".yml")
    map.write_text(guess.proposed(root, Given(str(file), lang), format), encoding="utf-8")
    return list(reader.read(root, Given(str(file), lang, map)))


def table(root: Catalogue, folder: Path, *rows: Sequence[object], sign: str = ",") -> list[Incoming]:
    out = io.StringIO()
    csv.writer(out, delimiter=sign).writerows(rows)
    (folder / "list.csv").write_text(out.getvalue(), encoding="utf-8")
    return guessed(root, folder / "list.csv")


def groups(found: Sequence[Incoming]) -> dict[str, Tree]:
    """Groups by their names."""
    return {next(iter(row.tree["name"].values())): row.tree for row in found if row.kind == "assets"}  # type: ignore[union-attr]


def at(tree: Any, path: str) -> Any:
    for step in path.split("."):
        tree = tree[int(step)] if isinstance(tree, list) else tree.get(step)
        if tree is None:
            return None
    return tree


# tables: one heading, one cell, and what it becomes

CELLS = {
    "Post_Code": ("LL55 1RH", "venues.main.postcode", "LL55 1RH"),
    "PCode": ("LL55 1RH", "venues.main.postcode", "LL55 1RH"),
    "Postcode of venue": ("LL55 1RH", "venues.main.postcode", "LL55 1RH"),
    "Addr1": ("High Street", "venues.main.address", "High Street"),
    "Address": ("Canolfan y Bont, SA48 7AB", "venues.main.postcode", "SA48 7AB"),
    "Where": ("Library, Lampeter SA48 7BN", "venues.main.name.en", "Library, Lampeter"),
    "Map": ("https://www.google.com/maps/@52.4150,-4.0830,15z", "venues.main.point", "52.415, -4.083"),
    "Location (lat, long)": ("(52.4150, -4.0830)", "venues.main.point", "52.415, -4.083"),
    "Grid ref": ("SH 482 627", "venues.main.point", "53.140229, -4.270111"),
    "Tel / mobile": ("01570 600001 or 01570 600002", "contact.phones.1.number", "01570 600002"),
    "Phone": ("01570 600000 ext 12", "contact.phones.0.then.en", "12"),
    "Contact No.": ("1570600000", "contact.phones.0.number", "01570600000"),
    "Public contact e-mail": ("mailto:a@example.org", "contact.email", "a@example.org"),
    "Website or social media link": ("www.example.org", "contact.web.en", "http://www.example.org"),
    "Start": ("14:00", "when.0.time.0", "14:00"),
    "Opens": ("0.395833333333333", "when.0.time.0", "09:30"),
    "AimedArrivalTime": ("13:50:00", "when.0.time.0", "13:50"),
    "What day(s) do you meet?": ("Wednesday", "when.0.days", ["wed"]),
    "Age range": ("5-11 years", "ages", {"from": "5", "to": "11"}),
    "Ages": ("Over 50s", "ages", {"from": "50"}),
    "Is there a charge?": ("No", "cost.kind", "free"),
    "Cost per session": ("£2.50 per session/free for carers", "cost.kind", "varies"),
    "Cost?": ("£3", "cost.amount", "3"),
    "Price": ("2,50", "cost.amount", "2.5"),
    "Is your venue wheelchair accessible?": ("Yes", "venues.main.access.0", {"feature": "step-free", "state": "yes"}),
    "Wheelchair": ("no", "venues.main.access.0.state", "no"),
    "Cost (£)": ("0.00", "cost.kind", "free"),
    "Contact": ("01570 600000", "contact.phones.0.number", "01570 600000"),
    "Target audience": ("People we know", "eligibility.en", "People we know"),
    "Ffôn / Phone": ("01570 600000", "contact.phones.0.number", "01570 600000"),
    "Who do we support?": ("Unpaid carers", "eligibility.en", "Unpaid carers"),
}  # fmt: skip


@pytest.mark.parametrize("heading", CELLS)
def test_a_column_is_understood_by_its_heading_and_cells(root: Catalogue, tmp_path: Path, heading: str) -> None:
    cell, path, value = CELLS[heading]
    found = table(root, tmp_path, ["Name", heading, "x"], ["Walkers", cell, "1"])
    assert at(groups(found)["Walkers"], path) == value


@pytest.mark.parametrize(
    ("headings", "row", "name"),
    [
        (["Ref", "Resource name", "Notes"], ["A1", "Walkers", "x"], "Walkers"),
        (["StopPointRef", "StopPointName"], ["P001", "Caersws"], "Caersws"),
        (["Provider URN", "Provider Name"], ["EY1", "Little Stars"], "Little Stars"),
        (["charity_type", "charity_name"], ["Trust", "Example Trust"], "Example Trust"),
        (["Timestamp", "What is the name of your group?"], ["2026/10/01 9:12:33 am", "Walkers"], "Walkers"),
        (["SITE_NAME", "Contact name"], ["The Hall", "Ann Persona"], "The Hall"),
        (["uid", "summary", "dtstart", "location"], ["a@x", "Swim", "2026-09-01T18:00:00", "Pool"], "Swim"),
    ],
)
def test_the_column_of_names_is_found(
    root: Catalogue, tmp_path: Path, headings: list[str], row: list[str], name: str
) -> None:
    assert list(groups(table(root, tmp_path, headings, row))) == [name]


def test_points_the_wrong_way_round_with_commas_and_on_the_grid(root: Catalogue, tmp_path: Path) -> None:
    turned = table(root, tmp_path, ["Name", "Latitude", "Longitude"], ["Walkers", "-3.19", "51.75"])
    assert at(groups(turned)["Walkers"], "venues.main.point") == "51.75, -3.19"
    assert [(dirt.field, dirt.rule.code) for dirt in turned[-1].dirt] == [("Latitude", "row-mended")]
    commas = table(root, tmp_path, ["Name", "Latitude", "Longitude"], ["Walkers", "51,75", "-3,19"], sign=";")
    assert at(groups(commas)["Walkers"], "venues.main.point") == "51.75, -3.19"
    metres = table(root, tmp_path, ["Name", "EASTING", "NORTHING"], ["Walkers", "248100", "362800"])
    assert at(groups(metres)["Walkers"], "venues.main.point") == "53.140636, -4.272375"


@pytest.mark.parametrize("text", ["0, 0", "91.5, 200.5", "SH 482 62", "ZZ 482 627", "https://example.org/12.345", "x"])
def test_what_is_no_point(root: Catalogue, text: str) -> None:
    assert not positions.in_text(text, Words(root)).text
    assert not positions.on_grid("1e9", "5").text and not positions.on_grid("", "x").text


@pytest.mark.parametrize("text", ["0-18 months", "All", "11-5", "300+", "", "family"])
def test_what_tells_no_ages(text: str) -> None:
    assert found_in.ages(text, ("en", "cy")) == {}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("16 oed a hŷn", {"from": "16"}),
        ("16+ oed", {"from": "16"}),
        ("o leiaf 50 oed", {"from": "50"}),
        ("o dan 25 oed", {"to": "25"}),
        ("rhwng 5 ac 11 oed", {"from": "5", "to": "11"}),
        ("o 5 i 11 oed", {"from": "5", "to": "11"}),
        ("oed 8", {}),
    ],
)
def test_ages_in_welsh(text: str, told: dict[str, str]) -> None:
    assert found_in.ages(text, ("en", "cy")) == told


def test_words_beside_a_number_are_kept_aside(root: Catalogue, tmp_path: Path) -> None:
    (found,) = table(root, tmp_path, ["Name", "Phone"], ["Walkers", "Ask at the desk, 01570 600000"])
    assert at(found.tree, "contact.phones") == [{"number": "01570 600000"}]
    assert found.unmapped == {"Phone": "Ask at the desk, 01570 600000"}


def test_short_headings_that_go_together(root: Catalogue, tmp_path: Path) -> None:
    rows = ["Class", "Org Name", "Day", "From", "To"], ["Aqua", "Example", "Mon", "10:00", "10:45"]
    body, found = table(root, tmp_path, *rows)
    assert (body.kind, body.tree) == ("organisations", {"name": {"en": "Example"}})
    assert found.tree["when"] == [{"days": ["mon"], "time": ["10:00-10:45"]}]


def test_moments_of_a_calendar(root: Catalogue, tmp_path: Path) -> None:
    found = table(
        root,
        tmp_path,
        ["uid", "summary", "dtstart", "dtend", "rrule"],
        ["a", "Swim", "2026-09-01T18:00:00Z", "2026-09-01T19:00:00+00:00", "FREQ=WEEKLY;BYDAY=TU,TH"],
    )
    assert groups(found)["Swim"]["when"] == [{"days": ["tue", "thu"], "time": ["18:00-19:00"], "from": "2026-09-01"}]


def test_rows_that_are_no_records_are_kept_aside_and_said(root: Catalogue, tmp_path: Path) -> None:
    head, rest = ["Name", "Phone", "When"], ["01570 600000", "Mondays"]
    rows = [head, ["NORTH"], ["Walkers", *rest], ["South:"], ["Talkers", *rest], head, ["Alone"], ["Total", "3"]]
    found = table(root, tmp_path, *rows)
    assert list(groups(found)) == ["Walkers", "Talkers", "Alone"]
    aside = [(row.where, dirt.rule.code) for row in found if row.kind is None for dirt in row.dirt]
    assert aside == [(f"row {n}", "row-no-record") for n in (2, 4, 6, 8)]


def test_a_narrow_list_of_names_in_capitals_is_one_of_names(root: Catalogue, tmp_path: Path) -> None:
    assert list(groups(table(root, tmp_path, ["Name", "Phone"], ["WALKERS"], ["Talkers", "01570 600000"]))) == [
        "WALKERS",
        "Talkers",
    ]


def book(folder: Path, **sheets: Sequence[Sequence[object]]) -> Path:
    made = Workbook()
    made.remove(made.worksheets[0])
    for title, rows in sheets.items():
        sheet = made.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    made.save(folder / "list.xlsx")
    return folder / "list.xlsx"


def test_a_workbook_with_titles_merged_headings_and_several_sheets(root: Catalogue, tmp_path: Path) -> None:
    heads = [
        ["Groups of the county", "2026"],
        ["Group", None, "How to reach it", None],
        ["Group name", "When", "Telephone", "Email"],
    ]
    file = book(
        tmp_path,
        Contents=[["Contents", "Page"], ["North", 1], ["South", 2]],
        North=[*heads, ["Walkers", "Mondays 10am", 1570600000, "a@example.org"]],
        South=[*heads, ["Talkers", "Tuesdays 7pm", "01570 600001", None]],
    )
    found = guessed(root, file)
    assert list(groups(found)) == ["Walkers", "Talkers"]
    assert [row.where for row in found] == ["North, row 4", "South, row 4"]
    assert at(found[0].tree, "contact.phones") == [{"number": "01570600000"}]
    said = file.with_suffix(".yml").read_text(encoding="utf-8")
    assert "heading_row: 3\nsheet: [North, South]\n# Sheets that are not taken: Contents.\n" in said


def test_days_and_times_that_a_workbook_holds_as_numbers(root: Catalogue, tmp_path: Path) -> None:
    file = book(
        tmp_path,
        List=[["Activity", "Day", "Start time", "End time", "Start date"], ["Yoga", "Monday", 0.5, 0.5625, 46272]],
    )
    assert groups(guessed(root, file))["Yoga"]["when"] == [
        {"days": ["mon"], "time": ["12:00-13:30"], "from": "2026-09-07"}
    ]


@pytest.mark.parametrize(
    ("heading", "to"),
    [
        ("location.address.@type", ""),
        ("Contact person", ""),
        ("Last updated", ""),
        ("eventSchedule.@type", ""),
    ],
)
def test_headings_that_only_hold_a_known_word_mean_nothing_for_sure(heading: str, to: str) -> None:
    assert next((meaning.to for meaning in Headings(("en", "cy")).meanings(heading)), "") == to


# points

SQUARE = [[[-4.13, 53.22], [-4.12, 53.22], [-4.12, 53.23], [-4.13, 53.23], [-4.13, 53.22]]]


def points(root: Catalogue, folder: Path, *features: tuple[Tree, Any], **more: Any) -> dict[str, Tree]:
    held = [{"type": "Feature", "properties": said, "geometry": shape} for said, shape in features]
    (folder / "list.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": held, **more}), "utf-8")
    return groups(guessed(root, folder / "list.geojson"))


def test_shapes_have_a_point(root: Catalogue, tmp_path: Path) -> None:
    found = points(
        root,
        tmp_path,
        ({"name": "Park"}, {"type": "Polygon", "coordinates": SQUARE}),
        ({"name": "Walk"}, {"type": "LineString", "coordinates": [[-3.38, 52.24], [-3.1, 52.9]]}),
        ({"name": "Hills"}, {"type": "MultiPoint", "coordinates": [[-3.2, 52.2], [-3.4, 52.4]]}),
        ({"name": "Nowhere"}, None),
    )
    where = {name: at(tree, "venues.main.point") for name, tree in found.items()}
    assert where == {"Park": "53.225, -4.125", "Walk": "52.24, -3.38", "Hills": "52.3, -3.3", "Nowhere": None}


def test_metres_of_the_national_grid(root: Catalogue, tmp_path: Path) -> None:
    grid = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::27700"}}
    found = points(
        root, tmp_path, ({"SITE_NAME": "Hall"}, {"type": "Point", "coordinates": [248100, 362800]}), crs=grid
    )
    assert at(found["Hall"], "venues.main.point") == "53.140636, -4.272375"


def test_tags_of_openstreetmap(root: Catalogue, tmp_path: Path) -> None:
    tags = {
        "name": "Canolfan Thomas",
        "name:en": "Thomas Centre",
        "name:cy": "Canolfan Thomas",
        "opening_hours": "Mo-Fr 09:00-17:00; Sa 10:00-12:00",
        "contact:phone": "+44 1248 600000",
        "addr:street": "High Street",
        "addr:postcode": "LL59 5AA",
        "wheelchair": "yes",
    }
    found = points(root, tmp_path, (tags, {"type": "Point", "coordinates": [-4.16, 53.22]}), ({"name": "Hall"}, None))
    centre = found["Thomas Centre"]
    assert centre["name"] == {"en": "Thomas Centre", "cy": "Canolfan Thomas"} and "Hall" in found
    assert [meeting["days"] for meeting in centre["when"]] == [["mon", "tue", "wed", "thu", "fri"], ["sat"]]
    assert at(centre, "venues.main.postcode") == "LL59 5AA"
    assert at(centre, "venues.main.access") == [{"feature": "step-free", "state": "yes"}]


def test_parts_within_parts_as_openactive_has_them(root: Catalogue, tmp_path: Path) -> None:
    said = {
        "identifier": 101,
        "name": "Parkfit",
        "organizer": {"@type": "Organization", "name": "Fit Example", "telephone": "029 2060 0000"},
        "location": {"address": {"streetAddress": "Lake Road", "postalCode": "CF24 1AA"}},
        "eventSchedule": [
            {
                "byDay": ["https://schema.org/Monday", "https://schema.org/Friday"],
                "startTime": "18:00",
                "endTime": "19:00",
            }
        ],
        "offers": [{"price": 4.5, "priceCurrency": "GBP"}],
        "ageRange": {"minValue": 16},
    }
    found = points(root, tmp_path, (said, {"type": "Point", "coordinates": [-3.17, 51.5]}))["Parkfit"]
    assert found["when"] == [{"days": ["mon", "fri"], "time": ["18:00-19:00"]}]
    assert (found["ages"], found["cost"]) == ({"from": "16"}, {"amount": "4.5", "kind": "paid"})
    assert at(found, "venues.main.postcode") == "CF24 1AA"


# Open Referral

SERVICE: Tree = {
    "id": "s1",
    "name": "Walkers",
    "status": "active",
    "minimum_age": 50,
    "organization": {"id": "o1", "name": "Example"},
    "schedules": [{"freq": "WEEKLY", "byday": "TU", "opens_at": "12:00", "closes_at": "14:00"}],
    "service_at_locations": [{"location": {"location_type": "physical", "addresses": [{"address_1": "High Street", "postal_code": "LL55 1RH"}]}}],
}  # fmt: skip
WANTED = {"ages.from": "50", "when.0.time": ["12:00-14:00"], "venues.main.postcode": "LL55 1RH"}


def named(value: Any, how: Any) -> Any:
    """A document with its keys written otherwise."""
    if isinstance(value, dict):
        return {how(key): named(held, how) for key, held in value.items()}
    return [named(entry, how) for entry in value] if isinstance(value, list) else value


def camel(key: str) -> str:
    first, *rest = key.split("_")
    return first + "".join(word.capitalize() for word in rest)


def pascal(key: str) -> str:
    return "".join(word.capitalize() for word in key.split("_"))


SHAPES = {
    "items": {"items": [SERVICE], "pageNumber": 1},
    "results with counts": {"count": 1, "next": None, "results": [SERVICE]},
    "a named list": {"name": "Directory", "publisher": "x", "services": [SERVICE]},
    "services by their ids": {"services": {"s1": SERVICE}},
    "HAL": {"_embedded": {"services": [SERVICE]}, "_links": {}, "page": {"size": 1}},
    "JSON:API": {"data": [{"type": "services", "id": "s1", "attributes": {**SERVICE, "id": None}}]},
    "humps": named({"contents": [SERVICE]}, camel),
    "capitals": named({"contents": [SERVICE]}, pascal),
}


def read(root: Catalogue, folder: Path, document: Any) -> list[Incoming]:
    (folder / "feed.json").write_text(json.dumps(document), encoding="utf-8")
    return list(openreferral.read(root, Given(str(folder / "feed.json"), "en")))


@pytest.mark.parametrize("shape", SHAPES)
def test_whatever_holds_services_and_however_they_are_named(root: Catalogue, tmp_path: Path, shape: str) -> None:
    found = read(root, tmp_path, SHAPES[shape])
    assert {row.kind for row in found} == {"assets", "organisations"}
    assert {path: at(groups(found)["Walkers"], path) for path in WANTED} == WANTED


def test_a_body_with_its_services_is_no_wrapping(root: Catalogue, tmp_path: Path) -> None:
    found = read(root, tmp_path, {"id": "o1", "name": "Example", "services": [{"id": "s1", "name": "Walkers"}]})
    assert [(row.kind, row.key) for row in found] == [("assets", "s1"), ("organisations", "o1")]


def test_the_model_of_family_hubs(root: Catalogue, tmp_path: Path) -> None:
    service = {
        "id": 12,
        "name": "Stay and play",
        "summary": "Play session",
        "description": "Play together.",
        "status": "Active",
        "attendingType": "InPerson",
        "contacts": [{"telephone": "01437 600000", "email": "fh@example.org"}],
        "locations": [{"id": 1, "name": "Hub", "address1": "1 High St", "city": "Haverfordwest", "postCode": "SA61 1AA"}],
        "schedules": [{"byDay": "MO,TH", "freq": "WEEKLY", "opensAt": "2024-01-01T09:30:00Z", "closesAt": "2024-01-01T11:30:00Z"}],
        "serviceAreas": [{"serviceAreaName": "Pembrokeshire"}],
    }  # fmt: skip
    found = groups(read(root, tmp_path, {"items": [service]}))["Stay and play"]
    assert found["when"] == [{"days": ["mon", "thu"], "time": ["09:30-11:30"]}]
    assert found["summary"] == {"en": "Play session"} and found["description"] == {"en": "Play together."}
    assert at(found, "venues.main.address") == "1 High St, Haverfordwest" and found["serves"] == ["pembrokeshire"]
    assert at(found, "contact.phones") == [{"number": "01437 600000"}]


def test_what_aliss_says_of_a_service(root: Catalogue, tmp_path: Path) -> None:
    service = {
        "id": "a1",
        "name": "Shed",
        "phone": "01324 600000",
        "organisation": {"id": "o1", "name": "Example"},
        "locations": [{"id": "l1", "street_address": "1 Mill Lane", "locality": "Barry"}],
        "categories": [{"name": "Gardening", "slug": "gardening"}],
        "accessibility_features": [{"name": "Hearing loop"}],
    }
    found = groups(read(root, tmp_path, {"count": 1, "data": [service]}))["Shed"]
    assert at(found, "venues.main.address") == "1 Mill Lane, Barry"
    assert at(found, "venues.main.access.0.feature") == "hearing-loop"
    assert at(found, "contact.phones") == [{"number": "01324 600000"}] and found["activities"] == ["gardening"]


def test_localgov_drupal_by_json_api(root: Catalogue, tmp_path: Path) -> None:
    said = {
        "title": "Town Hall",
        "status": True,
        "body": {"value": "<p>Hall for hire</p>"},
        "localgov_directory_phone": "01792 600000",
        "localgov_directory_address": {
            "address_line1": "The Guildhall",
            "locality": "Swansea",
            "postal_code": "SA1 4PE",
        },
    }
    found = read(
        root, tmp_path, {"data": [{"type": "node--localgov_directories_venue", "id": "u1", "attributes": said}]}
    )
    assert [(row.kind, row.key) for row in found] == [("assets", "u1")]
    assert at(found[0].tree, "venues.main.postcode") == "SA1 4PE"
    assert at(found[0].tree, "contact.phones") == [{"number": "01792 600000"}]


def test_tables_as_sheets_of_a_workbook(root: Catalogue, tmp_path: Path) -> None:
    file = book(
        tmp_path,
        services=[["id", "name", "status", "organization_id"], ["s1", "Walkers", "active", "o1"]],
        organizations=[["id", "name"], ["o1", "Example"]],
        phones=[["id", "service_id", "number"], ["p1", "s1", "01570 600000"]],
    )
    found = list(openreferral.read(root, Given(str(file), "en")))
    assert [(row.kind, row.key) for row in found] == [("assets", "s1"), ("organisations", "o1")]
    assert at(found[0].tree, "contact.phones") == [{"number": "01570 600000"}]


@pytest.mark.parametrize(
    "more",
    [
        {"name": {"en": "Walk", "cy": "Taith"}, "description": {"en": "We walk.", "cy": "Cerddwn."}},
        {"name": "Walk", "name_cy": "Taith", "description": "We walk.", "description_cy": "Cerddwn."},
        {"name_english": "Walk", "name_welsh": "Taith", "description_en": "We walk.", "description_cy": "Cerddwn."},
    ],
)
def test_texts_in_two_languages(root: Catalogue, tmp_path: Path, more: Tree) -> None:
    (found,) = read(root, tmp_path, [{"id": "s1", "status": "active", **more}])
    assert found.tree["name"] == {"en": "Walk", "cy": "Taith"}
    assert found.tree["summary"] == {"en": "We walk.", "cy": "Cerddwn."}


def test_a_document_in_one_language_stays_as_it_is() -> None:
    assert bilingual.parted(SERVICE, "en", ("en", "cy")) is None

"""Tables and points of others come in by a mapping of their columns; a mapping is proposed from headings and values."""

from __future__ import annotations

import csv
import io
import textwrap
from collections.abc import Mapping
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
import yaml
from openpyxl import Workbook

from generator import catalogue
from generator.catalogue import Catalogue
from generator.imports import geojson, guess, mapping, tables
from generator.imports.headings import Headings
from generator.imports.incoming import Given, Incoming
from generator.imports.placing import Placing
from generator.imports.targets import put, target
from generator.issues import Refusal
from generator.kinds.asset import Asset
from generator.kinds.organisation import Organisation
from generator.referral import cells
from generator.source import Tree
from tests.conftest import REPOSITORY, SHARED

SAMPLES = SHARED / "data" / "directory-samples"
ROWS = {
    "mobile-libraries/wrexham.csv": 70,
    "libraries/libraries_scotland.csv": 483,
    "ohana/data/sample-csv/locations.csv": 22,
    "ohana/data/sample-csv/services.csv": 23,
    "ohana/data/sample-csv/organizations.csv": 8,
    "ohana/data/sample-csv/taxonomy.csv": 290,
}
HEAD = "key: id\ncolumns:\n  name: name\n"
CODES = ("en", "cy")


@pytest.fixture(scope="module")
def root() -> Catalogue:
    """Our own vocabularies, in both languages."""
    return catalogue.load(REPOSITORY)


def given(folder: Path, table: str | bytes, map: str, name: str = "list.csv") -> Given:
    (folder / name).write_bytes(table if isinstance(table, bytes) else table.encode())
    (folder / "map.yml").write_text(map, encoding="utf-8")
    return Given(str(folder / name), "en", folder / "map.yml")


def taken(root: Catalogue, folder: Path, table: str | bytes, map: str, name: str = "list.csv") -> list[Incoming]:
    reader = geojson if name.endswith("json") else tables
    return list(reader.read(root, given(folder, table, map, name)))


def one(root: Catalogue, folder: Path, cells: Mapping[str, str], columns: str) -> Incoming:
    """A table of one row, by a mapping of its columns."""
    out = io.StringIO()
    writer = csv.DictWriter(out, ["id", "name", *cells])
    writer.writeheader()
    writer.writerow({"id": "1", "name": "Walkers", **cells})
    *_, found = taken(root, folder, out.getvalue(), HEAD + "".join(f"  {line}\n" for line in columns.split("\n")))
    return found


def rules(found: Incoming) -> list[tuple[str, str]]:
    return [(dirt.field, dirt.rule.code) for dirt in found.dirt]


# files


TABLE = "id,name,Cyfeiriad\n1,Côr Tŷ Gwyn,Stryd Fawr\n2,Cerdded,\n"
MAP = HEAD + "  Cyfeiriad: venues.main.address\n"
NAMES = ["Côr Tŷ Gwyn", "Cerdded"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_encodings_and_signs(root: Catalogue, tmp_path: Path, encoding: str, sign: str) -> None:
    found = taken(root, tmp_path, TABLE.replace(",", sign).encode(encoding), MAP)
    assert [row.tree["name"] for row in found] == [{"en": name} for name in NAMES]


def test_windows_letters_excel_and_cells_of_several_lines(root: Catalogue, tmp_path: Path) -> None:
    found = taken(
        root,
        tmp_path,
        'sep=;\r\nid;name;Cyfeiriad\r\n1;"Caf\xe9 \x93A\x94";"1 Heol\r\nTref"\r\n'.encode("latin-1"),
        MAP,
    )
    assert found[0].tree == {"name": {"en": "Café “A”"}, "venues": {"main": {"address": "1 Heol Tref"}}}
    assert (found[0].key, found[0].where) == ("1", "row 2")
    assert found[0].received == {"id": "1", "name": "Café “A”", "Cyfeiriad": "1 Heol\r\nTref"}


def test_text_once_read_in_the_wrong_encoding_is_mended(root: Catalogue, tmp_path: Path) -> None:
    mangled = "Tŷ’r Eglwys".encode().decode("cp1252")
    assert taken(root, tmp_path, f"id,name,Cyfeiriad\n1,{mangled},x\n", MAP)[0].tree["name"] == {"en": "Tŷ’r Eglwys"}


def workbook(*rows: list[Any], title: str = "Groups", before: int = 0) -> bytes:
    book = Workbook()
    for number in range(before):
        book.create_sheet(f"empty {number}", 0)
    sheet = book.create_sheet(title)
    for row in rows:
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_workbook_with_a_title_days_times_and_numbers(root: Catalogue, tmp_path: Path) -> None:
    data = workbook(
        ["Our list"],
        [],
        ["id", "name", "Cyfeiriad", "Ends", "From", "To", "Price", "Free text"],
        [1, "Walkers", "High Street", datetime(2026, 7, 20), time(9, 30), time(11), 3.5, True],
        [2.0, "=1+1", None, date(2026, 7, 21), None, None, 4.0, None],
        before=1,
    )
    map = MAP + "  Ends: funding.ends\n  From: when.opens\n  To: when.closes\n  Price: cost.amount\n"
    first, second = taken(root, tmp_path, data, map, "list.xlsx")
    assert first.tree["funding"] == {"ends": "2026-07-20"}
    assert first.tree["when"] == [{"time": ["09:30-11:00"]}]
    assert first.tree["cost"] == {"amount": "3.5", "kind": "paid"}
    assert first.unmapped == {"Free text": "true"}
    assert (second.key, second.tree["cost"]) == ("2", {"amount": "4", "kind": "paid"})
    assert "name" not in second.tree  # a formula that was never worked out


def test_a_sheet_by_its_name_and_a_row_of_headings_by_its_number(root: Catalogue, tmp_path: Path) -> None:
    data = workbook(["a", "b"], ["id", "name"], [1, "Walkers"])
    assert taken(root, tmp_path, data, HEAD + "heading_row: 2\nsheet: Groups\n", "list.xlsx")[0].key == "1"
    with pytest.raises(Refusal, match=r"has no sheet 'Other'\. Sheets: Sheet, Groups\."):
        taken(root, tmp_path, data, HEAD + "sheet: Other\n", "list.xlsx")


# what stands where


CELLS: dict[str, tuple[str, str, Any]] = {
    "mailto": ("mailto:info@example.org", "contact.email", {"contact": {"email": "info@example.org"}}),
    "web": ("www.example.org/a", "contact.web@cy", {"contact": {"web": {"cy": "http://www.example.org/a"}}}),
    "phone": ("(01978) 298-855", "contact.phones", {"contact": {"phones": [{"number": "01978 298 855"}]}}),
    "postcode": ("ll571ab", "venues.main.postcode", {"venues": {"main": {"postcode": "LL57 1AB"}}}),
    "point": ("53.2, -4.1", "venues.main.point", {"venues": {"main": {"point": "53.2, -4.1"}}}),
    "yes": ("Oes", "venues.main.access.step-free", {"venues": {"main": {"access": [{"feature": "step-free", "state": "yes"}]}}}),
    "flag": ("Y", "remote.online", {"remote": {"online": "true"}}),
    "day": ("20/7/2026", "funding.ends", {"funding": {"ends": "2026-07-20"}}),
    "short day": ("20/7/26", "funding.ends", {"funding": {"ends": "2026-07-20"}}),
    "dashed day": ("20-07-2026", "funding.ends", {"funding": {"ends": "2026-07-20"}}),
    "price": ("£3.50", "cost.amount", {"cost": {"amount": "3.5", "kind": "paid"}}),
    "sum": ("£3.50", "cost.note@cy", {"cost": {"amount": "3.5", "kind": "paid"}}),
    "free": ("Am ddim", "cost.note@cy", {"cost": {"note": {"cy": "Am ddim"}, "kind": "free"}}),
    "some price": ("ask us", "cost.note", {"cost": {"note": {"en": "ask us"}, "kind": "unknown"}}),
    "age": ("16+", "ages.from", {"ages": {"from": "16"}}),
    "word": ("Canu", "activities", {"activities": ["singing"]}),
    "area": ("W06000002", "serves", {"serves": ["gwynedd"]}),
    "language": ("Welsh", "languages", {"languages": [{"language": "cy"}]}),
    "language by its code": ("yes", "languages.cy", {"languages": [{"language": "cy", "when": "always"}]}),
    "choice": ("Closed", "state.now", {"state": {"now": "closed"}}),
    "also": ("Y Côr", "also@cy", {"also": {"cy": ["Y Côr"]}}),
    "html": ("<p>A <b>choir</b></p><script>x()</script>", "summary", {"summary": {"en": "A choir"}}),
    "words of times": ("2nd Friday of the month, 10am - 12noon", "when", {"when": [{"days": ["fri"], "nth": ["2"], "time": ["10:00-12:00"]}]}),
    "nothing": ("n/a", "eligibility", {}),
    "formula": ("=1+1", "summary", {"summary": {"en": "=1+1"}}),
}  # fmt: skip


@pytest.mark.parametrize("case", CELLS)
def test_cells(root: Catalogue, tmp_path: Path, case: str) -> None:
    text, to, tree = CELLS[case]
    found = one(root, tmp_path, {"cell": text}, f"cell: {to}")
    assert found.tree == {"name": {"en": "Walkers"}, **tree}
    assert found.unmapped == {}


@pytest.mark.parametrize(
    "text, to, code",
    [
        ("none of yours@", "contact.email", "row-bad-email"),
        ("not a page", "contact.web", "row-bad-web"),
        ("ask Ann", "contact.phones", "row-bad-phone"),
        ("somewhere", "venues.main.postcode", "row-bad-postcode"),
        ("99, 200", "venues.main.point", "row-bad-point"),
        ("0, 0", "venues.main.point", "row-bad-point"),
        ("perhaps", "venues.main.access.step-free", "row-bad-word"),
        ("31/02/2026", "funding.ends", "row-bad-date"),
        ("a lot", "cost.amount", "row-bad-number"),
        ("Astronomy", "activities", "row-unknown-word"),
        ("Every 2nd Friday", "when", "row-unclear-times"),
        ("../../etc/passwd", "organisation", "row-bad-word"),
    ],
)
def test_what_is_not_understood_is_kept_aside_and_said(
    root: Catalogue, tmp_path: Path, text: str, to: str, code: str
) -> None:
    found = one(root, tmp_path, {"cell": text}, f"cell: {to}")
    assert rules(found) == [("cell", code)]
    assert found.unmapped == {"cell": text}
    noted = {"when": [{"note": {"en": text}}]} if to == "when" else {}
    assert found.tree == {"name": {"en": "Walkers"}, **noted}


def test_columns_that_go_together(root: Catalogue, tmp_path: Path) -> None:
    cells = {
        "a1": "1 High Street",
        "a2": "Bangor",
        "p1": "01248 000000",
        "p2": "01248 000001",
        "lat": "53.2",
        "lon": "-4.1",
    }
    columns = "a1: venues.main.address\na2: venues.main.address\np1: contact.phones\np2: contact.phones\nlat: venues.main.lat\nlon: venues.main.lon"
    assert one(root, tmp_path, cells, columns).tree == {
        "name": {"en": "Walkers"},
        "venues": {"main": {"address": "1 High Street, Bangor", "point": "53.2, -4.1"}},
        "contact": {"phones": [{"number": "01248 000000"}, {"number": "01248 000001"}]},
    }


def test_a_place_that_is_filled_a_text_too_long_and_half_a_point(root: Catalogue, tmp_path: Path) -> None:
    cells = {"a": "a@example.org", "b": "b@example.org", "long": "word " * 80, "lat": "53.2"}
    found = one(root, tmp_path, cells, "a: contact.email\nb: contact.email\nlong: summary\nlat: venues.main.lat")
    assert found.tree["contact"] == {"email": "a@example.org"}
    assert found.unmapped == {"b": "b@example.org", "long": cells["long"].strip(), "lat": "53.2"}
    assert rules(found) == [("b", "row-second-value"), ("long", "row-too-long"), ("lat", "row-bad-point")]


def test_splits_values_constants_and_what_is_left_out(root: Catalogue, tmp_path: Path) -> None:
    map = (
        "columns:\n  name: name\n  kinds:\n    to: activities\n    split: ';'\n    values: {Knit & natter: crafts, other: ''}\n"
        "  internal: ''\nconstants:\n  cost.kind: free\n  contact.note@cy: Holwch\nempty: [see website]\n"
    )
    table = "name,kinds,internal,more\nWalkers,Walking; Knit & Natter ;Other;;Skydiving,x1,y\nWalkers,see website,,\n"
    first, second = taken(root, tmp_path, table, map)
    assert first.tree["activities"] == ["walking", "crafts"]
    assert first.unmapped == {"kinds": "Skydiving", "internal": "x1", "more": "y"}
    assert first.tree["cost"] == {"kind": "free"} and first.tree["contact"] == {"note": {"cy": "Holwch"}}
    assert "activities" not in second.tree
    assert (first.key, second.key) == ("Walkers", "Walkers (2)")


def test_who_runs_it_comes_once(root: Catalogue, tmp_path: Path) -> None:
    map = HEAD + "  body: organisation.name\n  charity: organisation.registered.charity\n"
    table = "id,name,body,charity\n1,A,The Trust,1234567\n2,B,The Trust,1234567\n3,C,,\n4,D,Y Corff,\n"
    found = taken(root, tmp_path, table, map)
    assert [(row.kind, row.key) for row in found] == [
        ("organisations", "charity 1234567"),
        ("assets", "1"),
        ("assets", "2"),
        ("assets", "3"),
        ("organisations", "y corff"),
        ("assets", "4"),
    ]
    assert found[0].tree == {"name": {"en": "The Trust"}, "registered": [{"scheme": "charity", "number": "1234567"}]}
    assert [row.links for row in found if row.kind == "assets"][1:3] == [
        {"organisation": ("organisations", "charity 1234567")},
        {},
    ]


WHEN: dict[str, tuple[dict[str, str], str, list[Any]]] = {
    "weekdays": (
        {"Mon": "09:30-12:30,13:30-17:00", "Tue": "09:30-12:30,13:30-17:00", "Wed": "Closed", "Thu": "2 - 4pm"},
        "Mon: when.mon\nTue: when.tue\nWed: when.wed\nThu: when.thu",
        [{"days": ["mon", "tue"], "time": ["09:30-12:30", "13:30-17:00"]}, {"days": ["thu"], "time": ["14:00-16:00"]}],
    ),
    "two columns a day": ({"o": "09:00", "c": "17:00"}, "o: when.sat\nc: when.sat", [{"days": ["sat"], "time": ["09:00-17:00"]}]),
    "a day that is not sure": ({"Mon": "by appointment"}, "Mon: when.mon", [{"days": ["mon"], "note": {"en": "by appointment"}}]),
    "a rule": (
        {"d": "Tuesday", "f": "FREQ=WEEKLY;INTERVAL=3", "s": "2019-01-15", "o": "9:20", "c": "13:05"},
        "d: when.days\nf: when.rrule\ns: when.from\no: when.opens\nc: when.closes",
        [{"days": ["tue"], "every": "3", "from": "2019-01-15", "time": ["09:20-13:05"]}],
    ),
    "a rule that begins on another day": (
        {"d": "Tuesday", "f": "FREQ=WEEKLY;INTERVAL=2", "s": "17/01/2019"},
        "d: when.days\nf: when.rrule\ns: when.from",
        [{"days": ["tue"], "every": "2", "from": "2019-01-29"}],
    ),
    "a rule of months": ({"f": "RRULE:FREQ=MONTHLY;BYDAY=FR;BYSETPOS=2"}, "f: when.rrule", [{"days": ["fri"], "nth": ["2"]}]),
    "days, words and hours": (
        {"f": "fortnightly", "d": "Tuesdays", "o": "7pm", "c": "9pm", "s": "6 January 2026", "x": "2026-02-03; 2026-02-04"},
        "f: when.rrule\nd: when.days\no: when.opens\nc: when.closes\ns: when.from\nx: when.except",
        [{"days": ["tue"], "every": "2", "time": ["19:00-21:00"], "from": "2026-01-06", "except": ["2026-02-03"]}],
    ),
    "words in two columns": (
        {"w": "2nd Friday of the month", "t": "1:50pm - 2:05pm"},
        "w: when\nt: when",
        [{"days": ["fri"], "nth": ["2"], "time": ["13:50-14:05"]}],
    ),
    "Welsh words": ({"w": "bob dydd Iau 10yb-12yp"}, "w: when", [{"days": ["thu"], "time": ["10:00-12:00"]}]),
}  # fmt: skip


@pytest.mark.parametrize("case", WHEN)
def test_times(root: Catalogue, tmp_path: Path, case: str) -> None:
    cells, columns, meetings = WHEN[case]
    assert one(root, tmp_path, cells, columns).tree["when"] == meetings


def test_month_first(root: Catalogue, tmp_path: Path) -> None:
    map = HEAD + "  e: funding.ends\ndates: month-first\n"
    assert taken(root, tmp_path, "id,name,e\n1,A,03/04/2026\n", map)[0].tree["funding"] == {"ends": "2026-03-04"}


# pairs


FEATURE = '{{"type":"Feature","properties":{{"routeuid":{id},"name":"{name}","difficulty":{{"level":"easy"}}}},"geometry":{{"type":"Point","coordinates":[-4.1,53.2]}}}}'  # fmt: skip


def collection(*features: tuple[int, str]) -> str:
    made = ",".join(FEATURE.format(id=id, name=name) for id, name in features)
    return f'{{"type":"FeatureCollection","features":[{made}]}}'


def test_points_of_two_files_in_two_languages(root: Catalogue, tmp_path: Path) -> None:
    (tmp_path / "route_cy.geojson").write_text(collection((1, "Taith y castell"), (3, "Taith arall")), encoding="utf-8")
    map = (
        "key: routeuid\ncolumns: {name: name, lat: venues.main.lat, lon: venues.main.lon}\n"
        "pair: {file: route_cy.geojson, language: cy}\n"
    )
    found = taken(root, tmp_path, collection((1, "Castle walk"), (2, "Other")), map, "route_en.geojson")
    assert [(row.key, row.tree["name"]) for row in found] == [
        ("1", {"en": "Castle walk", "cy": "Taith y castell"}),
        ("2", {"en": "Other"}),
        ("3", {"cy": "Taith arall", "en": "Taith arall"}),
    ]
    assert found[0].tree["venues"] == {"main": {"point": "53.2, -4.1"}}
    assert found[0].unmapped == {"difficulty.level": "easy"}
    assert [rules(row) for row in found] == [[], [("", "row-without-partner")], [("", "row-without-partner")]]


def test_tables_of_two_files_headed_in_two_languages(root: Catalogue, tmp_path: Path) -> None:
    (tmp_path / "cy.csv").write_text("Rhif;Enw\n2;Côr\n1;Cerddwyr\n", encoding="utf-8")
    map = HEAD + "pair: {file: cy.csv, language: cy, key: Rhif, columns: {Enw: name}}\n"
    found = taken(root, tmp_path, "id,name\n1,Walkers\n2,Choir\n", map)
    assert [row.tree["name"] for row in found] == [{"en": "Walkers", "cy": "Cerddwyr"}, {"en": "Choir", "cy": "Côr"}]
    assert found[0].received == {"id": "1", "name": "Walkers", "Enw@cy": "Cerddwyr"}
    assert found[0].unmapped == {}


def test_a_guess_finds_the_file_in_the_other_language(root: Catalogue, tmp_path: Path) -> None:
    (tmp_path / "route_cy.geojson").write_text(collection((1, "Taith y castell"), (2, "Arall")), encoding="utf-8")
    (tmp_path / "route_en.geojson").write_text(collection((1, "Castle walk"), (2, "Other")), encoding="utf-8")
    text = proposed(root, tmp_path / "route_en.geojson")
    assert text.endswith("pair:\n  file: route_cy.geojson\n  language: cy\n")
    found = taken(root, tmp_path, (tmp_path / "route_en.geojson").read_bytes(), text, "route_en.geojson")
    assert [row.tree["name"] for row in found] == [
        {"en": "Castle walk", "cy": "Taith y castell"},
        {"en": "Other", "cy": "Arall"},
    ]


LIBRARIES = (
    "Local authority,Library name,Address 1,Address 2,Postcode,Statutory 2016,Monday staffed hours,Tuesday staffed hours,"
    "Saturday staffed hours,Sunday staffed hours,Email address,URL,Year opened\n"
    'Anytown,Central Library,High Street,Anytown,AB1 2CD,yes,09:00-19:00,"09:30-12:30,13:30-17:00",09:00-13:00,,'
    "mailto:central@example.org,http://example.org/central,1974\n"
    "Anytown,Hill Library,Hill Road,Anytown,AB1 3CD,no,Closed,09:00-19:00,,,,,\n"
)


def test_libraries_with_hours_of_each_day(root: Catalogue, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(LIBRARIES)
    text = proposed(root, tmp_path / "list.csv")
    central, hill = taken(root, tmp_path, LIBRARIES, text)
    assert central.tree["when"] == [
        {"days": ["mon"], "time": ["09:00-19:00"]},
        {"days": ["tue"], "time": ["09:30-12:30", "13:30-17:00"]},
        {"days": ["sat"], "time": ["09:00-13:00"]},
    ]
    assert hill.tree["when"] == [{"days": ["tue"], "time": ["09:00-19:00"]}]
    assert central.tree["contact"] == {"email": "central@example.org", "web": {"en": "http://example.org/central"}}
    assert central.tree["venues"] == {"main": {"address": "High Street, Anytown", "postcode": "AB1 2CD"}}
    assert set(central.unmapped) == {"Local authority", "Statutory 2016", "Year opened"}


# mappings


@pytest.mark.parametrize(
    "map, said",
    [
        ("columns: {nam: name}", "names a column 'nam' that the table does not have. Did you mean 'name'?"),
        ("columns: {name: nam}", "'nam' is no place in a record: there is no 'nam'. Did you mean 'name'?"),
        ("columns: {name: name@fr}", "'name@fr' is in no language of this root: en, cy."),
        (
            "columns: {name: venues.main}",
            "'venues.main' is a part of a record: name a field of it, as venues.main.name.",
        ),
        ("columns: {name: funding}", "'funding' is a part of a record: name a field of it, as funding.by."),
        ("columns: {name: contact.email@en}", "'contact.email@en' is no text: leave out '@en'."),
        ("columns: {name: venues.../x.name}", "cannot be an id"),
        ("columns: {name: name.first}", "There is nothing below 'name'."),
        ("kind: people\ncolumns: {name: name}", "'kind' is one of assets, organisations, glossary, not 'people'."),
        ("colums: {name: name}", "a mapping has no field 'colums'. Did you mean 'columns'?"),
        ("kind: assets", "'columns' must say of each heading where its cells go."),
        ("- a", "'the mapping' must be fields with values, as 'kind: assets'."),
        ("columns: {name: {to: name, values: [a]}}", "'columns.name.values' must be names with a text each."),
        ("columns: {name: name}\nlanguage: fr", "'fr' is no language of this root: en, cy."),
        ("columns: {name: name}\nheading_row: many", "'heading_row' must be a number from 1 to 1000, not 'many'."),
        ("columns: {name: name}\npair: {file: ../cy.csv, language: cy}", "lies beside the table"),
        ("columns: {name: name}\npair: {language: cy}", "'pair' names a file and its language."),
        ("columns: {name: &a [*a]}", ":1:17:"),
        ("columns: {name: name", ":1:"),
        ("", "must be fields with values"),
    ],
)
def test_a_mapping_that_is_none(root: Catalogue, tmp_path: Path, map: str, said: str) -> None:
    with pytest.raises(Refusal) as refused:
        taken(root, tmp_path, "id,name\n1,A\n", map)
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)


def test_the_mappings_of_the_documentation(root: Catalogue) -> None:
    guides = [REPOSITORY / "CONTRIBUTING.md", REPOSITORY / "CYFRANNU.md"]
    texts = [
        part.partition("```")[0] for guide in guides for part in guide.read_text(encoding="utf-8").split("```yaml\n")
    ]
    shown = [text for text in texts if "columns:" in text]
    shown.append(textwrap.dedent((mapping.__doc__ or "").partition("\n\n")[2]))
    assert len(shown) == 3
    for text in shown:
        Placing(root, mapping.parsed(text, "map.yml", "en"))


def test_no_mapping(root: Catalogue, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("a,b\n1,2\n")
    with pytest.raises(Refusal, match="--guess"):
        list(tables.read(root, Given(str(tmp_path / "list.csv"), "en")))


def test_places_of_other_kinds() -> None:
    tree: dict[str, Tree] = {}
    for text, value in (
        ("registered.charity", "1"),
        ("registered.company", "2"),
        ("web@cy", "https://example.org"),
        ("now", "a"),
    ):
        assert put(tree, target(Organisation, text, "en", CODES), value)
    assert tree["registered"] == [{"scheme": "charity", "number": "1"}, {"scheme": "company", "number": "2"}]
    assert tree["web"] == {"cy": "https://example.org"} and tree["now"] == ["a"]
    for text, value in (("contact.phones", "1"), ("contact.phones.what@cy", "nos"), ("contact.phones", "2")):
        assert put(tree, target(Asset, text, "en", CODES), value)
    assert tree["contact"] == {"phones": [{"number": "1", "what": {"cy": "nos"}}, {"number": "2"}]}


# guesses


WELSH_TABLE = (
    "Rhif;Enw'r grŵp;Group name;Disgrifiad;Description (English);Dydd Llun;Tuesday opening hours;Cod post;Ffôn;E-bost;Categori;"
    "Pris;Wheelchair access;Rhif elusen;Sefydliad;Ieithoedd;Awdurdod lleol;Nodiadau\n"
    "1;Côr y Dref;Town choir;Canu;Singing;10yb-12yp;-;LL57 1AB;01248 000000;cor@example.org;Canu, Cerddoriaeth;£3.50;Oes;"
    "1234567;Cymdeithas y Côr;Cymraeg, Saesneg;Gwynedd;x\n"
    "2;Cerdded;Walkers;Cerdded;Walking;ar gau;2-4pm;LL57 2AB;01248 000001;w@example.org;Cerdded;Am ddim;nac oes;;;Cymraeg;Conwy;y\n"
)


def proposed(root: Catalogue, file: Path) -> str:
    return guess.proposed(root, Given(str(file), "en"), "geojson" if file.suffix == ".geojson" else "table")


def test_a_guess_reads_headings_in_both_languages(root: Catalogue, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(WELSH_TABLE, encoding="utf-8")
    text = proposed(root, tmp_path / "list.csv")
    found = yaml.load(text, yaml.BaseLoader)
    assert (found["kind"], found["language"], found["key"]) == ("assets", "en", ["Rhif"])
    assert found["columns"] == {
        "Rhif": "",
        "Enw'r grŵp": "name@cy",
        "Group name": "name@en",
        "Disgrifiad": "description@cy",
        "Description (English)": "description@en",
        "Dydd Llun": "when.mon",
        "Tuesday opening hours": "when.tue",
        "Cod post": "venues.main.postcode",
        "Ffôn": "contact.phones",
        "E-bost": "contact.email",
        "Categori": {"to": "activities", "split": ","},
        "Pris": "cost.note@cy",
        "Wheelchair access": "venues.main.access.step-free",
        "Rhif elusen": "organisation.registered.charity",
        "Sefydliad": "organisation.name@cy",
        "Ieithoedd": {"to": "languages", "split": ","},
        "Awdurdod lleol": "serves",
        "Nodiadau": "",
    }
    rows = [row for row in taken(root, tmp_path, WELSH_TABLE, text) if row.kind == "assets"]
    assert rows[0].tree["when"] == [{"days": ["mon"], "time": ["10:00-12:00"]}]
    assert rows[1].tree["when"] == [{"days": ["tue"], "time": ["14:00-16:00"]}]
    assert [rules(row) for row in rows] == [[], []]


@pytest.mark.parametrize(
    "heading, to",
    [
        ("Name (Welsh)", ("name", "cy")),
        ("name_cy", ("name", "cy")),
        ("Enw Cymraeg", ("name", "cy")),
        ("Enw (Saesneg)", ("name", "en")),
        ("Welsh name", ("name", "cy")),
        ("websiteUrl", ("contact.web", "en")),
        ("Venue Post Code", ("venues.main.postcode", "en")),
        ("Friday", ("when.fri", "")),
        ("Oriau agor dydd Gwener", ("when.fri", "")),
        ("Contact name", None),
        ("Quantity", None),
    ],
)
def test_headings(heading: str, to: tuple[str, str] | None) -> None:
    assert next(((m.to, m.lang) for m in Headings(CODES).meanings(heading)), None) == to


def test_a_guess_shows_nobody_s_name(root: Catalogue, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("Name,Contact name,Colour\nWalkers,Ann Hyfryd,blue\nChoir,Bob Hardd,red\n")
    text = proposed(root, tmp_path / "list.csv")
    assert "Contact name: ''\n" in text and "Colour: ''  # as 'blue'\n" in text


def test_a_guess_goes_by_values_where_headings_say_nothing(root: Catalogue, tmp_path: Path) -> None:
    table = "A,B,C,D\nWalkers,a@example.org,http://example.org,LL57 1AB\nChoir,b@example.org,www.example.org,LL57 2AB\n"
    (tmp_path / "list.csv").write_text(table)
    found = yaml.load(proposed(root, tmp_path / "list.csv"), yaml.BaseLoader)["columns"]
    assert found == {"A": "name@en", "B": "contact.email", "C": "contact.web@en", "D": "venues.main.postcode"}


@pytest.mark.parametrize("sample", ROWS)
def test_each_sample_gives_as_many_rows_as_it_has(root: Catalogue, tmp_path: Path, sample: str) -> None:
    if not (SAMPLES / sample).is_file():
        pytest.skip("the samples of directories are not here")
    text = proposed(root, SAMPLES / sample)
    found = [row for row in taken(root, tmp_path, (SAMPLES / sample).read_bytes(), text) if row.kind == "assets"]
    assert len(found) == len({row.key for row in found}) == ROWS[sample]
    assert all(row.tree.get("name") for row in found)
    for row in found:
        said = set(row.unmapped) | {dirt.field for dirt in row.dirt}
        assert (
            set(row.received) <= said | set(yaml.load(text, yaml.BaseLoader)["columns"])
            if isinstance(row.received, dict)
            else False
        )


def test_stops_of_a_mobile_library(root: Catalogue, tmp_path: Path) -> None:
    file = SAMPLES / "mobile-libraries" / "wrexham.csv"
    if not file.is_file():
        pytest.skip("the samples of directories are not here")
    body, *stops = taken(root, tmp_path, file.read_bytes(), proposed(root, file))
    assert body.tree == {"name": {"en": "Wrexham"}}
    assert all(stop.tree["when"][0]["every"] == "3" and stop.tree["when"][0]["from"] for stop in stops)  # type: ignore[index,call-overload]
    assert all(len(stop.tree["when"][0]["time"]) == 1 for stop in stops)  # type: ignore[index,call-overload,arg-type]
    assert {dirt.rule.code for stop in stops for dirt in stop.dirt} == set()
    assert all(cells.postcode(stop.tree["venues"]["main"]["postcode"]).text for stop in stops)  # type: ignore[index,call-overload]


def test_a_proposal_is_a_mapping_whatever_the_headings(root: Catalogue, tmp_path: Path) -> None:
    table = "\"it's: {a}\",# note,- x,'q',yes,Name\n1,2,3,4,5,A\n"
    (tmp_path / "list.csv").write_text(table)
    found = mapping.parsed(proposed(root, tmp_path / "list.csv"), "map.yml", "en")
    assert list(found.columns) == ["it's: {a}", "# note", "- x", "'q'", "yes", "Name"]

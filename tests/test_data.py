"""What leaves for other systems: valid by the schemas of others, whole, alike in every format, and nothing of it private."""

from __future__ import annotations

import csv
import json
import uuid
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
import yaml
from jsonschema import Draft202012Validator, FormatChecker
from opening_hours import OpeningHours

from generator import catalogue, theme
from generator.catalogue import Catalogue
from generator.exports import citation, releases
from generator.exports.received import laid_over
from generator.kinds.asset import Asset
from generator.kinds.organisation import Organisation
from generator.kinds.schema import json_schema
from generator.referral import inward
from generator.referral.names import NAMESPACE, Ids, scheme_of, uuid_of
from generator.referral.outward import Outward
from generator.referral.trees import as_texts, tree_of
from generator.referral.words import Words as Inner
from generator.referral.words_out import Words
from generator.source import read
from generator.wording import Wording
from tests import rich
from tests.conftest import REPOSITORY, SHARED, TODAY, Run, Tree

ORUK = SHARED / "data" / "oruk" / "oruk-3.0-uk-profile" / "schema"
HSDS = SHARED / "data" / "oruk" / "hsds-3.1-dev"
needs_schemas = pytest.mark.skipif(not ORUK.is_dir(), reason="the schemas of Open Referral are not at hand")
ROOTS = ("real", "rich")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Catalogue]:
    """A root by its name."""

    @cache
    def load(name: str) -> Catalogue:
        if name == "real":
            return catalogue.load(REPOSITORY)
        folder = tmp_path_factory.mktemp("rich")
        for file, text in rich.files().items():
            (folder / file).parent.mkdir(parents=True, exist_ok=True)
            (folder / file).write_text(text, encoding="utf-8")
        found = catalogue.load(folder)
        assert not found.faulty, found.issues
        return found

    return load


def outward(found: Catalogue, lang: str) -> Outward:
    return Outward(Words(found, Wording(lang, theme.folders(found.root))), {})


@cache
def validator(file: Path) -> Draft202012Validator:
    return Draft202012Validator(json.loads(file.read_text(encoding="utf-8")), format_checker=FormatChecker())


def errors(file: Path, thing: Any) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in validator(file).iter_errors(thing)]


def written(thing: Any) -> Any:
    return json.loads(json.dumps(thing))


# The pair of ways


@pytest.mark.parametrize("lang", ["en", "cy"])
@pytest.mark.parametrize("root", ROOTS)
def test_what_goes_out_comes_back_whole(made: Callable[[str], Catalogue], root: str, lang: str) -> None:
    found = made(root)
    out, words = outward(found, lang), Inner(found)
    ways = ((Asset, out.service, inward.service), (Organisation, out.organization, inward.organisation))
    for kind, send, take in ways:
        for record in found.of(kind.folder).values():
            document = written(send(record))  # type: ignore[arg-type]
            taken, wanted = take(document, words, lang), as_texts(out.given(record).tree)  # type: ignore[arg-type]
            body = wanted.pop("organisation", None)
            shelf = {"area": record.shelf} if record.shelf else {}
            assert taken.tree == {**wanted, "id": record.id, **shelf}, record.id
            assert not taken.unmapped
            if body:
                assert taken.links["organisation"] == ("organisations", uuid_of("organisations", body))


def test_a_record_is_the_tree_that_its_file_is(made: Callable[[str], Catalogue]) -> None:
    found = made("rich")
    for folder in (Asset.folder, Organisation.folder):
        for record in found.of(folder).values():
            tree = read(found.root, record.file).tree
            assert isinstance(tree, dict)
            if "cost" in tree and "amount" in tree["cost"]:
                tree["cost"]["amount"] = "3.5"  # type: ignore[index,call-overload]
            assert as_texts(tree_of(record)) == tree


def test_identities_are_uuids_that_hang_on_the_id_alone() -> None:
    assert uuid_of("assets", "walkers") == str(uuid.uuid5(uuid.UUID(NAMESPACE), "assets/walkers"))
    ids, same, other = Ids("assets", "walkers"), Ids("assets", "walkers"), Ids("assets", "talkers")
    assert ids["address/main"] == same["address/main"]
    assert len({ids["address/main"], ids["address/other"], other["address/main"]}) == 3
    made = uuid.UUID(ids["address/main"])
    assert (str(made), made.version, made.variant) == (ids["address/main"], 8, uuid.RFC_4122)


@pytest.mark.parametrize(
    ("kind", "number", "code"),
    [
        ("charity", "1234567", "GB-CHC"),
        ("charity", "SC012345", "GB-SC"),
        ("cio", "NIC101", "GB-NIC"),
        ("company", "SC123456", "GB-COH"),
        ("community-benefit-society", "123R", "GB-MPR"),
        ("other", "1", None),
    ],
)
def test_registers_by_kind_and_number(kind: str, number: str, code: str | None) -> None:
    assert scheme_of(kind, number) == code


# By the schemas of others


@needs_schemas
@pytest.mark.parametrize("lang", ["en", "cy"])
@pytest.mark.parametrize("root", ROOTS)
def test_services_and_organisations_are_valid_in_both_standards(
    made: Callable[[str], Catalogue], root: str, lang: str
) -> None:
    found = made(root)
    out = outward(found, lang)
    for asset in found.of(Asset.folder).values():
        assert isinstance(asset, Asset)
        service = written(out.service(asset))
        for schema in (ORUK / "compiled" / "service.json", HSDS / "service_with_definitions.json"):
            assert errors(schema, service) == [], asset.id
    for body in found.of(Organisation.folder).values():
        assert isinstance(body, Organisation)
        assert errors(ORUK / "compiled" / "organization.json", written(out.organization(body))) == [], body.id


@needs_schemas
def test_the_schemas_find_what_is_wrong(made: Callable[[str], Catalogue]) -> None:
    found = made("rich")
    asset = found.of(Asset.folder)["walkers"]
    assert isinstance(asset, Asset)
    service = {**written(outward(found, "en").service(asset)), "status": "open", "url": "no address", "id": "walkers"}
    for schema in (ORUK / "compiled" / "service.json", HSDS / "service_with_definitions.json"):
        assert len(errors(schema, service)) >= 3


@pytest.fixture(scope="module")
def exported(made: Callable[[str], Catalogue], tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, str], Path]:
    """What the command writes of a root in a format."""
    from generator import cli

    @cache
    def export(root: str, form: str) -> Path:
        out = tmp_path_factory.mktemp("out") / form
        options = ["--root", str(made(root).root), "--out", str(out), "--today", str(TODAY)]
        assert cli.main(["export", form, *options]) == 0
        return out

    return export


@needs_schemas
@pytest.mark.parametrize("root", ROOTS)
def test_the_tree_answers_as_the_api_does(exported: Callable[[str, str], Path], root: str) -> None:
    for folder in exported(root, "oruk").iterdir():
        start = json.loads((folder / "index.json").read_bytes())
        assert (start["version"], start["language"], start["queries"]) == ("3.0", folder.name, False)
        for name, file in start["lists"].items():
            pages = start["pages"].get(name, [file])
            items = list(paged(folder, pages))
            assert errors_of(name, items) == []
            if name == "services":
                assert all(errors(ORUK / "compiled" / "service.json", one(folder, item)) == [] for item in items[:20])
                assert len(list((folder / "services").glob("*.json"))) == len(items)
            if name == "organizations":
                assert [one(folder, item, name) for item in items] == items


def paged(folder: Path, pages: list[str]) -> Iterator[Any]:
    """What is on all pages of a list, which say rightly where they stand."""
    for number, file in enumerate(pages, 1):
        page = json.loads((folder / file).read_bytes())
        assert (page["page_number"], page["total_pages"], page["size"]) == (number, len(pages), len(page["contents"]))
        assert (page["first_page"], page["last_page"]) == (number == 1, number == len(pages))
        assert page["empty"] == (not page["contents"])
        yield from page["contents"]


def one(folder: Path, item: Mapping[str, Any], name: str = "services") -> Any:
    return json.loads((folder / name / f"{item['id']}.json").read_bytes())


def errors_of(name: str, items: list[Any]) -> list[str]:
    files = {
        "services": ORUK / "compiled" / "service_list.json",
        "service_at_locations": ORUK / "compiled" / "service_at_location_list.json",
        "organizations": ORUK / "compiled" / "organization.json",
        "taxonomies": ORUK / "taxonomy.json",
        "taxonomy_terms": HSDS / "schema" / "taxonomy_term.json",
    }
    simple = name == "taxonomy_terms"
    required = {"id", "name", "description", "taxonomy_id"}
    if simple:
        return [item["id"] for item in items if not required <= item.keys()]
    return [error for item in items for error in errors(files[name], item)]


@needs_schemas
def test_all_in_one_file_holds_each_service_whole(exported: Callable[[str, str], Path]) -> None:
    whole = json.loads(exported("rich", "hsds").read_bytes())
    assert (whole["total_items"], whole["total_pages"], len(whole["contents"])) == (5, 1, 5)
    tree = exported("rich", "oruk") / "en"
    assert whole["contents"] == [one(tree, service) for service in whole["contents"]]
    assert [body["name"] for body in whole["organizations"]] == ["Body", "Parent"]
    assert {term["taxonomy_id"] for term in whole["taxonomy_terms"]} == {t["id"] for t in whole["taxonomies"]}


# Tables, points, lines


def test_tables_name_rows_that_are_there(exported: Callable[[str, str], Path]) -> None:
    folder = exported("real", "csv")
    package = json.loads((folder / "datapackage.json").read_bytes())
    assert package["licenses"][0]["name"] == "CC-BY-4.0"
    tables = {}
    for resource in package["resources"]:
        with (folder / resource["path"]).open(encoding="utf-8", newline="") as file:
            tables[resource["name"]] = list(csv.DictReader(file))
        fields = [field["name"] for field in resource["schema"]["fields"]]
        assert all(list(row) == fields for row in tables[resource["name"]])
    ids = {name: {row["id"] for row in rows} for name, rows in tables.items()}
    assert {name: len(rows) for name, rows in tables.items()} == {name: len(found) for name, found in ids.items()}
    for resource in package["resources"]:
        for key in resource["schema"].get("foreignKeys", ()):
            named = {row[key["fields"]] for row in tables[resource["name"]]} - {""}
            assert named <= ids[key["reference"]["resource"]], (resource["name"], key["fields"])
    assert {row["link_id"] for row in tables["attributes"]} <= set().union(*ids.values())


def test_tables_hold_what_the_tree_holds(exported: Callable[[str, str], Path]) -> None:
    folder, whole = exported("rich", "csv"), json.loads(exported("rich", "hsds").read_bytes())
    with (folder / "attributes.csv").open(encoding="utf-8", newline="") as file:
        rows = {(row["link_id"], row["label"], row["value"]) for row in csv.DictReader(file)}
    wanted = {(s["id"], a["label"], a["value"]) for s in whole["contents"] for a in s["attributes"]}
    assert wanted <= rows
    with (folder / "schedules.csv").open(encoding="utf-8", newline="") as file:
        days = [(row["freq"], row["byday"], row["opens_at"]) for row in csv.DictReader(file)]
    schedules = [x for s in whole["contents"] for x in s.get("schedules", ())]
    assert days == [(x.get("freq", ""), x.get("byday", ""), x.get("opens_at", "")) for x in schedules]


def test_tables_in_one_file(made: Callable[[str], Catalogue], run: Run, tmp_path: Path) -> None:
    for name in ("a.zip", "b.zip"):
        said = run("export", "csv", "--root", made("rich").root, "--out", tmp_path / name)
        assert (said.status, said.err) == (0, "")
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    assert "datapackage.json" in ZipFile(tmp_path / "a.zip").namelist()


def test_points_are_those_of_places_that_show_themselves(exported: Callable[[str, str], Path]) -> None:
    points = json.loads(exported("rich", "geojson").read_bytes())["features"]
    assert [point["id"] for point in points] == ["simple-tea/hall", "walkers/main"]
    tea, walk = points
    assert tea["geometry"] == {"type": "Point", "coordinates": [-4.3, 53.2]}
    assert tea["properties"]["opening_hours"] == "Tu 10:00-12:00, Fr[2] 10:00-12:00"
    assert "opening_hours" not in walk["properties"], "it is paused"
    assert (
        walk["properties"] | {"name": "Walkers", "activities": ["Walking", "Tea"], "precision": "exact"}
        == walk["properties"]
    )
    assert walk["properties"]["page"] == "https://m.example/en/assets/vale/walkers/"


def test_opening_hours_are_as_openstreetmap_writes_them(exported: Callable[[str, str], Path]) -> None:
    points = json.loads(exported("real", "geojson").read_bytes())["features"]
    told = [point["properties"]["opening_hours"] for point in points if "opening_hours" in point["properties"]]
    assert len(told) > 20
    for hours in told:
        OpeningHours(hours)


def test_lines_hold_records_as_the_schemas_of_their_kinds_say(
    made: Callable[[str], Catalogue], exported: Callable[[str, str], Path]
) -> None:
    found, seen = made("rich"), 0
    for text in exported("rich", "jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(text)
        kind, id = record.pop("kind"), record.pop("id")
        record.pop("shelf", "")
        assert id in found.of(kind)
        schema = Draft202012Validator(json_schema(found.kinds[kind], found.codes))
        assert [error.message for error in schema.iter_errors(record)] == [], id
        seen += 1
    assert seen == sum(map(len, found.records.values()))


# Nothing private


@pytest.mark.parametrize("form", ["oruk", "hsds", "csv", "geojson", "jsonl"])
def test_nothing_private_leaves(exported: Callable[[str, str], Path], form: str) -> None:
    out = exported("rich", form)
    files = [path for path in out.rglob("*") if path.is_file()] if out.is_dir() else [out]
    texts = "\n".join(path.read_text(encoding="utf-8") for path in files)
    assert [said for said in rich.PRIVATE if said in texts or said.replace(" ", "") in texts] == []
    if form != "geojson":
        assert "01443 505050" in texts, "what is the body's own stays"
        assert "after six" in texts, "a sentence stays, without the number"


def test_what_those_who_run_a_group_agreed_to_is_told(tree: Tree, run: Run) -> None:
    agreed = f"{rich.PERSONAL}checked: {{on: 2026-11-01, by: {{en: The group}}, how: themselves}}\n"
    root = tree({**rich.files(), "content/assets/hills/own-numbers.yml": agreed})
    said = run("export", "jsonl", "--root", root)
    assert rich.MOBILE in said.out
    assert rich.MAILBOX in said.out
    assert "9 Mill Lane" not in said.out


# The command


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["oruk"], "This format has many files: name a new folder with --out."),
        (["csv"], "This format has many files: name a new folder with --out, or a .zip."),
        (["hsds", "--lang", "fr"], "'fr' is not a language of this site: en, cy."),
        (["oruk", "--out", "content"], "content holds something already: name a new folder, or an empty one."),
    ],
)
def test_what_the_command_refuses(
    made: Callable[[str], Catalogue], run: Run, monkeypatch: pytest.MonkeyPatch, arguments: list[str], message: str
) -> None:
    monkeypatch.chdir(made("rich").root)
    said = run("export", *arguments)
    assert (said.status, said.err.strip()) == (2, f"geirfa: {message}")


def test_one_language_alone(made: Callable[[str], Catalogue], run: Run, tmp_path: Path) -> None:
    assert run("export", "oruk", "--lang", "cy", "--root", made("rich").root, "--out", tmp_path / "x").status == 0
    service = json.loads((tmp_path / "x" / "services.json").read_bytes())["contents"][-1]
    assert service["name"] == "Cerddwyr"


# Rows that were taken in


def test_what_changed_here_is_laid_over_a_row_as_it_came() -> None:
    received = {
        "id": SOME,
        "name": "Walks",
        "program": {"id": SOME},
        "email": "a@m.example",
        "attributes": [{"label": "x"}],
    }
    before = {
        "id": "ours",
        "name": "Walks",
        "status": "active",
        "email": "a@m.example",
        "attributes": [{"label": "id"}],
    }
    now = {"id": "ours", "name": "Walkers", "status": "active", "attributes": [{"label": "id"}, {"label": "name@cy"}]}
    assert laid_over(received, before, now) == {
        "id": SOME,
        "name": "Walkers",
        "status": "active",
        "program": {"id": SOME},
        "attributes": [{"label": "x"}, {"label": "name@cy"}],
    }
    assert laid_over({**received, "id": "1"}, before, now)["id"] == "ours"
    assert laid_over(received, before, before) == {**received, "status": "active"}


SAMPLES = SHARED / "data" / "directory-samples"


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the samples of directories are not at hand")
@pytest.mark.parametrize("sample", ["oruk-3.0-examples", "hsds-3.1-examples"])
def test_a_full_example_goes_through_whole(tree: Tree, run: Run, sample: str) -> None:
    root, file = tree(rich.files()), SAMPLES / sample / "service_full.json"
    for folder in ("assets", "organisations"):
        for path in (root / "content" / folder).rglob("*.yml"):
            path.unlink()
    assert run("import", "oruk", file, "--root", root, "--feed", "list", "--area", "vale").status == 0
    assert run("export", "hsds", "--root", root, "--out", root / "out.json").status == 0
    whole, wanted = json.loads((root / "out.json").read_bytes()), json.loads(file.read_bytes())
    assert whole["contents"] == [wanted]
    (body,) = whole["organizations"]
    assert {name: body[name] for name in wanted["organization"]} == wanted["organization"]


@needs_schemas
@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the samples of directories are not at hand")
def test_rows_of_an_old_dialect_leave_valid(tree: Tree, run: Run) -> None:
    """Their identities are numbers, some parts have none."""
    root, folder = tree(rich.files()), SAMPLES / "ohana" / "data" / "sample-csv"
    assert run("import", "oruk", folder, "--root", root, "--feed", "list", "--area", "vale").status == 0
    assert run("export", "oruk", "--root", root, "--out", root / "out").status == 0
    services = [json.loads(file.read_bytes()) for file in (root / "out").rglob("services/*-*.json")]
    assert len(services) > 23
    for service in services:
        for schema in (ORUK / "compiled" / "service.json", HSDS / "service_with_definitions.json"):
            assert errors(schema, service) == []
    assert len({at["id"] for service in services for at in service.get("service_at_locations") or ()}) > 20


ANN = {
    "id": "5aa1f1d4-39d2-4b3c-8f6f-6a3d5a0f0001",
    "name": "Ann Hyfryd",
    "email": "ann.hyfryd@mail.example",
    "phones": [{"id": "5aa1f1d4-39d2-4b3c-8f6f-6a3d5a0f0002", "number": "07700 900988"}],
}
DESK = {"id": "5aa1f1d4-39d2-4b3c-8f6f-6a3d5a0f0003", "name": "Enquiries desk", "email": "desk@walkers.example"}
HERS = ("Hyfryd", "hyfryd", "900988")
"""What is hers, and must be nowhere."""


@pytest.mark.parametrize("form", ["oruk", "hsds", "csv", "geojson", "jsonl"])
def test_nobody_in_a_list_is_named_in_what_leaves_nor_in_what_is_kept(tree: Tree, run: Run, form: str) -> None:
    service = {
        "id": SOME,
        "name": "Hill walkers",
        "status": "active",
        "description": "Ring ANN HYFRYD on 07700 900988 or write to ann.hyfryd@mail.example.",
        "contacts": [ANN, DESK],
        "organization": {"id": SOME, "name": "Walkers", "contacts": [{"id": SOME, "name": "Ann Hyfryd"}]},
        "extra": {"contact_person": "Ann Hyfryd (evenings)"},
    }
    table = "Name,Contact name,Notes\nChoir,Ann Hyfryd 07700 900988,Ask for Ann Hyfryd\n"
    files = {"in.json": json.dumps(service), "in.csv": table, "map.yml": "columns: {Name: name, Notes: summary}\n"}
    root = tree({**rich.files(), **files})
    for arguments in (["oruk", root / "in.json"], ["table", root / "in.csv", "--mapping", root / "map.yml"]):
        said = run("import", *arguments, "--root", root, "--feed", arguments[0], "--area", "vale")
        assert said.status == 0 and "personal-left-out" in said.out and not any(hers in said.out for hers in HERS)
    assert run("export", form, "--root", root, "--out", root / "out").status == 0
    out = [root / "out"] if (root / "out").is_file() else [*(root / "out").rglob("*")]
    there = [file for file in (*out, *(root / "content").rglob("*")) if file.is_file()]
    texts = {str(file): file.read_text(encoding="utf-8").replace(" ", "") for file in there}
    assert [(file, hers) for file, text in texts.items() for hers in HERS if hers in text] == []
    assert any("Enquiriesdesk" in text for text in texts.values()), "a desk is nobody's own"


def test_what_has_no_field_here_goes_out_with_its_record(tree: Tree, run: Run) -> None:
    table = "Name,Ref,Colour,Mobile\nChoir,7,blue & red,07700 900123\n"
    service = {"id": SOME, "name": "Walkers", "status": "active", "licenses": "none", "x-shoes": ["boots"]}
    files = {"in.json": json.dumps(service), "in.csv": table, "map.yml": "key: [Ref]\ncolumns: {Name: name}\n"}
    root = tree({**rich.files(), **files})
    for arguments in (["oruk", root / "in.json"], ["table", root / "in.csv", "--mapping", root / "map.yml"]):
        assert run("import", *arguments, "--root", root, "--feed", arguments[0], "--area", "vale").status == 0
    assert run("export", "csv", "--root", root, "--out", root / "out").status == 0
    with (root / "out" / "attributes.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["label"]: row["value"] for row in csv.DictReader(file)}
    assert rows["table: Colour"] == "blue & red" and rows["oruk: licenses"] == "none"
    assert rows["oruk: x-shoes"] == '["boots"]' and "table: Mobile" not in rows
    whole = json.loads(run("export", "hsds", "--root", root).out)
    (choir,) = [service for service in whole["contents"] if service["name"] == "Choir"]
    assert ("table: Colour", "blue & red") in [(one["label"], one["value"]) for one in choir["attributes"]]
    if HSDS.is_dir():
        assert errors(HSDS / "service_with_definitions.json", choir) == []


def test_who_is_named_for_an_office_stays(tree: Tree, run: Run) -> None:
    contacts = [{"id": SOME, "name": "Bronwen Fryn", "title": "Reception Manager", "email": "desk@walkers.example"}]
    service = {"id": SOME, "name": "Hill walkers", "status": "active", "contacts": contacts}
    root = tree({**rich.files(), "in.json": json.dumps(service)})
    said = run("import", "oruk", root / "in.json", "--root", root, "--feed", "list", "--area", "vale")
    assert said.status == 0 and "personal-left-out" not in said.out
    (back,) = [one for one in json.loads(run("export", "hsds", "--root", root).out)["contents"] if one["id"] == SOME]
    assert back["contacts"] == contacts


def test_a_place_that_was_hidden_since_is_not_told_as_it_came(tree: Tree, run: Run) -> None:
    place = {"id": SOME, "location_type": "physical", "name": "House", "addresses": [ADDRESS]}
    service = {
        "id": SOME,
        "name": "Refuge",
        "status": "active",
        "service_at_locations": [{"id": SOME, "location": place}],
    }
    root = tree({**rich.files(), "in.json": json.dumps(service)})
    assert run("import", "oruk", root / "in.json", "--root", root, "--feed", "list", "--area", "vale").status == 0
    assert "Hidden Way" in run("export", "hsds", "--root", root).out
    (file,) = [path for path in root.rglob("content/assets/vale/*.yml") if "Hidden Way" in path.read_text("utf-8")]
    file.write_text(file.read_text("utf-8").replace("    address:", "    mask: area\n    address:"), encoding="utf-8")
    assert "Hidden Way" not in run("export", "hsds", "--root", root).out


SOME = "ac148810-d857-441c-9679-408f346de14b"
ADDRESS = {
    "id": SOME,
    "address_1": "4 Hidden Way",
    "city": "Bigtown",
    "state_province": "Vale",
    "postal_code": "",
    "country": "GB",
    "address_type": "physical",
}


# Releases, and how to cite


def test_releases_tell_what_changed(tree: Tree, run: Run) -> None:
    root = tree(rich.files())
    assert run("release", "--root", root, today=date(2026, 11, 1)).out.endswith("15 new, 0 changed, 0 gone\n")
    again = run("release", "--root", root, today=date(2026, 11, 2))
    assert again.out == "Nothing has changed since the release of 2026-11-01.\n"
    (root / "content/assets/vale/nothing-known.yml").unlink()
    (root / "content/assets/vale/simple-tea.yml").write_text(rich.SIMPLE.replace("Come in.", "Come."), encoding="utf-8")
    (root / "content/assets/vale/new.yml").write_text("name: {en: New}\n", encoding="utf-8")
    assert run("release", "--root", root, today=date(2026, 11, 3)).status == 0
    held = releases.read(root)
    assert held.all[0] == releases.Release(
        "2026-11-03", ["assets/new"], ["assets/simple-tea"], ["assets/nothing-known"]
    )
    assert [release.on for release in held.all] == ["2026-11-03", "2026-11-01"]


def test_two_releases_on_a_day_are_one() -> None:
    first = releases.written(
        releases.Releases(), releases.compared({}, {"a": "1", "b": "1"}, TODAY), {"a": "1", "b": "1"}
    )
    held = json.loads(first)
    known = releases.Releases(held["records"], [releases.Release(**one) for one in held["releases"]])
    now = {"a": "2", "c": "1"}
    (release,) = json.loads(releases.written(known, releases.compared(known.records, now, TODAY), now))["releases"]
    assert release == {"on": str(TODAY), "new": ["a", "c"], "changed": [], "gone": []}


def test_a_broken_list_of_releases_is_refused(tree: Tree, run: Run) -> None:
    root = tree({**rich.files(), releases.FILE: "[]"})
    said = run("release", "--root", root)
    assert (
        said.err == f"geirfa: {releases.FILE} is not as 'geirfa release' writes it: take back what was changed in it.\n"
    )


def test_how_to_cite(made: Callable[[str], Catalogue]) -> None:
    said = yaml.safe_load(citation.citation(made("rich"), TODAY))
    assert said == {
        "cff-version": "1.2.0",
        "type": "dataset",
        "message": "Please cite this data by its title, version and address.",
        "title": "Valley",
        "version": "2026-11-21",
        "date-released": "2026-11-21",
        "license": "CC-BY-4.0",
        "url": "https://m.example/",
        "authors": [{"name": "Valley"}],
    }


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://creativecommons.org/licenses/by-sa/4.0/", "CC-BY-SA-4.0"),
        ("https://creativecommons.org/publicdomain/zero/1.0/", "CC0-1.0"),
        ("https://m.example/licence", ""),
        (None, ""),
    ],
)
def test_licences_by_their_names(address: str | None, name: str) -> None:
    assert citation.licence_id(address) == name

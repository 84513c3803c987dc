"""What is due for a check, the worst first, and the messages that ask whether it is still right."""

from __future__ import annotations

import csv
import re
from email import message_from_bytes, policy
from io import StringIO
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from generator.exports import messages
from tests.conftest import Run, Tree

SITE = """\
name: {en: Walks, cy: Teithiau}
languages: [{code: en}, {code: cy}]
url: https://walks.test/
email: editors@walks.test
"""
AREAS = """\
name: {en: Areas, cy: Ardaloedd}
entries:
  south: {name: {en: South, cy: De}}
  north: {name: {en: North, cy: Gogledd}}
"""
COSTS = "name: {en: Costs, cy: Costau}\nentries: {free: {name: {en: Free, cy: Am ddim}}}\n"
ROUTES = "name: {en: Routes, cy: Ffyrdd}\nentries: {self: {name: {en: Just come, cy: Dewch}}}\n"
PLACES = """\
name: {en: Places, cy: Lleoedd}
entries:
  bangor: {name: {en: Bangor, cy: Bangor Fawr}}
  rhyl: {name: {en: Rhyl, cy: Y Rhyl}}
"""
WHEN = "when: [{days: [tue], time: ['10:00-12:00']}]\n"
ROOT = {
    "content/site.yml": SITE,
    "content/vocabularies/areas.yml": AREAS,
    "content/vocabularies/costs.yml": COSTS,
    "content/vocabularies/join-routes.yml": ROUTES,
    "content/vocabularies/places.yml": PLACES,
}


def group(id: str, more: str = "", area: str = "north", when: str = WHEN) -> dict[str, str]:
    """A record of a group without fault."""
    text = f"name: {{en: {id.capitalize()}, cy: Y {id}}}\nslug: {{cy: y-{id}}}\ncost: {{kind: free}}\n{when}{more}"
    return {f"content/assets/{area}/{id}.yml": text}


def checked(day: str, how: str = "phone") -> str:
    return f"checked: {{on: {day}, by: {{en: The council, cy: Y cyngor}}, how: {how}}}\n"


def dated(day: str) -> str:
    return f"sources: [{{name: News, dated: {day}}}]\n"


FRESH = checked("2026-11-01")


def listed(out: str) -> list[str]:
    """Ids of what is due, in the order printed."""
    return [line.split()[0] for line in out.splitlines() if line.startswith("  ") and not line.startswith("   ")]


def test_the_worst_comes_first_by_area_with_counts(tree: Tree, run: Run) -> None:
    root = tree(
        ROOT
        | group("fresh", FRESH)
        | group("aged", checked("2026-04-01"))
        | group("older", checked("2024-04-01"))
        | group("undated")
        | group("old", dated("2016"))
        | group("new", dated("2026-03"))
        | group("ended", FRESH, when="when: [{days: [tue], until: 2026-11-20}]\n")
        | group("paused", FRESH + "state: {now: paused, until: 2026-11-01}\n")
        | group("spent", FRESH + "funding: {ends: 2026-10-31}\n")
        | group("spending", FRESH + "funding: {ends: 2027-01-01}\n")
        | group("gone", "state: {now: closed}\n")
        | group("southern", area="south")
        | group("rested", FRESH, area="south")
    )
    said = run("due", "--root", root)
    assert (said.status, said.err) == (0, "")
    assert said.out == (
        "South (south): 1 of 2 due\n"
        "  southern  Southern\n      never checked; its source bears no date\n\n"
        "North (north): 9 of 10 due\n"
        "  spent  Spent\n      its money ends: 31 October 2026\n"
        "  paused  Paused\n      expected again: 1 November 2026\n"
        "  ended  Ended\n      last day: 20 November 2026\n"
        "  undated  Undated\n      never checked; its source bears no date\n"
        "  old  Old\n      never checked; newest source: 2016\n"
        "  new  New\n      never checked; newest source: March 2026\n"
        "  older  Older\n      last checked: 1 April 2024\n"
        "  aged  Aged\n      last checked: 1 April 2026\n"
        "  spending  Spending\n      its money ends: 1 January 2027\n\n"
        "All areas: 10 of 12 due\n"
    )
    assert "Gogledd (north): 9 o 10 i'w gwirio\n  spent  Y spent\n      daw'r arian i ben: 31 Hydref 2026\n" in (
        run("due", "--root", root, "--lang", "cy").out
    )
    assert listed(run("due", "--root", root, "--area", "south").out) == ["southern"]


@pytest.mark.parametrize(("days", "due"), [("29", []), ("30", ["one"])])
def test_a_check_is_due_after_180_days_as_of_the_days_ahead(tree: Tree, run: Run, days: str, due: list[str]) -> None:
    root = tree(ROOT | group("one", checked("2026-06-23")))  # 151 days before the day the tests count from
    assert listed(run("due", "--root", root, "--days", days).out) == due


def test_several_reasons_stand_in_one_line_and_the_worst_decides(tree: Tree, run: Run) -> None:
    more = "funding: {ends: 2026-12-31}\n"
    root = tree(ROOT | group("one", more) | group("two", when="when: [{'on': [2026-11-20]}]\n"))
    assert run("due", "--root", root).out.splitlines()[1:5] == [
        "  two  Two",
        "      last day: 20 November 2026; never checked; its source bears no date",
        "  one  One",
        "      never checked; its source bears no date; its money ends: 31 December 2026",
    ]


def test_an_area_there_is_not(tree: Tree, run: Run) -> None:
    root = tree(ROOT | group("one"))
    said = run("due", "--root", root, "--area", "nort")
    assert (said.status, said.out) == (2, "")
    assert said.err == "geirfa: There is no area 'nort'. Did you mean 'north'?\n"
    assert run("due", "--root", root, "--area", "east", "--messages").status == 2


def test_records_with_faults_are_told_of(tree: Tree, run: Run) -> None:
    said = run("due", "--root", tree(ROOT | group("one", "foo: bar\n") | group("two")))
    assert listed(said.out) == ["two"]
    assert said.err == "geirfa: 1 records have faults and are left out: geirfa check\n"


def test_nothing_is_due(tree: Tree, run: Run) -> None:
    assert run("due", "--root", tree(ROOT | group("one", FRESH))).out == "Nothing is due.\n"


# messages


CONTACT = """\
venues:
  hall: {address: High Street, postcode: LL57 1AA, near: bangor, name: {en: The hall, cy: Y neuadd}}
join: {routes: [self], how: {en: 'Or [[walk|ring]] first.', cy: "Neu ffoniwch yn gyntaf."}}
contact:
  phones: [{number: 01248 000000, what: {en: office, cy: swyddfa}}]
  email: walks@north.test
  web: {en: "https://north.test/walks"}
"""
RUNG = "contact: {phones: [{number: 60777, text: true}, {number: +44 1248 000001}]}\n"


def drafts(folder: Path) -> dict[str, str]:
    return {str(file.relative_to(folder)): file.read_text(encoding="utf-8-sig") for file in folder.rglob("*.*")}


def body(file: Path) -> str:
    found = message_from_bytes(file.read_bytes(), policy=policy.default)
    return str(found.get_content()).replace("\r\n", "\n")


def test_drafts_to_send_texts_to_read_out_and_a_list(tree: Tree, run: Run) -> None:
    root = tree(
        ROOT | group("walk", CONTACT) | group("rung", RUNG, area="south") | group("silent") | group("fine", FRESH)
    )
    said = run("due", "--root", root, "--messages", "--out", root / "out")
    assert (said.status, said.out) == (0, "")
    assert said.err == f"geirfa: 2 messages in {root / 'out'}.\ngeirfa: 1 have neither e-mail nor telephone: silent.\n"
    assert sorted(drafts(root / "out")) == ["messages.csv", "north/walk.eml", "south/rung.txt"]
    mail = message_from_bytes((root / "out/north/walk.eml").read_bytes(), policy=policy.default)
    assert (mail["To"], mail["X-Unsent"], mail["From"], mail["Date"]) == ("walks@north.test", "1", None, None)
    assert mail["Subject"] == "Is this still right? / A yw hyn yn dal yn gywir? Walk / Y walk"
    assert (
        (root / "out/south/rung.txt").read_text(encoding="utf-8").startswith("+44 1248 000001\nIs this still right? / ")
    )


def test_a_message_says_what_is_listed_in_both_languages(tree: Tree, run: Run) -> None:
    root = tree(ROOT | group("walk", CONTACT))
    run("due", "--root", root, "--messages", "--out", root / "out")
    english, welsh = body(root / "out/north/walk.eml").split(f"\n\n{'-' * 40}\n\n")
    assert english == (
        "Isod: Cymraeg\n\n"
        "Walks lists groups and activities, and one of them is: Walk. Is what it says still right?\n\n"
        "When: Tuesdays, 10am to 12 noon\n"
        "Where: The hall, High Street, LL57 1AA\n"
        "Cost: Free\n"
        "How to join: Just come; Or ring first.\n"
        "Contact: 01248 000000 (office); walks@north.test; https://north.test/walks\n"
        "The page: https://walks.test/en/assets/north/walk/\n\n"
        "If all of it is right, reply: yes\n\n"
        "If something has changed, reply: changed, and say what. If it has closed, reply: closed. Please give no names or "
        "numbers of private persons.\n\n"
        "Listed is not recommended: the directory says what there is, no more. You can ask at any time for the entry to be "
        "changed or taken out.\n\n"
        "If you cannot reply, write to: editors@walks.test"
    )
    assert re.search("^Pryd: .*dydd Mawrth, 10yb", welsh, re.MULTILINE)
    assert [line for line in welsh.splitlines() if line.startswith(("Ble", "Y dudalen", "Os yw'r"))] == [
        "Ble: Y neuadd, High Street, LL57 1AA",
        "Y dudalen: https://walks.test/cy/assets/gogledd/y-walk/",
        "Os yw'r cyfan yn gywir, atebwch: ydy",
    ]


HIDDEN = """\
venues:
  refuge: {address: Secret Street 7, postcode: LL57 1AB, near: rhyl, mask: none, name: {en: Refuge}}
  house: {address: Hidden Lane 8, postcode: LL57 1AC, near: bangor, mask: area, name: {en: House}}
contact: {email: walks@north.test}
"""


@pytest.mark.parametrize("form", ["out", "out.csv", None])
def test_what_is_hidden_on_a_page_is_in_no_message(tree: Tree, run: Run, form: str | None) -> None:
    root = tree(ROOT | group("walk", HIDDEN))
    said = run("due", "--root", root, "--messages", *(["--out", root / form] if form else []))
    written = {"": said.out} | {
        str(file): body(file) if file.suffix == ".eml" else file.read_text(encoding="utf-8")
        for file in root.glob("out*/**/*" if form == "out" else "out*")
        if file.is_file()
    }
    text = "\n".join(written.values())
    assert "In or near: Bangor." in text and "The address is not shown, to keep people safe." in text
    for secret in ("Secret", "Hidden", "LL57", "Refuge", "House", "Rhyl"):
        assert secret not in text


def rows_of(file: Path) -> list[dict[str, str]]:
    text = file.read_bytes()
    assert text.startswith(b"\xef\xbb\xbf")  # by which Excel knows UTF-8
    return list(csv.DictReader(StringIO(text.decode("utf-8-sig"), newline="")))


def test_a_list_for_a_spreadsheet_with_links_and_without_formulas(tree: Tree, run: Run) -> None:
    root = tree(
        ROOT | group("walk", CONTACT) | group("rung", RUNG.replace("60777", "01248 000002").replace(", text: true", ""))
    )
    run("due", "--root", root, "--messages", "--out", root / "list.csv")
    rung, walk = rows_of(root / "list.csv")
    assert list(rung)[:4] == ["Area / Ardal", "Record / Cofnod", "Name / Enw", "Why / Pam"]
    link = "Link that opens the message / Dolen sy'n agor y neges"
    assert (rung["Telephone / Ffôn"], rung[link], rung["E-mail / E-bost"]) == ("01248 000002", "", "")
    address = urlsplit(walk[link])
    assert (address.scheme, unquote(address.path), len(walk[link]) <= messages.MOST_LINK) == (
        "mailto",
        "walks@north.test",
        True,
    )
    query = parse_qs(address.query)
    assert query["subject"] == [walk["Subject / Pwnc"]]
    assert "If all of it is right, reply: yes\r\n" in query["body"][0] and "atebwch: ydy\r\n" in query["body"][0]
    said = run("due", "--root", root, "--messages", "--out", root / "list.csv")
    assert (said.status, said.err.split(":")[0]) == (2, "geirfa")


def test_no_cell_of_the_list_is_a_formula(tree: Tree, run: Run) -> None:
    files = group("walk", RUNG.replace("{number: 60777, text: true}, ", ""))
    root = tree(ROOT | {name: text.replace("en: Walk,", "en: '=1+1',") for name, text in files.items()})
    run("due", "--root", root, "--messages", "--out", root / "list.csv")
    (row,) = rows_of(root / "list.csv")
    assert (row["Name / Enw"], row["Telephone / Ffôn"]) == ("'=1+1", "'+44 1248 000001")


def test_a_long_message_has_a_link_that_is_short_enough(tree: Tree, run: Run) -> None:
    long = CONTACT.replace("Or [[walk|ring]] first.", "ŵ" * 1500)
    root = tree(ROOT | group("walk", long))
    run("due", "--root", root, "--messages", "--out", root / "list.csv")
    (row,) = rows_of(root / "list.csv")
    link = row["Link that opens the message / Dolen sy'n agor y neges"]
    assert len(link) <= messages.MOST_LINK and "ŵ" * 1500 in row["Message / Neges"]
    assert "subject=" in link and "%C5%B5" not in link


def test_messages_go_into_a_new_folder_only(tree: Tree, run: Run) -> None:
    root = tree(ROOT | group("walk", CONTACT))
    for name, refused in (
        ("content", "is there already and holds something"),
        ("m.xlsx", "--out takes a folder, or a file"),
    ):
        said = run("due", "--root", root, "--messages", "--out", root / name)
        assert (said.status, refused in said.err, (root / "m.xlsx").exists()) == (2, True, False)
    assert "give --messages too" in run("due", "--root", root, "--out", root / "new").err


def test_the_sites_address_may_be_given(tree: Tree, run: Run) -> None:
    files = ROOT | group("walk", CONTACT) | {"content/site.yml": SITE.replace("walks.test/", "walks.example/")}
    root = tree(files)
    assert "geirfa: messages lead to https://walks.example/, an example" in run("due", "--root", root, "--messages").err
    said = run("due", "--root", root, "--messages", "--url", "https://real.test/", "--email", "us@real.test")
    assert "The page: https://real.test/en/assets/north/walk/" in said.out and "write to: us@real.test" in said.out
    assert "example" not in said.out + said.err


def test_a_root_of_one_language_asks_in_one(tree: Tree, run: Run) -> None:
    files = ROOT | {"content/site.yml": "name: {en: Walks}\nlanguages: [{code: en}]\n"}
    records = {
        f"content/vocabularies/{name}.yml": f"name: {{en: {name}}}\nentries: {{{entry}: {{name: {{en: Yes}}}}}}\n"
        for name, entry in (("areas", "north"), ("costs", "free"), ("join-routes", "self"), ("places", "bangor"))
    }
    walk = f"name: {{en: Walk}}\ncost: {{kind: free}}\n{WHEN}contact: {{email: walks@north.test}}\n"
    out = run("due", "--root", tree(files | records | {"content/assets/north/walk.yml": walk}), "--messages").out
    assert out.startswith("=== walk: walks@north.test\nIs this still right? Walk\n\nWalks lists groups")
    assert "-----" not in out and "The page" not in out and "Below" not in out

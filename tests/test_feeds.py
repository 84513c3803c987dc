"""Lists of others taken in: nothing is lost, nothing that was edited here is overwritten, running twice changes nothing."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from generator import catalogue, checks, taken
from tests.conftest import TODAY
from tests.feeding import MAIL, Take, content, group, record
from tests.feeding import take as take

LATER = date(2026, 11, 30)


def test_rows_become_records(take: Take, tmp_path: Path) -> None:
    said = take([group("1", "Tuesday walkers", venues={"main": {"address": "1 High Street"}})], "--area", "north")
    assert said.status == 0, said.err
    assert said.out.splitlines()[-2:] == ["list: 1 rows, 1 new", "3 files written."]
    assert record(tmp_path, "assets/north/tuesday-walkers") == (
        "name:\n  en: Tuesday walkers\nvenues:\n  main:\n    address: 1 High Street\ncost:\n  kind: free\n"
        "contact:\n  email: info@walkers.example\nimported:\n  - feed: list\n    id: 1\n    on: 2026-11-21\n"
    )
    assert record(tmp_path, "feeds") == (
        "feeds:\n  list:\n    format: oruk\n    licence: unknown\n    area: north\n"
    )
    found = checks.run(catalogue.load(tmp_path), TODAY)
    assert [issue.rule.code for issue in found if issue.blocks] == []


def test_running_twice_changes_nothing(take: Take, tmp_path: Path) -> None:
    rows = [
        group("b", "Choir", venues={"hall": {"postcode": "not one", "name": {"en": "Hall"}}}, summary={"en": "<b>Sing</b>"}),
        group("a", "Choir", also={"en": ["The Choir", ""]}, unknown={"x": "1"}),
        {"kind": None, "key": "t", "received": {"id": "t", "name": "A taxonomy"}},
        {"kind": "organisations", "key": "o", "tree": {"name": {"en": "Body"}}},
        {**group("c", "Run by a body"), "links": {"organisation": ["organisations", "o"]}},
        {"kind": "assets", "key": "d", "tree": {}, "unmapped": {"Fax": "1", "List": [1, {"a": None}]}},
    ]
    first = take(rows)
    assert first.status == 0, first.err
    before = content(tmp_path)
    again = take(rows, today=LATER)
    assert again.out.splitlines()[-1] == "Nothing was written."
    assert again.out.splitlines()[-2] == "list: 6 rows, 0 new, 5 as they were, 1 only kept: no group, organisation or word"
    assert content(tmp_path) == before
    assert not (tmp_path / ".content.new").exists()


@pytest.mark.parametrize(
    ("now", "here", "out"),
    [
        ({"en": "A walk."}, "A walk.", "A walk."),
        ({"en": "A long walk."}, "A walk.", "A long walk."),
        ({"en": "A walk."}, "My walk.", "My walk."),
        ({"en": "A long walk."}, "My walk.", "My walk."),
        ({}, "A walk.", ""),
        ({}, "My walk.", "My walk."),
    ],
    ids=["neither", "the list", "here", "both", "taken out of the list", "taken out, edited here"],
)
def test_an_edit_here_stays(take: Take, tmp_path: Path, now: dict[str, str], here: str, out: str) -> None:
    take([group("1", "Walk", summary={"en": "A walk."})], "--area", "north")
    file = tmp_path / "content/assets/north/walk.yml"
    file.write_text(f"# ours\n{file.read_text().replace('A walk.', here)}", encoding="utf-8")
    said = take([group("1", "Walk", summary=now)], "--dry-run", "--format", "json", today=LATER)
    take([group("1", "Walk", summary=now)], today=LATER)
    text = file.read_text(encoding="utf-8")
    assert ("summary" in text, out in text, text.startswith("# ours")) == (bool(out), True, True)
    told = json.loads(said.out)[0]
    followed, kept = out not in (here, "") or not out, out == here != now.get("en")
    assert (bool(told["changed"]), bool(told["kept"])) == (followed, kept)


def test_what_vanishes_is_kept_and_comes_back(take: Take, tmp_path: Path) -> None:
    both = [group("1", "Walk"), group("2", "Choir")]
    take(both, "--area", "north")
    before = content(tmp_path)
    said = take(both[1:], today=LATER)
    assert "list: 1 rows, 0 new, 1 as they were, 1 no longer in the list" in said.out
    assert "    gone: 2026-11-30\n" in record(tmp_path, "assets/north/walk")
    gone = content(tmp_path)
    assert take(both[1:], today=date(2026, 12, 24)).out.endswith("Nothing was written.\n")
    assert content(tmp_path) == gone
    assert "1 back in the list" in take(both, today=date(2026, 12, 24)).out
    assert "gone" not in record(tmp_path, "assets/north/walk")
    assert content(tmp_path).keys() == before.keys()


def test_an_empty_list_changes_nothing(take: Take, tmp_path: Path) -> None:
    take([group("1", "Walk")])
    before = content(tmp_path)
    said = take([])
    assert (said.status, said.err) == (2, f"geirfa: {tmp_path}/list.json holds no rows: nothing was changed.\n")
    assert content(tmp_path) == before


def test_ids_and_addresses_are_free_ones(take: Take, tmp_path: Path) -> None:
    rows = [
        group("../../x", "../../etc/passwd"),
        group("1", "Clwb", name={"en": "Club", "cy": "Clwb cinio"}),
        group("2", "Clwb", name={"en": "Club", "cy": "Clwb cinio"}),
        group("3", "日本"),
        group("con", "CON"),
        group("4", "Own", id="chosen", area="south"),
        group("5", "Own", id="../chosen", area="../south"),
        group("k" * 500, "Long key"),
        group("1", "The same key"),
        group("", "No key"),
    ]
    said = take(rows, "--area", "north")
    assert said.status == 0, said.err
    names = {name[15:-4] for name in content(tmp_path) if "/assets/" in name}
    assert names == set(
        "north/3 north/club north/club-2 north/con-2 north/etc-passwd north/long-key north/no-key north/own "
        "north/the-same-key south/chosen".split()
    )
    assert "slug:\n  cy: clwb-cinio-2\n" in record(tmp_path, "assets/north/club-2")
    assert "key-twice" in said.out
    assert "row-without-key" in said.out
    assert [i for i in checks.run(catalogue.load(tmp_path), TODAY) if i.blocks] == []


def test_a_row_without_a_name_is_no_row_less(take: Take, tmp_path: Path) -> None:
    rows = [
        {"kind": "assets", "key": "7", "tree": {"contact": MAIL}},
        {"kind": "assets", "key": "8", "tree": {"contact": MAIL, "also": {"en": ["Other"]}}},
        {"kind": "assets", "key": "9", "tree": {"contact": MAIL}, "links": {"organisation": ["organisations", "o"]}},
        {"kind": "organisations", "key": "o", "tree": {"name": {"cy": "Corff"}}},
    ]
    said = take(rows, "--area", "north", "--format", "json")
    names = [one["message"] for one in json.loads(said.out)[0]["findings"] if one["code"] == "row-without-name"]
    assert names == [f"This row has no name; here it is called '{name}'." for name in ("Without a name (7)", "Other", "Corff")]
    assert "  cy: Heb enw (7)\n" in record(tmp_path, "assets/north/without-a-name-7")
    assert record(tmp_path, "organisations/corff").startswith("name:\n  en: Corff\n  cy: Corff\n")


def test_what_breaks_a_rule_is_kept_beside(take: Take, tmp_path: Path) -> None:
    fields = {
        "contact": {"email": "no address", "phones": [{"number": "01443 202020"}, {"number": "ring us"}]},
        "venues": {"hall": {"postcode": "?", "address": "1 High Street\nTown"}},
        "when": [{"days": ["tue"], "time": ["10:00-12:00"], "venue": "nowhere"}],
        "activities": ["juggling"],
        "description": {"en": "word " * 2000},
        "wrong": "x",
    }
    said = take([group("1", "Walk", **fields)], "--area", "north", "--format", "json")
    codes = {one["field"]: one["code"] for one in json.loads(said.out)[0]["findings"]}
    assert codes == {
        "contact.email": "bad-email",
        "contact.phones.1.number": "bad-phone",
        "venues.hall.postcode": "bad-postcode",
        "when.0.venue": "hours-venue",
        "activities.0": "unknown-entry",
        "description.en": "text-cut",
        "wrong": "unknown-field",
        "": "one-language",
    }
    kept = next(taken.lines(tmp_path, "list")).aside
    assert kept["contact.email"] == {"value": "no address", "refused": "bad-email"}
    assert kept["wrong"] == {"value": "x", "refused": "unknown-field"}
    text = record(tmp_path, "assets/north/walk")
    assert "address: 1 High Street Town\n" in text
    assert "01443 202020" in text
    assert [i for i in checks.run(catalogue.load(tmp_path), TODAY) if i.blocks] == []


PRIVATE = "07700 900123", "jane.smith@gmail.com", "Flat 3, 12 Mill Lane", "LL57 1AB"


def test_what_is_somebodys_own_is_kept_nowhere(take: Take, tmp_path: Path) -> None:
    number, email, home, postcode = PRIVATE
    row = group(
        "1",
        "Walk",
        summary={"en": f"Ring {number} or write to {email}."},
        contact={"phones": [{"number": number}, {"number": "01443 202020"}], "email": email},
        venues={"main": {"address": home, "postcode": postcode}},
    )
    row["received"] = {"tel": "+44 7700 900123", "mail": f"Jane <{email}>", "address_1": "Flat 3", "note": f"a\n{number}"}
    row["received"] |= {"postal_code": postcode, "street": "12 Mill Lane"}
    row["unmapped"] = {"Organiser": f"{number} {email}"}
    said = take([row], "--area", "north")
    every = b"".join(content(tmp_path).values()).decode()
    for secret in (number, "7700 900123", email, "Flat 3", "Mill Lane", postcode):
        assert secret not in every
        assert secret not in said.out
    assert "[personal: left out]" in every
    assert "mask: area" in every
    assert "01443 202020" in every
    assert [line.split("[")[-1] for line in said.out.splitlines() if "personal-left-out" in line] == ["personal-left-out]"] * 4


def test_html_and_scripts_are_only_words(take: Take, tmp_path: Path) -> None:
    bad = "<script>alert(1)</script><p onclick=x>Hello <b>you</b> &amp; [[x]]</p>\u202e\x00"
    row = group("<img src=x onerror=alert(1)>", bad, summary={"en": bad}, contact={"email": "a@b.example"})
    row["unmapped"] = {bad: bad}
    said = take([row], "--area", "north", "--dry-run", "--preview", tmp_path / "p.html")
    page = (tmp_path / "p.html").read_text(encoding="utf-8")
    assert said.status == 0
    assert "<script" not in page
    assert "onerror=alert" not in page.replace("&lt;img src=x onerror=alert(1)&gt;", "")
    assert "default-src 'none'" in page
    take([row], "--area", "north")
    assert record(tmp_path, "assets/north/hello-you-x").startswith("name:\n  en: Hello you & [ [x]]\n")


def test_a_trial_writes_a_page_and_nothing_else(take: Take, tmp_path: Path) -> None:
    take([group("1", "Walk", summary={"en": "A walk."})], "--area", "north")
    before = content(tmp_path)
    said = take([group("1", "Walk", summary={"en": "A hike."}), group("2", "Choir", web="no address")], "--dry-run", "--lang", "cy")
    assert content(tmp_path) == before
    page = (tmp_path / "preview-list.html").read_text(encoding="utf-8")
    assert '<html lang="cy">' in page
    assert "<del>A walk.</del>" in page
    assert "Rhes" in page
    assert "~ content/assets/north/walk.yml" in said.out
    assert "    summary.en" in said.out
    assert "<th scope=\"row\">name.en</th><td>Choir</td>" in page, "each value by itself, not as JSON"
    assert "… +" not in page, "all of it is shown"
    assert said.out.startswith("rhes 2  (2)")
    assert "+ content/assets/elsewhere/choir.yml" not in said.out
    assert "+ content/assets/north/choir.yml" in said.out


def test_two_files_become_one_record(take: Take, tmp_path: Path) -> None:
    (tmp_path / "cy.json").write_text(
        json.dumps([{"kind": "assets", "key": "1", "tree": {"name": {"-": "Tro"}, "summary": {"-": "Am dro."}}}])
    )
    rows = [{"kind": "assets", "key": "1", "tree": {"name": {"-": "Walk"}, "summary": {"-": "A walk."}, "contact": MAIL}}]
    said = take(rows, "--area", "north", "--also", f"cy={tmp_path}/cy.json")
    assert "one-language" not in said.out
    assert record(tmp_path, "assets/north/walk").startswith(
        "name:\n  en: Walk\n  cy: Tro\nslug:\n  cy: tro\nsummary:\n  en: A walk.\n  cy: Am dro.\n"
    )


def test_what_says_nothing_of_where_it_is(take: Take, tmp_path: Path) -> None:
    said = take([group("1", "Walk"), group("2", "Choir", serves=["south"])])
    assert "nowhere-said" in said.out
    assert (tmp_path / "content/assets/elsewhere/walk.yml").is_file()
    assert (tmp_path / "content/assets/south/choir.yml").is_file()
    assert "  elsewhere:\n    name:\n      en: Elsewhere\n      cy: Mewn man arall\n" in record(tmp_path, "vocabularies/areas")


def test_what_was_deleted_or_taken_over_here_stays_so(take: Take, tmp_path: Path) -> None:
    rows = [group("1", "Walk"), group("2", "Choir")]
    take(rows, "--area", "north")
    (tmp_path / "content/assets/north/walk.yml").unlink()
    choir = tmp_path / "content/assets/north/choir.yml"
    choir.write_text(choir.read_text().partition("imported:")[0], encoding="utf-8")
    before = choir.read_bytes()
    rows[1]["tree"]["summary"] = {"en": "We sing."}
    said = take(rows)
    assert "[deleted-here]" in said.out
    assert choir.read_bytes() == before
    assert not (tmp_path / "content/assets/north/walk.yml").exists()


def test_a_moved_record_goes_on_following(take: Take, tmp_path: Path) -> None:
    take([group("1", "Walk")], "--area", "north")
    folder = tmp_path / "content/assets/north"
    (folder / "walk.yml").rename(folder / "hike.yml")
    (folder / "walk.yml").write_text("moved_to: hike\n", encoding="utf-8")
    take([group("1", "Walk", summary={"en": "A walk."})])
    assert "en: A walk." in record(tmp_path, "assets/north/hike")


@pytest.mark.parametrize(
    ("arguments", "err"),
    [
        (("--feed", "../x"), "'../x' cannot be the id of a list: write --feed with a to z, 0 to 9 and single hyphens."),
        (("--area", "west"), "There is no area 'west'. Areas: north, south."),
        (("--language", "fr"), "'fr' is not a language of this site: en, cy."),
        (("--also", "cy"), "--also takes a language and a file, as cy=rhestr.csv, not 'cy'."),
        (("--guess",), "Only tables and points need a mapping: geirfa import table --guess FILE"),
    ],
)
def test_refusals(take: Take, arguments: tuple[str, ...], err: str) -> None:
    said = take([group("1", "Walk")], *arguments)
    assert (said.status, said.err) == (2, f"geirfa: {err}\n")


def test_a_root_without_vocabularies(take: Take, tmp_path: Path) -> None:
    bare = dict.fromkeys(("content/vocabularies/areas.yml", "content/vocabularies/costs.yml"))
    said = take([group("1", "Walk", cost={"kind": "free"}, activities=["walking"])], files=bare)
    assert said.status == 0, said.err
    assert sorted(content(tmp_path)) == [
        "content/assets/elsewhere/walk.yml",
        "content/feeds.yml",
        "content/feeds/list.jsonl",
        "content/site.yml",
    ]
    assert [i for i in checks.run(catalogue.load(tmp_path), TODAY) if i.blocks] == []

"""Documents of Open Referral as our records: each field, what is not understood, and our own exports back whole."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from generator import catalogue
from generator.catalogue import Catalogue
from generator.referral import cells, inward, outward, words_out
from generator.referral.clean import clean
from generator.referral.names import uuid_of
from generator.referral.trees import as_texts
from generator.referral.words import Words
from generator.wording import Wording
from tests.conftest import REPOSITORY


@pytest.fixture(scope="module")
def root() -> Catalogue:
    return catalogue.load(REPOSITORY)


@pytest.fixture(scope="module")
def words(root: Catalogue) -> Words:
    return Words(root)


def taken(words: Words, **fields: Any) -> inward.Taken:
    return inward.service({"id": "1", "name": "Walkers", "status": "active", **fields}, words, "en")


def dirt(found: inward.Taken) -> list[tuple[str, str]]:
    return [(one.field, one.rule.code) for one in found.dirt]


@pytest.mark.parametrize(
    ("read", "value", "text"),
    [
        (cells.email, "mailto:Office@Group.org", "Office@Group.org"),
        (cells.email, "office@group.org, other@group.org", ""),
        (cells.email, 12345, ""),
        (cells.email, False, ""),
        (cells.web, "www.group.org/meet", "http://www.group.org/meet"),
        (cells.web, "HTTPS://group.org", "https://group.org"),
        (cells.web, "javascript:alert(1)", ""),
        (cells.web, "file:///etc/passwd", ""),
        (cells.phone, '"+44 1234 234567"', "+44 1234 234567"),
        (cells.phone, "+44 (0)1234 567890", "+44 1234 567890"),
        (cells.phone, "(01234) 567-890 ext. 12", "01234 567 890"),
        (cells.phone, 1234567890, "1234567890"),
        (cells.phone, "ask at reception", ""),
        (cells.postcode, "ll571ab", "LL57 1AB"),
        (cells.postcode, "not known", ""),
        (cells.day, "2026-11-21T10:00:00Z", "2026-11-21"),
        (cells.day, "21/11/2026", "2026-11-21"),
        (cells.day, "03/04/2026", ""),
        (cells.day, "12/24/15", "2015-12-24"),
        (cells.day, "June 5, 2026", "2026-06-05"),
        (cells.day, "5th June 2026", "2026-06-05"),
        (cells.day, "January 01, 0001", ""),
        (cells.day, "2026-02-30", ""),
        (cells.time, "09:30:00", "09:30"),
        (cells.time, "4:00 PM", "16:00"),
        (cells.time, "3pm", "15:00"),
        (cells.time, "12am", "00:00"),
        (cells.time, "10.30am", "10:30"),
        (cells.time, "14:00Z", "14:00"),
        (cells.time, "24:00", "00:00"),
        (cells.time, "25:00", ""),
        (cells.time, "7", ""),
        (cells.number, 12.0, "12"),
        (cells.number, "012", "12"),
        (cells.number, "twelve", ""),
        (cells.decimal, "£3.50", "3.5"),
        (cells.decimal, 1e30, ""),
    ],
)
def test_values_are_read_as_they_were_meant(read: cells.Read, value: Any, text: str) -> None:
    found = read(value)
    assert found.text == text
    assert text or found.rule


@pytest.mark.parametrize(
    ("html", "text", "active"),
    [
        ("Plain words, 2 < 3", "Plain words, 2 < 3", False),
        ("<p>One</p><p>Two<br>Three</p>", "One\n\nTwo\n\nThree", False),
        ("<ul><li>One</li><li>Two</li></ul>", "- One\n- Two", False),
        ('See <a href="https://group.org/a">our page</a>.', "See [our page](https://group.org/a).", False),
        ('<a href="javascript:alert(1)">Join</a>', "Join", True),
        ("Fun<script>alert(1)</script> and games", "Fun and games", True),
        ("&lt;script&gt;alert(1)&lt;/script&gt;Fun", "Fun", True),
        ('<img src=x onerror="alert(1)">Fun', "Fun", True),
        ("Arts &amp; crafts", "Arts & crafts", False),
        ("A\x00B\u202eC\u200bD", "ABCD", False),
        ("cafe\u0301", "caf\u00e9", False),
    ],
)
def test_texts_lose_their_html_and_run_nothing(html: str, text: str, active: bool) -> None:
    assert clean(html) == (text, active)


HOURS = {"opens_at": "10:00", "closes_at": "12:00"}


@pytest.mark.parametrize(
    ("schedule", "meeting"),
    [
        ({"freq": "WEEKLY", "byday": "TU,TH"}, {"days": ["tue", "thu"]}),
        ({"freq": "WEEKLY", "byday": "Tuesday"}, {"days": ["tue"]}),
        ({"byday": ["MO", "WE"]}, {"days": ["mon", "wed"]}),
        ({"freq": "WEEKLY", "dtstart": "2026-11-24"}, {"days": ["tue"], "from": "2026-11-24"}),
        (
            {"freq": "WEEKLY", "interval": 2, "byday": "MO", "dtstart": "2026-11-25"},
            {"days": ["mon"], "every": "2", "from": "2026-12-07"},
        ),
        ({"freq": "WEEKLY", "interval": "1", "byday": "MO"}, {"days": ["mon"]}),
        ({"freq": "MONTHLY", "byday": "2FR"}, {"days": ["fri"], "nth": ["2"]}),
        ({"freq": "MONTHLY", "byday": "1TU,3TU,-1TU"}, {"days": ["tue"], "nth": ["1", "3", "last"]}),
        ({"freq": "MONTHLY", "byday": "FR", "bymonthday": "8,9,10,11,12,13,14"}, {"days": ["fri"], "nth": ["2"]}),
        ({"freq": "MONTHLY", "byday": "FR"}, {"days": ["fri"], "monthly": "true"}),
        ({"freq": "MONTHLY", "bymonthday": "15"}, {"monthly": "true"}),
        (
            {"freq": "MONTHLY", "byday": "1MO", "interval": 3, "dtstart": "2026-02-02"},
            {"days": ["mon"], "nth": ["1"], "months": ["2", "5", "8", "11"], "from": "2026-02-02"},
        ),
        ({"freq": "WEEKLY"}, {"weekly": "true"}),
        ({"freq": "DAILY"}, {"days": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]}),
        ({"dtstart": "2026-11-24", "until": "2026-11-24"}, {"on": ["2026-11-24"]}),
        ({"freq": "WEEKLY", "byday": "MO", "until": "2026-12-31T00:00:00Z"}, {"days": ["mon"], "until": "2026-12-31"}),
        ({"freq": "WEEKLY", "byday": "MO", "attending_type": "Online"}, {"days": ["mon"], "online": "true"}),
        ({"freq": "WEEKLY", "byday": "MO", "description": "Monday from 10:00am to 12:00pm"}, {"days": ["mon"]}),
        (
            {"freq": "WEEKLY", "byday": "MO", "description": "Bring boots"},
            {"days": ["mon"], "note": {"en": "Bring boots"}},
        ),
    ],
)
def test_schedules_are_meetings(words: Words, schedule: dict[str, Any], meeting: dict[str, Any]) -> None:
    assert taken(words, schedules=[{**schedule, **HOURS}]).tree["when"] == [{**meeting, "time": ["10:00-12:00"]}]


def test_rows_of_a_week_become_one_meeting(words: Words) -> None:
    week = [{"byday": day, "opens_at": "9am", "closes_at": "5pm"} for day in ("MO", "TU", "WE")]
    split = [{"byday": "SA", "opens_at": "9am", "closes_at": "12 noon"}, {"byday": "SA", "opens_at": "2pm"}]
    assert taken(words, schedules=[*week, *split, *week]).tree["when"] == [
        {"days": ["mon", "tue", "wed"], "time": ["09:00-17:00"]},
        {"days": ["sat"], "time": ["09:00-12:00", "14:00"]},
    ]


@pytest.mark.parametrize(
    ("schedule", "path", "rule"),
    [
        ({"freq": "YEARLY", **HOURS}, "schedules[0].freq", "row-bad-word"),
        ({"byday": "Funday", **HOURS}, "schedules[0].byday", "row-bad-word"),
        ({"byday": "MO", "opens_at": "26:00"}, "schedules[0].opens_at", "row-bad-time"),
        ({"byday": "MO", "valid_from": "2026-13-01", **HOURS}, "schedules[0].valid_from", "row-bad-date"),
        ({"byday": "MO", "dtstart": "2026-01-05", "until": "2025-01-05"}, "schedules[0].until", "row-bad-date"),
    ],
)
def test_what_no_schedule_says_is_told_and_kept(words: Words, schedule: dict[str, Any], path: str, rule: str) -> None:
    found = taken(words, schedules=[schedule])
    assert (path, rule) in dirt(found)
    assert any(path.startswith(kept) for kept in found.unmapped)


def test_prices_are_costs(words: Words) -> None:
    def cost(**fields: Any) -> Any:
        return taken(words, **fields).tree.get("cost")

    assert cost(fees="Free") == {"kind": "free"}
    assert cost(fees="Ask us") == {"kind": "unknown", "note": {"en": "Ask us"}}
    assert cost(cost_options=[{"amount": 3.5, "option": "Adults"}]) == {
        "kind": "paid",
        "amount": "3.5",
        "note": {"en": "Adults"},
    }
    assert cost(cost_options=[{"amount": "0"}]) == {"kind": "free"}
    assert cost(cost_options=[{"amount": 0, "option": "Children"}, {"amount": 3, "option": "Adults"}]) == {
        "kind": "varies",
        "note": {"en": "Children: 0 GBP\n\nAdults: 3 GBP"},
    }
    assert cost(cost_options=[{"amount": 5, "currency": "EUR"}]) == {"kind": "paid", "note": {"en": "5 EUR"}}


@pytest.mark.parametrize(
    ("status", "state"),
    [
        ("active", None),
        ("ACTIVE", None),
        ("inactive", {"now": "paused"}),
        ("temporarily closed", {"now": "paused"}),
        ("defunct", {"now": "closed"}),
    ],
)
def test_a_status_is_a_state(words: Words, status: str, state: Any) -> None:
    assert taken(words, status=status).tree.get("state") == state


def test_places_people_and_words(words: Words) -> None:
    location = {
        "id": "9",
        "location_type": "physical",
        "name": "The Hall",
        "latitude": "53.2280012",
        "longitude": -4.128,
        "addresses": [
            {"address_type": "postal", "address_1": "PO Box 1"},
            {
                "address_type": "physical",
                "address_1": "High Street",
                "city": "Bangor",
                "postal_code": "ll571ab",
                "country": "GB",
            },
        ],
        "accessibility": [
            {"description": "Wheelchair access"},
            {"description": "No hearing loop"},
            {"description": "Cosy"},
        ],
        "transportation": "Bus 5",
    }
    found = taken(
        words,
        service_at_locations=[{"id": "2", "location": location}, {"location": {"location_type": "virtual"}}],
        languages=[{"code": "cym"}, {"name": "Polish", "note": "On Mondays"}, {"name": "Quenya"}],
        service_areas=[{"uri": "http://statistics.data.gov.uk/id/statistical-geography/W06000002"}],
        attributes=[
            {"taxonomy_term": {"name": "Walking"}},
            {"taxonomy_term": {"name": "Older people"}},
            {"label": "Odd"},
        ],
        contacts=[
            {
                "name": "Somebody",
                "phones": [{"number": "01234 567890", "type": "voice"}, {"number": "1", "type": "fax"}],
            }
        ],
    )
    assert found.tree["venues"] == {
        "main": {
            "name": {"en": "The Hall"},
            "address": "High Street, Bangor",
            "postcode": "LL57 1AB",
            "near": "bangor",
            "point": "53.228001, -4.128",
            "access": [{"feature": "step-free", "state": "yes"}, {"feature": "hearing-loop", "state": "no"}],
        }
    }
    assert found.tree["remote"] == {"online": "true"}
    assert found.tree["languages"] == [{"language": "cy"}, {"language": "pl", "note": {"en": "On Mondays"}}]
    assert (found.tree["serves"], found.tree["activities"], found.tree["audiences"]) == (
        ["gwynedd"],
        ["walking"],
        ["older-people"],
    )
    assert found.tree["contact"] == {"phones": [{"number": "01234 567890"}]}
    assert found.tree["travel"] == {"note": {"en": "Bus 5"}}
    assert sorted(found.unmapped) == [
        "attributes[2]",
        "contacts[0].name",
        "contacts[0].phones[1]",
        "languages[2]",
        "service_at_locations[0].location.accessibility[2]",
        "service_at_locations[0].location.addresses[0]",
    ]


def test_dirt_is_told_field_by_field(words: Words) -> None:
    found = taken(
        words,
        name=None,
        alternate_name="Amblers",
        email=True,
        url="not a page",
        description={"en": "odd"},
        minimum_age="young",
        assured_date="2026-01-01",
        phones=[{"number": "none"}],
        contacts="Somebody",
        service_at_locations=[{"location": {"latitude": 100, "longitude": 1}}],
        extra={"kept": [1, 2]},
    )
    assert found.tree["name"] == {"en": "Amblers"}
    assert sorted(dirt(found)) == [
        ("contacts", "row-wrong-type"),
        ("description", "row-wrong-type"),
        ("email", "row-bad-email"),
        ("minimum_age", "row-bad-number"),
        ("name", "row-named-otherwise"),
        ("phones[0].number", "row-bad-phone"),
        ("service_at_locations[0].location.latitude", "row-bad-point"),
        ("url", "row-bad-web"),
    ]
    assert {"assured_date", "contacts", "email", "url", "minimum_age", "extra"} <= found.unmapped.keys()
    assert "checked" not in found.tree


def test_without_a_name_it_is_called_as_it_says_elsewhere(words: Words) -> None:
    assert taken(words, name="", organization={"name": "The Body"}).tree["name"] == {"en": "The Body"}
    assert "name" not in taken(words, name=" ").tree


def test_labels_of_others_set_texts_and_nothing_else(words: Words) -> None:
    labels = {
        "name@cy": "Cerddwyr",
        "checked.on": "2026-01-01",
        "review": "{}",
        "slug@cy": "x",
        "name@xx": "no",
        "when": "[]",
    }
    found = taken(words, attributes=[{"label": label, "value": value} for label, value in labels.items()])
    assert found.tree["name"] == {"en": "Walkers", "cy": "Cerddwyr"}
    assert not {"checked", "review", "slug", "when"} & found.tree.keys()
    assert len(found.unmapped) == 5


def _records(root: Catalogue) -> Iterator[tuple[str, Any]]:
    return ((folder, record) for folder in ("assets", "organisations") for record in root.of(folder).values())


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_our_exports_come_back_whole(root: Catalogue, words: Words, lang: str) -> None:
    out = outward.Outward(words_out.Words(root, Wording(lang, [REPOSITORY / "theme"])), {})
    wrong: list[str] = []
    for folder, record in _records(root):
        asset = folder == "assets"
        document = json.loads(json.dumps(out.service(record) if asset else out.organization(record)))
        found = inward.service(document, words, lang) if asset else inward.organisation(document, words, lang)
        want: dict[str, Any] = as_texts(out.given(record).tree) | {"id": record.id}
        want |= {"area": record.shelf} if asset else {}
        link = "organisation" if asset else "part_of"
        if want.get(link) and found.links.get(link) == ("organisations", uuid_of("organisations", want[link])):
            found.tree[link] = want[link]
        if found.tree != want or found.unmapped or found.dirt:
            wrong.append(record.id)
    assert wrong == []


def own(key: str, **labels: str) -> dict[str, Any]:
    said = {"id": "walkers", "checked.on": "2026-01-01", **labels}
    return {
        "id": key,
        "name": "Walkers",
        "assured_date": "2026-01-01",
        "attributes": [{"label": label, "value": value} for label, value in said.items()],
    }


def test_only_an_export_under_its_own_identity_is_ours(words: Words) -> None:
    ours = inward.service(own(uuid_of("assets", "walkers")), words, "en")
    assert ours.tree["checked"] == {"on": "2026-01-01"} and not ours.unmapped
    for document in (own(uuid_of("assets", "runners")), own(uuid_of("assets", "walkers"), id="runners")):
        found = inward.service(document, words, "en")
        assert "checked" not in found.tree and "assured_date" in found.unmapped


@pytest.mark.parametrize(
    "text", ["[1]", "{}", '"quoted"', "[x](https://group.org)", "a  b", "Arts &amp; crafts", "<b>x</b>"]
)
def test_odd_texts_of_ours_come_back_as_they_were(words: Words, text: str) -> None:
    found = inward.service(own(uuid_of("assets", "walkers"), **{"name@en": text, "join.how@cy": text}), words, "en")
    assert (found.tree["name"], found.tree["join"]) == ({"en": text}, {"how": {"cy": text}})

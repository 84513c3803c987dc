"""Parts of a service of Open Referral as parts of ours: whether it is open, for whom, when, how one gets in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from generator.referral import cells, choices_in, names
from generator.referral.dirt import BAD_NUMBER, BAD_WORD
from generator.referral.names import DAY_CODES
from generator.referral.reading import MOST_LINE, Node
from generator.referral.schedules_in import Held, meetings

STATES: Mapping[str, str] = {
    **{status: state for state, status in names.STATUSES.items()},
    "inactive": "paused",
    "closed": "closed",
    "archived": "closed",
    "expired": "closed",
    "marked for deletion": "closed",
    "paused": "paused",
    "suspended": "paused",
    "invisible": "paused",
    "pending": "paused",
    "scheduled": "paused",
}
"""Status -> state of ours, those of dialects too: what is not shown there counts as paused."""


_TEXTS = {"eligibility_description": "eligibility", "wait_time": "waiting"}
_WAYS = {
    "online": "online",
    "virtual": "online",
    "phone": "phone",
    "telephone": "phone",
    "home visit": "home",
    "home": "home",
}
"""How one takes part, as the first profile of the kingdom says it -> what is remote with us."""
_HERE = frozenset(("venue", "in person", "face to face", "physical"))
"""How one takes part who comes."""
_LONGEST = 60
"""Days of the longest holiday that is told day by day."""


def state(root: Node) -> dict[str, Any]:
    said = root.value.get("status")
    found = STATES.get(str(said or "active").strip().lower())
    if found:
        root.take("status")
    else:
        root.row.find("status", BAD_WORD, value=said)
    note = root.prose("alert")
    if not note and found in (None, "open"):
        return {}
    return {"now": found or "open", **({"note": {root.row.lang: note}} if note else {})}


def ages(root: Node) -> dict[str, str]:
    youngest, oldest = root.cell("minimum_age", cells.number), root.cell("maximum_age", cells.number)
    if youngest.startswith("-") or oldest.startswith("-") or (youngest and oldest and int(oldest) < int(youngest)):
        root.keep("minimum_age")
        root.keep("maximum_age")
        root.row.find("maximum_age", BAD_NUMBER, value=f"{youngest}-{oldest}")
        return {}
    return {**({"from": youngest} if youngest else {}), **({"to": oldest} if oldest else {})}


def texts(root: Node) -> dict[str, Any]:
    """What stands in a sentence there and here; who pays."""
    found: dict[str, Any] = {field: {root.row.lang: text} for key, field in _TEXTS.items() if (text := root.prose(key))}
    paid = "; ".join(filter(None, dict.fromkeys(one.line("source") for one in root.nodes("funding"))))
    if paid and len(paid) <= MOST_LINE:
        found["funding"] = {"by": {root.row.lang: paid}}
    elif paid:
        for one in root.nodes("funding"):
            one.keep("source")
    return found


def remote(root: Node, online: bool) -> dict[str, str]:
    found = {"online": "true"} if online else {}
    said = root.value.get("attending_type")
    ways = [
        re.sub(r"(?<=[a-z])(?=[A-Z])|[-_]", " ", str(way)).strip().lower()
        for way in (said if isinstance(said, list) else str(said or "").split(","))
        if way
    ]
    if ways and all(way in _WAYS or way in _HERE for way in ways):
        root.take("attending_type")
        found.update({_WAYS[way]: "true" for way in ways if way in _WAYS})
    return found


def serves(root: Node) -> list[str]:
    """The areas whose people it is for, where they are areas of ours."""
    found: list[str] = []
    for area in root.nodes("service_areas"):
        said = [str(area.value.get(key) or "") for key in ("uri", "extent", "code", "name", "service_area")]
        if meant := root.row.words.area(*said):
            choices_in.read_all(area)
            found += [meant] if meant not in found else []
    return found


def join(root: Node) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if how := root.prose("application_process"):
        found["how"] = {root.row.lang: how}
    said = root.value.get("attending_access")
    if isinstance(said, str) and (route := root.row.words.find("join-routes", said)):
        root.take("attending_access")
        found["routes"] = [route]
    return found


def languages(root: Node) -> list[dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for one in root.nodes("languages"):
        code, name = str(one.value.get("code") or ""), str(one.value.get("name") or "")
        spoken = root.row.words.spoken(code, name) or (code and root.row.words.spoken("", code))
        if not spoken or spoken in found:
            continue
        one.take("code")
        one.take("name")
        found[spoken] = {"language": spoken}
        if note := one.prose("note"):
            found[spoken]["note"] = {root.row.lang: note}
    return list(found.values())


def travel(root: Node) -> dict[str, Any]:
    located = [place for at in root.nodes("service_at_locations") if (place := at.node("location"))]
    ways = dict.fromkeys(filter(None, (place.prose("transportation") for place in located)))
    return {"note": {root.row.lang: "\n\n".join(ways)}} if ways else {}


def when(root: Node, keys: Mapping[int, str]) -> list[dict[str, Any]]:
    """All schedules of a service as meetings. When a place is open counts only where nothing is said of the service."""
    ats = list(root.nodes("service_at_locations"))
    located = [(place, at) for at in ats if (place := at.node("location"))]
    by_id = {str(at.value["id"]): keys.get(id(at.value), "") for at in ats if at.has("id")}
    held = [Held(one, by_id.get(str(one.value.get("service_at_location_id")), "")) for one in root.nodes("schedules")]
    held += [Held(one, keys.get(id(at.value), "")) for at in ats for one in at.nodes("schedules")]
    held = held or [Held(one, keys.get(id(at.value), "")) for place, at in located for one in place.nodes("schedules")]
    made = meetings(held)
    for holder in (root, *ats, *(place for place, _ in located)):
        for holiday in holder.nodes("holiday_schedules"):
            _holiday(holiday, made)
    return made


def _holiday(holiday: Node, made: list[dict[str, Any]]) -> None:
    """A holiday of one year: days on which it does not meet, or other hours on them. One of every year stays unread."""
    first, last = (cells.day(holiday.value.get(key) or "").text for key in ("start_date", "end_date"))
    last = last or first
    if not first or last < first or (date.fromisoformat(last) - date.fromisoformat(first)).days >= _LONGEST:
        return
    days = [
        date.fromisoformat(first) + timedelta(n)
        for n in range((date.fromisoformat(last) - date.fromisoformat(first)).days + 1)
    ]
    opens, closes = (cells.time(holiday.value.get(key) or "").text for key in ("opens_at", "closes_at"))
    closed = str(holiday.value.get("closed")).strip().lower() in ("true", "1", "yes", "y", "t")
    plain = [meeting for meeting in made if "days" in meeting and not {"nth", "every", "monthly"} & meeting.keys()]
    for meeting in plain:
        out = [day.isoformat() for day in days if list(DAY_CODES)[day.weekday()] in meeting["days"]]
        if out:
            meeting["except"] = sorted({*meeting.get("except", ()), *out})
    if not closed and opens:
        made.append({"on": [day.isoformat() for day in days], "time": [f"{opens}-{closes}" if closes else opens]})
    if plain or (not closed and opens):
        choices_in.read_all(holiday)

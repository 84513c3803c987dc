"""A made-up root of groups on one island: many walks around a town, some groups known by their village alone, some that hide
where they are. Its postcodes are real, so that its map has a shape; all else is not."""

from __future__ import annotations

from collections.abc import Mapping

WALKS = 24
"""So many that a list shows them in two steps."""
HIDDEN_ADDRESS, HIDDEN_NAME, HIDDEN_POSTCODE = "14 Hidden Lane", "Quiet House", "LL58 8AB"
HIDDEN_POINT = (53.26431, -4.09187)
SECRET_ADDRESS, SECRET_NAME, SECRET_POSTCODE = "3 Secret Street", "Safe House", "LL65 1BS"
SECRET_POINT = (53.30917, -4.63289)
TOWN, VILLAGE = (53.256, -4.31), (53.411, -4.344)
TILES = "https://tiles.m.example/{z}/{x}/{y}.png"

RINGS = 'remote: {phone: true}\ncontact: {phones: [{number: "01443 202020"}]}\n'
MEETS = 'when: [{days: [tue], time: ["10:00-12:00"], from: 2026-01-06, venue: hall}]\n'
DATED = "sources: [{name: A list, url: 'https://m.example/list', dated: 2026-01-05, grade: B}]\n"
TEAS = 2
"""Groups that show where they are in the town where another hides it: enough for a sheet of the week."""

SITE = """\
name: {en: Island, cy: Ynys}
url: https://m.example/
languages: [{code: en}, {code: cy}]
postcodes: [W06000001]
timezone: Europe/London
paths: {assets: {en: directory, cy: cyfeiriadur}, sources: {cy: ffynonellau}}
"""
MAP = f"""\
map:
  tiles: {TILES}
  attribution: {{en: "A map by [Somebody](https://m.example/).", cy: "Map gan [Rywun](https://m.example/)."}}
  consent: {{en: Somebody will see which part of the map you look at., cy: Bydd rhywun yn gweld pa ran o'r map rydych yn edrych arni.}}
"""
_AREAS = """\
name: {en: Areas, cy: Ardaloedd}
entries:
  land: {name: {en: The land, cy: Y wlad}, place: {level: country, code: W92000004, point: "52.33, -3.766"}}
  island:
    name: {en: The island, cy: Yr ynys}
    place: {level: authority, code: W06000001, within: [land], point: "53.286, -4.374"}
"""
_PLACES = """\
name: {en: Places, cy: Lleoedd}
entries:
  town: {name: {en: Bigtown, cy: Trefawr}, place: {level: town, within: [island], point: "53.256, -4.31"}}
  village: {name: {en: Smallham, cy: Pentrebach}, place: {level: village, within: [island], point: "53.411, -4.344"}}
  port: {name: {en: Eastport, cy: Porthdwyrain}, place: {level: town, within: [island], point: "53.281, -4.098"}}
  cape: {name: {en: Westcape, cy: Penrhyn}, place: {level: town, within: [island], point: "53.307, -4.62"}}
"""
_NEEDS = """\
name: {en: Needs, cy: Anghenion}
page: needs
entries:
  company: {name: {en: Company, cy: Cwmni}}
  fresh-air: {name: {en: Fresh air, cy: Awyr iach}}
"""


def group(name: str, welsh: str, venue: str, need: str = "company", more: str = "") -> str:
    """The text of one group's record; `venue` is YAML in braces, or nothing."""
    slug = welsh.lower().replace(" ", "-")
    venues = f"venues:\n  hall: {venue}\n" if venue else ""
    return f"name: {{en: {name}, cy: {welsh}}}\nslug: {{cy: {slug}}}\nneeds: [{need}]\n{venues}{more}"


def files(site: str = SITE) -> Mapping[str, str]:
    """All of the root's files, by their paths."""
    made = {
        "content/site.yml": site,
        "content/vocabularies/areas.yml": _AREAS,
        "content/vocabularies/places.yml": _PLACES,
        "content/vocabularies/needs.yml": _NEEDS,
        "content/assets/land/helpline.yml": group("Helpline", "Llinell Gymorth", "", more=RINGS),
        "content/assets/island/by-phone.yml": group("By Phone", "Ar y Ffon", "", more=RINGS),
        "content/assets/island/hidden.yml": group("Hidden Group", "Grwp Cudd", _hidden(), more=MEETS + DATED),
        "content/assets/island/secret.yml": group(
            "Secret Group", "Grwp Cyfrinachol", _secret(), more=MEETS + DATED + RINGS
        ),
    }
    for n in range(WALKS):
        row, column = divmod(n, 6)
        lat, lon = TOWN[0] + (row - 1.5) * 0.012, TOWN[1] + (column - 2.5) * 0.02
        venue = f'{{point: "{lat:.4f}, {lon:.4f}", near: town}}'
        made[f"content/assets/island/walk-{n}.yml"] = group(
            f"Walk {n}", f"Taith {n}", venue, "company" if n % 2 else "fresh-air"
        )
    for n in range(TEAS):
        venue = f'{{point: "53.28{5 + n}, -4.11{n}", near: port, address: {n + 1} Open Road}}'
        made[f"content/assets/island/tea-{n}.yml"] = group(f"Tea {n}", f"Te {n}", venue, more=MEETS + DATED)
    for n, name in enumerate(("Choir", "Crafts", "Cards")):
        made[f"content/assets/island/{name.lower()}.yml"] = group(name, f"Clwb {n}", "{near: village}")
    return made


def _hidden() -> str:
    lat, lon = HIDDEN_POINT
    return (
        f"{{name: {{en: {HIDDEN_NAME}, cy: {HIDDEN_NAME}}}, address: {HIDDEN_ADDRESS}, postcode: {HIDDEN_POSTCODE}, "
        f'near: port, point: "{lat}, {lon}", mask: area}}'
    )


def _secret() -> str:
    lat, lon = SECRET_POINT
    return (
        f"{{name: {{en: {SECRET_NAME}, cy: {SECRET_NAME}}}, address: {SECRET_ADDRESS}, postcode: {SECRET_POSTCODE}, "
        f'near: cape, point: "{lat}, {lon}", mask: none}}'
    )

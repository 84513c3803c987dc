"""A made-up root with case studies in two countries: one of which much is known, one of which little is, two that share a sum; and a group in the same county.
Everything in it is invented."""

from __future__ import annotations

from collections.abc import Mapping

SITE = """\
name: {en: Schemes, cy: Cynlluniau}
url: https://schemes.example/
email: editors@schemes.example
currency: GBP
licence: {en: CC BY 4.0, cy: CC BY 4.0}
licence_url: https://licence.example/by/4.0/
languages: [{code: en, locale: en-GB}, {code: cy, locale: cy-GB}]
doors: [{name: {en: Case studies, cy: Astudiaethau achos}, what: {en: What was tried., cy: Yr hyn a wnaed.}, to: case-studies}]
paths: {assets: {en: directory, cy: cyfeiriadur}, compare: {en: compare-case-studies, cy: cymharu-astudiaethau-achos}}
"""

WALKING = """\
name: {en: Walking and talking, cy: Cerdded a sgwrsio}
slug: {cy: cerdded-a-sgwrsio}
summary: {en: Weekly walks that surgeries refer people to., cy: Teithiau wythnosol y mae meddygfeydd yn atgyfeirio pobl iddynt.}
state: ended
countries: [wales]
areas: [upper-vale]
where:
  - {says: {en: It met in three parks., cy: Cyfarfu mewn tri pharc.}, from: [report]}
dates:
  - {what: {en: it was announced, cy: fe'i cyhoeddwyd}, on: 2018-07, from: [news]}
  - {what: {en: it ran, cy: bu'n rhedeg}, on: 2019, until: 2021-03-31, from: [report]}
run_by: [walkers]
funders: [the-fund]
evaluators: [the-college, walkers]
took_part: [the-choir]
money:
  - {amount: 1351066, what: {en: for three years, cy: am dair blynedd}, shared_with: [talking], from: [news]}
model:
  - {says: {en: "A [[link-worker|link worker]] plans with each person.", cy: "Mae [[link-worker|gweithiwr cyswllt]] yn cynllunio gyda phob person."}, from: [report, news]}
  - {says: {en: Then they walk., cy: "Wedyn, maent yn cerdded."}, from: [report]}
for_whom:
  - {says: {en: Adults who feel alone., cy: Oedolion sy'n teimlo'n unig.}, from: [news]}
referred_by:
  - {says: {en: Surgeries., cy: Meddygfeydd.}, from: [news]}
workers:
  - {title: {en: Walk leader}, word: link-worker, from: [report]}
viewpoints: [individual, referrer]
needs: [company]
activities: [walking]
outcomes:
  - {what: {en: took part, cy: a gymerodd ran}, kind: count, value: 2000, unit: people, bound: over, from: [report]}
  - {what: {en: felt less alone, cy: yn teimlo'n llai unig}, kind: self-reported, value: 94, unit: percent, n: 31, period: {from: 2019-11, until: 2020-02}, from: [report]}
  - {what: {en: of social value, cy: o werth cymdeithasol}, kind: sroi-forecast, value: 5.23, unit: per-pound, from: [report]}
  - {what: {en: slept better, cy: yn cysgu'n well}, kind: before-after, value: 12.5, unit: percent, from: [report]}
  - {what: {en: People said that it gave shape to the week., cy: Dywedodd pobl ei fod yn rhoi siâp i'r wythnos.}, kind: qualitative, from: [report]}
evaluation:
  - {says: {en: The college asked people twice., cy: Holodd y coleg bobl ddwywaith.}, from: [report]}
learned:
  - {says: {en: Buses decide who comes., cy: Y bysiau sy'n penderfynu pwy sy'n dod.}, from: [report]}
conflicts:
  - about: {en: The day it began, cy: Y diwrnod y dechreuodd}
    readings:
      - {says: {en: 7 January 2019, cy: 7 Ionawr 2019}, from: [report]}
      - {says: {en: 8 January 2019, cy: 8 Ionawr 2019}, from: [news]}
    note: {en: The first was a Monday., cy: Dydd Llun oedd y cyntaf.}
unknown:
  - {what: {en: How the sum was split, cy: Sut y rhannwyd y swm}, field: money, looked: 2026-11}
words: [link-worker]
related: [cycling]
sources:
  - {key: news, name: The Valley News, dated: 2018-07-28, grade: C}
  - {key: report, source: the-report, url: 'https://college.example/report.pdf', dated: 2021-10}
review: {en: {status: draft}, cy: {status: draft}}
"""
TALKING = """\
name: {en: Talking only, cy: Siarad yn unig}
slug: {cy: siarad-yn-unig}
summary: {en: Talks on the phone., cy: Sgyrsiau dros y ffôn.}
state: unknown
countries: [wales]
areas: [far-county]
funders: [the-fund]
money:
  - {amount: 1351066, what: {en: for both schemes, cy: am y ddau gynllun}, shared_with: [walking], from: [news]}
model:
  - {says: {en: People talk., cy: Mae pobl yn siarad.}, from: [news]}
needs: [company, debt]
sources: [{key: news, name: The Valley News}]
"""
CYCLING = """\
name: {en: Cycling together}
slug: {cy: cycling-together}
summary: {en: Rides in two countries., cy: Teithiau beic mewn dwy wlad.}
state: running
countries: [scotland, wales]
run_by: [walkers]
model:
  - {says: {en: People ride., cy: Mae pobl yn beicio.}, from: [page]}
viewpoints: [asset]
needs: [company]
outcomes:
  - {what: {en: were lent, cy: a fenthycwyd}, kind: count, value: 1, unit: journeys, from: [page]}
sources: [{key: page, name: Its own page, url: 'https://cycling.example/'}]
"""
ROWING = """\
name: {en: Rowing, cy: Rhwyfo}
slug: {cy: rhwyfo}
summary: {en: Boats on a loch., cy: Cychod ar lyn.}
state: announced
countries: [scotland]
funders: [the-college]
model:
  - {says: {en: People row., cy: Mae pobl yn rhwyfo.}, from: [page]}
sources: [{key: page, name: A page}]
"""


def _body(name: str, welsh: str) -> str:
    return f"name: {{en: {name}, cy: {welsh}}}\n"


FILES: Mapping[str, str] = {
    "content/site.yml": SITE,
    "content/case-studies/walking.yml": WALKING,
    "content/case-studies/talking.yml": TALKING,
    "content/case-studies/cycling.yml": CYCLING,
    "content/case-studies/rowing.yml": ROWING,
    "content/glossary/link-worker.yml": (
        "term: {en: link worker, cy: gweithiwr cyswllt}\nslug: {cy: gweithiwr-cyswllt}\n"
        "definition: {en: Somebody who walks along., cy: Rhywun sy'n cyd-gerdded.}\n"
    ),
    "content/glossary/alone.yml": (
        "term: {en: feel alone, cy: teimlo'n unig}\nslug: {cy: teimlon-unig}\ndefinition: {en: To miss others., cy: Gweld eisiau eraill.}\n"
    ),
    "content/organisations/walkers.yml": _body("The Walkers", "Y Cerddwyr"),
    "content/organisations/the-fund.yml": _body("The Fund", "Y Gronfa"),
    "content/organisations/the-college.yml": _body("A College", "Coleg"),
    "content/organisations/the-choir.yml": _body("A Choir", "Côr"),
    "content/sources/the-report.yml": (
        "name: {en: The Report}\ntype: report\nurl: https://college.example/report\nlicence: Open Licence 3.0\n"
    ),
    "content/vocabularies/countries.yml": (
        "name: {en: Countries, cy: Gwledydd}\nentries:\n  wales: {name: {en: Wales, cy: Cymru}}\n"
        "  scotland: {name: {en: Scotland, cy: Yr Alban}}\n  england: {name: {en: England, cy: Lloegr}}\n"
    ),
    "content/vocabularies/areas.yml": (
        "name: {en: Areas, cy: Ardaloedd}\nentries:\n"
        "  wales: {name: {en: Wales, cy: Cymru}, place: {level: country}}\n"
        "  the-vale: {name: {en: The Vale, cy: Y Fro}, place: {level: authority, within: [wales]}}\n"
        "  far-county: {name: {en: Far County, cy: Y Sir Bell}, place: {level: authority, within: [wales]}}\n"
        "  upper-vale: {name: {en: Upper Vale, cy: Blaenau'r Fro}, place: {level: valley, within: [the-vale]}}\n"
    ),
    "content/assets/the-vale/choir.yml": (
        "name: {en: Vale Choir, cy: Côr y Fro}\nslug: {cy: cor-y-fro}\nstate: {now: open}\ncontact: {web: {en: 'https://choir.example/'}}\ncost: {kind: unknown}\norganisation: the-choir\nneeds: [company]\n"
        "sources: [{name: Its own page, url: 'https://choir.example/', dated: 2026-10, grade: A}]\n"
    ),
    "content/vocabularies/costs.yml": "name: {en: Cost, cy: Cost}\nentries: {unknown: {name: {en: Not known, cy: Heb fod yn hysbys}}}\n",
    "content/vocabularies/needs.yml": (
        "name: {en: Needs, cy: Anghenion}\nentries:\n  debt: {name: {en: Debt, cy: Dyled}}\n  company: {name: {en: Company, cy: Cwmni}}\n"
    ),
    "content/vocabularies/activities.yml": (
        "name: {en: Activities, cy: Gweithgareddau}\nentries:\n  walking: {name: {en: Walking, cy: Cerdded}}\n"
    ),
}

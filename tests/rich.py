"""A made-up root whose one group says all that a record can say, beside others with something to hide."""

from __future__ import annotations

from collections.abc import Mapping

SITE = """\
name: {en: Valley, cy: Y Cwm}
url: https://m.example/
languages: [{code: en}, {code: cy}]
licence: {en: CC BY 4.0, cy: CC BY 4.0}
licence_url: https://creativecommons.org/licenses/by/4.0/
currency: GBP
timezone: Europe/London
holidays: {country: GB}
mobiles: {begin: ['07', '+447'], except: ['070']}
homes: {en: ['flat #'], cy: ['fflat #']}
"""
MOBILE, OTHER_MOBILE, MAILBOX, HOME = "07700 900123", "07700 900456", "jane.doe1984@gmail.com", "Flat 3, 9 Mill Lane"
HIDDEN, SECRET = "17 Refuge Road", "5 Safe Street"
PRIVATE = (MOBILE, OTHER_MOBILE, MAILBOX, "9 Mill Lane", HIDDEN, SECRET, "QQ1 1QQ", "QQ2 2QQ", "53.26431", "53.30917")
"""What may stand in no export."""

_LISTS = {
    "areas": "entries: {vale: {name: {en: Vale, cy: Y Fro}, place: {level: authority, code: W06000014}}, hills: {name: {en: Hills}}}",
    "places": 'entries: {town: {name: {en: Bigtown, cy: Trefawr}, place: {level: town, within: [vale], point: "53.2, -4.3"}}}',
    "activities": "entries: {walking: {name: {en: Walking, cy: Cerdded}}, tea: {name: {en: Tea, cy: Te}}}",
    "needs": "entries: {company: {name: {en: Company, cy: Cwmni}, note: {en: 'To *meet* people.'}}}",
    "audiences": "entries: {carers: {name: {en: Carers, cy: Gofalwyr}}}",
    "access": "entries: {step-free: {name: {en: Step-free, cy: Heb risiau}}, loop: {name: {en: Loop, cy: Dolen}}}",
    "costs": "entries: {free: {name: {en: Free, cy: Am ddim}}, paid: {name: {en: Paid, cy: Tâl}}, unknown: {name: {en: Unknown}}}",
    "join-routes": "entries: {self: {name: {en: Oneself, cy: Eich hun}}, gp: {name: {en: Doctor, cy: Meddyg}}}",
}

WALKERS = """\
name: {en: Walkers, cy: Cerddwyr}
slug: {cy: cerddwyr}
also: {en: [Tuesday Walkers, Boots], cy: ["Bŵts; a mwy"]}
state: {now: paused, since: 2026-01-05, until: 2027-01-05, note: {en: The path is closed., cy: Mae'r llwybr ar gau.}}
summary: {en: "Walks & talks.", cy: Teithiau a sgyrsiau.}
description: {en: "First.\\n\\n- *one*\\n- [[nothing|two]]", cy: Yn gyntaf.}
organisation: body
activities: [walking, tea]
needs: [company]
audiences: [carers]
ages: {from: 18, to: 65}
eligibility: {en: Anyone who lives near., cy: Unrhyw un sy'n byw gerllaw.}
venues:
  main:
    name: {en: Hall, cy: Neuadd}
    address: High Street, Bigtown
    postcode: LL57 1AB
    near: town
    point: 53.228, -4.128
    note: {en: By the bridge., cy: Wrth y bont.}
    access:
      - {feature: step-free, state: 'yes', detail: {en: A ramp., cy: Ramp.}}
      - {feature: loop, state: unknown}
  town-only: {near: town}
  postcode-only: {postcode: LL57 2AB, name: {cy: Y Caffi}}
remote: {online: true, phone: true, home: true, how: {en: By link., cy: Drwy ddolen.}, access: [{feature: loop, state: 'no'}]}
serves: [vale, hills]
when:
  - {days: [tue, thu], time: ["10:00-12:00", "13:00-15:00"], venue: main}
  - {days: [fri], nth: ['2', last], time: ["19:30"], term_time: true, bank_holidays: closed}
  - {days: [mon], every: 2, from: 2026-01-05, until: 2026-12-20, except: [2026-05-04], note: {en: Ring first., cy: Ffoniwch.}}
  - {on: [2026-12-24, 2026-12-31], time: ["18:00-20:00"], online: true}
  - {weekly: true, part: [morning]}
  - {all_day: true, months: ['10', '11']}
cost: {kind: paid, amount: 3.50, note: {en: Tea is extra., cy: Mae te'n ychwanegol.}}
join: {routes: [self, gp], how: {en: Turn up., cy: Galwch heibio.}}
company: {bring: 'yes', met: 'no', note: {en: Ask for Sam., cy: Gofynnwch am Sam.}}
languages:
  - {language: cy, when: always}
  - {language: en, when: sometimes, note: {en: On Fridays., cy: Ar ddydd Gwener.}}
travel: {public: 'yes', lifts: 'no', note: {en: Bus 5., cy: Bws 5.}}
waiting: {en: None., cy: Dim.}
digital: {en: A phone., cy: Ffôn.}
safety: {safeguarding: 'yes', insurance: unknown, note: {en: Told by them., cy: Ganddyn nhw.}}
contact:
  phones:
    - {number: 01443 202020, what: {en: Office, cy: Swyddfa}, hours: {en: Mornings}, language: cy}
    - {number: 01443 303030, text: true}
  email: office@walkers.example
  web: {en: https://walkers.example/, cy: https://walkers.example/cy}
  note: {en: Leave a message., cy: Gadewch neges.}
funding: {by: {en: The council, cy: Y cyngor}, ends: 2027-03-31}
checked: {on: 2026-11-01, by: {en: Community connector, cy: Cysylltydd cymunedol}, how: phone}
sources: [{name: A list, url: 'https://m.example/list', dated: 2026-01, grade: B, supports: [name]}]
licence: OGL 3.0
changes: [{on: 2026-10-02, what: {en: Now at the hall., cy: Yn y neuadd bellach.}}]
review: {en: {status: draft}, cy: {status: draft}}
"""
SIMPLE = """\
name: {en: Simple tea}
summary: {en: Tea on Tuesdays., cy: Te ar ddydd Mawrth.}
description: {en: Come in., cy: Dewch i mewn.}
venues: {hall: {name: {en: Hall}, address: 'Low Street, Bigtown', near: town, point: '53.2, -4.3'}}
when: [{days: [tue], time: ["10:00-12:00"], venue: hall}, {days: [fri], nth: ['2'], time: ["10:00-12:00"]}]
cost: {kind: free}
contact: {phones: [{number: 01443 202020, what: {en: Office}}], web: {cy: https://tea.example/cy}}
languages: [{language: en}]
"""
NOBODY = "name: {en: Nothing known}\nstate: {now: closed}\n"
PERSONAL = f"""\
name: {{en: Own numbers, cy: Rhifau}}
description: {{en: "Ring Jo on {OTHER_MOBILE} after six.", cy: Ffoniwch.}}
venues:
  home: {{name: {{en: A house}}, address: '{HOME}', postcode: QQ1 1QQ, near: town, point: '53.26431, -4.09187'}}
contact:
  phones: [{{number: 01443 505050}}, {{number: {MOBILE}, what: {{en: Jo}}}}]
  email: {MAILBOX}
"""
MASKED = f"""\
name: {{en: Refuge}}
venues:
  near: {{name: {{en: House}}, address: '{HIDDEN}', postcode: QQ1 1QQ, near: town, point: '53.26431, -4.09187', mask: area}}
  no: {{name: {{en: Other}}, address: '{SECRET}', postcode: QQ2 2QQ, near: town, point: '53.30917, -4.63289', mask: none}}
"""
BODY = """\
name: {en: Body, cy: Corff}
also: {en: [BB]}
type: charity
summary: {en: Runs walks., cy: Cynnal teithiau.}
web: {en: https://body.example/, cy: https://body.example/cy}
registered: [{scheme: charity, number: '1234567'}, {scheme: charity, number: SC012345}, {scheme: cio, number: '99'}, {scheme: other, number: X 1}]
part_of: parent
now: [parent]
note: {en: Once two bodies., cy: Dau gorff gynt.}
"""


def files(site: str = SITE) -> Mapping[str, str]:
    """All of the root's files, by their paths."""
    lists = {f"content/vocabularies/{name}.yml": f"name: {{en: {name}}}\n{text}\n" for name, text in _LISTS.items()}
    return {
        "content/site.yml": site,
        **lists,
        "content/assets/vale/walkers.yml": WALKERS,
        "content/assets/vale/simple-tea.yml": SIMPLE,
        "content/assets/vale/nothing-known.yml": NOBODY,
        "content/assets/hills/own-numbers.yml": PERSONAL,
        "content/assets/vale/refuge.yml": MASKED,
        "content/organisations/body.yml": BODY,
        "content/organisations/parent.yml": "name: {en: Parent}\n",
    }

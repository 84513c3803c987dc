"""A made-up root with a data dictionary, standards, measures and tools. Everything in it is invented."""

from __future__ import annotations

from collections.abc import Mapping

BOOK = "sources: [{key: book, name: The Book, url: 'https://book.example/', dated: 2024-05, grade: A}]\n"
FILES: Mapping[str, str] = {
    "content/site.yml": (
        "name: {en: Walks, cy: Teithiau}\nurl: https://walks.example/\nemail: editors@walks.example\n"
        "licence: {en: CC BY 4.0, cy: CC BY 4.0}\n"
        "languages: [{code: en, locale: en-GB}, {code: cy, locale: cy-GB}]\n"
    ),
    "content/glossary/walk.yml": "term: {en: walk, cy: tro}\nslug: {cy: tro}\ndefinition: {en: Going on foot., cy: Mynd ar droed.}\n",
    "content/assets/newport/walkers.yml": (
        "name: {en: Walkers, cy: Cerddwyr}\nsummary: {en: A walk., cy: Tro.}\n"
        "contact: {web: {en: 'https://walkers.example/'}}\n"
    ),
    "content/competencies/leading.yml": (
        "name: {en: Leading, cy: Arwain}\nslug: {cy: arwain}\ntype: framework\nstate: ours\n"
    ),
    "content/pathway/setting-out.yml": (
        "name: {en: Setting out, cy: Cychwyn}\nslug: {cy: cychwyn}\nstate: ours\ndata_items: [weather]\n"
    ),
    # the dictionary
    "content/data-items/first-set.yml": (
        "name: {en: First set, cy: Set gyntaf}\nslug: {cy: set-gyntaf}\norder: 1\nstate: published\ntype: set\n"
        "version: '2.0'\ndated: 2024-05\nowner: {en: The Walking Body}\n"
        "licence: {en: Open licence, cy: Trwydded agored}\nlicence_url: {en: 'https://licence.example/', cy: 'https://trwydded.example/'}\n"
        "attribution: {en: From the first set., cy: O'r set gyntaf.}\n"
        "definition: {says: {en: What a walk is., cy: Beth yw tro.}, from: [book]}\n" + BOOK
    ),
    "content/data-items/going.yml": (
        "name: {en: Going, cy: Mynd}\nslug: {cy: mynd}\nwithin: first-set\norder: 2\nstate: published\ntype: group\n"
        "summary: {en: How one goes., cy: Sut mae mynd.}\n"
        "definition: {says: {en: The ways of going., cy: Ffyrdd o fynd.}, from: [book]}\n"
        "unknown: [{what: {en: Its items, cy: Ei heitemau}, field: within, looked: 2026-11}]\n" + BOOK
    ),
    "content/data-items/sky.yml": (
        "name: {en: Sky, cy: Awyr}\nslug: {cy: awyr}\nwithin: first-set\norder: 1\nstate: published\ntype: group\n"
        "ours:\n  - {field: assets.when, holds: {en: When it meets., cy: Pryd mae'n cwrdd.}}\n"
        "  - {field: assets.join.routes, holds: {en: Who may come., cy: Pwy sy'n cael dod.}}\n"
    ),
    "content/data-items/weather.yml": (
        "name: {en: Weather, cy: Tywydd}\nslug: {cy: tywydd}\nwithin: sky\nstate: published\ntype: item\nvalue: choice\n"
        "definition: {says: {en: How the sky was., cy: Sut oedd yr awyr.}, from: [book]}\n"
        "allowed:\n  - {code: W1, name: {en: Dry, cy: Sych}, from: [book]}\n  - {name: {en: Wet, cy: Gwlyb}, from: [book]}\n"
        "competences: [leading]\n" + BOOK
    ),
    "content/data-items/wind.yml": (
        "name: {en: Wind, cy: Gwynt}\nslug: {cy: gwynt}\nwithin: sky\norder: 1\nstate: published\ntype: item\n"
    ),
    "content/data-items/second-set.yml": (
        "name: {en: Second set, cy: Ail set}\nslug: {cy: ail-set}\norder: 2\nstate: awaited\ntype: set\n"
        "unknown: [{what: {en: Whether it came, cy: A ddaeth}, looked: 2026-11}]\n"
    ),
    # standards
    "content/standards/own-list.yml": (
        "name: {en: Own list, cy: Ein rhestr}\nslug: {cy: ein-rhestr}\nstate: ours\ntype: self-check\nsections:\n"
        "  - key: ways\n    name: {en: Ways, cy: Ffyrdd}\n    clauses:\n"
        "      - key: dry\n        says: {en: Is it dry?, cy: A yw'n sych?}\n        help: {en: A walk is better dry., cy: Gwell tro sych.}\n"
        "        competences: [leading]\n        data_items: [weather]\n        steps: [setting-out]\n        words: [walk]\n        from: [book]\n"
        "  - key: ends\n    name: {en: Ends, cy: Terfynau}\n    clauses:\n"
        "      - {key: home, says: {en: Do all come home?, cy: A ddaw pawb adref?}, from: [book]}\n" + BOOK
    ),
    "content/standards/to-come.yml": (
        "name: {en: To come, cy: I ddod}\nslug: {cy: i-ddod}\nstate: awaited\ntype: specification\nexpected: 2025\n"
        "unknown: [{what: {en: Its clauses, cy: Ei chymalau}, field: sections, looked: 2026-11}]\n"
    ),
    "content/standards/theirs.yml": (
        "name: {en: Theirs, cy: Eu safon}\nslug: {cy: eu-safon}\nstate: published\ntype: information\nversion: '3'\n"
        "owner: {en: The Walking Body}\nlicence: {en: Some licence, cy: Rhyw drwydded}\ndata_items: [first-set]\n"
    ),
    # measures
    "content/measures/steps-a-day.yml": (
        "name: {en: Steps a day, cy: Camau'r dydd}\nslug: {cy: camaur-dydd}\ntype: questionnaire\nstate: published\n"
        "summary: {en: How far one goes., cy: Pa mor bell.}\nreuse: licence\n"
        "licence: [{says: {en: Ask the Body., cy: Gofynnwch i'r Corff.}, from: [book]}]\ndata_items: [going]\n" + BOOK
    ),
    "content/measures/codes.yml": (
        "name: {en: Walk codes, cy: Codau tro}\nslug: {cy: codau-tro}\ntype: codes\nstate: published\n"
        "summary: {en: Numbers., cy: Rhifau.}\nreuse: not-found\n"
        "codes: [{code: '123456', for: {en: A walk., cy: Tro.}, from: [book]}]\n" + BOOK
    ),
    # tools
    "content/vocabularies/feature-groups.yml": (
        "name: {en: Groups, cy: Grwpiau}\nentries:\n  finding: {name: {en: Finding, cy: Canfod}}\n  trust: {name: {en: Trust, cy: Ymddiried}}\n"
        "  directory: {name: {en: Directories, cy: Cyfeiriaduron}}\n  glossary: {name: {en: Glossaries, cy: Geirfaoedd}}\n"
    ),
    "content/vocabularies/features.yml": (
        "name: {en: Features, cy: Nodweddion}\ngroups: feature-groups\nentries:\n"
        "  map: {name: {en: A map, cy: Map}, group: [finding, directory]}\n"
        "  search: {name: {en: A search, cy: Chwiliad}, group: [finding]}\n"
        "  checked: {name: {en: A date, cy: Dyddiad}, group: [trust]}\n"
        "  smell: {name: {en: A smell, cy: Arogl}, group: [trust]}\n"
    ),
    "content/tools/alpha.yml": (
        "name: {en: Alpha directory}\nslug: {cy: alpha}\nshort: {en: Alpha}\ntypes: [directory]\nsummary: {en: A list., cy: Rhestr.}\nseen: 2026-11\n"
        "features:\n  - {feature: map, has: 'yes', note: {en: of paper, cy: o bapur}, from: [book]}\n"
        "  - {feature: checked, has: part, seen: 2025-01, from: [book]}\n  - {feature: search, has: not-seen}\n" + BOOK
    ),
    "content/tools/beta.yml": (
        "name: {en: Beta words}\nslug: {cy: beta}\ntypes: [glossary]\nsummary: {en: Words., cy: Geiriau.}\nseen: 2026-11\n"
        "features:\n  - {feature: search, has: 'no', from: [book]}\n" + BOOK
    ),
    "content/tools/aardvark.yml": (
        "name: {en: Aardvark}\nslug: {cy: aardvark}\ntypes: [directory, glossary]\nours: true\nsummary: {en: Us., cy: Ni.}\nseen: 2026-11\n"
        "features:\n  - {feature: map, has: 'no', from: [book]}\n  - {feature: search, has: 'yes', from: [book]}\n"
        "  - {feature: smell, has: 'yes', from: [book]}\n" + BOOK
    ),
    "content/tools/gamma.yml": (
        "name: {en: Gamma}\nslug: {cy: gamma}\ntypes: [directory]\nsummary: {en: Who knows., cy: Pwy a ŵyr.}\n"
        "unknown: [{what: {en: What it does, cy: Beth y mae'n ei wneud}, field: features, looked: 2026-11}]\n"
    ),
}

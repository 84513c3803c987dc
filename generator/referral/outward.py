"""Records of ours -> nested objects of HSDS 3.1, valid as Open Referral UK 3.0 too: what either asks for, and more.

Each field that is placed is marked as told; what is not told becomes an attribute by the field's path, so that nothing is
lost and `inward` makes the same record of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from generator.kinds.asset import Asset
from generator.kinds.organisation import Organisation
from generator.kinds.vocabulary import Vocabulary
from generator.referral import schedules_out
from generator.referral.attributes_out import Leaf, Told, attributes, fits, leaves, told_text
from generator.referral.contact_out import contact, webs
from generator.referral.locations_out import at_locations
from generator.referral.names import CHOICES, STATISTICS, STATUSES, Ids, scheme_of, uuid_of
from generator.referral.shown import Private, shown
from generator.referral.words_out import Words

FREE = "free"
Json = dict[str, Any]

_PROSE = (
    ("alert", ("state", "note")),
    ("application_process", ("join", "how")),
    ("eligibility_description", ("eligibility",)),
    ("wait_time", ("waiting",)),
    ("fees_description", ("cost", "note")),
)
"""Fields of a service that are a text of ours."""

_KNOWN_AGAIN = frozenset({"charity", "company", "community-benefit-society"})
"""What a body is registered as, where its register tells it."""


class Given(NamedTuple):
    """What of a record may leave: its fields as `trees` has them, and each value by itself."""

    tree: dict[str, Any]
    leaves: Sequence[Leaf]
    ids: Ids
    rhythms: Sequence[schedules_out.Rhythm]


class Outward:
    """The way out of one catalogue, in one language. `private` is what may not leave, by file."""

    def __init__(self, words: Words, private: Mapping[str, Sequence[Private]]) -> None:
        self.words, self.private = words, private
        self._organizations: dict[str, Json] = {}

    def given(self, record: Asset | Organisation) -> Given:
        """What of a record may leave, the same in every language."""
        tree = shown(record, self.private.get(record.file, ()))
        ids = Ids(record.folder, record.id)
        times = schedules_out.rhythms(record.when) if isinstance(record, Asset) and record.when else ()
        return Given(tree, leaves(record, tree, ids, self.words.codes), ids, times)

    def service(self, asset: Asset, given: Given | None = None) -> Json:
        """An asset as a service with all that hangs on it; `given` is what `self.given` makes of it, where that is known."""
        tree, found, ids, rhythms = given or self.given(asset)
        words, told = self.words, Told()
        made: Json = {"id": ids.own}
        made |= _names(tree, words, told)
        made["status"] = STATUSES[asset.state.now]
        if "state" in tree:
            told.add(("state", "now"))
        made |= _description(tree, words, told)
        for name, path in _PROSE:
            texts = tree.get(path[0])
            if texts and len(path) > 1:
                texts = texts.get(path[1])
            if text := told_text(texts, path, words, told):
                made[name] = text
        made |= webs(tree.get("contact", {}), ("contact", "web"), ids, words, told, "url", "additional_urls")
        made |= self._facts(tree, told, ids)
        made |= contact(tree, ids, words, told)
        places = at_locations(asset, tree, ids, words, told)
        if places:
            made["service_at_locations"] = [at for at, _ in places]
        if rhythms:
            keys = {key: at["id"] for at, key in places if key}
            made["schedules"] = schedules_out.schedules(rhythms, ids, keys, words)
            if schedules_out.are_plain(rhythms, keys, words.lang):
                told.add(("when",))
        made["service_areas"] = [self._area(area, ids) for area in asset.serves or (asset.shelf,)]
        if asset.organisation in self.words.catalogue.of(Organisation.folder):
            made["organization_id"] = uuid_of(Organisation.folder, asset.organisation or "")
            made["organization"] = self._brief(asset.organisation or "")
            told.add(("organisation",))
        made["attributes"] = attributes(found, ids, words, told)
        return made

    def organization(self, record: Organisation) -> Json:
        """An organisation with all that is known of it."""
        (tree, found, ids, _), told, words = self.given(record), Told(), self.words
        made: Json = {"id": ids.own, **_names(tree, words, told)}
        made["description"] = (
            told_text(tree.get("summary"), ("summary",), words, told) or words.said(record.summary) or made["name"]
        )
        made |= webs(tree, ("web",), ids, words, told, "website", "additional_websites")
        if record.registered:
            made["organization_identifiers"] = [
                _identifier(ids[f"registered/{number}"], entry.scheme, entry.number)
                for number, entry in enumerate(record.registered)
            ]
            if {entry.scheme for entry in record.registered} <= _KNOWN_AGAIN:
                told.add(("registered",))
        if record.part_of:
            made["parent_organization_id"] = uuid_of(Organisation.folder, record.part_of)
        made["attributes"] = attributes(found, ids, words, told)
        return made

    def _brief(self, id: str) -> Json:
        """An organisation as each of its services shows it."""
        if id not in self._organizations:
            record = self.words.catalogue.of(Organisation.folder)[id]
            assert isinstance(record, Organisation)
            whole = self.organization(record)
            self._organizations[id] = {name: value for name, value in whole.items() if name != "attributes"}
        return self._organizations[id]

    def _facts(self, tree: Mapping[str, Any], told: Told, ids: Ids) -> Json:
        """Ages, prices, languages, funds, and when it was checked."""
        made: Json = {}
        for name, end in (("minimum_age", "from"), ("maximum_age", "to")):
            if end in tree.get("ages", {}):
                made[name] = int(tree["ages"][end])
                told.add(("ages", end))
        if "cost" in tree:
            made |= self._cost(tree["cost"], told, ids)
        if "languages" in tree:
            made["languages"] = self._languages(tree["languages"], told, ids)
        if source := told_text(tree.get("funding", {}).get("by"), ("funding", "by"), self.words, told):
            made["funding"] = [{"id": ids["funding"], "source": source}]
        if "checked" in tree:
            made["assured_date"] = tree["checked"]["on"]  # not told: nobody else's date is taken for a check of ours
        if "changes" in tree:
            made["last_modified"] = f"{max(change['on'] for change in tree['changes'])}T00:00:00Z"
        return made

    def _cost(self, cost: Mapping[str, Any], told: Told, ids: Ids) -> Json:
        kind, amount = cost["kind"], cost.get("amount")
        if kind == "unknown":
            return {}
        name, currency = self.words.name("costs", kind), self.words.catalogue.site.currency
        option: Json = {"id": ids["cost"], "option": name}
        if amount is not None or kind == FREE:
            option["amount"] = amount if amount is not None else 0
            option |= {"currency": currency} if currency else {}
        if kind != FREE and amount is not None:
            told.add(("cost", "amount"))
        if note := self.words.said(cost.get("note", {})):
            option["amount_description"] = note
        price = self.words.wording.money(float(amount), currency) if amount else ""
        return {"fees": ", ".join(filter(None, (name, price))), "cost_options": [option]}

    def _languages(self, spoken: Sequence[Mapping[str, Any]], told: Told, ids: Ids) -> list[Json]:
        lang, found = self.words.lang, []
        for entry in spoken:
            code = entry["language"]
            one = {"id": ids[f"language/{code}"], "code": code}
            one["name"] = self.words.wording.language(code)
            if note := self.words.said(entry.get("note", {})):
                one["note"] = note
            found.append(one)
        plain = all(set(e) <= {"language", "note"} and fits(e.get("note", {}), lang) for e in spoken)
        if plain and len({one["code"] for one in found}) == len(found):
            told.add(("languages",))
        return found

    def _area(self, area: str, ids: Ids) -> Json:
        name, entry = self.words.name(Asset.shelves, area), self.words.entry(Asset.shelves, area)
        made = {"id": ids[f"area/{area}"], "name": name, "service_area": name}
        code = entry.place.code if entry and entry.place else None
        if code:
            made |= {"extent": code, "extent_type": "code"}
            if self.words.country == "GB":
                made["uri"] = STATISTICS + code
        return made


def _names(tree: Mapping[str, Any], words: Words, told: Told) -> Json:
    """A record's name, and others in a row where they can be told apart again."""
    made: Json = {"name": told_text(tree["name"], ("name",), words, told) or words.said(tree["name"])}
    if others := tree.get("also", {}).get(words.lang):
        made["alternate_name"] = "; ".join(others)
        if not any(";" in other for other in others):
            told.add(("also", words.lang))
    return made


def _description(tree: Mapping[str, Any], words: Words, told: Told) -> Json:
    """Summary and description as one text; the summary stands among the attributes too, so that it is known again."""
    summary = tree.get("summary", {}).get(words.lang, "")
    whole = told_text(tree.get("description"), ("description",), words, told)
    if not (summary or whole):
        summary, whole = (words.said(tree.get(name, {})) for name in ("summary", "description"))
    parts = [part for part in (words.plain(summary), whole) if part]
    return {"description": "\n\n".join(parts)} if parts else {}


def _identifier(id: str, scheme: str, number: str) -> Json:
    register = scheme_of(scheme, number)
    return {
        "id": id,
        **({"identifier_scheme": register} if register else {}),
        "identifier_type": scheme,
        "identifier": number,
    }


def taxonomies(words: Words) -> list[Mapping[str, Any]]:
    """The vocabularies that records of a directory choose from."""
    return [words.taxonomy(name) for name in dict.fromkeys(CHOICES.values()) if words.catalogue.entries(name)]


def taxonomy_terms(words: Words) -> list[Mapping[str, Any]]:
    """All their entries."""
    names: Iterable[str] = dict.fromkeys(CHOICES.values())
    return [
        {**words.term(name, id), "taxonomy_id": uuid_of(Vocabulary.folder, name), "language": words.lang}
        for name in names
        for id in words.catalogue.entries(name)
    ]

"""What programs read of an asset: JSON-LD for search engines, a calendar file for those who go there. Nothing of a masked
address is in either."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Any
from urllib.parse import urlsplit

from generator.directory import newest
from generator.hours import calendar, schema, setting
from generator.kinds.asset import Asset
from generator.kinds.organisation import Organisation
from generator.kinds.venue import Venue
from generator.render.asset import AssetHere
from generator.traits import FREE


class DataHere(AssetHere):
    """As AssetHere, with what programs read."""

    def schema(self, record: Any) -> Mapping[str, object]:
        if not isinstance(record, Asset):
            return super().schema(record)
        web, _ = self.web(record)
        found: dict[str, object] = {
            "provider": self._provider(record),
            "areaServed": self._areas(record),
            "availableChannel": self._channels(record),
            "isAccessibleForFree": True if record.cost and record.cost.kind == FREE else None,
            "sameAs": web or None,
            **self._hours(record),
        }
        return {name: value for name, value in found.items() if value}

    def _hours(self, asset: Asset) -> Mapping[str, object]:
        """Hours as those of a service where every week is alike; other rhythms as an event that tells of it."""
        if asset.state.now != "open" or not asset.when:
            return {}
        found = schema.schema(asset.when, self.wording, self._setting)
        event = {"@type": "Event", "name": self.title(asset).text, schema.SCHEDULE: found.get(schema.SCHEDULE)}
        return {
            "hoursAvailable": found.get(schema.OPENING),
            "subjectOf": event if event[schema.SCHEDULE] else None,
        }

    def _provider(self, asset: Asset) -> Mapping[str, str] | None:
        body = self.catalogue.of(Organisation.folder).get(asset.organisation or "")
        return {"@type": "Organization", "name": self.title(body).text} if body else None

    def _areas(self, asset: Asset) -> list[Mapping[str, str]]:
        ids = asset.serves or (asset.shelf,)
        if ids not in self._served:
            areas = self.catalogue.entries_of(Asset.shelves)
            names = [self.said(areas[id].name).text for id in ids if id in areas]
            self._served[ids] = [{"@type": "AdministrativeArea", "name": name} for name in names]
        return self._served[ids]

    @cached_property
    def _served(self) -> dict[tuple[str, ...], list[Mapping[str, str]]]:
        """What is said of areas, by their ids: the same for many."""
        return {}

    def _channels(self, asset: Asset) -> list[Mapping[str, object]]:
        """A channel for each place, and one for the phone."""
        languages = [spoken.language for spoken in asset.languages]
        shown = {"availableLanguage": languages} if languages else {}
        made: list[Mapping[str, object]] = [
            {"@type": "ServiceChannel", "serviceLocation": place, **shown}
            for name, venue in asset.venues.items()
            if (place := self._place(asset, name, venue))
        ]
        for phone in asset.contact.phones:
            point = {"@type": "ContactPoint", "telephone": phone.number}
            own = {"availableLanguage": [phone.language]} if phone.language else shown
            made.append({"@type": "ServiceChannel", "servicePhone": point, **own})
        return made

    def _place(self, asset: Asset, name: str, venue: Venue) -> Mapping[str, object] | None:
        if venue.mask != "exact":
            return None
        entry = self.catalogue.entries_of("places").get(venue.near or "")
        town = self.said(entry.name).text if entry else None
        address = {"streetAddress": venue.address, "addressLocality": town, "postalCode": venue.postcode}
        shown = {key: value for key, value in address.items() if value}
        spot = next((s for s in self.directory.spots[asset.id] if s.venue == name and s.precision != "place"), None)
        place: dict[str, object] = {"@type": "Place"}
        if venue.name:
            place["name"] = self.said(venue.name).text
        if shown:
            place["address"] = {"@type": "PostalAddress", **shown}
        if spot:
            place["geo"] = {"@type": "GeoCoordinates", "latitude": spot.lat, "longitude": spot.lon}
        return place if len(place) > 1 else None

    def beside(self, record: Any) -> Mapping[str, str]:
        """Files that lie beside a record's page: of an asset that meets at known times, its calendar."""
        made = self.calendar(record) if isinstance(record, Asset) else ""
        return {self.calendar_file(record): made} if made else {}

    def calendar_file(self, asset: Asset) -> str:
        return f"{asset.id}.ics"

    def calendar(self, asset: Asset) -> str:
        """The calendar file of an asset, "" where no day can be counted."""
        if self._calendar[0] is not asset:
            self._calendar = (asset, self._made_calendar(asset) if asset.state.now == "open" else "")
        return self._calendar[1]

    _calendar: tuple[Asset | None, str] = (None, "")

    def _made_calendar(self, asset: Asset) -> str:
        dated = newest(asset)
        if not dated or not asset.when:
            return ""
        site = self.catalogue.site
        address = (site.url or "/") + self.catalogue.address(asset, self.lang)
        places = {
            name: ", ".join(filter(None, (self.said(venue.name).text, venue.address, venue.postcode)))
            for name, venue in asset.venues.items()
            if venue.mask == "exact"
        }
        subject = calendar.Subject(asset.id, self._host, self.title(asset).text, _day(dated), address, places)
        return calendar.calendar(asset.when, subject, self.wording, self._setting).decode()

    @cached_property
    def _setting(self) -> setting.Setting:
        return setting.of(self.catalogue.site)

    @cached_property
    def _host(self) -> str:
        return urlsplit(self.catalogue.site.url or "").hostname or "geirfa.invalid"


def _day(dated: str) -> date:
    """The first day of a date that may lack day and month."""
    year, month, day = (*map(int, dated.split("-")), 1, 1)[:3]
    return date(year, month, day)

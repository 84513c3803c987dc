"""Where times are meant: the time zone of a site, and its bank holidays."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from generator.kinds.site import Site


@dataclass(frozen=True, slots=True)
class Setting:
    """`timezone` by its name in the tz database, `country` by ISO 3166, `region` by ISO 3166-2 without the country. Each is
    "" where it is not known: then times are those of any clock, and no bank holidays are taken out."""

    timezone: str = ""
    country: str = ""
    region: str = ""

    def bank_holidays(self, first: date, last: date) -> tuple[date, ...]:
        """Bank holidays from one day to another, both counted, with the days that stand in for those on a weekend."""
        if not self.country:
            return ()
        years = (_year(self.country, self.region, year) for year in range(first.year, last.year + 1))
        return tuple(day for days in years for day in days if first <= day <= last)


NOWHERE = Setting()


def of(site: Site) -> Setting:
    """The setting of a site."""
    holidays = site.holidays
    return Setting(
        site.timezone or "", holidays.country if holidays else "", (holidays.region or "") if holidays else ""
    )


def countries() -> tuple[str, ...]:
    """Countries whose bank holidays are known."""
    import holidays  # takes a tenth of a second, and most roots close nothing on bank holidays

    return tuple(code for code in sorted(holidays.list_supported_countries()) if len(code) == 2)


@cache
def regions(country: str) -> tuple[str, ...] | None:
    """The parts of a country that have bank holidays of their own; None for a country nothing is known of."""
    import holidays

    found = getattr(holidays, country, None)
    return None if found is None else tuple(found.subdivisions)


@cache
def _year(country: str, region: str, year: int) -> tuple[date, ...]:
    known = regions(country)
    if known is None or (region and region not in known):
        return ()  # reported by the checks
    import holidays

    return tuple(sorted(holidays.country_holidays(country, subdiv=region or None, years=year)))

"""site.yml leads to pages that exist, and its numbers and statement are looked at in time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.catalogue import Catalogue
from generator.checks.reviews import FUTURE_DATE
from generator.issues import N_, Issue, Path, Rule, Severity
from generator.kinds.rules import DID_YOU_MEAN
from generator.kinds.site import Site
from generator.loading import SITE_FILE
from generator.nearby import did_you_mean

UNKNOWN_PAGE = Rule(
    "unknown-page",
    Severity.ERROR,
    N_("A door leads to a page that exists."),
    N_("There is no page '{name}'."),
    N_("Pages: {known}."),
)
NUMBER_DUE = Rule(
    "number-due",
    Severity.WARNING,
    N_("Urgent numbers are checked every year."),
    N_("The number {phone} was last checked on {date}."),
    N_("Look it up at its source, then write the day under 'checked'."),
)
STATEMENT_DUE = Rule(
    "statement-due",
    Severity.WARNING,
    N_("The accessibility statement is reviewed every year."),
    N_("The accessibility statement was last reviewed on {date}."),
    N_("Review it, then write the day under 'reviewed'."),
)
EXAMPLE_ADDRESS = Rule(
    "example-address",
    Severity.WARNING,
    N_("A published site has addresses of its own."),
    N_("'{value}' is an example, not a real address."),
    N_("Write the real one before the site is published."),
)

_YEAR = 365


def check(catalogue: Catalogue, today: date) -> Iterator[Issue]:
    site = catalogue.site
    known = pages(catalogue)
    for number, door in enumerate(site.doors):
        yield from _page(("doors", number, "to"), door.to, known)
        for position, link in enumerate(door.links):
            yield from _page(("doors", number, "links", position, "to"), link.to, known)
    for path, day in _days(site):
        if day > today:
            yield FUTURE_DATE.at(SITE_FILE, path, date=day)
    for number, urgent in enumerate(site.urgent):
        if (today - urgent.checked).days > _YEAR:
            yield NUMBER_DUE.at(SITE_FILE, ("urgent", number, "checked"), phone=urgent.phone, date=urgent.checked)
    if site.accessibility and (today - site.accessibility.reviewed).days > _YEAR:
        yield STATEMENT_DUE.at(SITE_FILE, ("accessibility", "reviewed"), date=site.accessibility.reviewed)
    for name in ("url", "repository", "email"):
        value: str | None = getattr(site, name)
        if value and ".example" in value:
            yield EXAMPLE_ADDRESS.at(SITE_FILE, (name,), value=value)


def _days(site: Site) -> Iterator[tuple[Path, date]]:
    yield from ((("urgent", number, "checked"), urgent.checked) for number, urgent in enumerate(site.urgent))
    if site.accessibility:
        yield ("accessibility", "reviewed"), site.accessibility.reviewed


def pages(catalogue: Catalogue) -> set[str]:
    """Names of the pages one can lead to: lists, named pages, hand-written pages that exist in every language."""
    folder = catalogue.root / "content" / "pages"
    written = set.intersection(*({file.stem for file in (folder / code).glob("*.md")} for code in catalogue.codes))
    return {*catalogue.views, *catalogue.lists, *written}


def _page(path: Path, name: str, known: set[str]) -> Iterator[Issue]:
    if name not in known:
        nearest = did_you_mean(name, known)
        yield UNKNOWN_PAGE.at(
            SITE_FILE,
            path,
            hint=DID_YOU_MEAN if nearest else "",
            name=name,
            nearest=nearest,
            known=", ".join(sorted(known)),
        )

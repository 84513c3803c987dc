"""site.yml leads to pages that exist, and its numbers and statement are looked at in time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.catalogue import Catalogue
from generator.issues import N_, Issue, Path, Rule, Severity
from generator.kinds.faults import DID_YOU_MEAN
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

VIEW_NAMES = ("home", "suggested", "themes", "core", "quality", "fields", "checks", "accessibility")
"""Pages every site can have (the renderer's views; a test holds the two lists equal)."""
_YEAR = 365


def check(catalogue: Catalogue, today: date) -> Iterator[Issue]:
    site = catalogue.site
    known = {
        *VIEW_NAMES,
        *(folder for folder, kind in catalogue.kinds.items() if kind.pages),
        *_hand_written(catalogue),
    }
    for number, door in enumerate(site.doors):
        yield from _page(("doors", number, "to"), door.to, known)
        for position, link in enumerate(door.links):
            yield from _page(("doors", number, "links", position, "to"), link.to, known)
    for number, urgent in enumerate(site.urgent):
        if (today - urgent.checked).days > _YEAR:
            yield NUMBER_DUE.at(SITE_FILE, ("urgent", number, "checked"), phone=urgent.phone, date=urgent.checked)
    if site.accessibility and (today - site.accessibility.reviewed).days > _YEAR:
        yield STATEMENT_DUE.at(SITE_FILE, ("accessibility", "reviewed"), date=site.accessibility.reviewed)
    for name in ("url", "repository", "email"):
        value: str | None = getattr(site, name)
        if value and ".example" in value:
            yield EXAMPLE_ADDRESS.at(SITE_FILE, (name,), value=value)


def _hand_written(catalogue: Catalogue) -> set[str]:
    folder = catalogue.root / "content" / "pages" / catalogue.main
    return {file.stem for file in folder.glob("*.md")} if folder.is_dir() else set()


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

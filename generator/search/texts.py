"""What the browser says of a search, in one language: texts of the search box and of the page of results."""

from __future__ import annotations

from collections.abc import Mapping

from generator.issues import N_, ngettext
from generator.wording import Wording

SAID: Mapping[str, str] = {
    "hits": N_("Search results"),
    "nothing": N_("Nothing found."),
    "near": N_("Did you mean one of these?"),
    "urgent": N_("You do not have to face this alone"),
    "ring": N_("Ring one of these numbers now."),
    "numbers": N_("All numbers"),
    "first": N_("Numbers to ring now stand first."),
    "remove": N_("Remove filter: {name}"),
    "clear": N_("Clear all filters"),
    "nearPlace": N_("Groups near {place}"),
    "nearFor": N_("Groups near {place} for {what}"),
    # words that may stand before the name of a place, parted by spaces; and those that ask for any group
    "nearWords": N_("near nearby in at around by round from to of for area"),
    "anyWords": N_("group groups activity activities service services what's on"),
}
COUNTED: Mapping[str, tuple[str, str]] = {
    "found": ngettext("{n} result", "{n} results"),
    "all": ngettext("See {n} result", "See all {n} results"),
}
"""Each with the form for every plural category of the language."""


def texts(wording: Wording) -> dict[str, str | dict[str, str]]:
    """All of them by name, their {gaps} still open."""
    said: dict[str, str | dict[str, str]] = {name: wording.plain(text) for name, text in SAID.items()}
    return said | {name: wording.forms(*pair) for name, pair in COUNTED.items()}

"""What the browser says on the directory's pages, in one language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.freshness import limits
from generator.issues import N_, ngettext
from generator.wording import Wording

SAID: Mapping[str, str] = {
    # the finder
    "nearest": N_("nearest first"),
    "alphabetical": N_("in alphabetical order"),
    "newest": N_("the most recently checked first"),
    "fitting": N_("what fits best first"),
    "straight": N_("Distances are in a straight line."),
    "close": N_("less than half a mile"),
    "within": N_("within {n} miles"),
    "widened": N_("Fewer than three within {from} miles, so this looks further: within {to} miles."),
    "widest": N_("Fewer than three in reach, so this shows all there are, however far."),
    "few": N_("There are fewer than three. Below are groups by phone or online, and whom to ask."),
    "none": N_(
        "Nothing is listed for this yet. That does not mean that there is nothing: below are groups by phone or online, and whom to ask."
    ),
    "nothing": N_(
        "Nothing is listed for this yet. That does not mean that there is nothing: look for less, or ask those below."
    ),
    "near": N_("Near {place}"),
    "here": N_("where you are"),
    "which": N_("Which one do you mean?"),
    "unknown": N_(
        "No place or postcode of that name is known here. Try the first half of the postcode, or a town near by."
    ),
    "half": N_("This postcode is not known here; distances are from the middle of {district}."),
    "refused": N_("Your device did not give its place. Type a postcode or a town instead."),
    "loading": N_("Looking…"),
    "trouble": N_("The groups cannot be loaded just now. The lists below work without."),
    "remove": N_("Remove filter: {name}"),
    "clear": N_("Clear all filters"),
    "words": N_("Words: {words}"),
    "places": N_("Places"),
    # freshness
    "fresh": N_("checked recently"),
    "due": N_("due to be checked again"),
    "overdue": N_("not checked for a year: ring first"),
    "lapsed": N_("not checked for two years: ring first"),
    "old": N_("an old source: ring first"),
    "undated": N_("ring first"),
    # the map
    "map": N_("Map of the results"),
    "mapSame": N_("The list below says the same as the map. The Escape key leads from the map to the list."),
    "mapKeys": N_("Map: the arrow keys move it, plus and minus change its size"),
    "zoomIn": N_("Zoom in"),
    "zoomOut": N_("Zoom out"),
    "searchMap": N_("Search this part of the map"),
    "mapPart": N_("the middle of the map"),
    "onMap": N_("Show on the map"),
    "closeMap": N_("Close the map"),
    "shut": N_("Close"),
    "rough": N_("the exact place is not shown"),
    "tilesOn": N_("Show the detailed map"),
    "tilesOff": N_("Back to the plain map"),
    # plan and pages
    "add": N_("Add to my plan"),
    "added": N_("In my plan"),
    "addNamed": N_("Add to my plan: {name}"),
    "removeNamed": N_("Take out of my plan: {name}"),
    "isAdded": N_("Added to your plan."),
    "isRemoved": N_("Taken out of your plan."),
    "moved": N_("{name}: number {n} in your plan now."),
    "code": N_("QR code: point a phone's camera at it to open this page."),
    "gone": N_("is no longer listed"),
    "cleared": N_("Your plan is cleared from this device."),
}
WITHOUT_POSTCODES: Mapping[str, str] = {
    "unknown": N_("No place of that name is known here. Try a town near by."),
    "refused": N_("Your device did not give its place. Type a town instead."),
}
"""What is said instead where no postcodes are known."""
COUNTED: Mapping[str, tuple[str, str]] = {
    "found": ngettext("{n} group or service", "{n} groups and services"),
    "mile": ngettext("{n} mile", "{n} miles"),
    "foundPlaces": ngettext("{n} place", "{n} places"),
    "more": ngettext("Show {n} more", "Show {n} more"),
    "single": ngettext("{n} group near {place}", "{n} groups near {place}"),
    "singleBare": ngettext("{n} group", "{n} groups"),
    "cluster": ngettext("{n} group near {place}: zoom in", "{n} groups near {place}: zoom in"),
    "clusterBare": ngettext("{n} group: zoom in", "{n} groups: zoom in"),
    "oneSpot": ngettext(
        "{n} group at one spot near {place}: show which", "{n} groups at one spot near {place}: show which"
    ),
    "oneSpotBare": ngettext("{n} group at one spot: show which", "{n} groups at one spot: show which"),
    "unplaced": ngettext("{n} of them has no place on the map.", "{n} of them have no place on the map."),
    "planned": ngettext("My plan ({n})", "My plan ({n})"),
}
"""Each with the form for every plural category of the language."""


def texts(wording: Wording, *, postcodes: bool = True) -> Mapping[str, Any]:
    """All of them by name, their {gaps} still open, and after how many days a fact is old. `postcodes`: whether any are
    known, so that readers are not asked for one in vain."""
    chosen = SAID if postcodes else {**SAID, **WITHOUT_POSTCODES}
    said: dict[str, Any] = {name: wording.plain(text) for name, text in chosen.items()}
    said |= {name: wording.forms(*pair) for name, pair in COUNTED.items()}
    return {**said, "days": limits()}

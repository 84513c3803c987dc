"""What somebody says who was asked whether a group is listed right, and how they were asked: the words of the sheet that goes
out and comes back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.issues import N_
from generator.wording import Wording, both

YES, CHANGED, CLOSED, SILENT = "yes", "changed", "closed", "no answer"
ANSWERS: Mapping[str, str] = {
    YES: N_("yes (still right)"),
    CHANGED: N_("changed"),
    CLOSED: N_("closed (for good)"),
    SILENT: N_("no answer"),
}
HOW: Mapping[str, str] = {
    "phone": N_("by phone"),
    "email": N_("by e-mail"),
    "visit": N_("by a visit"),
    "website": N_("on its website"),
    "themselves": N_("by those who run it"),
}
"""As `Checked.how` has them."""


def known(words: Mapping[str, str], said: str, wordings: Sequence[Wording]) -> str | None:
    """Which of the words somebody wrote, in any language or by its key, in small or capital letters; None for none of them."""
    text = " ".join(said.split()).casefold()
    for key, message in words.items():
        words_for_it = (message, *(wording.plain(message) for wording in wordings))
        spelt = {key, both(message, wordings), *words_for_it, *(word.partition(" (")[0] for word in words_for_it)}
        if text in {word.casefold() for word in spelt}:
            return key
    return None

"""What was published goes on answering. `history` finds these, when asked with --since; there is nothing to check without."""

from __future__ import annotations

from generator.issues import N_, Rule, Severity

VANISHED = Rule(
    "vanished",
    Severity.ERROR,
    N_("A published record stays, or leaves word where it went."),
    N_("The record '{id}' was published and is gone."),
    N_("Put the file back with the one line 'moved_to: <new id>'; its old address will lead there."),
)
ADDRESS_CHANGED = Rule(
    "address-changed",
    Severity.ERROR,
    N_("A published address goes on answering."),
    N_("The address of this record was /{old} and nothing leads on from there."),
    N_("Write '{slug}' under 'slug: {lang}:', or under 'former_slugs: {lang}:' as a list."),
)

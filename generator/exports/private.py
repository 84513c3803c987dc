"""What of records may be somebody's own, by the rule that the checks hold listings to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from generator.checks.privacy import HOME_ADDRESS, PERSONAL_EMAIL, PRIVATE_MOBILE
from generator.issues import Issue
from generator.referral.shown import Private, by_file

_RULES = (PRIVATE_MOBILE, PERSONAL_EMAIL, HOME_ADDRESS)


def private(issues: Iterable[Issue]) -> Mapping[str, Sequence[Private]]:
    """Places that findings tell of, by file: a whole number, address or home; of a sentence the number alone."""
    found = ((issue.file, _place(issue)) for issue in issues if issue.rule in _RULES)
    return by_file(found)


def _place(issue: Issue) -> Private:
    sentence = issue.rule is PRIVATE_MOBILE and issue.path[-1] != "number"
    return Private(issue.path, issue.values["number"] if sentence else "")

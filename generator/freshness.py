"""How long a fact about a group can be trusted. Pages print dates alone; the browser, `geirfa due` and the checks make of
them, with these days, what today makes of them."""

from __future__ import annotations

from collections.abc import Mapping

DUE, OVERDUE, LAPSED = 180, 365, 730
"""Days since a check after which it is due for another, overdue (ring first), and no longer worth its name."""
OLD = 1095
"""Days after which a source nobody has checked since is old."""


def limits() -> Mapping[str, int]:
    """All of them by name, for the browser."""
    return {"due": DUE, "overdue": OVERDUE, "lapsed": LAPSED, "old": OLD}

"""A frame: one whole page of a language with slots, split once; every page is its pieces joined with the page's own parts.

Contributed text never meets a slot mark: the frame is split before any record is put into it, marks are private-use
characters that `files` refuses in every record, and a frame whose slots are not the expected ones is refused.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from generator.issues import Refusal

OPEN, CLOSE = "\ue000", "\ue001"
_MARK = re.compile(f"{OPEN}([a-z0-9-]+){CLOSE}")

REQUIRED = frozenset({"root", "title", "description", "head", "body", "crumbs", "switch", "suggest"})
OPTIONAL = frozenset({"csp", "here", "hide"})


def slot(name: str) -> str:
    """The mark that stands in a frame where a part of the page goes."""
    return f"{OPEN}{name}{CLOSE}"


class Pieces:
    """A text split at its slots. `fill` is all that is done a page."""

    __slots__ = ("_parts", "names")

    def __init__(self, text: str) -> None:
        self._parts = _MARK.split(text)
        self.names = tuple(self._parts[1::2])

    @property
    def pieces(self) -> Sequence[str]:
        """What stands before, between and behind the slots."""
        return self._parts[0::2]

    def fill(self, values: Mapping[str, str]) -> str:
        """Pieces and values in turn. A slot without a value is empty."""
        parts = self._parts.copy()
        parts[1::2] = [values.get(name, "") for name in self.names]
        return "".join(parts)


class Frame(Pieces):
    """One whole page with slots. Raises Refusal where a required slot is missing or an unknown one stands."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        missing = sorted(REQUIRED - set(self.names))
        unknown = sorted(name for name in set(self.names) - REQUIRED if name.split("-")[0] not in OPTIONAL)
        if missing or unknown or OPEN in "".join(self.pieces):
            raise Refusal(
                f"The page frame main.html is broken: slots missing: {missing or 'none'}; unknown: {unknown or 'none'}."
            )

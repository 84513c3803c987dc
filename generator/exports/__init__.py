"""Records for other systems: one format a module. A format takes the catalogue and gives bytes; the command puts them
where they belong (`commands.exchange` has the table of formats)."""

from __future__ import annotations

from typing import NamedTuple


class Export(NamedTuple):
    """What a format made. `data` is empty where there was nothing to send; `said` is one line on what it holds."""

    data: bytes
    said: str
    binary: bool = False
    """Whether a terminal cannot show it."""
    placed: bool = False
    """Whether it stands where it was asked for already: a folder of files."""

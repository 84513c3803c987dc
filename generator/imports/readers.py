"""The formats that records are taken in from: a module each, loaded when it is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

from generator.imports.incoming import Reader
from generator.issues import N_, Refusal

READERS: Mapping[str, str] = {
    "oruk": "openreferral",
    "hsds": "openreferral",
    "table": "tables",
    "geojson": "geojson",
}
"""Format -> its module in this package, which has a function `read` (an `incoming.Reader`)."""


def reader(format: str) -> Reader:
    """The reader of a format. Raises Refusal where there is none."""
    if format not in READERS:
        raise Refusal(
            N_("There is no format '{format}'. Formats: {readers}."), format=format, readers=", ".join(READERS)
        )
    found: Reader = import_module(f"{__package__}.{READERS[format]}").read
    return found

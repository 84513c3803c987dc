"""Records from other systems: one format a module. A file from outside is read whole, within limits, before anything is
made of it (`commands.exchange` has the table of formats)."""

from __future__ import annotations

from pathlib import Path

from generator.issues import N_, Refusal

MOST_BYTES = 32 * 1024 * 1024


def data_of(file: Path) -> bytes:
    """What a file from outside holds. Raises Refusal where it is too large, OSError where it cannot be read."""
    with file.open("rb") as handle:
        data = handle.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise Refusal(
            N_("{file} is larger than {most} MB: split it, or look whether it is the right file."),
            file=file,
            most=MOST_BYTES // 1024**2,
        )
    return data

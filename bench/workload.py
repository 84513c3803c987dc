"""Write a workload: `python -m bench.workload --size L --out DIR` makes DIR/root (ours) and DIR/hugo."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from bench.geirfa_form import GeirfaForm
from bench.hugo_form import HugoForm
from bench.records import SIZES, Records

FORMS = ("geirfa", "hugo")


def write(groups: int, forms: Sequence[str], out: Path) -> None:
    """Write the records of a workload with so many groups in each of the forms; the same records stand in each."""
    records = Records(groups)
    writers: list[GeirfaForm | HugoForm] = []
    if "geirfa" in forms:
        writers.append(GeirfaForm(out / "root", records))
    if "hugo" in forms:
        writers.append(HugoForm(out / "hugo", records))
    for entry in records.terms():
        for writer in writers:
            writer.add(entry)
    for group in records.groups():
        for writer in writers:
            writer.add_group(group)
    for writer in writers:
        writer.close()


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m bench.workload", description="Write a workload to measure with.")
    parser.add_argument("--size", choices=SIZES, default="S", help="how many records (default: S)")
    parser.add_argument("--form", choices=FORMS, nargs="+", default=list(FORMS), help="in which form (default: both)")
    parser.add_argument("--out", type=Path, required=True, help="folder to write into")
    options = parser.parse_args()
    write(SIZES[options.size], options.form, options.out)


if __name__ == "__main__":
    main()

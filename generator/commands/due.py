"""geirfa due: what needs a new look, and messages that ask whether it is still right."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from generator import checks
from generator import due as dues
from generator.catalogue import Catalogue
from generator.commands import days_ahead, load, report, tell_faults, worded
from generator.files import put_bytes
from generator.issues import N_, Refusal
from generator.kinds.asset import Asset
from generator.kinds.site import stand_ins
from generator.wording import Wording

CODES = frozenset({"review-due", "stale-translation", "number-due", "statement-due"})
"""Rules about what needs a new look with time; of groups `generator.due` says more than rules can."""
_NAMES = 10
"""How many groups that cannot be written to are named."""


def due(options: argparse.Namespace) -> int:
    """Say what is due, or write the messages that ask about it."""
    if options.out and not options.messages:
        raise Refusal("--out says where messages are written to: give --messages too.")
    until = dues.last_day(options.today, days_ahead(options))
    found = load(options, stand_ins({"url": options.url, "email": options.email}))
    tell_faults(found, worded(options, options.lang).plain)
    groups = dues.due(found, options.today, until, options.area)
    if options.messages:
        _ask(found, [one for held in groups.values() for one in held], options)
        return 0
    issues = checks.about(found, until, CODES)
    if options.area:
        issues = [issue for issue in issues if issue.file.split("/")[2:3] == [options.area]]
    wording = worded(options, options.lang)
    report(issues, "text", wording)
    if groups:
        _say(found, groups, wording)
    elif not issues:
        print(wording.plain(N_("Nothing is due.")))
    return 0


def _say(found: Catalogue, groups: Mapping[str, Sequence[dues.Due]], wording: Wording) -> None:
    """Print the groups by area, each with why it is due; how many there are, at each area and in all."""
    listed = dues.counts(found)
    said = wording.plain(N_("{area}: {n} of {all} due"))
    for area, held in groups.items():
        print(said.format(area=f"{_area(found, area, wording.lang)} ({area})", n=len(held), all=listed[area]))
        for one in held:
            print(f"  {one.asset.id}  {found.title(one.asset, wording.lang).text}")
            print(f"      {'; '.join(reason.text(wording) for reason in one.reasons)}")
        print()
    if len(groups) > 1:
        count, every = sum(map(len, groups.values())), sum(listed.values())
        print(said.format(area=wording.plain(N_("All areas")), n=count, all=every))


def _area(found: Catalogue, id: str, lang: str) -> str:
    entry = found.entries_of(Asset.shelves).get(id)
    return found.said(entry.name, lang).text if entry else id


def _ask(found: Catalogue, groups: Sequence[dues.Due], options: argparse.Namespace) -> None:
    """Write a message for each group that can be reached, and say which cannot."""
    from generator.exports import messages, messages_files

    wordings = [worded(options, code) for code in found.codes]
    made = list(messages.messages(found, groups, wordings))
    if options.out is None:
        print(messages_files.texts(made), end="")
    elif options.out.suffix.lower() == ".csv":
        if options.out.exists():
            raise Refusal(f"{options.out} is there already and may hold somebody's notes: name another file.")
        put_bytes(options.out, messages_files.table(made, wordings))
    else:
        _fill(options.out, messages_files.files(made, wordings))
    reached = {message.asset.id for message in made}
    silent = [one.asset.id for one in groups if one.asset.id not in reached]
    if found.site.url and ".example" in found.site.url:
        print(
            f"geirfa: messages lead to {found.site.url}, an example: name the real address with --url.", file=sys.stderr
        )
    where = f" in {options.out}" if options.out else ""
    print(f"geirfa: {len(made)} messages{where}.", file=sys.stderr)
    if silent:
        more = f" and {len(silent) - _NAMES} more" if len(silent) > _NAMES else ""
        named = ", ".join(silent[:_NAMES])
        print(f"geirfa: {len(silent)} have neither e-mail nor telephone: {named}{more}.", file=sys.stderr)


def _fill(folder: Path, files: Iterator[tuple[str, bytes]]) -> None:
    """Write files into a folder that holds nothing yet: drafts of an earlier day must not be sent with today's."""
    if folder.suffix:
        raise Refusal(f"--out takes a folder, or a file whose name ends in .csv; not '{folder}'.")
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Refusal(f"{folder} is there already and holds something: name a new folder.")
    for name, data in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        put_bytes(path, data)

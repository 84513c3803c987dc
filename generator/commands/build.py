"""geirfa build: the whole site, or only what has changed."""

from __future__ import annotations

import argparse
import gc
import sys

from generator import cache, catalogue
from generator.commands import report, worded
from generator.kinds.site import stand_ins


def build(options: argparse.Namespace) -> int:
    """Build the site, or make anew what has changed of it."""
    from generator import memory, rebuild, site

    given = stand_ins({"url": options.url, "repository": options.repository, "email": options.email})
    place = cache.folder()
    target = site.own_folder(options.site or options.root / "site", options.root)
    today = options.today
    keeper = memory.Keeper(place, options.root, target, today, [f"{name}={value}" for name, value in given.items()])
    count = None if options.whole else rebuild.rebuild(keeper)
    if count is None:
        from generator import plugin

        def begin(built: site.Site) -> None:
            keeper.remember(built)
            gc.freeze()  # records stay; but templates leave a hundred megabytes behind where there are ten thousand groups
            gc.enable()

        found = catalogue.load(options.root, given, place)
        count, issues = site.build(target, found, today, plugin.outside, begin, _progress)
        errors = [issue for issue in issues if issue.blocks]
        if errors:
            report(errors, "text", worded(options, "en"))
            print(
                f"geirfa: {len(errors)} errors; nothing was built, and a site built before is as it was.",
                file=sys.stderr,
            )
            return 1
        keeper.confirm(count)
    print(f"{count} pages in {options.site or options.root / 'site'}")
    return 0


def _progress(count: int) -> None:
    """Say on a terminal how far a long build is; nothing in a pipe."""
    if count % 500 == 0 and sys.stderr.isatty():
        print(f"\r{count} pages …", end="\r", file=sys.stderr, flush=True)

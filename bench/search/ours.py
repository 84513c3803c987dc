"""Our search alone, for the table of design §10."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


def measured(roots: Mapping[str, Path], work: Path) -> Mapping[str, tuple[int, list[float]]] | str:
    """By size the bytes to a first result after gzip and the milliseconds from key to result; or why there are none.

    `roots` are the workloads' roots by size; sites are built below `work`."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return "Playwright is not installed (make test installs it)"
    from bench.search.documents import Corpus
    from bench.search.engines import Ours
    from bench.search.sitting import Sitting
    from bench.search.tools import Tools
    from tests.browser.chromium import ARGUMENTS, NoChromium, find

    try:
        chromium = find()
    except NoChromium as none:
        return str(none)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.file, args=[*ARGUMENTS])
        corpora = {size: Corpus(size, root) for size, root in roots.items()}
        results = Sitting(browser, work, corpora, list(corpora)).measure(Ours(Tools(work / "tools")), [])
        browser.close()
    if results.failures:
        return "; ".join(results.failures)
    return {size: (sum(results.fetched[size].needed.values()), results.keys[size]) for size in corpora}

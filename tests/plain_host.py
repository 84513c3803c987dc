"""A host without MkDocs: frames by Jinja alone, hand-written pages by markdown-it. It keeps the way out of MkDocs known to work."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import jinja2
from markdown_it import MarkdownIt

from generator import catalogue, theme
from generator.render import surroundings
from generator.render.renderer import Renderer
from generator.site import HandPage, Outside, build
from generator.wiki import link_records


def outside(renderer: Renderer) -> Outside:
    """What `plugin.outside` gives, from the same main.html and the same pages."""
    root = renderer.catalogue.root
    environment = jinja2.Environment(loader=jinja2.FileSystemLoader(theme.folders(root)), autoescape=True)
    pages = [page for lang in sorted(renderer.catalogue.codes) for page in _hand_pages(renderer, lang)]
    frames = {}
    for lang in renderer.catalogue.codes:
        names = {page.name for page in pages if page.lang == lang}
        frames[lang] = environment.get_template("main.html").render(surroundings.context(renderer, lang, names))
    return Outside(frames, pages)


def _hand_pages(renderer: Renderer, lang: str) -> Iterator[HandPage]:
    markdown = MarkdownIt().enable("table")
    for path in sorted((renderer.catalogue.root / "content" / "pages" / lang).glob("*.md")):
        _, head, text = path.read_text(encoding="utf-8").split("---\n", 2)
        meta = dict(line.split(": ", 1) for line in head.splitlines())
        here = renderer.here(lang, renderer.view_address(path.stem, lang))
        linked = link_records(text, here, f"{lang}/{path.name}")
        for other in path.parent.glob("*.md"):
            linked = linked.replace(f"]({other.name})", f"]({here.page(other.stem)})")
        html = markdown.render(linked)
        yield HandPage(lang, path.stem, meta["title"], meta["description"], html, f"content/pages/{lang}/{path.name}")


def main(root: str, site: str, day: str) -> int:
    """Build a root. Returns the number of pages; says so if MkDocs was loaded all the same."""
    found = catalogue.load(Path(root))
    count, _ = build(Path(site), found, date.fromisoformat(day), outside)
    assert not [name for name in sys.modules if name.partition(".")[0] in ("mkdocs", "markdown", "material")]
    return count


if __name__ == "__main__":
    print(main(*sys.argv[1:]))

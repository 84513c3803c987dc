"""All of a root -> the files of a site, written beside the old one and swapped in whole.

A build that fails half-way, or is killed, leaves the old site as it was.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path

from generator import bundle, checks, entrances, leaflet, theme
from generator.catalogue import Catalogue
from generator.exports import data, outcomes
from generator.exports.laying import laid, put
from generator.exports.private import private
from generator.find import index as find
from generator.geo import base, gazetteer
from generator.geo.whereabouts import Whereabouts
from generator.issues import Issue, Refusal
from generator.render import directory, views
from generator.render.page import Assembler, Page
from generator.render.renderer import Renderer
from generator.search.index import Index

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]


@dataclass(frozen=True, slots=True)
class HandPage:
    """A hand-written page, its Markdown already HTML."""

    lang: str
    name: str
    title: str
    description: str
    html: str
    source: str


@dataclass(frozen=True, slots=True)
class Outside:
    """What comes from the host (MkDocs, or a plain stand-in): one frame a language and the hand-written pages."""

    frames: Mapping[str, str]
    pages: Sequence[HandPage] = ()
    files: Sequence[tuple[Path, str]] = ()
    """Pictures and other files that lie beside hand-written pages, and where they go."""


class Site:
    """One build. `outside` asks the host for frames once the renderer is known; `csp` is off while MkDocs serves."""

    def __init__(
        self,
        catalogue: Catalogue,
        issues: Sequence[Issue],
        today: date,
        outside: Callable[[Renderer], Outside],
        *,
        csp: bool = True,
    ) -> None:
        self.catalogue = catalogue
        self.issues = issues
        self.renderer = Renderer(catalogue, issues, today)
        self.outside = outside(self.renderer)
        self.renderer.hand_pages = frozenset(page.name for page in self.outside.pages)
        self.csp = csp
        self.assembler = Assembler(catalogue, self.renderer.wordings, self.outside.frames, csp=csp)

    def pages(self) -> Iterator[Page]:
        """Every page of every language, but for the front door, 404 pages and redirects."""
        for kind in self.catalogue.kinds.values():
            if kind.folder in self.catalogue.lists:
                yield from self.renderer.list_pages(kind)
                yield from self.renderer.record_pages(kind)
                self.renderer.forget()
        yield from directory.pages(self.renderer)
        yield from views.pages(self.renderer)
        languages: dict[str, list[str]] = {}
        for page in self.outside.pages:
            languages.setdefault(page.name, []).append(page.lang)
        for page in self.outside.pages:
            yield views.hand_page(
                self.renderer,
                page.lang,
                page.name,
                page.title,
                page.description,
                page.html,
                page.source,
                tuple(languages[page.name]),
            )

    def _find_files(self) -> Iterator[tuple[str, str]]:
        """What the browser finds groups by, and draws their map of."""
        renderer = self.renderer
        if renderer.directory.assets:
            yield from bundle.files(self.catalogue.root)
            yield from leaflet.files()
            yield from base.files(renderer.directory.whereabouts)

        def ask(area: str, lang: str) -> str:
            return renderer.body("directory-ask.html", lang, "", area=area)

        yield from find.files(
            renderer.directory, renderer.wordings, lambda asset, lang: renderer.here(lang, "").card(asset), ask
        )

    def write(self, folder: Path, progress: Callable[[int], None] = lambda count: None) -> int:
        """Write all files into an existing folder; `progress` hears how many pages there are so far. Returns their number."""

        def write(file: str, text: str | Iterator[str]) -> None:
            if isinstance(text, str):
                put(f"{folder}/{file}", text.encode())
                return
            with open(folder / file, "wb") as handle:
                handle.writelines(piece.encode() for piece in text)

        for file, text in chain(
            Index(self.catalogue, self.renderer.wordings, self.renderer.today).files(),
            gazetteer.files(Whereabouts(self.catalogue)),
        ):
            write(file, text)
        for file, text in self._find_files():
            write(file, text)
        self._publish(folder / data.FOLDER)
        listed: list[Mapping[str, str]] = []
        taken: dict[str, str] = {}
        count = 0
        for page in self.pages():
            if page.file in taken:
                raise Refusal(
                    f"Two pages want the address /{page.address}: {taken[page.file]} and {page.source or page.title}. "
                    "Change the slug of one, or a word under 'paths' in content/site.yml."
                )
            taken[page.file] = page.source or page.title
            write(page.file, self.assembler.html(page))
            for name, text in page.beside.items():
                write(f"{page.address}{name}", text)
            count += 1
            progress(count)
            if page.lang == self.catalogue.main or self.catalogue.main not in page.twins:
                listed.append(page.twins)
        for file, content in entrances.files(self.renderer, self.assembler, listed):
            if file not in taken:
                write(file, content)
        self._assets(folder)
        return count

    def _publish(self, folder: Path) -> None:
        """The data for other systems; the page on it tells of what was written."""
        renderer = self.renderer
        with laid(folder) as laying:
            if outcomes.told(self.catalogue):
                laying.put(outcomes.FILE, outcomes.published(self.catalogue))
            if "data" in self.catalogue.views:
                renderer.published = data.Publication(
                    laying,
                    self.catalogue,
                    renderer.wordings,
                    private(self.issues),
                    lambda asset: renderer.directory.spots[asset.id],
                    renderer.today,
                ).publish()

    def _assets(self, folder: Path) -> None:
        for source, file in self.outside.files:
            if (folder / file).exists():
                raise Refusal(f"content/pages: '{file}' would replace a page of the site; rename it.")
            (folder / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, folder / file)
        for place in reversed(theme.folders(self.catalogue.root)):
            if (place / "assets").is_dir():
                shutil.copytree(place / "assets", folder / "assets", dirs_exist_ok=True)


def build(
    target: Path,
    catalogue: Catalogue,
    today: date,
    outside: Callable[[Renderer], Outside],
    before: Callable[[Site], None] = lambda site: None,
    progress: Callable[[int], None] = lambda count: None,
) -> tuple[int, list[Issue]]:
    """Check a loaded root and build it into `target`, which is replaced only when all is written. `before` is called
    with the site when it is known to be without errors and nothing is written yet.

    Returns the number of pages and all issues; where errors block, 0 and the issues with their places. Raises Refusal
    where `target` holds something that is not a site of ours."""
    issues = checks.found(catalogue, today)
    if any(issue.blocks for issue in issues):
        return 0, checks.run(catalogue, today)
    target = own_folder(target, catalogue.root)
    target.parent.mkdir(parents=True, exist_ok=True)
    new, old = (target.with_name(f".{target.name}.{word}") for word in ("new", "old"))
    with alone(target):
        if old.exists() and not target.exists():
            old.rename(target)  # a build was killed between the two renames below
        remove(new)
        remove(old)
        new.mkdir()
        try:
            site = Site(catalogue, issues, today, outside)
            before(site)
            count = site.write(new, progress)
            if target.exists():
                target.rename(old)
            new.rename(target)
        finally:
            if not target.exists() and old.exists():
                old.rename(target)
            remove(new)
            remove(old)
    return count, issues


def own_folder(target: Path, root: Path) -> Path:
    """The folder of a site, resolved. Keeps a slip of the keyboard from replacing anything that is no site of ours."""
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        raise Refusal(f"{target} is not a folder: name a folder for the site with --site.")
    target, root = target.resolve(), root.resolve()
    if root.is_relative_to(target) or target.is_relative_to(root / "content"):
        raise Refusal(f"{target} holds the records themselves: name another folder for the site with --site.")
    ours = all((target / file).is_file() for file in ("sitemap.xml", "_headers", "assets/geirfa.css"))
    if target.exists() and any(target.iterdir()) and not ours:
        raise Refusal(f"{target} holds files that are not a site of ours: name an empty or new folder with --site.")
    return target


@contextmanager
def alone(target: Path) -> Iterator[None]:
    """Keep two builds from writing one site at once, where the system can (the lock dies with its process)."""
    if fcntl is None:
        yield
        return
    handle = os.open(target.parent, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError as error:
        raise Refusal(f"Another build is writing beside {target}: wait until it is done.") from error
    finally:
        os.close(handle)


def remove(folder: Path) -> None:
    """Remove a folder and all in it, if it is there."""
    if folder.exists():
        shutil.rmtree(folder)

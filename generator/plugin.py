"""The seam to MkDocs: it renders one frame a language and the hand-written pages, watches, and serves. Nothing else
of Geirfa knows MkDocs; The tests have the same seam without it.
"""

from __future__ import annotations

import logging
import tempfile
from datetime import date
from pathlib import Path
from typing import Any, Literal

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import config_options
from mkdocs.config.base import Config, load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException, PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.theme import Theme

from generator import cache, catalogue, checks, theme
from generator.issues import Issue, Refusal, as_text
from generator.render import surroundings
from generator.render.renderer import Renderer
from generator.site import HandPage, Outside, Site
from generator.wiki import link_records

FRAME = "geirfa--frame.md"
"""No page has this name: it is no id."""


class Options(Config):  # type: ignore[no-untyped-call]  # MkDocs
    """Options of the plugin in mkdocs.yml."""

    today = config_options.Type(str, default="")


class GeirfaPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]  # MkDocs
    """Builds the whole site inside MkDocs. `renderer` is given when our own build asks for frames only."""

    renderer: Renderer | None = None
    serving = False

    def __init__(self) -> None:
        self.frames: dict[str, str] = {}
        self.pages: list[HandPage] = []
        self.files: list[tuple[Path, str]] = []
        self.issues: list[Issue] = []
        self.frames_only = False

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        root = Path(config.config_file_path).parent if config.config_file_path else Path.cwd()
        config.theme = Theme(name=None, custom_dir=str(theme.OURS))
        config.theme.static_templates.clear()  # MkDocs' own sitemap would list the frames
        for folder in theme.folders(root)[:-1]:
            config.theme.dirs.insert(0, str(folder))
        config.watch += [str(folder) for folder in (root / "content", *theme.folders(root)) if folder.is_dir()]
        if not self.frames_only:
            self._load(root)
        return config

    def _load(self, root: Path) -> None:
        """Load and check; a fault stops a build before MkDocs empties the old site, and is shown while serving."""
        today = date.fromisoformat(self.config.today) if self.config.today else date.today()
        found = catalogue.load(root, cache=cache.folder())
        try:
            self.issues = checks.run(found, today)
        except Refusal as refusal:
            raise PluginError(str(refusal)) from refusal
        if any(issue.blocks for issue in self.issues) and not self.serving:
            raise PluginError("\n" + as_text([issue for issue in self.issues if issue.blocks]))
        self.renderer = Renderer(found, self.issues, today)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add a frame a language; give hand-written pages the addresses site.yml says; drop the theme's own files."""
        assert self.renderer
        self.frames, self.pages, self.files = {}, [], []
        for file in list(files):
            if not file.is_documentation_page():
                if file.src_dir == config.docs_dir:
                    self.files.append((Path(file.abs_src_path or ""), file.dest_uri))
                files.remove(file)
                continue
            lang, name = _lang_and_name(file)
            if lang in self.renderer.catalogue.codes:
                file.dest_uri = self.renderer.view_address(name, lang) + "index.html"
                file.inclusion = InclusionLevel.NOT_IN_NAV
        for lang in self.renderer.catalogue.codes:
            files.append(File.generated(config, f"{lang}/{FRAME}", content="", inclusion=InclusionLevel.NOT_IN_NAV))
        return files

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        lang, name = _lang_and_name(page.file)
        if lang not in self._codes() or name == Path(FRAME).stem:
            return markdown
        assert self.renderer
        return link_records(
            markdown, self.renderer.here(lang, self.renderer.view_address(name, lang)), page.file.src_uri
        )

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        lang, name = _lang_and_name(page.file)
        if lang in self._codes() and name != Path(FRAME).stem:
            title, description = (
                str(page.meta.get("title") or page.title or name),
                str(page.meta.get("description") or ""),
            )
            self.pages.append(HandPage(lang, name, title, description, html, f"content/pages/{page.file.src_uri}"))
        return html

    def on_page_context(self, context: Any, *, page: Page, config: MkDocsConfig, nav: Any) -> Any:
        assert self.renderer
        lang, _ = _lang_and_name(page.file)
        names = {hand.name for hand in self.pages if hand.lang == lang}
        return {
            **context,
            **surroundings.context(self.renderer, lang if lang in self._codes() else self._codes()[0], names),
        }

    @event_priority(-100)
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Keep the frames. MkDocs writes no page itself: all go through one door, `site`."""
        lang, name = _lang_and_name(page.file)
        if name == Path(FRAME).stem:
            self.frames[lang] = output
        return ""

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        if self.frames_only or not self.renderer:
            return
        folder = Path(config.site_dir)
        folder.mkdir(parents=True, exist_ok=True)
        if any(issue.blocks for issue in self.issues):
            self._error_page(folder)
            return
        outside = Outside(self.frames, self.pages, self.files)
        try:
            Site(
                self.renderer.catalogue,
                self.issues,
                self.renderer.today,
                lambda renderer: outside,
                csp=not self.serving,
            ).write(folder)
        except Refusal as refusal:
            raise PluginError(str(refusal)) from refusal

    def _error_page(self, folder: Path) -> None:
        """While serving, faults are shown at every address instead of stopping the server."""
        assert self.renderer
        text = as_text([issue for issue in self.issues if issue.blocks])
        page = self.renderer.body("faults.html", self._codes()[0], "", text=text)
        for name in ("index.html", "404.html"):
            (folder / name).write_text(page, encoding="utf-8")

    def _codes(self) -> tuple[str, ...]:
        assert self.renderer
        return self.renderer.catalogue.codes


def _lang_and_name(file: File) -> tuple[str, str]:
    """'en/about.md' -> ('en', 'about')."""
    lang, _, name = file.src_uri.partition("/")
    return lang, name.removesuffix(".md")


def outside(renderer: Renderer) -> Outside:
    """Frames and hand-written pages by MkDocs, with the root's mkdocs.yml where it has one. MkDocs itself writes no
    page: every one it renders is taken from it."""
    root = renderer.catalogue.root.resolve()
    docs = root / "content" / "pages"
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    plugin = GeirfaPlugin()
    plugin.load_config({})
    plugin.renderer, plugin.frames_only = renderer, True
    with tempfile.TemporaryDirectory() as empty:
        settings = {
            "site_dir": f"{empty}/site",
            "docs_dir": str(docs if docs.is_dir() else empty),
            "plugins": [],
            "theme": {"name": None, "custom_dir": str(theme.OURS)},
        }
        try:
            config = _config(root / "mkdocs.yml", settings)
        except MkDocsException as error:
            raise Refusal(f"mkdocs.yml: {error}") from error
        config.plugins["geirfa"] = plugin
        try:
            mkdocs_build(config)
        except (MkDocsException, Abort) as error:
            raise Refusal(f"content/pages: {error}") from error
    return Outside(plugin.frames, plugin.pages, plugin.files)


def _config(file: Path, settings: dict[str, Any]) -> MkDocsConfig:
    if file.is_file():
        return load_config(str(file), **settings)
    config = MkDocsConfig(config_file_path=str(file))
    config.load_dict({"site_name": "Geirfa", **settings})
    config.validate()
    return config

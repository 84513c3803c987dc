"""The engines compared. Each makes a folder to serve from a corpus, and says in JavaScript how it is opened and asked.

`script` is a function of the folder's address and the language. It resolves to three functions of a query, each of which
resolves to hits: `find`, ten or more, best first; `first`, what there is to show first, as in a box; `key`, ten while typing.
"""

from __future__ import annotations

import html
import json
import re
import shutil
import sys
from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

from bench.files import Folder
from bench.measure import Failed
from bench.search.documents import Corpus, Document
from bench.search.tools import MATERIAL, MINISEARCH, PAGEFIND, Tools
from bench.subjects import PROJECT
from generator import catalogue


class Engine(ABC):
    """One column of the table. `needs` is what `Tools` installs for it."""

    needs = ""
    name: str
    script: str

    def __init__(self, tools: Tools) -> None:
        self._tools = tools

    def prepare(self) -> None:
        """Install what it needs, once. Raises Failed with one line that says why it cannot."""
        if self.needs:
            getattr(self._tools, self.needs)

    @abstractmethod
    def build(self, corpus: Corpus, lang: str, site: Path) -> None:
        """Make the folder `site` that answers in this language. Raises Failed in the same way."""

    def ids(self, corpus: Corpus, lang: str) -> Mapping[str, str]:
        """The id of the record that a hit stands for, where a hit is named by something else."""
        return {}


class Ours(Engine):
    """The product: a whole site, of which the engine fetches what it needs."""

    name = "Geirfa"
    script = """async (base, lang) => {
        const {open} = await import(`${base}assets/search/engine.js`);
        const engine = await open(`${base}search/${lang}/`);
        const addresses = answer => answer.hits.map(hit => hit.address);
        return {
            find: async query => addresses(await engine.find(query, {limit: 10})),
            first: async query => {
                for await (const answer of engine.typed(query, 10)) if (answer.hits.length) return addresses(answer);
                return [];
            },
            key: async query => {
                let last = [];
                for await (const answer of engine.typed(query, 10)) last = addresses(answer);
                return last;
            },
        };
    }"""

    def build(self, corpus: Corpus, lang: str, site: Path) -> None:
        """`geirfa build` of the corpus's root."""
        command = [sys.executable, "-m", "generator", "build", "--root", str(corpus.root), "--site", str(site)]
        self._tools.run("the build failed", command, PROJECT)
        if not (site / "assets/search/engine.js").is_file():
            raise Failed("a built site holds no assets/search/engine.js")

    def ids(self, corpus: Corpus, lang: str) -> Mapping[str, str]:
        """Hits are named by their address."""
        found = catalogue.load(corpus.root)
        folder = f"{lang}/{found.word('glossary', lang)}"
        return {f"{folder}/{found.slug(term, lang)}/": id for id, term in found.terms.items()}


class MiniSearch(Engine):
    """MiniSearch with settings that suit names: folded, beginnings, slips in one letter of five, every word needed, names
    before texts."""

    needs = "minisearch"
    name = f"MiniSearch {MINISEARCH}"
    fields: tuple[str, ...] = ("title", "others", "twin", "text")
    fuzzy = 0.2
    script = r"""async (base, lang) => {
        const [{default: MiniSearch}, {fields, fuzzy, documents}] = await Promise.all([
            import(`${base}minisearch.js`), fetch(`${base}documents.json`).then(answer => answer.json()),
        ]);
        const engine = new MiniSearch({
            fields,
            processTerm: term => term.toLowerCase().normalize("NFD").replace(/\p{Mn}/gu, ""),
            searchOptions: {boost: {title: 5, others: 3, twin: 3}, prefix: true, fuzzy, combineWith: "AND"},
        });
        engine.addAll(documents);
        const find = async query => engine.search(query).map(hit => hit.id);
        return {find, first: find, key: find};
    }"""

    def build(self, corpus: Corpus, lang: str, site: Path) -> None:
        """One JSON file of all documents, indexed in the browser: about as heavy as an index made beforehand."""
        site.mkdir(parents=True)
        shutil.copy(self._tools.minisearch, site / "minisearch.js")
        documents = [
            {"id": document.id, **{field: asdict(document)[field] for field in self.fields}}
            for document in corpus.documents(lang)
        ]
        data = {"fields": self.fields, "fuzzy": self.fuzzy, "documents": documents}
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        (site / "documents.json").write_text(text, encoding="utf-8")


class MiniSearchNames(MiniSearch):
    """The same with names alone, which are much lighter, and looser: more is found, and more that is false."""

    name = f"{MiniSearch.name}, names, looser"
    fields = ("title", "others", "twin")
    fuzzy = 0.3


class Pagefind(Engine):
    """Pagefind on bare pages, one a record. A hit needs its fragment fetched to have a title: ten for `find`, one for
    `first` and `key`."""

    needs = "pagefind"
    name = f"Pagefind {PAGEFIND}"
    script = r"""async (base, lang) => {
        const pagefind = await import(`${base}pagefind/pagefind.js`);
        await pagefind.init();
        const load = count => async query => {
            const {results} = await pagefind.search(query);
            const hits = await Promise.all(results.slice(0, count).map(result => result.data()));
            return hits.map(hit => hit.raw_url.match(/([^/]+)\.html$/)[1]);
        };
        return {find: load(10), first: load(1), key: load(1)};
    }"""

    def build(self, corpus: Corpus, lang: str, site: Path) -> None:
        """Pages, and the index that the command makes of them."""
        folder = Folder(site)
        for document in corpus.documents(lang):
            folder.write(f"{document.id}.html", _page(document, lang))
        self._tools.run("pagefind failed", [str(self._tools.pagefind), "--site", str(site)])


class Material(Engine):
    """Material for MkDocs: a site of its own for each language, and its search worker asked as its own page asks it."""

    needs = "mkdocs"
    name = f"Material {MATERIAL}"
    script = r"""async (base, lang) => {
        const worker = new Worker(`${base}assets/javascripts/workers/search.js`);
        const {config, docs} = await fetch(`${base}search/search_index.json`).then(answer => answer.json());
        const ask = (type, data) => new Promise((resolve, reject) => {
            worker.onmessage = event => resolve(event.data.data);
            worker.onerror = event => reject(new Error(event.message));
            worker.postMessage({type, data});
        });
        await ask(0, {config, docs, options: {suggest: false}});
        const find = async query => {
            const {items} = await ask(2, query);
            return items.map(([page]) => page.location.split("/")[0]);
        };
        return {find, first: find, key: find};
    }"""

    def build(self, corpus: Corpus, lang: str, site: Path) -> None:
        """An ordinary build with the search plugin as it is, in the time a skilled user would get: no page in the nav."""
        source = Folder(site.parent / f"{site.name}-source")
        documents = corpus.documents(lang)
        for document in documents:
            source.write(f"docs/{document.id}.md", _markdown(document))
        settings = {
            "site_name": "Bench",
            "site_url": "https://example.org/",
            "site_dir": str(site),
            "theme": {"name": "material", "language": lang, "font": False},
            "plugins": ["search"],
            "nav": [f"{documents[0].id}.md"],
            "not_in_nav": "*",
        }
        source.write("mkdocs.yml", json.dumps(settings))
        self._tools.run("mkdocs failed", [str(self._tools.mkdocs), "build", "--quiet"], source.path)
        worker = next((site / "assets/javascripts/workers").glob("search.*.min.js"))
        worker.rename(worker.with_name("search.js"))
        shutil.rmtree(source.path)


ENGINES: tuple[type[Engine], ...] = (Ours, MiniSearch, MiniSearchNames, Pagefind, Material)


def _page(document: Document, lang: str) -> str:
    title, twin = html.escape(document.title), html.escape(document.twin)
    parts = [f"<h1>{title}</h1>", f"<p>{twin}</p>"]
    parts += [f"<p>{html.escape(other)}</p>" for other in document.others]
    parts += [f"<p>{html.escape(line)}</p>" for line in document.text.split("\n")]
    return (
        f'<!doctype html><html lang="{lang}"><meta charset="utf-8"><title>{title}</title>'
        f"<body><main data-pagefind-body>{''.join(parts)}</main></body></html>\n"
    )


def _markdown(document: Document) -> str:
    lines = [f"# {_escaped(document.title)}", _escaped(document.twin)]
    lines += [_escaped(line) for line in (*document.others, *document.text.split("\n"))]
    return "\n\n".join(lines) + "\n"


def _escaped(text: str) -> str:
    """Text in which Markdown sees no marks."""
    return re.sub(r"([\\`*_{}\[\]#+.!-])", r"\\\1", html.escape(text, quote=False))

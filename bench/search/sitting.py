"""One sitting: every engine by turns, on every corpus it is asked about, in one browser."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Error

from bench.measure import Failed
from bench.search.box import BoxTimes, type_keys
from bench.search.browser import LATENCY, Opened, opened
from bench.search.counting import Tally, evenly, keys
from bench.search.documents import Corpus
from bench.search.engines import Engine, Ours
from bench.search.questions import Question
from bench.search.serving import Server

FIRST_QUERIES, TITLES, WARM_TITLES, TYPED_TITLES = 5, 12, 4, 4
"""Cold pages weighed; titles typed key by key, in the engine and to warm it up; titles typed in our box."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """Bytes after gzip -9 by file: `needed` for a first result, `later` what the engine goes on fetching by itself."""

    needed: Mapping[str, int]
    later: Mapping[str, int]


@dataclass(slots=True)
class Results:
    """What one engine did. `fetched` is what a cold page fetched, by size. `failures` are what it could not do, in one line each, with the corpora that it failed on."""

    tallies: dict[str, Tally] = field(default_factory=dict)
    fetched: dict[str, Fetched] = field(default_factory=dict)
    keys: dict[str, list[float]] = field(default_factory=dict)
    box: dict[str, BoxTimes] = field(default_factory=dict)
    failures: dict[str, list[str]] = field(default_factory=dict)


class Sitting:
    """`corpora` by name; `sizes` are the names of those that are weighed and timed, in English."""

    def __init__(self, browser: Browser, work: Path, corpora: dict[str, Corpus], sizes: Sequence[str]) -> None:
        self._browser = browser
        self._work = work
        self._corpora = corpora
        self._sizes = sizes
        self._sites: dict[tuple[str, str, str], Path] = {}

    def measure(self, engine: Engine, questions: Sequence[Question]) -> Results:
        """Everything about one engine."""
        results = Results()
        with _noted(results, ""):
            engine.prepare()
        if results.failures:
            return results
        places = dict.fromkeys((question.corpus, question.lang) for question in questions)
        for corpus, lang in places:
            with _noted(results, corpus):
                here = [question for question in questions if (question.corpus, question.lang) == (corpus, lang)]
                self._ask(engine, corpus, lang, here, results)
        for size in self._sizes:
            with _noted(results, size):
                self._weigh_and_time(engine, size, results)
        return results

    def _served(self, engine: Engine, corpus: str, lang: str) -> Server:
        """The engine's site for a corpus in one language, built once."""
        key = (engine.name, corpus, lang)
        if key not in self._sites:
            site = self._work / f"{type(engine).__name__}-{corpus}-{lang}"
            engine.build(self._corpora[corpus], lang, site)
            self._sites[key] = site
        return Server(self._sites[key])

    def _ask(self, engine: Engine, corpus: str, lang: str, questions: list[Question], results: Results) -> None:
        with self._served(engine, corpus, lang) as server, opened(self._browser, server, engine, lang) as asked:
            answers = asked.find([question.query for question in questions])
        ids = engine.ids(self._corpora[corpus], lang)
        for question, hits in zip(questions, answers, strict=True):
            results.tallies.setdefault(question.row, Tally()).add(question, (ids.get(hit, hit) for hit in hits))

    def _weigh_and_time(self, engine: Engine, size: str, results: Results) -> None:
        titles = sorted(self._corpora[size].labels("en").values())
        with self._served(engine, size, "en") as server:
            fetched = [self._fetched(engine, server, title) for title in evenly(titles, FIRST_QUERIES)]
            results.fetched[size] = sorted(fetched, key=lambda files: sum(files.needed.values()))[len(fetched) // 2]
            with opened(self._browser, server, engine, "en") as asked:
                results.keys[size] = _key_times(asked, titles)
            if isinstance(engine, Ours):
                typed = evenly(titles, TYPED_TITLES + 1, offset=3)
                results.box[size] = type_keys(self._browser, f"{server.url}en/", typed[0], typed[1:])

    def _fetched(self, engine: Engine, server: Server, query: str) -> Fetched:
        """What is fetched from an empty page for the result of a first query."""
        server.given.clear()
        with opened(self._browser, server, engine, "en", LATENCY) as asked:
            found, late = asked.first(query)
        if not found:
            raise Failed(f"nothing was found for “{query}”")
        weights = server.weights()
        later = {path: weight for path, weight in weights.items() if f"{server.url}{path}" in late}
        return Fetched({path: weight for path, weight in weights.items() if path not in later}, later)


@contextmanager
def _noted(results: Results, where: str) -> Iterator[None]:
    """Note a failure, and let the rest go on."""
    try:
        yield
    except (Failed, Error) as failure:
        places = results.failures.setdefault(str(failure).splitlines()[0].rstrip("."), [])
        places += [where] if where and where not in places else []


def _key_times(asked: Opened, titles: Sequence[str]) -> list[float]:
    asked.times([key for title in evenly(titles, WARM_TITLES, offset=1) for key in keys(title)])
    return asked.times([key for title in evenly(titles, TITLES, offset=2) for key in keys(title)])

"""The search of the browser and that of Python are one: the same words, the same forms, the same answers."""

from __future__ import annotations

import csv
import json
import random
import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from generator.languages import language
from generator.languages.rules import fold
from generator.search import entries, index
from generator.search.engine import Search
from generator.search.place import Places
from tests.asker import Asker
from tests.browser.conftest import Contexts
from tests.browser.places import LANGUAGES
from tests.browser.server import Server
from tests.conftest import REPOSITORY, SHARED
from tests.leads import LEADS, NONE

WELSH = SHARED / "data" / "welsh"
SEED = 29

WORDS = """async ([texts, forms, table]) => {
  const [{ Rules }, { fold }] = await Promise.all([import("/assets/search/words.js"), import("/assets/search/fold.js")]);
  const rules = new Rules(table);
  return {
    folded: texts.map(fold),
    words: texts.map((text) => rules.words(text)),
    near: forms.map((form) => [...rules.near(form)]),
    mutated: forms.map((form) => rules.mutated(form)),
  };
}"""

FIND = """async ([lang, queries, typing]) => {
  const { open } = await import("/assets/search/engine.js");
  const search = await open(`/search/${lang}/`);
  const plain = ({ n, group, title, lang, why, score, address, reason }) => [n, group, title, lang, why, score, address, reason];
  const answers = [];
  for (const query of queries) {
    const found = await search.find(query, { typing });
    answers.push([found.hits.map(plain), found.all, found.crisis, found.near.map(plain)]);
  }
  return answers;
}"""


class Texts:
    """Texts of every sort of letter, the same in each run."""

    PIECES = (
        *"abcdefghijklmnopqrstuvwxyz",
        *"aeiouwyaeiouwy",
        *"ÂâÊêÎîÔôÛûŴŵŶŷÁéÏöÆæßŒİıΣσςЖ葉",
        *"0123456789",
        *"'’‘ʼ-–_.,:;!?()&/|{}<>\"\\ \t\n",
        "\u0302",
        "\u0301",
        "\u200d",
        "🙂",
        "d'",
        "'r ",
        "’n ",
        "'s ",
        "'ll ",
        "don't ",
        "sy'n ",
        "ngh",
        "mh",
        "ph",
        "ll",
        "rh",
        "iau",
        "feydd",
        "wyr",
        "ies",
        "ness",
    )

    def __init__(self, seed: int = SEED) -> None:
        self.random = random.Random(seed)

    def any(self, longest: int = 12) -> str:
        return "".join(self.random.choices(self.PIECES, k=self.random.randint(0, longest)))

    def word(self) -> str:
        return "".join(self.random.choices(self.PIECES[:40], k=self.random.randint(1, 10)))

    def slip(self, text: str) -> str:
        """The same with a letter left out, put in, changed, or two changed about."""
        place = self.random.randrange(max(len(text) - 1, 1))
        letter = self.random.choice("abcdefghilmnoprstuwy")
        before, pair, after = text[:place], text[place : place + 2], text[place + 2 :]
        return before + self.random.choice((pair[1:], letter + pair, letter + pair[1:], pair[::-1])) + after


def published() -> list[str]:
    """Every form and lemma of the shared lists; none where they are absent."""
    files = sorted(WELSH.glob("*_half.csv"))
    rows = chain.from_iterable(csv.DictReader(file.read_text(encoding="utf-8").splitlines()) for file in files)
    return sorted({row[name] for row in rows for name in ("form", "lemma")})


def compare_words(code: str, texts: Sequence[str], site: Path, server: Server, contexts: Contexts) -> None:
    rules = language(code).rules
    table = json.loads((site / "search" / code / "first.json").read_text(encoding="utf-8"))["rules"]
    forms = sorted({fold(word) for text in texts for word in rules.words(text)} | {"", "ng", "y"})
    page = contexts.page()
    page.goto(server.url + f"{code}/")
    found = page.evaluate(WORDS, [list(texts), forms, table])
    for text, folded, words in zip(texts, found["folded"], found["words"], strict=True):
        assert (folded, words) == (fold(text), rules.words(text)), text
    for form, near, mutated in zip(forms, found["near"], found["mutated"], strict=True):
        assert [tuple(pair) for pair in near] == list(rules.near(form).items()), form
        assert mutated == rules.mutated(form)


@pytest.mark.parametrize("code", LANGUAGES)
def test_forms_of_published_words_are_the_same(code: str, real_site: Path, server: Server, contexts: Contexts) -> None:
    texts = published()
    if not texts:
        pytest.skip("data/welsh is not at hand")
    compare_words(code, texts, real_site, server, contexts)


@pytest.mark.parametrize("code", LANGUAGES)
def test_words_and_forms_of_any_text_are_the_same(
    code: str, real_site: Path, server: Server, contexts: Contexts
) -> None:
    made = Texts()
    texts = [*(made.any() for _ in range(3000)), *(made.word() for _ in range(3000))]
    compare_words(code, texts, real_site, server, contexts)


@pytest.fixture(scope="module")
def sharded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The search of the real content as if it were large: names lie in files by their first two letters."""
    folder = tmp_path_factory.mktemp("sharded")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(entries, "ROOM", 20)
        patched.setattr(index, "FEW", 20)
        for name, text in Asker(REPOSITORY).files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")
    shutil.copytree(REPOSITORY / "theme" / "assets" / "search", folder / "assets" / "search")
    (folder / "index.html").write_text("<!doctype html><title>x</title><link rel=icon href='data:,'>", encoding="utf-8")
    return folder


@cache
def first(site: Path, code: str) -> Mapping[str, Any]:
    held: Mapping[str, Any] = json.loads((site / "search" / code / "first.json").read_text(encoding="utf-8"))
    return held


def queries(site: Path) -> Iterator[str]:
    """A few hundred of every sort, from what the site holds."""
    made = Texts()
    names = sorted(
        {name for code in LANGUAGES for row in first(site, code)["rows"] for name in row[1].split("|") if name}
    )
    some = made.random.sample(names, 60)
    yield from some
    yield from (made.slip(name) for name in some)
    yield from (made.slip(made.slip(name)) for name in some[:20])
    for name in some[20:50]:
        words = language("cy").rules.words(name)
        yield " ".join(made.random.choice([word, *language("cy").rules.mutated(fold(word))]) for word in words)
        yield "".join(words[:2])
        yield name[: made.random.randint(1, len(name))]
        yield " ".join(made.random.sample(words, len(words)))
    for one, other in zip(some[:25], some[25:50], strict=True):
        yield f"{one} {other}"
        yield f"{made.random.choice(one.split())} {made.random.choice(other.split())} {made.word()}"
    crisis = [phrase for code in LANGUAGES for phrase in first(site, code)["crisis"]]
    for phrase in made.random.sample(crisis, 25):
        yield phrase
        yield f"i {made.slip(phrase)} x"
    yield from (made.any(8) for _ in range(25))
    yield from (made.word() for _ in range(15))
    yield from (
        "",
        " ",
        "…",
        "the",
        "y",
        "a",
        "ng",
        "o'r",
        "d'",
        "999",
        "x" * 200,
        "help " * 40,
        "constructor __proto__",
    )


def compare_answers(lang: str, asked: Sequence[str], typing: bool, site: Path, url: str, contexts: Contexts) -> int:
    """How many queries were answered, all of them alike."""
    search = Search(lambda file: json.loads((site / "search" / file).read_text(encoding="utf-8")), lang)
    page = contexts.page()
    page.goto(url)
    answers = page.evaluate(FIND, [lang, asked, typing])
    answered = 0
    for query, (hits, all_, crisis, near) in zip(asked, answers, strict=True):
        found = search.find(query, typing=typing)
        assert [tuple(hit) for hit in hits] == [tuple(hit) for hit in found.hits], query
        assert (all_, crisis) == (found.all, found.crisis), query
        assert [tuple(hit) for hit in near] == [tuple(hit) for hit in found.near], query
        answered += bool(hits)
    return answered


@pytest.mark.parametrize("typing", [False, True])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_answers_are_the_same(lang: str, typing: bool, real_site: Path, server: Server, contexts: Contexts) -> None:
    every = list(dict.fromkeys(queries(real_site)))
    asked = every[(lang == "en") is typing :: 2]  # each is asked in both languages, typed in one, whole in the other
    answered = compare_answers(lang, asked, typing, real_site, f"{server.url}{lang}/", contexts)
    assert len(every) > 300
    assert len(asked) / 2 < answered < len(asked)


@pytest.mark.parametrize("typing", [False, True])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_answers_from_many_files_are_the_same(
    lang: str, typing: bool, real_site: Path, sharded: Path, contexts: Contexts
) -> None:
    asked = list(dict.fromkeys(queries(real_site)))[typing::4]
    with Server(sharded) as server:
        assert compare_answers(lang, asked, typing, sharded, server.url, contexts) > len(asked) / 2


LEAD = """async ([lang, queries]) => {
  const { open } = await import("/assets/search/engine.js");
  const { lead } = await import("/assets/search/place.js");
  const search = await open(`/search/${lang}/`);
  const found = [];
  for (const query of queries) {
    const hit = await lead(search, await search.find(query));
    found.push(hit && [hit.title, hit.address, hit.place]);
  }
  return found;
}"""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_places_are_found_in_the_same_queries(lang: str, real_site: Path, server: Server, contexts: Contexts) -> None:
    asked = list(dict.fromkeys([*(query for _, query in (*LEADS, *NONE)), *queries(real_site)]))[:150]
    search = Search(lambda file: json.loads((real_site / "search" / file).read_text(encoding="utf-8")), lang)
    places = Places(search)
    page = contexts.page()
    page.goto(f"{server.url}{lang}/")
    for query, hit in zip(asked, page.evaluate(LEAD, [lang, asked]), strict=True):
        found = places.lead(query, search.find(query))
        assert (hit and hit[:2]) == (found and [found.title, found.address]), query
        assert not hit or hit[2] in (None, *re.findall("[A-Z]+[0-9]+ [0-9][A-Z]{2}", hit[0]))

"""A developer adds a kind of record with one class, one template and one folder, and edits nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from generator import catalogue, checks, cli
from generator.issues import Issue
from tests.conftest import TODAY, Tree
from tests.html import Page, elements, pages, words

CLASS = '''
"""Course: a place to learn the work."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from generator.kinds.fields import Day, Id, Line, Link, MainLines, Number, Part, Texts, Web, Word
from generator.kinds.record import Record, Search


class Session(Part):
    """One meeting."""

    on: Day = Field(description="the day it is held")
    note: Texts = Field(default_factory=dict, description="what to bring")


class Course(Record):
    """A place to learn the work."""

    folder: ClassVar[str] = "courses"
    label: ClassVar[str] = "course"
    labels: ClassVar[str] = "Courses"
    path_words: ClassVar = {"cy": "cyrsiau"}
    search: ClassVar[Search] = Search(names=("name",))
    schema_type: ClassVar[str] = "Course"

    name: MainLines = Field(description="the name of the course")
    level: Literal["first", "second"] = Field(description="first or second")
    hours: Number | None = Field(default=None, description="how long it takes")
    by: Line | None = Field(default=None, description="who teaches it")
    url: Web | None = Field(default=None, description="where to enrol")
    about: Texts = Field(default_factory=dict, description="what one learns")
    words: tuple[Annotated[Id, Link("glossary")], ...] = Field(default=(), description="ids of words it explains")
    themes: tuple[Annotated[Id, Word("themes")], ...] = Field(default=(), description="ids from the vocabulary themes")
    sessions: tuple[Session, ...] = Field(default=(), description="when it meets")

    def summaries(self):
        return self.about

    def json_ld(self, lang: str) -> dict[str, Any]:
        return {"timeRequired": f"PT{self.hours}H"} if self.hours else {}


KIND = Course
'''
TEMPLATE = """<div class="wrap"><article>
<h1>{{ here.title(record).text }}</h1>
{{ here.prose(record.about) }}
<ul class="words">{% for id in record.words %}<li>{{ here.link(catalogue.terms[id]) }}</li>{% endfor %}</ul>
{% for session in record.sessions %}<p class="session">{{ here.date(session.on) }} {{ here.line(session.note) }}</p>{% endfor %}
</article></div>
"""
LISTENING = """\
name: {en: Listening well, cy: Gwrando'n dda}
slug: {cy: gwrando}
level: first
hours: 12
by: A & B <College>
url: https://college.example/listening
about: {en: 'For those who [[walk|walk]] with others.', cy: I bawb.}
words: [walk]
themes: [people]
sessions:
  - {on: 2026-12-01, note: {en: Bring paper., cy: Dewch â phapur.}}
changes:
  - {on: 2026-11-20, what: {en: New., cy: Newydd.}}
"""
ROOT = {
    "kinds/course.py": CLASS,
    "theme/templates/courses.html": TEMPLATE,
    "content/courses/listening.yml": LISTENING,
    "content/courses/autumn/walking.yml": "name: {en: Leading walks, cy: Arwain teithiau}\nslug: {cy: arwain}\nlevel: second\n",
    "content/glossary/walk.yml": "term: {en: walk, cy: tro}\nslug: {cy: tro}\ndefinition: {en: Going on foot., cy: Mynd ar droed.}\nthemes: [people]\n",
    "content/vocabularies/themes.yml": "name: {en: Themes, cy: Themâu}\nentries: {people: {name: {en: People, cy: Pobl}}}\n",
    "content/site.yml": "name: {en: Site, cy: Gwefan}\nurl: https://k.example/\ndoors: [{name: {en: Learn, cy: Dysgu}, what: {en: Courses., cy: Cyrsiau.}, to: courses}]\n",
}


@pytest.fixture
def root(tree: Tree) -> Path:
    return tree(ROOT)


def built(root: Path) -> dict[str, Page]:
    assert cli.main(["build", "--root", str(root), "--today", str(TODAY)]) == 0
    return pages(root / "site")


def issues(root: Path) -> Iterator[Issue]:
    return (issue for issue in checks.run(catalogue.load(root), TODAY) if issue.file.startswith("content/courses"))


def test_it_is_found_and_checked(root: Path) -> None:
    assert list(issues(root)) == []
    assert set(catalogue.load(root).of("courses")) == {"listening", "walking"}


@pytest.mark.parametrize(
    ("change", "code", "path", "said"),
    [
        (("hours: 12", "hours: many"), "bad-number", ("hours",), "'hours' must be a number, not 'many'."),
        (("hours:", "hour:"), "unknown-field", ("hour", "[key]"), "'hour' is not a field here."),
        (("level: first", "level: frist"), "unknown-value", ("level",), "'frist' is not one of the choices for 'level'."),
        (("level: first\n", ""), "missing-field", ("level",), "'level' is missing."),
        (("words: [walk]", "words: [wlak]"), "unknown-link", ("words", 0), "No record in glossary is called 'wlak'."),
        (("[[walk|", "[[wlak|"), "unknown-link", ("about", "en"), "No record in glossary is called 'wlak'."),
        (("themes: [people]", "themes: [poeple]"), "unknown-entry", ("themes", 0), "'poeple' is not an entry of 'themes'."),
        (("2026-12-01", "2026-13-01"), "bad-date", ("sessions", 0, "on"), "'sessions.on' must be a date, not '2026-13-01'."),
        (("note: {en: Bring paper.", "notes: {en: Bring paper."), "unknown-field", ("sessions", 0, "notes", "[key]"), "'notes' is not a field here."),
        (("https://college", "college"), "bad-web-address", ("url",), "'college.example/listening' is not a web address."),
        (("Bring paper.", "TBC"), "placeholder", ("sessions", 0, "note", "en"), "'TBC' is filler text."),
        (("name: {en: Listening well, cy: Gwrando'n dda}", "name: {en: Listening well}"), "missing-language", ("name",), "'name' is missing in Welsh."),
    ],
)  # fmt: skip
def test_its_faults_are_told_as_those_of_any_kind(
    root: Path, change: tuple[str, str], code: str, path: tuple[str | int, ...], said: str
) -> None:
    changed = LISTENING.replace(*change)
    assert changed != LISTENING
    (root / "content/courses/listening.yml").write_text(changed, encoding="utf-8")
    found = [(issue.rule.code, issue.path, issue.message()) for issue in issues(root)]
    assert (code, path, said) in found
    assert all(issue.place and issue.hint() for issue in issues(root))


def test_it_is_rendered_listed_and_linked(root: Path) -> None:
    made = built(root)
    page = made["en/courses/listening/index.html"]
    assert words(page.first("h1")) == "Listening well"
    assert [page.to(a.attrib["href"])[0] for a in elements(page.first("ul", class_="words"), "a")] == [
        "en/glossary/walk/index.html"
    ]
    assert words(page.first("p", class_="session")) == "1 December 2026 Bring paper."
    twin = made[page.to(page.first("a", class_="switch").attrib["href"])[0]]
    assert (twin.file, words(twin.first("h1"))) == ("cy/cyrsiau/gwrando/index.html", "Gwrando'n dda")
    data = json.loads("".join(page.first("script", type="application/ld+json").itertext()))
    assert (data["@type"], data["name"], data["timeRequired"]) == ("Course", "Listening well", "PT12H")
    assert page.meta("description") == "For those who walk with others."
    assert page.first("a", **{"aria-current": "true"}).text == "Learn"
    for file, listed in (
        ("en/courses/index.html", ["Leading walks", "Listening well"]),
        ("cy/cyrsiau/index.html", ["Arwain teithiau", "Gwrando'n dda"]),
    ):
        entries = elements(made[file].first("div", class_="a-to-z"), "li")
        assert [words(entry) for entry in entries] == listed


def test_it_is_new_on_the_home_page_and_in_the_sitemap(root: Path) -> None:
    made = built(root)
    assert any(a.attrib["href"].endswith("en/courses/listening/") for a in made["en/index.html"].all("a"))
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    stated = {loc.text for loc in ElementTree.parse(root / "site/sitemap.xml").getroot().findall("s:url/s:loc", names)}
    assert {
        f"https://k.example/{a}" for a in ("en/courses/", "en/courses/walking/", "cy/cyrsiau/", "cy/cyrsiau/arwain/")
    } <= stated


def test_its_fields_are_on_the_contributors_page(root: Path) -> None:
    page = built(root)["en/fields/index.html"]
    section = next(s for s in page.all("section") if any(e.get("id") == "kind-courses" for e in s.iter()))
    shown = [words(e) for dt in elements(section, "dt") for e in elements(dt, "code")]
    assert [name for name in shown if "." not in name][:9] == [
        "name",
        "slug",
        "former_slugs",
        "level",
        "hours",
        "by",
        "url",
        "about",
        "words",
    ]
    assert "sessions.on" in shown
    assert "the day it is held" in words(section)


def test_the_commands_know_it(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["schema", "course", "--root", str(root)]) == 0
    schema = json.loads(capsys.readouterr().out)
    assert schema["properties"]["level"]["enum"] == ["first", "second"]
    assert cli.main(["new", "courses", "talking", "--root", str(root)]) == 0
    blank = (root / "content/courses/talking.yml").read_text(encoding="utf-8")
    assert "level: first | second" in blank and "# the name of the course" in blank
    (root / "content/courses/talking.yml").unlink()
    assert cli.main(["fmt", "--root", str(root)]) == 0
    assert (
        (root / "content/courses/listening.yml")
        .read_text(encoding="utf-8")
        .startswith("name:\n  en: Listening well\n  cy: Gwrando'n dda\nslug:\n")
    )
    assert cli.main(["fmt", "--check", "--root", str(root)]) == 0
    assert (
        cli.main(
            ["review", "--root", str(root), "--lang", "cy", "--by", "Ann", "--today", str(TODAY), "courses/listening"]
        )
        == 0
    )
    record = catalogue.load(root).of("courses")["listening"]
    assert record.review["cy"].of
    assert cli.main(["check", "--root", str(root), "--today", str(TODAY)]) == 0


def test_without_a_template_it_still_has_a_page(root: Path) -> None:
    (root / "theme/templates/courses.html").unlink()
    assert words(built(root)["en/courses/listening/index.html"].first("h1")) == "Listening well"


@pytest.mark.parametrize(
    "text",
    ["KIND = 1", "x =", "import no_such_module", "class Half: pass"],
)
def test_a_broken_class_is_one_clear_sentence(root: Path, text: str, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "kinds/course.py").write_text(text)
    assert cli.main(["check", "--root", str(root)]) == 2
    assert "kinds/course.py" in capsys.readouterr().err

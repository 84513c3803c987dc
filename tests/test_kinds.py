"""What the kinds take and refuse: every type of field, every fault of a record at its own place, and what a kind needs."""

from __future__ import annotations

import re
from datetime import date, time
from pathlib import Path
from typing import Any, ClassVar, Literal

import pytest
from pydantic import BaseModel, Field, ValidationError

from generator import catalogue, kinds, source, theme
from generator.issues import N_
from generator.kinds.describe import blank, part_of, rows
from generator.kinds.faults import issues_of
from generator.kinds.fields import Day, Decimal, Email, Flag, Id, Line, MainLines, Number, Part, Phone, Texts, Time, Web
from generator.kinds.record import Moved, Record, Review, placed
from generator.wording import Wording
from tests import findings
from tests.conftest import TODAY, Tree
from tests.findings import GLOSSARY, GREEN_WALK

KINDS = kinds.discover()
FILE = f"{GLOSSARY}/green-walk.yml"
WELSH = Wording("cy", [theme.OURS])


class Inner(Part):
    """A part of the sample kind."""

    line: Line = Field(description=N_("what it says"))


class Sample(Record):
    """One field of each type there is."""

    folder: ClassVar[str] = "samples"

    name: MainLines = Field(default={"en": "sample"}, description=N_("its name"))
    line: Line | None = Field(default=None, description=N_("one line"))
    texts: Texts = Field(default_factory=dict, description=N_("prose"))
    key: Id | None = Field(default=None, description=N_("an id"))
    flag: Flag = Field(default=False, description=N_("a flag"))
    number: Number | None = Field(default=None, description=N_("a number"))
    decimal: Decimal | None = Field(default=None, description=N_("a decimal"))
    day: Day | None = Field(default=None, description=N_("a day"))
    time: Time | None = Field(default=None, description=N_("a time"))
    web: Web | None = Field(default=None, description=N_("a web address"))
    email: Email | None = Field(default=None, description=N_("an e-mail address"))
    phone: Phone | None = Field(default=None, description=N_("a number to ring"))
    choice: Literal["open", "paused", "closed"] | None = Field(default=None, description=N_("its state"))
    many: tuple[Line, ...] = Field(default=(), max_length=2, description=N_("several lines"))
    inner: Inner | None = Field(default=None, description=N_("a part"))
    inners: tuple[Inner, ...] = Field(default=(), description=N_("parts"))


def refusals(tree: Any) -> list[tuple[str, str]]:
    """Code and message of each refusal of a sample."""
    try:
        placed(Sample, tree, "a", "a.yml", ("en", "cy"))
    except ValidationError as error:
        return [(issue.rule.code, issue.message()) for issue in issues_of(error, Sample, "a.yml")]
    return []


@pytest.mark.parametrize(
    ("field", "value", "typed"),
    [
        ("line", "  a line ", "a line"),
        ("line", "x" * 300, "x" * 300),
        ("texts", {"cy": "un\n\ndau"}, {"cy": "un\n\ndau"}),
        ("key", "green-referral-2", "green-referral-2"),
        ("key", "x" * 80, "x" * 80),
        ("flag", "true", True),
        ("flag", "false", False),
        ("number", "0", 0),
        ("number", "-12", -12),
        ("number", "999999999999", 999999999999),
        ("decimal", "51.5", 51.5),
        ("decimal", "-3", -3.0),
        ("day", "2024-02-29", date(2024, 2, 29)),
        ("time", "7:05", time(7, 5)),
        ("time", "23:59", time(23, 59)),
        ("web", "https://example.org", "https://example.org"),
        ("web", "http://a.b/c?d=e&f=g#h", "http://a.b/c?d=e&f=g#h"),
        ("email", "a.b+c@d-e.org", "a.b+c@d-e.org"),
        ("phone", "01443 202020", "01443 202020"),
        ("phone", "+44 1443 202020", "+44 1443 202020"),
        ("phone", "999", "999"),
        ("choice", "paused", "paused"),
        ("many", ["a", "b"], ("a", "b")),
        ("inner", {"line": "a"}, Inner(line="a")),
    ],
)
def test_a_good_value_is_typed(field: str, value: Any, typed: Any) -> None:
    record = placed(Sample, {field: value}, "a", "a.yml", ("en", "cy"))
    assert getattr(record, field) == typed


NOT_AN_ID = "'{}' cannot be an id."
NOT_A_DATE = "'day' must be a date, not '{}'."
NOT_A_TIME = "'time' must be a time, not '{}'."
NOT_A_NUMBER = "'number' must be a number, not '{}'."
NOT_A_DECIMAL = "'decimal' must be a number, not '{}'."
NOT_A_FLAG = "'flag' must be true or false, not '{}'."
NOT_WEB = "'{}' is not a web address."
NOT_EMAIL = "'{}' is not an e-mail address."
NOT_A_PHONE = "'{}' is not a telephone number."


@pytest.mark.parametrize(
    ("field", "code", "message", "values"),
    [
        ("line", "too-long", "'line' is longer than 300 characters.", ["x" * 301]),
        ("line", "not-one-line", "'line' must be one line.", ["a\nb"]),
        ("line", "empty-field", "'line' is empty.", ["", "   "]),
        ("line", "wrong-shape", "'line' must be text.", [["a"], {"a": "b"}]),
        ("key", "bad-id", NOT_AN_ID, ["Green", "a_b", "a--b", "-a", "a-", "a b", "ŵ", "a.b", "a/b", "../a", "x" * 81, "con", "nul", "lpt1"]),
        ("flag", "bad-flag", NOT_A_FLAG, ["yes", "no", "on", "True", "TRUE", "1"]),
        ("number", "bad-number", NOT_A_NUMBER, ["01", "1.5", "1_000", "1,000", "+1", "0x1", "1e3", "one", "-", "1٢", "9" * 13]),
        ("decimal", "bad-number", NOT_A_DECIMAL, ["1.", ".5", "1,5", "inf", "nan", "1e3"]),
        ("day", "bad-date", NOT_A_DATE, ["2026-13-45", "2026-02-29", "2026-2-1", "20260201", "21/11/2026", "2026-11-21T10:00", "0000-01-01"]),
        ("time", "bad-time", NOT_A_TIME, ["24:00", "12:60", "12.30", "1230", "12:30pm", "12:3", "1٢:30"]),
        ("web", "bad-web-address", NOT_WEB, ["example.org", "javascript:alert(1)", "data:text/html,x", "ftp://a.b", "https://a", "//a.b", "https://a.b/c d", 'https://a.b/"', "https://u@a.b/", "HTTPS://a.b"]),
        ("email", "bad-email", NOT_EMAIL, ["a", "a@b", "@b.org", "a@b.o", "a b@c.org", "a@b@c.org", "<a@b.org>", "a@b.org, c@d.org"]),
        ("phone", "bad-phone", NOT_A_PHONE, ["12", "01443-202020", "(01443) 202020", "01443 202020 ext 2", "ring us", "+", "01443  202020", "٠١٢٣٤"]),
        ("choice", "unknown-value", "'{}' is not one of the choices for 'choice'.", ["shut", "Open"]),
        ("many", "wrong-shape", "'many' must be a list, each entry on a line of its own that begins with '- '.", ["a", {"a": "b"}]),
        ("many", "empty-field", "'many' is empty.", [[""], ""]),
        ("texts", "wrong-shape", "'texts' must be a set of 'name: value' lines, indented below it.", ["a", ["a"]]),
        ("texts", "empty-field", "'texts' is empty.", [""]),
        ("texts", "empty-field", "'texts.cy' is empty.", [{"cy": ""}]),
        ("texts", "unknown-language", "'fr' is not a language of this site.", [{"fr": "a"}]),
        ("name", "missing-main-language", "'name' is missing in the language 'en'.", [{"cy": "a"}, {}]),
        ("inner", "missing-field", "'inner.line' is missing.", [{}]),
        ("inner", "unknown-field", "'lien' is not a field here.", [{"line": "a", "lien": "b"}]),
        ("inner", "wrong-shape", "'inner' must be a set of 'name: value' lines, indented below it.", ["a"]),
        ("inners", "missing-field", "'inners.line' is missing.", [[{}]]),
        ("inners", "empty-field", "'inners.line' is empty.", [[{"line": ""}]]),
    ],
)  # fmt: skip
def test_a_bad_value_is_refused(field: str, code: str, message: str, values: list[Any]) -> None:
    for value in values:
        assert refusals({field: value}) == [(code, message.format(value))], value


def test_too_many_entries_are_not_called_characters() -> None:
    ((code, message),) = refusals({"many": ["a", "b", "c"]})
    assert code == "too-many-entries"
    assert not re.search(r"\bcharacters\b", message)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # every fault at its own place
            "term:\n  cy: taith werdd\nclass: cor\nsugested: true\nbroader: [Green, ok]\nchanges:\n"
            "  - on: 2026-13-45\n    what:\n      en: ''\nlink:\n  auto: yes\nuse: {term: blue-walk}\n",
            [
                (2, 3, "'term' is missing in the language 'en'.", "Add the line 'en: …' below 'term'."),
                (3, 8, "'cor' is not one of the choices for 'class'.", "Did you mean 'core'?"),
                (4, 1, "'sugested' is not a field here.", "Did you mean 'suggested'?"),
                (5, 11, "'Green' cannot be an id.", "Write it with a to z, 0 to 9 and single hyphens only, as in 'green-referral'."),
                (7, 9, "'changes.on' must be a date, not '2026-13-45'.", "Write it as 2026-11-21."),
                (9, 11, "'changes.what.en' is empty.", "Fill it in, or delete the whole line."),
                (11, 9, "'link.auto' must be true or false, not 'yes'.", "Write true or false, without quotes."),
                (12, 6, "'use.kind' is missing.", "Add it: synonym, near-synonym, abbreviation, former-name or avoid."),
            ],
        ),
        (  # a stub
            "moved_to: Blue\nterm:\n  en: a\n",
            [
                (1, 11, "'Blue' cannot be an id.", "Write it with a to z, 0 to 9 and single hyphens only, as in 'green-referral'."),
                (2, 1, "'term' stands in a record that has moved.", "Keep the text in the new record and delete it here."),
            ],
        ),
        ("moved_to:\n", [(1, 10, "'moved_to' is empty.", "Fill it in, or delete the whole line.")]),
        ("moved_to: []\n", [(1, 11, "'moved_to' is empty.", "Fill it in, or delete the whole line.")]),
        ("- term\n", [(1, 1, "'term' must be a set of 'name: value' lines, indented below it.", "See the field's example in the contributor pages.")]),
        ("term\n", [(1, 1, "'term' must be a set of 'name: value' lines, indented below it.", "See the field's example in the contributor pages.")]),
    ],
)  # fmt: skip
def test_every_fault_of_a_record(tree: Tree, text: str, expected: list[tuple[int, int, str, str]]) -> None:
    found = findings.rows(tree({FILE: text}))
    assert [(row["line"], row["column"], row["message"], row["hint"]) for row in found] == expected


@pytest.mark.parametrize(
    ("change", "line", "hint"),
    [
        (("definition:", "defintion:"), 4, "Did you mean 'definition'?"),
        (("definition:", "xyz:"), 4, f"Fields here: {', '.join(row.name for row in rows(KINDS['glossary']) if '.' not in row.name)}."),
        (("  cy: taith", "  yc: taith"), 3, "Languages here: en, cy."),
        (("definition:", "class: corre\ndefinition:"), 4, "Did you mean 'core'?"),
        (("definition:", "class: green\ndefinition:"), 4, "Choose one of: core, non-core."),
        (("definition:", "related: [blue-wolk]\ndefinition:"), 4, "Did you mean 'blue-walk'?"),
        (("definition:", "related: [zzz]\ndefinition:"), 4, "Write the file name of a record in content/glossary, without .yml."),
        (("definition:", "themes: [outdors]\ndefinition:"), 4, "Did you mean 'outdoors'?"),
        (("definition:", "themes: [zzz]\ndefinition:"), 4, "Entries: indoors, outdoors."),
        (("definition:", "moved_to: blue-walk\ndefinition:"), 1, "Keep the text in the new record and delete it here."),
    ],
)  # fmt: skip
def test_the_nearest_name_is_offered(tree: Tree, change: tuple[str, str], line: int, hint: str) -> None:
    root = tree(
        {
            FILE: GREEN_WALK.replace(*change),
            f"{GLOSSARY}/blue-walk.yml": GREEN_WALK.replace("green", "blue").replace("werdd", "las"),
            "content/vocabularies/themes.yml": "name: {en: Themes, cy: Themâu}\nentries:\n  indoors:\n"
            "    name: {en: In, cy: Dan do}\n  outdoors:\n    name: {en: Out, cy: Awyr agored}\n",
        }
    )
    found = [row for row in findings.rows(root) if row["severity"] == "error" and row["file"] == FILE]
    assert (found[0]["line"], found[0]["hint"]) == (line, hint)


SITE = "content/site.yml"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("- a\n", [1]),
        ("hello\n", [1]),
        ("moved_to: elsewhere\n", [1]),
        ("name:\n  en: Words\n  cy: Geiriau\nlanguages: en\n", [4]),
        ("name:\n  en: Words\n  cy: Geiriau\nlanguages: []\n", [4]),
        ("languages:\n  - code: E1\n", [2]),
        ("languages:\n  - code: Cy\n", [2]),
        ("languages:\n" + "".join(f"  - code: {code}\n" for code in ("en", "cy", "gd", "ga")), [2]),
        ("languages:\n  - code: en\n  - code: cy\n  - code: en\n", [4]),
        ("review_after_days: '0'\n", [1]),
        ("paths:\n  glossary:\n    cy: ../x\n", [3]),
        ("urgent:\n  - phone: ring us\n", [2, 2, 2, 2, 2]),  # a bad number; four fields missing
    ],
)
def test_a_faulty_site_file_is_reported(tree: Tree, text: str, lines: list[int]) -> None:
    found = findings.rows(tree({SITE: text, FILE: GREEN_WALK}))
    assert [row["line"] for row in found if row["file"] == SITE and row["severity"] == "error"] == lines


# What a kind needs


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_a_kind_has_all_its_parts(kind: type[Record]) -> None:
    templates, content = theme.OURS / "templates", findings.HERE / "content"
    if kind.folder == "site":
        assert (content / "site.yml").is_file(), "The site's own record content/site.yml is missing."
        return
    assert kind.empty or (content / kind.folder).is_dir(), (
        f"The kind {kind.__name__} has no folder content/{kind.folder}."
    )
    if kind.pages:
        wanted = templates / f"{kind.folder}.html"
        assert wanted.is_file(), f"The kind {kind.__name__} has no template theme/templates/{kind.folder}.html."
    for name in ("label", "labels"):
        own = getattr(kind, name)
        assert own != getattr(Record, name), f"The kind {kind.__name__} has no {name} of its own."
        assert WELSH.plain(own) != own, f"'{own}', of the kind {kind.__name__}, has no Welsh in theme/locale/cy."
    for name in (kind.title_field, *kind.one_language, *kind.search.names, *kind.search.text):
        assert name.split(".")[0] in kind.model_fields, f"{kind.__name__} names the field '{name}', which it has not."


def _fields(model: type[BaseModel]) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for name, info in model.model_fields.items():
        found.append((f"{model.__name__}.{name}", info.description or ""))
        inner = part_of(info.annotation)
        found += _fields(inner) if inner else []
    return found


MODELS: tuple[type[BaseModel], ...] = (*KINDS.values(), Moved, Review)
FIELDS = dict(found for model in MODELS for found in _fields(model))


@pytest.mark.parametrize("field", sorted(FIELDS))
def test_a_field_has_help_in_both_languages(field: str) -> None:
    assert FIELDS[field], f"The field {field} has no description."
    assert WELSH.plain(FIELDS[field]) != FIELDS[field], f"The help of {field} has no Welsh in theme/locale/cy."


FILLED: dict[str, list[tuple[str | re.Pattern[str], str]]] = {
    "case-studies": [
        ("countries:\n  - …", "countries:\n  - first-country"),
        (re.compile("^    source: .*", re.MULTILINE | re.DOTALL), "    key: first"),
        ("# model:", "model:\n  - says: {en: They meet., cy: Maent yn cwrdd.}\n    from: [first]\n# model:"),
    ],
    "glossary": [("# definition:\n#   en: …\n#   cy: …", "definition:\n  en: …\n  cy: …")],
    "assets": [("# venues:", "contact:\n  web:\n    en: https://walkers.example/\ncost:\n  kind: free\n# venues:")],
    "competencies": [("state: published", "state: ours")],
    "handover": [("area: …", "area: first-area")],
    "looks": [("area: …", "area: first-area"), ("  - …", "  - first-need"), ("on: …", f"on: {TODAY}")],
    "tools": [("types:\n  - …", "types:\n  - directory")],
    "training": [(re.compile("^    source: .*", re.MULTILINE | re.DOTALL), "    url: https://walkers.example/")],
    "vocabularies": [(re.compile("^    note:.*", re.MULTILINE | re.DOTALL), "")],
}
"""What a blank record needs besides its open gaps."""
LISTS = {
    f"content/vocabularies/{name}.yml": f"name: {{en: {name}, cy: rhestr}}\nentries: {{{id}: {{name: {{en: {id}, cy: un}}}}}}\n"
    for name, id in {
        "areas": "first-area",
        "countries": "first-country",
        "needs": "first-need",
        "costs": "free",
    }.items()
}
"""The vocabularies that the filled gaps name entries of."""


@pytest.mark.parametrize(
    "kind", [kind for kind in KINDS.values() if kind.folder != "site"], ids=lambda kind: kind.folder
)
def test_a_blank_record_is_read_and_passes_once_filled(tree: Tree, kind: type[Record]) -> None:
    text = blank(kind, ("en", "cy"), [str, WELSH.plain])
    document = source.read_text(text)
    assert document.issues == []
    assert isinstance(document.tree, dict)
    assert list(document.tree) == [row.name for row in rows(kind) if row.required and "." not in row.name]
    filled = text
    for gap, filling in FILLED.get(kind.folder, ()):
        filled = re.sub(gap if isinstance(gap, re.Pattern) else re.escape(gap), filling, filled)
    filled = re.sub(r"^(?!#)(.*: )(\w+) \|.*$", r"\1\2", filled, flags=re.MULTILINE)
    words = iter(["first words", "geiriau cyntaf", "more said", "rhagor wedyn", "and so on", "ac yn y blaen"])
    filled = re.sub("^(?!#)(.*)…$", lambda match: match.group(1) + next(words), filled, flags=re.MULTILINE)
    shelf = "first-area/" if kind.shelves else ""
    lists = LISTS if kind.folder in ("assets", "case-studies", "handover", "looks") else {}
    root = tree({f"content/{kind.folder}/{shelf}first.yml": filled, **lists})
    assert findings.rows(root) == []
    assert list(catalogue.load(root).of(kind.folder)) == ["first"]


def test_a_kind_of_a_root_is_found_and_stays_in_it(tree: Tree, tmp_path_factory: pytest.TempPathFactory) -> None:
    """One class in kinds/, one folder: the class alone makes the records readable, in this root and no other."""
    course = (
        "from typing import ClassVar\nfrom pydantic import Field\nfrom generator.kinds.fields import MainLines\n"
        "from generator.kinds.record import Record\n\n\nclass Course(Record):\n    folder: ClassVar[str] = 'courses'\n"
        "    name: MainLines = Field(description='its name')\n\n\nKIND = Course\n"
    )
    record = "name:\n  en: first aid\n  cy: cymorth cyntaf\n"
    root = tree({"kinds/course.py": course, "content/courses/first-aid.yml": record})
    assert findings.rows(root, TODAY) == []
    assert list(catalogue.load(root).of("courses")) == ["first-aid"]
    other = tmp_path_factory.mktemp("other")
    (other / "content/courses").mkdir(parents=True)
    (other / "content/courses/first-aid.yml").write_text(record, encoding="utf-8")
    assert [row["code"] for row in findings.rows(other)] == ["unknown-folder"]


def test_every_record_has_a_title_among_its_fields() -> None:
    assert {kind.folder: kind.title_field in kind.model_fields for kind in KINDS.values()} == dict.fromkeys(KINDS, True)


def test_ours_are_found_by_their_folders() -> None:
    assert {folder: kind.folder for folder, kind in KINDS.items()} == {folder: folder for folder in KINDS}
    assert Path(kinds.__file__ or "").is_file()

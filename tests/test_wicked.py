"""Fifty wicked records: each gives a clear error at the right line, in every format, and hides none of the others."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import NamedTuple

import pytest

from generator import catalogue, checks, cli
from generator.issues import FORMATS
from tests.conftest import TODAY, Tree
from tests.findings import GLOSSARY, GREEN_WALK, placed
from tests.test_source import DEEP, LAUGHS, MERGE_BOMB


class Wicked(NamedTuple):
    """A file's bytes, and the error it must give: its line and code."""

    data: bytes
    line: int
    code: str


def _more(text: str, code: str, line: int = 7) -> Wicked:
    """A good record with something wicked below."""
    return Wicked((GREEN_WALK + text + "\n").encode(), line, code)


def _in_term(text: str, code: str) -> Wicked:
    """A good record with something wicked in its name."""
    return Wicked(GREEN_WALK.replace("green walk", text).encode(), 2, code)


WICKED = {
    "deep-brackets": Wicked(b"[" * DEEP, 1, "too-deep"),
    "deep-braces": Wicked(b"{a: " * 12_000, 1, "too-deep"),
    "deep-dashes": Wicked(b"term:\n  " + b"- " * 30_000, 2, "too-deep"),
    "merge-bomb": Wicked(MERGE_BOMB.encode(), 1, "anchor"),
    "billion-laughs": Wicked(LAUGHS.encode(), 1, "anchor"),
    "self-alias": Wicked(b"term: &a [*a]\n", 1, "anchor"),
    "anchored-key": Wicked(b"&a term: b\n", 1, "anchor"),
    "twice": _more("term: {en: blue walk}", "duplicate-key"),
    "ten-megabytes": Wicked(b"term: " + b"x" * 10_000_000, 1, "too-large"),
    "nul-byte": _in_term("green\x00walk", "forbidden-character"),
    "escape-codes": _in_term("\x1b[2Jgreen walk", "forbidden-character"),
    "right-to-left": _in_term("green\u202ewalk", "forbidden-character"),
    "zero-width": _in_term("gr\u200been walk", "forbidden-character"),
    "line-separator": _in_term("green\u2028walk", "forbidden-character"),
    "private-use": _in_term("green \ue000walk", "forbidden-character"),
    "accent-apart": _in_term("gre\u0301en walk", "not-nfc"),
    "escaped-nul": _in_term('"green\\0walk"', "forbidden-character"),
    "escaped-right-to-left": _in_term('"green\\u202ewalk"', "forbidden-character"),
    "escaped-private-use": _in_term('"green\\ue000walk"', "forbidden-character"),
    "python-object": _more("note: !!python/object/apply:os.system [ls]", "tag"),
    "own-tag-by-directive": Wicked(b"%TAG ! tag:x,2000:\n---\nterm: !a b\n", 3, "tag"),
    "merge-key": _more("link: {<<: {auto: true}}", "merge-key"),
    "utf-16": Wicked(GREEN_WALK.encode("utf-16"), 1, "not-utf8"),
    "latin-1": Wicked(GREEN_WALK.replace("werdd", "ŵ".encode().decode("latin-1")).encode("latin-1")[:-3] + b"\xff", 6, "not-utf8"),
    "overlong-slash": Wicked(b"term:\n  en: a\xc0\xafb\n", 2, "not-utf8"),
    "lone-return": Wicked(GREEN_WALK.replace("\n", "\r").encode(), 1, "forbidden-character"),
    "tabs": Wicked(GREEN_WALK.replace("  ", "\t").encode(), 2, "tab"),
    "nothing": Wicked(b"", 1, "empty-file"),
    "only-a-comment": Wicked(b"# later\n", 1, "empty-file"),
    "two-records": _more("---\n" + GREEN_WALK, "second-document"),
    "conflict": _more("<<<<<<< HEAD\nclass: core\n=======\nclass: non-core\n>>>>>>> mine", "yaml-syntax"),
    "colon-in-text": _in_term("green: walk", "yaml-syntax"),
    "at-sign": _in_term("@green", "yaml-syntax"),
    "list": Wicked(b"- term: a\n", 1, "wrong-shape"),
    "word": Wicked(b"green walk\n", 1, "wrong-shape"),
    "list-as-name": Wicked(b"term:\n  - green\n", 2, "wrong-shape"),
    "list-as-key": _more("? [a, b]\n: c", "bad-key"),
    "5000-digits": _more("suggested: " + "9" * 5000, "bad-flag"),
    "old-truth": _more("suggested: on", "bad-flag"),
    "no-such-day": _more("changes: [{on: 2026-13-45, what: {en: a, cy: b}}]", "bad-date"),
    "path-as-id": _more("related: [../../../etc/passwd]", "bad-id"),
    "script-as-id": _more("related: ['<script>alert(1)</script>']", "bad-id"),
    "script-as-address": _more("sources: [{source: a, supports: [b], at: 'javascript:alert(1)'}]", "bad-web-address"),
    "gaps-in-a-value": _more("class: '{0.__class__} {field} {} %s %(a)s'", "unknown-value"),
    "command-for-github": _more('class: "100%\\n::error file=a,line=1::b, c"', "unknown-value"),
    "own-file": _more("file: /etc/passwd", "unknown-field"),
    "inner-name": _more("__class__: a\nmodel_config: b", "unknown-field"),
    "name-of-60000": _more("x" * 900 + ": a", "unknown-field"),
    "moved-to-itself": Wicked(b"moved_to: moved-to-itself\n", 1, "moved-again"),
    "many-values": _more("forms: {en: {other: [" + "a," * 5000 + "]}}", "too-many-values", 1),
}  # fmt: skip
GITHUB = re.compile(r"::(error|warning) file=([^,:%\n]+),line=(\d+),col=(\d+),title=([a-z0-9-]+)::(.+)")


def files_of(root: Path) -> dict[str, bytes]:
    """Every file below a folder, with its bytes."""
    return {str(path.relative_to(root)): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


def test_there_are_fifty() -> None:
    assert len(WICKED) == 50


@pytest.mark.parametrize("name", WICKED)
def test_a_wicked_record_is_refused_clearly(tree: Tree, name: str) -> None:
    data, line, code = WICKED[name]
    root = tree({f"{GLOSSARY}/{name}.yml": data})
    issues = checks.run(catalogue.load(root), TODAY)
    assert (f"{name}.yml", line, code) in {(file, row, found) for file, row, _, found in placed(root)}
    shown = {form: write(issues, str) for form, write in FORMATS.items()}
    found = json.loads(shown["json"])
    assert {tuple(row) for row in found} == {("file", "line", "column", "code", "severity", "message", "hint")}
    for row in found:
        assert row["message"].isprintable() and row["hint"].isprintable()
        assert 10 < len(row["message"]) < 400
        assert (row["line"], row["column"]) >= (1, 1)
    assert [character for character in shown["text"] if not character.isprintable() and character != "\n"] == []
    matches = [GITHUB.fullmatch(annotation) for annotation in shown["github"].split("\n")]
    assert [match and match.group(3, 4, 5) for match in matches] == [
        (str(row["line"]), str(row["column"]), row["code"]) for row in found
    ]
    for match, row in zip(matches, found, strict=True):
        assert match
        text = match.group(6).replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%")
        assert text == f"{row['message']} {row['hint']}"


def test_github_reads_no_command_out_of_a_value(tree: Tree) -> None:
    root = tree({f"{GLOSSARY}/a.yml": WICKED["command-for-github"].data})
    (line,) = FORMATS["github"](checks.run(catalogue.load(root), TODAY), str).split("\n")
    assert line == (
        f"::error file={GLOSSARY}/a.yml,line=7,col=8,title=unknown-value::'100%25 ::error file=a,line=1::b, c' is not one "
        "of the choices for 'class'. Choose one of: core, non-core."
    )


def test_a_file_name_cannot_end_an_annotation_early(tree: Tree) -> None:
    root = tree({f"{GLOSSARY}/a,line=9::100%.yml": GREEN_WALK})
    (line,) = FORMATS["github"](checks.run(catalogue.load(root), TODAY), str).split("\n")
    assert line.startswith(
        f"::error file={GLOSSARY}/a%2Cline=9%3A%3A100%25.yml,line=1,col=1,title=bad-id::'a,line=9::100%25' "
    )


def test_none_hides_another_and_a_site_built_before_stays(tree: Tree, capsys: pytest.CaptureFixture[str]) -> None:
    root = tree({f"{GLOSSARY}/green-walk.yml": GREEN_WALK})
    build = ["build", "--root", str(root), "--today", TODAY.isoformat()]
    assert cli.main(build) == 0
    before = files_of(root / "site")
    assert len(before) > 10
    tree({f"{GLOSSARY}/{name}.yml": wicked.data for name, wicked in WICKED.items()})
    found = {(file, line, code) for file, line, _, code in placed(root)}
    assert {(f"{name}.yml", line, code) for name, (_, line, code) in WICKED.items()} <= found
    assert "green-walk.yml" not in {file for file, _, _ in found}
    capsys.readouterr()
    assert cli.main(build) == 1
    shown = capsys.readouterr()
    assert shown.err.splitlines()[-1].endswith(" errors; nothing was built, and a site built before is as it was.")
    assert files_of(root / "site") == before
    assert sorted(path.name for path in root.iterdir()) == ["content", "site"]

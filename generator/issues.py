"""Faults in content: where they are, what is wrong, what to write instead.

A Rule is declared once, beside the code that finds it; an Issue is one finding of it. Neither knows a file format
or a language: texts are message ids, put into words by whoever prints them.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import groupby

Path = tuple[str | int, ...]
"""Where a value stands inside its record: field names and list positions, from the top."""

Translate = Callable[[str], str]


def N_(message: str) -> str:  # noqa: N802  (gettext's own name for "mark, translate later")
    """Mark a text for translation without translating it."""
    return message


def ngettext(one: str, many: str) -> tuple[str, str]:
    """Mark a counted text for translation without translating it."""
    return one, many


_WHOLE = frozenset({"known", "there", "came"})
"""Values of findings that are shown at length: lists to choose from, texts to compare."""


class Phrase(str):
    """A value of a finding that is itself a message id, to be translated with it."""

    __slots__ = ()


class Phrases(Phrase):
    """Several message ids with "; " between them, each to be translated."""

    __slots__ = ()


class Numbered(Phrase):
    """A message id with a number behind it, as 'row 12'."""

    __slots__ = ()


class Severity(StrEnum):
    """An error blocks the build; a warning does not, and is to be mended; advice is for the editor to judge."""

    ERROR = N_("error")
    WARNING = N_("warning")
    ADVICE = N_("advice")

    @property
    def rank(self) -> int:
        """The gravest is 0."""
        return list(Severity).index(self)


_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}
"""What GitHub calls them."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that can be wrong. `code` is stable; `about` says the rule in one sentence for the documentation;
    `message` and `hint` are English message ids with {named} gaps."""

    code: str
    severity: Severity
    about: str
    message: str
    hint: str

    def at(
        self, file: str, path: Path = (), *, place: tuple[int, int] | None = None, hint: str = "", **values: object
    ) -> Issue:
        """A finding of this rule in `file` (relative to the root). `place` is (line, column) where already known."""
        return Issue(
            self,
            file,
            path,
            {name: _printable(value, 1000 if name in _WHOLE else 120) for name, value in values.items()},
            place,
            hint,
        )


@dataclass(frozen=True, slots=True)
class Issue:
    """One finding. Lines and columns count from 1; a finding about a whole file stands at 1:1."""

    rule: Rule
    file: str
    path: Path = ()
    values: Mapping[str, str] = field(default_factory=dict)
    place: tuple[int, int] | None = None
    other_hint: str = ""

    @property
    def line(self) -> int:
        return self.place[0] if self.place else 1

    @property
    def column(self) -> int:
        return self.place[1] if self.place else 1

    @property
    def blocks(self) -> bool:
        return self.rule.severity is Severity.ERROR

    def message(self, translate: Translate = str) -> str:
        """What is wrong, as one sentence."""
        return translate(self.rule.message).format(**self._said(translate))

    def hint(self, translate: Translate = str) -> str:
        """What to write instead."""
        return translate(self.other_hint or self.rule.hint).format(**self._said(translate))

    def _said(self, translate: Translate) -> Mapping[str, str]:
        return {name: translated(value, translate) for name, value in self.values.items()}

    def sort_key(self) -> tuple[str, int, int, str, str]:
        return (self.file, self.line, self.column, self.rule.code, self.message())


def translated(value: str, translate: Translate) -> str:
    """A value of a finding in words."""
    if isinstance(value, Numbered):
        word, _, number = value.rpartition(" ")
        return f"{translate(word)} {number}"
    if isinstance(value, Phrases):
        return "; ".join(map(translate, value.split("; ")))
    return translate(value) if isinstance(value, Phrase) else value


def _printable(value: object, limit: int) -> str:
    return value if isinstance(value, Phrase) else visible(str(value), limit)


def visible(text: str, limit: int = 120) -> str:
    """`text` fit to be printed on one line: no control characters, cut to `limit` characters."""
    line = "".join(c if c.isprintable() else " " for c in text)
    return line if len(line) <= limit else line[: limit - 1] + "…"


def as_text(issues: Iterable[Issue], translate: Translate = str) -> str:
    """Findings grouped by file, errors first within each, each with its hint below."""
    lines: list[str] = []
    for file, group in groupby(sorted(issues, key=Issue.sort_key), key=lambda issue: issue.file):
        lines.append(visible(file, 1000))
        for issue in sorted(group, key=lambda issue: (issue.rule.severity.rank, issue.line, issue.column)):
            severity = translate(issue.rule.severity.value)
            lines.append(f"  {issue.line}:{issue.column}  {severity}  {issue.message(translate)}  [{issue.rule.code}]")
            lines.append(f"      {issue.hint(translate)}")
        lines.append("")
    return "\n".join(lines)


def as_github(issues: Iterable[Issue], translate: Translate = str) -> str:
    """GitHub workflow commands: each finding becomes an annotation on its line of the pull request."""

    def data(text: str) -> str:
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")

    def attribute(text: str) -> str:
        return data(text).replace(":", "%3A").replace(",", "%2C")

    return "\n".join(
        f"::{_GITHUB[issue.rule.severity]} file={attribute(visible(issue.file, 1000))},line={issue.line},col={issue.column},"
        f"title={issue.rule.code}::{data(issue.message(translate) + ' ' + issue.hint(translate))}"
        for issue in sorted(issues, key=Issue.sort_key)
    )


def as_json(issues: Iterable[Issue], translate: Translate = str) -> str:
    """A list of {file, line, column, code, severity, message, hint}: a contract, other tools read it."""
    rows = [
        {
            "file": visible(issue.file, 1000),
            "line": issue.line,
            "column": issue.column,
            "code": issue.rule.code,
            "severity": issue.rule.severity.value,
            "message": issue.message(translate),
            "hint": issue.hint(translate),
        }
        for issue in sorted(issues, key=Issue.sort_key)
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def summary(issues: Iterable[Issue], records: int, translate: Translate = str) -> str:
    """How many findings there are of each severity, in one line; advice only where there is some."""
    counts = Counter(issue.rule.severity for issue in issues)
    said = (
        N_("{records} records: {errors} errors, {warnings} warnings, {advice} pieces of advice.")
        if counts[Severity.ADVICE]
        else N_("{records} records: {errors} errors, {warnings} warnings.")
    )
    return translate(said).format(
        records=records,
        errors=counts[Severity.ERROR],
        warnings=counts[Severity.WARNING],
        advice=counts[Severity.ADVICE],
    )


FORMATS: Mapping[str, Callable[[Iterable[Issue], Translate], str]] = {
    "text": as_text,
    "github": as_github,
    "json": as_json,
}


class Refusal(Exception):
    """Something the user asked for cannot be done. Its text is one clear sentence with {named} gaps, a message id like those of
    rules; no traceback is shown. A gap may hold another refusal, or an issue: it is put into words with it."""

    def __init__(self, message: str, **values: object) -> None:
        self.message, self.values = message, values
        super().__init__(self.said())

    def with_hint(self, hint: Refusal | None) -> Refusal:
        """The same with another sentence behind it."""
        return Refusal("{said} {hint}", said=self, hint=hint) if hint else self

    def said(self, translate: Translate = str) -> str:
        """The sentence in words."""
        text = translate(self.message)
        return (
            text.format(**{name: _in_words(value, translate) for name, value in self.values.items()})
            if self.values
            else text
        )


def _in_words(value: object, translate: Translate) -> object:
    if isinstance(value, Refusal):
        return value.said(translate)
    if isinstance(value, Issue):
        return f"{value.message(translate)} {value.hint(translate)}"
    return value

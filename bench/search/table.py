"""The table: a row for each kind of question, for the weights and for the times; a column for each engine."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bench.search.box import BoxTimes
from bench.search.counting import Tally, spread
from bench.search.pairs import BASE, MUTATED_PLURALS, NAMES, PLURALS
from bench.search.questions import DIACRITICS, OTHER_LANGUAGE, SYNONYMS, TYPOS, Question
from bench.search.sitting import Results

WELSH = (BASE, MUTATED_PLURALS, PLURALS, NAMES)
ROWS = (*WELSH, TYPOS, DIACRITICS, SYNONYMS, OTHER_LANGUAGE)
NOTHING = "–"
HEAVIEST = 5


def printed(results: Mapping[str, Results], questions: Sequence[Question], sizes: Sequence[str]) -> str:
    """The table as Markdown with its columns in line, and below it what could not be measured."""
    columns = list(results.values())
    lines = [["what", "queries", *results]]
    lines += [_recall(row, questions, columns) for row in ROWS]
    lines += [_falsehood(row, questions, columns) for row in WELSH]
    for size in sizes:
        lines.append([f"first result, {size}: bytes, gzip -9", "", *(_needed(column, size) for column in columns)])
        lines.append([f"fetched by itself after it, {size}", "", *(_later(column, size) for column in columns)])
    for size in sizes:
        cells = [_spread(column.keys.get(size)) for column in columns]
        lines.append([f"key to result, {size}: p50 / p95, ms", _count(columns[0].keys.get(size)), *cells])
    for size in sizes:
        times = [column.box.get(size, BoxTimes()) for column in columns]
        asked = _count(times[0].first)
        lines.append([f"key to list in our box, {size}: p50 / p95, ms", asked, *(_spread(box.first) for box in times)])
        lines.append([f"key to its last change, {size}: p50 / p95, ms", asked, *(_spread(box.last) for box in times)])
    return "\n".join([_aligned(lines), *_failures(results), "", *_files(results)])


def _recall(row: str, questions: Sequence[Question], columns: Sequence[Results]) -> list[str]:
    tallies = [_whole(row, questions, column) for column in columns]
    cells = [tally.recall if tally else NOTHING for tally in tallies]
    return [f"{row}: found first / in ten", _asked(row, questions), *cells]


def _falsehood(row: str, questions: Sequence[Question], columns: Sequence[Results]) -> list[str]:
    tallies = [_whole(row, questions, column) for column in columns]
    cells = [tally.falsehood if tally else NOTHING for tally in tallies]
    return [f"{row}: false hits a query", _asked(row, questions), *cells]


def _whole(row: str, questions: Sequence[Question], column: Results) -> Tally | None:
    """The tally of a row that all its questions were asked of; a part of them would not compare."""
    tally = column.tallies.get(row)
    return tally if tally and tally.asked == sum(question.row == row for question in questions) else None


def _needed(column: Results, size: str) -> str:
    return f"{sum(column.fetched[size].needed.values()):,}" if size in column.fetched else NOTHING


def _later(column: Results, size: str) -> str:
    return f"{sum(column.fetched[size].later.values()):,}" if size in column.fetched else NOTHING


def _asked(row: str, questions: Sequence[Question]) -> str:
    return str(sum(question.row == row for question in questions) or NOTHING)


def _spread(values: Sequence[float] | None) -> str:
    return spread(values) if values else NOTHING


def _count(values: Sequence[float] | None) -> str:
    return str(len(values)) if values else ""


def _aligned(lines: Sequence[Sequence[str]]) -> str:
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    rule = "|" + "|".join("-" * (width + 2) for width in widths) + "|"
    rows = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) + " |" for line in lines
    ]
    return "\n".join([rows[0], rule, *rows[1:]])


def _files(results: Mapping[str, Results]) -> list[str]:
    """For each engine and size one line with the heaviest files of a first result."""
    lines = []
    for name, column in results.items():
        for size, fetched in column.fetched.items():
            heaviest = sorted(fetched.needed.items(), key=lambda file: (-file[1], file[0]))[:HEAVIEST]
            listed = ", ".join(f"{path} {weight:,}" for path, weight in heaviest)
            lines.append(f"{name}, {size}: {len(fetched.needed)} files, the heaviest {listed}.")
    return lines


def _failures(results: Mapping[str, Results]) -> list[str]:
    found = [
        f"{name} was not measured{' on ' if places else ''}{', '.join(places)}: {failure}."
        for name, column in results.items()
        for failure, places in column.failures.items()
    ]
    return ["", *found] if found else []

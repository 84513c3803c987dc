"""What taking feeds in would do, as one page to look at: no scripts, nothing from elsewhere, every word of others as text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from markupsafe import Markup, escape

from generator.imports.feed_rules import Finding, row_place
from generator.imports.merging import Change
from generator.imports.outcome import Outcome
from generator.imports.report import COUNTS, counts, said, without_field
from generator.imports.running import Run
from generator.imports.sifting import dotted
from generator.issues import N_, translated, visible
from generator.source import Tree
from generator.wording import Wording

_MOST = 1000
"""Records and findings that are shown of each sort: a page of all twenty thousand helps nobody."""
_STYLE = (
    "body{font:1rem/1.5 system-ui,sans-serif;max-width:70rem;margin:0 auto;padding:1rem}table{border-collapse:collapse;"
    "width:100%;margin:0 0 1rem}th,td{border:1px solid #8a8f94;padding:.3rem .5rem;text-align:left;vertical-align:top}"
    "tbody th{font-weight:normal;width:15rem}th,td:nth-child(2):not(:last-child){overflow-wrap:break-word}td:last-child{overflow-wrap:anywhere}thead{font-size:.875rem}"
    "ins,del{text-decoration:none}del::before{content:'− '}ins::before{content:'+ '}summary{font-weight:bold;padding:.5rem 0}"
    "caption{text-align:left;font-weight:bold;padding:.5rem 0;overflow-wrap:anywhere}"
    "@media(max-width:40rem){tbody th,tbody td{display:block;width:auto!important;border-width:1px 1px 0}tbody tr{display:block;"
    "border-bottom:1px solid #8a8f94}thead{display:none}tbody th{font-weight:bold}}"
    "@media(prefers-color-scheme:dark){:root{color-scheme:dark}}"
)


def page(made: Run, wording: Wording) -> str:
    """The page in one language."""
    title = wording(N_("What would be taken in"))
    note = wording(N_("Nothing has been changed yet."))
    parts = [_feed(made, outcome, wording) for outcome in made.outcomes]
    return (
        f'<!doctype html>\n<html lang="{escape(wording.lang)}">\n<head>\n<meta charset="utf-8">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n"
        f"<p>{note}</p>\n{Markup('').join(parts)}</main>\n</body>\n</html>\n"
    )


def _feed(made: Run, outcome: Outcome, wording: Wording) -> Markup:
    found = counts(outcome)
    rows = ((wording(label), found[name]) for name, label in COUNTS if found[name] or name == "rows")
    table = Markup("").join(_row(label, str(n)) for label, n in rows)
    aside = list(without_field(outcome, wording))
    pieces = [
        _part(wording(N_("New")), [_added(made, file, wording) for file in outcome.added[:_MOST]], len(outcome.added)),
        _fields(wording(N_("Changed: these fields follow the list")), outcome.changed, wording),
        _fields(wording(N_("Edited here: these fields stay as they are")), outcome.kept, wording),
        _files(wording(N_("No longer in the list")), outcome.gone),
        _files(wording(N_("Back in the list")), outcome.back),
        _files(wording(N_("Records of other lists that this one does not have")), outcome.lacking),
        _findings(outcome.findings, wording),
        _files(wording.plain(aside[0]).rstrip(":"), [line.strip() for line in aside[1:]]) if aside else Markup(""),
    ]
    return Markup("<section>\n<h2>{}</h2>\n<table>\n<tbody>\n{}</tbody>\n</table>\n{}</section>\n").format(
        outcome.feed, table, Markup("").join(pieces)
    )


def _part(title: str, shown: Sequence[Markup], count: int, inside: Markup | None = None) -> Markup:
    """What is folded away below a title: `inside`, which holds what is `shown`, or just that."""
    if not count:
        return Markup("")
    more = Markup("<p>… +{}</p>\n").format(count - len(shown)) if count > len(shown) else ""
    return Markup("<details>\n<summary>{} ({})</summary>\n{}{}</details>\n").format(
        title, count, Markup("").join(shown) if inside is None else inside, more
    )


def _added(made: Run, file: str, wording: Wording) -> Markup:
    tree = made.standing.changed.get(file, {})
    fields = (_row(path, text) for path, text in _leaves({**tree, "imported": {}}))
    return _table(file, fields, (N_("Field"), N_("In the list")), wording)


def _leaves(value: Tree, path: str = "") -> Iterator[tuple[str, str]]:
    """The values of a record with their paths; the parts of lists by their numbers, from 1."""
    if isinstance(value, dict):
        for key, held in value.items():
            yield from _leaves(held, f"{path}.{key}" if path else key)
    elif isinstance(value, list) and not all(isinstance(entry, str) for entry in value):
        for number, held in enumerate(value, 1):
            yield from _leaves(held, f"{path}.{number}")
    else:
        yield path, said(value if isinstance(value, str) else ", ".join(map(str, value)))


def _row(name: str, text: str) -> Markup:
    return Markup('<tr><th scope="row">{}</th><td>{}</td></tr>\n').format(visible(name), text)


def _table(caption: str, rows: Iterable[Markup], heads: Sequence[str], wording: Wording) -> Markup:
    head = Markup("").join(Markup('<th scope="col">{}</th>').format(wording(name)) for name in heads)
    above = Markup("<caption>{}</caption>\n").format(visible(caption, 300)) if caption else ""
    return Markup("<table>\n{}<thead><tr>{}</tr></thead>\n<tbody>\n{}</tbody>\n</table>\n").format(
        above, head, Markup("").join(rows)
    )


def _fields(title: Markup, held: Mapping[str, Sequence[Change]], wording: Wording) -> Markup:
    heads = (N_("Field"), N_("Here"), N_("In the list"))
    tables = [_table(file, map(_change, changes), heads, wording) for file, changes in list(held.items())[:_MOST]]
    return _part(title, tables, len(held))


def _change(change: Change) -> Markup:
    return Markup('<tr><th scope="row">{}</th><td><del>{}</del></td><td><ins>{}</ins></td></tr>\n').format(
        dotted(change.path), said(change.ours), said(change.theirs)
    )


def _files(title: str, files: Sequence[str]) -> Markup:
    shown = [Markup("<li>{}</li>\n").format(visible(file, 300)) for file in files[:_MOST]]
    return _part(title, shown, len(files), Markup("<ul>\n{}</ul>\n").format(Markup("").join(shown)))


def _findings(findings: Sequence[Finding], wording: Wording) -> Markup:
    heads = (N_("Row"), N_("Field"), N_("What was found"))
    shown = list(_said(findings[:_MOST], wording))
    return _part(wording(N_("Found in the rows")), shown, len(findings), _table("", shown, heads, wording))


def _said(findings: Sequence[Finding], wording: Wording) -> Iterator[Markup]:
    for one in findings:
        severity = wording(one.issue.rule.severity.value)
        yield Markup('<tr><th scope="row">{}</th><td>{}</td><td><strong>{}</strong>: {} {}</td></tr>\n').format(
            visible(
                " ".join(filter(None, (translated(row_place(one.where), wording.plain), one.key))) or one.issue.file,
                200,
            ),
            visible(one.field),
            severity,
            one.issue.message(wording.plain),
            one.issue.hint(wording.plain),
        )

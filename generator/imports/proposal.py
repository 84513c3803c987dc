"""A proposed mapping as a file, with what stands in the columns that nobody knows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from generator.issues import visible

_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9 _@./-]*")
_WORDS = re.compile("true|false|null|yes|no|on|off|y|n|~", re.I)
_QUIET = ("contact.", "when")
"""Places whose values are not shown: those that may be somebody's own, and those that say nothing by themselves."""


class Guess(NamedTuple):
    """Where a column may go: its place with its language, "" for nowhere; the sign that parts its cells."""

    heading: str
    to: tuple[str, ...] = ()
    split: str = ""


def written(
    name: str,
    lang: str,
    guesses: Sequence[Guess],
    key: Sequence[str],
    columns: dict[str, list[str]],
    count: int,
    where: Sequence[str],
    is_own: Callable[[str], bool],
) -> str:
    """The file; `is_own` says of a heading whether it stands above names of people, which are shown nowhere."""
    lines = [
        f"# Proposed from {count} rows of {visible(name)}. Read it through, put right what is wrong, and save it as a file.",
        "# A column with '' is kept aside and not shown.",
        "kind: assets",
        f"language: {lang}",
        *where,
        f"key: {listed(key)}" if key else "# No columns tell all rows apart: name one under 'key'.",
        "columns:",
    ]
    for guess in guesses:
        values = columns[guess.heading]
        to = ", ".join(guess.to)
        shown = f"[{to}]" if len(guess.to) > 1 else to or "''"
        if guess.split:
            lines += [f"  {quoted(guess.heading)}:", f"    to: {shown}", f"    split: {quoted(guess.split)}"]
        else:
            lines.append(
                f"  {quoted(guess.heading)}: {shown}{'' if is_own(guess.heading) else _example(guess, values)}"
            )
    return "\n".join(lines) + "\n"


def _example(guess: Guess, values: Sequence[str]) -> str:
    """What stands in a column that nobody knows, so that one can tell what it is."""
    if guess.to and guess.to[0].startswith(_QUIET):
        return ""
    if not values:
        return "  # empty"
    common, times = Counter(values).most_common(1)[0]
    all_alike = times == len(values) and times > 1
    return "" if guess.to or "@" in common else f"  # {'always' if all_alike else 'as'} {visible(common, 40)!r}"


def listed(texts: Iterable[str]) -> str:
    """Texts as a list in YAML."""
    return f"[{', '.join(map(quoted, texts))}]"


def quoted(text: str) -> str:
    """A text as YAML writes it."""
    if _PLAIN.fullmatch(text) and not _WORDS.fullmatch(text) and not text.endswith(" "):
        return text
    return "'" + text.replace("'", "''") + "'"

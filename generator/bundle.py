"""One script made of many modules, so that a phone on a slow line asks for one file and not for a dozen, wave after wave.
The modules stay what they are, files of their own; here each becomes a function called once, in the order in which they need
each other. Only the forms of import and export that our modules use are understood; any other is refused."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from generator import theme
from generator.issues import Refusal

BUNDLES: Mapping[str, tuple[str, ...]] = {"find/finding.js": ("find/asset.js", "find/finder.js")}
"""Scripts that are made here, each from what it does, by their names in assets/."""

_IMPORT = re.compile(r'^import (?:(\{[^}]*\}|\* as \w+) from )?"(\.[^"]+)";(?: //.*)?\n', re.MULTILINE)
_LATER = re.compile(r'\bimport\("(\.[^"]+)"\)')
_NAMED = re.compile(r"^export ((?:async )?(?:function|class|const) (\w+))", re.MULTILINE)
_LISTED = re.compile(r"^export \{ ([\w, ]+) \};\n", re.MULTILINE)
_LEFT = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)
_REMARK = re.compile(r"^ *//.*\n|(?<=[;{,]) +// .*", re.MULTILINE)


def files(root: Path) -> Iterator[tuple[str, str]]:
    """All of them, with their paths from the root of the site."""
    for name, parts in BUNDLES.items():

        def read(part: str) -> str:
            return theme.file(root, f"assets/{part}").read_text(encoding="utf-8")

        yield f"assets/{name}", bundled(name, parts, read)


def bundled(name: str, parts: tuple[str, ...], read: Callable[[str], str]) -> str:
    """The text of a script that does what `parts` do, one after the other. It stands at `name`; `read` gives the text of a
    module. All names are paths from one folder. Raises Refusal where modules need each other in a circle, or say import or
    export in another form than ours do."""
    order: dict[str, str] = {}

    def add(part: str, above: tuple[str, ...]) -> None:
        if part in above:
            raise Refusal(f"theme/assets/{part} needs itself, by {' and '.join(above)}: take one of the imports away.")
        if part not in order:
            text = read(part)
            for _, needed in _IMPORT.findall(text):
                add(_beside(part, needed), (*above, part))
            order[part] = text

    for part in parts:
        add(part, ())
    names = {part: f"m{n}" for n, part in enumerate(order)}
    return "".join(_wrapped(name, part, text, names) for part, text in order.items())


def _beside(part: str, other: str) -> str:
    """The name of what a module at `part` calls `other`."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(part), other))


def _wrapped(bundle: str, part: str, text: str, names: Mapping[str, str]) -> str:
    """A module as the value of a function: what it exports, by name."""
    if bundle.count("/") != part.count("/"):
        raise Refusal(
            f"theme/assets/{part} must lie as deep as {bundle}: move it, for what it loads would lie elsewhere."
        )
    exported = [name for _, name in _NAMED.findall(text)]
    for listed in _LISTED.findall(text):
        exported += listed.split(", ")

    def imported(found: re.Match[str]) -> str:
        what, other = found.groups()
        if not what:
            return ""
        wanted = what.removeprefix("* as ") if what.startswith("*") else " ".join(what.split()).replace(" as ", ": ")
        return f"const {wanted} = {names[_beside(part, other)]};\n"

    def later(found: re.Match[str]) -> str:
        there = posixpath.relpath(_beside(part, found[1]), posixpath.dirname(bundle))
        return f'import("{there if there.startswith(".") else f"./{there}"}")'

    body = _LISTED.sub("", _NAMED.sub(r"\1", _IMPORT.sub(imported, text)))
    if left := _LEFT.search(body):
        raise Refusal(
            f"theme/assets/{part} says '{left[0]}': write 'import {{ a, b }} from \"./other.js\";', or 'export' before "
            "'const', 'function' or 'class'."
        )
    body = _LATER.sub(later, _REMARK.sub("", body))
    return f"const {names[part]} = (() => {{\n{body}return {{ {', '.join(exported)} }};\n}})();\n"

"""Leaflet, the library that draws the map: the files of it that a site serves from its own address.

They come from the package django-js-lib-leaflet (Leaflet 1.9, BSD 2-Clause licence). Only its files are read: importing the
package would need Django. Nothing here draws: `theme/assets/find/map.js` does, once a reader asks for a map.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from generator.issues import Refusal

PACKAGE = "django-js-lib-leaflet"
FOLDER = "assets/leaflet"
_INSIDE = "js_lib_leaflet/static/js_lib_leaflet"
_SCRIPT, _STYLE, _LICENCE = "leaflet.js", "leaflet.css", "LICENSE"


def version() -> str:
    """The version of the installed package. Raises Refusal where there is none."""
    return _package().version


def files() -> Iterator[tuple[str, str]]:
    """Its script, its style and its licence: path from the site's root, and content. Raises Refusal where the package is not
    installed, or lacks one of them."""
    package = _package()
    for name in (_SCRIPT, _STYLE):
        text = _text(Path(str(package.locate_file(f"{_INSIDE}/{name}"))))
        yield f"{FOLDER}/{name}", "".join(line for line in text.splitlines(True) if "sourceMappingURL" not in line)
    yield f"{FOLDER}/{_LICENCE}.txt", _licence(package)


def _package() -> Distribution:
    try:
        return distribution(PACKAGE)
    except PackageNotFoundError:
        raise Refusal(
            f"The map of groups needs the package {PACKAGE}, which is not installed: run 'make site', or "
            f"'pip install {PACKAGE}'."
        ) from None


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except OSError:
        raise _without(file.name) from None


def _licence(package: Distribution) -> str:
    text = package.read_text(_LICENCE) or package.read_text(f"licenses/{_LICENCE}")
    if not text:
        raise _without(_LICENCE)
    return text


def _without(name: str) -> Refusal:
    return Refusal(
        f"The package {PACKAGE} has another layout than we read: it lacks '{name}'. Install the locked version."
    )

"""The kinds of record: one module each, found by themselves; a root's own `kinds/` folder adds to them.

A kind is one class (its fields and what it declares about itself), one template, one content folder.
"""

from __future__ import annotations

import importlib
import importlib.util
import pkgutil
import sys
from collections.abc import Mapping
from pathlib import Path

from generator.issues import Refusal
from generator.kinds.record import Record


def discover(root: Path | None = None) -> Mapping[str, type[Record]]:
    """Every kind by its content folder, ours first, then those of `root`/kinds/*.py, each group by name."""
    found: dict[str, type[Record]] = {}
    for module in sorted(info.name for info in pkgutil.iter_modules(__path__)):
        kind = getattr(importlib.import_module(f"{__name__}.{module}"), "KIND", None)
        if kind is not None:
            found[kind.folder] = kind
    for file in sorted((root / "kinds").glob("*.py")) if root else ():
        kind = _from_file(file)
        found[kind.folder] = kind
    return found


def _from_file(file: Path) -> type[Record]:
    """Load a root's own kind. Its module is known under its path, so that two roots never share one."""
    name = f"{__name__}.at_{abs(hash(file.resolve())):x}"
    spec = importlib.util.spec_from_file_location(name, file)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        raise Refusal(f"kinds/{file.name} cannot be loaded: {type(error).__name__}: {error}") from error
    kind = getattr(module, "KIND", None)
    if not (isinstance(kind, type) and issubclass(kind, Record) and kind.folder):
        raise Refusal(f"kinds/{file.name}: say 'KIND = …' with a subclass of Record that names its folder.")
    return kind

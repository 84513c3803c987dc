"""Where the theme lies: a root's own theme/ over ours. In a checkout ours is beside this package, in a wheel inside it."""

from __future__ import annotations

from pathlib import Path

_INSIDE = Path(__file__).parent / "theme"
OURS = _INSIDE if _INSIDE.is_dir() else Path(__file__).parent.parent / "theme"


def folders(root: Path) -> tuple[Path, ...]:
    """Theme folders, the first to hold a file wins."""
    own = root / "theme"
    return (own, OURS) if own.is_dir() and own.resolve() != OURS.resolve() else (OURS,)


def file(root: Path, name: str) -> Path:
    """A file of the theme: a root's own, else ours."""
    return next(path for folder in folders(root) if (path := folder / name).is_file())

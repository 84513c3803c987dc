"""Where what can be made again is kept between runs."""

from __future__ import annotations

from pathlib import Path

import platformdirs


def folder() -> Path:
    """Where this user's programs keep what they can make again."""
    return Path(platformdirs.user_cache_dir("geirfa", appauthor=False))

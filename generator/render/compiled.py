"""Our own templates as compiled, kept where Python keeps our modules as compiled. To compile them takes as long as to render five
hundred pages."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from importlib.util import cache_from_source
from pathlib import Path
from pickle import UnpicklingError
from tempfile import NamedTemporaryFile

from jinja2.bccache import Bucket, BytecodeCache

from generator import theme
from generator.wording import Wording


class Compiled(BytecodeCache):
    """Those of all languages, or of the one whose words are put into them. A root's own templates are not kept."""

    def __init__(self, wording: Wording | None) -> None:
        self._lang = wording.lang if wording else ""
        self._print = _compiler() + (wording.print if wording else "")

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """A file's name; "" for a template that is not ours."""
        ours = filename and Path(filename).parent == theme.OURS / "templates"
        return f"{name}{self._lang and '.'}{self._lang}.pyc" if ours else ""

    def get_source_checksum(self, source: str) -> str:
        """Changes with a template, with what compiles it and with the words that are put in."""
        return blake2b((self._print + source).encode()).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Read what was kept, where it is of this very template."""
        with suppress(OSError, EOFError, UnpicklingError):  # what is broken is made anew
            if bucket.key:
                with (_folder() / bucket.key).open("rb") as file:
                    bucket.load_bytecode(file)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep it, where Python would keep a module."""
        if not bucket.key or sys.dont_write_bytecode:
            return
        with suppress(OSError):
            _folder().mkdir(parents=True, exist_ok=True)
            with NamedTemporaryFile(dir=_folder(), delete=False) as file:
                bucket.write_bytecode(file)
            os.replace(file.name, _folder() / bucket.key)


def _folder() -> Path:
    return Path(cache_from_source(__file__)).parent / "templates"


@cache
def _compiler() -> str:
    """Changes with Jinja and with what we do to it."""
    ours = (Path(__file__).with_name(name).read_text(encoding="utf-8") for name in ("quick.py", "words.py"))
    return "".join((version("jinja2"), *ours))

"""Records as they stood at a git revision: what was published then must still answer. The only module that runs git."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from pathlib import Path

from generator import catalogue
from generator.catalogue import Catalogue
from generator.checks.published import ADDRESS_CHANGED, VANISHED
from generator.issues import Issue, Refusal


def since(now: Catalogue, revision: str) -> Iterator[Issue]:
    """What was published at `revision` and no longer answers. Raises Refusal where git cannot say."""
    with tempfile.TemporaryDirectory() as folder:
        _export(now.root, revision, Path(folder))
        then = catalogue.load(Path(folder))
        for kind, records in then.records.items():
            for id, record in records.items():
                new = now.of(kind).get(id) or now.moved.get(kind, {}).get(id)
                if new is None:
                    if (kind, id) not in now.faulty:
                        yield VANISHED.at(record.file, id=id)
                    continue
                if not record.pages:
                    continue
                for lang in set(then.codes) & set(now.codes):
                    old = then.slug(record, lang)
                    if old not in (now.slug(new, lang), *new.former_slugs.get(lang, ())):
                        yield ADDRESS_CHANGED.at(
                            new.file, ("slug", lang), old=then.address(record, lang), slug=old, lang=lang
                        )


def _export(root: Path, revision: str, folder: Path) -> None:
    """Write content/ and kinds/ of a root, as they stood, into `folder`."""
    if revision.startswith("-"):
        raise Refusal(f"'{revision}' is no git revision: name a commit, tag or branch, as origin/main.")
    prefix = _git(root, "rev-parse", "--show-prefix").decode().strip()
    found = _git(root, "ls-tree", "--name-only", f"{revision}^{{commit}}:{prefix}").decode().split()
    wanted = [name for name in ("content", "kinds") if name in found]
    if "content" not in wanted:
        (folder / "content").mkdir()
        return
    archive = _git(root, "archive", "--format=tar", f"{revision}^{{commit}}:{prefix}", *wanted)
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        tar.extractall(folder, filter="data")


def _git(root: Path, *arguments: str) -> bytes:
    try:
        done = subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, check=False)  # noqa: S603, S607
    except OSError as error:
        raise Refusal("git is needed for --since, and it was not found.") from error
    if done.returncode:
        reason = done.stderr.decode("utf-8", "replace").strip().splitlines() or ["no reason given"]
        raise Refusal(f"git could not read the revision: {reason[0]}")
    return done.stdout

"""Records as they stood at a git revision: every address that answered then must still answer. The only module that
runs git."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from generator import catalogue
from generator.catalogue import Catalogue
from generator.checks.published import ADDRESS_CHANGED, VANISHED
from generator.issues import N_, Issue, Refusal
from generator.kinds.record import Moved, Record
from generator.loading import SITE_FILE

WORD_BACK = N_("Put the word '{word}' back under 'paths', or keep the old addresses answering on your host.")


class Answer(NamedTuple):
    """One address that answers: by a record, or by what a moved one left."""

    folder: str
    lang: str
    slug: str
    record: Record | Moved


def since(now: Catalogue, revision: str) -> Iterator[Issue]:
    """What was published at `revision` and no longer answers. Raises Refusal where git cannot say."""
    with tempfile.TemporaryDirectory() as folder:
        _export(now.root, revision, Path(folder))
        then = catalogue.load(Path(folder))
    answering = _answers(now)
    told: set[tuple[str, ...]] = set()
    for address, answer in _answers(then).items():
        if address in answering or answer.lang not in now.codes:
            continue
        for key, issue in _lost(now, then, address, answer):
            if key not in told:
                told.add(key)
                yield issue


def _answers(found: Catalogue) -> dict[str, Answer]:
    """Every address of every record and moved record, also those that only lead on."""
    answers: dict[str, Answer] = {}
    for folder, kind in found.kinds.items():
        records: list[Record | Moved] = [*found.of(folder).values(), *found.moved.get(folder, {}).values()]
        for record in records if kind.pages else ():
            for lang in found.codes:
                for slug in (found.slug(record, lang), *record.former_slugs.get(lang, ())):
                    answers[f"{lang}/{found.word(folder, lang)}/{slug}/"] = Answer(folder, lang, slug, record)
    return answers


def _lost(now: Catalogue, then: Catalogue, address: str, answer: Answer) -> Iterator[tuple[tuple[str, ...], Issue]]:
    """Why an address no longer answers, with what makes this finding one of its own."""
    folder, lang, slug, record = answer
    new = now.of(folder).get(record.id) or now.moved.get(folder, {}).get(record.id)
    if (folder, record.id) in now.faulty:
        return
    if new is None:
        yield (folder, record.id), VANISHED.at(record.file, id=record.id)
    elif then.word(folder, lang) != now.word(folder, lang):
        word = then.word(folder, lang)
        path = ("paths", folder, lang)
        yield (
            (folder, lang),
            ADDRESS_CHANGED.at(SITE_FILE, path, hint=WORD_BACK, old=address, slug=slug, lang=lang, word=word),
        )
    else:
        yield (
            (folder, record.id, lang, slug),
            ADDRESS_CHANGED.at(new.file, ("slug", lang), old=address, slug=slug, lang=lang),
        )


def _export(root: Path, revision: str, folder: Path) -> None:
    """Write the files of content/ and kinds/ of a root, as they stood, into `folder`; links are left out."""
    if revision.startswith("-"):
        raise Refusal(f"'{revision}' is no git revision: name a commit, tag or branch, as origin/main.")
    (folder / "content").mkdir()
    top = Path(_git(root, "rev-parse", "--show-toplevel").decode().strip())
    prefix = _git(root, "rev-parse", "--show-prefix").decode().strip()
    commit = _git(root, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}").decode().strip()
    there = _git(top, "ls-tree", "-r", "--name-only", commit, "--", f"{prefix}content", f"{prefix}kinds").decode()
    wanted = [
        name
        for name in ("content", "kinds")
        if any(line.strip('"').startswith(f"{prefix}{name}/") for line in there.splitlines())
    ]
    if not wanted:
        return
    archive = _git(top, "archive", "--format=tar", f"{commit}:{prefix}", *wanted)
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        for member in tar:
            data = tar.extractfile(member) if member.isfile() else None
            if data:
                path = folder / member.name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data.read())


def _git(root: Path, *arguments: str) -> bytes:
    try:
        done = subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, check=False)  # noqa: S603, S607
    except OSError as error:
        raise Refusal("git is needed for --since, and it was not found.") from error
    if done.returncode:
        reason = done.stderr.decode("utf-8", "replace").strip().splitlines() or ["there is no such revision"]
        raise Refusal(f"git could not read the revision: {reason[0]}")
    return done.stdout

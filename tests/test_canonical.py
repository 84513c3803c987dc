"""The quick reader reads what YAML reads or nothing: held against YAML over every record there is and thousands of wicked ones."""

from __future__ import annotations

import random
from itertools import accumulate, repeat
from pathlib import Path

import pytest

from generator import canonical, source
from generator.files import files, is_clean, text_of
from generator.issues import Path as FieldPath

HERE = Path(__file__).parent.parent
RECORD = """\
name:
  en: St David's hall
  cy: 'Neuadd: Dewi Sant'
description:
  en: >-
    Walks for everyone, on
    most days: bring a coat.
  cy: Teithiau cerdded i bawb
venues:
  main:
    near: aberllan
    point: 52.9113, -3.0815
    access:
      - feature: lift
        state: yes
        detail:
          en: >-
            By the door
            at the back.
      - feature: ramp
        state: unknown
when:
  - days:
      - wed
      - fri
    time:
      - 14:00-16:00
cost:
  kind: free
waiting: ''
review:
  en:
    status: draft
"""
WICKED = (
    *"# - -- --- ... : :: ? ?? & * ! !! | > |- >- >+ |+ >2 |2- ' '' \" , [ ] { } % @ ` ~ << = null NULL yes \\ / ( + £ é 🙂".split(),
    *"a: -a: #a a#b a:b a:# 'a' \"a\" 'a'b a' &x *x !t !!str [a] {a:b} {} [] 0x1f 1_000 <<<<<<< %YAML ---a --- ...x".split(),
    *(" ", "  ", "   ", "\n", "\n\n", "\n  ", "\n ", " \n", "\r\n", "\r", "\t", "\x00", "\x07", "\x85", "\xa0"),
    *("\ufeff", "\u2028", "\u200b", "e\u0301", "\ue000", " #", " # a", ": ", " : ", "- ", "- - ", "? ", " ? ", "a: b: c"),
    *("\n---\n", "\n...\n", "\n# a\n", "\n<<: *x\n", "\n? a\n: b\n", "\n'a': b", "\n\"a\": b", "\na: &x b", "\na: !!str b"),
    *("\n- a\n", "\n  - a\n", "\n    - a\n", "\n  a: b\n", "\n   a: b\n", "\nname:\n", ": |-\n", ": |\n", ": >\n", ": >-\n"),
)  # fmt: skip
"""What YAML gives a meaning, or somebody may write."""


def differs(text: str) -> bool:
    """Whether the quick reader says something of a text or of where its values stand, and not what YAML says."""
    quick = canonical.tree(text)
    if quick is None:
        return False
    document = source.Document("")
    found: dict[FieldPath, tuple[int, int]] = {}
    tree = source._tree(text, document, found)
    same = repr(quick) == repr(tree) and canonical.places(text) == found  # the order of fields counts too
    return not same or bool(document.issues)


def mutated(chance: random.Random) -> str:
    """A record in which a few things were put in, taken out, moved in or out, or doubled."""
    text = RECORD
    for _ in range(chance.randint(1, 4)):
        lines = text.split("\n")
        at, place = chance.randrange(len(lines)), chance.randrange(len(text) + 1)
        change = chance.randrange(6)
        if change == 0:
            text = text[:place] + chance.choice(WICKED) + text[place:]
        elif change == 1:
            text = text[:place] + text[place + chance.randint(1, 6) :]
        elif change == 2:
            lines[at] = chance.choice(("", " ", "  ", "- ", "  - ")) + chance.choice((lines[at], lines[at].lstrip()))
            text = "\n".join(lines)
        elif change == 3:
            lines.insert(chance.randrange(len(lines)), lines[at])
            text = "\n".join(lines)
        elif change == 4:
            text = "\n".join([*lines[:at], *lines[at + chance.randint(1, 3) :]])
        else:
            ends = [n for n, c in enumerate(text) if c in ":\n-"] or [0]
            place = chance.choice(ends) + chance.randint(0, 1)
            text = text[:place] + chance.choice(WICKED) + text[place:]
    return text


@pytest.mark.parametrize("seed", range(8))
def test_wicked_records_are_read_as_yaml_reads_them_or_left_to_it(seed: int) -> None:
    chance = random.Random(seed)
    read = 0
    for _ in range(1500):
        text = mutated(chance).removeprefix("\ufeff").replace("\r\n", "\n")
        if is_clean(text):
            assert not differs(text), text
            read += canonical.tree(text) is not None
    assert read > 100  # else this would say nothing


LINES = "a:|- a:|b: c|- b: c|- c|a: >-|d: 'e'|f: ''|c: null|x y|g: h |- - i|j: k: l|# m".split("|")


@pytest.mark.parametrize("seed", range(2))
def test_lines_however_far_in_are_read_as_yaml_reads_them_or_left_to_it(seed: int) -> None:
    chance = random.Random(seed)
    read = 0
    for _ in range(4000):
        steps = accumulate(chance.choices((0, 1, 2, -2, 4, -4), (3, 0.2, 3, 2, 0.3, 1), k=chance.randint(1, 7)))
        text = "\n".join(" " * step + chance.choice(LINES) for step in steps)
        assert not differs(text), text
        read += canonical.tree(text) is not None
    assert read > 40


@pytest.mark.parametrize("many", [2, 11, 12, 13, 400])
@pytest.mark.parametrize("step", ["a:\n", "- a:\n"])
def test_what_is_too_deep_is_left_to_yaml(many: int, step: str) -> None:
    wide = 4 if step.startswith("-") else 2
    text = "b:\n" + "".join(" " * (2 + wide * number) + step for number in range(many))
    assert not differs(text)


@pytest.mark.parametrize("many", [10, 400, 490, 500, 990, 1000, 1700])
@pytest.mark.parametrize(
    "piece", ["  - b\n", "  - b: c\n", "  - b:\n", "  - b:\n      - c\n", "  - b:\n      - c: d\n"]
)
def test_what_is_too_long_is_left_to_yaml(many: int, piece: str) -> None:
    assert not differs("a:\n" + "".join(repeat(piece, many)))


@pytest.mark.parametrize("root", [HERE, HERE / "examples/alba"], ids=["ours", "alba"])
def test_records_are_read_as_yaml_reads_them(root: Path) -> None:
    texts = [text for file in files(root)[0] if (text := text_of(root, file, []))]
    assert not [text for text in texts if differs(text)]
    assert sum(canonical.tree(text) is not None for text in texts) > 0.95 * len(texts)

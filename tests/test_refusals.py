"""What commands refuse is said in the language that was asked for."""

from __future__ import annotations

import pytest

from generator.issues import Refusal, Rule, Severity
from tests.conftest import Run, Tree
from tests.feeding import ROOT

TABLE = "Name,Ref\nWalkers,1\n"
MAP = "columns: {Name: nam}\n"
NAMES = "columns: {Name: name}\n"
RULE = Rule("code", Severity.ERROR, "About", "Message {word}", "Hint")


def test_a_refusal_is_put_into_words_with_all_that_is_in_it() -> None:
    inner = Refusal("Did you mean '{nearest}'?", nearest="name")
    outer = Refusal("{file}: {what}", file="map.yml", what=Refusal("No {name}.", name="nam").with_hint(inner))
    assert str(outer) == "map.yml: No nam. Did you mean 'name'?"
    words = {"No {name}.": "Dim {name}.", "Did you mean '{nearest}'?": "Ai '{nearest}'?"}
    assert outer.said(lambda text: words.get(text, text)) == "map.yml: Dim nam. Ai 'name'?"
    assert Refusal("{issue}", issue=RULE.at("a.yml", word="x")).said() == "Message x Hint"
    assert Refusal("As {this} stands.").said() == "As {this} stands."


@pytest.mark.parametrize(
    "arguments, said",
    [
        (["import", "table", "list.csv", "--mapping", "map.yml"], "Ai 'name' oedd gennych mewn golwg?"),
        (["import", "table", "list.csv"], "Dywedwch beth sydd ym mha golofn"),
        (["import", "table", "none.csv", "--mapping", "names.yml"], "none.csv: Nid oes ffeil na ffolder o'r fath"),
        (["import", "oruk", "broken.json"], "Nid JSON yw"),
        (["import", "table", "list.csv", "--area", "west", "--guess"], "columns:"),
        (["import", "oruk", "broken.json", "--area", "west"], "Nid oes ardal 'west'. Ardaloedd: north, south."),
        (["sync"], "Nid yw content/feeds.yml yn enwi unrhyw restr"),
        (["sync", "other"], "Nid yw content/feeds.yml yn enwi rhestr 'other'. Rhestri: dim un."),
        (["merge", "one", "two"], "Nid oes cofnod 'one' heb wallau."),
        (["duplicates", "--not", "one", "two"], "Nid oes cofnod 'one' heb wallau."),
    ],
)
def test_in_welsh(arguments: list[str], said: str, tree: Tree, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    root = tree({**ROOT, "list.csv": TABLE, "map.yml": MAP, "names.yml": NAMES, "broken.json": '{"contents": [}'})
    monkeypatch.chdir(root)
    found = run(*arguments, "--root", root, "--lang", "cy")
    assert said in found.err + found.out
    assert not any(word in found.err for word in (" the ", " no ", " is ")), found.err

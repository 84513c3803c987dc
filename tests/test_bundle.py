"""Many scripts as one: each part once, after what it needs; later imports lead to the same files; other forms are refused."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator import bundle
from generator.issues import Refusal
from tests.conftest import REPOSITORY

PARTS = {
    "a/main.js": """\
// A remark.
import { add, add as plus } from "./add.js"; // a remark beside
import * as words from "../b/words.js";
import "./add.js";

const later = () => import("./late.js");
export class Main {} // kept apart
export async function begin() {
  // Another remark.
  return add(1, plus(1, words.two));
}
export { later };
""",
    "a/add.js": 'import { one } from "../b/words.js";\n\nexport const add = (a, b) => a + b + one - one;\n',
    "b/words.js": 'export const one = 1;\nexport const two = 2;\nconst own = "https://m.example/";\nconst far = () => import("./more.js");\n',
}
WHOLE = """\
const m0 = (() => {
const one = 1;
const two = 2;
const own = "https://m.example/";
const far = () => import("../b/more.js");
return { one, two };
})();
const m1 = (() => {
const { one } = m0;

const add = (a, b) => a + b + one - one;
return { add };
})();
const m2 = (() => {
const { add, add: plus } = m1;
const words = m0;

const later = () => import("./late.js");
class Main {} // kept apart
async function begin() {
  return add(1, plus(1, words.two));
}
return { Main, begin, later };
})();
"""


def made(parts: Mapping[str, str], name: str = "a/all.js") -> str:
    return bundle.bundled(name, ("a/main.js",), parts.__getitem__)


def test_parts_stand_after_what_they_need() -> None:
    assert made(PARTS) == WHOLE


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("export default 7;\n", "export default 7;"),
        ("export let n = 7;\n", "export let n = 7;"),
        ('import main from "./add.js";\n', "import main"),
        ('export * from "./add.js";\n', "export *"),
        ('import { a } from "./main.js";\n', "needs itself"),
    ],
)
def test_what_is_not_understood_is_refused(text: str, said: str) -> None:
    with pytest.raises(Refusal, match=re.escape(said)) as refused:
        made({**PARTS, "a/main.js": text})
    assert "theme/assets/a/main.js" in str(refused.value)


def test_another_depth_is_refused() -> None:
    with pytest.raises(Refusal, match=r"must lie as deep as all\.js"):
        made(PARTS, "all.js")


def test_ours_hold_every_part_once(real_site: Path) -> None:
    for file, text in bundle.files(REPOSITORY):
        assert (real_site / file).read_text(encoding="utf-8") == text
        assert not re.search(r"^(import|export)\b", text, re.MULTILINE)
        assert text.count("export function panel") == 0 and text.count("function locate(") == 1
        for there in re.findall(r'import\("([^"]+)"\)', text):
            assert (real_site / file).parent.joinpath(there).resolve().is_file(), there

"""`geirfa merge`: one record of two, with all that either says and all that named either."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import catalogue, layout, source
from generator.duplicates import merge
from generator.issues import Refusal
from tests.conftest import Run, Tree
from tests.findings import rows

SHELF = "content/assets/newport"
KEPT = """\
# The one we know.
name:
  en: Pill Walkers
slug:
  cy: cerddwyr-pil
summary:
  en: A walk.
activities:
  - walking
venues:
  main:
    near: pill
    access:
      - feature: lift
        state: unknown
when:
  - days:
      - tue
cost:
  kind: unknown
company:
  bring: unknown
contact:
  phones:
    - number: 01632 960123  # asked in May
sources:
  - name: The Valley News
    dated: 2025
distinct_from:
  - gone
review:
  en:
    status: approved
    by: An editor
    on: 2026-01-05
"""
GONE = """\
name:
  en: Pillgwenlly walking group
  cy: Cerddwyr Pil
slug:
  cy: grwp-cerdded
summary:
  en: Company on foot.
  cy: Cwmni ar droed.
description:
  en: A slow round of the docks.
  # Read it aloud.
  cy: Tro araf o gwmpas y dociau.
activities:
  - walking
  - tea
venues:
  hall:
    near: pill
    # From the council's list.
    postcode: NP20 2AB
    mask: area
    access:
      - feature: lift
        state: yes
      - feature: hearing-loop
        state: no
when:
  - days:
      - wed
cost:
  kind: free
company:
  bring: yes
contact:
  phones:
    - number: +44 1632 960 123
    - number: 01632 960456
  web:
    cy: https://walks.example/cy
checked:
  on: 2026-05-01
  by:
    en: The council
  how: phone
sources:
  - name: The Valley News
    dated: 2025
  - name: The council's list
imported:
  - feed: council
    id: '17'
    on: 2026-04-01
changes:
  - on: 2026-04-01
    what:
      en: New.
review:
  en:
    status: draft
"""
OTHER = """\
name:
  en: Slow walkers
state:
  now: closed
  instead:
    - gone  # since May
    - kept
distinct_from:
  - gone
"""
LISTS = {
    "activities": "walking tea",
    "access": "lift hearing-loop",
    "costs": "free",
    "places": "pill",
    "areas": "newport",
}
FILES = {
    "content/site.yml": "languages:\n  - code: en\n  - code: cy\n",
    **{
        f"content/vocabularies/{name}.yml": f"name: {{en: {name}}}\nentries:\n"
        + "".join(f"  {id}: {{name: {{en: {id}}}}}\n" for id in ids.split())
        for name, ids in LISTS.items()
    },
    f"{SHELF}/kept.yml": KEPT,
    f"{SHELF}/gone.yml": GONE,
    f"{SHELF}/other.yml": OTHER,
    f"{SHELF}/older.yml": "moved_to: gone\n",
}


@pytest.fixture
def root(tree: Tree) -> Path:
    return tree(FILES)


def held(root: Path, name: str) -> dict[str, source.Tree]:
    found = source.read(root, f"{SHELF}/{name}.yml").tree
    assert isinstance(found, dict)
    return found


def test_what_one_lacks_comes_from_the_other_and_nothing_of_it_changes(root: Path, run: Run) -> None:
    assert run("merge", "kept", "gone", "--root", root).status == 0
    assert held(root, "kept") == {
        "name": {"en": "Pill Walkers", "cy": "Cerddwyr Pil"},
        "slug": {"cy": "cerddwyr-pil"},
        "also": {"en": ["Pillgwenlly walking group"]},
        "summary": {"en": "A walk."},
        "description": {"en": "A slow round of the docks.", "cy": "Tro araf o gwmpas y dociau."},
        "activities": ["walking", "tea"],
        "venues": {
            "main": {
                "near": "pill",
                "postcode": "NP20 2AB",
                "mask": "area",
                "access": [{"feature": "lift", "state": "yes"}, {"feature": "hearing-loop", "state": "no"}],
            }
        },
        "when": [{"days": ["tue"]}],
        "cost": {"kind": "free"},
        "company": {"bring": "yes"},
        "contact": {
            "phones": [{"number": "01632 960123"}, {"number": "01632 960456"}],
            "web": {"cy": "https://walks.example/cy"},
        },
        "sources": [{"name": "The Valley News", "dated": "2025"}, {"name": "The council's list"}],
        "imported": [{"feed": "council", "id": "17", "on": "2026-04-01"}],
        "review": {"en": {"status": "draft"}},
    }


def test_comments_go_with_what_they_are_about(root: Path, run: Run) -> None:
    run("merge", "kept", "gone", "--root", root)
    text = (root / SHELF / "kept.yml").read_text(encoding="utf-8")
    assert text.startswith("# The one we know.\n")
    assert "    # From the council's list.\n    postcode: NP20 2AB\n" in text
    assert "  # Read it aloud.\n  cy: Tro araf" in text
    assert "01632 960123  # asked in May\n" in text
    assert layout.canonical(text, catalogue.load(root).kinds["assets"], ("en", "cy")) == text


def test_the_other_becomes_a_way_here_and_whatever_named_it_names_this(root: Path, run: Run) -> None:
    run("merge", "kept", "gone", "--root", root)
    stub = {
        "moved_to": "kept",
        "slug": {"cy": "grwp-cerdded"},
        "changes": [{"on": "2026-04-01", "what": {"en": "New."}}],
    }
    assert held(root, "gone") == stub
    assert held(root, "older") == {"moved_to": "kept"}
    assert held(root, "other")["state"] == {"now": "closed", "instead": ["kept"]}
    assert held(root, "other")["distinct_from"] == ["kept"]
    codes = {row["code"] for row in rows(root)}
    assert not codes & {"link-to-moved", "moved-again", "self-link", "link-twice", "unknown-link"}


def test_the_old_address_leads_to_the_new_one(root: Path, run: Run) -> None:
    (root / SHELF / "gone.yml").write_text(GONE.partition("imported:")[0], encoding="utf-8")  # from no list of others
    run("merge", "kept", "gone", "--root", root)
    built = run("build", "--root", root, "--site", root / "site")
    assert built.status == 0, built.out
    for old in ("en/assets/newport/gone", "cy/assets/newport/grwp-cerdded"):
        page = (root / "site" / old / "index.html").read_text(encoding="utf-8")
        assert ("kept" if old.startswith("en") else "cerddwyr-pil") in page


def test_what_differs_is_told_and_nothing_is_written_in_a_dry_run(root: Path, run: Run) -> None:
    before = {file: file.read_bytes() for file in (root / "content").rglob("*.yml")}
    said = run("merge", "kept", "gone", "--dry-run", "--root", root).out
    assert {file: file.read_bytes() for file in (root / "content").rglob("*.yml")} == before
    assert "  summary.en: A walk. | Company on foot.\n" in said
    assert "  summary.cy: – | Cwmni ar droed.\n" in said
    assert '  when: [{"days": ["tue"]}] | [{"days": ["wed"]}]\n' in said
    assert "  checked: – | " in said
    assert "Would be written:\n  content/assets/newport/kept.yml\n" in said
    assert "Byddai'r rhain" in run("merge", "kept", "gone", "--dry-run", "--lang", "cy", "--root", root).out


def test_a_merge_that_was_cut_short_is_made_again(root: Path) -> None:
    whole = catalogue.load(root)
    assets = whole.of("assets")
    plan = merge.plan(whole, assets["kept"], assets["gone"])
    for count in range(len(plan.files)):
        for file, text in [*FILES.items(), *list(plan.files.items())[:count]]:
            (root / file).write_text(text, encoding="utf-8")
        found = catalogue.load(root)
        again = merge.plan(found, found.of("assets")["kept"], found.of("assets")["gone"])
        assert {**dict(list(plan.files.items())[:count]), **again.files} == plan.files


@pytest.mark.parametrize(
    ("ids", "said"),
    [
        (("kept", "kept"), "'kept' is one record: name two."),
        (("kept", "missing"), "There is no record 'missing' without faults."),
        (("kept", "body"), "Two groups can be merged, or two organisations; nothing else."),
    ],
)
def test_what_cannot_be_merged(root: Path, run: Run, ids: tuple[str, str], said: str) -> None:
    (root / "content/organisations").mkdir()
    (root / "content/organisations/body.yml").write_text("name: {en: A body}\n")
    found = run("merge", *ids, "--root", root)
    assert (found.status, found.err) == (2, f"geirfa: {said}\n")


def test_a_merge_that_would_not_be_sound_is_refused(root: Path) -> None:
    found = catalogue.load(root)
    (root / SHELF / "gone.yml").write_text(GONE.replace("kind: free", "kind: free, of course"), encoding="utf-8")
    with pytest.raises(Refusal, match="nothing was written"):
        merge.plan(found, found.of("assets")["kept"], found.of("assets")["gone"])


def test_numbers_of_bodies_and_their_parts(tree: Tree, run: Run) -> None:
    folder = "content/organisations"
    root = tree(
        {
            f"{folder}/kept.yml": "name: {en: A trust}\npart_of: gone\nregistered: [{scheme: charity, number: '1'}]\n",
            f"{folder}/gone.yml": "name: {en: The trust}\ntype: charity\nregistered: [{scheme: company, number: '2'}]\n",
            "content/assets/newport/walkers.yml": "name: {en: Walkers}\norganisation: gone\n",
        }
    )
    assert run("merge", "kept", "gone", "--root", root).status == 0
    body = source.read(root, f"{folder}/kept.yml").tree
    assert isinstance(body, dict) and "part_of" not in body and body["type"] == "charity"
    assert body["registered"] == [{"scheme": "charity", "number": "1"}, {"scheme": "company", "number": "2"}]
    walkers = source.read(root, "content/assets/newport/walkers.yml").tree
    assert isinstance(walkers, dict) and walkers["organisation"] == "kept"

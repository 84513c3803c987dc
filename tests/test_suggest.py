"""What readers are asked for at the foot of each page, without an account."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import html5lib
import pytest
import yaml

from generator import catalogue, theme
from generator.kinds.asset import Asset
from generator.kinds.term import Term
from generator.render import directory
from generator.render.renderer import Renderer
from generator.render.suggest import CHANGE, GROUP, LOOKED, MISSING, NOTHING, SuggestPanel
from generator.wording import Wording
from tests.conftest import REPOSITORY, TODAY, Tree
from tests.findings import GLOSSARY, GREEN_WALK
from tests.test_due import ROOT, group

FORMS = REPOSITORY / ".github" / "ISSUE_TEMPLATE"


def test_each_page_asks_for_what_fits_it(tree: Tree) -> None:
    needs = {
        "content/vocabularies/needs.yml": "name: {en: Needs, cy: Anghenion}\nentries: {food: {name: {en: Food, cy: Bwyd}}}\n"
    }
    root = tree({**ROOT, **needs, f"{GLOSSARY}/green-walk.yml": GREEN_WALK, **group("walk", "needs: [food]\n")})
    renderer = Renderer(catalogue.load(root), [], TODAY)
    assert {page.asks for page in renderer.record_pages(Asset)} == {GROUP}
    assert {page.asks for page in renderer.list_pages(Asset)} == {NOTHING}
    assert {page.asks for page in renderer.record_pages(Term)} == {CHANGE}
    assert {page.asks for page in renderer.list_pages(Term)} == {MISSING}
    lists = [page for page in directory.pages(renderer) if page.section == Asset.folder and "week" not in page.address]
    assert len(lists) >= 6 and {page.asks for page in lists} == {NOTHING}


@pytest.mark.parametrize("lang", ["en", "cy"])
@pytest.mark.parametrize("asks", [CHANGE, MISSING, LOOKED, GROUP, NOTHING])
def test_the_letter_and_the_text_to_copy_are_one(asks: str, lang: str) -> None:
    panel = SuggestPanel(catalogue.load(REPOSITORY).site, Wording(lang, [theme.OURS]))
    title, address = "Tea & <talk> {n}", "https://a.test/en/directory/x/?a=1&b=%20"
    found = html5lib.parse(panel.html(title, address, "content/a.yml", asks), namespaceHTMLElements=False)
    text = "".join(found.find(".//textarea").itertext())
    mail, form, _ = (urlsplit(link.get("href")) for link in found.iter("a"))
    query = parse_qs(mail.query)
    assert query["body"][0].strip() == text.strip()
    assert address in text and (title in text or asks in (MISSING, LOOKED, NOTHING))
    assert "{" not in text.replace(title, "") + query["subject"][0].replace(title, "")
    assert (FORMS / parse_qs(form.query)["template"][0]).is_file()


@pytest.mark.parametrize(
    ("asks", "asked"),
    [
        (GROUP, ["Days or times:", "Place:", "Closed or paused, and since when:", "Something else:"]),
        (
            NOTHING,
            ["The area or the nearest town (no street, no postcode):", "What was looked for, a need or an activity:"],
        ),
    ],
)
def test_what_is_asked_of_a_group_and_of_what_was_not_found(asks: str, asked: list[str]) -> None:
    panel = SuggestPanel(catalogue.load(REPOSITORY).site, Wording("en", [theme.OURS]))
    found = html5lib.parse(panel.html("Walk", "https://a.test/", "", asks), namespaceHTMLElements=False)
    lines = "".join(found.find(".//textarea").itertext()).splitlines()
    assert [line for line in asked if line not in lines] == []
    assert any(line.startswith("Please write no") for line in lines)


@pytest.mark.parametrize("file", sorted(FORMS.glob("[!c]*.yml")), ids=lambda file: file.stem)
def test_forms_are_whole_and_in_both_languages(file: Path) -> None:
    form = yaml.safe_load(file.read_text(encoding="utf-8"))
    assert {"name", "description", "title", "body"} <= form.keys() and " / " in form["name"]
    fields = [field for field in form["body"] if field["type"] != "markdown"]
    assert len({field["id"] for field in fields}) == len(fields) > 0
    labels = [field["attributes"]["label"] for field in fields]
    options = [option for field in fields for option in field["attributes"].get("options", [])]
    assert [text for text in labels + options if " / " not in text] == []

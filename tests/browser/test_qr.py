"""QR codes drawn in the page are those of ISO/IEC 18004: the same modules as segno's, and the mask that is easiest to read."""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Iterator
from typing import Any

import pytest
import segno
from segno import encoder

from tests.browser.conftest import Contexts
from tests.browser.server import Server
from tests.conftest import REPOSITORY

MODULE = REPOSITORY / "theme" / "assets" / "find" / "qr.js"
SITE = "https://geirfa.example/"
ADDRESSES = [
    "a",
    SITE,
    f"{SITE}en/directory/gwynedd/bangor-library/",
    f"{SITE}cy/cyfeiriadur/sir-gaerfyrddin/cor-meibion-llanelli/",
    f"{SITE}cy/cyfeiriadur/môn/côr-tŷ-gŵyl-âêîôûŵŷ/",
    "https://enghraifft.cymru/ŷŵôîêâ",
    f"{SITE}cy/cyfeiriadur/ll%C5%B7n/c%C3%A2n-a-chwmni/",
    "x" * 213,  # all that version 10 holds at level M
    "x" * 214,
    "x" * 271,  # and at level L
    *(f"{SITE}{'en/directory/' * (n // 13)}{'abcdefghijklm'[: n % 13]}" for n in range(3, 240, 11)),
]
MATRIX = """async (text) => (await import("/qr.js")).matrix(text)"""
DRAWN = """async (text) => {
  const made = (await import("/qr.js")).drawn(text);
  document.body.replaceChildren(made);
  return { name: made.tagName, space: made.namespaceURI, box: made.getAttribute("viewBox"),
           styled: document.querySelectorAll("[style]").length, paths: [...made.querySelectorAll("path")].map((path) => path.getAttribute("d")) };
}"""


@pytest.fixture(autouse=True)
def standard(monkeypatch: pytest.MonkeyPatch) -> None:
    """segno 1.6.6 adds a codeword of zeros where the text already ends at the boundary of one; the standard (7.4.10) adds none."""
    monkeypatch.setattr(encoder, "write_padding_bits", lambda bits, _, length: bits.extend([0] * (-length % 8)))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("qr")
    shutil.copy(MODULE, folder / "qr.js")
    (folder / "index.html").write_text(
        '<!doctype html><title>x</title><link rel="icon" href="data:,">', encoding="utf-8"
    )
    with Server(folder) as running:
        yield running


def matrix(site: Server, contexts: Contexts, text: str) -> Any:
    page = contexts.page()
    page.goto(site.url)
    return page.evaluate(MATRIX, text)


def modules(text: str, **chosen: Any) -> list[list[int]]:
    """What segno draws."""
    code = segno.make_qr(text, mode="byte", encoding="utf-8", boost_error=False, **chosen)
    return [list(row) for row in code.matrix]


def test_it_is_small() -> None:
    assert len(gzip.compress(MODULE.read_bytes(), 9)) <= 3072


def test_there_are_thirty_addresses_of_every_version() -> None:
    assert len(set(ADDRESSES)) >= 30
    versions = {
        segno.make_qr(text, mode="byte", encoding="utf-8", error="L", boost_error=False).version for text in ADDRESSES
    }
    assert versions == set(range(1, 11))


@pytest.mark.parametrize("text", ADDRESSES, ids=lambda text: f"{text[:40]}-{len(text.encode())}")
def test_modules_are_those_of_segno(text: str, site: Server, contexts: Contexts) -> None:
    found = matrix(site, contexts, text)
    version, level = found["version"], found["level"]
    assert found["rows"] == modules(text, version=version, error=level, mask=found["mask"])
    assert version == segno.make_qr(text, mode="byte", encoding="utf-8", error="L", boost_error=False).version
    smallest = segno.make_qr(text, mode="byte", encoding="utf-8", error="M", boost_error=False).version
    assert level == ("M" if smallest == version else "L")
    costs = [
        sum(encoder.mask_scores([bytearray(row) for row in rows], found["size"], found["size"]))
        for rows in (modules(text, version=version, error=level, mask=mask) for mask in range(8))
    ]
    assert found["mask"] == costs.index(min(costs)), costs


def test_too_long_a_text_is_refused(site: Server, contexts: Contexts) -> None:
    page = contexts.page()
    page.goto(site.url)
    said = page.evaluate("async (text) => (await import('/qr.js')).matrix(text).version", "x" * 271)
    assert said == 10
    refused = "async (text) => { try { (await import('/qr.js')).drawn(text); } catch (error) { return error.name; } }"
    assert page.evaluate(refused, "x" * 272) == "RangeError"


def test_the_picture_has_every_dark_module_and_a_quiet_zone(site: Server, contexts: Contexts) -> None:
    page = contexts.page()
    page.goto(site.url)
    found = matrix(site, contexts, SITE)
    drawn = page.evaluate(DRAWN, SITE)
    light, dark = drawn["paths"]
    whole = found["size"] + 8
    assert (drawn["name"], drawn["space"], drawn["styled"]) == ("svg", "http://www.w3.org/2000/svg", 0)
    assert drawn["box"] == f"-4 -4 {whole} {whole}"
    assert light == f"M-4-4h{whole}v{whole}H-4z"
    assert dark == "".join(
        f"M{x} {y}h1v1h-1z" for y, row in enumerate(found["rows"]) for x, module in enumerate(row) if module
    )

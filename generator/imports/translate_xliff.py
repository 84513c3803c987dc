"""Translations that come back as XLIFF 1.2, from whatever tool. It comes from outside: no DOCTYPE, no entities."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from generator.imports.returned import LOST_CODE, MOST_UNITS, Came, Returned
from generator.issues import N_, Refusal, visible

_NS = "{urn:oasis:names:tc:xliff:document:1.2}"
_EMPTY_CODES = frozenset({f"{_NS}x", f"{_NS}bx", f"{_NS}ex"})
"""Inline codes that stand for text they do not hold."""


def read(data: bytes, file: str) -> Returned:
    """Every unit of every <file>. Raises Refusal where it is no XLIFF 1.2, or its parts are in other languages."""
    top = _top(data, file)
    if top.tag != f"{_NS}xliff":
        raise Refusal(N_("{file} is not XLIFF 1.2: export it as that from your tool."), file=file)
    pairs = {(_code(part, "source-language"), _code(part, "target-language")) for part in top.iter(f"{_NS}file")}
    if len(pairs) != 1 or "" in (pair := pairs.pop()):
        raise Refusal(N_("{file} must name one language it was translated from and one into."), file=file)
    returned = Returned(*pair)
    for number, unit in enumerate(top.iter(f"{_NS}trans-unit")):
        if number >= MOST_UNITS:
            raise Refusal(
                N_("{file} has more than {most} texts: split it, or look whether it is the right file."),
                file=file,
                most=MOST_UNITS,
            )
        _take(unit, returned, file)
    return returned


def _top(data: bytes, file: str) -> Element:
    try:
        found: Element = fromstring(data, forbid_dtd=True)
    except DefusedXmlException as error:
        raise Refusal(
            N_("{file} has a DOCTYPE or declares entities, which XLIFF has no need of; it is not read."), file=file
        ) from error
    except ParseError as error:
        line, column = error.position
        raise Refusal(
            N_("{file} is broken at line {line}, column {column}: save it again from your tool."),
            file=file,
            line=line,
            column=column + 1,
        ) from error
    except (ValueError, LookupError) as error:  # an encoding nobody knows
        raise Refusal(N_("{file} is in an encoding that cannot be read: save it as UTF-8."), file=file) from error
    return found


def _code(part: Element, name: str) -> str:
    """A language without its region: tools write cy-GB for cy."""
    return part.get(name, "").replace("_", "-").partition("-")[0].lower()


def _take(unit: Element, returned: Returned, file: str) -> None:
    name = unit.get("id", "")
    target = unit.find(f"{_NS}target")  # a direct child: suggestions have targets of their own
    if target is None:
        return
    codes = [element.tag.removeprefix(_NS) for element in target.iter() if element.tag in _EMPTY_CODES]
    if codes:
        returned.issues.append(LOST_CODE.at(file, unit=visible(name), tag=codes[0]))
        return
    prints = {context.get("context-type"): context.text or "" for context in _contexts(unit)}
    text = "".join(target.itertext())
    returned.texts.append(Came(name, prints.get("x-source-print", ""), prints.get("x-target-print", ""), text))


def _contexts(unit: Element) -> Iterator[Element]:
    for group in unit.findall(f"{_NS}context-group"):
        yield from group.findall(f"{_NS}context")

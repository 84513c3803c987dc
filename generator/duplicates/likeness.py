"""How alike two records are, in points, and why: what speaks for one thing listed twice, and what against it.

The points are a table, so that an editor can follow each. Names weigh most, by how seldom their words are: records with
different names are never called duplicates, however much they share, for a hall has many groups, and a body many services.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import NamedTuple

from generator.duplicates.faces import Face
from generator.duplicates.names import FEW, WITHIN_NAME, Rarity, Reason, named_alike
from generator.geo.whereabouts import distance
from generator.issues import N_

STRONG, POSSIBLE = 70, 50
"""Points from which two records are one thing, in all likelihood, and from which somebody should look."""

NUMBER = N_("the same number in a register")
PHONE = N_("the same telephone number")
EMAIL = N_("the same e-mail address")
PAGE = N_("the same web page")
SITE = N_("the same website")
POSTCODE = N_("the same postcode")
POINT = N_("the same place on the map")
STREET = N_("the same house and street")
TOWN = N_("the same town")
AREA = N_("the same area")
BODY = N_("run by the same body")
OTHER_NUMBER = N_("different numbers in the same register")
OTHER_PHONE = N_("different telephone numbers")
OTHER_PAGE = N_("a page each on the same website")
OTHER_SITE = N_("different websites")
OTHER_POSTCODE = N_("different postcodes")
OTHER_TOWN = N_("different towns")
OTHER_AREA = N_("different areas")
OTHER_BODY = N_("run by different bodies")
OTHER_AGES = N_("for different ages")
OTHER_DAYS = N_("on different days")

ALL_AT_ONE = 40
"""Most points for numbers, pages and addresses together: who shares one mostly shares all."""
NEAR = 0.15
"""Kilometres within which two points are one place."""
FAR = 2.0
"""Kilometres from which they are two."""


class Pair(NamedTuple):
    """Two records and how alike they are: `score` from 0 to 100."""

    first: Face
    second: Face
    score: int
    reasons: tuple[Reason, ...]

    @property
    def strong(self) -> bool:
        return self.score >= STRONG


def compare(first: Face, second: Face, rarity: Rarity) -> Pair | None:
    """Two records of a kind as a pair; None where they are not alike, or known not to be the same."""
    name = named_alike(first, second, rarity)
    registered = first.numbers & second.numbers
    if name is None and not registered:
        return None
    if name and name.text == WITHIN_NAME and first.area != second.area:
        return None  # a branch, and the body it is one of
    if second.record.id in first.others or first.record.id in second.others:
        return None
    reasons = [*([name] if name else ()), *_contact(first, second, rarity), *_whereabouts(first, second)]
    reasons += _rest(first, second)
    sure = registered or all(reason.sure for reason in reasons)
    score = max(0, min(100 if sure else STRONG - 1, sum(reason.points for reason in reasons)))
    return Pair(first, second, score, tuple(reasons)) if score >= POSSIBLE else None


def _contact(first: Face, second: Face, rarity: Rarity) -> Iterator[Reason]:
    """What numbers, pages and addresses say. What many share says little, and together they say no more than so much."""
    left = ALL_AT_ONE
    for text, points, shared in (
        (NUMBER, 70, first.numbers & second.numbers),
        (PHONE, 25, first.phones & second.phones),
        (EMAIL, 25, first.emails & second.emails),
        (PAGE, 25, first.pages & second.pages),
        (SITE, 10, first.hosts & second.hosts if not first.pages & second.pages else ()),
    ):
        if shared:
            few = min(rarity.shared.get(key, 0) for key in shared) <= FEW
            given = min(points if few else 5, left if text != NUMBER else points)
            left = max(0, left - given)
            if given and (few or text != SITE):
                yield Reason(text, given)
    if _clash(first.phones, second.phones):
        yield Reason(OTHER_PHONE, -5)
    if first.pages and second.pages and not first.pages & second.pages:
        same = first.hosts & second.hosts
        many = same and min(rarity.shared.get(host, 0) for host in same) > FEW
        if many or not same:
            yield Reason(OTHER_PAGE if same else OTHER_SITE, -10 if same else -5)


def _whereabouts(first: Face, second: Face) -> Iterator[Reason]:
    """What places say: the nearest thing that both tell, for or against."""
    near = min((distance(a, b) for a in first.points for b in second.points), default=None)
    if first.postcodes & second.postcodes:
        yield Reason(POSTCODE, 20)
    elif near is not None and near <= NEAR:
        yield Reason(POINT, 20)
    elif first.streets & second.streets:
        yield Reason(STREET, 15)
    elif _clash(first.postcodes, second.postcodes):
        yield Reason(OTHER_POSTCODE, -5 if _outward(first) & _outward(second) else -15)
    elif first.towns & second.towns:
        yield Reason(TOWN, 10)
    elif _clash(first.towns, second.towns) or (near is not None and near >= FAR):
        yield Reason(OTHER_TOWN, -15)
    if first.area and second.area:
        yield Reason(AREA, 3) if first.area == second.area else Reason(OTHER_AREA, -8)


def _rest(first: Face, second: Face) -> Iterator[Reason]:
    """What bodies, ages and days say."""
    if first.body and second.body:
        yield Reason(BODY, 5) if first.body == second.body else Reason(OTHER_BODY, -8)
    if any(a is not None and b is not None and a != b for a, b in zip(first.ages, second.ages, strict=True)):
        yield Reason(OTHER_AGES, -15)
    if _clash(first.days, second.days):
        yield Reason(OTHER_DAYS, -8)
    if any(scheme in _schemes(second) for scheme in _schemes(first)) and not first.numbers & second.numbers:
        yield Reason(OTHER_NUMBER, -40)


def _clash(ours: Set[str], theirs: Set[str]) -> bool:
    """Whether both say something, and nothing that both say."""
    return bool(ours and theirs and not ours & theirs)


def _outward(face: Face) -> set[str]:
    """The first halves of postcodes: a district of a town."""
    return {postcode.partition(" ")[0] for postcode in face.postcodes}


def _schemes(face: Face) -> set[str]:
    return {number.partition(" ")[0] for number in face.numbers}

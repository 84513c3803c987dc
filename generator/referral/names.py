"""Names that both ways share: identities, schemes of registers, words of Open Referral for what we call otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from hashlib import sha1

NAMESPACE = "f0c1b0d0-5d0e-5b5c-9d3a-6f6d0f3a8a11"
"""Namespace of our identities: never changed, as those who took our data know it by them."""

ACTIVE, PAUSED, CLOSED = "active", "temporarily closed", "defunct"
STATUSES: Mapping[str, str] = {"open": ACTIVE, "paused": PAUSED, "closed": CLOSED}
"""State of ours -> service.status. What is inactive there is paused here."""

DAY_CODES: Mapping[str, str] = dict(
    zip("mon tue wed thu fri sat sun".split(), "MO TU WE TH FR SA SU".split(), strict=True)
)

SCHEMES: Mapping[str, str] = {
    "charity": "GB-CHC",
    "company": "GB-COH",
    "cio": "GB-CHC",
    "community-benefit-society": "GB-MPR",
}
"""Registers by what a body is registered as: codes of org-id.guide."""
SCHEMES_BY_BEGINNING: Mapping[str, str] = {"SC": "GB-SC", "NIC": "GB-NIC"}
"""Registers of charities whose numbers tell of another country of the kingdom."""

STATISTICS = "http://statistics.data.gov.uk/id/statistical-geography/"
"""What stands before an area's official code, for its address."""

CHOICES: Mapping[str, str] = {
    "activities": "activities",
    "needs": "needs",
    "audiences": "audiences",
    "serves": "areas",
    "join.routes": "join-routes",
    "cost.kind": "costs",
}
"""Fields that choose from a vocabulary, and which: attributes with a term of a taxonomy."""
AREA = "area"
"""Label of the attribute that says in which area's folder a record lies."""
ID = "id"
"""Label of the attribute that is a record's own id."""
VENUE = "venue"
"""Label of the attribute of a service at a location that is the venue's key."""
TOLD = "told"
"""Label of the attribute that lists the fields of ours that Open Referral's own fields hold whole: paths, as JSON. All else that
can be read there is made of other fields, for those who do not know ours."""

_SPACE = bytes.fromhex(NAMESPACE.replace("-", ""))
_VARIANT = {digit: "89ab"[int(digit, 16) & 3] for digit in "0123456789abcdef"}


def uuid_of(folder: str, id: str, *parts: str) -> str:
    """The UUID (version 5) of a record of ours, or of a part of it: the same in every build and language."""
    name = "/".join((folder, id, *parts))
    digest = sha1(_SPACE + name.encode(), usedforsecurity=False).hexdigest()
    return f"{digest[:8]}-{digest[8:12]}-5{digest[13:16]}-{_VARIANT[digest[16]]}{digest[17:20]}-{digest[20:32]}"


class Ids(dict[str, str]):
    """Identities of a record's parts by what these are called, as 'address/main', made when they are asked for: UUIDs of
    version 8 that begin as the record's own does and end by the part's name. A record has dozens of parts, and a hash for each
    would take four times as long."""

    def __init__(self, folder: str, id: str) -> None:
        self.own = uuid_of(folder, id)
        self._begin, self._end = f"{self.own[:14]}8{self.own[15:24]}", int(self.own[24:], 16)

    def __missing__(self, part: str) -> str:
        made = self[part] = f"{self._begin}{self._end ^ _part(part):012x}"
        return made


@lru_cache(maxsize=1 << 14)
def _part(name: str) -> int:
    """What the last 48 bits of an identity are mixed with."""
    return int.from_bytes(sha1(name.encode(), usedforsecurity=False).digest()[:6], "big")


def scheme_of(kind: str, number: str) -> str | None:
    """The register a number stands in, by its code; None where it is not known."""
    found = next((code for start, code in SCHEMES_BY_BEGINNING.items() if number.upper().startswith(start)), None)
    return (found if kind in ("charity", "cio") else None) or SCHEMES.get(kind)

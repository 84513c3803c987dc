"""Documents from an address that somebody gave: by http or https alone, from its own host, within limits of size and time."""

from __future__ import annotations

import threading
from collections.abc import Callable
from http.client import HTTPException, HTTPMessage
from typing import IO, Any, TypeVar
from urllib.error import HTTPError, URLError
from urllib.parse import urljoin, urlsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    Request,
)

from generator.imports.decoding import MOST_BYTES, weighed
from generator.issues import N_, Refusal

T = TypeVar("T")

SECONDS = 30.0
"""How long a server may be silent."""
MOST_SECONDS = 300.0
"""How long one document may take altogether: a server that sends a byte a minute is never silent for long."""
AGENT = "geirfa-import"


class Missing(Refusal):
    """The server says that there is no such document."""


def is_address(source: str) -> bool:
    return source.lower().startswith(("http://", "https://"))


def fetch(address: str, seconds: float = SECONDS, most: float = MOST_SECONDS) -> bytes:
    """What an address answers. Raises Refusal, in a sentence, where it does not; Missing where the document is not there."""
    if not is_address(address) or not _host(address):
        raise Refusal(
            N_("{address} is no address that can be asked: it begins with https:// or http://."), address=address
        )
    return _within(most, lambda: _asked(address, seconds), address)


def _asked(address: str, seconds: float) -> bytes:
    request = Request(address, headers={"User-Agent": AGENT, "Accept": "application/json, */*;q=0.5"})  # noqa: S310
    try:
        with _opener().open(request, timeout=seconds) as answer:
            return weighed(answer.read(MOST_BYTES + 1), address)
    except HTTPError as error:
        kind = Missing if error.code in (404, 410) else Refusal
        raise kind(f"{address} answers {error.code} {str(error.reason).partition(chr(10))[0].rstrip('.')}.") from error
    except (URLError, HTTPException, OSError, ValueError) as error:
        reason = getattr(error, "reason", None) or error
        raise Refusal(
            N_("{address} does not answer: {reason}."), address=address, reason=str(reason) or type(reason).__name__
        ) from error


def _opener() -> OpenerDirector:
    """What opens web addresses and nothing else: no files, no other schemes, no settings of the machine."""
    opener = OpenerDirector()
    for handler in (HTTPHandler(), HTTPSHandler(), HTTPDefaultErrorHandler(), HTTPErrorProcessor(), _SameHost()):
        opener.add_handler(handler)
    return opener


class _SameHost(HTTPRedirectHandler):
    """Follows a server that leads on to another page of its own; whoever leads elsewhere is told of."""

    max_redirections = 5

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        if not same_host(req.full_url, newurl):
            raise Refusal(
                N_("{full_url} leads on to {newurl}; give that address if you trust it."),
                full_url=req.full_url,
                newurl=newurl,
            )
        made: Request | None = super().redirect_request(req, fp, code, msg, headers, newurl)
        return made


def _host(address: str) -> str:
    """The host that an address names; "" for none."""
    try:
        return (urlsplit(address).hostname or "").lower()
    except ValueError:
        return ""


def same_host(one: str, other: str) -> bool:
    """Whether two addresses are of one host, www or not, and the second is asked by http or https."""
    target = urljoin(one, other)
    hosts = [_host(address).removeprefix("www.") for address in (one, target)]
    return is_address(target) and hosts[0] == hosts[1] != ""


def _within(most: float, ask: Callable[[], T], address: str) -> T:
    """What `ask` gives, in a thread that is left to itself when it takes too long."""
    found: list[Any] = []

    def run() -> None:
        try:
            found.extend((True, ask()))
        except BaseException as error:
            found.extend((False, error))

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(most)
    if not found:
        raise Refusal(
            N_("{address} took longer than {most} seconds; try again, or ask for smaller pages."),
            address=address,
            most=f"{most:.0f}",
        )
    done, result = found
    if not done:
        raise result
    made: T = result
    return made

"""Messages as files for somebody with a mail program and a spreadsheet: drafts that Outlook and others open ready to send, a
text to read out for those who can only be rung, and a list of all."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from email.message import EmailMessage
from email.policy import SMTP
from io import StringIO

from generator.exports.messages import Message
from generator.issues import N_
from generator.wording import Wording, both

LIST = "messages.csv"
_COLUMNS = (
    N_("Area"),
    N_("Record"),
    N_("Name"),
    N_("Why"),
    N_("E-mail"),
    N_("Telephone"),
    N_("Subject"),
    N_("Message"),
    N_("Link that opens the message"),
    N_("Page"),
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would take for the beginning of a formula."""


def files(messages: Sequence[Message], wordings: Sequence[Wording]) -> Iterator[tuple[str, bytes]]:
    """Every file with its path: a folder for each area, in it a draft for each group, and the list beside them."""
    for message in messages:
        end = "eml" if message.email else "txt"
        yield f"{message.asset.shelf}/{message.asset.id}.{end}", draft(message) if message.email else script(message)
    yield LIST, table(messages, wordings)


def draft(message: Message) -> bytes:
    """An e-mail that has not been sent: opened, it is a draft to look at and send. It bears no date and no sender."""
    made = EmailMessage(policy=SMTP)
    made["To"] = message.email
    made["Subject"] = message.subject
    made["X-Unsent"] = "1"
    made.set_content(message.body, charset="utf-8", cte="quoted-printable")
    return made.as_bytes()


def script(message: Message) -> bytes:
    """A text to read out on the telephone, its number above it."""
    return f"{message.phone}\n{message.subject}\n\n{message.body}".encode()


def texts(messages: Iterable[Message]) -> str:
    """All messages one below the other, each under whom it goes to."""
    return "\n".join(
        f"=== {message.asset.id}: {message.email or message.phone}\n{message.subject}\n\n{message.body}"
        for message in messages
    )


def table(messages: Iterable[Message], wordings: Sequence[Wording]) -> bytes:
    """The list of all as CSV, in UTF-8 with a mark at its beginning, by which spreadsheets know it. No cell is a formula."""
    out = StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([both(column, wordings) for column in _COLUMNS])
    for message in messages:
        row = (message.area, message.asset.id, message.name, message.why, message.email, message.phone)
        writer.writerow(map(_harmless, (*row, message.subject, message.body, message.link, message.page)))
    return out.getvalue().encode("utf-8-sig")


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell

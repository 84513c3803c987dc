"""[[links]] in hand-written pages: to words, and to the site's own pages as [[page:suggested|words]]."""

from __future__ import annotations

import re

from generator.issues import Refusal
from generator.kinds.term import Term
from generator.markup import LINK
from generator.render.here import Here


def link_records(markdown: str, here: Here, file: str) -> str:
    """Markdown with its [[links]] made ordinary ones. Raises Refusal for a link to a word that is not there."""

    def link(match: re.Match[str]) -> str:
        id, words = match.group(1).strip(), match.group(2)
        if id.startswith("page:"):
            return f"[{words or id[5:]}]({here.page(id[5:])})"
        record = here.catalogue.terms.get(id)
        if record is None and (Term.folder, id) in here.catalogue.faulty:
            return words or id  # its own fault is reported
        if record is None:
            raise Refusal(
                f"content/pages/{file}: [[{id}]] leads to no word. Correct the id, or write the words without brackets."
            )
        if words:
            return f"[{words}]({here.url(record)})"
        return str(here.link(record))  # finished HTML: a title is contributed, and never Markdown

    return LINK.sub(link, markdown)

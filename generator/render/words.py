"""Words of the interface that never change are put into templates when these are compiled, not at every page."""

from __future__ import annotations

from collections.abc import Iterator

from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream


class WordsPutIn(Extension):
    """`_("Also called")` becomes the text itself; calls with values stay calls. Autoescape applies as ever."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        held: list[Token] = []
        for token in stream:
            held.append(token)
            if not _begins_call(held):
                yield from held
                held = []
            elif len(held) == len(_CALL):
                words = self.environment.globals["_"].plain(held[2].value)  # type: ignore[attr-defined]  # a Wording
                yield Token(held[2].lineno, "string", words)
                held = []
        yield from held


_CALL = ("name", "lparen", "string", "rparen")


def _begins_call(tokens: list[Token]) -> bool:
    return tokens[0].value == "_" and all(token.type == kind for token, kind in zip(tokens, _CALL, strict=False))

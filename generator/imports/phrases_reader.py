"""Reads the rhythms of a sentence, word by word."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from generator.imports.phrases_clock import Lost, said
from generator.imports.phrases_rhythm import Rhythm, ranged, settle
from generator.imports.phrases_words import Token
from generator.source import Tree

_AFTER = -9
"""Marks a number that stands behind its day."""
_QUIET = frozenset({"skip", "pause", "and"})
_TELLING = frozenset("span part always days date nth other".split())


def rhythms(found: Sequence[Token]) -> list[Rhythm]:
    """The rhythms of a sentence whose words are all known. Raises Lost where they do not make one."""
    found = ranged([token for token in found if token.kind != "skip"])
    reader = _Reader(found)
    while reader.at < len(found):
        reader.take()
    return reader.finished()


class _Reader:
    """Takes tokens one by one; a new rhythm begins where days follow times, or times days where they come first."""

    def __init__(self, found: Sequence[Token]) -> None:
        self.found, self.at = found, 0
        self.rhythms = [Rhythm()]
        self.limits: dict[str, Tree] = {}
        self.pending: list[int] = []
        self.every = False
        kinds = [token.kind for token in found if token.kind in _TELLING]
        self.times_first = kinds[:1] in (["span"], ["always"]) or (kinds[:1] == ["part"] and "span" not in kinds)
        self.last: list[int] = []

    def take(self) -> None:
        token = self.found[self.at]
        self.at += 1
        if token.kind in _QUIET:
            return
        method = getattr(self, f"_{token.kind.replace('-', '_')}", None)
        if method is None:
            raise Lost
        method(token)

    def _next(self) -> Token:
        """The token behind this one, taken."""
        while self.at < len(self.found) and self.found[self.at].kind in _QUIET:
            self.at += 1
        if self.at == len(self.found):
            raise Lost
        self.at += 1
        return self.found[self.at - 1]

    def _is_next(self, *kinds: str) -> bool:
        rest = (token.kind for token in self.found[self.at :] if token.kind not in _QUIET)
        return next(rest, "") in kinds

    def _rhythm(self, timed: bool) -> Rhythm:
        last = self.rhythms[-1]
        if (last.dayed and self.times_first) if timed else (last.timed and last.dayed and not self.times_first):
            self.rhythms.append(Rhythm())
        return self.rhythms[-1]

    def _days(self, token: Token) -> None:
        if self._is_next("closed") and not self._follows_closed():
            self._next()
            return
        rhythm = self._rhythm(False)
        self.last = list(token.value)
        if self.pending:
            rhythm.nth.append((self.pending, list(token.value)))
            self.pending = []
        elif rhythm.nth and self._is_day_more():
            rhythm.nth[-1][1].extend(token.value)
        else:
            rhythm.days += token.value

    def _follows_closed(self) -> bool:
        """Whether 'closed' belongs to what stands behind it: bank holidays, a month."""
        places = [n for n, token in enumerate(self.found) if n >= self.at and token.kind == "closed"]
        after = [token.kind for token in self.found[places[0] + 1 :] if token.kind not in _QUIET]
        return after[:1] in (["bank"], ["months"], ["date"])

    def _is_day_more(self) -> bool:
        """Whether a day goes on with the one before it: '1st Monday and Tuesday'."""
        before = [token.kind for token in self.found[: self.at - 1] if token.kind != "and"]
        return before[-1:] == ["days"]

    def _nth(self, token: Token) -> None:
        n, behind = token.value[0], _AFTER in token.value
        more = self._is_next("days", "nth") and not behind
        if self.every and n != 1 and not any(t.kind == "monthly" for t in self.found):
            raise Lost  # 'every second Friday' is every other one, or the second of a month
        if more:
            self._rhythm(False)
            self.pending.append(n)
            return
        rhythm = self.rhythms[-1]
        if rhythm.days:
            rhythm.nth.append(([*self.pending, n], rhythm.days))
            rhythm.days, self.pending = [], []
        elif rhythm.nth:
            numbers, days = rhythm.nth[-1]
            if behind and len(days) > len(self.last) and days[-len(self.last) :] == self.last:
                del days[-len(self.last) :]
                rhythm.nth.append(([n], self.last))
            else:
                numbers.extend([*self.pending, n])
            self.pending = []
        else:
            raise Lost

    def _every(self, token: Token) -> None:
        if token.value:
            self._rhythm(False).every = token.value[0]
        elif self._is_next("number", "num"):
            number = self._next()
            if self._next().kind != "week":
                raise Lost
            self._rhythm(False).every = number.value[0]
        elif self._is_next("days", "nth"):
            self.every = True
        else:
            raise Lost

    def _other(self, token: Token) -> None:
        self._rhythm(False).every = 2
        if self._is_next("week"):
            self._next()

    def _weekly(self, token: Token) -> None:
        self.rhythms[-1].weekly = True

    def _monthly(self, token: Token) -> None:
        self.rhythms[-1].monthly = True

    def _span(self, token: Token) -> None:
        self._rhythm(True).times.append(said(token))

    def _part(self, token: Token) -> None:
        self._rhythm(True).parts.append(token.value[0])

    def _always(self, token: Token) -> None:
        self._rhythm(True).always = True

    def _date(self, token: Token) -> None:
        self._rhythm(False).on.append(_iso(token))

    def _from(self, token: Token) -> None:
        self._limit("from", _iso(self._next_date()))

    def _to(self, token: Token) -> None:
        self._limit("until", _iso(self._next_date()))

    def _next_date(self) -> Token:
        token = self._next()
        if token.kind != "date":
            raise Lost
        return token

    def _term(self, token: Token) -> None:
        self._limit("term_time", "true")

    def _months(self, token: Token) -> None:
        known = self.limits.get("months", [])
        assert isinstance(known, list)
        self.limits["months"] = list(dict.fromkeys([*known, *map(str, token.value)]))

    def _bank_open(self, token: Token) -> None:
        self._limit("bank_holidays", "open")

    def _ask(self, token: Token) -> None:
        if self._next().kind != "bank":
            raise Lost
        self._limit("bank_holidays", "ask")

    def _not(self, token: Token) -> None:
        what = self._next()
        if what.kind == "bank":
            self._limit("bank_holidays", "closed")
        elif what.kind == "months":
            shut = set(what.value)
            while self._is_next("months"):
                shut |= set(self._next().value)
            self._limit("months", [str(month) for month in range(1, 13) if month not in shut])
        elif what.kind == "date":
            days: list[Tree] = [_iso(what)]
            while self._is_next("date"):
                days.append(_iso(self._next()))
            self._limit("except", days)
        elif token.kind == "closed" and what.kind == "days":
            while self._is_next("days"):
                self._next()
        else:
            raise Lost

    def _closed(self, token: Token) -> None:
        self._not(token)

    def _limit(self, name: str, value: Tree) -> None:
        if name in self.limits:
            raise Lost
        self.limits[name] = value

    def finished(self) -> list[Rhythm]:
        """What was read, if it is whole."""
        made = [rhythm for rhythm in self.rhythms if rhythm.trees() or rhythm.dayed]
        if self.pending or (len(made) > 1 and not all(rhythm.dayed and rhythm.timed for rhythm in made)):
            raise Lost
        for rhythm in made or ([Rhythm()] if self.limits else []):
            rhythm.limits = self.limits
            settle(rhythm)
            if rhythm not in made:
                made.append(rhythm)
        return made


def _iso(token: Token) -> str:
    return date(*token.value).isoformat()

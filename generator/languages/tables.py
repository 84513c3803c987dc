"""How people head the columns of their tables, and answer yes or no in them: a table a language.

Of each place in a record the headings it goes by, as `imports.targets` names places. `yes`, `no` and `unknown` are answers;
`nothing` is what cells say that have nothing to say; `key` heads what tells rows apart; `name?` may be a name where nothing
else is; `person` heads the names of people, `roles` are words in names of desks and offices, which are nobody's own; `over`, `under` and
`aged` stand before ages; `little` are words of a heading that say nothing; `totals` head rows that count the others. Words are folded: lower case, no accents, signs as single spaces.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

TableWords: TypeAlias = Mapping[str, str]
"""What is meant -> the words for it, | between them."""

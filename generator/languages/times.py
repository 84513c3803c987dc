"""How people write times: of each thing that can be meant the words for it, as one table a language.

What is meant: `day 0` (Monday) to `day 6` (`day 1 3` is the third month too), `days 0-4`; `nth 1` to `nth 5` and `nth last`, `nth … after` where the word stands
behind its day; `every`, `every 2` (weeks), `other` (each second), `weekly`, `monthly`, `week`, `num 3`; `and`, `to`, `from`,
`between`; `am`, `pm`, `noon`, `midnight`, `always`; `part morning`; `month 1`; `term`, `bank` (holidays), `bank-open`, `not`, `closed`, `ask`;
`skip` says nothing. Words are folded: lower case, no accents, straight apostrophes.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

TimeWords: TypeAlias = Mapping[str, str]
"""What is meant -> the words for it, | between them."""

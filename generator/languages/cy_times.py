"""How times are written in Welsh, mutated forms too. 'Mawrth' is a Tuesday unless it stands behind 'mis' or in a date."""

from __future__ import annotations

from generator.languages.times import TimeWords


def _day(*forms: str) -> str:
    """The forms of a day's name, and 'every day' before them, which by itself says another thing."""
    return "|".join([*forms, *(f"{every} dydd {form}" for form in forms for every in ("bob", "pob", "phob"))])


TIMES: TimeWords = {
    "day 0": _day("llun", "lun", "llu"),
    "day 1 3": _day("mawrth", "fawrth", "maw"),
    "day 2": _day("mercher", "fercher", "mer"),
    "day 3": _day("iau"),
    "day 4": _day("gwener", "wener", "gwen", "gwe"),
    "day 5": _day("sadwrn", "sad"),
    "day 6": _day("sul"),
    "days 0-4": "dyddiau'r wythnos|ddyddiau'r wythnos|diwrnodau'r wythnos|dyddiau gwaith",
    "days 5-6": "penwythnos|penwythnosau|y penwythnos|ar benwythnosau|benwythnosau|bob penwythnos",
    "days 0-6": "bob dydd|pob dydd|yn ddyddiol|dyddiol|saith diwrnod yr wythnos|7 diwrnod yr wythnos",
    "nth 1 after": "cyntaf|gyntaf|1af",
    "nth 2": "ail|2il|2ail",
    "nth 3": "trydydd|thrydydd|drydydd|3ydd",
    "nth 4": "pedwerydd|phedwerydd|bedwerydd|4ydd",
    "nth 5": "pumed|phumed|bumed|5ed",
    "nth last after": "olaf",
    "every": "bob|pob|phob",
    "every 2": "bob pythefnos|pob pythefnos|bob yn ail wythnos|yn bythefnosol|bythefnosol|bob dwy wythnos",
    "other": "bob yn ail|pob yn ail|bob ail",
    "weekly": "bob wythnos|pob wythnos|wythnosol|yn wythnosol|unwaith yr wythnos|yr wythnos",
    "monthly": "misol|yn fisol|bob mis|pob mis|unwaith y mis|y mis|o'r mis|ym mhob mis|o bob mis|bob un mis",
    "week": "wythnos|wythnosau",
    "num 2": "dwy|ddwy|dau|ddau",
    "num 3": "tair|dair|tri|dri",
    "num 4": "pedair|bedair|pedwar",
    "num 5": "pum|bum|pump",
    "num 6": "chwe|chwech",
    "num 8": "wyth",
    "and": "a|ac|a'r|ac ar|ac yna",
    "to": "i|tan|hyd|hyd at|hyd nes",
    "from": "o|gan ddechrau|yn dechrau|dechrau",
    "between": "rhwng",
    "noon": "hanner dydd|canol dydd|ganol dydd|12 hanner dydd|12 canol dydd|12 ganol dydd|12yp canol dydd",
    "midnight": "hanner nos|canol nos|ganol nos|12 hanner nos|12 canol nos",
    "am": "yb|y.b.|y.b|y b|am|a.m.|a.m",
    "pm": "yp|y.p.|y.p|y p|yh|y.h.|y.h|y h|pm|p.m.|p.m",
    "always": "24 awr|24 awr y dydd|24 awr y dydd 7 diwrnod yr wythnos|ddydd a nos|dydd a nos|24/7",
    "part morning": "bore|boreau|fore|foreau|yn y bore|yn y boreau|y bore",
    "part afternoon": "prynhawn|prynhawniau|brynhawn|brynhawniau|p'nawn|pnawn|yn y prynhawn|y prynhawn",
    "part evening": "nos|noson|nosweithiau|gyda'r nos|fin nos|gyda'r hwyr|yr hwyr|y nos|yn yr hwyr",
    "month 1": "ionawr|ion|mis ionawr|fis ionawr",
    "month 2": "chwefror|chwef|chw|mis chwefror|fis chwefror",
    "month 3": "mis mawrth|fis mawrth|mis fawrth",
    "month 4": "ebrill|ebr|mis ebrill|fis ebrill",
    "month 5": "mai|mis mai|fis mai",
    "month 6": "mehefin|fehefin|meh|mis mehefin|fis mehefin",
    "month 7": "gorffennaf|orffennaf|gorff|gor|mis gorffennaf|fis gorffennaf",
    "month 8": "awst|mis awst|fis awst",
    "month 9": "medi|fedi|mis medi|fis medi",
    "month 10": "hydref|hyd.|mis hydref|fis hydref",
    "month 11": "tachwedd|dachwedd|thachwedd|tach|mis tachwedd|fis tachwedd",
    "month 12": "rhagfyr|ragfyr|rhag|mis rhagfyr|fis rhagfyr",
    "term": "yn ystod y tymor|yn ystod tymor yr ysgol|yn ystod y tymor ysgol|yn ystod tymor ysgol|tymor ysgol|tymor yr ysgol"
    "|yn ystod tymhorau ysgol|yn ystod tymhorau'r ysgol|tymhorau ysgol|amser tymor|adeg tymor|dim ond yn ystod y tymor"
    "|yn ystod y tymor yn unig|ac eithrio gwyliau ysgol|ac eithrio gwyliau'r ysgol|heblaw gwyliau ysgol|heblaw gwyliau'r ysgol|ddim yn ystod gwyliau ysgol"
    "|ddim yn ystod gwyliau'r ysgol|yn nhymor yr ysgol|yn y tymor",
    "bank": "gwyliau banc|wyliau banc|gwyliau'r banc|gwyl banc|gwyl y banc|wyl y banc|wyl banc|gwyliau cyhoeddus",
    "bank-open": "ar wyliau banc hefyd|gwyliau banc hefyd|gan gynnwys gwyliau banc|ar agor ar wyliau banc",
    "not": "ddim|ddim ar|ddim yn|ddim ym|dim|heblaw|heblaw am|heblaw ar|ac eithrio|ond nid|nid|nid ar",
    "closed": "ar gau|ar gau ar|ar gau ym|wedi cau|wedi cau ar|yn cau ar",
    "ask": "holwch am|gwiriwch",
    "skip": "y|yr|ar|am|yn|ym|o'r gloch|ar agor|agor|oriau agor|oriau|amser|amseroedd|dydd|ddydd|dyddiau|ddyddiau|yn unig|hefyd"
    "|cwrdd|yn cwrdd|sesiwn|sesiynau|mis|fis|misoedd|ym misoedd|holwch pa wythnosau|holwch am y diwrnod|holwch pa un|unwaith",
}

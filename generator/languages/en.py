"""English."""

from generator.issues import N_
from generator.languages import Language

LANGUAGE = Language(
    code="en",
    name="English",
    english=N_("English"),
    common_words=frozenset(
        "the of and to is that for with are be or which on their it this by as from they have has can who what when "
        "not you your we will may often more than other into about at an was were them these those".split()
    ),
)

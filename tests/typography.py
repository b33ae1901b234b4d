"""What printed text looks like in each language, for the tests of everything that people read."""

from __future__ import annotations

import re
from collections.abc import Iterator

TYPED = ("'", '"', "...", " - ", " %")
"""What a typewriter leaves in a text instead of the printed character."""


def faults(text: str, language: str) -> Iterator[str]:
    """Yield what is wrong with the quotation marks, dashes, ellipses and spaces of a text in ``en`` or ``de``."""
    if text != text.strip():
        yield "space at an end"
    yield from (f"typed {part!r}" for part in TYPED if part in text)
    if language == "de" and re.search(r"\d%", text):
        yield "percent sign without a narrow no-break space"
    if language == "en" and re.search(r"\s%", text):
        yield "percent sign after a space"
    opening, closing, foreign = ("„", "“", "”") if language == "de" else ("“", "”", "„")
    if text.count(opening) != text.count(closing) or foreign in text:
        yield "quotation marks"

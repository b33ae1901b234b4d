"""Text without what people spell differently: case, accents, umlauts, punctuation."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

_COMMON = 0x3000
"""Characters below are those of the common scripts; of a million others none is worth remembering."""
_SPELLINGS = (("ae", "a"), ("oe", "o"), ("ue", "u"))
"""How umlauts are typed where the keyboard has none; an umlaut loses its dots as every accent does."""


def cleaned(typed: str) -> str:
    """Return what was typed without control characters, and with single spaces."""
    return " ".join("".join(" " if unicodedata.category(one) in ("Cc", "Cs") else one for one in typed).split())


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """Return `text` without case, accents and dots, and with one spelling of umlauts and of ß."""
    return folded_once(text)


def folded_once(text: str) -> str:
    """Return the same as `folded`, for a text that nobody asks for twice."""
    plain = text.casefold()
    if not plain.isascii():
        # Twice: a raised capital becomes an ordinary one only when it is taken apart.
        plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", plain).casefold())
    plain = plain.translate(_letters())
    for spelled, letter in _SPELLINGS:
        plain = plain.replace(spelled, letter)
    return plain


class _Letters(dict[int, str]):
    """What becomes of a character: nothing of an accent, a space of what is no letter and no digit."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        made = "" if unicodedata.combining(letter) else letter if letter.isalnum() else " "
        if code < _COMMON:
            self[code] = made
        return made


@cache
def _letters() -> _Letters:
    return _Letters()

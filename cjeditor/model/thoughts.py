"""When two people named the same thought: what counts as the same, whatever capitals and full stops they used."""

from __future__ import annotations

import unicodedata

_JOINING = frozenset("'’ʼ.")  # don't, z.B.: left out without a gap


def same_as(text: str) -> str:
    """What all writings of one thought have in common: its words in one case, without punctuation.

    Of a text that is nothing but punctuation (“???”), that.
    """
    plain = unicodedata.normalize("NFKC", text).casefold()
    kept = "".join(
        "" if letter in _JOINING else " " if unicodedata.category(letter)[0] in "PZC" else letter for letter in plain
    )
    return " ".join(kept.split()) or " ".join(plain.split())

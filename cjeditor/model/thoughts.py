"""When two people named the same thought: what counts as the same, whatever capitals and full stops they used."""

from __future__ import annotations

import unicodedata

_JOINING = "'’ʼ."  # don't, z.B.: left out without a gap
_ASCII = str.maketrans({letter: "" if letter in _JOINING else " " for letter in "!\"#%&'()*,-./:;?@[\\]_{}"})


def same_as(text: str) -> str:
    """What all writings of one thought have in common: its words in one case, without punctuation.

    Of a text that is nothing but punctuation (“???”), that.
    """
    if text.isascii():  # the usual case, several times as fast
        plain = text.casefold()
        return " ".join(plain.translate(_ASCII).split()) or " ".join(plain.split())
    plain = unicodedata.normalize("NFKC", text).casefold()
    kept = "".join(
        "" if letter in _JOINING else " " if unicodedata.category(letter)[0] in "PZC" else letter for letter in plain
    )
    return " ".join(kept.split()) or " ".join(plain.split())

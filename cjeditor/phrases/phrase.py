"""What a table of phrases holds."""

from __future__ import annotations

from typing import NamedTuple


class Phrase(NamedTuple):
    """What is wrong and what to do about it: English, untranslated, without final full stop, ``{name}`` for values."""

    what: str
    remedy: str

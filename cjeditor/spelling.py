"""What people type against what things are called: whatever the case, the accents and the spelling of umlauts."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

_SPELLINGS = (("ae", "a"), ("oe", "o"), ("ue", "u"))
"""How umlauts are typed where the keyboard has none; an umlaut loses its dots as every accent does."""

_INSIDE = 3
"""Letters of a word that may also stand within another one, as in German compounds (“test” in “Nutzertest”)."""


def cleaned(typed: str) -> str:
    """Return what was typed without control characters, and with single spaces."""
    return " ".join("".join(" " if unicodedata.category(one) in ("Cc", "Cs") else one for one in typed).split())


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """Return `text` without case, accents and dots, and with one spelling of umlauts and of ß."""
    plain = "".join(
        letter for letter in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(letter)
    )
    for spelled, letter in _SPELLINGS:
        plain = plain.replace(spelled, letter)
    return "".join(letter if letter.isalnum() else " " for letter in plain)


def rank(words: Sequence[str], names: Sequence[str], sentences: Sequence[str]) -> int | None:
    """Return how well something matches that has these names and sentences, 0 for best.

    Args:
        words: what was typed, `folded` and split.
        names: what it is called, in every language.
        sentences: what is said of it.

    Returns:
        None where a word is found nowhere.
    """
    names = [folded(name) for name in names]
    sentences = [folded(sentence) for sentence in sentences]
    ranks = [_rank_of(word, names, sentences) for word in words]
    if None in ranks:
        return None
    whole = " ".join(words)
    best = 0 if any(" ".join(name.split()).startswith(whole) for name in names) else 1
    return best + 8 * max(each for each in ranks if each is not None) + len(words)


def _rank_of(word: str, names: Sequence[str], sentences: Sequence[str]) -> int | None:
    if any(name.startswith(word) for name in names):
        return 0
    if any(f" {word}" in name for name in names):
        return 1
    inside = len(word) >= _INSIDE
    if inside and any(word in name for name in names):
        return 2
    if any(f" {word}" in f" {sentence}" for sentence in sentences):
        return 3
    return 4 if inside and any(word in sentence for sentence in sentences) else None

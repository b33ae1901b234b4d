"""Finding building blocks by what people type: in both languages at once, whatever the spelling of umlauts."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from cjeditor.window.blocks.offer import Offer, Section

_SPELLINGS = (("ae", "a"), ("oe", "o"), ("ue", "u"))
"""How umlauts are typed where the keyboard has none; an umlaut loses its dots as every accent does."""


def found(sections: Sequence[Section], typed: str) -> tuple[Section, ...]:
    """Return the sections with what matches `typed`, best first; headings without a match are left out.

    Every word must be found, in a name or a sentence in any language. Names that begin with what was typed are best,
    then names with a word that does, then other names, then sentences.
    """
    words = folded(typed).split()
    if not words:
        return tuple(sections)
    result: list[tuple[int, Section]] = []
    seen: set[object] = set()
    for section in sections:
        ranked = []
        for offer in section.offers:
            rank = _rank(offer, words)
            if rank is not None and (offer.block, offer.own) not in seen:
                seen.add((offer.block, offer.own))
                ranked.append((rank, offer))
        if ranked:
            ranked.sort(key=_by_rank)
            result.append((ranked[0][0], replace(section, offers=tuple(offer for _, offer in ranked))))
    result.sort(key=_by_rank)
    return tuple(section for _, section in result)


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """Return `text` without case, accents and dots, and with one spelling of umlauts and of ß."""
    plain = "".join(
        letter for letter in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(letter)
    )
    for spelled, letter in _SPELLINGS:
        plain = plain.replace(spelled, letter)
    return "".join(letter if letter.isalnum() else " " for letter in plain)


def _rank(offer: Offer, words: list[str]) -> int | None:
    """Return how well an offer matches, 0 for best; None where a word is found nowhere."""
    names = [folded(name) for name in offer.names or (offer.name,)]
    sentences = [folded(sentence) for sentence in (*(offer.sentences or (offer.tip,)), offer.more)]
    ranks = [_rank_of(word, names, sentences) for word in words]
    if None in ranks:
        return None
    whole = " ".join(words)
    best = 0 if any(" ".join(name.split()).startswith(whole) for name in names) else 1
    return best + 8 * max(rank for rank in ranks if rank is not None) + len(words)


def _rank_of(word: str, names: list[str], sentences: list[str]) -> int | None:
    if any(name.startswith(word) for name in names):
        return 0
    if any(f" {word}" in name for name in names):
        return 1
    if any(word in name for name in names):
        return 2
    if any(f" {word}" in f" {sentence}" for sentence in sentences):
        return 3
    return 4 if any(word in sentence for sentence in sentences) else None


def _by_rank(ranked: tuple[int, object]) -> int:
    return ranked[0]

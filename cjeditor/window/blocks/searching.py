"""Finding building blocks by what people type: in both languages at once, whatever the spelling of umlauts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cjeditor.analysis.folding import cleaned, folded
from cjeditor.window.blocks.offer import Offer, Section

_INSIDE = 3
"""Letters of a word that may also stand within another one, as in German compounds (“test” in “Nutzertest”)."""


def found(sections: Sequence[Section], typed: str) -> tuple[Section, ...]:
    """Return the sections with what matches `typed`, best first; headings without a match are left out.

    Every word must be found, in a name or a sentence in any language. Names that begin with what was typed are best,
    then names with a word that does, then other names, then sentences. Words of one or two letters must stand at the
    beginning of another. What has no letter at all (“24/7”) is looked for as it is, in names. Sections of the same
    title become one.
    """
    words = folded(typed).split()
    plain = cleaned(typed)
    if not plain:
        return tuple(sections)
    literal = "" if any(letter.isalpha() for word in words for letter in word) else plain.casefold()
    gathered: dict[str, tuple[Section, list[tuple[int, Offer]]]] = {}
    seen: set[object] = set()
    for section in sections:
        for offer in section.offers:
            how_well = _rank_of_literal(offer, literal) if literal else _rank(offer, words)
            if how_well is not None and (offer.block, offer.own) not in seen:
                seen.add((offer.block, offer.own))
                gathered.setdefault(section.title, (section, []))[1].append((how_well, offer))
    result: list[tuple[int, Section]] = []
    for section, ranked in gathered.values():
        ranked.sort(key=_by_rank)
        result.append((ranked[0][0], replace(section, offers=tuple(offer for _, offer in ranked))))
    result.sort(key=_by_rank)
    return tuple(section for _, section in result)


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


def _rank(offer: Offer, words: list[str]) -> int | None:
    return rank(words, offer.names or (offer.name,), (*(offer.sentences or (offer.tip,)), offer.more))


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


def _rank_of_literal(offer: Offer, literal: str) -> int | None:
    names = [name.casefold() for name in offer.names or (offer.name,)]
    if any(name.startswith(literal) for name in names):
        return 0
    return 1 if any(f" {literal}" in name for name in names) else None


def _by_rank(ranked: tuple[int, object]) -> int:
    return ranked[0]

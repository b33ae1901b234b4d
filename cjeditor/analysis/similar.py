"""Which texts say nearly the same, for those who group what many people wrote.

**The measure.** A text is the set of its words, in one spelling, without German and English stop words and endings. Two
words are alike by 1 where they are the same, by the share of the shorter in the longer where one holds the other (as in
German compounds), else by the share of three-letter pieces that they have in common; what is below one half counts as
nothing. A word weighs more the fewer texts it is in: ln(1 + texts ÷ texts with it). Of two texts each word brings its
weight times how alike the other text’s most alike word is; the sum by the sum of all weights is how alike the texts
are: 0 where they share nothing, 1 where they are the same words in any order.

**The groups.** The text with most others that are at least so much alike takes them as its group, then the next of
those that are left. So each text of a group is that much alike to the group’s middle, and no chain leads from one
subject to another.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from cjeditor.analysis.stems import stem, words_of

ANY = ""
"""The kind of a text that may stand in a group with texts of any one kind."""

NEARLY_THE_SAME, RELATED = 0.9, 0.4
"""How alike texts are that people take for the same, and that they would still put next to each other."""

_LEAST = 0.5
"""Words less alike than that have nothing in common."""
_CONTAINED = 5
"""Letters of a word that counts where it is a part of another one."""
_BEGINNING = 4
"""Letters by which words are found that may be alike."""
_COMMON = 150
"""Beginnings that more texts have say too little to look for others by them."""
_CANDIDATES = 16
"""Texts to which each one is compared: those that have most of its rare beginnings."""
_LOOK = 32
"""Texts that are compared between two questions whether to go on."""

GoOn = Callable[[float], bool]
"""Is told what share of the work is done, and answers whether to go on."""


class Likeness:
    """How alike some texts are. Groups of any measure are told from it at once."""

    def __init__(
        self, same: Sequence[tuple[str, ...]], kinds: Sequence[str], near: Mapping[int, Mapping[int, float]]
    ) -> None:
        """Keep what was found.

        Args:
            same: ids of texts that are the same words, together; each kind by itself.
            kinds: of these.
            near: by their places in `same`, how alike they are to others.
        """
        self._same = same
        self._kinds = kinds
        self._near = near

    def groups(self, at_least: float) -> list[tuple[str, ...]]:
        """Return the ids of the texts that are at least so much alike, group by group, the largest groups first."""
        near = {
            one: {other for other, how in them.items() if how >= at_least and self._fit(one, other)}
            for one, them in self._near.items()
        }
        sizes = [
            len(same) + sum(len(self._same[other]) for other in near.get(one, ()))
            for one, same in enumerate(self._same)
        ]
        left = set(range(len(self._same)))
        found: list[tuple[str, ...]] = []
        for middle in sorted(left, key=lambda one: (self._kinds[one] == ANY, -sizes[one], one)):
            if middle not in left:
                continue
            members = [middle, *self._fitting(middle, sorted(near.get(middle, set()) & left))]
            left.difference_update(members)
            ids = tuple(one for member in members for one in self._same[member])
            if len(ids) > 1:
                found.append(ids)
        return sorted(found, key=len, reverse=True)

    def _fit(self, one: int, other: int) -> bool:
        kinds = {self._kinds[one], self._kinds[other]}
        return len(kinds) == 1 or ANY in kinds

    def _fitting(self, middle: int, others: Iterable[int]) -> list[int]:
        """Return those that can stand with the middle: besides `ANY`, of one kind."""
        kind, found = self._kinds[middle], []
        for other in others:
            if ANY in (kind, self._kinds[other]) or kind == self._kinds[other]:
                kind = kind or self._kinds[other]
                found.append(other)
        return found


class _Text(NamedTuple):
    """A text as it is compared, with its place in the list of different ones."""

    at: int
    stems: frozenset[str]


def _go_on(_share: float) -> bool:
    return True


def likeness(texts: Mapping[str, str], kinds: Mapping[str, str] | None = None, go_on: GoOn = _go_on) -> Likeness | None:
    """Compare texts.

    Args:
        texts: by their ids.
        kinds: by the same ids; only texts of one kind stand in a group.
        go_on: asked from time to time.

    Returns:
        What was found; None where it was told to stop.
    """
    by_words: defaultdict[tuple[str, frozenset[str]], list[str]] = defaultdict(list)
    for one, text in texts.items():
        stems = frozenset(map(stem, words_of(text)))
        if stems:
            by_words[(kinds or {}).get(one, ANY), stems].append(one)
    read = [_Text(at, stems) for at, (_kind, stems) in enumerate(by_words)]
    near = _Comparison(read).near(go_on)
    if near is None:
        return None
    return Likeness([tuple(ids) for ids in by_words.values()], [kind for kind, _ in by_words], near)


def alike(text: str, other: str) -> float:
    """Return how alike two texts are, with nothing known of others: each word weighs the same."""
    pair = [_Text(at, frozenset(map(stem, words_of(each)))) for at, each in enumerate((text, other))]
    if not all(each.stems for each in pair):
        return 0.0
    return _Comparison(pair, weighed=False).alike(*pair)


def common_word(texts: Iterable[str]) -> str:
    """Return the word that most of the texts have, as it is mostly written; empty where they have none in common."""
    written: defaultdict[str, Counter[str]] = defaultdict(Counter)
    holders: Counter[str] = Counter()
    for text in texts:
        seen: dict[str, str] = {}
        for word in text.split():
            plain = word.strip("\"'„“”‚‘’.,;:!?()[]…")
            for folded in words_of(plain)[:1]:
                if plain and any(letter.isalpha() for letter in plain):
                    seen.setdefault(stem(folded), plain)
        for key, word in seen.items():
            written[key][word] += 1
            holders[key] += 1
    best = max(holders, key=lambda key: (holders[key], len(key)), default="")
    return written[best].most_common(1)[0][0] if best and holders[best] > 1 else ""


class _Comparison:
    """Compares texts with each other, and remembers how alike words are."""

    def __init__(self, read: Sequence[_Text], *, weighed: bool = True) -> None:
        self._read = read
        held = Counter(word for each in read for word in each.stems)
        self._weights = {word: math.log(1 + len(read) / count) if weighed else 1.0 for word, count in held.items()}
        self._words: dict[tuple[str, str], float] = {}

    def near(self, go_on: GoOn) -> dict[int, dict[int, float]] | None:
        """Return for each text those that may be meant, with how alike they are; None where it was to stop."""
        keys = self._keys()
        holders: defaultdict[object, list[int]] = defaultdict(list)
        for each in self._read:
            for key in keys[each.at]:
                holders[key].append(each.at)
        near: defaultdict[int, dict[int, float]] = defaultdict(dict)
        for each in self._read:
            if each.at % _LOOK == 0 and not go_on(each.at / len(self._read)):
                return None
            shared: Counter[int] = Counter()
            for key, weight in keys[each.at].items():
                for other in holders[key]:
                    shared[other] += weight
            del shared[each.at]
            for other, _weight in shared.most_common(_CANDIDATES):
                if other not in near[each.at]:
                    how = self.alike(each, self._read[other])
                    if how >= RELATED:
                        near[each.at][other] = near[other][each.at] = how
        return near

    def alike(self, text: _Text, other: _Text) -> float:
        """Return how alike two texts are."""
        weights, total, shared = self._weights, 0.0, 0.0
        for words, others in ((text.stems, other.stems), (other.stems, text.stems)):
            for word in words:
                weight = weights[word]
                total += weight
                shared += weight * (1.0 if word in others else self._most_alike(word, others))
        return shared / total

    def _keys(self) -> list[dict[object, int]]:
        """Return the beginnings by which each text is found, with weights; of common ones only, pairs of them."""
        begun = [sorted({word[:_BEGINNING] for word in each.stems}) for each in self._read]
        held = Counter(key for keys in begun for key in keys)
        found: list[dict[object, int]] = []
        for keys in begun:
            rare: dict[object, int] = {key: 1 + _COMMON // held[key] for key in keys if held[key] <= _COMMON}
            if not rare:
                rarest = sorted(keys, key=lambda key: (held[key], key))[:3]
                rare = {(one, other): 1 for one in rarest for other in rarest if one < other} or {keys[0]: 1}
            found.append(rare)
        return found

    def _most_alike(self, word: str, others: Iterable[str]) -> float:
        found = 0.0
        for other in others:
            pair = (word, other) if word < other else (other, word)
            how = self._words.get(pair)
            if how is None:
                how = self._words[pair] = _words_alike(*pair)
            found = max(found, how)
        return found


def _words_alike(word: str, other: str) -> float:
    shorter, longer = sorted((word, other), key=len)
    if len(shorter) >= _CONTAINED and shorter in longer:
        return max(_LEAST, len(shorter) / len(longer))
    pieces, others = _pieces(word), _pieces(other)
    how = 2 * len(pieces & others) / (len(pieces) + len(others))
    return how if how >= _LEAST else 0.0


def _pieces(word: str) -> set[str]:
    padded = f" {word} "
    return {padded[at : at + 3] for at in range(len(padded) - 2)}

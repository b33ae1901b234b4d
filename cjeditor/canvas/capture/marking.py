"""Finds the marks at the end of what somebody types. A mark is only one with a space before and after it.

A name of several words that nobody knows yet stands in quotation marks: `@"Call centre"`, in any of their forms.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from cjeditor.analysis.folding import folded

MarkKind = Literal["channel", "tag", "persona", "emotion", "risk", "truth"]

CHANNEL, TAG, PERSONA, RISK, TRUTH = "@", "#", "%", "!", "*"
NAMING: Mapping[str, MarkKind] = {CHANNEL: "channel", TAG: "tag", PERSONA: "persona"}
"""The signs that a name follows."""

_EMOTION = re.compile(r"([+\-−–])([12])|[+±](0)")
_EMOTION_BEGUN = re.compile(r"[+\-−–±]")
_MINUS = "-−–"
_SHARE = re.compile(r"(?:^|\s)\d[\d.,]*\s*$")
"""A plain number: the percent sign behind it says what it says."""

_OPENING, _CLOSING = '"„“”«»', '"“”„»«'
"""Quotation marks around a name; which ones a keyboard or an input method makes of the key differs."""

_LONGEST = 400
"""Characters at the end of a text in which marks are looked for."""


class Mark(NamedTuple):
    """One mark: what it means, and how it was typed, with the space behind it."""

    kind: MarkKind
    value: str
    typed: str


class Split(NamedTuple):
    """What was typed, taken apart: the words, the marks behind them, and a mark that is not finished."""

    words: str
    marks: tuple[Mark, ...] = ()
    pending: str = ""

    @property
    def typed(self) -> str:
        """All of it as it was typed."""
        return self.words + "".join(mark.typed for mark in self.marks) + self.pending

    @property
    def shown(self) -> str:
        """What is still text."""
        return self.words + self.pending


@dataclass(frozen=True)
class Vocabulary:
    """What marks can mean on a card; a sign that is not in `names` is text there.

    Attributes:
        names: by sign, the names that are known, in every spelling.
        values: whether the card has an emotion and can be a moment of truth.
    """

    names: Mapping[str, Collection[str]] = field(default_factory=dict)
    values: bool = False

    def known(self, sign: str, typed: str) -> str | None:
        """Return the name that `typed` spells, whatever its case, accents and umlauts."""
        wanted = _plain(typed)
        if not wanted:
            return None
        return next((name for name in self.names.get(sign, ()) if _plain(name) == wanted), None)

    def goes_on(self, sign: str, typed: str) -> bool:
        """Whether a name goes on after the word with which `typed` ends."""
        return self._begins_name(sign, typed, " ")

    def may_become(self, sign: str, typed: str) -> bool:
        """Whether a name begins with `typed`, which has a space in it."""
        return self._begins_name(sign, typed, "")

    def _begins_name(self, sign: str, typed: str, after: str) -> bool:
        begun = [_plain(word) for word in typed.split()]
        if not begun or not all(begun):  # a word of signs only is another mark
            return False
        wanted = " ".join(begun) + after
        return any(_plain(name).startswith(wanted) for name in self.names.get(sign, ()))


def split(typed: str, vocabulary: Vocabulary, *, settled: int = 0, ended: bool = False) -> Split:
    """Take apart what was typed.

    Args:
        typed: all of it.
        vocabulary: what marks can mean here.
        settled: up to this character everything is text.
        ended: whether the line ends here; then the end is as good as a space.

    Returns:
        The parts; joined again they are `typed`.
    """
    first = max(settled, typed.rfind("\n") + 1, len(typed) - _LONGEST)
    for at in range(first, len(typed)):
        if not _may_begin(typed, at, vocabulary):
            continue
        found = _marks_from(typed, at, vocabulary, ended=ended)
        if found is not None:
            marks, pending = found
            return Split(typed[:at], marks, pending)
    return Split(typed)


def asked(pending: str) -> tuple[MarkKind, str] | None:
    """Return what a name is being typed for, and its letters so far; None where no name is."""
    kind = NAMING.get(pending[:1])
    name = pending[1:]
    return None if kind is None else (kind, name[1:].rstrip(_CLOSING) if name[:1] in tuple(_OPENING) else name)


def _plain(name: str) -> str:
    return " ".join(folded(name).split())


def _may_begin(typed: str, at: int, vocabulary: Vocabulary) -> bool:
    sign = typed[at]
    if at > 0 and not typed[at - 1].isspace():
        return False
    if sign in NAMING:
        return sign in vocabulary.names and not (sign == PERSONA and _SHARE.search(typed[:at]))
    return sign == RISK or (vocabulary.values and (sign == TRUTH or bool(_EMOTION_BEGUN.match(sign))))


def _marks_from(typed: str, at: int, vocabulary: Vocabulary, *, ended: bool) -> tuple[tuple[Mark, ...], str] | None:
    """Return the marks from `at` to the end, and one that is not finished; None where there is other text as well."""
    marks: list[Mark] = []
    while at < len(typed):
        if not _may_begin(typed, at, vocabulary):
            return None
        mark = _mark_at(typed, at, vocabulary, ended=ended)
        if mark is None:
            pending = typed[at:]
            return (tuple(marks), pending) if not ended and _is_unfinished(pending, vocabulary) else None
        marks.append(mark)
        at += len(mark.typed)
    return tuple(marks), ""


def _mark_at(typed: str, at: int, vocabulary: Vocabulary, *, ended: bool) -> Mark | None:
    ends = [one for one in range(at + 1, len(typed)) if typed[one].isspace() and not typed[one - 1].isspace()]
    if ended and not typed[-1].isspace():
        ends.append(len(typed))
    if not ends:
        return None
    sign = typed[at]
    if sign in NAMING and typed[at + 1 : at + 2] in tuple(_OPENING):
        return _quoted(typed, at, ends, vocabulary)
    if sign not in NAMING:
        word = typed[at : ends[0]]
        value = _value_of(word)
        return None if value is None else Mark(*value, typed[at : _next_word(typed, ends[0])])
    for end in reversed(ends):
        name = vocabulary.known(sign, typed[at + 1 : end])
        if name is None:
            continue
        rest = _next_word(typed, end)
        if rest == len(typed) and not ended and vocabulary.goes_on(sign, typed[at + 1 : end]):
            return None
        return Mark(NAMING[sign], name, typed[at:rest])
    tag = typed[at + 1 : ends[0]]
    if sign == TAG and tag[:1].isalpha() and not _may_go_on(typed[at:], vocabulary, ended=ended):
        return Mark("tag", tag, typed[at : _next_word(typed, ends[0])])
    return None


def _quoted(typed: str, at: int, ends: list[int], vocabulary: Vocabulary) -> Mark | None:
    """Return the mark of a name in quotation marks that are closed before one of the `ends`."""
    for end in ends:
        name = " ".join(typed[at + 2 : end - 1].split())
        if end > at + 3 and typed[end - 1] in _CLOSING and any(letter.isalnum() for letter in name):
            known = vocabulary.known(typed[at], name)
            return Mark(NAMING[typed[at]], known or name, typed[at : _next_word(typed, end)])
    return None


def _may_go_on(pending: str, vocabulary: Vocabulary, *, ended: bool) -> bool:
    """Whether this may still become a known name of several words."""
    if ended:
        return False
    if pending[-1].isspace():
        return vocabulary.goes_on(pending[0], pending[1:])
    return vocabulary.may_become(pending[0], pending[1:])


def _value_of(word: str) -> tuple[MarkKind, str] | None:
    if word == RISK:
        return "risk", ""
    if word == TRUTH:
        return "truth", ""
    found = _EMOTION.fullmatch(word)
    if found is None:
        return None
    sign, strength, _ = found.groups()
    return "emotion", "0" if strength is None else f"{'-' if sign in _MINUS else ''}{strength}"


def _is_unfinished(pending: str, vocabulary: Vocabulary) -> bool:
    sign = pending[0]
    if sign in NAMING:
        if not any(letter.isspace() for letter in pending):
            return True
        if pending[1] in _OPENING and not any(letter in _CLOSING for letter in pending[2:-1]):
            return "\n" not in pending
        return _may_go_on(pending, vocabulary, ended=False)
    return pending in (RISK, TRUTH) or bool(_EMOTION_BEGUN.fullmatch(pending) or _EMOTION.fullmatch(pending))


def _next_word(typed: str, at: int) -> int:
    while at < len(typed) and typed[at].isspace():
        at += 1
    return at

"""What is left of a word without its German or English ending, and the words that say nothing by themselves."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from cjeditor.analysis.folding import folded_once

_SHORTEST = 4
"""Letters that stay in any case."""

_ENDINGS: Final = (
    "ungen", "ingly", "heit", "keit", "ung", "ing", "ies", "est", "ten", "tet", "ern", "ed", "ly", "em", "en", "er",
    "es", "te", "st", "e", "s", "n", "t", "y",
)  # fmt: skip
"""The longer ones first."""

STOP_WORDS: Final = frozenset(
    folded_once(
        "aber alle als also am an auch auf aus bei beim bin bis bitte da damit dann das dass dem den der des die dies "
        "diese dieser doch dort du durch ein eine einem einen einer eines er es etwas euch für gar gibt haben hat habe "
        "hatte hier ich ihm ihn ihr ihre im in ins ist ja jede jeder jetzt kann kein keine können könnte mal man mein "
        "meine mehr mich mir mit muss müssen nach nicht nichts noch nun nur ob oder ohne schon sehr sein seine sich "
        "sie sind so soll sollte über um und uns unser unter vom von vor war was weil wenn wer werden wie wieder will "
        "wir wird wo wurde zu zum zur "
        "a about after all also am an and any are as at be because been but by can could did do does for from get "
        "got had has have he her here him his how i if in into is it its just me more much my no nor not of off on or "
        "our out over she so some such than that the their them then there these they this to too up us very was we "
        "were what when where which who why will with would you your"
    ).split()
)
"""German and English, as they are compared; what a text denies is left to its readers."""


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """Return a folded word without its ending; a short one as it is."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word[: -len(ending)]
    return word


def words_of(text: str) -> list[str]:
    """Return the folded words of a text that say something; of a text without any, all."""
    words = folded_once(text).split()
    return [word for word in words if word not in STOP_WORDS] or words

"""What is said of a ballot while it is typed."""

from __future__ import annotations

from collections import Counter

from cjeditor.analysis.voting import Reading, Trouble, title_of
from cjeditor.catalogue.voting_words import kind_name
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.lookup import find_card
from cjeditor.model.voting import VotingRound
from cjeditor.texts import Texts
from cjeditor.window.plain import shortened

_TITLE = 40


def trouble_said(trouble: Trouble, one: VotingRound, words: Texts) -> str:
    """Return in a sentence what is wrong with a ballot."""
    match trouble.kind:
        case "word":
            return words.t("“{text}” is no card number.", text=shortened(trouble.typed, 20))
        case "unknown":
            return words.t("There is no card {number}.", number=trouble.typed)
        case "wrong":
            cards = kind_name(one.kind, words)
            return words.t("Card {number} cannot be voted for in this round ({cards}).", number=trouble.typed,
                           cards=cards)  # fmt: skip
        case "crowded":
            return words.tn(
                "At most {n} dot may be on card {number}.", "At most {n} dots may be on card {number}.",
                one.most_per_card, number=trouble.typed,
            )  # fmt: skip
        case "many":
            return words.tn("Each person has only {n} dot.", "Each person has only {n} dots.", one.dots)


def ballot_said(reading: Reading, journey_map: JourneyMap, one: VotingRound, words: Texts) -> str:
    """Return which cards a ballot names, a line each, and how many dots are left."""
    lines = []
    for card_id, dots in Counter(reading.dots).items():
        card = find_card(journey_map, card_id)
        if card is not None:
            times = f" ×{dots}" if dots > 1 else ""
            lines.append(f"{card.number}{times}  {shortened(title_of(card), _TITLE)}")
    left = one.dots - len(reading.dots)
    lines.append(words.tn("{n} dot left", "{n} dots left", left) if left else words.t("All dots are given."))
    return "\n".join(lines)

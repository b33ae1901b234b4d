"""What is said to be cut off is what the arrangement cuts off."""

from __future__ import annotations

import random

from cjeditor.layout.cutting import Cutting, card_width
from cjeditor.layout.looks import Shared, look_of
from cjeditor.layout.metrics import TITLE_SIZE
from cjeditor.layout.primitives import Text
from cjeditor.model.cards import Card, Note, Touchpoint
from cjeditor.texts import of

_WORDS = (
    "Ruft",
    "bei",
    "der",
    "Sachbearbeiterin",
    "an",
    "und",
    "Zwischenfinanzierungszusage",
    "fragt",
    "x" * 60,
    "nach",
)


def shows_ellipsis(card: Card, width: float) -> bool:
    look = look_of(card, Shared({}, {}), width, of("de"))
    return any(
        isinstance(each, Text) and each.size == TITLE_SIZE and each.text.endswith("…") for each in look.primitives
    )


def test_what_is_cut_is_what_the_map_shows_with_an_ellipsis() -> None:
    chance = random.Random(7)  # noqa: S311  no secret
    cutting, seen = Cutting("de"), set()
    for number in range(1, 160):
        text = " ".join(chance.choice(_WORDS) for _ in range(chance.randint(1, 30)))
        if number % 5 == 0:
            text = text.replace(" ", "\n", 9)
        place = {"number": number, "step": "st_a", "lane": "ln_a", "rank": "a0"}
        cards: tuple[Card, ...] = (
            Touchpoint(id=f"tp_{number}", title=text, contact="none", **place),  # type: ignore[arg-type]  # as they are
            Note(id=f"nt_{number}", text=text, **place),  # type: ignore[arg-type]  # same
        )
        for card in cards:
            width, alone = chance.choice((120.0, 190.0, 400.0)), chance.choice((True, False))
            expected = shows_ellipsis(card, card_width(width, 1 if alone else 2))
            lines = cutting.lines_left(card, width, alone)
            assert bool(lines) == expected, text
            assert lines in (0, 5 if isinstance(card, Touchpoint) else 8)
            assert cutting.lines_left(card, width, alone) == lines
            seen.add((type(card), expected))
    assert len(seen) == 4

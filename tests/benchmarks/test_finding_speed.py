"""What a letter in the search field costs with 5 000 cards, as a ratio to looking for it in their bare texts.

Goal: 2 ×: every field of a card is looked at, in any spelling, and filters besides.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from cjeditor.analysis.finding import Finder, Sought
from cjeditor.model import lookup
from tests.builders import MAP, big_project

pytestmark = pytest.mark.benchmark

CARDS = 5_000
TYPED = ("v", "ve", "ver", "vertrag", "hotline nobody")


def milliseconds(work: Callable[[str], object]) -> float:
    """The middle of what some words take, in time of this process: others may be busy."""
    times = []
    for typed in TYPED:
        start = time.process_time()
        work(typed)
        times.append(time.process_time() - start)
    return sorted(times)[len(times) // 2] * 1000


def test_finding(capsys: pytest.CaptureFixture[str]) -> None:
    project = big_project(CARDS)
    journey = lookup.map_of(project, MAP)
    cards = lookup.in_journey_order(journey, lookup.cards(journey))
    texts = [card.model_dump_json() for card in cards]
    finder = Finder()
    finder.found(cards, project, Sought(text="first", votes=1))
    ours = milliseconds(lambda typed: finder.found(cards, project, Sought(text=typed, votes=1)))
    bare = milliseconds(lambda typed: [text for text in texts if typed in text.casefold()])
    with capsys.disabled():
        print(f"\n{CARDS} cards: {ours:.1f} ms a letter, {ours / bare:.1f} × a bare search of their texts")
    assert ours < 8 * bare

"""How long one edit of one card takes at 100, 1 000 and 5 000 cards, its difference and the way back included.

The goal: 2 ms at 5 000 cards. Beside it, as a measure of the machine, a plain loop over as many numbers in Python.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from cjeditor.model.change import Change
from cjeditor.model.edits import cards, moves
from cjeditor.model.lookup import ordered_steps
from cjeditor.model.project import Project
from tests.builders import MAP, big_project

pytestmark = pytest.mark.benchmark

ROUNDS = 30


def milliseconds(work: Callable[[], object]) -> float:
    """The quickest of some rounds."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times) * 1000


@pytest.mark.parametrize("count", [100, 1_000, 5_000])
def test_one_card(count: int, capsys: pytest.CaptureFixture[str]) -> None:
    project = big_project(count)
    steps = ordered_steps(project.maps[0])
    card = project.maps[0].touchpoints[count // 3].id
    edits: dict[str, Callable[[Project], Project]] = {
        "rename": lambda p: cards.set_touchpoint(p, MAP, [card], title="Other"),
        "add": lambda p: cards.add_touchpoint(p, MAP, id="tp_new", step=steps[1].id, lane="ln_a", index=0),
        "move": lambda p: moves.move_cards(p, MAP, [card], step=steps[-1].id, lane="ln_a", index=0),
        "delete": lambda p: cards.delete_cards(p, MAP, [card]),
    }
    loop = milliseconds(lambda: [number + 1 for number in range(count)])
    for name, edit in edits.items():
        after = edit(project)
        change = Change.between(project, after)
        there = milliseconds(lambda edit=edit: Change.between(project, edit(project)))
        back = milliseconds(lambda change=change, after=after: change.inverted().applied_to(after))
        with capsys.disabled():
            print(_line(name, count, there, back, loop))
        assert change.inverted().applied_to(after) == project


def _line(name: str, count: int, there: float, back: float, loop: float) -> str:
    plain = (there + back) / loop
    return f"\n{name}, {count} cards: {there:.2f} ms there, {back:.2f} ms back; {plain:.0f} plain loops (goal: 2 ms)"

"""What 2 000 links cost an edit at 5 000 cards, as a ratio to arranging the same map without links.

Goals: an edit that moves no card 1.5 × · one that moves cards of a cell 6 × · all anew 1.5 ×.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from random import Random

import pytest

from cjeditor import texts
from cjeditor.layout.arrange import arrange
from cjeditor.model.cards import Link
from cjeditor.model.edits.cards import set_touchpoint
from cjeditor.model.lookup import map_of
from cjeditor.model.project import Project
from cjeditor.model.replace import replace
from tests.builders import MAP, big_project

pytestmark = pytest.mark.benchmark

CARDS, LINKS = 5_000, 2_000
ROUNDS = 7
WORDS = texts.of("en")


def milliseconds(work: Callable[[], object]) -> float:
    """The quickest of some rounds, in time of this process: others may be busy."""
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times) * 1000


def linked(project: Project) -> Project:
    """The same map with links from anywhere to somewhere near, forwards and backwards, a third of them named."""
    random = Random(1)  # noqa: S311 - the same map every time
    order = list(arrange(project, MAP, WORDS).cards)
    ends: set[tuple[str, str]] = set()
    while len(ends) < LINKS:
        at = random.randrange(len(order))
        to = min(len(order) - 1, max(0, at + random.randrange(-60, 120)))
        if at != to:
            ends.add((order[at], order[to]))
    links = tuple(
        Link(id=f"lk_{i:05}", source=source, target=target, label="" if i % 3 else "then")
        for i, (source, target) in enumerate(sorted(ends))
    )
    changed = replace(map_of(project, MAP), links=links)
    return replace(project, maps=(changed,))


def test_links(capsys: pytest.CaptureFixture[str]) -> None:
    plain = big_project(CARDS)
    costs: dict[str, list[float]] = {"nothing moves": [], "cards move": [], "all anew": []}
    for project in (plain, linked(plain)):
        first = arrange(project, MAP, WORDS)
        card = map_of(project, MAP).touchpoints[10].id
        still = set_touchpoint(project, MAP, [card], emotion=2)
        moving = set_touchpoint(project, MAP, [card], title="a long title " * 30)
        for name, edited, before in (
            ("nothing moves", still, first),
            ("cards move", moving, first),
            ("all anew", project, None),
        ):
            costs[name].append(milliseconds(lambda edited=edited, before=before: arrange(edited, MAP, WORDS, before)))
    with capsys.disabled():
        for name, (without, with_links) in costs.items():
            print(f"\n{LINKS} links, {name}: {with_links:.1f} ms, {with_links / without:.1f} × without links")
    assert costs["nothing moves"][1] < 3 * costs["nothing moves"][0]

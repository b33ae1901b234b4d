"""What the journey check costs with 2 000 cards, as a ratio to reading their texts once, and a comparison of two maps.

The check goes on beside the GUI thread. Goals: 2 × for the check, 4 × for the comparison.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from cjeditor.analysis.check.checking import findings_on
from cjeditor.analysis.comparing_maps import compared
from cjeditor.layout.cutting import Cutting
from cjeditor.model.edits.copies import duplicate_map
from cjeditor.model.ids import new_id
from cjeditor.model.lookup import cards, map_of
from cjeditor.model.thoughts import same_as
from tests.builders import MAP, big_project

pytestmark = pytest.mark.benchmark

CARDS = 2_000


def milliseconds(work: Callable[[], object]) -> float:
    """The least that some work takes three times, in time of this process: others may be busy."""
    times = []
    for _ in range(3):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times) * 1000


def test_checking_and_comparing(capsys: pytest.CaptureFixture[str]) -> None:
    project = duplicate_map(big_project(CARDS), MAP, new_map_id="map_b", new_ids=new_id, title="Then", state="future")
    journey, other = map_of(project, MAP), map_of(project, "map_b")
    texts = [card.model_dump_json() for card in cards(journey)]
    bare = milliseconds(lambda: [same_as(text) for text in texts])
    cutting = Cutting("en")
    check = milliseconds(lambda: findings_on(project, journey, cutting.lines_left))
    compare = milliseconds(lambda: compared(project, journey, project, other))
    with capsys.disabled():
        print(f"\n{CARDS} cards: check {check:.0f} ms ({check / bare:.1f} × reading them), comparison {compare:.0f} ms")
    assert check < 6 * bare
    assert compare < 12 * bare

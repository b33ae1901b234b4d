"""The ranking of pain points, against products worked by hand."""

from __future__ import annotations

import pytest

from cjeditor.analysis.pain import pain_scores
from cjeditor.model.edits import cards
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.lookup import map_of
from tests.builders import MAP, small_project


def _map(*pains: tuple[int | None, int | None, int]) -> JourneyMap:
    project = cards.delete_cards(small_project(), MAP, ["nt_c"])
    for at, (severity, frequency, votes) in enumerate(pains):
        project = cards.add_note(
            project,
            MAP,
            id=f"nt_p{at}",
            step="st_c",
            lane="ln_d",
            severity=severity,
            frequency=frequency,
            votes=votes,
        )
    return map_of(project, MAP)


def _ranking(journey_map: JourneyMap) -> list[tuple[str, int, int]]:
    return [(each.note.id, each.rank, each.score) for each in pain_scores(journey_map)]


@pytest.mark.parametrize(
    ("pains", "expected"),
    [
        ([], []),
        ([(4, 3, 5), (5, 5, 3)], [("nt_p1", 1, 75), ("nt_p0", 2, 60)]),
        ([(2, 3, 2), (3, 2, 2), (1, 1, 1)], [("nt_p0", 1, 12), ("nt_p1", 1, 12), ("nt_p2", 3, 1)]),
        ([(None, 5, 2), (3, None, 4), (None, None, 1)], [("nt_p1", 1, 12), ("nt_p0", 2, 10), ("nt_p2", 3, 1)]),
        ([(2, 2, 0), (4, 2, 0)], [("nt_p1", 1, 8), ("nt_p0", 2, 4)]),
        ([(1, 1, 0), (5, 5, 0), (1, 1, 1)], [("nt_p2", 1, 1), ("nt_p1", 2, 0), ("nt_p0", 2, 0)]),
    ],
    ids=["none", "product", "shared rank", "unstated counts one", "nobody asked", "no votes among voted ones"],
)
def test_ranks_by_the_product(
    pains: list[tuple[int | None, int | None, int]], expected: list[tuple[str, int, int]]
) -> None:
    assert _ranking(_map(*pains)) == expected


def test_says_what_was_not_stated_and_leaves_other_notes_out() -> None:
    scores = pain_scores(_map((4, None, 0), (4, 1, 0)))
    assert [each.is_stated for each in scores] == [False, True]
    assert {each.note.kind for each in scores} == {"pain_point"}

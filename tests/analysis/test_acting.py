"""Actions are counted by the cards they are for; dropped ones and future touchpoints do not count."""

from __future__ import annotations

from cjeditor.analysis.acting import Acting, actions_by_card
from cjeditor.model.project import Action, Project


def test_open_and_done_are_counted_apart() -> None:
    project = Project(
        actions=(
            Action(id="ac_a", title="A", cards=("tp_a", "nt_a")),
            Action(id="ac_b", title="B", cards=("tp_a",), status="done"),
            Action(id="ac_c", title="C", cards=("tp_a",), status="in_progress", touchpoints=("tp_z",)),
            Action(id="ac_d", title="D", cards=("tp_b",), status="dropped"),
        )
    )
    assert actions_by_card(project) == {"tp_a": Acting(2, 1), "nt_a": Acting(1, 0)}
    assert actions_by_card(project)["tp_a"].total == 3

"""Value, quarters, dragging and loads of actions, against numbers worked by hand."""

from __future__ import annotations

import pytest

from cjeditor.analysis.effort_value import Load, effects_for, is_overdue, loads, placed, unplaced, value_of
from cjeditor.model.project import Action


def _action(at: int = 0, **fields: object) -> Action:
    return Action.model_validate({"id": f"ac_{at}", "title": f"No. {at}", **fields})


@pytest.mark.parametrize(
    ("customer", "business", "value"), [(None, None, None), (4, None, 4.0), (None, 2, 2.0), (5, 2, 3.5), (1, 1, 1.0)]
)
def test_the_value_is_the_mean_of_the_effects_given(customer: object, business: object, value: object) -> None:
    assert value_of(_action(effect_on_customer=customer, effect_on_business=business)) == value


def test_places_what_has_both_and_says_the_quarter() -> None:
    some = [
        _action(1, effort=5, effect_on_customer=1),
        _action(2, effort=1, effect_on_customer=5),
        _action(3, effort=3, effect_on_customer=4),
        _action(4, effort=2, effect_on_business=3),
        _action(5, effort=2),
        _action(6, effect_on_customer=2),
        _action(7, effort=1, effect_on_customer=5, status="dropped"),
    ]
    found = [(each.action.id, each.field) for each in placed(some)]
    assert found == [("ac_2", "quick_win"), ("ac_4", "filler"), ("ac_3", "project"), ("ac_1", "doubtful")]
    assert [each.id for each in unplaced(some)] == ["ac_5", "ac_6"]
    assert placed([]) == ()


@pytest.mark.parametrize(
    ("customer", "business", "value", "expected"),
    [
        (None, None, 3.6, (4, 4)),
        (2, None, 4.4, (4, None)),
        (None, 2, 9.0, (None, 5)),
        (3, 3, 4.0, (4, 4)),
        (5, 1, 2.0, (3, 1)),
        (4, 2, 3.5, (5, 2)),
        (1, 4, 1.0, (1, 1)),
        (5, 2, 5.0, (5, 5)),
        (2, 2, -3.0, (1, 1)),
        (3, 3, 3.5, (4, 3)),
    ],
)
def test_dragging_moves_the_effects_that_are_given(
    customer: int | None, business: int | None, value: float, expected: tuple[int | None, int | None]
) -> None:
    action = _action(effect_on_customer=customer, effect_on_business=business)
    effects = effects_for(action, value)
    assert (effects.get("effect_on_customer"), effects.get("effect_on_business")) == expected


def test_whatever_is_dragged_the_value_is_the_nearest_possible() -> None:
    for customer in range(1, 6):
        for business in range(1, 6):
            for wanted in range(2, 11):
                effects = effects_for(_action(effect_on_customer=customer, effect_on_business=business), wanted / 2)
                assert sum(effects.values()) == wanted
                assert all(1 <= each <= 5 for each in effects.values())


def test_overdue_is_what_should_have_been_done() -> None:
    today = "2026-11-27"
    assert is_overdue(_action(due="2026-11-26"), today)
    assert not is_overdue(_action(due=today), today)
    assert not is_overdue(_action(due="2026-11-26", status="done"), today)
    assert not is_overdue(_action(), today)
    assert not is_overdue(_action(due="2026-11-26"), "")


def test_loads_count_by_owner_whatever_the_spelling() -> None:
    some = [
        _action(1, owner="Ada", due="2026-11-26"),
        _action(2, owner=" ada "),
        _action(3, owner="Zoe", status="done"),
        _action(4),
        _action(5, owner="Bob", status="in_progress"),
    ]
    assert loads(some, "2026-11-27") == (Load("Ada", 2, 1), Load("Bob", 1, 0), Load("", 1, 0))
    assert loads([], "2026-11-27") == ()

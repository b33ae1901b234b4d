"""What actions are worth against what they cost: the effort × value matrix, and who is to do what by when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from cjeditor.model.project import Action

LOWEST, HIGHEST = 1, 5
MIDDLE = 3
"""The grade from which on effort counts as high, and above which value does: where the matrix has its cross."""

Field = Literal["quick_win", "project", "filler", "doubtful"]
"""The quarters: little effort and much value, both much, both little, much effort and little value."""

OVER = ("done", "dropped")
"""The states in which nothing is left to do."""


@dataclass(frozen=True, slots=True)
class Placed:
    """An action in the matrix: `effort` and `value` are 1–5, grades without unit."""

    action: Action
    effort: float
    value: float

    @property
    def field(self) -> Field:
        """The quarter that it lies in; on the cross it counts as much effort, and as little value."""
        if self.value > MIDDLE:
            return "project" if self.effort >= MIDDLE else "quick_win"
        return "doubtful" if self.effort >= MIDDLE else "filler"


@dataclass(frozen=True, slots=True)
class Load:
    """What one owner has to do: open actions (to do or in progress), and how many of them are overdue."""

    owner: str
    open: int
    overdue: int


def value_of(action: Action) -> float | None:
    """Return the value of an action: the arithmetic mean of the effects on customer and business that are given.

    value = (effect on the customer + effect on the business) / 2, or the one of them that is given; 1–5, no unit. None
    where neither is. Our own convention for the two-by-two matrix of effort and value that lean and agile teams use.
    """
    given = [each for each in (action.effect_on_customer, action.effect_on_business) if each is not None]
    return sum(given) / len(given) if given else None


def placed(actions: Iterable[Action]) -> tuple[Placed, ...]:
    """Return the actions whose effort and value are both given, most worth for least effort first; no dropped ones."""
    found = [
        Placed(each, float(each.effort), value)
        for each in actions
        if each.status != "dropped" and each.effort is not None and (value := value_of(each)) is not None
    ]
    return tuple(sorted(found, key=_best_first))


def unplaced(actions: Iterable[Action]) -> tuple[Action, ...]:
    """Return the actions that lack effort or value, and so have no place in the matrix; no dropped ones."""
    return tuple(
        each for each in actions if each.status != "dropped" and (each.effort is None or value_of(each) is None)
    )


def effects_for(action: Action, value: float) -> Mapping[str, int]:
    """Return the effects that give an action about this value (1–5), where it was dragged to.

    Those that are given move by the same, as far as 1 and 5 allow; where none is, both become the value. Grades are
    whole, so with one effect the value is rounded, with both to halves: then the one on the customer is the greater.
    """
    wanted = min(max(value, float(LOWEST)), float(HIGHEST))
    customer, business = action.effect_on_customer, action.effect_on_business
    if customer is None or business is None:
        one = _rounded(wanted)
        names = [name for name in ("effect_on_customer", "effect_on_business") if getattr(action, name) is not None]
        return dict.fromkeys(names or ("effect_on_customer", "effect_on_business"), one)
    total = _rounded(2 * wanted)
    apart = customer - business
    # Both sum up to the total, and are as far apart as before where that is possible.
    first = _rounded((total + apart) / 2)
    first = min(max(first, total - HIGHEST, LOWEST), total - LOWEST, HIGHEST)
    return {"effect_on_customer": first, "effect_on_business": total - first}


def is_overdue(action: Action, today: str) -> bool:
    """Return whether an action should have been done before `today` (`YYYY-MM-DD`) and is not."""
    return bool(action.due and today and action.due < today and action.status not in OVER)


def loads(actions: Iterable[Action], today: str) -> tuple[Load, ...]:
    """Return what each owner has to do, by name; those without an owner last, under an empty name."""
    counts: dict[str, tuple[str, int, int]] = {}
    for each in actions:
        if each.status in OVER:
            continue
        owner = " ".join(each.owner.split())
        name, some, late = counts.get(owner.casefold(), (owner, 0, 0))
        counts[owner.casefold()] = (name, some + 1, late + is_overdue(each, today))
    return tuple(Load(*counts[key]) for key in sorted(counts, key=_named_first))


def _named_first(name: str) -> tuple[bool, str]:
    return not name, name


def _best_first(each: Placed) -> tuple[float, float, str, str]:
    return each.effort - each.value, each.effort, each.action.title.casefold(), each.action.id


def _rounded(value: float) -> int:
    """Round halves up, as people do; Python's own rounding takes them to the even number."""
    return int(value + 0.5)

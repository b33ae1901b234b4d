"""How many actions there are for each card, and how many of them are done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Final, NamedTuple

from cjeditor.model.project import Project


class Acting(NamedTuple):
    """The actions for one card: `still_open` are those that nobody has done yet; dropped ones do not count."""

    still_open: int = 0
    done: int = 0

    @property
    def total(self) -> int:
        """All that are to be done, or are done."""
        return self.still_open + self.done


NO_ACTIONS: Final = Acting()


def actions_by_card(project: Project) -> Mapping[str, Acting]:
    """By the id of each card that an action is for, how many are open and done; cards without any are left out."""
    still_open: Counter[str] = Counter()
    done: Counter[str] = Counter()
    for action in project.actions:
        if action.status != "dropped":
            (done if action.status == "done" else still_open).update(action.cards)
    return {one: Acting(still_open[one], done[one]) for one in still_open.keys() | done.keys()}

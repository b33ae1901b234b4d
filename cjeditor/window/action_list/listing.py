"""Which actions the table lists, and in which order: filters, sorting, and the groups of each owner."""

from __future__ import annotations

from dataclasses import dataclass

from cjeditor.analysis.effort_value import OVER
from cjeditor.model.project import Action
from cjeditor.window.action_list.columns import COLUMNS, Column, alphabetical, shown, sorted_by, usual_order
from cjeditor.window.action_list.reading import ActionReading, line

ANYBODY = None
UNFINISHED = "unfinished"
"""Stands for the two states in which something is left to do."""


@dataclass(frozen=True, slots=True)
class Filter:
    """What an action must have to be listed.

    Attributes:
        text: words that all stand somewhere in it.
        owner: whose it is, empty for nobody's; None for anybody.
        status: one of the four states or `UNFINISHED`; empty for any.
    """

    text: str = ""
    owner: str | None = ANYBODY
    status: str = ""

    @property
    def is_on(self) -> bool:
        """Whether anything may be left out."""
        return bool(self.text.strip() or self.status) or self.owner is not None


@dataclass(frozen=True, slots=True)
class Order:
    """How actions are sorted and grouped; without a column, by what is due first."""

    column: Column | None = None
    descending: bool = False
    grouped: bool = False


@dataclass(frozen=True, slots=True)
class Owner:
    """The heading above the actions of one owner: how many they are, open and overdue ones among them."""

    name: str
    count: int
    open: int
    overdue: int


Listed = Action | Owner


def listed(reading: ActionReading, wanted: Filter, order: Order) -> list[Listed]:
    """Return the rows of the table."""
    some = [each for each in reading.project.actions if _is_wanted(reading, each, wanted)]
    some.sort(key=usual_order)
    column = order.column
    if column is not None:
        some.sort(key=lambda each: sorted_by(reading, each, column), reverse=order.descending)
    if not order.grouped:
        return list(some)
    groups: dict[str, list[Action]] = {}
    for each in some:
        groups.setdefault(line(each.owner).casefold(), []).append(each)
    rows: list[Listed] = []
    for key in sorted(groups, key=_named_first):
        members = groups[key]
        left = [each for each in members if each.status not in OVER]
        late = sum(reading.is_overdue(each) for each in members)
        rows += [Owner(line(members[0].owner), len(members), len(left), late), *members]
    return rows


def _is_wanted(reading: ActionReading, action: Action, wanted: Filter) -> bool:
    if wanted.owner is not None and line(action.owner).casefold() != line(wanted.owner).casefold():
        return False
    if wanted.status == UNFINISHED:
        if action.status in OVER:
            return False
    elif wanted.status and action.status != wanted.status:
        return False
    return _says(reading, action, wanted.text)


def _says(reading: ActionReading, action: Action, text: str) -> bool:
    sought = text.casefold().split()
    if not sought:
        return True
    told = " ".join((*(shown(reading, action, column) for column in COLUMNS), action.description)).casefold()
    told += " " + alphabetical(told)
    return all(word in told for word in sought)


def _named_first(name: str) -> tuple[bool, str]:
    return not name, alphabetical(name)

"""Any sequence of edits keeps the rules, and undone gives back the same bytes; saved and loaded at each step."""

from __future__ import annotations

import inspect
import itertools
from types import ModuleType

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from cjeditor.model import rules
from cjeditor.model.change import Change
from cjeditor.model.edits import (
    actions,
    cards,
    channels,
    clipping,
    comments,
    copies,
    drop_offs,
    funnel,
    grouping,
    joining,
    kpis,
    lanes,
    links,
    maps,
    moves,
    phases,
    placing,
    steps,
    surveys,
    tracing,
    transfer,
    views,
    voting,
    whole,
    workshop,
)
from cjeditor.model.pictures import without_unused
from cjeditor.model.problem import CODE_PARAMS, EditRefused, Problem
from cjeditor.model.project import Project
from cjeditor.storage import save
from cjeditor.storage.canonical import dumps
from cjeditor.storage.load import loads
from tests.builders import big_project, small_project
from tests.model.drawing import DRAW, Drawing
from tests.strategies import projects

_LOOKING = ("copy_cards", "copy_whole", "paste_at", "route_to", "lost_links", "future_of", "future_place")
"""What does not edit, or does so as a part of others only."""

MODULES: tuple[ModuleType, ...] = (
    actions,
    cards,
    channels,
    clipping,
    comments,
    copies,
    drop_offs,
    funnel,
    grouping,
    joining,
    kpis,
    lanes,
    links,
    maps,
    moves,
    phases,
    placing,
    steps,
    surveys,
    tracing,
    transfer,
    whole,
    views,
    voting,
    workshop,
)


def edits_in(*modules: ModuleType) -> set[str]:
    """The names of all public functions of these modules that turn a project into another."""
    return {
        name
        for module in modules
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__
        and not name.startswith("_")
        and name not in _LOOKING
        and next(iter(inspect.signature(function).parameters)) == "project"
    }


def edits_of(*modules: ModuleType) -> st.SearchStrategy[str]:
    """One of the edits of these modules, by name."""
    return st.sampled_from(sorted(edits_in(*modules)))


def check_params(problem: Problem) -> None:
    """Fail when a refusal lacks what the registry promises to those who word it."""
    assert set(CODE_PARAMS[problem.code]) <= set(problem.params)


class AnySequence(RuleBasedStateMachine):
    """A document with its history: what was done, what was undone, and the change from the beginning till now."""

    @initialize(project=st.sampled_from([small_project(), big_project(24)]) | projects())
    def begin(self, project: Project) -> None:
        self.start = self.project = project
        self.bytes = dumps(project)
        self.numbers = itertools.count(1)
        self.done: list[tuple[Change, bytes]] = []
        self.undone: list[tuple[Change, bytes]] = []
        self.since_start = Change()

    @rule(data=st.data(), name=edits_of(cards))
    def edit_cards(self, data: st.DataObject, name: str) -> None:
        self._edit(data, name)

    @rule(data=st.data(), name=edits_of(moves, clipping, placing, joining, grouping, transfer, whole))
    def move_or_paste_cards(self, data: st.DataObject, name: str) -> None:
        self._edit(data, name)

    @rule(data=st.data(), name=edits_of(phases))
    def edit_phases(self, data: st.DataObject, name: str) -> None:
        self._edit(data, name)

    @rule(data=st.data(), name=edits_of(steps))
    def edit_steps(self, data: st.DataObject, name: str) -> None:
        self._edit(data, name)

    @rule(data=st.data(), name=edits_of(lanes))
    def edit_lanes(self, data: st.DataObject, name: str) -> None:
        self._edit(data, name)

    @rule(data=st.data(), name=edits_of(links))
    def edit_links(self, data: st.DataObject, name: str) -> None:
        self._edit(data, name)

    @rule(data=st.data(), name=edits_of(copies, maps))
    def edit_project(self, data: st.DataObject, name: str) -> None:
        self._edit(data, name)

    @rule(data=st.data(), name=edits_of(actions, tracing))
    def edit_actions(self, data: st.DataObject, name: str) -> None:
        self._edit(data, name)

    @rule(data=st.data(), name=edits_of(views))
    def edit_views(self, data: st.DataObject, name: str) -> None:
        self._edit(data, name)

    @rule(data=st.data(), name=edits_of(workshop))
    def edit_workshop(self, data: st.DataObject, name: str) -> None:
        self._edit(data, name)

    @rule(data=st.data(), name=edits_of(channels, drop_offs, funnel, kpis, surveys))
    def edit_figures(self, data: st.DataObject, name: str) -> None:
        self._edit(data, name)

    @rule(data=st.data(), name=edits_of(voting))
    def vote(self, data: st.DataObject, name: str) -> None:
        self._edit(data, name)

    @precondition(lambda self: self.done)
    @rule()
    def undo(self) -> None:
        change, expected = self.done.pop()
        self.undone.append((change, self.bytes))
        self._go_to(change.inverted().applied_to(self.project), change.inverted())
        assert self.bytes == expected

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self) -> None:
        change, expected = self.undone.pop()
        self.done.append((change, self.bytes))
        self._go_to(change.applied_to(self.project), change)
        assert self.bytes == expected

    def _edit(self, data: st.DataObject, name: str) -> None:
        drawing = Drawing(data, self.numbers)
        drawing.look_at(self.project)
        edit = DRAW[name](drawing)
        before = self.project
        try:
            after = edit(before)
        except EditRefused as refusal:
            check_params(refusal.problem)
            after = before
        assert dumps(before) == self.bytes, "an edit, refused or not, leaves the project alone that it was given"
        change = Change.between(before, after)
        assert bool(change) == (dumps(after) != self.bytes)
        assert dumps(change.applied_to(before)) == dumps(after)
        if change:
            self.done.append((change, self.bytes))
            self.undone.clear()
            self._go_to(after, change)

    def _go_to(self, project: Project, change: Change) -> None:
        self.project, self.bytes = project, dumps(project)
        assert rules.problems(project) == []
        assert loads(save.dumps(project), "test.cjmap") == without_unused(project)
        self.since_start = self.since_start.joined(change)
        assert self.since_start == Change.between(self.start, project)
        assert self.since_start.applied_to(self.start) == project

    def teardown(self) -> None:
        """Undo everything: the beginning comes back to the byte."""
        while getattr(self, "done", []):
            self.undo()
        if hasattr(self, "start"):
            assert self.bytes == dumps(self.start)
            assert not self.since_start


AnySequence.TestCase.settings = settings(
    settings.default,
    max_examples=settings.default.max_examples if settings.default.max_examples > 100 else 25,
    stateful_step_count=30,
    suppress_health_check=[HealthCheck.too_slow],  # a project is drawn first, which takes a while
)
TestAnySequence = pytest.mark.timeout(3_600)(AnySequence.TestCase)


def test_every_edit_is_drawn() -> None:
    assert edits_in(*MODULES) == set(DRAW)

"""What can be wrong with a project or an edit, as codes with parameters; the wording lives on the top floor."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

Where = tuple[str | int, ...]
"""A place in the project: the record's id first, then the field, then positions and fields further down."""


@dataclass(frozen=True)
class Problem:
    """Something wrong: what (`code`, kebab-case), where, and the values a sentence about it needs."""

    code: str
    where: Where = ()
    params: Mapping[str, str | int | float] = field(default_factory=dict, hash=False)


class EditRefused(Exception):
    """An edit that would break a rule. The project it was asked of is unchanged."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(f"{problem.code} at {'/'.join(map(str, problem.where))} {dict(problem.params)}")
        self.problem = problem


def refused(code: str, *where: str | int, **params: str | float) -> EditRefused:
    """The exception to raise for `code` at `where`; `params` are those that `CODE_PARAMS` lists."""
    return EditRefused(Problem(code, where, params))


CODE_PARAMS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        # Single values. `reason` is pydantic's error type; its own parameters (le, ge, max_length …) come beside it.
        "field-refused": ("reason",),
        "field-fixed": ("field",),  # this edit may not set that field: ids, numbers, places have edits of their own
        # Ids and references
        "unknown-id": ("id",),
        "id-taken": ("id",),
        "wrong-prefix": ("id", "prefix"),
        "unknown-reference": ("field", "id"),
        "reference-twice": ("field", "id"),
        "id-twice": ("id",),
        "not-sorted": ("table",),
        # Cards and their places. `number` is the card's.
        "wrong-lane": ("number", "lane"),  # lane: its name
        "number-twice": ("number",),
        "not-here": ("number",),  # a card to be moved by a split lies outside of what is split
        "off-the-map": (),
        "no-lane": ("table",),  # no lane of this map holds touchpoints (or notes)
        "no-emotion": (),
        "different-cards": ("number",),  # a touchpoint and a note cannot be one card
        "figures-differ": ("number",),  # two pictures, or two different figures
        "one-line": ("number",),
        # Phases, steps, lanes
        "step-needed": ("name",),  # a phase must keep one step; name: the phase's
        "split-at-first": ("name",),
        "not-adjacent": (),
        "different-lanes": (),
        "lane-not-empty": ("name",),
        "last-map": (),
        "same-map": (),
        # The workshop
        "not-parkable": ("number",),  # a card without text, or a picture
        "no-thought": (),
        # Dot voting
        "round-open": (),
        "round-closed": (),
        "too-many-dots": ("dots",),  # that each person has
        "too-many-on-card": ("number", "most"),
        "wrong-card": ("number",),  # a card that the round is not about
        "no-ballot": ("number",),  # its place, from 1
        # Links
        "link-to-itself": (),
        "link-twice": (),
        "merge-with-itself": (),
        # The project
        "emotion-labels": ("count",),
        "funnel-stage-twice": ("stage",),
        "unknown-mix": ("id",),  # no part of the mix model that the project uses
        "end-of-trace": (),  # nothing follows from it on the way from pain point to KPI
        "not-as-many": ("field", "count"),  # a list beside a survey's answers, and how many these are
        "clipping-refused": ("reason",),
        "picture-refused": (),
        "change-does-not-fit": ("id",),
    }
)
"""Each code of the model with the names of its parameters."""

CODES: frozenset[str] = frozenset(CODE_PARAMS)

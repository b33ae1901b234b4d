"""A saved view: a named way to look at a map, kept in the project so that it travels with the file."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from cjeditor.model.fields import Count, Emotion, Evidence, Id, Line, NoteKind, Rank, Record

Place = Annotated[float, Field(ge=-1_000_000, le=1_000_000)]
Extent = Annotated[float, Field(ge=0, le=1_000_000)]


class SavedView(Record):
    """How a map was looked at: where, how near, what was looked for and what was stressed.

    `phase` and `lane` are those that the keys were in. The upper left corner of what was seen lies at `x` and `y` in
    layout pixels, counted from their left and upper edge, so that the view stays with them when others come before
    them; without them from the map's. `width` and `height` are what was seen of the map at `zoom` (1.0 is 100 %).
    The fields from `text` on are what was looked for, as in `analysis.finding.Sought`: an empty id stands for cards
    without a channel or persona, None for touchpoints without emotion.
    """

    id: Id
    rank: Rank
    name: Line = ""
    map: Id
    phase: Id | None = None
    lane: Id | None = None
    zoom: Annotated[float, Field(ge=0.01, le=100)] = 1.0
    x: Place = 0.0
    y: Place = 0.0
    width: Extent = 0.0
    height: Extent = 0.0
    show_order: bool = False
    text: Line = ""
    kinds: tuple[NoteKind | Literal["touchpoint"], ...] = ()
    channels: tuple[Id | Literal[""], ...] = ()
    personas: tuple[Id | Literal[""], ...] = ()
    tags: tuple[Line, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    emotions: tuple[Emotion | None, ...] = ()
    votes: Count = 0
    moments_of_truth: bool = False
    drop_offs: bool = False
    comments: bool = False

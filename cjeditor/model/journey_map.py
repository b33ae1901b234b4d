"""One journey map: phases and steps across, lanes down, cards in the cells."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from cjeditor.model.cards import Comment, DropOffPoint, Kpi, Link, Note, Touchpoint
from cjeditor.model.fields import (
    Audience,
    Colour,
    Count,
    Day,
    Evidence,
    FunnelStage,
    Grade,
    Id,
    Key,
    LaneKind,
    Line,
    MapState,
    NoteKind,
    Pixels,
    Rank,
    Record,
    Span,
    Text,
)
from cjeditor.model.voting import VotingRound

DEFAULT_STEP_WIDTH = 190
"""Layout pixels: wide enough for a card of readable width."""


class Phase(Record):
    """A stretch of the journey; a column of the map made of one or more steps.

    `ticked` are the keys of the catalogue's questions for this phase that are done with. What is said of the phase
    rests on `evidence` (None: nobody said), its source and date; `test_idea` is how an assumption could be tested.
    `origin` is the id of the phase that it was copied from, which may be gone.
    """

    id: Id
    rank: Rank
    name: Line = ""
    description: Text = ""
    framework: Key | None = None
    framework_phase: Key | None = None
    colour: Colour = "#3A7CA5"
    weight: Grade = 3
    duration: Line = ""
    funnel_stage: FunnelStage | None = None
    drop_off_points: tuple[DropOffPoint, ...] = ()
    kpis: tuple[Kpi, ...] = ()
    collapsed: bool = False
    ticked: tuple[Key, ...] = ()
    evidence: Evidence | None = None
    evidence_source: Line = ""
    evidence_date: Day = ""
    test_idea: Text = ""
    origin: Id | None = None


class Step(Record):
    """A sub-column of a phase. A phase's only step stays hidden as long as it has no name.

    `origin` is the id of the step that it was copied from, which may be gone.
    """

    id: Id
    phase: Id
    rank: Rank
    name: Line = ""
    min_width: Annotated[int, Field(ge=120, le=1600)] = DEFAULT_STEP_WIDTH
    duration: Span | None = None
    origin: Id | None = None


class Lane(Record):
    """A row of the map; `kind` decides which records it holds (see `holds`), `note_kind` what a new note in it is.

    Lanes of metrics and of images are lanes of notes whose new notes are metrics or images. An emotion lane shows the
    curve, a channels lane the channels that the touchpoints use, a time lane how long phases and steps take: these hold
    nothing of their own. `origin` is the id of the lane that it was copied from, which may be gone.
    """

    id: Id
    rank: Rank
    kind: LaneKind = "notes"
    name: Line = ""
    question: Line = ""
    note_kind: NoteKind = "thought"
    min_height: Pixels = 0
    collapsed: bool = False
    audience: Audience = "everyone"
    origin: Id | None = None

    @property
    def holds(self) -> Literal["touchpoints", "notes", ""]:
        """The table whose records may lie in this lane, or an empty string where none may."""
        if self.kind == "touchpoints":
            return "touchpoints"
        return "notes" if self.kind in ("notes", "backstage", "metrics", "images") else ""


class JourneyMap(Record):
    """A journey map. Its tuples of records are sorted by id; the order on screen is each record's `rank`.

    `retired_number` is the highest number of a deleted card that no card on the map reaches: numbers are not reused.
    """

    id: Id
    rank: Rank
    title: Line = ""
    scenario: Text = ""
    scope: Text = ""
    key_finding: Text = ""
    decision: Text = ""
    lead_persona: Id | None = None
    overlaid_personas: tuple[Id, ...] = ()
    state: MapState = "current"
    origin: Id | None = None
    framework: Key | None = None
    owner: Line = ""
    status: Literal["draft", "in_review", "approved", "archived"] = "draft"
    version: Line = ""
    retired_number: Count = 0
    phases: tuple[Phase, ...] = ()
    steps: tuple[Step, ...] = ()
    lanes: tuple[Lane, ...] = ()
    touchpoints: tuple[Touchpoint, ...] = ()
    notes: tuple[Note, ...] = ()
    links: tuple[Link, ...] = ()
    comments: tuple[Comment, ...] = ()
    rounds: tuple[VotingRound, ...] = ()

"""The project: what one file holds. Maps, and what they share: personas, channels, actions, surveys, agenda."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from cjeditor.model.cards import Card, Note, Touchpoint
from cjeditor.model.fields import (
    AgendaKind,
    ChannelMode,
    Count,
    Day,
    FunnelStage,
    Grade,
    Id,
    Language,
    Line,
    Moment,
    NoteKind,
    ParkedPlace,
    Rank,
    Record,
    Sha256,
    Text,
    TimeOfDay,
)
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.saved_view import SavedView


class Channel(Record):
    """Where touchpoints happen: shop, web shop, phone … `icon` names a glyph of the icon font."""

    id: Id
    name: Line
    mode: ChannelMode = "online"
    icon: Annotated[str, Field(max_length=60, pattern=r"^[a-z0-9-]*$")] = ""


class Persona(Record):
    """The described target customer whose journey a map shows."""

    id: Id
    name: Line
    quote: Text = ""
    type: Line = ""
    demographics: Text = ""
    goals: Text = ""
    needs: Text = ""
    frustrations: Text = ""
    preferred_channels: tuple[Id, ...] = ()
    portrait: Sha256 | None = None


class Action(Record):
    """What is done about something on a map: who, until when, at what effort and effect."""

    id: Id
    title: Line
    cards: tuple[Id, ...] = ()
    owner: Line = ""
    effort: Grade | None = None
    effect: Grade | None = None
    due: Day = ""
    status: Literal["open", "in_progress", "done", "dropped"] = "open"


class Survey(Record):
    """Raw answers to the recommendation question, 0–10, for a map, phase or touchpoint (`about`)."""

    id: Id
    about: Id
    title: Line = ""
    answers: tuple[Annotated[int, Field(ge=0, le=10)], ...] = ()


class FunnelCount(Record):
    """How many people stood in one stage of the sales funnel."""

    id: Id
    stage: FunnelStage
    count: Count = 0


class AgendaStep(Record):
    """One step of a workshop's plan.

    `minutes` are those planned, `script` is what the facilitator says, `question` what the room reads meanwhile.
    `phase` and `lanes` are opened on a map when the step begins; `started` and `ended` are when it really was.
    """

    id: Id
    rank: Rank
    kind: AgendaKind = "free"
    title: Line = ""
    minutes: Annotated[int, Field(ge=0, le=1440)] = 10
    script: Text = ""
    question: Line = ""
    phase: Id | None = None
    lanes: tuple[Id, ...] = ()
    started: Moment = ""
    ended: Moment = ""


class ParkedCard(Record):
    """A thought that waits outside the maps: in the inbox or on the parking lot; `count` is how often it was named.

    `text` is what would be a card's title or text, `description` what else a touchpoint said. `kind` is that of the
    note to be, None as long as nobody said. A card that was taken off a map is kept whole as `touchpoint` or `note`,
    and has its fields again once it is placed; text, description and kind are those of the thought. The ids of places
    in it mean nothing any more, nor do those of what lies inside it.
    """

    id: Id
    rank: Rank = "a0"
    text: Text = ""
    description: Text = ""
    kind: NoteKind | None = None
    count: Annotated[int, Field(ge=1, le=1_000_000)] = 1
    place: ParkedPlace = "inbox"
    tags: tuple[Line, ...] = ()
    touchpoint: Touchpoint | None = None
    note: Note | None = None

    @property
    def card(self) -> Card | None:
        """The card that it was before it was taken off its map; None where it was none."""
        return self.touchpoint or self.note


class Asset(Record):
    """A picture kept in the project. `sha256` is that of the decoded bytes; `data` is base64."""

    id: Id
    sha256: Sha256
    media_type: Literal["image/png", "image/jpeg"]
    data: Annotated[str, Field(max_length=16_000_000, pattern=r"^[A-Za-z0-9+/=]*$")]


class Settings(Record):
    """What the project prescribes for its maps and workshops.

    The five words of the emotion scale (−2 … +2), the paper, when workshops begin, and who takes part: a name a line.
    """

    emotion_labels: tuple[Line, ...] = ()
    paper: Literal["A4", "A3", "A2", "A1", "A0", "Letter", "Tabloid"] = "A4"
    workshop_start: TimeOfDay = ""
    participants: Text = ""


class Project(Record):
    """All that one project file holds. Tuples of records are sorted by id."""

    title: Line = ""
    language: Language = "en"
    client: Line = ""
    channels: tuple[Channel, ...] = ()
    personas: tuple[Persona, ...] = ()
    maps: tuple[JourneyMap, ...] = ()
    actions: tuple[Action, ...] = ()
    surveys: tuple[Survey, ...] = ()
    funnel: tuple[FunnelCount, ...] = ()
    agenda: tuple[AgendaStep, ...] = ()
    parked: tuple[ParkedCard, ...] = ()
    views: tuple[SavedView, ...] = ()
    assets: tuple[Asset, ...] = ()
    settings: Settings = Settings()

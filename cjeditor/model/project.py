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
    Effect,
    FunnelStage,
    Grade,
    Id,
    Key,
    Language,
    Line,
    MixModel,
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


class Slider(Record):
    """A trait between two poles, such as "plans ahead" (0) to "decides at once" (100)."""

    left: Line = ""
    right: Line = ""
    value: Annotated[int, Field(ge=0, le=100)] = 50


class Persona(Record):
    """The described target customer whose journey a map shows, and the strategy for them in a few lines."""

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
    sliders: tuple[Slider, ...] = ()
    channel_strategy: Text = ""
    contents: Text = ""
    campaigns: Text = ""


class Action(Record):
    """What is done about something on a map: who, until when, at what effort and effect.

    `cards` are what it is done for, `touchpoints` the future touchpoints that come of it. `mix` is the part of the
    marketing mix that it serves, in the one model that the project has chosen (`4p.price`).
    """

    id: Id
    title: Line
    description: Text = ""
    cards: tuple[Id, ...] = ()
    touchpoints: tuple[Id, ...] = ()
    owner: Line = ""
    effort: Grade | None = None
    effect_on_customer: Grade | None = None
    effect_on_business: Grade | None = None
    effects: tuple[Effect, ...] = ()
    mix: Key | None = None
    due: Day = ""
    status: Literal["open", "in_progress", "done", "dropped"] = "open"


class Survey(Record):
    """Raw answers to the recommendation question, 0–10, for a map, phase or touchpoint (`about`).

    `segments` and `days` say of each answer, in the same order, whose it is and when it was given; either is empty
    where nobody knows. `source` is who asked whom.
    """

    id: Id
    about: Id
    title: Line = ""
    answers: tuple[Annotated[int, Field(ge=0, le=10)], ...] = ()
    segments: tuple[Line, ...] = ()
    days: tuple[Day, ...] = ()
    source: Line = ""


class FunnelCount(Record):
    """How many people stood in one stage of the sales funnel: of one `map`, or of the whole project (None)."""

    id: Id
    stage: FunnelStage
    count: Count = 0
    map: Id | None = None
    date: Day = ""
    source: Line = ""


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
    `mix_model` is the one model of the marketing mix that actions are tagged in. Below `hypothesis_below` per cent of
    cards backed by research a map is called a hypothesis (0: never). `checks_off` and `checks_on` are the keys of rules
    of the journey check that are not, or only here, to be followed; `departments` are the company's own, a phase of
    whose name is nobody's journey.
    """

    emotion_labels: tuple[Line, ...] = ()
    paper: Literal["A4", "A3", "A2", "A1", "A0", "Letter", "Tabloid"] = "A4"
    workshop_start: TimeOfDay = ""
    participants: Text = ""
    mix_model: MixModel = ""
    hypothesis_below: Annotated[int, Field(ge=0, le=100)] = 50
    checks_off: tuple[Key, ...] = ()
    checks_on: tuple[Key, ...] = ()
    departments: tuple[Line, ...] = ()


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

"""What a handout is about: one map of a project, with the words and names that every part of it needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cjeditor.catalogue import terms
from cjeditor.catalogue.note_kinds import note_kind
from cjeditor.export.options import Audience
from cjeditor.model.cards import Note, Touchpoint
from cjeditor.model.fields import NoteKind
from cjeditor.model.journey_map import JourneyMap, Lane, Phase, Step
from cjeditor.model.lookup import in_journey_order, ordered, ordered_steps
from cjeditor.model.project import Channel, Persona, Project
from cjeditor.texts import Texts


@dataclass(frozen=True)
class Content:
    """The map with what it refers to by id. `phases` and `steps` are in journey order."""

    project: Project
    journey: JourneyMap
    words: Texts
    date: str
    phases: tuple[Phase, ...]
    steps: Mapping[str, Step]
    lanes: Mapping[str, Lane]
    channels: Mapping[str, Channel]
    personas: Mapping[str, Persona]
    audience: Audience = "team"

    @property
    def for_work(self) -> bool:
        """Whether people work on it: with room to write, boxes to tick, and questions that nobody answered yet."""
        return self.audience != "client"

    @property
    def title(self) -> str:
        """The map's title, the project's where it has none, else a word for it."""
        return self.journey.title.strip() or self.project.title.strip() or self.words.t("Untitled map")

    @property
    def persona(self) -> Persona | None:
        """The lead persona."""
        return self.personas.get(self.journey.lead_persona or "")

    @property
    def state(self) -> str:
        """Current or future state."""
        return terms.map_state(self.journey.state, self.words)

    @property
    def day(self) -> str:
        """The date as people write it, or nothing."""
        return self.words.day(self.date) if self.date else ""

    def kind_name(self, kind: NoteKind) -> str:
        """What a kind of note is called; what a client sees of the company happens on the front stage."""
        if kind == "backstage" and self.audience == "client":
            return self.words.t("Front stage")
        return note_kind(kind).name.in_language(self.words.language)

    def touchpoints(self) -> list[Touchpoint]:
        """All touchpoints along the journey."""
        cards = in_journey_order(self.journey, self.journey.touchpoints)
        return [card for card in cards if isinstance(card, Touchpoint)]

    def notes(self) -> list[Note]:
        """All notes along the journey."""
        cards = in_journey_order(self.journey, self.journey.notes)
        return [card for card in cards if isinstance(card, Note)]

    def phase_of(self, step_id: str) -> tuple[int, Phase]:
        """The phase of a step with its number, counted from 1."""
        phase_id = self.steps[step_id].phase
        return next((i, phase) for i, phase in enumerate(self.phases, start=1) if phase.id == phase_id)


def content(project: Project, journey: JourneyMap, words: Texts, date: str, audience: Audience = "team") -> Content:
    """Gather what the parts of a handout need; `project` is what its audience may see."""
    return Content(
        project,
        journey,
        words,
        date,
        tuple(ordered(journey.phases)),
        {step.id: step for step in ordered_steps(journey)},
        {lane.id: lane for lane in ordered(journey.lanes)},
        {channel.id: channel for channel in project.channels},
        {persona.id: persona for persona in project.personas},
        audience,
    )


def phase_title(number: int, phase: Phase, words: Texts) -> str:
    """A phase as it is called in headings: "3 Consideration"."""
    return f"{number} {phase.name or words.t('Unnamed phase')}"

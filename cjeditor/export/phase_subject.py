"""One phase of the map as sheets, pages and slides tell it: its cards, its guidance and what is planned for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cjeditor.catalogue.frameworks import FrameworkPhase, framework
from cjeditor.catalogue.guidance import PhaseGuidance, for_phase
from cjeditor.export.content import Content, phase_title
from cjeditor.model.cards import Note, Touchpoint
from cjeditor.model.fields import NoteKind
from cjeditor.model.journey_map import Phase
from cjeditor.model.project import Action

DEFAULT_WEIGHT = 3


@dataclass(frozen=True)
class Subject:
    """One phase.

    Attributes:
        content: the map.
        number: the phase's, from 1.
        phase: the phase itself.
        touchpoints: along the journey.
        notes: along the journey, without those in `answers`; pictures without a caption say nothing in words.
        guidance: what it inherits through its framework; may be nothing.
        answers: notes by the key of the question of the guidance that they answer, in the order of their numbers.
        actions: those that are about one of its cards, the first due first.
        weighted: whether phases of the map weigh differently.
    """

    content: Content
    number: int
    phase: Phase
    touchpoints: tuple[Touchpoint, ...]
    notes: tuple[Note, ...]
    guidance: tuple[PhaseGuidance, ...]
    answers: Mapping[str, tuple[Note, ...]]
    actions: tuple[Action, ...]
    weighted: bool

    @property
    def title(self) -> str:
        """The phase as headings call it."""
        return phase_title(self.number, self.phase, self.content.words)

    @property
    def framework_phase(self) -> FrameworkPhase | None:
        """What the framework says of it; nothing for a phase of its own making."""
        known = framework(self.phase.framework)
        return known.phase(self.phase.framework_phase) if known and self.phase.framework_phase else None

    def notes_of(self, *kinds: NoteKind) -> list[Note]:
        """The notes of these kinds."""
        return [note for note in self.notes if note.kind in kinds]


def subjects(content: Content) -> list[Subject]:
    """All phases of the map in their order."""
    touchpoints: defaultdict[str, list[Touchpoint]] = defaultdict(list)
    for card in content.touchpoints():
        touchpoints[content.steps[card.step].phase].append(card)
    notes: defaultdict[str, list[Note]] = defaultdict(list)
    for note in content.notes():
        notes[content.steps[note.step].phase].append(note)
    weighted = any(phase.weight != DEFAULT_WEIGHT for phase in content.phases)
    return [
        _subject(content, number, phase, touchpoints[phase.id], notes[phase.id], weighted=weighted)
        for number, phase in enumerate(content.phases, start=1)
    ]


def _subject(
    content: Content,
    number: int,
    phase: Phase,
    touchpoints: Sequence[Touchpoint],
    notes: Sequence[Note],
    *,
    weighted: bool,
) -> Subject:
    guidance = for_phase(phase.framework, phase.framework_phase)
    asked = {question.key for part in guidance for question in part.questions}
    answers: defaultdict[str, list[Note]] = defaultdict(list)
    others: list[Note] = []
    for note in notes:
        # A note that asks is no answer, whatever it was made from.
        if note.question in asked and note.kind not in ("question", "image"):
            answers[note.question or ""].append(note)
        elif note.kind != "image" or note.text.strip():
            others.append(note)
    here = {*(card.id for card in touchpoints), *(note.id for note in notes)}
    actions = [one for one in content.project.actions if not here.isdisjoint(one.cards)]
    return Subject(
        content,
        number,
        phase,
        tuple(touchpoints),
        tuple(others),
        guidance,
        {key: tuple(sorted(some, key=_number)) for key, some in answers.items()},
        tuple(sorted(actions, key=_due)),
        weighted,
    )


def _number(note: Note) -> int:
    return note.number


def _due(action: Action) -> tuple[bool, str, str]:
    """What is due comes by day; what is due some day comes last."""
    return (not action.due, action.due, action.id)

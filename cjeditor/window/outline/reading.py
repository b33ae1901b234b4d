"""A map in words: what the outline says of its phases, steps and cards."""

from __future__ import annotations

from collections.abc import Iterable

from cjeditor.catalogue import terms
from cjeditor.catalogue.note_kinds import note_kind
from cjeditor.layout.draw_metric import figures_in_words
from cjeditor.model.cards import Card, Link, Touchpoint
from cjeditor.model.fields import Evidence
from cjeditor.model.journey_map import JourneyMap, Phase, Step
from cjeditor.model.lookup import find_card, map_of, ordered, ordered_steps
from cjeditor.model.project import Project
from cjeditor.texts import Texts
from cjeditor.window.outline.ordered_rows import Place, RowRecord

EVIDENCE: tuple[Evidence, ...] = ("assumption", "anecdotal", "qualitative", "quantitative")
SHOWN = 400
"""Characters: what is shown of a text in one line; the rest is read where it is written."""


class Reading:
    """One state of a map, with the names and the order of what cards refer to. Made anew for every state."""

    def __init__(self, project: Project, map_id: str, words: Texts) -> None:
        self.project = project
        self.words = words
        self.map: JourneyMap = map_of(project, map_id)
        self.phases = {phase.id: phase for phase in self.map.phases}
        self.steps = {step.id: step for step in self.map.steps}
        self.lanes = {lane.id: lane for lane in self.map.lanes}
        self.phase_order = {phase.id: at for at, phase in enumerate(ordered(self.map.phases))}
        self.step_order = {step.id: at for at, step in enumerate(ordered_steps(self.map))}
        self.lane_order = {lane.id: at for at, lane in enumerate(ordered(self.map.lanes))}
        self.channels = {channel.id: channel.name for channel in project.channels}
        # Steps are counted within their phase.
        self._step_numbers: dict[str, int] = {}
        counts = dict.fromkeys(self.phases, 0)
        for step_id in self.step_order:
            phase = self.steps[step_id].phase
            counts[phase] += 1
            self._step_numbers[step_id] = counts[phase]

    def card_in_table(self, card: Card) -> Place:
        """Return a card's place in the journey."""
        return Place("", (self.step_order[card.step], self.lane_order[card.lane], card.rank, card.id), card)

    def card_in_tree(self, card: Card) -> Place:
        """Return a card's place in its step."""
        return Place(card.step, (self.lane_order[card.lane], card.rank, card.id), card)

    def phase_in_tree(self, phase: Phase) -> Place:
        """Return a phase's place."""
        return Place("", (phase.rank, phase.id), phase)

    def step_in_tree(self, step: Step) -> Place:
        """Return a step's place in its phase."""
        return Place(step.phase, (step.rank, step.id), step)

    def link_in_tree(self, link: Link) -> Place:
        """Return a link's place below the card that it leaves: by the number of the card that it leads to."""
        target = find_card(self.map, link.target)
        return Place(link.source, (0 if target is None else target.number, link.id), link)

    def called_by_number(self, touched: Iterable[Step | None]) -> set[str]:
        """Return the unnamed steps beside `touched` ones: their numbers may be others now. None is left out."""
        phases = {step.phase for step in touched if step is not None}
        return {step.id for step in self.map.steps if step.phase in phases and not step.name}

    def name(self, record: RowRecord) -> str:
        """Return what a record is called or says, with something to hold on to where it has no name."""
        if isinstance(record, Phase):
            return record.name or self.words.t("Unnamed phase")
        if isinstance(record, Step):
            return record.name or self.words.t("Step {number}", number=self._step_numbers[record.id])
        if isinstance(record, Link):
            label = f" · {record.label}" if record.label else ""
            return f"→ {self.end_of(record)}{label}"
        return text_of(record)

    def end_of(self, link: Link) -> str:
        """Return the number and text of the card that a link leads to."""
        target = find_card(self.map, link.target)
        return "" if target is None else f"{target.number} {one_line(text_of(target))}".strip()

    def full_step(self, step: Step) -> str:
        """Return a step's name after that of its phase."""
        return f"{one_line(self.name(self.phases[step.phase]))} · {one_line(self.name(step))}"

    def lane(self, card: Card) -> str:
        """Return the name of a card's lane in one line."""
        return one_line(self.lanes[card.lane].name) or self.words.t("Unnamed lane")

    def in_folded(self, card: Card) -> bool:
        """Return whether a card's lane is collapsed on the map."""
        return self.lanes[card.lane].collapsed

    def kind(self, card: Card) -> str:
        """Return what kind of card it is."""
        if isinstance(card, Touchpoint):
            return self.words.t("Touchpoint")
        return note_kind(card.kind).name.in_language(self.words.language)

    def channel(self, card: Card) -> str:
        """Return the name of a card's channel, empty for none."""
        return self.channels.get(card.channel or "", "") if isinstance(card, Touchpoint) else ""

    def emotion(self, value: int | None) -> str:
        """Return an emotion in figure and word, empty for none."""
        if value is None:
            return ""
        return f"{self.words.signed(value)} {terms.emotion(value, self.project, self.words)}"

    def evidence(self, value: Evidence) -> str:
        """Return what a degree of evidence is called."""
        return terms.evidence(value, self.words)

    def sentence(self, record: RowRecord) -> str:
        """Return what a screen reader says of a row: all that there is to know, the most telling first."""
        t = self.words.t
        if isinstance(record, Phase):
            said = t("Phase {number}: {name}", number=self.phase_order[record.id] + 1, name=self.name(record))
            return t("{name} (collapsed)", name=said) if record.collapsed else said
        if isinstance(record, Step):
            return t("Step: {name}", name=self.name(record))
        if isinstance(record, Link):
            parts = [t("Link to {card}", card=self.end_of(record)), record_line(record.label)]
            return ". ".join(part for part in (*parts, terms.hand_off(record.hand_off, self.words)) if part)
        said = record_line(text_of(record)) or t("Empty card")
        parts = [said, t("{kind} {number}", kind=self.kind(record), number=record.number)]
        parts.append(t("Lane: {name}", name=self.lane(record)))
        if isinstance(record, Touchpoint):
            if record.emotion is not None:
                parts.append(t("Emotion: {value}", value=self.emotion(record.emotion)))
            if record.channel:
                parts.append(t("Channel: {name}", name=one_line(self.channel(record))))
        elif record.kind == "metric":
            parts.append(figures_in_words(record, self.words))
        parts.append(t("Evidence: {value}", value=self.evidence(record.evidence)))
        return ". ".join(parts)


def text_of(card: Card) -> str:
    """Return the text that stands on a card."""
    return card.title if isinstance(card, Touchpoint) else card.text


def one_line(text: str) -> str:
    """Return `text` as a row can show it: without line breaks and not endlessly long."""
    short = text[: SHOWN + 1].replace("\n", " ").replace("\t", " ")
    return short if len(short) <= SHOWN else short[:SHOWN] + "…"


def record_line(text: str) -> str:
    """Return a card's text for a screen reader: one line, its last full stop left to the sentence."""
    return one_line(text).strip().removesuffix(".")

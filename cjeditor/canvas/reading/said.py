"""What a screen reader says of each thing of the map: a name that tells everything seen, the important first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjeditor.analysis.acting import NO_ACTIONS, actions_by_card
from cjeditor.analysis.ratings import figures, in_words
from cjeditor.canvas.selection import Spot
from cjeditor.canvas.spots import chip_under
from cjeditor.canvas.tips import text_of
from cjeditor.catalogue import terms
from cjeditor.catalogue.note_kinds import note_kind
from cjeditor.layout.draw_actions import actions_said
from cjeditor.layout.draw_weight import USUAL
from cjeditor.layout.funnel_lane import said_of
from cjeditor.layout.other_curves import feelings_said
from cjeditor.layout.persona_names import persona_names
from cjeditor.model.cards import Touchpoint
from cjeditor.model.lookup import cards
from cjeditor.model.naming import times_named

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cjeditor.canvas.desk import Desk
    from cjeditor.canvas.reading.things import Thing
    from cjeditor.layout.arrangement import CardBox, CurvePoint

_LONGEST = 500
"""Letters of a card's text; whoever wants more opens the card."""


class Sayings:
    """Words the things of a desk's map in the language of the windows."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._words = desk.words

    def name(self, thing: Thing) -> str:
        """Return all that is seen of a thing, in one sentence; nothing for a thing that is gone."""
        say = {
            "phase": self._phase,
            "step": self._step,
            "lane": self._lane,
            "cell": self._cell,
            "card": self._card,
            "chip": self._chip,
            "link": self._link,
        }[thing.kind]
        return ", ".join(part for part in say(thing) if part)

    def description(self, thing: Thing) -> str:
        """Return what helps beyond the name: a question, a description, tags and the like."""
        desk, words = self._desk, self._words
        if thing.kind == "card":
            box = desk.arrangement.cards.get(thing.id)
            return (
                "" if box is None or not box.record.tags else words.t("Tags: {tags}", tags=", ".join(box.record.tags))
            )
        if thing.kind == "phase":
            found = next((box.phase for box in desk.arrangement.phases if box.phase.id == thing.id), None)
            return "" if found is None else found.description
        if thing.kind in ("lane", "cell"):
            row = desk.arrangement.lane_of(thing.lane or thing.id)
            return "" if row is None else row.lane.question
        return ""

    # ------------------------------------------------------------------------------------------------------- headers
    def _phase(self, thing: Thing) -> Iterator[str]:
        words, arrangement = self._words, self._desk.arrangement
        box = next((box for box in arrangement.phases if box.phase.id == thing.id), None)
        if box is None:
            return
        yield words.t("Phase {number}: {name}", number=box.number, name=box.phase.name or words.t("without a name"))
        steps = {column.step.id for column in arrangement.columns if column.phase is box.phase}
        if len(steps) > 1:
            yield words.tn("{n} step", "{n} steps", len(steps))
        count = sum(1 for card in cards(self._desk.map) if card.step in steps)
        yield words.tn("{n} card", "{n} cards", count)
        if box.phase.weight != USUAL:
            yield words.t("weight {weight} of 5", weight=box.phase.weight)
        if box.phase.drop_off_points:
            yield words.tn("{n} drop-off point", "{n} drop-off points", len(box.phase.drop_off_points))
        yield self._remarks(thing.id)
        if box.folded:
            yield words.t("collapsed")

    def _step(self, thing: Thing) -> Iterator[str]:
        column = self._desk.arrangement.column_of(thing.id)
        if column is not None:
            yield self._words.t("Step: {name}", name=column.step.name or self._words.t("without a name"))
            yield self._words.t("phase {name}", name=column.phase.name)
            if column.step.duration is not None:
                yield self._words.span(column.step.duration)
            yield self._remarks(thing.id)

    def _lane(self, thing: Thing) -> Iterator[str]:
        words, row = self._words, self._desk.arrangement.lane_of(thing.id)
        if row is None:
            return
        if row.lane.kind == "separator":
            yield words.t("Separator: {name}", name=row.lane.name or words.t("without a name"))
            return
        yield words.t("Lane: {name}", name=row.lane.name or words.t("without a name"))
        if row.lane.holds:
            count = sum(1 for card in cards(self._desk.map) if card.lane == thing.id)
            yield words.tn("{n} card", "{n} cards", count)
        elif terms.lane_kind(row.lane.kind, words) != row.lane.name:
            yield terms.lane_kind(row.lane.kind, words)
        yield self._remarks(thing.id)
        if row.folded:
            yield words.t("collapsed")

    # --------------------------------------------------------------------------------------------------------- cells
    def _cell(self, thing: Thing) -> Iterator[str]:
        words, arrangement = self._words, self._desk.arrangement
        column, row = arrangement.column_of(thing.step), arrangement.lane_of(thing.lane)
        if column is None or row is None:
            return
        if column.folded or row.folded:
            yield words.t("Collapsed")
        elif row.lane.holds:
            count = len(arrangement.cells.get((thing.step, thing.lane), ()))
            yield words.tn("Cell with {n} card", "Cell with {n} cards", count) if count else words.t("Empty cell")
        else:
            yield from self._derived(thing) or [words.t("Nothing here")]
        yield from self._place(thing.step, thing.lane)

    def _derived(self, thing: Thing) -> list[str]:
        """Return what a lane that holds no cards shows of a step: emotions, times, channels."""
        words, arrangement = self._words, self._desk.arrangement
        curve, row = arrangement.curve_of(thing.lane), arrangement.time_of(thing.lane)
        if curve is not None:
            points = (point for point in curve.points if self._step_of(point.touchpoint) == thing.step)
            whose = next((box.curves for box in arrangement.lanes if box.lane.id == thing.lane), ())
            return [said for point in points for said in self._felt(point, whose)]
        if row is not None:
            bars = (bar for stop in row.stops for bar in stop.bars if bar.step == thing.step)
            return [part for bar in bars for part in (bar.said, bar.waits) if part]
        if arrangement.funnel.stops and any(box.lane.id == thing.lane for box in arrangement.funnel_lanes):
            column = arrangement.column_of(thing.step)
            return [] if column is None else said_of(arrangement.funnel, column.x)
        route = arrangement.route_of(thing.lane)
        stops = () if route is None else (stop for stop in route.stops if stop.step == thing.step)
        return [words.tn("{n} channel", "{n} channels", len(stop.chips)) for stop in stops if stop.chips]

    def _felt(self, point: CurvePoint, whose: tuple[str, ...]) -> Iterator[str]:
        """Tell what a curve says of a touchpoint, and of whom where there are several curves."""
        words = self._words
        each = feelings_said(point, whose, words)
        if each:
            yield words.t("card {number}: {emotion}", number=point.number, emotion=", ".join(each))
        elif point.emotion is not None:
            yield words.t("card {number}: {emotion}", number=point.number, emotion=words.signed(point.emotion))

    def _step_of(self, touchpoint: str) -> str:
        found = next((one for one in self._desk.map.touchpoints if one.id == touchpoint), None)
        return "" if found is None else found.step

    def _chip(self, thing: Thing) -> Iterator[str]:
        words = self._words
        chip = chip_under(self._desk.arrangement, Spot(thing.step, thing.lane, "", thing.id))
        if chip is not None:
            yield words.t("Channel: {name}", name=chip.channel.name)
            yield terms.mode(chip.channel.mode, words)
            yield words.tn("{n} touchpoint", "{n} touchpoints", len(chip.touchpoints))
            yield from self._place(thing.step, thing.lane)

    # --------------------------------------------------------------------------------------------------------- cards
    def _card(self, thing: Thing) -> Iterator[str]:
        words, box = self._words, self._desk.arrangement.cards.get(thing.id)
        if box is None:
            return
        record = box.record
        if isinstance(record, Touchpoint):
            kind, own = words.t("touchpoint"), self._of_touchpoint(record)
        else:
            kind, own = note_kind(record.kind).name.in_language(words.language), iter(())
        said = " ".join(text_of(record, words).split())
        if len(said) > _LONGEST:
            said = said[:_LONGEST].rstrip() + "…"
        yield words.t("Card {number}, {kind}: {text}", number=record.number, kind=kind, text=said or words.t("no text"))
        yield from self._place(box.step, box.lane)
        yield from own
        named = times_named(record.tags)
        yield words.t("named {n}×", n=words.number(named)) if named > 1 else ""
        yield words.tn("{n} vote", "{n} votes", record.votes) if record.votes else ""
        yield words.t("evidence: {kind}", kind=terms.evidence(record.evidence, words))
        yield from self._ties(box)

    def _of_touchpoint(self, record: Touchpoint) -> Iterator[str]:
        words, project = self._words, self._desk.document.project
        if record.emotion is not None:
            yield words.t("emotion {value}", value=words.signed(record.emotion))
        yield from self._of_others(record)
        ratings = figures(record.ratings)
        if ratings is not None:
            yield in_words(ratings, words)
        channel = next((one.name for one in project.channels if one.id == record.channel), "")
        if channel:
            yield words.t("channel {name}", name=channel)
        if record.contact != "direct":
            yield terms.contact(record.contact, words)
        if record.moment_of_truth:
            yield words.t("moment of truth")
        if record.weight != USUAL:
            yield words.t("weight {weight} of 5", weight=record.weight)
        if record.drop_off_points:
            yield words.tn("{n} drop-off point", "{n} drop-off points", len(record.drop_off_points))
        if record.expected_wait is not None:
            yield words.t("expected wait {time}", time=words.span(record.expected_wait))
        if record.actual_wait is not None:
            yield words.t("actual wait {time}", time=words.span(record.actual_wait))

    def _of_others(self, record: Touchpoint) -> Iterator[str]:
        """Tell what personas laid over the map feel at a touchpoint."""
        names = persona_names(self._desk.document.project.personas, self._words) if record.feelings else {}
        for felt in record.feelings:
            if felt.persona in self._desk.map.overlaid_personas:
                value = self._words.signed(felt.emotion)
                yield self._words.t("{persona}: {emotion}", persona=names[felt.persona], emotion=value)

    def _ties(self, box: CardBox) -> Iterator[str]:
        """Tell persona, links, actions and comments of a card."""
        words, desk = self._words, self._desk
        persona = next((one.name for one in desk.document.project.personas if one.id == box.record.persona), "")
        if persona:
            yield words.t("persona {name}", name=persona)
        for link in desk.arrangement.links.values():
            if link.source.id == box.id:
                yield words.t("leads to card {number}", number=link.target.record.number)
            elif link.target.id == box.id:
                yield words.t("comes from card {number}", number=link.source.record.number)
        yield actions_said(actions_by_card(desk.document.project).get(box.id, NO_ACTIONS), words)
        yield self._remarks(box.id)

    def _link(self, thing: Thing) -> Iterator[str]:
        words, box = self._words, self._desk.arrangement.links.get(thing.id)
        if box is not None:
            ends = {"source": box.source.record.number, "target": box.target.record.number}
            yield words.t("Link from card {source} to card {target}", **ends)
            yield box.link.label
            yield terms.hand_off(box.link.hand_off, words) if box.link.hand_off else ""

    # -------------------------------------------------------------------------------------------------------- shared
    def _place(self, step: str, lane: str) -> Iterable[str]:
        words, arrangement = self._words, self._desk.arrangement
        column, row = arrangement.column_of(step), arrangement.lane_of(lane)
        if column is None or row is None:
            return
        yield words.t("phase {name}", name=column.phase.name or words.t("without a name"))
        if column.named:
            yield words.t("step {name}", name=column.step.name or words.t("without a name"))
        yield words.t("lane {name}", name=row.lane.name or words.t("without a name"))

    def _remarks(self, about: str) -> str:
        count = sum(1 for one in self._desk.map.comments if one.about == about and not one.resolved)
        return self._words.tn("{n} open comment", "{n} open comments", count) if count else ""

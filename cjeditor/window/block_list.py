"""What the strip of building blocks offers for a map: sections of blocks with names, icons and explanations."""

from __future__ import annotations

from dataclasses import dataclass

from cjeditor.canvas.blocks import Block
from cjeditor.catalogue.frameworks import framework
from cjeditor.catalogue.lanes import standard_lanes
from cjeditor.catalogue.note_kinds import note_kinds
from cjeditor.model.journey_map import JourneyMap
from cjeditor.texts import Texts

_LANE_ICONS = {
    "touchpoints": "storefront",
    "notes": "note",
    "backstage": "gear",
    "emotion": "chart-line",
    "separator": "minus",
    "channels": "path",
    "metrics": "gauge",
    "images": "image",
}


@dataclass(frozen=True)
class Offer:
    """One block as it is offered. `colour` (``#rrggbb``) is a phase's own; other blocks have an icon."""

    block: Block
    name: str
    tip: str = ""
    icon: str = ""
    colour: str = ""


@dataclass(frozen=True)
class Section:
    """A heading and the blocks under it."""

    title: str
    offers: tuple[Offer, ...]


def sections(journey_map: JourneyMap, words: Texts) -> tuple[Section, ...]:
    """Return what can be put on `journey_map`, named in the language of the windows."""
    return (
        Section(words.t("Touchpoints"), (_touchpoint(words),)),
        Section(words.t("Notes"), note_offers(words)),
        Section(words.t("Phases"), (_plain_phase(words), *phase_offers(journey_map, words))),
        Section(words.t("Lanes"), _lane_offers(words)),
    )


def note_offers(words: Texts) -> tuple[Offer, ...]:
    """Return a block for each kind of note."""
    return tuple(
        Offer(
            Block("note", note_kind=kind.key),
            kind.name.in_language(words.language),
            kind.question.in_language(words.language),
            kind.icon,
        )
        for kind in note_kinds()
    )


def phase_offers(journey_map: JourneyMap, words: Texts) -> tuple[Offer, ...]:
    """Return a block for each phase of the framework that the map follows; none when it follows none."""
    known = framework(journey_map.framework)
    if known is None:
        return ()
    return tuple(
        Offer(
            Block("phase", framework=known.key, framework_phase=phase.key),
            phase.name.in_language(words.language),
            phase.purpose.in_language(words.language),
            colour=phase.colour,
        )
        for phase in known.phases
    )


def _touchpoint(words: Texts) -> Offer:
    return Offer(
        Block("touchpoint"), words.t("Touchpoint"), words.t("A moment when customer and brand meet"), "storefront"
    )


def _plain_phase(words: Texts) -> Offer:
    return Offer(
        Block("phase"), words.t("Phase"), words.t("A stretch of the journey, with a name of your own"), "columns"
    )


def _lane_offers(words: Texts) -> tuple[Offer, ...]:
    offers = []
    for lane in standard_lanes():
        question = lane.question.in_language(words.language) if lane.question else ""
        name = lane.name.in_language(words.language)
        block = Block("lane", lane_kind=lane.kind, note_kind=lane.note_kind, title=name)
        offers.append(Offer(block, name, question, _LANE_ICONS[lane.kind]))
    return tuple(offers)

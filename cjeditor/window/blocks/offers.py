"""What the building blocks offer whatever the phase: cards, drop-off points, phases, frameworks, lanes."""

from __future__ import annotations

from cjeditor import texts
from cjeditor.canvas.blocks import Block
from cjeditor.catalogue.drop_off_reasons import drop_off_reasons
from cjeditor.catalogue.entries import Wordings
from cjeditor.catalogue.frameworks import Framework, framework, frameworks
from cjeditor.catalogue.lanes import standard_lanes
from cjeditor.catalogue.note_kinds import note_kinds
from cjeditor.model.journey_map import JourneyMap
from cjeditor.texts import N_, Texts
from cjeditor.window.blocks.offer import Offer, Section, worded

_LANE_ICONS = {
    "touchpoints": "storefront",
    "notes": "note",
    "backstage": "gear",
    "emotion": "chart-line",
    "separator": "minus",
    "channels": "path",
    "time": "clock",
    "metrics": "gauge",
    "images": "image",
    "funnel": "funnel",
}


def sections(journey_map: JourneyMap, words: Texts, *, everything: bool = False) -> tuple[Section, ...]:
    """Return what can be put on `journey_map` whatever its phase, named in the language of the windows.

    Args:
        journey_map: the map; of its framework each phase is offered.
        words: the language.
        everything: also the phases of all other frameworks, for a search.
    """
    others = [one for one in frameworks() if one.key != journey_map.framework] if everything else []
    return (
        Section(words.t("Cards"), (_touchpoint(words), *note_offers(words)), "cards"),
        Section(words.t("Drop-off points"), _drop_offs(words), "drop_offs"),
        Section(
            words.t("Phases"),
            (
                _plain_phase(words),
                *phase_offers(journey_map, words),
                *(offer for one in others for offer in _phases_of(one, words, named=True)),
            ),
            "phases",
        ),
        Section(words.t("Frameworks"), _frameworks(words), "frameworks"),
        Section(words.t("Lanes"), _lane_offers(words), "lanes"),
    )


def note_offers(words: Texts) -> tuple[Offer, ...]:
    """Return a block for each kind of note."""
    return tuple(
        worded(Block("note", note_kind=kind.key), words.language, kind.name, kind.question, icon=kind.icon)
        for kind in note_kinds()
    )


def phase_offers(journey_map: JourneyMap, words: Texts) -> tuple[Offer, ...]:
    """Return a block for each phase of the framework that the map follows; none when it follows none."""
    known = framework(journey_map.framework)
    return _phases_of(known, words) if known is not None else ()


def both(text: str) -> Wordings:
    """Return a text of the program (English, marked by `N_`) in both languages."""
    return Wordings(en=text, de=texts.of("de").t(text))


def _phases_of(known: Framework, words: Texts, *, named: bool = False) -> tuple[Offer, ...]:
    return tuple(
        worded(
            Block("phase", framework=known.key, framework_phase=phase.key),
            words.language,
            phase.name,
            phase.purpose,
            colour=phase.colour,
            more=known.name.in_language(words.language) if named else "",
        )
        for phase in known.phases
    )


def _touchpoint(words: Texts) -> Offer:
    return _own_words(
        Block("touchpoint"), N_("Touchpoint"), N_("A moment when customer and brand meet"), "storefront", words
    )


def _plain_phase(words: Texts) -> Offer:
    return _own_words(
        Block("phase"), N_("Phase"), N_("A stretch of the journey, with a name of your own"), "columns", words
    )


def _drop_offs(words: Texts) -> tuple[Offer, ...]:
    plain = _own_words(
        Block("drop_off"), N_("Drop-off point"), N_("A place where customers may leave, with its reason"),
        "warning", words,
    )  # fmt: skip
    return (
        plain,
        *(
            worded(Block("drop_off", reason=reason.key), words.language, reason.name, reason.sentence, icon="warning")
            for reason in drop_off_reasons()
        ),
    )


def _frameworks(words: Texts) -> tuple[Offer, ...]:
    return tuple(
        worded(
            Block("framework", framework=one.key),
            words.language,
            one.name,
            one.sentence,
            icon="arrows-clockwise" if one.shape == "loop" else "path",
            more=words.tn("{n} phase", "{n} phases", len(one.phases)),
        )
        for one in frameworks()
    )


def _lane_offers(words: Texts) -> tuple[Offer, ...]:
    offers = []
    for lane in standard_lanes():
        name = lane.name.in_language(words.language)
        block = Block("lane", lane_kind=lane.kind, note_kind=lane.note_kind, title=name)
        offers.append(worded(block, words.language, lane.name, lane.question, icon=_LANE_ICONS[lane.kind]))
    return tuple(offers)


def _own_words(block: Block, name: str, tip: str, icon: str, words: Texts) -> Offer:
    """Return the offer of a block that the program words itself, in the pseudo-language too."""
    names, tips = both(name), both(tip)
    return Offer(block, words.t(name), words.t(tip), icon, names=(names.en, names.de), sentences=(tips.en, tips.de))

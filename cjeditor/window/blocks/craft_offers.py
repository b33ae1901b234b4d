"""What the building blocks offer for a phase: marketing instruments and methods of research."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import get_args

from cjeditor.canvas.blocks import Block
from cjeditor.catalogue import instruments, methods, terms
from cjeditor.catalogue.channels import channels
from cjeditor.catalogue.entries import Wordings
from cjeditor.catalogue.frameworks import framework
from cjeditor.catalogue.instruments import Instrument
from cjeditor.model.fields import ChannelMode
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.table import find
from cjeditor.texts import Texts
from cjeditor.window.blocks.offer import Offer, Section, worded

_MODE_ICONS: dict[ChannelMode, str] = {"online": "globe", "offline": "storefront", "mobile": "device-mobile"}
_FULL = "nine-phases"
"""The framework whose phases the catalogue numbers from 1 to 9."""


@dataclass(frozen=True)
class CurrentPhase:
    """The phase that people are at: its name, and the numbers of the phases of the full nine that it stands for."""

    name: str = ""
    numbers: tuple[int, ...] = ()


def current_phase(journey_map: JourneyMap, phase_id: str | None) -> CurrentPhase:
    """Return what there is to know of a phase of the map; one without a framework stands for none."""
    phase = find(journey_map.phases, phase_id) if phase_id is not None else None
    known = framework(phase.framework) if phase is not None else None
    entry = known.phase(phase.framework_phase or "") if known is not None and phase is not None else None
    if entry is None or phase is None:
        return CurrentPhase()
    return CurrentPhase(phase.name.replace("\n", " "), entry.guidance)


def craft_sections(phase: CurrentPhase, words: Texts, language: str) -> tuple[Section, ...]:
    """Return the instruments and methods for a phase; for none, all of them, the instruments by how they work.

    Args:
        phase: where people are.
        words: the language of the window.
        language: that of the project, in which cards get their texts.
    """
    if phase.numbers:
        offered = [
            Section(
                words.t("For the phase “{phase}”", phase=phase.name) if phase.name else words.t("For this phase"),
                tuple(_instrument(one, words, language) for one in instruments.for_numbers(phase.numbers)),
                "phase",
            )
        ]
    else:
        titles = {
            "online": words.t("Online instruments"),
            "offline": words.t("Offline instruments"),
            "mobile": words.t("Mobile instruments"),
        }
        offered = [
            Section(
                titles[mode],
                tuple(_instrument(one, words, language) for one in instruments.instruments() if one.modes[0] == mode),
                f"instruments_{mode}",
            )
            for mode in get_args(ChannelMode)
        ]
    return (*offered, Section(words.t("Research methods"), _methods(phase.numbers, words, language), "methods"))


def _instrument(one: Instrument, words: Texts, language: str) -> Offer:
    name = one.name.in_language(words.language)
    return worded(
        Block("touchpoint", title=name, text=one.name.in_language(language), channel=one.channel or ""),
        words.language,
        one.name,
        one.sentence,
        icon=icon_of(one),
        more=modes_of(one, words),
    )


def icon_of(one: Instrument) -> str:
    """Return the icon of an instrument: that of its channel, else of how it works."""
    channel = next((known for known in channels() if known.key == one.channel), None)
    return channel.icon if channel is not None else _MODE_ICONS[one.modes[0]]


def modes_of(one: Instrument, words: Texts) -> str:
    """Return where an instrument works: “online, mobile”."""
    return ", ".join(words.t(terms.MODES[mode]) for mode in one.modes)


def _methods(numbers: Collection[int], words: Texts, language: str) -> tuple[Offer, ...]:
    names = _phase_names()
    offers = []
    for one in methods.for_numbers(numbers) if numbers else methods.methods():
        name = one.name.in_language(words.language)
        offers.append(
            worded(
                Block("note", note_kind="insight", title=name, text=one.name.in_language(language)),
                words.language,
                one.name,
                one.sentence,
                icon="magnifying-glass",
                more=", ".join(names[number - 1].in_language(words.language) for number in one.phases),
            )
        )
    return tuple(offers)


def _phase_names() -> tuple[Wordings, ...]:
    known = framework(_FULL)
    return tuple(phase.name for phase in known.phases) if known is not None else ()

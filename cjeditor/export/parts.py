"""Which parts a handout can have: each is a row here, and a module of the same name in ``export/pdf/parts``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from cjeditor.layout.charts.plan import FIGURES
from cjeditor.texts import N_

ALL_FIGURES: Final = "figures"
"""What stands for the parts of all figures wherever parts are named."""


@dataclass(frozen=True)
class PartSpec:
    """One part of a handout.

    Attributes:
        key: how scripts and kept sets name it, and its module, `module`, has ``add(book)``.
        title: what it is called, untranslated.
        tip: what it shows, untranslated.
        figure: whether it is the figure of that id in `layout.charts.plan`; then there is no module.
        worksheet: whether it is a blank sheet for a workshop, which a handout has only where somebody asks for it.
    """

    key: str
    title: str
    tip: str
    figure: bool = False
    worksheet: bool = False

    @property
    def module(self) -> str:
        """The name of the module in ``export/pdf/parts`` that prints it."""
        return self.key.replace("-", "_")


PARTS: Final[tuple[PartSpec, ...]] = (
    PartSpec(
        "cover", N_("Cover"), N_("What the map is about, how far it can be trusted, and its emotions at a glance")
    ),
    PartSpec("contents", N_("Contents"), N_("What is on which page, with links that lead there")),
    PartSpec(
        "message",
        N_("Message"),
        N_("On one page: what was found, whose journey it is, and what is to be decided"),
    ),
    PartSpec(
        "overview",
        N_("Overview map"),
        N_("The whole map on one page: the curve, and by phase what happens, what hurts and what helps"),
    ),
    PartSpec(
        "findings",
        N_("Findings"),
        N_("On one page: what to decide, what hurts most, where the mood falls, what is only assumed"),
    ),
    PartSpec(
        "personas",
        N_("Personas"),
        N_("Who the personas of the map are, what they want and fear, and the strategy for them"),
    ),
    PartSpec("map", N_("Map"), N_("The whole map, as large as it fits and never too small to read")),
    PartSpec(
        "emotion",
        N_("Emotion curve"),
        N_("The curve on a page of its own, with the best and worst places and the deepest falls"),
    ),
    PartSpec(
        "phases", N_("Phase sheets"), N_("A page to work on for each phase: its questions, its cards, room to write")
    ),
    *(PartSpec(spec.id, spec.title, spec.tip, figure=True) for spec in FIGURES if spec.printed),
    PartSpec(
        "actions",
        N_("Actions"),
        N_("All actions with value, effort, owner and day, the matrix, and what they come from"),
    ),
    PartSpec(
        "comparison",
        N_("Current and future state"),
        N_("Both emotion curves over each other, and what changes phase by phase"),
    ),
    PartSpec(
        "changes",
        N_("What changed since the last version"),
        N_("What was added, removed and changed since an earlier version that you choose"),
    ),
    PartSpec("minutes", N_("Minutes"), N_("How the workshop went: agenda with real times, votes, parking lot")),
    PartSpec(
        "touchpoints", N_("Touchpoint table"), N_("All touchpoints in full, also for those who have it read aloud")
    ),
    PartSpec("notes", N_("Notes"), N_("All notes in full, phase by phase")),
    PartSpec("glossary", N_("Glossary"), N_("Whom to ask, and what the words of the craft mean")),
    PartSpec("legend", N_("Legend"), N_("What the marks on the map mean")),
    PartSpec(
        "grid",
        N_("Grid for the wall"),
        N_("The phases and lanes of this map, empty, with fields of the size of sticky notes"),
        worksheet=True,
    ),
    PartSpec(
        "persona-sheet",
        N_("Persona sheet"),
        N_("A page to draw up a person, with the traits and channels of this project"),
        worksheet=True,
    ),
    PartSpec(
        "emotion-strips",
        N_("Emotion strips"),
        N_("For each participant a strip to mark how it feels along the journey"),
        worksheet=True,
    ),
    PartSpec(
        "assumption-cards",
        N_("Assumption cards"),
        N_("What this map only assumes, on cards of A6: when it would be wrong, and how it is tested"),
        worksheet=True,
    ),
    PartSpec(
        "instruction-cards",
        N_("Instruction cards"),
        N_("What to do in each step of the agenda, and what to ask in each phase, on cards of A6"),
        worksheet=True,
    ),
    PartSpec(
        "ballot", N_("Ballots"), N_("The cards that can be voted for by their numbers, a slip each"), worksheet=True
    ),
    PartSpec(
        "run-sheet", N_("Run sheet"), N_("For the facilitator: times, what is said, what lies ready"), worksheet=True
    ),
)
"""In the order in which they are proposed."""

PART_KEYS: Final[tuple[str, ...]] = tuple(spec.key for spec in PARTS)

_ON_REQUEST: Final = ("message", "check")
"""The cover says what the message of the short version does; the journey check is for those who draw the map."""

USUAL_KEYS: Final[tuple[str, ...]] = tuple(
    spec.key for spec in PARTS if not spec.worksheet and spec.key not in _ON_REQUEST
)
"""What a handout has unless somebody chooses."""

WORKSHEET_KEYS: Final[tuple[str, ...]] = tuple(spec.key for spec in PARTS if spec.worksheet)

_BY_KEY: Final = {spec.key: spec for spec in PARTS}


def part(key: str) -> PartSpec:
    """The row of a part; KeyError for an unknown one."""
    return _BY_KEY[key]


def unfolded(names: tuple[str, ...]) -> tuple[str, ...]:
    """The keys of parts as named, each once, `ALL_FIGURES` replaced by what it stands for."""
    # A part that says more of a figure than its drawing has its name.
    drawn = {spec.id for spec in FIGURES}
    figures = tuple(spec.key for spec in PARTS if spec.figure or spec.key in drawn)
    return tuple(dict.fromkeys(key for name in names for key in (figures if name == ALL_FIGURES else (name,))))

"""Which figures there are: each is a row here and a module of the same name beside it, with a function `drawn`."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import Literal, cast

from cjeditor.layout.charts.chart import Drawing
from cjeditor.texts import N_

Placing = Literal["below", "pairs", "two", "beside"]


@dataclass(frozen=True)
class FigureSpec:
    """One figure.

    Attributes:
        id: the name of its module in this folder, in ``figure.<id>`` of the actions table and in the window's views.
        title: what it is called, untranslated.
        tip: what it tells, untranslated.
        icon: name in the icon font.
        own_view: whether the window has a module of this name in ``window/figures/views``, with controls of its own.
        printed: whether the handout shows it as it is; some are shown by parts of the handout that say more.
        tabled: whether the handout shows its table beside a chart; elsewhere only in the place of one that has no room.
        placed: how a wide page of the handout has its charts: below each other, or where that saves a page in pairs
            about the same things, or its only two side by side; a round one stands beside what is said of it.
    """

    id: str
    title: str
    tip: str
    icon: str
    own_view: bool = False
    printed: bool = True
    tabled: bool = True
    placed: Placing = "below"


FIGURES: tuple[FigureSpec, ...] = (
    FigureSpec(
        "personas",
        N_("Personas and strategy"),
        N_("See who the personas of the map are, where they stand between their poles, and the strategy for them"),
        "users",
        printed=False,
    ),
    FigureSpec(
        "realms",
        N_("Realms of experience"),
        N_("See which of the four realms of experience the touchpoints meet, and which are missing"),
        "sparkle",
        placed="two",
    ),
    FigureSpec(
        "nps",
        N_("Net Promoter Score"),
        N_("Take in answers to the recommendation question, and see the score by segment and over time"),
        "thumbs-up",
        own_view=True,
        tabled=False,
        placed="pairs",
    ),
    FigureSpec(
        "kpis",
        N_("KPIs"),
        N_("See all KPIs with target and actual, write in them, and add ready ones"),
        "target",
        own_view=True,
    ),
    FigureSpec(
        "funnel",
        N_("Sales funnel"),
        N_("See how many people go on from stage to stage, and where most are lost"),
        "funnel",
        own_view=True,
        tabled=False,
    ),
    FigureSpec(
        "loop",
        N_("Loyalty loop"),
        N_("See the journey as a circle: how customers feel on the way round, and what ties them"),
        "arrows-clockwise",
        tabled=False,
        placed="beside",
    ),
    FigureSpec(
        "channels",
        N_("Channels"),
        N_("See which channels each phase uses, where customers change between them, and which hand-offs break"),
        "arrows-left-right",
        tabled=False,
    ),
    FigureSpec(
        "risks",
        N_("Drop-off risks"),
        N_("See where customers may drop off, grade it, and write what is done about it"),
        "warning",
        own_view=True,
    ),
    FigureSpec(
        "evidence",
        N_("Evidence ledger"),
        N_("See how much of the map is backed by research, and write what each statement rests on"),
        "flask",
        own_view=True,
        tabled=False,
        placed="two",
    ),
    FigureSpec(
        "waiting",
        N_("Waiting times"),
        N_("See where customers wait longer than they expect, beside published figures"),
        "hourglass",
        tabled=False,
    ),
    FigureSpec(
        "pain",
        N_("Pain points by score"),
        N_("See which pain points weigh most, by severity, frequency and votes, and which nothing is done about"),
        "lightning",
        tabled=False,
    ),
    FigureSpec(
        "trace",
        N_("From pain point to KPI"),
        N_("See what follows from each pain point, as far as a KPI, and where something is missing"),
        "flow-arrow",
        printed=False,
    ),
    FigureSpec(
        "actions",
        N_("Actions by owner"),
        N_("See who has how much to do, and what is overdue"),
        "check-square",
        printed=False,
    ),
    FigureSpec(
        "effort_value",
        N_("Effort and value of actions"),
        N_("See which actions bring much for little effort; drag a dot to change its effort and effects"),
        "crosshair-simple",
        own_view=True,
        printed=False,
    ),
    FigureSpec(
        "comparison",
        N_("Current and future state"),
        N_("See the map beside the one it was made from: both emotion curves, and what changed"),
        "git-diff",
        printed=False,
    ),
    FigureSpec(
        "check",
        N_("Findings of the journey check"),
        N_("See which rules of the craft the map breaks how often, for the handout; the journey check has a pane, too"),
        "checks",
    ),
)
"""In the order in which they are listed and printed."""


def figure(figure_id: str) -> FigureSpec:
    """The row of a figure; KeyError for an unknown one."""
    return {spec.id: spec for spec in FIGURES}[figure_id]


def drawing_of(spec: FigureSpec) -> Drawing:
    """What draws a figure; its module is imported when it is first asked for."""
    # Imported here: nobody should wait for figures that are not looked at.
    return cast(Drawing, import_module(f"{__package__}.{spec.id}").drawn)

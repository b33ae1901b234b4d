"""The funnel beneath the map's phases: a column for each phase, as high as the stage that it belongs to has people."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from cjeditor.analysis.funnel import STAGES, Funnel
from cjeditor.catalogue import terms
from cjeditor.layout.charts.chart import Chart, ChartTable, Spot
from cjeditor.layout.charts.lettering import SMALL, SMALL_LINE, label, lines
from cjeditor.layout.charts.patterns import PATTERNS, filled
from cjeditor.layout.measure import text_width
from cjeditor.layout.primitives import Primitive, Rect
from cjeditor.model.fields import FunnelStage
from cjeditor.model.journey_map import Phase
from cjeditor.texts import Texts

_BAND = 4.0
_GAP = 3.0
_HIGH = 120.0
_LEAST = 2.0
_NAME_LINES = 3
_HEAD = _BAND + 4 + SMALL_LINE * (1 + _NAME_LINES) + 4


def phases_chart(found: Funnel, phases: Sequence[Phase], width: float, words: Texts) -> Chart:
    """Phases side by side; phases of one stage that follow each other share its band and its count."""
    across = width / len(phases)
    most = max(found.counts.values(), default=0) or 1
    shapes: list[Primitive] = []
    spots: list[Spot] = []
    foot = _HEAD + _HIGH
    for at, phase in enumerate(phases):
        shapes += _head(phase, at, at * across, across - _GAP, words)
        spots.append(Spot(at * across, 0, across - _GAP, foot, _tip(found, phase, words), phase.id))
    at = 0
    for stage, some in groupby(phases, key=_stage_of):
        count = len(list(some))
        left, wide = at * across, count * across - _GAP
        shapes += _band(found, stage, left, wide, most, words)
        at += count
    table = ChartTable(
        words.t("The funnel beneath the phases"),
        (words.t("Phase"), words.t("Stage"), words.t("People")),
        tuple(
            (f"{at} {_name(phase, words)}", _stage_name(phase, words), _people(found, phase, words))
            for at, phase in enumerate(phases, start=1)
        ),
        numbers=(2,),
    )
    return Chart(width, foot + 2 * SMALL_LINE + 6, tuple(shapes), tuple(spots), table)


def _head(phase: Phase, at: int, left: float, width: float, words: Texts) -> list[Primitive]:
    """A phase as it heads its column: band, number, name."""
    name = _name(phase, words)
    top = _BAND + 4
    return [
        Rect(left, 0, width, _HEAD - 4, fill=f"tint:{phase.colour}"),
        Rect(left, 0, width, _BAND, fill=f"band:{phase.colour}"),
        label(str(at + 1), left + 4, top, face="semibold"),
        *lines(name, left + 4, top + SMALL_LINE, max(10.0, width - 8), words.language, most=_NAME_LINES),
    ]


def _band(
    found: Funnel, stage: FunnelStage | None, left: float, width: float, most: int, words: Texts
) -> list[Primitive]:
    """The stage of some phases: its height, its name, its count; nothing but a note where there is none."""
    middle, foot = left + width / 2, _HEAD + _HIGH
    if stage is None:
        return [label(words.t("no stage"), middle, foot + 2, colour="secondary", align="middle", room=width)]
    count = found.counts.get(stage)
    name = terms.funnel_stage(stage, words)
    named = label(name, middle, foot + 2, face="semibold", align="middle", room=width)
    if count is None:
        return [
            Rect(left, foot - 18, width, 18, stroke="rule.strong", dash=(4.0, 3.0)),
            named,
            label(
                words.t("not counted"), middle, foot + 2 + SMALL_LINE, colour="secondary", align="middle", room=width
            ),
        ]
    high = max(_LEAST, _HIGH * count / most)
    said = words.number(count)
    room = width if text_width(said, "bold", SMALL) > width else 0.0
    return [
        *filled(left, foot - high, width, high, PATTERNS[STAGES.index(stage)], "edge.goal", "canvas"),
        named,
        label(said, middle, foot + 2 + SMALL_LINE, face="bold", align="middle", room=room),
    ]


def _tip(found: Funnel, phase: Phase, words: Texts) -> str:
    return words.t(
        "{phase}: {stage}, {people}",
        phase=_name(phase, words),
        stage=_stage_name(phase, words),
        people=_people(found, phase, words),
    )


def _people(found: Funnel, phase: Phase, words: Texts) -> str:
    count = found.counts.get(phase.funnel_stage) if phase.funnel_stage is not None else None
    return words.t("not counted") if count is None else words.number(count)


def _stage_name(phase: Phase, words: Texts) -> str:
    return words.t("no stage") if phase.funnel_stage is None else terms.funnel_stage(phase.funnel_stage, words)


def _stage_of(phase: Phase) -> FunnelStage | None:
    return phase.funnel_stage


def _name(phase: Phase, words: Texts) -> str:
    return " ".join(phase.name.split()) or words.t("Unnamed phase")

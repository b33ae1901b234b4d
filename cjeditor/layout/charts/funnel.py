"""The sales funnel of a map: stage by stage with what is lost between them, and beneath the map's phases."""

from __future__ import annotations

from cjeditor.analysis.funnel import STAGES, Funnel, Passage, funnel_of
from cjeditor.catalogue import terms
from cjeditor.layout.charts.chart import Chart, ChartTable, Drawn, Spot, Subject
from cjeditor.layout.charts.funnel_phases import phases_chart
from cjeditor.layout.charts.lettering import BODY, BODY_LINE, SMALL_LINE, label
from cjeditor.layout.charts.patterns import PATTERNS, filled
from cjeditor.layout.funnel_words import percent, sentences, went_on
from cjeditor.layout.measure import text_width
from cjeditor.layout.primitives import Close, Face, LineTo, Move, Path, Primitive, Rect
from cjeditor.model.fields import FunnelStage
from cjeditor.model.journey_map import Phase
from cjeditor.texts import N_, Texts

_NOTHING = N_(
    "Nobody has counted the stages of the funnel yet. Type how many people stood in each, or read them from a CSV file."
)
_BAR = 30.0
_PASSAGE = 26.0
_GAP = 12.0
_NAMES = 0.32
_LEAST = 2.0


def drawn(subject: Subject, width: float) -> Drawn:
    """The two charts and what they say; without any count only what to do."""
    words = subject.words
    found = funnel_of(subject.project, subject.journey)
    if not found.counts:
        return Drawn((words.t(_NOTHING),))
    charts = [_stages(found, width, words)]
    if any(found.phases.values()):
        charts.append(phases_chart(found, tuple(_in_order(found)), width, words))
    return Drawn(sentences(found, words), tuple(charts))


def _in_order(found: Funnel) -> list[Phase]:
    """All phases along the journey."""
    every = [*(phase for some in found.phases.values() for phase in some), *found.unmapped]
    return sorted(every, key=_rank)


def _rank(phase: Phase) -> tuple[str, str]:
    return phase.rank, phase.id


def _stages(found: Funnel, width: float, words: Texts) -> Chart:
    """A bar for each stage, in the middle; between two what goes on and what is lost."""
    named = max(text_width(terms.funnel_stage(stage, words), "semibold", BODY) for stage in STAGES)
    left = min(max(named + _GAP, 90.0), width * _NAMES)
    counted = max((text_width(words.number(one), "bold", BODY) for one in found.counts.values()), default=0.0)
    room = max(60.0, width - left - counted - _GAP)
    most = max(found.counts.values(), default=0) or 1
    passages = {one.source: one for one in found.passages}
    shapes: list[Primitive] = []
    spots: list[Spot] = []
    y = 0.0
    for at, stage in enumerate(STAGES):
        count = found.counts.get(stage)
        middle = left + room / 2
        shapes.append(
            label(
                terms.funnel_stage(stage, words), 0, y + 6, face="semibold", size=BODY, line=BODY_LINE, room=left - _GAP
            )
        )
        if count is None:
            shapes.append(Rect(left, y, room, _BAR, stroke="rule.strong", dash=(4.0, 3.0), radius=3))
            shapes.append(label(words.t("not counted"), middle, y + 8, colour="secondary", align="middle"))
        else:
            length = max(_LEAST, room * count / most)
            shapes += filled(middle - length / 2, y, length, _BAR, PATTERNS[at], "edge.goal", "canvas")
            shapes.append(
                label(words.number(count), width, y + 6, face="bold", size=BODY, line=BODY_LINE, align="right")
            )
        spots.append(Spot(0, y, width, _BAR, _tip(found, stage, words), _record(found, stage)))
        y += _BAR
        if stage in passages:
            shapes += _passage(passages[stage], found, middle, y, room, words)
        y += _PASSAGE if stage != STAGES[-1] else 0
    return Chart(width, y, tuple(shapes), tuple(spots), _table(found, words))


def _passage(one: Passage, found: Funnel, middle: float, y: float, room: float, words: Texts) -> list[Primitive]:
    """A small arrow, up where more come out, with what goes on and what is lost; the weakest is bold and marked."""
    weakest = one == found.weakest
    said = went_on(one, words)
    if weakest:
        said = words.t("{passage} · weakest step", passage=said)
    face: Face = "bold" if weakest else "regular"
    colour = "warning" if weakest else "secondary"
    text = label(
        said, middle, y + (_PASSAGE - SMALL_LINE) / 2, face=face, colour=colour, align="middle", room=room - 16
    )
    x, top = text.x - 12, y + _PASSAGE / 2
    base, tip = (top + 3, top - 4) if one.grows else (top - 4, top + 3)
    arrow = Path((Move(x, base), LineTo(x + 7, base), LineTo(x + 3.5, tip), Close()), fill=colour)
    return [arrow, text]


def _tip(found: Funnel, stage: FunnelStage, words: Texts) -> str:
    """A stage in words: its count, its phases, and what happens after it."""
    count = found.counts.get(stage)
    name = terms.funnel_stage(stage, words)
    said = words.number(count) if count is not None else words.t("not counted")
    parts = [words.t("{name}: {value}", name=name, value=said)]
    phases = ", ".join(" ".join(one.name.split()) or words.t("Unnamed phase") for one in found.phases[stage])
    parts += [words.t("Phases: {phases}", phases=phases)] if phases else []
    parts += [went_on(one, words) for one in found.passages if one.source == stage]
    return "\n".join(parts)


def _record(found: Funnel, stage: FunnelStage) -> str:
    """The first phase of a stage: that is where a click leads."""
    return found.phases[stage][0].id if found.phases[stage] else ""


def _table(found: Funnel, words: Texts) -> ChartTable:
    passages = {one.source: one for one in found.passages}
    rows = []
    for stage in STAGES:
        count, one = found.counts.get(stage), passages.get(stage)
        share = one.conversion if one is not None else None
        rows.append(
            (
                terms.funnel_stage(stage, words),
                ", ".join(" ".join(each.name.split()) or words.t("Unnamed phase") for each in found.phases[stage])
                or "–",
                "–" if count is None else words.number(count),
                "–" if share is None else percent(share, words),
                "–" if one is None else words.number(one.lost),
                "–" if one is None or one.drop_off is None else percent(one.drop_off, words),
            )
        )
    head = (
        words.t("Stage"),
        words.t("Phases"),
        words.t("People"),
        words.t("Go on"),
        words.t("Lost"),
        words.t("Drop-off"),
    )
    return ChartTable(words.t("Sales funnel"), head, tuple(rows), numbers=(2, 3, 4, 5))

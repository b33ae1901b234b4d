"""The KPIs of a map: how far each is from its target, and all that is known of them as a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cjeditor.analysis.kpis import Row, map_rows, place_name
from cjeditor.catalogue import terms
from cjeditor.layout.charts.chart import Chart, ChartTable, Drawn, Spot, Subject
from cjeditor.layout.charts.legend import Entry, legend
from cjeditor.layout.charts.lettering import SMALL, SMALL_LINE, label
from cjeditor.layout.charts.patterns import Pattern, filled
from cjeditor.layout.charts.row_names import named_rows
from cjeditor.layout.measure import text_width
from cjeditor.layout.primitives import Line, Primitive
from cjeditor.model.fields import Direction
from cjeditor.model.project import Project
from cjeditor.texts import N_, Texts

_NOTHING = N_("There are no KPIs on this map yet. Add one here, or in the properties of a touchpoint or phase.")
_ROW: Final = 26.0
_BAR: Final = 12.0
_GAP: Final = 8.0
_NAMES: Final = 0.38
_SAID: Final = 0.28
"""Shares of the width that names and figures may take."""
_MOST: Final = 250.0
"""Per cent of the target at which a bar ends: one of three thousand would leave no room for the others."""
_LOOKS: Final[dict[Direction, tuple[Pattern, str]]] = {
    "higher": ("solid", "edge.goal"),
    "lower": ("rising", "edge.goal"),
    "": ("empty", "rule.strong"),
}


def drawn(subject: Subject, width: float) -> Drawn:
    """A bar for each KPI with target and actual, and the table of all."""
    words = subject.words
    rows = map_rows(subject.project, subject.journey)
    if not rows:
        return Drawn((words.t(_NOTHING),))
    return Drawn(sentences(rows, words), (_chart(rows, width, subject.project, words),))


def sentences(rows: Sequence[Row], words: Texts) -> tuple[str, ...]:
    """How many targets are reached, and what is not known."""
    judged = [row for row in rows if row.verdict]
    said = []
    if judged:
        said.append(
            words.tn(
                "{n} of {all} targets is reached.",
                "{n} of {all} targets are reached.",
                sum(row.verdict == "reached" for row in judged),
                all=words.number(len(judged)),
            )
        )
    own = [row for row in rows if row.kind != "nps"]
    lacks = (
        (sum(row.target is None for row in own), words.t("without target")),
        (sum(row.actual is None for row in own), words.t("not measured")),
        (sum(not row.better for row in own), words.t("not said which way is better")),
    )
    found = ", ".join(f"{words.number(count)} {name}" for count, name in lacks if count)
    if found:
        said.append(words.t("Of {n} KPIs: {which}.", n=words.number(len(own)), which=found))
    return tuple(said)


def kpi_name(row: Row, words: Texts) -> str:
    """What a figure is called in a list."""
    name = " ".join(row.name.split())
    if row.kind == "nps":
        return words.t("NPS: {name}", name=name) if name else words.t("NPS")
    return name or words.t("Untitled")


def place_in_words(row: Row, project: Project, words: Texts) -> str:
    """Where a figure lies: number and title of the touchpoint, name of phase or map, phase and number of a metric."""
    name, number = place_name(row, project)
    shown = " ".join(name.split()) or words.t("Untitled")
    if row.kind == "metric":
        return words.t("{phase}, card {number}", phase=shown, number=number)
    return f"{number} {shown}" if number else shown


def status_in_words(row: Row, words: Texts) -> str:
    """The status that its owner set; without one what target and actual say."""
    return terms.kpi_status(row.status or row.verdict, words)


def _chart(rows: Sequence[Row], width: float, project: Project, words: Texts) -> Chart:
    key = legend(
        (
            Entry(words.t("Higher is better"), *_LOOKS["higher"]),
            Entry(words.t("Lower is better"), *_LOOKS["lower"]),
            Entry(words.t("Not said which is better"), *_LOOKS[""]),
        ),
        0,
        0,
        width,
    )
    shapes: list[Primitive] = [*key.shapes]
    spots: list[Spot] = []
    names = [kpi_name(row, words) for row in rows]
    said = [_said(row, words) for row in rows]
    name_room = min(max(text_width(name, "regular", SMALL) for name in names), width * _NAMES)
    said_room = min(max(text_width(one, "semibold", SMALL) for one in said), width * _SAID)
    left = name_room + _GAP
    room = max(20.0, width - left - said_room - 2 * _GAP)
    shares = [_share(row) for row in rows]
    most = max(100.0, min(_MOST, max((share for share in shares if share is not None), default=100.0)))
    top = key.height + SMALL_LINE + 4
    placed = named_rows(names, name_room, top, name_room, _ROW, words.language)
    for at, (row, share, place) in enumerate(zip(rows, shares, placed, strict=True)):
        shapes += place.name
        if share is not None:
            long = max(1.0, room * min(max(share, 0.0), most) / most)
            shapes += filled(left, place.middle - _BAR / 2, long, _BAR, *_LOOKS[row.better])
        late = row.verdict == "missed"
        shapes.append(
            label(
                said[at],
                left + room + _GAP,
                place.line,
                face="semibold",
                colour="warning" if late else "text",
                room=said_room + _GAP,
            )
        )
        spots.append(Spot(0, place.top, width, place.height, f"{names[at]}: {said[at]}", _record(row)))
    bottom = placed[-1].bottom
    target = left + room * 100 / most
    shapes.append(Line(left, top, left, bottom, "rule.strong", 1.0))
    shapes.append(Line(target, top - 2, target, bottom, "text", 1.2, (3.0, 2.0)))
    shapes.append(label(words.t("Target"), target, key.height + 2, colour="secondary", align="middle"))
    return Chart(width, bottom, tuple(shapes), tuple(spots), _table(rows, project, words))


def _share(row: Row) -> float | None:
    """Actual in per cent of the target; None where one is missing or the target is not above nought."""
    if row.target is None or row.actual is None or row.target <= 0:
        return None
    return 100 * row.actual / row.target


def _said(row: Row, words: Texts) -> str:
    actual = "–" if row.actual is None else words.figure(row.actual, row.unit)
    if row.kind == "nps" and row.actual is not None:
        return f"{words.signed(row.actual)}, n = {words.number(row.answers)}"
    if row.target is None:
        return actual
    return words.t("{actual} of {target}", actual=actual, target=words.figure(row.target, row.unit))


def _table(rows: Sequence[Row], project: Project, words: Texts) -> ChartTable:
    return ChartTable(
        words.t("KPIs"),
        (
            words.t("Name"),
            words.t("Where it lies"),
            words.t("Actual"),
            words.t("Target"),
            words.t("Status"),
            words.t("Source"),
        ),
        tuple(
            (
                kpi_name(row, words),
                place_in_words(row, project, words),
                "–" if row.actual is None else words.figure(row.actual, row.unit),
                _target(row, words),
                status_in_words(row, words),
                ", ".join(part for part in (row.source, words.day(row.date) if row.date else "") if part),
            )
            for row in rows
        ),
        numbers=(2, 3),
    )


def _target(row: Row, words: Texts) -> str:
    """The target with a sign that says which way is better."""
    sign = {"higher": "≥\u00a0", "lower": "≤\u00a0", "": ""}[row.better]
    return "–" if row.target is None else f"{sign}{words.figure(row.target, row.unit)}"


def _record(row: Row) -> str:
    """What a click leads to: the card or phase; nothing for a figure of the whole map."""
    return "" if row.holder == row.map else row.holder

"""Slides with figures: the emotion curve, NPS, funnel and KPIs, as native charts and tables with their numbers."""

from __future__ import annotations

from typing import Final

from cjeditor.analysis.funnel import STAGES, funnel_of
from cjeditor.analysis.kpis import Row, map_rows, place_name
from cjeditor.analysis.nps import Nps, by_segment, in_words, nps_of, points
from cjeditor.analysis.ratings import felt
from cjeditor.catalogue import terms
from cjeditor.export.plain_text import one_line
from cjeditor.export.pptx.charts import ChartPlan, Series, TablePlan, add_chart, add_table, rows_that_fit, signed
from cjeditor.export.pptx.deck import HEIGHT, MARGIN, TITLE_HEIGHT, TITLE_TOP, WIDTH
from cjeditor.export.pptx.fitting import cut, lines_of
from cjeditor.export.pptx.shapes import Box
from cjeditor.export.pptx.writing import Slides
from cjeditor.layout.charts import kpis
from cjeditor.layout.charts import nps as nps_figure
from cjeditor.layout.charts.chart import Subject
from cjeditor.layout.funnel_words import sentences
from cjeditor.model.project import Survey
from cjeditor.texts import Texts

_TOP: Final = TITLE_TOP + TITLE_HEIGHT + 12.0
_BOTTOM: Final = HEIGHT - 40.0
_SAID: Final = 17.0
_SAID_LINE: Final = 1.3
_MOST_SAID: Final = 4
_MOST_LEFT_OUT: Final = 4
_MOST_NAMED: Final = 26
"""Of more touchpoints the chart has the numbers only."""
_NAME: Final = 34
_WHOLE_NAME: Final = 120
"""Of what a bar shows: the chart breaks it into lines."""
_LEFT_OUT_NAME: Final = 60
_BEYOND_SCORES: Final = 125.0
"""The ends of the axis of scores, which go from −100 to +100: their numbers stand beyond the bars."""
_NUMBER_ROOM: Final = 0.12
"""Of the whole length of the bars."""
_CELLS: Final = (15.0, 14.0, 13.4)
"""Sizes of a table's text: a few rows more rather than another slide."""


def add_chart_slides(slides: Slides) -> None:
    """Add a slide for each figure that the map has data for."""
    _emotions(slides)
    _scores(slides)
    _funnel(slides)
    _kpis(slides)


def _emotions(slides: Slides) -> None:
    subject = slides.subject
    words = subject.words
    every = subject.touchpoints()
    values = [felt(one) for one in every]
    known = [value for value in values if value is not None]
    if len(known) < 2:
        return
    named = len(every) <= _MOST_NAMED
    categories = [_short(f"{one.number} {one.title}" if named else str(one.number)) for one in every]
    told = [
        f"{one.number} {one_line(one.title)}: {words.signed(value)}"
        for one, value in zip(every, values, strict=True)
        if value is not None
    ]
    lowest = min(range(len(values)), key=_or(values, 9.0).__getitem__)
    highest = max(range(len(values)), key=_or(values, -9.0).__getitem__)
    said = [
        words.t(
            "Lowest point: {touchpoint}, {emotion}",
            touchpoint=_short(f"{every[lowest].number} {every[lowest].title}", 80),
            emotion=words.signed(values[lowest] or 0),
        ),
        words.t(
            "Highest point: {touchpoint}, {emotion}",
            touchpoint=_short(f"{every[highest].number} {every[highest].title}", 80),
            emotion=words.signed(values[highest] or 0),
        ),
    ]
    plan = ChartPlan(
        "line",
        categories,
        [Series(words.t("Emotion"), values, "primary")],
        signed(known),
        words.t("Emotion curve"),
        ", ".join(told),
        -2.0,
        2.0,
    )
    _chart(slides, words.t("Emotion curve"), said, [plan], "\n".join(told))


def _or(values: list[float | None], other: float) -> list[float]:
    return [other if value is None else value for value in values]


def _scores(slides: Slides) -> None:
    subject = slides.subject
    words = subject.words
    about = Subject(subject.project, subject.journey, words)
    held = [(one, found) for one in nps_figure.surveys_of(about) if (found := nps_of(one.answers)) is not None]
    if not held:
        return
    rows = [(_short(nps_figure.name_of(one, about), _WHOLE_NAME), found) for one, found in held]
    told = [f"{name}: {in_words(found, words)}" for name, found in rows]
    if len(held) == 1:
        rows = [(words.t("All"), held[0][1]), *_segments(held[0][0], words)]
    names = [name for name, _found in rows]
    scores = ChartPlan(
        "bars",
        names,
        [Series(words.t("Net Promoter Score"), [float(round(found.score)) for _name, found in rows], "primary")],
        signed([]),
        words.t("Net Promoter Score"),
        ". ".join(told),
        -_BEYOND_SCORES,
        _BEYOND_SCORES,
    )
    groups = ChartPlan(
        "shares",
        names,
        [
            Series(words.t("Detractors"), [float(found.detractors) for _name, found in rows], "edge.pain"),
            Series(words.t("Passives"), [float(found.passives) for _name, found in rows], "secondary"),
            Series(words.t("Promoters"), [float(found.promoters) for _name, found in rows], "emotion.2"),
        ],
        "#,##0",
        words.t("Promoters, passives and detractors"),
        ". ".join(
            f"{name}: {words.number(found.promoters)}, {words.number(found.passives)}, {words.number(found.detractors)}"
            for name, found in rows
        ),
    )
    title = words.t("Net Promoter Score")
    if len(held) == 1:
        title = f"{title}: {points(held[0][1].score, words)}"
    _chart(slides, title, told, [scores, groups], "\n".join(told))


def _segments(survey: Survey, words: Texts) -> list[tuple[str, Nps]]:
    """The largest segments of a survey, and what they say."""
    parts = by_segment(survey)[: nps_figure.MOST_SEGMENTS]
    return [(_short(part.name, _WHOLE_NAME) or words.t("Without a segment"), part.nps) for part in parts]


def _funnel(slides: Slides) -> None:
    subject = slides.subject
    words = subject.words
    found = funnel_of(subject.project, subject.journey)
    if not found.counts:
        return
    stages = [stage for stage in STAGES if stage in found.counts]
    names = [terms.funnel_stage(stage, words) for stage in stages]
    told = [f"{name}: {words.number(found.counts[stage])}" for name, stage in zip(names, stages, strict=True)]
    plan = ChartPlan(
        "bars",
        names,
        [Series(words.t("People"), [float(found.counts[stage]) for stage in stages], "edge.goal")],
        "#,##0",
        words.t("Sales funnel"),
        ", ".join(told),
        0.0,
    )
    said = list(sentences(found, words))
    _chart(slides, words.t("Sales funnel"), said, [plan], "\n".join((*told, *said)))


def _kpis(slides: Slides) -> None:
    subject = slides.subject
    words = subject.words
    rows = map_rows(subject.project, subject.journey)
    if not rows:
        return
    said = list(kpis.sentences(rows, words))
    related = [row for row in rows if row.target is not None and row.actual is not None and row.target > 0]
    # The longest bar would look best, and be worst.
    lower = [row for row in related if row.better == "lower"]
    related = [row for row in related if row.better != "lower"]
    if lower:
        said.insert(0, _left_out(lower, words))
    if related:
        names = [_short(kpis.kpi_name(row, words), _WHOLE_NAME) for row in related]
        shares = [round(100 * (row.actual or 0) / (row.target or 1), 1) for row in related]
        told = [f"{name}: {words.percent(share)}" for name, share in zip(names, shares, strict=True)]
        plan = ChartPlan(
            "bars",
            names,
            [Series(words.t("Actual in per cent of the target"), shares, "edge.goal")],
            '0"\u202f%"' if words.language == "de" else '0"%"',
            words.t("KPIs"),
            ", ".join(told),
            _lowest(shares),
        )
        title = words.t("KPIs: actual in per cent of the target")
        _chart(slides, title, said, [plan], "\n".join((*told, *said)))
    _kpi_table(slides, rows)


def _lowest(shares: list[float]) -> float:
    """Where the axis begins: with a bar below nought, there is room for its number before the names."""
    least = min(0.0, *shares)
    return least - _NUMBER_ROOM * (max(0.0, *shares) - least) if least < 0 else 0.0


def _left_out(some: list[Row], words: Texts) -> str:
    """Which KPIs only the table has."""
    names = ", ".join(_short(kpis.kpi_name(row, words), _LEFT_OUT_NAME) for row in some[:_MOST_LEFT_OUT])
    more = len(some) - _MOST_LEFT_OUT
    if more > 0:
        names = f"{names} {words.tn('and {n} more', 'and {n} more', more)}"
    return words.t("Not in the chart, because lower is better: {names}.", names=names)


def _kpi_table(slides: Slides, rows: tuple[Row, ...]) -> None:
    words, project = slides.subject.words, slides.subject.project
    head = (words.t("KPI"), words.t("Of"), words.t("Actual"), words.t("Target"), words.t("Status"), words.t("Source"))
    cells = [
        (
            kpis.kpi_name(row, words),
            _place(place_name(row, project)),
            "–" if row.actual is None else words.figure(row.actual, row.unit),
            "–" if row.target is None else words.figure(row.target, row.unit),
            terms.kpi_status(row.status or row.verdict, words),
            " ".join(filter(None, (row.source, words.day(row.date) if row.date else ""))),
        )
        for row in rows
    ]
    box = Box(MARGIN, _TOP, WIDTH - 2 * MARGIN, _BOTTOM - _TOP)
    shares, numbers = (3.0, 2.6, 1.2, 1.2, 1.2, 2.6), (2, 3)
    while cells:
        title = words.t("KPIs")
        plan = TablePlan(title, words.t("KPIs with target and actual"), head, cells, shares, numbers)
        size = next((one for one in _CELLS if rows_that_fit(plan, box, one) == len(cells)), _CELLS[0])
        count = rows_that_fit(plan, box, size)
        plan = plan._replace(rows=cells[:count])
        told = "\n".join(" · ".join(filter(None, row)) for row in plan.rows)
        slide, _ink = slides.add_with_slide(title, told)
        add_table(slide, box, plan, size, slides.theme, slides.deck.language)
        cells = cells[count:]


def _place(found: tuple[str, int]) -> str:
    name, number = found
    return f"{number} {name}" if number else name


def _chart(slides: Slides, title: str, said: list[str], plans: list[ChartPlan], notes: str) -> None:
    """A slide with some sentences above and charts side by side below them."""
    slide, ink = slides.add_with_slide(title, notes)
    room = WIDTH - 2 * MARGIN
    y = _TOP
    for sentence in said[:_MOST_SAID]:
        shown = cut(one_line(sentence), "regular", _SAID, room, 2)
        height = lines_of(shown, "regular", _SAID, room) * _SAID * _SAID_LINE
        ink.box(Box(MARGIN, y, room, height), [ink.run(shown, _SAID, line=_SAID * _SAID_LINE)])
        y += height
    y += 10.0
    gap = 24.0
    width = (room - gap * (len(plans) - 1)) / len(plans)
    for i, plan in enumerate(plans):
        add_chart(slide, Box(MARGIN + i * (width + gap), y, width, _BOTTOM - y), plan, slides.theme)


def _short(name: str, most: int = _NAME) -> str:
    flat = one_line(name[: 4 * most])
    return flat if len(flat) <= most else flat[: most - 1].rstrip() + "…"

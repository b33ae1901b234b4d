"""Native charts and tables: their numbers can be changed in the office program."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final, NamedTuple
from xml.sax.saxutils import quoteattr

from pptx.chart.data import CategoryChartData, XyChartData
from pptx.chart.datalabel import DataLabels
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.oxml import parse_xml
from pptx.slide import Slide
from pptx.util import Emu, Pt

from cjeditor.export.plain_text import one_line
from cjeditor.export.pptx.fitting import cut, lines_of, spans
from cjeditor.export.pptx.shapes import EMU, Box, Run, paragraphs
from cjeditor.layout.measure import text_width
from cjeditor.layout.primitives import Face
from cjeditor.layout.theme import Theme

_TEXT: Final = 12
"""Points of a chart's texts."""
_DRAWING: Final = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_CHARTS: Final = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_CHART: Final = f'xmlns:c="{_CHARTS}"'
_WHOLE: Final = '+0;"\u2212"0;0'
_TENTHS: Final = '+0.0;"\u2212"0.0;0'
"""Numbers with their sign; office programs want letters that are no sign of theirs in quotes."""
_ROOM: Final = 3.0
"""Emotions to either side of nought that a curve has room for: two, and their numbers beyond."""
_WHOLE_AREA: Final = (
    f'<c:layout {_CHART}><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
    '<c:x val="0"/><c:y val="0"/><c:w val="1"/><c:h val="1"/></c:manualLayout></c:layout>'
)
_TEXT_PIXELS: Final = _TEXT / 0.75
_TEXT_LINE: Final = _TEXT_PIXELS * 1.25
_NAMES: Final = 0.38
"""The most of a chart's width that the names of bars take; longer ones have more lines."""
_NAMES_GAP: Final = 16.0
_LEGEND: Final = 0.1
_MOST_NAME_LINES: Final = 4
_MOST_LABELS: Final = 60
"""Of more points the numbers would lie over each other; they stand in the chart's own table."""
_BARS_AREA: Final = (
    f'<c:layout {_CHART}><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
    '<c:x val="{left}"/><c:y val="0.01"/><c:w val="{width}"/><c:h val="{height}"/></c:manualLayout></c:layout>'
)
_CELL: Final = 5.0
_CELL_LINE: Final = 1.25
_LONGEST_NAME: Final = 60


class Series(NamedTuple):
    """A row of numbers in a colour of the theme; None leaves a gap."""

    name: str
    values: Sequence[float | None]
    style: str


class ChartPlan(NamedTuple):
    """What a chart shows.

    Attributes:
        kind: `line`, `bars` (lying, one below the other) or `shares` (lying, stacked).
        categories: what the numbers are of.
        series: the numbers.
        number_format: as office programs write it.
        name: of the chart in lists of shapes.
        about: the chart in words, for those who cannot see it.
        lowest: of the axis; None leaves it to the program.
        highest: of the axis.
    """

    kind: str
    categories: Sequence[str]
    series: Sequence[Series]
    number_format: str
    name: str
    about: str
    lowest: float | None = None
    highest: float | None = None


class CurvePlan(NamedTuple):
    """An emotion curve over columns of equal width.

    Attributes:
        points: places, in columns from the left edge of the first, and emotions.
        columns: how many there are, side by side over the whole width of the chart.
        name: of the chart in lists of shapes.
        about: the chart in words, for those who cannot see it.
        numbered: whether each point has its number beside it.
    """

    points: Sequence[tuple[float, float]]
    columns: int
    name: str
    about: str
    numbered: bool


_KINDS: Final = {
    "line": XL_CHART_TYPE.LINE_MARKERS,
    "bars": XL_CHART_TYPE.BAR_CLUSTERED,
    "shares": XL_CHART_TYPE.BAR_STACKED,
}


def signed(values: Iterable[float]) -> str:
    """The format that shows numbers with their signs, and tenths where there are some."""
    return _WHOLE if all(value == int(value) for value in values) else _TENTHS


def add_chart(slide: Slide, box: Box, plan: ChartPlan, theme: Theme) -> None:
    """Put a chart on a slide."""
    data: Any = CategoryChartData(number_format=plan.number_format)  # type: ignore[no-untyped-call]  # half annotated
    room = _room_for_names(plan, box)
    data.categories = [_category(name, plan, box, room) or "–" for name in plan.categories]
    for one in plan.series:
        data.add_series(one_line(one.name)[:_LONGEST_NAME], list(one.values))
    x, y, width, height = (Emu(round(length * EMU)) for length in box)
    frame: Any = slide.shapes.add_chart(_KINDS[plan.kind], x, y, width, height, data)
    _describe(frame, plan.name, plan.about)
    chart = frame.chart
    chart.font.size = Pt(_TEXT)
    chart.font.color.rgb = _rgb(theme, "text")
    chart.has_title = False
    chart.has_legend = len(plan.series) > 1
    if chart.has_legend:
        chart.legend.position = XL_LEGEND_POSITION.BOTTOM
        chart.legend.include_in_layout = False
    if plan.kind != "line":
        _place_bars(chart, (room + _NAMES_GAP) / box.width)
    for gaps in chart._chartSpace.iter(f"{{{_CHARTS}}}dispBlanksAs"):  # noqa: SLF001  no other door
        gaps.set("val", "span")  # the curve goes on over touchpoints that nobody rated
    _dress_axes(chart, plan, theme)
    _dress_series(chart, plan, theme)


def _room_for_names(plan: ChartPlan, box: Box) -> float:
    """How wide the names beside lying bars are set: in one line, or as many as it takes."""
    widest = max(text_width(one_line(name), "regular", _TEXT_PIXELS) for name in plan.categories)
    return min(_NAMES * box.width, widest + 2)


def _category(name: str, plan: ChartPlan, box: Box, room: float) -> str:
    """What a bar or a place of a line is called: of a bar as much as its row is high enough for."""
    if plan.kind == "line":
        return one_line(name)[:_LONGEST_NAME]
    row = box.height * (1 - _LEGEND) / len(plan.categories)
    most = max(1, min(_MOST_NAME_LINES, int(row // _TEXT_LINE)))
    shown = cut(one_line(name), "regular", _TEXT_PIXELS, room, most)
    # Broken by us: beside bars below nought not every program breaks names.
    return "\n".join(shown[line.start : line.end] for line in spans(shown, "regular", _TEXT_PIXELS, room))


def _place_bars(chart: Any, left: float) -> None:
    """Leave so much of the width to the names of bars: programs share it out differently, and narrower."""
    area = chart._chartSpace.chart.plotArea  # noqa: SLF001  no other door
    for layout in area.findall(f"{{{_CHARTS}}}layout"):
        area.remove(layout)
    high = 0.98 - (_LEGEND if chart.has_legend else 0.0)
    area.insert(0, parse_xml(_BARS_AREA.format(left=f"{left:.4f}", width=f"{0.98 - left:.4f}", height=f"{high:.4f}")))


def add_curve(slide: Slide, box: Box, plan: CurvePlan, theme: Theme) -> None:
    """Put an emotion curve on a slide, as wide as its box: its points stand below the columns that they belong to."""
    line = _as_plan(plan)
    data: Any = XyChartData(number_format=line.number_format)  # type: ignore[no-untyped-call]  # half annotated
    series = data.add_series(plan.name)
    for place, emotion in plan.points:
        series.add_data_point(round(place, 3), emotion)
    x, y, width, height = (Emu(round(length * EMU)) for length in box)
    frame: Any = slide.shapes.add_chart(XL_CHART_TYPE.XY_SCATTER_LINES, x, y, width, height, data)
    _describe(frame, plan.name, plan.about)
    chart = frame.chart
    chart.font.size = Pt(_TEXT)
    chart.font.color.rgb = _rgb(theme, "text")
    chart.has_title = chart.has_legend = False
    across, up = chart.category_axis, chart.value_axis
    across.minimum_scale, across.maximum_scale, across.major_unit = 0, plan.columns, 1
    up.minimum_scale, up.maximum_scale, up.major_unit = -_ROOM, _ROOM, _ROOM
    for axis in (across, up):
        axis.has_major_gridlines = True
        axis.major_gridlines.format.line.color.rgb = _rgb(theme, "rule")
        axis.tick_label_position, axis.major_tick_mark = XL_TICK_LABEL_POSITION.NONE, XL_TICK_MARK.NONE
        axis.format.line.fill.background()
    across.format.line.color.rgb = _rgb(theme, "rule.strong")  # it crosses at nought
    drawn = chart.plots[0].series[0]
    if plan.numbered:
        _label(DataLabels(drawn._element.get_or_add_dLbls()), line)  # type: ignore[no-untyped-call]  # noqa: SLF001  half annotated, no other door
        _turn_labels(drawn, line.series[0].values, line)
    _draw_line(drawn, _rgb(theme, "primary"))
    area = chart._chartSpace.chart.plotArea  # noqa: SLF001  no other door
    for layout in area.findall(f"{{{_CHARTS}}}layout"):
        area.remove(layout)
    area.insert(0, parse_xml(_WHOLE_AREA))


def _as_plan(plan: CurvePlan) -> ChartPlan:
    """The same as a line, of which the labels know how to turn."""
    values = [emotion for _place, emotion in plan.points]
    series = [Series(plan.name, values, "primary")]
    return ChartPlan("line", [], series, signed(values), plan.name, plan.about, -_ROOM)


def _draw_line(drawn: Any, colour: Any) -> None:
    drawn.smooth = False
    drawn.format.line.color.rgb = colour
    drawn.format.line.width = Pt(2.25)
    drawn.marker.format.fill.solid()
    drawn.marker.format.fill.fore_color.rgb = colour
    drawn.marker.format.line.color.rgb = colour


def _dress_axes(chart: Any, plan: ChartPlan, theme: Theme) -> None:
    values, categories = chart.value_axis, chart.category_axis
    values.minimum_scale, values.maximum_scale = plan.lowest, plan.highest
    values.major_gridlines.format.line.color.rgb = _rgb(theme, "rule")
    values.format.line.fill.background()
    values.tick_labels.number_format, values.tick_labels.number_format_is_linked = plan.number_format, False
    categories.format.line.color.rgb = _rgb(theme, "rule.strong")
    categories.has_major_gridlines = False
    # The names stand at the edge, not across bars and points below nought.
    categories.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    if plan.kind != "line":
        categories.reverse_order = True
        values.visible = False
        values.has_major_gridlines = False


def _dress_series(chart: Any, plan: ChartPlan, theme: Theme) -> None:
    plot = chart.plots[0]
    if plan.kind != "line":
        plot.gap_width = 45
    for drawn, one in zip(plot.series, plan.series, strict=True):
        colour = _rgb(theme, one.style)
        if len(plan.categories) <= _MOST_LABELS:
            _label(drawn.data_labels, plan)
        if plan.kind == "line":
            _draw_line(drawn, colour)
            if len(plan.categories) <= _MOST_LABELS:
                _turn_labels(drawn, one.values, plan)
        else:
            drawn.invert_if_negative = False
            drawn.format.fill.solid()
            drawn.format.fill.fore_color.rgb = colour


def _label(labels: Any, plan: ChartPlan) -> None:
    """The numbers of a series beside its points or bars."""
    labels.show_value = True
    labels.number_format, labels.number_format_is_linked = plan.number_format, False
    labels.font.size = Pt(_TEXT)
    if plan.kind == "line":
        labels.position = XL_LABEL_POSITION.ABOVE
    elif plan.kind == "shares":
        labels.font.color.rgb = _colour("#FFFFFF")
    else:
        labels.position = XL_LABEL_POSITION.OUTSIDE_END


def _turn_labels(drawn: Any, values: Sequence[float | None], plan: ChartPlan) -> None:
    """Below nought the numbers stand below their points, or beside those on the lowest line: not on the curve."""
    for i, value in enumerate(values):
        if value is None or value >= 0:
            continue
        label = drawn.points[i].data_label
        label.font.size = Pt(_TEXT)
        lowest = plan.lowest is not None and value <= plan.lowest + 0.25
        label.position = XL_LABEL_POSITION.RIGHT if lowest else XL_LABEL_POSITION.BELOW
        # python-pptx writes no format for a single label.
        number_format = f'<c:numFmt {_CHART} formatCode={quoteattr(plan.number_format)} sourceLinked="0"/>'
        label._dLbl.insert(1, parse_xml(number_format))  # noqa: SLF001  no other door


class TablePlan(NamedTuple):
    """A table: its head, its rows, how wide its columns are relative to each other, and which hold numbers."""

    name: str
    about: str
    head: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]
    shares: tuple[float, ...]
    numbers: tuple[int, ...] = ()


def rows_that_fit(plan: TablePlan, box: Box, size: float) -> int:
    """How many of the rows go into a box, the head above them; at least one."""
    left = box.height - _row_height(plan.head, plan, box.width, size, "bold")
    for i, row in enumerate(plan.rows):
        left -= _row_height(row, plan, box.width, size, "regular")
        if left < 0:
            return max(1, i)
    return len(plan.rows)


def add_table(slide: Slide, box: Box, plan: TablePlan, size: float, theme: Theme, language: str) -> None:
    """Put a table on a slide, as high as its rows."""
    heights = [_row_height(plan.head, plan, box.width, size, "bold")]
    heights += [_row_height(row, plan, box.width, size, "regular") for row in plan.rows]
    x, y, across, down = (Emu(round(length * EMU)) for length in (box.x, box.y, box.width, sum(heights)))
    frame: Any = slide.shapes.add_table(len(heights), len(plan.head), x, y, across, down)
    _describe(frame, plan.name, plan.about)
    table = frame.table
    table.horz_banding = False
    for i, width in enumerate(_widths(plan, box.width)):
        table.columns[i].width = Emu(round(width * EMU))
    for number, (row, height) in enumerate(zip((plan.head, *plan.rows), heights, strict=True)):
        table.rows[number].height = Emu(round(height * EMU))
        for column, text in enumerate(row):
            shown = _shown(text, plan, column, box.width, size, "bold" if number == 0 else "regular")
            run = Run(
                shown,
                size,
                theme.colour("on.primary" if number == 0 else "text"),
                bold=number == 0,
                line=size * _CELL_LINE,
                align="r" if column in plan.numbers else "l",
            )
            _fill(table.cell(number, column), run, theme.colour("primary" if number == 0 else "card"), language)


_MOST_LINES: Final = 6


def _shown(text: str, plan: TablePlan, column: int, width: float, size: float, face: Face) -> str:
    room = _widths(plan, width)[column] - 2 * _CELL
    return cut(one_line(text), face, size, room, _MOST_LINES)


def _row_height(row: tuple[str, ...], plan: TablePlan, width: float, size: float, face: Face) -> float:
    rooms = [one - 2 * _CELL for one in _widths(plan, width)]
    lines = [
        lines_of(_shown(text, plan, i, width, size, face), face, size, room)
        for i, (text, room) in enumerate(zip(row, rooms, strict=True))
    ]
    return max(lines) * size * _CELL_LINE + 2 * _CELL


def _widths(plan: TablePlan, width: float) -> list[float]:
    whole = sum(plan.shares)
    return [width * share / whole for share in plan.shares]


def _fill(cell: Any, run: Run, ground: str, language: str) -> None:
    margin = Emu(round(_CELL * EMU))
    cell.margin_left = cell.margin_right = cell.margin_top = cell.margin_bottom = margin
    cell.fill.solid()
    cell.fill.fore_color.rgb = _colour(ground)
    body = cell.text_frame._txBody  # noqa: SLF001  for a language at each run
    for paragraph in body.p_lst:
        body.remove(paragraph)
    body.append(parse_xml(paragraphs([run], language).replace("<a:p>", f"<a:p {_DRAWING}>", 1)))


def _describe(frame: Any, name: str, about: str) -> None:
    properties = frame._element.nvGraphicFramePr.cNvPr  # noqa: SLF001  python-pptx knows no alternative text
    properties.set("name", one_line(name)[:_LONGEST_NAME])
    properties.set("descr", one_line(about)[:2_000])


def _rgb(theme: Theme, style: str) -> Any:
    return _colour(theme.colour(style))


def _colour(colour: str) -> Any:
    """A colour `#rrggbb` as python-pptx has it."""
    return RGBColor.from_string(colour.removeprefix("#").upper())  # type: ignore[no-untyped-call]  # half annotated

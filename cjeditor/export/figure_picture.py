"""The charts of a figure as a picture of their own, SVG or PNG, on a white ground."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from cjeditor.export import glyphs
from cjeditor.export.picture import SUFFIXES, Picture
from cjeditor.export.problems import ExportRefused
from cjeditor.export.progress import Cancelled, Progress, check, never, silent
from cjeditor.export.svg import svg_of
from cjeditor.export.target import check_target, replacing
from cjeditor.export.typeset import Style, line_of
from cjeditor.export.views import Placed, View
from cjeditor.layout.breaking import elide
from cjeditor.layout.charts.chart import Chart
from cjeditor.layout.primitives import Rect
from cjeditor.model.problem import Problem

_MARGIN = 20.0
_TITLE = Style("bold", 16.0, 24.0)
_GAP = 20.0


def picture_of(charts: Sequence[Chart], title: str, description: str) -> Picture:
    """Charts one below the other under a title; `description` says in words what they tell."""
    inner = max(chart.width for chart in charts)
    y = _MARGIN + _TITLE.line + 8
    placed = []
    for chart in charts:
        placed.append(Placed(_MARGIN, y, chart.shapes))
        y += chart.height + _GAP
    width, height = inner + 2 * _MARGIN, y - _GAP + _MARGIN
    heading = line_of(elide(title, _TITLE.face, _TITLE.size, inner), _TITLE, _MARGIN, _MARGIN)
    ground = Placed(0, 0, [Rect(0, 0, width, height, fill="canvas"), heading])
    return Picture(width, height, (View([ground, *placed]),), title, description, {})


def write_charts(
    charts: Sequence[Chart],
    title: str,
    description: str,
    path: Path,
    progress: Progress = silent,
    cancelled: Cancelled = never,
) -> tuple[Problem, ...]:
    """Draw charts into `path`, completely or not at all; its suffix says whether as SVG or as PNG.

    Returns:
        What could not be drawn as it stands in the project.

    Raises:
        ExportRefused: another suffix, the file cannot be written, or a PNG would be too large.
        ExportCancelled: `cancelled` said so; nothing was written.
    """
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        known = ", ".join(SUFFIXES)
        raise ExportRefused(path, Problem("export-suffix-unknown", params={"suffix": path.suffix, "known": known}))
    check_target(path)
    picture = picture_of(charts, title, description)
    check(cancelled)
    with replacing(path) as temporary:
        if suffix == ".svg":
            temporary.write_text(svg_of(picture), encoding="utf-8")
            lost: tuple[Problem, ...] = ()
        else:
            # Imported here: it loads reportlab and pypdfium2, which an SVG does not need.
            from cjeditor.export.png import write_png  # noqa: PLC0415

            lost = glyphs.loss(write_png(picture, temporary, path, lambda: check(cancelled)))
        check(cancelled)
    progress(1, 1)
    return lost

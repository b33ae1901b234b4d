"""The first page of a poster in sheets: how they are put together."""

from __future__ import annotations

from cjeditor.export.legibility import reading_distance
from cjeditor.export.pdf.sheets import Bookmark, Frame, Sheet
from cjeditor.export.posters.options import MM, PosterOptions, called
from cjeditor.export.posters.planning import Planned
from cjeditor.export.tiling import Tile, Tiling
from cjeditor.export.typeset import BODY, HEADING, LEAD, META, Piece, Style, bullet, line_of, paragraph, space
from cjeditor.layout.measure import text_width
from cjeditor.layout.primitives import Line, Primitive, Rect, moved
from cjeditor.texts import Texts

_RULER = 100.0 * MM
_GAP = 14.0
_NAME_SIZES = (16.0, 13.0, 11.0, 9.0, 8.0)
_SMALLEST_CARD = 0.8
"""Points: smaller boxes are left out of the small picture."""


def assembly_plan(page: Frame, planned: Planned, options: PosterOptions, words: Texts) -> Sheet:
    """What to print, cut and glue, with a small picture of the sheets in their places."""
    cut = planned.tiling
    sheet = Sheet(bookmarks=[Bookmark(words.t("Assembly plan"), 0)], bare=True, size=planned.paper)
    if cut is None:
        return sheet
    y = page.left
    for piece in (*_said(page, planned, cut, options, words), space(_GAP)):
        sheet.shapes += moved(piece.shapes, page.left, y)
        y += piece.height
    ruler_top = page.height - page.left - 22.0
    sheet.shapes += _small_picture(planned, cut, page.left, y, page.inner_width, ruler_top - _GAP - y)
    sheet.shapes += _ruler(page.left, ruler_top, words)
    return sheet


def _said(page: Frame, planned: Planned, cut: Tiling, options: PosterOptions, words: Texts) -> list[Piece]:
    """Heading, size, and what to do, step by step."""
    width, language = page.inner_width, words.language
    size = {"width": words.number(round(planned.size[0] / MM)), "height": words.number(round(planned.size[1] / MM))}
    sheets = words.tn(
        "{n} sheet {paper}, together {width} × {height} mm",
        "{n} sheets {paper}, together {width} × {height} mm",
        planned.sheets,
        paper=called(options.tile) if options.tile is not None else "",
        **size,
    )
    letters = words.t(
        "Smallest letters {points} pt, to be read from {metres} m",
        points=words.number(round(planned.smallest, 1)),
        metres=words.number(round(reading_distance(planned.smallest), 1)),
    )
    steps = [words.t("Print at 100% (“actual size”), not fitted to the page. The line below is 100 mm long then.")]
    if cut.columns > 1 or cut.rows > 1:
        steps += [
            words.t("Cut each sheet along the marks at its left and upper edge, where another sheet lies beside it."),
            words.t(
                "Lay the sheets out by their names: rows have letters, columns numbers; arrows lead to neighbours."
            ),
        ]
    if options.overlap:
        steps.append(
            words.t(
                "Glue each sheet onto the strip of {overlap} mm beside the marks of the one before it.",
                overlap=words.number(round(options.overlap, 1)),
            )
        )
    else:
        steps.append(words.t("Hang the sheets edge to edge."))
    pieces = [*paragraph(words.t("Assembly plan"), HEADING, width, language), space(2)]
    pieces += [*paragraph(planned.composed.title, LEAD, width, language, max_lines=1), space(6)]
    pieces += [*paragraph(f"{sheets}. {letters}.", BODY, width, language), space(6)]
    for step in steps:
        pieces += bullet(step, BODY, width, language)
    return pieces


def _small_picture(planned: Planned, cut: Tiling, x: float, y: float, width: float, height: float) -> list[Primitive]:
    """The poster as boxes for phases and cards, as large as fits, with its sheets and their names."""
    k = min(width / cut.width, height / cut.height)
    left = x + (width - cut.width * k) / 2
    shapes: list[Primitive] = []
    for tile in cut.tiles:
        shapes += _boxes(planned, cut, tile, left, y, k)
    for tile in cut.tiles:
        box = Rect(
            left + tile.x * k, y + tile.y * k, tile.width * k, tile.height * k, stroke="primary", stroke_width=0.8
        )
        shapes.append(box)
        shapes += _named(tile, box)
    return shapes


def _boxes(planned: Planned, cut: Tiling, tile: Tile, left: float, top: float, k: float) -> list[Primitive]:
    """Phases and cards of one sheet: those that begin on it, so that each is drawn once."""
    composed = planned.composed
    across, down = [0.0, *cut.across, composed.width], [0.0, *cut.down, composed.height]
    x0, x1 = across[tile.column], across[tile.column + 1]
    y0, y1 = down[tile.row], down[tile.row + 1]
    dx = tile.x + tile.width - (x1 - x0) - x0
    dy = tile.y + tile.height - (y1 - y0) - y0
    shapes: list[Primitive] = []
    if tile.row == 0:
        for box in composed.arrangement.phases:
            start, end = max(x0, composed.left + box.x), min(x1, composed.left + box.x + box.width)
            if end > start:
                at = composed.top - composed.arrangement.header_height
                height = composed.arrangement.header_height
                shapes.append(
                    Rect(
                        left + (start + dx) * k, top + at * k, (end - start) * k, height * k, f"tint:{box.phase.colour}"
                    )
                )
    for card in composed.cards:
        if x0 <= card.left < x1 and y0 <= card.top < y1 and (card.bottom - card.top) * k > _SMALLEST_CARD:
            width, height = (card.right - card.left) * k, (card.bottom - card.top) * k
            shapes.append(Rect(left + (card.left + dx) * k, top + (card.top + dy) * k, width, height, "band"))
    return shapes


def _named(tile: Tile, box: Rect) -> list[Primitive]:
    """The sheet's name in the middle of its box, as large as fits."""
    fitting = (s for s in _NAME_SIZES if text_width(tile.name, "bold", s) < box.width - 6 and s * 1.3 < box.height - 2)
    size = next(fitting, 0.0)
    if not size:
        return []
    style = Style("bold", size, size * 1.3, "primary")
    width = text_width(tile.name, style.face, size)
    x, y = box.x + (box.width - width) / 2, box.y + (box.height - style.line) / 2
    return [Rect(x - 4, y, width + 8, style.line, fill="canvas", radius=3), line_of(tile.name, style, x, y)]


def _ruler(x: float, y: float, words: Texts) -> list[Primitive]:
    """A line to measure whether the printer kept the size."""
    ticks = [Line(at, y - 4, at, y + 4, "text", 0.8) for at in (x, x + _RULER / 2, x + _RULER)]
    said = words.t("100 mm: measure it to see whether the printer kept the size")
    return [Line(x, y, x + _RULER, y, "text", 0.8), *ticks, line_of(said, META, x, y + 6)]

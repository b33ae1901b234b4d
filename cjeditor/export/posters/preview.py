"""A poster to be looked at before it is written: drawn by what writes it, so that it cannot look otherwise."""

from __future__ import annotations

import io

from cjeditor.export.brand import branded, with_logo
from cjeditor.export.content import Content
from cjeditor.export.pdf.painter import PdfPainter
from cjeditor.export.pdf.printing import print_sheet
from cjeditor.export.pdf.sheets import Ends, Frame, Sheet
from cjeditor.export.pdf.writer import PdfWriter
from cjeditor.export.posters.options import PosterOptions
from cjeditor.export.posters.planning import Planned
from cjeditor.export.posters.windows import patches, shown
from cjeditor.export.rendering import Pixels, pixels_of
from cjeditor.export.tiling import Tile
from cjeditor.export.views import View
from cjeditor.layout.theme import on_paper
from cjeditor.model.pictures import by_sum

_PAGE = 1_000.0
"""Points: the long side of the page that stands for the poster, whose own may be larger than a page can be."""


def picture_of(poster: Planned, subject: Content, options: PosterOptions, longest: int) -> Pixels:
    """What is printed of a poster, put together, its long side `longest` pixels. Takes some tenths of a second."""
    width, height = (side / poster.scale for side in poster.size)
    scale = _PAGE / max(width, height)
    sheet = Sheet(views=_views(poster, subject, scale, (width, height)), bare=True)
    frame = Frame(width * scale, height * scale, 1.0, Ends(""), "", Ends(""))
    out = io.BytesIO()
    writer = PdfWriter(out, language=subject.words.language, date=options.date)
    theme = branded(on_paper(grey=options.grey), options.brand)
    painter = PdfPainter(writer, theme, with_logo(by_sum(subject.project), options.brand))
    print_sheet(sheet, frame, 1, 1, writer, painter)
    writer.save()
    return pixels_of(out.getvalue(), longest / _PAGE)


def _views(poster: Planned, subject: Content, scale: float, size: tuple[float, float]) -> list[View]:
    if poster.tiling is not None:
        all_of_it = Tile(0, 0, 0.0, 0.0, size[0], size[1], 0.0, 0.0)
        return shown(patches(poster.composed, poster.tiling, subject.words), all_of_it, (0.0, 0.0), scale)
    return [
        view._replace(x=view.x * scale, y=view.y * scale, scale=view.scale * scale) for view in poster.composed.views
    ]

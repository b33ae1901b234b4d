"""A picture of a whole map, with its title and legend, as SVG or PNG."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from cjeditor import texts
from cjeditor.export import glyphs
from cjeditor.export.audience import for_audience
from cjeditor.export.brand import Brand, branded, logo_image, with_logo
from cjeditor.export.content import Content, content
from cjeditor.export.grey_pictures import all_in_grey
from cjeditor.export.legend import short_legend
from cjeditor.export.map_in_words import map_tag
from cjeditor.export.options import AS_IT_IS, PictureOptions
from cjeditor.export.problems import ExportRefused
from cjeditor.export.progress import Cancelled, Progress, check, never, silent
from cjeditor.export.svg import svg_of
from cjeditor.export.target import check_target, replacing
from cjeditor.export.typeset import META, Style, line_of
from cjeditor.export.views import Placed, View, map_views
from cjeditor.layout.arrange import arrange
from cjeditor.layout.breaking import elide
from cjeditor.layout.metrics import SMALLEST_TEXT
from cjeditor.layout.primitives import Primitive, Rect, moved
from cjeditor.layout.theme import on_paper
from cjeditor.layout.whole_map import draw_map
from cjeditor.model.lookup import map_of
from cjeditor.model.pictures import by_sum
from cjeditor.model.problem import Problem
from cjeditor.model.project import Asset, Project

SUFFIXES = (".svg", ".png")

_MARGIN = 28.0
_TITLE = Style("bold", 20.0, 28.0, "heading")
_LINE = Style("regular", 11.0, 16.0, "secondary")
_HEAD = 62.0
_FOOT = 24.0
_LOGO_SHARE, _LOGO_HEIGHT = 0.2, 46.0
"""Of the width inside the margins, and pixels."""
_BESIDE_LOGO = 24.0
_BAR_TOP, _BAR_HEIGHT = 51.0, 3.0
"""The bar in the colour of a brand, between the heading and the map."""
_NARROWEST = 560.0
_LEGEND_SCALE = SMALLEST_TEXT / META.size
"""On paper it is set in points: here as large as the smallest text of the map."""


@dataclass(frozen=True, slots=True)
class Picture:
    """Views on a ground of `width` × `height` pixels; `title` and `description` tell those who cannot see it."""

    width: float
    height: float
    views: tuple[View, ...]
    title: str
    description: str
    pictures: Mapping[str, Asset]
    """The project's, by their sum."""
    language: str = ""
    """Of its texts; empty where it is not known."""


def write_picture(
    project: Project,
    map_id: str,
    path: Path,
    progress: Progress = silent,
    cancelled: Cancelled = never,
    *,
    options: PictureOptions = AS_IT_IS,
) -> tuple[Problem, ...]:
    """Draw a map into `path`, completely or not at all; its suffix says whether as SVG or as PNG.

    Args:
        project: the project; it is not changed.
        map_id: which of its maps.
        path: the file to write; an existing one is replaced.
        progress: called as the work goes on.
        cancelled: asked now and then whether to stop.
        options: how wide a PNG is, what lies behind the picture, for whom it is, in which language and colours.

    Returns:
        What could not be drawn as it stands in the project.

    Raises:
        ExportRefused: another suffix, the file cannot be written, or a PNG would be too large.
        ExportCancelled: `cancelled` said so; nothing was written.
        EditRefused: the project has no such map.
    """
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        known = ", ".join(SUFFIXES)
        raise ExportRefused(path, Problem("export-suffix-unknown", params={"suffix": path.suffix, "known": known}))
    check_target(path)
    words = texts.of(options.language or project.language)
    seen = for_audience(project, options.audience)
    subject = content(seen, map_of(seen, map_id), words, "", options.audience)
    picture = picture_of(subject, transparent=options.transparent, brand=options.brand)
    theme = branded(on_paper(grey=options.grey), options.brand)
    check(cancelled)
    progress(1, 3)
    with replacing(path) as temporary:
        if suffix == ".svg":
            shown = replace(picture, pictures=all_in_grey(picture.pictures)) if options.grey else picture
            temporary.write_text(svg_of(shown, theme), encoding="utf-8")
            lost: tuple[Problem, ...] = ()
        else:
            # Imported here: it loads reportlab and pypdfium2, which an SVG does not need.
            from cjeditor.export.png import write_png  # noqa: PLC0415

            lost = glyphs.loss(
                write_png(
                    picture,
                    temporary,
                    path,
                    lambda: check(cancelled),
                    width=options.width,
                    transparent=options.transparent,
                    theme=theme,
                )
            )
        check(cancelled)
        progress(2, 3)
    progress(3, 3)
    return lost


def picture_of(subject: Content, *, transparent: bool = False, brand: Brand | None = None) -> Picture:
    """Compose the picture of a map: a heading, the map at its natural size, the legend; with a ground or without.

    A brand adds its logo, a bar in its colour, and its words below the legend.
    """
    arrangement = arrange(subject.project, subject.journey.id, subject.words)
    drawing = draw_map(arrangement, subject.words)
    inner = max(drawing.width, _NARROWEST)
    legend = short_legend(subject, inner / _LEGEND_SCALE)
    legend_height = legend.height * _LEGEND_SCALE
    legend_top = _MARGIN + _HEAD + drawing.height + _FOOT
    foot_height, foot = _foot(brand, inner, legend_top + legend_height)
    width = inner + 2 * _MARGIN
    height = legend_top + legend_height + foot_height + _MARGIN
    title = " ".join(subject.title.split())
    about = _about(subject)
    furniture: list[Primitive] = [
        *([] if transparent else [Rect(0, 0, width, height, fill="canvas")]),
        *_head(title, about, inner, brand),
        *foot,
    ]
    if not arrangement.columns:
        furniture.append(line_of(subject.words.t("This map has no phases yet."), _LINE, _MARGIN, _MARGIN + _HEAD - 12))
    elif not arrangement.lanes:
        below = _MARGIN + _HEAD + drawing.height + 4
        furniture.append(line_of(subject.words.t("This map has no lanes yet."), _LINE, _MARGIN, below))
    views = (
        View([Placed(0, 0, furniture)]),
        *map_views(drawing, _MARGIN, _MARGIN + _HEAD, 1.0),
        View([Placed(0, 0, legend.shapes)], _MARGIN, legend_top, _LEGEND_SCALE),
    )
    said = map_tag(drawing, title, subject.words).said
    description = ". ".join(part for part in (about, said) if part)
    pictures = with_logo(by_sum(subject.project), brand)
    return Picture(width, height, views, title, description, pictures, subject.words.language)


def _head(title: str, about: str, inner: float, brand: Brand | None) -> list[Primitive]:
    """The heading in a line each, with the logo of a brand beside it."""
    found = brand.logo if brand is not None else None
    logo = logo_image(found, inner * _LOGO_SHARE, _LOGO_HEIGHT) if found is not None else None
    room = inner if logo is None else inner - logo.width - _BESIDE_LOGO
    shapes: list[Primitive] = [
        line_of(elide(title, _TITLE.face, _TITLE.size, room), _TITLE, _MARGIN, _MARGIN),
        line_of(elide(about, _LINE.face, _LINE.size, room), _LINE, _MARGIN, _MARGIN + _TITLE.line + 2),
    ]
    if logo is not None:
        shapes += moved((logo,), _MARGIN + inner - logo.width, _MARGIN)
    if brand is not None and (brand.primary or brand.accent):
        shapes.append(Rect(_MARGIN, _MARGIN + _BAR_TOP, inner, _BAR_HEIGHT, fill="accent"))
    return shapes


def _foot(brand: Brand | None, inner: float, top: float) -> tuple[float, list[Primitive]]:
    """The words of a brand below the legend, which ends at `top`, with the height that they take."""
    words = " ".join(brand.footer.split()) if brand is not None else ""
    if not words:
        return 0.0, []
    shown = line_of(elide(words, _LINE.face, _LINE.size, inner), _LINE, _MARGIN, top + _FOOT / 2)
    return _FOOT / 2 + _LINE.line, [shown]


def _about(subject: Content) -> str:
    """State, persona, version and owner in one line."""
    journey, words = subject.journey, subject.words
    persona = subject.persona.name if subject.persona is not None else ""
    version = words.t("version {version}", version=journey.version) if journey.version else ""
    parts = (subject.state, persona, version, journey.owner, subject.project.client)
    return " · ".join(" ".join(part.split()) for part in parts if part.strip())

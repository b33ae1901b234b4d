"""Writes a map as one page that stands for itself: map, table, phases and figures, with pictures and fonts in it."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from pathlib import Path
from typing import Final

import cjeditor
from cjeditor.export.asking import asked_for
from cjeditor.export.brand import Brand, branded
from cjeditor.export.content import Content
from cjeditor.export.grey_pictures import all_in_grey, asset_in_grey
from cjeditor.export.html.map_figure import Figure, map_figure
from cjeditor.export.html.markup import Palette, attributes_of, drawing, element, said, text
from cjeditor.export.html.print_sheets import Sheets, print_sheets
from cjeditor.export.html.sections import Section, about, figures, phases
from cjeditor.export.html.style import BASE, NAMED
from cjeditor.export.html.tables import map_table
from cjeditor.export.legend import short_legend
from cjeditor.export.options import PublishOptions
from cjeditor.export.plain_text import one_line
from cjeditor.export.progress import Cancelled, Progress, check, never, silent
from cjeditor.export.svg import definitions
from cjeditor.export.target import check_target, replacing
from cjeditor.export.typeset import META
from cjeditor.export.views import Placed, View
from cjeditor.export.web_fonts import FILES, font_faces
from cjeditor.layout.arrange import arrange
from cjeditor.layout.metrics import SMALLEST_TEXT
from cjeditor.layout.primitives import Primitive, scaled
from cjeditor.layout.theme import Theme, in_the_dark, on_paper
from cjeditor.layout.whole_map import draw_map
from cjeditor.model.pictures import by_sum, size_of
from cjeditor.model.problem import Problem
from cjeditor.model.project import Project
from cjeditor.texts import Texts

SUFFIX: Final = ".html"

_LEGEND_WIDTH: Final = 495.0
"""So much that it is not shrunk on an upright page."""
_LEGEND_SCALE: Final = SMALLEST_TEXT / META.size
"""On paper it is set in points: here as large as the smallest text of the map."""
_INFO_LENGTH: Final = 300
_TAGS: Final = re.compile(r"<[^>]*>")
_DEFINED: Final = re.compile(r"<path id=[^>]*/>|<clipPath id=.*?</clipPath>")


def write_page(
    project: Project,
    map_id: str,
    path: Path,
    options: PublishOptions,
    progress: Progress = silent,
    cancelled: Cancelled = never,
) -> tuple[Problem, ...]:
    """Write a map's page to `path`, completely or not at all. May run in a thread of its own.

    Args:
        project: the project; it is not changed.
        map_id: which of its maps.
        path: the file to write; an existing one is replaced.
        options: language, date, author, audience.
        progress: called as the work goes on.
        cancelled: asked now and then whether to stop.

    Returns:
        What could not be shown as it stands in the project: nothing, browsers find fonts for all.

    Raises:
        ExportRefused: the file cannot be written.
        ExportCancelled: `cancelled` said so; nothing was written.
        EditRefused: the project has no such map.
    """
    check_target(path)
    subject = asked_for(project, map_id, options)
    progress(1, 3)
    page = page_of(subject, options, cancelled)
    progress(2, 3)
    with replacing(path) as temporary:
        temporary.write_text(page, encoding="utf-8", newline="\n")
        check(cancelled)
    progress(3, 3)
    return ()


def page_of(subject: Content, options: PublishOptions, cancelled: Cancelled = never) -> str:
    """The page of a map, with the author, the brand and the colours of `options`. Raises `ExportCancelled`."""
    words, palette, brand = subject.words, Palette(), _shown_brand(options)
    drawn = draw_map(arrange(subject.project, subject.journey.id, words), words)
    pictures = by_sum(subject.project)
    pictures = all_in_grey(pictures) if options.grey else pictures
    figure = map_figure(drawn, subject, palette, pictures)
    check(cancelled)
    legend = short_legend(subject, _LEGEND_WIDTH)
    key_shapes = scaled(legend.shapes, _LEGEND_SCALE)
    key_size = (_LEGEND_WIDTH * _LEGEND_SCALE, (legend.height + 4) * _LEGEND_SCALE)
    key = drawing(key_shapes, *key_size, palette, {})
    sheets = print_sheets(subject, palette, pictures)
    check(cancelled)
    charts, chart_shapes = figures(subject, palette)
    check(cancelled)
    sections = [
        Section(
            "map",
            words.t("Map"),
            element("div", key, {"class": "legend"}) + _scrolled(figure.markup, subject) + sheets.markup,
        ),
        phases(subject),
        charts,
        Section("table", words.t("All cards"), map_table(subject)),
    ]
    shown = [one for one in sections if one is not None]
    body = _body(subject, shown, _symbols(figure, sheets, [*key_shapes, *chart_shapes]), brand)
    themes = [branded(theme(grey=options.grey), brand) for theme in (on_paper, in_the_dark)]
    style = _style(figure.rules, palette, set(_TAGS.sub("", body)), *themes)
    head = _head(subject, options.author, style)
    return f"<!DOCTYPE html>\n{element('html', head + body, {'lang': words.language})}\n"


def _shown_brand(options: PublishOptions) -> Brand | None:
    """The brand, with a grey logo on a page without colours."""
    brand = options.brand
    if brand is None or brand.logo is None or not options.grey:
        return brand
    return replace(brand, logo=asset_in_grey(brand.logo))


def _head(subject: Content, author: str, style: str) -> str:
    journey, words = subject.journey, subject.words
    # The only style is this one, and there is neither a script nor anything from elsewhere.
    allowed = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    policy = (
        f"default-src 'none'; style-src 'sha256-{allowed}'; img-src data:; font-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    kind = words.t("Customer journey map")
    meta = {
        "viewport": "width=device-width, initial-scale=1",
        "color-scheme": "light dark",
        "referrer": "no-referrer",
        "generator": f"cjeditor {cjeditor.__version__}",
        "author": one_line(author or journey.owner or subject.project.client)[:_INFO_LENGTH],
        "description": one_line(f"{kind}: {journey.key_finding or journey.scenario}")[:_INFO_LENGTH],
        "date": subject.date,
    }
    parts = ['<meta charset="utf-8">', f'<meta http-equiv="Content-Security-Policy" content="{policy}">']
    parts += [f'<meta name="{name}" content="{said(value)}">' for name, value in meta.items() if value]
    parts.append(element("title", said(one_line(subject.title)[:_INFO_LENGTH])))
    return element("head", "".join(parts) + f"<style>{style}</style>")


def _body(subject: Content, sections: list[Section], symbols: str, brand: Brand | None) -> str:
    words = subject.words
    skip = element("a", said(words.t("To the map as a table")), {"href": "#table", "class": "skip"})
    header = element("header", _logo(brand, words) + text("h1", subject.title) + about(subject))
    listed = "".join(element("li", element("a", said(one.title), {"href": f"#{one.key}"})) for one in sections)
    contents = element("nav", element("ul", listed), {"class": "contents", "aria-label": words.t("Contents")})
    main = "".join(
        element(
            "section",
            element("h2", said(one.title), {"id": f"{one.key}-title"}) + one.markup,
            {"id": one.key, "aria-labelledby": f"{one.key}-title"},
        )
        for one in sections
    )
    own = brand.footer if brand is not None else ""
    told = (own, subject.title, subject.day, words.t("made with cjeditor"))
    footer = element("footer", text("p", " · ".join(one_line(part) for part in told if part)))
    return element("body", skip + symbols + header + contents + element("main", main) + footer)


def _logo(brand: Brand | None, words: Texts) -> str:
    """The brand's logo as data within the page; nothing without one that can be shown."""
    logo = brand.logo if brand is not None else None
    if logo is None or size_of(logo) is None:
        return ""
    source = f"data:{logo.media_type};base64,{logo.data}"
    return f"<img{attributes_of({'class': 'logo', 'src': source, 'alt': words.t('Logo')})}>"


def _scrolled(markup: str, subject: Content) -> str:
    count = len(subject.journey.touchpoints) + len(subject.journey.notes)
    label = subject.words.tn("Map of {n} card, to be scrolled", "Map of {n} cards, to be scrolled", count)
    return element("div", markup, {"class": "scroll", "role": "region", "aria-label": label, "tabindex": "0"})


def _symbols(figure: Figure, sheets: Sheets, shapes: list[Primitive]) -> str:
    """What the drawings of the page refer to, each once."""
    own = definitions([*sheets.views, View([Placed(0, 0, shapes)])], {}, {})
    known = set(_DEFINED.findall(figure.definitions))
    others = [one for one in _DEFINED.findall(own) if one not in known]
    held = element("defs", figure.definitions + "".join(others))
    return element("svg", held, {"class": "defs", "aria-hidden": "true", "focusable": "false"})


def _style(rules: str, palette: Palette, characters: set[str], light: Theme, dark: Theme) -> str:
    """The style sheet: light, dark where a screen is, and always light on paper; fonts with the letters there are."""
    fonts = font_faces(dict.fromkeys(FILES, characters))
    at_night = f"@media screen and (prefers-color-scheme:dark){{:root{{{_colours(palette, dark)}}}}}"
    return f":root{{{_colours(palette, light)}}}{at_night}{BASE}{rules}{fonts}"


def _colours(palette: Palette, theme: Theme) -> str:
    named = "".join(f"{name}:{theme.colour(style)};" for name, style in NAMED.items())
    return named + palette.rules(theme)

"""One layout: canvas, PDF, SVG, PNG, slides and page have the same cards at the same places, within a pixel.

On slides the places are in proportion, in each direction by itself: there a large map is a plan of fields.

Each surface is read back without asking the layout: items of the scene, objects of the PDF, elements of the SVG, dots
of the PNG, shapes of the slides and rules of the page's style sheet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree import ElementTree as ET

import pypdfium2
import pytest
from PIL import Image
from pptx import Presentation
from pypdfium2 import raw
from pytestqt.qtbot import QtBot

from cjeditor import cli, texts
from cjeditor.canvas.card_item import CardItem
from cjeditor.canvas.map_canvas import MapCanvas
from cjeditor.document import Document
from cjeditor.layout.theme import LIGHT
from cjeditor.model.cards import Link
from cjeditor.model.project import Project
from cjeditor.model.replace import replace
from cjeditor.storage.save import save
from tests.export.samples import mortgage

SVG = "{http://www.w3.org/2000/svg}"
DOTS = 2
"""Of the PNG to a pixel of the layout."""


class Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float


Cards = dict[int, Box]


def project() -> Project:
    """Touchpoints of many heights, notes of all kinds, links between cards."""
    made = mortgage(phases=4, per_phase=3)
    links = (Link(id="lk_a", source="tp_00000", target="tp_00004", label="weiter"),)
    return replace(made, maps=(replace(made.maps[0], links=links),))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project in all forms, written by the command line."""
    place = tmp_path_factory.mktemp("forms")
    save(project(), place / "map.cjmap", expected=None)
    for form in ("pdf", "svg", "png", "pptx", "html"):
        wishes = ["--parts", "map", "--paper", "900x700"] if form == "pdf" else []
        assert cli.main(["export", str(place / "map.cjmap"), "-o", str(place / f"map.{form}"), *wishes]) == 0
    return place


@pytest.fixture
def on_canvas(qtbot: QtBot) -> Cards:
    canvas = MapCanvas(Document(project()), "map_a", texts.of("de"), LIGHT)
    qtbot.addWidget(canvas)
    found = {}
    for item in canvas.view.scene().items():
        if isinstance(item, CardItem):
            place = item.mapRectToScene(item.rect())
            found[item.box.record.number] = Box(place.left(), place.top(), place.right(), place.bottom())
    canvas.close()
    return found


def in_pdf(path: Path) -> Cards:
    """Each card is a large path, and its number the first text of that number within."""
    document = pypdfium2.PdfDocument(path)
    page = document[0]
    high = page.get_height()
    text_page = page.get_textpage()
    found: Cards = {}
    ground: Box | None = None
    for one in page.get_objects(max_depth=4, textpage=text_page):
        if one.type not in (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_TEXT):
            continue
        left, bottom, right, top = one.get_bounds()
        box = Box(left, high - top, right, high - bottom)
        if one.type == raw.FPDF_PAGEOBJ_PATH:
            if box.right - box.left > 200 and box.bottom - box.top > 60:
                ground = box
            continue
        number = str(one.extract()).strip()
        # Nought is an emotion on the curve: cards are counted from one.
        if ground is not None and number.isdecimal() and int(number) and _holds(ground, box):
            found.setdefault(int(number), ground)  # headers of phases have numbers, too, and come later
            ground = None
    document.close()
    return found


def _holds(outer: Box, inner: Box) -> bool:
    return outer.left <= inner.left <= outer.right and outer.top <= inner.top <= outer.bottom


def in_svg(path: Path) -> Cards:
    """Each card is a group that is moved to its place, and begins with a rectangle."""
    return dict(_groups(ET.fromstring(path.read_bytes()), 0.0, 0.0))  # noqa: S314  our own file


def _groups(element: ET.Element, x: float, y: float) -> Iterator[tuple[int, Box]]:
    moved = re.match(r"translate\(([-\d.]+) ([-\d.]+)\)", element.get("transform", ""))
    if moved is not None:
        x, y = x + float(moved[1]), y + float(moved[2])
    first = element[0] if len(element) else None
    numbers = [one.text for one in element.findall(f"{SVG}text") if (one.text or "").isdecimal()]
    if first is not None and first.tag == f"{SVG}rect" and numbers and float(first.get("width", "0")) > 100:
        edge = float(first.get("x", "0"))
        width, height = (float(first.get(side, "0")) + 2 * edge for side in ("width", "height"))
        if len(element.findall(f"{SVG}g")) == 0:
            yield int(numbers[0] or 0), Box(x, y, x + width, y + height)
    for child in element:
        yield from _groups(child, x, y)


def in_slides(path: Path) -> Cards:
    """Each card is a shape with its name and number on the slide of the map, which comes after the overview."""
    found: Cards = {}
    (slide,) = (one for one in Presentation(str(path)).slides if one.shapes.title.text == "Map")
    shapes: Any = slide.shapes
    for shape in shapes:
        named = re.fullmatch(r"\D+ (\d+)", shape.name)
        if named is not None and shape._element.xpath(".//p:cNvPr[@descr]"):
            sides = (shape.left, shape.top, shape.left + shape.width, shape.top + shape.height)
            found[int(named[1])] = Box(*(side / 9_525 for side in sides))
    return found


def in_page(path: Path) -> Cards:
    """The style sheet has a rule for each card."""
    found: Cards = {}
    rule = re.compile(
        r"#m(\d+)\{" + ";".join(rf"{side}:calc\(var\(--u\)\*([-\d.]+)\)" for side in ("left", "top", "width", "height"))
    )
    for number, *sides in rule.findall(path.read_text(encoding="utf-8")):
        x, y, width, height = map(float, sides)
        found[int(number)] = Box(x, y, x + width, y + height)
    return found


def normal(cards: Cards, like: Cards, *, each_way: bool = False) -> Cards:
    """The same cards, moved and scaled so that together they are as wide as the others, and begin at nought.

    `each_way`: as high as they, too. A slide on which cards are fields is filled in both directions.
    """
    left, top = min(one.left for one in cards.values()), min(one.top for one in cards.values())
    across = _extent(like, "left", "right") / _extent(cards, "left", "right")
    down = _extent(like, "top", "bottom") / _extent(cards, "top", "bottom") if each_way else across
    return {
        number: Box(
            (one.left - left) * across, (one.top - top) * down, (one.right - left) * across, (one.bottom - top) * down
        )
        for number, one in cards.items()
    }


def _extent(cards: Cards, first: str, last: str) -> float:
    return max(getattr(one, last) for one in cards.values()) - min(getattr(one, first) for one in cards.values())


def test_all_surfaces_place_the_same_cards_at_the_same_places(folder: Path, on_canvas: Cards) -> None:
    journey = project().maps[0]
    assert set(on_canvas) == {one.number for one in (*journey.touchpoints, *journey.notes)}
    expected = normal(on_canvas, on_canvas)
    surfaces = {
        "PDF": in_pdf(folder / "map.pdf"),
        "SVG": in_svg(folder / "map.svg"),
        "slides": in_slides(folder / "map.pptx"),
        "page": in_page(folder / "map.html"),
    }
    for name, cards in surfaces.items():
        assert set(cards) == set(expected), name
        for number, box in normal(cards, on_canvas, each_way=name == "slides").items():
            assert tuple(box) == pytest.approx(tuple(expected[number]), abs=1.0), (name, number)


def test_the_png_has_their_borders_there(folder: Path) -> None:
    """Of a picture only dots can be read: the dots change where each card begins and ends, within a pixel."""
    with Image.open(folder / "map.png") as opened:
        picture = opened.convert("L")
        cards = in_svg(folder / "map.svg")
        touchpoints = {one.number for one in project().maps[0].touchpoints}
        checked = 0
        for number, box in cards.items():
            if number not in touchpoints:
                continue
            checked += 1
            for side, across in (("left", True), ("right", True), ("top", False), ("bottom", False)):
                at = getattr(box, side)
                assert _darkest(picture, box, at, across=across) == pytest.approx(at, abs=1.0), (number, side)
        assert checked == len(touchpoints)


def _darkest(picture: Image.Image, box: Box, at: float, *, across: bool) -> float:
    """Where near a border the dots are darkest along the card's side, away from its round corners."""
    start, end = (box.top, box.bottom) if across else (box.left, box.right)
    lines = {}
    for dot in range(round((at - 3) * DOTS), round((at + 3) * DOTS)):
        first, last = round((start + 12) * DOTS), round((end - 12) * DOTS)
        area = (dot, first, dot + 1, last) if across else (first, dot, last, dot + 1)
        lines[dot] = sum(picture.crop(area).tobytes())
    return (min(lines, key=lines.__getitem__) + 0.5) / DOTS

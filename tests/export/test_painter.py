from __future__ import annotations

from pathlib import Path

import pytest

from cjeditor.export.pdf.painter import PdfPainter
from cjeditor.export.pdf.writer import PdfWriter
from cjeditor.export.views import Clip, Placed, View
from cjeditor.layout.measure import text_width
from cjeditor.layout.primitives import Face, Primitive, Rect, Text, circle, pie
from cjeditor.layout.primitives import Path as Shape
from cjeditor.layout.theme import PAPER
from tests.export import reading


def painted(path: Path, *views: View) -> PdfPainter:
    writer = PdfWriter(path, language="de", date="2026-11-22")
    writer.setPageSize((400, 300))
    painter = PdfPainter(writer, PAPER, {})
    for view in views:
        painter.paint(view, 300)
    writer.showPage()
    writer.save()
    return painter


def line(text: str, x: float, y: float, face: Face = "regular", size: float = 12.0) -> Text:
    return Text(x, y, text, face, size, "text", text_width(text, face, size))


def pixels(path: Path) -> list[list[tuple[int, ...]]]:
    with reading.opened(path) as document:
        image = document[0].render(scale=1).to_pil().convert("RGB")
    return [[image.getpixel((x, y)) for x in range(image.width)] for y in range(image.height)]


@pytest.mark.parametrize("text", ["★★★★ Sterne", "東京 und 大阪", "gut 👍👍", "Über\u2011setzung"])
def test_stand_ins_take_no_more_room_than_was_measured(text: str, tmp_path: Path) -> None:
    shape = line(text, 20, 50)
    painted(tmp_path / "out.pdf", View([Placed(0, 0, [shape, line("danach", 20, 100)])]))
    found = reading.boxes(tmp_path / "out.pdf", 0)
    first = [box for box in found if box.bottom > 230]
    assert max(box.right for box in first) <= 20 + shape.width + 1.5
    # What follows is not narrowed.
    (after,) = [box for box in found if box.top < 220]
    assert after.right - after.left == pytest.approx(text_width("danach", "regular", 12), abs=2)


def test_text_stands_where_layout_says(tmp_path: Path) -> None:
    """Also in a scaled and moved view, and after other groups with fonts and colours of their own."""
    views = View([Placed(0, 0, [line("eins", 10, 20, "bold")]), Placed(50, 40, [line("zwei", 10, 20)])], 30, 60, 2.0)
    painted(tmp_path / "out.pdf", views)
    one, two = reading.boxes(tmp_path / "out.pdf", 0)
    assert (one.left, one.bottom) == pytest.approx((30 + 20, 300 - 60 - 40), abs=2)
    assert (two.left, two.bottom) == pytest.approx((30 + 2 * 60, 300 - 60 - 2 * 60), abs=2)


@pytest.mark.parametrize("count", [1, 60], ids=["drawn", "as a form"])
def test_shapes_look_alike_drawn_once_or_as_a_form(count: int, tmp_path: Path) -> None:
    """Red and blue shapes side by side; repeated ones lie on one another."""
    shapes: list[Primitive] = [
        Rect(20, 20, 40, 30, fill="#FF0000", radius=6),
        circle(120, 40, 15, fill="#0000FF"),
        pie(200, 40, 15, 2, "#00FF00"),
        Rect(250, 20, 40, 30, stroke="#FF00FF", stroke_width=4, radius=4),
    ]
    painted(tmp_path / "out.pdf", View([Placed(0, 0, shapes * count)]))
    seen = pixels(tmp_path / "out.pdf")
    assert seen[35][40] == (255, 0, 0)
    assert seen[20][20] == (255, 255, 255)  # the round corner
    assert seen[40][120] == (0, 0, 255)
    assert seen[40][208] == (0, 255, 0)
    assert seen[40][192] == (255, 255, 255)
    assert seen[35][250] == (255, 0, 255)
    assert seen[35][270] == (255, 255, 255)


def test_a_clip_cuts(tmp_path: Path) -> None:
    view = View([Placed(0, 0, [Rect(0, 0, 200, 200, fill="#FF0000")])], 10, 10, 1.0, Clip(20, 20, 30, 30))
    painted(tmp_path / "out.pdf", view, View([Placed(0, 0, [Rect(300, 100, 20, 20, fill="#0000FF")])]))
    seen = pixels(tmp_path / "out.pdf")
    assert seen[35][35] == (255, 0, 0)
    assert seen[25][25] == (255, 255, 255)
    assert seen[65][65] == (255, 255, 255)
    assert seen[110][310] == (0, 0, 255)


def test_what_paints_nothing_writes_nothing(tmp_path: Path) -> None:
    painted(tmp_path / "out.pdf", View([Placed(0, 0, [Rect(0, 0, 9, 9), Shape(()), line("", 5, 5)])]))
    assert {pixel for row in pixels(tmp_path / "out.pdf") for pixel in row} == {(255, 255, 255)}


def test_icons_are_no_letters(tmp_path: Path) -> None:
    """Copied text holds a space for an icon, not a character of the icon font."""
    icon = Text(20, 50, "\uf102", "icon", 12, "text", 12)
    painted(tmp_path / "out.pdf", View([Placed(0, 0, [icon, line("Filiale", 40, 50)])]))
    (text,) = reading.texts_of(tmp_path / "out.pdf")
    assert text.split() == ["Filiale"]


def test_two_documents_at_once(tmp_path: Path) -> None:
    """Two windows may print at the same time; each file has its own letters."""
    writers = [PdfWriter(tmp_path / f"{name}.pdf", language="de", date="2026-11-22") for name in "ab"]
    for text in ("Abc", "Xyz", "Äöü"):
        for i, writer in enumerate(writers):
            shown = text if i == 0 else text[::-1]
            PdfPainter(writer, PAPER, {}).paint(View([Placed(0, 0, [line(shown, 20, 50 + 20 * len(shown))])]), 300)
    for writer in writers:
        writer.showPage()
        writer.save()
    assert set(reading.texts_of(tmp_path / "a.pdf")[0].split()) >= {"Abc"}
    assert "cbA" in reading.texts_of(tmp_path / "b.pdf")[0]

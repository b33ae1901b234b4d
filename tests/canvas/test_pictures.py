"""Pictures on the canvas: decoded beside the GUI thread, painted quietly, dropped and pasted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QPixmap
from PySide6.QtTest import QTest

from cjeditor.canvas import pictures as canvas_pictures
from cjeditor.canvas.ink import Ink
from cjeditor.canvas.pictures import Pictures, decoded
from cjeditor.canvas.pictures_in import Target
from cjeditor.layout.draw_card import MARK_ROOM
from cjeditor.layout.metrics import META_SIZE
from cjeditor.layout.primitives import Image, Text
from cjeditor.layout.theme import LIGHT
from cjeditor.model.cards import Note
from cjeditor.model.edits.cards import add_note
from tests.builders import MAP, small_project
from tests.canvas.hands import CTRL, Hands
from tests.canvas.test_text_in import bring, drop, text
from tests.interchange import painting
from tests.pictures import asset_of, illustrated, photo, sign

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from cjeditor.model.project import Asset, Project


@pytest.fixture(autouse=True)
def _empty_clipboard(qapp: QGuiApplication) -> Iterator[None]:
    yield
    qapp.clipboard().clear()


def files(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def wanted_by(hands: Hands) -> list[tuple[list[object], Target]]:
    found: list[tuple[list[object], Target]] = []
    hands.canvas.pictures_in.wanted.connect(lambda sources, target: found.append((sources, target)))
    return found


def come(qtbot: QtBot, store: Pictures, sha256: str, width: float) -> QPixmap | None:
    """Ask for a picture and wait for it."""
    with qtbot.waitSignal(store.came):
        store.pixmap(sha256, width)
    return store.pixmap(sha256, width)


def painted(store: Pictures | None, image: Image) -> QImage:
    shown = QImage(100, 100, QImage.Format.Format_RGB32)
    shown.fill(QColor("#123456"))
    painter = QPainter(shown)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    Ink(LIGHT, pictures=store).picture((image,)).paint(painter, "full")
    painter.end()
    return shown


def test_a_picture_is_decoded_once_for_each_size(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[int] = []

    def counted(asset: Asset, width: int) -> QImage:
        made.append(width)
        return decoded(asset, width)

    monkeypatch.setattr(canvas_pictures, "decoded", counted)
    store = Pictures()
    store.follow((photo(),))
    assert store.pixmap(photo().sha256, 50) is None  # never waits
    small = come(qtbot, store, photo().sha256, 50)
    assert small is not None
    assert (small.width(), small.height()) == (64, 48)
    assert store.pixmap(photo().sha256, 60) is small
    assert store.pixmap(photo().sha256, 200) is small  # until the larger one has come
    large = come(qtbot, store, photo().sha256, 200)
    assert large is not None
    assert large.width() == 256
    assert come(qtbot, store, photo().sha256, 5_000).width() == 320  # type: ignore[union-attr]  # it came
    assert made == [64, 256, 320]


def test_memory_is_bounded(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(canvas_pictures, "BUDGET", 320 * 240 * 4 + 64 * 64 * 4)
    store = Pictures()
    store.follow((photo(), photo(400, 300), sign()))
    come(qtbot, store, photo().sha256, 320)
    come(qtbot, store, sign().sha256, 64)
    come(qtbot, store, photo(400, 300).sha256, 400)
    assert [key[0] for key in store._copies] == [photo(400, 300).sha256]


@pytest.mark.parametrize(
    "asset",
    [
        asset_of(b"no picture at all"),
        asset_of(painting.encoded(painting.photo(), "PNG")[:400]),
        asset_of(painting.bomb()),
        asset_of(painting.jpeg(), "image/png"),
        asset_of(b"", "image/jpeg"),
    ],
)
def test_a_picture_that_cannot_be_decoded_is_a_quiet_place(qtbot: QtBot, asset: Asset) -> None:
    store = Pictures()
    store.follow((asset,))
    if store.pixmap(asset.sha256, 90) is None and not store.is_missing(asset.sha256):
        qtbot.waitUntil(lambda: store.is_missing(asset.sha256))
    shown = painted(store, Image(10, 10, 80, 80, asset.sha256))
    assert shown.pixelColor(15, 15) == QColor(LIGHT.colour("note.thought"))
    assert shown.pixelColor(5, 5) == QColor("#123456")


def test_a_picture_fills_its_box_and_round_ones_leave_the_corners(qtbot: QtBot) -> None:
    store = Pictures()
    store.follow((photo(),))
    come(qtbot, store, photo().sha256, 80)
    square = painted(store, Image(10, 10, 80, 60, photo().sha256))
    assert square.pixelColor(14, 14).red() > 180  # its upper left quarter
    assert square.pixelColor(80, 60).green() > 120
    assert square.pixelColor(5, 50) == QColor("#123456")
    disc = painted(store, Image(10, 10, 80, 80, photo().sha256, 40))
    assert disc.pixelColor(12, 12) == QColor("#123456")
    assert disc.pixelColor(30, 40).red() > 180


def test_the_map_shows_pictures_as_soon_as_they_are_decoded(qtbot: QtBot) -> None:
    hands = Hands(illustrated(photo()))
    qtbot.addWidget(hands.canvas)
    box = hands.canvas.desk.arrangement.cards["nt_p0"]
    inside = hands.at(QPointF(box.x + 20, box.y + 20))
    hands.canvas.view.reveal(hands.canvas._scene.place_of(hands.canvas.desk.spot_of("nt_p0")))
    inside = hands.at(QPointF(box.x + 20, box.y + 20))

    def is_red() -> bool:
        colour = hands.viewport.grab().toImage().pixelColor(inside)
        return colour.red() > 180 and colour.green() < 80

    qtbot.waitUntil(is_red)
    hands.canvas.close()


def test_dropped_picture_files_are_wanted_where_they_are_dropped(hands: Hands, tmp_path: Path) -> None:
    wanted = wanted_by(hands)
    box = hands.canvas.desk.arrangement.cards["nt_b"]
    paths = [tmp_path / "a.PNG", tmp_path / "b.jpeg"]
    data = files(*paths)
    assert bring(hands, data, QPointF(box.x + 20, box.y + 3)) == (True, True)
    assert hands.canvas._scene.slot_mark.isVisible()
    event = drop(hands, data, QPointF(box.x + 20, box.y + 3))
    assert event.dropAction() == Qt.DropAction.CopyAction
    assert wanted == [(paths, Target("st_a", "ln_b", 1))]
    assert not hands.canvas._scene.slot_mark.isVisible()


def test_over_lanes_without_notes_pictures_go_to_the_focus(hands: Hands, tmp_path: Path) -> None:
    wanted = wanted_by(hands)
    hands.canvas.desk.focus_on(hands.canvas.desk.spot_of("nt_c"))
    touchpoint = hands.canvas.desk.arrangement.cards["tp_a"]
    drop(hands, files(tmp_path / "a.png"), QPointF(touchpoint.x + 5, touchpoint.y + 5))
    assert [target for _, target in wanted] == [Target("st_c", "ln_d", 1)]
    hands.canvas.desk.focus_on(hands.canvas.desk.spot_of("tp_c"))  # in a lane for touchpoints: the first for notes
    drop(hands, files(tmp_path / "a.png"), QPointF(touchpoint.x + 5, touchpoint.y + 5))
    assert wanted[1][1] == Target("st_b", "ln_b", elsewhere=True)


def test_a_picture_dropped_on_a_card_that_waits_for_one_goes_into_it(hands: Hands, tmp_path: Path) -> None:
    def waiting(project: Project) -> Project:
        return add_note(project, MAP, id="nt_w", step="st_b", lane="ln_b", kind="image")

    hands.document.apply("Add", waiting)
    wanted = wanted_by(hands)
    box = hands.canvas.desk.arrangement.cards["nt_w"]
    drop(hands, files(tmp_path / "a.png"), QPointF(box.x + 20, box.y + 20))
    drop(hands, files(tmp_path / "a.png", tmp_path / "b.png"), QPointF(box.x + 20, box.y + 20))
    assert [target.card for _, target in wanted] == ["nt_w", ""]


def test_other_files_and_texts_are_left_to_others(hands: Hands, tmp_path: Path) -> None:
    wanted = wanted_by(hands)
    box = hands.canvas.desk.arrangement.cards["nt_b"]
    at = QPointF(box.x + 20, box.y + 3)
    assert bring(hands, files(tmp_path / "a.cjmap"), at) == (False, False)
    assert bring(hands, files(tmp_path / "a.png", tmp_path / "b.pdf"), at) == (False, False)
    remote = QMimeData()
    remote.setUrls([QUrl("https://example.org/a.png")])
    assert bring(hands, remote, at) == (False, False)
    drop(hands, text("a.png"), at)
    assert wanted == []


def test_an_image_on_the_clipboard_is_pasted_as_a_picture(hands: Hands) -> None:
    wanted = wanted_by(hands)
    hands.canvas.desk.focus_on(hands.canvas.desk.spot_of("nt_a"))
    assert not hands.canvas.clipboard.can_paste()
    QGuiApplication.clipboard().setImage(QImage(20, 10, QImage.Format.Format_RGB32))
    assert hands.canvas.clipboard.can_paste()
    hands.key(Qt.Key.Key_V, CTRL)
    hands.canvas.clipboard.paste()
    (sources, target) = wanted[-1]
    assert target == Target("st_a", "ln_b", 1)
    assert isinstance(sources[0], QImage)
    assert sources[0].width() == 20


def test_text_beside_an_image_is_pasted_as_text(hands: Hands) -> None:
    wanted = wanted_by(hands)
    hands.canvas.desk.focus_on(hands.canvas.desk.spot_of("nt_a"))
    data = text("A cell of a table")
    data.setImageData(QImage(20, 10, QImage.Format.Format_RGB32))
    QGuiApplication.clipboard().setMimeData(data)
    texts: list[str] = []
    hands.canvas.text_in.wanted.connect(lambda foreign, _place: texts.append(foreign.text))
    hands.canvas.clipboard.paste()
    assert (wanted, texts) == ([], ["A cell of a table"])


def test_pictures_are_added_in_one_step_and_chosen(hands: Hands) -> None:
    assert hands.canvas.picture_cards.add([photo(), sign()], Target("st_b", "ln_b"))
    cell = hands.cell("st_b", "ln_b")
    assert hands.chosen() == set(cell)
    notes = [hands.card(one) for one in cell]
    assert [note.picture for note in notes if isinstance(note, Note)] == [photo().sha256, sign().sha256]
    assert hands.document.undo_stack.count() == 1
    hands.document.undo_stack.undo()
    assert hands.document.project == small_project()
    hands.document.undo_stack.redo()
    assert len(hands.document.project.assets) == 2


def test_copied_pictures_are_pasted_into_another_project(qtbot: QtBot) -> None:
    one = Hands(illustrated(photo()))
    qtbot.addWidget(one.canvas)
    one.canvas.desk.choose_cards(["nt_p0"])
    one.canvas.clipboard.copy()
    other = Hands(small_project())
    qtbot.addWidget(other.canvas)
    other.canvas.desk.focus_on(other.canvas.desk.spot_of("nt_a"))
    other.canvas.clipboard.paste()
    assert [asset.sha256 for asset in other.document.project.assets] == [photo().sha256]
    one.canvas.close()
    other.canvas.close()


def test_the_caption_is_written_below_the_picture(qtbot: QtBot) -> None:
    hands = Hands(illustrated(photo()))
    qtbot.addWidget(hands.canvas)
    hands.canvas.desk.focus_on(hands.canvas.desk.spot_of("nt_p0"))
    hands.key(Qt.Key.Key_F2)
    hands.canvas.picking.rename()
    hands.type("Kitchen")
    assert getattr(hands.card("nt_p0"), "text", "") == "Kitchen"
    box = hands.canvas.desk.arrangement.cards["nt_p0"]
    image = next(shape for shape in box.look.primitives if isinstance(shape, Image))
    sheet = hands.canvas._writer.draft.sheet()  # type: ignore[union-attr]  # it is being written
    assert sheet is not None
    assert sheet.area.top() >= box.y + image.y + image.height
    number = next(shape for shape in box.look.primitives if isinstance(shape, Text) and shape.size == META_SIZE)
    assert sheet.area.right() <= box.x + number.x - MARK_ROOM
    assert hands.canvas.finish_editing()
    hands.canvas.close()


def test_the_corner_shows_the_lead_persona_and_can_be_clicked(hands: Hands, qtbot: QtBot) -> None:
    corner = hands.canvas.corner
    assert corner.persona is not None
    assert corner.accessibleName() == "Persona: Mia"
    assert corner.width() == hands.canvas.lane_header.width()
    with qtbot.waitSignal(corner.clicked):
        QTest.mouseClick(corner, Qt.MouseButton.LeftButton, pos=QPoint(30, 30))
    with qtbot.waitSignal(corner.edit_wanted):
        QTest.mouseDClick(corner, Qt.MouseButton.LeftButton, pos=QPoint(30, 30))

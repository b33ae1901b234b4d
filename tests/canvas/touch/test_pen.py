"""A pen works as a mouse does; its button brings the menu, its other end deletes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt

from tests.canvas.test_drawing_links import on_link
from tests.canvas.test_gestures import column_place, middle_of_phase
from tests.canvas.touch.skin import Nib
from tests.canvas.touch.test_fingers import asked

if TYPE_CHECKING:
    from tests.canvas.touch.skin import Skin

RIGHT = Qt.MouseButton.RightButton


def test_a_tap_chooses_and_two_taps_write(skin: Skin) -> None:
    nib, card = Nib(skin.hands), skin.hands.middle("tp_c")
    nib.tap(card)
    assert skin.hands.chosen() == {"tp_c"}
    assert not skin.canvas._editor.is_open
    nib.tap(card)
    assert skin.canvas._editor.is_open


def test_it_drags_at_once_and_undo_brings_the_card_back(skin: Skin) -> None:
    before = skin.hands.document.project
    Nib(skin.hands).drag(skin.hands.middle("tp_a"), skin.hands.in_cell("st_c", "ln_a"))
    assert "tp_a" in skin.hands.cell("st_c", "ln_a")
    assert skin.hands.document.undo_stack.count() == 1
    skin.hands.document.undo_stack.undo()
    assert skin.hands.document.project == before


def test_it_draws_a_band_and_moves_a_phase(skin: Skin) -> None:
    nib, header = Nib(skin.hands), skin.canvas.column_header
    nib.drag(skin.hands.in_cell("st_c", "ln_b"), skin.hands.middle("tp_a"))
    assert "tp_a" in skin.hands.chosen()
    start = QPointF(column_place(skin.hands, middle_of_phase(skin.hands, "ph_a")))
    end = QPointF(column_place(skin.hands, middle_of_phase(skin.hands, "ph_c") + 60))
    nib.down(start, part=header)
    for part in (0.2, 1.0):
        nib.move(start + (end - start) * part, part=header)
    nib.up(end, part=header)
    assert skin.hands.phases() == ["ph_b", "ph_c", "ph_a"]


def test_fingers_do_nothing_while_it_drags_for_a_palm_lies_there(skin: Skin) -> None:
    nib, start, end = Nib(skin.hands), skin.hands.middle("tp_a"), skin.hands.in_cell("st_c", "ln_a")
    nib.down(start)
    nib.move(end)
    skin.tap(QPoint(700, 600))
    nib.up(end)
    assert "tp_a" in skin.hands.cell("st_c", "ln_a")


def test_its_button_and_a_long_press_bring_the_menu(skin: Skin) -> None:
    nib, menus, card = Nib(skin.hands), asked(skin), skin.hands.middle("tp_c")
    nib.down(card, RIGHT)
    nib.up(card, RIGHT)
    assert menus == [("card", "tp_c")]
    nib.down(skin.hands.middle("tp_a"))
    skin.rest_long()
    nib.up(skin.hands.middle("tp_a"))
    assert menus[1:] == [("card", "tp_a")]
    nib.down(card)
    skin.rest_long()
    nib.move(skin.hands.in_cell("st_c", "ln_a"))
    nib.up(skin.hands.in_cell("st_c", "ln_a"))
    assert len(menus) == 2
    assert "tp_c" in skin.hands.cell("st_c", "ln_a")


def test_its_button_gives_a_drag_up(skin: Skin) -> None:
    before, nib, end = skin.hands.document.project, Nib(skin.hands), skin.hands.in_cell("st_c", "ln_a")
    nib.down(skin.hands.middle("tp_a"))
    nib.move(end)
    nib.down(end, RIGHT)
    nib.up(end)
    assert skin.hands.document.project is before


def test_its_other_end_deletes_the_card_that_it_taps(skin: Skin) -> None:
    before, rubber = skin.hands.document.project, Nib(skin.hands, eraser=True)
    rubber.tap(skin.hands.middle("tp_c"))
    assert "tp_c" not in skin.canvas.desk.arrangement.cards
    skin.hands.document.undo_stack.undo()
    assert skin.hands.document.project == before
    rubber.tap(on_link(skin.hands, "lk_a"))
    assert skin.hands.document.undo_stack.undoText() == "Delete link"
    assert "lk_a" not in skin.canvas.desk.arrangement.links


def test_its_other_end_deletes_nothing_that_it_only_strokes(skin: Skin) -> None:
    before, rubber = skin.hands.document.project, Nib(skin.hands, eraser=True)
    rubber.drag(skin.hands.middle("tp_c"), skin.hands.middle("tp_a"))
    rubber.tap(skin.hands.in_cell("st_c", "ln_b"))
    assert skin.hands.document.project is before

"""What a screen reader hears of the map: asked through Qt's own accessibility, as a screen reader does."""

from __future__ import annotations

import gc
import subprocess
import sys
import textwrap
import weakref
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QLabel

from cjeditor import texts
from cjeditor.canvas.map_canvas import MapCanvas
from cjeditor.canvas.reading import reader
from cjeditor.document import Document
from cjeditor.layout.theme import LIGHT
from cjeditor.model.edits.cards import delete_cards, set_touchpoint
from cjeditor.model.edits.lanes import set_lane
from cjeditor.model.edits.phases import set_phase
from tests.builders import MAP, big_project, small_project
from tests.canvas.hands import CTRL, Hands

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

Role = QAccessible.Role


@pytest.fixture
def listening() -> Iterator[None]:
    """Let Qt believe that a screen reader listens."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.fixture
def heard(hands: Hands, listening: None) -> list[tuple[str, str]]:
    """Return what the canvas tells: the kind of each event and the name of what it is about."""
    told: list[tuple[str, str]] = []

    def tell(event: QAccessibleEvent) -> None:
        told.append((event.type().name, event.accessibleInterface().text(QAccessible.Text.Name)))
        QAccessible.updateAccessibility(event)

    hands.canvas.reader.follow_soon()
    QApplication.processEvents()
    hands.canvas.reader._tell = tell
    return told


def _name(interface: QAccessibleInterface) -> str:
    return interface.text(QAccessible.Text.Name)


def _roots(canvas: MapCanvas) -> list[QAccessibleInterface]:
    return [
        QAccessible.queryAccessibleInterface(part) for part in (canvas.column_header, canvas.lane_header, canvas.view)
    ]


def _all_in(interface: QAccessibleInterface) -> list[QAccessibleInterface]:
    found = [interface.child(index) for index in range(interface.childCount())]
    return found + [one for child in found for one in _all_in(child)]


def _all(canvas: MapCanvas) -> list[QAccessibleInterface]:
    return [one for root in _roots(canvas) for one in _all_in(root)]


def _card(canvas: MapCanvas, number: int) -> QAccessibleInterface:
    return next(one for one in _all(canvas) if _name(one).startswith(f"Card {number},"))


def test_everything_on_the_map_can_be_walked_with_its_role_and_a_name(hands: Hands) -> None:
    things = _all(hands.canvas)
    counts = {role: sum(1 for one in things if one.role() == role) for role in {one.role() for one in things}}
    # three phases and two steps with headers; four lanes with cells in four steps, and the curve's
    assert counts == {Role.ColumnHeader: 5, Role.RowHeader: 6, Role.List: 20, Role.ListItem: 8, Role.Link: 2}
    assert all(_name(one).strip() for one in things)
    identifiers = ("tp_", "nt_", "st_", "ph_", "ln_", "lk_")
    assert not [_name(one) for one in things if any(part in _name(one) for part in identifiers)]


def test_the_tree_is_the_same_upwards_as_downwards(hands: Hands) -> None:
    def check(parent: QAccessibleInterface) -> None:
        for index in range(parent.childCount()):
            child = parent.child(index)
            assert child.isValid()
            assert child.parent() is parent
            assert parent.indexOfChild(child) == index
            check(child)
        assert parent.child(parent.childCount()) is None
        assert parent.child(-1) is None

    for root in _roots(hands.canvas):
        check(root)
        assert root.indexOfChild(QAccessible.queryAccessibleInterface(hands.canvas)) == -1


def test_a_card_says_all_that_is_seen_of_it(hands: Hands) -> None:
    hands.document.apply("", lambda p: set_touchpoint(p, MAP, ["tp_a"], votes=3, tags=("4×",), evidence="qualitative"))
    assert _name(_card(hands.canvas, 1)) == (
        "Card 1, touchpoint: Advert, phase Need, lane Touchpoints, emotion +1, channel Shop, named 4×, 3 votes, "
        "evidence: Qualitative, leads to card 3, 1 action, 1 open comment"
    )
    assert _name(_card(hands.canvas, 6)).startswith("Card 6, Pain point: no text, phase Choice, step without a name")
    assert _card(hands.canvas, 7).text(QAccessible.Text.Description) == "Tags: home, keys"


def test_names_are_in_the_language_of_the_windows(qtbot: QtBot) -> None:
    canvas = MapCanvas(Document(small_project()), MAP, texts.of("de"), LIGHT)
    qtbot.addWidget(canvas)
    names = [_name(one) for one in _all(canvas)]
    assert any(
        name.startswith("Karte 3, Touchpoint: Search, Phase Choice, Schritt Search, Zeile Touchpoints, Emotion −2")
        for name in names
    ), names
    assert "Leere Zelle, Phase Choice, Schritt Search, Zeile Goals" in names
    assert "Verbindung von Karte 1 zu Karte 3, then, Bruch bei der Übergabe" in names


def test_things_lie_where_they_are_drawn_and_are_found_there(hands: Hands) -> None:
    canvas = hands.canvas
    view = _roots(canvas)[2]
    for card_id, box in canvas.desk.arrangement.cards.items():
        card = _card(canvas, box.record.number)
        corner = canvas.view.viewportTransform().map(QPointF(box.x, box.y)).toPoint()
        assert card.rect().topLeft() == hands.viewport.mapToGlobal(corner), card_id
        assert card.rect().size().toTuple() == (round(box.width), round(box.height))
        at = card.rect().center()
        cell = view.childAt(at.x(), at.y())
        assert cell is card.parent()
        assert cell.childAt(at.x(), at.y()) is card
    for root in _roots(canvas)[:2]:
        for header in _all_in(root):
            at = header.rect().center()
            assert root.rect().contains(at)
            found = root.childAt(at.x(), at.y())
            assert header in (found, found.childAt(at.x(), at.y())), _name(header)


def test_the_keys_move_the_focus_that_a_screen_reader_follows(hands: Hands, heard: list[tuple[str, str]]) -> None:
    hands.key(Qt.Key.Key_Down)
    QApplication.processEvents()
    focused = [name for kind, name in heard if kind == "Focus"]
    assert [name[:24] for name in focused] == ["Card 2, touchpoint: Talk"]
    card = _card(hands.canvas, 2)
    assert card.state().focused
    assert card.state().selected
    assert not _card(hands.canvas, 1).state().focused
    assert _roots(hands.canvas)[2].focusChild() is card
    hands.key(Qt.Key.Key_Right)
    hands.key(Qt.Key.Key_Down)
    QApplication.processEvents()
    assert heard[-1] == ("Focus", "Empty cell, phase Choice, step Search, lane Goals")
    assert hands.canvas._editor.accessibleName() == heard[-1][1], "the focused widget says the same"


def test_an_edit_of_the_focused_card_is_heard(hands: Hands, heard: list[tuple[str, str]]) -> None:
    hands.key(Qt.Key.Key_5, CTRL)
    QApplication.processEvents()
    assert heard[-1][0] == "NameChanged"
    assert "emotion +2" in heard[-1][1]


def test_the_text_field_is_heard_while_it_is_open_and_the_card_afterwards(
    hands: Hands, heard: list[tuple[str, str]]
) -> None:
    hands.type("Hi")
    QApplication.processEvents()
    assert heard[-1] == ("Focus", "Text of the new card")
    hands.key(Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert heard[-1][0] == "Focus"
    assert heard[-1][1].startswith("Card 9, touchpoint: Hi")


@pytest.mark.parametrize(
    ("kind", "one", "field"),
    [("phases", "ph_b", "Name of the phase"), ("lanes", "ln_b", "Name of the lane"), ("links", "lk_a", "Label of")],
)
def test_chosen_headers_and_links_are_heard(
    hands: Hands, heard: list[tuple[str, str]], kind: str, one: str, field: str
) -> None:
    hands.canvas.selection.choose(kind, [one])
    QApplication.processEvents()
    thing = next(each for each in _all(hands.canvas) if each.state().focused)
    assert thing.state().selected
    assert heard[-1] == ("Focus", _name(thing))
    hands.key(Qt.Key.Key_F2)
    QApplication.processEvents()
    assert heard[-1][0] == "Focus"
    assert heard[-1][1].startswith(field)


def test_nothing_is_told_nor_named_while_nobody_listens(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[QAccessibleEvent] = []
    named: list[object] = []
    hands.canvas.reader._tell = told.append
    monkeypatch.setattr(hands.canvas.reader.sayings, "name", named.append)
    hands.key(Qt.Key.Key_Down)
    hands.type("New")
    QApplication.processEvents()
    assert told == named == []
    assert hands.canvas.reader.made == 0


def test_who_begins_to_listen_hears_where_the_keys_act(hands: Hands, listening: None) -> None:
    hands.canvas.desk.choose_cards(["tp_c"])
    QAccessible.setActive(False)
    hands.canvas.desk.choose_cards(["tp_b"])
    QApplication.processEvents()
    QAccessible.setActive(True)
    field = QApplication.focusWidget()
    assert field is not None
    QAccessible.queryAccessibleInterface(QLabel(field))  # whatever is asked about first
    QApplication.processEvents()
    assert field.accessibleName().startswith("Card 2,")


def test_each_of_many_chosen_cards_says_so_and_looks_at_no_other(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    hands.canvas.desk.choose_cards(["tp_a", "tp_b", "nt_a"])
    monkeypatch.setattr(reader, "chosen_things", None)
    chosen = [one for one in _all(hands.canvas) if one.state().selected]
    assert [_name(one).split(",")[0] for one in chosen] == ["Card 1", "Card 2", "Card 4"]


def test_what_is_collapsed_says_so_and_hides_its_cards(hands: Hands) -> None:
    hands.document.apply("", lambda p: set_phase(p, MAP, "ph_b", collapsed=True))
    hands.document.apply("", lambda p: set_lane(p, MAP, "ln_b", collapsed=True))
    things = _all(hands.canvas)
    folded = [_name(one) for one in things if one.state().collapsed]
    assert [name.split(",")[0] for name in folded] == ["Phase 2: Choice", "Lane: Goals"]
    assert all(name.endswith("collapsed") for name in folded)
    assert not [one for one in things if _name(one).startswith(("Card 3,", "Card 4,"))]


def test_what_is_scrolled_away_is_offscreen(hands: Hands) -> None:
    assert not _card(hands.canvas, 7).state().offscreen
    hands.canvas.resize(500, 400)
    QApplication.processEvents()
    assert _card(hands.canvas, 7).state().offscreen
    assert not _card(hands.canvas, 1).state().offscreen


def test_a_deleted_card_is_let_go(hands: Hands, listening: None) -> None:
    card = _card(hands.canvas, 3)
    made = hands.canvas.reader.made
    hands.document.apply("", lambda p: delete_cards(p, MAP, ["tp_c"]))
    assert not card.isValid()
    QApplication.processEvents()
    assert hands.canvas.reader.made < made


def test_a_map_with_all_its_interfaces_is_freed(qtbot: QtBot, listening: None) -> None:
    canvas = MapCanvas(Document(big_project(300)), MAP, texts.of("en"), LIGHT)
    canvas.show()
    kept = _all(canvas)
    assert len(kept) > 300
    parts = [weakref.ref(one) for one in (canvas, canvas.view, canvas.desk, canvas.reader)]
    canvas.close()
    canvas.deleteLater()
    del canvas
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()
        gc.collect()
    assert [part() for part in parts] == [None] * 4


_PROGRAM = """
import gc, sys
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QApplication, QLabel
from cjeditor import texts
from cjeditor.canvas.map_canvas import MapCanvas
from cjeditor.canvas.reading import reader
from cjeditor.document import Document
from cjeditor.layout.theme import LIGHT
from cjeditor.model.edits.cards import delete_cards
from tests.builders import MAP, big_project

application = QApplication([])
QAccessible.setActive(True)

def touch(interface):
    for index in range(interface.childCount()):
        child = interface.child(index)
        QAccessible.updateAccessibility(QAccessibleEvent(child, QAccessible.Event.Focus))
        child.text(QAccessible.Text.Name), child.rect(), child.state(), child.parent()
        touch(child)

for turn in range(4):
    document = Document(big_project(200))
    canvas = MapCanvas(document, MAP, texts.of("en"), LIGHT)
    canvas.show()
    touch(QAccessible.queryAccessibleInterface(canvas.view))
    gone = [one.id for one in document.project.maps[0].touchpoints[::2]]
    document.apply("", lambda project: delete_cards(project, MAP, gone))
    application.processEvents()
    gc.collect()
    touch(QAccessible.queryAccessibleInterface(canvas.view))
    if turn == 1:
        canvas.deleteLater()
    if turn < 3:
        canvas = None  # half of them as Python frees them, one as Qt does
        gc.collect()
        application.processEvents()
print("whole", flush=True)
"""


def test_the_program_ends_well_with_a_screen_reader_still_listening() -> None:
    """In a process of its own: what is wrong here does not raise, it crashes."""
    done = subprocess.run(
        [sys.executable, "-X", "faulthandler", "-c", textwrap.dedent(_PROGRAM)],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert (done.returncode, done.stdout) == (0, "whole\n"), done.stderr
    assert "cjeditor/canvas/reading" not in done.stderr, "an interface was asked for what has gone"

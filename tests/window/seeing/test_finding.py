"""The find bar by real keys and mouse: what fades, what is stepped to, and what comes back with Esc."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from cjeditor.analysis.finding import Sought
from cjeditor.canvas.card_item import FADED
from cjeditor.model.edits.cards import delete_cards, set_note, set_touchpoint
from cjeditor.model.project import Project
from cjeditor.window.main_window import MainWindow
from tests.builders import MAP
from tests.window.asking import ask

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


class Finder:
    """A window on the small project, with the keyboard."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.canvas = window.room.canvas
        self.bar = window.room.target("find").bar

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key, modifiers)

    def type(self, text: str) -> None:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, text)

    def begin(self, text: str = "") -> None:
        self.key(Qt.Key.Key_F, CTRL)
        self.type(text)

    @property
    def clear(self) -> set[str]:
        """Return the cards that have not faded."""
        scene = self.canvas._scene
        boxes = self.canvas.desk.arrangement.cards
        items = {card: scene.card_item(card) for card in boxes}
        return {card for card, item in items.items() if item is not None and item.opacity() == 1.0}

    @property
    def chosen(self) -> set[str]:
        return set(self.canvas.selection.of("cards"))

    def edit(self, what: object) -> None:
        self.window.room.document.apply("Edit", what)


@pytest.fixture
def finder(small_window: MainWindow) -> Finder:
    return Finder(small_window)


def everything(finder: Finder) -> set[str]:
    return set(finder.canvas.desk.arrangement.cards)


def test_the_bar_comes_with_its_key_and_goes_with_esc(finder: Finder) -> None:
    assert not finder.bar.isVisible()
    finder.begin("ADV")
    assert finder.bar.isVisible()
    assert QApplication.focusWidget() is finder.bar.field
    assert finder.clear == {"tp_a"}
    item = finder.canvas._scene.card_item("tp_b")
    assert item is not None
    assert item.opacity() == pytest.approx(FADED)
    assert finder.bar.count.text() == "1 of 1 (8 cards)"
    finder.key(Qt.Key.Key_Escape)
    assert not finder.bar.isVisible()
    assert finder.clear == everything(finder)
    assert QApplication.focusWidget() is finder.canvas.focusProxy()


def test_an_open_bar_without_a_word_fades_nothing(finder: Finder) -> None:
    finder.begin()
    assert finder.clear == everything(finder)
    assert finder.bar.count.text() == ""
    finder.type("xyz")
    assert finder.clear == set()
    assert finder.bar.count.text() == "Nothing found"


def test_enter_and_f3_go_through_the_matches_and_round_the_ends(finder: Finder) -> None:
    finder.begin("o")
    finder.key(Qt.Key.Key_Backspace)
    finder.type("home")  # the goal, and the tag of the last touchpoint
    seen = []
    for _ in range(3):
        finder.key(Qt.Key.Key_Return)
        seen.append((finder.chosen, finder.bar.count.text()))
    assert seen == [
        ({"nt_a"}, "1 of 2 (8 cards)"),
        ({"tp_d"}, "2 of 2 (8 cards)"),
        ({"nt_a"}, "1 of 2 (8 cards)"),
    ]
    assert QApplication.focusWidget() is finder.bar.field
    finder.key(Qt.Key.Key_Return, SHIFT)
    assert finder.chosen == {"tp_d"}
    finder.key(Qt.Key.Key_Down)
    assert QApplication.focusWidget() is finder.canvas.focusProxy()
    finder.key(Qt.Key.Key_F3)
    assert finder.chosen == {"nt_a"}
    finder.key(Qt.Key.Key_F3, SHIFT)
    assert finder.chosen == {"tp_d"}


def test_stepping_begins_where_the_focus_is(finder: Finder) -> None:
    finder.canvas.cards.go_to(3)  # tp_c, between the two
    finder.begin("home")
    finder.key(Qt.Key.Key_Return)
    assert finder.chosen == {"tp_d"}


def test_all_matches_are_selected_with_a_click(finder: Finder) -> None:
    finder.begin("home")
    QTest.mouseClick(finder.bar.all, Qt.MouseButton.LeftButton)
    assert finder.chosen == {"nt_a", "tp_d"}
    finder.begin("none of them")
    assert not finder.bar.all.isEnabled()


def test_filters_are_set_with_the_mouse_while_their_menu_stays(qtbot: QtBot, finder: Finder) -> None:
    finder.begin()
    bar = finder.bar
    bar.menu.popup(finder.window.mapToGlobal(QPoint(300, 100)))
    qtbot.waitUntil(bar.menu.isVisible)
    evidence = bar.menu.findChild(QMenu, "evidence")
    assert evidence is not None
    evidence.popup(finder.window.mapToGlobal(QPoint(500, 150)))
    qtbot.waitUntil(evidence.isVisible)
    for value in ("assumption", "anecdotal"):
        entry = evidence.actionGeometry(bar.menu.mark("evidence", value)).center()
        QTest.mouseMove(evidence, entry)
        QTest.mouseClick(evidence, Qt.MouseButton.LeftButton, NONE, entry)
        assert evidence.isVisible()
    assert finder.canvas.finding.sought == Sought(evidence=frozenset({"assumption", "anecdotal"}))
    assert [chip.text() for chip in bar.chips.buttons] == ["Assumption", "Anecdotal"]
    assert bar.filter.accessibleDescription() == "Evidence: Assumption, Anecdotal"
    evidence.close()
    bar.menu.close()


def test_a_filter_set_with_the_space_bar_and_taken_away_again(qtbot: QtBot, finder: Finder) -> None:
    finder.begin()
    menu = finder.bar.menu
    menu.popup(finder.window.mapToGlobal(QPoint(300, 100)))
    qtbot.waitUntil(menu.isVisible)
    menu.setActiveAction(menu.mark("moments_of_truth", True))
    QTest.keyClick(menu, Qt.Key.Key_Space)
    assert menu.isVisible()
    assert finder.clear == {"tp_d"}
    QTest.keyClick(menu, Qt.Key.Key_Space)
    assert finder.clear == everything(finder)
    menu.close()


def test_matches_follow_edits(finder: Finder) -> None:
    finder.begin("advert")

    def rename(project: Project) -> Project:
        return set_touchpoint(project, MAP, ["tp_a"], title="Poster")

    def say(project: Project) -> Project:
        return set_note(project, MAP, ["nt_c"], text="Too many adverts")

    def remove(project: Project) -> Project:
        return delete_cards(project, MAP, ["nt_c"])

    finder.edit(rename)
    assert finder.clear == set()
    finder.edit(say)
    assert finder.clear == {"nt_c"}
    assert finder.bar.count.text() == "1 of 8 cards"
    finder.edit(remove)
    assert finder.bar.count.text() == "Nothing found"
    finder.window.room.document.undo_stack.undo()
    assert finder.clear == {"nt_c"}


def test_far_away_the_layer_of_all_cards_fades_too(finder: Finder) -> None:
    finder.canvas.view.zoom_to(0.2)
    finder.begin("advert")
    before = finder.canvas.view.viewport().grab().toImage()
    finder.key(Qt.Key.Key_Escape)
    assert finder.canvas.view.viewport().grab().toImage() != before


def test_another_language_keeps_what_is_sought(qtbot: QtBot, finder: Finder) -> None:
    finder.begin("home")
    finder.window.room.settings.language_wanted.emit("de")
    qtbot.waitUntil(lambda: finder.window.room.canvas is not finder.canvas)
    again = Finder(finder.window)
    qtbot.waitUntil(again.bar.isVisible)
    assert again.bar.field.text() == "home"
    assert again.clear == {"nt_a", "tp_d"}
    assert again.bar.count.text() == "2 von 8 Karten"


def test_names_are_shown_as_they_were_typed(finder: Finder) -> None:
    def tag(project: Project) -> Project:
        return set_note(project, MAP, ["nt_c"], tags=("R&D <b>",))

    finder.edit(tag)
    finder.begin()
    finder.bar.filter_wanted.emit()
    assert finder.bar.menu.mark("tags", "R&D <b>").text() == "R&&D <b>"
    finder.bar.menu.mark("tags", "R&D <b>").trigger()
    assert finder.clear == {"nt_c"}
    (chip,) = finder.bar.chips.buttons
    assert chip.text() == "R&&D <b>"
    assert chip.toolTip() == "Do not filter by this any more: Tag: R&amp;D &lt;b&gt;"


def test_a_card_being_written_is_kept_before_one_looks_elsewhere(finder: Finder) -> None:
    finder.canvas.cards.go_to(1)
    finder.key(Qt.Key.Key_F2)
    finder.type("Radio")
    ask(finder.window, "find.open")
    finder.type("radio")
    assert finder.clear == {"tp_a"}


def test_chips_take_single_values_away(qtbot: QtBot, finder: Finder) -> None:
    finder.begin("o")
    sought = Sought(text="o", evidence=frozenset({"assumption", "anecdotal"}), emotions=frozenset({None}), votes=2)
    finder.canvas.finding.seek(sought)
    chips = finder.bar.chips.buttons
    assert [chip.text() for chip in chips] == ["Assumption", "Anecdotal", "No value", "at least 2 votes"]
    QTest.mouseClick(chips[1], Qt.MouseButton.LeftButton)
    assert finder.canvas.finding.sought == Sought(
        text="o", evidence=frozenset({"assumption"}), emotions=frozenset({None}), votes=2
    )
    finder.bar.chips.buttons[2].setFocus()
    finder.key(Qt.Key.Key_Space)
    assert finder.canvas.finding.sought == Sought(
        text="o", evidence=frozenset({"assumption"}), emotions=frozenset({None})
    )
    assert finder.bar.chips.buttons[1].hasFocus()  # the row keeps the keyboard
    finder.key(Qt.Key.Key_Space)
    finder.key(Qt.Key.Key_Space)
    assert finder.canvas.finding.sought == Sought(text="o")
    assert finder.bar.chips.buttons == []
    assert finder.bar.field.text() == "o"


def test_chips_without_room_are_counted(qtbot: QtBot, finder: Finder) -> None:
    finder.begin()
    finder.canvas.finding.seek(Sought(emotions=frozenset({-2, -1, 0, 1, 2, None}), votes=1, drop_offs=True))
    finder.window.resize(1366, 768)
    QApplication.processEvents()
    chips = finder.bar.chips
    shown = [chip for chip in chips.buttons if not chip.isHidden()]
    rest = len(chips.buttons) - len(shown)
    assert 0 < len(shown) < 8
    assert chips._more.text() == f"+{rest} more"
    edge = chips._more.geometry().right()
    assert max(chip.geometry().right() for chip in shown) < chips._more.geometry().left()
    assert edge <= chips.width()
    QTest.mouseClick(chips._more, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(finder.bar.menu.isVisible)
    finder.bar.menu.close()


def collapsed(finder: Finder) -> set[str]:
    return {one.id for one in finder.canvas.desk.map.phases if one.collapsed}


@pytest.fixture
def folded(finder: Finder) -> Finder:
    """Return a finder of a card that lies in a collapsed phase; the search has shown it."""
    finder.edit(lambda project: set_touchpoint(project, MAP, ["tp_d"], title="Uses it daily"))
    finder.canvas.desk.fold(["ph_c"], [], folded=True)
    finder.begin("daily")
    finder.key(Qt.Key.Key_Return)
    assert collapsed(finder) == set()
    assert finder.chosen == {"tp_d"}
    return finder


def test_what_find_has_expanded_is_collapsed_again(folded: Finder) -> None:
    folded.key(Qt.Key.Key_Escape)
    assert collapsed(folded) == {"ph_c"}


def test_it_stays_expanded_where_something_was_edited(folded: Finder) -> None:
    folded.edit(lambda project: set_touchpoint(project, MAP, ["tp_d"], emotion=2))
    folded.key(Qt.Key.Key_Escape)
    assert collapsed(folded) == set()


def test_the_curve_fades_with_its_cards(finder: Finder) -> None:
    finder.edit(lambda project: set_touchpoint(project, MAP, ["tp_a", "tp_d"], emotion=1))
    (items,) = ([*finder.canvas._scene._curves.values()],)
    assert items
    finder.begin("advert")
    faded = set().union(*(item.faded for item in items))
    assert "tp_a" not in faded
    assert "tp_d" in faded
    finder.key(Qt.Key.Key_Escape)
    assert not set().union(*(item.faded for item in items))

"""The first steps of the help, done as they are written: what they promise must happen."""

from __future__ import annotations

from pathlib import Path

from pypdf import PdfReader
from PySide6.QtGui import QKeySequence, QTextDocument
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from cjeditor.canvas.selection import Spot
from cjeditor.catalogue.lanes import standard_lane
from cjeditor.layout.theme import LIGHT
from cjeditor.window.appearance import application_font
from cjeditor.window.handout.dialog import HandoutDialog
from cjeditor.window.help.page import Block
from cjeditor.window.help.typesetter import Type, set_page
from cjeditor.window.main_window import MainWindow
from cjeditor.window.map_details import MapDetailsDialog
from cjeditor.window.new_map.dialog import NewDialog
from tests.window.conftest import Start
from tests.window.dialogues import press, shown
from tests.window.help.conftest import book_in


def keys(qtbot: QtBot, *wanted: str) -> None:
    for one in wanted:
        key = QKeySequence(one)[0]
        qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        qtbot.keyClick(QApplication.focusWidget(), key.key(), key.keyboardModifiers())


def types(qtbot: QtBot, text: str) -> None:
    qtbot.keyClicks(QApplication.focusWidget(), text)


def come_back(qtbot: QtBot, window: MainWindow) -> None:
    """Do what a window manager does when a dialogue closes; the offscreen platform has none."""
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def test_the_first_steps_lead_to_a_handout(qtbot: QtBot, start: Start, file: Path, tmp_path: Path) -> None:
    first = start([file])
    first.activateWindow()
    qtbot.waitUntil(first.isActiveWindow)
    first.room.canvas.setFocus()
    keys(qtbot, "Ctrl+N")
    new = shown(qtbot, NewDialog)
    qtbot.waitUntil(new.isActiveWindow)
    assert new.templates.chosen() == "nine-phases"
    types(qtbot, "Anna moves house")
    new.persona.setFocus()
    types(qtbot, "Anna")
    press(new, "Create")
    qtbot.waitUntil(lambda: _newest(first).room.document.project.title == "Anna moves house")
    window = _newest(first)
    come_back(qtbot, window)
    qtbot.waitUntil(window.room.canvas.hasFocus)

    types(qtbot, "Gets a letter")
    keys(qtbot, "Enter")
    types(qtbot, "Tells her sister")
    keys(qtbot, "Tab")
    types(qtbot, "Looks around")
    keys(qtbot, "Esc")
    titles = {one.number: one for one in window.room.document.project.maps[0].touchpoints}
    assert [titles[number].title for number in (1, 2, 3)] == ["Gets a letter", "Tells her sister", "Looks around"]
    assert titles[1].step == titles[2].step != titles[3].step

    window.room.canvas.cards.go_to(1)
    keys(qtbot, "Ctrl+1")
    assert next(one for one in window.room.document.project.maps[0].touchpoints if one.number == 1).emotion == -2
    pains = standard_lane("pains-opportunities")
    assert pains is not None
    lane = next(one for one in window.room.document.project.maps[0].lanes if one.name == pains.name.en)
    window.room.canvas.selection.put_focus(Spot(titles[1].step, lane.id))
    types(qtbot, "Nobody says when")
    keys(qtbot, "Esc")
    (note,) = window.room.document.project.maps[0].notes
    assert (note.kind, note.text) == ("pain_point", "Nobody says when")

    keys(qtbot, "Ctrl+I")
    details = shown(qtbot, MapDetailsDialog)
    qtbot.waitUntil(details.isActiveWindow)
    details.key_finding.setFocus()
    types(qtbot, "Say when, and nobody asks.")
    press(details, "Apply")
    come_back(qtbot, window)
    window.room.canvas.setFocus()
    keys(qtbot, "Ctrl+E")
    handout = shown(qtbot, HandoutDialog)
    handout.sets.sets.setCurrentText("Full set")
    handout.sets.sets.activated.emit(handout.sets.sets.currentIndex())
    handout.file.setText(str(tmp_path / "anna.pdf"))
    press(handout, "Create PDF")
    qtbot.waitUntil(window.room.exports.can_export, timeout=60_000)  # a full set has many pages
    written = shown(qtbot, QMessageBox, "written")
    assert "Open file" in {one.text().replace("&", "") for one in written.buttons()}
    press(written, "Close")
    text = PdfReader(tmp_path / "anna.pdf").pages[0].extract_text()
    assert "Say when, and nobody asks." in text


def test_the_steps_are_numbered_from_the_first_section_to_the_last(qapp: QApplication) -> None:
    for language in ("en", "de"):
        page = book_in(language).page("first-steps")
        assert page is not None
        document = QTextDocument()
        set_page(document, page, Type(application_font(13, "normal"), "", LIGHT))
        texts = [document.findBlockByNumber(number).text() for number in range(document.blockCount())]
        numbers = [int(text.partition(".\t")[0]) for text in texts if text[:1].isdigit()]
        assert numbers == list(range(1, len(numbers) + 1))
        assert len(numbers) == sum(
            len(block.items)
            for section in page.sections
            for block in section.blocks
            if isinstance(block, Block) and block.kind == "steps"
        )


def _newest(first: MainWindow) -> MainWindow:
    windows = [one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow) and one.isVisible()]
    others = [one for one in windows if one is not first]
    return others[-1] if others else first

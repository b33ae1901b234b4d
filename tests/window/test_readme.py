"""The README's first journey leads to a printed map, with the keys and words that it names."""

from __future__ import annotations

import re
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from cjeditor.model.cards import Note
from cjeditor.model.lookup import map_of
from cjeditor.window import actions, menu_plan
from cjeditor.window.handout.dialog import HandoutDialog
from cjeditor.window.main_window import MainWindow
from cjeditor.window.new_map.dialog import NewDialog
from tests.window.conftest import Start
from tests.window.dialogues import press, shown
from tests.window.test_by_keyboard import Hands

README = (Path(__file__).parent.parent.parent / "README.md").read_text(encoding="utf-8")
JOURNEY = " ".join(README.split("## Your first journey", 1)[1].split("## ", 1)[0].split())


def said(text: str) -> str:
    """Return `text`, which the journey must name."""
    assert text in JOURNEY, text
    return text


def test_every_menu_entry_that_the_readme_names_is_there() -> None:
    rows = {row.id: row.text for row in actions.ROWS}
    ways: set[tuple[str, ...]] = set()

    def walk(menu: menu_plan.Menu, above: tuple[str, ...]) -> None:
        ways.add((*above, menu.text))
        for entry in menu.entries:
            if isinstance(entry, menu_plan.Menu):
                walk(entry, (*above, menu.text))
            elif entry != menu_plan.LINE:
                ways.add((*above, menu.text, rows[entry]))

    for menu in menu_plan.MENU_BAR:
        walk(menu, ())
    # Entries of a menu that fills itself, and of one that lies two menus deep and is named by its first and last.
    short = {(way[0], way[-1]) for way in ways} | {("Map", "Add note", "Opportunity")}
    named = [tuple(part.strip() for part in way.split("▸")) for way in re.findall(r"\*([^*]+▸[^*]+)\*", README)]
    assert len(named) >= 6
    assert [way for way in named if way not in ways | short] == []


def test_the_first_journey_ends_with_a_printed_map(
    qtbot: QtBot, start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands = Hands(qtbot)
    window = start([])
    _begin(qtbot, hands, window)
    _write(hands)
    _rate(hands, window)
    _hurt_and_help(qtbot, hands, window)
    assert "Ctrl+S writes one `.cjmap` file" in JOURNEY
    hands.press("Ctrl+S")
    asked = shown(qtbot, QFileDialog)
    qtbot.waitUntil(asked.isActiveWindow)
    hands.press("Ctrl+A")
    hands.type(str(tmp_path / "ticket.cjmap"))
    hands.press("Enter")
    qtbot.waitUntil((tmp_path / "ticket.cjmap").exists)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    _print(qtbot, hands, tmp_path / "ticket.pdf", monkeypatch)


def _begin(qtbot: QtBot, hands: Hands, window: MainWindow) -> None:
    dialog = shown(qtbot, NewDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    template = said("Five phases (awareness to advocacy)")
    names = [dialog.templates.item(row).text() for row in range(dialog.templates.count())]
    dialog.templates.setCurrentRow(next(row for row, name in enumerate(names) if template in name))
    hands.type(said("A season ticket"))
    hands.press("Tab")
    hands.type(said("Sam, commuter"))
    buttons = {one.text().replace("&", "") for one in dialog.findChildren(QAbstractButton)}
    assert said("*Create*").strip("*") in buttons
    hands.press("Enter")
    qtbot.waitUntil(lambda: window.isActiveWindow() and len(window.room.document.project.maps[0].phases) == 5)


def _write(hands: Hands) -> None:
    hands.type(said("Sees the poster on platform 2"))
    hands.press("Tab")
    hands.type(said("Compares it with the car"))
    hands.press("Tab")
    hands.type(said("Buys it at the machine"))
    hands.press("Enter")
    hands.type(said("Waits nine days for the card"))
    hands.press("Esc")


def _rate(hands: Hands, window: MainWindow) -> None:
    said("Ctrl+1 for very negative; Ctrl+5 would be very positive")
    hands.press("Ctrl+1")
    hands.press("Up")
    hands.press("Ctrl+3")
    hands.press("Left")
    hands.press("Ctrl+4")
    journey = window.room.document.project.maps[0]
    found = {one.title: (one.emotion, one.step) for one in journey.touchpoints}
    assert [found[title][0] for title in sorted(found)] == [0, 1, None, -2]
    assert len({step for _, step in found.values()}) == 3
    lead = next(one for one in window.room.document.project.personas if one.id == journey.lead_persona)
    assert lead.name == "Sam, commuter"


def _hurt_and_help(qtbot: QtBot, hands: Hands, window: MainWindow) -> None:
    canvas = window.room.canvas
    journey = map_of(window.room.document.project, canvas.map_id)
    lane = next(one for one in journey.lanes if one.name == said("Pain points and opportunities"))
    for _ in range(8):
        if canvas.selection.focus is not None and canvas.selection.focus.lane == lane.id:
            break
        hands.press("Down")
    hands.type(said("Nobody says how long it takes"))
    hands.press("Esc")
    notes = window.menuBar().findChild(QMenu, "notes")
    assert notes is not None
    entry = next(one for one in notes.actions() if one.text().replace("&", "") == "Opportunity")
    entry.trigger()
    hands.type(said("A message the day it is posted"))
    hands.press("Esc")
    kinds = {one.text: one.kind for one in map_of(window.room.document.project, canvas.map_id).notes}
    assert kinds == {"Nobody says how long it takes": "pain_point", "A message the day it is posted": "opportunity"}
    assert all(isinstance(one, Note) for one in map_of(window.room.document.project, canvas.map_id).notes)


def _print(qtbot: QtBot, hands: Hands, expected: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []

    def open_url(url: QUrl) -> bool:
        opened.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    said("Ctrl+E")
    hands.press("Ctrl+E")
    dialog = shown(qtbot, HandoutDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    said("*Create PDF*")
    hands.press("Enter")
    qtbot.waitUntil(expected.exists)
    text = "\n".join(page.extract_text() for page in pypdf.PdfReader(expected).pages)
    for title in ("Sees the poster on platform 2", "Waits nine days for the card"):
        assert title in " ".join(text.split())
    said("three pages")
    assert len(pypdf.PdfReader(expected).pages) == 3
    done = shown(qtbot, QMessageBox)
    press(done, said("*Open file*").strip("*"))
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    assert opened == [expected]

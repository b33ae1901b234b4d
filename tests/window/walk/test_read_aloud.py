"""What a screen reader would say of every control in every window: its name, what it is, and its state."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QComboBox, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from cjeditor.window.main_window import MainWindow
from cjeditor.window.pane_plan import PANES
from cjeditor.window.program import Program
from tests.builders import small_project
from tests.window.walk import looking
from tests.window.walk.opening import DIALOGS, open_all_panes, open_dialog

_IDENTIFIER = re.compile(r"^[a-z]+[._][a-z_.]+$|\b(tp|nt|st|ph|ln|lk|map|ag|ch|ps)_\w+\b|%\w|\{\w*\}")
_SAYS_NOTHING = {
    QAccessible.Role.NoRole,
    QAccessible.Role.Client,
    QAccessible.Role.Pane,
    QAccessible.Role.Window,
    QAccessible.Role.Whitespace,
}
_ROWS = {QAccessible.Role.TreeItem, QAccessible.Role.ListItem, QAccessible.Role.Cell, QAccessible.Role.ColumnHeader}


@pytest.fixture(params=["en", "de"])
def language(request: pytest.FixtureRequest) -> str:
    """Return the language of the windows."""
    return str(request.param)


@pytest.fixture
def shown(qtbot: QtBot, program: Program) -> MainWindow:
    """Return a window with all its panes and a touchpoint chosen."""
    window = program.open_window(small_project())
    window.resize(1366, 728)
    qtbot.waitUntil(window.windowHandle().isExposed)
    window.activateWindow()
    open_all_panes(window)
    window.room.canvas.cards.go_to(1)
    return window


def _faults(root: QWidget) -> Iterator[str]:
    for widget in looking.focusable(root):
        interface = QAccessible.queryAccessibleInterface(widget)
        name = interface.text(QAccessible.Text.Name)
        if not name.strip() or _IDENTIFIER.search(name):
            yield f"{widget!r}: is called {name!r}"
        if interface.role() in _SAYS_NOTHING:
            yield f"{widget!r} ({name}): is only a {interface.role().name}"
        if isinstance(widget, QComboBox) and not _is_labelled(widget, interface):
            yield f"{widget!r}: says only {name!r}, not what that is"
        if isinstance(widget, QAbstractButton) and bool(interface.state().checked) != widget.isChecked():
            yield f"{widget!r} ({name}): says that it is checked when it is not, or the other way round"
        if isinstance(widget, QAbstractItemView):
            yield from (f"{widget!r}: a {role.name} of it is called {text!r}" for role, text in _bad_rows(interface))


def _is_labelled(combo: QComboBox, interface: QAccessibleInterface) -> bool:
    """Whether it says whose value it shows: on Linux Qt takes the value for the name and asks for a label."""
    described = interface.text(QAccessible.Text.Description) or (combo.isEditable() and combo.accessibleName())
    return bool(described) or any(flag & QAccessible.RelationFlag.Label for _, flag in interface.relations())


def _bad_rows(interface: QAccessibleInterface) -> Iterator[tuple[QAccessible.Role, str]]:
    for index in range(min(interface.childCount(), 300)):
        row = interface.child(index)
        if row is not None and row.role() in _ROWS:
            text = row.text(QAccessible.Text.Name)
            if _IDENTIFIER.search(text) or (row.role() != QAccessible.Role.Cell and not text.strip(" 1")):
                yield row.role(), text


def test_every_control_of_the_window_says_what_it_is(shown: MainWindow, language: str) -> None:
    faults = set()
    for pane in PANES:
        shown.panes[pane.id].raise_()
        QApplication.processEvents()
        faults.update(_faults(shown))
    assert not faults, "\n" + "\n".join(sorted(faults))


def test_every_control_of_the_dialogues_says_what_it_is(qtbot: QtBot, shown: MainWindow, language: str) -> None:
    faults = []
    for row_id in DIALOGS:
        dialog = open_dialog(qtbot, shown, row_id)
        if not isinstance(dialog, QFileDialog):  # Qt's own
            faults += [f"{row_id}: {fault}" for fault in _faults(dialog)]
        dialog.reject()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not faults, "\n" + "\n".join(faults)

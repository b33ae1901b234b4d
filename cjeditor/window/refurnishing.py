"""Furnishes all open windows anew around what they show: in another language, or in another size of text."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeGuard, cast

from PySide6.QtCore import QByteArray, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QDockWidget, QWidget

from cjeditor import texts
from cjeditor.model.project import Project
from cjeditor.storage.fingerprint import Fingerprint
from cjeditor.window.handover import Handover
from cjeditor.window.house import House
from cjeditor.window.main_window import MainWindow
from cjeditor.window.places import STATE_VERSION
from cjeditor.window.preferences import TextSize

if TYPE_CHECKING:
    # Not before they are asked for.
    from cjeditor.window.settings.dialog import SettingsDialog


class Furnish(Protocol):
    """Lets a room move into a window whose bars are new."""

    def __call__(
        self,
        window: MainWindow,
        project: Project,
        path: Path | None = None,
        fingerprint: Fingerprint | None = None,
        before: Handover | None = None,
    ) -> None:
        """Furnish `window` with what it held before."""


class Refurnishing(QObject):
    """Makes all in the windows anew but the windows themselves; documents, selection and docks stay as they were.

    Nothing is translated in place: whatever takes its words when it is made speaks the new language. Steps on the undo
    stack are named anew where they are shown. A change waits for what it would cost: a text that is refused, a
    dialogue that is open in another window, an export. Then nothing happens, and the person is told why.
    """

    def __init__(self, house: House, furnish: Furnish, parent: QObject) -> None:
        super().__init__(parent)
        self._house = house
        self._furnish = furnish
        self._language: str | None = None
        self._size: TextSize | None = None
        # In its own turn: whoever asks is about to be replaced.
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._begin)

    def speak(self, choice: str) -> None:
        """Speak another language in all windows, soon."""
        self._language = choice
        self._turn.start()

    def write_in(self, size: str) -> None:
        """Write in another size in all windows, soon."""
        self._size = cast(TextSize, size)
        self._turn.start()

    def _begin(self) -> None:
        language, self._language = self._language, None
        size, self._size = self._size, None
        obstacle = self._obstacle()
        if obstacle:
            for dialog in _settings_dialogs(self._windows()):
                dialog.show_refused(obstacle)
            return
        preferences, before = self._house.preferences, QApplication.font().pixelSize()
        if size is not None:
            preferences.set_text_size(size)
        if language is not None:
            preferences.set_language(language)
            words = texts.of(preferences.language)
            if words is not self._house.words:
                self._house.speak(words)
        growth = QApplication.font().pixelSize() / before
        for window in self._windows():
            self._refurnish(window, growth)

    def _windows(self) -> list[MainWindow]:
        return [one for one in self._house.windows.windows if isinstance(one, MainWindow)]

    def _obstacle(self) -> str:
        """Return why the windows cannot be furnished anew now; empty where they can."""
        t = self._house.words.t
        for window in self._windows():
            room = window.room
            if any(one.isModal() for one in _dialogs(window) if not _is_settings(one)):
                return t("That has to wait until the question in the other window is answered.")
            if not room.exports.can_export():
                return t("That has to wait until the export is done.")
            if not room.finish_editing():
                return t("That has to wait until the text that is being written can be kept.")
        return ""

    def _refurnish(self, window: MainWindow, growth: float) -> None:
        settings = next(iter(_settings_dialogs([window])), None)
        page = settings.place() if settings is not None else None
        read = window.room.help.place()
        focus = _path_to(window.focusWidget(), window)
        state = window.saveState(STATE_VERSION)
        window.setUpdatesEnabled(False)
        before = window.room.hand_over()
        window.begin_anew()
        document = before.document
        self._furnish(window, document.project, document.path, before=before)
        _put_docks_back(window, state)
        if growth != 1:
            _widen_docks(window, growth)
        before.look.bring_back(window.room.canvas)
        window.room.contents.go_on()
        if read is not None:
            window.room.help.open_at(read)
        if page is not None:
            window.room.settings.open_at(page)
        focused = _at_path(focus, window)
        if focused is not None:
            focused.setFocus(Qt.FocusReason.OtherFocusReason)
        window.setUpdatesEnabled(True)


def _dialogs(window: QWidget) -> list[QDialog]:
    return [one for one in window.findChildren(QDialog) if one.isVisible()]


def _is_settings(dialog: QDialog) -> TypeGuard[SettingsDialog]:
    # Imported here: nobody waits for it at start.
    from cjeditor.window.settings.dialog import SettingsDialog  # noqa: PLC0415

    return isinstance(dialog, SettingsDialog)


def _settings_dialogs(windows: Sequence[QWidget]) -> list[SettingsDialog]:
    return [one for window in windows for one in _dialogs(window) if _is_settings(one)]


def _put_docks_back(window: MainWindow, state: QByteArray) -> None:
    window.restoreState(state, STATE_VERSION)
    layout = window.layout()
    if layout is not None:
        # What follows needs to know how large the map is.
        layout.activate()
    middle = window.centralWidget()
    inside = middle.layout() if middle is not None else None
    if inside is not None:
        inside.activate()


def _widen_docks(window: MainWindow, growth: float) -> None:
    """Let the panes beside the map grow with their texts, as far as the map keeps the larger part of the window."""
    beside = Qt.DockWidgetArea.LeftDockWidgetArea | Qt.DockWidgetArea.RightDockWidgetArea
    panes = [
        one
        for one in window.findChildren(QDockWidget)
        if one.isVisible() and not one.isFloating() and window.dockWidgetArea(one) in beside
    ]
    widths = [min(round(one.width() * growth), window.width() * 3 // 10) for one in panes]
    window.resizeDocks(panes, widths, Qt.Orientation.Horizontal)


Way = tuple[tuple[str, str, int], ...]
"""The way from a window down to a widget: the class, the name and the place among its like of each widget on it."""


def _path_to(widget: QWidget | None, window: QWidget) -> Way:
    steps: list[tuple[str, str, int]] = []
    while widget is not None and widget is not window:
        parent = widget.parentWidget()
        if parent is None:
            return ()
        like = _like(parent, type(widget).__name__, widget.objectName())
        steps.append((type(widget).__name__, widget.objectName(), like.index(widget)))
        widget = parent
    return tuple(reversed(steps))


def _at_path(path: Way, window: QWidget) -> QWidget | None:
    """Return the widget that stands where `path` leads; nothing where the way is another now."""
    found: QWidget = window
    for kind, name, place in path:
        like = _like(found, kind, name)
        if place >= len(like):
            return None
        found = like[place]
    return found if path else None


def _like(parent: QWidget, kind: str, name: str) -> list[QWidget]:
    """Return the children of this class and name, those first that are shown: others are made only when needed."""
    children = parent.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    like = [one for one in children if type(one).__name__ == kind and one.objectName() == name]
    return sorted(like, key=QWidget.isHidden)

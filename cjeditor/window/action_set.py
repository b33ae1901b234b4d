"""The actions of one window: a QAction for each row of the table, kept in step with what can be done now."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from cjeditor.model.problem import EditRefused
from cjeditor.texts import Texts
from cjeditor.window import actions, menu_plan, mnemonics
from cjeditor.window.action_row import Row
from cjeditor.window.chosen_keys import ChosenKeys
from cjeditor.window.icons import Icons

_ROLES = {
    "preferences": QAction.MenuRole.PreferencesRole,
    "about": QAction.MenuRole.AboutRole,
    "quit": QAction.MenuRole.QuitRole,
}


class ActionSet(QObject):
    """Makes the actions, calls what they stand for, and says which can be asked for.

    Signals:
        refused(Problem): what was asked for breaks a rule; nothing was changed.
    """

    refused = Signal(object)

    def __init__(self, words: Texts, icons: Icons, keys: ChosenKeys, parent: QObject) -> None:
        """Make the actions.

        Args:
            words: of the window.
            icons: of the program.
            keys: that lead to them.
            parent: the window.
        """
        super().__init__(parent)
        self._keys = keys
        keys.changed.connect(self._take_keys)
        self._targets: Mapping[str, object] = {}
        self._words = words
        self._rows = {row.id: row for row in actions.ROWS}
        self._letters = _letters(words)
        self._groups: dict[str, QActionGroup] = {}
        self._actions: dict[str, QAction] = {row.id: self._made(row, icons) for row in actions.ROWS}
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self.refresh)

    def serve(self, targets: Mapping[str, object]) -> None:
        """Say what the handlers are methods of; until then no action can be asked for.

        Args:
            targets: by the name before the dot in the actions table.
        """
        self._targets = targets
        for row_id, action in self._actions.items():
            action.setEnabled(not self._rows[row_id].enabled)
        self.refresh()

    def __getitem__(self, row_id: str) -> QAction:
        """Return the action of a row; KeyError for an unknown one."""
        return self._actions[row_id]

    def all(self) -> list[QAction]:
        """Return every action, for the window to take their shortcuts."""
        return list(self._actions.values())

    def menu_title(self, menu: menu_plan.Menu) -> str:
        """Return what `menu` is called, with its mnemonic."""
        return mnemonics.marked(self._words.t(menu.text), self._letters.get(menu.id, ""))

    def rename(self, row_id: str, text: str) -> None:
        """Give an action another name (“Undo Move touchpoint”); its letter stays where it can."""
        action = self._actions[row_id]
        action.setText(mnemonics.marked(text, self._letters.get(row_id, "")))
        action.setToolTip(self._tooltip(row_id, text))

    def refresh_soon(self) -> None:
        """Refresh once what happens now is over: one edit changes much, one thing after the other."""
        self._later.start()

    def refresh_pending(self) -> None:
        """Refresh if that is due; before a key finds its action."""
        if self._later.isActive():
            self.refresh()

    def refresh(self) -> None:
        """Ask again which actions can be asked for and which have their mark set."""
        self._later.stop()
        if not self._targets:
            return
        for row_id, action in self._actions.items():
            row = self._rows[row_id]
            if row.enabled:
                action.setEnabled(bool(self._resolve(row.enabled)(*(row.args if row.ask_with_args else ()))))
            if row.checked:
                blocker = QSignalBlocker(action)
                action.setChecked(bool(self._resolve(row.checked)(*row.args)))
                blocker.unblock()

    def trigger(self, row_id: str) -> None:
        """Do what the row stands for."""
        row = self._rows[row_id]
        arguments: tuple[Any, ...] = row.args
        if row.checked and not row.group:
            arguments = (*row.args, self._actions[row_id].isChecked())
        try:
            action = self._actions[row_id]
            by_key = isinstance(action, KeyedAction) and action.by_key
            self._resolve(row.key_handler if by_key else row.handler)(*arguments)
        except EditRefused as refused:
            self.refused.emit(refused.problem)

    def _made(self, row: Row, icons: Icons) -> QAction:
        # Only where it matters: Qt tells an action of each of its changes, and Python hears that slowly.
        action = KeyedAction(self) if row.key_handler else QAction(self)
        text = self._words.t(row.text)
        action.setObjectName(row.id)
        action.setData(row.id)
        action.setText(mnemonics.marked(text, self._letters.get(row.id, "")))
        action.setIconText(self._words.t(row.short) if row.short else text)
        if row.icon:
            action.setIcon(icons.icon(row.icon))
        action.setShortcuts(self._keys.of(row))
        action.setToolTip(self._tooltip(row.id, text, action))
        if row.tip:
            action.setStatusTip(self._words.t(row.tip))
        action.setCheckable(bool(row.checked))
        action.setEnabled(False)
        if row.group:
            group = self._groups.setdefault(row.group, QActionGroup(self))
            group.addAction(action)
        if row.role:
            action.setMenuRole(_ROLES[row.role])
        action.triggered.connect(self._triggered)
        return action

    def _tooltip(self, row_id: str, text: str, action: QAction | None = None) -> str:
        keys = (action or self._actions[row_id]).shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        return f"{text.removesuffix('…').rstrip()} ({keys})" if keys else text.removesuffix("…").rstrip()

    def _take_keys(self, row_id: str) -> None:
        action = self._actions[row_id]
        action.setShortcuts(self._keys.of(self._rows[row_id]))
        action.setToolTip(self._tooltip(row_id, self._words.t(self._rows[row_id].text)))

    def _resolve(self, name: str) -> Callable[..., Any]:
        target, method = name.split(".")
        found: Callable[..., Any] = getattr(self._targets[target], method)
        return found

    def _triggered(self) -> None:
        sender = self.sender()
        if isinstance(sender, QAction):
            self.trigger(sender.data())


class KeyedAction(QAction):
    """An action that knows, while it is triggered, whether its shortcut did that, and no menu or button."""

    by_key = False

    def event(self, event: QEvent) -> bool:
        """Remember that a shortcut is at work."""
        if event.type() != QEvent.Type.Shortcut:
            return super().event(event)
        self.by_key = True
        try:
            return super().event(event)
        finally:
            self.by_key = False


@lru_cache(maxsize=4)
def _letters(words: Texts) -> Mapping[str, str]:
    """Return the mnemonic of every row and menu in this language; every window has the same."""
    texts = {row.id: words.t(row.text) for row in actions.ROWS}
    menus: list[list[str]] = [[menu.id for menu in menu_plan.MENU_BAR]]
    texts.update((menu.id, words.t(menu.text)) for menu in menu_plan.MENU_BAR)
    for menu in menu_plan.every_menu():
        entries: list[str] = []
        for entry in menu.entries:
            if isinstance(entry, menu_plan.Menu):
                texts[entry.id] = words.t(entry.text)
                entries.append(entry.id)
            elif entry != menu_plan.LINE:
                entries.append(entry)
        menus.append(entries)
    return mnemonics.assign(menus, texts)

"""The page for keys: every action with its key, found by name or key, to be given another."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from cjeditor.analysis.folding import folded
from cjeditor.texts import N_, Texts
from cjeditor.window import actions, menu_plan
from cjeditor.window.action_row import Row
from cjeditor.window.chosen_keys import ChosenKeys, Refusal, refusal
from cjeditor.window.plain import label, menu_text, message_box

_NATIVE = QKeySequence.SequenceFormat.NativeText
_ROW = Qt.ItemDataRole.UserRole
_WHY: dict[Refusal, str] = {
    "writes": N_("{key} writes on the map. Hold Ctrl as well, or take a function key."),
    "map": N_("The map itself needs {key}."),
    "menu": N_("{key} opens a menu."),
}


class KeysPage(QWidget):
    """The page. What is chosen holds at once, in all windows."""

    def __init__(self, keys: ChosenKeys, words: Texts, parent: QWidget) -> None:
        super().__init__(parent)
        self._keys = keys
        self._words = words
        self._items: dict[str, QTreeWidgetItem] = {}
        self._groups: list[tuple[QTreeWidgetItem, list[QTreeWidgetItem]]] = []
        t = words.t
        self.search = QLineEdit(self)
        self.search.setObjectName("key_search")
        self.search.setPlaceholderText(t("Search: an action, or a key"))
        self.search.setAccessibleName(t("Search actions and keys"))
        self.search.setClearButtonEnabled(True)
        self.list = self._list()
        self.key = QKeySequenceEdit(self)
        self.key.setObjectName("key")
        self.key.setMaximumSequenceLength(1)
        self.key.setAccessibleName(t("New key"))
        self.take = self._button("take_key", t("Use it here"))
        self.none = self._button("no_key", t("No key"))
        self.usual = self._button("usual_key", t("Usual key"))
        self.message = label("", self)
        self.message.setObjectName("hint")
        self._put_together()
        self._fill()
        self.search.textChanged.connect(self._filter)
        self.list.currentItemChanged.connect(self._turn_to)
        self.key.keySequenceChanged.connect(self._judge)
        self.take.clicked.connect(self._take)
        self.none.clicked.connect(self._take_away)
        self.usual.clicked.connect(self._reset_one)
        keys.changed.connect(self._show_key)
        self.list.setCurrentItem(self._items[actions.ROWS[0].id])

    def reset(self) -> None:
        """Ask whether every action shall have its usual key; where all have, there is nothing to ask."""
        if not any(self._keys.is_own(row) for row in actions.ROWS):
            return
        t = self._words.t
        box = message_box(
            self.window(),
            icon=QMessageBox.Icon.Question,
            text=t("Give every action its usual key again?"),
            details=t("The keys that you have chosen will be forgotten."),
        )
        box.setObjectName("reset_keys")
        box.addButton(t("Reset keys"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.accepted.connect(self._reset_all)
        box.open()

    def _reset_all(self) -> None:
        self._keys.reset_all()
        self._turn_to()

    def _button(self, name: str, text: str) -> QPushButton:
        made = QPushButton(menu_text(text), self)
        made.setObjectName(name)
        made.setAutoDefault(False)
        return made

    def _list(self) -> QTreeWidget:
        t = self._words.t
        made = QTreeWidget(self)
        made.setObjectName("actions")
        made.setAccessibleName(t("Actions and their keys"))
        made.setHeaderLabels([t("What it does"), t("Key")])
        made.setIndentation(0)
        made.setRootIsDecorated(False)
        made.setItemsExpandable(False)
        made.setAllColumnsShowFocus(True)
        made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.header().hide()
        made.header().setStretchLastSection(False)
        made.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        made.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        made.setMinimumHeight(6 * (self.fontMetrics().height() + 8))
        return made

    def _put_together(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 0, 4, 0)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        name = QLabel(menu_text(self._words.t("New key")), self)
        name.setBuddy(self.key)
        row.addWidget(name)
        row.addWidget(self.key, 1)
        row.addWidget(self.take)
        column.addLayout(row)
        column.addWidget(self.message)
        others = QHBoxLayout()
        others.setSpacing(8)
        others.addWidget(self.none)
        others.addWidget(self.usual)
        others.addStretch(1)
        column.addLayout(others)

    def _fill(self) -> None:
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        rows = {row.id: row for row in actions.ROWS}
        for menu in menu_plan.MENU_BAR:
            title = QTreeWidgetItem(self.list, [self._words.t(menu.text)])
            title.setFont(0, bold)
            title.setFlags(Qt.ItemFlag.ItemIsEnabled)
            title.setFirstColumnSpanned(True)
            title.setSizeHint(0, QSize(0, self.fontMetrics().height() + 14))
            self._groups.append((title, []))
            for row_id in menu_plan.rows_of(menu):
                if row_id not in self._items:
                    item = QTreeWidgetItem(title, [self._name(rows[row_id]), ""])
                    item.setData(0, _ROW, rows[row_id])
                    self._items[row_id] = item
                    self._groups[-1][1].append(item)
                    self._show_key(row_id)
        self.list.expandAll()

    def _name(self, row: Row) -> str:
        return self._words.t(row.text).removesuffix("…").rstrip()

    def _row(self) -> Row | None:
        item = self.list.currentItem()
        found = item.data(0, _ROW) if item is not None else None
        return found if isinstance(found, Row) else None

    def _show_key(self, row_id: str) -> None:
        item = self._items.get(row_id)
        if item is None:
            return
        row: Row = item.data(0, _ROW)
        item.setText(1, ", ".join(key.toString(_NATIVE) for key in self._keys.of(row)))
        font = QFont(self.list.font())
        font.setItalic(self._keys.is_own(row))
        item.setFont(1, font)
        if row is self._row():
            self._judge()

    def _filter(self) -> None:
        typed = self.search.text().strip().casefold()
        wanted = folded(typed).split()
        shown: QTreeWidgetItem | None = None
        for title, items in self._groups:
            for item in items:
                name = folded(f"{title.text(0)} {item.text(0)}")
                found = typed in item.text(1).casefold() or (wanted and all(word in name for word in wanted))
                item.setHidden(bool(typed) and not found)
            left = [item for item in items if not item.isHidden()]
            title.setHidden(not left)
            shown = shown or next(iter(left), None)
        current = self.list.currentItem()
        if shown is not None and (current is None or current.isHidden()):
            self.list.setCurrentItem(shown)

    def _turn_to(self) -> None:
        self.key.clear()
        self._judge()

    def _judge(self) -> None:
        """Say what comes of the key that was typed."""
        t, row, typed = self._words.t, self._row(), self.key.keySequence()
        why = refusal(typed)
        self.take.setEnabled(row is not None and not typed.isEmpty() and why is None)
        self.none.setEnabled(row is not None and bool(self._keys.of(row)))
        self.usual.setEnabled(row is not None and self._keys.is_own(row))
        shown = typed.toString(_NATIVE)
        holders = self._keys.holders(typed, but=row.id) if row is not None and not typed.isEmpty() else []
        if why is not None:
            text = t(_WHY[why], key=shown)
        elif holders:
            names = ", ".join(self._words.quoted(self._name(each)) for each in holders)
            text = t("{key} belongs to {actions}, which will lose it.", key=shown, actions=names)
        elif typed.isEmpty():
            text = t("Choose an action, then press its new key in the field.")
        else:
            text = t("{key} is free.", key=shown)
        self.message.setText(text)

    def _take(self) -> None:
        row, typed = self._row(), self.key.keySequence()
        if row is not None and not typed.isEmpty() and refusal(typed) is None:
            self._keys.choose(row.id, typed)
            self._turn_to()

    def _take_away(self) -> None:
        row = self._row()
        if row is not None:
            self._keys.choose(row.id, QKeySequence())
            self._turn_to()

    def _reset_one(self) -> None:
        row = self._row()
        if row is not None:
            self._keys.reset(row.id)
            self._turn_to()

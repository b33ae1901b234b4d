"""Which parts a handout has: a set to begin with, and the list in which it is changed; own sets are kept by name."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QInputDialog, QVBoxLayout, QWidget

from cjeditor.export.options import Audience
from cjeditor.export.parts import PART_KEYS
from cjeditor.export.presets import PRESETS, preset
from cjeditor.texts import Texts
from cjeditor.window.deciding import ask_before
from cjeditor.window.handout.choices import ordered_with
from cjeditor.window.handout.parts_list import PartsList
from cjeditor.window.icons import Icons
from cjeditor.window.kept_handouts import KeptHandouts
from cjeditor.window.key_button import KeyButton, icon_button
from cjeditor.window.plain import shortened, tooltip_text

_OWN = "own"
_TIP = Qt.ItemDataRole.ToolTipRole
_LONGEST_NAME = 60


class SetChoice(QWidget):
    """A set and its parts.

    Signals:
        changed(): other parts are to be printed, or in another order.
        meant_for(str): a ready-made set was chosen that is meant for this audience.
    """

    changed = Signal()
    meant_for = Signal(str)

    def __init__(self, kept: KeptHandouts, words: Texts, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._kept = kept
        self._words = words
        self._icons = icons
        self.sets = QComboBox(self)
        self.sets.setObjectName("sets")
        self.sets.setAccessibleName(words.t("Set of parts"))
        self.sets.setAccessibleDescription(words.t("Set of parts"))
        self.sets.setMinimumContentsLength(14)
        self.parts = PartsList(words, self)
        self.keep = self._button("keep_set", "floppy-disk", words.t("Keep this set under a name"))
        self.forget = self._button("remove_set", "trash", words.t("Remove this set"))
        self.up = self._button("up", "arrow-up", words.t("Move up"))
        self.down = self._button("down", "arrow-down", words.t("Move down"))
        self._lay_out()
        self._fill()
        self.parts.changed.connect(self._parts_changed)
        self.parts.currentRowChanged.connect(self._look)
        self.sets.activated.connect(self._chosen)
        self.keep.clicked.connect(self.ask_for_name)
        self.forget.clicked.connect(self._ask_to_remove)
        self.up.clicked.connect(self._move_up)
        self.down.clicked.connect(self._move_down)

    def show_parts(self, order: tuple[str, ...], ticked: frozenset[str]) -> None:
        """Show these parts, and which set they are."""
        self.parts.show_parts(order, ticked)
        self.parts.setCurrentRow(0)
        self._show_set()

    def show_audience(self, audience: Audience) -> None:
        """Say of which parts this audience gets nothing."""
        self.parts.show_audience(audience)

    def chosen(self) -> tuple[str, ...]:
        """The keys of the parts that are ticked, in order."""
        ticked = self.parts.ticked
        return tuple(key for key in self.parts.order if key in ticked)

    def keep_as(self, name: str) -> None:
        """Keep what is ticked as a set of that name, and show it as chosen."""
        name = name.strip()[:_LONGEST_NAME]
        if name and self.chosen():
            self._kept.keep_set(name, self.chosen())
            self._fill()

    def ask_for_name(self) -> None:
        """Ask under which name the set is kept; one that there is already is replaced."""
        dialog = QInputDialog(self)
        dialog.setObjectName("set_name")
        dialog.setWindowTitle(self._words.t("Keep this set"))
        dialog.setLabelText(self._words.t("Name of the set"))
        dialog.setTextValue(self._name())
        dialog.textValueSelected.connect(self.keep_as)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _button(self, name: str, icon: str, tip: str) -> KeyButton:
        return icon_button(self._icons, name, icon, tip, self)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(6)
        top.addWidget(self.sets, 1)
        top.addWidget(self.keep)
        top.addWidget(self.forget)
        side = QVBoxLayout()
        side.setSpacing(6)
        side.addWidget(self.up)
        side.addWidget(self.down)
        side.addStretch(1)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(6)
        grid.addLayout(top, 0, 0, 1, 2)
        grid.addWidget(self.parts, 1, 0)
        grid.addLayout(side, 1, 1)
        grid.setColumnStretch(0, 1)

    def _fill(self) -> None:
        """List the sets anew, and show which one the parts are."""
        with QSignalBlocker(self.sets):
            self.sets.clear()
            for one in PRESETS:
                self.sets.addItem(self._words.t(one.title), f"preset:{one.key}")
                self.sets.setItemData(self.sets.count() - 1, tooltip_text(self._words.t(one.tip)), _TIP)
            for name in sorted(self._kept.sets(), key=str.casefold):
                self.sets.addItem(shortened(name), f"set:{name}")
            self.sets.addItem(self._words.t("Own selection"), _OWN)
        self._show_set()

    def _name(self) -> str:
        """The name of the kept set that is chosen; empty where it is none."""
        key = str(self.sets.currentData())
        return key.removeprefix("set:") if key.startswith("set:") else ""

    def _parts_of(self, key: str) -> tuple[str, ...]:
        if key.startswith("preset:"):
            return preset(key.removeprefix("preset:")).parts
        return tuple(one for one in self._kept.sets().get(key.removeprefix("set:"), ()) if one in PART_KEYS)

    def _show_set(self) -> None:
        """Choose the set that has just these parts in this order; else the own selection."""
        chosen = self.chosen()
        keys = [str(self.sets.itemData(at)) for at in range(self.sets.count())]
        same = [at for at, key in enumerate(keys) if key != _OWN and self._parts_of(key) == chosen]
        if self.sets.currentIndex() not in same:
            self.sets.setCurrentIndex(same[0] if same else keys.index(_OWN))
        tip = self.sets.currentData(_TIP)
        self.sets.setToolTip(tip if isinstance(tip, str) else "")
        self._look()

    def _look(self) -> None:
        row, last = self.parts.currentRow(), self.parts.count() - 1
        self.up.setEnabled(row > 0)
        self.down.setEnabled(0 <= row < last)
        self.keep.setEnabled(bool(self.chosen()))
        self.forget.setEnabled(bool(self._name()))

    def _parts_changed(self) -> None:
        self._show_set()
        self.changed.emit()

    def _chosen(self) -> None:
        key = str(self.sets.currentData())
        if key != _OWN:
            parts = self._parts_of(key)
            self.parts.show_parts(ordered_with(parts), frozenset(parts))
            self.parts.setCurrentRow(0)
            if key.startswith("preset:"):
                self.meant_for.emit(preset(key.removeprefix("preset:")).audience)
        self._parts_changed()

    def _ask_to_remove(self) -> None:
        question = self._words.t("Remove the set “{name}”? The parts stay ticked.", name=shortened(self._name()))
        ask_before(self, question, self._words.t("Remove"), self._remove, name="remove_set_question")

    def _remove(self) -> None:
        self._kept.remove_set(self._name())
        self._fill()

    def _move_up(self) -> None:
        self.parts.move_current(-1)

    def _move_down(self) -> None:
        self.parts.move_current(1)

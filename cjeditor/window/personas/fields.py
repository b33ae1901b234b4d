"""Fields that only personas have: texts that say what belongs into them, the type of buyer, the channels."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from cjeditor.texts import Texts
from cjeditor.window.plain import label
from cjeditor.window.properties.choice import Choice
from cjeditor.window.properties.choice_fields import Option
from cjeditor.window.properties.field import Field
from cjeditor.window.properties.text_edit import LineEdit
from cjeditor.window.properties.text_fields import TextField
from cjeditor.wording import plain

_KEY = Qt.ItemDataRole.UserRole
_MOST_ROWS = 6
_LONGEST_NAME = 60


class HintedField(TextField):
    """A text; as long as it is empty, a hint says what belongs there."""

    def __init__(self, key: str, name: str, words: Texts, *, hint: str, least_lines: int = 1) -> None:
        """Make it; `hint` is untranslated."""
        super().__init__(key, name, words, least_lines=least_lines)
        self._said = words.t(hint)

    def put_text(self, text: str, *, several: bool) -> None:
        """Show `text` over the hint."""
        super().put_text(text, several=several)
        self.edit.setPlaceholderText(self._said)


class TypeField(Field):
    """What type of buyer it is: one of the known ones, or whatever is typed."""

    def __init__(self, key: str, name: str, words: Texts) -> None:
        super().__init__(key, name, words)
        self.box = Choice(name)
        self.box.setEditable(True)
        self.box.setInsertPolicy(Choice.InsertPolicy.NoInsert)
        self._edit = LineEdit(name)
        # Inside of the box, which has an edge of its own.
        self._edit.setStyleSheet("QLineEdit { border: none; background: transparent; padding: 0; }")
        self._edit.setPlaceholderText(words.t("Choose, or write your own"))
        self.box.setLineEdit(self._edit)
        self.box.setCompleter(None)  # type: ignore[arg-type]  # none: what is typed stays as it is typed
        self.add_control(self.box)
        self._edit.textEdited.connect(self.take)
        self.box.activated.connect(self._chosen)

    def offer_names(self, names: Sequence[str]) -> None:
        """Offer these types from now on; what is written stays."""
        if list(names) == [self.box.itemText(at) for at in range(self.box.count())]:
            return
        written = self._edit.text()
        blocker = QSignalBlocker(self.box)
        self.box.clear()
        self.box.addItems(list(names))
        self.box.setCurrentIndex(-1)
        self._edit.setText(written)
        blocker.unblock()

    def put(self, value: object) -> None:
        """Show a type."""
        self._edit.setText(str(value))
        self._edit.setCursorPosition(0)

    def value(self) -> object:
        """Return what is written."""
        return self._edit.text()

    def _chosen(self, _at: int) -> None:
        self.take()


class ChannelsField(Field):
    """The channels that somebody prefers, each with a mark of its own."""

    def __init__(self, key: str, name: str, words: Texts) -> None:
        super().__init__(key, name, words)
        self._held: tuple[str, ...] = ()
        self.list = QListWidget()
        self.list.setAccessibleName(name)
        self.list.setStyleSheet("QListWidget::item { padding: 3px 2px; }")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.add_control(self.list)
        self._none = label(words.t("The project has no channels yet; they come with the touchpoints."), self)
        self._none.setObjectName("quiet")
        self._none.setMinimumWidth(1)
        self.add_control(self._none)
        self.list.itemChanged.connect(self._changed)

    def offer_channels(self, options: Sequence[Option]) -> None:
        """Offer these from now on; marks stay."""
        self._none.setVisible(not options)
        self.list.setVisible(bool(options))
        items = [self.list.item(row) for row in range(self.list.count())]
        offered = [(one.value, plain(one.text, _LONGEST_NAME)) for one in options]
        if offered == [(item.data(_KEY), item.text()) for item in items]:
            return
        blocker = QSignalBlocker(self.list)
        self.list.clear()
        for value, name in offered:
            item = QListWidgetItem(name)
            item.setData(_KEY, value)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            self.list.addItem(item)
        blocker.unblock()
        self._mark(self._held)
        rows = max(1, min(len(options), _MOST_ROWS))
        self.list.setFixedHeight(rows * max(20, self.list.sizeHintForRow(0)) + 6)

    def put(self, value: object) -> None:
        """Set the marks."""
        self._held = tuple(str(one) for one in value) if isinstance(value, tuple) else ()
        self._mark(self._held)

    def value(self) -> object:
        """Return the marked channels: those that were there in their order, then the new ones."""
        marked = [
            str(self.list.item(row).data(_KEY))
            for row in range(self.list.count())
            if self.list.item(row).checkState() == Qt.CheckState.Checked
        ]
        kept = [one for one in self._held if one in marked]
        return (*kept, *(one for one in marked if one not in kept))

    def session(self) -> str:
        """Return nothing: each mark is a step of its own."""
        return ""

    def _mark(self, held: tuple[str, ...]) -> None:
        blocker = QSignalBlocker(self.list)
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setCheckState(Qt.CheckState.Checked if item.data(_KEY) in held else Qt.CheckState.Unchecked)
        blocker.unblock()

    def _changed(self) -> None:
        self.take()
        wanted = self.value()
        self._held = wanted if isinstance(wanted, tuple) else self._held

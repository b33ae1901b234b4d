"""Asks what the minutes of a workshop should say that the project does not know."""

from __future__ import annotations

from PySide6.QtCore import QDate, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from cjeditor.export.minutes_content import MinutesOptions
from cjeditor.texts import Texts
from cjeditor.window.access_keys import give_access_keys
from cjeditor.window.plain import label

_ISO = Qt.DateFormat.ISODate
_LINES = 6
_WIDTH = 520
"""Pixels."""
_DAY_STYLE = """
    QDateEdit { background: palette(base); border: 1px solid palette(dark); border-radius: 6px; padding: 3px 5px; }
    QDateEdit:focus { border: 1px solid palette(highlight); }
    QDateEdit::up-button, QDateEdit::down-button { width: 0; border: none; }
    QDateEdit QLineEdit { background: transparent; border: none; border-radius: 0; padding: 0; }
"""
"""As fields of dialogues look; the arrows are for the keys alone."""


class MinutesDialog(QDialog):
    """A form with title, day and participants, a name a line.

    Signals:
        wanted(MinutesOptions): the minutes should be written.
    """

    wanted = Signal(object)

    def __init__(self, options: MinutesOptions, words: Texts, parent: QWidget) -> None:
        """Make it.

        Args:
            options: what is proposed.
            words: the language.
            parent: the window.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words.t("Minutes of the workshop"))
        self.setMinimumWidth(_WIDTH)
        self.title = QLineEdit(options.title, self)
        self.title.setObjectName("minutes_title")
        self.day = QDateEdit(QDate.fromString(options.date, _ISO), self)
        self.day.setObjectName("minutes_day")
        self.day.setDisplayFormat("dd.MM.yyyy" if words.language == "de" else "yyyy-MM-dd")
        self.day.setStyleSheet(_DAY_STYLE)
        self.participants = QPlainTextEdit("\n".join(options.participants), self)
        self.participants.setObjectName("minutes_participants")
        self.participants.setTabChangesFocus(True)
        self.participants.setPlaceholderText(words.t("One name a line"))
        self.participants.setFixedHeight(_LINES * self.fontMetrics().lineSpacing() + 16)
        form = QFormLayout()
        form.setSpacing(10)
        for name, field in (
            (words.t("Title"), self.title),
            (words.t("Date"), self.day),
            (words.t("Participants"), self.participants),
        ):
            named = label(name, self)
            named.setWordWrap(False)
            named.setBuddy(field)
            field.setAccessibleName(name)
            form.addRow(named, field)
        hint = label(
            words.t(
                "The minutes hold the agenda with planned and real times, the map’s finding and decision, votes, "
                "ratings and open comments, and what is left on the parking lot and in the inbox."
            ),
            self,
        )
        hint.setObjectName("hint")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        write = QPushButton(words.t("Save as…"), self)
        write.setDefault(True)
        buttons.addButton(write, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self._confirm)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(14)
        column.addLayout(form)
        form.addRow(hint)
        column.addWidget(buttons)
        give_access_keys(self)

    def options(self) -> MinutesOptions:
        """Return what is asked for."""
        names = (" ".join(line.split()) for line in self.participants.toPlainText().splitlines())
        return MinutesOptions(
            title=self.title.text().strip(),
            date=self.day.date().toString(_ISO),
            participants=tuple(name for name in names if name),
        )

    def _confirm(self) -> None:
        self.wanted.emit(self.options())

    def sizeHint(self) -> QSize:
        """Return a size in which the hint has room: Qt reckons its height in a wider window than it then opens."""
        layout = self.layout()
        return super().sizeHint() if layout is None else QSize(_WIDTH, layout.totalHeightForWidth(_WIDTH))

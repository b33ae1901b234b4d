"""The one dialogue about unforeseen exceptions: go on, save a copy, or look at the report."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from cjeditor.texts import Texts
from cjeditor.window.crash_report import Report
from cjeditor.window.plain import label
from cjeditor.window.stray_keys import StrayKeys


class CrashDialog(QDialog):
    """Shows that something unforeseen happened; further reports are added while it is open.

    Signals:
        copy_wanted(): a copy of the project should be saved elsewhere.
    """

    copy_wanted = Signal()

    def __init__(self, report: Report, words: Texts, parent: QWidget | None = None, *, kept: bool = True) -> None:
        """Make it; `kept` says whether the unsaved work of all windows lies in snapshots now."""
        super().__init__(parent)
        self._words = words
        self._count = 1
        self.setObjectName("crash")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words.t("Something unexpected happened"))
        self.setMinimumWidth(520)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        self._headline = label(words.t("The program ran into an error. Your work is still here."), self)
        font = self._headline.font()
        font.setWeight(font.Weight.DemiBold)
        self._headline.setFont(font)
        layout.addWidget(self._headline)
        said = (
            words.t(
                "Your unsaved work has just been kept as a snapshot. You can go on working; if things look odd, "
                "save a copy and start the program again."
            )
            if kept
            else words.t(
                "Your unsaved work could not be kept as a snapshot; perhaps the disk is full. Save a copy now, "
                "best on another disk."
            )
        )
        layout.addWidget(label(said, self))
        self._text = QPlainTextEdit(report.text, self)
        self._text.setReadOnly(True)
        self._text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._text.setMinimumHeight(220)
        self._text.setAccessibleName(words.t("Report"))
        self._text.hide()
        layout.addWidget(self._text, 1)
        self._about = label(
            words.t(
                "The report tells where in the program it happened. It holds no texts of your project, no names of "
                "files and nothing about you."
            ),
            self,
        )
        self._about.hide()
        layout.addWidget(self._about)
        self._fill_buttons(layout)
        StrayKeys(self)  # whoever was typing has not asked for it

    def add(self, report: Report) -> None:
        """Add one more report to those shown."""
        self._count += 1
        self._text.appendPlainText(f"\n--- {self._count} ---\n{report.text}")

    def report_text(self) -> str:
        """Return all that the report says."""
        return self._text.toPlainText()

    def _fill_buttons(self, layout: QVBoxLayout) -> None:
        buttons = QDialogButtonBox(self)
        go_on = QPushButton(self._words.t("Continue"), self)
        buttons.addButton(go_on, QDialogButtonBox.ButtonRole.AcceptRole)
        save_copy = QPushButton(self._words.t("Save a copy…"), self)
        buttons.addButton(save_copy, QDialogButtonBox.ButtonRole.ActionRole)
        self._show_button = QPushButton(self._words.t("Show report"), self)
        buttons.addButton(self._show_button, QDialogButtonBox.ButtonRole.ActionRole)
        self._copy_button = QPushButton(self._words.t("Copy report"), self)
        buttons.addButton(self._copy_button, QDialogButtonBox.ButtonRole.ActionRole)
        self._copy_button.hide()
        go_on.setDefault(True)
        go_on.setFocus()
        go_on.clicked.connect(self.accept)
        save_copy.clicked.connect(self.copy_wanted)
        self._show_button.clicked.connect(self._show_report)
        self._copy_button.clicked.connect(self._copy_report)
        layout.addWidget(buttons)

    def _show_report(self) -> None:
        self._text.show()
        self._about.show()
        self._copy_button.show()
        self._show_button.hide()
        self.adjustSize()

    def _copy_report(self) -> None:
        QGuiApplication.clipboard().setText(self.report_text())

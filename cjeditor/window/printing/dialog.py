"""Asks what to print, and shows its pages; how they come out of the printer is for the dialogue of the system."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QPushButton, QVBoxLayout, QWidget

from cjeditor.export.options import HandoutOptions
from cjeditor.export.presets import PRESETS
from cjeditor.model.project import Project
from cjeditor.texts import Texts
from cjeditor.window.access_keys import give_access_keys
from cjeditor.window.fitting import fit
from cjeditor.window.handout.preview_pane import BAR_STYLE, PreviewPane
from cjeditor.window.icons import Icons
from cjeditor.window.printing.pages import HandoutPages
from cjeditor.window.printing.to_printer import ToPrinter

if TYPE_CHECKING:
    # Not before there is something to show.
    from cjeditor.export.preview import Preview

_SIZE = QSize(900, 700)


class PrintDialog(QDialog):
    """A look at the pages, and the way to the printer."""

    def __init__(
        self,
        project: Project,
        map_id: str,
        last: HandoutOptions,
        words: Texts,
        icons: Icons,
        parent: QWidget | None = None,
    ) -> None:
        """Show the pages of the handout that was composed last.

        Args:
            project: what is printed.
            map_id: which map of it.
            last: what the last handout was asked to hold.
            words: the language of the window.
            icons: where icons come from.
            parent: stands behind it.
        """
        super().__init__(parent)
        self._words = words
        self._last = last
        self._shown: Preview | None = None
        self._printer = ToPrinter(words, self)
        self.setObjectName("print")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words.t("Print"))
        self.setStyleSheet(BAR_STYLE)
        self.sets = QComboBox(self)
        self.sets.setObjectName("sets")
        self.sets.addItem(words.t("As the last handout"), "")
        for one in PRESETS:
            self.sets.addItem(words.t(one.title), one.key)
        self.preview = PreviewPane(project, map_id, words, icons, self)
        self.to_printer = QPushButton(words.t("Print…"), self)
        self.to_printer.setObjectName("to_printer")
        self._lay_out()
        self.sets.currentIndexChanged.connect(self._renew)
        self.preview.work.begun.connect(self._forget)
        self.preview.laid_out.connect(self._take)
        give_access_keys(self)
        fit(self, _SIZE)
        self.sets.setFocus()
        self.preview.show_handout(self.options(), at_once=True)

    def options(self) -> HandoutOptions:
        """Return what is to be printed."""
        chosen = next((one for one in PRESETS if one.key == self.sets.currentData()), None)
        return self._last if chosen is None else replace(self._last, parts=chosen.parts, audience=chosen.audience)

    def ask(self) -> None:
        """Ask which printer, and print what is shown."""
        if self._shown is not None:
            self._printer.ask(HandoutPages(self._shown.made))

    def done(self, result: int) -> None:
        """Give up what is being made or printed, and close."""
        self.preview.stop()
        self._printer.stop()
        super().done(result)

    def _lay_out(self) -> None:
        head = QFormLayout()
        head.addRow(self._words.t("What to print"), self.sets)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.to_printer.setDefault(True)
        buttons.addButton(self.to_printer, QDialogButtonBox.ButtonRole.ActionRole)
        self.to_printer.clicked.connect(self.ask)
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 18, 20, 16)
        whole.setSpacing(12)
        whole.addLayout(head)
        whole.addWidget(self.preview, 1)
        whole.addWidget(buttons)

    def _renew(self) -> None:
        self.preview.show_handout(self.options())

    def _forget(self) -> None:
        self._shown = None
        self.to_printer.setEnabled(False)

    def _take(self, preview: Preview) -> None:
        self._shown = preview
        self.to_printer.setEnabled(True)

"""The dialogue about the program."""

from __future__ import annotations

import platform
from pathlib import Path

import PySide6
from PySide6.QtCore import QSize, Qt, QUrl, Signal, qVersion
from PySide6.QtGui import QDesktopServices, QFont, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from cjeditor import __version__
from cjeditor.storage import paths
from cjeditor.window.about.diagnostics import diagnostics
from cjeditor.window.about.parts import LGPL_TEXT, QT_SOURCE, Part, parts
from cjeditor.window.access_keys import give_access_keys
from cjeditor.window.fitting import fit, scrolling
from cjeditor.window.house import House
from cjeditor.window.plain import label, menu_text

_OF_QT = ("pyside6", "shiboken6")


class AboutDialog(QDialog):
    """Version, parts with their licences, folders; everything is plain text and can be copied.

    Signals:
        copied(): the diagnostics lie on the clipboard.
    """

    copied = Signal()

    def __init__(self, house: House, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._house = house
        self._words = words = house.words
        self._parts = parts()
        self.setObjectName("about")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words.t("About cjeditor"))
        self.tabs = QTabWidget(self)
        self.tabs.setAccessibleName(words.t("Pages"))
        self.tabs.addTab(self._version_page(), menu_text(words.t("Version")))
        self.tabs.addTab(self._licence_page(), menu_text(words.t("Licences")))
        self.tabs.addTab(self._folder_page(), menu_text(words.t("Folders")))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(14)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(self._buttons())
        give_access_keys(self)
        line = self.fontMetrics().height()
        fit(self, QSize(max(680, 44 * line), max(480, 30 * line)))

    def show_part(self, row: int) -> None:
        """Show the licence of a part."""
        part = self._parts[row] if 0 <= row < len(self._parts) else None
        if part is not None:
            self.licence.setPlainText(self._licence_of(part))

    def _version_page(self) -> QWidget:
        t = self._words.t
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(10)
        name = self._copyable(f"cjeditor {__version__}")
        font = QFont(name.font())
        font.setPixelSize(round(font.pixelSize() * 1.5))
        font.setWeight(QFont.Weight.DemiBold)
        name.setFont(font)
        sentences = (
            t("Make, share and print customer journey maps."),
            t("Free software under the MIT licence. It opens no network connection; your maps stay with you."),
            f"Python {platform.python_version()} · Qt {qVersion()} · PySide {PySide6.__version__}",
            t("Copied diagnostics list versions, screens and settings, but nothing from your projects."),
        )
        for part in (name, *map(self._copyable, sentences)):
            column.addWidget(part)
        column.addStretch(1)
        return scrolling(page, self)

    def _licence_page(self) -> QWidget:
        t = self._words.t
        page = QWidget(self)
        row = QHBoxLayout(page)
        row.setContentsMargins(12, 12, 12, 12)
        row.setSpacing(12)
        self.list = QListWidget(page)
        self.list.setObjectName("parts")
        self.list.setAccessibleName(t("Parts of the program"))
        for part in self._parts:
            self.list.addItem(f"{part.name} {part.version}".strip())
        self.list.setMinimumWidth(self.list.fontMetrics().averageCharWidth() * 26)
        self.licence = QPlainTextEdit(page)
        self.licence.setObjectName("licence")
        self.licence.setAccessibleName(t("Licence"))
        self.licence.setReadOnly(True)
        self.licence.setTabChangesFocus(True)
        row.addWidget(self.list, 2)
        row.addWidget(self.licence, 5)
        self.list.currentRowChanged.connect(self.show_part)
        self.list.setCurrentRow(0)
        return page

    def _folder_page(self) -> QWidget:
        t = self._words.t
        page = QWidget(self)
        grid = QGridLayout(page)
        grid.setContentsMargins(16, 16, 16, 16)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        folders = (
            ("log", t("Program log"), self._house.log_folder),
            ("recovery", t("Snapshots of unsaved work"), paths.state_folder() / "recovery"),
            ("config", t("Settings"), paths.config_folder()),
        )
        for number, (key, text, folder) in enumerate(folders):
            name = QLabel(menu_text(text), page)
            place = QLineEdit(str(folder), page)
            place.setObjectName(f"{key}_folder")
            place.setAccessibleName(text)
            place.setReadOnly(True)
            place.setCursorPosition(0)
            name.setBuddy(place)
            show = QPushButton(t("Show"), page)
            show.setObjectName(f"show_{key}")
            show.setAccessibleName(f"{t('Show')}: {text}")
            show.setAutoDefault(False)
            show.setProperty("folder", str(folder))
            # Made when it is first needed: there may be nothing to show yet.
            show.setEnabled(folder.is_dir())
            show.clicked.connect(self._show_folder)
            grid.addWidget(name, 3 * number, 0, 1, 2)
            grid.addWidget(place, 3 * number + 1, 0)
            grid.addWidget(show, 3 * number + 1, 1)
            grid.setRowMinimumHeight(3 * number + 2, 8)
        grid.setRowStretch(3 * len(folders), 1)
        return scrolling(page, self)

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self._copy = QPushButton(self._words.t("Copy diagnostics"), self)
        self._copy.setObjectName("copy_diagnostics")
        self._copy.setAutoDefault(False)
        buttons.addButton(self._copy, QDialogButtonBox.ButtonRole.ActionRole)
        self._copy.clicked.connect(self._copy_diagnostics)
        buttons.rejected.connect(self.reject)
        return buttons

    def _copyable(self, text: str) -> QLabel:
        made = label(text, self)
        made.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        return made

    def _licence_of(self, part: Part) -> str:
        t = self._words.t
        head = [f"{part.name} {part.version}".strip(), part.licence]
        if part.name.lower().startswith(_OF_QT):
            head.append(
                t(
                    "Qt and PySide are used under the GNU Lesser General Public License, version 3. They come with the "
                    "program as separate libraries, and you may put others in their place."
                )
            )
            head.append(t("Source code: {address}", address=QT_SOURCE))
            head.append(t("Text of the licence: {address}", address=LGPL_TEXT))
        elif part.name == "fontpkg-lato":
            head.append(t("The font Lato, under the SIL Open Font License."))
        elif part.name == "fontpkg-noto-sans-arabic":
            head.append(t("The font Noto Sans Arabic, under the SIL Open Font License."))
        elif part.name.lower() == "qtawesome":
            head.append(t("Supplies the icon font Phosphor, which is under the MIT licence."))
        text = part.texts()
        if not text and len(head) == len([part.name, part.licence]):
            text = t("This part came without the text of its licence.")
        return "\n\n".join(filter(None, (*head, text)))

    def _show_folder(self) -> None:
        folder = self.sender().property("folder")
        if isinstance(folder, str) and Path(folder).is_dir():
            QDesktopServices.openUrl(QUrl.fromLocalFile(folder))

    def _copy_diagnostics(self) -> None:
        QGuiApplication.clipboard().setText(diagnostics(self._house))
        self._copy.setText(self._words.t("Copied"))
        give_access_keys(self)
        self.copied.emit()

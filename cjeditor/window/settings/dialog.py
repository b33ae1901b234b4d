"""The settings as a dialogue: pages with a list of them at the left. What is chosen holds at once."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from cjeditor.texts import Texts
from cjeditor.window.access_keys import give_access_keys
from cjeditor.window.fitting import fit, scrolling
from cjeditor.window.house import House
from cjeditor.window.menus import ICON_SIZE
from cjeditor.window.plain import label
from cjeditor.window.settings.appearance_page import AppearancePage
from cjeditor.window.settings.general_page import GeneralPage
from cjeditor.window.settings.keys_page import KeysPage
from cjeditor.window.settings.page import Page
from cjeditor.window.settings.projects_page import ProjectsPage


@dataclass(frozen=True)
class Place:
    """Where a dialogue of settings stood, for one that comes in its place.

    Attributes:
        page: number of the page that was shown.
        position: of the dialogue on the screen.
        focus: object name of the field that had the keyboard.
    """

    page: int
    position: QPoint
    focus: str


class SettingsDialog(QDialog):
    """The dialogue. In another language or size of text another one comes in its place.

    Signals:
        language_wanted(str): windows should speak this language, or follow the system.
        size_wanted(str): windows should be written in this size.
        words_wanted(): the open project should take the words for emotions, too.
    """

    language_wanted = Signal(str)
    size_wanted = Signal(str)
    words_wanted = Signal()

    def __init__(self, house: House, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = house.words
        self.setObjectName("settings")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words.t("Settings"))
        # Before the pages, for Tab goes from it to them and then to the buttons.
        self.list = self._page_list(house)
        self.general = GeneralPage(house.preferences, words, self)
        self.appearance = AppearancePage(house.preferences, words, self)
        self.projects = ProjectsPage(house.preferences.defaults, words, self)
        self.keys = KeysPage(house.preferences.keys, words, self)
        self._pages: tuple[Page | KeysPage, ...] = (self.general, self.appearance, self.projects, self.keys)
        self._message = label("", self)
        self._message.setObjectName("message")
        self._message.hide()
        self._put_together(house)
        self.general.language_wanted.connect(self.language_wanted)
        self.appearance.size_wanted.connect(self.size_wanted)
        self.projects.words_wanted.connect(self.words_wanted)
        give_access_keys(self)
        line = self.fontMetrics().height()
        fit(self, QSize(max(640, 40 * line), max(460, 28 * line)))
        self.general.language.setFocus()

    def show_refused(self, why: str) -> None:
        """Say why what was asked for cannot be now, and show what holds."""
        self.general.show_chosen()
        self.appearance.show_chosen()
        self._message.setText(why)
        self._message.show()

    def place(self) -> Place:
        """Return where the dialogue stands."""
        return Place(self.list.currentRow(), self.pos(), self.focusWidget().objectName())

    def take_place(self, place: Place) -> None:
        """Stand where another one stood, with the keyboard in the same field."""
        self.list.setCurrentRow(place.page)
        self.move(place.position)
        focused = self.findChild(QWidget, place.focus) if place.focus else None
        if focused is not None:
            focused.setFocus()

    def _put_together(self, house: House) -> None:
        self._stack = QStackedWidget(self)
        for page in self._pages:
            # The page of keys has a list that scrolls by itself.
            self._stack.addWidget(page if page is self.keys else scrolling(page, self))
        self.list.currentRowChanged.connect(self._stack.setCurrentIndex)
        middle = QHBoxLayout()
        middle.setSpacing(18)
        middle.addWidget(self.list)
        middle.addWidget(self._stack, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(14)
        layout.addLayout(middle, 1)
        layout.addWidget(self._message)
        layout.addWidget(self._buttons(house.words))

    def _page_list(self, house: House) -> QListWidget:
        t = house.words.t
        made = QListWidget(self)
        made.setObjectName("pages")
        made.setAccessibleName(t("Pages"))
        made.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows = (
            (t("General"), "gear"),
            (t("Appearance"), "palette"),
            (t("New projects"), "file-plus"),
            (t("Keys"), "keyboard"),
        )
        for text, icon in rows:
            item = QListWidgetItem(house.icons.icon(icon), text)
            item.setSizeHint(QSize(0, made.fontMetrics().height() + 14))
            made.addItem(item)
        widest = max(made.fontMetrics().horizontalAdvance(text) for text, _ in rows)
        made.setFixedWidth(widest + made.iconSize().width() + 56)
        made.setCurrentRow(0)
        return made

    def _buttons(self, words: Texts) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        reset = QPushButton(words.t("Reset this page"), self)
        reset.setObjectName("reset")
        reset.setAutoDefault(False)
        buttons.addButton(reset, QDialogButtonBox.ButtonRole.ResetRole)
        reset.clicked.connect(self._reset)
        buttons.rejected.connect(self.reject)
        return buttons

    def _reset(self) -> None:
        self._pages[self.list.currentRow()].reset()

"""Asks what a new map starts from: one of the templates, the project's language, a title."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from cjeditor.catalogue.frameworks import framework
from cjeditor.catalogue.templates import templates
from cjeditor.layout.theme import Theme, mix
from cjeditor.model.fields import Language
from cjeditor.texts import Texts
from cjeditor.window.fitting import fit
from cjeditor.window.plain import label

TITLE_LIMIT = 300
"""Characters; a longer title is no title."""

_KEY = Qt.ItemDataRole.UserRole
_PADDING = 12
_STRIP = 8


@dataclass(frozen=True)
class Choice:
    """What was chosen for a new project."""

    template: str
    language: Language
    title: str


class NewDialog(QDialog):
    """The dialogue for a new map.

    Signals:
        chosen(Choice): a map is wanted.
        open_wanted(): rather a file that exists.
    """

    chosen = Signal(object)
    open_wanted = Signal()

    def __init__(self, words: Texts, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setObjectName("new")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words.t("New map"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(14)
        layout.addWidget(
            label(words.t("What do you start from? Everything can be renamed, added and deleted later."), self)
        )
        self.templates = self._template_list(theme)
        layout.addWidget(self.templates, 1)
        layout.addLayout(self._form())
        layout.addWidget(self._buttons())
        fit(self, QSize(620, 660))
        self.title.setFocus()

    def choice(self) -> Choice:
        """Return what is chosen now."""
        key = str(self.templates.currentItem().data(_KEY))
        return Choice(key, cast(Language, self.language.currentData()), self.title.text().strip())

    def choose_template(self, key: str) -> None:
        """Choose the template with this key."""
        for row in range(self.templates.count()):
            if self.templates.item(row).data(_KEY) == key:
                self.templates.setCurrentRow(row)

    def _template_list(self, theme: Theme) -> QListWidget:
        made = QListWidget(self)
        made.setObjectName("templates")
        made.setAccessibleName(self._words.t("Templates"))
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        made.setSpacing(2)
        for template in templates():
            item = QListWidgetItem(template.name.in_language(self._words.language))
            item.setData(_KEY, template.key)
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, template.sentence.in_language(self._words.language))
            made.addItem(item)
        made.setItemDelegate(_TemplateRows(theme, made))
        made.setCurrentRow(0)
        made.itemDoubleClicked.connect(self._create)
        return made

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        self.title = QLineEdit(self)
        self.title.setMaxLength(TITLE_LIMIT)
        self.title.setPlaceholderText(self._words.t("Whose journey, to what?"))
        self.language = QComboBox(self)
        self.language.addItem("Deutsch", "de")
        self.language.addItem("English", "en")
        self.language.setCurrentIndex(self.language.findData("de" if self._words.language == "de" else "en"))
        form.addRow(self._words.t("Title"), self.title)
        form.addRow(self._words.t("Language of the project"), self.language)
        return form

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        create = QPushButton(self._words.t("Create"), self)
        create.setDefault(True)
        buttons.addButton(create, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        open_button = QPushButton(self._words.t("Open a file…"), self)
        open_button.setAutoDefault(False)
        buttons.addButton(open_button, QDialogButtonBox.ButtonRole.ResetRole)
        buttons.accepted.connect(self._create)
        buttons.rejected.connect(self.reject)
        open_button.clicked.connect(self._open_instead)
        return buttons

    def _create(self) -> None:
        choice = self.choice()
        self.accept()
        self.chosen.emit(choice)

    def _open_instead(self) -> None:
        self.reject()
        self.open_wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the arrows choose a template while the title is being typed."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if step:
            last = self.templates.count() - 1
            self.templates.setCurrentRow(min(max(self.templates.currentRow() + step, 0), last))
        else:
            super().keyPressEvent(event)


class _TemplateRows(QStyledItemDelegate):
    """Paints a template: its name, a sentence, and its phases as a strip of their colours."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def _sentence_height(self, width: int, index: QModelIndex | QPersistentModelIndex, font: QFont) -> int:
        box = QRect(0, 0, max(80, width - 2 * _PADDING), 1000)
        sentence = str(index.data(Qt.ItemDataRole.AccessibleDescriptionRole))
        return QFontMetrics(font).boundingRect(box, Qt.TextFlag.TextWordWrap, sentence).height()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the room that name, sentence and strip take at the list's width."""
        widget = option.widget
        width = widget.viewport().width() - 4 if isinstance(widget, QListWidget) else 560
        line = QFontMetrics(option.font).height()
        return QSize(width, line + self._sentence_height(width, index, option.font) + _STRIP + 2 * _PADDING + 10)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one template."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect).adjusted(1, 1, -1, -1)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        colour = self._theme.colour
        ground = colour("selection.fill") if chosen else mix(colour("text"), colour("card"), 0.04) if hovered else ""
        if ground:
            painter.setPen(QColor(colour("selection")) if chosen else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(ground))
            painter.drawRoundedRect(rect, 6, 6)
        self._paint_texts(painter, option, index)
        self._paint_strip(painter, option.rect, str(index.data(_KEY)))
        painter.restore()

    def _paint_texts(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        box = option.rect.adjusted(_PADDING, _PADDING, -_PADDING, -_PADDING)
        bold = QFont(option.font)
        bold.setWeight(QFont.Weight.DemiBold)
        painter.setFont(bold)
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        painter.drawText(box, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, str(index.data()))
        painter.setFont(option.font)
        painter.setPen(QColor(self._theme.colour("secondary")))
        below = box.adjusted(0, QFontMetrics(bold).height() + 2, 0, 0)
        sentence = str(index.data(Qt.ItemDataRole.AccessibleDescriptionRole))
        painter.drawText(below, int(Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap), sentence)

    def _paint_strip(self, painter: QPainter, rect: QRect, key: str) -> None:
        known = framework(key)
        styles = [f"band:{phase.colour}" for phase in known.phases] if known else ["rule.strong"]
        width = (rect.width() - 2 * _PADDING + 4) / 9
        top = rect.bottom() - _PADDING - _STRIP + 4
        painter.setPen(Qt.PenStyle.NoPen)
        for place, style in enumerate(styles):
            painter.setBrush(QColor(self._theme.colour(style)))
            painter.drawRoundedRect(QRectF(rect.left() + _PADDING + place * width, top, width - 4, _STRIP), 3, 3)

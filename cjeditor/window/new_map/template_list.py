"""The templates to choose from: cards with picture, name and sentence, as many side by side as there is room for."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from cjeditor.catalogue.templates import templates
from cjeditor.layout.theme import Theme, mix
from cjeditor.texts import Texts
from cjeditor.window.appearance import SCROLL_BAR
from cjeditor.window.new_map.template_picture import paint_template

_KEY = Qt.ItemDataRole.UserRole
_SENTENCE = Qt.ItemDataRole.AccessibleDescriptionRole
_PADDING = 10
_GAP = 12
"""Between cards; half of it is on each side of a card."""
_PICTURE = 84
MARGIN = _GAP // 2
_NARROWEST = 200
"""Pixels of a card in which the longest word of a sentence has room."""
_MOST_COLUMNS = 3
_WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignTop)


class TemplateList(QListWidget):
    """All templates; one of them is always chosen, by click or arrow keys."""

    def __init__(self, words: Texts, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("templates")
        self.setAccessibleName(words.t("Templates"))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setItemDelegate(_Cards(theme, self))
        for template in templates():
            item = QListWidgetItem(template.name.in_language(words.language))
            item.setData(_KEY, template.key)
            item.setData(_SENTENCE, template.sentence.in_language(words.language))
            self.addItem(item)
        self.setCurrentRow(0)
        self.setMinimumSize(2 * (_NARROWEST + _GAP) + SCROLL_BAR, 180)

    def chosen(self) -> str:
        """Return the key of the template that is chosen."""
        return str(self.currentItem().data(_KEY))

    def choose(self, key: str) -> None:
        """Choose the template with this key."""
        for row in range(self.count()):
            if self.item(row).data(_KEY) == key:
                self.setCurrentRow(row)

    def choose_beside(self, step: int) -> None:
        """Choose the next template (or the one before), up to either end."""
        self.setCurrentRow(min(max(self.currentRow() + step, 0), self.count() - 1))

    def columns(self) -> int:
        """Return how many cards stand beside each other."""
        return _columns(self.viewport().width())

    def card_rect(self, cell: QRect) -> QRectF:
        """Return where the card of a cell of the grid lies: the outer ones end with the list."""
        columns, step = self.columns(), max(1, self.gridSize().width())
        width = step - (columns - 1) * _GAP / columns
        column = cell.left() // step
        return QRectF(column * (width + _GAP), cell.top(), width, cell.height() - _GAP).adjusted(1, 1, -1, -1)

    def wanted_height(self, width: int) -> int:
        """Return the height at which all cards are seen when the list is so wide."""
        columns = _columns(width)
        return -(-self.count() // columns) * self._card_height(width // columns)

    def _card_height(self, width: int) -> int:
        """Return the height that the longest of all cards needs, with the gap below it."""
        inner = width - _GAP - 2 * _PADDING - 2
        heights = (
            _text_heights(self.item(row).text(), self._sentence(row), self.font(), inner) for row in range(self.count())
        )
        return max(sum(each) for each in heights) + _PICTURE + 3 * _PADDING + _GAP

    def _sentence(self, row: int) -> str:
        return str(self.item(row).data(_SENTENCE))

    def _lay_out(self) -> None:
        # Not as needed: the list would keep room for a bar that never comes.
        scrolls = self.wanted_height(self.width()) - _GAP > self.height()
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOn if scrolls else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)
        # A pixel less: cards that fill the width exactly would be wrapped.
        width = (self.viewport().width() - 1) // self.columns()
        self.setGridSize(QSize(width, self._card_height(width)))
        self.scrollToItem(self.currentItem())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the cards the width that there is."""
        super().resizeEvent(event)
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        """Follow another size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.count():
            self._lay_out()


class _Cards(QStyledItemDelegate):
    """Paints a template as a card."""

    def __init__(self, theme: Theme, parent: TemplateList) -> None:
        super().__init__(parent)
        self._theme = theme
        self._list = parent

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002 - Qt's signature
        """Return the size of a cell of the grid."""
        return self._list.gridSize()

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one card."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = self._list.card_rect(option.rect)
        colour = self._theme.colour
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        ground = colour("selection.fill") if chosen else mix(colour("text"), colour("card"), 0.04 if hovered else 0)
        width = 3.0 if option.state & QStyle.StateFlag.State_HasFocus else 1.5
        painter.setPen(QPen(QColor(colour("selection" if chosen else "card.border")), width if chosen else 1))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(rect, 7, 7)
        inside = rect.toRect().adjusted(_PADDING - 1, _PADDING - 1, 1 - _PADDING, 1 - _PADDING)
        picture = QRectF(inside.left(), inside.top(), inside.width(), _PICTURE)
        paint_template(painter, picture, str(index.data(_KEY)), self._theme)
        self._paint_texts(painter, option, index, inside.adjusted(0, _PICTURE + _PADDING, 0, 0))
        painter.restore()

    def _paint_texts(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        box: QRect,
    ) -> None:
        name, sentence = str(index.data()), str(index.data(_SENTENCE))
        line, _ = _text_heights(name, sentence, option.font, box.width())
        painter.setFont(_bold(option.font))
        painter.setPen(QColor(self._theme.colour("text")))
        painter.drawText(box, _WRAP, name)
        painter.setFont(option.font)
        painter.setPen(QColor(self._theme.colour("secondary")))
        painter.drawText(box.adjusted(0, line, 0, 0), _WRAP, sentence)


def _columns(width: int) -> int:
    return min(_MOST_COLUMNS, max(1, width // (_NARROWEST + _GAP)))


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    return bold


def _text_heights(name: str, sentence: str, font: QFont, width: int) -> tuple[int, int]:
    """Return the heights that name and sentence take when they are so wide."""
    box = QRect(0, 0, max(60, width), 10_000)
    above = QFontMetrics(_bold(font)).boundingRect(box, _WRAP, name).height() + 2
    return above, QFontMetrics(font).boundingRect(box, _WRAP, sentence).height()

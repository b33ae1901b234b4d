"""The strip at the left: what can be dragged onto the map, or added at the focus with Enter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QIcon, QMouseEvent, QPainter, QPixmap
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from cjeditor.canvas.blocks import Block
from cjeditor.layout.theme import Theme, mix
from cjeditor.texts import Texts
from cjeditor.window.icons import Icons
from cjeditor.window.plain import tooltip_text

if TYPE_CHECKING:
    # Not before the first paint: what is offered comes from the catalogue.
    from cjeditor.window.block_list import Offer, Section

_BLOCK = Qt.ItemDataRole.UserRole
_ICON_SIZE = 16


class BuildingBlocks(QListWidget):
    """A list of blocks under headings.

    Signals:
        drag_begun(Block, QPoint): a block is being dragged out; the position is global, the button still down.
        chosen(Block): a block was asked for by Enter or double click.
    """

    drag_begun = Signal(object, QPoint)
    chosen = Signal(object)

    def __init__(self, words: Texts, icons: Icons, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._pressed: QPoint | None = None
        self._sections: tuple[Section, ...] = ()
        self._theme = theme
        self.setObjectName("block_list")
        self.setAccessibleName(words.t("Building blocks"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setIconSize(QSize(_ICON_SIZE, _ICON_SIZE))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setDragDropMode(QListWidget.DragDropMode.NoDragDrop)
        self.setItemDelegate(_Rows(self))
        self.itemActivated.connect(self._activated)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        offers = [offer for section in self._sections for offer in (None, *section.offers)]
        for row, offer in enumerate(offers):
            if offer is not None and offer.colour:
                self.item(row).setIcon(self._icon(offer))
        hover = mix(theme.colour("text"), theme.colour("chrome"), 0.06)
        self.setStyleSheet(
            f"""
            QListWidget {{ background: {theme.colour("chrome")}; border: none; padding: 8px 6px; outline: none; }}
            QListWidget::item {{ padding: 5px 6px; border-radius: 6px; color: {theme.colour("text")}; }}
            QListWidget::item:hover:enabled {{ background: {hover}; }}
            QListWidget::item:selected:active {{ background: {theme.colour("selection.fill")}; }}
            QListWidget::item:disabled {{ color: {theme.colour("secondary")}; background: transparent; }}
            """
        )

    def show_sections(self, sections: Sequence[Section]) -> None:
        """Offer these blocks; the chosen row stays where it is when the offer is the same."""
        if tuple(sections) == self._sections:
            return
        self._sections = tuple(sections)
        self.clear()
        for section in sections:
            self.addItem(self._heading(section.title))
            for offer in section.offers:
                self.addItem(self._row(offer))
        self.setCurrentRow(1)

    def block_at(self, row: int) -> Block | None:
        """Return the block in this row; None for a heading."""
        item = self.item(row)
        found = item.data(_BLOCK)
        return found if isinstance(found, Block) else None

    def _heading(self, title: str) -> QListWidgetItem:
        item = QListWidgetItem(title)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        font = QFont(self.font())
        font.setPixelSize(max(11, font.pixelSize() - 1))
        font.setWeight(QFont.Weight.Bold)
        item.setFont(font)
        return item

    def _row(self, offer: Offer) -> QListWidgetItem:
        item = QListWidgetItem(self._icon(offer), offer.name)
        item.setData(_BLOCK, offer.block)
        # The name too: a long one is cut in the strip.
        item.setToolTip(tooltip_text(f"{offer.name}\n{offer.tip}" if offer.tip else offer.name))
        item.setStatusTip(offer.tip)
        return item

    def _icon(self, offer: Offer) -> QIcon:
        if not offer.colour:
            return self._icons.icon(offer.icon)
        return _swatch(self._theme.colour(f"band:{offer.colour}"), self.devicePixelRatioF())

    def _activated(self, item: QListWidgetItem) -> None:
        block = item.data(_BLOCK)
        if isinstance(block, Block):
            self.chosen.emit(block)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a drag may begin."""
        super().mousePressEvent(event)
        left = event.button() == Qt.MouseButton.LeftButton
        self._pressed = event.position().toPoint() if left and self.itemAt(event.position().toPoint()) else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin the drag once the pointer has left the spot. Without Qt's part, which would choose other rows."""
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        if (event.position().toPoint() - self._pressed).manhattanLength() < QApplication.startDragDistance():
            return
        item = self.itemAt(self._pressed)
        self._pressed = None
        block = item.data(_BLOCK) if item is not None else None
        if isinstance(block, Block):
            self.drag_begun.emit(block, event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End what the press began."""
        self._pressed = None
        super().mouseReleaseEvent(event)


class _Rows(QStyledItemDelegate):
    """Gives headings the air that sets sections apart."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:  # type: ignore[override]  # the stub's index is wider
        """Return the height of a row; headings but the first have more above."""
        size = super().sizeHint(option, index)
        heading = index.flags() == Qt.ItemFlag.NoItemFlags
        return QSize(size.width(), size.height() + (10 if heading and index.row() else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:  # type: ignore[override]  # as above
        """Paint a heading at the bottom of its row."""
        if index.flags() == Qt.ItemFlag.NoItemFlags and index.row():
            option.rect = QRect(option.rect).adjusted(0, 10, 0, 0)
        super().paint(painter, option, index)


def _swatch(colour: str, ratio: float) -> QIcon:
    """Return a square of a phase's colour."""
    pixmap = QPixmap(QSize(_ICON_SIZE, _ICON_SIZE) * max(2.0, ratio))
    pixmap.setDevicePixelRatio(max(2.0, ratio))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(1, 2, _ICON_SIZE - 2, _ICON_SIZE - 4, 3, 3)
    painter.end()
    return QIcon(pixmap)

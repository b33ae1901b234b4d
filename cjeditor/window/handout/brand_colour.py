"""A colour of a brand: a swatch to choose with, and `#rrggbb` to type; and how it looks on paper."""

from __future__ import annotations

import re

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QColorDialog, QHBoxLayout, QLineEdit, QToolButton, QWidget

from cjeditor.export.brand import Brand, branded
from cjeditor.layout.theme import PAPER
from cjeditor.texts import Texts
from cjeditor.window.plain import tooltip_text

_SHORT = re.compile("#[0-9A-Fa-f]{3}")
_COLOUR = re.compile("#[0-9A-Fa-f]{6}")
_HIGH = 58


class BrandColour(QWidget):
    """A colour, or none.

    Signals:
        changed(): another one was typed to its end or chosen.
    """

    changed = Signal()

    def __init__(self, name: str, said: str, words: Texts, parent: QWidget) -> None:
        super().__init__(parent)
        self.edit = QLineEdit(self)
        self.edit.setObjectName(name)
        self.edit.setAccessibleName(said)
        self.edit.setMaxLength(7)
        self.edit.setPlaceholderText("#")
        choose = words.t("Choose a colour")
        self.swatch = QToolButton(self)
        self.swatch.setObjectName(f"{name}_swatch")
        self.swatch.setAccessibleName(f"{said}: {choose}")
        self.swatch.setToolTip(tooltip_text(choose))
        self.swatch.setFixedSize(34, 28)
        self.swatch.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.edit, 1)
        row.addWidget(self.swatch)
        self.setFocusProxy(self.edit)
        self.edit.textChanged.connect(self._paint)
        self.edit.editingFinished.connect(self.changed)
        self.swatch.clicked.connect(self._choose)
        self._paint()

    def show_colour(self, colour: str) -> None:
        """Show a colour; empty for none."""
        self.edit.setText(colour)

    def colour(self) -> str:
        """Return what is typed, with the three digits that people write on the web made six, and `#` before them."""
        text = self.edit.text().strip()
        text = text if not text or text.startswith("#") else f"#{text}"
        return "#" + "".join(2 * digit for digit in text[1:]) if _SHORT.fullmatch(text) else text

    def is_sound(self) -> bool:
        """Return whether it is a colour, or nothing."""
        return not self.colour() or _COLOUR.fullmatch(self.colour()) is not None

    def _paint(self) -> None:
        fill = self.colour() if self.colour() and self.is_sound() else "transparent"
        self.swatch.setStyleSheet(
            f"QToolButton {{ background: {fill}; border: 1px solid palette(dark); border-radius: 5px; }} "
            "QToolButton:focus { border: 2px solid palette(text); }"
        )

    def _choose(self) -> None:
        dialog = QColorDialog(QColor(self.colour()) if self.is_sound() else QColor(), self.window())
        dialog.setObjectName("colour")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog)
        dialog.colorSelected.connect(self._take)
        dialog.open()

    def _take(self, colour: QColor) -> None:
        self.edit.setText(colour.name().upper())
        self.changed.emit()


class BrandSample(QWidget):
    """A strip of paper with a heading, a rule and a bar in the colours of a brand."""

    def __init__(self, heading: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._heading = heading
        self._theme = PAPER
        self.setObjectName("sample")
        self.setMinimumHeight(_HIGH)

    def show_brand(self, brand: Brand) -> None:
        """Show the colours as they are printed."""
        self._theme = branded(PAPER, brand)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of a strip."""
        return QSize(240, _HIGH)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint it."""
        painter = QPainter(self)
        colour = self._theme.colour
        area = self.rect().adjusted(0, 0, -1, -1)
        painter.setPen(self.palette().color(QPalette.ColorRole.Dark))
        painter.setBrush(QColor(colour("canvas")))
        painter.drawRect(area)
        painter.fillRect(QRectF(12, 11, 36, 4), QColor(colour("accent")))
        font = QFont(self.font())
        font.setPixelSize(self.font().pixelSize() + 4)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(colour("heading")))
        shown = painter.fontMetrics().elidedText(self._heading, Qt.TextElideMode.ElideRight, area.width() - 24)
        painter.drawText(area.adjusted(12, 18, -12, -10), Qt.AlignmentFlag.AlignVCenter, shown)
        painter.fillRect(QRectF(12, area.height() - 9, area.width() - 24, 1.5), QColor(colour("rule.head")))
        painter.end()

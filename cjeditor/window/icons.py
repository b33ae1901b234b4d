"""Icons: glyphs of the icon font, painted in the colour that the palette has at that moment."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QGuiApplication, QIcon, QIconEngine, QPainter, QPalette, QPixmap

from cjeditor import resources
from cjeditor.canvas.fonts import family
from cjeditor.layout.icons import icon_character, is_icon


class GlyphEngine(QIconEngine):
    """Paints one glyph; it follows the palette, so that a change of theme needs no new icons."""

    def __init__(self, family: str, character: str, role: QPalette.ColorRole, kept: list[GlyphEngine]) -> None:
        super().__init__()
        self._family = family
        self._character = character
        self._role = role
        # Qt owns the C++ half of an engine but not the Python half, which would be collected: everyone goes in here.
        self._kept = kept
        kept.append(self)

    def clone(self) -> QIconEngine:
        """Return a copy, as QIcon asks for one before it changes an icon."""
        return GlyphEngine(self._family, self._character, self._role, self._kept)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:  # noqa: ARG002 - Qt's signature
        """Paint the glyph into `rect`, greyed when disabled."""
        disabled = mode == QIcon.Mode.Disabled
        group = QPalette.ColorGroup.Disabled if disabled else QPalette.ColorGroup.Active
        font = QFont(self._family)
        font.setPixelSize(max(1, min(rect.width(), rect.height())))
        painter.save()
        painter.setFont(font)
        painter.setPen(QGuiApplication.palette().color(group, self._role))
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._character)
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return the glyph on a transparent ground; `size` is in device pixels."""
        pixmap = QPixmap(size)
        if pixmap.isNull():  # a bar that is squeezed to nothing asks for icons of no size
            return pixmap
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap


class Icons:
    """Makes icons by the names of the icon font (``floppy-disk``).

    Needs a QGuiApplication, since it gives the font to Qt.
    """

    def __init__(self) -> None:
        self._family = family(resources.icon_font_file())
        self._engines: list[GlyphEngine] = []
        self._icons: dict[tuple[str, QPalette.ColorRole], QIcon] = {}

    @property
    def family(self) -> str:
        """The family of the icon font, for glyphs among letters."""
        return self._family

    def icon(self, name: str, role: QPalette.ColorRole = QPalette.ColorRole.ButtonText) -> QIcon:
        """Return the icon `name` in the palette's colour `role`; an empty icon for an unknown name."""
        key = (name, role)
        if key not in self._icons:
            self._icons[key] = self._made(name, role)
        return self._icons[key]

    def _made(self, name: str, role: QPalette.ColorRole) -> QIcon:
        if not is_icon(name):
            return QIcon()
        return QIcon(GlyphEngine(self._family, icon_character(name), role, self._engines))

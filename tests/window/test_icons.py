from __future__ import annotations

import gc

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QImage, QPalette, QPixmap
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cjeditor.window.icons import Icons


def darkest(icon: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal, size: int = 32) -> tuple[int, int]:
    """How many pixels are painted, and the lightness of the most opaque one."""
    image = icon.pixmap(QSize(size, size), mode).toImage().convertToFormat(QImage.Format.Format_ARGB32)
    colours = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    painted = [colour for colour in colours if colour.alpha() > 20]
    strongest = max(painted, key=QColor.alpha)
    return len(painted), strongest.lightness()


def test_an_icon_is_painted_in_the_palettes_colour(qtbot: QtBot) -> None:
    before = QGuiApplication.palette()
    icon = Icons().icon("floppy-disk")
    try:
        for colour in ("#102030", "#F0E0D0"):
            palette = QPalette(before)
            palette.setColor(QPalette.ColorRole.ButtonText, QColor(colour))
            QGuiApplication.setPalette(palette)
            count, lightness = darkest(icon)
            assert count > 40
            assert abs(lightness - QColor(colour).lightness()) < 12
    finally:
        QGuiApplication.setPalette(before)


def test_a_disabled_icon_is_fainter(qtbot: QtBot) -> None:
    before = QGuiApplication.palette()
    palette = QPalette(before)
    palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText, QColor("#C0C0C0"))
    palette.setColor(QPalette.ColorGroup.Active, QPalette.ColorRole.ButtonText, QColor("#101010"))
    try:
        QGuiApplication.setPalette(palette)
        icon = Icons().icon("floppy-disk")
        assert darkest(icon, QIcon.Mode.Disabled)[1] > darkest(icon)[1] + 80
    finally:
        QGuiApplication.setPalette(before)


def test_an_unknown_icon_is_empty(qtbot: QtBot) -> None:
    assert Icons().icon("no-such-icon").isNull()


def test_copies_of_icons_outlive_what_made_them(qtbot: QtBot) -> None:
    # A detached icon clones its engine; the clone's Python half must not be collected.
    icons = Icons()
    for _ in range(50):
        copy = QIcon(icons.icon("plus"))
        copy.addPixmap(QPixmap(4, 4))
        gc.collect(0)
        assert not copy.pixmap(16, 16).isNull()


def test_an_icon_of_no_size_is_nothing(qapp: QApplication) -> None:
    assert Icons().icon("storefront").pixmap(QSize(0, 16)).isNull()

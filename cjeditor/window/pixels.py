"""Pixels of a rendered page as Qt shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

if TYPE_CHECKING:
    # Not before there is something to show.
    from cjeditor.export.rendering import Pixels


def image_of(pixels: Pixels) -> QImage:
    """The pixels as an image of its own: theirs go with them."""
    return QImage(pixels.data, pixels.width, pixels.height, pixels.stride, QImage.Format.Format_RGB32).copy()

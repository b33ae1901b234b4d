"""The project's pictures for painting: decoded beside the GUI thread, once for each size that is worth its memory."""

from __future__ import annotations

from collections import OrderedDict
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, Signal
from PySide6.QtGui import QImage, QImageReader, QPixmap

from cjeditor.canvas.background import Background
from cjeditor.model.pictures import content, size_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from concurrent.futures import Future

    from cjeditor.model.project import Asset

SMALLEST = 64
"""Pixels: the width of the smallest copy; each further one is twice as wide, the largest as wide as the picture."""
BUDGET = 96_000_000
"""Bytes of decoded pictures that are kept; those not painted for longest go first."""

_Key = tuple[str, int]
"""The picture's sum and the width of the copy."""


class Pictures(QObject):
    """Decoded pictures by their sums.

    Signals:
        came(str): this picture can be painted now, or sharper than before; or is known to be damaged.
    """

    came = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table: tuple[Asset, ...] = ()
        self._assets: Mapping[str, Asset] = {}
        self._copies: OrderedDict[_Key, QPixmap] = OrderedDict()
        self._broken: set[str] = set()
        self._used = 0
        self._background = Background(self)
        self._background.done.connect(self._take)

    def follow(self, table: tuple[Asset, ...]) -> None:
        """Take the pictures of another state of the project. Those that are gone may come back by undo."""
        if table is not self._table:
            self._table = table
            self._assets = {asset.sha256: asset for asset in table}

    def is_missing(self, sha256: str) -> bool:
        """Return whether there is no such picture, or it cannot be decoded."""
        return sha256 in self._broken or sha256 not in self._assets

    def pixmap(self, sha256: str, width: float) -> QPixmap | None:
        """Return the picture at least `width` device pixels wide, as far as it is.

        As long as that is being made, a smaller copy or none is returned; `came` follows.
        """
        asset = self._assets.get(sha256)
        if asset is None or sha256 in self._broken:
            return None
        size = size_of(asset)
        if size is None:
            self._broken.add(sha256)
            return None
        key = (sha256, _copy_width(width, size.width))
        found = self._copies.get(key)
        if found is not None:
            self._copies.move_to_end(key)
            return found
        self._background.begin(key, partial(decoded, asset, key[1]))
        others = [one for one in self._copies if one[0] == sha256]
        return self._copies[max(others)] if others else None

    def _take(self, key: _Key, future: Future[QImage]) -> None:
        image = QImage() if future.exception() is not None else future.result()
        if image.isNull():
            self._broken.add(key[0])
        else:
            self._copies[key] = QPixmap.fromImage(image)
            self._used += _bytes(self._copies[key])
            while self._used > BUDGET and len(self._copies) > 1:
                _, oldest = self._copies.popitem(last=False)
                self._used -= _bytes(oldest)
        self.came.emit(key[0])


def decoded(asset: Asset, width: int) -> QImage:
    """Return the picture `width` pixels wide; a null image for one that is damaged. May run in any thread."""
    size = size_of(asset)
    if size is None:
        return QImage()
    data = QByteArray(content(asset))
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(asset.media_type.removeprefix("image/").encode()))
    if reader.size() != QSize(*size):
        return QImage()
    reader.setScaledSize(QSize(width, max(1, round(size.height * width / size.width))))
    return reader.read()


def _copy_width(wanted: float, full: int) -> int:
    width = SMALLEST
    while width < wanted and width < full:
        width *= 2
    return min(width, full)


def _bytes(pixmap: QPixmap) -> int:
    return pixmap.width() * pixmap.height() * 4

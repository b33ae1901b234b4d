"""The field for the icon of a channel: icons of the icon font in a grid, of which one is chosen."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem

from cjeditor.catalogue.channels import channels
from cjeditor.layout.icons import is_icon
from cjeditor.texts import N_, Texts
from cjeditor.window.icons import Icons
from cjeditor.window.plain import tooltip_text
from cjeditor.window.properties.field import SEVERAL, Field

_KEY = Qt.ItemDataRole.UserRole
_ICON = 20
_CELL, _HIGH = 36, 26
_ROWS = 6

MORE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "globe": N_("Globe"),
        "desktop": N_("Computer"),
        "app-window": N_("Window"),
        "device-tablet": N_("Tablet"),
        "video-camera": N_("Video camera"),
        "robot": N_("Chatbot"),
        "headset": N_("Headset"),
        "microphone": N_("Microphone"),
        "radio": N_("Radio"),
        "megaphone": N_("Megaphone"),
        "bell": N_("Bell"),
        "qr-code": N_("QR code"),
        "identification-card": N_("Card with a name"),
        "credit-card": N_("Payment card"),
        "receipt": N_("Receipt"),
        "printer": N_("Printer"),
        "truck": N_("Delivery van"),
        "car": N_("Car"),
        "train": N_("Train"),
        "airplane": N_("Aeroplane"),
        "buildings": N_("Buildings"),
        "bank": N_("Bank building"),
        "house": N_("House"),
        "first-aid": N_("First aid"),
        "graduation-cap": N_("School"),
        "calendar": N_("Calendar"),
        "wrench": N_("Workshop tool"),
        "push-pin": N_("Pin board"),
    }
)
"""Icons that the standard channels do not have, with what they show."""


class IconField(Field):
    """The icon of a channel: none, those of the standard channels, and some more."""

    def __init__(self, key: str, name: str, words: Texts, *, icons: Icons) -> None:
        super().__init__(key, name, words)
        self._icons = icons
        self.list = QListWidget()
        self.list.setObjectName("icons")
        self.list.setAccessibleName(name)
        self.list.setViewMode(QListView.ViewMode.IconMode)
        self.list.setMovement(QListView.Movement.Static)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setIconSize(QSize(_ICON, _ICON))
        self.list.setGridSize(QSize(_CELL, _HIGH))
        self.list.setUniformItemSizes(True)
        self.list.setFixedHeight(_ROWS * _HIGH + 6)
        self._offer("", words.t("No icon of its own"))
        for channel in channels():
            self._offer(channel.icon, channel.name.in_language(words.language))
        for icon, text in MORE.items():
            self._offer(icon, words.t(text))
        self.add_control(self.list)
        self.list.currentItemChanged.connect(self._chosen)

    def put(self, value: object) -> None:
        """Choose an icon; one that is not offered is offered from now on."""
        name = "" if value is SEVERAL else str(value)
        blocker = QSignalBlocker(self.list)
        if is_icon(name) and self._row_of(name) < 0:
            self._offer(name, name.replace("-", " "))
        self.list.setCurrentRow(self._row_of(name))
        blocker.unblock()

    def value(self) -> object:
        """Return the name of the chosen icon; what was there before where none is chosen."""
        item = self.list.currentItem()
        return str(item.data(_KEY)) if self.list.currentRow() >= 0 else self._shown

    def _offer(self, icon: str, text: str) -> None:
        if self._row_of(icon) >= 0:
            return
        item = QListWidgetItem(self._icons.icon(icon or "prohibit"), "")
        item.setData(_KEY, icon)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, text)
        item.setToolTip(tooltip_text(text))
        item.setSizeHint(QSize(_CELL, _HIGH))
        self.list.addItem(item)

    def _row_of(self, icon: str) -> int:
        return next((row for row in range(self.list.count()) if self.list.item(row).data(_KEY) == icon), -1)

    def _chosen(self) -> None:
        self.take()

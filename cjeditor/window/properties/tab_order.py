"""The way that Tab takes through a form: from field to field as people see them.

Qt goes by the order in which controls came into being; some fields make theirs only when they know what to offer.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def following(fields: Iterable[QWidget], focused: QWidget | None, *, forward: bool) -> QWidget | None:
    """Return the control of `fields` that comes after `focused` (before it, without `forward`), in a ring.

    None where there is nothing to go to, or the focus is in none of them.
    """
    stops = [one for field in fields for one in field.findChildren(QWidget) if _is_stop(one)]
    for at, one in enumerate(stops):
        if focused is not None and (one is focused or one.isAncestorOf(focused)):
            return stops[(at + (1 if forward else -1)) % len(stops)]
    return None


def _is_stop(widget: QWidget) -> bool:
    stops = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
    return stops and widget.isVisible() and widget.isEnabled() and not widget.isWindow()

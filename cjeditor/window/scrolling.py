"""How far a list is scrolled, as a share: lengths change with the language and the size of the letters."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractScrollArea


def scrolled_share(area: QAbstractScrollArea) -> float:
    """Return how far `area` is scrolled down: 0.0 to 1.0."""
    bar = area.verticalScrollBar()
    return bar.value() / bar.maximum() if bar.maximum() > 0 else 0.0


def scroll_to_share(area: QAbstractScrollArea, share: float) -> None:
    """Scroll `area` as far down."""
    bar = area.verticalScrollBar()
    bar.setValue(round(share * bar.maximum()))

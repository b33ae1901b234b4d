"""How the pane for voting looks, beyond what it has in common with the other panes of the workshop."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from cjeditor.layout.theme import Theme, mix
from cjeditor.window.workshop import style

_LARGER = 15 / 13


def style_sheet(theme: Theme) -> str:
    """Return what the palette leaves to be said."""
    colour = theme.colour
    size = round(QApplication.font().pixelSize() * _LARGER)
    primary = "QPushButton#voting_start, QPushButton#voting_close, QPushButton#voting_offer"
    return f"""
        {style.style_sheet(theme)}
        QLabel#voting_title {{ font-size: {size}px; font-weight: bold; }}
        QLabel#voting_progress {{ font-weight: bold; }}
        QLabel#voting_said {{ color: {colour("secondary")}; }}
        QLabel#voting_said[wrong="true"] {{ color: {colour("warning")}; font-weight: bold; }}
        QPushButton {{ background: {colour("card")}; color: {colour("text")}; border: 1px solid {colour("card.border")};
            border-radius: 6px; padding: 4px 10px; }}
        QPushButton:disabled {{ color: {mix(colour("secondary"), colour("chrome"), 0.62)}; }}
        QPushButton:focus {{ border: 1px solid {colour("selection")}; }}
        {primary} {{ background: {colour("primary")}; color: {colour("on.primary")};
            border: 1px solid {colour("primary")}; }}
        {primary.replace(",", ":focus,")}:focus {{ border: 1px solid {colour("text")}; }}
        QToolButton#ballot_click, QToolButton#ranking_room {{ background: {colour("card")};
            border: 1px solid {colour("card.border")}; }}
        QToolButton#ballot_click:checked, QToolButton#ranking_room:checked {{
            background: {colour("selection.fill")}; border: 1px solid {colour("selection")}; }}
        QToolButton#ballot_click:focus, QToolButton#ranking_room:focus {{ border: 1px solid {colour("selection")}; }}
        QListView::item {{ padding: 4px 12px; border-bottom: 1px solid {colour("rule")}; }}
        QListView::item:selected {{ background: {colour("selection.fill")}; color: {colour("text")}; }}
    """

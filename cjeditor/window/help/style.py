"""The style sheet of the help's window, made from the theme's colours."""

from __future__ import annotations

from cjeditor.layout.theme import Theme, mix


def style_sheet(theme: Theme) -> str:
    """Return how contents, results and buttons look; the page has a style of its own."""
    colour = theme.colour
    hover = mix(colour("text"), colour("chrome"), 0.07)
    return f"""
        QDialog#help QTreeWidget, QDialog#help QListWidget {{ background: transparent;
            border: 1px solid transparent; border-radius: 6px; padding: 0; outline: none;
            selection-background-color: {colour("selection.fill")}; selection-color: {colour("text")}; }}
        QDialog#help QTreeWidget:focus, QDialog#help QListWidget:focus {{ border: 1px solid {colour("selection")}; }}
        QDialog#help QTreeWidget::item, QDialog#help QListWidget::item {{ padding: 3px 4px;
            color: {colour("text")}; }}
        QDialog#help QListWidget::item {{ padding: 6px 8px; border-radius: 5px; }}
        QDialog#help QTreeWidget::item:hover, QDialog#help QListWidget::item:hover {{ background: {hover}; }}
        QDialog#help QTreeWidget::item:selected, QDialog#help QListWidget::item:selected {{
            background: {colour("selection.fill")}; color: {colour("text")}; }}
        QDialog#help QToolButton {{ border: 1px solid transparent; border-radius: 5px; padding: 4px; }}
        QDialog#help QToolButton:hover:enabled {{ background: {hover}; }}
        QDialog#help QToolButton:focus {{ border: 1px solid {colour("selection")}; }}
        QDialog#help QSplitter::handle {{ background: transparent; }}
    """

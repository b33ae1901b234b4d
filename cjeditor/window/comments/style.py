"""How the pane of comments looks."""

from __future__ import annotations

from cjeditor.layout.theme import Theme, mix


def style_sheet(theme: Theme) -> str:
    """Return what the palette leaves to be said of field, list and bars."""
    colour = theme.colour
    hover = mix(colour("text"), colour("chrome"), 0.06)
    return f"""
        QWidget#comments_inside {{ background: {colour("chrome")}; border: none; }}
        QLabel#quiet {{ color: {colour("secondary")}; }}
        QToolButton {{ border: 1px solid transparent; border-radius: 6px; padding: 4px 7px; color: {colour("text")}; }}
        QToolButton:hover:enabled {{ background: {hover}; }}
        QToolButton:checked {{ background: {mix(colour("text"), colour("chrome"), 0.13)}; }}
        QToolButton[part="true"]:checked {{ font-weight: bold; }}
        QToolButton:disabled {{ color: {mix(colour("secondary"), colour("chrome"), 0.62)}; }}
        QToolButton:focus {{ border: 1px solid {colour("selection")}; }}
        QPlainTextEdit {{ background: {colour("card")}; color: {colour("text")};
            border: 1px solid {colour("card.border")}; border-radius: 6px; padding: 3px 5px; }}
        QPlainTextEdit:focus {{ border: 1px solid {colour("selection")}; }}
        QListView {{ background: {colour("card")}; color: {colour("text")}; border: none;
            border-top: 1px solid {colour("rule")}; border-bottom: 1px solid {colour("rule")}; outline: none; }}
    """
